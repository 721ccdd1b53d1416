"""The small glossary of these tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.terms.glossary.csv_format import read_glossary
from briefgen.terms.glossary.glossary import Glossary

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def glossary() -> Glossary:
    path = HERE / "glossary.csv"
    return read_glossary(path.read_bytes(), path.name).value
