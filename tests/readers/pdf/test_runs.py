"""Characters become runs: whole rows and columns are looked at together, and give what single steps give."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.readers.pdf import pieces as pdf_pieces
from briefgen.readers.pdf.pieces import Characters, Look
from briefgen.readers.pdf.runs import Run, Sheet, cut_runs

SHEET = Sheet(1, 595.0, 842.0)
STEPS = ((10.0, 0.0), (0.0, -10.0), (10.3, 0.4), (9.8, -0.3), (0.3, -10.4), (18.0, 0.0), (20.0, 0.0), (-60.0, -17.0))
"""To the next character: beside, below, nearly so, with a gap that still is none, with one, to the next line."""


def characters(
    text: str, steps: list[tuple[float, float]], heights: list[float], made_up: frozenset[int]
) -> Characters:
    left, bottom, lefts, bottoms = 300.0, 500.0, [300.0], [500.0]
    for right, up in steps:
        left, bottom = left + right, bottom + up
        lefts.append(left)
        bottoms.append(bottom)
    tops = [bottom + height for bottom, height in zip(bottoms, heights, strict=True)]
    rights = [left + 10.0 for left in lefts]
    return Characters(text, lefts, tops, rights, bottoms, 842.0, lambda _: Look(10.0), made_up)


def row(text: str, *gaps: float) -> Characters:
    return characters(text, [(10.0 + gap, 0.0) for gap in gaps], [10.0] * len(text), frozenset())


@st.composite
def pages(draw: st.DrawFn) -> Characters:
    count = draw(st.integers(1, 30))
    usual = draw(st.sampled_from(STEPS[:2]))
    steps = [draw(st.sampled_from((usual, usual, usual, usual, *STEPS))) for _ in range(count - 1)]
    heights = [draw(st.sampled_from((10.0, 10.0, 10.0, 9.6, 11.5, 16.0, 0.0))) for _ in range(count)]
    made_up = draw(st.frozensets(st.integers(0, count - 1), max_size=3))
    return characters("海" * count, steps, heights, made_up)


def runs_by_single_steps(made: Characters) -> list[Run]:
    with pytest.MonkeyPatch.context() as patch:
        for look in ("_row", "_column"):
            patch.setattr(pdf_pieces, look, lambda *_: None)
        return cut_runs(made, SHEET)


@given(pages())
def test_a_look_at_all_of_a_line_finds_what_single_steps_find(made: Characters) -> None:
    assert cut_runs(made, SHEET) == runs_by_single_steps(made)


def test_a_gap_in_a_row_parts_it() -> None:
    assert [run.text for run in cut_runs(row("海山省会合", 0.0, 0.5, 9.5, 0.0), SHEET)] == ["海山省", "会合"]


def test_a_row_is_measured_from_the_head_of_the_page() -> None:
    (run,) = cut_runs(characters("海山省", [(10.0, 0.4), (10.0, -0.3)], [10.0, 9.6, 11.0], frozenset()), SHEET)

    assert (run.top, run.bottom) == (pytest.approx(842 - 511.1), 842 - 500)


def test_wide_characters_of_a_column_fill_their_place_and_narrow_ones_do_not() -> None:
    steps = [(0.0, -10.0)] * 3
    (run,) = cut_runs(characters("海山省会", steps, [8.0] * 4, frozenset()), SHEET)
    (mixed,) = cut_runs(characters("海1山会", steps, [8.0] * 4, frozenset()), SHEET)

    assert [right - left for left, right in zip(run.lefts, run.rights, strict=True)] == [10.0] * 4
    assert [right - left for left, right in zip(mixed.lefts, mixed.rights, strict=True)] == [10.0, 8.0, 10.0, 10.0]
    assert mixed.lefts[0] == run.lefts[0] == 842 - 509


def test_a_made_up_space_stands_between_runs() -> None:
    made = characters("AB CD", [(10.0, 0.0)] * 4, [10.0] * 5, frozenset({2}))

    assert [(run.text, run.after_space) for run in cut_runs(made, SHEET)] == [("AB", False), ("CD", True)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("海山、一省", 10.0, ["海山、一省"]),
        ("海山１２省", 6.0, ["海山", "１２", "省"]),
        ("海山12省", 10.0, ["海山", "12", "省"]),
    ],
    ids=["low marks", "smaller", "figures, which may be raised"],
)
def test_low_boxes_part_no_wide_characters_of_one_size(text: str, width: float, expected: list[str]) -> None:
    """Some fonts give 、 and 一 a low box; raised figures have one, too, and are narrower."""
    made = characters(text, [(10.0, 0.0)] * 4, [10.0, 10.0, 5.0, 5.0, 10.0], frozenset())
    rights = [left + width * (index in (2, 3)) + 10.0 * (index not in (2, 3)) for index, left in enumerate(made.lefts)]

    assert [run.text for run in cut_runs(replace(made, rights=rights), SHEET)] == expected


def test_a_low_character_parts_no_column_and_a_space_does() -> None:
    """The box of 一 may be nearly flat; what is further away than that leaves is a space."""
    steps = [(0.0, -5.5), (0.0, -14.5), (0.0, -10.0)]
    made = characters("第一回会", steps, [10.0, 1.0, 10.0, 10.0], frozenset())

    assert [run.text for run in cut_runs(made, SHEET)] == ["第一回会"]
    wider = characters("第一回会", [steps[0], steps[1], (0.0, -20.0)], [10.0, 1.0, 10.0, 10.0], frozenset())
    assert [run.text for run in cut_runs(wider, SHEET)][-1] == "会"
