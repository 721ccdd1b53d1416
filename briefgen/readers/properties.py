"""Title, author and day from the properties of a file: often of an older file, or of a typist, so they are sifted."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from briefgen.japanese.compiling import compiled

__all__ = ["japan_day", "sane_issuer", "sane_title"]

_FILE_NAME = re.compile(
    r"\.(?:docx?|jtdc?|xlsx?|pptx?|indd|pdf|txt|rtf|odt|html?)\b"
    r"|^microsoft (?:word|powerpoint|excel)"
    r"|^(?:untitled|無題|名称未設定|タイトルなし|slide ?\d+|document ?\d*|文書 ?\d*)$",
    re.IGNORECASE,
)
_JAPANESE = "[ぁ-んァ-ヶ一-鿿]"
_OFFICE = re.compile(r"(?:省|庁|府|局|課|委員会|本部|内閣官房|機構|研究所|監部|大使館)$")
_MAX_TITLE = 200
_JAPAN = timezone(timedelta(hours=9))
_NO_DAY = frozenset({date.min, date(1601, 1, 1), date(1899, 12, 30), date(1970, 1, 1), date.max})
"""The zeros of the clocks of .NET, Windows, OLE and Unix, and the end of the first: written where no day is known."""
_NO_MOMENT = frozenset({"2013-12-23T23:15:00Z"})
"""When the template of python-docx was made, which its files keep."""


def sane_title(value: str) -> str:
    """Return the title with single spaces when it reads like one of a Japanese paper, else an empty text."""
    text = " ".join(value.split())
    is_text = text.isprintable() and "\ufffd" not in text and compiled(_JAPANESE).search(text) is not None
    return text if is_text and 2 <= len(text) <= _MAX_TITLE and _FILE_NAME.search(text) is None else ""


def sane_issuer(value: str) -> str:
    """Return the author when it is the name of an office and not of a person, else an empty text."""
    text = sane_title(value)
    return text if _OFFICE.search(text) else ""


def japan_day(text: str) -> date | None:
    """Return the day in Japan of an ISO 8601 date or time (``2024-10-17``, ``2024-10-16T23:00:00Z``), or None."""
    try:
        moment = datetime.fromisoformat(text.strip())
        zoned = moment if moment.tzinfo is not None else moment.replace(tzinfo=_JAPAN)
        day = zoned.astimezone(_JAPAN).date()
    except (ValueError, OverflowError):
        return None
    return None if day in _NO_DAY or text.strip() in _NO_MOMENT else day
