"""From a Briefing to one output format: template, markup, Page, writer. Heavy writers are imported when needed."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta, timezone
from pathlib import PurePath

from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.model.briefing import Briefing
from briefgen.model.output import OutputFile
from briefgen.model.page import Page
from briefgen.writers.theme import Theme

__all__ = ["Look", "created_on", "render_formats", "render_page", "render_pages", "write_page"]

_JAPAN = timezone(timedelta(hours=9))


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
    reference: bytes | None = None
    """A Word file whose styles, paper, header and footer the Word output takes over."""
    password: str = ""
    """Needed to open the PDF; none when empty."""


def created_on(day: date) -> datetime:
    """When the files of a note of this date say they were made: at noon in Japan, so that no clock is read."""
    return datetime.combine(day, time(12), _JAPAN)


def render_page(briefing: Briefing, output: str, look: Look) -> Page:
    """The Page that the template gives for one format; errors as those of `render_pages`."""
    return next(render_pages(briefing, (output,), look))


def render_pages(briefing: Briefing, outputs: Sequence[str], look: Look) -> Iterator[Page]:
    """The Pages that the template, rendered once, gives for these formats; each is made when it is asked for.

    Raises:
        BriefingTemplateError: the template is at fault; the message begins with template:line.
    """
    return _pages(_markup(briefing, look), outputs, look)


def _markup(briefing: Briefing, look: Look) -> str:
    from briefgen.writers.templating import TemplateSources, render_template

    return render_template(look.template, TemplateSources(look.built_in, look.own), briefing, look.theme.wording)


def _pages(markup: str, outputs: Sequence[str], look: Look) -> Iterator[Page]:
    from briefgen.writers.paging import build_page

    return (build_page(markup, look.template, output) for output in outputs)


def render_formats(briefing: Briefing, forms: Sequence[str], look: Look) -> Outcome[tuple[OutputFile, ...]]:
    """The briefing as docx, pdf, html or json, in this order; the same values give the same bytes.

    What people wrote and the template has no place for is a finding.

    Raises:
        BriefingTemplateError: the template is at fault.
        OutputError: something cannot be laid out.
    """
    paged = [form for form in forms if form != "json"]
    markup = _markup(briefing, look) if paged else ""
    pages = _pages(markup, paged, look)
    created, sources = created_on(briefing.date), _sources(briefing, look)
    outcomes = [
        _as_json(briefing) if form == "json" else write_page(next(pages), form, created, look, sources)
        for form in forms
    ]
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    unshown = _unshown(briefing, markup, look.template) if paged else ()
    return Outcome(tuple(outcome.value for outcome in outcomes), (*findings, *unshown))


def _unshown(briefing: Briefing, markup: str, template: str) -> Iterator[Finding]:
    """The parts that people wrote and no page shows."""
    shown = " ".join(html.unescape(markup).split())
    parts = {part.name: getattr(briefing.sections, part.name) for part in fields(briefing.sections)}
    parts["options"] = tuple(option.title for option in briefing.sections.options)
    missing = [
        name.replace("_", " ")
        for name, texts in {"bottom_line": (briefing.bottom_line,), **parts}.items()
        if not all(" ".join(text.split()) in shown for text in texts)
    ]
    if missing:
        message = f"{template.removesuffix('.xml.j2')} does not show what was written as {', '.join(missing)}"
        hint = "Take another template, or leave it out"
        yield Finding(Code.PART_NOT_SHOWN, Severity.WARNING, message, Location(), hint)


def _as_json(briefing: Briefing) -> Outcome[OutputFile]:
    from briefgen.writers.json import write_json

    return Outcome(write_json(briefing))


def write_page(
    page: Page, form: str, created: datetime, look: Look, attachments: tuple[OutputFile, ...] = ()
) -> Outcome[OutputFile]:
    """A page as docx, pdf or html; `attachments` go into the PDF.

    Raises:
        BriefingTemplateError: the reference document is no Word file.
        OutputError: something cannot be laid out.
    """
    if form == "docx":
        from briefgen.writers.docx.document import write_docx

        return write_docx(page, look.theme, created, look.reference)
    if form == "html":
        from briefgen.writers.html.document import write_html

        return write_html(page, look.theme)
    from briefgen.writers.fonts import FontFiles
    from briefgen.writers.pdf import PdfOptions, write_pdf

    options = PdfOptions(name="briefing.pdf", created=created, attachments=attachments, password=look.password)
    return write_pdf(page, look.theme, FontFiles(look.regular, look.bold), options)


def _sources(briefing: Briefing, look: Look) -> tuple[OutputFile, ...]:
    return tuple(
        OutputFile(PurePath(part.source.name).name, part.source.media_type, part.source.content)
        for part in briefing.parts
        if look.attach_sources and part.source.content
    )
