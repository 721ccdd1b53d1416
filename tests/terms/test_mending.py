"""Forbidden renderings: the house's own in their place where that is safe, with number, article and capital."""

import pytest

from briefgen.terms.mending import forbidden_in, in_house_style, mend_avoided
from tests.translation.build import bind

TEXT = "護衛艦はオランダと中国地方の防衛装備庁を訪れた。統合幕僚長は中国に。"


def own(source, english, kind="term", *avoid, accepted=()):
    return bind(TEXT, source, english, kind, avoid=avoid, accepted=accepted)


DESTROYER = own("護衛艦", "destroyer", "term", "escort ship", "guard ship")
NETHERLANDS = own("オランダ", "Netherlands", "country", "Holland")
ATLA = own("防衛装備庁", "Acquisition, Technology & Logistics Agency", "term", "Defense Equipment Agency")
AGENCY = own("防衛装備庁", "ATLA", "acronym", "Defense Equipment Agency")
OFFICE = own("防衛装備庁", "MOD office", "term", "bureau")
IVORY = own("中国", "Côte d'Ivoire", "country", "Ivory Coast")
CHUGOKU = own("中国地方", "Chugoku region", "term", "China")


@pytest.mark.parametrize(
    ("english", "constraint", "expected"),
    [
        ("The escort ship left.", DESTROYER, "The destroyer left."),
        ("Escort ships left.", DESTROYER, "Destroyers left."),
        ("They sent an escort ship.", DESTROYER, "They sent a destroyer."),
        ("An escort ship left.", DESTROYER, "A destroyer left."),
        ("It is a bureau.", OFFICE, "It is an MOD office."),
        ("He left Holland.", NETHERLANDS, "He left the Netherlands."),
        ("Holland's minister left.", NETHERLANDS, "The Netherlands' minister left."),
        ("He left. Holland stayed.", NETHERLANDS, "He left. The Netherlands stayed."),
        ("He saw the Ivory Coast.", IVORY, "He saw Côte d'Ivoire."),
        ("the Defense Equipment Agency said", ATLA, "the Acquisition, Technology & Logistics Agency said"),
        ("A Defense Equipment Agency office", AGENCY, "An ATLA office"),
        ("They left.", DESTROYER, "They left."),
    ],
)
def test_the_house_rendering_takes_its_place(english, constraint, expected):
    assert mend_avoided(english, (constraint,)) == expected


@pytest.mark.parametrize(
    ("english", "constraint"),
    [
        ("The destroyer met an escort ship.", DESTROYER),
        ("Defense Equipment Agencies met.", ATLA),
    ],
    ids=["stands elsewhere", "no certain plural"],
)
def test_what_is_not_safe_is_left_and_reported(english, constraint):
    assert mend_avoided(english, (constraint,)) == english
    assert forbidden_in(english, (constraint,), 0)


def test_the_rendering_of_another_constraint_is_not_forbidden():
    """中国 is China even where 中国地方 must not be."""
    both = (CHUGOKU, own("中国", "China", "country"))

    assert mend_avoided("He went to China.", both) == "He went to China."
    assert forbidden_in("He went to China.", both, 0) == ()
    assert mend_avoided("He went from China to China.", both) == "He went from China to Chugoku region."


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("On Thursday, October 17, they met at 13:30.", "On Thursday 17 October, they met at 1:30 p.m."),
        ("On Thursday 17 October they met at 1:30 p.m.", "On Thursday 17 October they met at 1:30 p.m."),
        ("From October 17 to 19 they met.", "From Thursday 17 October to 19 they met."),
        ("They met.", "They met."),
    ],
)
def test_days_and_times_are_written_in_the_style_asked_for(english, expected):
    """The model may fall back into the style it was trained on."""
    text = "10月17日(木)13時30分"
    day = bind(text, "10月17日(木)", "Thursday 17 October", "date", accepted=("Thursday, October 17", "October 17"))
    time = bind(text, "13時30分", "1:30 p.m.", "time", accepted=("13:30",))

    assert in_house_style(english, [day, time]) == expected
