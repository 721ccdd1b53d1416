"""TBX-Basic (ISO 30042:2019, DCA style), by lxml; read are also DCT style, TBX of 2008 and files of other programs.

A term is a ``conceptEntry`` with a section for each language: the form of the house is the preferred term, variants and
accepted forms are admitted terms, renderings to avoid deprecated ones, the abbreviation a term of its own type. Domain
and source have their data categories; what TBX-Basic has none for stands in notes such as ``kind: organization``.
TBX of 2008, which many programs still ask for, has other names for the same elements and no namespace.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from briefgen.errors import GlossaryError
from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.terms.glossary.csv_format import plain_cells, term_of
from briefgen.terms.glossary.glossary import Glossary, Term

__all__ = ["read_tbx", "write_tbx"]

_SPACE = "urn:iso:std:iso:30042:ed-2"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOTED = ("kind", "reading", "status", "strength", "match")
_SHORT = ("acronym", "abbreviation", "shortForm")
_WRONG = ("deprecated", "superseded")
_NAMES_OF_2008 = {
    "tbx": "martif", "tbxHeader": "martifHeader", "conceptEntry": "termEntry", "langSec": "langSet", "termSec": "tig",
}  # fmt: skip
_DOCTYPE_OF_2008 = '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">'


@dataclass(frozen=True, slots=True)
class _Form:
    text: str
    status: str
    type: str

    @property
    def is_wrong(self) -> bool:
        return self.status.startswith(_WRONG)

    @property
    def is_short(self) -> bool:
        return self.type in _SHORT


def write_tbx(glossary: Glossary, *, is_old: bool = False) -> bytes:
    """The glossary as TBX-Basic in UTF-8, of 2008 where the old edition is asked for.

    Raises:
        GlossaryError: it has no terms, or one with a control character; TBX has neither.
    """
    if not glossary.terms:
        raise GlossaryError("There is no entry to export.")
    root = etree.Element(f"{{{_SPACE}}}tbx", {"type": "TBX-Basic", "style": "dca", _LANG: "ja"}, nsmap={None: _SPACE})
    source = _add(_add(_add(root, "tbxHeader"), "fileDesc"), "sourceDesc")
    _add(source, "p", f"Glossary {glossary.name}, exported by briefgen")
    body = _add(_add(root, "text"), "body")
    for number, term in enumerate(glossary.terms, 1):
        try:
            _write_entry(_add(body, "conceptEntry", id=f"c{number}"), term)
        except ValueError as exc:
            raise GlossaryError(f"{term.origin}: XML does not take the control character in this entry.") from exc
    doctype = _turn_to_2008(root) if is_old else None
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True, doctype=doctype)


def read_tbx(content: bytes, name: str) -> Outcome[Glossary]:
    """The entries with Japanese and English; others are left out with a finding.

    Raises:
        GlossaryError: it is no TBX; the message begins with file:line.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as exc:
        reason = " ".join(str(exc.msg).split())
        raise GlossaryError(f"{name}:{exc.lineno or 1}: the file is no XML ({reason}).", "Is it a TBX file?") from exc
    entries = [node for node in root.iter() if _name(node) in ("conceptEntry", "termEntry")]
    if not entries:
        raise GlossaryError(f"{name}:1: the file has no terminological entries.", "Is it a TBX file?")
    terms: list[Term] = []
    findings: list[Finding] = []
    for entry in entries:
        ja, en = (list(_forms(entry, language)) for language in ("ja", "en"))
        if ja and any(not form.is_wrong for form in en):
            terms.append(term_of(_cells(entry, ja, en), f"{name}:{entry.sourceline}"))
        else:
            message = "The entry has not both Japanese and English and was left out."
            place = Location(name, line=entry.sourceline)
            findings.append(Finding(Code.GLOSSARY_SKIPPED, Severity.WARNING, message, place))
    return Outcome(Glossary(name.rpartition("/")[2].partition(".")[0], tuple(terms)), tuple(findings))


def _turn_to_2008(root: etree._Element) -> str:
    """Give a tree the names of the old edition; its document type is the answer."""
    for node in root.iter():
        node.tag = _NAMES_OF_2008.get(_name(node), _name(node))
    del root.attrib["style"]
    rules = etree.SubElement(etree.SubElement(root[0], "encodingDesc"), "p", {"type": "XCSURI"})
    rules.text = "TBXBasicXCSV02.xcs"
    etree.cleanup_namespaces(root)
    return _DOCTYPE_OF_2008


