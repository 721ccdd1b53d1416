"""Settings: files, flags, and their errors."""

import re

import pytest

from briefgen.config import Settings, read_settings, with_flags
from briefgen.errors import UsageError
from briefgen.front_matter import split_front_matter
from briefgen.model.briefing import Heading, Option, Sections
from briefgen.model.limits import Limits


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
        ("to = []", "No format is wanted"),
        ('spelling = "au"', "There is no spelling “au”"),
        ('reference = "IP/1"', "no Word file"),
        ("title = 3", "briefgen.toml: title = 3"),
        ('portion_marks = "yes"', "portion_marks = 'yes'"),
        ('[sections]\nresult = "x"', r"\[sections\]: there is no setting “result”"),
        ("[sections]\npurpose = 3", "purpose is neither a text"),
        ('[sections]\noptions = "A"', "is no list of tables"),
        ('[[sections.options]]\nadvantages = ["x"]', "an option has no title"),
        ("heading = 1", "is no table"),
        ("limits = 1", r"\[limits\] is no table"),
        ("[heading]\noriginator = {a = 1}", "originator is neither a text nor a list of texts"),
        ('[heading]\nto = [["A"]]', "to is neither a text nor a list of texts"),
        ('names = "upside-down"', "There is no order of names “upside-down”"),
        ("[limits]\nmax_page = 3", "there is no setting “max_page”"),
        ("[limits]\nmax_pages = 0", "max_pages must be a whole number above 0"),
        ('[limits]\nmax_pages = "many"', "max_pages must be a whole number above 0"),
    ],
)
def test_what_is_wrong_is_told(text, message):
    with pytest.raises(UsageError, match=message):
        read_settings(text.encode(), "briefgen.toml")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('subject = "Talks"', r"below a line \[heading\]"),
        ('[heading]\npurpose = "To decide."', r"below a line \[sections\]"),
        ('[sections]\ncontact = "Desk"', r"below a line \[heading\]"),
        ('[sections]\nresult = "x"', "There are: background"),
    ],
)
def test_a_key_in_the_wrong_table_is_told_where_it_belongs(text, hint):
    with pytest.raises(UsageError) as caught:
        read_settings(text.encode(), "briefgen.toml")

    assert re.search(hint, caught.value.hint)


FILE = b'''
[sections]
purpose = """To seek
a decision."""
background = ["One.", "Two."]
recommendation = """One.

Two."""
[[sections.options]]
title = "Attend"
advantages = ["Seen"]
[designation]
"Controlled by" = "IP Desk"
'''


def test_limits_of_the_readers_can_be_set():
    limits = read_settings(b"[limits]\nmax_pages = 10\nmax_line = 5_000", "briefgen.toml").limits

    assert (limits.max_pages, limits.max_line) == (10, 5000)
    assert limits.max_bytes == Limits().max_bytes


def test_a_file_gives_the_parts_people_write():
    settings = read_settings(FILE, "decision.toml")

    assert settings.sections == Sections(
        purpose=("To seek a decision.",),
        background=("One.", "Two."),
        options=(Option("Attend", ("Seen",)),),
        recommendation=("One.", "Two."),
    )
    assert settings.designation == {"controlled by": "IP Desk"}


def test_pairs_replace_parts_of_the_file():
    before = Settings(heading=Heading(to=("A",), subject="Old"), sections=Sections(purpose=("Old",)))
    pairs = ("to=B", "to=C", "purpose=New", "option=Attend", "option=Stay away", "Deadline=1 May", "designation.POC=Me")

    settings = with_flags(before, {"set": pairs})

    assert settings.heading == Heading(to=("B", "C"), subject="Old", deadline="1 May")
    assert settings.sections == Sections(purpose=("New",), options=(Option("Attend"), Option("Stay away")))
    assert settings.designation == {"poc": "Me"}


@pytest.mark.parametrize("pair", ["purpose", "purpose=", "result=x", "=x"])
def test_a_bad_pair_is_told(pair):
    with pytest.raises(UsageError, match=r"no value|no part"):
        with_flags(Settings(), {"set": (pair,)})


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("+++\na = 1\n+++\nOne.\n\nTwo.", ("\na = 1", "One.\n\nTwo.")),
        ("a = 1\n", ("a = 1\n", "")),
        ("\ufeff+++\n+++\nText", ("", "Text")),
    ],
)
def test_front_matter(text, parts):
    assert split_front_matter(text, "memo.md") == parts


def test_a_fault_of_front_matter_is_told_by_its_line_in_the_file():
    front, _ = split_front_matter('+++\ntitle = "A"\nmarking =\nto = "pdf"\n+++\nText', "memo.md")

    with pytest.raises(UsageError, match=r"memo\.md: .*\(at line 3,"):
        read_settings(front.encode(), "memo.md")


def test_front_matter_without_an_end():
    with pytest.raises(UsageError, match=r"memo\.md:1: the front matter has no end"):
        split_front_matter("+++\na = 1\n", "memo.md")


def test_a_format_named_twice_is_made_once():
    assert read_settings(b'to = ["html", "pdf", "html"]', "briefgen.toml").to == ("html", "pdf")
    assert with_flags(Settings(), {"to": ("pdf", "pdf")}).to == ("pdf",)
