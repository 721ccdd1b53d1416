"""Text that is struck through: it stands in the paper and is no longer part of it (見え消し)."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.findings import Code, Finding, Location, Severity

__all__ = ["struck_findings"]


def struck_findings(texts: Sequence[str], name: str) -> tuple[Finding, ...]:
    """The finding that names what was left out because it is struck through; none for no text."""
    texts = [text for text in (" ".join(text.split()) for text in texts) if text]
    if not texts:
        return ()
    message = f"Left out: {len(texts)} stretch{'es' * (len(texts) > 1)} of struck text; the first is “{texts[0]}”."
    hint = "The note shows the text as it stands without them."
    return (Finding(Code.DELETED_TEXT_DROPPED, Severity.INFO, message, Location(name), hint, tuple(texts)),)
