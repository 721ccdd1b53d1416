"""Codes that stay as they are: hull numbers (DDG-173), types (F-15J, 054A型), documents (防整施第12号), 内線."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefgen.findings import Code, Finding, Severity
from briefgen.model.segment import ConstraintKind
from briefgen.terms.placeables.common import Placeable, Scan
from briefgen.terms.placeables.money import CURRENCY_CODES

__all__ = ["find_codes"]

_LATIN = re.compile(
    r"(?<![0-9A-Za-z./_@-])(?P<letters>[A-Z][A-Za-z]{0,5})-?(?P<figures>[0-9]{1,4}[A-Z]{0,3}(?:-[0-9A-Z]{1,6})?)"
    r"(?![0-9A-Za-z_@]|[-./:][0-9A-Za-z])(?P<type>型)?"
)
_NO_CODES = re.compile(
    "[MTSHR][0-9]{1,2}(?=[.年])|FY[0-9]|M[0-9](?=[.])|Tel|TEL|FAX|Fax|No|NO|Vol|JST|UTC|GMT|Ver|ver"
    rf"|(?:{'|'.join(CURRENCY_CODES)})[0-9]"
)
_GENERATION = re.compile(r"(?<![0-9A-Za-z.,-])(?:[2-6]G|[248]K|PM(?:2\.5|10|0\.1))(?![A-Za-z0-9])")
"""Generations of networks, resolutions and sizes of dust, which are names: 5G, 4K, PM2.5."""
_BRANCH = re.compile(r"(?<![0-9A-Za-z./_@-])[A-Z]{2,6}-[A-Z](?![A-Za-z0-9])")
"""An acronym with a letter of its own: IMO-J, which is not the IMO."""
_DOTTED = re.compile(r"(?<=\()[A-Z]{1,4}[0-9]{1,3}(?:・[A-Z]{1,4}[0-9]{1,3})+(?=\))")
"""One designation in brackets with a middle dot, no list: （H3・F14）."""
_FOREIGN_TYPE = re.compile(r"(?<![0-9A-Za-z.,-])(?P<number>0[0-9]{1,2}[A-Z]{0,2})型")
_EXTENSION = re.compile(r"(?<!国)内線:?(?P<number>[0-9]{2,6}(?:[、,・~][0-9]{2,6})*)(?![0-9-])")
_DOCUMENT = re.compile(
    r"(?<![一-龯ァ-ヺー])(?P<office>[防外閣総財文厚農経国環警海空陸統官][一-龯]{1,4}(?:\([一-龯]{1,2}\))?)第(?P<number>[0-9]{1,6}(?:-[0-9]{1,6})*)号"
)
_COUNTED = re.compile(
    "(?P<type>(?:F-?(?:2|15|35)|P-?[13]|C-?2|T-?[47]|U-?4|[UA]H-?1|UH-?2|US-?2|RQ-?4|CH-?47|[US]H-?60|AH-?64|V-?22|C-?130|KC-?46))"
    "(?P<count>[1-9])"
)
"""The types of aircraft of which a figure more may be how many there are: Ｐ－１１機."""
_CHANNEL = "(?:ch|CH|Ch|チャンネル|チャネル)"
_RUNWAY = re.compile(
    "(?<![0-9A-Za-z])(?:0[1-9]|[12][0-9]|3[0-6])[LRC]?/(?:0[1-9]|[12][0-9]|3[0-6])[LRC](?![0-9A-Za-z])"
)
"""The two ends of a runway: １６Ｌ／３４Ｒ."""
_RADIO = re.compile(
    rf"(?<![A-Za-z])(?P<band>[VU]HF)(?:無線)?[- ]?(?:(?P<number>[0-9]{{1,2}})(?: ?{_CHANNEL})?"
    rf"|{_CHANNEL}(?P<behind>[0-9]{{1,2}}))(?![0-9A-Za-z.]|MHz|[台局社基機])"
)
"""A channel of marine radio: ＶＨＦ１６, VHF16ch."""
_NO_OFFICE = re.compile("[法令示約議案書達告画算定程則束話部隊庁省局課室府院会]$|通知|訓練|官報|号外")


def find_codes(scan: Scan) -> Iterator[Placeable]:
    """The codes of the text."""
    for match in _RADIO.finditer(scan.text):
        number = match["number"] or match["behind"]
        channels = [f"{word} {number}" for word in ("Channel", "channel", "Ch.", "ch.", "CH", "ch")]
        named = [*(f"{match['band']} {channel}" for channel in channels), f"{match['band']} {number}", *channels]
        yield Placeable.of(*match.span(), (*named, f"{match['band']}{number}"), ConstraintKind.NAME)
    for match in _LATIN.finditer(scan.text):
        if not _NO_CODES.match(scan.text, match.start()):
            code = Placeable.of(*match.span(), _code_forms(match), ConstraintKind.NAME)
            is_before_planes = scan.text.startswith("機", match.end())
            counted = _COUNTED.fullmatch(scan.text, *match.span()) if is_before_planes else None
            yield replace(code, finding=_which_type(counted)) if counted else code
    for match in (*_GENERATION.finditer(scan.text), *_BRANCH.finditer(scan.text), *_RUNWAY.finditer(scan.text)):
        yield Placeable.of(*match.span(), (match[0],), ConstraintKind.NAME)
    for match in _DOTTED.finditer(scan.text):
        spellings = [match[0].replace("・", link) for link in (" ", "-", "・", "/")]
        yield Placeable.of(*match.span(), spellings, ConstraintKind.NAME)
    for match in _FOREIGN_TYPE.finditer(scan.text):
        yield Placeable.of(*match.span(), (f"Type {match['number']}", f"Type-{match['number']}"), ConstraintKind.NAME)
    for match in _EXTENSION.finditer(scan.text):
        numbers = re.sub("[、,・]", ", ", match["number"]).replace("~", " to ")
        words = ("ext.", "extension", "Ext.", "Extension", "ext", "extensions", "ext. no.")
        yield Placeable.of(*match.span(), [f"{word} {numbers}" for word in words], ConstraintKind.REFERENCE)
    for match in _DOCUMENT.finditer(scan.text):
        if not _NO_OFFICE.search(match["office"]):
            number = f"No. {match['number']}"
            forms = (f"{number} ({match['office']})", match[0], number)
            yield Placeable.of(*match.span(), forms, ConstraintKind.REFERENCE, "letters of the office kept as written")


def _which_type(match: re.Match[str]) -> Finding:
    message = f"{match[0]}機 was read as a type; it may be {match['count']} of the {match['type']}."
    return Finding(Code.AMBIGUOUS_UNIT, Severity.WARNING, message, hint="Check the figure in the original.")


def _code_forms(match: re.Match[str]) -> Iterator[str]:
    """The code itself; with a hyphen or a space where the paper has neither, or has the other."""
    letters, figures = match["letters"], match["figures"]
    written = match[0].removesuffix("型")
    spellings = dict.fromkeys((written, f"{letters}-{figures}", f"{letters} {figures}", f"{letters}{figures}"))
    yield from spellings
    if match["type"]:
        yield from (wording for one in spellings for wording in (f"{one} type", f"{one}-type", f"Type {one}"))
