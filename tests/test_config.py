"""Settings: files, flags, and their errors."""

import pytest

from briefgen.config import Settings, read_settings, with_flags
from briefgen.errors import UsageError
from briefgen.marking import find_marking, read_markings
from briefgen.readers.limits import Limits
from briefgen.resources import templates_folder


def test_a_file_gives_settings_and_heading():
    text = 'marking = "DRAFT"\nto = ["pdf"]\nglossary = "ours.csv"\n[heading]\nto = ["D/Plans"]\nreference = "IP/1"'

    settings = read_settings(text.encode(), "briefgen.toml")

    assert (settings.marking, settings.to, settings.glossary) == ("DRAFT", ("pdf",), ("ours.csv",))
    assert (settings.heading.to, settings.heading.reference) == (("D/Plans",), "IP/1")


def test_flags_win_and_empty_flags_do_not():
    settings = with_flags(Settings(title="From the file", marking="DRAFT"), {"title": "From the flag", "marking": None})

    assert (settings.title, settings.marking) == ("From the flag", "DRAFT")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('markng = "DRAFT"', "there is no setting “markng”"),
        ('[heading]\nfrom = "x"', "there is no setting “from”"),
        ("marking =", "briefgen.toml: "),
        ('to = ["odt"]', "There is no format “odt”"),
        ('spelling = "au"', "There is no spelling “au”"),
        ("[limits]\nmax_page = 3", "there is no setting “max_page”"),
        ("[limits]\nmax_pages = 0", "max_pages must be a whole number above 0"),
        ('[limits]\nmax_pages = "many"', "max_pages must be a whole number above 0"),
    ],
)
def test_what_is_wrong_is_told(text, message):
    with pytest.raises(UsageError, match=message):
        read_settings(text.encode(), "briefgen.toml")


def test_limits_of_the_readers_can_be_set():
    limits = read_settings(b"[limits]\nmax_pages = 10\nmax_line = 5_000", "briefgen.toml").limits

    assert (limits.max_pages, limits.max_line) == (10, 5000)
    assert limits.max_bytes == Limits().max_bytes


MARKINGS = read_markings((templates_folder() / "markings.toml").read_bytes())


def test_a_marking_is_found_whatever_its_case():
    assert find_marking("official-sensitive", MARKINGS).text == "OFFICIAL-SENSITIVE"


def test_an_english_and_a_japanese_mark_go_together():
    found = find_marking("UNCLASSIFIED 注意", MARKINGS)

    assert found.text == "UNCLASSIFIED　注意"


def test_an_unknown_marking_names_the_nearest():
    with pytest.raises(UsageError, match="no marking “SECRETT”") as caught:
        find_marking("SECRETT", MARKINGS)

    assert "SECRET" in caught.value.hint


def test_marks_of_a_scheme_rise():
    ranks = [marking.rank for marking in MARKINGS if marking.scheme == "NATO"]

    assert ranks == sorted(ranks)
    assert len(ranks) == 5
