"""Fills a template with a made-up briefing, to find its errors before a real paper does."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from briefgen.cli.loading import load_look
from briefgen.config import Settings

if TYPE_CHECKING:
    from briefgen.model.briefing import Briefing

__all__ = ["made_up_briefing", "try_template"]

_LINES = (
    ("防衛相会談について（概要）", "Summary of the Defense Ministers' Meeting", "title"),
    ("１．会談", "1. Meeting", "heading"),
    (
        "両大臣は、協力を強化することで一致しました。",
        "The two ministers concurred on strengthening cooperation.",
        "paragraph",
    ),
    ("（注１）秘匿情報共有体制", "(Note 1) framework for sharing classified information", "note"),
)


def try_template(template: str) -> int:
    """Render the template for every page format; the number of elements of its page.

    Raises:
        BriefingTemplateError: something is wrong with it; the message begins with template:line.
    """
    from briefgen.rendering import render_page

    look, briefing = load_look(Settings(template=template)), made_up_briefing()
    return [len(render_page(briefing, output, look).elements) for output in ("docx", "pdf", "html")][-1]


def made_up_briefing() -> Briefing:
    """A briefing with every part a template may show; its content is invented."""
    from briefgen.findings import Code, Finding, Location, Severity
    from briefgen.model.briefing import Annex, Briefing, Heading, Part, Piece, Provenance, Row, SourceEntry, TermUse
    from briefgen.model.document import BlockKind
    from briefgen.model.segment import ConstraintKind, Rung, SegmentId, Status

    doubt = Finding(Code.TERM_MISSING, Severity.ERROR, "A made-up doubt", Location("paper.txt"), "Compare")
    rows = tuple(
        Row(
            number=number,
            segment=SegmentId(f"b{number:04d}.s01"),
            kind=BlockKind(kind),
            level=1 if kind == "heading" else 0,
            label_ja="",
            label_en="",
            ja=(Piece(ja),),
            en=(Piece(en, ConstraintKind.TERM if kind == "note" else None),),
            status=status,
            rung=Rung.INLINE,
            findings=(doubt,) if status is Status.CHECK else (),
            page=1,
            note_id="note-1" if kind == "note" else "",
        )
        for number, ((ja, en, kind), status) in enumerate(zip(_LINES, tuple(Status)[1:], strict=True), 1)
    )
    source = SourceEntry(
        1, "paper.txt", _LINES[0][0], _LINES[0][1], "防衛省", "Ministry of Defense", date(2024, 10, 17),
        "令和6年10月17日", "第1号", "https://example.org/paper", "0" * 64, 1,
    )  # fmt: skip
    return Briefing(
        title_en=_LINES[0][1],
        title_ja=_LINES[0][0],
        date=date(2024, 10, 21),
        date_ja="令和6年10月21日",
        marking="DRAFT",
        marking_colour="#1f4e79",
        heading=Heading("REF/1", "Desk", ("A",), ("B",), "Subject", "Contact"),
        bottom_line="A made-up bottom line.",
        parts=(Part(source, rows, (doubt,)),),
        terms=(TermUse("防衛省", "Ministry of Defense", ConstraintKind.TERM, "organisation", "", 1, 1),),
        findings=(doubt,),
        provenance=Provenance("0", "none", "", "made up (1 terms)", "0" * 64, "template"),
        annexes=(Annex("A", "Source", "paper.txt"),),
    )
