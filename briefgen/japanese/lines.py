"""Joining of hard-wrapped lines into one running text; it does not decide where a paragraph ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefgen.japanese.compiling import compiled
from briefgen.japanese.speakers import space_behind_speaker

__all__ = ["SPREAD_LABELS", "join_lines", "tidy_spaces"]

_HIRAGANA = r"\u3041-\u309f"
_KATAKANA = r"\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_KANJI = r"\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARK = r"\u3001-\u3004\u3008-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\u2460-\u24ff"
_CJK = _HIRAGANA + _KATAKANA + _KANJI + _MARK
_LATIN = r"0-9A-Za-z０-９Ａ-Ｚａ-ｚ\u00c0-\u024f"
_OPENING = r"「『（〔［｛〈《【〖｟"
_CLOSING = r"、。，．：；？！」』）〕］｝〉》】〗｠・…‥"
_JAPANESE = _CJK + "０-９Ａ-Ｚａ-ｚ"

_SPACE = re.compile(r"\s")
_SPACES = re.compile(r"[^\S\n]+")
_WIDE_SPACES = re.compile(r"[^\S\n](?:[^\S\n]+|(?<! ))")
"""All but a single plain space, which stays as it is."""
_LETTER = rf"(?![一二三四五六七八九十〇々])[{_KANJI}{_HIRAGANA}]"
_NO_OFFICE = "".join(rf"(?<![長官臣監][ \u3000]{{{spaces}}})" for spaces in (1, 2, 3, 4))
"""Behind an office stands a name: 内閣総理大臣　森　進."""
_ORDINAL = r"第(?:[ \t\u00a0\u3000]{1,3}[〇一二三四五六七八九十百千])+"
_SPREAD = (
    rf"(?<![{_CJK}０-９])({_LETTER}(?:[ \t\u00a0\u3000]{{1,3}}(?:{_ORDINAL}|{_LETTER}|[０-９])){{2,}})(?![{_CJK}０-９])"
    rf"|{_NO_OFFICE}(?<!\S)({_LETTER}[ \t\u3000]{{1,3}}{_LETTER})(?=$|[：:]|[ \u3000]{{2}})"
)
SPREAD_LABELS = frozenset({
    "日時", "日付", "日程", "期日", "期間", "時期", "時刻", "場所", "会場", "住所", "海域", "空域", "区域", "地域",
    "目的", "趣旨", "内容", "議題", "件名", "品名", "名称", "数量", "人員", "規模", "対象", "定員", "費用", "氏名",
    "議事", "部隊", "主催", "共催", "後援", "電話", "備考", "新職", "旧職", "現職", "宛先", "納期",
})  # fmt: skip
"""Words of two characters that papers set as wide as those beside them (日　時, 件　　名)."""
_SPREAD_LABEL = (
    r"(?<![^\s）)．.])(?:"
    + "|".join(r"[ \t\u3000]{1,3}".join(word) for word in sorted(SPREAD_LABELS))
    + r")(?=[ \t\u3000：:]|$)"
)
_SPREAD_NAME = rf"([長官臣監][ \t\u3000]+)({_LETTER})[ \u3000]({_LETTER})[ \u3000]+({_LETTER}{{2,3}})(?=$|[（(])"
"""A name of five characters' width behind an office: 局長　北　野　由美子."""
_MAY_BE_SPREAD = rf"[ \t\u00a0\u3000](?<=[{_KANJI}{_HIRAGANA}].)[ \t\u00a0\u3000]{{0,2}}(?:{_LETTER}|[０-９])"
_NOISE = rf" (?:(?<=[{_HIRAGANA}、。] )(?=[{_CJK}])|(?<=[{_CJK}] )(?=[{_HIRAGANA}、。]))"
_NAME = rf" (?<=[{_KANJI}] )(?=[{_KANJI}]{{1,4}}[（(][{_HIRAGANA}{_KATAKANA}　 ]+[）)])"
_READING = rf"[{_KANJI}{_HIRAGANA}] ?[（(][ぁ-ゖー]{{1,8}}( )[ぁ-ゖー]{{1,8}}[）)]"
_GIVEN_NAME = rf" (?<=[{_KANJI}] )(?=[{_HIRAGANA}]{{2,4}}(?:[君氏様]|さん|議員|委員)(?![{_KANJI}{_HIRAGANA}]))"
_BEHIND_KANA = rf" (?<=[ア-ン] )(?:(?<=^[ア-ン] )|(?<=[)）][ア-ン] )|(?<=^[0-9０-９][ア-ン] ))(?![{_KATAKANA}\s])"
_KEPT = f"{_GIVEN_NAME}|{_BEHIND_KANA}"
"""Spaces between a name in kanji and one in kana (長谷部 みどり君), and behind the kana of an item (ア 申請書)."""
_SINGLE = re.compile(r" (?<=\S )(?=\S)")
_BESIDE_MARK = re.compile(rf"[ \u3000](?:[ \u3000]*(?=[、。）」』])|(?<=[{_OPENING}].)[ \u3000]*|(?<=[、。] ) *)")
"""These begin with the space itself, not with what stands before it: a search for a space is ten times as fast."""
_LINE_END_HYPHENS = ("-", "\u2010", "\u2011", "\ufffe", "\x02")
_SOFT_HYPHEN = "\u00ad"
_LATIN_JOINT = rf"\n(?:(?<=[{''.join(_LINE_END_HYPHENS)}{_SOFT_HYPHEN}]\n)|(?<=[^{_JAPANESE}]\n)[^{_JAPANESE}])"
"""Where two lines meet otherwise than side by side, or may."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]*$")
_REST_OF_ADDRESS = re.compile(r"[!-~]*?[/?=&%#_]|[!-~]*?[.][a-z]{2,5}(?![!-~])")
"""An address of the web parted between lines goes on with what no word has: a stroke, or the end of a file name."""

_FEW_NOISE = 2
"""Up to so many spaces beside hiragana, those between two kanji are taken to be typed (中谷 元 防衛大臣)."""


def join_lines(lines: Sequence[str]) -> str:
    """Return the lines as one running text.

    Two Latin words meet with one space, everything else without (the East Asian rule of pandoc and CSS Text 3,
    section 4.1.3), and so do the parts of a web address. A hyphen at a line end stays and takes no space: Japanese
    papers do not divide Latin words, so such a hyphen belongs to the word. Spaces that only the setting put in are
    removed, see `tidy_spaces`.
    """
    stripped = [line.strip() for line in lines]
    if not compiled(_LATIN_JOINT).search("\n".join(stripped)):
        return tidy_spaces("".join(stripped))
    text = ""
    for line in stripped:
        text = _join(text, line)
    return tidy_spaces(text)


def _join(left: str, right: str) -> str:
    if not left or not right:
        return left + right
    if left.endswith(_SOFT_HYPHEN):
        return left[:-1] + right
    if left.endswith(_LINE_END_HYPHENS) and len(left) > 1 and _is_of(_LATIN, left[-2]):
        return left[:-1] + "-" + right
    is_apart = _meets_with_space(left[-1], right[0]) and not (_ADDRESS.search(left) and _REST_OF_ADDRESS.match(right))
    return left + (" " if is_apart else "") + right


def _meets_with_space(before: str, after: str) -> bool:
    """Whether a line break between these two stood for a space: neither side is Japanese, nor full width."""
    return not _is_of(_JAPANESE, before) and not _is_of(_JAPANESE, after)


def tidy_spaces(text: str) -> str:
    """Remove the spaces that justified setting put between Japanese characters; only white space changes.

    Kept are: one full-width space where there was one (中谷　元, 日時　１０時), one space beside a Latin word, one
    between two kanji unless the text is full of stray spaces, those inside a name with its reading and inside this
    (中谷 元(なかたに げん)) or address (長谷部 みどり君), and the one behind a marked speaker (○岬大臣 お答えします)
    or the kana of an item (ア 申請書).
    Letters spread over the line (報　道　資　料, 日　時) are pushed together.
    """
    if not _SPACE.search(text):
        return text
    text = text.strip()
    if compiled(_MAY_BE_SPREAD).search(text):
        for spread in (_SPREAD_LABEL, _SPREAD):
            text = compiled(spread).sub(_pushed_together, text)
        text = compiled(_SPREAD_NAME).sub("\\1\\2\\3\u3000\\4", text)
    text = _WIDE_SPACES.sub(_one_space, text)
    if " " not in text:
        return _BESIDE_MARK.sub("", text)
    keep_between_kanji = len(compiled(_NOISE).findall(text)) <= _FEW_NOISE
    names = {match.start() for match in compiled(_NAME).finditer(text)}
    kept = {space_behind_speaker(text), *(match.start() for match in compiled(_KEPT).finditer(text))}
    if keep_between_kanji:
        kept |= {match.start(1) for match in compiled(_READING).finditer(text)}

    def tidy(match: re.Match[str]) -> str:
        before, after = text[match.start() - 1], text[match.end()]
        if match.start() in kept:
            return " "
        if _is_kanji(before) and _is_kanji(after) and (keep_between_kanji or match.start() in names):
            return " "
        if _is_half_kana(before) and _is_half_kana(after):
            return " "
        return "" if (_is_cjk(before) and _is_cjk(after)) or before in _OPENING or after in _CLOSING else match[0]

    return _BESIDE_MARK.sub("", _SINGLE.sub(tidy, text))


@lru_cache(maxsize=16384)
def _is_of(characters: str, character: str) -> bool:
    return compiled(f"[{characters}]").match(character) is not None


def _pushed_together(match: re.Match[str]) -> str:
    """The letters without the spaces between them; a much wider one stays, it parts words (早　瀬　　　守)."""
    gaps = [_gap_width(gap) for gap in _SPACES.findall(match[0])]
    return _SPACES.sub(lambda gap: "\u3000" if _gap_width(gap[0]) >= max(2.0, 2 * min(gaps)) else "", match[0])


def _gap_width(gap: str) -> float:
    return sum(1.0 if character == "\u3000" else 0.5 for character in gap)


def _one_space(match: re.Match[str]) -> str:
    """Several spaces, or a full-width one, set columns apart: one full-width space between Japanese characters."""
    spaces, text = match[0], match.string
    around = text[max(match.start() - 1, 0)] + text[min(match.end(), len(text) - 1)]
    wide = "\u3000" in spaces or "\t" in spaces or len(spaces) > 1
    return "\u3000" if wide and any(_is_cjk(side) or "\uff01" <= side <= "\uff5e" for side in around) else " "


def _is_cjk(character: str) -> bool:
    return _is_of(_CJK, character)


def _is_half_kana(character: str) -> bool:
    """Text of half-width kana, from forms and old machines, sets its words apart with spaces."""
    return "\uff66" <= character <= "\uff9f"


def _is_kanji(character: str) -> bool:
    return _is_of(_KANJI, character)
