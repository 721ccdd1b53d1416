"""Goldens of every built-in template: its outline in words, and its sheets as grey squares."""

import pytest

from briefgen.cli.trying import example_briefing
from briefgen.model.page import Table
from briefgen.writers.fonts import load_typefaces
from briefgen.writers.pdf import write_pdf
from briefgen.writers.theme import points, read_theme
from tests.conftest import GOLDEN
from tests.writers.looks import FOLDER, THEME, page_of
from tests.writers.outlines import difference, outline_of, squares_of

TEMPLATES = ("annex", "briefing", "decision", "digest", "memo", "review")
TOLERANCE = 0.35
"""Mean shades a sheet may differ: a word more or less passes, a paragraph does not."""


@pytest.mark.parametrize("name", TEMPLATES)
def test_outline(name, golden):
    outline = outline_of(page_of(example_briefing(), f"{name}.xml.j2", "pdf"))

    assert outline == golden(f"templates/{name}.txt", outline)


@pytest.mark.parametrize("name", TEMPLATES)
def test_sheets(name, request, font_files, options):
    page = page_of(example_briefing(), f"{name}.xml.j2", "pdf")
    sheets = squares_of(write_pdf(page, THEME, font_files, options).value.content)
    path = GOLDEN / "templates" / f"{name}.squares.txt"
    if request.config.getoption("--update-golden"):
        path.write_text("\n\n".join("\n".join(sheet) for sheet in sheets) + "\n", encoding="ascii")

    expected = [sheet.split() for sheet in path.read_text(encoding="ascii").split("\n\n")]
    assert len(sheets) == len(expected)
    assert [
        number for number, pair in enumerate(zip(sheets, expected, strict=True), 1) if difference(*pair) > TOLERANCE
    ] == []


def test_squares_tell_a_missing_paragraph(font_files, options):
    """The goldens can fail."""
    page = page_of(example_briefing(), "decision.xml.j2", "pdf")
    first, second = (
        squares_of(write_pdf(changed, THEME, font_files, options).value.content)[0]
        for changed in (page, page.__class__(page.title, page.elements[:3] + page.elements[6:], banner=page.banner))
    )

    assert difference(first, second) > TOLERANCE
    assert difference(first, first) == 0


@pytest.mark.parametrize("look", ["house", "large"])
@pytest.mark.parametrize("name", TEMPLATES)
def test_no_word_of_a_column_head_is_broken(name, look, font_files):
    """The narrowest columns, of numbers, hold their heads in every size of type."""
    large = (FOLDER / "themes" / "large.toml").read_text(encoding="utf-8")
    theme = THEME if look == "house" else read_theme(large, "large.toml", THEME)
    bold = load_typefaces(font_files).bold
    page = page_of(example_briefing(), f"{name}.xml.j2", "pdf")
    tables = [element for element in page.elements if isinstance(element, Table)]

    broken = [
        word
        for table in tables
        for share, cell in zip(table.widths, table.rows[0].cells, strict=True)
        for word in "".join(run.text for run in cell).split()
        if table.rows[0].is_header and word.isascii()
        if bold.width(word, theme.styles.table_head.size) > share * points(theme.text_width_mm) - 10
    ]

    assert tables
    assert broken == []
