"""The only import of CTranslate2: decodes whole documents in one sorted batch, and says when it cut something.

CTranslate2 truncates input after 1,024 tokens by default; here nothing is cut silently: longer input is refused
by flagging the hypothesis.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import ctranslate2

from briefgen.errors import EngineError, TranslationError
from briefgen.translation.engine import Capabilities, Hypothesis

__all__ = ["CTranslateEngine", "Decoding", "Tokenizer"]


@dataclass(frozen=True, slots=True)
class Tokenizer:
    """Text to pieces and back, as two functions."""

    encode: Callable[[str], list[str]]
    decode: Callable[[list[str]], str]


@dataclass(frozen=True, slots=True)
class Decoding:
    """How the search is run; lengths in pieces."""

    beam: int = 4
    longest_input: int = 500
    longest_output: int = 256
    length_penalty: float = 1.4
    repetition_penalty: float = 1.1
    """Tried on the validation pairs with beams of 1 to 6: wider than 4 gains nothing through the ladder."""
    batch: int = 512
    """Pieces decoded at once by one thread, whatever the machine, so that the same paper gives the same English."""
    most_threads: int = 4
    """Batches decoded side by side, at most one for each core this process may use; more than four gain little.

    Several threads in one batch would cost half as much time again: the matrices of a small model are too small.
    """


class CTranslateEngine:
    """An `Engine` on a CTranslate2 model folder and a tokenizer."""

    def __init__(
        self, folder: Path, tokenizer: Tokenizer, name: str, fingerprint: str, capabilities: Capabilities
    ) -> None:
        self.name, self.fingerprint, self.capabilities = name, fingerprint, capabilities
        self._tokenizer, self._decoding = tokenizer, Decoding()
        try:
            self._translator = ctranslate2.Translator(
                str(folder), device="cpu", inter_threads=min(self._decoding.most_threads, _cores()), intra_threads=1
            )
        except (RuntimeError, ValueError) as exc:
            raise EngineError(
                f"The model in {folder} cannot be opened: {exc}", "Install it anew, or: briefgen model use"
            ) from exc

    def translate(self, sentences: Sequence[str], hypotheses: int = 1) -> list[tuple[Hypothesis, ...]]:
        """The n best translations of each sentence; the same sentence is decoded once.

        Raises:
            TranslationError: CTranslate2 stopped.
        """
        fold, encode = unicodedata.normalize, self._tokenizer.encode
        unique = {text: encode(fold("NFKC", text)) for text in dict.fromkeys(sentences)}
        order = [text for text, pieces in unique.items() if pieces]
        found = dict.fromkeys(unique, (Hypothesis(""),) * hypotheses)
        found |= dict(zip(order, self._decode([unique[text] for text in order], hypotheses), strict=True))
        return [found[text] for text in sentences]

    def _decode(self, batch: list[list[str]], hypotheses: int) -> list[tuple[Hypothesis, ...]]:
        if not batch:
            return []
        how = self._decoding
        try:
            results = self._translator.translate_batch(
                batch,
                beam_size=max(how.beam, hypotheses),
                num_hypotheses=hypotheses,
                length_penalty=how.length_penalty,
                repetition_penalty=how.repetition_penalty,
                max_batch_size=how.batch,
                batch_type="tokens",
                max_input_length=0,
                max_decoding_length=how.longest_output,
                return_scores=True,
            )
        except (RuntimeError, ValueError) as exc:
            raise TranslationError(f"The translation engine stopped: {exc}", "Try again, or another model") from exc
        return [
            tuple(
                Hypothesis(
                    self._tokenizer.decode(pieces).strip(),
                    score * max(1, len(pieces)) ** (how.length_penalty - 1.0),
                    len(source) > how.longest_input or len(pieces) >= how.longest_output,
                )
                for pieces, score in zip(result.hypotheses, result.scores, strict=True)
            )
            for source, result in zip(batch, results, strict=True)
        ]


def _cores() -> int:
    """The cores this process may use, where the system says; else all there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
