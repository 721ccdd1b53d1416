"""``briefgen glossary add``, ``edit``, ``remove``: one row at a time, every other row as it was."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefgen.cli.console import findings_json, print_error, print_findings, print_json, print_lines
from briefgen.cli.glossary_files import DryRun, EditedFile, edit_file, layers_like, target_file
from briefgen.cli.options import AsJson, SettingsFile
from briefgen.errors import ExitCode, UsageError
from briefgen.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.terms.glossary.csv_table import Table

__all__ = ["Way", "add_entry", "app"]

app = typer.Typer(rich_markup_mode=None)

_WHERE = (
    "The file is the one given with --file, else the last glossary named in briefgen.toml; the built-in glossary is "
    "never changed unless it is named."
)

_CHECKED = frozenset({"ja", "en", "kind", "abbr", "variants", "accepted", "avoid"})
"""Columns after whose change an entry is checked again."""


@dataclass(frozen=True, slots=True)
class Way:
    """Which file is written, which settings name the other layers, and how."""

    target: Path
    settings: Path | None
    force: bool = False
    is_dry: bool = False
    as_json: bool = False


@dataclass(frozen=True, slots=True)
class _Done:
    """What an edit did to which row, or would have done, and what was found on the way."""

    line: int
    told: str
    findings: tuple[Finding, ...] = ()
    more: tuple[str, ...] = ()
    """Further lines for people to read."""
    is_first: bool = False
    """Whether the file begins with it."""


Japanese = Annotated[str, typer.Argument(help="The Japanese form.")]
LineNumber = Annotated[int | None, typer.Option("--row", help="Which row, when several have this Japanese.")]
Force = Annotated[bool, typer.Option("--force", help="Write in spite of warnings; another layer may say otherwise.")]
Kind = Annotated[str | None, typer.Option(help="organization, person, term and so on.")]
Reading = Annotated[str | None, typer.Option(help="Kana reading.")]
Abbr = Annotated[str | None, typer.Option(help="English abbreviation.")]
Variants = Annotated[str | None, typer.Option(help="Other Japanese forms, separated by |.")]
Accepted = Annotated[str | None, typer.Option(help="Other English forms that are right, separated by |.")]
Avoid = Annotated[str | None, typer.Option(help="English forms that are wrong, separated by |.")]
Domain = Annotated[str | None, typer.Option(help="Subject field.")]
Status = Annotated[str | None, typer.Option(help="approved, provisional, proposed.")]
StrengthName = Annotated[str | None, typer.Option("--strength", help="must, should.")]
Match = Annotated[str | None, typer.Option(help="whole, part.")]
SourceName = Annotated[str | None, typer.Option("--source", help="Where the English can be checked.")]
Note = Annotated[str | None, typer.Option(help="Remark.")]


@app.command(epilog=_WHERE)
def add(
    ja: Japanese,
    en: Annotated[str, typer.Argument(help="Its English.")],
    kind: Kind = None,
    reading: Reading = None,
    abbr: Abbr = None,
    variants: Variants = None,
    accepted: Accepted = None,
    avoid: Avoid = None,
    domain: Domain = None,
    status: Status = None,
    strength: StrengthName = None,
    match: Match = None,
    source: SourceName = None,
    note: Note = None,
    file: EditedFile = None,
    settings: SettingsFile = None,
    force: Force = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Add an entry, after checks. What is doubtful is told and not written (exit code 1) unless --force is given."""
    given = {column: value for column, value in _cells(locals()).items() if value or column in ("ja", "en")}
    way = Way(target_file(file, settings), settings, force, dry_run, as_json)
    raise typer.Exit(ExitCode.GOOD if add_entry(given, way) else ExitCode.FINDINGS)


