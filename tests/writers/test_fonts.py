"""Which font files are taken, and what happens to characters that a font lacks."""

from __future__ import annotations

import pytest

from briefgen.errors import DependencyError
from briefgen.writers.fonts import FontFiles, Typefaces, load_typefaces


@pytest.fixture(scope="module")
def faces(font_files: FontFiles) -> Typefaces:
    return load_typefaces(font_files)


def test_the_same_bytes_have_the_same_name_and_other_bytes_another(faces: Typefaces, font_files: FontFiles) -> None:
    again = load_typefaces(font_files)
    assert (again.regular.name, again.bold.name) == (faces.regular.name, faces.bold.name)
    assert faces.regular.name != faces.bold.name


def test_a_character_is_as_wide_as_the_font_says(faces: Typefaces) -> None:
    assert faces.regular.advances("国。", 9.0) == [9.0, 9.0]
    assert faces.regular.width("il", 10.0) < faces.bold.width("mw", 10.0)


@pytest.mark.parametrize(
    ("text", "drawn", "missing"),
    [
        ("葛\U000e0100城市", "葛城市", ""),
        ("か\u3099き", "がき", ""),
        ("協\u00ad力\u200b\u2060\ufeff", "協力", ""),
        ("a\tb\u00a0c", "a b\u00a0c", ""),
        ("1\u2009000\u202fkm", "1 000 km", ""),
        ("神\ufa19髙﨑𠮷①㈱", "神\ufa19髙﨑𠮷①㈱", ""),
        ("了解😀✔", "了解〓〓", "😀✔"),
        ("前\n後", "前\n後", ""),
    ],
)
def test_text_becomes_what_the_font_can_draw(faces: Typefaces, text: str, drawn: str, missing: str) -> None:
    assert faces.regular.drawable(text) == (drawn, frozenset(missing))


@pytest.mark.parametrize("symbol", list("●◆◎○▲△□■〓"))
def test_the_symbols_of_the_margin_are_in_both_weights(faces: Typefaces, symbol: str) -> None:
    assert ord(symbol) in faces.regular.glyphs & faces.bold.glyphs


def test_what_is_no_font_is_refused(font_files: FontFiles) -> None:
    with pytest.raises(DependencyError, match="regular font cannot be used"):
        load_typefaces(FontFiles(b"<html>not found</html>", font_files.bold))


def test_a_font_cut_short_is_refused(font_files: FontFiles) -> None:
    with pytest.raises(DependencyError, match="bold font cannot be used"):
        load_typefaces(FontFiles(font_files.regular, font_files.bold[:4000]))


def test_a_font_with_postscript_outlines_is_refused(font_files: FontFiles) -> None:
    with pytest.raises(DependencyError, match="postscript outlines"):
        load_typefaces(FontFiles(b"OTTO" + font_files.regular[4:], font_files.bold))


def test_a_variable_font_is_refused_because_it_would_be_drawn_thin(font_files: FontFiles) -> None:
    disguised = font_files.regular.replace(b"gasp", b"fvar", 1)
    assert disguised != font_files.regular
    with pytest.raises(DependencyError, match="variable font"):
        load_typefaces(FontFiles(disguised, font_files.bold))


def test_two_files_of_one_name_are_refused_because_one_would_be_lost(font_files: FontFiles) -> None:
    with pytest.raises(DependencyError, match="both named NotoSansJP-Regular"):
        load_typefaces(FontFiles(font_files.regular, font_files.regular))
