"""Composing: each segment once, each finding at its row, acronyms expanded at first use, pieces that join up."""

from dataclasses import replace
from datetime import date

import pytest

from briefgen.composing import Author, compose_briefing, raise_marking
from briefgen.findings import Code, Finding, Location, Severity
from briefgen.marking import Mark, Marking
from briefgen.model.briefing import Heading, Provenance
from briefgen.model.document import Metadata
from briefgen.model.segment import Rung, Status, TranslatedDocument, TranslatedSegment
from briefgen.terms.missing import unknown_name
from briefgen.verification import verify
from tests.translation.build import bind, document

PROVENANCE = Provenance("0.1.0", "fake 1", "0" * 64, "house (1 terms)", "0" * 64, "briefing")
FIRST, SECOND = "ＩＰ４の会合に出席した。", "ＩＰ４と協力する。"


def composed(*findings, author=None, **more):
    segmented = document(FIRST, SECOND, **more)
    rows = []
    for segment, english in zip(
        segmented.segments, ("He attended the IP4 meeting.", "Cooperate with IP4."), strict=True
    ):
        own = (bind(segment.text, "ＩＰ４", "IP4", "acronym", expansion="Indo-Pacific Four", note="NATO website"),)
        marks = verify(segment.text, english, own).marks
        rows.append(TranslatedSegment(segment, english, Rung.INLINE, Status.MACHINE, own, marks))
    translated = TranslatedDocument(segmented.source, tuple(rows))
    return compose_briefing([translated], findings, author or Author(), PROVENANCE, date(2024, 10, 21))


def test_rows_are_numbered_and_hold_each_segment_once():
    briefing = composed()

    assert [row.number for row in briefing.rows] == [1, 2]
    assert [row.segment for row in briefing.rows] == ["b0001.s01", "b0002.s01"]
    assert [row.ja_text for row in briefing.rows] == [FIRST, SECOND]


def test_an_acronym_is_expanded_at_its_first_use_only():
    first, second = composed().rows

    assert first.en_text == "He attended the Indo-Pacific Four (IP4) meeting."
    assert second.en_text == "Cooperate with IP4."


def test_an_acronym_that_the_paper_gives_behind_its_name_is_not_expanded():
    segmented = document("４か国（ＩＰ４）が集まり、ＩＰ４は合意した。")
    (segment,), english = segmented.segments, "The partners (IP4) met, and the IP4 agreed."
    own = (
        bind(segment.text, "４か国", "partners", "term"),
        bind(segment.text, "ＩＰ４", "IP4", "acronym", expansion="Indo-Pacific Four"),
    )
    marks = verify(segment.text, english, own).marks
    row = TranslatedSegment(segment, english, Rung.INLINE, Status.MACHINE, own, marks)
    translated = TranslatedDocument(segmented.source, (row,))
    briefing = compose_briefing([translated], (), Author(), PROVENANCE, date(2024, 10, 21))

    assert briefing.rows[0].en_text == english


def test_terms_are_listed_with_their_first_row_and_count():
    (term,) = composed().terms

    assert (term.ja, term.en, term.first_row, term.count) == ("ＩＰ４", "IP4", 1, 2)


def test_a_row_that_is_most_likely_wrong_has_a_status_of_its_own():
    """Whatever else was found in it."""
    where = Location("paper.txt", segment="b0002.s01")
    doubted = Finding(Code.LIKELY_WRONG, Severity.ERROR, "wrong", where)
    missing = Finding(Code.TERM_MISSING, Severity.ERROR, "missing", where)

    assert composed(doubted, missing).rows[1].status is Status.DOUBTED


def test_a_finding_about_a_segment_stands_at_its_row_and_asks_for_a_check():
    where = Location("paper.txt", segment="b0002.s01")
    briefing = composed(Finding(Code.TERM_MISSING, Severity.ERROR, "missing", where))

    assert [row.status for row in briefing.rows] == [Status.MACHINE, Status.CHECK]
    assert briefing.rows[1].findings[0].message == "missing"
    assert briefing.findings == ()


