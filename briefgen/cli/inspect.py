"""``briefgen check``, ``read`` and ``explain``: what was understood and found, without writing anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from briefgen.checks.confidence import reasons
from briefgen.cli.build import open_engine, severity_named
from briefgen.cli.console import findings_json, print_findings, print_json, print_lines, print_result, progress
from briefgen.cli.loading import load_kit, load_settings
from briefgen.config import with_flags
from briefgen.errors import ExitCode, UsageError
from briefgen.files import read_source
from briefgen.findings import Finding, Outcome
from briefgen.model.document import SourceDocument
from briefgen.model.segment import Attempt, Rung, TranslatedDocument, TranslatedSegment

__all__ = ["InspectOptions", "run_check", "run_explain", "run_read"]


_SHOWN = 3
"""Hypotheses shown of those that failed alike."""
_UNTRIED = {
    Rung.MEMORY: "no reviewed translation of this sentence",
    Rung.WHOLE: "more than one term or one computed value",
    Rung.PATTERN: "no sentence pattern fits",
    Rung.INLINE: "no engine was asked",
    Rung.SLOTS: "nothing to put into slots, or more than there are",
    Rung.RERANKED: "no other hypotheses",
    Rung.CLAUSES: "not long enough to be cut",
    Rung.SOURCE_KEPT: "kept the Japanese: see the findings",
}
"""Why nothing is recorded of a rung that was passed over."""


@dataclass(frozen=True, slots=True)
class InspectOptions:
    """The flags these commands share."""

    sources: tuple[str, ...]
    settings_file: Path | None
    model: str | None
    fail_on: str
    as_json: bool


def run_check(options: InspectOptions, flags: dict[str, Any]) -> ExitCode:
    """Every finding about the glossaries, the papers and their translation."""
    from briefgen.checks.papers import check_papers

    limit = severity_named(options.fail_on)
    noticed, outcomes = _translate(options, flags)
    of_papers = check_papers(outcome.value.source for outcome in outcomes)
    findings = (*noticed, *of_papers, *(finding for outcome in outcomes for finding in outcome.findings))
    if options.as_json:
        print_json({"findings": findings_json(findings)})
    else:
        print_findings(findings)
    return ExitCode.FINDINGS if any(finding.severity >= limit for finding in findings) else ExitCode.GOOD


def run_explain(options: InspectOptions, segment: str | None, flags: dict[str, Any]) -> ExitCode:
    """The way of one segment, or of all, up the ladder: constraints, every attempt of every rung, findings.

    `segment` is an id, or the number of the row in the note.

    Raises:
        UsageError: the paper has no such segment.
    """
    _, (outcome,) = _translate(options, flags)
    rows = enumerate(outcome.value.segments, 1)
    chosen = [s for row, s in rows if segment is None or segment.lstrip("#") in (s.segment.id, str(row))]
    if not chosen:
        ids = [s.segment.id for s in outcome.value.segments]
        hint = f"Its segments are {ids[0]} to {ids[-1]}, in rows 1 to {len(ids)}" if ids else None
        raise UsageError(f"The paper has no segment {segment}", hint)
    answers = [_explanation(translated, outcome.findings) for translated in chosen] if options.as_json else []
    lines = (line for translated in chosen for line in _explain(translated, outcome.findings))
    print_result(answers, lines, options.as_json)
    return ExitCode.GOOD


def run_read(sources: tuple[str, ...], settings_file: Path | None, as_json: bool) -> ExitCode:
    """What was understood of each paper."""
    from briefgen.readers import read_document
    from briefgen.readers.outline import outline

    limits = load_settings(settings_file).limits
    papers = (read_source(path, limits.max_bytes) for path in sources)
    outcomes = [read_document(content, name, limits) for name, content in papers]
    if as_json:
        print_json([_document_json(outcome) for outcome in outcomes])
    else:
        for outcome in outcomes:
            print_lines([outline(outcome.value, outcome.findings)])
            print_findings(outcome.findings, shown=())
    return ExitCode.GOOD


def _translate(
    options: InspectOptions, flags: dict[str, Any]
) -> tuple[tuple[Finding, ...], list[Outcome[TranslatedDocument]]]:
    """What was noticed of the glossaries, and each paper."""
    from briefgen.pipeline import Source, translate_source

    settings = with_flags(load_settings(options.settings_file), flags)
    sources = [Source(*read_source(path, settings.limits.max_bytes)) for path in options.sources]
    with progress(is_wanted=not options.as_json) as (watch, count):
        kit = load_kit(settings, open_engine(options.model), watch, count)
        return kit.findings, [translate_source(source, kit.value) for source in sources]


def _explain(translated: TranslatedSegment, findings: Sequence[Finding]) -> Iterator[str]:
    segment = translated.segment
    yield f"{segment.id}  rung {translated.rung.value} ({translated.rung.name.lower()}), {translated.status}"
    yield f"  ja  {segment.text.strip()}"
    yield f"  en  {translated.english}"
    if (doubt := translated.doubt) is not None:
        told = "; ".join(filter(None, (f"{doubt.likelihood:.0%} likely to have a fault", reasons(doubt))))
        yield f"  {doubt.likely}, {told}"
    for constraint in translated.constraints:
        note = f"  ({constraint.note})" if constraint.note else ""
        strength = constraint.strength.name.lower()
        yield f"  {constraint.kind:<9} {strength:<6} {constraint.source} = {constraint.english}{note}"
    for rung in Rung:
        if rung > translated.rung:
            break
        tried = [attempt for attempt in translated.attempts if attempt.rung is rung]
        alike: dict[tuple[str, ...], list[Attempt]] = {}
        for attempt in tried:
            alike.setdefault((attempt.given, *attempt.failures), []).append(attempt)
        for attempts in alike.values():
            yield from _explain_attempts(attempts)
        if not tried:
            yield f"  rung {rung.value} {rung.name.lower()}  {_UNTRIED[rung]}"
    for finding in _findings_of(translated, findings):
        yield f"  {finding.severity.word} {finding.code}: {finding.message}"
    yield ""


def _findings_of(translated: TranslatedSegment, findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.where.segment == translated.segment.id]


def _explain_attempts(alike: Sequence[Attempt]) -> Iterator[str]:
    """What was given once, and what came back with the same fault: the likeliest few, and how many more."""
    first = alike[0]
    score = "" if first.score is None else f" {first.score:.2f}"
    yield f"  rung {first.rung.value} {first.rung.name.lower()}{score}  {'; '.join(first.failures) or 'passed'}"
    yield f"    given  {first.given}"
    for attempt in alike[:_SHOWN]:
        yield f"    came   {attempt.english}"
    if len(alike) > _SHOWN:
        yield f"           and {len(alike) - _SHOWN} more with the same fault (all of them: --json)"


def _explanation(translated: TranslatedSegment, findings: Sequence[Finding]) -> dict[str, Any]:
    found = asdict(translated)
    found["findings"] = findings_json(_findings_of(translated, findings))
    found["rung"] = translated.rung.name.lower()
    for constraint in found["constraints"]:
        constraint["strength"] = constraint["strength"].name.lower()
    for attempt in found["attempts"]:
        attempt["rung"] = attempt["rung"].name.lower()
    return found


def _document_json(outcome: Outcome[SourceDocument]) -> dict[str, Any]:
    document = outcome.value
    blocks = [{k: v for k, v in asdict(block).items() if k != "picture"} for block in document.blocks]
    metadata = asdict(document.metadata)
    metadata["issued"] = document.metadata.issued.isoformat() if document.metadata.issued else None
    return {
        "name": document.name,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "pages": document.pages,
        "metadata": metadata,
        "blocks": blocks,
        "findings": findings_json(outcome.findings),
    }
