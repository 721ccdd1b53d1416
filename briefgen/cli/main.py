"""``briefgen``: arguments to commands, errors to one sentence and an exit code; the one broad except of the product."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Sequence
from errno import ENAMETOOLONG, ENOSPC
from pathlib import Path
from typing import Annotated, Any

import typer

from briefgen import __version__
from briefgen.cli import glossary, model, template
from briefgen.cli.console import discard_results, prepare_streams, print_error, print_help, print_lines
from briefgen.cli.options import AsJson, OutputFolder, SettingsFile, ThemeName
from briefgen.errors import BriefgenError, ExitCode

__all__ = ["app", "run"]

app = typer.Typer(
    name="briefgen",
    help="Japanese papers in, side-by-side Japanese-English briefing notes out. Works without a network.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(glossary.app, name="glossary")
app.add_typer(model.app, name="model")
app.add_typer(template.app, name="template")

Sources = Annotated[
    list[str],
    typer.Argument(help="Papers: PDF, Word, Excel, ODT, mail, HTML, text; - is standard input.", metavar="SOURCE..."),
]
GlossaryFiles = Annotated[
    list[str] | None,
    typer.Option("--glossary", help="Glossary over the built-in one, CSV or Excel; may be given again, the last wins."),
]
MemoryFiles = Annotated[
    list[str] | None,
    typer.Option("--memory", help="Reviewed sentences (Japanese TAB English) or a review sheet; may be given again."),
]
Reference = Annotated[str | None, typer.Option(help="Word file whose styles, letterhead and paper the note takes.")]
Pairs = Annotated[
    list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help="A part you write: recommendation, subject, …")
]
Marked = Annotated[str | None, typer.Option(help="Marking, top and bottom of every page: OFFICIAL, UK:SECRET, 注意.")]
ModelName = Annotated[str | None, typer.Option("--model", help="Model to use this time; none for no model.")]
FailOn = Annotated[str, typer.Option("--fail-on", help="Exit 1 at findings of this severity: error, warning, never.")]


def _show_version(wanted: bool) -> None:
    if wanted:
        print_lines([f"briefgen {__version__}"])
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show it.")] = False,
) -> None:
    del version


@app.command()
def build(
    sources: Sources,
    folder: OutputFolder = Path(),
    to: Annotated[str | None, typer.Option(help="Formats, with commas: docx,pdf,html,json (else docx,pdf).")] = None,
    template_name: Annotated[
        str | None, typer.Option("--template", help="Name of briefgen template list, or a .j2 file (else briefing).")
    ] = None,
    theme: ThemeName = None,
    reference: Reference = None,
    title: Annotated[str | None, typer.Option(help="English title of the note.")] = None,
    marking: Marked = None,
    bottom_line: Annotated[str | None, typer.Option(help="One to three sentences for the box at the top.")] = None,
    pairs: Pairs = None,
    glossary_files: GlossaryFiles = None,
    memory: MemoryFiles = None,
    date: Annotated[str | None, typer.Option(help="Date of the note, YYYY-MM-DD (else today).")] = None,
    settings: SettingsFile = None,
    model_name: ModelName = None,
    separate: Annotated[bool, typer.Option("--separate", help="One briefing for each source.")] = False,
    attach: Annotated[bool, typer.Option("--attach-sources", help="Put the sources into the PDF.")] = False,
    password: Annotated[str | None, typer.Option(help="Encrypt the PDF (AES-256); - asks for the password.")] = None,
    pictures: Annotated[
        bool, typer.Option("--pictures", help="Carry over captioned pictures of PDF, Word and web pages.")
    ] = False,
    fail_on: FailOn = "never",
    force: Annotated[bool, typer.Option("--force", help="Replace existing files.")] = False,
    as_json: AsJson = False,
) -> None:
    """Make a briefing of one or more papers."""
    from briefgen.cli.build import BuildOptions, run_build

    options = BuildOptions(
        tuple(sources), folder, date, settings, separate, fail_on, force, as_json, model_name,
        attach=attach, password=password, pictures=pictures,
    )  # fmt: skip
    flags = {
        "to": _formats(to),
        "template": template_name,
        "theme": theme,
        "reference": reference,
        "title": title,
        "marking": marking,
        "bottom_line": bottom_line,
        "set": _listed(pairs),
        "glossary": _listed(glossary_files),
        "memory": _listed(memory),
    }
    raise typer.Exit(run_build(options, flags))


@app.command()
def memo(
    text_file: Annotated[
        str | None,
        typer.Argument(metavar="[FILE]", help="Text with a TOML head between +++ lines, or TOML alone; - is stdin."),
    ] = None,
    attach: Annotated[
        list[str] | None,
        typer.Option(
            help="Annex: the .json of a briefing (set into Word and PDF), a .pdf (put into the PDF, and attached "
            "to the mail), or any other file (attached to the mail only)."
        ),
    ] = None,
    to: Annotated[list[str] | None, typer.Option(help="Addressee for action; may be a mail address.")] = None,
    info: Annotated[list[str] | None, typer.Option(help="Addressee for information.")] = None,
    originator: Annotated[str | None, typer.Option("--from", help="Who sends it.")] = None,
    subject: Annotated[str | None, typer.Option(help="Subject, which is the title.")] = None,
    contact: Annotated[str | None, typer.Option(help="Point of contact.")] = None,
    marking: Marked = None,
    pairs: Pairs = None,
    template_name: Annotated[str | None, typer.Option("--template", help="Template of the memo.")] = None,
    annex_template: Annotated[str, typer.Option(help="Template of the briefings attached.")] = "briefing",
    theme: ThemeName = None,
    reference: Reference = None,
    date: Annotated[str | None, typer.Option(help="Date of the memo, YYYY-MM-DD (else today).")] = None,
    settings: SettingsFile = None,
    folder: OutputFolder = Path(),
    force: Annotated[bool, typer.Option("--force", help="Replace existing files.")] = False,
    as_json: AsJson = False,
) -> None:
    """Attach finished briefings to a memo. It gives one Word and one PDF package, and a mail draft with both."""
    from briefgen.cli.memo import MemoOptions, run_memo

    heads: dict[str, list[str] | list[str | None]]
    heads = {"to": to or [], "copy": info or [], "originator": [originator], "subject": [subject], "contact": [contact]}
    given = [f"{key}={value}" for key, values in heads.items() for value in values if value is not None]
    flags = {
        "attach": _listed(attach),
        "set": (*given, *(pairs or ())),
        "marking": marking,
        "template": template_name,
        "theme": theme,
        "reference": reference,
    }
    options = MemoOptions(text_file, folder, date, settings, annex_template, force, as_json)
    raise typer.Exit(run_memo(options, flags))


@app.command()
def check(
    sources: Sources,
    glossary_files: GlossaryFiles = None,
    memory: MemoryFiles = None,
    settings: SettingsFile = None,
    model_name: ModelName = None,
    fail_on: FailOn = "error",
    as_json: AsJson = False,
) -> None:
    """List every finding about papers, writing nothing. Each is a line; papers are translated and checked for it."""
    from briefgen.cli.inspect import InspectOptions, run_check

    flags = {"glossary": _listed(glossary_files), "memory": _listed(memory)}
    raise typer.Exit(run_check(InspectOptions(tuple(sources), settings, model_name, fail_on, as_json), flags))


@app.command()
def read(sources: Sources, settings: SettingsFile = None, as_json: AsJson = False) -> None:
    """Show what was understood of a paper. Metadata, every block with its kind, level and page, and findings."""
    from briefgen.cli.inspect import run_read

    raise typer.Exit(run_read(tuple(sources), settings, as_json))


@app.command()
def explain(
    source: Annotated[str, typer.Argument(help="The paper.")],
    segment: Annotated[
        str | None, typer.Option(help="Row in the note, or segment id (b0003.s01); all when left out.")
    ] = None,
    glossary_files: GlossaryFiles = None,
    memory: MemoryFiles = None,
    settings: SettingsFile = None,
    model_name: ModelName = None,
    as_json: AsJson = False,
) -> None:
    """Show how each sentence got its English. Constraints found, rungs tried, what failed, what won."""
    from briefgen.cli.inspect import InspectOptions, run_explain

    flags = {"glossary": _listed(glossary_files), "memory": _listed(memory)}
    options = InspectOptions((source,), settings, model_name, "never", as_json)
    raise typer.Exit(run_explain(options, segment, flags))


@app.command()
def doctor(as_json: AsJson = False) -> None:
    """Show what is installed and whether it works. Also where it was found."""
    from briefgen.cli.doctor import run_doctor

    raise typer.Exit(run_doctor(as_json))


def _listed(values: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if values is None else tuple(values)


def _formats(to: str | None) -> tuple[str, ...] | None:
    return _listed(part.strip().lower() for part in to.split(",") if part.strip()) if to is not None else None


def run(arguments: list[str]) -> int:
    """The exit code of a command line; every way out but Ctrl-C passes here, which leads to `briefgen.__main__`."""
    prepare_streams()
    is_debugging = "--debug" in arguments
    arguments = [argument for argument in arguments if argument != "--debug"]
    try:
        code = app(args=arguments, prog_name="briefgen", standalone_mode=False)
    except BriefgenError as exc:
        if is_debugging:
            traceback.print_exc()
        print_error(exc.message, exc.hint)
        return exc.exit_code
    except BrokenPipeError:
        discard_results()
        return ExitCode.GOOD
    except typer.Abort:
        raise KeyboardInterrupt from None
    except Exception as exc:  # noqa: BLE001 - the last line of defence: a bug is told in a sentence
        return _report_other(exc, arguments, is_debugging)
    return code or ExitCode.GOOD


def _report_other(error: Exception, arguments: Sequence[str], is_debugging: bool) -> int:
    """A wrong command line, a disk that is full or a name too long wherever it was noticed, or a bug."""
    if _is_usage(error):
        return _report_usage(error, _command_of(arguments), arguments)
    if isinstance(error, OSError) and error.errno == ENOSPC:
        discard_results()
        print_error("the disk is full", "Free some room, or write to another one")
        return ExitCode.OUTPUT
    if isinstance(error, OSError) and error.errno == ENAMETOOLONG:
        print_error("a name is longer than file names can be", "Give a shorter one")
        return ExitCode.USAGE
    return _report_bug(is_debugging)


def _is_usage(error: Exception) -> bool:
    """Whether the command line was wrong. Typer carries its own copy of click, whose classes it does not export."""
    return hasattr(error, "format_message") and hasattr(error, "exit_code")


def _command_of(arguments: Sequence[str]) -> str:
    """The command that a command line begins with, ``briefgen glossary add``."""
    command: Any = typer.main.get_command(app)
    path = "briefgen"
    for word in arguments:
        command = getattr(command, "commands", {}).get(word)
        if command is None:
            break
        path += f" {word}"
    return path


def _report_usage(error: Exception, command: str, arguments: Sequence[str]) -> int:
    message = error.format_message() if hasattr(error, "format_message") else str(error)
    if type(error).__name__ == "NoArgsIsHelpError":
        print_help(message)
        return ExitCode.USAGE
    print_error(message, _way_out(command, arguments))
    return ExitCode.USAGE


def _way_out(command: str, arguments: Sequence[str]) -> str:
    """Whose help to read; for a paper in place of a command also the command it is for."""
    is_paper = command == "briefgen" and bool(arguments) and Path(arguments[0]).suffix != ""
    return (f"A note is made by: briefgen build {arguments[0]}; " if is_paper else "") + f"{command} --help shows how"


def _report_bug(is_debugging: bool) -> int:
    """Save the traceback where it can be sent from, and say so in one sentence."""
    import tempfile

    if is_debugging:
        traceback.print_exc()
        return ExitCode.BUG
    with tempfile.NamedTemporaryFile("w", prefix="briefgen-", suffix=".txt", delete=False, encoding="utf-8") as file:
        traceback.print_exc(file=file)
    print_error("this is a mistake in briefgen, not in your papers", f"Its details are in {file.name}")
    return ExitCode.BUG
