"""PDF bytes -> SourceDocument, from the text layer, page by page by the engine that gives more of it.

[x] text in columns, horizontal, vertical, sideways            [x] running heads, numbers of pages and lines left out
[x] paragraphs rebuilt from indent, gap, size, short lines     [x] foot notes after the paragraph of their page
[x] raised note figures as （注n）, ruby as a reading            [x] characters without a Unicode value as 〓
[x] tables, with drawn lines or without, as cells              [x] captions with their pictures, where asked for
[x] fields of forms, text boxes and stamps over a page          [-] pictures of text (OCR), comments, struck text
"""

from __future__ import annotations

from contextlib import closing

from briefgen.errors import NoTextLayerError, UnreadableDocumentError
from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.model.document import SourceDocument
from briefgen.model.limits import Limits
from briefgen.readers.inline.left_out import counted
from briefgen.readers.inline.rules import GETA
from briefgen.readers.inline.struck import struck_findings
from briefgen.readers.pdf.furniture import drop_repeated_lines
from briefgen.readers.pdf.guard import refuse_huge_pages
from briefgen.readers.pdf.layout import lay_out, part_footnotes
from briefgen.readers.pdf.lines import PrintedLine
from briefgen.readers.pdf.page_breaks import with_whole_rows
from briefgen.readers.pdf.pages import ReadPage, reread
from briefgen.readers.pdf.pdfium import open_pdf, read_metadata
from briefgen.readers.pdf.placing import number_tables, place_insets, set_frames
from briefgen.readers.pdf.workers import Helpers, Reading, looks_long, read_pages
from briefgen.readers.structure.document import Source, to_document
from briefgen.readers.structure.furniture import dropped
from briefgen.readers.structure.paragraphs import Paragraph, rebuild_paragraphs

__all__ = ["read_pdf"]

_MEDIA_TYPE = "application/pdf"
_OCR_HINT = "Add a text layer first: ocrmypdf -l jpn {name} with-text.pdf, then read with-text.pdf"
_FORCE_OCR_HINT = "Have the text read anew: ocrmypdf -l jpn --force-ocr {name} with-text.pdf, then read with-text.pdf"
_MOST_FAILURES = 3
"""So often the second engine, which is slow, may give no more than the first before it is left alone."""
_MOST_UNREADABLE = 0.3


def read_pdf(content: bytes, name: str, limits: Limits, pictures: bool = False) -> Outcome[SourceDocument]:
    """Return the paper a PDF holds; with `pictures`, its pictures stand in the blocks of their captions.

    Raises:
        UnreadableDocumentError: it is damaged, asks for a password, is empty or beyond the limits.
        NoTextLayerError: it holds pictures of text only.
    """
    with Helpers() as helpers:
        if looks_long(content) and not pictures:
            helpers.start()
        largest = refuse_huge_pages(content, name, limits)
        with open_pdf(content, name) as document:
            most_bytes = limits.max_picture_bytes if pictures else 0
            pages = _pages(Reading(document, name, content, most_bytes, largest, helpers), limits)
            metadata = read_metadata(document)
        return _paper(pages, Source(name, content, _MEDIA_TYPE, len(pages), metadata))


def _paper(pages: list[ReadPage], source: Source) -> Outcome[SourceDocument]:
    """The paper that these pages make."""
    name, texts = source.name, [text for page in pages for text in page.struck]
    findings = (*_page_findings(pages, name), *struck_findings(texts, name))
    kept = drop_repeated_lines([line for page in pages for line in page.lines], sum(bool(p.lines) for p in pages), name)
    made = to_document(_paragraphs(kept.value, pages), source)
    return Outcome(made.value, findings + kept.findings + made.findings)


# ---------------------------------------------------------------- pages


def _pages(reading: Reading, limits: Limits) -> list[ReadPage]:
    """The pages of the paper in order.

    Each is by the engine that gives more of it; the second is not asked again after it failed a few times.
    """
    count = len(reading.document)
    if count > limits.max_pages:
        raise UnreadableDocumentError(
            f"{reading.name} has {count} pages; up to {limits.max_pages} are read", "Split it"
        )
    read: dict[int, ReadPage] = {}
    characters = failures = 0
    with closing(read_pages(reading)) as pages:
        for page in pages:
            characters += page.page.characters
            if characters > limits.max_characters:
                raise UnreadableDocumentError(
                    f"{reading.name} holds more than {limits.max_characters} characters of text", "Split it into parts"
                )
            read[page.number] = page
    for number in sorted(number for number, page in read.items() if page.is_doubtful):
        if failures < _MOST_FAILURES:
            better = reread(read[number], reading.content)
            failures += better is None
            read[number] = better or read[number]
    return [read[number] for number in sorted(read)]


