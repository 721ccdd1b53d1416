"""The reading corpus: papers invented in the manner of real ones, made here in each kind of file and encoding.

Those in ``tests/cases/papers`` are whole papers of ministries and newsrooms, each as such a body would publish it;
their side files were written by hand before the papers were read.

Each paper has a side file ``tests/cases/reading/NAME.txt`` with what must be read from it. A maker returns the file
name and the bytes; `PAPERS` lists them all.
"""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from tests.readers.make import docx_from, numbered, numbering, p, run
from tests.readers.make_charts import (
    OBJECT,
    OBJECT_CATEGORIES,
    OBJECT_X,
    OBJECT_Y,
    YEARS,
    axis,
    chart,
    docx_with_charts,
    drawn,
    figures,
    levels,
    object_chart,
    object_series,
    object_title,
    plot,
    series,
    texts,
    title,
    xlsx_with_chart,
)
from tests.readers.make_office import Cell, msg_from, odt_from, oh, op, packed_rtf, xlsx_from

CASES = Path(__file__).parents[1] / "cases" / "reading"
SAMPLES = Path(__file__).parents[2] / "samples"
WHOLE = Path(__file__).parents[1] / "cases" / "papers"

# ---------------------------------------------------------------- texts

RELEASE = """\
　　　　　　　　　　　　　　　　　　　　　　　　令和７年４月１５日
　　　　　　　　　　　　　　　　　　　　　　　　海　山　省

　　　　　　沿岸監視協力に関する第４回実務者会合の開催について

　海山省は、令和７年４月２２日（火）から２４日（木）まで、岬市において、沿岸監視協力に関する
第４回実務者会合を下記のとおり開催しますので、お知らせいたします。

１．日時
　　令和７年４月２２日（火）１０：００～２４日（木）１６：００

２．場所
　　岬市国際会議場（岬市港町１－２－３）

３．参加者（予定）
（１）海山省沿岸監視局長　ほか約１５名
（２）アルヴェリア共和国沿岸警備庁次長　ほか約１０名

４．議題
　①　監視情報の共有手続（注１）
　②　令和７年度の共同訓練計画
　③　その他

（注１）両国間の覚書（令和６年３月署名）に基づくもの。

※　会合は非公開です。
（以上）
"""

NOTICE = """\
海防政第１２３号
令和７年２月３日

各　位

海山省沿岸監視局長

防災訓練に伴う航行の安全について（通知）

標記の訓練を下記により実施するので、御協力をお願いする。

記

１　日　時　令和７年３月１日（土）０８３０～１２００
２　海　域　岬湾北部（別紙のとおり）
３　連絡先　海山省沿岸監視局　電話０３－１２３４－５６７８（内線４０２１）

別紙
訓練海域の範囲
岬灯台から半径５．５ｋｍの海面

以上
"""

WRAPPED = """\
派遣部隊の帰国について

海山省は本日、アルヴェリア共和国における給水支援に従事して

いた海山省災害派遣隊（隊長　鳴瀬　誠一等海山佐以下８２名）が

全員帰国したと発表した。派遣期間は１月６日から２月２８日まで

の５４日間であり、給水量は延べ約３，２００トン、入浴支援の利

用者は延べ１万４千人に上った。

鳴瀬隊長は帰国式において、「現地の皆様の『ありがとう』とい

う言葉に支えられた」と述べた。

（了）
"""

DIALOGUE = """\
大臣会見の概要（令和７年５月９日（金）１１時０２分～１１時２０分）

問：共同訓練の参加規模を伺いたい。

答：艦艇２隻、航空機５機、人員約３６０名の参加を予定しております。

問：費用負担は。

答：各国が自らの費用を負担することとしており、我が国の負担は約１．８億円です。
"""

OLD_STYLE = """\
第一　総則
一、本要領は、派遣の手続を定める。
二、用語の意義は、次に掲げるところによる。
　（イ）派遣隊　海山省の部隊
　（ロ）受入国　派遣先の国
第二　手続
一、隊長は、七日以内に報告する。
"""

