"""Writing constraints into what the engine is given, and taking them out again."""

import pytest

from briefgen.translation.engines.engine import Capabilities
from briefgen.translation.writing import MIXED, fill_slots, write_inline, write_mixed, write_slots
from tests.engines import TRAINED
from tests.translation.build import bind, should

HEAD = "中谷防衛大臣の訪問について（概要）"
OWN = (bind(HEAD, "中谷防衛大臣", "Defense Minister Nakatani", "person"), bind(HEAD, "（概要）", "(Summary)"))


def test_a_remark_at_the_end_stays_at_the_end():
    """The engine is not given it, and cannot lose it."""
    written = write_slots(HEAD, OWN, TRAINED)

    assert written.text == "<p1>の訪問について"
    assert fill_slots("Visit of <p1>", written) == "Visit of Defense Minister Nakatani (Summary)"


def test_a_circled_number_at_the_end_too():
    text = "会談の様子①"

    written = write_inline(text, (bind(text, "①", "①", "reference"),), TRAINED)

    assert (written.text, fill_slots("Scene of the meeting.", written)) == ("会談の様子", "Scene of the meeting ①")


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("表１　予算の推移", "予算の推移"),
        ("　表１：予算の推移", "予算の推移"),
        ("表１ 予算の推移（概要）", "予算の推移(概要)"),
        ("表１は予算の推移", "<t> Table 1 </t>は予算の推移"),
        ("表１ のとおり", "<t> Table 1 </t>のとおり"),
    ],
)
def test_the_number_of_a_table_stands_before_its_name(text, given):
    written = write_inline(text, (bind(text, "表１", "Table 1", "reference"),), TRAINED)

    assert written.text == given
    assert given.startswith("<t>") or fill_slots("trends in the budget", written) == "Table 1: Trends in the budget"


def test_a_pause_parts_a_period_from_the_noun_behind_it():
    text = "三月三日から五日まで訓練を行う。"
    period = bind(text, "三月三日から五日まで", "from March 3 to 5", "date")

    assert write_inline(text, (period,), TRAINED).text == "<d1>、訓練を行う。"
    text = "五年間契約を延長する。"
    assert write_inline(text, (bind(text, "五年間", "5 years", "duration"),), TRAINED).text == (
        "<t> 5 years </t>、契約を延長する。"
    )
    text = "三月三日から五日までの訓練"
    assert "、" not in write_inline(text, (bind(text, "三月三日から五日まで", "x", "date"),), TRAINED).text


def test_what_is_too_long_to_copy_is_a_slot_beside_the_inline_ones():
    text = "中谷防衛大臣は国別適合パートナーシップ計画に触れた。"
    long = "Individually Tailored Partnership Programme of NATO"
    own = (
        bind(text, "中谷防衛大臣", "Defense Minister Nakatani", "person"),
        bind(text, "国別適合パートナーシップ計画", long),
    )

    written = write_inline(text, own, TRAINED)

    assert written.text == "<t> Defense Minister Nakatani </t>は<x1>に触れた。"
    assert fill_slots("Defense Minister Nakatani mentioned the <x1>.", written) == (
        f"Defense Minister Nakatani mentioned the {long}."
    )


def test_a_name_left_in_japanese_is_a_slot():
    """No engine copies kanji into its English letter by letter."""
    text = "防衛省は井上陸将の勇退を報告した。"
    own = (
        bind(text, "防衛省", "Ministry of Defense"),
        bind(text, "井上陸将", "Lieutenant General [井上]", "person"),
    )

    assert write_inline(text, own, TRAINED).text == "<t> Ministry of Defense </t>は<p1>の勇退を報告した。"


def test_a_should_term_inside_a_slot_is_not_written_again():
    text = "国別適合パートナーシップ計画の派遣の概要"
    own = (
        bind(text, "国別適合パートナーシップ計画の派遣", "Dispatch under the Partnership Programme"),
        should(text, "派遣", "dispatch"),
    )

    assert write_inline(text, own, TRAINED).text == "<x1>の概要"


