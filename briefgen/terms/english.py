"""English figures: thousands commas, millions and billions, number words and ordinals. Nothing here rounds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, localcontext

from briefgen.japanese.numerals import EXACT

__all__ = [
    "MONTHS", "SCALES", "SMALL_WORDS", "WEEKDAY_NAMES", "counted", "group_digits", "in_words", "join_words",
    "number_forms", "ordinal", "ordinal_word", "plural", "roman_numerals", "spell", "with_article",
]  # fmt: skip

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SCALES = (("trillion", Decimal(10**12)), ("billion", Decimal(10**9)), ("million", Decimal(10**6)))
"""The words for large numbers, the largest first."""

_SMALL = """
    a about after all also among an and any are as at be been before being between both but by can could did do
    does down during each for from had has have he her his how if in into is it its may might more most must no
    not of on one or other our out over own same shall she should so some such than that the their them then
    there these they this those through to two under up us very was we were what when where which while who whom
    whose will with within would you
"""
SMALL_WORDS = frozenset(_SMALL.split())
"""Articles, prepositions, auxiliaries and their like: words that by themselves say too little to be looked for."""

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_ROMAN = ("II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_WORDS_UP_TO = 99
_SCALED_WORDS_UP_TO = 20
_DECIMALS_AT_MOST = 4


def spell(number: int) -> str:
    """A number from 0 to 99 in words."""
    if number < len(_ONES):
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")


def ordinal(number: int) -> str:
    """``21st``."""
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{'th' if 11 <= number % 100 <= 13 else suffix}"


def ordinal_word(number: int) -> str:
    """A number from 1 to 99 as ``twenty-first``."""
    head, hyphen, last = spell(number).rpartition("-")
    if last in _ORDINALS:
        return head + hyphen + _ORDINALS[last]
    return head + hyphen + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def roman_numerals(number: int) -> tuple[str, ...]:
    """``II`` for 2, as in Pillar II; nothing for 1, which is a word, and beyond 10."""
    return (_ROMAN[number - 2],) if 2 <= number <= len(_ROMAN) + 1 else ()


def group_digits(value: Decimal) -> str:
    """The number in figures with thousands commas, all its decimals and none added."""
    return f"{value:,f}"


def in_words(number: Decimal) -> str:
    """A whole number below a hundred in words, any other in figures."""
    return spell(int(number)) if number == int(number) and 0 <= number < 100 else group_digits(number)


def _scale_up(value: Decimal) -> str | None:
    """``712.7 billion``; None below a million, or when more than four decimals would be needed."""
    for word, unit in SCALES:
        if value >= unit:
            scaled = (value / unit).normalize()
            if -int(scaled.as_tuple().exponent) > _DECIMALS_AT_MOST:
                return None
            return f"{group_digits(scaled)} {word}"
    return None


def number_forms(value: Decimal, *, scaled: bool = False) -> tuple[str, ...]:
    """The ways to write a number, the preferred one first: ``scaled`` prefers 1.2 million to 1,200,000."""
    figures = group_digits(value)
    forms = [figures, figures.replace(",", "")]
    with localcontext(EXACT):
        large = _scale_up(value)
        forms += _other_scales(value)
    if large:
        forms.insert(0 if scaled else 1, large)
    if value == value.to_integral_value() and 0 <= value <= _WORDS_UP_TO:
        forms.append(spell(int(value)))
    return tuple(dict.fromkeys(forms))


def _other_scales(value: Decimal) -> Iterator[str]:
    """``one million`` for 1 million, ``1,784.6 billion`` for 1.7846 trillion."""
    for word, unit in SCALES:
        scaled = value / unit
        if 1 <= scaled <= _SCALED_WORDS_UP_TO and scaled == scaled.to_integral_value():
            yield f"{spell(int(scaled))} {word}"
    billions = (value / SCALES[1][1]).normalize()
    if value >= SCALES[0][1] and int(billions.as_tuple().exponent) >= -_DECIMALS_AT_MOST:
        yield f"{group_digits(billions)} {SCALES[1][0]}"


def join_words(parts: Iterable[str], last: str = "and") -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    *head, tail = parts
    return f"{', '.join(head)} {last} {tail}" if head else tail


_TAKES_ARTICLE = re.compile(
    r"(?:United |Republic |Democratic |Czech Republic|Dominican Republic|Central African|Netherlands|Philippines"
    r"|Maldives|Bahamas|Gambia|Comoros|Seychelles|Holy See|Ministry |Government |(?:Sea|Gulf|Strait|Bay|Cape) of "
    r"|[A-Z].* (?:Islands|Sea|Ocean|Gulf|Strait|Strip|Peninsula|Channel|Canal"
    r"|Army|Navy|Air Force|Armed Forces|Self-Defense Forces?|Marine Corps|Coast Guard|Joint Staff|Fleet"
    r"|Ministry|Agency|Department|Bureau|Cabinet|Council|Committee|Commission|Secretariat|Embassy|Union"
    r"|Act|Treaty|Convention|Agreement|Charter|Constitution|Alliance|Program|Programme|Initiative|Framework)$)"
)
"""Names that begin with a common noun or end in one: the Gulf of Aden, the British Army."""


def with_article(name: str) -> str:
    """A name as it stands in running text: ``the United States``, ``Japan``."""
    return f"the {name}" if _TAKES_ARTICLE.match(name) else name


def counted(number: int, noun: str) -> str:
    """A number with its noun as messages have it: ``1 entry``, ``1,200 entries``."""
    return f"{number:,} {noun if number == 1 else plural(noun) or noun}"


def plural(name: str) -> str | None:
    """The regular plural of a name whose last word is its noun; None where that is not certain."""
    if "," in name or " of " in name or not name[-1:].isalpha() or re.search(r"(?i)\bthe\b", name):
        return None
    if name.endswith("s"):
        return name
    if re.search("[^aeiou]y$", name):
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(("x", "ch", "sh")) else f"{name}s"