AOZORA = """\
岬の記録
鳴瀬　誠

［＃３字下げ］一　港［＃「一　港」は中見出し］

　岬《みさき》の港には、｜灯台守《とうだいもり》の家があった。
　※［＃「口＋世」、U+546D、23-4］の音と、※［＃「魚＋市」、第4水準2-93-37］の匂いがした。
　※［＃「人＋海」、45-6］という字は、誰も読めなかった。
"""

BULLETS = """\
■　概要
・派遣人員：約３０名
　－　陸上部隊　２０名
　－　航空部隊　１０名
・派遣期間：令和７年６月１日～３０日
■　経緯
　５月２０日、受入国から要請があった。
"""

HALF_KANA = """\
連絡票
ﾋｽﾞｹ: ﾚｲﾜ7ﾈﾝ4ｶﾞﾂ1ﾆﾁ
ﾅﾏｴ: ﾔﾏﾀﾞ ﾀﾛｳ
ｺﾝﾃﾅ3ｺ ﾄ ﾊﾟﾚｯﾄ12ﾏｲ ｦ ﾕｿｳｼﾏｼﾀ｡
"""

TABLE = """\
輸送実績について
実績は次のとおりである。

区分　　　　数量　　　　輸送先
給水車　　　１２両　　　岬市
毛布　　　　１，５００枚　　　北町

数値は速報値である。
"""

ANNEXES = """\
海防政第４５６号
令和７年９月１日

海山省沿岸監視局

秋季合同訓練の実施について

秋季合同訓練を別紙１の日程により、別紙２の海域で実施する（注１）。

※　荒天の場合は中止する。
※１　見学はできない。

（注１）令和６年の覚書（注２）に基づく。
（注２）正式名称は「沿岸監視協力に関する覚書」

別紙１
日程
１　９月２０日（土）　集合、説明
２　９月２１日（日）　訓練

別紙２
海域
岬灯台から半径５．５ｋｍの海面

（以上）
"""

CAPTIONS = """\
岬市で開所式

海山省は１５日、岬市に新設した沿岸監視所の開所式を行い、関係者約２００名が参加した。



祝辞を述べる大臣　　　　　　テープカットの様子　　　　　　監視所の外観



所長は、昼夜を問わず海の安全を守ると述べた。



監視室の様子（左）　　　　　　屋上の監視装置（右）
"""

MARKDOWN = """\
# 沿岸監視会合の結果

令和７年４月２５日　海山省

## 1. 結果

両国は、次の**3点**で一致した。

1. 情報共有の*手続*
2. [訓練計画](https://example.jp/plan)
   - 年2回の実施
3. `AIS` 情報の活用

> 次回は秋に行う。

## 2. 今後の予定

覚書を10月17日に署名する。
"""


STANDARD = str.maketrans("～－①②③", "〜-アイウ")
"""Characters that EUC-JP and ISO-2022-JP lack."""


def text(name: str, content: str, codec: str = "utf-8", line_end: str = "\n") -> tuple[str, bytes]:
    """A text file in an encoding, with its line ends."""
    return name, content.replace("\n", line_end).encode(codec)


# ---------------------------------------------------------------- web pages

_MENU = "<nav><ul>" + "".join(f'<li><a href="/{n}">案内{n}</a></li>' for n in range(1, 6)) + "</ul></nav>"
_RANKING = (
    '<div class="ranking"><h3>ランキング</h3><ol>'
    + "".join(f'<li><a href="/r{n}">ほかの記事の見出し{n}</a></li>' for n in range(1, 6))
    + "</ol></div>"
)
_ARTICLE = """
<h1>岬市で沿岸監視所の開所式</h1>
<p class="date">2025年4月15日 10:30</p>
<p><ruby>岬市<rt>みさきし</rt></ruby>は15日、港町に新設した沿岸監視所の開所式を行った。
式には関係者約200人が参加した。</p>
<h2>監視所の概要</h2>
<ul><li>面積　約1,200㎡</li><li>要員　24名（4交代）</li></ul>
<table><tr><th>設備</th><th>数</th></tr><tr><td>レーダー</td><td>2基</td></tr><tr><td>カメラ</td><td>6台</td></tr></table>
<p>所長は「24時間態勢で海の安全を守る」と述べた<sup>1</sup>。</p>
<p>（注１）発言は式辞による。</p>
"""


