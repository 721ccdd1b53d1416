"""The Japanese calendar: eras to western years and back, and the names of weekdays.

Era beginnings are those of the era laws and edicts: Meiji 25 January 1868, Taisho 30 July 1912, Showa 25 December
1926, Heisei 8 January 1989, Reiwa 1 May 2019.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["ERAS", "ERA_NAMES", "WEEKDAYS", "Era", "era_date", "weekday", "western_year"]

WEEKDAYS = "月火水木金土日"
"""The weekdays as papers write them, Monday first."""


@dataclass(frozen=True, slots=True)
class Era:
    """An era, its one-letter form and its first and last western year (none for the present one)."""

    name: str
    letter: str
    begins: date
    last_year: int | None


ERAS = (
    Era("令和", "R", date(2019, 5, 1), None),
    Era("平成", "H", date(1989, 1, 8), 2019),
    Era("昭和", "S", date(1926, 12, 25), 1989),
    Era("大正", "T", date(1912, 7, 30), 1926),
    Era("明治", "M", date(1868, 1, 25), 1912),
)
ERA_NAMES = "|".join(era.name for era in reversed(ERAS))
"""Pattern of the name of an era."""


def western_year(era: str, year: int) -> int | None:
    """The western year of a year of an era (``令和``, ``R``, ``令``); None for an unknown era or a year it had not."""
    for known in ERAS:
        if era in (known.name, known.letter, known.name[0]):
            western = known.begins.year + year - 1
            last = known.last_year or known.begins.year + 98
            return western if year >= 1 and western <= last else None
    return None


def era_date(day: date) -> str:
    """A day in era form, ``令和6年10月21日``; in western form for days before Meiji."""
    for era in ERAS:
        if day >= era.begins:
            year = day.year - era.begins.year + 1
            return f"{era.name}{'元' if year == 1 else year}年{day.month}月{day.day}日"
    return f"{day.year}年{day.month}月{day.day}日"


def weekday(day: date) -> str:
    """The weekday in one character, ``木``."""
    return WEEKDAYS[day.weekday()]
