"""What people write into a note: tables of a TOML file, ``--set key=value``, or the head of a memo's text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from briefgen.errors import UsageError
from briefgen.model.briefing import Heading, Option, Sections

__all__ = ["Written", "known_table", "paragraphs", "read_written", "split_front_matter", "with_assignments"]

_LISTED = {"to", "copy"}
_HEADING = {item.name for item in fields(Heading)}
_SECTIONS = {item.name for item in fields(Sections)}
_OPTION = {item.name for item in fields(Option)}


@dataclass(frozen=True, slots=True)
class Written:
    """The tables [heading], [sections] and [designation]."""

    heading: Heading = field(default_factory=Heading)
    sections: Sections = field(default_factory=Sections)
    designation: Mapping[str, str] = field(default_factory=dict)
    """Values of the designation block by label in lower case."""


def read_written(tables: Mapping[str, object], name: str) -> Written:
    """The three tables as read from TOML, each of which may be missing; texts are cut into paragraphs at empty lines.

    Raises:
        UsageError: a key is not known, or a value is no text; the message begins with `name`.
    """
    heads = known_table(tables.get("heading", {}), _HEADING, f"{name}: [heading]")
    parts = known_table(tables.get("sections", {}), _SECTIONS, f"{name}: [sections]")
    options = _options(parts.pop("options", []), f"{name}: [[sections.options]]")
    texts = {key: paragraphs(value, f"{name}: [sections] {key}") for key, value in parts.items()}
    lines = known_table(tables.get("designation", {}), None, f"{name}: [designation]")
    return Written(
        Heading(**{key: _head_value(key, value, f"{name}: [heading]") for key, value in heads.items()}),
        Sections(options=options, **texts),
        {label.casefold(): str(value) for label, value in lines.items()},
    )


def paragraphs(value: object, where: str) -> tuple[str, ...]:
    """A text, cut at empty lines, or a list of texts, as paragraphs without line ends.

    Raises:
        UsageError: it is something else.
    """
    texts = re.split(r"\n\s*\n", value) if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise UsageError(f"{where} is neither a text nor a list of texts", 'Write it as "…" or ["…", "…"]')
    return tuple(" ".join(text.split()) for text in texts if text.strip())


def with_assignments(written: Written, assignments: Sequence[str]) -> Written:
    """What was written, with ``key=value`` pairs added: a part of the text or of the heading by its name.

    Several values for one part are several paragraphs (addressees, options); they replace what the file has there.
    The designation block is ``designation.LABEL=value``.

    Raises:
        UsageError: there is no such key, or no value.
    """
    given: dict[str, list[str]] = {}
    for assignment in assignments:
        key, sign, value = assignment.partition("=")
        if not sign or not value.strip():
            raise UsageError(f"“{assignment}” has no value", 'Write it as --set recommendation="Accept."')
        given.setdefault(_known_key(key.strip()), []).append(value.strip())
    heads: dict[str, Any] = {
        key: tuple(values) if key in _LISTED else " ".join(values) for key, values in given.items() if key in _HEADING
    }
    parts: dict[str, Any] = {
        key: tuple(map(Option, values)) if key == "options" else paragraphs(values, f"--set {key}")
        for key, values in given.items()
        if key in _SECTIONS
    }
    lines = {
        key.removeprefix("designation."): " ".join(values)
        for key, values in given.items()
        if key.startswith("designation.")
    }
    return Written(
        replace(written.heading, **heads),
        replace(written.sections, **parts),
        {**written.designation, **lines},
    )


def split_front_matter(text: str, name: str) -> tuple[str, str]:
    """(TOML, text below it) of a file that begins with a line ``+++`` and has a second one; all TOML when it does not.

    In place of its first line the TOML has an empty one, so that its lines have the numbers they have in the file.

    Raises:
        UsageError: the second line ``+++`` is missing.
    """
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or lines[0].strip() != "+++":
        return text, ""
    ends = [number for number, line in enumerate(lines) if line.strip() == "+++"]
    if len(ends) < 2:
        raise UsageError(f"{name}:1: the front matter has no end", "Close it with a second line +++")
    return "\n".join(["", *lines[1 : ends[1]]]), "\n".join(lines[ends[1] + 1 :])


def _known_key(key: str) -> str:
    plain = key.casefold().replace("-", "_")
    if plain.startswith("designation."):
        return key.casefold()
    plain = "options" if plain == "option" else plain
    if plain not in _HEADING | _SECTIONS:
        known = ", ".join(sorted(_HEADING | _SECTIONS))
        raise UsageError(f"There is no part “{key}” to set", f"There are: {known}, and designation.LABEL")
    return plain


def known_table(value: object, known: set[str] | None, where: str) -> dict[str, Any]:
    """A table of TOML with no other keys than those that are known; with any where that is None.

    Raises:
        UsageError: it is none, or has another key.
    """
    if not isinstance(value, Mapping):
        raise UsageError(f"{where} is no table", "Write its name in brackets on a line of its own, its keys below it")
    for key in value:
        if known is not None and key not in known:
            raise UsageError(f"{where}: there is no setting “{key}”", _place_of(key, known))
    return dict(value)


def _place_of(key: str, known: set[str]) -> str:
    """The table that a key belongs to, where it stands above or in another one; else the keys that are known."""
    for table, keys in (("heading", _HEADING), ("sections", _SECTIONS)):
        if key in keys and keys != known:
            return f"It stands in the table below a line [{table}]"
    return f"There are: {', '.join(sorted(known))}"


def _head_value(key: str, value: object, where: str) -> Any:  # noqa: ANN401 - a text or a tuple of texts, by key
    items = value if isinstance(value, list) else [value]
    if any(isinstance(item, list | dict) for item in items):
        raise UsageError(f"{where} {key} is neither a text nor a list of texts", 'Write it as "…" or ["…", "…"]')
    return tuple(map(str, items)) if key in _LISTED else ", ".join(map(str, items))


def _options(value: object, where: str) -> tuple[Option, ...]:
    if not isinstance(value, list):
        raise UsageError(f"{where} is no list of tables", 'Write [[sections.options]] and title = "…" below it')
    return tuple(_option(item, where) for item in value)


def _option(value: object, where: str) -> Option:
    if isinstance(value, str):
        return Option(value)
    table = known_table(value, _OPTION, where)
    if not isinstance(table.get("title"), str):
        raise UsageError(f"{where}: an option has no title", 'Give each title = "…"')
    sides = {side: paragraphs(table.get(side, []), f"{where} {side}") for side in ("advantages", "disadvantages")}
    return Option(str(table["title"]), **sides)
