"""Tables set with spaces or tabs in text files."""

from __future__ import annotations

import pytest

from briefgen.readers.structure.paragraphs import rebuild_paragraphs
from briefgen.readers.text.document import text_lines


def _rows(text: str) -> list[str]:
    """The rows of the tables, their cells parted by |, heads with *; other paragraphs as they are."""
    shown: list[str] = []
    for found in rebuild_paragraphs(text_lines(text)):
        cell = found.cell
        if cell is None:
            shown.append(found.text)
        elif cell.column == 0:
            shown.append("*" * cell.is_header + found.text)
        else:
            shown[-1] += f"|{found.text}"
    return shown


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "　　　　　７年度　　６年度\n北陸国　　２３１　　１９８\nその他　　　　８　　　　８",
            ["*|７年度|６年度", "北陸国|２３１|１９８", "その他|８|８"],
            id="nothing above the first column",
        ),
        pytest.param(
            "品名　　　数量　　　備考\n発電機　　１２　　　２台修理\n毛布　　　８００\n机　　　　　　　　　８脚良好",
            ["*品名|数量|備考", "発電機|１２|２台修理", "毛布|８００|", "机||８脚良好"],
            id="empty cells, below which piece is sure",
        ),
        pytest.param(
            "区分\t数量\t備考\n水\t５トン\t至急\n毛布\t８００\t\n携帯トイレ\t\t８箱追加\n",
            ["*区分|数量|備考", "水|５トン|至急", "毛布|８００|", "携帯トイレ||８箱追加"],
            id="as many tabs in each row",
        ),
    ],
)
def test_empty_cells(text: str, rows: list[str]) -> None:
    assert _rows(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("担当　　防災局　　早瀬\n電話　　０３－１２３４－５６７８", id="one whole row"),
        pytest.param("会　　長\n岬　　太郎　海山大学教授", id="a word spread out"),
        pytest.param("　　　海山省　　早瀬守\n北陸国　　　２３１　　　１９８", id="one row below the corner"),
    ],
)
def test_too_few_whole_rows(text: str) -> None:
    assert all(found.cell is None for found in rebuild_paragraphs(text_lines(text)))


def test_a_piece_below_two_heads_ends_the_table() -> None:
    text = "品名　　　数量　　　備考\n発電機　　１２　　　良好\n毛布　　　八百枚を超える見込み"

    assert _rows(text) == ["*品名|数量|備考", "発電機|１２|良好", "毛布　八百枚を超える見込み"]
