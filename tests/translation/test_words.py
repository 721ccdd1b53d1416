"""The table of words: what it looks for in a row, what it passes over, and what it calls missing or made up."""

import pytest

from briefgen.resources import words_file
from briefgen.translation.words import WordTable, folded, read_word_table, stem, words_of
from briefgen.verification import verify
from tests.translation.build import bind, should

TABLE = read_word_table(
    "# a comment\n*\theld regard\n輸送艦\ttransport ship\n輸送\ttransport\n受入\taccept receiv\n"
    "サイバー\tcyber\n~的\tstrategic\n防衛\tdefens\n".encode()
)
MET = read_word_table(
    "+\t南 洋 上 洋上 スペース\n諸国\tcountri | nation\nサイバー\tcyber\n受入\taccept | host\n".encode()
)


def found(text, table=TABLE):
    return [text[span.start : span.end] for span in table.japanese_words(text)]


def missing(ja, en, *constraints):
    marks = verify(ja, en, constraints).marks
    text = folded(ja, constraints, marks)
    return [text[span.start : span.end] for span in TABLE.missing(ja, en, constraints, marks)]


def unsupported(ja, en, *constraints):
    return TABLE.unsupported(ja, en, verify(ja, en, constraints).marks)


def test_the_longest_word_is_taken():
    assert found("輸送艦の受入れ") == ["輸送艦", "受入"]


def test_unknown_kanji_stand_alone_and_unknown_katakana_together():
    assert found("砲と輸送、ドローン") == ["砲", "輸送", "ドローン"]


def test_a_katakana_word_is_never_the_beginning_of_a_longer_one():
    assert found("サイバースペース") == ["サイバースペース"]
    assert found("サイバー防衛") == ["サイバー", "防衛"]


def test_what_no_english_can_say_is_missing():
    assert missing("輸送艦の受入れ", "Reception of a vessel") == ["輸送艦", "受入"]
    assert missing("輸送艦の受入れ", "Receiving a transport ship") == []


def test_the_counter_of_a_figure_is_not_missing():
    table = WordTable({"名": frozenset({"people"}), "輸送": frozenset({"transport"})}, (), ())
    text = "２０名の輸送、名"

    assert [text[span.start : span.end] for span in table.missing(text, "Trainees", (), ())] == ["輸送", "名"]


def test_words_the_table_does_not_know_or_that_prove_nothing_are_passed_over():
    assert missing("迂回、戦略的", "Something") == []


def never_met(ja, *constraints):
    marks = verify(ja, "Something", constraints).marks
    text = folded(ja, constraints, marks)
    return [text[span.start : span.end] for span in MET.never_met(ja, constraints, marks)]


def test_what_the_texts_of_the_table_do_not_have_was_never_met():
    """Kanji that never stood side by side, a kanji or a run of katakana never seen."""
    assert never_met("南洋諸国が受入れ、瀋、スアレス") == ["南洋", "瀋", "スアレス"]


def test_what_they_have_is_passed_over():
    """Met side by side or alone, katakana of two words, numerals, conjunctions, other constraints."""
    assert never_met("洋上、南、サイバースペース、三国、諸国及び上") == []
    assert never_met("南洋諸国", bind("南洋諸国", "南洋", "the South Seas")) == []
    assert never_met("３洋南国と4上国", bind("３洋南国", "３", "3", "number")) == ["南国"]


def test_a_table_that_does_not_say_what_was_met_knows_of_nothing_strange():
    assert TABLE.never_met("南洋諸国、瀋、スアレス", (), ()) == []


def test_scraps_are_what_is_no_word_of_the_table():
    assert list(MET.scraps_in("南洋上の諸国及びスペース")) == ["南", "洋", "上", "南洋", "洋上", "スペース"]


def test_of_some_english_the_table_is_sure():
    assert MET.sure("受入") == {"accept"}
    assert MET.sure("南洋") == TABLE.sure("受入") == frozenset()
    assert MET.missing("受入", "Hosting", (), ()) == []


def test_what_is_verified_otherwise_is_not_looked_for():
    """A MUST constraint always, a SHOULD constraint where it is met."""
    ja = "輸送艦の受入れ"

    assert missing(ja, "Landing craft", bind(ja, "輸送艦", "LST")) == ["受入"]
    assert missing(ja, "Host an LST", bind(ja, "輸送艦", "LST"), should(ja, "受入れ", "host")) == []
    assert missing(ja, "LST", bind(ja, "輸送艦", "LST"), should(ja, "受入れ", "host")) == ["受入"]


def test_full_width_forms_are_read_as_what_they_are():
    assert missing("ｻｲﾊﾞｰ", "Defense") == ["サイバー"]


def test_english_of_a_word_in_kana_is_supported():
    assert unsupported("まず、輸送した。", "First, it was clear transport") == ("clear",)
    assert unsupported("はっきりしない輸送", "First, it was clear transport") == ("First",)


def test_english_from_nowhere_is_unsupported():
    """Also words that do not exist; not those without a meaning of their own, nor those the table calls free."""
    assert unsupported("輸送艦の受入れ", "Cyber transport, held regarding the telemical ship") == ("Cyber", "telemical")


def test_english_of_constraints_needs_no_other_source():
    ja = "輸送艦の受入れ"

    assert unsupported(ja, "Quarterly Accepting", bind(ja, "輸送艦", "Quarterly")) == ()
    assert unsupported(ja, "Quarterly Accepting by the quarterly", bind(ja, "輸送艦", "Quarterly")) == ()


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (["transport", "transports", "transported", "transporting"], "transport"),
        (["agency", "agencies"], "agency"),
        (["plan", "planned", "planning"], "plan"),
        (["receive", "receives", "receiving"], "receiv"),
        (["pass"], "pass"),
        (["use"], "use"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms, expected):
    assert {stem(form) for form in forms} == {expected}


def test_small_words_say_nothing():
    assert words_of("The ministers of both countries were there, 12 in all") == ["ministers", "countries"]


def test_an_empty_table_finds_nothing():
    assert len(WordTable({}, (), ())) == 0
    assert WordTable({}, (), ()).missing("輸送", "Nothing", (), ()) == []


def test_the_table_that_comes_with_the_program():
    """Thousands of words, and the ones of the register say what they should."""
    table = read_word_table(words_file().read_bytes())
    ja, good, bad = (
        "沖合の避難者を輸送した。",
        "Evacuees offshore were transported.",
        "The ceremony was held in spring.",
    )

    assert len(table) > 5_000
    assert table.missing(ja, good, (), ()) == []
    assert len(table.missing(ja, bad, (), ())) >= 2
    assert {"ceremony", "spring"} <= set(table.unsupported(ja, bad, ()))


@pytest.mark.parametrize(
    ("ja", "en", "expected"),
    [
        ("我々は来た。", "We came.", []),
        ("我らの船", "our ship", []),
        ("我々は来た。", "It came.", ["我"]),
        ("我国", "our", ["我"]),
    ],
)
def test_a_pronoun_is_said_by_a_small_word(ja, en, expected):
    table = read_word_table("我\tjapan | naiv\n".encode())

    assert [ja[span.start : span.end] for span in table.missing(ja, en, (), ())] == expected
