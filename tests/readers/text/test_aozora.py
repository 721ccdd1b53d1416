"""Characters that are described instead of written, and remarks for the setter."""

import pytest

from briefgen.findings import Code, Severity
from briefgen.readers import read_document
from briefgen.readers.text.aozora import resolve_notes


@pytest.mark.parametrize(
    ("note", "character"),
    [
        ("※［＃「てへん＋劣」、第3水準1-84-77］", "挘"),
        ("※［＃「口＋世」、U+546D、23-4］", "呭"),
        ("※［＃「魚＋市」、第4水準2-93-37］", "魳"),
        ("※［＃「さんずい＋（門＋舌）」、第４水準２－７９－４５］", "𤄃"),
        ("※［＃二の字点、1-2-22］", "〻"),
        ("※［＃丸１、1-13-1］", "①"),
    ],
)
def test_a_named_character_stands_in_its_place(note, character):
    outcome = resolve_notes(f"甲{note}乙", "a.txt")

    assert (outcome.value, outcome.findings) == (f"甲{character}乙", ())


@pytest.mark.parametrize(
    "note", ["※［＃「口＋世」、23-4］", "※［＃「変な字、U+D800］", "※［＃「x」、第3水準1-99-1］", "※［＃「x」、2-2-1］"]
)
def test_a_mere_description_becomes_geta_with_a_warning(note):
    outcome = resolve_notes(f"甲{note}乙", "a.txt")

    assert outcome.value == "甲〓乙"
    assert [(f.code, f.severity) for f in outcome.findings] == [(Code.UNREADABLE_CHARACTERS, Severity.WARNING)]
    assert note[4:-1] in outcome.findings[0].message


def test_remarks_for_the_setter_go_with_a_finding():
    outcome = resolve_notes("［＃３字下げ］概要［＃「概要」は中見出し］\n本文［１］", "a.txt")

    assert outcome.value == "概要\n本文［１］"
    assert "2 lines" in outcome.findings[0].message


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_reading_over_a_named_character_is_kept(name):
    text = "｜※［＃「てへん＋劣」、第3水準1-84-77］取《むしりと》られた旗と、※［＃「口＋世」、2-3］《よ》の音がした。"

    (block,) = read_document(text.encode(), name).value.blocks

    assert block.text == "挘取られた旗と、〓の音がした。"
    assert block.reading == "挘取=むしりと 〓=よ"
