"""Eras to western years and back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.japanese.eras import era_date, weekday, western_year


@pytest.mark.parametrize(
    ("era", "year", "western"),
    [("令和", 1, 2019), ("令和", 6, 2024), ("平成", 31, 2019), ("昭和", 64, 1989), ("大正", 15, 1926),
     ("明治", 45, 1912), ("R", 6, 2024)],
)  # fmt: skip
def test_western_year(era, year, western):
    assert western_year(era, year) == western


@pytest.mark.parametrize(
    ("era", "year"), [("平成", 40), ("昭和", 65), ("令和", 0), ("元禄", 3), ("X", 1), ("大正", 16)]
)
def test_no_such_year(era, year):
    assert western_year(era, year) is None


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2024, 11, 5), "令和6年11月5日"),
        (date(2019, 5, 1), "令和元年5月1日"),
        (date(2019, 4, 30), "平成31年4月30日"),
        (date(1989, 1, 7), "昭和64年1月7日"),
        (date(1850, 2, 3), "1850年2月3日"),
    ],
)
def test_era_date(day, written):
    assert era_date(day) == written


def test_weekday():
    assert weekday(date(2024, 11, 5)) == "火"


@given(st.dates(min_value=date(1873, 1, 1), max_value=date(2100, 1, 1)))
def test_era_year_leads_back(day):
    """Every day's era form names a year that is its western year."""
    written = era_date(day)
    year = written[2 : written.index("年")]

    assert western_year(written[:2], 1 if year == "元" else int(year)) == day.year
