"""A briefing out of the JSON that `json.write_json` made: every field checked against the model, nothing guessed."""

from __future__ import annotations

import json
import types
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from briefgen.errors import UnreadableDocumentError
from briefgen.model.briefing import Briefing
from briefgen.writers.json import FORMAT_VERSION, member_word

__all__ = ["read_briefing"]

_HINT = "Make it again with briefgen build --to json"


def read_briefing(content: bytes, name: str) -> Briefing:
    """The briefing in a JSON file; fields of later versions are passed over, the bytes of the sources are not in it.

    Raises:
        UnreadableDocumentError: it is no briefing; the message names the file and the field.
    """
    try:
        value = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableDocumentError(f"{name} is no JSON: {error}", _HINT) from error
    if not isinstance(value, dict) or value.get("format") != "briefgen-briefing":
        raise UnreadableDocumentError(f"{name} is JSON, but no briefing of briefgen", _HINT)
    if value.get("format_version") != FORMAT_VERSION:
        version = value.get("format_version")
        raise UnreadableDocumentError(f"{name} has format version {version}, not {FORMAT_VERSION}", _HINT)
    try:
        briefing = _made(Briefing, value, "briefing")
    except (TypeError, ValueError, KeyError, Base64Error) as error:
        message = error.args[0] if error.args else "a field is wrong"
        raise UnreadableDocumentError(f"{name} is no complete briefing: {message}", _HINT) from error
    assert isinstance(briefing, Briefing)
    return briefing


def _made(kind: Any, value: object, place: str) -> object:  # noqa: ANN401 - any type of the model
    """A value of the model out of a JSON value.

    Raises:
        ValueError, KeyError: the value does not fit; the message names the place.
    """
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _choice(kind, value, place)
    if origin is tuple:
        return _items(get_args(kind), value, place)
    if origin is frozenset:
        return frozenset(_items((get_args(kind)[0], ...), value, place))
    plain = getattr(kind, "__supertype__", kind)
    if is_dataclass(plain):
        return _record(plain, value, place)
    return _single(plain, value, place)


def _single(kind: type, value: object, place: str) -> object:
    if issubclass(kind, Enum):
        return _member(kind, value, place)
    if not isinstance(value, str if kind in (date, bytes) else kind) or (kind is int and isinstance(value, bool)):
        raise ValueError(f"{place} is {value!r}")
    if kind is date:
        return date.fromisoformat(str(value))
    return b64decode(str(value), validate=True) if kind is bytes else value


def _choice(kind: object, value: object, place: str) -> object:
    """``X | None``: the only unions the model has."""
    (other,) = (choice for choice in get_args(kind) if choice is not types.NoneType)
    return None if value is None else _made(other, value, place)


def _items(kinds: tuple[Any, ...], value: object, place: str) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{place} is no list")
    if kinds[-1] is Ellipsis:
        kinds = (kinds[0],) * len(value)
    if len(kinds) != len(value):
        raise ValueError(f"{place} has {len(value)} items, not {len(kinds)}")
    return tuple(
        _made(kind, item, f"{place}[{index}]") for index, (kind, item) in enumerate(zip(kinds, value, strict=True))
    )


def _record(kind: Any, value: object, place: str) -> object:  # noqa: ANN401 - any dataclass of the model
    if not isinstance(value, Mapping):
        raise ValueError(f"{place} is no object")
    hints = _hints(kind)
    known: tuple[Field[Any], ...] = fields(kind)
    arguments = {}
    for item in known:
        if item.name in value:
            arguments[item.name] = _made(hints[item.name], value[item.name], f"{place}.{item.name}")
        elif item.default is MISSING and item.default_factory is MISSING:
            raise KeyError(f"{place}.{item.name} is missing")
    return kind(**arguments)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _member(kind: type[Enum], value: object, place: str) -> Enum:
    found = next((member for member in kind if value == member_word(member)), None)
    if found is None:
        raise ValueError(f"{place} is {value!r}")
    return found
