"""Laws that are not in the glossary are told, since the model takes another law for them."""

import pytest

from briefgen.findings import Code, Severity
from briefgen.model.segment import Span
from briefgen.terms.laws import unknown_laws
from tests.translation.build import bind


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("岬湾保全法に基づき、命令した。", ["岬湾保全法"]),
        ("港は、岬湾保全法第１２条に違反した。", ["岬湾保全法"]),
        ("ドローン・気球規制法の改正案が可決された。", ["ドローン・気球規制法"]),
        ("調査の方法を改正した。", []),
        ("国際人道法に違反した。", []),
        ("この治療法により回復した。", []),
        ("標本は無作為抽出法により選んだ。", []),
        ("同法の規定による。", []),
        ("新たな保全法は必要だ。", []),
    ],
)
def test_a_law_is_told_by_what_stands_behind_it(text, laws):
    found = list(unknown_laws(text, ()))

    assert [finding.message.split(" looks")[0] for finding in found] == laws
    assert all((finding.code, finding.severity) == (Code.NAME_UNKNOWN, Severity.WARNING) for finding in found)


def test_a_law_of_the_glossary_is_not_told():
    text = "電気事業法に基づき、命令した。"
    known = bind(text, "電気事業法", "Electricity Business Act")

    assert known.span == Span(0, 5)
    assert list(unknown_laws(text, (known,))) == []
