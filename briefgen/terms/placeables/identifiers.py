"""Figures that count nothing and stay as written: telephone and file numbers, hulls, rooms, flights, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.model.segment import ConstraintKind
from briefgen.terms.placeables.common import Placeable, Scan

__all__ = ["find_identifiers"]

_FILE_NUMBER = re.compile(
    r"(?<![0-9A-Za-z.,-])(?:[0-9]{1,6}-0[0-9]{1,6}|(?:(?<=[号報番])|(?<=[号番]:)|(?<=No\.))[0-9]{1,6}-[0-9]{1,6})"
    r"(?![0-9A-Za-z./-]|[年月日%人名円])"
)
"""A number of a file or notice, which is no range: 航行警報26-0187."""
_RECEIPT = re.compile(
    "(?<=番号[:：])[0-9A-Z][0-9A-Za-z]*-(?=[^、。)]*[0-9])(?=[0-9-]*[A-Za-z一-龯])[0-9A-Za-z一-龯-]+(?=[、。)]|$)"
)
"""A number with letters or kanji in it, kept as written: 受付番号：２０２５－本本Ｂ２７１."""
_ONE_NUMBER = r"[A-Z]?[0-9]{3,}(?:-[0-9]+)*(?![0-9A-Za-z,.-]|[万億兆名人件個番円隻機台]|以[上下]|桁)"
_BEHIND_NUMBER = re.compile(
    rf"(?:番号|コード)[:：はがをの「(]?(?P<kept>{_ONE_NUMBER}(?:(?:、|・|及び|並びに|と|から|~){_ONE_NUMBER})*)"
)
"""What 郵便番号, 法人番号 and their like name, also several: ポート番号４４３及び８４４３."""
_TELEPHONE = re.compile(
    r"(?<![0-9])(?:0[0-9]{1,4}|\(0[0-9]{1,4}\))[-(]?[0-9]{1,4}[-)][0-9]{3,4}(?![0-9])"
    r"|(?:TEL|Tel|FAX|Fax|電話|ファク(?:ス|シミリ)):?(?P<kept>[0-9]{2,5}(?:-[0-9]{2,4}){1,2})(?![0-9])"
    "|#[0-9]{3,5}(?![0-9])"
)
"""A telephone number, also with its area in brackets, and a short one: （０３）３５８１－３３１１, ＃７１１９."""
_HULLS = re.compile("(?:海警|海監|海巡|漁政)[0-9]{3,5}(?:(?:[、,・と]|及び|並びに)[0-9]{4,5})*(?![0-9.隻人名件])")
"""The numbers of ships of a coast guard: 海警２５０２及び２５０３."""
_HULL = re.compile("[0-9]+")
_FLIGHT = re.compile(
    "(?:(?<=航空)|(?<=全日空)|(?<=日航)|(?<=エア)|(?<=ライン)|(?<=ラインズ)|(?<=ANA)|(?<=JAL))(?P<flight>[0-9]{3,4})便(?!数|利|箋|所)"
)
"""The number of a flight behind the name of its line: 全日空１４２３便; 国際線１４２３便 counts flights."""
_RUNWAY = re.compile("(?<=滑走路)(?:[0-2][0-9]|3[0-6])[LRC](?![A-Za-z])")
"""A runway, which is no number of liters: 滑走路３６Ｌ."""
_SAME_TELEPHONE = re.compile(r"(?<=同)[0-9]{3,5}(?=[はがでにへ、。)]|$)")
"""The last figures of a telephone number behind one in full: 代表は同３５０１."""
_PIXELS = re.compile("(?<=解像度)(?:[はがを:]|が)?(?P<one>[0-9]{3,5})×(?P<other>[0-9]{3,5})(?![0-9])")
_CALLED = re.compile("(?<![0-9.,第])(?P<service>11[089])番通報(?![しすさ])")
"""A call for the police, the coast guard or the fire department: １１８番通報."""
_ROOM = re.compile(r"(?<![0-9,.第])(?:[A-Z]-?)?(?P<room>[0-9]{1,4})号室")
_LOT = re.compile(
    "(?<=[町村目字台])[0-9]{1,4}-[0-9]{1,4}(?:-[0-9]{1,4})?(?![0-9A-Za-z.,~%-]|[年月日時名人件隻機台個円万億兆度倍点])"
)
"""The lot of an address: 本村町５－１."""
_ADDRESS = (
    r"(?:[\x21\x23-\x27\x2a-\x3b\x3d\x3f-\x5a\x5f\x61-\x7a~]|\([\x21\x23-\x27\x2a-\x3b\x3d\x3f-\x5a\x5f\x61-\x7a~]*\))+"
)
_WEB = re.compile(rf"(?:https?://|www\.){_ADDRESS}(?<![!?.,:;'*])")
"""An address of the web, without the bracket it stands in and without the marks of the sentence behind it."""
_VERBATIM = re.compile(
    r"(?<![A-Za-z0-9/])[A-Z]{1,5}/[A-Z0-9.]+(?:/[A-Z0-9.]+)+(?![A-Za-z0-9/])|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|(?<![0-9A-Za-z.])[0-9]{2,3}-[0-9]{2}(?:\.[0-9]+|-[0-9]{2}(?:\.[0-9]+)?)?[NSEW](?![A-Za-z])"
    r"|(?<![0-9A-Za-z])(?:0[1-9]|[12][0-9]|3[01])(?:[01][0-9]|2[0-3])[0-5][0-9][A-Z](?:[A-Z]{3}[0-9]{2,4})?(?![0-9A-Za-z])"
    r"|(?<![0-9A-Za-z])(?:H[0-9]{1,2}N[0-9]{1,2}|[A-Z]{2,3}(?:\.[0-9]{1,2})+|7[0-9]7-[0-9]{1,4}[A-Z]{0,3})(?![0-9A-Za-z])"
    r"|(?<![0-9A-Za-z])(?:[A-Z]{1,4}\.[0-9]{2,4}\([0-9]{1,3}\)|UTC[+-][0-9]{1,2}(?::[0-9]{2})?(?![0-9]))"
    r"|(?<![0-9A-Za-z])(?:MIL-STD-|IEEE ?|ISO/IEC ?)[0-9]+[A-Z]?(?:[.-][0-9A-Za-z]+)*"
    r"|(?:AN/)?[A-Z]{2,4}-[0-9]{1,3}[A-Z]?\(V\)[0-9]{0,2}(?![0-9A-Za-z])"
    r"|(?<=〒)[0-9]{3}-[0-9]{4}|(?<![0-9A-Za-z-])[0-9]+(?:-[0-9]+){2,}(?![0-9A-Za-z-])|(?<![0-9A-Za-z.])[0-9]+(?:\.[0-9]+){2,}(?![0-9.])"
)
"""Codes in figures: of documents, standards, places (24-30N), times (130430Z), zones (UTC+9), strains (H5N1)."""
_PART = "[A-Za-z0-9_%~*-]"
_TOKEN = re.compile(
    r"(?<![A-Za-z0-9_./\\@¥%~*-])(?:"
    rf"(?:[A-Za-z]:)?[/\\¥]?(?:{_PART}|[./\\¥](?={_PART}))*[A-Za-z0-9][_\\¥](?:{_PART}|[./\\¥](?={_PART}))*"
    rf"|[A-Za-z]:[\\¥](?:{_PART}|[./\\¥](?={_PART}))+|/[A-Za-z]{_PART}*(?:[.]{_PART}+)*/{_PART}+(?:[./]{_PART}+)*"
    r"|(?=[0-9._-]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.[a-z][a-z0-9]{1,5}"
    r"|[0-9]{2}H[12])(?![A-Za-z0-9@:/])"
)
"""What computers are given, kept to the letter: svc_update, update_1.zip, /var/log, HKLM\\Software, mod.go.jp, 23H2."""
_PATTERNS = (_TOKEN, _FILE_NUMBER, _RECEIPT, _TELEPHONE, _RUNWAY, _LOT, _WEB, _VERBATIM)


def find_identifiers(scan: Scan) -> Iterator[Placeable]:
    """The identifiers of the text, each as the paper writes it and never with commas for thousands."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(scan.text):
            group = "kept" if match.groupdict().get("kept") else 0
            kind = ConstraintKind.NUMBER if match[group].isdigit() else ConstraintKind.REFERENCE
            yield Placeable.of(*match.span(group), (match[group],), kind)
    yield from _find_in_lists(scan)
    for match in _HULLS.finditer(scan.text):
        for hull in _HULL.finditer(scan.text, *match.span()):
            yield Placeable.of(*hull.span(), (hull[0],), ConstraintKind.NUMBER)
    for match in _FLIGHT.finditer(scan.text):
        number = match["flight"]
        yield Placeable.of(*match.span(), (f"Flight {number}", f"flight {number}", number), ConstraintKind.REFERENCE)
    for match in _CALLED.finditer(scan.text):
        yield Placeable.of(*match.span(), _call_forms(match["service"]), ConstraintKind.REFERENCE)
    for match in _ROOM.finditer(scan.text):
        room = match[0].removesuffix("号室")
        yield Placeable.of(*match.span(), (f"Room {room}", f"room {room}", room), ConstraintKind.REFERENCE)


