"""What stands on the page but is no part of the paper: page numbers, running heads, rankings, share buttons.

Nothing is dropped silently: each kind gives one finding with the number of lines and characters and the first and
last of them. When unsure, the text stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.model.document import BlockKind
from briefgen.readers.structure.layout import Line, Paragraph
from briefgen.readers.structure.marks import Style, split_label
from briefgen.readers.structure.metadata import parse_dateline

__all__ = ["drop_page_furniture", "drop_web_furniture", "dropped", "dropped_findings"]

_PAGE_NUMBER = re.compile(
    r"(?:[-‐–—―ー]\s*\d{1,4}\s*[-‐–—―ー]|\d{1,4}|\d{1,4}\s*/\s*\d{1,4}|p(?:age|\.)?\s*\d{1,4}|\d{1,4}\s*(?:ページ|頁))",
    re.I,
)
_DECORATED = re.compile(r"[-‐–—―ー]\s*\d{1,4}\s*[-‐–—―ー]")
_EDGE_LINES = 2
_RANKING = re.compile(
    r"(?:ranking|ランキング|アクセスランキング|人気記事|人気ランキング|(?:よく)?読まれている記事|関連(?:記事|ニュース|リンク)|おすすめ(?:記事)?|"
    r"あわせて読みたい|合わせて読みたい|最新(?:記事|ニュース)|新着(?:記事|情報)?|この記事を読んだ人は|こちらもおすすめ)+",
    re.IGNORECASE,
)
_LINK_BETWEEN = re.compile(r"[<〈《【\[(]関連(?:記事|ニュース|リンク)?[>〉》】\])]\s*[^。]{4,100}$")
"""A link to another article in the middle of the text: ＜関連記事＞…."""
_TAB = re.compile(
    r"\d+\s*(?:時間|日間?|週間|[かヶカケ]?月)|(?:今日|昨日|週間|月間|年間|デイリー|ウィークリー|マンスリー|総合)"
)
_SHARE = re.compile(
    r"(?>(?:この記事を)?(?:シェア|ツイート|ポスト|ブックマーク)(?:する)?|facebook|twitter|x|line|pocket|はて(?:な|ブ)(?:ブックマーク)?|tweet|share|"
    r"urlを?コピー|リンクをコピー|印刷(?:する)?|メールで送る|[▲△↑⇧]?\s*(?:この)?(?:ページの?)?(?:先頭|トップ|上)(?:へ|に)(?:戻る[\]>]?)?|noteで書く|[\[<]?(?:(?:前の(?:ページ|画面)|一覧|トップ(?:ページ)?)(?:へ|に))?戻る[\]>]?)++(?:\s*[\d,]+)?|(?:#[^\s#]{1,20}\s*)+",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"この(?:記事|コンテンツ)は(?:有料|会員|有料会員|無料会員|登録会員)(?:限定|向け|登録者限定)?(?:記事|の?コンテンツ)?です|残り\s*[\d,]+\s*文字|"
    r"(?:会員|登録|ログイン|購読)[^。]{0,15}(?:続き|全文)[^。]{0,6}(?:読|ご覧)|続きを(?:お)?読むには"
)
_OFFER = re.compile(r"会員|登録|ログイン|購読|月額|初月|無料|続きを(?:お)?読")
_BREADCRUMB = re.compile(r"(?:ホーム|トップ(?:ページ)?|home|top)\s*(?:[>»›/＞][^>»›/＞。]{1,40})+", re.IGNORECASE)
_MIN_RANKING = 2
_LONGEST = 200
_LONGEST_SENTENCE = 100
"""A longer text with a full stop is no furniture: most paragraphs need no closer look, a tenth of reading a PDF."""
_MAX_ARTICLE_TITLE = 120
_SENTENCE = re.compile(r"。|[！？]$")
_LONGEST_WALL, _LONGEST_OFFER = 80, 60
_CONTACT = re.compile(r"問い?合わ?せ|連絡先|電話|[TＴ][EＥ][LＬ]|[@＠]|[：:]|以上|了[）)]")
_HEAD_ZONE = 5


def dropped(kind: str, texts: Sequence[str], name: str) -> Finding:
    """Return the finding that says what was left out: how many lines and characters, the first and the last."""
    characters = sum(len("".join(text.split())) for text in texts)
    ends = f"“{texts[0]}”" if len(texts) == 1 else f"first “{texts[0]}”, last “{texts[-1]}”"
    lines = "1 line" if len(texts) == 1 else f"{len(texts)} lines"
    return Finding(
        Code.FURNITURE_DROPPED,
        Severity.INFO,
        f"Left out as no part of the paper ({kind}): {lines}, {characters:,} characters; {ends}.",
        Location(name),
        "If this belongs to the paper, take it over by hand.",
        tuple(texts),
    )


def dropped_findings(kind: str, texts: Sequence[str], name: str) -> tuple[Finding, ...]:
    """The finding that says what was left out; none for no text."""
    return (dropped(kind, texts, name),) if texts else ()


def drop_page_furniture(lines: Sequence[Line], name: str) -> Outcome[tuple[Line, ...]]:
    """Return the lines without page numbers and running heads, which only pages have; one finding for each kind."""
    edges = _edge_lines(lines)
    numbers = {index for index in edges if _PAGE_NUMBER.fullmatch(_fold(lines[index].text))}
    numbers |= {index for index, line in enumerate(lines) if _stands_alone_as_number(line)}
    heads = _running_heads(lines, edges - numbers)
    kept = tuple(line for index, line in enumerate(lines) if index not in numbers | heads)
    numbered, headed = ([lines[index].text.strip() for index in sorted(indices)] for indices in (numbers, heads))
    findings = dropped_findings("page numbers", numbered, name) + dropped_findings("running heads", headed, name)
    return Outcome(kept, findings)


def _stands_alone_as_number(line: Line) -> bool:
    return line.page is None and line.gap_before > 0 and _DECORATED.fullmatch(_fold(line.text)) is not None


def _edge_lines(lines: Sequence[Line]) -> set[int]:
    """The first and last lines of each page, for papers that know their pages."""
    pages: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        if line.page is not None and line.text.strip():
            pages.setdefault(line.page, []).append(index)
    edges: set[int] = set()
    for indices in pages.values():
        for index in indices[:_EDGE_LINES] + indices[-_EDGE_LINES:]:
            position = lines[index].position
            if position is None or position < 0.12 or position > 0.88:
                edges.add(index)
    return edges


def _running_heads(lines: Sequence[Line], edges: set[int]) -> set[int]:
    """Lines at page edges that come again, digits aside, on at least three pages and on most of the pages."""
    pages = {line.page for line in lines if line.page is not None}
    seen = Counter(text for _, text in {(lines[index].page, _mask(lines[index].text)) for index in edges})
    return {
        index
        for index in edges
        if seen[_mask(lines[index].text)] >= max(3, (len(pages) + 1) // 2) and len(lines[index].text.strip()) <= 60
    }


def drop_web_furniture(paragraphs: Sequence[Paragraph], name: str) -> Outcome[tuple[Paragraph, ...]]:
    """Return the paragraphs without rankings, related-article lists, breadcrumbs and share buttons."""
    shorts = list(map(_short, paragraphs))
    kinds: dict[str, set[int]] = {
        "list of other articles": _rankings(paragraphs, shorts),
        "breadcrumb": _breadcrumbs(paragraphs),
        "share buttons": _share_buttons(paragraphs, shorts),
    }
    kinds = {kind: indices for kind, indices in kinds.items() if indices}
    findings = [dropped(kind, _texts(paragraphs, indices), name) for kind, indices in kinds.items()]
    wall = _pay_wall(paragraphs, shorts)
    if wall:
        findings.append(_behind_wall(_texts(paragraphs, wall), name))
    gone = wall.union(*kinds.values())
    return Outcome(tuple(p for index, p in enumerate(paragraphs) if index not in gone), tuple(findings))


def _texts(paragraphs: Sequence[Paragraph], indices: set[int]) -> list[str]:
    return [_whole(paragraphs[index]) for index in sorted(indices)]


def _pay_wall(paragraphs: Sequence[Paragraph], shorts: Sequence[str]) -> set[int]:
    """The lines that say that the article goes on for subscribers, and the offers right below them."""
    found: set[int] = set()
    for index, text in enumerate(shorts):
        is_offer = index - 1 in found and len(text) <= _LONGEST_OFFER and _OFFER.search(text) is not None
        is_wall = is_offer or (len(text) <= _LONGEST_WALL and _WALL.search(text) is not None)
        if is_wall and paragraphs[index].cell is None:
            found.add(index)
    return found


def _behind_wall(texts: Sequence[str], name: str) -> Finding:
    return Finding(
        Code.TEXT_BEHIND_WALL,
        Severity.WARNING,
        f"The article goes on behind a pay wall, and this is only its beginning: “{texts[0]}”.",
        Location(name),
        "Save the page while signed in, or say in the note that it rests on the beginning.",
        tuple(texts),
    )


def _rankings(paragraphs: Sequence[Paragraph], shorts: Sequence[str]) -> set[int]:
    """Each heading like ランキング with the run of short items after it."""
    found: set[int] = set()
    for start, (paragraph, short) in enumerate(zip(paragraphs, shorts, strict=True)):
        if paragraph.cell is None and _LINK_BETWEEN.match(short):
            found.add(start)
        if start in found or not _names_ranking(short):
            continue
        end = start + 1
        while end < len(paragraphs) and _is_article_item(paragraphs[end]):
            end += 1
        if end == start + 1:
            end = _end_of_bare_list(paragraphs, end)
        is_emptied = paragraph.kind is BlockKind.HEADING and (
            end == len(paragraphs) or paragraphs[end].kind in (BlockKind.HEADING, BlockKind.TITLE)
        )
        if end - start > _MIN_RANKING or (end == start + 1 and is_emptied):
            found.update(range(start, end))
    return found


def _names_ranking(short: str) -> bool:
    return _RANKING.fullmatch(short.replace(" ", "").strip("[]()<>【】〈〉《》■▼◆")) is not None


def _is_article_item(paragraph: Paragraph) -> bool:
    text = _plain(paragraph)
    if text.endswith("。") or len(text) > _MAX_ARTICLE_TITLE or paragraph.kind is BlockKind.TABLE_CELL:
        return False
    return _is_item(paragraph) or _TAB.fullmatch(_fold(text)) is not None or _names_ranking(_short(paragraph))


def _end_of_bare_list(paragraphs: Sequence[Paragraph], start: int) -> int:
    """The end of a list of titles without bullets: only when nothing but other furniture follows it."""
    end = start
    while end < len(paragraphs) and _is_bare_title(paragraphs[end]):
        end += 1
    if end == len(paragraphs):
        return end
    short = _short(paragraphs[end])
    return end if _names_ranking(short) or _SHARE.fullmatch(short) else start


def _is_bare_title(paragraph: Paragraph) -> bool:
    is_title = not _SENTENCE.search(paragraph.text) and len(paragraph.text) <= _MAX_ARTICLE_TITLE
    is_other = paragraph.cell is not None or _names_ranking(_short(paragraph)) or split_label(_whole(paragraph))
    return is_title and not is_other and not _CONTACT.search(paragraph.text)


def _is_item(paragraph: Paragraph) -> bool:
    label = split_label(_whole(paragraph))
    return paragraph.kind is BlockKind.LIST_ITEM or (label is not None and label.style in {Style.BULLET, Style.NUMBER})


def _breadcrumbs(paragraphs: Sequence[Paragraph]) -> set[int]:
    """ホーム > ニュース, or a single short “- section” between the title and the date."""
    found = set()
    for index, paragraph in enumerate(paragraphs[:_HEAD_ZONE]):
        text = _fold(_plain(paragraph))
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        is_section = (
            _whole(paragraph).startswith(("- ", "> ", "» "))
            and len(text) <= 20
            and following is not None
            and parse_dateline(following.text) is not None
        )
        if is_section or _BREADCRUMB.fullmatch(text):
            found.add(index)
    return found


def _share_buttons(paragraphs: Sequence[Paragraph], shorts: Sequence[str]) -> set[int]:
    """Names of share services; a lone short one (X, LINE) only beside another."""
    shares = {index for index, text in enumerate(shorts) if _SHARE.fullmatch(text) and paragraphs[index].cell is None}
    return {
        index
        for index in shares
        if index - 1 in shares
        or index + 1 in shares
        or len(_plain(paragraphs[index])) > 6
        or "戻る" in paragraphs[index].text
    }


def _plain(paragraph: Paragraph) -> str:
    """The text without a leading bullet."""
    label = split_label(paragraph.text)
    return label.rest if label is not None and label.style is Style.BULLET else paragraph.text


def _short(paragraph: Paragraph) -> str:
    """The text, folded, without a leading bullet; empty when it is too long to be furniture, or a long sentence."""
    text = paragraph.text
    is_long = len(text) > _LONGEST or (len(text) > _LONGEST_SENTENCE and "。" in text)
    return "" if is_long else _fold(_plain(paragraph))


def _whole(paragraph: Paragraph) -> str:
    return f"{paragraph.label} {paragraph.text}".strip()


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _mask(text: str) -> str:
    return re.sub(r"\d+", "#", _fold(text))
