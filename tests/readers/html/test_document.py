"""Web pages: the paper without what the site puts around it, whatever charset the page claims."""

from __future__ import annotations

import datetime

import pytest

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Code
from briefgen.model.document import Block, BlockKind, CellPlace, SourceDocument
from briefgen.model.limits import Limits
from briefgen.readers.html.document import read_html

LIMITS = Limits()
TITLE = "岡野海山大臣が岬市を訪問"
FIRST = "岡野海山大臣は４月１日、岬市を訪問し、沿岸監視所の開所式に出席しました。"
SECOND = "式典には関係者約２００人が参加し、大臣は職員を激励しました。"
RANKING = "".join(f'<li><a href="/n{n}">別の記事の見出し{n}番目について</a></li>' for n in range(1, 6))


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


def read(body: str, head: str = "") -> SourceDocument:
    return read_html(page(body, head), "page.html", LIMITS).value


def texts(body: str, head: str = "") -> list[str]:
    return [block.label + block.text for block in read(body, head).blocks]


def codes(content: bytes) -> dict[Code, str]:
    return {finding.code: finding.message for finding in read_html(content, "page.html", LIMITS).findings}


def only(document: SourceDocument, kind: BlockKind) -> list[Block]:
    return [block for block in document.blocks if block.kind is kind]


ARTICLE = f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>"


# ---------------------------------------------------------------- the main part


@pytest.mark.parametrize(
    "body",
    [
        f"<article>{ARTICLE}</article>",
        f"<main>{ARTICLE}</main>",
        f"<div role='main'>{ARTICLE}</div>",
        f"<div id='wrap'><div class='x1'><div class='x2'>{ARTICLE}</div></div></div>",
        f"<table><tr><td><ul>{RANKING}</ul></td><td>{ARTICLE}</td></tr></table>",
        f"<h1>{TITLE}</h1><div><article><p>{FIRST}</p><p>{SECOND}</p></article></div>",
        f"<article>{ARTICLE}</article><article><h2>他</h2><p>短い紹介文です。</p></article>",
    ],
    ids=["article", "main", "role", "densest", "layout table", "headline outside", "teaser article"],
)
def test_the_paper_is_found_and_the_site_is_not_in_it(body: str) -> None:
    around = (
        "<header><a href='/'>海山省</a></header><nav><ul><li><a href='/'>ホーム</a></li></ul></nav>"
        f"{body}<aside><h2>ランキング</h2><ol>{RANKING}</ol></aside>"
        "<div class='cookie-consent'><p>当サイトではクッキーを使用しています。</p></div><footer>© 海山省</footer>"
    )
    assert texts(around, f"<title>{TITLE}｜海山省</title>") == [TITLE, FIRST, SECOND]


def test_what_is_left_out_gives_one_finding() -> None:
    content = page(f"<nav><a href='/'>ホーム</a></nav><article>{ARTICLE}</article><ol>{RANKING}</ol>")
    findings = [f for f in read_html(content, "page.html", LIMITS).findings if f.code is Code.FURNITURE_DROPPED]
    assert len(findings) == 1
    assert "6 lines" in findings[0].message
    assert "first “ホーム”" in findings[0].message


def test_furniture_inside_the_article_goes() -> None:
    inside = f"<h1>{TITLE}</h1><ul class='sns-share'><li>ツイート</li></ul><p>{FIRST}</p><p>{SECOND}</p>"
    inside += f"<div class='related'><ul>{RANKING}</ul></div><p style='display: none'>見えない文。</p>"
    assert texts(f"<article>{inside}</article>") == [TITLE, FIRST, SECOND]


ANSWER = "<p>１２月２６日（金）１７時必着です。</p>"


@pytest.mark.parametrize(
    "answer",
    [
        f"<h3><button aria-expanded='false'>期限はいつですか。</button></h3><div hidden>{ANSWER}</div>",
        f"<h3>期限はいつですか。</h3><div style='display: none;'>{ANSWER}</div>",
        f"<div><button>期限はいつですか。</button></div><div hidden='until-found'>{ANSWER}</div>",
        f"<button aria-controls='a b'>期限はいつですか。</button><hr><div id='b' hidden>{ANSWER}</div>",
        f"<dl><dt>期限はいつですか。</dt><dd style='display:none'>{ANSWER}</dd></dl>",
        f"<p>期限はいつですか。</p><hr><div role='tabpanel' hidden>{ANSWER}</div>",
    ],
    ids=["button in a head", "head", "button", "by name", "term", "tab"],
)
def test_text_that_a_click_opens_is_read(answer: str) -> None:
    shown = texts(f"<main>{ARTICLE}{answer}</main>")
    assert shown[3:] == ["期限はいつですか。", "１２月２６日（金）１７時必着です。"]


