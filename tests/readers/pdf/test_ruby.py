"""Ruby of a page: whatever pieces the program that made the file drew it in, base and reading find each other."""

from __future__ import annotations

from briefgen.readers.pdf.ruby import set_ruby
from briefgen.readers.pdf.runs import Run

_SIZE, _SMALL = 10.0, 5.0


def _run(text: str, left: float, top: float, size: float = _SIZE, step: float = 0.0) -> Run:
    lefts = [left + index * (step or size) for index in range(len(text))]
    return Run(text, lefts, [place + size for place in lefts], top, top + size, size)


def _ruby(text: str, left: float, top: float, step: float = _SMALL) -> Run:
    return _run(text, left, top, _SMALL, step)


def _found(*runs: Run) -> list[tuple[str, str]]:
    return [(run.text, run.reading) for run in set_ruby([_run("岬市は監視所を設けた。", 0, 200), *runs])[1:]]


def test_letters_that_ruby_sets_apart_are_one_base() -> None:
    runs = [_run("北部の", 0, 100), _ruby("みさきわん", 30, 91), _run("岬", 31, 100), _run("湾では、", 44, 100)]

    assert _found(*runs) == [("北部の", ""), ("岬湾", "みさきわん"), ("では、", "")]


def test_ruby_drawn_before_and_behind_its_base_is_one_reading() -> None:
    runs = [_ruby("みさ", 10, 94), _run("岬", 12.5, 100), _ruby("き", 19.9, 94), _run("の灯台", 26, 100)]

    assert _found(*runs) == [("岬", "みさき"), ("の灯台", "")]


def test_runs_without_ruby_over_their_meeting_stay_apart() -> None:
    runs = [_run("岬", 0, 100), _run("湾では", 12, 100), _ruby("わん", 12, 94)]

    assert _found(*runs) == [("岬", ""), ("湾", "わん"), ("では", "")]


def test_small_kana_far_from_any_base_stay_text() -> None:
    runs = [_run("北部の岬湾では", 0, 100), _ruby("みさき", 30, 80)]

    assert _found(*runs) == [("北部の岬湾では", ""), ("みさき", "")]


def test_dots_over_each_character_are_no_text_and_those_of_a_list_are() -> None:
    runs = [_run("北部の岬湾では", 0, 100), _ruby("••", 32.5, 94, step=10)]
    items = [_ruby("•", 0, 94), _run("岬湾では", 10, 90), _run("北部では", 0, 102)]

    assert _found(*runs) == [("北部の", ""), ("岬湾", ""), ("では", "")]
    assert _found(*items)[0] == ("•", "")