@pytest.mark.parametrize(("english", "count"), [("[岬　浩] came.", 0), ("Misaki came.", 1)])
def test_an_unknown_name_is_told_in_its_first_row_only(english, count):
    """Later rows that keep it in brackets need a check all the same; where the model wrote it, each row says so."""
    segmented = document("岬浩が来た。", "岬　浩が来た。")
    rows = [
        TranslatedSegment(segment, words, Rung.INLINE, Status.MACHINE)
        for segment, words in zip(segmented.segments, ("[岬浩] came.", english), strict=True)
    ]
    names = [
        replace(unknown_name(name, "person"), where=Location("paper.txt", segment=segment.id))
        for name, segment in zip(("岬浩", "岬　浩"), segmented.segments, strict=True)
    ]
    translated = TranslatedDocument(segmented.source, tuple(rows))
    briefing = compose_briefing([translated], names, Author(), PROVENANCE, date(2024, 10, 21))

    assert [len(row.findings) for row in briefing.rows] == [1, count]
    assert {row.status for row in briefing.rows} == {Status.CHECK}
    assert briefing.findings == ()


def test_a_note_for_information_changes_no_status():
    briefing = composed(Finding(Code.TERM_MISSING, Severity.INFO, "x", Location("paper.txt", segment="b0002.s01")))

    assert briefing.rows[1].status is Status.MACHINE


def test_findings_about_no_row_are_kept_for_the_summary():
    finding = Finding(Code.FURNITURE_DROPPED, Severity.INFO, "left out", Location("paper.txt"))
    briefing = composed(finding)

    assert briefing.findings == (finding,)
    assert briefing.parts[0].findings == (finding,)


def test_the_issuer_has_an_english_name_where_no_model_made_it():
    segmented = document("防衛省")
    source, (segment,) = replace(segmented.source, metadata=Metadata(issuer="防衛省")), segmented.segments
    for status, name in ((Status.COMPUTED, "Ministry of Defense"), (Status.MACHINE, ""), (Status.CHECK, "")):
        row = TranslatedSegment(segment, "Ministry of Defense", Rung.WHOLE, status, (), ())
        briefing = compose_briefing([TranslatedDocument(source, (row,))], (), Author(), PROVENANCE, date(2024, 10, 21))

        assert (briefing.parts[0].source.issuer_ja, briefing.parts[0].source.issuer_en) == ("防衛省", name)


def test_both_calendars_and_the_author():
    briefing = composed(
        author=Author(title="Talks", marking=Marking((Mark("DRAFT", "State", 0),)), bottom_line="They met.")
    )

    assert (briefing.date_ja, briefing.title_en) == ("令和6年10月21日", "Talks")
    assert (briefing.marking, briefing.bottom_line) == ("DRAFT", "They met.")


def test_where_a_term_comes_from_is_said_once():
    own = (bind("会談", "会談", "talks", note="this paper; 会談, defined in the paper; proposed; house.csv:3"),)
    segmented = document("会談")
    row = TranslatedSegment(segmented.segments[0], "talks", Rung.WHOLE, Status.COMPUTED, own, ())
    briefing = compose_briefing(
        [TranslatedDocument(segmented.source, (row,))], (), Author(), PROVENANCE, date(2024, 10, 21)
    )

    assert briefing.terms[0].note == "会談, defined in the paper; proposed"


def test_a_term_that_is_in_no_glossary_as_a_whole_says_so():
    own = tuple(
        bind("新議長、議長", ja, "Chair", note=note)
        for ja, note in (("新議長", "title: house.csv:3"), ("議長", "house.csv:3"))
    )
    segmented = document("新議長、議長")
    row = TranslatedSegment(segmented.segments[0], "Chair", Rung.WHOLE, Status.COMPUTED, own, ())
    briefing = compose_briefing(
        [TranslatedDocument(segmented.source, (row,))], (), Author(), PROVENANCE, date(2024, 10, 21)
    )

    assert {term.ja: term.note for term in briefing.terms} == {"新議長": "put together from its parts", "議長": ""}


def test_the_subject_is_the_title_unless_there_is_one():
    authors = [Author(title=title, heading=Heading(subject="Visit")) for title in ("", "Talks")]

    assert [composed(author=author).title_en for author in authors] == ["Visit", "Talks"]


