"""The reader of the test set."""

import pytest

from briefgen.model.segment import ConstraintKind, Span, Strength
from briefgen.terms.figures import unlicensed_numbers
from briefgen.terms.verify import locate_all
from tests.promise.cases import all_cases, read_cases

BLOCK = """# head

ja: 中谷大臣は、２０日にＦ－２２の２機を見た。
en: On the 20th, Minister Nakatani saw two F-22s.
c: 中谷大臣 | person | Minister Nakatani
c: ２０日 | date | the 20th / 20th
should: 見た | term | saw
"""


def test_a_block():
    (case,) = read_cases(BLOCK, "one.txt")

    assert case.place == "one.txt:3"
    assert case.ja.startswith("中谷")
    assert case.en.endswith("F-22s.")
    assert [one.source for one in case.musts] == ["中谷大臣", "２０日"]
    date = case.annotations[1]
    assert (date.kind, date.english, date.accepted) == (ConstraintKind.DATE, "the 20th", ("20th",))
    assert case.annotations[2].strength is Strength.SHOULD
    assert all(case.ja[one.span.start : one.span.end] == one.source for one in case.annotations)


def test_a_digit_is_no_part_of_a_number_or_name_before_it():
    (case,) = read_cases("ja: １２機とＦ－２と２機\nen: x\nc: ２ | number | 2", "one.txt")

    assert case.annotations[0].span == Span(8, 9)


@pytest.mark.parametrize(
    "text",
    [
        "ja: 日本",
        "en: Japan",
        "ja: 日本\nen: Japan\nc: 日本 | country",
        "ja: 日本\nen: Japan\nc: 日本 | land | Japan",
        "ja: 日本\nen: Japan\nc: 米国 | country | United States",
        "ja: 日本と米国\nen: x\nc: 米国 | country | United States\nc: 日本 | country | Japan",
        "ja: 日本\nen: Japan\nd: 日本 | country | Japan",
        "ja: 日本\nen: Japan\nc: 日本 | country | Japan / ",
        "ja: 日本\nja: 米国\nen: Japan",
    ],
)
def test_faults_name_file_and_line(text):
    with pytest.raises(ValueError, match=r"one.txt:[1-4]: "):
        read_cases(text, "one.txt")


def test_the_whole_set_is_read():
    cases = all_cases()

    assert len(cases) >= 650
    assert len({case.place for case in cases}) == len(cases)
    assert sum(len(case.musts) for case in cases) > 3 * len(cases) - 30
    assert {one.kind for case in cases for one in case.musts} == set(ConstraintKind)


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.place)
def test_the_reference_keeps_its_own_promise(case):
    """What is annotated stands in the reference, and no figure there comes from nowhere."""
    places = locate_all(case.en, case.musts)

    assert [one.source for one, place in zip(case.musts, places, strict=True) if place is None] == []
    assert unlicensed_numbers(case.en, case.ja, case.annotations) == ()
