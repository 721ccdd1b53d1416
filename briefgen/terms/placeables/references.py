"""References: note calls, articles, annexes, document and type numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefgen.findings import Code, Finding, Severity
from briefgen.japanese.numerals import parse_number
from briefgen.japanese.romaji import romanise
from briefgen.model.segment import ConstraintKind
from briefgen.terms.english import join_words, ordinal, ordinal_word, plural, roman_numerals, spell
from briefgen.terms.placeables.common import Placeable, Scan

__all__ = ["NAMED", "find_references"]

NAMED = {
    "注釈": "Note", "脚注": "Footnote", "注": "Note", "註": "Note", "別紙": "Attachment", "別添": "Annex",
    "別記": "Appendix", "別表": "Appended Table", "付録": "Appendix", "附属書": "Annex", "図表": "Chart",
    "別図": "Attached Figure", "付表": "Appended Table",
    "図": "Figure", "表": "Table",
    "写真": "Photo", "資料": "Document", "参考": "Reference", "問": "Question", "事例": "Case", "議題": "Agenda Item",
    "別紙様式": "Attached Form", "別記様式": "Attached Form", "参考資料": "Reference Material",
    "添付資料": "Attachment", "補足資料": "Supplementary Document", "配布資料": "Handout", "配付資料": "Handout",
    "添付": "Attachment", "スライド": "Slide", "質問": "Question", "様式": "Form", "式": "Equation",
}  # fmt: skip
"""Words before a number, with their English."""

_N = "(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,5})"
_NO_BRANCH = (
    "か(?!ら)|[0-9〇一二三四五六七八九十百千万.,つ名人件個隻機台本枚回周年月日時分秒歳割度者点党社校国市町村県区%円]"
    "|の[項表欄部]|(?<=一)[部覧般切環方種定連例端致層員括因様律体番助]|(?<=[二三四五六七八九十])[種者分点重次要原半度]"
)
_BRANCH = rf"(?:の{_N}(?!{_NO_BRANCH}))"
"""What is put in between, 第三条の二; no number (第３号の２名), no row (第一の五の項), no word (第７６号の一部)."""
_ROMAN_FIGURES = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_ROMAN_FIGURE = f"[{_ROMAN_FIGURES}]"
_CIRCLED_AT = {chr(code): number for number, code in enumerate((*range(0x2460, 0x2474), *range(0x3251, 0x3260)), 1)}
_THINGS = "[%月日人名件台枚点つ問題通冊部両隻機社校回度種組千万百億]|本(?![文則])|項目|文字|年(?!代別|齢別|度別)"
"""Behind a number that counts: 質問２０問, 資料１２０部."""
_NAMED = re.compile(
    rf"(?<![一-龯])(?!(?<=[0-9])式)(?P<open>\()?(?P<name>{'|'.join(sorted(NAMED, key=len, reverse=True))})"
    r"(?:第|-(?=[0-9]))?"
    rf"(?P<number>(?:[0-9]{{1,3}}|{_ROMAN_FIGURE}|(?<=第)(?:十?[一二三四五六七八九]|十)|[A-Z](?=-)|[①-⑳])(?:-[0-9]{{1,2}}){{0,3}})(?P<branch>(?<=[一二三四五六七八九十]){_BRANCH})?(?![0-9.,]|{_THINGS})(?P<close>\))?"
)
_NAMED_LIST = re.compile(
    r"(?<![一-龯])(?P<name>図表|図|別表|表|写真|別紙|別添|注|資料|様式|問)(?P<first>[0-9]{1,3})"
    r"(?P<others>(?:(?:、|・|と|~|から|及び|又は|並びに)(?:(?P=name))?[0-9]{1,3}(?![0-9.,]|"
    + _THINGS
    + r"))+)(?:まで)?"
)
"""Several of one kind: 表１、２, 図３、４及び５, 図１～３."""
_PARTS = {
    "条": "Article", "項": "Paragraph", "号": "Item", "章": "Chapter", "節": "Section", "部": "Part", "編": "Part",
    "款": "Subsection",
}  # fmt: skip
_ARTICLE = "条(?!約|例(?!外)|件)"
"""条 by itself: ジュネーブ第４条約 is the fourth convention."""
_LEGAL = re.compile(
    rf"第{_N}{_ARTICLE}{_BRANCH}{{0,2}}(?:第{_N}項)?(?:第{_N}号{_BRANCH}?)?|第{_N}項(?!目)(?:第{_N}号{_BRANCH}?)?|(?<=節){_N}項|(?<![0-9一-龯]){_N}条{_BRANCH}?{_N}項(?!目)(?:{_N}号)?|"
    rf"第?{_ROMAN_FIGURE}[部章編節]|第{_N}(?:[章節款編]|部(?![隊会署門局]))"
)
_PART_OF = {
    "ただし書": ("proviso",), "本文": ("main clause", "main text", "main provision", "body"),
    "前段": ("first sentence", "first part", "former part", "first half", "first clause"),
    "後段": ("second sentence", "second part", "latter part", "second half", "second clause"),
    "各号": ("items", "each item", "the respective items"),
}  # fmt: skip
_PART = re.compile(f"(?P<part>{'|'.join(_PART_OF)})(?P<ending>き(?=[にのはがをもで、。]))?(?![の]?案)")
"""What of a provision is meant (第６条前段), with the English of Japanese Law Translation first."""

_INSIDE = re.compile("中(?=[「『第]|、[「『])")
"""Behind a provision in which words are changed: 第３条第１項中「甲」を「乙」に改める."""
_UNDER = re.compile(
    "の(?=(?:指定|許可|認可|承認|認定|認証|登録|届出|申請|申出|命令|措置命令|通知|公告|公示|免許|検査|同意)(?![一-龯]))"
)
"""Between a provision and what is done under it: 第１項の指定をしようとする."""
_INSIDE_WORDS = ("in", "within", "of")
_UNDER_WORDS = (
    "under", "pursuant to", "in accordance with", "referred to in", "provided for in", "set forth in", "prescribed in",
    "specified in", "based on", "in", "of",
)  # fmt: skip
_JOINED_BEFORE = re.compile("(?:[条項号]、|及び|並びに|又は|若しくは|から|[・と~一-龯ァ-ヺー」』])$")
"""Before a provision that has its English with another one, or with the name of its law."""


@cache
def _listed_provisions(unit: str) -> re.Pattern[str]:
    """The pattern of provisions of one kind, each with its 第 and its unit: 第１条から第３条まで、第５条及び第７条."""
    one = rf"第{_N}{_ARTICLE if unit == '条' else unit}{_BRANCH}{{0,2}}"
    some = f"{one}(?:(?:から|~){one}(?:まで)?)?"
    behind = rf"第?{_N}[項号]|{'|'.join(_PART_OF)}|の{_N}|目"
    return re.compile(f"{some}(?:(?:、|・|と|及び|並びに|又は|若しくは){some})*(?!{behind})")


_FEWEST = 3
"""A range and one more: what is shorter is put together where it is written."""
_PRECEDING = re.compile("(?<![以午直従])前(?P<number>[2-6二三四五六])(?P<unit>[条項号章])")
_HEADING = re.compile(rf"{_ROMAN_FIGURE}(?![0-9部章編節・、-])")
_CONSTITUTION = re.compile(rf"憲法(?P<article>{_N})条")
_OF_LAW = re.compile(
    rf"(?:(?<=法)|(?<=条約)|(?<=協定)|(?<=憲章)|(?<=規則)|(?<=令)|(?<=規程)|(?<=条例))(?<![方手文語用]法){_N}{_ARTICLE}(?!項){_BRANCH}?"
    rf"(?:第?{_N}項)?(?!(?:から|で)[成構])"
)
"""A provision right behind the name of its law, without 第: 民法７０９条, 安保条約５条."""
_LEGAL_PART = re.compile(rf"第?(?P<number>{_N}|{_ROMAN_FIGURE})(?P<unit>[条項号章節款編部])(?P<branches>(?:の{_N})*)")
_NUMBERED = re.compile(
    rf"(?:第?(?P<number>[0-9]{{1,5}}(?:-[0-9]{{1,5}})*)|第(?P<kanji>[一二三四五六七八九十百]{{1,5}}))号(?![機車室棟館線艦艇俸])"
    rf"(?P<branch>{_BRANCH})?"
)
_LISTED = re.compile(
    rf"第(?P<numbers>{_N}(?:(?:[・、,~]|及び|と|から){_N})+)(?P<unit>[条項号章節編])(?![目機車室棟館線艦艇])"
)
"""Several parts of a law of which only the first has its 第, and only the last its unit: 第３、４条."""
_CALL = re.compile(
    r"(?<![男女曹士佐尉氏員告者手ん](?=\([0-9]{2}\)))\((?P<call>[0-9]{1,2}|[一二三四五六七八九十]|[ア-ン]|[a-z]|[ivx]{1,4})\)"
)
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラム"
_ITEMS = re.compile(
    f"(?:号|(?<![ァ-ヺー一-龯])(?=[{_IROHA}]に(?:掲げ|規定|該当|定め)))(?P<items>[{_IROHA}](?:(?:及び|又は|から|若しくは|並びに|[、・~])[{_IROHA}])*)"
    "(?=[にのとをはがやで、。)(]|まで|$)"
)
"""Items of a law below its numbers: 第三号イ及びロ."""
_PAGES = re.compile(
    r"(?<![A-Za-z])[Pp]{1,2}\. ?(?P<first>[0-9]{1,4})(?:[~-](?P<last>[0-9]{1,4}))?(?![0-9A-Za-z]|[~-][0-9])"
)
"""Pages by their letter: Ｐ．１２～１５."""
_CASE = re.compile(r"(?<=年)\((?P<sign>[ァ-ヺ]{1,2})\)(?=第[0-9一二三四五六七八九十百千〇])")
"""The sign of a court's case, which is no item: 令和五年（ワ）第一二三号."""
_CIRCLED = re.compile("[①-⑳㉑-㉟]")
_REMARK = re.compile(r"※(?P<number>[0-9]{1,2})(?![0-9.])")
_TYPE = re.compile(r"(?<![0-9A-Za-z.])(?<!数量)(?<!数量[がはを:])(?P<number>[0-9]{2})式(?![典場])")
_OTHER_NAMES = {
    "別紙": ("Annex", "Appendix"), "別添": ("Attachment", "Appendix"), "別記": ("Annex",), "図表": ("Figure", "Fig."),
    "図": ("Fig.",), "別図": ("Figure",), "付表": ("Table",), "資料": ("Reference", "Material"), "付録": ("Annex",),
    "表": ("Chart",), "参考資料": ("Reference", "Reference Document"), "添付資料": ("Attached Document", "Annex"),
    "添付": ("Annex", "Appendix"), "質問": ("Q",),
}  # fmt: skip
_KANJI_NUMBER = re.compile("[一二三四五六七八九十百]{2,}")
_KANJI = "一二三四五六七八九十"
_KANA = "アイウエオカキクケコサシスセソ"
_ROMAN = tuple(
    tens + ones
    for tens in ("", "x", "xx", "xxx")
    for ones in ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
)[1:]


