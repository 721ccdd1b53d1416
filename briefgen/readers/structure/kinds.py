"""Which part each paragraph plays in the paper: title, head, numbered paragraph, note, caption, closing mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from briefgen.japanese.lines import join_lines
from briefgen.model.document import BlockKind
from briefgen.readers.structure.labelling import CLOSING, label_of, labels_of
from briefgen.readers.structure.layout import GAP, PICTURE_GAP, Paragraph
from briefgen.readers.structure.marks import Label, Style, is_inline_enumeration
from briefgen.readers.structure.metadata import parse_dateline

__all__ = ["classify"]

_LEVELS = {
    Style.CHAPTER: 1, Style.NUMBER: 1, Style.PAREN: 2, Style.HALF_PAREN: 3, Style.CIRCLED: 3, Style.KANA: 3,
    Style.LETTER: 3, Style.PAREN_KANA: 4, Style.BULLET: 1,
}  # fmt: skip
_PARAGRAPH_STYLES = {Style.CHAPTER, Style.NUMBER, Style.SECTION, Style.PAREN}
_INNER_STYLES = {Style.HALF_PAREN, Style.CIRCLED, Style.KANA, Style.LETTER, Style.PAREN_KANA}
_CHAPTER_LEVELS = {"編": 1, "章": 1, "節": 2, "款": 3}
_CHAPTER_UNITS = frozenset("編章節款条項部")
_TIME = re.compile(r"\d{1,2}(?:[:：]|時)\d{0,2}|\d{4}\u3000")
_DAY = re.compile(r"(?:\w{2}\d{1,2}年|\d{4}年)?\d{1,2}月\d{1,2}日(?:[（(][月火水木金土日](?:曜日?|[・･]祝日?)?[）)])?")
_VALUE = re.compile(r"[\u3000：:]")
_HEAD_BULLETS = "■◆□◇"
_BOXES = frozenset("□☐☑☒✓")
_DASHES = "-–—－‐"

_SENTENCE_END = re.compile(r"[。！？!?]|[^A-Z\d]\.(?:\s|$)")
_BRACKETED = re.compile(
    r"(?:＜[^＞]{1,40}＞|<[^>]{1,40}>|【[^】]{1,40}】|〔[^〕、]{1,40}〕|≪[^≫]{1,40}≫|《[^》]{1,40}》|［[^］]{1,40}］)"
    r"(?:[（(][^（）()]{1,20}[）)])?"
)
_HEAD_WORD = re.compile(
    r"[（(＜<]?(?:(?:お|本件(?:の|に関する)?)?(?:問い?合わ?せ|連絡|照会|申込み?|提出)先|附則|付記|記載要領)[）)＞>]?"
)
_ATTACHMENT = re.compile(
    r"[（(]?(?:別紙|別添|別表|別記|別図|参考|資料|(?:別記)?様式第?)(?:資料)?\s?[0-9０-９一二三四五]*[）)]?"
)
_CAPTION = re.compile(
    r"(?:[（(]?写真|図表?|表)\s?(?:[0-9０-９①-⑳]+(?:[-－―‐.．][0-9０-９]+)*)?(?:[）)]|[：:．.　 ])\s*\S.{0,60}|"
    r".{2,60}(?:の様子|[（(](?:左|右|中央|上|下|写真|撮影.*)[）)])"
)
_TITLE_GOES_ON = re.compile(r"(?:[のとにをはがへ、・]|及び|並びに|における|による|に関する)$")
_TITLE_WORDS = re.compile(
    r".{4}(?:について|お知らせ|答弁書|談話|声明|議事(?:録|要旨)|の(?:概要|結果|実施|開催|公表|発表))(?:[（(].{1,40}[）)])?$"
)
_ON_MARKS = re.compile(r"[（(](?:下線|※|注).{1,40}[）)]")
"""Under the title, on what the marks of the text mean: （下線部は前報からの変更点）."""
_TITLE_TAIL = re.compile(rf"(?!{_ON_MARKS.pattern})[（(～〜―-].{{1,40}}[）)～〜―-]")
_HEAD_TAIL = re.compile(r"(?:について|概要|結果|内容|目的|背景|経緯|予定|方針|ポイント|発言|等)[）)]?$")
_SIGNATURE = re.compile(r"(?:[^\s、。]*[官長者臣事役]\s+)+[^\s、。]{1,6}(?:\s+[^\s、。]{1,6})?")
"""Offices and who holds them: 支出負担行為担当官　海山センター総務部長　北野　由美子."""
_LARGE = 1.1
"""Letters larger than the body text by this make a head."""
_MAX_HEAD = 60
_MAX_ZONE = 10
_MAX_TAIL = 3
_MAX_TITLE = 120


def classify(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the paragraphs with kind, level and label set; the order and the characters stay.

    The lines of a title that only the setting broke become one paragraph.
    """
    paragraphs = _head_of_paper(paragraphs)
    labels = labels_of(paragraphs)
    chapters = [label.unit for label in labels if label is not None and label.style is Style.CHAPTER]
    shift = max((_CHAPTER_LEVELS.get(unit, 1) for unit in chapters), default=0)
    has_gaps = any(paragraph.gap_before > GAP for paragraph in paragraphs)
    result: list[Paragraph] = []
    for index, (paragraph, label) in enumerate(zip(paragraphs, labels, strict=True)):
        around = _Around(paragraphs, labels, index, result)
        if label is not None:
            result.append(_labelled(paragraph, label, around, shift))
        else:
            result.append(_unlabelled(paragraph, around, has_gaps))
    return tuple(result)


