"""Glossary values and layers, and the CSV they come from."""

from __future__ import annotations

import pytest

from briefgen.errors import GlossaryError
from briefgen.findings import Code
from briefgen.model.segment import ConstraintKind, Strength
from briefgen.terms.glossary.csv_format import COLUMNS, read_glossary, write_glossary
from briefgen.terms.glossary.glossary import Glossary, Term
from briefgen.terms.matching import Matcher
from briefgen.terms.upkeep.find import find_terms
from briefgen.terms.upkeep.lint import lint


def test_only_ja_and_en_are_required():
    outcome = read_glossary("ja,en\n演習,exercise\n".encode(), "house.csv")

    assert outcome.value.terms == (Term("演習", "exercise", origin="house.csv:2"),)
    assert outcome.value.name == "house"
    assert outcome.findings == ()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
def test_encodings_and_delimiters(delimiter, encoding):
    content = delimiter.join(["en", "ja"]) + "\r\n" + delimiter.join(["exercise", "演習"]) + "\r\n"
    outcome = read_glossary(content.encode(encoding), "g.csv")

    assert [(term.ja, term.en) for term in outcome.value.terms] == [("演習", "exercise")]
    assert [finding.code for finding in outcome.findings] == ([Code.ENCODING] if encoding == "cp932" else [])


def test_all_columns():
    row = (
        "ＮＡＴＯ,NATO,acronym,なとー,NATO,北大西洋条約機構|ナトー,North Atlantic Treaty Organization,Nato,"
        "nato,provisional,should,part,site,x"
    )
    (term,) = read_glossary((",".join(COLUMNS) + "\n" + row).encode(), "g.csv").value.terms

    assert term.variants == ("北大西洋条約機構", "ナトー")
    assert (term.strength, term.is_part, term.status, term.avoid) == (Strength.SHOULD, True, "provisional", ("Nato",))
    assert term.constraint_kind is ConstraintKind.ACRONYM
    assert term.long_form == "North Atlantic Treaty Organization"


def test_line_breaks_and_no_break_spaces_in_cells_are_spaces():
    (term,) = read_glossary('ja,en\n"統合\n 演習","joint\u00a0\r\nexercise"\n'.encode(), "g.csv").value.terms

    assert (term.ja, term.en) == ("統合 演習", "joint exercise")


def test_remarks_and_empty_rows_are_skipped_and_rows_keep_their_numbers():
    content = 'ja,en\n# ranks\n,\n"陸,将","Lieutenant\nGeneral"\n海将,Vice Admiral\n'.encode()

    assert [term.origin for term in read_glossary(content, "g.csv").value.terms] == ["g.csv:4", "g.csv:6"]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("", "g.csv:1"),
        ("japanese,en\n", "g.csv:1:japanese"),
        ("ja,note\n", "g.csv:1:en"),
        ("ja,en,en\n", "g.csv:1:en"),
        ("ja,en,kind\n演習,exercise,term\n訓練,training\n", "g.csv:3:kind"),
        ("ja,en\n演習,exercise,drill\n", "g.csv:2"),
        ("ja,en\n演習,\n", "g.csv:2:en"),
        ("ja,en,kind\n演習,exercise,verb\n", "g.csv:2:kind"),
        ("ja,en,match\n演習,exercise,often\n", "g.csv:2:match"),
        ('ja,en\n演習,"exercise" drill\n', "g.csv:2"),
    ],
)
def test_faults_name_file_row_and_column(content, place):
    with pytest.raises(GlossaryError) as caught:
        read_glossary(content.encode(), "g.csv")

    assert caught.value.message.startswith(f"{place}:")
    assert caught.value.hint or "empty" in caught.value.message or "twice" in caught.value.message


def test_neither_utf8_nor_cp932():
    with pytest.raises(GlossaryError, match=r"g\.csv:2"):
        read_glossary(b"ja,en\n\x81\x20\xff,x\n", "g.csv")


def test_written_glossary_reads_back(glossary):
    again = read_glossary(write_glossary(glossary), "glossary.csv").value

    assert again.fingerprint == glossary.fingerprint
    assert [term.ja for term in again.terms] == [term.ja for term in glossary.terms]


def test_fingerprint_is_about_content():
    one, other = Term("演習", "exercise", origin="a:2"), Term("演習", "exercise", origin="b:9")

    assert Glossary("a", (one,)).fingerprint == Glossary("b", (other,)).fingerprint
    assert Glossary("a", (one,)).fingerprint != Glossary("a", (Term("演習", "drill"),)).fingerprint


def test_later_layer_wins_and_says_so():
    base = Glossary("base", (Term("演習", "exercise", origin="base:2"), Term("訓練", "training")))
    house = Glossary("house", (Term("演　習", "drill", origin="house:2"),))
    outcome = base.merged_with([house])

    assert [term.en for term in outcome.value.terms] == ["training", "drill"]
    assert outcome.value.name == "base + house"
    assert [finding.code for finding in outcome.findings] == [Code.GLOSSARY_OVERRIDDEN]
    assert str(outcome.findings[0].where) == "house:2"