def find_references(scan: Scan) -> Iterator[Placeable]:
    """The references of the text; one whose figures in kanji are no number (第十十条) is unread and reported."""
    for one in _find_all(scan):
        source = scan.text[one.start : one.end]
        if all(parse_number(number) is not None for number in _KANJI_NUMBER.findall(source)):
            yield one
        else:
            message = f"The figures of {source} are no number, and it was not read."
            finding = Finding(Code.AMBIGUOUS_UNIT, Severity.WARNING, message, hint="Check the figure in the original.")
            yield Placeable(one.start, one.end, "", one.kind, finding=finding)


def _find_all(scan: Scan) -> Iterator[Placeable]:
    yield from _find_named(scan)
    yield from _find_provisions(scan)
    yield from _find_articles(scan)
    for match in _NUMBERED.finditer(scan.text):
        yield _numbered(match)
    for match in _LISTED.finditer(scan.text):
        yield _listed(match)
    yield from _find_calls(scan)
    for match in _CIRCLED.finditer(scan.text):
        number = _CIRCLED_AT[match[0]]
        yield _reference(match, match[0], f"({number})", f"{number})", f"{number}.", f"({_ROMAN[number - 1]})")
    for match in _PAGES.finditer(scan.text):
        first, last = match["first"], match["last"]
        if last:
            spans = (f"{first}-{last}", f"{first} to {last}")
            yield _reference(match, *(f"{word} {span}" for word in ("pp.", "pages", "p.") for span in spans))
        else:
            yield _reference(match, *(f"{word} {first}" for word in ("p.", "page", "pp.")))
    for match in _REMARK.finditer(scan.text):
        yield _reference(match, f"*{match['number']}", f"Note {match['number']}", f"※{match['number']}")
    for match in _TYPE.finditer(scan.text):
        yield _reference(match, f"Type {match['number']}", f"Type-{match['number']}")


