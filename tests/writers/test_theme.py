"""Reading the house style."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import BriefingTemplateError
from briefgen.model.page import ParagraphStyle
from briefgen.writers.theme import ColourName, Theme, points, read_theme

_ROOT = Path(__file__).parents[2]
_HOUSE = (_ROOT / "templates" / "house.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def house() -> Theme:
    return read_theme(_HOUSE)


def test_the_house_style_is_complete_and_keeps_both_languages_level(house: Theme) -> None:
    assert house.paper_mm == (210.0, 297.0)
    assert house.text_width_mm == pytest.approx(174.0)
    assert house.styles.japanese.leading == house.styles.english.leading
    assert all(house.styles.paragraph(style).size > 0 for style in ParagraphStyle)


def test_the_japanese_column_holds_a_whole_number_of_characters(house: Theme) -> None:
    columns = house.columns
    width = points((house.text_width_mm - columns.number_mm - columns.gap_mm) * columns.japanese_share)
    assert 0 <= width % house.styles.japanese.size < 1


def test_colours_that_carry_meaning_can_be_read_on_white(house: Theme) -> None:
    for name in (ColourName.TEXT, ColourName.MUTED, ColourName.ACCENT, ColourName.TERM, ColourName.CAUTION):
        assert 1.05 / (_luminance(house.colour(name)) + 0.05) >= 4.5, "WCAG 2.2, 1.4.3"


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_levels_beyond_three_look_like_the_third(house: Theme) -> None:
    assert house.styles.heading(7) == house.styles.heading3
    assert house.styles.row_head(2) == house.styles.row_head2


def test_a_file_may_say_only_what_it_changes(house: Theme) -> None:
    own = read_theme('paper = "Letter"\n[colours]\naccent = "#7a1f1f"\n[styles.title]\nsize = 16', "own.toml", house)
    assert own.paper_mm == (215.9, 279.4)
    assert own.colour(own.styles.heading1.colour) == "#7a1f1f"
    assert own.styles.title.size == 16.0
    assert own.styles.title.leading == house.styles.title.leading
    assert own.margins == house.margins


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('paper = "A5"', "own.toml:1: paper: one of A4, Letter is expected"),
        ('\n[styles.title]\nsize = "big"', "own.toml:3: styles.title.size: a number is expected"),
        ("[styles.title]\nbold = 1", "own.toml:2: styles.title.bold: true or false is expected"),
        ('[styles.title]\ncolour = "red"', "own.toml:2: styles.title.colour: one of text, muted, accent"),
        ('[colours]\n\naccent = "blue"', 'own.toml:3: colours.accent: a colour like "#1f4e79" is expected'),
        ("[fonts]\nlatin = 3", "own.toml:2: fonts.latin: a text in quotation marks is expected"),
        ('[fonts]\nhtml = "Arial"', "own.toml:2: fonts.html: a list of texts is expected"),
        ("[styles.titel]\nsize = 3", "own.toml:1: styles.titel: unknown key; known here: title, long_title"),
        ("styles = 3", "own.toml:1: styles: a table [...] is expected"),
        ("[margins]\nleft_mm = -1", "own.toml:2: margins.left_mm: -1 is out of range"),
        ("[styles.body]\nsize = 0", "own.toml:2: styles.body.size: 0 is out of range"),
        ("[margins]\nleft_mm = 120", "own.toml:1: margins: margins and columns leave less than 80 mm"),
        ("[margins]\ntop_mm = 200", "own.toml:1: margins: top and bottom leave less than 100 mm"),
        ("[columns]\njapanese_share = 0.9", "own.toml:2: columns.japanese_share: between 0.2 and 0.8"),
        ("a = 1\nb = ?", "own.toml:2: not valid TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(house: Theme, text: str, message: str) -> None:
    with pytest.raises(BriefingTemplateError) as raised:
        read_theme(text, "own.toml", house)
    assert raised.value.message.startswith(message)


def test_a_whole_theme_may_leave_nothing_out() -> None:
    with pytest.raises(BriefingTemplateError, match=r"^house\.toml: margins is missing"):
        read_theme('paper = "A4"')


@pytest.mark.parametrize("path", sorted((_ROOT / "templates" / "themes").glob("*.toml")), ids=lambda path: path.stem)
def test_built_in_themes_are_good(house: Theme, path: Path) -> None:
    theme = read_theme(path.read_text(encoding="utf-8"), path.name, house)

    assert theme != house
    assert theme.styles.japanese.leading == theme.styles.english.leading
    test_the_japanese_column_holds_a_whole_number_of_characters(theme)
    test_colours_that_carry_meaning_can_be_read_on_white(theme)


def test_the_language_follows_the_spelling(house: Theme) -> None:
    british = read_theme('[wording]\nspelling = "uk"', "own.toml", house)

    assert (house.wording.language, british.wording.language) == ("en-US", "en-GB")


@pytest.mark.parametrize("path", sorted((_ROOT / "templates" / "themes").glob("*.toml")), ids=lambda path: path.stem)
def test_every_theme_can_be_read_and_its_heads_stand_out(path: Path, house: Theme) -> None:
    theme = read_theme(path.read_text(encoding="utf-8"), path.name, house)
    styles = theme.styles

    for name in (ColourName.TEXT, ColourName.MUTED, ColourName.ACCENT, ColourName.TERM, ColourName.CAUTION):
        assert 1.05 / (_luminance(theme.colour(name)) + 0.05) >= 4.5, "WCAG 2.2, 1.4.3"
    assert styles.title.size > styles.heading1.size > styles.heading2.size > styles.body.size
    assert styles.japanese.leading == styles.english.leading
    assert theme.colour(ColourName.TERM) != theme.colour(ColourName.TEXT)


def test_without_colour_terms_are_told_apart_by_their_grey(house: Theme) -> None:
    mono = read_theme((_ROOT / "templates" / "themes" / "mono.toml").read_text(encoding="utf-8"), "mono.toml", house)
    term, text = (_luminance(mono.colour(name)) + 0.05 for name in (ColourName.TERM, ColourName.TEXT))

    assert term / text >= 3, "WCAG 2.2, G183: what only colour tells apart"
