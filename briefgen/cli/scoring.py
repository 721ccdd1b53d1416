"""``briefgen model score``: quality, obedience, speed and memory of a model on a test file."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.cli.build import open_engine
from briefgen.cli.loading import load_glossary
from briefgen.errors import EngineError, UsageError
from briefgen.model.document import Block, BlockId, BlockKind, SourceDocument
from briefgen.model.segment import Rung, Segment, SegmentedDocument, SegmentId, Span, Strength
from briefgen.model.style import HouseStyle
from briefgen.terms.constraints import Constrainer
from briefgen.translation.ladder import Means, translate_document
from briefgen.translation.writing import Written, fill_slots, write_inline, write_plain, write_slots
from briefgen.verification import verify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.segment import Constraint, TranslatedSegment
    from briefgen.translation.engines.engine import Engine

__all__ = ["read_test_file", "run_score"]

_LOOP = re.compile(r"\b(\w.{2,60}?)(?:[\s,]+\1\b){2}")


def run_score(path: Path, model: str | None) -> dict[str, Any]:
    """The figures by name; constraints are found by the real matcher with the built-in glossary.

    Constraint success is the share of sentences with MUST constraints in which all of them stand, exactly, in the one
    best answer to one way of writing them; ``all_constraints_rung_4`` that with the further writings of the ladder;
    runaway is the share of empty, looping or overlong answers.

    Raises:
        UsageError: the file is no test file.
    """
    import sacrebleu

    pairs = read_test_file(path)
    engine = open_engine(model)
    if engine is None:
        raise EngineError("There is no model to score", "Leave --model none out")
    sources, references = [ja for ja, _ in pairs], [en for _, en in pairs]
    began = time.perf_counter()
    plain = [found[0].text for found in engine.translate([write_plain(text).text for text in sources])]
    seconds = time.perf_counter() - began
    constrainer = Constrainer(load_glossary(()).value, HouseStyle())
    constraints = [constrainer.constrain_text(text) for text in sources]
    scores = {
        "sentences": len(pairs),
        "bleu": round(sacrebleu.corpus_bleu(plain, [references]).score, 1),
        "chrf": round(sacrebleu.corpus_chrf(plain, [references]).score, 1),
        "sentences_per_second": round(len(pairs) / seconds, 1),
    }
    for name in ("plain", "inline", "slots"):
        english = _translate(engine, name, sources, constraints)
        scores |= _obedience(name, sources, english, constraints)
        scores[f"chrf_{name}"] = round(sacrebleu.corpus_chrf(english, [references]).score, 1)
        scores[f"runaway_{name}"] = round(100 * sum(map(_runs_away, english, references)) / len(pairs), 1)
    rows = _climb(engine, sources, constraints)
    english = ["" if row.rung is Rung.SOURCE_KEPT else row.english for row in rows]
    scores |= _obedience("ladder", sources, english, constraints)
    scores["all_constraints_rung_4"] = _obeyed_by_rung_4(rows)
    scores["chrf_ladder"] = round(sacrebleu.corpus_chrf(english, [references]).score, 1)
    return scores | {"peak_memory_mb": _peak_memory()}


def read_test_file(path: Path) -> list[tuple[str, str]]:
    """Pairs of a tab-separated file.

    Raises:
        UsageError: it is missing, empty, no UTF-8, or a line has no tab.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as exc:
        raise UsageError(f"{path} cannot be read: {exc.strerror}", "Give a file of Japanese TAB English") from exc
    except UnicodeDecodeError as exc:
        raise UsageError(f"{path} is no text in UTF-8", "Save it as UTF-8") from exc
    pairs = []
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            ja, tab, en = line.partition("\t")
            if not tab:
                raise UsageError(f"{path}:{number}: no tab in this line", "Each line is Japanese TAB English")
            pairs.append((ja, en.split("\t")[0]))
    if not pairs:
        raise UsageError(f"{path} holds no pairs", "Each line is Japanese TAB English")
    return pairs


def _translate(
    engine: Engine, form: str, sources: Sequence[str], constraints: Sequence[tuple[Constraint, ...]]
) -> list[str]:
    """Each sentence in one form; a sentence that the form cannot hold is given plain."""
    can, written = engine.capabilities, []
    for text, own in zip(sources, constraints, strict=True):
        given: Written | None = None
        if form == "inline" and can.markers:
            given = write_inline(text, own, can)
        elif form == "slots" and can.masks:
            given = write_slots(text, own, can)
        written.append(given or write_plain(text))
    found = engine.translate([w.text for w in written])
    return [fill_slots(h[0].text, w) or h[0].text for h, w in zip(found, written, strict=True)]


def _climb(
    engine: Engine, sources: Sequence[str], constraints: Sequence[tuple[Constraint, ...]]
) -> tuple[TranslatedSegment, ...]:
    """Each sentence as the ladder leaves it, without memory and patterns."""
    blocks = tuple(Block(BlockId(f"b{n:06d}"), BlockKind.PARAGRAPH, text, page=1) for n, text in enumerate(sources))
    segments = tuple(Segment(SegmentId(f"{b.id}.s01"), b.id, Span(0, len(b.text)), b.text) for b in blocks)
    document = SegmentedDocument(SourceDocument("test", "", "text/plain", blocks), segments)
    own = {segment.id: found for segment, found in zip(segments, constraints, strict=True)}
    return translate_document(document, own, Means(engine)).value.segments


def _obeyed_by_rung_4(rows: Sequence[TranslatedSegment]) -> float:
    """Percent of the sentences with MUST constraints of which an English tried by rung 4 holds all, exactly."""
    bound = [row for row in rows if any(c.strength is Strength.MUST for c in row.constraints)]
    return round(100 * sum(map(_is_obeyed_by_rung_4, bound)) / max(1, len(bound)), 1)


def _is_obeyed_by_rung_4(row: TranslatedSegment) -> bool:
    must = {n for n, c in enumerate(row.constraints) if c.strength is Strength.MUST}
    tried = {attempt.english for attempt in row.attempts if attempt.rung <= Rung.INLINE}
    return any(
        must <= {mark.constraint for mark in verify(row.segment.text, english, row.constraints).marks}
        for english in tried
    )


def _obedience(
    name: str, sources: Sequence[str], english: Sequence[str], constraints: Sequence[tuple[Constraint, ...]]
) -> dict[str, float]:
    """Shares in percent: sentences with all MUST constraints, constraints met, sentences that pass verification."""
    whole = passed = met = total = bound = 0
    for source, text, own in zip(sources, english, constraints, strict=True):
        verdict = verify(source, text, own)
        passed += verdict.passes
        must = [n for n, c in enumerate(own) if c.strength is Strength.MUST]
        if must:
            standing = {mark.constraint for mark in verdict.marks}
            bound, total = bound + 1, total + len(must)
            met += sum(n in standing for n in must)
            whole += all(n in standing for n in must)
    return {
        f"all_constraints_{name}": round(100 * whole / max(1, bound), 1),
        f"constraints_{name}": round(100 * met / max(1, total), 1),
        f"passing_{name}": round(100 * passed / max(1, len(sources)), 1),
    }


def _runs_away(english: str, reference: str) -> bool:
    """Nothing, the same three times running, or more than twice the length of the reference (and 20 characters)."""
    return not english.strip() or bool(_LOOP.search(english)) or len(english) > 2 * len(reference) + 20


def _peak_memory() -> float | None:
    """Megabytes of the process at its largest; None where the system does not say."""
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024), 1)
