"""Characters of symbol fonts, which have places of their own: font and place -> the character of Unicode.

Symbol: Adobe's encoding vector of the font. Wingdings and Wingdings 2: the characters Unicode 7.0 took over from them,
of which the rest, hands, clocks and ornaments, are not used in running text.
"""

from __future__ import annotations

import re

__all__ = ["spelt", "symbol_character"]


def _placed(*stretches: tuple[int, str]) -> dict[int, str]:
    """Stretches of neighbours, each from its first place; a space stands for a place that is left out."""
    return {
        first + number: character
        for first, characters in stretches
        for number, character in enumerate(characters)
        if character != " "
    }


_SYMBOL = _placed(
    (0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…  ↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"),
    (0xF1, "〉∫"),
)
_WINGDINGS = _placed(
    (0x22, "✂✁"),
    (0x28, "☎✆✉"),
    (0x41, "✌"),
    (0x45, "☜☞☝☟ ☺ ☹"),
    (0x51, "✈☼ ❄"),
    (0x6C, "●❍■□ ❑❒⬧⧫◆❖⬥"),
    (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    (0x9E, "·・▪○"),
    (0xA4, "◉◎"),
    (0xA7, "■□"),
    (0xAA, "✦★✶✴✹✵"),
    (0xD8, "➢"),
    (0xDF, "←→↑↓↖↗↙↘⇐⇒⇑⇓↖↗↙↘⇦⇨⇧⇩"),
    (0xFB, "✗✓☒☑"),
)
_WINGDINGS_2 = _placed(
    (0x4F, "✗✓☒☑ ☒"),
    (0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    (0xA3, "□"),
)
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_PLACES = re.compile("[\uf020-\uf0ff]")
_DINGBATS = ("symbol", "wingdings", "webdings", "zapf dingbats", "mt extra")


def symbol_character(font: str, place: int) -> str | None:
    """Return the character that stands at a place of a font, None when it has none that is known.

    The place is 20 to FF, F020 to F0FF (where Windows keeps such fonts), or a code point for any other font.
    """
    name = font.lower()
    if 0xF020 <= place <= 0xF0FF:
        place -= 0xF000
    elif place > 0xFF or not name.startswith(_DINGBATS):
        is_character = 0x20 <= place < 0xD800 or 0xF900 <= place < 0xF0000
        return chr(place) if is_character and place != 0xFFFD else None
    return _FONTS.get(name, {}).get(place)


def spelt(text: str, font: str) -> str:
    """Return the text with what its font shows at the places of symbol fonts; what is not known stays as it is."""
    return _PLACES.sub(lambda match: symbol_character(font, ord(match[0])) or match[0], text)