def page(codec: str, claim: str | None, body: str = _ARTICLE) -> bytes:
    """A web page with a menu and a ranking around its article."""
    meta = f'<meta charset="{claim}">' if claim else ""
    html = f"<!DOCTYPE html><html><head>{meta}<title>岬市で沿岸監視所の開所式 | 海山新聞</title></head>"
    return f"{html}<body>{_MENU}<article>{body}</article>{_RANKING}</body></html>".encode(codec)


def references() -> bytes:
    """A page whose characters are all numeric references."""
    return page("utf-8", "us-ascii").decode("utf-8").encode("ascii", "xmlcharrefreplace")


_LAYOUT = (
    '<html><body bgcolor="white"><table width="600"><tr><td>'
    + "".join(f'<a href="/{n}">項目{n}</a><br>' for n in range(8))
    + "</td><td><font size=5>入札公告</font><br><br>次のとおり一般競争入札に付します。<br><br>"
    "１　件名　監視装置の借上げ<br>２　数量　３式<br>３　期間　令和７年４月１日～令和８年３月３１日<br><br>"
    "令和７年２月１０日<br>海山省会計課長</td></tr></table></body></html>"
)

# ---------------------------------------------------------------- Word

_STYLES = (
    '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
)


def _styled(style: str) -> str:
    return f'<w:pStyle w:val="{style}"/>'


def minutes_docx() -> bytes:
    """Heads, numbers Word computes, a table, a foot note, ruby."""
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    ruby = f"<w:r><w:ruby><w:rt>{run('なるせ')}</w:rt><w:rubyBase>{run('鳴瀬')}</w:rubyBase></w:ruby></w:r>"
    row = "<w:tr>" + "<w:tc>{}</w:tc>" * 2 + "</w:tr>"
    body = p("第２回作業部会　議事概要", _styled("T")) + p("令和７年５月１２日")
    body += p("出席者", numbered()) + f"<w:p>{ruby}{run('局長、各課長ほか１２名')}</w:p>"
    body += (
        p("議事", numbered())
        + p("監視計画を了承した。", numbered(1))
        + p("予算１億２，０００万円を確認した。", numbered(1))
    )
    body += f"<w:p>{run('次回は９月に行う')}{note}{run('。')}</w:p>"
    body += f"<w:tbl>{row.format(p('担当'), p('期限'))}{row.format(p('計画課'), p('６月末'))}</w:tbl>" + p("以上")
    notes = f'<w:footnote w:id="2">{p("日程は後日通知する。")}</w:footnote>'
    levels = numbering(("decimalFullWidth", "%1．"), ("decimalFullWidth", "（%2）"))
    return docx_from(body, styles=_STYLES, numbering=levels, footnotes=notes)


