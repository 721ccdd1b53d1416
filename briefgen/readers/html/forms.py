"""The forms of a web page: what stands in their fields becomes text of the page.

Elements and their states: HTML Living Standard, 4.10 (forms). What a browser shows in a field is text like any other.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from briefgen.readers.html.elements import is_tag

__all__ = ["show_fields"]

_SILENT_KINDS = frozenset({"hidden", "password", "file", "image", "color", "range"})
_BUTTON_KINDS = frozenset({"submit", "button", "reset"})
_BOX_KINDS = frozenset({"checkbox", "radio"})
_CHECKED, _UNCHECKED = "\u3000☑", "\u3000☐"
_HOLDERS_OF_BOXES = ("form", "fieldset", "label", "td", "th")
"""Elsewhere a box is a switch that the look of the page uses (menus, accordions)."""
_FIELDS = ("input", "textarea", "select")
_INLINE = ("label", "span", "b", "strong")
_FEWEST_FILLED = 2
"""A form with fewer filled fields asks the reader for something (search, comments)."""


def show_fields(root: etree._Element) -> None:
    """Put the text of each field in its place, and open forms that are filled in; the page is changed."""
    filled: dict[etree._Element, int] = {}
    for field, form, is_entry in list(_fields(root)):
        text = _shown(field, is_entry)
        if not text:
            continue
        is_button = is_tag(field, "input") and _kind(field) in _BUTTON_KINDS
        if form is not None and not is_button and text != _UNCHECKED:
            filled[form] = filled.get(form, 0) + 1
        tag = "button" if is_button else "pre" if "\n" in text else "span"
        is_beside = _text_before(field)[-1:].isalpha() and not text.startswith("\u3000")
        field.clear(keep_tail=True)
        field.tag, field.text = tag, "\u3000" * is_beside + text
    for form, count in filled.items():
        if count >= _FEWEST_FILLED:
            form.tag = "div"


def _fields(root: etree._Element) -> Iterator[tuple[etree._Element, etree._Element | None, bool]]:
    """Each field with its form, and whether a box there is one to be ticked."""
    forms: list[etree._Element] = []
    holders = 0
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=(*_FIELDS, *_HOLDERS_OF_BOXES)):
        step = 1 if event == "start" else -1
        holders += step * is_tag(element, *_HOLDERS_OF_BOXES)
        if is_tag(element, "form"):
            forms[:] = [*forms, element] if event == "start" else forms[:-1]
        elif event == "start" and is_tag(element, *_FIELDS):
            yield element, forms[-1] if forms else None, holders > 0


def _text_before(field: etree._Element) -> str:
    """What stands right before a field: the words of its label."""
    before, holder = field.getprevious(), field.getparent()
    if before is None:
        return (holder.text or "").rstrip() if holder is not None else ""
    return ((before.tail or "").strip() or _words(before)) if before.tag in _INLINE else (before.tail or "").strip()


def _shown(field: etree._Element, is_entry: bool) -> str:
    """What a field shows; empty for one that is empty or not seen, and for a box that is no entry."""
    if is_tag(field, "textarea"):
        return _words(field)
    if is_tag(field, "select"):
        return "、".join(_words(option) for option in field.iter("option") if option.get("selected") is not None)
    kind = _kind(field)
    if kind in _BOX_KINDS:
        return (_CHECKED if field.get("checked") is not None else _UNCHECKED) if is_entry else ""
    return "" if kind in _SILENT_KINDS else " ".join((field.get("value") or "").split())


def _kind(field: etree._Element) -> str:
    return (field.get("type") or "text").strip().lower()


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext())).strip()