def _numbered(match: re.Match[str]) -> Placeable:
    """``No. 195-7`` for 第百九十五号の七."""
    parsed = parse_number(match["number"] or match["kanji"])
    number = match["number"] if parsed is None else str(int(parsed))
    if match["branch"]:
        number += f"-{parse_number(match['branch'][1:])}"
    nths = () if match["branch"] else _ordinals(int(parsed or 0))
    return _reference(match, f"No. {number}", f"No.{number}", f"Number {number}", f"Item {number}", number, *nths)


def _find_provisions(scan: Scan) -> Iterator[Placeable]:
    """Articles and their parts (第６条前段), lists of them that hold a range, and 前三項."""
    for match in (*_LEGAL.finditer(scan.text), *_OF_LAW.finditer(scan.text)):
        parts = [_legal_part(part) for part in _LEGAL_PART.finditer(match[0])]
        joined = ", ".join(parts)
        yield _with_part(match, (joined, " ".join(parts), joined.lower(), *_roman_parts(match[0])))
    for unit in (unit for unit in "条項章節" if scan.text.count(unit) >= _FEWEST):
        for match in _listed_provisions(unit).finditer(scan.text):
            if match[0].count(unit) >= _FEWEST and re.search("から|~", match[0]):
                yield _provisions(match, unit)
    for match in _PRECEDING.finditer(scan.text):
        yield _preceding(match)