def tracked_docx() -> bytes:
    """Insertions, deletions, a comment, a text box stored twice, a content control, headers."""
    deleted = "<w:del><w:r><w:delText>中止した</w:delText></w:r></w:del>"
    body = p("派遣計画の変更について", _styled("T"))
    body += f"<w:p>{run('訓練を')}{deleted}<w:ins>{run('実施した')}</w:ins>{run('。')}</w:p>"
    box = f"<w:txbxContent>{p('要員は３０名とする。')}</w:txbxContent>"
    body += (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    body += f"<w:sdt><w:sdtContent>{p('期間は６月１日からとする。')}</w:sdtContent></w:sdt>"
    comment = f'<w:comment w:id="1">{p("要確認")}</w:comment>'
    return docx_from(body, styles=_STYLES, comments=comment, header=p("取扱注意"))


def plain_docx() -> bytes:
    """A release typed without any style."""
    return docx_from("".join(p(line.strip()) for line in RELEASE.split("\n") if line.strip()))


# ---------------------------------------------------------------- OpenDocument and Excel

_ODT_STYLES = (
    '<style:style style:name="Title" style:family="paragraph"/>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
    'style:num-format="１, ２, ３, ..." style:num-suffix="．"/></text:list-style>'
)


def report_odt() -> bytes:
    """Heads, a numbered list, a table, a foot note, ruby."""
    note = (
        '<text:note text:note-class="footnote"><text:note-body>' + op("４月末時点。") + "</text:note-body></text:note>"
    )
    items = "".join(f"<text:list-item>{op(text)}</text:list-item>" for text in ("給水　１２か所", "入浴　３か所"))
    cell = "<table:table-cell>{}</table:table-cell>"
    rows = "".join(
        f"<table:table-row>{cell.format(op(a))}{cell.format(op(b))}</table:table-row>"
        for a, b in (("区分", "数量"), ("給水車", "１２両"))
    )
    ruby = "<text:ruby><text:ruby-base>岬市</text:ruby-base><text:ruby-text>みさきし</text:ruby-text></text:ruby>"
    body = op("災害派遣の実施状況", "Title") + op("令和７年５月１日") + oh("活動") + op(f"{ruby}で活動した{note}。")
    body += f'<text:list text:style-name="L1">{items}</text:list>' + oh("装備") + f"<table:table>{rows}</table:table>"
    return odt_from(body, _ODT_STYLES)


def notice_odt() -> bytes:
    """A notice typed without any style."""
    return odt_from("".join(op(line) for line in NOTICE.split("\n") if line.strip()))


def figures_xlsx() -> bytes:
    """A sheet with a title, figures in formats, a date in era form and a remark."""
    era = '[$-411]ggge"年"m"月"d"日"'
    rows = [
        ["物資輸送の実績"],
        [(45778, era)],
        ["区分", "数量", "割合", "金額"],
        ["給水車", 12, (0.25, "0%"), (1234567, "#,##0")],
        ["毛布", (1500, "#,##0"), (0.755, "0.0%"), (-3000, '#,##0;"△"#,##0')],
        ["※　速報値である。"],
    ]
    return xlsx_from({"Sheet1": rows})


def sheets_xlsx() -> bytes:
    """Two sheets, the second without figures."""
    people = [["氏名", "所属"], ["鳴瀬　誠", "沿岸監視局"], ["岬　花子", "計画課"]]
    return xlsx_from(
        {"予定": [["月日", "内容"], ["４月２２日", "実務者会合"], ["５月９日", "大臣会見"]], "名簿": people}
    )


# ---------------------------------------------------------------- mails


def mail(charset: str, attach: bool = False) -> bytes:
    """An announcement by mail."""
    message = EmailMessage()
    message["Subject"], message["From"] = "【報道資料】実務者会合の開催について", "海山省広報室 <koho@example.jp>"
    message["Date"], message["Message-ID"] = "Tue, 15 Apr 2025 09:00:00 +0900", "<1@example.jp>"
    body = "報道関係者各位\n\n実務者会合を４月２２日（火）に開催します。\n"
    body += "取材を希望される方は、４月１８日までに御連絡ください。\n"
    message.set_content(body, charset=charset)
    if attach:
        message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="会合概要.pdf")
    return message.as_bytes()


def html_mail() -> bytes:
    """A mail whose text is HTML with a table."""
    message = EmailMessage()
    message["Subject"], message["From"], message["Message-ID"] = "訓練日程", "keikaku@example.jp", "<2@example.jp>"
    table = "<table><tr><th>日</th><th>内容</th></tr><tr><td>６月２日</td><td>通信訓練</td></tr></table>"
    message.set_content(
        f"<html><body><p>訓練日程を送付します。</p>{table}<p>御確認ください。</p></body></html>", subtype="html"
    )
    return message.as_bytes()


