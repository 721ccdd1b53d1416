"""What lies over a page: fields of forms and text boxes are text of the paper, remarks of readers are not."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from briefgen.findings import Code
from briefgen.model.limits import Limits
from briefgen.readers.pdf import annotations as pdf_annotations
from briefgen.readers.pdf.document import read_pdf
from tests.readers.make import pdf_drawn

LINES = ("避難所開設報告書", "避難者数：", "上記のとおり報告する。")
PLACE = (120, 728, 220, 745)


def paper(*over: Mapping[str, object]) -> bytes:
    """Three lines with these annotations over them."""
    buffer = io.BytesIO()
    content = pdf_drawn([(60, 760 - 30 * number, 11, text) for number, text in enumerate(LINES)])
    with pikepdf.open(io.BytesIO(content)) as pdf:
        made = Array([pdf.make_indirect(_made(pdf, dict(one))) for one in over])
        pdf.pages[0].Annots = made
        pdf.Root.AcroForm = Dictionary(Fields=Array([one for one in made if one.Subtype == Name.Widget]))
        pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def _made(pdf: pikepdf.Pdf, entries: dict[str, object]) -> Dictionary:
    drawn = entries.pop("drawn")
    made = Dictionary(**entries)
    if drawn:
        made.AP = Dictionary(N=_appearance(pdf, str(drawn).encode()))
    return made


def _appearance(pdf: pikepdf.Pdf, drawn: bytes) -> pikepdf.Object:
    made = pdf.make_stream(drawn)
    made.Type, made.Subtype, made.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 17])
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    made.Resources = Dictionary(Font=Dictionary(F1=font))
    return pdf.make_indirect(made)


def annotation(kind: str, drawn: str = "", **entries: object) -> Mapping[str, object]:
    return {"Type": Name.Annot, "Subtype": Name(f"/{kind}"), "Rect": [*PLACE], "F": 4, "drawn": drawn, **entries}


SHOWN = "BT /F1 11 Tf 2 4 Td (123) Tj ET"
FIELD = annotation("Widget", SHOWN, FT=Name.Tx, V="123")
TICKED = annotation("Widget", "0 0 5 5 re f", FT=Name.Btn, AS=Name.Yes)
FOUND = {
    "the value of a field": ([FIELD], "123", set()),
    "a text box": ([annotation("FreeText", SHOWN, Contents="123")], "123", set()),
    "a stamp": ([annotation("Stamp", SHOWN)], "123", set()),
    "a remark": ([annotation("Text", Contents="要確認")], "", {Code.COMMENTS_DROPPED}),
    "a highlight": ([annotation("Highlight")], "", set()),
    "a link": ([annotation("Link")], "", set()),
    "a button": ([annotation("Widget", SHOWN, FT=Name.Btn, Ff=1 << 16)], "", set()),
    "a hidden field": ([annotation("Widget", SHOWN, FT=Name.Tx, V="123", F=2)], "", set()),
    "an empty field": ([annotation("Widget", FT=Name.Tx)], "", set()),
    "a field that is not drawn": ([annotation("Widget", FT=Name.Tx, V="8")], "", {Code.UNREADABLE_CHARACTERS}),
    "a ticked box": ([TICKED], "", {Code.UNREADABLE_CHARACTERS}),
}  # fmt: skip


@pytest.mark.parametrize(("over", "shown", "codes"), FOUND.values(), ids=FOUND)
def test_what_lies_over_a_page_is_read_or_told(over: list[Mapping[str, object]], shown: str, codes: set[Code]) -> None:
    outcome = read_pdf(paper(*over), "paper.pdf", Limits())

    assert [block.text for block in outcome.value.blocks] == [LINES[0], LINES[1] + shown, LINES[2]]
    assert {finding.code for finding in outcome.findings} - {Code.METADATA_UNSURE} == codes


@pytest.mark.parametrize("bound", ["_MOST", "_MOST_BYTES"])
def test_beyond_the_bounds_nothing_is_set_into_the_page(monkeypatch: pytest.MonkeyPatch, bound: str) -> None:
    monkeypatch.setattr(pdf_annotations, bound, 1)
    outcome = read_pdf(paper(FIELD, FIELD), "paper.pdf", Limits())

    assert [block.text for block in outcome.value.blocks] == list(LINES)
    assert any("2 fields" in finding.message for finding in outcome.findings)


@pytest.mark.parametrize("drawn", ["0 8.5 m 100 8.5 l S", ""], ids=["an appearance", "none"])
def test_a_mark_of_a_reader_strikes_text_whether_it_is_drawn_or_not(drawn: str) -> None:
    """Viewers draw one without an appearance by its corners, two above and two below."""
    corners = Array([60, 710, 126, 710, 60, 697, 126, 697])
    mark = {**annotation("StrikeOut", drawn, QuadPoints=corners), "Rect": [60, 697, 126, 710]}
    outcome = read_pdf(paper(mark), "a.pdf", Limits())

    assert [block.text for block in outcome.value.blocks][2:] == ["報告する。"]
    assert [finding.texts for finding in outcome.findings if finding.code is Code.DELETED_TEXT_DROPPED] == [
        ("上記のとおり",)
    ]
