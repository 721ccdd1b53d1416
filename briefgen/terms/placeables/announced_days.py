"""Two days side by side of which the first is that of the announcement: 12日、17日に訪米すると発表した."""

from __future__ import annotations

import re

from briefgen.findings import Code, Finding, Severity
from briefgen.model.segment import ConstraintKind
from briefgen.terms.placeables.common import Placeable, Scan

__all__ = ["is_announced", "of_announcement"]

_ANNOUNCED = re.compile(
    "(?:(?:から|~|と|及び|・)[0-9]{1,2}日)?(?:に|から|まで|の(?!両日))(?:(?!、[^、。]{1,12}は)[^。])*[うくぐすつぬぶむるたいだ」]と、?"
    "(?:発表|述べ|明らかに|表明|説明|伝え|報じ|主張|発言|語[っりる]|予告)"
)


def is_announced(link: str, end: int, scan: Scan) -> bool:
    """Whether the second of two days that `link` joins, which ends at `end`, may be that of what is announced."""
    return link == "、" and bool(_ANNOUNCED.match(scan.text, end))


def of_announcement(start: int, end: int, scan: Scan) -> Placeable:
    """What to say of two such days from `start` to `end`."""
    said = scan.text[start:end]
    message = f"{said} was read as the day of the announcement and that of what was announced; it may be a list."
    finding = Finding(Code.AMBIGUOUS_DATE, Severity.WARNING, message, hint="Check the sentence in the original.")
    return Placeable(start, start, "", ConstraintKind.DATE, finding=finding)
