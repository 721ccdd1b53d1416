"""``briefgen template``: list, new, check, preview."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Annotated

import typer

from briefgen.cli.console import print_findings, print_lines, print_result, table
from briefgen.cli.options import AsJson, Force, ThemeName
from briefgen.errors import UsageError
from briefgen.files import refuse_existing, write_bytes
from briefgen.terms.english import counted

__all__ = ["app"]

app = typer.Typer(help="Templates of the note.", no_args_is_help=True, rich_markup_mode=None)

TemplateName = Annotated[str, typer.Argument(help="Built-in name, or a .j2 file.")]


@app.command("list")
def list_templates(as_json: AsJson = False) -> None:
    """List the built-in templates and what each is for."""
    from briefgen.cli.loading import load_template_texts, template_names

    texts = load_template_texts()
    rows = [(name, _purpose(texts[f"{name}.xml.j2"])) for name in template_names()]
    print_result([{"name": name, "purpose": purpose} for name, purpose in rows], table(rows), as_json)


@app.command()
def check(template: TemplateName, as_json: AsJson = False) -> None:
    """Find the mistakes of a template. It is filled with a made-up briefing, and errors are told as template:line."""
    from briefgen.cli.trying import try_template

    count = try_template(template)
    lines = [f"{template}: good, {counted(count, 'element')}"]
    print_result({"template": template, "elements": count}, lines, as_json)


@app.command()
def new(
    name: Annotated[str, typer.Argument(help="File to write; .xml.j2 is added when it has no ending.")],
    base: Annotated[str, typer.Option("--from", help="Built-in template to start from.")] = "briefing",
    force: Force = False,
) -> None:
    """Begin a template of your own. It extends a built-in one and is ready to be changed."""
    from briefgen.cli.trying import start_template

    if not name.strip():
        raise UsageError("The name of the template is empty", "Give one, for example ours")
    path = Path(name if name.endswith(".j2") else f"{name}.xml.j2")
    text = start_template(path.name, base)
    if not force:
        refuse_existing(path.parent, [path.name])
    write_bytes(text.encode(), path)
    print_lines([str(path)])


@app.command()
def preview(
    template: TemplateName,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="File ending in .pdf, .html or .docx.")] = None,
    theme: ThemeName = None,
    reference: Annotated[
        str | None, typer.Option(help="Word file whose styles and letterhead the Word preview takes.")
    ] = None,
    force: Force = False,
) -> None:
    """Show what a template looks like, filled with an example."""
    from briefgen.cli.trying import preview_template
    from briefgen.config import Settings, with_flags

    path = output or Path(f"{PurePath(template).name.removesuffix('.j2').removesuffix('.xml')}-preview.pdf")
    settings = with_flags(Settings(), {"template": template, "theme": theme, "reference": reference})
    made, findings = preview_template(settings, path.name)
    if not force:
        refuse_existing(path.parent, [path.name])
    write_bytes(made.content, path)
    print_findings(findings)
    print_lines([str(path)])


def _purpose(text: str) -> str:
    """The first sentence of the comment a template begins with."""
    head, _, _ = text.removeprefix("{#").partition("#}")
    return " ".join(head.strip(" -").split()).split(". ")[0].rstrip(".") if text.startswith("{#") else ""
