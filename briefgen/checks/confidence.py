"""How far the model's English can be believed, in words: what speaks against it stands beside the row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.segment import Doubt, Likely, Rung, TranslatedSegment

__all__ = ["check", "named_missing", "reasons"]

_MOST_NAMED = 6
_COMPARE = "Compare with the Japanese"


def check(translated: TranslatedSegment, where: Location) -> Iterator[Finding]:
    """LOW_CONFIDENCE (warning) on a doubtful row, LIKELY_WRONG (error) on one that is most likely wrong.

    On any other row SENSE_UNSURE (warning) for its telling words, or where a word of the Japanese has no English and
    one of the English, which may stand for it, no Japanese; UNKNOWN_WORD (warning) where its English can only be
    guessed in part. On any row ATTACHMENT_UNSURE (warning) where two of it may have changed places.
    """
    doubt = translated.doubt
    if doubt is None or translated.rung is Rung.SOURCE_KEPT:
        return
    if doubt.exchanged:
        one, other = doubt.exchanged
        message = f"“{one}” and “{other}” may each belong to what the other stands with"
        yield Finding(Code.ATTACHMENT_UNSURE, Severity.WARNING, message, where, _COMPARE)
    told = reasons(doubt) or "the model was not sure of it"
    if doubt.likely is Likely.WRONG:
        message = f"Most likely wrong or incomplete: {told}"
        hint = "Do not use it; translate the row from the Japanese"
        yield Finding(Code.LIKELY_WRONG, Severity.ERROR, message, where, hint)
    elif doubt.likely is Likely.DOUBTFUL:
        message = f"Doubtful: {told}"
        yield Finding(Code.LOW_CONFIDENCE, Severity.WARNING, message, where, _COMPARE)
    else:
        yield from _of_words(doubt, where)


def named_missing(doubt: Doubt | None) -> tuple[str, ...]:
    """The words of the Japanese without English that the finding of `check` names."""
    if doubt is None:
        return ()
    shown = doubt if doubt.likely is not Likely.USABLE else _told(doubt)
    return shown.missing[:_MOST_NAMED]


def _told(doubt: Doubt) -> Doubt:
    """Of a row that is not doubted, what is told of its words."""
    if doubt.telling:
        missing = tuple(word for word in doubt.missing if word in doubt.telling)
        unsupported = tuple(word for word in doubt.unsupported if word in doubt.telling)
        return replace(doubt, missing=missing, unsupported=unsupported, unread=())
    is_told = doubt.missing and doubt.unsupported and not doubt.guessed
    return replace(doubt, unread=()) if is_told else replace(doubt, missing=(), unsupported=(), unread=())


def _of_words(doubt: Doubt, where: Location) -> Iterator[Finding]:
    """What is known of single words of a row that is not doubted."""
    if told := reasons(_told(_without_names(doubt))):
        yield Finding(Code.SENSE_UNSURE, Severity.WARNING, told[0].upper() + told[1:], where, _COMPARE)
    if doubt.guessed:
        guess = _guess(doubt) or f"The English of {_listed(doubt.guessed, '、')} may be guessed or lost"
        message = f"{guess}: the model hardly ever met it"
        yield Finding(Code.UNKNOWN_WORD, Severity.WARNING, message, where, f"{_COMPARE}, or add it to the glossary")


def reasons(doubt: Doubt) -> str:
    """What was looked for and not found; empty where all was found."""
    rest = _without_names(doubt)
    found = [guess] if (guess := _guess(doubt)) else []
    if rest.missing:
        found.append(f"no English was found for {_listed(rest.missing, '、')}")
    if rest.unsupported:
        found.append(f"no Japanese was found for {_quoted(rest.unsupported)}")
    if unread := [part for part in doubt.unread if not _shares(part, doubt.missing)]:
        found.append(f"nothing in it leads back to {_listed(unread, '、')}")
    return "; ".join(found)


def _names(doubt: Doubt) -> tuple[str, ...]:
    """English words made up for something of the Japanese that was never met: Kitaura for 北浦."""
    return tuple(word for word in doubt.unsupported if doubt.guessed and word in doubt.telling and word[0].isupper())


def _guess(doubt: Doubt) -> str:
    """What is said of these words; empty where there are none."""
    names = _names(doubt)
    return (
        f"{_quoted(names)} for {_listed(doubt.guessed, '、')} {'are guesses' if names[1:] else 'is a guess'}"
        if names
        else ""
    )


def _without_names(doubt: Doubt) -> Doubt:
    """The doubt without these words, and without what of the Japanese they may stand for."""
    if not (names := _names(doubt)):
        return doubt
    missing, telling = (
        tuple(w for w in words if not _shares(w, doubt.guessed)) for words in (doubt.missing, doubt.telling)
    )
    return replace(
        doubt,
        missing=missing,
        telling=tuple(word for word in telling if word not in names),
        unsupported=tuple(word for word in doubt.unsupported if word not in names),
    )


def _shares(word: str, others: Sequence[str]) -> bool:
    """Whether a word is part of another, or another of it."""
    return any(word in other or other in word for other in others)


def _quoted(words: Sequence[str]) -> str:
    return _listed([f"“{word}”" for word in words], ", ")


def _listed(words: Sequence[str], mark: str) -> str:
    named, others = mark.join(words[:_MOST_NAMED]), len(words) - _MOST_NAMED
    return f"{named} and {others} more word{'s' * (others > 1)}" if others > 0 else named