def _with_part(match: re.Match[str], forms: tuple[str, ...]) -> Placeable:
    """``the proviso to Article 2, Paragraph 1`` where the part of the provision stands behind it."""
    part = _PART.match(match.string, match.end())
    if not part:
        return _within(match, forms)
    links = ("to", "of", "in") if part["part"] == "ただし書" else ("of", "in")
    made = [f"the {name} {link} {form}" for name in _PART_OF[part["part"]] for link in links for form in forms]
    made += [form.removeprefix("the ") for form in made]
    return Placeable.of(match.start(), part.end(), made, ConstraintKind.REFERENCE)


def _within(match: re.Match[str], forms: tuple[str, ...]) -> Placeable:
    """``in Article 3`` for 第３条中 before the words that are changed, ``under Paragraph 1`` for 第１項の指定."""
    if not _JOINED_BEFORE.search(match.string, 0, match.start()):
        for pattern, links in ((_INSIDE, _INSIDE_WORDS), (_UNDER, _UNDER_WORDS)):
            found = pattern.match(match.string, match.end())
            if found:
                made = [f"{link} {form}" for link in links for form in forms]
                return Placeable.of(match.start(), found.end(), made, ConstraintKind.REFERENCE)
    return _reference(match, *forms)


def _provisions(match: re.Match[str], unit: str) -> Placeable:
    """``Articles 1 to 3, 5 and 7``."""
    items = [
        [_legal_part(part).partition(" ")[2] for part in _LEGAL_PART.finditer(item)]
        for item in re.split("、|・|と|及び|並びに|又は|若しくは", match[0])
    ]
    last = "or" if re.search("又は|若しくは", match[0]) else "and"
    name = _PARTS[unit]
    forms = [f"{name}s {join_words([link.join(item) for item in items], last)}" for link in (" to ", " through ", "-")]
    each = [[f"{name} {number}" for number in item] for item in items]
    forms += [join_words([link.join(item) for item in each], last) for link in (" to ", " through ")]
    forms += [f"from {form}" for form in forms]
    forms += [form.replace(f" {last} ", f", {last} ") for form in forms]
    return _reference(match, *forms, *(form.lower() for form in forms))


