"""The only import of SudachiPy, an optional extra: the usual readings of Japanese persons and places.

Kanji do not say how a name is read; the dictionary says how it is read most often, which is a guess to be marked as
one. Without the extra (``pip install briefgen[readings]``) there is no reader, and names stay as they are written.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Sequence
from functools import cache
from typing import Any

__all__ = ["has_name_reader", "read_name", "read_places"]

_PACKAGES = ("sudachipy", "sudachidict_small")
_KATAKANA = re.compile("(?<![ァ-ヺー・･])[ァ-ヺー]{3,}(?![ァ-ヺー・･])")
_NOT_JAPANESE = frozenset("李金朴崔鄭姜趙尹張王劉陳楊周徐孫馬朱胡郭許董魏謝盧蔡習")
"""Surnames of one character that are Korean or Chinese far more often than Japanese."""


def has_name_reader() -> bool:
    """Whether the extra is installed; the dictionary is not loaded to find out."""
    return all(importlib.util.find_spec(name) for name in _PACKAGES)


def read_name(written: str) -> str | None:
    """The reading of a surname (サトウ) or of surname and given name (サトウ・タロウ) in katakana.

    None where the dictionary does not take the whole of it for a Japanese name. `written` is without spaces and title.
    """
    tokenizer = _tokenizer()
    if tokenizer is None:
        return None
    # 氏 behind it makes the dictionary prefer the surname 岩屋 to the noun.
    *words, title = tokenizer.tokenize(f"{written}氏")
    kinds = [word.part_of_speech()[3] for word in words]
    if title.surface() != "氏" or kinds[:1] != ["姓"] or any(kind != "名" for kind in kinds[1:]):
        return None
    if words[0].surface() in _NOT_JAPANESE:
        return None
    surname, *given = (word.reading_form() for word in words)
    return "・".join([surname, "".join(given)]) if given else str(surname)


def read_places(text: str) -> tuple[tuple[int, int, str], ...]:
    """The names of places in a text: where each begins and ends, and its usual reading in katakana (ワジマ).

    With an empty reading, words in katakana that are names or that the dictionary does not have (ラファール).
    """
    tokenizer = _tokenizer()
    words = tuple(tokenizer.tokenize(text)) if tokenizer else ()
    places = [(word.begin(), word.end(), word.reading_form()) for word in words if _kind(word)[2:4] == ("地名", "一般")]
    strange = [(*run.span(), "") for run in _KATAKANA.finditer(text) if words and _is_strange(run.span(), words)]
    return tuple(sorted({*strange, *(one for one in places if not _KATAKANA.fullmatch(text, *one[:2]))}))


def _is_strange(span: tuple[int, int], words: Sequence[Any]) -> bool:
    """Whether a run of katakana is no single everyday word of the dictionary."""
    inside = [word for word in words if span[0] <= word.begin() and word.end() <= span[1]]
    return len(inside) != 1 or inside[0].is_oov() or _kind(inside[0])[1] == "固有名詞"


def _kind(word: Any) -> tuple[str, ...]:  # noqa: ANN401 - a class of the optional package
    return tuple(word.part_of_speech())


@cache
def _tokenizer() -> Any:  # noqa: ANN401 - a class of the optional package
    """None where the dictionary cannot be opened: a name is then kept as it is written, like any nobody can read."""
    sudachi = importlib.import_module("sudachipy")
    try:
        return sudachi.Dictionary(dict="small").tokenizer()
    except (ImportError, sudachi.errors.SudachiError):
        return None
