"""The built-in theme and fonts, and what a PDF needs besides."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefgen.writers.fonts import FontFiles
from briefgen.writers.pdf import PdfOptions
from briefgen.writers.theme import Theme, read_theme

_ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def theme() -> Theme:
    return read_theme((_ROOT / "templates" / "house.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def font_files() -> FontFiles:
    folder = _ROOT / "briefgen" / "_data" / "fonts"
    paths = [folder / "NotoSansJP-Regular.ttf", folder / "NotoSansJP-Bold.ttf"]
    if not all(path.exists() for path in paths):
        pytest.skip("the fonts have not been made: the build makes them in briefgen/_data/fonts")
    return FontFiles(*(path.read_bytes() for path in paths))


@pytest.fixture(scope="session")
def options() -> PdfOptions:
    return PdfOptions(datetime(2024, 5, 27, 9, 30, tzinfo=UTC), "note.pdf")
