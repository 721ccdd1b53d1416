"""House style: how dates, times and names are written in English. The default is the usual American official style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["HouseStyle"]


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The choices a house makes; each attribute lists its values."""

    date_order: Literal["mdy", "dmy"] = "mdy"
    """``mdy``: Thursday, October 17, 2024. ``dmy``: Thursday 17 October 2024."""
    spelling: Literal["us", "uk"] = "us"
    """``us``: kilometers, percent. ``uk``: kilometres, per cent."""
    clock: Literal["24", "12"] = "24"
    """``24``: 15:00. ``12``: 3:00 p.m."""
    name_order: Literal["family-first", "given-first"] = "family-first"
    """Japanese names: ``family-first`` Nakatani Gen, ``given-first`` Gen Nakatani."""
    capital_surnames: bool = False
    """NAKATANI Gen."""
    macrons: bool = False
    """Ōta instead of Ota, in names romanised from their reading."""
