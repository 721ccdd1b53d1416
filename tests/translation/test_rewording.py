"""The same sense in words the engine knows."""

import pytest

from briefgen.translation.rewording import reword
from briefgen.translation.writing import write_inline, write_plain
from tests.engines import TRAINED
from tests.translation.build import bind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("書類を出さなくてはならない。", "書類を出さなければならない。"),
        ("届出をしなくてはいけなかった。", "届出をしなければならなかった。"),
        ("避難しなければいけません。", "避難しなければなりません。"),
        ("許可を受けなくてはならず、", "許可を受けなければならず、"),
        ("他国にとってなくてはならない部品", "他国にとってなくてはならない部品"),
        ("国になくてはならない部品", "国になくてはならない部品"),
        ("協定は、10年間効力を有する。", "協定は、10年間有効である。"),
        ("規則は、その日まで効力を有する。", "規則は、その日まで有効である。"),
        ("判決と同一の効力を有する。", "判決と同一の効力を有する。"),
        ("提出しなくてもよい。", "提出する必要はない。"),
        ("誰も行かなくてよかった。", "誰も行く必要はなかった。"),
        ("届け出なくても構わないが、", "届け出る必要はないが、"),
        ("用いなくても構いません。", "用いる必要はありません。"),
        ("毎回でなくてもよい。", "毎回でなくてもよい。"),
        ("同意がなくてもよい。", "同意がなくてもよい。"),
        ("数は少なくてよい。", "数は少なくてよい。"),
        ("を除き全員が助かった。", "を除き、全員が助かった。"),
        ("一隻を除いてすべての艦", "一隻を除き、すべての艦"),
        ("見通しを下方修正した。", "見通しを引き下げた。"),
        ("目標は上方修正された。", "目標は引き上げられた。"),
        ("下方修正が続く。", "下方修正が続く。"),
    ],
)
def test_the_words_change_and_the_sense_does_not(text, expected):
    assert reword([text]) == [expected]


def test_a_difference_without_a_subject_is_no_level():
    assert reword(["目標を", "上回った。"]) == ["目標より", "多かった。"]
    assert reword(["実績を約", "件下回り、改めた。"]) == ["実績より約", "件少なく、改めた。"]
    assert reword(["売上高は目標を", "上回った。"]) == ["売上高は目標を", "上回った。"]
    assert reword(["死者は", "を下らない。"]) == ["死者は", "以上である。"]
    assert reword(["死者は50人を下らないとみる。"]) == ["死者は50人以上とみる。"]
    assert reword(["基準を", "続けて上回った。"]) == ["基準を", "続けて上回った。"]


def test_the_engine_is_given_the_words_it_knows():
    text = "防衛省は書類を出さなくてはならない。"

    assert write_plain(text).text == "防衛省は書類を出さなければならない。"
    assert write_inline(text, (bind(text, "防衛省", "Ministry of Defense"),), TRAINED).text == (
        "<t> Ministry of Defense </t>は書類を出さなければならない。"
    )
