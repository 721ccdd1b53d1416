"""Forms of a PDF page, drawings within the drawing: so do programs set several pages beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import sub

import pypdfium2.raw as pdfium_c

from briefgen.readers.pdf.calls import (
    Handle,
    Origins,
    bounds_of,
    inner_count,
    inner_object_at,
    kind_of,
    matrix_of,
    owner_of,
)
from briefgen.readers.pdf.turns import Edges

__all__ = ["Bounds", "in_forms", "is_moved", "on_the_page"]

_DEEPEST = 8
"""Forms looked into below one another."""
_NEAR = 0.5
"""In points."""
_EXACT = 0.01
_BELOW = 0.12
"""Of the box of a wide character stands below its base."""
_AS_IT_IS = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Bounds = tuple[float, float, float, float]
"""Left, top, right and bottom in the coordinates of the file."""
_Matrix = tuple[float, float, float, float, float, float]


def in_forms(forms: Sequence[Handle], around: Sequence[_Matrix] = ()) -> Iterator[tuple[Handle, Bounds]]:
    """Yield what stands inside these forms, with its bounds on the page; `around` place the forms, the inner first."""
    for form in forms:
        places = (matrix_of(form), *around)
        for index in range(inner_count(form)):
            handle = inner_object_at(form, index)
            if kind_of(handle) != pdfium_c.FPDF_PAGEOBJ_FORM:
                yield handle, _placed(bounds_of(handle), places)
            elif len(places) < _DEEPEST:
                yield from in_forms([handle], places)


def is_moved(forms: Sequence[Handle]) -> bool:
    """Whether any of these forms stands elsewhere than its coordinates say, or is made smaller."""
    return any(max(map(abs, map(sub, matrix_of(form), _AS_IT_IS))) > _NEAR for form in forms)


def on_the_page(text_page: object, edges: Edges) -> Edges:
    """Return the boxes of the characters of a page with forms, those right that pdfium leaves where the form has them.

    So it does with characters that the page states for what it draws (ActualText, 14.9.4): browsers state 日 where the
    drawn shape is that of the radical ⽇. Their box is that of what is drawn, which has a place of its own.
    """
    lefts, tops, rights, bottoms = map(list, edges)
    origins = Origins(text_page)
    for index in range(len(lefts)):
        left, base, across, up = origins(index)
        if max(abs(across), abs(up)) > _NEAR and _is_stated(text_page, index, edges):
            size = origins.size(index)
            lefts[index], rights[index] = left, left + size
            bottoms[index], tops[index] = base - _BELOW * size, base + (1 - _BELOW) * size
    return lefts, tops, rights, bottoms


def _is_stated(text_page: object, index: int, edges: Edges) -> bool:
    """Whether the box of a character is that of the object it belongs to, as the form has it."""
    bounds = bounds_of(Handle(owner_of(text_page, index)))
    return all(abs(side[index] - edge) < _EXACT for side, edge in zip(edges, bounds, strict=True))


def _placed(bounds: Bounds, places: Sequence[_Matrix]) -> Bounds:
    left, top, right, bottom = bounds
    for a, b, c, d, e, f in places:
        corners = [(left, top), (left, bottom), (right, top), (right, bottom)]
        across, up = [a * x + c * y + e for x, y in corners], [b * x + d * y + f for x, y in corners]
        left, top, right, bottom = min(across), max(up), max(across), min(up)
    return left, top, right, bottom