def test_other_hidden_text_and_menus_that_a_button_opens_stay_out() -> None:
    menu = "<button aria-controls='m'>メニュー</button><nav id='m' hidden><a href='/'>ホーム</a></nav>"
    hidden = f"<h1>{TITLE}</h1>{menu}<div hidden>{ANSWER}</div><p>{FIRST}</p><p style='display:none'>見えない文。</p>"
    assert texts(f"<main>{hidden}<p>{SECOND}</p></main>") == [TITLE, FIRST, SECOND]


def test_asides_and_names_of_furniture_inside_the_text_stay_unless_they_have_links() -> None:
    inside = f"<h1>{TITLE}</h1><div class='side-note'><p>閣議後に発表した。</p></div><p>{FIRST}</p><p>{SECOND}</p>"
    inside += "<aside><p>対話が重要だと述べた。</p></aside><footer><p>海山省報道官　西　守</p></footer>"
    inside += "<aside><p>人気の<a href='/1'>別の記事</a></p></aside>"
    assert texts(f"<div id='main'>{inside}</div>") == [
        TITLE, "閣議後に発表した。", FIRST, SECOND, "対話が重要だと述べた。", "海山省報道官　西　守",
    ]  # fmt: skip


def test_a_list_of_documents_stays() -> None:
    links = "".join(f"<li><a href='/data/{n}.pdf'>別添資料その{n}</a></li>" for n in range(1, 5))
    assert "・別添資料その2" in texts(f"<article>{ARTICLE}<ul>{links}</ul></article>")


def test_scripts_styles_and_comments_are_no_text() -> None:
    body = f"<article>{ARTICLE}<script>var a='文'</script><style>p{{}}</style><!-- 注記 --><noscript>なし</noscript>"
    assert texts(body + "<p>続きの<!-- x -->文です。</p></article>")[-1] == "続きの文です。"


def test_a_page_without_headline_gets_its_title_from_the_head() -> None:
    document = read(f"<p>{FIRST}</p><p>{SECOND}</p>", f"<title>{TITLE} - 海山省</title>")
    assert (document.blocks[0].kind, document.blocks[0].text) == (BlockKind.TITLE, TITLE)


# ---------------------------------------------------------------- structure


def test_heads_keep_their_levels() -> None:
    body = f"<article><h1>{TITLE}</h1><h2>概要</h2><p>{FIRST}</p><h3>式典の模様</h3><p>{SECOND}</p></article>"
    assert [(b.text, b.level) for b in only(read(body), BlockKind.HEADING)] == [("概要", 1), ("式典の模様", 2)]


def test_a_quotation_set_apart_is_no_head() -> None:
    """A digest gave what stood behind it as its point."""
    said = "<blockquote><p>「新たな段階に入った」</p></blockquote>"
    body = f"<article><h1>寄港</h1><p>入港した。</p>{said}<p>出港した。</p></article>"

    assert [block.kind for block in read(body).blocks][2] is BlockKind.PARAGRAPH
    assert [block.kind for block in read(body.replace("blockquote", "div")).blocks][2] is BlockKind.HEADING


def test_lists_keep_marks_numbers_and_depth() -> None:
    items = (
        "<ul><li>監視艇<ol type='a' start='2'><li>新造</li><li value='5'>改修</li></ol></li><li>（１）航空機</li></ul>"
    )
    listed = only(read(f"<article>{ARTICLE}{items}</article>"), BlockKind.LIST_ITEM)
    assert [(b.label, b.text, b.level) for b in listed] == [
        ("・", "監視艇", 1),
        ("b.", "新造", 2),
        ("e.", "改修", 2),
        ("（１）", "航空機", 1),
    ]


def test_cells_know_their_place_with_spans() -> None:
    table = "<table><caption>予算</caption><tr><th rowspan='2'>区分</th><th colspan='2'>金額</th></tr>"
    table += "<tr><td>本年度</td><td>前年度</td></tr></table>"
    document = read(f"<article>{ARTICLE}{table}</article>")
    assert [b.text for b in only(document, BlockKind.CAPTION)] == ["予算"]
    assert [(b.text, b.cell) for b in only(document, BlockKind.TABLE_CELL)] == [
        ("区分", CellPlace(0, 0, 0, True)),
        ("金額", CellPlace(0, 0, 1, True)),
        ("本年度", CellPlace(0, 1, 1)),
        ("前年度", CellPlace(0, 1, 2)),
    ]


def test_a_huge_span_does_not_fill_the_memory() -> None:
    table = "<table><tr><td rowspan='999999' colspan='999999'>甲</td><td>乙</td></tr></table>"
    assert [b.text for b in only(read(f"<article>{ARTICLE}{table}</article>"), BlockKind.TABLE_CELL)] == ["甲", "乙"]


def test_captions_of_pictures() -> None:
    body = f"<article>{ARTICLE}<figure><img src='a.jpg'><figcaption>式辞を述べる大臣</figcaption></figure></article>"
    assert [b.text for b in only(read(body), BlockKind.CAPTION)] == ["式辞を述べる大臣"]
    assert "1 picture" in codes(page(body))[Code.PICTURE_DROPPED]


