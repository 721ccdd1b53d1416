"""The order of the stages, and nothing else: bytes in, a briefing out. Only `cli` reads and writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePath

from briefgen.checks import check_document
from briefgen.checks.papers import check_papers
from briefgen.composing import Author, compose_briefing, raise_marking
from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.model.briefing import Briefing, Provenance
from briefgen.model.limits import Limits
from briefgen.model.segment import Status, TranslatedDocument
from briefgen.readers import read_document
from briefgen.readers.pictures import Neighbours, no_neighbours
from briefgen.segmenting import segment_document
from briefgen.terms.constraints import Constrainer
from briefgen.translation.ladder import Means, translate_document

__all__ = ["Kit", "Source", "build_briefing", "translate_source"]


def _unwatched(stage: str) -> None:
    """Stages that nobody watches."""
    del stage


@dataclass(frozen=True, slots=True)
class Source:
    """A paper as it was given."""

    name: str
    """Of the file, without its folder."""
    content: bytes
    beside: Neighbours = no_neighbours
    """Gives the files that lie beside it."""


@dataclass(frozen=True, slots=True)
class Kit:
    """What the stages work with, loaded beforehand by the caller."""

    constrainer: Constrainer
    means: Means
    provenance: Provenance
    limits: Limits = field(default_factory=Limits)
    pictures: bool = False
    """Whether pictures of the sources are carried over."""
    watch: Callable[[str], None] = _unwatched
    """Called with the name of each stage as it begins."""


def build_briefing(sources: Sequence[Source], author: Author, today: date, kit: Kit) -> Outcome[Briefing]:
    """One briefing of all sources, with every finding of every stage in it.

    Raises:
        InputError: a source cannot be read.
        TranslationError: the engine stopped.
    """
    documents: list[TranslatedDocument] = []
    findings: list[Finding] = []
    for source in _with_own_names(sources):
        outcome = translate_source(source, kit)
        documents.append(outcome.value)
        findings += outcome.findings
    findings += check_papers(document.source for document in documents)
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
    told = {id(finding) for row in briefing.rows for finding in row.findings}.union(map(id, briefing.findings))
    return Outcome(briefing, tuple(finding for finding in findings if id(finding) in told))


def translate_source(source: Source, kit: Kit) -> Outcome[TranslatedDocument]:
    """One paper read, cut, constrained, translated and checked."""
    kit.watch("read")
    read = read_document(source.content, source.name, kit.limits, kit.pictures, source.beside)
    segmented = segment_document(replace(read.value, content=source.content))
    kit.watch("constrain")
    constrained = kit.constrainer.constrain(segmented.value)
    kit.watch("translate")
    translated = translate_document(segmented.value, constrained.value, kit.means)
    kit.watch("check")
    open_still = _still_open(constrained.findings, translated.value)
    findings = (*read.findings, *segmented.findings, *open_still, *translated.findings)
    return Outcome(translated.value, (*findings, *check_document(translated.value)))


def _still_open(findings: Sequence[Finding], translated: TranslatedDocument) -> Iterator[Finding]:
    """Without unknown names of rows whose English a person approved, who has named them."""
    reviewed = {one.segment.id for one in translated.segments if one.status is Status.REVIEWED}
    return (f for f in findings if f.code is not Code.NAME_UNKNOWN or f.where.segment not in reviewed)


def _with_own_names(sources: Sequence[Source]) -> Iterator[Source]:
    """Names made distinct, so that a finding belongs to one source only, and still ending alike: ``a (2).txt``."""
    taken: set[str] = set()
    for source in sources:
        suffix, name, number = PurePath(source.name).suffix, source.name, 1
        while name in taken:
            number += 1
            name = f"{source.name.removesuffix(suffix)} ({number}){suffix}"
        taken.add(name)
        yield replace(source, name=name)
