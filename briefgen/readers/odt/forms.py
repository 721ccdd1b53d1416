"""What the forms of an OpenDocument text show: fields that Word and LibreOffice write, and controls (part 3, 13)."""

from __future__ import annotations

from lxml import etree

from briefgen.readers.odt.styles import OFFICE
from briefgen.readers.odt.tables import number

__all__ = ["CHOICES", "Controls", "choice", "read_controls"]

_FIELD = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"
_FORM = "{urn:oasis:names:tc:opendocument:xmlns:form:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
CHOICES = frozenset({_FIELD + "fieldmark", _DRAW + "control"})
"""Elements that show a choice or a text of a form in the running text."""
_BOXES = {True: "☑", False: "☐"}
_WRITTEN = ("text", "textarea", "formatted-text", "number", "date", "time", "combobox", "fixed-text")
Controls = dict[str, str]
"""What each control shows, by its id."""


def read_controls(content: etree._Element) -> Controls:
    """Return what the controls of a text show: the entry chosen, what is written in, a box with its check and label."""
    forms = (element for part in content.iter(OFFICE + "forms") for element in part.iter(f"{_FORM}*"))
    return {str(form.get(_ID) or form.get(_FORM + "id") or ""): _shown(form) for form in forms}


def choice(element: etree._Element, controls: Controls) -> str:
    """Return what one of `CHOICES` shows; empty when nothing is chosen."""
    if element.tag == _DRAW + "control":
        return controls.get(str(element.get(_DRAW + "control", "")), "")
    parameters = [(p.get(_FIELD + "name"), str(p.get(_FIELD + "value", ""))) for p in element.iter(_FIELD + "param")]
    kind, values = str(element.get(_FIELD + "type", "")).rpartition(".")[2], dict(parameters)
    if kind == "FORMCHECKBOX":
        return _BOXES[values.get("Checkbox_Checked") == "true"]
    entries = [value for name, value in parameters if name == "Dropdown_ListEntry"]
    chosen = number(values.get("Dropdown_Selected"), 0)
    return entries[chosen] if chosen < len(entries) else ""


def _shown(form: etree._Element) -> str:
    kind, label = etree.QName(form).localname, str(form.get(_FORM + "label", ""))
    if kind == "listbox":
        entries = form.findall(_FORM + "option")
        chosen = [e for e in entries if "true" in (e.get(_FORM + "current-selected"), e.get(_FORM + "selected"))]
        return "、".join(str(entry.get(_FORM + "label", "")) for entry in chosen)
    if kind == "checkbox":
        return _BOXES[(form.get(_FORM + "current-state") or form.get(_FORM + "state")) == "checked"] + label
    if kind == "radio":
        return (
            "●" if (form.get(_FORM + "current-selected") or form.get(_FORM + "selected")) == "true" else "○"
        ) + label
    written = form.get(_FORM + "current-value") or form.get(_FORM + "value") or ""
    return (str(written) or label) if kind in _WRITTEN else ""