def test_a_segment_that_is_all_remark_is_given_whole():
    text = "（概要）"

    assert write_slots(text, (bind(text, "（概要）", "(Summary)"),), TRAINED).tail == ""


def test_should_terms_are_written_inline_as_nouns_only():
    """派遣の is a noun, 派遣した is not."""
    noun, verb = "派遣の概要", "派遣した。"

    assert "<t>" in write_inline(noun, (should(noun, "派遣", "dispatch"),), TRAINED).text
    assert "<t>" not in write_inline(verb, (should(verb, "派遣", "dispatch"),), TRAINED).text


@pytest.mark.parametrize(
    ("text", "is_given"),
    [("通行止めとなる", True), ("通行止めは", True), ("通行止め、", False), ("通行止めた", False)],
)
def test_a_noun_made_of_a_verb_is_told_by_the_particle_behind_it(text, is_given):
    term = should(text, "通行止め", "closed to traffic")

    assert ("<t>" in write_inline(text, (term,), TRAINED).text) is is_given


@pytest.mark.parametrize(
    ("text", "term", "is_given"),
    [
        ("麻しんと診断した。", "麻しん", True),
        ("麻しん患者が増えた。", "麻しん", True),
        ("車いすを借りた。", "車いす", True),
        ("強く非難するとした。", "強く非難する", False),
        ("強く非難する。", "強く非難する", False),
    ],
)
def test_a_noun_that_ends_in_hiragana_is_told_by_the_ending_or_by_what_follows(text, term, is_given):
    asked = should(text, term, "measles")

    assert ("<t>" in write_inline(text, (asked,), TRAINED).text) is is_given


def test_more_of_a_kind_than_there_are_slots():
    text = "・".join("甲乙丙丁戊己庚辛壬")
    own = tuple(bind(text, char, f"Name{n}") for n, char in enumerate("甲乙丙丁戊己庚辛壬"))

    assert write_slots(text, own, TRAINED) is None


PLACES = "ブリュッセル、オスロ及びヘルシンキを順に訪れた。"
STOPS = tuple(bind(PLACES, ja, en, "name") for ja, en in (("ブリュッセル", "Brussels"), ("ヘルシンキ", "Helsinki")))


def test_further_writings_hold_the_same_in_other_forms():
    """Each constraint stands in each writing once, inline or as a slot, and no writing comes twice."""
    writings = write_mixed(PLACES, STOPS, TRAINED)

    assert len({written.text for written in writings} - {write_inline(PLACES, STOPS, TRAINED).text}) == MIXED
    for written in writings:
        shown = [written.text.count(english) for english in ("Brussels", "Helsinki")]
        slotted = [[value for _, value in written.slots].count(english) for english in ("Brussels", "Helsinki")]
        assert [a + b for a, b in zip(shown, slotted, strict=True)] == [1, 1]
        assert all(written.text.count(symbol) == 1 for symbol, _ in written.slots)


def test_the_same_text_gives_the_same_writings():
    """So that the same paper gives the same English."""
    assert write_mixed(PLACES, STOPS, TRAINED) == write_mixed(PLACES, STOPS, TRAINED)


def test_a_long_term_is_a_slot_in_every_writing():
    text = "国別適合パートナーシップ計画に触れた。"
    long = bind(text, "国別適合パートナーシップ計画", "Individually Tailored Partnership Programme of NATO")

    writings = write_mixed(text, (long,), TRAINED)

    assert writings
    assert all(written.slots and "Tailored" not in written.text for written in writings)


def test_there_is_one_way_only_where_nothing_is_written_or_one_form_is_known():
    assert write_mixed(PLACES, (), TRAINED) == ()
    assert write_mixed(PLACES, STOPS, Capabilities(markers=("<t>", "</t>"))) == ()
    assert write_mixed(PLACES, STOPS, Capabilities(slot="<{kind}{number}>", slots_per_kind=8)) == ()