def _preceding(match: re.Match[str]) -> Placeable:
    """``the preceding three paragraphs`` for 前三項."""
    number = int(parse_number(match["number"]) or 2)
    name = _PARTS[match["unit"]]
    counts = (spell(number), str(number))
    forms = [f"preceding {count} {noun}s" for noun in (name.lower(), name) for count in counts]
    forms += [f"{count} preceding {noun}s" for noun in (name.lower(), name) for count in counts]
    first = f"preceding {counts[0]} {name if match['unit'] in '条章' else name.lower()}s"
    return _reference(match, f"the {first}", *(f"the {form}" for form in forms), first, *forms)


def _listed(match: re.Match[str]) -> Placeable:
    """``Articles 3 and 4``."""
    numbers = [str(parse_number(one)) for one in re.findall(_N, match["numbers"])]
    unit, is_range = _PARTS[match["unit"]], bool(re.search("~|から", match["numbers"]))
    joined = f"{numbers[0]} to {numbers[-1]}" if is_range else join_words(numbers)
    singles = join_words([f"{unit} {number}" for number in numbers])
    forms = [f"{unit}s {joined}", f"{unit}s {joined.replace(' to ', '-')}", *([] if is_range else [singles])]
    return _reference(match, *forms, *(form.lower() for form in forms))


def _find_calls(scan: Scan) -> Iterator[Placeable]:
    """Note calls and items in brackets: (1), (ア), (一)."""
    for match in _ITEMS.finditer(scan.text):
        for at in range(*match.span("items")):
            if scan.text[at] in _IROHA:
                letter = chr(ord("a") + _IROHA.index(scan.text[at]))
                yield Placeable.of(at, at + 1, (f"({letter})", letter), ConstraintKind.REFERENCE)
    for match in _CALL.finditer(scan.text):
        series = _KANA if match["call"] in _KANA else _IROHA
        call = f"({chr(ord('a') + series.index(match['call']))})" if match["call"] in series else match[0]
        if match["call"] in _KANJI:
            call = f"({_KANJI.index(match['call']) + 1})"
        if not _CASE.match(scan.text, match.start()):
            yield _reference(match, call, match[0], call[1:], call[1:-1])
    for match in _CASE.finditer(scan.text):
        yield _reference(match, f"({romanise(match['sign']).title()})", match[0])


def _find_articles(scan: Scan) -> Iterator[Placeable]:
    """憲法九条 without its 第, and the Roman figure that begins a heading."""
    heading = _HEADING.match(scan.text)
    if heading:
        value = _figure(heading[0])
        yield _reference(heading, *(roman_numerals(value) or ("I",)), str(value))
    for match in _CONSTITUTION.finditer(scan.text):
        name = f"Article {parse_number(match['article'])}"
        yield _reference(match, f"{name} of the Constitution", f"the Constitution's {name}")


