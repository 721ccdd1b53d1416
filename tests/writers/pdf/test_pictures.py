"""How the sheets look: goldens of their ink, coarse enough to be the same on every machine and read as a picture."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from briefgen.model.page import Page
from briefgen.writers.fonts import FontFiles
from briefgen.writers.pdf import PdfOptions, write_pdf
from briefgen.writers.theme import Theme
from tests.writers.pages import demo_page, long_page

FOLDER = Path(__file__).parents[2] / "golden" / "pictures"
WIDTH, HEIGHT = 70, 99
"""Cells of a sheet: 3 mm each on A4."""
INK = " .:-=+*#%@"
MOST_OTHER = 0.01
"""Of the cells may differ by one step, as rounding does."""


def ink(content: bytes) -> str:
    """Each sheet as lines of characters, the darker the more ink there is."""
    sheets = []
    document = pypdfium2.PdfDocument(content)
    for sheet in document:
        picture = sheet.render(scale=1.0, grayscale=True).to_pil().resize((WIDTH, HEIGHT), Image.Resampling.BOX)
        cells = [INK[min((255 - grey) * 10 // 160, 9)] for grey in picture.tobytes()]
        rows = ("".join(cells[start : start + WIDTH]).rstrip() for start in range(0, len(cells), WIDTH))
        sheets.append("\n".join(rows))
    document.close()
    return "\n".join(f"--- sheet {number} ---\n{sheet}" for number, sheet in enumerate(sheets, 1)) + "\n"


def differences(one: str, other: str) -> list[int]:
    """By how many steps each cell differs, for those that do."""
    rows = zip(one.split("\n"), other.split("\n"), strict=True)
    pairs = [pair for left, right in rows for pair in zip(left.ljust(WIDTH), right.ljust(WIDTH), strict=True)]
    return [abs(INK.find(left) - INK.find(right)) for left, right in pairs if left != right]


@pytest.mark.parametrize("name", ["demo_page", "long_page"])
def test_sheets_look_as_they_did(
    name: str, theme: Theme, font_files: FontFiles, options: PdfOptions, request: pytest.FixtureRequest
) -> None:
    pages: dict[str, Page] = {
        "demo_page": demo_page(),
        "long_page": long_page(30),
    }
    seen = ink(write_pdf(pages[name], theme, font_files, options).value.content)

    path = FOLDER / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(seen, encoding="utf-8")
    golden = path.read_text(encoding="utf-8")
    assert seen.count("---") == golden.count("---")
    steps = differences(seen, golden)
    assert max(steps, default=0) <= 1
    assert len(steps) <= MOST_OTHER * len(golden)


def test_a_moved_line_would_be_seen() -> None:
    rows = [" " * 10 + "#" * 30] * 3 + [""] * 5

    assert max(differences("\n".join(rows), "\n".join(rows[-1:] + rows[:-1]))) > 1