def test_terms_are_heads_of_what_is_said_about_them_and_questions_are_not() -> None:
    terms = "<dl><dt>日時</dt><dd>４月に行う。</dd><dt>傍聴できますか。</dt><dd>できます。</dd></dl>"
    document = read(f"<article>{ARTICLE}<h2>概要</h2>{terms}</article>")
    assert [(b.kind.value, b.level, b.text) for b in document.blocks[3:]] == [
        ("heading", 1, "概要"), ("heading", 2, "日時"), ("paragraph", 0, "４月に行う。"),
        ("paragraph", 0, "傍聴できますか。"), ("paragraph", 0, "できます。"),
    ]  # fmt: skip


def test_a_link_between_the_paragraphs_goes() -> None:
    link = "<p>＜関連記事＞<a href='/9'>監視所が開所</a></p>"
    assert texts(f"<article><h1>{TITLE}</h1><p>{FIRST}</p>{link}<p>{SECOND}</p></article>") == [TITLE, FIRST, SECOND]


def test_a_pre_element_is_read_as_the_text_file_it_shows() -> None:
    rows = "\n件名　　　　　数量\n双眼鏡　　　　６０個\n救命胴衣　　　３００着\n"
    document = read(f"<div>{ARTICLE}<pre>{rows}</pre><p>以上</p></div>")
    cells = only(document, BlockKind.TABLE_CELL)
    assert [(c.text, c.cell.is_header) for c in cells if c.cell and c.cell.row == 0] == [("件名", True), ("数量", True)]
    assert [cell.text for cell in cells[2:]] == ["双眼鏡", "６０個", "救命胴衣", "３００着"]


def test_captions_of_pages_without_figure_elements() -> None:
    under = f"<div><img src='a.jpg'><p>雪に覆われた県道＝北町</p></div><p>{FIRST}</p>"
    named = f"<p>{FIRST}</p><img src='b.jpg'><p class='photo-cap'>岬港</p><p>{SECOND}</p>"
    document = read(f"<article><h1>{TITLE}</h1>{under}{named}</article>")
    assert [block.text for block in only(document, BlockKind.CAPTION)] == ["雪に覆われた県道＝北町", "岬港"]
    running = read(f"<article><h1>{TITLE}</h1><div><img src='a.jpg'><p>{FIRST}</p><p>{SECOND}</p></div></article>")
    assert not only(running, BlockKind.CAPTION)


def test_ruby_keeps_base_and_reading_apart() -> None:
    ruby = "<ruby>岬<rp>（</rp><rt>みさき</rt><rp>）</rp>市<rt>し</rt></ruby>"
    block = read(f"<article>{ARTICLE}<p>大臣は{ruby}を視察しました。</p></article>").blocks[-1]
    assert (block.text, block.reading) == ("大臣は岬市を視察しました。", "岬=みさき 市=し")


def test_a_raised_figure_calls_a_note() -> None:
    body = (
        f"<article>{ARTICLE}<p>協力を確認<sup><a href='#n1'>1</a></sup>し、10km<sup>2</sup>を監視します。</p></article>"
    )
    assert texts(body)[-1] == "協力を確認（注1）し、10km²を監視します。"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("大臣は岬市の監視所を<br>訪問しました。", ["大臣は岬市の監視所を訪問しました。"]),
        ("大臣は岬市の監視所を\n      訪問しました。", ["大臣は岬市の監視所を訪問しました。"]),
        ("一つ目の文です。<br><br>二つ目の文です。", ["一つ目の文です。", "二つ目の文です。"]),
        ("日時：４月１日<br>場所：岬市", ["日時：４月１日", "場所：岬市"]),
        (
            "担当者：北野、森<br>代表：03-1234-5678（内線 3310）",
            ["担当者：北野、森", "代表：03-1234-5678（内線 3310）"],
        ),
        ("（１）情勢<br>\n　大臣は意見を<br>交換した。", ["（１）情勢", "大臣は意見を交換した。"]),
        ("<b>Coast</b>\n<i>Watch</i>&nbsp;計画と&#12354;&amp;&#x3044;です。", ["Coast Watch 計画とあ&いです。"]),
    ],
    ids=["break", "source line", "empty line", "short lines", "entries", "indent", "references"],
)
def test_line_breaks_inside_a_paragraph(inner: str, expected: list[str]) -> None:
    assert texts(f"<article>{ARTICLE}<p>{inner}</p></article>")[3:] == expected


