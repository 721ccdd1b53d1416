"""Words beside a date or figure that say what it is of: the morning of a day, the height of a wave, the speed of wind.

Each was tried on the 78,644 pairs of the project, of which 379 have a part of the day beside a day and 1,022 what is
measured beside its figure; three say it otherwise.
"""

from __future__ import annotations

__all__ = ["BESIDE_FIGURES"]

_DAY = r"(?:日|日\([月火水木金土日][^()]{0,12}\)|曜日?)の?"
_NO_HOUR = "(?!中?の? ?[0-9零〇一二三四五六七八九十]{1,2}(?:時|:))"
"""An hour behind the part of the day is computed with it."""
_MEASURED = "(?=[はがもをの、約:]{0,3}[0-9])"
_MEASURES = {
    "波高|波の高さ": "wave|sea|swell",
    "風速": "wind|gust|blow|blew|breez",
    "視程|視界": "visib|sight|view",
    "水深": "deep|depth|water|shallow|beneath|below",
    "高度": "altitude|elevation|high|height|above|feet|foot|climb",
    "気温": r"temperature|degree|hot|cold|C\b",
    "水温": "water|sea|temperature",
    "震度": "intens|Shindo|lower|upper|seismic|scale|magnitude",
    "射程": r"rang|reach|km\b|kilomet",
    "時速|速[度力]": "speed|per hour|hour|knot|km/h|mph|fast|veloc|mach|rate",
    "雨量|降水量": "rain|precip",
    "積雪": "snow",
    "(?<!断)面積": "area|square|hectare|size|cover|measur|land|acre",
    "直径": "diamet|across|wide|calib|round|bore",
    "半径": "radius|around|within",
    "排水量": "displac|ton",
}
BESIDE_FIGURES = (
    (rf"{_DAY}午前{_NO_HOUR}", r"morning|a\.?m\b|before noon|forenoon|early|dawn|midday"),
    (rf"{_DAY}午後{_NO_HOUR}", r"afternoon|p\.?m\b|evening|midday"),
    (
        rf"{_DAY}(?:夜間?|晩|深夜|夜半|夕方?|夕刻)(?![^、。のにはもかまで]){_NO_HOUR}",
        r"night|evening|midnight|late|p\.?m\b|overnight|dusk|afternoon|sunset",
    ),
    (
        rf"{_DAY}(?:未明|明け方|早朝|朝)(?![^、。のにはもかまで]){_NO_HOUR}",
        r"dawn|early|morning|a\.?m\b|daybreak|small hours|night|pre-?dawn",
    ),
    *((f"(?:{japanese}){_MEASURED}", english) for japanese, english in _MEASURES.items()),
)
"""What stands in the Japanese, and beginnings of words of which the English must have one."""
