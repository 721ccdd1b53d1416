"""Forms of a PDF page, drawings within the drawing: so do programs set several pages beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2.raw as pdfium_c

from briefgen.readers.pdf_calls import Handle, bounds_of, inner_count, inner_object_at, kind_of, matrix_of

__all__ = ["Bounds", "in_forms"]

_DEEPEST = 8
"""Forms looked into below one another."""
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


def _placed(bounds: Bounds, places: Sequence[_Matrix]) -> Bounds:
    left, top, right, bottom = bounds
    for a, b, c, d, e, f in places:
        corners = [(left, top), (left, bottom), (right, top), (right, bottom)]
        across, up = [a * x + c * y + e for x, y in corners], [b * x + d * y + f for x, y in corners]
        left, top, right, bottom = min(across), max(up), max(across), min(up)
    return left, top, right, bottom
