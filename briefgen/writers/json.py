"""The whole briefing as JSON, for other programs; templates/briefing.schema.json describes it."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum, StrEnum

from briefgen.model.briefing import Briefing
from briefgen.model.output import OutputFile

__all__ = ["FORMAT_VERSION", "MEDIA_TYPE", "member_word", "write_json"]

MEDIA_TYPE = "application/json"

FORMAT_VERSION = 1
"""Grows when a field is renamed or removed; new fields may appear at any time."""


def write_json(briefing: Briefing) -> OutputFile:
    """The briefing as ``briefing.json``: UTF-8, keys in the order of the model.

    Dates are ISO 8601, members of enumerations lower-case words, pictures base64. The bytes of the sources are left
    out, for which their SHA-256 stands, and so are the texts of page furniture. A byte of a
    file name that is no UTF-8 is an escape, as JSON has it.
    """
    value = {"format": "briefgen-briefing", "format_version": FORMAT_VERSION, **_mapping(briefing)}
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    return OutputFile("briefing.json", MEDIA_TYPE, text.encode("utf-8", "backslashreplace"))


def _mapping(value: object) -> dict[str, object]:
    """A dataclass by field name; fields that do not count when two are compared are mere baggage and left out."""
    names = [item.name for item in fields(value) if item.compare]  # type: ignore[arg-type]
    return {name: _plain(getattr(value, name)) for name in names}


def _plain(value: object) -> object:
    """A value of the model as JSON knows it."""
    if is_dataclass(value):
        return _mapping(value)
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return member_word(value)
    if isinstance(value, date):
        return value.isoformat()
    return b64encode(value).decode() if isinstance(value, bytes) else value


def member_word(member: Enum) -> str:
    """A member of an enumeration as JSON has it."""
    return member.value if isinstance(member, StrEnum) else member.name.lower().replace("_", "-")