@app.command(epilog=_WHERE)
def edit(
    ja: Japanese,
    en: Annotated[str | None, typer.Option(help="New English.")] = None,
    new_ja: Annotated[str | None, typer.Option("--ja", help="New Japanese.")] = None,
    kind: Kind = None,
    reading: Reading = None,
    abbr: Abbr = None,
    variants: Variants = None,
    accepted: Accepted = None,
    avoid: Avoid = None,
    domain: Domain = None,
    status: Status = None,
    strength: StrengthName = None,
    match: Match = None,
    source: SourceName = None,
    note: Note = None,
    row: LineNumber = None,
    file: EditedFile = None,
    settings: SettingsFile = None,
    force: Force = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Change columns of an entry. --note "" empties one, --accepted +drill adds to a list, -drill takes out of it."""
    given = _cells(locals() | {"ja": new_ja})
    if not given:
        raise UsageError("There is nothing to change", "Name a column, for example --en or --note")
    way = Way(target_file(file, settings), settings, force, dry_run, as_json)
    raise typer.Exit(ExitCode.GOOD if _edit_entry((ja, row), given, way) else ExitCode.FINDINGS)


@app.command(epilog=_WHERE)
def remove(
    ja: Japanese,
    row: LineNumber = None,
    file: EditedFile = None,
    settings: SettingsFile = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Remove an entry. Its row is shown as it was written, so that it can be put back."""
    way = Way(target_file(file, settings), settings, is_dry=dry_run, as_json=as_json)

    def change(table: Table) -> tuple[Table, _Done]:
        from briefgen.terms.glossary.csv_format import columns_of
        from briefgen.terms.upkeep.editing import find_row, remove_row

        old, columns = find_row(table, ja, row), columns_of(table)
        told = f"- {old.cells[columns['ja']]} = {old.cells[columns['en']]}"
        more = f"  the row was: {table.text_of(old).rstrip()}"
        return remove_row(table, old), _Done(old.line, told, more=(more,))

    _report(way, edit_file(way.target, change, must_exist=True, is_dry=dry_run))


def add_entry(cells: Mapping[str, str], way: Way) -> bool:
    """Add an entry to a file unless a check speaks against it; whether it was written. What was found is shown."""

    def change(table: Table) -> tuple[Table, _Done]:
        from briefgen.terms.upkeep.editing import add_row

        new = add_row(table, cells)
        line, is_first = new.rows[-1].line, not way.target.exists()
        found = _check(cells, new, line, way)
        done = _Done(line, f"+ {cells['ja']} = {cells['en']}", found, is_first=is_first)
        return new if _may_stand(found, way) else table, done

    return _report(way, edit_file(way.target, change, must_exist=False, is_dry=way.is_dry))


def _edit_entry(entry: tuple[str, int | None], given: Mapping[str, str], way: Way) -> bool:
    """Change cells of the entry (Japanese, row if it was named); whether nothing spoke against it."""

    def change(table: Table) -> tuple[Table, _Done]:
        from briefgen.terms.glossary.csv_format import columns_of
        from briefgen.terms.upkeep.editing import change_row, find_row

        old = find_row(table, *entry)
        before = {name: old.cells[at] for name, at in columns_of(table).items()}
        wanted = {name: _extended(name, before.get(name, ""), value) for name, value in given.items()}
        changed = {name: value for name, value in wanted.items() if before.get(name, "") != value}
        new = change_row(table, old, changed) if changed else table
        findings = _check(before | changed, new, old.line, way) if _CHECKED & set(changed) else ()
        told = "; ".join(f"{name}: {before.get(name) or '(empty)'} → {changed[name] or '(empty)'}" for name in changed)
        done = _Done(old.line, f"{before['ja']}: {told or 'nothing to change'}", findings)
        return new if _may_stand(findings, way) else table, done

    return _report(way, edit_file(way.target, change, must_exist=True, is_dry=way.is_dry))


def _extended(column: str, before: str, value: str) -> str:
    """The new value of a cell; to a list, what follows a ``+`` is added, from it what follows a ``-`` is taken."""
    from briefgen.terms.glossary.csv_format import LISTS

    if column not in LISTS or not value.startswith(("+", "-")):
        return value
    named = [item.strip() for item in value[1:].split("|")]
    kept = [item for item in before.split("|") if value[0] == "+" or item.strip() not in named]
    added = named if value[0] == "+" else []
    return "|".join(dict.fromkeys(item for item in (*kept, *added) if item))


def _cells(options: Mapping[str, Any]) -> dict[str, str]:
    """The cells among the options of a command."""
    from briefgen.terms.glossary.csv_format import COLUMNS

    return {name: options[name].strip() for name in COLUMNS if isinstance(options.get(name), str)}


def _check(cells: Mapping[str, str], table: Table, line: int, way: Way) -> tuple[Finding, ...]:
    """What is doubtful about a new or changed row, seen beside the rest of its file and the other glossaries."""
    from briefgen.terms.glossary.csv_format import term_of
    from briefgen.terms.upkeep.editing import check_entry, terms_written

    term = term_of(cells, f"{table.name}:{line}")
    twins = [twin for twin in terms_written(table, (term.ja, *term.variants)) if twin.origin != term.origin]
    return check_entry(term, twins, layers_like(term.ja, way.target, way.settings))


def _may_stand(findings: Sequence[Finding], way: Way) -> bool:
    """Whether a row may be written: not with an error, and with a warning only by force."""
    return all(
        finding.severity < Severity.WARNING or (way.force and finding.severity < Severity.ERROR) for finding in findings
    )


def _report(way: Way, done: _Done) -> bool:
    """Tell what was changed, or why it was not; whether nothing spoke against it."""
    may = _may_stand(done.findings, way)
    if way.as_json:
        is_written = may and not way.is_dry
        answer = {"file": str(way.target), "row": done.line, "change": done.told, "written": is_written}
        print_json({**answer, "findings": findings_json(done.findings)})
        return may
    print_findings(done.findings, with_hints=may)
    if may:
        remark = " (not written)" if way.is_dry else " (a new file)" if done.is_first else ""
        print_lines([f"{way.target}:{done.line}: {done.told}{remark}", *done.more])
    else:
        print_error(f"Nothing was written to {way.target}", _way_out(done.findings))
    return may


def _way_out(findings: Sequence[Finding]) -> str:
    """What to do about findings that kept a row from being written."""
    hints = dict.fromkeys(one.hint for one in findings if one.hint and one.severity >= Severity.WARNING)
    is_wrong = any(one.severity == Severity.ERROR for one in findings)
    return " ".join([*hints, "" if is_wrong else "With --force it is written all the same"]).strip()
