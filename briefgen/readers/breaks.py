"""Where lines were broken: inside a sentence, so that it goes on below, or on purpose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.japanese.lines import join_lines
from briefgen.readers.layout import text_width
from briefgen.readers.marks import split_label

__all__ = ["FINISHED", "NO_LINE_END", "NO_LINE_START", "TERMINAL", "begins_entry", "ends_in_particle", "is_cut",
           "is_running", "join_manual_breaks"]  # fmt: skip

TERMINAL = ("。", "．", "！", "？", "!", "?")
_CLOSING = ("」", "』", "）", ")", "】", "〕", "］", "]", "＞", ">", "〉", "》")
FINISHED = TERMINAL + _CLOSING
"""With these a paragraph may end."""
NO_LINE_START = "、。，．：；？！」』）〕］｝〉》】ゝゞ々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ・…％%)]}"
NO_LINE_END = "「『（〔［｛〈《【([{"

_ENTRY = re.compile(r"[^\s：:。、「」\d]{1,8}[：:]")
_PARTICLE_END = re.compile(
    r"[、，（「を]$|[ぁ-ん][がはにのへとで]$|(?:に関する|に対する|における|による|に基づく|に係る|及び|並びに|又は|若しくは)$"
)
_SENTENCE_OPENER = re.compile(
    r"この|その|これ|それ|ここ|そこ|また|なお|さらに|そして|しかし|ただし|まず|つぎに|いずれ|こうした|そうした|このほか|"
    r"あわせて|おって|より|ついては|よって|したがって|どう|はじめ|とりわけ|とくに|ともに|ところ|すでに|いま|お|ご|ひ|み|さ|も"
)
_GOES_ON_BEFORE = re.compile(r"[がをにのへとでは]|など|から|まで|や")
"""Particles: the word before them stands on the line above."""
_OPEN = re.compile(r"[はが](?![ぁ-ん])|[ぁ-ん]、")
"""A line that names its subject, or closes a clause, is no head."""
_SHORTEST_RUNNING_LINE = 30
_LONG = 25
"""In em; a line of a list is shorter as a rule."""
_WORD_GOES_ON = re.compile(r"(?!\S+@|https?:|www\.)[a-z]")
_OPEN_AFTER_SENTENCE = re.compile(r"。[^。「」（）()]{1,12}$")


def is_cut(before: str, after: str, has_gap: bool) -> bool:
    """Whether a line was broken inside a sentence although it is not full (…感謝の意が述べら / れました。)."""
    before, after = before.strip(), after.strip()
    if before.endswith(_CLOSING) and not has_gap and after.endswith(TERMINAL):
        return _AFTER_BRACKET.match(after) is not None and split_label(after) is None
    if before.endswith(FINISHED) or split_label(after) is not None:
        return False
    if not has_gap and (before.endswith("、") or _WORD_GOES_ON.match(after)):
        return True
    if (
        not has_gap
        and "、" in before
        and text_width(before) >= _LONG
        and _FIGURE_OPEN.search(before)
        and _COUNTER.match(after)
    ):
        return True
    if not has_gap and after.endswith(TERMINAL) and _OPEN_AFTER_SENTENCE.search(before):
        return True
    if "、" not in before and len(before) < _SHORTEST_RUNNING_LINE:
        return False
    if after[:1] in NO_LINE_START or (after.endswith("。") and _begins_midword(before, after)):
        return True
    return not has_gap and after.endswith("。") and ends_in_particle(before)


def _begins_midword(before: str, after: str) -> bool:
    """Whether a line begins with the end of a word, or a particle: below a head it begins with a word of its own."""
    if not re.match(r"[ぁ-ん]", after) or _SENTENCE_OPENER.match(after):
        return False
    return _GOES_ON_BEFORE.match(after) is not None or _OPEN.search(before) is not None


def ends_in_particle(line: str) -> bool:
    """Whether the line ends with a word that asks for another."""
    return _PARTICLE_END.search(line) is not None


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
_LEADS_A_LIST = re.compile(r"(?:とおり|通り|以下|下記|左記|次)[。：:]?$")
_FIGURE_OPEN = re.compile(r"(?:[^\s0-9０-９.．,，][0-9０-９]+|[0-9０-９][万億兆]|[0-9０-９][.．,，]|^[△▲+＋\-－約])$")
"""A figure whose end may stand on the next line; one behind a space is a value of its own."""
_FIGURE_GOES_ON = re.compile(r"[0-9０-９.．,，万億兆]")
_COUNTER = re.compile(r"[0-9０-９.．,，十百千万億兆年月日時分秒人名件台隻機両回か箇％%円]")
"""With these a figure goes on whose beginning ends a line of a sentence."""
_ERA = frozenset({"令和", "平成", "昭和", "大正", "明治"})
_VERB_GOES_ON = re.compile(
    r"(?:す[るで]|し[たてな]|さ[れせ]|でき|られ|れ[たる]|ため|こと|もの|よう|とき|など|から|まで|より|及び|並びに)"
)
_OPEN_SENTENCE = re.compile(r"[はがを](?![ぁ-ん])|[ぁ-ん]、")
_AFTER_BRACKET = re.compile(r"[、。はがをにのとでへ]")
_NARROWEST = 15
"""Narrower lines are a list, not wrapped text (in em)."""
_SLACK = 2.0
"""So much, in em, do the widths of full lines differ: of half-width letters, and marks that may not begin a line."""


def join_manual_breaks(lines: Sequence[str]) -> list[str]:
    """Return the pieces of a paragraph with manual line breaks (``<br>``, Shift+Enter).

    Lines are joined where a figure or a sentence shows that it goes on, where they are as wide as others that do, and
    where a sentence follows another without an indent. All others were broken on purpose: entries, lists, speakers,
    heads.
    """
    shown = [line for line in lines if line.strip()]
    width = _wrapped_at([line.strip() for line in shown])
    groups: list[list[str]] = []
    for index, raw in enumerate(shown):
        line, rest = raw.strip(), [other.strip() for other in shown[index:]]
        if groups and _is_one_figure(groups[-1][-1], line):
            groups[-1][-1] += line
        elif groups and not _begins(line) and _goes_on(groups[-1], rest, raw.startswith("\u3000"), width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [join_lines(group) for group in groups]


def _begins(line: str) -> bool:
    """Whether a line begins anew whatever stands before it."""
    return split_label(line) is not None or _SPEAKER.match(line) is not None


def _goes_on(group: Sequence[str], rest: Sequence[str], is_indented: bool, width: float | None) -> bool:
    """Whether the first of the lines `rest` belongs to the group of lines before it."""
    before, line = group[-1], rest[0]
    if before.endswith(TERMINAL):
        return not is_indented and not _NAMED.match(line)
    if len(before) == len(line) == 1 or is_cut(before, line, False):
        return True
    if is_indented or _LEADS_A_LIST.search(before):
        return False
    if width is not None and abs(text_width(before) - width) <= _SLACK:
        return True
    if before.endswith(_CLOSING):
        return _AFTER_BRACKET.match(line) is not None
    return _is_open_sentence("".join(group), before, line) and _ends_in_sentence(rest)


def _is_one_figure(before: str, line: str) -> bool:
    """Whether a figure, or a year with its era, was broken."""
    is_open = _FIGURE_OPEN.search(before) is not None or before in _ERA
    return is_open and _FIGURE_GOES_ON.match(line) is not None


def _is_open_sentence(text: str, before: str, line: str) -> bool:
    """Whether the text has a subject or object, or ends or goes on as only a sentence does."""
    if begins_entry(line) or (_NAMED.match(text) and "、" not in text):
        return False
    return any((is_running(text), ends_in_particle(before), _VERB_GOES_ON.match(line)))


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
