"""A briefing comes back out of its JSON as it went in; what is no briefing is told by field."""

import json

import pytest

from briefgen.errors import UnreadableDocumentError
from briefgen.writers.json import write_json
from briefgen.writers.json_reading import read_briefing
from tests.writers.briefings import demo_briefing


def changed(*path, value=None, drop=False):
    tree = json.loads(write_json(demo_briefing()).content)
    place = tree
    for step in path[:-1]:
        place = place[step]
    if drop:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return json.dumps(tree).encode()


def test_there_and_back():
    briefing = demo_briefing()

    assert read_briefing(write_json(briefing).content, "note.json") == briefing


def test_fields_of_later_versions_are_passed_over_and_new_ones_have_their_default():
    assert read_briefing(changed("later", value=1), "note.json") == demo_briefing()
    assert read_briefing(changed("sections", drop=True), "note.json") == demo_briefing()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff", "note.json is no JSON"),
        (b"[", "note.json is no JSON"),
        (b"[" * 100_000, "note.json is no JSON"),
        (b"[]", "no briefing of briefgen"),
        (changed("format", value="other"), "no briefing of briefgen"),
        (changed("format_version", value=2), "format version 2, not 1"),
        (changed("title_en", drop=True), "briefing.title_en is missing"),
        (changed("date", value="2025-13-01"), "note.json is no complete briefing"),
        (changed("parts", value={}), "briefing.parts is no list"),
        (changed("parts", 0, "rows", 0, "status", value="fine"), r"briefing\.parts\[0\]\.rows\[0\]\.status is 'fine'"),
        (changed("parts", 0, "rows", 0, "number", value=True), r"rows\[0\]\.number is True"),
        (changed("parts", 0, "rows", 11, "cell", value=[1, 2]), "has 2 items, not 3"),
        (changed("heading", value=[]), "briefing.heading is no object"),
        (changed("parts", 0, "rows", 10, "picture", "content", value="?"), "note.json is no complete briefing"),
    ],
)
def test_what_is_no_briefing_is_told(content, message):
    with pytest.raises(UnreadableDocumentError, match=message):
        read_briefing(content, "note.json")
