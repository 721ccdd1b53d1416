"""Sections of offices that no glossary has, put together from what they are for: 基地対策課, Base Affairs Division.

Fields stand side by side (保健福祉, Health and Welfare), what is done with them behind them (道路管理, Road
Management). A section with any other word in its name is left to the engine, also with one of two senses (情報, 調査).
課 is a division, as ministries have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefgen.model.segment import Constraint, ConstraintKind, Span
from briefgen.terms.matching import TermMatch

__all__ = ["find_sections"]

_FIELDS = {
    "総務": "General Affairs", "人事": "Personnel", "財政": "Finance", "財務": "Finance",
    "経理": "Accounting", "契約": "Contracts", "税務": "Tax", "防災": "Disaster Prevention",
    "警備救難": "Guard and Rescue", "危機管理": "Crisis Management", "救難": "Rescue", "消防": "Fire",
    "救急": "Emergency Medical Services", "環境": "Environmental",
    "地球環境": "Global Environment", "大気": "Air Quality", "水質": "Water Quality", "秘書": "Secretarial",
    "統計": "Statistics", "通信": "Communications", "観光": "Tourism", "産業": "Industry",
    "商工": "Commerce and Industry", "労働": "Labor", "雇用": "Employment", "農政": "Agricultural Policy",
    "農業": "Agriculture", "林業": "Forestry", "水産": "Fisheries", "土木": "Civil Engineering", "建築": "Building",
    "道路": "Road", "河川": "River", "港湾": "Port and Harbor", "都市": "Urban", "住宅": "Housing", "福祉": "Welfare",
    "水道": "Waterworks", "下水道": "Sewerage", "健康": "Health", "保健": "Health", "医療": "Medical",
    "教育": "Education", "文化": "Culture", "国際": "International", "渉外": "Liaison", "法務": "Legal Affairs",
    "施設": "Facilities", "輸送": "Transport", "安全": "Safety", "装備": "Equipment",
    "給与": "Remuneration", "厚生": "Welfare", "生涯学習": "Lifelong Learning", "学校教育": "School Education",
    "基地対策": "Base Affairs", "災害対策": "Disaster Management", "防災対策": "Disaster Management",
    "品質保証": "Quality Assurance", "生活安全": "Community Safety", "航行安全": "Navigation Safety",
    "海洋情報": "Hydrographic", "人材": "Human Resources",
    "情報保全": "Information Security", "運用支援": "Operations Support", "調達": "Procurement", "募集": "Recruitment",
    "補給": "Supply", "広報": "Public Relations", "研究": "Research", "監査": "Audit",
}  # fmt: skip
_DOINGS = {
    "企画": "Planning", "計画": "Planning", "政策": "Policy", "調整": "Coordination", "管理": "Management",
    "推進": "Promotion", "振興": "Promotion", "対策": "Measures", "指導": "Guidance", "支援": "Support",
    "開発": "Development", "保全": "Conservation", "審査": "Examination", "検査": "Inspection", "育成": "Development",
    "交流": "Exchange",
}  # fmt: skip
_ADJECTIVE = re.compile("(?<=International) and |(?<=Environmental) and |(?<=Urban) and |(?<=Medical) and ")
_ENDS = {
    "課長": ("Director of the {} Division", "Director, {} Division", "{} Division Director", "{} Section Chief"),
    "課": ("{} Division", "{} Section"),
}
_END = "課長(?![一-龯々])|課(?![題税程長目金させし])"


def _one_of(words: dict[str, str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_SECTION = re.compile(
    rf"(?:(?<![一-龯々ァ-ヶー])|(?<=[部局省庁市町村県区府署社院会所]))"
    rf"(?P<fields>(?:{_one_of(_FIELDS)})*)(?P<doings>(?:{_one_of(_DOINGS)})*)(?P<end>{_END})"
)


def find_sections(text: str, matches: Iterable[TermMatch]) -> Iterator[Constraint]:
    """The sections of a text, and their heads, all words of whose names are known, without those of the glossary."""
    ends = {match.span.end for match in matches}
    for match in _SECTION.finditer(text):
        parts = [_english(match["fields"], _FIELDS), _english(match["doings"], _DOINGS)]
        if not any(parts) or not ends.isdisjoint((match.end(), match.start("end") + 1)):
            continue
        name = " ".join(filter(None, parts))
        name = "Environment" if name == "Environmental" else name
        forms = (form.format(name) for form in _ENDS[match["end"]])
        yield Constraint.of(text, Span(*match.span()), forms, ConstraintKind.NAME, "put together")


def _english(written: str, words: dict[str, str]) -> str:
    """``Health and Welfare``; with three and more also commas."""
    *first, last = [words[one] for one in re.findall(_one_of(words), written)] or [""]
    return _ADJECTIVE.sub(" ", f"{', '.join(first)} and {last}") if first else last
