"""Acronyms that a paper defines itself."""

from __future__ import annotations

import pytest

from briefgen.findings import Severity
from briefgen.terms.acronyms import find_acronyms


def found(text: str) -> list[tuple[str, str]]:
    return [(term.ja, term.en) for term in find_acronyms([text]).value]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("ＪＣＣ：Joint Coordination Cell（共同調整所）",
         [("JCC", "Joint Coordination Cell"), ("共同調整所", "Joint Coordination Cell")]),
        ("「国別協力計画(CCP: Country Cooperation Plan)」",
         [("CCP", "Country Cooperation Plan"), ("国別協力計画", "Country Cooperation Plan")]),
        ("※RP3: Regional Partners Three(RP3)。", [("RP3", "Regional Partners Three")]),
        ("CCPC: ountry Cooperation Plan", [("CCP", "Country Cooperation Plan")]),
        ("Regional Fusion Centre (RFC) に派遣", [("RFC", "Regional Fusion Centre")]),
        ("時刻10:30、URL: see below", []),
        ("ＲＰ３：日本、豪州", []),
        ("NOTE: this is not one", []),
    ],
)  # fmt: skip
def test_definitions(text, terms):
    assert found(text) == terms


def test_misplaced_colon_is_a_warning_and_a_plain_definition_is_not():
    plain, mended = find_acronyms(["CCP: Country Cooperation Plan"]), find_acronyms(["CCPC: ountry Cooperation Plan"])

    assert [finding.severity for finding in plain.findings] == [Severity.INFO]
    assert [finding.severity for finding in mended.findings] == [Severity.WARNING]


def test_known_acronyms_are_left_to_the_glossary():
    assert find_acronyms(["CCP: Country Cooperation Plan"], {"ccp"}).value == ()


def test_first_definition_stays():
    outcome = find_acronyms(["CCP: Country Cooperation Plan", "CCP: Common Communication Protocol"])

    assert [term.en for term in outcome.value] == ["Country Cooperation Plan"]
