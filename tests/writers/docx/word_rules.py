"""What Word asks of a file and LibreOffice does not: order, pairs, numbers that must not come twice.

Orders are those of ISO/IEC 29500-1, part 17; elements that briefgen does not write are left out, so that a new one
is refused until it has its place here.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

__all__ = ["complaints"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

_SIDES = "top left bottom right insideH insideV"
_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind jc outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs i iCs noProof color sz szCs u vertAlign lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar",
    "trPr": "cantSplit tblHeader",
    "tcPr": "tcW gridSpan tcBorders tcMar",
    "tblBorders": _SIDES,
    "tcBorders": _SIDES,
    "pBdr": _SIDES,
    "tblCellMar": _SIDES,
    "tcMar": _SIDES,
    "tbl": "tblPr tblGrid tr*",
    "tr": "trPr tc*",
    "tc": "tcPr p*",
    "sectPr": "headerReference* footerReference* pgSz pgMar",
    "style": "name basedOn qFormat pPr rPr tblPr",
    "styles": "docDefaults style*",
    "docDefaults": "rPrDefault pPrDefault",
    "numbering": "abstractNum* num*",
    "abstractNum": "multiLevelType lvl*",
    "num": "abstractNumId lvlOverride*",
    "lvl": "start numFmt lvlText lvlJc pPr",
    "settings": "zoom defaultTabStop characterSpacingControl noLineBreaksAfter noLineBreaksBefore footnotePr compat",
    "numPr": "ilvl numId",
}
"""Children in order; those with a star may come more than once."""


def complaints(content: bytes) -> list[str]:
    """What Word would find wrong with this file, in words; none is good."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    trees = {name: etree.fromstring(data) for name, data in files.items() if name.endswith((".xml", ".rels"))}
    own = {name: tree for name, tree in trees.items() if name.startswith("word/") and not name.endswith(".rels")}
    return [
        f"{name}: {complaint}"
        for name, tree in own.items()
        for complaint in (*_orders(tree), *_tables(tree), *_runs(tree), *_bookmarks(tree), *_borders(tree))
    ] + [*_package(files, trees), *_references(trees), *_pictures(own.values())]


def _orders(tree: etree._Element) -> Iterator[str]:
    for element in tree.iter(etree.Element):
        name = element.tag.removeprefix(W)
        if name not in _ORDERS:
            continue
        order = _ORDERS[name].split()
        children = [child.tag.removeprefix(W) for child in element]
        places = []
        for child in children:
            place = next((number for number, one in enumerate(order) if one.removesuffix("*") == child), None)
            if place is None:
                yield f"<{child}> has no place in <{name}>"
            else:
                places.append(place)
        twice = [child for child, count in Counter(children).items() if count > 1 and f"{child}*" not in order]
        if places != sorted(places) or twice:
            yield f"<{name}> has its children in the order {' '.join(children)}"


