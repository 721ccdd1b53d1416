"""Private characters (外字): without the font of whoever wrote them they have no meaning, and show as 〓."""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.model.document import Block, SourceDocument
from briefgen.readers.inline.rules import GETA

__all__ = ["without_private"]

_PRIVATE = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
"""The private use areas of Unicode (chapter 23.5), and the sign for what could not be read."""


def without_private(outcome: Outcome[SourceDocument]) -> Outcome[SourceDocument]:
    """Return the paper with 〓 for each private character, and a warning where there are any."""
    document, known = outcome.value, outcome.value.metadata
    count = sum(len(_PRIVATE.findall(block.label + block.text)) for block in document.blocks)
    document = replace(
        document,
        blocks=tuple(map(_shown, document.blocks)) if count else document.blocks,
        metadata=replace(
            known,
            title=_PRIVATE.sub(GETA, known.title),
            issuer=_PRIVATE.sub(GETA, known.issuer),
            number=_PRIVATE.sub(GETA, known.number),
        ),
    )
    if not count:
        return Outcome(document, outcome.findings)
    message = f"{count} private character{'s' * (count > 1)} (外字) cannot be read; shown as {GETA}."
    warning = Finding(
        Code.UNREADABLE_CHARACTERS,
        Severity.WARNING,
        message,
        Location(document.name),
        "Compare these places with the paper.",
    )
    return Outcome(document, (*outcome.findings, warning))


def _shown(block: Block) -> Block:
    label, text, reading = (_PRIVATE.sub(GETA, part) for part in (block.label, block.text, block.reading))
    return replace(block, label=label, text=text, reading=reading)
