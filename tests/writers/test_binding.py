"""Where a line of English must not end; ~ stands for a no-break space."""

import pytest

from briefgen.writers.binding import bound


@pytest.mark.parametrize(
    "text",
    [
        "for approximately 25~minutes",
        "2~hours and 30~minutes",
        "1,200~blankets, 3.5~meters",
        "4~F-35A fighters",
        "On Thursday, October~17, 2024",
        "(Note~1) and Annex~2",
        "four fields of ①~support and ②~defense",
        "36~rows: 4~computed",
    ],
)
def test_a_number_stays_with_what_it_counts_or_names(text):
    assert bound(text.replace("~", " ")) == text.replace("~", "\u00a0")


@pytest.mark.parametrize(
    "text",
    ["in 2024 and 2025", "of 2023 by Japan", "the 17 NATO Allies", "F-35 fighters", "IP4 and NATO", "10/17 meeting"],
    ids=["year", "of", "name", "designation", "letters", "fraction"],
)
def test_other_spaces_stay(text):
    assert bound(text) == text