def test_numbers_and_marks_get_their_kinds_as_in_any_paper() -> None:
    document = read(
        f"<article>{ARTICLE}<p>（注１）外交文書による。</p><p>※　写真は当日のもの。</p><p>（以上）</p></article>"
    )
    assert [b.kind for b in document.blocks[-3:]] == [BlockKind.NOTE, BlockKind.REMARK, BlockKind.END]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("線量は10<sup>-3</sup>シーベルト", "線量は10⁻³シーベルト"),
        ("線量は１０<sup>－３</sup>Sv", "線量は１０⁻³Sv"),
        ("毎時３ミリシーベルト<sup>−1</sup>", "毎時３ミリシーベルト⁻¹"),
        ("１２０<sup>1)</sup>名", "１２０名（注1）"),
        ("１２０<sup>（１）</sup>名", "１２０名（注1）"),
        ("１２０<sup><a href='#n1'>1</a></sup>名", "１２０名（注1）"),
        ("35<sup>2,3</sup>隻", "35隻（注2,3）"),
        ("協力<sup>※1</sup>を確認", "協力（※1）を確認"),
        ("協力※<sup>1)</sup>を確認", "協力※1)を確認"),
        ("10<sup>n</sup>個、2<sup>n+1</sup>個、2<sup>0.5</sup>倍", "10^n個、2^(n+1)個、2^0.5倍"),
        ("log<sub>2</sub>10、CO<sub>2</sub>の量", "log₂10、CO2の量"),
        ("第19<sup>th</sup>回、Ｇ<sup>TM</sup>", "第19th回、ＧTM"),
        ("全体の<sup>1</sup>&frasl;<sub>4</sub>、２<sup>1</sup>/<sub>4</sub>倍", "全体の1/4、２(1/4)倍"),
    ],
)
def test_raised_text_is_no_part_of_the_figure_before_it(inner: str, expected: str) -> None:
    assert texts(f"<article>{ARTICLE}<p>{inner}である。</p></article>")[-1] == f"{expected}である。"


@pytest.mark.parametrize(
    "old",
    [
        "<del>３００</del>", "<s>３００</s>", "<strike>３００</strike>", "<del>３<b>００</b></del>",
        "<span style='color: red; TEXT-DECORATION: Line-Through'>３００</span>",
        "<span style='text-decoration-line:line-through'>３００</span>",
        "<span class='big old'>３００</span>", "<i id='gone'>３００</i>",
    ],
)  # fmt: skip
def test_struck_text_is_left_out_with_a_finding(old: str) -> None:
    struck = "{ text-decoration: line-through }"
    sheet = f"<style>/* x{{}} */ p .old, #gone {struck} a:hover {struck}</style>"
    body = f"<article>{ARTICLE}<p>隊員{old}<ins>３５０</ins>名を<a href='/'>派遣</a>する。</p></article>"
    assert texts(body, sheet)[-1] == "隊員３５０名を派遣する。"
    found = codes(page(body, sheet))
    assert "1 stretch of struck text; the first is “３００”" in found[Code.DELETED_TEXT_DROPPED]
    assert Code.FURNITURE_DROPPED not in found


def test_a_struck_paragraph_and_item_go() -> None:
    items = "<ul><li><s>旧い項目</s></li><li>新しい項目</li></ul>"
    assert texts(f"<article>{ARTICLE}<del><p>旧い文である。</p></del>{items}</article>")[3:] == ["・新しい項目"]


_FORMULAS = [
    ("<mfrac><mn>1</mn><mn>20</mn></mfrac>", "1/20", True),
    ("<mn>2</mn><mfrac><mn>1</mn><mn>4</mn></mfrac>", "2(1/4)", False),
    ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>20</mn></mfrac>", "(a+b)/20", False),
    ("<msup><mn>10</mn><mn>6</mn></msup>", "10⁶", True),
    ("<msup><mn>10</mn><mrow><mo>−</mo><mn>3</mn></mrow></msup>", "10⁻³", True),
    ("<msup><mi>x</mi><mfrac><mn>1</mn><mn>2</mn></mfrac></msup>", "x^(1/2)", False),
    ("<msqrt><mn>2</mn></msqrt>", "√2", False),
    ("<msqrt><mn>2</mn><mi>x</mi></msqrt>", "√2x", False),
    ("<mroot><mn>8</mn><mn>3</mn></mroot>", "∛8", False),
    ("<msub><mi>v</mi><mn>0</mn></msub>", "v₀", False),
    ("<semantics><mn>３５</mn><annotation>35</annotation></semantics>", "35", True),
    ("<munderover><mo>∑</mo><mn>1</mn><mi>n</mi></munderover>", "∑₁^n", False),
    ("<mover><mn>9</mn><mo>¯</mo></mover>", "〓", False),
    ("<mi>x</mi><mspace/><mo>=</mo><mn>2</mn>", "x=2", False),
    ('<mfenced open="[" close="]"><mi>a</mi><mi>b</mi></mfenced>', "[a,b]", False),
]


@pytest.mark.parametrize(("formula", "expected", "is_plain"), _FORMULAS)
def test_formulas_keep_fractions_and_powers_and_anything_else_is_told(
    formula: str, expected: str, is_plain: bool
) -> None:
    body = f"<article>{ARTICLE}<p>値は<math>{formula}</math>とする。</p></article>"
    assert texts(body)[-1] == f"値は{expected}とする。"
    assert (Code.UNREADABLE_CHARACTERS not in codes(page(body))) == is_plain