def _find_in_lists(scan: Scan) -> Iterator[Placeable]:
    """The numbers of a list behind the word for number, telephone numbers without their beginning, and pixels."""
    for match in _BEHIND_NUMBER.finditer(scan.text):
        for one in re.finditer("[0-9A-Z-]+", match["kept"]):
            at = match.start("kept") + one.start()
            kind = ConstraintKind.NUMBER if one[0].isdigit() else ConstraintKind.REFERENCE
            yield Placeable.of(at, at + len(one[0]), (one[0],), kind)
    for match in _SAME_TELEPHONE.finditer(scan.text) if _TELEPHONE.search(scan.text) else ():
        yield Placeable.of(*match.span(), (match[0],), ConstraintKind.NUMBER)
    for match in _PIXELS.finditer(scan.text):
        forms = [f"{match['one']}{times}{match['other']}" for times in (" x ", " × ", "x", "×", " by ")]
        yield Placeable.of(match.start("one"), match.end(), forms, ConstraintKind.REFERENCE)


def _call_forms(service: str) -> Iterator[str]:
    """``an emergency call (118)``, and what else says that one called that number; 118 calls would be so many."""
    yield from (f"{article} emergency call ({service})" for article in ("an", "the", "this", "each"))
    yield f"emergency calls ({service})"
    yield from (f"{service} {call}" for call in ("call", "emergency call", "report"))
    yield from (f"{call} {link} {service}" for call in ("call", "calls", "report", "reports") for link in ("to", "on"))
    yield from (f"{verb} {service}" for verb in ("called", "call", "calling", "dialed", "dialled", "dialing", "dial"))