def _tables(tree: etree._Element) -> Iterator[str]:
    for table in tree.iter(W + "tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        if {sum(map(_span, row.findall(W + "tc"))) for row in table.findall(W + "tr")} != {columns}:
            yield f"a table of {columns} columns has rows of another number of cells"
        following = table.getnext()
        if following is None or following.tag != W + "p":
            yield "no paragraph follows a table"
    for cell in tree.iter(W + "tc"):
        if not len(cell) or cell[-1].tag != W + "p":
            yield "a cell does not end with a paragraph"


def _span(cell: etree._Element) -> int:
    """Columns of a cell."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else int(span.get(W + "val"))


def _runs(tree: etree._Element) -> Iterator[str]:
    for name in ("p", "r"):
        for element in tree.iter(W + name):
            if any(child.tag == f"{W}{name}Pr" for child in element[1:]):
                yield f"<{name}Pr> is not the first in <{name}>"
    for text in tree.iter(W + "t"):
        if (text.text or "") != (text.text or "").strip() and not text.get(
            "{http://www.w3.org/XML/1998/namespace}space"
        ):
            yield f"the spaces of {text.text!r} will be lost"
    begun = [mark.get(W + "fldCharType") for mark in tree.iter(W + "fldChar")]
    if begun != ["begin", "separate", "end"] * (len(begun) // 3):
        yield "a field does not begin, separate and end"


def _bookmarks(tree: etree._Element) -> Iterator[str]:
    starts, ends = ([mark.get(W + "id") for mark in tree.iter(f"{W}bookmark{kind}")] for kind in ("Start", "End"))
    names = [mark.get(W + "name", "") for mark in tree.iter(W + "bookmarkStart")]
    if len(set(starts)) < len(starts) or sorted(starts) != sorted(ends):
        yield "bookmarks do not begin and end once each"
    if len({name.casefold() for name in names}) < len(names):
        yield "two bookmarks have one name"
    yield from (f"no name for a bookmark: {name!r}" for name in names if not re.fullmatch(r"[^\W\d]\w{0,39}", name))


def _borders(tree: etree._Element) -> Iterator[str]:
    for border in tree.iter(etree.Element):
        width, space = border.get(W + "sz"), border.get(W + "space")
        if width and space and not (2 <= int(width) <= 96 and int(space) <= 31):
            yield f"a border of {width} eighths at {space} points"


def _package(files: dict[str, bytes], trees: dict[str, etree._Element]) -> Iterator[str]:
    """Every part has a type, every relationship leads to a part, and every id that is used is a relationship."""
    types = trees["[Content_Types].xml"]
    known = {entry.get("PartName", entry.get("Extension")) for entry in types}
    for name in files:
        if f"/{name}" not in known and name.rpartition(".")[2] not in known:
            yield f"{name} has no content type"
    yield from (f"{name} is no part" for name in known if name and name[0] == "/" and name[1:] not in files)
    for name, tree in trees.items():
        folder, _, file = name.rpartition("/")
        relations = trees.get(f"{folder}/_rels/{file}.rels", ())
        ids = [relation.get("Id") for relation in relations]
        used = {value for element in tree.iter() for key, value in element.attrib.items() if key.startswith(R)}
        if len(set(ids)) < len(ids) or not used <= set(ids):
            yield f"{name} uses relationships it does not have: {used - set(ids)}"
        for relation in relations:
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target")))[1:]
            if relation.get("TargetMode") != "External" and target not in files:
                yield f"{name} leads to {target}, which is no part"


def _references(trees: dict[str, etree._Element]) -> Iterator[str]:
    """Comments, footnotes and lists: each that is called is there once, and each that is there is called."""
    body = trees["word/document.xml"]

    def ids(part: str, element: str, key: str = "id") -> list[str | None]:
        tree = trees.get(f"word/{part}.xml")
        return [] if tree is None else [found.get(W + key) for found in tree.iter(W + element)]

    comments = ids("comments", "comment")
    for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        if ids("document", mark) != comments:
            yield f"{mark} and comments differ"
    if "word/footnotes.xml" in trees:
        kinds = {note.get(W + "id"): note.get(W + "type") for note in trees["word/footnotes.xml"]}
        separators = [number for number, kind in kinds.items() if kind]
        if [kinds[number] for number in separators] != ["separator", "continuationSeparator"]:
            yield "the footnotes lack their separators"
        if ids("settings", "footnote") != separators:
            yield "the settings do not name the separators of the footnotes"
        if ids("document", "footnoteReference") != [number for number, kind in kinds.items() if not kind]:
            yield "footnotes and their calls differ"
    elif ids("settings", "footnote"):
        yield "the settings name footnotes that are not there"
    lists, definitions = ids("numbering", "num", "numId"), ids("numbering", "abstractNum", "abstractNumId")
    called = {mark.get(W + "val") for mark in body.iter(W + "numId")}
    if not called <= set(lists) or len(set(lists)) < len(lists) or len(set(definitions)) < len(definitions):
        yield "lists are called that are not there, or are there twice"


def _pictures(trees: Iterable[etree._Element]) -> Iterator[str]:
    numbers = [picture.get("id") for tree in trees for picture in tree.iter(WP + "docPr")]
    if len(set(numbers)) < len(numbers):
        yield f"two pictures have one number: {numbers}"
