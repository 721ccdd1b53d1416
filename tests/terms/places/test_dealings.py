"""対米輸出 and its like are exports to, imports from, trade with and investment in."""

import pytest

from briefgen.model.segment import ConstraintKind
from briefgen.terms.glossary.glossary import Glossary, Term
from briefgen.terms.matching import Matcher
from briefgen.terms.places.dealings import find_dealings

TERMS = (
    Term("米国", "United States", "country", accepted=("U.S.",), note="adj:U.S.; short:米"),
    Term("中国", "China", "country", note="adj:Chinese; short:中"),
    Term("ポーランド", "Poland", "country", note="adj:Polish"),
    Term("欧州連合", "European Union", "organization", abbr="EU"),
)
LETTERS = {"米": TERMS[0], "中": TERMS[1]}


@pytest.mark.parametrize(
    ("ja", "expected"),
    [
        ("対米輸出は減り、対中輸入は増えた。", ["exports to the United States", "imports from China"]),
        ("対米黒字は縮み、対中貿易赤字は膨らんだ。", ["surplus with the United States", "trade deficit with China"]),
        ("対ポーランド輸出額", ["value of exports to Poland"]),
        ("対米直接投資が増えた。", ["direct investment in the United States"]),
        ("対ＥＵ貿易は伸びた。", ["trade with the EU"]),
        ("対米輸出規制を強める。", []),
        ("反対投資家", []),
        ("対米投資する企業", []),
    ],
)
def test_what_one_has_with_a_country_has_its_direction(ja, expected):
    found = list(find_dealings(ja, Matcher(Glossary("g", TERMS)).find_all(ja), LETTERS))

    assert [one.english for one in found] == expected
    assert all(one.kind is ConstraintKind.TERM and ja[one.span.start : one.span.end] == one.source for one in found)
