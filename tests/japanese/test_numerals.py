"""Japanese numerals have exact values, or none."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.japanese.numerals import NUMBER, parse_fraction, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("１，２３４", "1234"), ("千二百三十", "1230"), ("二〇二四", "2024"), ("十", "10"), ("壱", "1"),
        ("百五", "105"),
        ("１兆２，３４５億", "1234500000000"), ("7,127億", "712700000000"), ("3.5万", "35000"), ("5千万", "50000000"),
        ("3万3千", "33000"), ("二十一", "21"), ("一億二千万", "120000000"), ("0", "0"), ("〇", "0"), ("3.50", "3.50"),
        ("2千5百", "2500"),
    ],
)  # fmt: skip
def test_value(text, value):
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "万", "1,23", "2億3兆", "十百", "三百千", "1.2.3", "五名"])
def test_no_value(text):
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("３分の１", Fraction(1, 3)), ("三分の二", Fraction(2, 3)), ("100分の3", Fraction(3, 100))],
)
def test_fraction(text, value):
    assert parse_fraction(text) == value


@pytest.mark.parametrize("text", ["半分", "0分の1", "3分", "分の1"])
def test_no_fraction(text):
    assert parse_fraction(text) is None


@given(st.integers(min_value=0, max_value=10**15))
def test_figures_with_commas_read_back(number):
    assert parse_number(f"{number:,}") == number


@given(st.integers(min_value=1, max_value=9999), st.integers(min_value=1, max_value=9999))
def test_oku_and_man_add_up(oku, man):
    assert parse_number(f"{oku}億{man}万") == oku * 10**8 + man * 10**4


@pytest.mark.usefixtures("soon")
def test_a_row_of_units_is_passed_over_at_once():
    assert re.match(f"(?:{NUMBER})個", "1" + "億" * 5_000 + "円") is None


@pytest.mark.parametrize("text", ["123456789012345678901234567891", "9" * 60])
def test_long_numbers_are_not_rounded(text):
    assert f"{parse_number(text):f}" == text