@pytest.mark.parametrize(
    ("below", "above", "said"),
    [
        (Term("係留", "mooring"), Term("係留", "tethering", note="context:気球"), ["tethering", "mooring"]),
        (
            Term("係留", "mooring", note="context:船|艦"),
            Term("係留", "tethering", note="context:気球"),
            ["tethering", "mooring"],
        ),
        (
            Term("係留", "mooring", note="context:気球"),
            Term("係留", "tethering", note="context:気球"),
            ["tethering"],
        ),
        (Term("係留", "mooring", note="context:船"), Term("係留", "tethering"), ["tethering"]),
    ],
)
def test_an_entry_with_a_context_of_its_own_lives_beside_those_below(below, above, said):
    outcome = Glossary("base", (below,)).merged_with([Glossary("house", (above,))])

    assert [term.en for term in outcome.value.terms] == said
    assert len(outcome.findings) == 2 - len(said)


def test_of_two_contexts_that_fit_the_later_file_wins():
    base = Glossary("base", (Term("係留", "mooring", note="context:船"),))
    house = Glossary("house", (Term("係留", "tethering", note="context:気球"),))
    matcher = Matcher(base.merged_with([house]).value)

    assert [
        matcher.find(text)[0].term.en for text in ("船を係留する。", "気球を係留する。", "船と気球を係留する。")
    ] == [
        "mooring",
        "tethering",
        "tethering",
    ]


LINT_CASES = {
    Code.GLOSSARY_DUPLICATE: (Term("演習", "exercise", origin="g:2"), Term("演習", "exercise", origin="g:3")),
    Code.GLOSSARY_CONFLICT: (Term("演習", "exercise", origin="g:2"), Term("演 習", "drill", origin="g:3")),
    Code.GLOSSARY_SHORT_TERM: (Term("艦", "ship", origin="g:3"),),
    Code.GLOSSARY_SHADOWED: (
        Term("パートナー・国", "partner", origin="g:3"),
        Term("パートナー国際", "x", variants=("パートナー国",), origin="g:2"),
    ),
    Code.GLOSSARY_SWAPPED: (Term("exercise", "演習", origin="g:3"),),
    Code.GLOSSARY_FULL_WIDTH: (Term("演習", "ｅxercise", origin="g:3"),),
    Code.GLOSSARY_INVISIBLE: (Term("演習", "exer\u200bcise", origin="g:3"),),
    Code.GLOSSARY_NO_EXPANSION: (Term("ＡＢＣ", "ABC", "acronym", origin="g:3"),),
}


@pytest.mark.parametrize("code", [code for code in LINT_CASES if code is not Code.GLOSSARY_SHADOWED])
def test_lint_finds(code):
    findings = lint(Glossary("g", LINT_CASES[code]))

    assert [finding.code for finding in findings] == [code]
    assert str(findings[0].where).startswith("g:3:")


def test_lint_finds_a_form_that_is_right_and_wrong():
    """A part of a right form may be avoided: Macedonia beside North Macedonia."""
    terms = (
        Term("演習", "exercise", accepted=("Drill",), avoid=("drill",), origin="g:2"),
        Term("北マケドニア", "North Macedonia", avoid=("Macedonia",), origin="g:3"),
    )

    assert [str(finding.where) for finding in lint(Glossary("g", terms))] == ["g:2:avoid"]


def test_lint_finds_a_variant_that_is_a_term():
    terms = (Term("演習", "exercise", origin="g:2"), Term("大訓練", "grand drill", variants=("演習",), origin="g:3"))

    assert [(f.code, f.where.column) for f in lint(Glossary("g", terms))] == [(Code.GLOSSARY_CONFLICT, "variants")]


def test_lint_lets_a_word_have_a_meaning_for_each_context():
    here = Term("委員長", "President", note="context:欧州委", origin="g.csv:2")
    there = Term("委員長", "Chair", note="context:!欧州委", origin="g.csv:3")
    again = Term("委員長", "Head", note="context:欧州委", origin="g.csv:4")

    assert lint(Glossary("g", (here, there))) == ()
    assert [str(finding.where) for finding in lint(Glossary("g", (here, there, again)))] == ["g.csv:4:en"]


def test_good_glossary_has_no_lint(glossary):
    assert [str(finding.where) for finding in lint(glossary)] == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("防衛省", "Ministry of Defense"),
        ("MOD", "Ministry of Defense"),
        ("nakatani", "Nakatani Gen"),
        ("なかたに", "Nakatani Gen"),
    ],
)
def test_find_terms(query, first, glossary):
    assert find_terms(glossary, query)[0].en == first


def test_find_terms_ranks_whole_before_part(glossary):
    assert [term.ja for term in find_terms(glossary, "防衛")][:2] == ["防衛", "防衛省"]
    assert find_terms(glossary, "") == ()
