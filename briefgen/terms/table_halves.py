"""The half of the day that the head of a column or row gives to its times: 3:00 under 開始（午後） is 15:00."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from briefgen.model.document import Block, BlockId

__all__ = ["halves_of_cells"]

_HALF = re.compile("(?:^|[(（の・\u3000 ])(?P<half>午[前後])(?:の部|中)?(?:[)）]|$)")


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
