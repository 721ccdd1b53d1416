"""The built-in templates and house style, read from the checkout, and briefings made into pages with them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from briefgen.model.briefing import Briefing
from briefgen.model.page import (
    BoxBlock,
    Facts,
    Flag,
    HeadingBlock,
    ListBlock,
    Page,
    ParagraphBlock,
    PictureBlock,
    Run,
    SideBySide,
    Table,
    TableRow,
)  # fmt: skip
from briefgen.writers.paging import build_page
from briefgen.writers.symbols import STATUS_SYMBOLS, sign_of
from briefgen.writers.templating import TemplateSources, render_template
from briefgen.writers.theme import read_theme

FOLDER = Path(__file__).parents[2] / "templates"
BUILTIN = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.j2"))}
THEME = read_theme((FOLDER / "house.toml").read_text(encoding="utf-8"))
CREATED = datetime(2025, 5, 23, 3, 0, tzinfo=UTC)


def page_of(briefing: Briefing, template: str = "briefing.xml.j2", output: str = "docx", **own: str) -> Page:
    """The page a template gives; `own` are further templates, ``mine="…"`` for mine.xml.j2."""
    texts = {f"{name}.xml.j2": text for name, text in own.items()}
    return build_page(render_template(template, TemplateSources(BUILTIN, texts), briefing), template, output)


def words_of(page: Page) -> list[str]:
    """Every piece of text of a page in reading order, without white space, which formats treat each in their way."""
    parts: list[str] = []
    for element in page.elements:
        match element:
            case ParagraphBlock() | HeadingBlock():
                parts.append(_text(element.runs))
            case BoxBlock():
                parts += [_text(paragraph.runs) for paragraph in element.paragraphs]
            case Facts():
                parts += [text for fact in element.facts for text in (fact.label, _text(fact.runs))]
            case Table():
                parts += [text for row in element.rows for text in _cells(row)]
            case ListBlock():
                parts += [_text(item) for item in element.items]
            case PictureBlock():
                parts.append(_text(element.caption))
            case SideBySide():
                parts += [_text(element.head_ja), _text(element.head_en)]
                for row in element.rows:
                    parts += [row.number + STATUS_SYMBOLS[row.status], _text(row.ja), _text(row.en)]
                    parts += map(_flag, row.flags)
    return [squeezed for part in parts if (squeezed := squeeze(part))]


def squeeze(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def _cells(row: TableRow) -> Iterator[str]:
    for column, cell in enumerate(row.cells):
        yield _text(cell)
        yield from map(_flag, row.flags_of(column))


def _flag(flag: Flag) -> str:
    return sign_of(flag) + flag.text


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)
