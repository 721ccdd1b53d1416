"""A page becomes a PDF: `write_pdf` is all that others use.

`linebreaking` finds line ends, `paragraphs` sets runs in lines, `elements` and `rows` make boxes of them, `pagination`
puts the boxes on sheets, `document` draws the sheets through `surface` (ReportLab), `finishing` adds what ReportLab
cannot write (pikepdf).
"""

from __future__ import annotations

from dataclasses import replace

from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.model.output import OutputFile
from briefgen.model.page import Page, ParagraphBlock, ParagraphStyle, Run
from briefgen.writers.fonts import SUBSTITUTE, FontFiles, load_typefaces
from briefgen.writers.pdf.document import draw_document
from briefgen.writers.pdf.finishing import PdfOptions, finish_pdf
from briefgen.writers.pdf.paragraphs import Typesetter
from briefgen.writers.pdf.structure import Structure
from briefgen.writers.theme import Theme

__all__ = ["PdfOptions", "write_pdf"]

_MOST_PLACES = 5


def write_pdf(page: Page, theme: Theme, fonts: FontFiles, options: PdfOptions) -> Outcome[OutputFile]:
    """The page as a PDF with both fonts embedded, bookmarks, links, structure and metadata.

    The same input gives the same bytes. Findings name the characters that the fonts lack and pictures left out; of the
    former the PDF itself tells, too, at its end.
    Raises `DependencyError` for fonts that cannot be used, `OutputError` when something does not fit on the paper.
    """
    drawn, setter = _drawn(page, theme, fonts)
    if setter.missing:
        drawn, setter = _drawn(_with_remark(page, setter), theme, fonts)
    content = finish_pdf(drawn, page, setter.structure, options)
    findings = (*_missing_characters(setter, options.name), *_missing_pictures(setter, options.name))
    return Outcome(OutputFile(options.name, "application/pdf", content), findings)


def _drawn(page: Page, theme: Theme, fonts: FontFiles) -> tuple[bytes, Typesetter]:
    setter = Typesetter(theme, load_typefaces(fonts), Structure(), frozenset(page.ids()))
    return draw_document(page, setter), setter


def _with_remark(page: Page, setter: Typesetter) -> Page:
    """The page with a last paragraph that says why 〓 stands where the paper has something else."""
    words = (
        f"The font of this PDF lacks some characters; {SUBSTITUTE} stands in their place{_listed(_places(setter))}. "
    )
    runs = Run(words), Run("A Word or HTML file of the note shows them.")
    return replace(page, elements=(*page.elements, ParagraphBlock(runs, ParagraphStyle.SMALL)))


def _places(setter: Typesetter) -> list[str]:
    """Where characters were replaced, each place once."""
    return list(dict.fromkeys(place for found in setter.missing.values() for place in found if place))


def _missing_characters(setter: Typesetter, name: str) -> tuple[Finding, ...]:
    """One finding for all characters that were replaced."""
    if not setter.missing:
        return ()
    shown = [
        f"{character} (U+{ord(character):04X})" if character.isprintable() else f"U+{ord(character):04X}"
        for character in sorted(setter.missing)
    ]
    message = f"the font of the PDF lacks {', '.join(shown)}; {SUBSTITUTE} stands there{_listed(_places(setter))}"
    hint = "Word and HTML output show these characters with the fonts of the reader's machine"
    return (Finding(Code.MISSING_GLYPH, Severity.WARNING, message, Location(name), hint),)


def _missing_pictures(setter: Typesetter, name: str) -> tuple[Finding, ...]:
    """One finding for all pictures that could not be read."""
    if not setter.unreadable_pictures:
        return ()
    message = f"a picture cannot be read and was left out{_listed(setter.unreadable_pictures)}"
    return (Finding(Code.PICTURE_DROPPED, Severity.WARNING, message, Location(name)),)


def _listed(places: list[str]) -> str:
    if not places:
        return ""
    more = " and more" if len(places) > _MOST_PLACES else ""
    return f": {', '.join(places[:_MOST_PLACES])}{more}"
