"""Quotation marks and apostrophes as in print: one rule each, and what stays straight."""

import pytest

from briefgen.writers.quotes import curled


@pytest.mark.parametrize(
    ("straight", "printed"),
    [
        ("the ministers' meeting and Japan's aid", "the ministers’ meeting and Japan’s aid"),
        ('He said, "Yes."', "He said, “Yes.”"),
        ('"Open" and ("closed")', "“Open” and (“closed”)"),
        ("a 'free and open' order", "a ‘free and open’ order"),
        ("\"'Free' is a word,\" he said", "“‘Free’ is a word,” he said"),
        ("the 1990's, the '90s, F-35's", "the 1990’s, the ’90s, F-35’s"),
        ('the "Plan 2024" and "Plan 2025"', "the “Plan 2024” and “Plan 2025”"),
        ("35°10'20\" north", "35°10'20\" north"),
        ("6' 2\" tall", "6' 2\" tall"),
        ('[Not translated: 「A」"B"計画]', '[Not translated: 「A」"B"計画]'),
        ("“Already” set’s", "“Already” set’s"),
        ("", ""),
    ],
)
def test_marks_as_in_print(straight, printed):
    assert curled(straight) == printed
    assert len(curled(straight)) == len(straight)
