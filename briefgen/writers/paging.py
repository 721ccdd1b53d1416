"""Rendered markup in, Page out: what each element of the vocabulary becomes, and the values its attributes may have."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from briefgen.model.document import Picture
from briefgen.model.page import (
    Banner,
    BoxBlock,
    Element,
    Fact,
    Facts,
    Flag,
    HeadingBlock,
    ListBlock,
    Page,
    PageBreak,
    ParagraphBlock,
    ParagraphStyle,
    PictureBlock,
    Role,
    Rule,
    Run,
    SideBySide,
    SideRow,
    Table,
    TableRow,
    words_of,
)  # fmt: skip
from briefgen.model.segment import Status
from briefgen.writers.binding import LONGEST, bound
from briefgen.writers.languages import by_language
from briefgen.writers.markup import MarkupElement, name_of, parse_markup, refuse
from briefgen.writers.quotes import curled

__all__ = ["build_page"]

_SPACES = re.compile(r"[ \t\r\n]+")
"""What XML calls white space; the full-width space of Japanese is none and stays."""


def build_page(markup: str, template: str, output: str) -> Page:
    """The page of this markup for one output (``docx``, ``pdf`` or ``html``).

    Links to web addresses, mail and ids of this page are kept; of every other address only the words stay.

    Raises:
        BriefingTemplateError: the markup does not obey the vocabulary; the message begins with template:line.
    """
    root = parse_markup(markup, template, output)
    banners, footers = root.findall("banner"), root.findall("footer")
    for doubled in (*banners[1:], *footers[1:]):
        raise refuse(doubled, f"a second <{name_of(doubled)}>", f"a page has one <{name_of(doubled)}>")
    return Page(
        title=_SPACES.sub(" ", root.get("title", "")).strip(),
        elements=tuple(_BLOCKS[name_of(child)](child) for child in root if name_of(child) in _BLOCKS),
        language=root.get("language", "en-US"),
        subject=root.get("subject", ""),
        author=root.get("author", ""),
        keywords=root.get("keywords", ""),
        banner=_banner(banners[0]) if banners else None,
        footer=_runs(footers[0]) if footers else (),
    )


# -- blocks --------------------------------------------------------------------------------------------------------


def _heading(element: MarkupElement) -> HeadingBlock:
    return HeadingBlock(int(name_of(element)[1]), _runs(element), element.get("id", ""))


def _paragraph(element: MarkupElement) -> ParagraphBlock:
    style = _one_of(element, "style", [item.value for item in ParagraphStyle], ParagraphStyle.BODY)
    return ParagraphBlock(_runs(element), ParagraphStyle(style), element.get("id", ""))


def _box(element: MarkupElement) -> BoxBlock:
    return BoxBlock(_one_of(element, "kind", ["bottom-line", "notice"]), tuple(map(_paragraph, element)))


def _facts(element: MarkupElement) -> Facts:
    return Facts(tuple(Fact(fact.get("label", ""), _runs(fact)) for fact in element))


def _list(element: MarkupElement) -> ListBlock:
    return ListBlock(tuple(map(_runs, element)), is_numbered=_truth(element, "numbered"))


def _picture(element: MarkupElement) -> PictureBlock:
    return PictureBlock(_read_picture(element), _runs(element))


def _side_by_side(element: MarkupElement) -> SideBySide:
    head_ja = _fold([replace(_JAPANESE, text=element.get("head-ja", ""))])
    head_en = _fold([replace(_ENGLISH, text=element.get("head-en", ""))])
    return SideBySide(head_ja, head_en, tuple(map(_side_row, element)))


def _side_row(element: MarkupElement) -> SideRow:
    ja, en, pictures = element.findall("ja"), element.findall("en"), element.findall("picture")
    if len(ja) != 1 or len(en) != 1 or len(pictures) > 1:
        raise refuse(element, "<row> needs one <ja> and one <en>", "and may have <flag>s and one <picture>")
    if pictures and _runs(pictures[0]):
        raise refuse(pictures[0], "a <picture> in a <row> has no caption", "put the caption into <ja> and <en>")
    return SideRow(
        number=element.get("number", ""),
        status=_one_of(element, "status", [status.value for status in Status]),
        ja=_runs(ja[0], _JAPANESE),
        en=_runs(en[0]),
        flags=tuple(map(_flag, element.findall("flag"))),
        heading_level=_number(element, "level", 3),
        indent=_number(element, "indent", 6),
        continues=_truth(element, "continues"),
        id=element.get("id", ""),
        picture=_read_picture(pictures[0]) if pictures else None,
        is_note=_truth(element, "note"),
        keeps_with_next=_truth(element, "keep"),
    )


def _flag(element: MarkupElement) -> Flag:
    return Flag(_one_of(element, "severity", ["error", "warning", "info"]), _runs(element))


def _table(element: MarkupElement) -> Table:
    try:
        shares = [float(share) for share in element.get("widths", "").split()]
    except ValueError:
        shares = []
    if not shares or not all(0 < share < float("inf") for share in shares):
        raise refuse(element, f'widths="{element.get("widths")}"', 'one number for each column: widths="1 2 1"')
    return Table(tuple(share / sum(shares) for share in shares), tuple(_table_row(row, shares) for row in element))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _table_row(element: MarkupElement, shares: Sequence[float]) -> TableRow:
    columns = len(shares)
    tags = {cell.tag for cell in element}
    if len(element) != columns or len(tags) > 1:
        raise refuse(
            element, f"<tr> with {_counted(len(element), 'cell')} in a table of {_counted(columns, 'column')}",
            f"a row has {_counted(columns, 'cell')}, all <td> or all <th>",
        )  # fmt: skip
    ids = tuple(cell.get("id", "") for cell in element)
    flags = tuple(map(_cell_flags, element))
    return TableRow(
        tuple(_cell(cell, share / sum(shares)) for cell, share in zip(element, shares, strict=True)),
        is_header=tags == {"th"},
        ids=ids if any(ids) else (),
        keeps_with_next=_truth(element, "keep"),
        continues=_truth(element, "continues"),
        flags=flags if any(flags) else (),
    )


def _cell(element: MarkupElement, share: float) -> tuple[Run, ...]:
    """The text of a cell of this share of the text width, which holds about a hundred characters."""
    return _runs(element, longest=min(int(share * 100), LONGEST))


def _cell_flags(cell: MarkupElement) -> tuple[Flag, ...]:
    """What was found in a cell, below its text."""
    flags = cell.findall("flag")
    for flag in flags:
        if (flag.tail or "").strip() or any(after.tag != "flag" for after in flag.itersiblings()):
            raise refuse(flag, "text behind a <flag>", f"put the <flag>s last in <{name_of(cell)}>")
    return tuple(map(_flag, flags))


_BLOCKS: Mapping[str, Callable[[MarkupElement], Element]] = MappingProxyType({
    "h1": _heading,
    "h2": _heading,
    "h3": _heading,
    "p": _paragraph,
    "box": _box,
    "facts": _facts,
    "sidebyside": _side_by_side,
    "table": _table,
    "list": _list,
    "picture": _picture,
    "pagebreak": lambda element: PageBreak(),  # noqa: ARG005
    "rule": lambda element: Rule(),  # noqa: ARG005
})  # fmt: skip


def _banner(element: MarkupElement) -> Banner:
    text, colour = _SPACES.sub(" ", element.text or "").strip(), element.get("colour", Banner("").colour)
    if not re.fullmatch("#[0-9a-fA-F]{6}", colour):
        raise refuse(element, f'colour="{colour}"', "a colour is written #rrggbb")
    return Banner(text, colour)


# -- attributes ----------------------------------------------------------------------------------------------------


def _one_of(element: MarkupElement, name: str, allowed: Sequence[str], default: str = "") -> str:
    value = element.get(name, default)
    if value not in allowed:
        raise refuse(element, f'{name}="{value}" in <{name_of(element)}>', f"{name} is one of: {' '.join(allowed)}")
    return value


def _number(element: MarkupElement, name: str, largest: int) -> int:
    return int(_one_of(element, name, [str(number) for number in range(largest + 1)], "0"))


def _truth(element: MarkupElement, name: str) -> bool:
    return _one_of(element, name, ["true", "false"], "false") == "true"


def _read_picture(element: MarkupElement) -> Picture:
    found = re.fullmatch(r"data:(image/[a-z+.-]+);base64,(.*)", _SPACES.sub("", element.get("src", "")))
    try:
        content = b64decode(found[2], validate=True) if found else b""
    except Base64Error:
        content = b""
    if not found or not content:
        raise refuse(element, "src of <picture> is no picture", 'write src="{{ row.picture|data_url }}"')
    return Picture(content, found[1])


# -- runs ----------------------------------------------------------------------------------------------------------

_ENGLISH, _JAPANESE = Run("", language="en"), Run("", language="ja")


def _runs(element: MarkupElement, look: Run = _ENGLISH, longest: int = LONGEST) -> tuple[Run, ...]:
    """The text of an element as runs, white space folded as in HTML, English as in print.

    No more than `longest` characters of it are kept in one line.
    """
    return tuple(_in_print(_fold(_walk(element, look)), longest))


def _walk(element: MarkupElement, look: Run) -> Iterator[Run]:
    yield replace(look, text=_SPACES.sub(" ", element.text or ""))
    for child in element:
        if child.tag == "br":
            yield replace(look, text="\n")
        elif child.tag != "flag":
            yield from _walk(child, _LOOKS[name_of(child)](child, look))
        yield replace(look, text=_SPACES.sub(" ", child.tail or ""))


_LOOKS: Mapping[str, Callable[[MarkupElement, Run], Run]] = MappingProxyType({
    "b": lambda _, run: replace(run, bold=True),
    "i": lambda _, run: replace(run, italic=True),
    "sup": lambda _, run: replace(run, superscript=True),
    "a": lambda element, run: replace(run, link=element.get("href", "")),
    "term": lambda element, run: replace(run, role=Role.TERM, note=element.get("note", "")),
    "caution": lambda _, run: replace(run, role=Role.CAUTION),
    "muted": lambda _, run: replace(run, role=Role.MUTED),
    "ja": lambda _, run: replace(run, language="ja"),
    "en": lambda _, run: replace(run, language="en"),
})  # fmt: skip
"""How text inside an inline element looks, given how the text around it looks."""


def _fold(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs without spaces at either end, beside a line break or doubled over a border, and without empty runs."""
    folded: list[Run] = []
    for run in runs:
        if run.text == "\n":
            _drop_last_space(folded)
        text = run.text.removeprefix(" ") if not folded or folded[-1].text[-1:] in (" ", "\n") else run.text
        if text:
            folded.append(replace(run, text=text))
    _drop_last_space(folded)
    return tuple(part for run in folded for part in by_language(run))


def _in_print(runs: Sequence[Run], longest: int) -> Iterator[Run]:
    """The runs with “ ” ’ for straight marks and no-break spaces, over the borders of runs; Japanese stays."""
    text, start = bound(curled(words_of(runs)), longest), 0
    for run in runs:
        end = start + len(run.text)
        yield replace(run, text=text[start:end]) if run.language == "en" else run
        start = end


def _drop_last_space(runs: list[Run]) -> None:
    """Take the space off the end, with the run when nothing else is in it."""
    if runs and runs[-1].text.endswith(" "):
        last = runs.pop()
        if last.text != " ":
            runs.append(replace(last, text=last.text[:-1]))
