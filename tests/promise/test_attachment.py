"""What the suspicion of exchanged places is worth: on right references, and on those with two of a kind exchanged."""

from briefgen.model.segment import Mark, Span
from briefgen.resources import words_file
from briefgen.terms.verify import locate_all
from briefgen.translation.attachment import exchangeable, exchanged
from briefgen.translation.words import read_word_table
from tests.promise.cases import all_cases

LEAST_FOUND, MOST_FALSE = 85.0, 2.0
"""Percent of the exchanges that are found, and of the right references that are suspected; the aims are 80 and 3."""


def marks_of(case):
    places = locate_all(case.en, case.annotations)
    return [Mark(place, number) for number, place in enumerate(places) if place is not None]


def with_exchanged(english, marks, pair):
    """The English with what stands at two marks exchanged, and the marks as they then stand."""
    first, second = sorted(mark.span for mark in pair)
    stretches = [
        (0, first.start), (second.start, second.end), (first.end, second.start), (first.start, first.end),
        (second.end, len(english)),
    ]  # fmt: skip
    longer = (second.end - second.start) - (first.end - first.start)
    shifts = {first: second.start - first.start + longer, second: first.start - second.start}

    def moved(span):
        by = shifts.get(span, longer * (first.end <= span.start < second.start))
        return Span(span.start + by, span.end + by)

    text = "".join(english[start:end] for start, end in stretches)
    return text, [Mark(moved(mark.span), mark.constraint) for mark in marks]


def test_exchanges_are_found_and_right_references_are_not_suspected():
    words = read_word_table(words_file().read_bytes())
    cases = [(case, marks_of(case)) for case in all_cases()]

    suspected = [case.place for case, marks in cases if exchanged(case.ja, case.en, case.annotations, marks, words)]
    found = [
        exchanged(case.ja, english, case.annotations, moved, words) != ()
        for case, marks in cases
        for pair in exchangeable(case.ja, case.annotations, marks)
        for english, moved in [with_exchanged(case.en, marks, pair)]
    ]

    assert len(found) > 500
    assert 100 * sum(found) / len(found) >= LEAST_FOUND
    assert 100 * len(suspected) / len(cases) <= MOST_FALSE, suspected


def test_the_exchange_itself():
    english = "Japan sent 3 ships, the United States 15 ships, by June."
    spans = {"3": Span(11, 12), "15": Span(38, 40), "the United States": Span(20, 37), "June": Span(51, 55)}
    marks = [Mark(span, number) for number, span in enumerate(spans.values())]

    text, moved = with_exchanged(english, marks, marks[:2])

    assert text == "Japan sent 15 ships, the United States 3 ships, by June."
    assert [text[mark.span.start : mark.span.end] for mark in moved] == list(spans)
