"""English figures and plurals."""

import pytest

from briefgen.terms.english import counted


@pytest.mark.parametrize(
    ("number", "noun", "expected"),
    [
        (0, "error", "0 errors"),
        (1, "error", "1 error"),
        (2, "warning", "2 warnings"),
        (1, "entry", "1 entry"),
        (1200, "entry", "1,200 entries"),
    ],
)
def test_counted(number, noun, expected):
    assert counted(number, noun) == expected
