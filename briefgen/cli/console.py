"""What the user sees: results on standard output, everything else on standard error, plain when it is no terminal."""

from __future__ import annotations

import io
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TextIO

from briefgen.errors import OutputError
from briefgen.findings import Finding, Severity
from briefgen.terms.english import counted

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "ask_secret",
    "discard_results",
    "findings_json",
    "is_terminal",
    "prepare_streams",
    "print_error",
    "print_findings",
    "print_help",
    "print_json",
    "print_lines",
    "print_result",
    "print_reviewed",
    "print_to_check",
    "progress",
    "table",
]


def prepare_streams() -> None:
    """What the encoding of standard output or error does not have is written as a backslash escape, not refused."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def print_lines(lines: Iterable[str]) -> None:
    """Results, one a line, on standard output, in UTF-8 or as much of it as the terminal's encoding takes.

    Raises:
        OutputError: standard output is closed or full.
    """
    text = "".join(f"{line}\n" for line in lines)
    with _results():
        _write(sys.stdout, text)


def print_json(value: Any) -> None:  # noqa: ANN401 - any JSON value
    """A machine-readable result on standard output, in UTF-8 whatever the terminal says.

    A byte of a file name that is no UTF-8 is an escape, as JSON has it.

    Raises:
        OutputError: standard output is closed or full.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    with _results():
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()


def print_result(value: Any, lines: Iterable[str], as_json: bool) -> None:  # noqa: ANN401 - any JSON value
    """A result for machines, or as lines for people; errors as those of both."""
    if as_json:
        print_json(value)
    else:
        print_lines(lines)


def discard_results() -> None:
    """Let what is still buffered for standard output go nowhere, quietly: its reader has gone, or the disk is full."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _results() -> Iterator[None]:
    """Standard output that is closed or full becomes our error; a reader that has gone is left to `main`."""
    where = "Redirect it to another place, or use -o"
    if sys.stdout is None:
        raise OutputError("Standard output is closed", where)
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as exc:
        discard_results()
        raise OutputError(f"Standard output cannot be written: {exc.strerror}", where) from exc


def print_error(message: str, hint: str | None = None) -> None:
    """One error: what happened, then what to do, each without its full stop."""
    text = f"briefgen: {_bare(message)}\n" + (f"  {_bare(hint)}\n" if hint else "")
    _tell(text)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a standard stream is a terminal; it is None where the caller closed it."""
    return stream is not None and stream.isatty()


def print_help(text: str) -> None:
    """The help of a command that was called without what it needs."""
    _tell(f"{text.rstrip()}\n")


def ask_secret(what: str) -> str:
    """Words typed twice without being shown, or the first line of standard input when it is no terminal."""
    if not is_terminal(sys.stdin):
        return sys.stdin.readline().rstrip("\r\n") if sys.stdin is not None else ""
    import typer

    secret: str = typer.prompt(what, hide_input=True, confirmation_prompt=True, err=True)
    return secret


def print_findings(
    findings: Sequence[Finding], shown: Sequence[Finding] | None = None, *, with_hints: bool = True
) -> None:
    """A line for each that is to be shown, by default warnings and errors, then how many there are of each severity.

    Below the first finding with a hint stands the hint, which is the same for others of its kind.
    """
    if shown is None:
        shown = [finding for finding in findings if finding.severity >= Severity.WARNING]
    hinted: set[str | None] = {None, ""} if with_hints else {finding.hint for finding in shown}
    told = ""
    for finding in shown:
        told += _finding_line(finding) + (f"  {_bare(finding.hint)}\n" if finding.hint not in hinted else "")
        hinted.add(finding.hint)
    counts = Counter(finding.severity for finding in findings)
    total = ", ".join(counted(counts[one], one.word) for one in sorted(Severity, reverse=True) if counts[one])
    _tell(told + (f"Findings: {total}\n" if total else ""))


def _finding_line(finding: Finding) -> str:
    line = f"{finding.where}: {finding.severity.word}: {_bare(finding.message)} [{finding.code}]\n"
    return line.lstrip(": ")


def _bare(text: str | None) -> str:
    """Words without their full stop: some messages end as sentences do, but no line on the terminal does."""
    return (text or "").rstrip(".")


def print_to_check(count: int, rows: int) -> None:
    """How many of the rows a person must read against the Japanese, and how to find them; nothing where none."""
    if count:
        _tell(f"To check against the Japanese: {count} of {counted(rows, 'row')}, marked in the note\n")


def findings_json(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings as JSON output has them."""
    return [
        {
            "code": str(finding.code),
            "severity": finding.severity.name.lower(),
            "message": finding.message,
            "hint": finding.hint,
            **asdict(finding.where),
        }
        for finding in findings
    ]


def print_reviewed(used: int, refused: int) -> None:
    """How many rows took their English from reviewed sentences; `refused` rows have one that could not be used."""
    reason = f"; not used in {counted(refused, 'row')}, which says why" if refused else ""
    _tell(f"Reviewed sentences: used in {counted(used, 'row') if used else 'no row'}{reason}\n")


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines with aligned columns; wide characters count two."""
    widths = [max(_width(row[i]) for row in rows) for i in range(len(rows[0]))] if rows else []
    return [
        "  ".join(cell + " " * (w - _width(cell)) for cell, w in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


def _width(text: str) -> int:
    import unicodedata

    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


@contextmanager
def progress(is_wanted: bool) -> Iterator[tuple[Callable[[str], None], Callable[[int, int], None]]]:
    """(stage, segments) callbacks that draw a bar on standard error when it is a terminal, and nothing otherwise."""
    if not (is_wanted and is_terminal(sys.stderr)):
        yield (lambda _stage: None), (lambda _done, _total: None)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("start", total=None)
        yield (
            lambda stage: bar.update(task, description=stage),
            lambda done, total: bar.update(task, completed=done, total=total),
        )


def _tell(text: str) -> None:
    """Words for people on standard error; where it is closed or full there is nobody to tell."""
    if sys.stderr is not None:
        with suppress(OSError):
            _write(sys.stderr, text)


def _write(stream: TextIO, text: str) -> None:
    """Write and flush; control characters, which a paper may hold, do not reach a terminal."""
    stream.write(text.translate(_CONTROLS) if is_terminal(stream) else text)
    stream.flush()


_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}
