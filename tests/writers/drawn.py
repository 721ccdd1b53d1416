"""What is drawn on a sheet: its colours, sizes and lines, and its ink as a picture hash one can read."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pypdfium2
from PIL import Image

__all__ = ["drawn", "ink_steps"]

COLUMNS, CELL_MM = 24, 2.5
SHADES = ".123456789abcdefghijklmnopqrstuv"
"""Of a cell: a dot is white, v black; text makes a cell grey only."""


def drawn(pdf: bytes, left: float, right: float, top: float, bottom: float) -> str:
    """Colours, sizes of type and lines of the first sheet, then the ink of the part between these edges, in mm."""
    return "\n".join((*_tools(pdf), *_ink(pdf, (left, top, right, bottom)))) + "\n"


def ink_steps(one: str, other: str) -> list[int]:
    """By how many shades the cells of two hashes differ, cell by cell; what one does not have is white."""
    rows, others = (text.split("\n")[3:] for text in (one, other))
    rows, others = ([*lines, *[""] * (max(len(rows), len(others)) - len(lines))] for lines in (rows, others))
    return [
        abs(SHADES.index(a) - SHADES.index(b))
        for row, line in zip(rows, others, strict=True)
        for a, b in zip(row.ljust(COLUMNS, "."), line.ljust(COLUMNS, "."), strict=True)
    ]


def _tools(pdf: bytes) -> Iterator[str]:
    """One line each for colours, sizes of type in points and thicknesses of lines."""
    colours, sizes, lines = set(), set(), set()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for operands, operator in pikepdf.parse_content_stream(document.pages[0]):
            match str(operator):
                case "rg" | "RG":
                    colours.add("#" + "".join(f"{round(float(part) * 255):02x}" for part in operands))
                case "Tf":
                    sizes.add(float(operands[1]))
                case "re":  # rules and bars are filled rectangles, the thinner side is their thickness
                    lines.add(round(min(abs(float(side)) for side in operands[2:]), 2))
    yield f"colours {' '.join(sorted(colours))}"
    yield f"sizes {' '.join(map(str, sorted(sizes)))}"
    yield f"lines {' '.join(map(str, sorted(lines)))}"


def _ink(pdf: bytes, edges: tuple[float, float, float, float]) -> list[str]:
    """The cells of the part between left, top, right and bottom, down to the last ink, as lines of shades."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=3, grayscale=True).to_pil()
    per_mm = picture.width / document[0].get_width() * 72 / 25.4
    document.close()
    left, top, right, bottom = edges
    rows = int((bottom - top) / CELL_MM)
    box = (left * per_mm, top * per_mm, right * per_mm, (top + rows * CELL_MM) * per_mm)
    cells = picture.resize((COLUMNS, rows), Image.Resampling.BOX, box=box).tobytes()
    text = "".join(SHADES[round((255 - grey) * 31 / 255)] for grey in cells)
    lines = [text[start : start + COLUMNS].rstrip(".") for start in range(0, len(text), COLUMNS)]
    while lines and not lines[-1]:
        lines.pop()
    return lines
