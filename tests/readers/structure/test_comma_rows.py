"""Rows of a text whose cells are set apart with commas."""

from __future__ import annotations

import pytest

from briefgen.findings import Code
from briefgen.readers import read_document
from briefgen.readers.structure.comma_rows import comma_rows_at
from briefgen.readers.text.document import text_lines

ROWS = '日付,機種,回数\n10月1日,戦闘機,3\n10月2日,"爆撃機、2機",\n合計,,"1,203"'


def test_rows_of_equally_many_cells_are_a_table() -> None:
    outcome = read_document(f"緊急発進の実施状況\n\n{ROWS}\n\n前年より減少した。".encode(), "a.txt")
    cells = [(b.cell.row, b.cell.column, b.text, b.cell.is_header) for b in outcome.value.blocks if b.cell]

    assert cells[:4] == [(0, 0, "日付", True), (0, 1, "機種", True), (0, 2, "回数", True), (1, 0, "10月1日", False)]
    assert [text for _, _, text, _ in cells[4:]] == ["戦闘機", "3", "10月2日", "爆撃機、2機", "合計", "1,203"]
    assert outcome.value.blocks[-1].text == "前年より減少した。"
    assert Code.FILE_KIND not in {finding.code for finding in read_document(ROWS.encode(), "a.csv").findings}


@pytest.mark.parametrize(
    "text",
    [
        "甲　1,200,000円\n乙　2,300,000円\n丙　3,400,000円",
        "会合は,海山国の,岬市で\n開かれ,両国は,訓練の\n拡充を,来年まで,目指す",
        "Sato, Tanaka, Suzuki\nKita, Minami, Nishi\nMisaki, Hayase, Mori",
        "甲,1,2\n乙,3",
        '甲,"1,2\n乙,3,4\n丙,5,6',
        "協力した。,1,2\n合意した。,3,4\n一致した。,5,6",
    ],
    ids=["figures", "clauses", "English", "too few", "an open quote", "sentences"],
)
def test_running_text_and_figures_are_no_rows(text: str) -> None:
    assert comma_rows_at(text_lines(text), 0) == 0
