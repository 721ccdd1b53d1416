"""Characters become pieces, also where the boxes of letters fit them closely."""

from __future__ import annotations

import pytest

from briefgen.readers.pdf.pieces import Characters, Look, Piece, cut_pieces

LOW, HIGH, DEEP = (0.0, 5.0), (0.0, 7.0), (-2.0, 5.0)
"""Bottom and top of the boxes of a, t and p in points over the line."""


def characters(text: str, boxes: list[tuple[float, float]], gap: float = 0.0) -> Characters:
    lefts = [50.0 + index * (5.0 + gap) for index in range(len(text))]
    tops, bottoms = [500.0 + top for _, top in boxes], [500.0 + bottom for bottom, _ in boxes]
    return Characters(text, lefts, tops, [left + 5.0 for left in lefts], bottoms, 842.0, lambda _: Look(10.0))


def cut(made: Characters) -> list[str]:
    return ["".join(made.texts[piece.start : piece.end]) for piece in cut_pieces(made)]


def test_letters_with_boxes_of_their_own_height_are_one_word() -> None:
    made = characters("patta", [DEEP, LOW, HIGH, HIGH, LOW])

    assert list(cut_pieces(made)) == [Piece(0, 5, False, False, (842.0 - 507.0, 842.0 - 498.0))]


@pytest.mark.parametrize(
    ("text", "boxes", "gap", "expected"),
    [
        ("atb", [LOW, HIGH, (2.5, 7.5)], 0.0, ["a", "t", "b"]),
        ("at2", [LOW, HIGH, (-1.5, 3.5)], 0.0, ["a", "t", "2"]),
        ("atp", [LOW, HIGH, (5.5, 10.5)], 0.0, ["a", "t", "p"]),
        ("ata", [LOW, HIGH, LOW], 5.0, ["a", "t", "a"]),
        ("ata", [LOW, HIGH, LOW], -4.6, ["a", "t", "a"]),
    ],
    ids=["raised", "lowered", "on another line", "far apart", "over each other"],
)
def test_what_does_not_stand_on_the_line_of_a_word_is_apart(
    text: str, boxes: list[tuple[float, float]], gap: float, expected: list[str]
) -> None:
    assert cut(characters(text, boxes, gap)) == expected


def test_a_raised_figure_that_a_browser_sets_in_smaller_letters_is_no_part_of_the_figure_before_it() -> None:
    widths = [10.5, 10.5, 8.7, 10.5, 10.5]
    lefts = [60.0 + sum(widths[:index]) for index in range(5)]
    bottoms = [500.0, 500.0, 504.6, 500.0, 500.0]
    tops = [
        bottom + width + 0.8 * (index == 1) for index, (bottom, width) in enumerate(zip(bottoms, widths, strict=True))
    ]
    rights = [left + width for left, width in zip(lefts, widths, strict=True)]
    made = Characters("３４１億円", lefts, tops, rights, bottoms, 842.0, lambda index: Look(widths[index]))

    assert cut(made) == ["３４", "１", "億円"]
