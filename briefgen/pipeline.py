"""The order of the stages, and nothing else: bytes in, files in memory out. Only `cli` reads and writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, timezone

from briefgen.checks import check_document
from briefgen.composing import Author, compose_briefing, raise_marking
from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.model.briefing import Briefing, Provenance
from briefgen.model.document import SourceDocument
from briefgen.model.limits import Limits
from briefgen.model.output import OutputFile
from briefgen.model.segment import TranslatedDocument
from briefgen.readers import read_document
from briefgen.readers.pictures import Neighbours, no_neighbours
from briefgen.segmenting import segment_document
from briefgen.terms.constraints import Constrainer
from briefgen.translation.ladder import Means, translate_document

__all__ = ["Kit", "build_briefing", "translate_source", "write_briefing"]

JAPAN = timezone(timedelta(hours=9))


def _unwatched(stage: str) -> None:
    """Stages that nobody watches."""
    del stage


@dataclass(frozen=True, slots=True)
class Kit:
    """What the stages work with, loaded beforehand by the caller."""

    constrainer: Constrainer
    means: Means
    provenance: Provenance
    limits: Limits = field(default_factory=Limits)
    pictures: bool = False
    """Whether pictures of the sources are carried over."""
    beside: Mapping[bytes, Neighbours] = field(default_factory=dict)
    """What gives the files that lie beside a source, by its content."""
    watch: Callable[[str], None] = _unwatched
    """Called with the name of each stage as it begins."""


def build_briefing(sources: Sequence[tuple[str, bytes]], author: Author, today: date, kit: Kit) -> Outcome[Briefing]:
    """One briefing of all sources (name, bytes), with every finding of every stage in it.

    Raises:
        InputError: a source cannot be read.
        TranslationError: the engine stopped.
    """
    documents: list[TranslatedDocument] = []
    findings: list[Finding] = []
    for name, content in _with_own_names(sources):
        outcome = translate_source(content, name, kit)
        documents.append(outcome.value)
        findings += outcome.findings
    if not author.bottom_line and "bottom-line" not in author.switched_off:
        findings.append(
            Finding(
                Code.BOTTOM_LINE_MISSING,
                Severity.INFO,
                "The bottom line is not written yet",
                Location(),
                "Give it with --bottom-line, or type it into the Word file",
            )
        )
    kit.watch("compose")
    raised = raise_marking(author, documents, findings)
    findings += raised.findings
    briefing = compose_briefing(documents, findings, raised.value, kit.provenance, today)
    return Outcome(briefing, tuple(findings))


def translate_source(content: bytes, name: str, kit: Kit) -> Outcome[TranslatedDocument]:
    """One paper read, cut, constrained, translated and checked."""
    kit.watch("read")
    read = read_document(content, name, kit.limits, kit.pictures, kit.beside.get(content, no_neighbours))
    segmented = segment_document(_with_content(read.value, content))
    kit.watch("constrain")
    constrained = kit.constrainer.constrain(segmented.value)
    kit.watch("translate")
    translated = translate_document(segmented.value, constrained.value, kit.means)
    kit.watch("check")
    findings = (*read.findings, *segmented.findings, *constrained.findings, *translated.findings)
    return Outcome(translated.value, (*findings, *check_document(translated.value)))


def write_briefing(
    briefing: Briefing,
    formats: Sequence[str],
    render: Callable[[Briefing, Sequence[str], datetime], Outcome[tuple[OutputFile, ...]]],
) -> Outcome[tuple[OutputFile, ...]]:
    """The briefing in each format, by `render(briefing, formats, created)`; created is noon of its date in Japan."""
    return render(briefing, formats, datetime.combine(briefing.date, time(12), JAPAN))


def _with_own_names(sources: Sequence[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """Names made distinct, so that a finding belongs to one source only: ``a.txt``, ``a.txt (2)``."""
    seen: dict[str, int] = {}
    named = []
    for name, content in sources:
        seen[name] = seen.get(name, 0) + 1
        named.append((name if seen[name] == 1 else f"{name} ({seen[name]})", content))
    return named


def _with_content(document: SourceDocument, content: bytes) -> SourceDocument:
    return replace(document, content=content)
