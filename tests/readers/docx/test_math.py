"""Equations of Word in one line."""

from __future__ import annotations

import pytest

from briefgen.findings import Code
from briefgen.model.limits import Limits
from briefgen.readers.docx.document import read_docx
from tests.readers.make import docx_from, run

NAMESPACE = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def t(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def made(name: str, properties: str = "", **parts: str) -> str:
    inner = "".join(f"<m:{part}>{content}</m:{part}>" for part, content in parts.items())
    return f"<m:{name}><m:{name}Pr>{properties}<m:ctrlPr/></m:{name}Pr>{inner}</m:{name}>"


HALF = made("f", num=t("1"), den=t("20"))


@pytest.mark.parametrize(
    ("math", "shown"),
    [
        (HALF, "1/20"),
        (t("P=") + HALF, "P=1/20"),
        (t("3") + HALF, "3(1/20)"),
        (HALF + t("5"), "(1/20)5"),
        (t("1") + t("2"), "12"),
        (made("f", num=t("a+b"), den=t("2")), "(a+b)/2"),
        (made("f", '<m:type m:val="noBar"/>', num=t("5"), den=t("2")), "〓"),
        (made("sSup", e=t("10"), sup=t("6")), "10⁶"),
        (made("sSup", e=t("10"), sup=t("−3")), "10⁻³"),
        (made("sSup", e=t("x"), sup=t("n")), "x^n"),
        (made("sSub", e=t("R"), sub=t("12")), "R₁₂"),
        (made("sSubSup", e=t("x"), sub=t("1"), sup=t("2")), "x₁²"),
        (made("sPre", sub="", sup=t("235"), e=t("U")), "²³⁵U"),
        (made("rad", '<m:degHide m:val="1"/>', deg="", e=t("2")), "√2"),
        (made("rad", deg=t("3"), e=t("8")), "∛8"),
        (made("d", e=t("a+b")), "(a+b)"),
        (made("d", '<m:begChr m:val="|"/><m:endChr m:val="|"/>', e=t("x")), "|x|"),
        (made("nary", '<m:chr m:val="∑"/>', sub=t("i=1"), sup=t("n"), e=t("x")), "∑_(i=1)^n x"),
        (made("func", fName=t("log"), e=t("10")), "log 10"),
        (made("acc", e=t("x")), "x\u0302"),
        (made("bar", '<m:pos m:val="top"/>', e=t("3")), "〓"),
        (made("borderBox", e=t("3")), "3"),
        (made("borderBox", '<m:strikeH m:val="1"/>', e=t("3")), "〓"),
        ("<m:r><w:rPr><w:strike/></w:rPr><m:t>3</m:t></m:r>", "〓"),
        (made("m", mr=made("e")), "〓"),
        (made("eqArr", e=t("1")), "〓"),
        (f"<w:del>{t('9')}</w:del>" + t("8"), "8"),
        ("<m:r><m:t>a=1,</m:t><w:br/><m:t>b=2</m:t></m:r>", "a=1, b=2"),
    ],
)
def test_equations_in_one_line(math: str, shown: str) -> None:
    body = f"<w:p>{run('値は')}<m:oMath {NAMESPACE}>{math}</m:oMath>{run('である。')}</w:p>"
    outcome = read_docx(docx_from(body), "paper.docx", Limits())
    assert outcome.value.blocks[0].text == f"値は{shown}である。"
    assert (Code.UNREADABLE_CHARACTERS in {finding.code for finding in outcome.findings}) == ("〓" in shown)


def test_an_equation_does_not_join_the_figure_before_it() -> None:
    body = f"<w:p>{run('約３')}<m:oMath {NAMESPACE}>{HALF}</m:oMath>{run('倍である。')}</w:p>"
    assert read_docx(docx_from(body), "paper.docx", Limits()).value.blocks[0].text == "約３(1/20)倍である。"
    body = f"<w:p>{run('約３')}<m:oMath {NAMESPACE}>{t('5')}</m:oMath>{run('倍である。')}</w:p>"
    assert read_docx(docx_from(body), "paper.docx", Limits()).value.blocks[0].text == "約３5倍である。"


def test_a_figure_behind_an_equation_does_not_join_it() -> None:
    body = f"<w:p>{run('値は')}<m:oMath {NAMESPACE}>{HALF}</m:oMath>{run('５回である。')}</w:p>"
    assert read_docx(docx_from(body), "paper.docx", Limits()).value.blocks[0].text == "値は1/20 ５回である。"
