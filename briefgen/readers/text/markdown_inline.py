"""What Markdown takes from HTML and GitHub's extensions: tags, comments, references, struck text, calls of notes.

Fenced code stays as it is. Marks are bounded, so that a text without ends costs no more than its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from briefgen.readers.inline.linear import raised_text

__all__ = ["Plain", "plain_inline"]

_FENCED = re.compile(r"^(?: {0,3})(?:```|~~~)[^\n]*$", re.MULTILINE)
_STRUCK = re.compile(
    r"(?<![~\\])~~(?=[^\s~])([^\n]{1,1000}?)(?<=[^\s~])~~(?!~)|<(del|strike|s)(?:\s[^<>\n]{0,300})?>([^\n]{1,1000}?)</\2>",
    re.IGNORECASE,
)
_RAISED = re.compile(r"<sup(?:\s[^<>\n]{0,300})?>([^<>\n]{1,100})</sup>", re.IGNORECASE)
_RUBY = re.compile(
    r"<ruby>(?:<rb>)?([^<>\n]{1,30})(?:</rb>)?(?:<rp>[^<>]?</rp>)?<rt>([^<>\n]{1,40})(?:</rt>)?(?:<rp>[^<>]?</rp>)?</ruby>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s{0,5}/?>\n?", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|center|cite|code|dd|details|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|rb|rp"
    r"|rt|ruby|section|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|time|tr|u|ul|wbr)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
_NOTE = re.compile(r"(?<!\\)\[\^(\d{1,3})\](:?)[ \t]{0,3}")


@dataclass(slots=True)
class Plain:
    """The text without these marks, and what was left out of it."""

    text: str = ""
    struck: list[str] = field(default_factory=list)
    comments: int = 0


def plain_inline(text: str) -> Plain:
    """Return a Markdown text with tags, comments, references and struck text resolved."""
    made = Plain()
    start, is_code = 0, False
    for fence in (*(match.span() for match in _FENCED.finditer(text)), (len(text), len(text))):
        stretch = text[start : fence[0]]
        made.text += (stretch if is_code else _resolved(stretch, made)) + text[fence[0] : fence[1]]
        start, is_code = fence[1], not is_code
    return made


def _resolved(text: str, made: Plain) -> str:
    def strike(match: re.Match[str]) -> str:
        made.struck.append(_TAG.sub("", match[1] or match[3]))
        return ""

    text = _STRUCK.sub(strike, _without_comments(text, made))
    text = _RUBY.sub(r"｜\1《\2》", text)
    text = _RAISED.sub(lambda m: raised_text(m[1], m.string[max(0, m.start() - 9) : m.start()]), text)
    text = "\n".join(_BREAK.sub(" " if "|" in row else "  \n", row) for row in text.split("\n"))
    return unescape(_NOTE.sub(r"（注\1）", _TAG.sub("", text)))


def _without_comments(text: str, made: Plain) -> str:
    """The text without what stands between <!-- and the next -->."""
    kept, place = "", 0
    while (begin := text.find("<!--", place)) >= 0 and (end := text.find("-->", begin)) >= 0:
        kept, place = kept + text[place:begin], end + 3
        made.comments += 1
    return kept + text[place:]