def test_a_formula_stays_apart_from_figures_beside_it() -> None:
    formula = "<math><mfrac><mn>1</mn><mn>4</mn></mfrac></math>"
    assert texts(f"<article>{ARTICLE}<p>値は２{formula}3である。</p></article>")[-1] == "値は２(1/4)3である。"


def test_references_that_are_no_characters_and_invisible_ones() -> None:
    body = f"<article>{ARTICLE}<p>海省と&#150;岬&shy;市&zwnj;である。</p></article>"
    assert texts(body)[-1] == "海省と–岬市である。"


def test_a_reversed_list_counts_down() -> None:
    items = "<li>甲</li><li>乙</li><li value='9'>丙</li><li>丁</li>"
    for start, labels in (("", "4. 3. 9. 8."), (" start='7'", "7. 6. 9. 8.")):
        document = read(f"<article>{ARTICLE}<ol reversed{start}>{items}</ol></article>")
        assert [block.label for block in only(document, BlockKind.LIST_ITEM)] == labels.split()


def test_fields_of_their_own_do_not_run_into_one_figure() -> None:
    fields = "<div><span class='no'>通算12</span><span class='size'>340KB</span></div>"
    runs = (
        "<p>令和<span class='a'>１</span><span class='b'>２</span>年、定員<span>350</span><span>名</span>である。</p>"
    )
    shown = texts(f"<article>{ARTICLE}{fields}{runs}</article>")
    assert shown[3:] == ["通算12 340KB", "令和１２年、定員350名である。"]


def test_a_table_with_a_head_is_one_however_long_its_cells_are() -> None:
    rows = f"<tr><th>改正後</th><th>改正前</th></tr><tr><td>{'装置を点検する。' * 60}</td><td>なし</td></tr>"
    cells = only(read(f"<article>{ARTICLE}<table>{rows}</table></article>"), BlockKind.TABLE_CELL)
    assert [cell.cell for cell in cells if cell.cell][:2] == [CellPlace(0, 0, 0, True), CellPlace(0, 0, 1, True)]


# ---------------------------------------------------------------- head of the page


def test_the_site_behind_the_title_is_the_issuer_and_is_no_part_of_the_title() -> None:
    known = read(f"<article><p>{FIRST}</p><p>{SECOND}</p></article>", f"<title>{TITLE} | 海山新聞</title>").metadata
    assert (known.title, known.issuer) == (TITLE, "海山新聞")


def test_a_first_line_that_is_most_of_the_title_of_the_head_is_the_title() -> None:
    for head in (
        f"<title>海山省：{TITLE}</title>",
        f"<title>{TITLE}：海山省</title>",
        f"<title>{TITLE} トップ</title>",
    ):
        body = f"<center><b>{TITLE}</b></center><p>{FIRST}</p><p>{SECOND}</p>"
        assert texts(body, head) == [TITLE, FIRST, SECOND]
        assert read(body, head).metadata.issuer == ("海山省" if "：" in head else "")


def test_an_article_behind_a_pay_wall_says_so_and_offers_go() -> None:
    wall = "<p>この記事は有料記事です。残り<b>812</b>文字</p>"
    wall += "<p>有料会員になると続きをお読みいただけます。</p><p>今すぐ登録</p>"
    body = f"<article>{ARTICLE}<div class='x'>{wall}</div><p>#大雪 #岬市</p><h3>関連ニュース</h3></article>"
    assert texts(body) == [TITLE, FIRST, SECOND]
    assert "残り812文字" in codes(page(body))[Code.TEXT_BEHIND_WALL]
    running = f"<article>{ARTICLE}<p>市は、会員登録した市民に有料の記事を無料で公開した。</p></article>"
    assert Code.TEXT_BEHIND_WALL not in codes(page(running))


def test_the_notice_of_rights_goes_with_the_address_beside_it() -> None:
    foot = "<center><font size='-1'>海山省　岬市港町1-2-3<br>Copyright (C) 海山省</font></center>"
    way_back = "<p>▲このページのトップへ</p><p><a href='..'>[戻る]</a></p>"
    assert texts(f"<div>{ARTICLE}{foot}{way_back}</div>") == [TITLE, FIRST, SECOND]


def test_metadata_from_the_head() -> None:
    head = (
        f"<meta property='og:title' content='{TITLE}｜海山省'><meta property='og:site_name' content='海山省'>"
        "<meta property='article:published_time' content='2024-04-01T18:00:00Z'>"
        "<link rel='canonical' href='https://umiyama.example/news/1'>"
    )
    metadata = read(f"<article><p>{FIRST}</p><p>{SECOND}</p></article>", head).metadata
    assert (metadata.title, metadata.issuer) == (TITLE, "海山省")
    assert metadata.issued == datetime.date(2024, 4, 2)
    assert metadata.address == "https://umiyama.example/news/1"


def test_the_day_may_stand_in_a_time_element() -> None:
    body = f"<article><h1>{TITLE}</h1><time datetime='2024-04-01'>掲載</time><p>{FIRST}</p></article>"
    assert read(body).metadata.issued == datetime.date(2024, 4, 1)


