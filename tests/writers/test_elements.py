"""One picture hash for each kind of element, so that a change of looks names what has changed."""

from dataclasses import replace

import pytest

from briefgen.writers.pdf import write_pdf
from tests.conftest import GOLDEN
from tests.writers.drawn import drawn, ink_steps
from tests.writers.fragments import fragments
from tests.writers.looks import THEME

FRAGMENTS = fragments()
FURTHEST, MEAN = 2, 0.1
"""Shades by which a cell and the mean of all cells may differ: another PDFium rounds edges differently."""


@pytest.fixture(scope="module")
def looks(font_files, options):
    """Every element as the house style has it."""
    return {name: look(name, font_files, options) for name in FRAGMENTS}


def look(name, font_files, options, theme=THEME):
    fragment, margins = FRAGMENTS[name], THEME.margins
    pdf = write_pdf(fragment.page, theme, font_files, options).value.content
    return drawn(pdf, margins.left_mm, THEME.paper_mm[0] - margins.right_mm, fragment.top, fragment.bottom)


def is_same(one, other):
    steps = ink_steps(one, other)
    is_drawn_alike = one.split("\n")[:3] == other.split("\n")[:3]
    return is_drawn_alike and max(steps, default=0) <= FURTHEST and sum(steps) <= MEAN * len(steps)


@pytest.mark.parametrize("name", FRAGMENTS)
def test_an_element_looks_as_it_did(name, golden, looks):
    seen = looks[name]

    kept = golden(f"elements/{name.replace(' ', '-')}.txt", seen)

    assert seen.split("\n")[:3] == kept.split("\n")[:3]
    assert is_same(seen, kept), f"{name} has changed:\n{seen}\nIt was:\n{kept}"


def test_no_golden_is_left_over():
    kept = {path.stem.replace("-", " ") for path in (GOLDEN / "elements").iterdir()}

    assert kept == {name.replace("-", " ") for name in FRAGMENTS}


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        ({"styles": {"flag": {"size": 7.0}}}, {"row with warning", "row with error"}),
        ({"colours": {"tint": "#e8eaee"}}, {"box bottom-line"}),
        ({"spaces": {"row_joined": 4.0}}, {"row that goes on"}),
    ],
    ids=str,
)
def test_only_what_was_changed_is_named(change, changed, looks, font_files, options):
    theme = THEME
    for part, fields in change.items():
        values = {
            name: replace(getattr(getattr(theme, part), name), **value) if isinstance(value, dict) else value
            for name, value in fields.items()
        }
        theme = replace(theme, **{part: replace(getattr(theme, part), **values)})

    others = {name for name in FRAGMENTS if not is_same(looks[name], look(name, font_files, options, theme))}

    assert others == changed
