"""Pages whose text layer has other letters than their print, which no character of it tells by itself."""

from __future__ import annotations

import pytest

from briefgen.errors import NoTextLayerError
from briefgen.findings import Code, Severity
from briefgen.model.limits import Limits
from briefgen.readers.pdf.document import read_pdf
from tests.readers.make import pdf_drawn

Items = list[tuple[float, float, float, str]]
PLAIN = "海山省は、沿岸監視に関する関係国会合を開催した。"
GARBLED = "ð和ÿ年í月ÿ日1海山省は沿岸監視ÿ第３回íの会合を開催した2"


def page(*texts: str) -> Items:
    return [(60.0, 760.0 - 30 * number, 10.5, text) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    "pages",
    [[page(GARBLED)], [page(GARBLED, GARBLED), page(PLAIN, PLAIN)]],
    ids=["all of it", "half of it"],
)
def test_a_paper_that_is_garbled_is_refused(pages: list[Items]) -> None:
    with pytest.raises(NoTextLayerError, match="other letters and figures than the print") as caught:
        read_pdf(pdf_drawn(*pages), "paper.pdf", Limits())
    assert "--force-ocr" in (caught.value.hint or "")


def test_a_garbled_page_among_others_is_an_error_and_its_letters_stand_as_unread() -> None:
    outcome = read_pdf(pdf_drawn(page(*[PLAIN] * 6), page(GARBLED)), "paper.pdf", Limits())
    found = [f for f in outcome.findings if f.code is Code.UNREADABLE_CHARACTERS]
    assert [(f.severity, f.where and f.where.page) for f in found] == [(Severity.ERROR, 2)]
    assert outcome.value.blocks[-1].text == "〓和〓年〓月〓日1海山省は沿岸監視〓第３回〓の会合を開催した2"


@pytest.mark.parametrize(
    "text",
    [
        "マルコ・ñandú氏とÉlysée宮殿、Đilas氏を訪ねた。",
        "直径Ø５０、波長５Å、単価à１００円、Ø６０、５Å、à２００円とする。",
        "記号はéである。" + PLAIN,
        "北港（Nordhafn í Suðri）とSão Paulo、Zürich、Málagaの間を結ぶ。",
        "３×４、５÷２、１０±２、２０℃、３０°、４０µｍ、５０％の各値",
    ],
    ids=["names", "signs", "a letter", "places", "sums"],
)
def test_letters_of_other_languages_are_no_garbled_text(text: str) -> None:
    outcome = read_pdf(pdf_drawn(page(text)), "paper.pdf", Limits())
    assert Code.UNREADABLE_CHARACTERS not in {f.code for f in outcome.findings}
    assert "〓" not in "".join(block.text for block in outcome.value.blocks)
