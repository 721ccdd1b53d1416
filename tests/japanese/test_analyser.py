"""The usual reading of names, where the extra that knows them is installed."""

import pytest

from briefgen.japanese import analyser

needs_extra = pytest.mark.skipif(not analyser.has_name_reader(), reason="the extra readings is not installed")


@needs_extra
@pytest.mark.parametrize(
    ("written", "reading"),
    [
        ("佐藤", "サトウ"),
        ("小野寺", "オノデラ"),
        ("岩屋", "イワヤ"),
        ("佐藤太郎", "サトウ・タロウ"),
        ("会談", None),
        ("記者会見", None),
        ("李", None),
        ("朴槿恵", None),
        ("李明", None),
        ("金子", "カネコ"),
    ],
)
def test_readings(written, reading):
    """Surnames and full names; no words, and no Korean or Chinese names."""
    assert analyser.read_name(written) == reading


@needs_extra
def test_places_with_their_reading():
    assert analyser.read_places("輪島と珠洲に入り、会談した。") == ((0, 2, "ワジマ"), (3, 5, "スズ"))
    assert analyser.read_places("会談を行った。") == ()


@needs_extra
@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("ラファールを", ["ラファール"]),
        ("ミサイルとドローン", []),
        ("ラインメタル社", ["ラインメタル"]),
        ("ジョン・スミス", []),
    ],
)
def test_words_in_katakana_that_may_be_names(text, strange):
    """Everyday words are none, and names in two parts are found elsewhere."""
    assert [text[start:end] for start, end, reading in analyser.read_places(text) if not reading] == strange


def test_a_dictionary_that_cannot_be_opened_reads_nothing(monkeypatch):
    monkeypatch.setattr(analyser, "_tokenizer", lambda: None)

    assert analyser.read_name("佐藤") is None
    assert analyser.read_places("輪島で") == ()


def test_without_the_extra_there_is_no_reader(monkeypatch):
    monkeypatch.setattr(analyser, "_PACKAGES", ("a_package_that_is_not_there",))

    assert not analyser.has_name_reader()
