"""What stands on which sheet, with boxes of known height."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from briefgen.errors import OutputError
from briefgen.writers.pdf.boxes import EMPTY, Beside, Edge, Framed, Noted, PictureBox, Spacer, Stack, TextBox
from briefgen.writers.pdf.pagination import Flow, Sheet, paginate
from briefgen.writers.pdf.surface import Fragment


def _text(lines: int, name: str = "") -> TextBox:
    """A box of so many lines, each 10 points high, numbered from 0."""
    return TextBox(tuple((Fragment(f"{name}{n}", 0, 1, "", 9, "#000000"),) for n in range(lines)), 10.0)


def _lines(box: object) -> list[str]:
    match box:
        case TextBox():
            return [fragment.text for line in box.lines for fragment in line]
        case Noted():
            return _lines(box.text) + _lines(box.notes)
        case Stack():
            return [line for inner in box.boxes for line in _lines(inner)]
        case Beside():
            return [line for _, inner in box.cells for line in _lines(inner)]
        case Framed():
            return _lines(box.inner)
    return []


def _tops(sheet: Sheet) -> list[float]:
    return [placed.top for placed in sheet]


def test_no_flows_still_make_one_sheet() -> None:
    assert list(paginate([], 100)) == [()]


def test_boxes_that_fit_stand_below_each_other_with_the_larger_space_between() -> None:
    flows = [Flow(_text(2), before=50, after=5), Flow(_text(2), before=8), Flow(_text(1))]
    (sheet,) = paginate(flows, 100)
    assert _tops(sheet) == [0, 28, 48]


def test_a_small_box_moves_to_the_next_sheet_whole() -> None:
    sheets = list(paginate([Flow(_text(9, "a")), Flow(_text(2, "b"))], 100))
    assert [_lines(placed.box)[0] for sheet in sheets for placed in sheet] == ["a0", "b0"]


def test_a_large_box_is_cut_and_nothing_is_lost() -> None:
    sheets = list(paginate([Flow(_text(7, "a")), Flow(_text(25, "b"))], 100))
    assert len(sheets) == 4
    assert [line for sheet in sheets for placed in sheet for line in _lines(placed.box)][7:] == _lines(_text(25, "b"))


def test_a_cut_leaves_no_line_alone() -> None:
    assert _text(4).cut(35)[1] == TextBox(_text(4).lines[2:], 10.0)
    assert _text(4).cut(15)[0] is None
    assert _text(3).cut(29)[0] is None


def test_a_head_stays_with_the_beginning_of_what_follows() -> None:
    flows = [Flow(_text(8)), Flow(_text(1, "head"), keeps_with_next=True), Flow(_text(2, "body"))]
    first, second = paginate(flows, 100)
    assert len(first) == 1
    assert [_lines(placed.box)[0] for placed in second] == ["head0", "body0"]


def test_heads_in_a_row_stay_together() -> None:
    flows = [Flow(_text(7)), *[Flow(_text(1, "head"), keeps_with_next=True)] * 2, Flow(_text(2))]
    assert [len(sheet) for sheet in paginate(flows, 100)] == [1, 3]


def test_a_head_stays_where_a_good_part_of_what_follows_fits() -> None:
    flows = [Flow(_text(5)), Flow(_text(1), keeps_with_next=True), Flow(_text(12, "body"))]
    first, second = paginate(flows, 100)
    assert _lines(first[2].box) == ["body0", "body1", "body2", "body3"]
    assert len(_lines(second[0].box)) == 8


def test_many_heads_and_nothing_else_come_to_an_end() -> None:
    sheets = list(paginate([Flow(_text(1), keeps_with_next=True)] * 35, 100))
    assert sum(map(len, sheets)) == 35
    assert len(sheets) <= 7


def test_a_page_break_begins_a_sheet_unless_it_is_new_anyway() -> None:
    assert len(list(paginate([Flow(_text(1), begins_sheet=True), Flow(_text(1), begins_sheet=True)], 100))) == 2


def test_column_heads_are_repeated_on_every_sheet_that_their_rows_begin() -> None:
    heads = _text(1, "heads")
    flows = [
        Flow(heads, keeps_with_next=True),
        *[Flow(_text(2, "row"), heads=heads)] * 6,
        Flow(_text(1), begins_sheet=True),
    ]
    sheets = list(paginate(flows, 100))
    assert [[placed.is_repeated for placed in sheet] for sheet in sheets] == [
        [False] * 5,
        [True, False, False],
        [False],
    ]


def test_column_heads_are_repeated_over_the_rest_of_a_cut_row() -> None:
    sheets = list(paginate([Flow(_text(25, "row"), heads=_text(1, "heads"))], 100))
    assert [[_lines(placed.box)[0] for placed in sheet] for sheet in sheets[1:]] == [
        ["heads0", "row9"],
        ["heads0", "row18"],
    ]


def test_what_fits_on_no_sheet_is_named() -> None:
    with pytest.raises(OutputError, match="row 12 does not fit on a sheet"):
        list(paginate([Flow(_text(1)), Flow(PictureBox(b"", 10, 101), "row 12")], 100))


def test_both_columns_are_cut_at_the_same_height_and_the_rest_has_the_margin_for_what_goes_on() -> None:
    margin = TextBox(_text(1, "7").lines, 10.0, node=4)
    again = TextBox(_text(1, "7 again").lines, 10.0)
    row = Beside(((10, _text(3, "a")), (20, _text(9, "b"))), margin, again)
    head, rest = row.cut(50)
    assert isinstance(head, Beside)
    assert isinstance(rest, Beside)
    assert _lines(head) == ["a0", "a1", "a2", "b0", "b1", "b2", "b3", "b4"]
    assert _lines(rest) == ["b5", "b6", "b7", "b8"]
    assert rest.margin is again
    further = rest.cut(25)[1]
    assert isinstance(further, Beside)
    assert further.margin is again


def test_a_row_is_cut_only_where_every_column_can_be() -> None:
    assert Beside(((0, _text(3)), (20, _text(30)))).cut(25)[0] is None


def test_a_framed_box_has_no_line_where_it_is_cut() -> None:
    framed = Framed(_text(9), 100, above=4, below=4, top_edge=Edge(1), bottom_edge=Edge(2))
    head, rest = framed.cut(60)
    assert isinstance(head, Framed)
    assert isinstance(rest, Framed)
    assert (head.top_edge, head.bottom_edge, rest.top_edge, rest.bottom_edge) == (Edge(1), Edge(), Edge(), Edge(2))
    assert head.height <= 60
    assert len(_lines(head)) + len(_lines(rest)) == 9


def test_a_stack_is_cut_between_its_boxes_or_inside_one() -> None:
    stack = Stack((_text(3, "a"), Spacer(5), _text(6, "b")))
    head, rest = stack.cut(60)
    assert (_lines(head), _lines(rest)) == (["a0", "a1", "a2", "b0", "b1"], ["b2", "b3", "b4", "b5"])
    assert stack.cut(200) == (stack, EMPTY)
    assert Stack((Spacer(5), PictureBox(b"", 5, 50))).cut(40)[0] is None


def test_a_sheet_is_given_out_before_the_flows_of_the_next_are_made() -> None:
    """Long notes are never laid out as a whole."""
    made = []

    def flows() -> Iterator[Flow]:
        for number in range(1000):
            made.append(number)
            yield Flow(_text(1))

    next(paginate(flows(), 100))

    assert len(made) < 20


def test_a_box_that_is_to_stay_whole_moves_although_a_part_would_fit() -> None:
    flows = [Flow(_text(5, "a")), Flow(_text(6, "b"))]
    cut, whole = (list(paginate([flows[0], flow], 100)) for flow in (flows[1], Flow(_text(6, "b"), kept_whole=0.6)))

    assert [len(_lines(sheet[-1].box)) for sheet in cut] == [4, 2]
    assert [len(_lines(sheet[-1].box)) for sheet in whole] == [5, 6]


@pytest.mark.parametrize(("room", "first"), [(80, 8), (75, 4), (60, 4), (40, 4), (39, 3), (19, None)])
def test_notes_are_never_parted_from_their_text(room: int, first: int | None) -> None:
    """Six lines with two of notes: at least two lines of the text go over with the notes."""
    part, rest = Noted(_text(6, "text"), Stack((_text(2, "note"),))).cut(room)

    assert first == (None if part is None else len(_lines(part)))
    assert _lines(part) + _lines(rest) == _lines(_text(6, "text")) + _lines(_text(2, "note"))
    assert rest is EMPTY or _lines(rest)[0].startswith("text")


def test_a_short_text_stays_with_its_notes_but_endless_notes_are_cut() -> None:
    assert Noted(_text(3), Stack((_text(2),))).cut(45)[0] is None
    endless = Noted(_text(3), Stack((_text(40),)))
    assert [len(sheet) for sheet in paginate([Flow(endless)], 100)] == [1] * 5


@pytest.mark.parametrize(("room", "first"), [(75, 7), (60, 4), (50, 4), (30, 3), (19, None)])
def test_notes_that_name_their_text_go_on_without_it_once_begun(room: int, first: int | None) -> None:
    part, rest = Noted(_text(6, "text"), Stack((_text(1, "named"), _text(1, "note"))), name_it=True).cut(room)

    assert first == (None if part is None else len(_lines(part)))
    assert _lines(part) + _lines(rest) == [
        *_lines(_text(6, "text")),
        *_lines(_text(1, "named")),
        *_lines(_text(1, "note")),
    ]


def test_a_short_paragraph_at_the_end_of_a_text_does_not_count_as_a_line_that_goes_on() -> None:
    head, rest = replace(_text(8), tail=1).cut(75)

    assert isinstance(head, TextBox)
    assert isinstance(rest, TextBox)
    assert [(len(part.lines), part.tail) for part in (head, rest)] == [(5, 0), (3, 1)]
    assert replace(_text(5), tail=2).cut(45)[0] is None


def _texts_beside(shorter: int, longer: int, notes: int = 0) -> Beside:
    """A translation and its original, which has fewer lines."""
    text = Noted(_text(longer, "en"), Stack((_text(notes, "note"),))) if notes else _text(longer, "en")
    return Beside(((0, _text(shorter, "ja")), (50, text)), _text(1, "7"), is_parallel=True)


@pytest.mark.parametrize(
    ("shorter", "longer", "room", "first"),
    [(7, 12, 100, (5, 10)), (7, 12, 60, (4, 6)), (7, 12, 70, (4, 7)), (4, 20, 150, (2, 15)), (3, 20, 100, (3, 10))],
)
def test_of_two_texts_cut_by_a_page_end_both_go_on(
    shorter: int, longer: int, room: int, first: tuple[int, int]
) -> None:
    """Both are cut as far through; only one too short to be cut at all ends on the first sheet."""
    head, rest = _texts_beside(shorter, longer).cut(room)

    counts = [[sum(name in line for line in _lines(part)) for name in ("ja", "en")] for part in (head, rest)]
    assert counts[0] == list(first)
    assert [sum(both) for both in zip(*counts, strict=True)] == [shorter, longer]


def test_what_goes_on_again_is_cut_at_the_same_share_again() -> None:
    sheets = list(paginate([Flow(_texts_beside(14, 28))], 100))

    counts = [[sum(name in line for line in _lines(sheet[0].box)) for name in ("ja", "en")] for sheet in sheets]
    assert counts == [[5, 10], [5, 10], [4, 8]]


def test_notes_below_a_text_do_not_count_for_the_share() -> None:
    head, rest = _texts_beside(6, 6, notes=10).cut(80)

    assert [line[:2] for line in _lines(head)] == ["ja"] * 4 + ["en"] * 4
    assert [line[:2] for line in _lines(rest)] == ["ja"] * 2 + ["en"] * 2 + ["no"] * 10


@pytest.mark.parametrize(("shorter", "longer", "is_cut"), [(3, 14, False), (3, 15, True), (4, 14, True), (0, 14, True)])
def test_a_low_row_stays_whole_where_a_text_of_it_is_too_short_to_go_on(
    shorter: int, longer: int, is_cut: bool
) -> None:
    """On the next sheet its cell would be empty; a cell that is empty anyway, to be written into, does not count."""
    assert (_texts_beside(shorter, longer).cut(100)[0] is not None) == is_cut


@pytest.mark.parametrize(("lines", "closed"), [(4, True), (8, False)])
def test_what_goes_on_is_closed_where_a_sheet_ends_between_its_parts_only(lines: int, closed: bool) -> None:
    close = Framed(Spacer(0.0), 100.0, bottom_edge=Edge(1.0))
    flows = [Flow(_text(5), close=close), Flow(_text(lines, "next "), kept_whole=1.0 if closed else 0.0)]
    first, second = paginate(flows, 80)

    assert [placed.box is close for placed in first] == ([False, True] if closed else [False, False])
    assert first[-1].top == pytest.approx(50.0)
    assert len(second) == 1
