"""Fills a template with the example that comes with briefgen, to find its errors before a real paper does."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from briefgen.cli.loading import built_in_template, load_look, load_template_texts
from briefgen.config import Settings
from briefgen.errors import UsageError
from briefgen.findings import Code
from briefgen.resources import templates_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.findings import Finding
    from briefgen.model.briefing import Briefing
    from briefgen.model.output import OutputFile

__all__ = ["example_briefing", "preview_template", "start_template", "try_template"]

_START = """\
{{# {purpose} #}}
{{% extends "builtin/{base}.xml.j2" %}}

{{# Give only the blocks you change, and delete the rest. Blocks of {base}: {blocks}.
   briefgen template check {name} finds mistakes, briefgen template preview {name} shows what it looks like. #}}
{{% block title %}}
<p style="small"><b>OUR OFFICE</b></p>
{{{{ super() }}}}
{{% endblock %}}
"""


def example_briefing() -> Briefing:
    """A briefing with every part a template may show; its content is invented."""
    from briefgen.writers.json_reading import read_briefing

    file = templates_folder() / "example.json"
    return read_briefing(file.read_bytes(), file.name)


def try_template(template: str) -> int:
    """Render the template for every page format, with all a note may have, with marks, and with next to nothing.

    Returns the number of elements of the fullest page.

    Raises:
        BriefingTemplateError: something is wrong with it; the message begins with template:line.
    """
    from briefgen.rendering import render_pages

    look = load_look(Settings(template=template))
    pages = [
        page
        for briefing in _trials(example_briefing())
        for page in render_pages(briefing, ("docx", "pdf", "html"), look)
    ]
    return max(len(page.elements) for page in pages)


def preview_template(settings: Settings, name: str) -> tuple[OutputFile, tuple[Finding, ...]]:
    """The example in this template and theme as the file `name`, whose ending says the format.

    Raises:
        UsageError: the ending is none of pdf, html, docx.
    """
    from briefgen.rendering import render_formats

    form = PurePath(name).suffix.removeprefix(".").casefold()
    if form not in ("pdf", "html", "docx"):
        raise UsageError(f"{name} is no name for a preview", "End it in .pdf, .html or .docx")
    outcome = render_formats(example_briefing(), [form], load_look(settings))
    told = tuple(finding for finding in outcome.findings if finding.code is not Code.PART_NOT_SHOWN)
    return replace(outcome.value[0], name=name), told


def start_template(name: str, base: str) -> str:
    """The text of a template of the user's that extends a built-in one, ready to be changed.

    Raises:
        BriefingTemplateError: there is no such built-in template.
    """
    texts = load_template_texts()
    chain = texts[built_in_template(base)] + texts["briefing.xml.j2"]
    blocks = ", ".join(dict.fromkeys(re.findall(r"\{% block (\w+)", chain)))
    return _START.format(purpose=f"Our own {base}.", base=base, blocks=blocks, name=name)


def _trials(full: Briefing) -> Iterator[Briefing]:
    """The example, the same with portion marks and a designation block, and one with as little as there can be."""
    from briefgen.model.briefing import Briefing, DesignationLine, Heading

    yield full
    yield replace(full, portion="(U)", designation=(DesignationLine("Controlled by"), DesignationLine("POC", "Desk")))
    yield Briefing("", "", full.date, "", "", full.marking_colour, Heading(), "", (), (), (), full.provenance)
