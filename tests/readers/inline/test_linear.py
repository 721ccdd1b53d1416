"""What stands raised or lowered, and fractions and roots, in one line: no figure joins another."""

from __future__ import annotations

import pytest

from briefgen.readers.inline.linear import fraction, lowered_text, power, raised_text, root, with_index


@pytest.mark.parametrize(
    ("before", "raised", "shown"),
    [
        ("10", "6", "⁶"),
        ("10", "-3", "⁻³"),
        ("２×１０", "－３", "⁻³"),
        ("10", "−3", "⁻³"),
        ("Ca", "2+", "²⁺"),
        ("シーベルト", "－1", "⁻¹"),
        ("会合", "3", "（注3）"),
        ("１２０", "1)", "（注1）"),
        ("120", "（１）", "（注1）"),
        ("35", "2,3", "（注2,3）"),
        ("会合", "注1", "（注1）"),
        ("120", "※１", "（※1）"),
        ("注", "1)", "1)"),
        ("120", "*", "（*）"),
        ("25", "o", "°"),
        ("2", "n", "^n"),
        ("2", "n-1", "^(n-1)"),
        ("10", "0.5", "^0.5"),
        ("12", "th", "th"),
        ("Wi-Fi", "TM", "TM"),
        ("岬", "みさき", "みさき"),
        ("３００", "３５０名", "（３５０名）"),
        ("会合", " ", " "),
    ],
)
def test_raised_text(before: str, raised: str, shown: str) -> None:
    assert raised_text(raised, before) == shown


def test_figures_that_are_a_link_call_a_note() -> None:
    assert [raised_text("1", before, is_call=True) for before in ("120", "km", "※")] == ["（注1）", "（注1）", "1"]


@pytest.mark.parametrize(
    ("before", "lowered", "after", "shown"),
    [("CO", "2", "の", "2"), ("1", "3", "件", "₃"), ("log", "2", "10", "₂"), ("V", "max", "", "max")],
)
def test_lowered_text(before: str, lowered: str, after: str, shown: str) -> None:
    assert lowered_text(lowered, before, after) == shown


def test_fractions_powers_and_roots() -> None:
    assert [fraction("1", "20"), fraction("a+b", "2c")] == ["1/20", "(a+b)/2c"]
    assert [power("10", "−3"), power("x", "n-1"), power("a+b", "2")] == ["10⁻³", "x^(n-1)", "(a+b)²"]
    assert [with_index("R", "12"), with_index("x", "i+1")] == ["R₁₂", "x_(i+1)"]
    assert [root("2"), root("a+b", "3"), root("2", "5")] == ["√2", "∛(a+b)", "2^(1/5)"]
