"""The constraints of a whole paper, put together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefgen.findings import Code
from briefgen.model.document import Block, BlockId, BlockKind, Metadata, SourceDocument
from briefgen.model.segment import ConstraintKind, Segment, SegmentedDocument, SegmentId, Span, Strength
from briefgen.terms.constraints import Constrainer
from briefgen.terms.glossary.glossary import Glossary, Term
from briefgen.terms.labels import label_english


def paper(*texts: str, issued: date | None = date(2024, 11, 6)) -> SegmentedDocument:
    blocks = tuple(Block(BlockId(f"b{n}"), BlockKind.PARAGRAPH, text, page=n) for n, text in enumerate(texts, 1))
    segments = tuple(Segment(SegmentId(f"{b.id}.s01"), b.id, Span(0, len(b.text)), b.text) for b in blocks)
    return SegmentedDocument(SourceDocument("paper.txt", "0", "text/plain", blocks, Metadata(issued=issued)), segments)


@pytest.fixture(scope="module")
def constrainer(glossary):
    return Constrainer(glossary)


def english(constrainer: Constrainer, text: str) -> list[str]:
    return [constraint.english for constraint in constrainer.constrain_text(text, 2024)]


def test_a_full_sentence(constrainer):
    text = (
        "１１月５日（火）、中谷防衛大臣は、１５時００分から約２０分間、ルッテＮＡＴＯ事務総長と会談し、"
        "ウクライナへの車両３台の提供を伝えた。"
    )

    assert english(constrainer, text) == [
        "Tuesday, November 5", "Defense Minister Nakatani", "15:00", "approximately 20 minutes",
        "NATO Secretary General Rutte", "Ukraine", "3",
    ]  # fmt: skip


def test_a_term_that_holds_a_figure_wins_over_it(constrainer):
    assert english(constrainer, "12式地対艦誘導弾と第13旅団") == ["Type 12 surface-to-ship missile", "13th Brigade"]


def test_constraints_are_sorted_and_do_not_overlap(constrainer):
    found = constrainer.constrain_text(
        "防衛省・自衛隊は令和６年１１月に中谷防衛大臣がNATO国防相会合で日本の４分野を示した。", 2024
    )

    assert [one.span for one in found] == sorted(one.span for one in found)
    assert not any(a.span.overlaps(b.span) for a in found for b in found if a is not b)


def test_strength_and_avoid_come_from_the_glossary(constrainer):
    (one,) = constrainer.constrain_text("共同訓練")

    assert (one.strength, one.avoid, one.kind) == (Strength.SHOULD, ("joint exercise",), ConstraintKind.TERM)


def test_abbreviation_in_the_text_is_asked_for_with_its_expansion(constrainer):
    (one,) = constrainer.constrain_text("ＩＰ４")

    assert (one.english, one.kind, one.expansion) == ("IP4", ConstraintKind.ACRONYM, "Indo-Pacific Four")


def test_country_accepts_its_adjective(constrainer):
    assert "Ukrainian" in constrainer.constrain_text("ウクライナ")[0].accepted


def test_acronym_of_the_paper_is_known_in_all_its_segments(constrainer):
    document = paper("JCC：Joint Coordination Cell（共同調整所）を設けた。", "ＪＣＣは共同調整所である。")
    outcome = constrainer.constrain(document)
    second = outcome.value[SegmentId("b2.s01")]

    assert [one.english for one in second] == ["JCC", "Joint Coordination Cell"]
    assert second[0].expansion == "Joint Coordination Cell"
    assert [finding.code for finding in outcome.findings] == [Code.ACRONYM_FOUND]


def test_the_japanese_of_an_acronym_is_told_for_the_list(constrainer):
    """Of one the paper defines, and of one the glossary has."""
    document = paper("共同調整所（JCC：Joint Coordination Cell）を設けた。", "ＪＣＣとＮＡＴＯが")
    own = constrainer.constrain(document).value[SegmentId("b2.s01")]

    assert [one.english for one in own] == ["JCC", "NATO"]
    assert "共同調整所" in own[0].note
    assert "北大西洋条約機構" in own[1].note


def test_findings_name_page_and_segment(constrainer):
    outcome = constrainer.constrain(paper("本日は晴れ。", "１１月５日（水）に行う。"))

    assert [finding.code for finding in outcome.findings] == [Code.WEEKDAY_MISMATCH]
    assert str(outcome.findings[0].where) == "paper.txt p. 2 b2.s01"


def test_weekday_of_an_undated_paper_is_not_judged(constrainer):
    assert constrainer.constrain(paper("１１月５日（水）に行う。", issued=None)).findings == ()


def test_weekdays_are_not_judged_by_the_year_in_which_the_file_was_made(constrainer):
    dated = paper("１１月５日（水）に行う。")
    metadata = replace(dated.source.metadata, is_of_file=True)

    assert constrainer.constrain(dated).findings
    assert constrainer.constrain(replace(dated, source=replace(dated.source, metadata=metadata))).findings == ()


def test_the_hour_of_a_sentence_before_counts_in_one_paragraph_alone(constrainer):
    sentences = ("午後３時に出発する。", "到着は８時である。")
    one = paper(*sentences)
    joined = replace(one, segments=tuple(replace(segment, block=BlockId("b1")) for segment in one.segments))

    assert [finding.code for finding in constrainer.constrain(joined).findings] == [Code.AMBIGUOUS_TIME]
    assert constrainer.constrain(one).findings == ()


def test_reading_given_once_serves_later_segments(constrainer):
    document = paper("大野 結衣（おおの・ゆい）大使が着任した。", "大野大使は述べた。")
    outcome = constrainer.constrain(document)

    assert outcome.value[SegmentId("b2.s01")][0].english == "Ambassador Ono"


def test_rivals_are_accepted_and_reported():
    glossary = Glossary("g", (Term("演練", "drill"), Term("演練", "rehearsal")))
    document = paper("演練を行う。")
    outcome = Constrainer(glossary).constrain(document)

    assert outcome.value[SegmentId("b1.s01")][0].accepted == ("rehearsal",)
    assert [finding.code for finding in outcome.findings] == [Code.AMBIGUOUS_TERM]


NAVY = tuple(
    Term(ja, en, domain="navy") for ja, en in (("護衛艦", "destroyer"), ("潜水艦", "submarine"), ("艦隊", "fleet"))
)
LAW = tuple(Term(ja, en, domain="law") for ja, en in (("条約", "treaty"), ("法律", "act"), ("政令", "cabinet order")))
MEANINGS = (Term("規程", "standing orders", domain="navy"), Term("規程", "bylaws", domain="law"))


@pytest.mark.parametrize(
    ("texts", "english", "codes"),
    [
        (("護衛艦、潜水艦及び艦隊が参加した。", "規程を定める。"), "standing orders", []),
        (("条約、法律及び政令を公布した。", "規程を定める。"), "bylaws", []),
        (("護衛艦、潜水艦、艦隊、条約、法律。", "規程を定める。"), "standing orders", [Code.AMBIGUOUS_TERM]),
        (("護衛艦が参加した。", "規程を定める。"), "standing orders", [Code.AMBIGUOUS_TERM]),
    ],
    ids=["navy", "law", "both", "too little"],
)
def test_several_meanings_are_resolved_by_the_domain_of_the_paper(texts, english, codes):
    """Where the paper is plainly of one domain; else the first is taken, and it is said."""
    outcome = Constrainer(Glossary("g", NAVY + LAW + MEANINGS)).constrain(paper(*texts))

    assert outcome.value[SegmentId("b2.s01")][0].english == english
    assert [finding.code for finding in outcome.findings] == codes


def test_a_meaning_hidden_in_a_longer_term_is_no_doubt():
    glossary = Glossary("g", (*MEANINGS, Term("規程集", "collection of rules")))
    outcome = Constrainer(glossary).constrain(paper("規程集を読む。"))

    assert outcome.findings == ()


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("（１）", "(1)"), ("１．", "1."), ("１", "1."), ("１）", "1)"), ("①", "①"),
        ("（注１）", "(Note 1)"), ("注２", "Note 2"),
        ("※", "Note:"), ("※１", "*1"), ("・", "•"), ("別紙１", "Attachment 1"), ("ア", "a."),
        ("（イ）", "(b)"), ("二", "2."),
        ("第８条の２", "Article 8-2"), ("第三章の二の三", "Chapter 3-2-3"),
        ("第３章", "Chapter 3"), ("第一条", "Article 1"), ("○", "○"), ("（a）", "(a)"),
        ("図１", "Figure 1"), ("", ""),
        ("Q1.", "Q1."), ("Ⅱ", "II."), ("第２編", "Part 2"),
        ("問：", "Q:"), ("答：", "A:"), ("問１：", "Q1:"), ("問", "Q:"), ("（問）", "(Q)"), ("【答】", "(A)"),
        ("Ｑ：", "Q:"),
        ("質問２：", "Q2:"), ("記者：", "Reporter:"), ("記者２：", "Reporter 2:"), ("司会：", "Moderator:"),
        ("司会者：", "Moderator:"), ("大臣：", "Minister:"), ("報道官：", "Press Secretary:"),
        ("記者　：", "Reporter:"), ("【記者】", "(Reporter)"), ("（大臣）", "(Minister)"),
        ("知事", "Governor:"), ("委員長", "Chair:"),
    ],
)  # fmt: skip
def test_label_english(label, expected):
    assert label_english(label) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("月", "火", "水", " 木"), ["Monday", "Tuesday", "Wednesday", "Thursday"]),
        (("水", "木", "火"), []),
        (("月", "火", "水", "木曜日の午後"), []),
    ],
    ids=["heads of a timetable", "too few to be sure", "one of them in a sentence"],
)
def test_letters_alone_are_weekdays_where_a_paper_has_several(constrainer, texts, expected):
    found = constrainer.constrain(paper(*texts)).value

    assert [one.english for constraints in found.values() for one in constraints if len(one.source) == 1] == expected


def test_a_paper_calls_unknown_ships_and_places_by_one_name(constrainer):
    """A numeral in such a name is no figure."""
    outcome = constrainer.constrain(paper("漁船第三波丸は四津谷市の港を出た。", "第三波丸の船長は四津谷の人である。"))

    assert [[one.english for one in found] for found in outcome.value.values()] == [
        ["[第三波丸]", "[四津谷] City"], ["[第三波丸]", "[四津谷]"],
    ]  # fmt: skip
    assert [finding.code for finding in outcome.findings] == [Code.NAME_UNKNOWN] * 4


def test_a_surname_that_holds_a_figure_stays(constrainer):
    outcome = constrainer.constrain(paper("三島、五十嵐の各委員", "八重樫 龍（会長）", "五十嵐学園に集まる。"))

    assert [one.english for one in outcome.value[SegmentId("b1.s01")]] == ["[五十嵐]"]
    assert next(one.english for one in outcome.value[SegmentId("b2.s01")]) == "[八重樫 龍]"
    assert Code.NAME_UNKNOWN in [finding.code for finding in outcome.findings]


def test_a_word_in_latin_letters_stays(constrainer):
    assert english(constrainer, "ＶＰＮを止めた。") == ["VPN"]


@pytest.mark.parametrize(("text", "form"), [("欧州の参考となる。", "reference"), ("参考", "Reference")])
def test_the_head_of_a_paper_is_no_name_inside_of_a_sentence(text, form):
    head = Term("参考", "Reference", domain="paper", strength=Strength.SHOULD)

    assert english(Constrainer(Glossary("g", (head,))), text)[-1] == form


def test_a_word_for_the_kind_of_an_unknown_place_gives_way_to_it():
    house = Glossary("g", (Term("公民館", "community center", strength=Strength.SHOULD),))

    assert english(Constrainer(house), "北鳴公民館と公民館") == ["[北鳴] Community Center", "community center"]
