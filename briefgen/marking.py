"""Markings: schemes as data, the mark a user names, the highest of several, and what a mark asks for in the note."""

from __future__ import annotations

import difflib
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from briefgen.errors import TOML_HINT, UsageError

__all__ = ["Mark", "Marking", "find_marking", "marks_in", "marks_in_furniture", "read_markings"]

_DEFAULT_COLOUR = "#1f4e79"
_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_GAP = re.compile(
    r" {2,}|[\t\u3000|｜/／]+|[-‐–—―ー－\s]*(?:page|p\.)?\s*\d+(?:\s*(?:/|of)\s*\d+)?[-‐–—―ー－\s]*", re.IGNORECASE
)
_REPEATED = re.compile(r"(.+?)\1+")
_LONGEST_REPEATED = 400
_BRACKETS = "【】［］[]（）()「」《》〈〉<>〔〕 　"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of a scheme; `rank` grows with its height within the scheme."""

    text: str
    scheme: str
    rank: int
    colour: str = _DEFAULT_COLOUR
    portion: str = ""
    """What stands before each portion of a note so marked, ``(S)``; empty where the scheme knows none."""
    needs_portions: bool = False
    """Whether the scheme asks for portion marks from this mark on."""
    caveats: str = ""
    """What caveats are written behind (``//``: SECRET//NOFORN); empty where none are."""
    designation: tuple[str, ...] = ()
    """Labels of the block that a note so marked must show on its first page."""


@dataclass(frozen=True, slots=True)
class Marking:
    """What a note carries: no mark, one, or one of each of several schemes, ``SECRET　秘``."""

    marks: tuple[Mark, ...] = ()

    @property
    def text(self) -> str:
        """The banner, empty for none."""
        return "　".join(mark.text for mark in self.marks)

    @property
    def names(self) -> tuple[str, ...]:
        """Each mark with its scheme, as `find_marking` takes it."""
        return tuple(f"{mark.scheme}:{mark.text}" for mark in self.marks)

    @property
    def colour(self) -> str:
        """The colour of the first mark."""
        return self.marks[0].colour if self.marks else _DEFAULT_COLOUR

    @property
    def designation(self) -> tuple[str, ...]:
        """The labels of the designation block, each once."""
        return tuple(dict.fromkeys(label for mark in self.marks for label in mark.designation))

    def portion(self, *, is_wanted: bool = False) -> str:
        """The portion mark, where the scheme asks for it or the user wants it; all portions have it or none."""
        return next((mark.portion for mark in self.marks if mark.portion and (mark.needs_portions or is_wanted)), "")

    def raised_to(self, others: Iterable[Marking]) -> Marking:
        """No lower than any of the others: the highest mark of each scheme, in the order in which schemes appear."""
        highest = {mark.scheme: mark for mark in self.marks}
        for mark in (mark for other in others for mark in other.marks):
            if mark.scheme not in highest or mark.rank > highest[mark.scheme].rank:
                highest[mark.scheme] = mark
        return Marking(tuple(highest.values()))


def read_markings(content: bytes, name: str = "markings.toml") -> tuple[Mark, ...]:
    """The marks of a markings file: ``[[scheme]]`` with ``name`` and ``marks`` from low to high.

    Raises:
        UsageError: it is no TOML in UTF-8, or has no such form; the message begins with the file name.
    """
    try:
        schemes = tomllib.loads(content.decode("utf-8-sig"))["scheme"]
        return tuple(
            _mark(mark, scheme["name"], rank) for scheme in schemes for rank, mark in enumerate(scheme["marks"])
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise UsageError(f"{name}: {exc}", TOML_HINT) from exc
    except (KeyError, TypeError, ValueError) as exc:
        raise UsageError(
            f"{name}: this is no list of markings: {exc}", "Take the built-in templates/markings.toml as the pattern"
        ) from exc


def _mark(value: object, scheme: str, rank: int) -> Mark:
    if not isinstance(value, dict) or not value.get("text"):
        raise ValueError(f"a mark is a table with its text, not {value!r}")
    known = {field.name for field in fields(Mark)} - {"scheme", "rank"}
    if unknown := set(value) - known:
        raise ValueError(f"a mark has no {', '.join(sorted(unknown))}, but {', '.join(sorted(known))}")
    designation = value.get("designation", ())
    if not isinstance(designation, list | tuple):
        raise ValueError("designation is a list of labels")
    colour = str(value.get("colour", _DEFAULT_COLOUR))
    if not _COLOUR.fullmatch(colour):
        raise ValueError(f'a colour like "{_DEFAULT_COLOUR}" is expected, not {colour!r}')
    return Mark(
        text=str(value["text"]),
        scheme=scheme,
        rank=rank,
        colour=colour,
        portion=str(value.get("portion", "")),
        needs_portions=bool(value.get("needs_portions", False)),
        caveats=str(value.get("caveats", "")),
        designation=tuple(map(str, designation)),
    )


def find_marking(wanted: str, marks: Sequence[Mark]) -> Marking:
    """The marking of that name, case aside; the scheme may stand before it, ``UK:SECRET``.

    An English and a Japanese mark may be given together, ``UNCLASSIFIED 注意``; nothing and ``none`` are no mark.

    Raises:
        UsageError: there is no such mark, or several schemes have it; the hint names the ones there are.
    """
    wanted = wanted.strip()
    if not wanted or wanted.casefold() == "none":
        return Marking()
    if mark := _plain(wanted, marks):
        return Marking((mark,))
    head, _, tail = wanted.replace("　", " ").rpartition(" ")
    first, second = (_named(part.strip(" ·/"), marks) if part else None for part in (head, tail))
    if first and second:
        return Marking((first, second))
    if mark := _with_caveats(wanted, marks):
        return Marking((mark,))
    near = difflib.get_close_matches(wanted.casefold(), [mark.text.casefold() for mark in marks], n=3, cutoff=0.5)
    listed = [mark for mark in marks if not near or mark.text.casefold() in near]
    names = ", ".join(map(_full_name, listed))
    raise UsageError(f"There is no marking “{wanted}”", f"{'Perhaps' if near else 'There are'}: {names}")


def _named(wanted: str, marks: Sequence[Mark]) -> Mark | None:
    """The one mark of this name, with or without its scheme and its caveats.

    Raises:
        UsageError: several schemes have it.
    """
    return _plain(wanted, marks) or _with_caveats(wanted, marks)


def _plain(wanted: str, marks: Sequence[Mark]) -> Mark | None:
    """The one mark of exactly this name, with or without its scheme."""
    plain = wanted.casefold()
    found = [mark for mark in marks if plain in (mark.text.casefold(), f"{mark.scheme}:{mark.text}".casefold())]
    if len({mark.scheme for mark in found}) > 1:
        choices = " or ".join(map(_full_name, found))
        raise UsageError(f"The marking “{wanted}” belongs to several schemes", f"Say which: {choices}")
    return found[0] if found else None


def _full_name(mark: Mark) -> str:
    """The mark with its scheme before it, unless it begins with that itself as ``TLP:RED`` does."""
    return mark.text if mark.text.startswith(mark.scheme) else f"{mark.scheme}:{mark.text}"


def _with_caveats(wanted: str, marks: Sequence[Mark]) -> Mark | None:
    """``SECRET//NOFORN`` as the mark SECRET with its caveats, where the mark takes any and they are no marks."""
    signs = {mark.caveats for mark in marks if mark.caveats}
    for base, sign, caveats in (wanted.partition(sign) for sign in sorted(signs)):
        is_mark = any(
            part.casefold() in {mark.text.casefold() for mark in marks} for part in caveats.split(sign or "/")
        )
        takes = [mark for mark in marks if mark.caveats == sign]
        mark = _plain(base.strip(), takes) if caveats and not is_mark else None
        if mark:
            portion = f"{mark.portion.rstrip(')')}{sign}{caveats.upper()})" if mark.portion else ""
            text = f"{mark.text}{sign}{caveats.upper()}"
            designation, portions = mark.designation, mark.needs_portions
            return Mark(text, mark.scheme, mark.rank, mark.colour, portion, portions, sign, designation)
    return None


def marks_in(texts: Iterable[str], marks: Sequence[Mark]) -> Marking:
    """The highest mark of each scheme that stands alone in one of these texts, brackets and width aside.

    Of a word that several schemes have, the first scheme is taken: the word shown is the same.
    """
    known: dict[str, Mark] = {}
    for mark in marks:
        known.setdefault(_folded(mark.text), mark)
    longest = max(map(len, known), default=0)
    folded = (_folded(text) for text in texts if len(text) <= longest + 8)
    return Marking().raised_to(Marking((known[text],)) for text in folded if text in known)


def marks_in_furniture(texts: Iterable[str], marks: Sequence[Mark]) -> Marking:
    """The same in running heads and watermarks, where a mark may stand beside something else or again and again."""
    return marks_in((piece for text in texts for piece in _pieces(text)), marks)


def _pieces(text: str) -> Iterator[str]:
    """A text as a whole, without repetition, and what stands in it between page numbers, bars and wide gaps.

    Japanese is parted at every space; letters set wide, 取 扱 注 意, stay together.
    """
    yield text
    if match := _REPEATED.fullmatch("".join(text.split())[:_LONGEST_REPEATED]):
        yield match[1]
    parts = [part.strip() for part in _GAP.split(text) if part.strip()]
    yield from parts if any(len(part) > 1 for part in parts) or len(parts) == 1 else ()
    yield from (word for word in text.split() if len(word) > 1 and not word.isascii())


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate({ord(sign): None for sign in _BRACKETS}).casefold()