def test_bracketed_remarks_of_a_paper_and_names_without_english_are_no_terms():
    text, english = "ノルデンとの会談（概要）", {"ノルデン": "[ノルデン]", "会談": "meeting", "（概要）": "(Summary)"}
    segmented = document(text)
    own = tuple(bind(text, source, words) for source, words in english.items())
    row = TranslatedSegment(
        segmented.segments[0], "meeting with [ノルデン] (Summary)", Rung.WHOLE, Status.CHECK, own, ()
    )
    briefing = compose_briefing(
        [TranslatedDocument(segmented.source, (row,))], (), Author(), PROVENANCE, date(2024, 10, 21)
    )

    assert [term.en for term in briefing.terms] == ["meeting"]


def marked(text: str, scheme: str = "UK", rank: int = 0, **more: object) -> Marking:
    return Marking((Mark(text, scheme, rank, **more),))


@pytest.mark.parametrize(
    ("source", "english", "ja", "en"),
    [
        ("鳴瀬防衛大臣", "Defense Minister [鳴瀬]", "鳴瀬/防衛大臣*", "Defense Minister */[鳴瀬]"),
        (
            "日・ノルデン協力",
            "Japan-[ノルデン] cooperation",
            "日・*/ノルデン/協力*",
            "Japan-*/[ノルデン]/ cooperation*",
        ),
        ("エリク・ドルン氏", "Mr. [エリク・ドルン]", "エリク・ドルン/氏*", "Mr. */[エリク・ドルン]"),
        ("ＩＰ４", "IP4", "ＩＰ４*", "IP4*"),
    ],
)
def test_a_name_kept_in_japanese_looks_like_no_term(source, english, ja, en):
    """What is of the glossary or computed has a star."""
    own = (bind(source, source, english, "person"),)
    (segment,) = document(source).segments
    row = TranslatedSegment(segment, english, Rung.INLINE, Status.CHECK, own, verify(source, english, own).marks)
    translated = TranslatedDocument(document(source).source, (row,))
    (made,) = compose_briefing([translated], (), Author(), PROVENANCE, date(2024, 10, 21)).rows

    shown = ["/".join(piece.text + "*" * (piece.kind is not None) for piece in cell) for cell in (made.ja, made.en)]
    assert shown == [ja, en]


def test_a_note_is_marked_as_high_as_its_highest_source():
    segments = document("取扱注意", "会談の概要")
    translated = TranslatedDocument(segments.source, ())
    known = (Mark("注意", "Japan", 0), Mark("取扱注意", "Japan", 1))

    raised = raise_marking(Author(marking=marked("OFFICIAL"), known_marks=known), [translated])

    assert raised.value.marking.text == "OFFICIAL　取扱注意"
    (finding,) = raised.findings
    assert finding.code is Code.MARKING_RAISED


def test_the_title_of_a_note_of_several_papers_tells_that_there_are_more():
    papers = [TranslatedDocument(document(text).source, ()) for text in ("会談の概要", "表敬", "訪問")]

    one, three = (compose_briefing(papers[:n], (), Author(), PROVENANCE, date(2024, 10, 21)) for n in (1, 3))

    assert three.title_en == one.title_en + " and 2 more papers"
    assert (one.title_ja, three.title_ja) == ("", "") or three.title_ja == one.title_ja + "　ほか2件"


def test_a_mark_that_stands_only_in_what_was_left_out_raises_the_note():
    translated = TranslatedDocument(document("会談の概要").source, ())
    known = (Mark("取扱注意", "Japan", 1),)
    texts = ("海山省　- 1 -", "取扱注意　海山省")
    head = Finding(Code.FURNITURE_DROPPED, Severity.INFO, "Left out", Location(translated.source.name), texts=texts)
    other = replace(head, where=Location("other.txt"))

    raised = raise_marking(Author(known_marks=known), [translated], [head])

    assert raised.value.marking.text == "取扱注意"
    assert "running head" in raised.findings[0].message
    assert raise_marking(Author(known_marks=known), [translated], [other]).value.marking.text == ""


def test_portion_marks_stand_before_every_row_or_none():
    secret = marked("SECRET", "US", 3, portion="(S)", needs_portions=True, designation=("Classified by", "POC"))

    plain, portioned = composed(), composed(author=Author(marking=secret, designation={"poc": "Desk"}))

    assert {row.portion for row in plain.rows} == {""}
    assert {row.portion for row in portioned.rows} == {"(S)"} == {portioned.portion}
    assert [(line.label, line.value) for line in portioned.designation] == [("Classified by", ""), ("POC", "Desk")]