# ---------------------------------------------------------------- bytes


@pytest.mark.parametrize("codec", ["cp932", "euc_jp", "iso2022_jp", "utf-8-sig"])
def test_the_bytes_decide_the_charset(codec: str) -> None:
    content = f"<html><body><article>{ARTICLE}</article></body></html>".encode(codec)
    assert read_html(content, "page.html", LIMITS).value.blocks[1].text == FIRST


def test_a_wrong_claim_is_a_finding_and_does_no_harm() -> None:
    content = f"<html><head><meta charset='euc-jp'></head><body><article>{ARTICLE}</article></body></html>".encode()
    assert read_html(content, "page.html", LIMITS).value.blocks[1].text == FIRST
    assert "euc-jp" in codes(content)[Code.ENCODING]


def test_a_right_claim_is_no_finding() -> None:
    assert Code.ENCODING not in codes(page(f"<article>{ARTICLE}</article>"))


def test_an_xml_declaration_does_no_harm() -> None:
    content = b"<?xml version='1.0' encoding='Shift_JIS'?>" + page(f"<article>{ARTICLE}</article>")
    assert read_html(content, "page.html", LIMITS).value.blocks[1].text == FIRST


def test_unclosed_elements_are_read_to_the_end() -> None:
    assert texts(f"<h1>{TITLE}<p>{FIRST}" + "<font><div>" * 300 + f"<p>{SECOND}")[-1] == SECOND


def test_nesting_beyond_measure_is_refused() -> None:
    with pytest.raises(UnreadableDocumentError, match="nested"):
        read("<div>" * 5000 + FIRST)


@pytest.mark.parametrize("content", [b"", b"<!-- x -->", b"<html><body><script>1</script></body></html>"])
def test_a_page_without_text_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableDocumentError):
        read_html(content, "page.html", LIMITS)


def test_a_page_of_frames_is_refused_with_the_pages_it_names() -> None:
    frames = "<frameset cols='20%,80%'><frame src='menu.html'><frame src='main.html'></frameset>"
    with pytest.raises(UnreadableDocumentError, match="frames") as caught:
        read_html(f"<html><head><title>海山省</title></head>{frames}</html>".encode(), "page.html", LIMITS)
    assert "main.html" in str(caught.value.hint)


def test_cells_in_a_table_without_a_row() -> None:
    cells = [block.cell for block in read(f"<p>{FIRST}</p><table><th>甲</th><th>乙</th></table>").blocks if block.cell]
    assert [(cell.row, cell.column) for cell in cells] == [(0, 0), (0, 1)]


def test_a_few_damaged_bytes_do_not_refuse_the_page() -> None:
    content = page(ARTICLE).replace("激励".encode(), b"\xff\xff")
    found = read_html(content, "page.html", LIMITS)
    assert "職員を〓〓しました。" in found.value.blocks[-1].text
    assert Code.UNREADABLE_CHARACTERS in {finding.code for finding in found.findings}


@pytest.mark.parametrize("limits", [Limits(max_html_tags=3), Limits(max_html_depth=3), Limits(max_characters=9)])
def test_pages_beyond_the_limits_are_refused(limits: Limits) -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        read_html(page(f"<div><div>{ARTICLE}</div></div>"), "page.html", limits)
    assert caught.value.hint


@pytest.mark.parametrize("tag", ["main", "article", "section", "div"])
def test_text_ends_a_head_whose_end_is_not_written(tag: str) -> None:
    text = f"<!doctype html><meta charset=utf-8><title>計画</title><{tag}><p>避難所を４５か所とする。</p></{tag}>"
    document = read_html(text.encode(), "a.html", LIMITS).value

    assert "避難所を４５か所とする。" in [block.text for block in document.blocks]


@pytest.mark.parametrize("title", ["報道資料", "プレスリリース", "海山省"])
def test_the_class_of_a_paper_and_its_issuer_are_no_title(title: str) -> None:
    body = f"<center><font size=5>{TITLE}について</font></center><p>{FIRST}</p>"

    assert read(body, f"<title>{title}</title>").metadata.title == f"{TITLE}について"


TABS = '<div role="tablist"><{tag} role="tab" {one}>概要</{tag}><{tag} role="tab" {two}>規制</{tag}></div>'
PANELS = f'<div id="p1" role="tabpanel"><p>{FIRST}</p></div><div id="p2" role="tabpanel" hidden><p>{SECOND}</p></div>'


@pytest.mark.parametrize(
    "tabs",
    [
        TABS.format(tag="button", one='aria-controls="p1"', two='aria-controls="p2"'),
        TABS.format(tag="a", one='href="#p1"', two='href="#p2"'),
    ],
    ids=["buttons", "links"],
)
def test_the_words_of_a_tab_are_the_head_of_its_panel(tabs: str) -> None:
    blocks = read(f"<main><h1>{TITLE}</h1>{tabs}{PANELS}</main>").blocks

    assert [block.text for block in blocks] == [TITLE, "概要", FIRST, "規制", SECOND]
    assert [block.kind for block in blocks][1::2] == [BlockKind.HEADING] * 2


