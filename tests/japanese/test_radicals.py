"""Code points that stand for an ordinary character."""

from briefgen.japanese.folding import fold
from briefgen.japanese.radicals import RADICALS, fold_ideographs


def test_radicals_and_compatibility_ideographs_become_kanji():
    """And nothing else changes: full-width letters, ① and ㈱ stay."""
    assert fold_ideographs("⾧官⻄神Ａ①㈱髙") == "長官西神Ａ①㈱髙"


def test_upright_forms_of_vertical_fonts_become_ordinary_marks():
    """They are full width, as the paper has them."""
    assert fold_ideographs("﹁予定﹂︵注１︶︒") == "「予定」（注１）。"


def test_reading_and_matching_fold_the_same_radicals():
    """There is one table."""
    assert [fold(radical).text for radical in RADICALS] == [fold_ideographs(radical) for radical in RADICALS]
