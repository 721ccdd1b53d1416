"""Ships by their kana."""

import pytest

from briefgen.terms.ships import find_ships


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("護衛艦「おおよど」及び「とね」は", ["Oyodo", "Tone"]),
        ("第１５護衛隊所属「ゆうぎり」（大湊）", ["Yugiri"]),
        ("巡視船『しゅんこう』が", ["Shunko"]),
        ("「ありがとう」と述べた。", []),
        ("「ありがとう」と艦長は述べた。", []),
        ("護衛艦の「在り方」", []),
    ],
)
def test_names_of_ships(text, names):
    """Only after a word that says that ships are meant."""
    assert [one.english for one in find_ships(text)] == names
