"""Sections of offices, put together."""

import pytest

from briefgen.terms.sections import find_sections


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("問合せ先　基地対策課　電話", {"基地対策課": "Base Affairs Division"}),
        (
            "南波市環境部大気保全課",
            {"大気保全課": "Air Quality Conservation Division"},
        ),
        (
            "保健福祉課と企画調整課",
            {"保健福祉課": "Health and Welfare Division", "企画調整課": "Planning and Coordination Division"},
        ),
        ("総務課長　波多一郎", {"総務課長": "Director of the General Affairs Division"}),
        (
            "人材育成課、道路管理課",
            {"人材育成課": "Human Resources Development Division", "道路管理課": "Road Management Division"},
        ),
        ("国際装備課", {"国際装備課": "International Equipment Division"}),
        ("今後の課題、環境課題、指導部、都市部、安全課金", {}),
        ("南波対策課、空港整備課", {}),
    ],
)
def test_a_section_all_words_of_whose_name_are_known(text, names):
    assert {one.source: one.english for one in find_sections(text, ())} == names
