"""Acronyms that a paper defines itself."""

from __future__ import annotations

import pytest

from briefgen.findings import Severity
from briefgen.terms.acronyms import find_acronyms
from briefgen.terms.glossary.glossary import fold_form


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
        ("CCPC: ountry Cooperation Plan",
         [("CCP", "Country Cooperation Plan"), ("CCPC: ountry Cooperation Plan", "CCP: Country Cooperation Plan")]),
        ("Regional Fusion Centre (RFC) に派遣", [("RFC", "Regional Fusion Centre")]),
        ("RFC（Regional Fusion Centre）に派遣", [("RFC", "Regional Fusion Centre")]),
        ("※ＲＦＣ＝Regional Fusion Centre", [("RFC", "Regional Fusion Centre")]),
        ("地域融合所（Regional Fusion Centre、ＲＦＣ）", [("RFC", "Regional Fusion Centre")]),
        ("地域融合所（Regional Fusion Centre：ＲＦＣ）", [("RFC", "Regional Fusion Centre")]),
        ("KOF：Kite Observation Fund（12か国が出資する基金）", [("KOF", "Kite Observation Fund")]),
        ("KOC：Kite Observation Convention（凧の観測に関する条約）",
         [("KOC", "Kite Observation Convention"), ("凧の観測に関する条約", "Kite Observation Convention")]),
        ("R2/RD: Anti-Access/Area Denial", []),
        ("A2/AD：Anti-Access/Area Denial（接近阻止・領域拒否）",
         [("A2/AD", "Anti-Access/Area Denial"), ("接近阻止・領域拒否", "Anti-Access/Area Denial")]),
        ("時刻10:30、URL: see below", []),
        ("ＲＰ３：日本、豪州", []),
        ("NOTE: this is not one", []),
    ],
)  # fmt: skip
def test_definitions(text, terms):
    assert found(text) == terms


def test_a_definition_with_a_misplaced_colon_is_set_right_even_of_an_acronym_that_is_known():
    outcome = find_acronyms(["(CCPC: ountry Cooperation Plan)"], {fold_form("CCP"): "Country Cooperation Plan"})

    assert [(term.ja, term.en) for term in outcome.value] == [
        ("CCPC: ountry Cooperation Plan", "CCP: Country Cooperation Plan")
    ]
    assert [finding.severity for finding in outcome.findings] == [Severity.WARNING]


def test_misplaced_colon_is_a_warning_and_a_plain_definition_is_not():
    plain, mended = find_acronyms(["CCP: Country Cooperation Plan"]), find_acronyms(["CCPC: ountry Cooperation Plan"])

    assert [finding.severity for finding in plain.findings] == [Severity.INFO]
    assert [finding.severity for finding in mended.findings] == [Severity.WARNING]


def test_known_acronyms_are_left_to_the_glossary():
    assert find_acronyms(["CCP: Country Cooperation Plan"], {"ccp": "China"}).value == ()


def test_first_definition_stays():
    outcome = find_acronyms(["CCP: Country Cooperation Plan", "CCP: Common Communication Protocol"])

    assert [term.en for term in outcome.value] == ["Country Cooperation Plan"]


KNOWN = {"海洋状況把握": "Maritime Domain Awareness", "大臣": "Minister"}


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("各国の海洋状況把握（ＭＤＡ）を", [("MDA", "Maritime Domain Awareness")]),
        ("海洋状況把握（以下「ＭＤＡ」という。）", [("MDA", "Maritime Domain Awareness")]),
        ("ＭＤＡ（海洋状況把握）", [("MDA", "Maritime Domain Awareness")]),
        ("新型指揮所（以下「ＮＣＰ」という。）", [("NCP", "NCP")]),
        ("大臣（ＸＹＺ）", []),
        ("新型指揮所（ＮＣＰ）", []),
    ],
)
def test_an_acronym_for_a_japanese_name(text, terms):
    """Its English is the glossary's; where that has none, the acronym stays as it is, without an expansion."""
    found = find_acronyms([text], KNOWN).value

    assert [(term.ja, term.en) for term in found] == terms
    assert all("defined in the paper" in term.source for term in found)


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize(
    "text",
    [
        "連絡先　ＴＥＬ" + "―" * 5_000 + "（６０）",
        "A-" * 100_000,
        "A'" * 100_000,
        "Aa - " * 50_000,
        "A A" * 50_000 + "(1",
    ],
)
def test_a_row_of_dashes_is_passed_over_at_once(text: str) -> None:
    assert found(text) == []


def test_a_long_form_may_hold_dashes() -> None:
    assert found("Non-Aligned Air - Land Office（NAALO）") == [("NAALO", "Non-Aligned Air - Land Office")]
    assert found("X-Band Radar (XBR)") == [("XBR", "X-Band Radar")]
