"""Settings from a ``briefgen.toml`` and from flags, merged into one frozen value; flags win. Reads no files itself."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from briefgen.errors import UsageError
from briefgen.model.briefing import Heading
from briefgen.readers.limits import Limits

__all__ = ["FORMATS", "Settings", "read_settings", "with_flags"]

FORMATS = ("docx", "pdf", "html", "json")

_HEADING = {f.name for f in fields(Heading)}
_LISTS = ("to", "glossary", "memory", "off")


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
    spelling: str = "us"
    date_order: str = "mdy"
    off: tuple[str, ...] = ()
    """Template sections that are switched off."""
    heading: Heading = field(default_factory=Heading)
    limits: Limits = field(default_factory=Limits)
    """What a source paper may hold at most; in the file only."""


def read_settings(content: bytes, name: str) -> Settings:
    """The settings of a TOML file: the keys of `Settings`, and the tables ``[heading]`` and ``[limits]``.

    Raises:
        UsageError: it is no TOML, or has a key that is not known; the message begins with the file name.
    """
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise UsageError(f"{name}: {exc}", "The file must be TOML in UTF-8") from exc
    heading, limits = table.pop("heading", {}), table.pop("limits", {})
    known = {f.name for f in fields(Settings)} - {"heading", "limits"}
    _refuse_unknown(table, known, name)
    _refuse_unknown(heading, _HEADING, f"{name}: [heading]")
    values: dict[str, Any] = {key: _as_list(value) if key in _LISTS else value for key, value in table.items()}
    lists: dict[str, Any] = {key: _as_list(value) if key in ("to", "copy") else value for key, value in heading.items()}
    return _checked(Settings(**values, heading=Heading(**lists), limits=_limits(limits, name)))


def _limits(table: Mapping[str, object], name: str) -> Limits:
    _refuse_unknown(table, {f.name for f in fields(Limits)}, f"{name}: [limits]")
    values: dict[str, int] = {}
    for key, value in table.items():
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise UsageError(f"{name}: [limits]: {key} must be a whole number above 0", "For example: 5_000_000")
        values[key] = value
    return Limits(**values)


def with_flags(settings: Settings, flags: Mapping[str, Any]) -> Settings:
    """The settings with every flag that was given (is neither None nor empty) in place of the file's value.

    Raises:
        UsageError: a format is not known.
    """
    given = {key: value for key, value in flags.items() if value not in (None, "", ())}
    return _checked(replace(settings, **given))


def _checked(settings: Settings) -> Settings:
    for wanted, allowed, what in (
        (settings.to, FORMATS, "format"),
        ((settings.spelling,), ("us", "uk"), "spelling"),
        ((settings.date_order,), ("mdy", "dmy"), "date order"),
    ):
        for value in wanted:
            if value not in allowed:
                raise UsageError(f"There is no {what} “{value}”", f"There are: {', '.join(allowed)}")
    return settings


def _as_list(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(str(item) for item in items)


def _refuse_unknown(table: Mapping[str, object], known: set[str], where: str) -> None:
    for key in table:
        if key not in known:
            raise UsageError(f"{where}: there is no setting “{key}”", f"There are: {', '.join(sorted(known))}")
