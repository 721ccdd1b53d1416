"""Settings from a ``briefgen.toml`` and from flags, merged into one frozen value; flags win. Reads no files itself."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from briefgen.errors import TOML_HINT, UsageError
from briefgen.front_matter import Written, known_table, read_written, with_assignments
from briefgen.model.briefing import Heading, Sections
from briefgen.model.limits import Limits

__all__ = ["FORMATS", "NAMES", "Settings", "read_settings", "with_flags"]

FORMATS = ("docx", "pdf", "html", "json")
NAMES = ("family-first", "given-first", "family-first-capitals", "given-first-capitals")
"""Nakatani Gen, Gen Nakatani, NAKATANI Gen, Gen NAKATANI."""

_TABLES = ("heading", "sections", "designation")
_LISTS = ("to", "glossary", "memory", "off", "attach")
_YES_OR_NO = ("portion_marks",)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build can be told; the names are those of the flags."""

    to: tuple[str, ...] = ("docx", "pdf")
    template: str = "briefing"
    title: str = ""
    marking: str = ""
    glossary: tuple[str, ...] = ()
    memory: tuple[str, ...] = ()
    bottom_line: str = ""
    spelling: str = ""
    """``us`` or ``uk``; what the theme says when empty."""
    date_order: str = ""
    """``mdy`` or ``dmy``; what the theme says when empty."""
    names: str = ""
    """Order and capitals of Japanese names: one of `NAMES`; what the theme says when empty."""
    theme: str = ""
    """Name of a built-in theme, or a TOML file; the house style when empty."""
    reference: str = ""
    """A Word file whose styles, paper, header and footer the Word note takes over."""
    markings: str = ""
    """A TOML file of marking schemes laid over the built-in ones."""
    portion_marks: bool = False
    """Portion marks also where the scheme leaves them to the author."""
    attach: tuple[str, ...] = ()
    """What a memo attaches."""
    off: tuple[str, ...] = ()
    """Template sections that are switched off."""
    heading: Heading = field(default_factory=Heading)
    sections: Sections = field(default_factory=Sections)
    designation: Mapping[str, str] = field(default_factory=dict)
    """Values of the designation block by label in lower case."""
    limits: Limits = field(default_factory=Limits)
    """What a source paper may hold at most; in the file only."""


def read_settings(content: bytes, name: str) -> Settings:
    """The settings of a TOML file: the keys of `Settings`.

    ``[heading]``, ``[sections]``, ``[designation]`` and ``[limits]`` are tables.

    Raises:
        UsageError: it is no TOML, or has a key that is not known; the message begins with the file name.
    """
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as exc:
        raise UsageError(f"{name} is not UTF-8", "Save the file as UTF-8") from exc
    except tomllib.TOMLDecodeError as exc:
        raise UsageError(f"{name}: {exc}", TOML_HINT) from exc
    limits = _limits(table.pop("limits", {}), name)
    written = read_written({key: table.pop(key) for key in _TABLES if key in table}, name)
    known = known_table(table, {f.name for f in fields(Settings)} - set(_TABLES), name)
    values: dict[str, Any] = {key: _value(key, value, name) for key, value in known.items()}
    return _checked(_with_written(Settings(**values, limits=limits), written))


def _limits(table: object, name: str) -> Limits:
    values = known_table(table, {f.name for f in fields(Limits)}, f"{name}: [limits]")
    for key, value in values.items():
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise UsageError(f"{name}: [limits]: {key} must be a whole number above 0", "For example: 5_000_000")
    return Limits(**values)


def with_flags(settings: Settings, flags: Mapping[str, Any]) -> Settings:
    """The settings with every flag that was given (is not None) in place of the file's value.

    The flag ``set`` holds ``key=value`` pairs for heading, sections and designation.

    Raises:
        UsageError: a flag is given but empty, a format is not known, or a pair is none.
    """
    given = {key: value for key, value in flags.items() if value is not None}
    for key, value in given.items():
        if "" in ((value,) if isinstance(value, str) else value):
            raise UsageError(f"--{key.replace('_', '-')} is empty", "Give a value, or leave it out")
    before = Written(settings.heading, settings.sections, settings.designation)
    written = with_assignments(before, given.pop("set", ()))
    return _checked(_with_written(replace(settings, **given), written))


def _with_written(settings: Settings, written: Written) -> Settings:
    return replace(settings, heading=written.heading, sections=written.sections, designation=written.designation)


def _checked(settings: Settings) -> Settings:
    for wanted, allowed, what in (
        (settings.to, FORMATS, "format"),
        ((settings.spelling,), ("", "us", "uk"), "spelling"),
        ((settings.date_order,), ("", "mdy", "dmy"), "date order"),
        ((settings.names,), ("", *NAMES), "order of names"),
    ):
        for value in wanted:
            if value not in allowed:
                raise UsageError(f"There is no {what} “{value}”", f"There are: {', '.join(filter(None, allowed))}")
    if settings.reference and not settings.reference.casefold().endswith((".docx", ".dotx")):
        raise UsageError(
            f"The reference document “{settings.reference}” is no Word file",
            "Give a .docx; the file reference of the note is reference under [heading], or --set reference=…",
        )
    if not settings.to:
        raise UsageError("No format is wanted", f"There are: {', '.join(FORMATS)}")
    return replace(settings, to=tuple(dict.fromkeys(settings.to)))


def _value(key: str, value: object, name: str) -> object:
    if key in _LISTS:
        return _as_list(value)
    if not isinstance(value, bool if key in _YES_OR_NO else str):
        expected = "true or false" if key in _YES_OR_NO else "a text in quotation marks"
        raise UsageError(f"{name}: {key} = {value!r}", f"Expected is {expected}")
    return value


def _as_list(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(str(item) for item in items)
