"""``briefgen glossary``: list, find, lint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefgen.cli.build import severity_named
from briefgen.cli.console import finding_json, print_findings, print_json, print_lines, table
from briefgen.errors import ExitCode
from briefgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.terms.glossary import Term

__all__ = ["app"]

app = typer.Typer(help="Look into the glossary and check glossary files.", no_args_is_help=True, rich_markup_mode=None)

Files = Annotated[
    list[str] | None, typer.Argument(help="Glossary files layered over the built-in one.", metavar="[FILE]...")
]
AsJson = Annotated[bool, typer.Option("--json", help="Machine-readable result on standard output.")]


@app.command("list")
def list_terms(
    files: Files = None,
    kind: Annotated[str | None, typer.Option(help="Only this kind, for example organization.")] = None,
    as_json: AsJson = False,
) -> None:
    """Every entry: Japanese, English, kind, status."""
    from briefgen.cli.loading import load_glossary

    terms = load_glossary(files or ()).value.terms
    _show((term for term in terms if kind in (None, str(term.kind))), as_json)


@app.command()
def find(
    query: Annotated[str, typer.Argument(help="Part of the Japanese, the English, the reading or the abbreviation.")],
    files: Files = None,
    as_json: AsJson = False,
) -> None:
    """Entries that contain the words."""
    from briefgen.cli.loading import load_glossary
    from briefgen.terms.find import find_terms

    _show(find_terms(load_glossary(files or ()).value, query), as_json)


@app.command()
def lint(
    files: Files = None,
    fail_on: Annotated[str, typer.Option("--fail-on", help="error, warning, never")] = "warning",
    as_json: AsJson = False,
) -> None:
    """Duplicates, conflicts, slips: the files named, else the built-in glossary, each finding as file:row:column."""
    from briefgen.cli.loading import load_glossary, load_glossary_alone
    from briefgen.terms.lint import lint as lint_glossary

    limit = severity_named(fail_on)
    outcome = load_glossary_alone(files) if files else load_glossary(())
    findings = (*outcome.findings, *lint_glossary(outcome.value))
    if as_json:
        print_json([finding_json(finding) for finding in findings])
    else:
        print_findings(findings, Severity.INFO)
    failed = any(finding.severity >= limit for finding in findings)
    raise typer.Exit(ExitCode.FINDINGS if failed else ExitCode.GOOD)


def _show(terms: Iterable[Term], as_json: bool) -> None:
    shown = list(terms)
    if as_json:
        print_json([_term_json(term) for term in shown])
    elif shown:
        print_lines(table([(t.ja, t.en, t.abbr, t.kind, t.status) for t in shown]))


def _term_json(term: Term) -> dict[str, Any]:
    from dataclasses import asdict

    return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(term).items()}
