r"""What Word shows for fields that keep no result in the file: EQ (囲い文字, fractions, ruby), SYMBOL and buttons.

The switches are those of ECMA-376 part 1, 17.16.5, and of Word's own description of EQ: \f fraction, \r root,
\o overstrike, \s raised or lowered, \x frame, \b brackets, \l list.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from briefgen.readers.inline.linear import fraction, raised_text, root
from briefgen.readers.inline.symbol_fonts import symbol_character

__all__ = ["FieldText", "field_text"]

_SHOWN = {"AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM", "BIDIOUTLINE", "FORMCHECKBOX", "FORMDROPDOWN"}
"""Fields that show a number of Word's own, or a choice that is no part of the instruction."""
_LONGEST, _MOST_BRACKETS = 1000, 30
"""Of an equation; those people make have fewer."""
_FORMAT = re.compile(r'\\\*\s*(?:"[^"]*"|\S+)')
_SWITCH = re.compile(r"\\([a-z])((?:\s*+\\(?:[lrb]c\s*\\.|[a-z]{2}(?:\s*-?\d+)?))*)\s*\(", re.IGNORECASE)
_KANA = re.compile("[ぁ-ゖァ-ヺー・ゝゞ\u3000 ]+")
_CIRCLES, _FRAMES = "○◯〇", "□◇△▢"
_CIRCLED = {
    unicodedata.normalize("NFKC", sign): sign
    for sign in map(chr, (*range(0x2460, 0x24FF), *range(0x3251, 0x32FF)))
    if unicodedata.decomposition(sign).startswith("<circle>")
}


class _UnknownSwitchError(Exception):
    """The equation has a switch whose look one line cannot show."""


@dataclass(frozen=True, slots=True)
class FieldText:
    """The text of a field, empty for one that shows nothing, and the readings it gives as ruby (漢字=かんじ)."""

    text: str = ""
    readings: tuple[str, ...] = ()


def field_text(instruction: str, before: str) -> FieldText | None:
    """Return what a field without a result shows behind `before`; None when that cannot be told."""
    kind, _, rest = _FORMAT.sub("", instruction).strip().partition(" ")
    kind = kind.upper()
    if kind == "EQ" and (len(rest) > _LONGEST or rest.count("(") > _MOST_BRACKETS):
        return None
    if kind == "EQ":
        equation = _Equation(before)
        try:
            return FieldText(equation.text(rest.strip()), tuple(equation.readings))
        except _UnknownSwitchError:
            return None
    if kind == "SYMBOL":
        return _symbol(rest)
    if kind in ("MACROBUTTON", "GOTOBUTTON"):
        return FieldText(rest.strip().partition(" ")[2].strip())
    return None if kind in _SHOWN else FieldText()


def _symbol(rest: str) -> FieldText | None:
    """A code point, or a place of a font or, with the switch j, of the Japanese code page."""
    match = re.match(r"\s*(0x[0-9a-f]{1,6}|\d{1,7})", rest, re.IGNORECASE)
    if match is None:
        return None
    place = int(match[1], 0) if match[1][:2].lower() == "0x" else int(match[1])
    font = re.search(r'\\f\s*(?:"([^"]*)"|(\S+))', rest, re.IGNORECASE)
    name = (font[1] or font[2]) if font else ""
    if re.search(r"\\j", rest, re.IGNORECASE):
        text = place.to_bytes(4, "big").lstrip(b"\0").decode("cp932", "replace")
        return FieldText(text) if len(text) == 1 and text != "\ufffd" else None
    character = symbol_character(name, place)
    return None if character is None else FieldText(character)


@dataclass(slots=True)
class _Equation:
    """Writes the switches of an EQ field in one line, from left to right."""

    before: str
    readings: list[str] = field(default_factory=list)

    def text(self, code: str) -> str:
        shown, place = "", 0
        while place < len(code):
            if switch := _SWITCH.match(code, place):
                arguments, place = _arguments(code, switch.end())
                shown += self._made(switch[1].lower(), switch[2].lower(), arguments, shown)
            elif code[place] == "\\":
                if code[place + 1 : place + 2].isalnum():
                    raise _UnknownSwitchError
                shown, place = shown + code[place + 1 : place + 2], place + 2
            else:
                shown, place = shown + code[place], place + 1
        return shown

    def _made(self, switch: str, options: str, arguments: list[str], shown: str) -> str:
        if switch == "o":
            return self._overstruck(arguments)
        parts = [self.text(argument.strip()) for argument in arguments]
        match switch, parts:
            case "f", [numerator, denominator]:
                made = fraction(numerator, denominator)
                return f"({made})" if (self.before + shown)[-1:].isdecimal() else made
            case "r", [radicand]:
                return root(radicand)
            case "r", [degree, radicand]:
                return root(radicand, degree)
            case "x", [framed]:
                return framed
            case "b", [inner] if not options:
                return f"({inner})"
            case "l", _:
                return ",".join(parts)
            case "s", [raised] if "\\up" in options:
                return raised_text(raised, self.before + shown)
        raise _UnknownSwitchError

    def _overstruck(self, arguments: list[str]) -> str:
        """A character in a circle or frame, ruby over its base, or two lines of small characters (組み文字)."""
        if len(arguments) != 2:
            raise _UnknownSwitchError
        shifts = [re.match(r"\s*\\s\s*\\(up|do)", argument, re.IGNORECASE) for argument in arguments]
        raised = [re.sub(r"\s*\\s\s*\\(?:up|do)\s*-?\d*\s*\((.*)\)\s*", r"\1", argument) for argument in arguments]
        first, second = (self.text(argument).strip() for argument in raised)
        if any(shifts):
            return self._with_ruby(first, second) if not all(shifts) else _small_lines(first, second)
        enclosed, shape = (second, first) if first in _CIRCLES + _FRAMES else (first, second)
        if not enclosed or len(shape) != 1 or shape not in _CIRCLES + _FRAMES:
            raise _UnknownSwitchError
        if shape in _FRAMES:
            return f"［{enclosed}］"
        return _CIRCLED.get(unicodedata.normalize("NFKC", enclosed), f"（{enclosed}）")

    def _with_ruby(self, first: str, second: str) -> str:
        kana, base = (first, second) if _KANA.fullmatch(first) else (second, first)
        if not _KANA.fullmatch(kana) or not base:
            raise _UnknownSwitchError
        self.readings.append(f"{base}={kana.strip()}")
        return base


def _small_lines(above: str, below: str) -> str:
    if re.search(r"\d", above + below):
        raise _UnknownSwitchError
    return above + below


def _arguments(code: str, start: int) -> tuple[list[str], int]:
    """The arguments of a switch whose bracket opens before `start`, and the place behind the closing one."""
    arguments: list[str] = []
    depth, place, begun = 0, start, start
    while place < len(code):
        sign = code[place]
        if sign == "\\":
            place += 1
        elif sign == "(":
            depth += 1
        elif sign == ")" and depth == 0:
            return [*arguments, code[begun:place]], place + 1
        elif sign == ")":
            depth -= 1
        elif sign in ",;" and depth == 0:
            arguments, begun = [*arguments, code[begun:place]], place + 1
        place += 1
    raise _UnknownSwitchError
