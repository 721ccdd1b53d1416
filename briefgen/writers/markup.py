"""Markup text in, checked element tree out: strict XML of the closed vocabulary, nothing repaired, nothing resolved.

The only import of lxml among the writers. Every complaint names the template and the line, from the marks that
`templating` put into the start tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from briefgen.errors import BriefingTemplateError
from briefgen.writers.vocabulary import VOCABULARY

__all__ = ["MarkupElement", "name_of", "parse_markup", "place_of", "refuse"]

MarkupElement: TypeAlias = etree._Element

_MARK = "_l"
_NOT_SHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 does not allow (section 2.2), and DEL: papers taken out of PDFs contain them. And what turns the
direction of text (Unicode Standard Annex 9, 2.1 to 2.4): with it, browsers and Word show 12 as 21."""

_OUTPUTS = ("pdf", "docx", "html")
_LINKS = ("https://", "http://", "mailto:")


def parse_markup(markup: str, template: str, output: str) -> MarkupElement:
    """The ``page`` element of rendered markup, without what ``<only>`` keeps for other outputs, checked.

    Raises:
        BriefingTemplateError: it is not well-formed, or something stands where the vocabulary does not allow it.
    """
    text = _NOT_SHOWN.sub("", markup)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise _not_well_formed(error, text, template) from error
    if root.tag != "page":
        raise refuse(root, f"the outermost element is <{name_of(root)}>", 'a template gives one <page title="…">')
    _unfold_only(root, output)
    _check(root)
    _drop_dead_links(root)
    return root


def name_of(element: MarkupElement) -> str:
    """The name of an element."""
    return str(element.tag)


def place_of(element: MarkupElement) -> str:
    """``template:line`` of an element, or of the nearest one around it that was written in a template."""
    for candidate in (element, *element.iterancestors()):
        if mark := candidate.get(_MARK):
            return mark
    return "template"


def refuse(element: MarkupElement, message: str, hint: str) -> BriefingTemplateError:
    """The error that says what is wrong with this element, to be raised by the caller."""
    return BriefingTemplateError(f"{place_of(element)}: {message}", hint)


def _unfold_only(root: MarkupElement, output: str) -> None:
    """Put the content of ``<only for="…">`` in its place when this output is meant, and drop it when not."""
    for only in list(root.iter("only")):
        wanted = (only.get("for") or "").split()
        if not wanted or set(wanted) - set(_OUTPUTS):
            raise refuse(only, f'<only for="{" ".join(wanted)}">', f"for= holds some of: {' '.join(_OUTPUTS)}")
        parent = only.getparent()
        if parent is None or output not in wanted:
            only.text = None
            del only[:]
        # An element is dropped but its text and children stay, which is what strip_tags does.
        only.tag = "_unfold"
    etree.strip_tags(root, "_unfold")


def _check(root: MarkupElement) -> None:
    """Raise for the first element, attribute or text that the vocabulary does not allow where it stands."""
    ids: set[str] = set()
    for element in root.iter():
        if not isinstance(element.tag, str):
            raise refuse(element, "entities are not allowed", "write the character itself")
        if element.tag not in VOCABULARY:
            parent = element.getparent()
            around = root if parent is None else parent
            raise refuse(element, f"unknown element <{name_of(element)}>", _allowed_in(around))
        _check_attributes(element)
        _check_content(element)
        name = element.get("id")
        if name is not None and (name in ids or not re.fullmatch(r"[A-Za-z][\w.-]*", name, re.ASCII)):
            raise refuse(element, f'id="{name}" is used twice or is no name', "letters, digits, - and _, each id once")
        ids.add(name or "")


def _drop_dead_links(root: MarkupElement) -> None:
    """Leave only the words of links to other schemes (data may hold javascript:) and to ids the page has not."""
    ids = {f"#{element.get('id')}" for element in root.iter() if element.get("id")}
    for link in root.iter("a"):
        address = (link.get("href") or "").strip()
        link.set("href", address if address.lower().startswith(_LINKS) or address in ids else "")


def _check_attributes(element: MarkupElement) -> None:
    rule = VOCABULARY[name_of(element)]
    names = [str(name) for name in element.attrib if name != _MARK]
    for name in names:
        if name not in rule.attributes:
            allowed = ", ".join(rule.attributes) or "none"
            raise refuse(
                element,
                f"<{name_of(element)}> has no attribute {name}",
                f"attributes of <{name_of(element)}>: {allowed}",
            )
    for name in rule.required:
        if name not in names:
            raise refuse(
                element, f"<{name_of(element)}> needs the attribute {name}", f'write <{name_of(element)} {name}="…">'
            )


def _check_content(element: MarkupElement) -> None:
    rule = VOCABULARY[name_of(element)]
    for child in element:
        if child.tag in VOCABULARY and child.tag not in rule.children:
            raise refuse(child, f"<{name_of(child)}> is not allowed in <{name_of(element)}>", _allowed_in(element))
    if not rule.holds_text and any(text.strip() for text in _own_text(element)):
        words = " ".join("".join(_own_text(element)).split())[:40]
        raise refuse(element, f"text is not allowed in <{name_of(element)}>: {words}", _allowed_in(element))


def _own_text(element: MarkupElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield child.tail or ""


def _allowed_in(element: MarkupElement) -> str:
    children = VOCABULARY[name_of(element)].children
    return f"allowed in <{name_of(element)}>: {' '.join(children) if children else 'nothing'}"


def _not_well_formed(error: etree.XMLSyntaxError, text: str, template: str) -> BriefingTemplateError:
    """The parser counts lines of the rendered text; go back to the nearest start tag with a mark."""
    lines = text.split("\n")
    message = re.sub(r", line \d+, column \d+$", "", error.msg or "no text")
    mismatch = re.search(r"tag mismatch: (\S+) line (\d+) and (\S+?)[,\s]", message + " ")
    if mismatch:
        name, line, closed = mismatch[1], int(mismatch[2]), mismatch[3]
        marks = re.findall(rf'<{re.escape(name)} {_MARK}="([^"]+)"', lines[line - 1] if line <= len(lines) else "")
        place = marks[-1] if marks else _mark_before(lines, line, None)
        return BriefingTemplateError(
            f"{place or template}: <{name}> is not closed: </{closed}> comes first",
            f"write </{name}> before </{closed}>",
        )
    line, column = error.position
    place = _mark_before(lines, line, column)
    return BriefingTemplateError(
        f"{place or template}: not well-formed XML: {message}",
        "every <tag> needs its </tag>; write &amp; for & and &lt; for <; attributes stand in quotes",
    )


def _mark_before(lines: list[str], line: int, column: int | None) -> str:
    """The last mark at or before this position of the rendered text, or empty."""
    before = "\n".join([*lines[: line - 1], (lines[line - 1] if line <= len(lines) else "")[:column]])
    marks = re.findall(rf'{_MARK}="([^"]+)"', before)
    return marks[-1] if marks else ""