@pytest.mark.parametrize(
    ("day", "issued"),
    [
        ('<p><time datetime="2026-04-02">４月２日</time>に発表した。</p>', None),
        ('<p>更新日：<time datetime="2026-04-02">４月２日</time></p>', datetime.date(2026, 4, 2)),
    ],
    ids=["in a sentence", "alone"],
)
def test_the_day_of_a_sentence_is_no_day_of_issue(day: str, issued: datetime.date | None) -> None:
    assert read(f"<main>{ARTICLE}{day}</main>").metadata.issued == issued


def test_the_mark_of_a_question_is_apart_from_it() -> None:
    body = "<div><span>Q</span><span>３件ですか。</span></div><div><span>A</span> <span>４件です。</span></div>"

    assert texts(f"<main>{ARTICLE}{body}</main>")[-2:] == ["Q：３件ですか。", "A：４件です。"]


def test_the_day_beside_the_section_is_a_line_of_its_own() -> None:
    day = '<div><span>国際</span><time datetime="2026-04-02">2026年4月2日 5時30分</time></div>'

    assert only(read(f"<main>{day}{ARTICLE}</main>"), BlockKind.DATELINE)[0].text == "2026年4月2日 5時30分"


@pytest.mark.parametrize("name", ["table-footer", "related-info", "tab-menu", "banner", "side-note"])
def test_a_note_behind_a_paragraph_is_text_whatever_its_class(name: str) -> None:
    note = "（単位：億円。四捨五入による。）"
    assert texts(f"<main>{ARTICLE}<div class='{name}'>{note}</div></main>")[-1] == note
    linked = f"<div class='{name}'><a href='/'>案内</a></div>"
    assert texts(f"<main>{ARTICLE}{linked}</main>")[-1] == SECOND


PARTS = {
    "a section beside the article": f"<main><h1>{TITLE}</h1><article><p>{FIRST}</p></article><p>{SECOND}</p></main>",
    "several articles": f"<h1>{TITLE}</h1><article><p>{FIRST}</p></article><article><p>{SECOND}</p></article>",
}


@pytest.mark.parametrize("body", PARTS.values(), ids=PARTS)
def test_text_beside_an_article_is_read(body: str) -> None:
    assert texts(f"{RANKING}{body}")[-3:] == [TITLE, FIRST, SECOND]


@pytest.mark.parametrize(
    ("headline", "is_title"),
    [("<h1>水道管の耐震化</h1>", True), ("<h1><a href='/'>海山省の水道</a></h1>", False)],
    ids=["a headline", "a link"],
)
def test_the_only_headline_beside_the_main_part_is_the_title(headline: str, is_title: bool) -> None:
    body = f"{headline}<div>上下水道課</div><div><p>{FIRST * 3}</p><p>{SECOND * 3}</p></div>"

    assert (read(body).metadata.title == "水道管の耐震化") is is_title


def test_the_day_and_place_before_the_element_with_most_text_stay() -> None:
    held = "<div>令和8年4月1日（水）10:32～10:51</div><div>於：会見室</div>"
    site = "<div><a href='/'>海山省</a></div>"
    body = f"<div>{site}<div><div>記者会見</div>{held}<div><p>{FIRST * 3}</p><p>{SECOND * 3}</p></div></div></div>"

    assert texts(body)[:3] == ["記者会見", "令和8年4月1日（水）10:32～10:51", "於：会見室"]
    running_head = body.replace("（水）10:32～10:51", "　水曜日　官報　（号外）　12")
    assert texts(running_head)[0] == FIRST * 3


CELLS = "".join(f"<tr><td>第{n}隊</td><td>{n}00</td><td>{{}}</td></tr>" for n in "１２３")
NESTED = "<table><tr><td>幹部</td><td>30</td></tr><tr><td>一般</td><td>221</td></tr></table>"


def test_a_table_with_a_small_one_in_it_is_a_table() -> None:
    cells = only(read(f"<main>{ARTICLE}<table>{CELLS.format(NESTED, '計', '計')}</table></main>"), BlockKind.TABLE_CELL)

    assert {block.cell.table: block.text for block in reversed(cells) if block.cell} == {0: "第１隊", 1: "幹部"}


def test_what_stands_around_a_table_that_is_most_of_the_page_stays() -> None:
    body = f"<p>別紙２</p><h1>採択一覧</h1><table>{CELLS.format('あり', 'なし', '未定')}</table><p>※ 速報値である。</p>"

    assert [text for text in texts(body) if "隊" not in text][:2] == ["別紙２", "採択一覧"]
    assert texts(body)[-1] == "※速報値である。"


