"""``briefgen template``: list, check."""

from __future__ import annotations

from typing import Annotated

import typer

from briefgen.cli.console import print_json, print_lines, table

__all__ = ["app"]

app = typer.Typer(help="Templates of the note.", no_args_is_help=True, rich_markup_mode=None)

AsJson = Annotated[bool, typer.Option("--json", help="Machine-readable result on standard output.")]


@app.command("list")
def list_templates(as_json: AsJson = False) -> None:
    """The built-in templates and what each is for."""
    from briefgen.cli.loading import load_template_texts

    texts = {name: text for name, text in load_template_texts().items() if "<page" in text or "{% extends" in text}
    rows = [(name.removesuffix(".xml.j2"), _purpose(text)) for name, text in texts.items()]
    if as_json:
        print_json([{"name": name, "purpose": purpose} for name, purpose in rows])
    else:
        print_lines(table(rows))


@app.command()
def check(
    template: Annotated[str, typer.Argument(help="Built-in name, or a .j2 file.")], as_json: AsJson = False
) -> None:
    """Fill a template with a made-up briefing: errors are told as template:line."""
    from briefgen.cli.trying import try_template

    count = try_template(template)
    if as_json:
        print_json({"template": template, "elements": count})
    else:
        print_lines([f"{template}: good, {count} elements"])


def _purpose(text: str) -> str:
    """The first sentence of the comment a template begins with."""
    head, _, _ = text.removeprefix("{#").partition("#}")
    return " ".join(head.strip(" -").split()).split(". ")[0] if text.startswith("{#") else ""
