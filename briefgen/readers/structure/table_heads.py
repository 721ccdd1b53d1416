"""Which first row of a table names its columns, where the format does not say so; the same rule for every format."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from briefgen.model.document import CellPlace
from briefgen.readers.structure.layout import Paragraph

__all__ = ["with_head_rows"]

_COLUMN_NAME = re.compile(
    r"区分|項目|種別|種類|分類|名称|氏名|国名|品名|件名|番号|年度?|年月日?|月日|日付?|日[時程]|時[刻間期]|期[日間限]|[新旧現]職|"
    r"担当(?:者|課)?|所属|役職|(?:参加)?部隊|機関名?|団体名?|会場|場所|行事|議題|内容|設備|地域|都道府県|市町村|no\.?",
    re.IGNORECASE,
)
_FIGURES_NAME = re.compile(r".*(?:[数額量率]|割合|定員|現員)(?:\([^()]*\))?|.*\([^()]*[円人名件台機隻両個年%]\)")
"""What heads a column of figures: 数量, 金額（億円）, 前年比（％）."""
_FIGURE = re.compile(r"[-+▲△約]?[\d.,]+\D{0,3}|[-−―—ー]+|")
_SENTENCE = re.compile(r"[。！？]")


def with_head_rows(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs, the first row of each table marked as head where it names columns.

    Its first cell does (区分), or another one names figures (金額（億円）) and nothing else stands below it. A table
    whose format marks a head stays as it is, and so does one whose first column holds such names (日時, 場所).
    """
    tables: dict[int, dict[int, list[Paragraph]]] = {}
    for paragraph in paragraphs:
        if paragraph.cell is not None:
            tables.setdefault(paragraph.cell.table, {}).setdefault(paragraph.cell.row, []).append(paragraph)
    headed = {number: min(rows) for number, rows in tables.items() if _is_headed(list(rows.values()))}
    return [_marked(paragraph, headed) for paragraph in paragraphs]


def _is_headed(rows: Sequence[Sequence[Paragraph]]) -> bool:
    if len(rows) < 2 or any(p.cell is not None and p.cell.is_header for row in rows for p in row):
        return False
    first, *others = rows
    if len(first) == 1 or any(_SENTENCE.search(p.text) for p in first) or any(_names_column(row[0]) for row in others):
        return False
    return _names_column(first[0]) or _names_figures(first, others)


def _names_column(paragraph: Paragraph) -> bool:
    return paragraph.cell is not None and paragraph.cell.column == 0 and _matches(_COLUMN_NAME, paragraph)


def _names_figures(first: Sequence[Paragraph], others: Sequence[Sequence[Paragraph]]) -> bool:
    """Whether a cell of the first row, which holds no figure itself, names those that stand alone in its column."""
    columns = {p.cell.column for p in first if p.cell and p.cell.column and _matches(_FIGURES_NAME, p)}
    below = [p for row in others for p in row if p.cell and p.cell.column in columns]
    figures = sum(any(map(str.isdigit, p.text)) for p in below)
    is_free = not any(map(str.isdigit, "".join(p.text for p in first)))
    return is_free and figures > 1 and all(_matches(_FIGURE, p) for p in below)


def _matches(pattern: re.Pattern[str], paragraph: Paragraph) -> bool:
    return pattern.fullmatch("".join(unicodedata.normalize("NFKC", paragraph.text).split())) is not None


def _marked(paragraph: Paragraph, headed: dict[int, int]) -> Paragraph:
    cell = paragraph.cell
    if cell is None or headed.get(cell.table) != cell.row:
        return paragraph
    return paragraph._replace(cell=CellPlace(cell.table, cell.row, cell.column, is_header=True))
