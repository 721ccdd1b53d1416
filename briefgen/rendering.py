"""From a Briefing to one output format: template, markup, Page, writer. Heavy writers are imported when needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from briefgen.findings import Outcome
from briefgen.model.briefing import Briefing
from briefgen.model.output import OutputFile
from briefgen.model.page import Page
from briefgen.writers.theme import Theme

__all__ = ["Look", "render_format", "render_page"]


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that decides how a briefing looks: template texts by name, theme, and the two fonts of the PDF."""

    template: str
    own: Mapping[str, str]
    """The user's templates; they come before the built-in ones."""
    built_in: Mapping[str, str]
    theme: Theme
    regular: bytes = b""
    bold: bytes = b""
    attach_sources: bool = False
    password: str = ""
    """Needed to open the PDF; none when empty."""


def render_page(briefing: Briefing, output: str, look: Look) -> Page:
    """The Page that the template gives for one format.

    Raises:
        BriefingTemplateError: the template is at fault; the message begins with template:line.
    """
    from briefgen.writers.paging import build_page
    from briefgen.writers.templating import TemplateSources, render_template

    markup = render_template(look.template, TemplateSources(look.built_in, look.own), briefing)
    return build_page(markup, look.template, output)


def render_format(briefing: Briefing, form: str, created: datetime, look: Look) -> Outcome[OutputFile]:
    """The briefing as docx, pdf, html or json; the same values give the same bytes.

    Raises:
        BriefingTemplateError: the template is at fault.
        OutputError: something cannot be laid out.
    """
    if form == "json":
        from briefgen.writers.json import write_json

        return Outcome(write_json(briefing))
    page = render_page(briefing, form, look)
    if form == "docx":
        from briefgen.writers.docx import write_docx

        return write_docx(page, look.theme, created)
    if form == "html":
        from briefgen.writers.html import write_html

        return write_html(page, look.theme)
    return _render_pdf(page, briefing, created, look)


def _render_pdf(page: Page, briefing: Briefing, created: datetime, look: Look) -> Outcome[OutputFile]:
    from briefgen.writers.fonts import FontFiles
    from briefgen.writers.pdf import PdfOptions, write_pdf

    sources = tuple(
        OutputFile(PurePath(part.source.name).name, part.source.media_type, part.source.content)
        for part in briefing.parts
        if look.attach_sources and part.source.content
    )
    options = PdfOptions(name="briefing.pdf", created=created, attachments=sources, password=look.password)
    return write_pdf(page, look.theme, FontFiles(look.regular, look.bold), options)
