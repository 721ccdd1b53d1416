"""Page and theme in, one self-contained HTML file out: no outside resource, readable without its script."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from itertools import groupby

from briefgen import __version__
from briefgen.findings import Code, Finding, Outcome, Severity
from briefgen.model.document import Picture
from briefgen.model.output import OutputFile
from briefgen.model.page import (
    BoxBlock,
    Element,
    Facts,
    Flag,
    HeadingBlock,
    ListBlock,
    Page,
    PageBreak,
    ParagraphBlock,
    ParagraphStyle,
    PictureBlock,
    Role,
    Rule,
    Run,
    SideBySide,
    SideRow,
    Table,
    heading_depths,
    words_of,
)  # fmt: skip
from briefgen.writers.binding import LONGEST_KEPT_NAME
from briefgen.writers.html.style import SCRIPT, style_sheet
from briefgen.writers.languages import by_language
from briefgen.writers.symbols import STATUS_SYMBOLS, STATUS_WORDS, TO_CHECK, flag_sign
from briefgen.writers.theme import Theme

__all__ = ["MEDIA_TYPE", "write_html"]

MEDIA_TYPE = "text/html"

_SHOWN_PICTURES = {"image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp"}
"""What every browser shows."""

_TOGETHER = re.compile(
    "第?[0-9０-９Ａ-Ｚａ-ｚ](?:[0-9０-９Ａ-Ｚａ-ｚ．，－]{0,14}[0-9０-９Ａ-Ｚａ-ｚ])?"
    "(?:か[国所年月]|[名人隻機両台件回号条項報次度円年月日時分秒])?(?<=..)"
)
"""A full-width designation or figure, with its counter: a browser would end a line within it."""


def write_html(page: Page, theme: Theme) -> Outcome[OutputFile]:
    """The page as ``briefing.html``; a picture that browsers cannot show is left out with a finding."""
    body = _Body(page)
    content = "\n".join([*_head(page, theme), *body.lines(), "</html>", ""])
    return Outcome(OutputFile("briefing.html", MEDIA_TYPE, content.encode()), tuple(body.findings))


def _head(page: Page, theme: Theme) -> Iterable[str]:
    """Metadata, and a policy that forbids the browser to load anything or run anything but our script."""
    checksum = b64encode(sha256(f"\n{SCRIPT}".encode()).digest()).decode()
    policy = (
        f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{checksum}'; base-uri 'none'"
    )
    yield f'<!DOCTYPE html>\n<html lang="{escape(page.language)}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta name="generator" content="briefgen {__version__}">'
    yield f"<title>{escape(page.title)}</title>"
    for name, value in (("author", page.author), ("description", page.subject), ("keywords", page.keywords)):
        if value:
            yield f'<meta name="{name}" content="{escape(value)}">'
    yield f"<style>\n{style_sheet(theme, page.banner)}</style>\n</head>"


@dataclass(slots=True)
class _Body:
    """The body of one page; collects the pictures that cannot be shown."""

    page: Page
    findings: list[Finding] = field(default_factory=list)
    _depths: Iterator[int] = field(init=False)
    """Of the headings that follow."""

    def __post_init__(self) -> None:
        self._depths = heading_depths(self.page.elements)

    def lines(self) -> Iterable[str]:
        banner = self._runs(by_language(Run(self.page.banner.text))) if self.page.banner else ""
        yield "<body>"
        if banner:
            yield f'<header class="banner">{banner}</header>'
        yield "<main>"
        filtering = self._filter()
        for element in self.page.elements:
            if isinstance(element, SideBySide):
                yield from filtering
                filtering = []
            yield from self._element(element)
        yield "</main>"
        stamp, below = self._runs(self.page.footer), f'<div class="banner">{banner}</div>' if banner else ""
        if stamp or below:
            yield f"<footer>{stamp}{below}</footer>"
        yield f"<script>\n{SCRIPT}</script>\n</body>"

    def _element(self, element: Element) -> Iterable[str]:
        match element:
            case ParagraphBlock():
                return [self._paragraph(element)]
            case HeadingBlock():
                return [self._heading(element)]
            case BoxBlock():
                return [f'<div class="box {element.kind}">', *map(self._paragraph, element.paragraphs), "</div>"]
            case Facts():
                return self._facts(element)
            case SideBySide():
                return self._side_by_side(element)
            case Table():
                return self._table(element)
            case ListBlock():
                tag = "ol" if element.is_numbered else "ul"
                return [f"<{tag}>", *(f"<li>{self._runs(item)}</li>" for item in element.items), f"</{tag}>"]
            case PictureBlock():
                return self._picture_block(element)
            case PageBreak() | Rule():
                return ["<hr>" if isinstance(element, Rule) else '<div class="page-break"></div>']

    # -- text ------------------------------------------------------------------------------------------------------

    def _runs(self, runs: Iterable[Run], language: str = "en") -> str:
        """Runs inside text of this language, neighbours with the same link in one link."""
        parts = []
        for link, group in groupby(runs, key=lambda run: run.link):
            text = "".join(_run(run, language) for run in group)
            parts.append(f'<a href="{escape(link)}">{text}</a>' if link else text)
        return "".join(parts)

    def _paragraph(self, block: ParagraphBlock) -> str:
        tag = "h1" if block.style.is_title else "p"
        look = "" if block.style in (ParagraphStyle.TITLE, ParagraphStyle.BODY) else f' class="{block.style}"'
        return f"<{tag}{_id(block.id)}{look}>{self._runs(block.runs)}</{tag}>"

    def _heading(self, block: HeadingBlock) -> str:
        """The title is h1, so the first heading is h2, small where it is of a lower level."""
        tag = f"h{next(self._depths) + 1}"
        look = ' class="lower"' if block.level > 1 else ""
        return f"<{tag}{_id(block.id)}{look}>{self._runs(block.runs)}</{tag}>"

    def _picture(self, picture: Picture, words: str) -> str:
        if picture.media_type not in _SHOWN_PICTURES:
            message = f"A picture ({picture.media_type}) cannot be shown in HTML"
            self.findings.append(Finding(Code.PICTURE_DROPPED, Severity.WARNING, message))
            return ""
        content = b64encode(picture.content).decode()
        return f'<img src="data:{picture.media_type};base64,{content}" alt="{escape(words)}">'

    # -- blocks ----------------------------------------------------------------------------------------------------

    def _facts(self, facts: Facts) -> Iterable[str]:
        yield '<dl class="facts">'
        for fact in facts.facts:
            yield f"<div><dt>{escape(fact.label)}</dt><dd>{self._runs(fact.runs)}</dd></div>"
        yield "</dl>"

    def _table(self, table: Table) -> Iterable[str]:
        columns = "".join(f'<col style="width: {share:.4%}">' for share in table.widths)
        yield f'<div class="plain"><table>\n<colgroup>{columns}</colgroup>'
        for is_header, rows in groupby(table.rows, key=lambda row: row.is_header):
            section, cell, scope = ("thead", "th", ' scope="col"') if is_header else ("tbody", "td", "")
            yield f"<{section}>"
            for row in rows:
                cells = (
                    f"<{cell}{scope}{_id(row.id_of(column))}>{self._runs(runs)}{self._flags(row.flags_of(column))}</{cell}>"
                    for column, runs in enumerate(row.cells)
                )
                looks = " ".join(["keep"] * row.keeps_with_next + ["continues"] * row.continues)
                names = f' class="{looks}"' if looks else ""
                yield f"<tr{names}>{''.join(cells)}</tr>"
            yield f"</{section}>"
        yield "</table></div>"

    def _picture_block(self, block: PictureBlock) -> Iterable[str]:
        picture = self._picture(block.picture, words_of(block.caption))
        caption = f'<figcaption class="caption">{self._runs(block.caption)}</figcaption>' if block.caption else ""
        return [f"<figure>{picture}{caption}</figure>"]

    # -- side by side ----------------------------------------------------------------------------------------------

    def _filter(self) -> list[str]:
        """Ticks by status; hidden until the script shows them."""
        rows = [row for element in self.page.elements if isinstance(element, SideBySide) for row in element.rows]
        boxes = [
            f'<label><input type="checkbox" value="{status}" checked> {symbol} {status}</label>'
            for status, symbol in STATUS_SYMBOLS.items()
            if any(row.status == status for row in rows)
        ]
        return ['<fieldset class="filter" hidden><legend>Show rows</legend>', *boxes, "</fieldset>"] if boxes else []

    def _side_by_side(self, block: SideBySide) -> Iterable[str]:
        leads = " keep" if block.rows and block.rows[-1].keeps_with_next else ""
        yield f'<table class="side{leads}">\n<thead><tr><td class="margin"></td>'
        yield f'<th scope="col" lang="ja">{self._runs(block.head_ja, "ja")}</th>'
        yield f'<th scope="col">{self._runs(block.head_en)}</th></tr></thead>\n<tbody>'
        for row in block.rows:
            yield from self._side_row(row)
        yield "</tbody>\n</table>"

    def _side_row(self, row: SideRow) -> Iterable[str]:
        looks = [f"head level{row.heading_level}"] if row.heading_level else []
        looks += ["continues"] * row.continues + ["keep"] * row.keeps_with_next
        looks += [f"indent{row.indent}"] if row.indent else []
        names = f' class="{" ".join(looks)}"' if looks else ""
        caution = " caution" if row.status in TO_CHECK else ""
        words = escape(STATUS_WORDS[row.status])
        heading = f"h{min(next(self._depths) + 1, 6)}" if row.heading_level else "p"
        picture = self._picture(row.picture, f"Picture of row {row.number}") if row.picture else ""
        ja_look = ' class="head-ja"' if row.heading_level else ""
        yield f'<tr{_id(row.id)}{names} data-status="{escape(row.status)}">'
        yield f'<th scope="row">{escape(row.number)} <span class="status{caution}" role="img" title="{words}" '
        yield f'aria-label="{words}">{STATUS_SYMBOLS[row.status]}</span></th>'
        yield f'<td lang="ja">{picture}<p{ja_look}>{self._runs(row.ja, "ja")}</p></td>'
        yield f"<td><{heading}>{self._runs(row.en)}</{heading}>{self._flags(row.flags)}</td></tr>"

    def _flags(self, flags: Iterable[Flag]) -> str:
        return "".join(
            f'<p class="flag {escape(flag.severity)}">{flag_sign(flag.severity)} {self._runs(flag.runs)}</p>'
            for flag in flags
        )


def _run(run: Run, language: str) -> str:
    """A run as HTML; a span only where something differs from the text around it."""
    text = escape(run.text, quote=False).replace("\n", "<br>")
    looks: list[str] = [run.role] if run.role is not Role.PLAIN else []
    if run.language == "ja" != language and 1 < len(run.text) <= LONGEST_KEPT_NAME:
        looks.append("nb")
    elif run.language == "ja":
        text = _TOGETHER.sub(r'<span class="nb">\g<0></span>', text)
    attributes = f' lang="{escape(run.language)}"' if run.language != language else ""
    if looks:
        attributes += f' class="{" ".join(looks)}"'
    if run.note:
        attributes += f' title="{escape(run.note)}" tabindex="0"'
    if attributes:
        text = f"<span{attributes}>{text}</span>"
    for tag, is_set in (("sup", run.superscript), ("i", run.italic), ("b", run.bold)):
        if is_set:
            text = f"<{tag}>{text}</{tag}>"
    return text


def _id(name: str) -> str:
    return f' id="{escape(name)}"' if name else ""
