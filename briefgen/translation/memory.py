"""Reviewed translations (rung 1): a sentence that a person has approved before is given as it was approved.

A memory file is tab-separated: Japanese TAB English; ``#`` begins a comment; the last of two equal sentences wins.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.errors import UsageError
from briefgen.japanese.folding import is_japanese_alone
from briefgen.translation.group import fold

__all__ = ["Memory", "read_memory"]


class Memory:
    """Reviewed sentences, looked up by their folded Japanese."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        self._sentences = {fold(ja): en for ja, en in sentences.items()}

    def __len__(self) -> int:
        return len(self._sentences)

    def find(self, text: str) -> str | None:
        """The approved English of exactly this sentence, width and spaces aside."""
        return self._sentences.get(fold(text))


def read_memory(content: bytes, name: str) -> dict[str, str]:
    """The sentences of a memory file.

    Raises:
        UsageError: it is not UTF-8, or a line has no tab or no English; the message begins with file:line.
    """
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as exc:
        place = content.count(b"\n", 0, exc.start) + 1
        raise UsageError(f"{name}:{place}: the text is not UTF-8", "Save it as UTF-8") from exc
    sentences: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        ja, tab, en = line.partition("\t")
        if not tab or not en.strip():
            raise UsageError(
                f"{name}:{number}: a reviewed sentence is Japanese TAB English", "Put one tab between the two"
            )
        sentences[ja] = en.split("\t")[0].strip()
        if is_japanese_alone(sentences[ja]):
            message = f"{name}:{number}: the English is Japanese: {sentences[ja]}"
            raise UsageError(message, "A reviewed sentence is Japanese TAB English")
    return sentences
