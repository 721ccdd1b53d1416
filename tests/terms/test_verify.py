"""Verification: the forms that satisfy a constraint, and the figures that nothing licenses."""

from __future__ import annotations

import pytest

from briefgen.model.segment import Constraint, ConstraintKind, Span
from briefgen.terms.figures import numbers_in, unlicensed_numbers
from briefgen.terms.verify import avoided_in, locate_all
from tests.translation.build import stands_in


def constraint(english: str, *accepted: str, kind: ConstraintKind = ConstraintKind.TERM, **more) -> Constraint:
    return Constraint(Span(0, 1), "源", english, kind, accepted=accepted, **more)


@pytest.mark.parametrize(
    ("english", "form", "kind"),
    [
        ("Security environment is severe.", "security environment", ConstraintKind.TERM),
        ("Two like-minded countries met.", "like-minded country", ConstraintKind.TERM),
        ("like minded partners", "like-minded partner", ConstraintKind.TERM),
        ("the NATO Defence Ministers’ Meeting", "NATO Defence Ministers' Meeting", ConstraintKind.TERM),
        ("Japan's role", "Japan", ConstraintKind.TERM),
        ("two frigates", "frigate", ConstraintKind.TERM),
        ("three agencies", "agency", ConstraintKind.TERM),
        ("On Thursday, October 17, he", "Thursday October 17", ConstraintKind.DATE),
        ("on thursday October 17", "Thursday, October 17", ConstraintKind.DATE),
        ("at 3 pm", "3 p.m.", ConstraintKind.TIME),
        ("APPROXIMATELY 20 minutes", "approximately 20 minutes", ConstraintKind.DURATION),
        ("about 20-minute talks", "20-minute", ConstraintKind.DURATION),
        ("by 50% of", "50%", ConstraintKind.PERCENT),
        ("(Note 1) says", "(Note 1)", ConstraintKind.REFERENCE),
    ],
)
def test_stands_in(english, form, kind):
    assert stands_in(english, constraint(form, kind=kind)) is not None


@pytest.mark.parametrize(
    ("english", "form", "kind"),
    [
        ("defense minister Nakatani", "Defense Minister Nakatani", ConstraintKind.PERSON),
        ("the nato summit", "NATO", ConstraintKind.ACRONYM),
        ("insecurity", "security", ConstraintKind.TERM),
        ("15.2 km", "15", ConstraintKind.NUMBER),
        ("115 ships", "15", ConstraintKind.NUMBER),
        ("1,015 ships", "15", ConstraintKind.NUMBER),
        ("at 15:30", "15", ConstraintKind.NUMBER),
        ("0.5 percent", "5 percent", ConstraintKind.PERCENT),
        ("October 17", "October 1", ConstraintKind.DATE),
        ("IP4X", "IP4", ConstraintKind.ACRONYM),
        ("", "security", ConstraintKind.TERM),
        ("a total of three", "a", ConstraintKind.NUMBER),
        ("a large number of ships", "a", ConstraintKind.NUMBER),
        ("in a series of exercises", "a", ConstraintKind.NUMBER),
        ("a hundred ships", "a", ConstraintKind.NUMBER),
    ],
)
def test_does_not_stand_in(english, form, kind):
    assert stands_in(english, constraint(form, kind=kind)) is None


def test_span_is_that_of_the_found_form():
    english = "He met Minister of Defense Sato."

    assert stands_in(english, constraint("Defense Minister", "Minister of Defense")) == Span(7, 26)


def test_each_occurrence_is_used_once():
    twice = (constraint("NATO"), constraint("NATO"))

    assert locate_all("NATO and NATO", twice) == (Span(0, 4), Span(9, 13))
    assert locate_all("NATO only", twice) == (Span(0, 4), None)


def test_long_forms_go_first():
    """The number in a date does not satisfy another constraint with the same number."""
    number = constraint("17", kind=ConstraintKind.NUMBER)
    date = constraint("October 17", kind=ConstraintKind.DATE)

    assert locate_all("On October 17, 17 ships", (number, date)) == (Span(15, 17), Span(3, 13))
    assert locate_all("On October 17, ships", (number, date)) == (None, Span(3, 13))


