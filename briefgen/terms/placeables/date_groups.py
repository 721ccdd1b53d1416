"""Ranges and lists of dates in English: ３日から５日まで, １０月１日、２日及び５日."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.model.segment import ConstraintKind
from briefgen.terms.english import MONTHS, join_words
from briefgen.terms.placeables.announced_days import is_announced, of_announcement
from briefgen.terms.placeables.common import MOVED, Placeable, Scan
from briefgen.terms.placeables.date_forms import RELATIVE_WORDS, YEARS_AWAY, Day, date_forms, day_forms

__all__ = ["join_dates"]

_RANGE = re.compile("から|~|-|より")
_BASE = re.compile("比(?![較例率重類べ])(?:で(?=、?約?[0-9一二三四五六七八九])|(?:で(?![はも]))?)")
"""Behind a date with which something is compared: 2013年度比."""
_COMPARED = (
    "compared with {}", "compared to {}", "from {} levels", "from the {} level", "from the level of {}",
    "relative to {}", "from {}", "over {}", "below {}", "above {}", "against {}", "on {}", "versus {}",
    "than in {}", "than {}", "as compared with {}", "in comparison with {}", "of the {} level", "of {} levels",
    "that of {}", "of {}",
)  # fmt: skip
_LUNAR = re.compile("(?:旧暦|陰暦|太陰暦)の?$")
_LIST = re.compile("及び|および|並びに|・|、|,|と|又は|または")


def join_dates(days: Sequence[Day], scan: Scan) -> Iterator[Placeable]:
    """One placeable for each date, range (１７日から２０日まで) or list (１７日及び１８日); `days` in text order."""
    at = 0
    while at < len(days):
        group, links = [days[at]], list[str]()
        while at + len(group) < len(days):
            following = days[at + len(group)]
            link = scan.text[group[-1].end : following.start]
            link = link or "\u3000" * (not scan.folded.touches(following.start))
            if _is_moved(group[-1], following, scan) or not _is_linked(group, links, link, following):
                break
            if not links and is_announced(link, following.end, scan):
                yield of_announcement(group[0].start, following.end, scan)
                break
            group.append(replace(following, relative=""))
            links.append(link)
        yield _joined(group, links, scan)
        at += len(group)


def _is_moved(first: Day, last: Day, scan: Scan) -> bool:
    """Whether the second date takes the place of the first, ６日から９日に延期; 12日から4日に短縮 are lengths."""
    is_from = _RANGE.fullmatch(scan.text, first.end, last.start) and MOVED.match(scan.text, last.end)
    is_length = not (first.month or last.month) and (first.day or 0) > (last.day or 0)
    return bool(is_from) and (not is_length or scan.text.startswith("へ", last.end))


def _is_linked(group: Sequence[Day], links: Sequence[str], link: str, following: Day) -> bool:
    """Whether a date goes on with those before it: the same grain, no other relation than the same month or year."""
    first = group[0]
    if following.relative not in ("", "同月", "同年") or following.grain != first.grain or first.part or following.part:
        return False
    is_end = bool(links and _RANGE.fullmatch(links[-1]))
    is_list = bool(_LIST.fullmatch(link)) or (not link and _comes_next(group[-1], following))
    return is_list or (not is_end and bool(_RANGE.fullmatch(link)))


def _comes_next(before: Day, day: Day) -> bool:
    """Whether a date is the next one after another of its grain: ２０２４年２５年, ６月７月, ６日７日."""
    number, known = next(
        (one, other)
        for one, other in ((day.day, before.day), (day.month, before.month), (day.year, before.year))
        if one
    )
    return number == (known or 0) + 1


def _joined(group: Sequence[Day], links: Sequence[str], scan: Scan) -> Placeable:
    start, end = group[0].start, group[-1].end
    is_range = bool(links and _RANGE.fullmatch(links[0]))
    end += 2 * (bool(links and _RANGE.fullmatch(links[-1])) and scan.text.startswith("まで", end))
    if is_range and not (group[0].month or group[1].month) and (group[0].day or 0) > (group[1].day or 0):
        return Placeable(start, end, "", ConstraintKind.DATE)  # Lengths: 12日から4日に短縮.
    forms = _related_forms(group, links, scan) if links and group[0].relative else ()
    forms += _group_forms(group, links, scan)
    base = _BASE.match(scan.text, end)
    if base and not links and group[0].grain in ("year", "fiscal"):
        forms = tuple(wording.format(form) for wording in _COMPARED for form in forms)
        end = base.end()
    lunar = _LUNAR.search(scan.text, 0, start) if group[0].month else None
    if lunar:
        words = ("on the lunar calendar", "of the lunar calendar", "in the lunar calendar", "on the old calendar")
        start, forms = lunar.start(), tuple(f"{form} {word}" for form in forms for word in words)
    return Placeable.of(start, end, forms, ConstraintKind.DATE)


def _related_forms(group: Sequence[Day], links: Sequence[str], scan: Scan) -> tuple[str, ...]:
    """``from January to June this year``: the year or month named by relation once for all, when it is that of all."""
    first = group[0]
    plain = [replace(first, relative=""), *group[1:]]
    is_month = first.relative.endswith("月")
    if any(day.month for day in plain) if is_month else plain != sorted(plain, key=lambda day: day.month or 0):
        return ()
    forms = _group_forms(plain, links, scan)
    links_between = ("of",) if is_month else ("", "of", "in")
    named = [
        f"{form} {link} {word}" for link in links_between for word in RELATIVE_WORDS[first.relative] for form in forms
    ]
    if first.relative in YEARS_AWAY and scan.year:
        named += _group_forms([replace(plain[0], year=scan.year + YEARS_AWAY[first.relative]), *group[1:]], links, scan)
    return tuple(" ".join(form.split()) for form in named) + forms


def _group_forms(group: Sequence[Day], links: Sequence[str], scan: Scan) -> tuple[str, ...]:
    """The forms of a date, a range or a list of dates."""
    if not links or _are_one_year(group):
        return date_forms(group[0], scan)
    if len(links) > 1 and any(_RANGE.fullmatch(link) for link in links):
        return _mixed_forms(group, links, scan)
    if _RANGE.fullmatch(links[0]):
        return _range_forms(group[0], group[1], scan, is_from=links[0] in ("から", "より"))
    last = "or" if any(link in ("又は", "または") for link in links) else "and"
    variants = (_spread(group, scan, 0), _spread(group, scan, 1), [date_forms(day, scan)[0] for day in group])
    forms = tuple(join_words(variant, last) for variant in variants)
    forms += tuple(form.replace(f" {last} ", f", {last} ") for form in forms)
    if len(group) == 2:
        lefts, rights = date_forms(group[0], scan)[:3], _last_forms(group, scan)
        forms += tuple(f"{left} {last} {right}" for left in lefts for right in rights)
    return forms


def _are_one_year(group: Sequence[Day]) -> bool:
    """Whether all are one and the same year by two eras: 平成３１年・令和元年."""
    return group[0].grain in ("year", "fiscal") and len({(day.year, day.part) for day in group}) == 1


def _mixed_forms(group: Sequence[Day], links: Sequence[str], scan: Scan) -> tuple[str, ...]:
    """A list in which some are ranges: ``March 5 to 7 and March 9`` for 3月5日から7日、9日."""
    items: list[list[Day]] = [[group[0]]]
    for link, day in zip(links, _filled(group)[1:], strict=True):
        if _RANGE.fullmatch(link):
            items[-1].append(day)
        else:
            items.append([day])
    bare = [[replace(day, year=None) if day.grain == "day" else day for day in item] for item in items]
    lists = [[" to ".join(_spread(item, scan, order)) for item in bare] for order in (0, 1)]
    lists += [[texts[0], *(re.sub(f" ?(?:{'|'.join(MONTHS)}) ?", "", text) for text in texts[1:])] for texts in lists]
    year = f", {group[0].year}" if group[0].grain == "day" and group[0].year else ""
    forms = [join_words(texts) + year for texts in lists]
    return tuple(dict.fromkeys([*forms, *(form.replace(" and ", ", and ") for form in forms)]))


def _range_forms(first: Day, last: Day, scan: Scan, *, is_from: bool) -> tuple[str, ...]:
    left, right = _spread((first, last), scan, 0)
    forms = [f"from {left} to {right}", f"{left} to {right}"]
    if not is_from:
        forms.reverse()
    lefts = [left, *date_forms(first, scan)[:3]]
    rights = [right, *_last_forms((first, last), scan)]
    for one in lefts:
        for other in rights:
            forms += [f"{one} {link} {other}" for link in ("to", "through", "until", "-")]
            forms += [f"between {one} and {other}", f"{one}-{other}"]
    return tuple(forms)


def _spread(group: Sequence[Day], scan: Scan, order: int) -> list[str]:
    """The dates of a group without what is said once for all of them: October 17 and 18, 2024."""
    style = (
        scan.style if not order else replace(scan.style, date_order="dmy" if scan.style.date_order == "mdy" else "mdy")
    )
    full = _filled(group)
    year, is_same_year = full[0].year, len({day.year for day in full}) == 1
    is_same_month = len({day.month for day in full}) == 1
    if group[0].grain != "day" or not full[0].month:
        return [date_forms(day, scan)[0] for day in (full if group[0].grain != "month" else _without_years(full))]
    if any(day.weekday or day.holiday for day in full) or not is_same_month:
        bare = _without_years(full) if is_same_year else full
        texts = [day_forms(day, style)[0] for day in bare]
    elif style.date_order == "mdy":
        texts = [day_forms(replace(full[0], year=None), style)[0], *(str(day.day) for day in full[1:])]
    else:
        texts = [*(str(day.day) for day in full[:-1]), day_forms(replace(full[-1], year=None), style)[0]]
    if year and is_same_year:
        texts[-1] += f", {year}" if style.date_order == "mdy" else f" {year}"
    return texts


def _without_years(days: Sequence[Day]) -> list[Day]:
    """Only the last one keeps its year, when it is the year of all."""
    if len({day.year for day in days}) > 1:
        return list(days)
    return [replace(day, year=None) for day in days[:-1]] + [
        days[-1] if days[-1].grain == "month" else replace(days[-1], year=None)
    ]


def _filled(group: Sequence[Day]) -> list[Day]:
    """Each date with the year and month of the one before it, where it gives none."""
    filled = [group[0]]
    for day in group[1:]:
        before = filled[-1]
        month = day.month or before.month
        later = bool(month and before.month and month >= before.month)
        year = day.year or (before.year if later or not month else None)
        filled.append(replace(day, month=month, year=year))
    return filled


def _last_forms(group: Sequence[Day], scan: Scan) -> tuple[str, ...]:
    """Some forms of the last date of a group, in full and as written."""
    return tuple(dict.fromkeys((*date_forms(_filled(group)[-1], scan)[:3], *date_forms(group[-1], scan)[:3])))
