"""Ships that the glossary does not have. What is named in hiragana has certain Latin letters, in kanji it has none.

おおよど is Oyodo, as the Maritime Self-Defense Force and the Japan Coast Guard write their ships: Hepburn, no macrons.
ゆうか丸 is Yuka Maru; 海栄丸 stays as it is written, for a model reads it otherwise in every row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefgen.japanese.romaji import romanise_name
from briefgen.model.segment import Constraint, ConstraintKind, Span

__all__ = ["find_ships", "maru_english", "named_marus", "names_navy", "with_fitting_prefix"]

_NAME = re.compile("(?<=[「『])[ぁ-ゖー]{2,8}(?=[」』])")
_HIRAGANA = re.compile("[ぁ-ゖー]+")
_NUMBERED = "第[〇一二三四五六七八九十百0-9０-９]{1,4}"
_MARU = re.compile(
    rf"(?:(?<=[船艇])|(?<=ボート)|(?<=タンカー|フェリー)|(?={_NUMBERED}))[ \u3000]?[「『]?"
    rf"(?P<name>(?:{_NUMBERED})?(?:[一-龯々ヶノ]{{1,5}}?|[ぁ-ゖー]{{2,6}}?|[ァ-ヺー]{{2,8}}?)丸)(?![太いくめみ々])"
)
_NO_MARU = re.compile("から|まで|より|ごと|では|には|とも|でも|.*一丸$|[員長]")
"""What a word for ship, 丸 and a word in it make without naming a ship: 乗員一丸, 船から丸."""
_SHIP = re.compile(
    "艦|艇|船|フェリー|ヨット|ヘリ|護衛隊|掃海隊|潜水隊|海上自衛隊|海自|海上保安|海保|列車|特急|急行|新幹線"
)
_PREFIXES = {
    "JS": re.compile("艦|護衛隊|掃海|潜水|自衛|海自|空母|ミサイル艇"),
    "JCG": re.compile("巡視|測量船|海上保安|海保"),
}
"""What goes before the names of ships of the Self-Defense Force and the Coast Guard, and what tells these."""
_KIND_BEFORE = re.compile("[一-龯々ァ-ヺーA-Za-zＡ-Ｚａ-ｚ0-9０-９]+[ \u3000]?$")
"""What a name in quotation marks is the name of: 漁船「しまかぜ」."""


def find_ships(text: str) -> Iterator[Constraint]:
    """Names in hiragana in quotation marks, where a ship or the body it belongs to is named before them."""
    word = _SHIP.search(text)
    prefixes = [prefix for prefix, words in _PREFIXES.items() if words.search(text)]
    for match in _NAME.finditer(text, word.end()) if word else ():
        english = romanise_name(match[0])
        forms = (english, *(f"{prefix} {english}" for prefix in prefixes))
        yield Constraint.of(text, Span(*match.span()), forms, ConstraintKind.NAME, "kana, romanised")


def names_navy(text: str) -> bool:
    """Whether a text speaks of ships of a navy or of the Self-Defense Forces."""
    return bool(_PREFIXES["JS"].search(text))


def with_fitting_prefix(ship: Constraint, text: str, *, is_naval: bool) -> Constraint:
    """A glossary's ship that the text has by its name alone, 「しまかぜ」, without JS where no warship is named so.

    That is told by the kind of thing directly before it; failing one, by the text or a paper that `is_naval`.
    """
    if not ship.english.startswith("JS ") or not ship.source.startswith(("「", "『")):
        return ship
    kind = _KIND_BEFORE.search(text, 0, ship.span.start)
    if names_navy(kind[0]) if kind else is_naval or names_navy(text):
        return ship
    name = ship.english.removeprefix("JS ")
    accepted = (f"JCG {name}",) if _PREFIXES["JCG"].search(text) else ()
    return replace(ship, english=name, accepted=accepted)


def named_marus(text: str) -> Iterator[str]:
    """Ships in 丸 behind a word for ship, or with a number, these also without it: 漁船海栄丸, 第八明神丸."""
    for match in _MARU.finditer(text):
        if not _NO_MARU.match(match["name"]):
            yield from {match["name"], re.sub(f"^{_NUMBERED}(?!丸)", "", match["name"])}


def maru_english(name: str) -> str:
    """``Yuka Maru`` for ゆうか丸; in brackets as it is written where its letters are not certain."""
    kana = name.removesuffix("丸")
    return f"{romanise_name(kana)} Maru" if _HIRAGANA.fullmatch(kana) else f"[{name}]"
