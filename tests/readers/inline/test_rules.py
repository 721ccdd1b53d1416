"""Raised text: powers, note calls, and what is neither."""

import pytest

from briefgen.readers.inline.linear import raised_text
from briefgen.readers.inline.rules import calls_behind_units


@pytest.mark.parametrize(
    ("before", "raised", "shown"),
    [
        ("面積は１０km", "2", "²"),
        ("約10", "6", "⁶"),
        ("約１０", "６", "⁶"),
        ("10", "-3", "⁻³"),
        ("１０", "－３", "⁻³"),
        ("協力を確認した", "1", "（注1）"),
        ("採択は３２０", "1)", "（注1）"),
        ("採択は３２０", "（１）", "（注1）"),
        ("３１０", "2", "（注2）"),
        ("予算額は３４", "注2", "（注2）"),
        ("７５", "※5", "（※5）"),
        ("７５", "※", "（※）"),
        ("利用者は12", "7,8", "（注7,8）"),
        ("詳細は注", "3", "3"),
        ("21", "st", "st"),
        ("海山省", "案", "案"),
    ],
)
def test_raised_text_is_no_part_of_a_number(before: str, raised: str, shown: str) -> None:
    assert raised_text(raised, before) == shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("予算額は３４（注2）億円である。", "予算額は３４億円（注2）である。"),
        ("採択は３２０（注1）件であった。", "採択は３２０件（注1）であった。"),
        ("１５（※）か国が参加した。", "１５か国（※）が参加した。"),
        ("７５（※5）億円", "７５億円（※5）"),
        ("12（注7,8）％増加した。", "12％（注7,8）増加した。"),
        ("参加者（注1）は１５人である。", "参加者（注1）は１５人である。"),
        ("120（注1）", "120（注1）"),
    ],
)
def test_a_call_stands_behind_the_unit_of_a_figure(text: str, expected: str) -> None:
    assert calls_behind_units(text) == expected
