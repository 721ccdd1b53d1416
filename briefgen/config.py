"""Settings from a ``briefgen.toml`` and from flags, merged into one frozen value; flags win. Reads no files itself."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from briefgen.errors import UsageError
from briefgen.model.briefing import Heading

__all__ = ["FORMATS", "NAMES", "Settings", "read_settings", "with_flags"]

FORMATS = ("docx", "pdf", "html", "json")
NAMES = ("family-first", "given-first", "family-first-capitals", "given-first-capitals")
"""Nakatani Gen, Gen Nakatani, NAKATANI Gen, Gen NAKATANI."""

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
    names: str = "family-first"
    """Order and capitals of Japanese names: one of `NAMES`."""
    off: tuple[str, ...] = ()
    """Template sections that are switched off."""
    heading: Heading = field(default_factory=Heading)


def read_settings(content: bytes, name: str) -> Settings:
    """The settings of a TOML file: the keys of `Settings`, and a table ``[heading]`` with the keys of `Heading`.

    Raises:
        UsageError: it is no TOML, or has a key that is not known; the message begins with the file name.
    """
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise UsageError(f"{name}: {exc}", "The file must be TOML in UTF-8") from exc
    heading = table.pop("heading", {})
    known = {f.name for f in fields(Settings)} - {"heading"}
    _refuse_unknown(table, known, name)
    _refuse_unknown(heading, _HEADING, f"{name}: [heading]")
    values: dict[str, Any] = {key: _as_list(value) if key in _LISTS else value for key, value in table.items()}
    lists: dict[str, Any] = {key: _as_list(value) if key in ("to", "copy") else value for key, value in heading.items()}
    return _checked(Settings(**values, heading=Heading(**lists)))


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
        ((settings.names,), NAMES, "order of names"),
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
