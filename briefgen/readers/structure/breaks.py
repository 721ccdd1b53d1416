"""Where lines were broken: inside a sentence, so that it goes on below, or on purpose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.japanese.compiling import compiled
from briefgen.japanese.lines import join_lines
from briefgen.readers.structure.layout import text_width
from briefgen.readers.structure.marks import split_label

__all__ = ["FINISHED", "NO_LINE_END", "NO_LINE_START", "TERMINAL", "begins_entry", "ends_in_particle", "is_cut",
           "is_running", "join_apart", "join_manual_breaks"]  # fmt: skip

TERMINAL = ("。", "．", "！", "？", "!", "?")
_CLOSING = ("」", "』", "）", ")", "】", "〕", "］", "]", "＞", ">", "〉", "》")
FINISHED = TERMINAL + _CLOSING
"""With these a paragraph may end."""
NO_LINE_START = "、。，．：；？！」』）〕］｝〉》】ゝゞ々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ・…％%)]}"
NO_LINE_END = "「『（〔［｛〈《【([{"
_CLOSED_BY = dict(zip("「『（〔［｛〈《【([{", "」』）〕］｝〉》】)]}", strict=True))

_ENTRY = re.compile(r"[^\s：:。、「」\d]{1,8}+[：:]")
_SUBJECT_END = "[一-鿿々ァ-ヶー）」][はが]$"
_PARTICLE_END = (
    rf"[、，（「を]$|{_SUBJECT_END}|[ぁ-ん](?:[がはにのへと]|(?<!ま)で)$|"
    "(?:に関する|に対する|における|による|に基づく|に係る|及び|並びに|又は|若しくは|および|ならびに|または|もしくは)$"
)
_WAYS = ("から", "まで", "への", "との", "での")
"""Particles that end entries as well (受付：９時から１２時まで)."""
_SENTENCE_OPENER = re.compile(
    r"この|その|これ|それ|ここ|そこ|また|なお|さらに|そして|しかし|ただし|まず|つぎに|いずれ|こうした|そうした|このほか|"
    r"あわせて|おって|より|ついては|よって|したがって|どう|はじめ|とりわけ|とくに|ともに|ところ|すでに|いま|お|ご|ひ|み|さ|も|"
    r"ことし|ときに|ようやく|できるだけ"
)
_GOES_ON = re.compile(
    r"[がはにのへとでも](?![ぁ-ん])|を|や(?![ぁ-ん])|[にとでへ][はもの]|"
    r"が(?:あ[っりる]|な[いかく])|で(?:よ[いろ]|あ[るっり]|す|し[たょ]|き[るた])|の(?:ほか|ため|うち|よう|もと)|と(?:し[てた]|い[いうっ]|な[っりる]|とも)|"
    r"に(?:つい|おけ|おい|よ[りるっ]|対|関|基)|す[るで]|し[たてな]|さ[れせ]|られ|れ[たる]|"
    r"ため|こと|もの|よう|とき|など|から|まで|より"
)
"""Particles and ends of verbs, which belong to the line above, and no beginnings of words (はやて, にしうみ)."""
_OPEN = re.compile(r"[はが](?![ぁ-ん])|[ぁ-ん]、")
"""A line that names its subject, or closes a clause, is no head."""
_SHORTEST_RUNNING_LINE = 30
_NEVER_BETWEEN = (
    r"(?:[一-鿿々ァ-ヶー）」]の|に(?:関する|係る|対する|おける|基づく))\n|"
    r"」と\n|(?:、|及び|並びに|又は|若しくは|および|ならびに|または|もしくは)\n|\n(?:及び|並びに|又は|若しくは|を|(?:[がはも]|[にでと]は|から|まで|など)、)|[A-Za-z,\-‐]\n(?!\S+@|https?:|www\.)[a-z]|"
    r"(?:https?://|www\.|[a-z][!-~]*/)[!-~]*\n(?!https?:|www\.)[a-z/_?=&%]|"
    r"[0-9]\n(?:k[mgt]|[cm]m|ha|kW|hPa|m|t)(?![A-Za-z])"
)
"""No paragraph ends beside a conjunction, behind 」と, の or に関する, before a particle, between Latin words, in an
address, or before a unit."""
_LONGEST_ADDRESS = 200
_LONG = 25
"""In em; a line of a list is shorter as a rule."""
_FIGURE_COUNTED = re.compile(r"[^\s0-9０-９.．,，][0-9０-９]+\n[十百千万億兆年月日時分秒人名件台隻機両回か箇％%円]")
_LONGEST_FIGURE = 40
_OPEN_AFTER_SENTENCE = re.compile(r"。[^。「」（）()]{1,12}$")


def is_cut(before: str, after: str, has_gap: bool) -> bool:
    """Whether a line was broken inside a sentence although it is not full (…感謝の意が述べら / れました。)."""
    before, after = before.strip(), after.strip()
    if split_label(after) is not None or _are_figures(before, after):
        return False
    if not has_gap and _closes_bracket(before, after):
        return True
    if before.endswith(_CLOSING) and not has_gap and after.endswith(TERMINAL):
        return _goes_on_behind_bracket(after)
    if before.endswith(FINISHED):
        return False
    if not has_gap and compiled(_NEVER_BETWEEN).search(f"{before[-_LONGEST_ADDRESS:]}\n{after[:_LONGEST_ADDRESS]}"):
        return True
    if not has_gap and _parts_figure(before, after):
        return True
    if not has_gap and after.endswith(TERMINAL) and _OPEN_AFTER_SENTENCE.search(before):
        return True
    if "、" not in before and len(before) < _SHORTEST_RUNNING_LINE:
        is_end = _GOES_ON.match(after) is not None and _SENTENCE_OPENER.match(after) is None
        return not has_gap and after.endswith("。") and is_end and is_running(before)
    if after[:1] in NO_LINE_START or (after.endswith("。") and _begins_midword(before, after)):
        return True
    return not has_gap and after.endswith("。") and (ends_in_particle(before) or before.endswith(_WAYS))


def _parts_figure(before: str, after: str) -> bool:
    """Whether a long line of a sentence ends in a figure whose counter begins the next (約３０ / 名が)."""
    is_long = "、" in before and text_width(before) >= _LONG
    return is_long and _FIGURE_COUNTED.search(f"{before}\n{after}") is not None and not _NUMBERED.search(before)


def _are_figures(before: str, after: str) -> bool:
    """Whether a figure ends the first line and another begins the second."""
    between = f"{before[-_LONGEST_FIGURE:]}\n{after[:_LONGEST_FIGURE]}"
    return _FIGURES_MEET.search(between) is not None and compiled(_CUT_FIGURE).search(between) is None


def _closes_bracket(before: str, after: str) -> bool:
    """Whether a bracket opens in one line and closes in the next: （前年度比 / ＋３％）."""
    waiting: list[str] = []
    for character in before:
        if character in _CLOSED_BY:
            waiting.append(_CLOSED_BY[character])
        elif waiting and character == waiting[-1]:
            waiting.pop()
    depth = len(waiting)
    for character in after if waiting else "":
        if character in _CLOSED_BY:
            waiting.append(_CLOSED_BY[character])
        elif character == waiting[-1]:
            waiting.pop()
            if len(waiting) < depth:
                return True
    return False


def _goes_on_behind_bracket(line: str) -> bool:
    return line[:1] in "、。" or _GOES_ON.match(line) is not None


def _begins_midword(before: str, after: str) -> bool:
    """Whether a line begins with the end of a word, or a particle: below a head it begins with a word of its own."""
    if not re.match(r"[ぁ-ん]", after) or _SENTENCE_OPENER.match(after):
        return False
    return _GOES_ON.match(after) is not None or _OPEN.search(before) is not None


def ends_in_particle(line: str) -> bool:
    """Whether the line ends with a word that asks for another."""
    return compiled(_PARTICLE_END).search(line) is not None


def is_running(text: str) -> bool:
    """Whether a text has what sentences have, a subject, an object or a clause, and entries and rows have not."""
    return _OPEN_SENTENCE.search(text) is not None


def begins_entry(line: str) -> bool:
    """Whether a line begins with the name of its value: 電話：…, 担当者：…."""
    return _ENTRY.match(line) is not None


# ---------------------------------------------------------------- manual breaks

_SPEAKER = re.compile(r"【[^】]{1,20}】|[（(][^（）()、。]{1,8}[）)](?=[^、。はがをにのとで])")
_NAMED = re.compile(r"[^\s。、「」\d０-９]{1,8}(?:[：:]|\u3000+\S)")
"""A line that names its value, 場所：… or 場所　…."""
_LEADS_A_LIST = re.compile(r"(?:とおり|通り|以下|下記|左記|次|とは)[。：:]?$")
_D = "[0-9０-９]"
_CUT_FIGURE = (
    rf"^[△▲+＋\-－約]\n{_D}|{_D}[.．]\n{_D}+(?![0-9０-９.．])|{_D}[,，]\n{_D}{{3}}(?!{_D})|[,，]{_D}\n{_D}{{2}}(?!{_D})"
    rf"|[,，]{_D}{{2}}\n{_D}(?!{_D})|{_D}兆\n[0-9０-９,，]+億|{_D}億\n[0-9０-９,，]+万|{_D}万\n{_D}[,，]?{_D}{{2,3}}(?!{_D})"
    rf"|[ぁ-ん]{_D}{{1,3}}\n{_D}[0-9０-９,，.．]*[^\s0-9０-９,，.．:：/／～〜\-－]|^(?:令和|平成|昭和|大正|明治)\n{_D}"
)
"""A figure that has no end above and no beginning below: half a group of digits, a smaller unit, a year of an era."""
_FIGURES_MEET = re.compile(rf"{_D}\n{_D}")
_NUMBERED = re.compile(
    rf"(?:[A-Za-zＡ-Ｚａ-ｚ/／:：.．~～〜\-－×]|第|別紙|別[表添記図]|資料|議題|様式|図|表|注|問){_D}+(?:[.．]{_D}+)?$"
)
"""A name, a time or a code with a number of its own, with which no other goes on: 別紙１, F-15, 13:00."""
_OPEN_SENTENCE = re.compile(r"[はがを](?![ぁ-ん])|[ぁ-ん]、")
_NUMERALS = frozenset("〇一二三四五六七八九十百千万億兆")
_NARROWEST = 15
"""Narrower lines are a list, not wrapped text (in em)."""
_SLACK = 2.0
"""So much, in em, do the widths of full lines differ: of half-width letters, and marks that may not begin a line."""
_MOST_LINES = 20
"""Of a sentence that was broken by hand."""


def join_manual_breaks(lines: Sequence[str]) -> list[str]:
    """Return the pieces of a paragraph with manual line breaks (``<br>``, Shift+Enter).

    Lines are joined where a figure or a sentence shows that it goes on, where they are as wide as others that do, and
    where a sentence follows another without an indent. All others were broken on purpose: entries, lists, speakers,
    heads.
    """
    shown = [line for line in lines if line.strip()]
    stripped = [line.strip() for line in shown]
    width = _wrapped_at(stripped)
    groups: list[list[str]] = []
    for index, (raw, line) in enumerate(zip(shown, stripped, strict=True)):
        if groups and compiled(_CUT_FIGURE).search(f"{groups[-1][-1]}\n{line}"):
            groups[-1][-1] += line
        elif groups and not _begins(line) and _goes_on(groups[-1], stripped[index : index + _MOST_LINES], raw, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [join_lines(group) for group in groups]


def join_apart(lines: Sequence[str]) -> str:
    """Return the lines of a head or cell as one, a full-width space where a figure would join one it is no part of."""
    parts: list[list[str]] = []
    for line in filter(None, map(str.strip, lines)):
        if parts and not _are_figures(parts[-1][-1], line):
            parts[-1].append(line)
        else:
            parts.append([line])
    return "\u3000".join(map(join_lines, parts))


def _begins(line: str) -> bool:
    """Whether a line begins anew whatever stands before it."""
    return split_label(line) is not None or _SPEAKER.match(line) is not None


def _goes_on(group: Sequence[str], rest: Sequence[str], raw: str, width: float | None) -> bool:
    """Whether the first of the lines `rest`, `raw` with its indent, belongs to the group of lines before it."""
    before, line = group[-1], rest[0]
    is_indented = raw.startswith("\u3000")
    if _FIGURES_MEET.search(f"{before[-1]}\n{line[0]}") and _NUMBERED.search(before):
        return False
    if before.endswith(TERMINAL):
        is_sentence = line.endswith(TERMINAL) or (is_running(line) and _ends_in_sentence(rest))
        return is_sentence and not is_indented and not _NAMED.match(line)
    if _are_letters(before, line) or is_cut(before, line, False):
        return True
    if (is_indented and not ends_in_particle(before)) or _LEADS_A_LIST.search(before):
        return False
    if width is not None and abs(text_width(before) - width) <= _SLACK:
        return True
    if before.endswith(_CLOSING):
        return _goes_on_behind_bracket(line)
    return _is_open_sentence("".join(group[-_MOST_LINES:]), before, line) and _ends_in_sentence(rest)


def _are_letters(before: str, line: str) -> bool:
    """Whether both are one letter of a word set from top to bottom, and no mark or figure."""
    return len(before) == len(line) == 1 and all(c.isalpha() and c not in _NUMERALS for c in before + line)


def _is_open_sentence(text: str, before: str, line: str) -> bool:
    """Whether the text has a subject or object, or ends or goes on as only a sentence does."""
    if begins_entry(line) or (_NAMED.match(text) and "、" not in text and not re.search(_SUBJECT_END, before)):
        return False
    return any((is_running(text), ends_in_particle(before), _GOES_ON.match(line)))


def _ends_in_sentence(rest: Sequence[str]) -> bool:
    """Whether these lines end a sentence before anything begins anew."""
    for number, line in enumerate(rest):
        if number and (_begins(line) or begins_entry(line)):
            return False
        if line.endswith("。"):
            return True
    return False


def _wrapped_at(lines: Sequence[str]) -> float | None:
    """The width at which the lines were wrapped: that of two that break off, or of all but the last of a sentence."""
    open_widths = [text_width(line) for line in lines[:-1] if not line.endswith(FINISHED)]
    widest = max(open_widths, default=0.0)
    if widest < _NARROWEST or any(text_width(line) > widest + _SLACK for line in lines):
        return None
    near = sum(widest - width <= _SLACK for width in open_widths)
    return widest if near >= 2 and near == len(open_widths) and lines[-1].endswith(TERMINAL) else None