RTF = (
    r"{\rtf1\ansi\ansicpg932\fromtext \deff0{\fonttbl{\f0\fnil\fcharset128 MS PGothic;}}\uc1\f0 "
    + "".join(
        rf"\u{ord(c) - 65536 * (ord(c) > 32767)}?" if c > "~" else c
        for c in "各位\n\n日程を変更します。\n１　期日　６月５日\n２　場所　岬市\n"
    )
    + "}"
).replace("\n", "\\par ")


def charts_docx() -> bytes:
    """Bars and a line, a pie, and a treemap in a paper; one chart whose figures the file does not hold."""
    axes = axis(1, title("年度"), "catAx") + axis(2, title("億円")) + axis(3, "", "catAx") + axis(4)
    rise = series("伸び率", figures([0.123, 0.2], "0.0%"), more='<c:dLbls><c:showVal val="1"/></c:dLbls>')
    both = chart(plot(series("予算額", figures([1234.5, 2345.25], "#,##0.0"))),
                 plot(rise, kind="lineChart", axes=(3, 4)), axes, head="予算の推移")  # fmt: skip
    shares = '<c:dLbls><c:showPercent val="1"/></c:dLbls>'
    pie = chart(plot(series("隻数", [30, 90], levels(["甲港", "乙港"], ["北部", None]), shares), kind="pieChart"))
    bare = chart(plot(series("機数", "<c:numRef><c:f>表!$B$2</c:f></c:numRef>")), head="機数")
    body = p("艦艇の寄港の実績について", '<w:pStyle w:val="T"/>') + p("　海山省は、令和７年度の実績をとりまとめた。")
    body += f"<w:p>{drawn('c1')}</w:p>" + p("図１　予算の推移") + f"<w:p>{drawn('c2')}</w:p><w:p>{drawn('c3')}</w:p>"
    return docx_with_charts(
        body, {"c1": both, "c2": pie, "c3": bare}, styles='<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    )


def chart_xlsx() -> bytes:
    """A chart of the figures of a hidden sheet."""
    cells: list[list[Cell]] = [["年度", "予算"], ["令和６年度", 12.5], ["令和７年度", 14]]
    made = series("予算", figures([12.5, 14], cells="裏!$B$2:$B$3"), texts(YEARS, "裏!$A$2:$A$3"))
    sheets: dict[str, list[list[Cell]]] = {
        "表": [["寄港の実績の概要"], ["令和７年度の実績は、次のとおりである。"]],
        "裏": cells,
    }
    return xlsx_with_chart(sheets, chart(plot(made), head="予算の推移"), state="hidden")


def chart_odt() -> bytes:
    """A chart of a text."""
    axes = OBJECT_X.format(object_title("年度") + OBJECT_CATEGORIES) + OBJECT_Y.format(object_title("（隻）"))
    made = object_chart(axes, object_series("B"), head="寄港の実績")
    body = oh("寄港の実績の概要") + op("　令和７年度の実績は、次のとおりである。") + op(OBJECT) + op("図１　寄港の実績")
    return odt_from(body, **{"Object 1/content.xml": made})


PAPERS: dict[str, Callable[[], tuple[str, bytes]]] = {
    "release-utf8": lambda: text("release.txt", RELEASE),
    "release-bom": lambda: text("release.txt", RELEASE, "utf-8-sig", "\r\n"),
    "release-cp932": lambda: text("release.txt", RELEASE, "cp932", "\r\n"),
    "release-utf16": lambda: text("release.txt", RELEASE, "utf-16-le", "\r\n"),
    "release-eucjp": lambda: text("release.txt", RELEASE.translate(STANDARD), "euc_jp"),
    "release-jis": lambda: text("release.doc", RELEASE.translate(STANDARD), "iso2022_jp"),
    "notice-cr": lambda: text("notice.txt", NOTICE, "cp932", "\r"),
    "notice-utf16be": lambda: text("notice", NOTICE, "utf-16-be"),
    "wrapped": lambda: text("wrapped.txt", WRAPPED),
    "wrapped-eucjis2004": lambda: text("wrapped.txt", WRAPPED.replace("鳴瀬", "①鳴瀬"), "euc_jis_2004"),
    "dialogue": lambda: text("dialogue.txt", DIALOGUE, "cp932"),
    "old-style": lambda: text("old.txt", OLD_STYLE, "euc_jp"),
    "annexes": lambda: text("annexes.txt", ANNEXES),
    "captions": lambda: text("captions.txt", CAPTIONS, "cp932", "\r\n"),
    "cut-utf8": lambda: ("cut.txt", WRAPPED.strip().removesuffix("）").encode()[:-1]),
    "cut-cp932": lambda: ("cut.txt", WRAPPED.strip().encode("cp932")[:-1]),
    "cut-eucjp": lambda: ("cut.txt", WRAPPED.strip().encode("euc_jp")[:-1]),
    "cut-jis": lambda: ("cut.txt", WRAPPED.strip().encode("iso2022_jp")[:-4]),
    "half-kana-jis": lambda: ("half.txt", HALF_KANA.encode("iso2022_jp_ext")),
    "release-utf16be-cr": lambda: text("release.doc", RELEASE, "utf-16-be", "\r"),
    "aozora": lambda: text("aozora.txt", AOZORA, "cp932", "\r\n"),
    "bullets": lambda: text("bullets.txt", BULLETS),
    "half-kana": lambda: text("half.txt", HALF_KANA, "cp932"),
    "text-table": lambda: text("table.txt", TABLE),
    "markdown": lambda: text("result.md", MARKDOWN),
    "markdown-cp932": lambda: text("result.md", MARKDOWN, "cp932", "\r\n"),
    "page-utf8": lambda: ("page.html", page("utf-8", "utf-8")),
    "page-cp932": lambda: ("page.html", page("cp932", "Shift_JIS")),
    "page-lies": lambda: ("page.html", page("cp932", "utf-8")),
    "page-eucjp": lambda: ("page.html", page("euc_jp", "EUC-JP", _ARTICLE.replace("㎡", "平方メートル"))),
    "page-undeclared": lambda: ("page.htm", page("iso2022_jp", None, _ARTICLE.replace("㎡", "平方メートル"))),
    "page-references": lambda: ("page.html", references()),
    "page-layout-table": lambda: ("koukoku.html", _LAYOUT.encode("cp932")),
    "minutes-docx": lambda: ("minutes.docx", minutes_docx()),
    "tracked-docx": lambda: ("tracked.docx", tracked_docx()),
    "plain-docx": lambda: ("plain.docx", plain_docx()),
    "report-odt": lambda: ("report.odt", report_odt()),
    "notice-odt": lambda: ("notice.odt", notice_odt()),
    "figures-xlsx": lambda: ("figures.xlsx", figures_xlsx()),
    "sheets-xlsx": lambda: ("sheets.xlsx", sheets_xlsx()),
    "charts-docx": lambda: ("charts.docx", charts_docx()),
    "chart-xlsx": lambda: ("chart.xlsx", chart_xlsx()),
    "chart-odt": lambda: ("chart.odt", chart_odt()),
    "mail-utf8": lambda: ("mail.eml", mail("utf-8", attach=True)),
    "mail-jis": lambda: ("mail.eml", mail("iso-2022-jp")),
    "mail-html": lambda: ("mail.eml", html_mail()),
    "mail-msg": lambda: (
        "mail.msg",
        msg_from("訓練日程の変更について", "訓練を６月５日に変更します。\r\n", ["日程.xlsx"]),
    ),
    "mail-rtf-msg": lambda: ("mail.msg", msg_from("訓練日程の変更について", "", p10090102=packed_rtf(RTF))),
    **{
        path.name: (lambda path=path: (path.name, path.read_bytes()))  # type: ignore[misc]
        for path in (*sorted(SAMPLES.glob("*")), *sorted(WHOLE.glob("*")))
        if path.suffix in (".txt", ".docx", ".html") or path.parent == WHOLE
    },
}