class _Around:
    """A paragraph's place among the others."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], labels: Sequence[Label | None], index: int, done: Sequence[Paragraph]
    ) -> None:
        self.previous = done[-1] if done else None
        self.label = labels[index]
        self.previous_label = labels[index - 1] if index else None
        is_last = index + 1 >= len(paragraphs)
        self.following = None if is_last else paragraphs[index + 1]
        self.following_label = None if is_last else labels[index + 1]
        self.left = len(paragraphs) - index - 1

    @property
    def matter_follows(self) -> bool:
        """Whether the next paragraph is what a short line can be the head of: text, a table or a list."""
        is_table = self.following is not None and self.following.cell is not None
        is_list = self.following_label is not None and self.following_label.style is Style.BULLET
        return self.sentence_follows or is_table or is_list or self.schedule_follows

    @property
    def schedule_follows(self) -> bool:
        """Whether the next paragraph begins with a time of day."""
        return self.following is not None and _TIME.match(self.following.text) is not None

    @property
    def items_follow(self) -> bool:
        """Whether the next paragraph has a mark of a series further in than that of this one (２． before （１）)."""
        own, after = self.label, self.following_label
        if own is None or after is None or own.style not in _PARAGRAPH_STYLES or _VALUE.search(own.rest):
            return False
        return after.style in _LEVELS and _LEVELS[after.style] > _LEVELS.get(own.style, 1)

    @property
    def anything_follows(self) -> bool:
        """Whether a head would have something below it: not the end of the paper, nor a head that stands higher."""
        after = self.following
        if after is None or self.following_label is not None:
            return after is not None
        is_higher = _BRACKETED.fullmatch(after.text) and not _DAY.fullmatch(after.text[1:-1])
        return not (CLOSING.fullmatch(after.text) or is_higher or _ATTACHMENT.fullmatch(after.text))

    def text_follows(self, label: Label) -> bool:
        """Whether running text follows an item, or short lines that are the value which the item before has in it."""
        before, after = self.previous_label, self.following
        is_bare = _VALUE.search(label.rest) is None and before is not None and _VALUE.search(before.rest) is not None
        is_line = after is not None and after.cell is None and self.following_label is None
        return self.sentence_follows or (is_bare and is_line and self.anything_follows)

    @property
    def sentence_follows(self) -> bool:
        """Whether the next paragraph is running text without a number."""
        return (
            self.following is not None
            and self.following_label is None
            and self.following.kind in {None, BlockKind.PARAGRAPH}
            and _is_sentence(self.following.text)
        )


def _is_sentence(text: str) -> bool:
    return _SENTENCE_END.search(text) is not None or len(text) > _MAX_HEAD


def _head_of_paper(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Set the kinds of the lines before the body: title, dates, issuer, number."""
    result = list(paragraphs)
    candidates = []
    length = _head_length(paragraphs)
    for index in _dated_below(paragraphs, length):
        result[index] = paragraphs[index]._replace(kind=BlockKind.DATELINE, level=0)
    for index, paragraph in enumerate(paragraphs[:length]):
        if parse_dateline(paragraph.text) is not None and paragraph.kind is not BlockKind.TITLE:
            result[index] = paragraph._replace(kind=BlockKind.DATELINE, level=0)
        elif paragraph.kind in {None, BlockKind.HEADING}:
            candidates.append(index)
    if not candidates or any(paragraph.kind is BlockKind.TITLE for paragraph in paragraphs):
        return result
    lines = _title_lines(paragraphs, candidates)
    titles: list[Paragraph] = []
    for index in lines:
        title = paragraphs[index]._replace(kind=BlockKind.TITLE, level=0)
        if titles and not _TITLE_TAIL.fullmatch(title.text):
            readings = " ".join(filter(None, (titles[-1].reading, title.reading)))
            titles[-1] = titles[-1]._replace(text=join_lines([titles[-1].text, title.text]), reading=readings)
        else:
            titles.append(title)
    result[lines[0] : lines[-1] + 1] = titles
    return result


