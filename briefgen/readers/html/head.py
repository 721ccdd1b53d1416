"""What the head of a web page says: title, site, day of publication, address, and the charset it claims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from briefgen.model.document import Metadata
from briefgen.readers.properties import japan_day, sane_title
from briefgen.readers.structure.metadata import parse_dateline

__all__ = ["claimed_charset", "head_metadata"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-:.]{2,30})", re.IGNORECASE)
_DAYS = ("article:published_time", "datepublished", "date", "dc.date", "dcterms.date", "dcterms.issued", "pubdate")
_LONGEST_SITE = 20
_SEPARATOR = re.compile(
    r"\s*[|｜»]\s*|\s+[-–—:：/]\s+|(?<=\S)[-－](?=[^-－]{1,20}$)|(?<=[省庁])：|：(?=[^：\s]{1,12}[省庁]$)"
)


def claimed_charset(content: bytes) -> str:
    """Return the charset a meta element claims, empty for none."""
    match = _CHARSET.search(content[:4096])
    return match[1].decode("ascii") if match is not None else ""


def head_metadata(root: etree._Element, times: Iterator[etree._Element]) -> Metadata:
    """Return title, site, day and address; `times` are time elements of the text, for a head that gives no day."""
    values = _meta_values(root)
    site = sane_title(values.get("og:site_name", ""))
    days = [japan_day(values[key]) for key in _DAYS if key in values]
    days += [japan_day(element.get("datetime") or "") for element in times]
    title = _title(root, values, site)
    publisher = sane_title(values.get("dcterms.publisher", values.get("publisher", "")))
    return Metadata(
        title=title,
        issuer=site or publisher or _site_beside(root, title),
        issued=next((day for day in days if day is not None), None),
        address=_address(root, values),
    )


def _meta_values(root: etree._Element) -> dict[str, str]:
    values: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if key and meta.get("content"):
            values.setdefault(str(key).lower(), str(meta.get("content")).strip())
    return values


def _title(root: etree._Element, values: dict[str, str], site: str) -> str:
    """The title without the name of the site behind it; none where it only names a class of papers (報道資料)."""
    raw = values.get("og:title") or root.findtext(".//title") or ""
    text = sane_title(raw)
    parts = [part for part in _SEPARATOR.split(text) if part and part != site]
    title = max(parts, key=len) if parts else text
    return title if parse_dateline(title) is None else ""


def _site_beside(root: etree._Element, title: str) -> str:
    """The name of the site that the title element gives behind the title, or before it; empty when it gives none."""
    parts = [part for part in _SEPARATOR.split(sane_title(root.findtext(".//title") or "")) if part]
    if len(parts) < 2 or title not in parts or max(map(len, parts)) != len(title):
        return ""
    site = parts[-1] if parts[-1] != title else parts[0]
    return site if len(site) <= _LONGEST_SITE else ""


def _address(root: etree._Element, values: dict[str, str]) -> str:
    links = [str(link.get("href") or "") for link in root.iter("link") if link.get("rel") == "canonical"]
    candidates = [*links, values.get("og:url", "")]
    return next((address for address in candidates if re.match(r"https?://\S+$", address)), "")
