"""The rules for line ends written out once more, and text that tries them; for the tests and the benchmark."""

from __future__ import annotations

import random
import re

__all__ = ["NEVER_FIRST", "NEVER_LAST", "broken_rule", "mixed_texts"]

# Written out here once more, from the standard, so that a slip in the product's table is seen.
NEVER_FIRST = set("、。，．・：；？！ゝゞ々ー’”）〕］｝〉》」』】ぁぃぅぇぉっゃゅょァィゥェォッャュョヶ)]}!?,.:;％°…")
NEVER_LAST = set("（〔［｛〈《「『【‘“([{￥＄$")
_CLAUSES_JA = (
    "関係国は、訓練計画（第３版）を調整し、",
    "「自由で開かれた国際秩序」の維持・強化に向け、",
    "１４時３０分（現地時間）から約２時間２０分間、",
    "サイバー防衛協力センター（ＣＣＤＣＯＥ）へ派遣する。",
    "総額は約２億３，０００万円（１ドル＝１５５円換算）となる。",
    "チェック・アンド・バランスを、",
    "部隊間交流……とりわけ寄港――を進める。",
    "『年次報告』【概要】では、",
    "ＩＴＰＰ（注１）に基づき、",
    "我が国！？と〔各国〕が々ゝ",
    "対象は1,200 km²（F-35を含む）である。",
    "Individually Tailored Partnership Programmeを",
    "詳細はhttps://www.example.go.jp/j/approach/2024/0523_a-outline.htmlに",
    "第１２回会合、",
    "ニュージーランド、ウェールズ、ヴァッハウ、",
    "￥５００及び$3.5 millionを、",
)
_CLAUSES_EN = (
    "the Indo-Pacific Four (IP4), ",
    "about ¥230 million ",
    "at 14:30 (local time) ",
    "“a free and open order” ",
    "defence ministers’ meeting; ",
    "a state-of-the-art radar, ",
    "by 1 April each year. ",
    "see https://www.example.org/a/b-c_d.html ",
)


def mixed_texts() -> list[str]:
    """Twenty paragraphs: Japanese, English, and both mixed."""
    choose = random.Random(6)
    texts = ["".join(choose.choices(_CLAUSES_JA, k=12)) for _ in range(12)]
    texts += ["".join(choose.choices(_CLAUSES_EN, k=12)) for _ in range(4)]
    return texts + ["".join(choose.choices(_CLAUSES_JA + _CLAUSES_EN, k=12)) for _ in range(4)]


def broken_rule(line: str, following: str) -> str:
    """Which rule is broken where one line ends and the next begins: start, end, pair, word; empty when none is."""
    if following[0] in NEVER_FIRST:
        return "start"
    if line[-1] in NEVER_LAST:
        return "end"
    if line[-1] + following[0] in {"……", "――"}:
        return "pair"
    return "word" if _cuts_word(line, following) else ""


def _cuts_word(line: str, following: str) -> bool:
    """A Latin word cut elsewhere than at a hyphen between words, or an address elsewhere than at one of its signs."""
    if line[-1] not in _ASCII or following[0] not in _ASCII:
        return False
    run = re.search(r"[!-~]*$", line)[0] + re.match(r"[!-~]*", following)[0]
    if re.search(r"[/_]|\.html", run):
        return line[-1] not in "/-_."
    return not re.search(r"[A-Za-z]{2}-$", line) or not re.match(r"[A-Za-z]{2}", following)


_ASCII = {chr(code) for code in range(33, 127)}
