"""UTX 1.11, the simple term list of the Asia-Pacific Association for Machine Translation.

A tab-separated file with two ``#`` lines above: version, languages and date; then the columns. Beside ``src``, ``tgt``,
``src:pos``, ``term status``, ``concept ID`` and ``comment`` stand columns of our own that begin with ``x-``. Other
Japanese and English forms are rows with the status non-standard, renderings to avoid rows with the status forbidden.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefgen.errors import GlossaryError
from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.terms.glossary.csv_format import cells_of, term_of
from briefgen.terms.glossary.glossary import Glossary, Term, fold_form

__all__ = ["read_utx", "write_utx"]

_OWN = ("kind", "reading", "abbr", "domain", "status", "strength", "match", "source")
_COLUMNS = ("src", "tgt", "src:pos", "term status", "concept ID", "comment", *(f"x-{name}" for name in _OWN))
_NAMES = frozenset({"organization", "unit", "person", "place", "country", "exercise", "agreement", "equipment", "ship"})


@dataclass(frozen=True, slots=True)
class _Line:
    place: str
    cells: Mapping[str, str]

    @property
    def status(self) -> str:
        return self.cells.get("term status", "").lower()

    @property
    def is_other(self) -> bool:
        """Whether it gives another form of a concept."""
        return self.status in ("non-standard", "forbidden", "rejected")


def write_utx(glossary: Glossary, created: date) -> bytes:
    """The glossary in UTF-8 without byte order mark, lines ending in CR LF, as the format asks for."""
    lines = [f"#UTX 1.11; ja/en; {created.isoformat()}T00:00:00+00:00; creator: briefgen", "#" + "\t".join(_COLUMNS)]
    for number, term in enumerate(glossary.terms, 1):
        lines += ["\t".join(_flat(cell) for cell in cells) for cells in _rows(term, str(number))]
    return "".join(f"{line}\r\n" for line in lines).encode()


def read_utx(content: bytes, name: str) -> Outcome[Glossary]:
    """A UTX file of any version, Japanese to English or English to Japanese.

    Raises:
        GlossaryError: it is not UTF-8 or has no header; the message begins with file:row.
    """
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as exc:
        raise GlossaryError(f"{name}: a UTX file is in UTF-8.", "Save it as UTF-8.") from exc
    rows = list(_lines(lines, name))
    terms: dict[str, Term] = {row.place: _term(row) for row in rows if not row.is_other}
    owners = {key: row.place for row in reversed(rows) if not row.is_other for key in _keys(row)}
    findings = []
    for row in (row for row in rows if row.is_other):
        owner = next((owners[key] for key in _keys(row) if key in owners), None)
        if owner is None:
            message = f"{row.cells['src']} = {row.cells['tgt']} is {row.status}, and nothing says what it belongs to."
            place = Location(name, line=int(row.place.rpartition(":")[2]))
            findings.append(Finding(Code.GLOSSARY_SKIPPED, Severity.WARNING, message, place))
        else:
            terms[owner] = _with_form(terms[owner], row)
    return Outcome(Glossary(name.rpartition("/")[2].rpartition(".")[0], tuple(terms.values())), tuple(findings))


def _rows(term: Term, number: str) -> Iterator[Sequence[str]]:
    cells = cells_of(term)
    word = "properNoun" if term.kind in _NAMES else "noun"
    own = [cells[name] for name in _OWN]
    status = "approved" if term.status == "approved" else "provisional"
    yield term.ja, term.en, word, status, number, term.note, *own
    empty = [""] * (len(_OWN) + 1)
    for variant in term.variants:
        yield variant, term.en, word, "non-standard", number, *empty
    for form in term.accepted:
        yield term.ja, form, word, "non-standard", number, *empty
    for form in term.avoid:
        yield term.ja, form, word, "forbidden", number, *empty


def _lines(lines: Sequence[str], name: str) -> Iterator[_Line]:
    """The rows below the header by column, the languages in our order."""
    header = [line for line in lines[: next((i for i, s in enumerate(lines) if not s.startswith("#")), len(lines))]]
    columns = [column.strip().lower() for column in header[-1].lstrip("#").split("\t")] if header else []
    if len(header) < 2 or not {"src", "tgt"} <= set(columns):
        raise GlossaryError(
            f"{name}:2: the line that names the columns is missing.", "A UTX file begins with two # lines."
        )
    is_turned = header[0].partition(";")[2].strip().lower().startswith("en")
    if is_turned:
        columns = [{"src": "tgt", "tgt": "src"}.get(column, column) for column in columns]
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("\t")]
            row = {"src": "", "tgt": ""} | dict(zip(columns, cells, strict=False))
            yield _Line(f"{name}:{number}", row)


def _term(row: _Line) -> Term:
    own = {name: row.cells.get(f"x-{name}", "") for name in _OWN}
    own["status"] = own["status"] or {"approved": "approved", "provisional": "provisional"}.get(row.status, "")
    cells = {"ja": row.cells["src"], "en": row.cells["tgt"], "note": row.cells.get("comment", ""), **own}
    return term_of(cells, row.place)


def _keys(row: _Line) -> Iterator[tuple[str, str]]:
    """By what rows are known to be of one concept: its number if they have one, else either side."""
    if row.cells.get("concept id"):
        yield "concept", row.cells["concept id"]
        return
    yield "src", fold_form(row.cells["src"])
    if row.status != "forbidden":
        yield "tgt", row.cells["tgt"]


def _with_form(term: Term, row: _Line) -> Term:
    src, tgt = row.cells["src"], row.cells["tgt"]
    if row.status != "non-standard":
        return replace(term, avoid=(*term.avoid, tgt))
    if tgt == term.en and src != term.ja:
        return replace(term, variants=(*term.variants, src))
    return replace(term, accepted=(*term.accepted, tgt))


def _flat(cell: str) -> str:
    return " ".join(cell.split()) if any(char in cell for char in "\t\r\n") else cell
