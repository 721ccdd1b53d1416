"""House style: how dates, times and names are written in English. The default is the usual American official style."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["HouseStyle"]


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The choices a house makes; each attribute lists its values."""

    date_order: str = "mdy"
    """``mdy``: Thursday, October 17, 2024. ``dmy``: Thursday 17 October 2024."""
    spelling: str = "us"
    """``us``: kilometers, percent. ``uk``: kilometres, per cent."""
    clock: str = "24"
    """``24``: 15:00. ``12``: 3:00 p.m."""
    name_order: str = "family-first"
    """Japanese names: ``family-first`` Nakatani Gen, ``given-first`` Gen Nakatani."""
    capital_surnames: bool = False
    """NAKATANI Gen."""
    macrons: bool = False
    """Ōta instead of Ota, in names romanised from their reading."""
