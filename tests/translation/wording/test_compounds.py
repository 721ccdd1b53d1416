"""Compounds: what stands side by side in Japanese, in the order of English; what is not sure stays apart."""

from dataclasses import replace

import pytest

from briefgen.model.segment import Span
from briefgen.translation.grouping import group_constraints
from briefgen.verification import verify
from tests.translation.build import bind

WORDS = {
    "中国": ("China", "country", "Chinese"),
    "米国": ("United States", "country", "U.S."),
    "ベトナム": ("Vietnam", "country", "Vietnamese"),
    "駆逐艦": ("destroyer", "term", ""),
    "輸送機": ("transport aircraft", "term", ""),
    "加盟国": ("NATO Allies", "term", ""),
    "海軍": ("Navy", "term", ""),
    "日本国大使館": ("Embassy of Japan", "term", ""),
    "董国防部長": ("Minister Dong", "person", ""),
    "自衛隊法": ("Self-Defense Forces Act", "term", ""),
    "第８３条": ("Article 83", "reference", ""),
    "第９条ただし書": ("the proviso to Article 9", "reference", ""),
    "第２回": ("2nd", "ordinal", ""),
    "会合": ("meeting", "term", ""),
    "大分県": ("Oita Prefecture", "name", ""),
    "日出生台演習場": ("Hijudai Maneuver Area", "name", ""),
    "南海艦隊": ("HMS Sample", "name", ""),
    "ＧＤＰ": ("GDP", "acronym", ""),
    "２％": ("2 percent", "percent", ""),
    "３２": ("32", "number", ""),
    "１": ("1", "number", ""),
    "Ｆ－３５Ａ": ("F-35A", "name", ""),
    "１時間当たり": ("per hour", "duration", ""),
    "２時間": ("2 hours", "duration", ""),
    "２０機": ("20 aircraft", "quantity", ""),
    "北海道": ("Hokkaido", "name", ""),
    "千歳市": ("Chitose", "name", ""),
    "日フィジー": ("Japan-Fiji", "term", ""),
    "２０隻以上": ("20 or more", "number", ""),
    "①": ("①", "reference", ""),
    "②": ("②", "reference", ""),
    "７０代の男性": ("men in their 70s", "number", ""),
    "８０代の女性": ("woman in her 80s", "number", ""),
    "防衛省設置法": ("Act for Establishment of the Ministry of Defense", "term", ""),
    "防衛相会談": ("defense ministerial meeting", "term", ""),
}


def constraints(text):
    """The longest of `WORDS` at each place of the text."""
    found, at = [], 0
    while at < len(text):
        word = max((w for w in WORDS if text.startswith(w, at)), key=len, default=None)
        if word is None:
            at += 1
            continue
        english, kind, attributive = WORDS[word]
        one = bind(text[at:], word, english, kind, attributive=attributive, accepted=(attributive,) * bool(attributive))
        found.append(moved(one, at))
        at += len(word)
    return tuple(found)


def moved(constraint, by):
    return replace(constraint, span=Span(constraint.span.start + by, constraint.span.end + by))


def grouped(text):
    return [(text[g.span.start : g.span.end], g.english) for g in group_constraints(text, constraints(text))]


