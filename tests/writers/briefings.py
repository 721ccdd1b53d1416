"""A briefing with everything there is, both languages, every status and severity; all of it invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.briefing import (
    Annex,
    Briefing,
    Heading,
    Part,
    Piece,
    Provenance,
    Row,
    SourceEntry,
    TermUse,
)  # fmt: skip
from briefgen.model.document import BlockKind
from briefgen.model.segment import ConstraintKind, Rung, SegmentId, Status
from tests.writers.pages import picture


def pieces(text: str, note: str = "glossary defence") -> tuple[Piece, ...]:
    """``On [17 October], he`` as pieces: what stands in square brackets was taken from the glossary or computed."""
    parts = text.replace("]", "[").split("[")
    return tuple(
        Piece(part, _kind(part) if index % 2 else None, note if index % 2 else "")
        for index, part in enumerate(parts)
        if part
    )


def _kind(text: str) -> ConstraintKind:
    return ConstraintKind.REFERENCE if text.startswith("Note") else ConstraintKind.TERM


def row(number: int, ja: str, en: str, status: Status = Status.MACHINE, **changes: object) -> Row:
    """A paragraph row; `changes` are fields of Row."""
    made = Row(
        number=number, segment=SegmentId(f"b{number:04}.s01"), kind=BlockKind.PARAGRAPH, level=0, label_ja="",
        label_en="", ja=(Piece(ja),), en=pieces(en), status=status, rung=Rung.INLINE,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def finding(severity: Severity, message: str, hint: str | None = None, place: str = "") -> Finding:
    """A finding of no particular code."""
    return Finding(Code.NUMBER_MISSING, severity, message, Location(place), hint)


def source(number: int, title_ja: str, title_en: str, name: str) -> SourceEntry:
    """A paper of the invented Coastal Safety Agency."""
    return SourceEntry(
        number=number, name=name, title_ja=title_ja, title_en=title_en, issuer_ja="沿岸安全庁",
        issuer_en="Coastal Safety Agency", issued=date(2025, 5, 20 + number), issued_ja=f"令和7年5月{20 + number}日",
        reference=f"沿安第{number}号", address=f"https://www.example.go.jp/press/{number}.html?a=1&b=2",
        sha256=f"{number}a3f09c1d2b4e5f6" * 4, pages=2,
    )  # fmt: skip


def _rows() -> tuple[Row, ...]:
    head = {"kind": BlockKind.HEADING, "rung": Rung.WHOLE}
    return (
        row(1, "海上安全協力会合の開催について（概要）", "Holding of the Maritime Safety Cooperation Meeting (outline)",
            Status.REVIEWED, kind=BlockKind.TITLE, rung=Rung.MEMORY),
        row(2, "５月２１日（水）、港湾連携室は、１４時００分（現地時間）から約１時間３０分、関係８カ国と会合を開いた。",
            "On [Wednesday 21 May], the [Port Liaison Office] held a meeting with [8] countries concerned for "
            "[about 1 hour 30 minutes] from [14:00] (local time).", Status.PATTERN, page=1),
        row(3, "会合の結果は以下のとおりです。", "The results of the meeting are as follows.", begins_block=False),
        row(4, "会合の成果", "Results of the meeting", Status.COMPUTED, label_ja="１．", label_en="1.",
            level=1, **head),
        row(5, "各国は、衛星画像等の提供（注１）に要する経費として総額約１２億円を分担することで一致しました。",
            "The countries agreed to share costs of [about ¥1.2 billion] in total for providing satellite imagery "
            "and the like ([Note 1]).", portion="(U)"),
        row(6, "来年１月から専門家を派遣する予定です。", "Experts are to be sent from [January 2026].", Status.CHECK,
            findings=(
                finding(Severity.WARNING, "“来年” was resolved to 2026 from the paper’s date", "Confirm the year"),
                finding(Severity.INFO, "Computed from the date of issue."),
            ), begins_block=False),
        row(7, "航行警報の共有", "Sharing of navigational warnings", kind=BlockKind.LIST_ITEM, level=1,
            label_ja="①", label_en="(1)"),
        row(8, "共同訓練の実施（年２回）", "Joint exercises ([twice a year])", kind=BlockKind.LIST_ITEM, level=2,
            label_ja="②", label_en="(2)"),
        row(9, "今後の予定", "Next steps", Status.COMPUTED, label_ja="（１）", label_en="(1)", level=2, **head),
        row(10, "次回会合は秋に横浜で開かれる。", "【次回会合は秋に横浜で開かれる。】", Status.CHECK,
            rung=Rung.SOURCE_KEPT,
            findings=(finding(Severity.ERROR, "No English passed the checks; the source is shown."),)),
        row(11, "写真１：会合の様子", "Picture 1: The meeting", kind=BlockKind.CAPTION, picture=picture()),
        row(12, "国名", "Country", Status.COMPUTED, kind=BlockKind.TABLE_CELL, cell=(0, 0, 0)),
        row(13, "分担額", "Share", kind=BlockKind.TABLE_CELL, cell=(0, 0, 1)),
        row(14, "日本", "Japan", Status.COMPUTED, kind=BlockKind.TABLE_CELL, cell=(0, 1, 0)),
        row(15, "衛星画像等とは、沿岸監視システム（ＣＭＳ）の画像をいう。",
            "Satellite imagery and the like means imagery of the [Coastal Monitoring System (CMS)].",
            kind=BlockKind.NOTE, label_ja="（注１）", label_en="(Note 1)", note_id="note-1", level=1),
        row(16, "以上", "(End)", Status.COMPUTED, kind=BlockKind.END),
    )  # fmt: skip


HOSTILE = 'Shares of <AT&T> & "B" \x01\x0b\ufffe{{ 7 * 7 }} {% x %} <script>alert(1)</script>'


def demo_briefing() -> Briefing:
    """Two papers: one with every kind of row, one with text that would break careless markup."""
    first = Part(
        source(
            1,
            "海上安全協力会合の開催について（概要）",
            "Holding of the Maritime Safety Cooperation Meeting",
            "kaigo.pdf",
        ),
        _rows(),
        (finding(Severity.INFO, "A page number was dropped", place="kaigo.pdf p. 2"),),
    )
    second = Part(
        source(2, "長官記者会見要旨", "Summary of the Director-General’s press conference", "kaiken.txt"),
        (row(17, f"<問>　{HOSTILE}", HOSTILE), row(18, "　以上です。", "That is all.", Status.REVIEWED)),
    )
    return Briefing(
        title_en="Briefing: Maritime Safety Cooperation Meeting",
        title_ja="海上安全協力会合の開催について（概要）",
        date=date(2025, 5, 23),
        date_ja="令和7年5月23日",
        marking="UNCLASSIFIED · FOR INTERNAL USE　注意",
        marking_colour="#1f4e79",
        heading=Heading("CS/2025/042", "Port Liaison Desk", ("D/Coast", "D/Plans"), ("Registry",), "", ""),
        bottom_line="Eight countries will share about ¥1.2 billion for satellite imagery; experts go in January 2026.",
        parts=(first, second),
        terms=(
            TermUse("港湾連携室", "Port Liaison Office", ConstraintKind.TERM, "glossary defence", "", 1, 2),
            TermUse("ＣＭＳ", "CMS", ConstraintKind.ACRONYM, "the paper itself", "Coastal Monitoring System", 2, 15),
        ),
        findings=(finding(Severity.WARNING, "The glossary has two entries for 会合", "Delete one", "defence.csv:12"),),
        provenance=Provenance(
            "0.1.0", "ja-en 1.0", "a41f9c2b77", "defence (320 terms)", "77be01d9aa", "briefing.xml.j2"
        ),
        annexes=(Annex("A", "Source 1 as received", "kaigo.pdf"),),
    )
