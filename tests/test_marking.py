"""Markings: what a name finds, which schemes ask for what, and the rule of the highest source."""

import pytest

from briefgen.errors import UsageError
from briefgen.marking import Marking, find_marking, marks_in, marks_in_furniture, read_markings
from briefgen.resources import templates_folder

MARKS = read_markings((templates_folder() / "markings.toml").read_bytes())


def found(wanted: str) -> Marking:
    return find_marking(wanted, MARKS)


@pytest.mark.parametrize(
    ("wanted", "banner"),
    [
        ("official-sensitive", "OFFICIAL-SENSITIVE"),
        ("UK:SECRET", "SECRET"),
        ("us:top secret", "TOP SECRET"),
        ("CUI", "CUI"),
        ("CUI//SP-PRVCY", "CUI//SP-PRVCY"),
        ("US:SECRET//noforn", "SECRET//NOFORN"),
        ("US:SECRET//REL TO JPN", "SECRET//REL TO JPN"),
        ("US:SECRET//NOFORN 秘", "SECRET//NOFORN　秘"),
        ("NATO RESTRICTED", "NATO RESTRICTED"),
        ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
        ("取扱注意", "取扱注意"),
        ("極秘", "極秘"),
        ("UNCLASSIFIED 注意", "UNCLASSIFIED　注意"),
        ("UK:SECRET　秘", "SECRET　秘"),
        ("UNCLASSIFIED · FOR INTERNAL USE 部内限り", "UNCLASSIFIED · FOR INTERNAL USE　部内限り"),
        ("none", ""),
        ("", ""),
    ],
)
def test_what_a_name_finds(wanted, banner):
    assert found(wanted).text == banner


@pytest.mark.parametrize(
    ("wanted", "message", "hint"),
    [
        ("SECRETT", "There is no marking “SECRETT”", "US:SECRET"),
        ("SECRET", "belongs to several schemes", "UK:SECRET or US:SECRET"),
        ("UK:FOO", "no marking “UK:FOO”", "NATO SECRET, NATO:COSMIC TOP SECRET, TLP:CLEAR"),
        ("UNCLASSIFIED//CUI", "There is no marking", ""),  # DoDI 5200.48: never written so
        ("CUI//SECRET", "There is no marking", ""),
        ("OFFICIAL//NOFORN", "There is no marking", "UK:OFFICIAL"),
        ("zzz", "There is no marking", "TLP:RED"),
    ],
)
def test_an_unknown_mark_is_told_with_those_there_are(wanted, message, hint):
    with pytest.raises(UsageError, match=message) as caught:
        found(wanted)

    assert hint in caught.value.hint


def test_marks_of_a_scheme_are_ranked_from_low_to_high():
    ranks = [mark.rank for mark in MARKS if mark.scheme == "NATO"]

    assert ranks == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("wanted", "asked", "wished"),
    [
        ("UNCLASSIFIED", "", "(U)"),
        ("CUI", "", "(CUI)"),  # portion marks of CUI are the author's choice
        ("US:SECRET", "(S)", "(S)"),
        ("US:SECRET//NOFORN", "(S//NOFORN)", "(S//NOFORN)"),
        ("NATO RESTRICTED", "", "(NR)"),
        ("NATO CONFIDENTIAL", "(NC)", "(NC)"),
        ("UK:SECRET", "", ""),
        ("none", "", ""),
        ("UK:SECRET 秘", "", ""),
    ],
)
def test_portion_marks_where_the_scheme_asks_or_the_author_wishes(wanted, asked, wished):
    assert (found(wanted).portion(), found(wanted).portion(is_wanted=True)) == (asked, wished)


def test_cui_and_classified_notes_have_their_block():
    assert found("CUI").designation[0] == "Controlled by"
    assert found("US:SECRET").designation == ("Classified by", "Derived from", "Declassify on")
    assert found("OFFICIAL").designation == ()


@pytest.mark.parametrize(
    ("own", "others", "result"),
    [
        ("OFFICIAL", ["UK:SECRET", "OFFICIAL-SENSITIVE"], "SECRET"),
        ("UK:TOP SECRET", ["UK:SECRET"], "TOP SECRET"),
        ("OFFICIAL", ["秘"], "OFFICIAL　秘"),
        ("UNCLASSIFIED 注意", ["極秘"], "UNCLASSIFIED　極秘"),
        ("none", ["取扱注意", "注意"], "注意"),
        ("DRAFT", ["TLP:RED"], "DRAFT　TLP:RED"),
        ("OFFICIAL", [], "OFFICIAL"),
    ],
)
def test_the_highest_of_several(own, others, result):
    assert found(own).raised_to(map(found, others)).text == result


@pytest.mark.parametrize(
    ("texts", "banner"),
    [
        (["【取扱注意】", "会談の概要"], "取扱注意"),
        (["（秘）"], "秘"),
        (["ＯＦＦＩＣＩＡＬ"], "OFFICIAL"),
        (["注　意"], "注意"),
        (["部内限り", "極秘"], "極秘"),
        (["この文書は秘とする。", "注意すべき点について"], ""),
        ([], ""),
    ],
)
def test_a_mark_that_stands_alone_in_a_paper(texts, banner):
    assert marks_in(texts, MARKS).text == banner


@pytest.mark.parametrize(
    ("text", "banner"),
    [
        ("OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE"),
        ("取扱注意　海山省総務課", "取扱注意"),
        ("海山省 部内限り", "部内限り"),
        ("秘　－１２－", "秘"),
        ("NATO SECRET  Page 3 of 12", "NATO SECRET"),
        ("OFFICIAL | Coastal Office", "OFFICIAL"),
        ("取 扱 注 意", "取扱注意"),
        ("極　秘", "極秘"),
        ("㊙", "秘"),
        ("部内限り部内限り部内限り", "部内限り"),
        ("TLP:AMBER TLP:AMBER", "TLP:AMBER"),
        ("秘密保全に関する訓令", ""),
        ("The Secret Garden", ""),
        ("１２", ""),
        ("", ""),
    ],
)
def test_a_mark_in_a_running_head_or_watermark(text, banner):
    assert marks_in_furniture([text], MARKS).text == banner


@pytest.mark.parametrize(
    "text",
    [
        "scheme = ",
        "x = 1",
        '[[scheme]]\nname = "A"',
        '[[scheme]]\nname = "A"\nmarks = [{ colour = "#ff0000" }]',
        '[[scheme]]\nname = "A"\nmarks = [{ text = "A", color = "red" }]',
        '[[scheme]]\nname = "A"\nmarks = [{ text = "A", designation = "By" }]',
        '[[scheme]]\nname = "A"\nmarks = ["A"]',
        '[[scheme]]\nname = "A"\nmarks = [""]',
        '[[scheme]]\nname = "A"\nmarks = [[]]',
        '[[scheme]]\nname = "A"\nmarks = [{ text = "" }]',
        '[[scheme]]\nname = "A"\nmarks = [{ text = "A", colour = "red" }]',
    ],
)
def test_a_file_that_is_no_list_of_markings(text):
    with pytest.raises(UsageError, match=r"^ours\.toml: "):
        read_markings(text.encode(), "ours.toml")


def test_every_built_in_mark_can_be_named_and_read_on_white():
    for mark in MARKS:
        assert found(f"{mark.scheme}:{mark.text}").marks == (mark,)
        red, green, blue = (int(mark.colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
        assert 0.299 * red + 0.587 * green + 0.114 * blue < 0.5