def test_a_shorter_place_is_given_up_for_a_constraint_that_has_no_other():
    """A preferred form that could stand in two places leaves the only place of the other."""
    one = constraint("bilateral training", "training")
    other = constraint("training")

    assert None not in locate_all("training and bilateral training", (other, one))


def test_avoided_renderings_are_found_outside_of_allowed_ones():
    one = constraint("Minister of Defense", avoid=("Secretary of Defense", "Minister"))

    assert avoided_in("the Secretary of Defense and the Minister of Defense", one) == (Span(4, 24),)


@pytest.mark.parametrize(
    ("english", "values"),
    [
        ("712.7 billion yen", ["712700000000"]),
        ("1,234 ships and twelve aircraft", ["1234", "12"]),
        ("at 15:00 and 3:00 p.m.", ["15:00", "15:00"]),
        ("the 21st meeting, the third one", ["21", "3"]),
        ("F-35A, IP4 and G7", []),
        ("one of the first, a second", []),
        ("50% or 2.50 percent", ["50", "2.5"]),
        ("twenty-five hundred", ["2500"]),
        ("in the 1990s", ["1990"]),
        ("150km away", ["150"]),
        ("October 17, 2024.", ["17", "2024"]),
        ("At 12:20: take-off", ["12:20"]),
        ("waves of 2.8m", ["2.8"]),
        ("1,200m and 1.5kg, 3.2.1km", ["1200", "1.5"]),
        ("(PDF:340KB), 2MB at 50kHz", ["340", "2", "50"]),
    ],
)
def test_numbers_in(english, values):
    assert [value for _, value in numbers_in(english)] == values


def test_unlicensed_numbers():
    """Numbers of the constraints, in any accepted form, and of the source are licensed; others are not."""
    date = constraint("October 17, 2024", kind=ConstraintKind.DATE)
    money = constraint("1.2 million dollars", "1,200,000 dollars", kind=ConstraintKind.MONEY)
    english = "On October 17, 2024, three states gave 1,200,000 dollars and 45 trucks."

    assert [value for _, value in unlicensed_numbers(english, "三か国は", (date, money))] == ["45"]


def test_scaled_source_numbers_license_their_value():
    assert unlicensed_numbers("712.7 billion", "7,127億", ()) == ()
    assert [value for _, value in unlicensed_numbers("71.27 billion", "7,127億", ())] == ["71270000000"]


@pytest.mark.parametrize(
    ("english", "source", "strays"),
    [
        ("in February", "７月３日", ["February"]),
        ("in July", "７月３日", []),
        ("from April to June", "４～６月", []),
        ("it may rain", "雨", []),
        ("in May 2024", "２０２４年５月", []),
        ("on Sunday", "５日（土）", ["Sunday"]),
        ("on Saturday", "５日（土）", []),
        ("on Saturdays and Sundays", "土日は休む", []),
        ("an F-47 and an F-35", "Ｆ－３５", ["47"]),
        ("2023-2047", "2023年から", ["2047"]),
        ("47A and ４７", "４月", ["47", "４７"]),
        ("a million troops", "兵士", ["a million"]),
        ("hundreds of troops", "数百名の兵士", []),
        ("dozens of troops", "数十名の兵士", []),
        ("Number 10 people", "数十名", ["10"]),
        ("the sixth project", "六本木の事業所", ["sixth"]),
        ("the three principles", "三原則", []),
        ("the four countries", "四国の外相", []),
        ("in just 10 minutes", "わずか十分で終わった", []),
        ("10 of them", "十分である。十分な数だ", ["10"]),
        ("the fifth consecutive quarter", "五四半期連続", []),
        ("more than a dozen ships", "十数隻", []),
        ("a dozen ships", "数隻", ["dozen"]),
        ("three-dimensional images", "立体的な映像", []),
        ("three images", "映像", ["three"]),
        ("the India-Pakistan border", "印パ国境", []),
        ("Pakistan", "印象", ["Pakistan"]),
    ],
)
def test_figures_months_and_weekdays_that_come_from_nowhere(english, source, strays):
    """Also those that are no numbers by themselves: a type, a range, a scale, the name of a month."""
    found = unlicensed_numbers(english, source, ())

    assert [english[span.start : span.end] for span, _ in found] == strays


def test_a_given_name_is_no_number():
    assert [value for _, value in unlicensed_numbers("Nami, 3,000", "波見　三千代", ())] == ["3000"]
