"""``briefgen glossary mine``: what papers suggest, as a list, as JSON, as CSV, or one by one on a terminal."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefgen.cli.console import is_terminal, print_error, print_json, print_lines
from briefgen.cli.glossary_editing import Way, add_entry
from briefgen.cli.glossary_files import EditedFile, layers_of, papers_texts, refuse_other_ending, target_file
from briefgen.cli.loading import load_memory, load_settings
from briefgen.cli.options import AsJson, SettingsFile
from briefgen.errors import UsageError
from briefgen.files import refuse_existing, write_bytes
from briefgen.terms.english import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.terms.upkeep.mining import Candidate

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None)


@app.command()
def mine(
    papers: Annotated[list[str] | None, typer.Argument(help="Papers to look through.", metavar="[PAPER]...")] = None,
    memory: Annotated[list[str] | None, typer.Option("--memory", help="Reviewed sentences, for English.")] = None,
    least: Annotated[int, typer.Option(help="How often a compound must come.", min=1)] = 2,
    accept: Annotated[bool, typer.Option("--accept", help="Ask for each, and add what is accepted.")] = False,
    csv_file: Annotated[Path | None, typer.Option("--csv", help="Write the suggestions as a glossary file.")] = None,
    file: EditedFile = None,
    settings: SettingsFile = None,
    as_json: AsJson = False,
) -> None:
    """Suggest entries. Acronyms the papers define, names with titles, frequent compounds not covered yet.

    --accept adds to --file, else to the last glossary of briefgen.toml. Of a file written by --csv, `glossary import`
    takes the rows that have their English.
    """
    from briefgen.terms.upkeep.mining import mine as mine_papers

    target = target_file(file, settings) if accept else None
    if accept and not is_terminal(sys.stdin):
        raise UsageError("--accept asks questions and needs a terminal", "Give --csv FILE or --json instead")
    if csv_file:
        refuse_other_ending(csv_file)
        refuse_existing(csv_file.parent, [csv_file.name])
    reviewed = load_memory((*load_settings(settings).memory, *(memory or ())))
    if not papers and not reviewed:
        raise UsageError("There is nothing to look through", "Name papers, or reviewed sentences with --memory")
    own = [str(target)] if target and target.exists() and file else None
    glossary = layers_of(own, settings, target).value
    candidates = mine_papers(papers_texts(papers or (), settings), glossary, reviewed, least)
    if not candidates and not as_json:
        print_error("Nothing to suggest: no acronym, name with a title or frequent compound is missing in the glossary")
    if target:
        _ask(candidates, Way(target, settings))
    elif csv_file:
        write_bytes(_as_csv(candidates), csv_file)
        suggestions = counted(len(candidates), "suggestion")
        print_lines([f"{csv_file}: {suggestions}; fill in en, then import it"])
    elif as_json:
        print_json([_as_json(one) for one in candidates])
    else:
        print_lines(line for one in candidates for line in _told(one))


def _ask(candidates: Sequence[Candidate], way: Way) -> None:
    """One suggestion after the other, again where it is refused; each that is accepted is written at once."""
    added = 0
    for number, one in enumerate(candidates, 1):
        print_lines(["", f"{number} of {len(candidates)}", *_told(one)])
        answer = _answer(one)
        while answer and not add_entry({**one.cells, "en": answer}, way):
            answer = _answer(one)
        if answer is None:
            break
        added += bool(answer)
    print_lines(["", f"{way.target}: {added} added"])


def _answer(one: Candidate) -> str | None:
    """The English of a suggestion; empty where it is skipped, None where there shall be no more."""
    hint = "Enter accepts, - skips, q ends" if one.en else "Enter skips, q ends"
    answer: str = typer.prompt(f"English ({hint})", default=one.en, show_default=bool(one.en)).strip()
    return {"q": None, "-": ""}.get(answer, answer)


def _told(one: Candidate) -> Iterator[str]:
    english = f" = {one.en}" if one.en else ""
    more = "; ".join(one.cells[name] for name in ("reading", "note") if name in one.cells)
    yield f"{one.ja}{english}  ({one.why}, {_times(one)}{'; ' if more else ''}{more})"
    for paper, words in one.contexts:
        yield f"    {paper}: {words}"


def _times(one: Candidate) -> str:
    return "once" if one.count == 1 else f"{one.count} times"


def _as_json(one: Candidate) -> dict[str, Any]:
    contexts = [{"paper": paper, "text": text} for paper, text in one.contexts]
    return {"why": one.why, "count": one.count, "cells": {"en": "", **one.cells}, "contexts": contexts}


def _as_csv(candidates: Sequence[Candidate]) -> bytes:
    """A glossary file whose notes say how often each came and where."""
    columns = ("ja", "en", "kind", "reading", "abbr", "status", "source", "note")
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    for one in candidates:
        words = one.contexts[0][1] if one.contexts else ""
        note = "; ".join(part for part in (one.cells.get("note", ""), _times(one), words) if part)
        writer.writerow([one.cells.get(column, "") for column in columns[:-1]] + [note])
    return buffer.getvalue().encode()
