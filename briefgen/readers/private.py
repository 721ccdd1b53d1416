"""Private characters (外字), which only the machine that wrote them can show, become 〓 with a warning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.readers.inline import GETA
from briefgen.readers.layout import Paragraph

__all__ = ["without_private"]

_PRIVATE = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")


def without_private(paragraphs: Sequence[Paragraph], name: str) -> Outcome[tuple[Paragraph, ...]]:
    """Return the paragraphs with 〓 for each private character of texts, labels and readings, and the warning."""
    made = [
        replace(p, text=_shown(p.text), label=_shown(p.label), reading=_shown(p.reading))
        if _PRIVATE.search(p.text + p.label + p.reading)
        else p
        for p in paragraphs
    ]
    count = sum(len(_PRIVATE.findall(paragraph.text + paragraph.label)) for paragraph in paragraphs)
    if not count:
        return Outcome(tuple(paragraphs))
    message = f"{count} private character(s) cannot be known from the file alone; shown as {GETA}."
    hint = "Compare these places with the paper."
    finding = Finding(Code.UNREADABLE_CHARACTERS, Severity.WARNING, message, Location(name), hint)
    return Outcome(tuple(made), (finding,))


def _shown(text: str) -> str:
    return _PRIVATE.sub(GETA, text)
