"""``briefgen glossary``: list, find, lint, stats, and the commands of the modules beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefgen.cli import glossary_editing, glossary_exchange, glossary_mining
from briefgen.cli.build import severity_named
from briefgen.cli.console import (
    findings_json,
    print_error,
    print_findings,
    print_json,
    print_lines,
    print_result,
    table,
)
from briefgen.cli.glossary_files import checked_kind, layers_of, own_files, papers_texts, read_layers
from briefgen.cli.loading import load_glossary
from briefgen.cli.options import AsJson, SettingsFile
from briefgen.errors import ExitCode, UsageError
from briefgen.terms.english import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.terms.glossary.glossary import Term
    from briefgen.terms.upkeep.stats import Coverage

__all__ = ["app"]

app = typer.Typer(help="Look into the glossary, change it, exchange it.", no_args_is_help=True, rich_markup_mode=None)
for _module in (glossary_editing, glossary_exchange, glossary_mining):
    app.add_typer(_module.app)

Files = Annotated[
    list[str] | None,
    typer.Argument(
        help="Glossary files over the built-in one, the last one on top (else those of briefgen.toml).",
        metavar="[FILE]...",
    ),
]
Papers = Annotated[list[str] | None, typer.Option("--paper", help="A paper to hold the glossary against; repeatable.")]


@app.command("list")
def list_terms(
    files: Files = None,
    kind: Annotated[str | None, typer.Option(help="Only this kind, for example organization.")] = None,
    settings: SettingsFile = None,
    as_json: AsJson = False,
) -> None:
    """List every entry. Japanese, English, abbreviation, kind, status, file and row."""
    wanted = checked_kind(kind)
    terms = layers_of(files, settings).value.terms
    _show([term for term in terms if wanted in (None, term.kind)], as_json)


@app.command()
def find(
    query: Annotated[str, typer.Argument(help="Part of the Japanese, the English, the reading or the abbreviation.")],
    files: Files = None,
    settings: SettingsFile = None,
    as_json: AsJson = False,
) -> None:
    """List the entries that contain the words."""
    from briefgen.terms.upkeep.find import find_terms

    if not query.strip():
        raise UsageError("There is nothing to look for", "Name a part of an entry, or see all with glossary list")
    found = find_terms(layers_of(files, settings).value, query)
    if not found:
        print_error(f"No entry contains {query}")
    _show(found, as_json)


@app.command()
def lint(
    files: Files = None,
    papers: Papers = None,
    settings: SettingsFile = None,
    fail_on: Annotated[str, typer.Option("--fail-on", help="error, warning, never")] = "warning",
    as_json: AsJson = False,
) -> None:
    """Find duplicates, conflicts and slips. Each is told as file:row:column.

    It looks into the files named, else into those of briefgen.toml, else into the built-in ones.

    Entries that replace one of a lower file or a built-in one are noted. With --paper also those that stand in none of
    the papers.
    """
    from briefgen.terms.upkeep.lint import find_unused
    from briefgen.terms.upkeep.lint import lint as lint_glossary

    limit = severity_named(fail_on)
    outcome, own = read_layers(files, settings), files or own_files(settings)
    layered = load_glossary(own, by_path=True) if own else outcome
    findings = (*layered.findings, *lint_glossary(outcome.value))
    if papers:
        texts = (text for _, texts in papers_texts(papers, settings) for text in texts)
        findings += find_unused(outcome.value, texts)
    if as_json:
        print_json(findings_json(findings))
    elif findings:
        print_findings(findings, shown=findings)
    else:
        print_error("No duplicate, conflict or slip was found")
    failed = any(finding.severity >= limit for finding in findings)
    raise typer.Exit(ExitCode.FINDINGS if failed else ExitCode.GOOD)


@app.command()
def stats(
    files: Files = None,
    papers: Papers = None,
    settings: SettingsFile = None,
    as_json: AsJson = False,
) -> None:
    """Count the entries, and tell how much of papers they cover. Entries are counted by file, kind and status."""
    from briefgen.terms.upkeep.stats import count_terms, measure_coverage

    glossary = layers_of(files, settings).value
    counts = count_terms(glossary)
    covered = measure_coverage(glossary, papers_texts(papers or (), settings))
    lines = [counted(len(glossary.terms), "entry")]
    for name, numbers in counts.items():
        lines += ["", f"by {name}", *table([(f"  {key}", f"{number:>6}") for key, number in numbers.items()])]
    if covered:
        rows = [(f"  {one.paper}", f"{one.share:4.0%}", counted(one.terms, "term"), _missing(one)) for one in covered]
        lines += ["", "kanji and katakana of the papers that stand in an entry", *table(rows)]
    print_result({"counts": counts, "papers": [_coverage_json(one) for one in covered]}, lines, as_json)


def _missing(covered: Coverage) -> str:
    return "not covered: " + ", ".join(covered.uncovered) if covered.uncovered else ""


def _coverage_json(covered: Coverage) -> dict[str, Any]:
    from dataclasses import asdict

    return {**asdict(covered), "share": round(covered.share, 3)}


def _show(shown: Sequence[Term], as_json: bool) -> None:
    if as_json:
        print_json([_term_json(term) for term in shown])
    elif shown:
        print_lines(table([(t.ja, t.en, t.abbr, t.kind, t.status, t.origin) for t in shown]))


def _term_json(term: Term) -> dict[str, Any]:
    from dataclasses import asdict

    return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(term).items()}