@pytest.mark.parametrize(
    ("text", "source", "english"),
    [
        ("駆逐艦３２隻が通過", "駆逐艦３２隻", "32 destroyers"),
        ("駆逐艦１隻が通過", "駆逐艦１隻", "1 destroyer"),
        ("全３２隻中１隻が", "３２隻中１隻", "1 out of 32"),
        ("全３２隻に１隻が古い", "３２隻に１隻", "1 in 32"),
        ("駆逐艦２０隻以上が", "駆逐艦２０隻以上", "20 or more destroyers"),
        ("輸送機３２機を派遣", "輸送機３２機", "32 transport aircraft"),
        ("加盟国３２か国は", "加盟国３２か国", "32 NATO Allies"),
        ("中国の駆逐艦が", "中国の駆逐艦", "Chinese destroyer"),
        ("中国駆逐艦が", "中国駆逐艦", "Chinese destroyer"),
        ("中国の駆逐艦３２隻は", "中国の駆逐艦３２隻", "32 Chinese destroyers"),
        ("中国の董国防部長は", "中国の董国防部長", "Chinese Minister Dong"),
        ("米国の海軍は", "米国の海軍", "U.S. Navy"),
        ("中国海軍駆逐艦は", "中国海軍駆逐艦", "Chinese Navy destroyer"),
        ("在ベトナム日本国大使館は", "在ベトナム日本国大使館", "Embassy of Japan in Vietnam"),
        (
            "自衛隊法第９条ただし書は",
            "自衛隊法第９条ただし書",
            "the proviso to Article 9 of the Self-Defense Forces Act",
        ),
        ("自衛隊法第８３条に基づき", "自衛隊法第８３条", "Article 83 of the Self-Defense Forces Act"),
        ("第２回会合を開催", "第２回会合", "2nd meeting"),
        ("大分県の日出生台演習場で", "大分県の日出生台演習場", "Hijudai Maneuver Area, Oita Prefecture"),
        ("対ＧＤＰ比２％とする", "対ＧＤＰ比２％", "2 percent of GDP"),
        ("ＧＤＰ比２％の", "ＧＤＰ比２％", "2 percent of GDP"),
        ("駆逐艦×３２隻", "駆逐艦×３２隻", "32 destroyers"),
        ("Ｆ－３５Ａ×３２機", "Ｆ－３５Ａ×３２機", "32 F-35A aircraft"),
        ("Ｆ－３５Ａ×１機", "Ｆ－３５Ａ×１機", "1 F-35A aircraft"),
        ("３２隻の駆逐艦が", "３２隻の駆逐艦", "32 destroyers"),
        ("１時間当たり２０機が", "１時間当たり２０機", "20 aircraft per hour"),
        ("北海道千歳市で", "北海道千歳市", "Chitose, Hokkaido"),
        ("１隻の駆逐艦が", "１隻の駆逐艦", "1 destroyer"),
        ("３２隻の中国海軍駆逐艦が", "３２隻の中国海軍駆逐艦", "32 Chinese Navy destroyers"),
        ("７０代の男性３２人が", "７０代の男性３２人", "32 men in their 70s"),
        ("８０代の女性１名が", "８０代の女性１名", "1 woman in her 80s"),
        (
            "防衛省設置法第８３条の",
            "防衛省設置法第８３条",
            "Article 83 of the Act for Establishment of the Ministry of Defense",
        ),
        ("①海軍、", "①海軍", "① Navy"),
        ("①海軍及び②駆逐艦の", "①海軍及び②駆逐艦", "① Navy and ② destroyer"),
        ("①ベトナム支援の", "①ベトナム支援", "① support for Vietnam"),
        ("ベトナム支援の継続", "ベトナム支援", "support for Vietnam"),
        ("米国によるベトナム支援に", "米国によるベトナム支援", "the United States' support for Vietnam"),
        ("中国のベトナム支援に", "中国のベトナム支援", "China's support for Vietnam"),
        ("日フィジー防衛相会談を", "日フィジー防衛相会談", "Japan-Fiji Defense Ministerial Meeting"),
    ],
)
def test_neighbours_are_one_phrase_that_passes_verification(text, source, english):
    assert grouped(text) == [(source, english)]
    assert not [f for f in verify(text, english, constraints(text)).failures if f.constraint is not None]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("①、海軍の", 2),
        ("①海軍基地の", 2),  # the base, of which the engine knows the word
        ("米国はベトナム支援団体に", 2),  # a body, not the support
        ("駆逐艦３２機種を", 2),  # 機種 is another word than 機
        ("駆逐艦３２か国の", 2),  # what is counted are countries
        ("海軍３２名が", 2),  # a Navy is not counted in heads
        ("中国の駆逐艦艦長は", 2),  # the destroyer's captain
        ("中国董国防部長は", 2),  # no の: an apposition the rule does not know
        ("中国は駆逐艦を", 2),
        ("大分県で日出生台演習場に", 2),
        ("中国の南海艦隊", 2),  # a ship's name has its country in it
        ("駆逐艦第８３条", 2),  # no law
        ("自衛隊法、第８３条", 2),
        ("駆逐艦×３２か国", 2),
        ("２時間２０機が", 2),  # no rate
        ("Ｆ－３５Ａ×３２か国", 2),
        ("３２人目の駆逐艦", 2),
        ("８０代の女性３２か国", 2),
        ("３２隻の海軍が", 2),  # a Navy is one, however many its ships
        ("海軍　駆逐艦", 2),  # two columns
        ("３２隻に１隻を付ける", 2),
        ("３２隻に１隻が付き添う", 2),
        ("１隻に３２隻が続く", 2),
        ("海軍Ｆ－３５Ａ×３２機", 2),  # the number belongs to the type alone
    ],
)
def test_what_no_rule_covers_stays_apart(text, count):
    assert len(grouped(text)) == count


def test_compounds_are_items_of_a_list():
    assert grouped("駆逐艦３２隻、輸送機１機及び第２回会合は") == [
        (
            "駆逐艦３２隻、輸送機１機及び第２回会合",
            "32 destroyers, 1 transport aircraft and 2nd meeting",
        )
    ]