def _write_entry(entry: etree._Element, term: Term) -> None:
    cells = plain_cells(term)
    if term.domain:
        _add(entry, "descrip", term.domain, type="subjectField")
    if term.source:
        _add(entry, "admin", term.source, type="source")
    for column in _NOTED:
        if column in cells:
            _add(entry, "note", f"{column}: {cells[column]}")
    if term.note:
        is_like_ours = term.note.partition(": ")[0] in (*_NOTED, "note")
        _add(entry, "note", f"note: {term.note}" if is_like_ours else term.note)
    japanese = _add(entry, "langSec", lang="ja")
    _write_form(japanese, term.ja, "preferredTerm")
    for variant in term.variants:
        _write_form(japanese, variant, "admittedTerm", "variant")
    english = _add(entry, "langSec", lang="en")
    short = "acronym" if term.abbr.isupper() else "abbreviation"
    _write_form(english, term.en, "preferredTerm", short if term.abbr == term.en else "")
    if term.abbr not in ("", term.en):
        _write_form(english, term.abbr, "admittedTerm", short)
    for form in term.accepted:
        _write_form(english, form, "admittedTerm")
    for form in term.avoid:
        _write_form(english, form, "deprecatedTerm")


def _write_form(section: etree._Element, text: str, status: str, kind: str = "") -> None:
    form = _add(section, "termSec")
    _add(form, "term", text)
    _add(form, "termNote", f"{status}-admn-sts", type="administrativeStatus")
    if kind:
        _add(form, "termNote", kind, type="termType")


def _add(
    parent: etree._Element, name: str, text: str | None = None, lang: str = "", **attributes: str
) -> etree._Element:
    node = etree.SubElement(parent, f"{{{_SPACE}}}{name}", attributes | ({_LANG: lang} if lang else {}))
    node.text = text
    return node


def _name(node: etree._Element) -> str:
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def _text(node: etree._Element) -> str:
    return " ".join("".join(str(part) for part in node.itertext()).split())


def _sections(entry: etree._Element, language: str) -> Iterator[etree._Element]:
    """The sections of an entry in a language and its regional kinds, as en-US, in the order of the file."""
    for section in entry:
        if _name(section) in ("langSec", "langSet"):
            named = (section.get(_LANG) or section.get("lang") or "").lower().replace("_", "-")
            if named.partition("-")[0] == language:
                yield section


def _forms(entry: etree._Element, language: str) -> Iterator[_Form]:
    for section in _sections(entry, language):
        for node in section.iter():
            if _name(node) == "term" and _text(node):
                yield _form(node)


def _form(term: etree._Element) -> _Form:
    section = term.getparent()
    notes = {"": ""}
    for node in section.iter() if section is not None else ():
        if _name(node) in ("termNote", "administrativeStatus", "termType"):
            notes[node.get("type") or _name(node)] = _text(node)
    return _Form(_text(term), notes.get("administrativeStatus", ""), notes.get("termType", ""))


def _cells(entry: etree._Element, ja: list[_Form], en: list[_Form]) -> dict[str, str]:
    """The cells of an entry: the first preferred form of each language is that of the house."""
    chief = _chief(ja)
    cells = {"ja": chief.text, "variants": "|".join(form.text for form in ja if form is not chief)}
    right = [form for form in en if not form.is_wrong]
    chief = _chief(right)
    abbr = chief if chief.is_short else next((form for form in right if form.is_short), None)
    others = [form.text for form in right if form is not chief and form is not abbr]
    cells |= {"en": chief.text, "abbr": abbr.text if abbr else "", "accepted": "|".join(others)}
    cells["avoid"] = "|".join(form.text for form in en if form.is_wrong)
    return cells | dict(_described(entry))


def _chief(forms: list[_Form]) -> _Form:
    full = [form for form in forms if not form.is_short] or forms
    return next((form for form in forms if form.status.startswith("preferred")), full[0])


def _described(entry: etree._Element) -> Iterator[tuple[str, str]]:
    """Domain, source, note and what stands in notes of ours."""
    notes: list[str] = []
    for node in entry:
        category, text = node.get("type") or _name(node), _text(node)
        if category == "subjectField":
            yield "domain", text
        elif category == "source":
            yield "source", text
        elif category == "note":
            column, colon, value = text.partition(": ")
            if colon and column in _NOTED:
                yield column, value
            else:
                notes.append(value if column == "note" else text)
    yield "note", "; ".join((*notes, *_definitions(entry)))


def _definitions(entry: etree._Element) -> Iterator[str]:
    """What the entry or a section of ours is defined as, alone or grouped with the source of the definition."""
    for section in (entry, *_sections(entry, "ja"), *_sections(entry, "en")):
        for node in section:
            for part in node if _name(node) == "descripGrp" else [node]:
                if "definition" in (part.get("type"), _name(part)):
                    yield _text(part)
