"""How far the model's English can be believed, in words: what speaks against it stands beside the row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.segment import Doubt, Likely, Rung, TranslatedSegment

__all__ = ["check"]

_MOST_NAMED = 6


def check(translated: TranslatedSegment, where: Location) -> Iterator[Finding]:
    """LOW_CONFIDENCE (warning) on a doubtful row, LIKELY_WRONG (error) on one that is most likely wrong.

    On any other row SENSE_UNSURE (warning) where it lost words that right English never leaves out, or added such
    that it never has without a source; UNKNOWN_WORD (warning) where its English can only be guessed in part, or
    another word has none while a word of the English has no Japanese: of 850 judged rows without a doubt 35 are so
    marked, 26 of them not right.
    """
    doubt = translated.doubt
    if doubt is None or translated.rung is Rung.SOURCE_KEPT:
        return
    if doubt.likely is Likely.WRONG:
        message = f"Most likely wrong or incomplete: {_reasons(doubt)}"
        yield Finding(
            Code.LIKELY_WRONG, Severity.ERROR, message, where, "Do not use it; translate the row from the Japanese"
        )
    elif doubt.likely is Likely.DOUBTFUL:
        message = f"Doubtful: {_reasons(doubt)}"
        yield Finding(Code.LOW_CONFIDENCE, Severity.WARNING, message, where, "Compare with the Japanese")
    else:
        yield from _of_words(translated, doubt, where)


def _of_words(translated: TranslatedSegment, doubt: Doubt, where: Location) -> Iterator[Finding]:
    """What is known of single words of a row that is not doubted."""
    if translated.lost:
        message = f"{_listed(translated.lost, '、')} of the Japanese is not seen in the English"
        yield Finding(Code.SENSE_UNSURE, Severity.WARNING, message, where, "Compare with the Japanese")
    if translated.added:
        message = f"Nothing in the Japanese gives {_listed([f'“{word}”' for word in translated.added], ', ')}"
        yield Finding(Code.SENSE_UNSURE, Severity.WARNING, message, where, "Compare with the Japanese")
    if translated.guessed:
        message = (
            f"The English of {_listed(translated.guessed, '、')} may be guessed or lost: the model hardly ever met it"
        )
        hint = "Compare with the Japanese, or add it to the glossary"
        yield Finding(Code.UNKNOWN_WORD, Severity.WARNING, message, where, hint)
    elif translated.mistaken and not (translated.lost or translated.added):
        said = _listed([f"“{word}”" for word in doubt.unsupported], ", ")
        message = f"No English was found for {_listed(translated.mistaken, '、')}, no Japanese for {said}"
        yield Finding(Code.UNKNOWN_WORD, Severity.WARNING, message, where, "Compare with the Japanese")


def _reasons(doubt: Doubt) -> str:
    """What was looked for and not found; where all was found, the score of the model is the reason."""
    reasons = []
    if doubt.missing:
        reasons.append(f"no English was found for {_listed(doubt.missing, '、')}")
    if doubt.unsupported:
        reasons.append(f"no Japanese was found for {_listed([f'“{word}”' for word in doubt.unsupported], ', ')}")
    if unread := [part for part in doubt.unread if not any(part in word or word in part for word in doubt.missing)]:
        reasons.append(f"nothing in it leads back to {_listed(unread, '、')}")
    return "; ".join(reasons) or "the model was not sure of it"


def _listed(words: Sequence[str], mark: str) -> str:
    named, others = mark.join(words[:_MOST_NAMED]), len(words) - _MOST_NAMED
    return f"{named} and {others} more word{'s' * (others > 1)}" if others > 0 else named
