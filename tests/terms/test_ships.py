"""Ships by their kana."""

import pytest

from briefgen.model.segment import Constraint, ConstraintKind, Span
from briefgen.terms.ships import find_ships, maru_english, named_marus, with_fitting_prefix


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("護衛艦「おおよど」及び「とね」は", ["Oyodo", "Tone"]),
        ("第１５護衛隊所属「ゆうぎり」（大湊）", ["Yugiri"]),
        ("巡視船『しゅんこう』が", ["Shunko"]),
        ("「ありがとう」と述べた。", []),
        ("「ありがとう」と艦長は述べた。", []),
        ("護衛艦の「在り方」", []),
        ("特急「ゆずなみ」が遅れた。", ["Yuzunami"]),
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


@pytest.mark.parametrize(
    ("text", "is_naval", "english"),
    [
        ("漁船「ゆずかぜ」が転覆した。", False, "Yuzukaze"),
        ("漁船「ゆずかぜ」に護衛艦が衝突した。", True, "Yuzukaze"),
        ("巡視船「ゆずかぜ」", False, "Yuzukaze"),
        ("「ゆずかぜ」", False, "Yuzukaze"),
        ("「ゆずかぜ」", True, "JS Yuzukaze"),
        ("護衛艦「とね」及び「ゆずかぜ」", False, "JS Yuzukaze"),
        ("護衛艦２隻「ゆずかぜ」", False, "JS Yuzukaze"),
    ],
)
def test_only_warships_have_the_prefix_of_the_glossary(text, is_naval, english):
    """By the kind of thing before the name, else by the text or the paper."""
    start = text.index("「ゆずかぜ」")
    ship = Constraint(Span(start, start + 6), "「ゆずかぜ」", "JS Yuzukaze", ConstraintKind.NAME)
    assert with_fitting_prefix(ship, text, is_naval=is_naval).english == english
