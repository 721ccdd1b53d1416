"""``briefgen glossary import``, ``export``, ``diff``, ``merge``: glossaries between files, programs and people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefgen.cli.console import findings_json, print_error, print_findings, print_json, print_lines, print_result
from briefgen.cli.glossary_files import (
    DryRun,
    EditedFile,
    checked_kind,
    edit_file,
    read_layers,
    refuse_other_ending,
    target_file,
)
from briefgen.cli.loading import read_glossary_file, today
from briefgen.cli.options import AsJson, Force, SettingsFile, one_of
from briefgen.errors import ExitCode
from briefgen.files import refuse_existing, write_bytes
from briefgen.findings import Outcome, Severity
from briefgen.terms.english import counted

if TYPE_CHECKING:
    from briefgen.terms.glossary.csv_table import Table
    from briefgen.terms.glossary.glossary import Glossary
    from briefgen.terms.upkeep.merging import Difference, Merged

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None)

Prefer = Annotated[
    str | None, typer.Option(help="Whose value stands where two differ: ours, theirs (else nothing is written).")
]
AnyFile = Annotated[str, typer.Argument(help="Glossary: csv, tsv, tbx, utx or xlsx.", metavar="FILE")]


@app.command("import")
def import_file(
    source: AnyFile,
    file: EditedFile = None,
    prefer: Prefer = None,
    settings: SettingsFile = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Bring entries of a file into a glossary of your own. Each change is shown; nothing is overwritten unasked.

    New entries are added and empty cells filled; rows without English are left out. Where both say something different,
    nothing is written (exit code 1) unless --prefer says whose value stands. The file changed is --file, else the last
    glossary of briefgen.toml.
    """
    from briefgen.terms.glossary.exchange import read_exchange

    theirs = _told(read_exchange(read_glossary_file(source), source, is_draft=True))
    target = target_file(file, settings)

    def change(table: Table) -> tuple[Table, Merged]:
        from briefgen.terms.upkeep.merging import merge

        merged = merge(table, theirs, prefer=_checked(prefer))
        return table if merged.conflicts else merged.table, merged

    merged = edit_file(target, change, must_exist=False, is_dry=dry_run)
    raise typer.Exit(_tell(merged, str(target), is_dry=dry_run, as_json=as_json))


@app.command()
def export(
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write; its ending names the format.")],
    files: Annotated[list[str] | None, typer.Argument(help="Glossary files.", metavar="[FILE]...")] = None,
    kind: Annotated[str | None, typer.Option(help="Only this kind.")] = None,
    settings: SettingsFile = None,
    edition: Annotated[
        str, typer.Option("--tbx", help="TBX of 2019, or of 2008 for programs that know no newer one.")
    ] = "2019",
    force: Force = False,
    as_json: AsJson = False,
) -> None:
    """Write glossaries as csv, tsv, tbx, utx or xlsx. The files named, else those of briefgen.toml, else built in."""
    from dataclasses import replace

    from briefgen.terms.glossary.exchange import write_exchange

    form, wanted = _written_as(output, edition), checked_kind(kind)
    if not force:
        refuse_existing(output.parent, [output.name])
    glossary = read_layers(files, settings).value
    if wanted:
        glossary = replace(glossary, terms=glossary.of_kind(wanted))
    write_bytes(write_exchange(glossary, form, today(None)), output)
    lines = [f"{output}: {counted(len(glossary.terms), 'entry')}"]
    print_result({"file": str(output), "entries": len(glossary.terms)}, lines, as_json)


@app.command()
def diff(before: AnyFile, after: AnyFile, as_json: AsJson = False) -> None:
    """Compare two glossaries of any format. + new, - gone, ~ changed; exit code 1 when they differ."""
    from briefgen.terms.upkeep.merging import compare

    differences = compare(_read(before), _read(after))
    if differences or as_json:
        print_result([_difference_json(one) for one in differences], map(str, differences), as_json)
    else:
        print_error("No entry differs")
    raise typer.Exit(ExitCode.FINDINGS if differences else ExitCode.GOOD)


@app.command()
def merge(
    ours: AnyFile,
    theirs: AnyFile,
    output: Annotated[Path, typer.Option("-o", "--output", help="CSV file to write.")],
    base: Annotated[str | None, typer.Option(help="The file both come from, for a three-way merge.")] = None,
    prefer: Prefer = None,
    force: Force = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Merge two glossaries cell by cell. Order and form are those of the first, which is CSV; each change is shown.

    With --base, what only one side changed is taken. Where both changed the same cell, nothing is written (exit code 1)
    unless --prefer says whose value stands.
    """
    from briefgen.terms.glossary.csv_table import write_table
    from briefgen.terms.upkeep.editing import open_table
    from briefgen.terms.upkeep.merging import merge as merge_tables

    refuse_other_ending(output)
    if not force and not dry_run:
        refuse_existing(output.parent, [output.name])
    content = read_glossary_file(ours)
    merged = merge_tables(
        open_table(content, ours).value, _read(theirs), _read(base) if base is not None else None, _checked(prefer)
    )
    if not merged.conflicts and not dry_run:
        write_bytes(write_table(merged.table), output)
    raise typer.Exit(_tell(merged, str(output), is_dry=dry_run, as_json=as_json))


def _written_as(output: Path, edition: str) -> str:
    """The format that a file is written in."""
    from briefgen.terms.glossary.exchange import OLD_TBX, format_of

    is_old, form = one_of(("2008", "2019"), "--tbx", edition) == "2008", format_of(output.name)
    return OLD_TBX if form == "tbx" and is_old else form


def _read(path: str) -> Glossary:
    """A glossary in any format, CSV where its ending tells none; what was left out of it is shown."""
    from briefgen.terms.glossary.exchange import read_layer

    return _told(read_layer(read_glossary_file(path), path))


def _told(outcome: Outcome[Glossary]) -> Glossary:
    print_findings([finding for finding in outcome.findings if finding.severity > Severity.INFO])
    return outcome.value


def _checked(prefer: str | None) -> str:
    return "" if prefer is None else one_of(("ours", "theirs"), "--prefer", prefer)


def _tell(merged: Merged, target: str, *, is_dry: bool, as_json: bool) -> ExitCode:
    """Show what a merge changed, or why it did not."""
    code = ExitCode.FINDINGS if merged.conflicts else ExitCode.GOOD
    if as_json:
        found = {"file": target, "written": not (is_dry or merged.conflicts)}
        changes = [_difference_json(one) for one in merged.differences]
        print_json({**found, "changes": changes, "conflicts": findings_json(merged.conflicts)})
        return code
    print_lines(map(str, merged.differences))
    if merged.conflicts:
        print_findings(merged.conflicts)
        print_error(
            f"Nothing was written to {target}", "--prefer ours or --prefer theirs decides, or set it right by hand"
        )
        return code
    signs = [str(one)[0] for one in merged.differences]
    counts = f"{signs.count('+')} added, {signs.count('~')} changed, {signs.count('-')} removed"
    print_lines([f"{target}: {counts}{' (not written)' if is_dry else ''}"])
    return code


def _difference_json(one: Difference) -> dict[str, Any]:
    term = one.after or one.before
    return {
        "ja": term.ja if term else "",
        "before": one.before.en if one.before else None,
        "after": one.after.en if one.after else None,
        "columns": {name: {"before": old, "after": new} for name, old, new in one.columns},
    }
