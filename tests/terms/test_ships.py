"""Ships by their kana."""

import pytest

from briefgen.terms.ships import find_ships, maru_english, named_marus


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("護衛艦「おおよど」及び「とね」は", ["Oyodo", "Tone"]),
        ("第１５護衛隊所属「ゆうぎり」（大湊）", ["Yugiri"]),
        ("巡視船『しゅんこう』が", ["Shunko"]),
        ("「ありがとう」と述べた。", []),
        ("「ありがとう」と艦長は述べた。", []),
        ("護衛艦の「在り方」", []),
        ("フェリー「ゆずなみ」とヘリコプター「うみかぜ」", ["Yuzunami", "Umikaze"]),
    ],
)
def test_names_of_ships(text, names):
    """Only after a word that says that ships are meant."""
    assert [one.english for one in find_ships(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "貨物船第七沖神丸漁船波栄丸衝突事故",
            {"第七沖神丸": "[第七沖神丸]", "沖神丸": "[沖神丸]", "波栄丸": "[波栄丸]"},
        ),
        ("遊漁船「うみかぜ丸」は", {"うみかぜ丸": "Umikaze Maru"}),
        ("プレジャーボート波丸", {"波丸": "[波丸]"}),
        ("漁船第三丸", {"第三丸": "[第三丸]"}),
        ("第３いそかぜ丸", {"第３いそかぜ丸": "[第３いそかぜ丸]", "いそかぜ丸": "Isokaze Maru"}),
        ("乗員一丸となり、船員一丸で、船から丸太を、船体を丸ごと", {}),
        ("弾丸、日の丸、三の丸と丸一日", {}),
    ],
)
def test_ships_in_maru(text, names):
    """Behind a word for ship, or with a number; in hiragana their letters are certain."""
    assert {name: maru_english(name) for name in named_marus(text)} == names