def _in_latin(number: str) -> Iterator[str]:
    """``II-3-1`` and ``2-3-1`` for Ⅱ-3-1."""
    first, rest = number[0], number[1:]
    if first in _KANJI:
        yield str(parse_number(number))
        return
    if first in _CIRCLED_AT:
        yield from (number, f"({_CIRCLED_AT[first]})", str(_CIRCLED_AT[first]))
    elif first in _ROMAN_FIGURES:
        value = _figure(first)
        yield from (f"{one}{rest}" for one in (*(roman_numerals(value) or ("I",)), value))
    else:
        yield number


def _figure(text: str) -> int:
    """The value of a figure, also of a Roman one."""
    return _ROMAN_FIGURES.index(text) + 1 if text in _ROMAN_FIGURES else int(parse_number(text) or 0)


def _find_named(scan: Scan) -> Iterator[Placeable]:
    """Words with their number; in 議題　４　その他 the word is the head of a list, and the number not its own."""
    for match in _NAMED_LIST.finditer(scan.text):
        yield _named_list(match)
    for match in _NAMED.finditer(scan.text):
        if match["name"] != "議題" or scan.folded.touches(match.end("name")):
            yield _named(match)


def _named(match: re.Match[str]) -> Placeable:
    """``(Note 1)`` for （注１）, ``Note 1`` for 注１: the brackets only when both stand there."""
    names = (NAMED[match["name"]], *_OTHER_NAMES.get(match["name"], ()))
    branch = f"-{parse_number(match['branch'][1:])}" if match["branch"] else ""
    numbers = [f"{number}{branch}" for number in dict.fromkeys(_in_latin(match["number"]))]
    plain, *others = (f"{name} {number}" for name in names for number in numbers)
    others += [f"Q{match['number']}"] if match["name"] == "問" else []
    if match["open"] and match["close"]:
        return _reference(match, f"({plain})", plain, *others)
    start, end = match.start("name"), match.end("branch" if branch else "number")
    return Placeable.of(start, end, (plain, *others), ConstraintKind.REFERENCE)


def _named_list(match: re.Match[str]) -> Placeable:
    """``Tables 1 and 2`` for 表１、２; ``Figures 1 to 3`` for 図１～３."""
    numbers = [match["first"], *re.findall("[0-9]+", match["others"])]
    last = "or" if "又は" in match["others"] else "and"
    if is_range := len(numbers) == 2 and re.match("~|から", match["others"]) is not None:
        lists = [f"{numbers[0]} {link} {numbers[1]}" for link in ("to", "through")] + ["-".join(numbers)]
    else:
        lists = [join_words(numbers, last), ", ".join(numbers)]
    names = (NAMED[match["name"]], *_OTHER_NAMES.get(match["name"], ()))
    counted = [
        sorted((plural(name) or name, name), key=lambda form: (form == name) is (last == "and")) for name in names
    ]
    forms = [f"{form} {one}" for both in counted for form in both for one in lists]
    if not is_range and len(numbers) == 2:
        forms += [f"{name} {numbers[0]} and {name} {numbers[1]}" for name in names]
    return Placeable.of(*match.span(), forms, ConstraintKind.REFERENCE)


def _ordinals(number: int) -> tuple[str, ...]:
    """``first`` for 第１号."""
    return (ordinal(number), ordinal_word(number)) if 0 < number < 100 else ()


def _roman_parts(source: str) -> tuple[str, ...]:
    """``Part III`` for 第３部."""
    part = _LEGAL_PART.fullmatch(source)
    number = _figure(part["number"]) if part else 0
    return tuple(f"{_PARTS[part['unit']]} {roman}" for roman in roman_numerals(number)) if part else ()


def _legal_part(match: re.Match[str]) -> str:
    number, branches = _figure(match["number"]), [parse_number(one) for one in match["branches"].split("の")[1:]]
    if match["number"] in _ROMAN_FIGURES and number > 1:
        return f"{_PARTS[match['unit']]} {roman_numerals(number)[0]}"
    return f"{_PARTS[match['unit']]} {number}{''.join(f'-{branch}' for branch in branches)}"


def _reference(match: re.Match[str], *forms: str) -> Placeable:
    return Placeable.of(*match.span(), forms, ConstraintKind.REFERENCE)
