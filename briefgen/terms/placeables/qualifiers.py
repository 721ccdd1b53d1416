"""What stands behind a figure and changes what it says: １００人以上, 未満, 余り, 前後, １５時頃; and ranges, 10～20人.

A bound that the English lost would leave the figure right and the sentence wrong, so it belongs to the figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefgen.model.segment import AMOUNTS, ConstraintKind
from briefgen.terms.placeables.common import ABOUT, Placeable, Scan

__all__ = ["qualify", "with_counter"]

_NOUNS = {
    "文字": "characters", "分野": "fields", "項目": "items", "種類": "kinds", "団体": "organizations", "店舗": "stores",
    "チーム": "teams", "ページ": "pages", "言語": "languages", "地点": "points", "施設": "facilities",
    "病院": "hospitals", "大学": "universities", "路線": "lines", "集落": "settlements", "議席": "seats",
    "部隊": "units", "拠点": "bases", "桁": "digits", "ビット": "bits", "階級": "ranks", "区間": "sections",
}  # fmt: skip
"""Counters whose noun goes with the figure before a bound: パスワードは１５文字以上."""
_AT_MOST = (
    "(?<!ページ)まで(?=の?(?:参加|申請|利用|同行|同伴|無料|補助|支給|搭載|使用|応募|申し?込|購入|貸|対応)|とする|と(?:し|定)|に限|可(?!決)"
    "|[がは]?認め|受け?付)(?![^、。]{0,8}(?:増|減|引き?[上下]|拡大|縮小))"
)
"""What is allowed and no more; １２０人まで増やす names what becomes of the number."""
_MOST = re.compile("(?:最[大長高多]|上限|限度)(?:[はが]|で(?:も)?)?約?$")
_COUNTER = re.compile(
    f"(?P<noun>[機隻両台名人件発個本基門社校頭枚冊点票回]|[かカヵヶケ]国|[かカヵヶケ]所|{'|'.join(_NOUNS)})"
    rf"(?=(?:以上|以下|未満|余り|あまり|足らず|{_AT_MOST})|(?:余|超|強|弱)(?:[のがをにはもで、。,)」増減上下値伸縮拡]|$))"
)
"""A counter that the figure leaves to the translation, before a qualifier."""
_STOP = r"(?=[のがをにはもで、。,)」]|と(?!も)|$)"
_MOVE = "(?=[増減上下値伸縮拡]|円[高安]|後退|悪化|改善)"
"""What begins a word for a rise or fall: ７００円超下落, ２００人超減少."""
_OVER = ("more than", "over", "just over", "slightly more than", "slightly over", "a little over", "upwards of")


@dataclass(frozen=True, slots=True)
class _Qualifier:
    """Words behind a figure; their English before and after it, the preferred form first, ``{}`` being the figure."""

    pattern: re.Pattern[str]
    forms: tuple[str, ...]


def _before(*words: str) -> tuple[str, ...]:
    return tuple(f"{word} {{}}" for word in words)


def _behind(*words: str) -> tuple[str, ...]:
    return tuple(f"{{}} {word}" for word in words)


def _in_range(*words: str) -> tuple[str, ...]:
    return tuple(f"{word}{{}} {noun}" for word in words for noun in ("range", "level", "mark", "line"))


_RANGE = "(?<=[割%円ルンロ元銭ト])台(?![湾風数頭所本])"
"""３割台 and １４０円台: somewhere between it and the next round figure."""
_EVERY = re.compile("(?:(?<=時間)|(?<=[分秒]))(?:おき(?!て)|置き(?!去|換|土))")
"""１２時間おき; ２日おき may be every two or every three days."""
_OF_AMOUNTS = (
    _Qualifier(
        re.compile("以上(?!の?(?:通り|とおり|よう)|[、。]以上)"),
        (
            *_behind("or more", "or longer", "or higher", "or over", "and over", "or above", "and above"),
            *_before("at least", "no fewer than", "no less than", "not less than", "a minimum of", "upwards of"),
        ),
    ),
    _Qualifier(
        re.compile("以下(?!の?(?:通り|とおり|よう)|同じ)"),
        (
            *_behind("or less", "or fewer", "or lower", "or below", "or under", "and under", "or shorter"),
            *_before("at most", "no more than", "not more than", "up to", "a maximum of"),
        ),
    ),
    _Qualifier(re.compile("未満"), _before("less than", "fewer than", "under", "below", "shorter than")),
    _Qualifier(re.compile(f"余り|あまり|余{_STOP}|余{_MOVE}"), _before(*_OVER)),
    _Qualifier(
        re.compile(f"超(?:{_STOP}|{_MOVE}|(?=[0-9]))"),
        _before("more than", "over", "above", "exceeding", "in excess of"),
    ),
    _Qualifier(re.compile(f"強{_STOP}|強{_MOVE}"), _before("just over", *_OVER)),
    _Qualifier(
        re.compile(f"弱{_STOP}|弱{_MOVE}|足らず|たらず"),
        _before("just under", "slightly less than", "slightly under", "a little less than", "a little under", "nearly",
                "almost", "less than", "under", "close to"),
    ),
    _Qualifier(re.compile("前後(?![0-9])|程度|くらい|ぐらい|ほど(?!こ)|内外"), _before(*ABOUT)),
    _Qualifier(re.compile(f"{_RANGE}前半"), _in_range("lower ", "low ")),
    _Qualifier(re.compile(f"{_RANGE}(?:半ば|中盤)"), _in_range("middle ", "mid-")),
    _Qualifier(re.compile(f"{_RANGE}後半"), _in_range("upper ", "high ")),
    _Qualifier(re.compile(_RANGE), _in_range("")),
    _Qualifier(re.compile("の内数"), _before("part of", "part of the", "included in", "included in the", "out of the")),
    _Qualifier(re.compile("入り(?=[0-9の、。])"), _before("containing", "holding", "of")),
    _Qualifier(_EVERY, _before("every", "at intervals of")),
    _Qualifier(re.compile(_AT_MOST), _before("up to", "a maximum of", "no more than", "not more than", "at most")),
)  # fmt: skip
_OF_LENGTHS = (
    *_OF_AMOUNTS,
    _Qualifier(re.compile("[が掛]かり(?=[でのに])"), _before("over", "taking", "spanning", "lasting")),
)
_BESIDE_ABOUT = ("{} or more", "{} or less")
"""Bounds that leave 約 its meaning: 約６，０００ｋｍ以上."""
_FORMS = 8
_OF_TIMES = (
    _Qualifier(re.compile("頃|ごろ|前後"), _before("around", "about", "approximately", "at around", "at about")),
    _Qualifier(re.compile("過ぎ|すぎ"), _before("shortly after", "just after", "after", "a little after", "past")),
    _Qualifier(
        re.compile(f"前{_STOP}"), _before("shortly before", "just before", "before", "a little before", "prior to")
    ),
)
_OF_DATES = (
    _Qualifier(re.compile("頃|ごろ"), _before("around", "about", "approximately", "sometime around")),
    _Qualifier(
        re.compile("のうち(?=に)"), _before("before the end of", "by the end of", "on", "in", "within", "during")
    ),
)
_SIGN = re.compile(
    r"(?:マイナス|プラス|[▲△±]|(?<![0-9A-Za-z一-龯ァ-ヺー)])[-+]|(?:(?<=[比減差])|(?<=対前年)|(?<=対前年度))[-+])$"
)
_IS_CHANGE = re.compile("(?:比|増減|差|対前年度?)[(:は]?$|[(](?:前年[^()]{0,6}比?)?$")
"""Before a mark that says by how much something rose or fell, and is no bullet: (▲１２回), 前年同期比＋４３回."""
_OF_VALUE = re.compile("(?:[はがに=]|-[0-9.]+[^0-9、。]{1,6}(?:から|~))$")
"""Before the sign of what something is: 潮位は－３０ｃｍ, 係数＝－１．５; elsewhere it may be a dash or a bullet."""
_BESIDE_WORD = re.compile("[一-龯ぁ-ゖァ-ヺー]")
"""What a bullet has no place behind: 自衛官▲３８０人."""
_MINUS = _before("minus", "a decrease of", "decrease of", "a decline of", "down", "decreased by", "fell by")
_SIGN_WORDS = {"±": ("plus or minus {}", "±{}", "± {}"), "+": ("plus {}",), "プラス": ("plus {}",)}
_RISEN = _before("an increase of", "increase of", "a rise of", "up", "increased by", "increases by", "rose by", "up by")
_COUNTED = re.compile(
    "people|person|ship|boat|aircraft|countr(?:y|ies)|location|household|building|school|compan(?:y|ies)|prefecture"
)
_SINGULAR = re.compile("(?<=dollar)s$|(?<=pound)s$|(?<=euro)s$")
"""The ending that a currency loses before another noun: the 78 dollar range."""
_DEGREES = re.compile("seismic|Mach|°|degree")
_WAVE_BEFORE, _WAVE_BEHIND = re.compile(r"(?:^|(?<=[(]))~$"), re.compile(r"~(?=[)]|$)")
_NO_BOUND = re.compile("(?:[1-9]|16|32)[強弱]")
"""The last four (４強), and degrees of an earthquake (６弱): without a unit no bound."""

_ACROSS = re.compile("(?<![一-龯])(?P<sides>東西|南北)に?$")
_SIDES = {
    sides: (f"from {one} to {other}", f"{one} to {other}", f"{one}-{other}")
    for sides, one, other in (("東西", "east", "west"), ("南北", "north", "south"))
}


def qualify(placeable: Placeable, scan: Scan) -> Placeable:
    """The figure with the qualifier behind it, where there is one."""
    kinds = {
        ConstraintKind.TIME: _OF_TIMES,
        ConstraintKind.DATE: _OF_DATES,
        ConstraintKind.DURATION: _OF_LENGTHS,
    }
    qualifiers = kinds.get(placeable.kind, _OF_AMOUNTS if placeable.kind in AMOUNTS else ())
    placeable = _across(_signed(with_counter(placeable, scan), scan), scan)
    if placeable.kind is ConstraintKind.TIME and " to " in placeable.english:
        return placeable
    for qualifier in qualifiers:
        found = qualifier.pattern.match(scan.text, placeable.end)
        is_said = found and qualifier.pattern.pattern == _AT_MOST and _MOST.search(scan.text, 0, placeable.start)
        if found and not is_said and not _NO_BOUND.fullmatch(scan.text, placeable.start, found.end()):
            return _qualified(placeable, qualifier, found.end())
    return _open(placeable, scan)


def with_counter(placeable: Placeable, scan: Scan) -> Placeable:
    """航空機７０機以上: the counter goes with the figure, so that the bound behind it does; 回 as times."""
    counter = _COUNTER.match(scan.text, placeable.end) if placeable.kind is ConstraintKind.NUMBER else None
    if counter is None:
        return placeable
    forms = placeable.forms
    if counter["noun"] == "回":
        is_once = scan.text[placeable.start : placeable.end] in ("1", "一")
        counted = ("once", "1 time", "one time") if is_once else tuple(f"{form} times" for form in forms)
        forms = (*counted, *forms)
    noun = _NOUNS.get(counter["noun"])
    if noun:
        forms = (*(f"{form} {noun}" for form in forms), *forms)
    return placeable.said(forms, end=counter.end())


def _signed(placeable: Placeable, scan: Scan) -> Placeable:
    """▲5.0％ and マイナス３度 with their sign; a hyphen in the English would be taken for a space, so it is a word."""
    found = _SIGN.search(scan.text, 0, placeable.start) if placeable.kind in AMOUNTS else None
    if not found:
        return placeable
    takes_mark = placeable.kind in (ConstraintKind.PERCENT, ConstraintKind.MONEY) or "°" in placeable.english
    takes_mark |= bool(_OF_VALUE.search(scan.text, 0, found.start()) and placeable.kind is not ConstraintKind.DURATION)
    is_whole = found[0] in "▲△" and (found.start(), placeable.end) == (0, len(scan.text))
    is_beside = found[0] in "▲△" and _BESIDE_WORD.match(scan.text, max(found.start() - 1, 0))
    is_change = bool(is_beside or _IS_CHANGE.search(scan.text, 0, found.start()))
    if len(found[0]) == 1 and not (takes_mark or is_whole or is_change or found[0] == "±"):
        return placeable
    words = _SIGN_WORDS.get(found[0], _MINUS)
    if is_whole and placeable.kind is ConstraintKind.NUMBER:
        words = ("-{}", *words)
    if found[0] in ("+", "プラス"):
        words += _RISEN if is_change else ("{}",)
    return placeable.said((word.format(form) for form in placeable.forms for word in words), start=found.start())


def _across(placeable: Placeable, scan: Scan) -> Placeable:
    """東西１．２キロ as ``1.2 kilometers from east to west``."""
    found = _ACROSS.search(scan.text, 0, placeable.start) if placeable.kind is ConstraintKind.QUANTITY else None
    if not found:
        return placeable
    words = _SIDES[found["sides"]]
    return placeable.said((f"{form} {word}" for form in placeable.forms[:_FORMS] for word in words), found.start())


def _open(placeable: Placeable, scan: Scan) -> Placeable:
    """A range with one end: ～１５時 is until 15:00, ２０２６年～ from 2026; nothing where the figure has no unit."""
    begins, ends = _WAVE_BEFORE.search(scan.text, 0, placeable.start), _WAVE_BEHIND.match(scan.text, placeable.end)
    is_subtitle = scan.text.count("~") > 1
    if placeable.kind is ConstraintKind.NUMBER or is_subtitle or bool(begins) == bool(ends):
        return placeable
    is_amount = placeable.kind in AMOUNTS
    words: tuple[str, ...] = ("from {}", "{} or more" if is_amount else "{} onward", "since {}")
    if begins:
        words = ("up to {}", "at most {}") if is_amount else ("until {}", "to {}", "through {}", "up to {}", "by {}")
    forms = (word.format(form) for form in placeable.forms for word in words)
    return placeable.said(forms, begins.start() if begins else None, ends.end() if ends else None)


def _qualified(placeable: Placeable, qualifier: _Qualifier, end: int) -> Placeable:
    """The forms of a figure with every wording of its qualifier; 約 and 程度 say one thing."""
    forms = placeable.forms
    if placeable.english.startswith(f"{ABOUT[0]} "):
        if qualifier.forms[0] == f"{ABOUT[0]} {{}}":
            return replace(placeable, end=end)
        plain = tuple(form.removeprefix(f"{ABOUT[0]} ") for form in forms if form.startswith(f"{ABOUT[0]} "))
        forms = (*forms[:_FORMS], *plain) if qualifier.forms[0] in _BESIDE_ABOUT else plain
    if qualifier.forms[0].endswith(" range"):
        forms = tuple(dict.fromkeys(_SINGULAR.sub("", form) for form in forms)) + forms
    wordings = sorted(qualifier.forms, key=lambda wording: not _suits(wording, placeable.english))
    made = [wording.format(form) for form in forms for wording in wordings]
    made += [_inside(wording, form) for form in forms for wording in wordings if wording.startswith("{}")]
    return placeable.said(made, end=end)


def _suits(wording: str, english: str) -> bool:
    """Whether a wording is the one for such a figure: fewer people, a higher degree, less of all else."""
    if _COUNTED.search(english):
        return "fewer" in wording and "no " not in wording
    return bool(_DEGREES.search(english)) and ("higher" in wording or "lower" in wording or "below" in wording)


def _inside(wording: str, form: str) -> str:
    """``100 or more people`` beside 100 people or more."""
    number, _, noun = form.partition(" ")
    if noun.startswith(("million", "billion", "trillion")):
        scale, _, noun = noun.partition(" ")
        number = f"{number} {scale}"
    return f"{wording.format(number)} {noun}".strip()