# ---------------------------------------------------------------- findings


def _page_findings(pages: list[ReadPage], name: str) -> tuple[Finding, ...]:
    characters = sum(page.page.characters for page in pages)
    if not characters:
        if any(page.is_picture for page in pages):
            raise NoTextLayerError(f"{name} has no text layer: its pages are pictures", _OCR_HINT.format(name=name))
        raise UnreadableDocumentError(f"{name} is empty: no page shows anything", "Check that it is the right file")
    if sum(page.page.unreadable for page in pages) > _MOST_UNREADABLE * characters:
        raise NoTextLayerError(
            f"The text layer of {name} cannot be used: most characters have no Unicode value",
            _FORCE_OCR_HINT.format(name=name),
        )
    garbled = [page for page in pages if page.garbled]
    if sum(page.page.characters for page in garbled) > _MOST_UNREADABLE * characters:
        raise NoTextLayerError(
            f"The text layer of {name} cannot be used: on {_listed([page.number for page in garbled])} it has other "
            "letters and figures than the print",
            _FORCE_OCR_HINT.format(name=name),
        )
    return tuple(
        finding
        for finding in (
            _without_text(pages, name),
            _other_engine(pages, name),
            _lost(pages, name),
            _unreadable(pages, name),
            _garbled(pages, name),
            _unshown(pages, name),
            _remarks(pages, name),
            _watermark(pages, name),
            _line_numbers(pages, name),
            _charts(pages, name),
            _pictures(pages, name),
        )
        if finding
    )


def _on_pages(
    pages: list[ReadPage], code: Code, severity: Severity, message: str, name: str, hint: str
) -> Finding | None:
    """What is found on these pages, which the message names as {pages}; nothing without a page."""
    numbers = [page.number for page in pages]
    if not numbers:
        return None
    return Finding(code, severity, message.format(pages=_listed(numbers)), Location(name, numbers[0]), hint)


def _without_text(pages: list[ReadPage], name: str) -> Finding | None:
    message = "No text on {pages}: what stands there is a picture and is missing from this note."
    hit = [page for page in pages if page.is_picture]
    return _on_pages(hit, Code.PAGE_WITHOUT_TEXT, Severity.WARNING, message, name, _OCR_HINT.format(name=name))


def _other_engine(pages: list[ReadPage], name: str) -> Finding | None:
    message = "The second PDF engine was used for {pages}, because the first gave less of the text."
    hit = [page for page in pages if page.is_second]
    hint = "Compare the order of the text with the paper."
    return _on_pages(hit, Code.OTHER_ENGINE_USED, Severity.INFO, message, name, hint)


def _lost(pages: list[ReadPage], name: str) -> Finding | None:
    message = "Something drawn as text on {pages} gives no characters; it may be missing from this note."
    hit = [page for page in pages if page.page.is_lossy and not page.is_second]
    hint = "Compare these pages with the paper."
    return _on_pages(hit, Code.UNREADABLE_CHARACTERS, Severity.WARNING, message, name, hint)


def _unreadable(pages: list[ReadPage], name: str) -> Finding | None:
    count = sum(page.page.unreadable for page in pages)
    message = f"{count} character{'s' * (count > 1)} on {{pages}} cannot be read from the PDF; shown as {GETA}."
    hit = [page for page in pages if page.page.unreadable]
    hint = "Compare these places with the paper."
    return _on_pages(hit, Code.UNREADABLE_CHARACTERS, Severity.WARNING, message, name, hint)


def _garbled(pages: list[ReadPage], name: str) -> Finding | None:
    message = (
        f"The text layer of {{pages}} has other letters and figures than the print: {GETA} stands where that is "
        "certain, and others there may be wrong, too."
    )
    hit, hint = [page for page in pages if page.garbled], _FORCE_OCR_HINT.format(name=name)
    return _on_pages(hit, Code.UNREADABLE_CHARACTERS, Severity.ERROR, message, name, hint)


