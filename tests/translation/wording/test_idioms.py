"""Figures of speech in plain words."""

import pytest

from briefgen.model.segment import Span
from briefgen.translation.wording.idioms import figures_in, in_plain_words
from briefgen.translation.writing import write_inline
from tests.engines import TRAINED
from tests.translation.build import should


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("議論に一石を投じた。", "議論に問題を提起した。"),
        ("議論に一石を投じるものだ。", "議論に問題を提起するものだ。"),
        ("友好に水を差しかねない。", "友好を損ないかねない。"),
        ("計画は白紙に戻された。", "計画は撤回された。"),
        ("白紙に戻す考えはない。", "撤回する考えはない。"),
        ("首を縦に振らなかった。", "同意しなかった。"),
        ("立て直しを迫られている。", "立て直しを求められている。"),
        ("規制緩和に舵を切った。", "規制緩和を進める方針に転換した。"),
        ("政府は舵を切った。", "政府は方針を転換した。"),
        ("船は右に舵を切った。", "船は右に舵を切った。"),
        ("事業は軌道に乗った。", "事業は順調に進んだ。"),
        ("衛星は軌道に乗った。", "衛星は軌道に乗った。"),
        ("対応に頭を抱える。", "対応に悩む。"),
        ("机の下で頭を抱える。", "机の下で頭を抱える。"),
        ("交渉は大詰めを迎えている。", "交渉は最終段階に入っている。"),
        ("警察が行方を追っている。", "警察が捜索している。"),
        ("男の行方を追っている。", "男を捜している。"),
        ("現職と新人の一騎打ちとなる。", "現職と新人の争いとなる。"),
        ("現場を下見していた。", "現場を事前に調べていた。"),
        ("計画は宙に浮いた。", "計画は停滞した。"),
        ("敵は退却した。", "敵は撤退した。"),
        ("欧州の例は参考になる。", "欧州の例は役立つ。"),
        ("検討の参考になった。", "検討に役立った。"),
        ("大会は幕を開けた。", "大会は始まった。"),
        ("隊員は天幕を開けた。", "隊員は天幕を開けた。"),
        ("車体が宙に浮いた。", "車体が宙に浮いた。"),
        ("沖に乗り出した。", "沖に乗り出した。"),
        ("景気は持ち直した。", "景気は回復した。"),
        ("荷物を持ち直した。", "荷物を持ち直した。"),
        ("引き金を引いた。", "引き金を引いた。"),
        ("暴動の引き金となった。", "暴動の原因となった。"),
        ("交渉は大詰めを迎え、隊は戻った。", "交渉は最終段階に入り、隊は戻った。"),
        ("交渉は大詰めを迎えない。", "交渉は最終段階に入らない。"),
        ("契約を破棄し、返金した。", "契約を取り消し、返金した。"),
        ("契約を破棄しなかった。", "契約を取り消さなかった。"),
    ],
)
def test_the_form_of_the_verb_stays(text, expected):
    assert in_plain_words(text) == expected


def test_the_places_are_those_of_the_text():
    assert figures_in("合意は玉虫色の表現だ。") == (Span(3, 7),)


def test_no_term_is_put_into_a_figure_of_speech():
    text = "発言が波紋を広げた。"

    assert write_inline(text, (should(text, "波紋", "ripples"),), TRAINED).text == "発言が議論を呼んだ。"
    assert (
        "ripples"
        in write_inline("水面の波紋を見た。", (should("水面の波紋を見た。", "波紋", "ripples"),), TRAINED).text
    )
