"""A briefing becomes markup, the markup a Page, and the Page a file in one of the formats.

`templating` renders a template, `markup` checks what came out, `paging` makes the Page of it; the writers know nothing
else. They are imported when they are needed, because the libraries behind them are slow to load.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["FORMATS", "WRITERS"]

WRITERS: Mapping[str, str] = MappingProxyType({
    "docx": "briefgen.writers.docx:write_docx",
    "pdf": "briefgen.writers.pdf:write_pdf",
    "html": "briefgen.writers.html:write_html",
    "json": "briefgen.writers.json:write_json",
})  # fmt: skip
"""Every format and its writer as ``module:function``; json takes a Briefing, the others a Page and a Theme first."""

FORMATS = tuple(WRITERS)
"""The formats in the order in which they are offered."""
