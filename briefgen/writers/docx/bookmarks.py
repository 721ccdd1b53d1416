"""Names of the bookmarks of a Word file; pure, no python-docx."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefgen.model.page import Page

__all__ = ["bookmark_names"]


def bookmark_names(page: Page) -> Mapping[str, str]:
    """A bookmark name for every element id: Word allows letters, digits and _, at most 40 of them."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for number, name in enumerate(page.ids(), 1):
        plain = re.sub(r"\W", "_", name, flags=re.ASCII)
        chosen = plain if len(plain) <= 40 and plain[:1].isalpha() and plain not in taken else f"anchor_{number}"
        taken.add(chosen)
        names[name] = chosen
    return names