def _head_length(paragraphs: Sequence[Paragraph]) -> int:
    """How many short lines come before the first number, table or sentence, or head below the title."""
    for index, paragraph in enumerate(paragraphs[:_MAX_ZONE]):
        is_body = paragraph.text.endswith("。") or len(paragraph.text) > _MAX_TITLE
        is_labelled = label_of(paragraph) is not None and not (index == 0 and _is_marked_title(paragraphs))
        if is_body or paragraph.cell is not None or is_labelled or _is_head_of_text(paragraphs, index):
            return index
    return min(len(paragraphs), _MAX_ZONE)


def _is_head_of_text(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the format says that this is a head, under the title, and it is not the name of a day or issuer below."""
    has_title = any(paragraph.kind is BlockKind.TITLE for paragraph in paragraphs[:index])
    if not has_title or paragraphs[index].kind is not BlockKind.HEADING:
        return False
    below = takewhile(lambda other: other.kind is not BlockKind.HEADING, paragraphs[index + 1 : _MAX_ZONE])
    lines = takewhile(lambda other: other.cell is None and not other.text.endswith("。"), below)
    return not any(parse_dateline(paragraph.text) for paragraph in (paragraphs[index], *lines))


def _dated_below(paragraphs: Sequence[Paragraph], start: int) -> range:
    """The date and office of a notice that gives both, or date and signature, below its first sentence (入札公告)."""
    begin = start + 1
    end = begin
    while end < min(len(paragraphs), _MAX_ZONE) and paragraphs[end].kind is None and _is_dateline(paragraphs[end]):
        end += 1
    is_signed = begin < end < len(paragraphs) and _SIGNATURE.fullmatch(paragraphs[end].text) is not None
    first = parse_dateline(paragraphs[begin].text) if is_signed or end - begin > 1 else None
    return range(begin, end) if first is not None and first.issued is not None else range(0)


def _is_dateline(paragraph: Paragraph) -> bool:
    return paragraph.cell is None and not paragraph.label and parse_dateline(paragraph.text) is not None


def _is_marked_title(paragraphs: Sequence[Paragraph]) -> bool:
    """A title with a bullet before it: the next paragraph has none."""
    first, second = (label_of(paragraph) for paragraph in paragraphs[:2]) if len(paragraphs) > 1 else (None, None)
    is_marked = first is not None and first.style is Style.BULLET and paragraphs[0].kind is None
    return is_marked and (second is None or second.style is not Style.BULLET)


def _title_lines(paragraphs: Sequence[Paragraph], candidates: Sequence[int]) -> list[int]:
    """The line in the largest letters, a heading, one that reads like a title, or else the first; and what follows."""
    largest = max(paragraphs[index].size for index in candidates)
    smallest = min(paragraphs[index].size for index in candidates)
    headings = [index for index in candidates if paragraphs[index].kind is BlockKind.HEADING]
    named = [index for index in candidates if _TITLE_WORDS.search(paragraphs[index].text)]
    first = (headings or _first_of_named(paragraphs, candidates, named) or candidates)[0]
    if largest > smallest + 0.1:
        first = next(index for index in candidates if paragraphs[index].size == largest)
    lines = [first]
    while lines[-1] + 1 in candidates:
        above, below = paragraphs[lines[-1]], paragraphs[lines[-1] + 1]
        is_as_large = largest > 1.15 and below.size == largest and not headings
        goes_on = _TITLE_GOES_ON.search(above.text) is not None and below.gap_before <= GAP
        if not (goes_on or is_as_large or _TITLE_TAIL.fullmatch(below.text)):
            break
        lines.append(lines[-1] + 1)
    return lines


def _first_of_named(paragraphs: Sequence[Paragraph], candidates: Sequence[int], named: Sequence[int]) -> Sequence[int]:
    """The candidates from the first line of the title on, when a later line of it reads like its end."""
    if not named:
        return []
    first = named[0]
    while first - 1 in candidates and _TITLE_GOES_ON.search(paragraphs[first - 1].text):
        first -= 1
    return [first]


def _labelled(paragraph: Paragraph, label: Label, around: _Around, shift: int) -> Paragraph:
    kind = paragraph.kind
    level = 0 if kind is BlockKind.TITLE else paragraph.level or _level(label, around, shift)
    if label.style is Style.NOTE:
        kind, level = BlockKind.NOTE, 0
    elif label.style is Style.REMARK:
        kind, level = BlockKind.REMARK, 0
    elif label.style is Style.SPEAKER:
        kind, level = BlockKind.PARAGRAPH, 0
    elif kind in {None, BlockKind.PARAGRAPH}:
        is_large = paragraph.size > _LARGE and not _is_sentence(label.rest)
        kind = BlockKind.HEADING if is_large else _kind_of_labelled(label, around)
    return paragraph._replace(kind=kind, level=level, label=label.mark, text=label.rest)


def _level(label: Label, around: _Around, shift: int) -> int:
    if label.style is Style.SECTION:
        return len(re.findall(r"[0-9０-９]+", label.mark))
    if label.style is Style.BULLET:
        above = around.previous
        is_inner = above is not None and above.kind is BlockKind.LIST_ITEM and above.label not in _DASHES
        if label.mark in _DASHES and is_inner:
            return 2
        return above.level if above is not None and above.label == label.mark and above.level else 1
    if label.style is Style.CHAPTER:
        return _CHAPTER_LEVELS.get(label.unit, 1)
    return _LEVELS.get(label.style, 1) + shift


def _kind_of_labelled(label: Label, around: _Around) -> BlockKind:
    if _is_sentence(label.rest):
        return BlockKind.PARAGRAPH if label.style in _PARAGRAPH_STYLES else BlockKind.LIST_ITEM
    if label.style is Style.BULLET and label.mark not in _HEAD_BULLETS:
        return BlockKind.LIST_ITEM
    next_is_sibling = _are_siblings(label, around.following_label)
    in_list = around.previous is not None and _are_siblings(label, around.previous_label)
    is_last_item = in_list and (not around.text_follows(label) or _is_like(label, around.previous_label))
    if around.items_follow:
        return BlockKind.HEADING
    if next_is_sibling or is_last_item or not around.anything_follows:
        return BlockKind.LIST_ITEM
    return BlockKind.HEADING


def _are_siblings(label: Label, other: Label | None) -> bool:
    """Whether two labels are of one series; bullets are when they look alike."""
    if other is None or other.style is not label.style:
        return False
    if label.style is Style.CHAPTER:
        return other.unit == label.unit or not _CHAPTER_UNITS.issuperset((other.unit, label.unit))
    return label.style is not Style.BULLET or other.mark == label.mark or _BOXES.issuperset((other.mark, label.mark))


def _is_like(label: Label, before: Label | None) -> bool:
    """Whether an item before running text is one of the list above it, and not the head of that text.

    It is when both name and value stand in it as in the one before (③　通信車　３両), or it has a mark of inner lists.
    """
    if before is None or _is_sentence(before.rest):
        return False
    has_value = [_VALUE.search(item.rest) is not None for item in (label, before)]
    return all(has_value) or (label.style in _INNER_STYLES and not any(has_value))


def _unlabelled(paragraph: Paragraph, around: _Around, has_gaps: bool) -> Paragraph:
    if paragraph.kind is not None:
        return paragraph
    text, previous = paragraph.text, around.previous
    if CLOSING.fullmatch(text):
        return paragraph._replace(kind=BlockKind.END)
    if _continues_note(paragraph, previous):
        return paragraph._replace(kind=BlockKind.NOTE)
    if around.left < _MAX_TAIL and previous is not None and _is_signature(text):
        return paragraph._replace(kind=BlockKind.DATELINE)
    if _is_caption(paragraph, around):
        return paragraph._replace(kind=BlockKind.CAPTION)
    if _is_heading(paragraph, around, has_gaps):
        return paragraph._replace(kind=BlockKind.HEADING, level=1)
    return paragraph._replace(kind=BlockKind.PARAGRAPH)


def _is_signature(text: str) -> bool:
    """A last line with the date or the issuer."""
    dateline = parse_dateline(text)
    return dateline is not None and bool(dateline.issued or dateline.issuer or dateline.number)


def _continues_note(paragraph: Paragraph, previous: Paragraph | None) -> bool:
    """An enumeration ①…, ②… right under a note, or a line further in than the note, is part of that note."""
    if previous is None or previous.kind is not BlockKind.NOTE or paragraph.gap_before > GAP:
        return False
    return is_inline_enumeration(paragraph.text) or paragraph.indent > previous.indent + 0.6


def _is_caption(paragraph: Paragraph, around: _Around) -> bool:
    text = paragraph.text
    if around.previous is None or len(text) > _MAX_HEAD or _SENTENCE_END.search(text) or _HEAD_WORD.fullmatch(text):
        return False
    if _CAPTION.fullmatch(text):
        return True
    is_second = paragraph.gap_before <= GAP and paragraph.page is not None and _is_first_of_caption(around.previous)
    is_under = paragraph.gap_before >= PICTURE_GAP or is_second
    return is_under and not (around.sentence_follows and _HEAD_TAIL.search(text))


def _is_first_of_caption(paragraph: Paragraph) -> bool:
    """Whether a printed line may follow that belongs to this caption; the name of a table stands over its rows."""
    is_free = paragraph.kind is BlockKind.CAPTION and paragraph.picture is None
    is_named = _CAPTION.fullmatch(paragraph.text) is not None and not paragraph.text.startswith(("表", "（表", "(表"))
    return is_free and (is_named or paragraph.gap_before >= PICTURE_GAP)


def _is_name_of_annex(paragraph: Paragraph, around: _Around) -> bool:
    """The short line under 別紙１ says what the annex is, unless the annex is that line alone."""
    previous, following = around.previous, around.following
    is_under = previous is not None and previous.kind is BlockKind.HEADING and not previous.label
    if not (is_under and previous is not None and _ATTACHMENT.fullmatch(previous.text)) or paragraph.cell is not None:
        return False
    return following is not None and CLOSING.fullmatch(following.text) is None and "：" not in paragraph.text


def _is_heading(paragraph: Paragraph, around: _Around, has_gaps: bool) -> bool:
    text = paragraph.text
    if not text or len(text) > _MAX_HEAD or _SENTENCE_END.search(text) or text[-1] in "、，：:":
        return False
    if _ON_MARKS.fullmatch(text):
        return False
    if _BRACKETED.fullmatch(text) or _ATTACHMENT.fullmatch(text):
        return True
    if around.following is None:
        return False
    if _HEAD_WORD.fullmatch(text) or _is_name_of_annex(paragraph, around):
        return True
    if _DAY.fullmatch(text) and around.schedule_follows:
        return True
    if paragraph.size > _LARGE or (paragraph.is_bold and not around.following.is_bold):
        return True
    is_set_off = paragraph.gap_before > GAP or not has_gaps
    is_named = "：" not in text and ":" not in text and text.count("、") < 2 and parse_dateline(text) is None
    return around.previous is not None and is_set_off and is_named and around.matter_follows
