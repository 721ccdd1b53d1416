"""``briefgen build``: papers in, briefing files out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from briefgen.cli.console import (
    ask_secret,
    findings_json,
    is_terminal,
    print_findings,
    print_json,
    print_lines,
    print_reviewed,
    print_to_check,
    progress,
)
from briefgen.cli.loading import load_author, load_kit, load_look, load_settings, today
from briefgen.cli.options import one_of
from briefgen.errors import ExitCode, UsageError
from briefgen.files import files_beside, read_source, refuse_existing, refuse_folder, refuse_replacing, write_files
from briefgen.findings import Code, Finding, Severity

if TYPE_CHECKING:
    from briefgen.model.briefing import Row
    from briefgen.pipeline import Source
    from briefgen.translation.engines.engine import Engine

__all__ = ["BuildOptions", "open_engine", "run_build", "severity_named"]


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """The flags of ``build`` that are no settings."""

    sources: tuple[str, ...]
    folder: Path
    date: str | None
    settings_file: Path | None
    separate: bool
    fail_on: str
    force: bool
    as_json: bool
    model: str | None
    attach: bool = False
    password: str | None = None
    """Needed to open the PDF, if there is one; ``-`` asks for it."""
    pictures: bool = False


def severity_named(name: str) -> int:
    """The severity at which a run fails; over every severity for ``never``.

    Raises:
        UsageError: the name is not known.
    """
    named = {"error": int(Severity.ERROR), "warning": int(Severity.WARNING), "never": 99}
    return named[one_of(named, "--fail-on", name)]


def run_build(options: BuildOptions, flags: dict[str, Any]) -> ExitCode:
    """Build, write, report; FINDINGS when one reaches --fail-on."""
    from briefgen.config import with_flags
    from briefgen.pipeline import Source, build_briefing
    from briefgen.rendering import render_formats

    limit = severity_named(options.fail_on)
    settings = with_flags(load_settings(options.settings_file), flags)
    if options.attach and "pdf" not in settings.to:
        raise UsageError("--attach-sources puts the papers into the PDF, and none is made", "Add pdf to --to")
    password = _password(options.password, settings.to)
    date, author, look = today(options.date), load_author(settings), load_look(settings, options.attach, password)
    _refuse_formats(options.sources)
    most = settings.limits.max_bytes
    sources = [Source(*read_source(path, most), files_beside(path)) for path in options.sources]
    groups = [[source] for source in sources] if options.separate else [sources]
    stems = _stems(groups)
    refuse_folder(options.folder)
    names = [f"{stem}.{form}" for stem in stems for form in settings.to]
    refuse_replacing(
        options.folder, names, (*options.sources, *settings.memory, *settings.glossary, settings.reference)
    )
    if not options.force:
        refuse_existing(options.folder, names)
    noted: list[Finding] = []
    files = []
    rows: list[Row] = []
    with progress(is_wanted=not options.as_json) as (watch, count):
        watch("start")
        kit = load_kit(settings, open_engine(options.model), watch, count)
        others = [*kit.findings]
        for stem, group in zip(stems, groups, strict=True):
            briefing = build_briefing(group, author, date, replace(kit.value, pictures=options.pictures))
            watch("write")
            written = render_formats(briefing.value, settings.to, look)
            noted += briefing.findings
            others += written.findings
            rows += briefing.value.rows
            files += [
                replace(file, name=f"{stem}.{form}") for file, form in zip(written.value, settings.to, strict=True)
            ]
    paths = write_files(files, options.folder)
    _report(options, paths, (noted, others), rows, has_memory=bool(settings.memory))
    return ExitCode.FINDINGS if any(finding.severity >= limit for finding in [*noted, *others]) else ExitCode.GOOD


def _refuse_formats(sources: Sequence[str]) -> None:
    """Raise UsageError where a paper is called as a format is and does not exist: ``--to docx pdf``."""
    from briefgen.config import FORMATS

    for path in sources:
        if path.lower() in FORMATS and not Path(path).exists():
            raise UsageError(f"There is no paper {path}", f"Formats stand in one word: --to docx,{path.lower()}")


def _password(given: str | None, formats: Sequence[str]) -> str:
    """The password of the PDF, asked for when it is ``-``; empty when none is wanted.

    Raises:
        UsageError: it is empty, or other formats are wanted too, which it would not protect.
    """
    if given is None:
        return ""
    others = [form for form in formats if form != "pdf"]
    if others:
        raise UsageError(f"A password protects the PDF only, not {', '.join(others)}", "Give --to pdf with --password")
    password = ask_secret("Password of the PDF") if given == "-" else given
    if not password:
        raise UsageError("The password is empty", "Give one, or leave out --password")
    return password


def _report(
    options: BuildOptions,
    paths: Sequence[Path],
    found: tuple[Sequence[Finding], Sequence[Finding]],
    rows: Sequence[Row],
    *,
    has_memory: bool,
) -> None:
    """The files, what was found, what became of reviewed sentences, and how many rows are to be checked.

    Of what notes list themselves only errors are shown, on a terminal only; anything else from warnings on.
    """
    noted, others = found
    findings = [*noted, *others]
    if options.as_json:
        print_json({"files": [str(path) for path in paths], "findings": findings_json(findings)})
        return
    from briefgen.model.segment import Status
    from briefgen.writers.symbols import TO_CHECK

    errors = [finding for finding in noted if finding.severity >= Severity.ERROR and is_terminal(sys.stderr)]
    print_findings(findings, [*errors, *(finding for finding in others if finding.severity >= Severity.WARNING)])
    if has_memory:
        refused = sum(finding.code is Code.REVIEWED_REFUSED for finding in noted)
        print_reviewed(sum(row.status is Status.REVIEWED for row in rows), refused)
    print_to_check(sum(row.status in TO_CHECK for row in rows), len(rows))
    print_lines(str(path) for path in paths)


def open_engine(name: str | None) -> Engine | None:
    """The engine of the model named, of the one in use when none is named, or none at all for ``none``."""
    from briefgen.translation.engines.models import find_model, model_in_use, open_model

    if name == "none":
        return None
    return open_model(model_in_use() if name is None else find_model(name))


_LONGEST_STEM = 200
"""Bytes of a paper's name that are kept; the rest is for our words, the ending and the name of the unfinished file."""


def _stems(groups: Sequence[Sequence[Source]]) -> list[str]:
    """A distinct file name for each briefing: ``paper-briefing``, ``paper-and-2-more-briefing``.

    A longer name of a paper is cut, so that the new one does not pass the 255 bytes that file systems take.
    """
    stems: list[str] = []
    for group in groups:
        stem = PurePath(group[0].name).stem or "briefing"
        whole = os.fsencode(stem)[:_LONGEST_STEM].decode("utf-8", "ignore")
        stem = os.fsdecode(whole.encode())  # as the file system names it, also where that is not UTF-8
        stem += f"-and-{len(group) - 1}-more-briefing" if len(group) > 1 else "-briefing"
        number, unique = 2, stem
        while unique in stems:
            unique, number = f"{stem}-{number}", number + 1
        stems.append(unique)
    return stems
