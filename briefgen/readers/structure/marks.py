"""The visible numbers and marks a paragraph can begin with: １．, （１）, ①, ア, ・, （注１）, ※."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from briefgen.japanese.compiling import compiled
from briefgen.japanese.speakers import MARKS, SPEAKER

__all__ = ["Label", "Style", "is_inline_enumeration", "split_label"]


class Style(StrEnum):
    """The series a label belongs to, outermost first as in the rules for official documents (公用文作成の考え方)."""

    NOTE = "note"
    REMARK = "remark"
    SPEAKER = "speaker"
    """Ｑ：, 答：, 問　, 記者：, 【記者】, and ○ before who speaks (○大臣　)."""
    CHAPTER = "chapter"
    """第１, 第２章, Ⅰ."""
    NUMBER = "number"
    """１．, １　, 一、."""
    SECTION = "section"
    """1.2, １－３."""
    PAREN = "paren"
    """（１）, ⑴."""
    HALF_PAREN = "half-paren"
    """１）."""
    CIRCLED = "circled"
    KANA = "kana"
    PAREN_KANA = "paren-kana"
    LETTER = "letter"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Label:
    """A label as the paper has it, its series, and the text that follows it."""

    mark: str
    style: Style
    rest: str

    @property
    def unit(self) -> str:
        """What of a law it numbers: 条 of 第８条の２; empty for a label of another kind."""
        found = _UNIT.match(self.mark)
        return found[1] if found else ""


_D = "0-9０-９"
_COUNTER = "年月日時分秒名人件機隻艇両台回次か国ヶケ個箇億万千百％%円度番号位社校歳倍"
_UNIT_WORD = (
    "[カヵ][国所月年]|ドル(?!ー)|(?:キロ|センチ|ミリ|メガ|ギガ)?(?:メートル|グラム|トン|リットル|ワット|ヘルツ)|キロ|センチ|ミリ|ユーロ|ポイント"
    "|パーセント|ページ|ノット|ヘクタール|デシベル|マイル|フィート|ボルト"
)
_NO_COUNTER = (
    "日(?:時(?!点)|程|本|常|米(?!国)|韓|英)|時(?:[期代刻効差]|系列|間(?:外|割|管理))|件[名数]|名[称簿誉]|回[答避復]"
    "|国(?:[名際内民土連境籍益政費債庫会産保防有立外]|公立)|年[次金表齢報譜]|年間(?:[計行目活]|予定)|回数|人(?:[員口事材権工身命種為的])|歳[入出費]"
    "|機(?:[種構器械能会材運密動]|体(?!制))|分[析担離布権岐別]|台[風湾帳]|社[会説員長債宅]|位置|個[人別性々]"
    "|次(?:[期世官回第]|年度)|両[国者院論親]|校[舎長正則]|円[滑高安]|号外|月[例次報]"
)
"""Words that begin with a counter or unit and are none: ３ 歳出の見直し, ５ 日本の予算, ２ ドローンの活用."""
_SPACE = r"[ \u3000\t]"
_NO_FRACTION = (
    rf"(?=(?:[1１][89８９]|[2２][0０])[{_D}]{{2}}年|[{_D}]{{1,2}}月(?![分間])"
    rf"|[{_D}]{{1,2}}時(?!間)|[{_D}]{{1,3}}[かカヵヶケ]国)"
)
"""What has no fractions: a number and a point before it are a label (１．２０２５年, ３．１１月１８日)."""
_KANJI = "一二三四五六七八九"
_NEXT_FIGURE = (
    f"(?:{'|'.join(f'(?<={low}、){high}' for low, high in pairwise(_KANJI))})[十百千]?[万億]?"
    "(?:[割人名件台隻機個回倍％%円社校]|時間|週間|日間|か月|[かカヵヶケ]国|ポイント|トン|ドル|キロ|メートル|(?<=[十百千万億])[年歳])"
)
_THOUSANDS = f"[〇{_KANJI}]{{3}}(?![〇{_KANJI}十百千])"
"""Figures behind a mark that go on with it, which is no label then: 七、八割, 二、三百人, 一、二三四件."""
_KANJI_NUMBER = f"[{_D}{_KANJI}十百]+"
_UNIT = re.compile(f"第{_KANJI_NUMBER}([章節条款項編部])")
_PATTERNS: tuple[tuple[Style, str], ...] = (
    (Style.NOTE, rf"[（(＜<〔［\[]注{_SPACE}?[{_D}]{{0,2}}[）)＞>〕］\]][：:]?"),
    (Style.NOTE, rf"注[{_D}]{{1,2}}[）)：:．.]|注[{_D}]{{1,2}}(?={_SPACE})|注[：:）)]"),
    (Style.NOTE, rf"[＊*][{_D}]{{1,2}}[：:．.]?"),
    (Style.REMARK, rf"※[{_D}]{{0,2}}(?![{_D}])[：:．.]?|[＊](?![＊*])"),
    (Style.CHAPTER, rf"第{_KANJI_NUMBER}(?:[章節条款編部](?:の{_KANJI_NUMBER}){{0,2}})?(?={_SPACE})"),
    (Style.CHAPTER, rf"[Ⅰ-Ⅻⅰ-ⅻ](?:[．.]|(?={_SPACE}))"),
    (
        Style.SECTION,
        rf"[{_D}]{{1,2}}(?:[．.\-－][{_D}]{{1,2}}){{1,3}}[．.]?(?={_SPACE}+(?:{_NO_COUNTER}|(?!{_UNIT_WORD})[^\s{_D}{_COUNTER}]))",
    ),
    (Style.NUMBER, rf"[{_D}]{{1,2}}[．.、](?![{_D}])"),
    (Style.NUMBER, rf"[{_D}]{{1,2}}[．.]{_NO_FRACTION}"),
    (Style.SPEAKER, rf"(?:[QＱAＡ問答]|質問|回答|記者|司会者?|大臣|報道官)[{_D}]{{0,2}}{_SPACE}?[：:]"),
    (
        Style.SPEAKER,
        rf"[QＱAＡ][{_D}]{{1,2}}[．.](?![{_D}])|[（(【][問答][）)】]|[問答][{_D}]{{0,2}}(?=\u3000+\S{{4}})",
    ),
    (Style.SPEAKER, r"[（(【](?:記者|大臣|報道官|司会)[）)】](?=[^\n]*[。？！])"),
    (Style.SPEAKER, rf"[QＱAＡ][{_D}]{{1,2}}(?={_SPACE}+(?!判|版|サイズ|用紙)[^\n]*[。？?！])"),
    (Style.SPEAKER, rf"[QＱAＡ](?={_SPACE}+(?!判|版|サイズ|用紙|社|[a-zａ-ｚ])[^\n]*[。？?！]$)"),
    (Style.SPEAKER, rf"[{MARKS}](?={SPEAKER}[^\n]*[。？！])"),
    (Style.NUMBER, rf"[{_D}]{{1,2}}(?=\u3000+[{_D}]{{1,4}}[年月日時])"),
    (Style.NUMBER, rf"[{_D}]{{1,2}}(?={_SPACE}[{_D}]{{1,2}}月[{_D}]{{1,2}}日[（(、に])"),
    (Style.NUMBER, rf"[{_D}]{{1,2}}(?=\u3000+[^\s{_D}・／/:：～〜\-－])"),
    (
        Style.NUMBER,
        rf"[{_D}]{{1,2}}(?={_SPACE}+(?:{_NO_COUNTER}|(?!{_UNIT_WORD})[^\s{_D}{_COUNTER}A-Za-z・／/:：～〜\-－]))",
    ),
    (Style.NUMBER, rf"[一二三四五六七八九十]{{1,3}}(?:[、．](?!{_NEXT_FIGURE}|{_THOUSANDS})|(?=\u3000))"),
    (Style.KANA, rf"(?:[{_D}]{{1,2}})?(?:[（(]?[{_D}]{{1,2}}[）)]|[①-⑳])?(?<=[{_D}）)①-⑳])[ア-ン](?={_SPACE})"),
    (
        Style.PAREN,
        rf"[（(][{_D}]{{1,2}}[）)](?!から|及び|の|又は|、|～|〜|について)|[⑴-⒇㈠-㈩]|[（(][一二三四五六七八九十][）)]",
    ),
    (Style.HALF_PAREN, rf"[{_D}]{{1,2}}[）)]"),
    (Style.CIRCLED, r"[①-⑳㉑-㉟㊱-㊿❶-❿]"),
    (Style.PAREN_KANA, r"[（(][ア-ンa-zａ-ｚ][）)]"),
    (Style.KANA, rf"[ア-ン](?:[．.、）)]|(?={_SPACE}))"),
    (Style.LETTER, rf"[A-Za-zＡ-Ｚａ-ｚ](?:[)）]|[．.](?={_SPACE}|[^\x00-\x7fＡ-Ｚａ-ｚ]))"),
    (Style.LETTER, rf"[Ａ-Ｚａ-ｚ](?=\u3000+(?!社)(?:[^\sA-Za-zＡ-Ｚａ-ｚ{_D}]{{2}}|[^\n]*。$))"),
    (Style.BULLET, rf"[・･•●◎■□◆◇▶►▪➢✓☐☑☒](?![・･●■◆])|[○◯](?![○◯])|(?:[-–—－*〇]|‐)(?={_SPACE})"),
)
"""None has a group of its own."""
_LABEL = "|".join(f"({pattern})" for _, pattern in _PATTERNS)
_SERIES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@lru_cache(maxsize=2048)
def split_label(text: str) -> Label | None:
    """Return the label that begins the text, or None; mark and rest hold all characters but the space between."""
    match = compiled(_LABEL).match(text)
    if match is None or match.lastindex is None:
        return None
    style, _ = _PATTERNS[match.lastindex - 1]
    return Label(match[0], style, text[match.end() :].lstrip())


def is_inline_enumeration(text: str) -> bool:
    """Whether ①, ② … stand in one running text, so that its first number is no label of the paragraph."""
    place = _SERIES.find(text[:1]) if text else -1
    return 0 <= place < len(_SERIES) - 1 and _SERIES[place + 1] in text