def test_a_table_of_few_cells_around_tables_arranges_the_page() -> None:
    frame = f"<table><tr><td>案内</td><td><p>{TITLE}</p><p>{FIRST}</p>{NESTED}<p>{SECOND}</p></td></tr></table>"

    assert {block.cell.table for block in read(frame).blocks if block.cell} == {0}
    assert TITLE in texts(frame)


@pytest.mark.parametrize(
    ("call", "note"),
    [
        ('<a href="#_ftn1"><span>[1]</span></a>', '<a href="#_ftnref1">[1]</a> '),
        ('<sup><a href="#sdfootnote1sym"><sup>1</sup></a></sup>', '<a href="#sdfootnote1anc">1</a>'),
        ('<a href="#fn1">（１）</a>', '<a href="#fnref1">1</a>'),
    ],
    ids=["Word", "LibreOffice", "a converter"],
)
def test_links_to_notes_are_calls(call: str, note: str) -> None:
    body = f"<main><h1>{TITLE}</h1><p>定員は350{call}名である。</p><p>{note}３隊を除く。</p></main>"

    assert texts(body)[1:] == ["定員は350名（注1）である。", "（注1）３隊を除く。"]


def test_links_to_places_of_the_text_keep_their_number() -> None:
    body = f"<main><h1>{TITLE}</h1><p>第<a href='#article3'>3</a>条による。</p></main>"

    assert texts(body)[1:] == ["第3条による。"]


FIELDS = {
    "text": ("報告者：<input value='山野太郎'>", "報告者：山野太郎"),
    "number": ("避難者：<input type=number value=123>人", "避難者：123人"),
    "one line of text": ("状況：<textarea>通行止めである。</textarea>", "状況：通行止めである。"),
    "beside its label": ("<label>氏名</label><input value='山野太郎'>", "氏名\u3000山野太郎"),
    "a choice": ("区分：<select><option>第１報<option selected>第２報</select>", "区分：第２報"),
    "boxes": (
        "<label><input type=checkbox checked>停電</label><label><input type=radio>断水</label>", "☑停電\u3000☐断水",
    ),
    "not seen": ("件名<input type=hidden value=a1><input type=password value=b2>", "件名"),
    "the look of a page": ("<input type=checkbox id=menu>件名", "件名"),
    "nothing chosen": ("件名<select><option>選択する<option>第１報</select>", "件名"),
}  # fmt: skip


@pytest.mark.parametrize(("fields", "shown"), FIELDS.values(), ids=FIELDS)
def test_what_stands_in_fields_is_text(fields: str, shown: str) -> None:
    assert texts(f"<article>{ARTICLE}<p>{fields}</p></article>")[-1] == shown


def test_a_form_that_is_filled_in_is_text_and_one_that_asks_is_none() -> None:
    entries = "<p>人数：<input value='８０人'></p><p>場所：<input value='公民館'></p>"
    filled = f"<article>{ARTICLE}<form>{entries}<input type=submit value=送信></form></article>"
    asking = page(f"<article>{ARTICLE}<form>検索：<input value='台風'></form></article>")

    assert texts(filled)[-2:] == ["人数：８０人", "場所：公民館"]
    assert "送信" in codes(page(filled))[Code.FURNITURE_DROPPED]
    assert "2 lines" in codes(asking)[Code.FURNITURE_DROPPED]


def test_a_list_in_a_cell_stays_in_the_cell() -> None:
    blocks = read(f"<article>{ARTICLE}<table><tr><td>備考<td><ul><li>予備<li>医官</ul></table></article>").blocks

    places = [CellPlace(0, 0, 0), CellPlace(0, 0, 1), CellPlace(0, 0, 1)]
    assert [(b.label + b.text, b.cell) for b in blocks[-3:]] == list(
        zip(["備考", "・予備", "・医官"], places, strict=True)
    )


def test_terms_below_a_head_are_no_lines_about_the_paper() -> None:
    terms = "<dl><dt>参加部隊</dt><dd>第２師団</dd></dl>"
    document = read(f"<article><h1>{TITLE}</h1><h2>概要</h2>{terms}{ARTICLE}</article>")
    dated = read(f"<article><h1>{TITLE}</h1><dl><dt>担当</dt><dd>海山省広報課</dd></dl><p>{FIRST}</p></article>")

    assert [block.text for block in only(document, BlockKind.HEADING)][:2] == ["概要", "参加部隊"]
    assert (document.metadata.issuer, dated.metadata.issuer) == ("", "海山省広報課")
    named = read(
        f"<article><h1>報道資料</h1><h2>{TITLE}</h2><p>（第１報）</p><p>海山省広報課</p><p>{FIRST}</p></article>"
    )
    assert named.metadata.issuer == "海山省広報課"


@pytest.mark.parametrize(("drawing", "is_told"), [("<text>司令部</text>", True), ("<title>検索</title><path/>", False)])
def test_a_drawing_with_words_is_a_picture_that_is_left_out(drawing: str, is_told: bool) -> None:
    found = codes(page(f"<article>{ARTICLE}<svg>{drawing}</svg></article>"))
    assert (Code.PICTURE_DROPPED in found) is is_told
