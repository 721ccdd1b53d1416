"""What the cells of a table have from their place in it.

The head of a column or row gives its times their half of the day: 3:00 under 開始（午後） is 15:00. ６年 below 令和５年
is of that era. その他 is Other in a cell, and Other matters on an agenda.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from briefgen.japanese.eras import ERA_NAMES, western_year
from briefgen.model.document import Block, BlockId
from briefgen.model.segment import Constraint, ConstraintKind, Span, Strength

__all__ = ["eras_of_cells", "halves_of_cells", "other_in_cells"]

_HALF = re.compile("(?:^|[(（の・\u3000 ])(?P<half>午[前後])(?:の部|中)?(?:[)）]|$)")
_ERA_YEAR = re.compile(f"(?P<era>{ERA_NAMES})[ \u3000]?(?P<year>元|[0-9０-９]{{1,2}})(?:年度?)?(?![0-9０-９])")
_YEAR = re.compile("(?P<year>[0-9０-９]{1,2})年度?")
_OTHER = "その他"
_AGENDA = re.compile("議題|議事|案件|次第|事項|項目|内容")
"""Heads of columns in which その他 is one more matter."""


def halves_of_cells(blocks: Iterable[Block]) -> Mapping[BlockId, str]:
    """午前 or 午後 for each cell below or beside a head that ends in one of them; a head of both gives none."""
    cells = [(block, block.cell) for block in blocks if block.cell is not None]
    heads: dict[tuple[int, str, int], str] = {}
    for block, cell in cells:
        found = _HALF.search(block.text.strip())
        if found and block.text.count("午") == 1 and (cell.is_header or cell.row == 0):
            heads[cell.table, "column", cell.column] = found["half"]
        elif found and block.text.count("午") == 1 and cell.column == 0:
            heads[cell.table, "row", cell.row] = found["half"]
    halves = (
        (block.id, heads.get((cell.table, "column", cell.column)) or heads.get((cell.table, "row", cell.row)))
        for block, cell in cells
    )
    return {block: half for block, half in halves if half}


def eras_of_cells(blocks: Iterable[Block]) -> Mapping[BlockId, str]:
    """The era of each cell that is a bare year (６年), below one with an earlier year, or behind one in a head."""
    eras: dict[BlockId, str] = {}
    last: dict[tuple[int, str, int], tuple[str, int]] = {}
    for block in blocks:
        if block.cell is None:
            continue
        lines = [(block.cell.table, "column", block.cell.column)]
        if block.cell.row == 0 or block.cell.is_header:
            lines.append((block.cell.table, "row", block.cell.row))
        named, bare = _ERA_YEAR.match(block.text.strip()), _YEAR.fullmatch(block.text.strip())
        if named:
            last |= dict.fromkeys(lines, (named["era"], 1 if named["year"] == "元" else int(named["year"])))
        elif bare:
            year = int(bare["year"])
            era = next((last[line][0] for line in lines if line in last and last[line][1] < year), "")
            if era and western_year(era, year):
                eras[block.id] = era
                last |= dict.fromkeys(lines, (era, year))
    return eras


def other_in_cells(blocks: Iterable[Block]) -> Mapping[BlockId, Constraint]:
    """``Other`` for each cell or head that is その他 and nothing else, but for those under 議題 and its like."""
    cells = [(block, block.cell) for block in blocks if block.cell is not None]
    agendas = {(cell.table, cell.column) for block, cell in cells if cell.row == 0 and _AGENDA.search(block.text)}
    return {
        block.id: Constraint(
            Span(block.text.index(_OTHER), block.text.index(_OTHER) + len(_OTHER)), _OTHER, "Other",
            ConstraintKind.TERM, Strength.SHOULD, ("Others",), note="in a table",
        )
        for block, cell in cells
        if block.text.strip() == _OTHER and (cell.table, cell.column) not in agendas
    }  # fmt: skip
