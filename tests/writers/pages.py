"""A page with every element, and small makers of rows, for the tests of all writers."""

# ruff: noqa: E501 (full-width text counts double)

from __future__ import annotations

import struct
import zlib

from briefgen.model.document import Picture
from briefgen.model.page import (
    Banner,
    BoxBlock,
    Fact,
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
    TableRow,
)

_NOTE = "Glossary: defence.csv"


def runs(*parts: str | Run, language: str = "en") -> tuple[Run, ...]:
    """Texts and runs as runs; a text in square brackets, ``[NATO]``, is a term."""
    made = []
    for part in parts:
        if isinstance(part, Run):
            made.append(part)
        elif part.startswith("[") and part.endswith("]"):
            made.append(Run(part[1:-1], language, Role.TERM, note=_NOTE))
        else:
            made.append(Run(part, language))
    return tuple(made)


def ja(*parts: str | Run) -> tuple[Run, ...]:
    """Japanese runs."""
    return runs(*parts, language="ja")


def flag(*parts: str | Run, severity: str = "warning") -> Flag:
    """A warning in the colour of warnings."""
    return Flag(severity, tuple(Run(part, role=Role.CAUTION) if isinstance(part, str) else part for part in parts))


def picture(width: int = 240, height: int = 120) -> Picture:
    """A grey picture with a blue band, as PNG."""
    grey, blue = b"\xd8\xdc\xe2" * width, b"\x1f\x4e\x79" * width
    lines = b"".join(b"\0" + (blue if height // 3 <= y < height // 2 else grey) for y in range(height))

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return Picture(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")
    )


def demo_page() -> Page:
    """Two or three sheets with every element there is, in the manner of a real briefing (all text invented)."""
    return Page(
        title="Briefing: Defense Minister Minami at the Northern Partners’ Meeting",
        elements=(*_head(), *_rows(), *_tail()),
        subject="Northern Partners’ Meeting, 23 May 2024",
        author="International Policy Desk",
        keywords="Northern Partners, cyber, ITPP",
        banner=Banner("UNCLASSIFIED · FOR INTERNAL USE　注意"),
        footer=runs("briefgen 0.1 · model ja-en 1.0 (a41f9c2) · glossary defence 2024-10 (77be01d)"),
    )


def _head() -> tuple[object, ...]:
    source = runs(
        Run("Source 1  ", bold=True),
        "Ministry of Defense, press release (",
        Run("概要", "ja"),
        "), issued 23 May 2024 · minami-oslo.txt · SHA-256 8147 2c52 c363 c1ab… · 20 rows: 13 machine, 5 reviewed, ",
        Run("4 to check", role=Role.CAUTION, link="#row-8"),
        " · ",
        Run("https://www.example.go.jp/press/2024/05/23/minami-oslo_01.html", link="https://www.example.go.jp/press/"),
    )
    bottom_line = runs(
        Run("BOTTOM LINE  ", bold=True),
        "Japan’s defence minister joined the northern partners’ defence ministers for the first time (23 May 2024, "
        "Oslo). He announced 48 further vehicles on top of the 120 already given, and an analyst for the cyber centre "
        "from January.",
    )
    return (
        ParagraphBlock(
            runs("Briefing: Defense Minister Minami at the Northern Partners’ Meeting"), ParagraphStyle.TITLE, "top"
        ),
        ParagraphBlock(
            ja("南防衛大臣の北方パートナー国防相会合出席及び各国国防大臣との会談等について（概要）"),
            ParagraphStyle.SUBTITLE,
        ),
        Facts(
            (
                Fact("Reference", runs("IP/2024/052")),
                Fact("Date", runs("27 May 2024 (", Run("令和6年5月27日", "ja"), ")")),
                Fact("From", runs("International Policy Desk")),
                Fact("To", runs("D/DefPol · D/Plans (info)")),
            )
        ),
        BoxBlock("bottom-line", (ParagraphBlock(bottom_line),)),
        ParagraphBlock(source, ParagraphStyle.SMALL),
    )


def _rows() -> tuple[object, ...]:
    rows = (
        SideRow(
            "1",
            "reviewed",
            ja("５月２３日（木）、南防衛大臣はノルウェー・オスロを訪問し、１４時３０分（現地時間）から約２時間２０分間、北方パートナー国防相会合の拡大セッションに出席したところ、概要以下の通り。"),
            runs("On ", "[Thursday 23 May]", ", ", "[Defense Minister Minami]", " visited ", "[Oslo, Norway]", ", and from ",
                 "[14:30]", " (local time) attended the enlarged session of the ",
                 "[Northern Partners’ Defence Ministers’ Meeting]", " for ", "[about 2 hours 20 minutes]",
                 ". The outline is as follows."),
            id="row-1",
        ),
        SideRow("2", "computed", ja("１．北方パートナー国防相会合"), runs("1. Northern Partners’ Defence Ministers’ Meeting"),
                heading_level=1, id="row-2"),
        SideRow(
            "3",
            "machine",
            ja("同セッションには、ハンセン事務総長、加盟国１２カ国及び招待を受けたパートナー国・機関（インド太平洋パートナー（ＩＰ４：日本、豪州、ニュージーランド、韓国）、ＥＵ）の国防大臣等が出席し、北極海をめぐる情勢や、インド太平洋の情勢を含む国際的な安全保障環境について議論を行いました。"),
            runs("The session was attended by ", "[Secretary General Hansen]", " and by defence ministers and others of the ",
                 "[12]", " member states and of the invited partners (the ", "[Indo-Pacific Four (IP4)]",
                 ": Japan, Australia, New Zealand and the Republic of Korea; and the ", "[EU]",
                 "). They discussed the situation around the Arctic Ocean and the international security environment, "
                 "including the situation in the Indo-Pacific."),
            id="row-3",
        ),
        SideRow("4", "machine", ja("また、今後の協力について意見を交換した。"),
                runs("They also exchanged views on future cooperation."), continues=True, id="row-4"),
        SideRow("5", "pattern", ja("南大臣からは、次の３点を述べた。"),
                runs("[Minister Minami]", " made the following ", "[three]", " points."), id="row-5"),
        SideRow("6", "machine", ja("①　今年初めには１２０台の車両提供を行ったが、更に４８台の追加的な車両提供を行う計画である。"),
                runs("(1) Early this year Japan provided ", "[120 vehicles]", ", and it plans to provide a further ",
                     "[48 vehicles]", "."), indent=1, id="row-6"),
        SideRow("7", "machine", ja("②　昨年策定された", Run("ＩＴＰＰ", "ja", bold=True), Run("（注１）", "ja", superscript=True, link="#row-18"), "に基づき、サイバー、宇宙、戦略的コミュニケーション等の分野で、着実に実務的な安全保障・防衛協力が進展している。"),
                runs("(2) Practical security and defence cooperation is making steady progress in areas such as cyber, space "
                     "and strategic communications, under the ", "[Individually Tailored Partnership Programme (ITPP)]",
                     Run("(Note 1)", superscript=True, link="#row-18"), " drawn up last year."), indent=1, id="row-7"),
        SideRow("8", "check", ja("③　来年１月から、サイバー防衛協力センター（ＣＣＤＣＯＥ）へ、防衛省から情報分析の専門家を新規派遣することで調整中である。"),
                runs("(3) Arrangements are under way for the ", "[Ministry of Defense]", " to send, from ", "[January 2025]",
                     ", an expert in information analysis to the ", "[Cooperative Cyber Defence Centre (CCDCOE)]", "."),
                (flag("“", Run("来年", "ja", Role.CAUTION), "” resolved to 2025 from the paper’s date; confirm."),),
                indent=1, id="row-8"),
        SideRow("9", "computed", ja("２．ハンセン事務総長及び各国国防大臣等との会談等"),
                runs("2. Meetings with Secretary General Hansen, defence ministers and others"), heading_level=1, id="row-9"),
        SideRow("10", "pattern", ja("（１）ハンセン事務総長"), runs("(1) Secretary General Hansen"), heading_level=2, id="row-10"),
        SideRow("11", "reviewed", ja("５月２３日（木）１２時１５分（現地時間）から約２０分間、南防衛大臣は、ハンセン事務総長との会談を行いました。"),
                runs("On ", "[Thursday 23 May]", ", ", "[Defense Minister Minami]", " met ", "[Secretary General Hansen]",
                     " for ", "[about 20 minutes]", " from ", "[12:15]", " (local time)."),
                (flag("Source 2 gives 13:40 for the announcement and calls it a courtesy call: see ",
                      Run("Conflicts", role=Role.CAUTION, link="#conflicts"), "."),
                 flag("Weekday checked: 23 May 2024 is a Thursday.", severity="info")), id="row-11"),
        SideRow("12", "check", ja("総額は約２億３，０００万円（１ドル＝１５５円換算で約１４８万ドル）、対象区域は1,200 km²である。"),
                runs("The total is ", "[about ¥230 million]", " (", "[about $1.48 million]", " at ", "[¥155 to the dollar]",
                     "), and the area covered is ", "[1,200 km²]", "."),
                (flag("The English gives a sum in dollars that was computed; the paper rounds it.", severity="error"),),
                id="row-12"),
        SideRow("13", "machine", ja("（２）ペールソン・スウェーデン国防大臣"), runs("(2) Swedish Defence Minister Persson"), heading_level=2, id="row-13"),
        SideRow("14", "machine", ja("双方は、「自由で開かれた国際秩序」の維持・強化に向け、部隊間交流……とりわけ護衛艦「あさなぎ」の寄港――を進めることで一致し、詳細はhttps://www.example.go.jp/j/approach/exchange/nordic/2024/0523_a-outline.htmlに掲載する。"),
                runs("Both sides agreed to advance exchanges between units, above all a port call by JS ", Run("Asanagi", italic=True),
                     ", in order to maintain and strengthen a “free and open international order”; details are at "
                     "https://www.example.go.jp/j/approach/exchange/nordic/2024/0523_a-outline.html."), id="row-14"),
        SideRow("15", "reviewed", ja("写真１：会談前に握手する両大臣"), runs("Picture 1: The two ministers shake hands before their meeting"),
                picture=picture(), id="row-15"),
        SideRow("16", "machine", ja("ア　今後の予定"), runs("a. Next steps"), heading_level=3, id="row-16"),
        SideRow("17", "reviewed", ja("秋に事務レベル会合を開く。"), runs("A working-level meeting will be held in autumn."), id="row-17"),
        SideRow("18", "machine", ja("（注１）ＩＴＰＰ：Individually Tailored Partnership Programme（国別適合パートナーシップ計画）"),
                runs("(Note 1) ", "[ITPP]", ": Individually Tailored Partnership Programme"), indent=1, id="row-18", is_note=True),
        SideRow("19", "check", ja("本件は極めて機微な事項に関わるものである。"),
                runs(Run("[not translated: ", role=Role.CAUTION), Run("本件は極めて機微な事項に関わるものである。", "ja", Role.CAUTION),
                     Run("]", role=Role.CAUTION)),
                (flag("No English passed the checks; the source is shown.", severity="error"),), id="row-19"),
        SideRow("20", "computed", ja("（以上）"), runs("(End)"), id="row-20"),
    )  # fmt: skip
    return (
        SideBySide(ja("日本語（原文）"), runs("English (machine translation, glossary applied)"), rows),
        ParagraphBlock(
            runs(
                "● reviewed  ◆ computed  ◎ pattern  ○ machine, figures and fixed terms found by rule  ",
                Run("▲ to check", role=Role.CAUTION),
                "  ",
                Run("blue", role=Role.TERM),
                " glossary terms and computed figures",
            ),
            ParagraphStyle.LEGEND,
        ),
    )


def _tail() -> tuple[object, ...]:
    return (
        HeadingBlock(1, runs("Conflicts between sources"), "conflicts"),
        ParagraphBlock(runs("Row 11", Run(" (", role=Role.MUTED), Run("see above", link="#row-11"), Run(")", role=Role.MUTED),
                            ": 12:15 in source 1, 13:40 in source 2.", Run("\n"), "Ask the desk before quoting either.")),
        HeadingBlock(2, runs("Terms and abbreviations")),
        Table(
            (0.3, 0.3, 0.4),
            (
                TableRow((ja("日本語"), runs("English"), runs("From")), is_header=True),
                TableRow((ja("防衛大臣"), runs("Defense Minister"), runs("glossary defence, line 12"))),
                TableRow((ja("国別適合パートナーシップ計画"), runs("Individually Tailored Partnership Programme (ITPP)"),
                          runs("the paper itself"))),
            ),
        ),
        HeadingBlock(3, runs("Quality")),
        ListBlock((runs("20 rows: 5 reviewed, 4 computed, 2 by pattern, 13 by machine."), runs("4 rows to check."))),
        ListBlock((runs("Check the date in row 8."), runs("Check the sum in row 12.")), is_numbered=True),
        Rule(),
        PictureBlock(picture(320, 80), runs("Figure 1. A band of blue.")),
        PageBreak(),
        HeadingBlock(1, runs("Annex")),
        BoxBlock(
            "notice",
            (
                ParagraphBlock(runs(Run("Machine translation. ", bold=True), "This note was translated by a program and "
                                    "has not been reviewed as a whole. The Japanese text is authoritative.")),
                ParagraphBlock(runs("Rows marked ▲ must be read against the Japanese."), ParagraphStyle.SMALL),
            ),
        ),
        ParagraphBlock(runs("Caption of nothing in particular."), ParagraphStyle.CAPTION),
    )  # fmt: skip


def long_page(count: int) -> Page:
    """A page of `count` rows, for speed and page breaks: texts of changing length, a head every 15 rows."""
    sentence_ja = (
        "第{n}項において、関係国は、訓練計画及び補給品の相互融通に関し、毎年４月１日までに調整を終えるものとする。"
    )
    sentence_en = (
        "Under item {n}, the countries concerned shall settle training plans and mutual supply by 1 April each year. "
    )
    rows = []
    for n in range(1, count + 1):
        if n % 15 == 1:
            rows.append(
                SideRow(str(n), "computed", ja(f"第{n}節"), runs(f"Section {n}"), heading_level=1, id=f"row-{n}")
            )
            continue
        times = 1 + n % 4
        rows.append(
            SideRow(
                str(n),
                "check" if n % 10 == 0 else "machine",
                ja(sentence_ja.format(n=n) * times),
                runs(sentence_en.format(n=n) * times),
                (flag("Number to be confirmed."),) if n % 10 == 0 else (),
                id=f"row-{n}",
            )
        )
    return Page(
        "A long paper",
        (SideBySide(ja("日本語"), runs("English"), tuple(rows)),),
        banner=Banner("EXERCISE", "#7a1f1f"),
        footer=runs("A long paper"),
    )
