"""The filters of the templates, one rule each."""

from datetime import date

import pytest

from briefgen.findings import Severity
from briefgen.model.briefing import Piece
from briefgen.model.document import Picture
from briefgen.model.segment import ConstraintKind, Rung, Status
from briefgen.writers.filters import FILTERS, date_in_words
from briefgen.writers.symbols import STATUS_SYMBOLS, STATUS_WORDS
from tests.writers.briefings import demo_briefing, finding, row


def test_dates_are_written_as_in_memos():
    assert FILTERS["date_en"](date(2024, 3, 7)) == "7 March 2024"


def test_every_status_has_a_symbol_of_its_own_that_japanese_fonts_have():
    assert set(STATUS_SYMBOLS) == set(STATUS_WORDS) == set(Status)
    assert len(set(STATUS_SYMBOLS.values())) == len(Status)
    assert all(symbol.encode("iso2022_jp") for symbol in STATUS_SYMBOLS.values())
    assert FILTERS["symbol"]("check") == "▲"


def test_rows_are_counted_by_status_in_the_order_of_trust():
    rows = [row(1, "", "", Status.CHECK), row(2, "", "", Status.REVIEWED), row(3, "", "", Status.CHECK)]

    assert [(tally.name, tally.symbol, tally.count) for tally in FILTERS["by_status"](rows)] == [
        ("reviewed", "●", 1), ("check", "▲", 2),
    ]  # fmt: skip


def test_findings_are_counted_by_severity_worst_first():
    findings = [finding(Severity.WARNING, "a"), finding(Severity.WARNING, "b"), finding(Severity.ERROR, "c")]

    assert [(tally.count, tally.words) for tally in FILTERS["by_severity"](findings)] == [
        (1, "error"), (2, "warnings"), (0, "remarks"),
    ]  # fmt: skip


def test_a_finding_told_twice_is_shown_once():
    """The pipeline hands findings about a paper both to the briefing and to its part."""
    briefing = demo_briefing()
    twice = type(briefing)(**{
        name: getattr(briefing, name) for name in briefing.__dataclass_fields__ if name != "findings"
    }, findings=briefing.parts[0].findings)  # fmt: skip

    assert FILTERS["general_findings"](twice) == briefing.parts[0].findings
    assert len(FILTERS["all_findings"](briefing)) == 5


def test_message_and_hint_become_sentences():
    assert FILTERS["in_words"](finding(Severity.INFO, "It is so", "Look")) == "It is so. Look."
    assert FILTERS["in_words"](finding(Severity.INFO, "確認。")) == "確認。"


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("(Note 1)", ConstraintKind.REFERENCE, 15), ("note 1", ConstraintKind.REFERENCE, 15),
        ("Note 2", ConstraintKind.REFERENCE, None), ("Article 1", ConstraintKind.REFERENCE, None),
        ("Note 1", None, None),
    ],
)  # fmt: skip
def test_calls_find_their_note(text, kind, expected):
    notes = FILTERS["note_rows"](demo_briefing().rows)

    assert FILTERS["called_row"](Piece(text, kind), notes) == expected


def test_pictures_travel_in_the_markup():
    assert FILTERS["data_url"](Picture(b"abc", "image/gif")) == "data:image/gif;base64,YWJj"


@pytest.mark.parametrize(("number", "text"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")])
def test_letters_of_annexes(number, text):
    assert FILTERS["letter"](number) == text


def test_dates_in_both_orders():
    assert date_in_words(date(2024, 10, 7)) == "7 October 2024"
    assert date_in_words(date(2024, 10, 7), "mdy") == "October 7, 2024"


def test_what_to_do_about_several_findings_is_said_once_behind_the_last():
    """A note had the same advice behind each of eleven remarks."""
    first, other, second = (
        finding(Severity.INFO, words, hint) for words, hint in (("a", "Look"), ("b", None), ("c", "Look"))
    )

    told = FILTERS["hints_once"]((first, other, second))

    assert [(one.message, one.hint) for one in told] == [("a", None), ("c", "Look"), ("b", None)]


def test_rungs_in_words():
    assert FILTERS["rung"](Rung.SOURCE_KEPT) == "not translated with certainty"
    assert len({FILTERS["rung"](rung) for rung in Rung}) == len(Rung)


def test_a_note_leads_back_to_the_first_row_that_calls_it():
    calls = FILTERS["calling_rows"](demo_briefing().rows)

    assert calls["note-1"] == 5
    assert calls["note-9"] == calls[""] == 0


def test_what_to_do_about_a_warning_is_said_once_and_about_an_error_always():
    warning, error = (finding(severity, "Wrong", "Mend it") for severity in (Severity.WARNING, Severity.ERROR))
    remark = finding(Severity.INFO, "Odd", "Look")
    rows = [row(1, "", "", findings=(remark, warning)), row(2, "", "", findings=(warning, error)), row(3, "", "")]

    flags = FILTERS["flags"](rows)

    assert [[(flag.message, flag.hint) for flag in flags[n]] for n in (1, 2, 3)] == [
        [("Wrong", "Mend it")], [("Wrong", None), ("Wrong", "Mend it")], [],
    ]  # fmt: skip


def test_remarks_are_what_is_no_doubt():
    assert [(words, [row.number for row in rows]) for words, rows in FILTERS["remarks"](demo_briefing().rows)] == [
        (("Computed from the date of issue.",), [6])
    ]


def test_a_remark_made_on_several_rows_is_told_once_and_those_on_one_row_stand_together():
    same, other, more = (finding(Severity.INFO, words) for words in ("A guess", "Another", "More"))
    rows = [
        row(1, "", "", findings=(same, same)),
        row(2, "", "", findings=(other, more, finding(Severity.WARNING, "A guess"))),
        row(3, "", "", findings=(same,)),
    ]

    assert [(words, [row.number for row in noted]) for words, noted in FILTERS["remarks"](rows)] == [
        (("A guess.",), [1, 3]), (("Another.", "More."), [2])
    ]  # fmt: skip


def test_a_title_that_only_repeats_the_japanese_is_no_english():
    assert FILTERS["translated"]("[Not translated: 会談] [It names: talks]") == ""
    assert FILTERS["translated"]("Talks [in Oslo]") == "Talks [in Oslo]"


def test_a_call_holds_the_brackets_around_it():
    term, call = ConstraintKind.TERM, ConstraintKind.REFERENCE

    def whole(*pieces):
        return [(piece.text, piece.kind) for piece in FILTERS["with_brackets"](Piece(*piece) for piece in pieces)]

    assert whole(("See ITPP (", None), ("Note 1", call), (") and", None)) == [
        ("See ITPP ", None), ("(Note 1)", call), (" and", None),
    ]  # fmt: skip
    assert whole(("（", None), ("注１", call), ("）", None)) == [("（注１）", call)]
    for pieces in (
        [("in (", None), ("ITPP", term), (").", None)],
        [("(see ", None), ("Note 1", call), (")", None)],
        [("(", None), ("Note 1", call), (" and more)", None)],
        [("（", None), ("Note 1", call), (")", None)],
        [("Note 1", call)],
    ):
        assert whole(*pieces) == pieces