def _unshown(pages: list[ReadPage], name: str) -> Finding | None:
    count = sum(page.page.overlay.lost for page in pages)
    message = (
        f"{counted(count, 'field of a form or text box', 'fields of forms or text boxes')} on {{pages}} cannot be read."
    )
    hit = [page for page in pages if page.page.overlay.lost]
    hint = "Print the paper to a new PDF, or compare these places with it: ticked boxes are only drawn."
    return _on_pages(hit, Code.UNREADABLE_CHARACTERS, Severity.WARNING, message, name, hint)


def _remarks(pages: list[ReadPage], name: str) -> Finding | None:
    count = sum(page.page.overlay.remarks for page in pages)
    message = f"Left out: {counted(count, 'comment')} on {{pages}}."
    hit = [page for page in pages if page.page.overlay.remarks]
    return _on_pages(hit, Code.COMMENTS_DROPPED, Severity.INFO, message, name, "Read them in a PDF viewer.")


def _watermark(pages: list[ReadPage], name: str) -> Finding | None:
    hit = [page for page in pages if page.slanted]
    if not hit:
        return None
    texts = tuple(dict.fromkeys(page.slanted for page in hit))
    listed = ", ".join(f"“{text}”" for text in texts)
    return Finding(
        Code.FURNITURE_DROPPED,
        Severity.INFO,
        f"Left out as no part of the paper (slanted text on {_listed([page.number for page in hit])}): {listed}.",
        Location(name, hit[0].number),
        texts=texts,
    )


def _line_numbers(pages: list[ReadPage], name: str) -> Finding | None:
    numbers = [number for page in pages for number in page.line_numbers]
    return dropped("line numbers", numbers, name) if numbers else None


def _charts(pages: list[ReadPage], name: str) -> Finding | None:
    hit = [page for page in pages if page.charts]
    if not hit:
        return None
    scales = tuple(scale for page in hit for scale in page.scales)
    left_out = f" Left out as figures of their scales: {', '.join(scales)}." if scales else ""
    return Finding(
        Code.CHART_AS_TABLE,
        Severity.INFO,
        f"{counted(sum(page.charts for page in hit), 'chart')} on {_listed([page.number for page in hit])}: what is "
        f"written there stands as a table, put together by where it is drawn.{left_out}",
        Location(name, hit[0].number),
        "Compare the table with the chart.",
        texts=scales,
    )


def _pictures(pages: list[ReadPage], name: str) -> Finding | None:
    missing = {page.number: len(page.page.pictures) - page.pictures for page in pages}
    numbers = [number for number, count in missing.items() if count]
    if not numbers:
        return None
    count = sum(missing.values())
    is_wanted = any(picture is not None for page in pages for _, picture in page.page.pictures)
    reason = " (no caption, too large or damaged)" if is_wanted else ""
    return Finding(
        Code.PICTURE_DROPPED,
        Severity.INFO,
        f"Left out: {count} picture{'s' * (count > 1)} on {_listed(numbers)}{reason}, with any text they show.",
        Location(name, numbers[0]),
        "Copy them from the paper by hand if they matter." if is_wanted else "Keep those with a caption: --pictures.",
    )


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:20])) + (" and others" if len(numbers) > 20 else "")
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}"


# ---------------------------------------------------------------- paragraphs


def _paragraphs(lines: list[PrintedLine], pages: list[ReadPage]) -> list[Paragraph]:
    """The paragraphs of the paper; foot notes after the paragraph with which their page ends."""
    kept, notes = part_footnotes(lines)
    sheets = {page.number: page.page.sheet for page in pages}
    body, insets = set_frames(kept, [inset for page in pages for inset in page.insets], sheets)
    waiting = list(rebuild_paragraphs(lay_out(notes)))
    made: list[Paragraph] = []
    for paragraph in number_tables(with_whole_rows(place_insets(body, lay_out(body), insets, sheets))):
        while waiting and (waiting[0].page or 0) < (paragraph.page or 0):
            made.append(waiting.pop(0))
        made.append(paragraph)
    return made + waiting
