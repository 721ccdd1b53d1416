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
        "On Thursday, October~17,~2024",
        "issued 7~August~2025; on Monday, May~18, in",
        "the 32~NATO Allies and 9th~Division",
        "the STRATCOM~COE in Riga",
        "(Note~1) and Annex~2",
        "four fields of ①~support and ②~defense",
        "36~rows: 4~computed",
        "03-5555-3111 (ext.~20435)",
        "attending the plenary session~①",
        "the plenary session~①\nmachine",
        "briefgen glossary mine PAPER~--accept",
    ],
)
def test_a_number_stays_with_what_it_counts_or_names(text):
    assert bound(text.replace("~", " ")) == text.replace("~", "\u00a0")


@pytest.mark.parametrize(
    "text",
    [
        "in 2024 and 2025",
        "of 2023 by Japan",
        "Room 18, Minister Ueda",
        "F-35 fighters",
        "IP4 and NATO",
        "10/17 meeting",
    ],
    ids=["year", "of", "comma", "designation", "letters", "fraction"],
)
def test_other_spaces_stay(text):
    assert bound(text) == text


def test_no_more_stays_together_than_fits_into_a_column():
    assert bound("on October 17, 2024", 15) == "on October 17, 2024"
    assert bound("on October 17, 2024", 16) == "on October\u00a017,\u00a02024"
    assert (
        bound("22 November 2026（令和８年１１月２２日（日曜日））")
        == "22\u00a0November\u00a02026（令和８年１１月２２日（日曜日））"
    )
