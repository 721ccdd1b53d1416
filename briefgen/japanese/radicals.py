"""Code points that PDF text layers write for an ordinary character: radicals, compatibility ideographs, vertical forms.

The only place where they are listed: reading puts the ordinary character into the text, and matching folds them, too.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["RADICALS", "fold_ideographs"]

RADICALS = dict(
    zip(
        "⺟⺠⺩⻁⻄⻆⻉⻋⻑⻘⻝⻞⻣⻤⻨⻩⻫⻭⻯⻲⻳⺀⺒⺓⺗⺝⺞⺼⻏⻖",
        "母民王虎西角貝車長青食食骨鬼麦黄斉歯竜亀龟冫巳幺心月歺月阝阝",
        strict=True,
    )
)
"""CJK Radicals Supplement: Unicode gives no decomposition, but PDF producers write them for the kanji."""
_VERTICAL = dict(
    zip(
        "︐︑︒︓︔︕︖︗︘︙︰︱︲︳︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈",
        "，、。：；！？〖〗…‥—–＿（）｛｝〔〕【】《》〈〉「」『』［］",
        strict=True,
    )
)
"""Vertical Forms and CJK Compatibility Forms: what vertical fonts have for marks that stand upright otherwise."""
_ORDINARY = RADICALS | _VERTICAL
_FOLDED = re.compile("[\u2e80-\u2fd5\uf900-\ufad9\ufe10-\ufe19\ufe30-\ufe48\U0002f800-\U0002fa1f]")


def fold_ideographs(text: str) -> str:
    """Return the text with Kangxi radicals, compatibility ideographs and vertical forms as ordinary characters.

    Fonts of some PDF producers map 長 to ⾧; a glossary term would not be found. Nothing else is normalised: the
    paper keeps its full-width letters and its ①.
    """
    return _FOLDED.sub(_fold, text)


def _fold(match: re.Match[str]) -> str:
    character = match[0]
    if character in _ORDINARY or "\ufe10" <= character <= "\ufe48":
        return _ORDINARY.get(character, character)
    return unicodedata.normalize("NFKC", character)
