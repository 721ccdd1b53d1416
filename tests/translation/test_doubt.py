"""Doubt: the two signals, what they are called together, and how missing words are named."""

from dataclasses import replace

import pytest

from briefgen.model.segment import Attempt, Likely, Rung, Span, Status, TranslatedSegment
from briefgen.resources import doubt_file
from briefgen.translation.doubt import Estimator, Weights, read_weights, score_of, weight_of_missing
from briefgen.translation.ladder import Means, translate_document
from briefgen.translation.reading_back import Unread
from briefgen.translation.words import WordTable, read_word_table
from briefgen.verification import verify
from tests.engines import ReadingBack, dictionary
from tests.translation.build import bind, constraints_of, document, should

TABLE = WordTable(
    {
        "輸送": frozenset({"transport"}),
        "艦": frozenset({"ship"}),
        "勢": frozenset({"forc"}),
        "児": frozenset({"child"}),
        "海": frozenset({"sea"}),
    },
    (),
    (),
)
WEIGHTS = Weights(base=-1.0, score=-1.0, missing=3.0, doubtful=0.6, wrong=0.95)
ESTIMATOR = Estimator(TABLE, WEIGHTS)


def row(ja, en, score=-0.5, rung=Rung.INLINE):
    (segment,) = document(ja).segments
    return TranslatedSegment(segment, en, rung, Status.MACHINE, attempts=(Attempt(rung, "", en, (), score),))


def names(ja):
    return ESTIMATOR.judged(row(ja, "Nothing of it")).doubt.missing


def test_more_missing_words_and_a_lower_score_make_more_doubt():
    assert WEIGHTS.likelihood(-0.5, 0.0) < WEIGHTS.likelihood(-0.9, 0.0) < WEIGHTS.likelihood(-0.9, 1.0)


def test_a_likelihood_is_a_probability_in_thousandths():
    assert WEIGHTS.likelihood(-1.0, 0.0) == 0.5
    assert WEIGHTS.likelihood(-9.0, 3.0) == 1.0


@pytest.mark.parametrize(
    ("likelihood", "likely"),
    [(0.59, Likely.USABLE), (0.6, Likely.DOUBTFUL), (0.94, Likely.DOUBTFUL), (0.95, Likely.WRONG)],
)
def test_bounds(likelihood, likely):
    assert WEIGHTS.likely(likelihood) is likely


def test_each_further_word_says_less_and_a_character_half():
    found = ([Span(0, 2)], [Span(0, 2), Span(2, 4)], [Span(0, 1)])
    one, two, character = (weight_of_missing(spans, ()) for spans in found)

    assert 0 < character < one < two < 2 * one
    assert weight_of_missing((), [Span(0, 3)]) == character


def test_words_never_met_are_named_and_told():
    """南洋 of which the table has neither; 輸送, which it misses, beside it."""
    table = WordTable({"輸送": frozenset({"transport"})}, (), (), met=("洋", "国"))
    judged = Estimator(table, WEIGHTS).judged(row("南洋へ輸送", "Nothing of it"))

    assert judged.doubt.guessed == ("南洋",)
    assert judged.doubt.missing == ("南洋", "輸送")
    assert Estimator(table, WEIGHTS).judged(row("輸送国洋へ", "Nothing of it")).doubt.guessed == ("輸送国洋",)
    assert Estimator(table, WEIGHTS).judged(row("国へ輸送", "Nothing of it")).doubt.guessed == ()


@pytest.mark.parametrize(
    ("ja", "en", "telling"),
    [
        ("竿の手配、手配済み", "They were lined up", ("手配",)),
        ("手配の竿", "Arranged poles", ()),
        ("竿を給水", "Poles", ()),
        ("給水の竿", "Water turmonished poles", ("turmonished",)),
        ("給水の竿", "Water poles of trucks", ()),
        ("給水の竿", "Poles of trucks", ()),
        ("Ｔｕｒｍａｎの給水", "Turman's water", ()),
        ("給水する", "There wasn't any water", ()),
    ],
    ids=[
        "a firm word lost", "said", "another lost", "made up", "free rendering", "one lost, one without Japanese",
        "from the Japanese", "half of a word",
    ],
)  # fmt: skip
def test_words_are_telling(ja, en, telling):
    """A word that right English never leaves out, and one that exists nowhere."""
    table = read_word_table("*\tlin\n!手配\tarrang | chart\n給水\twater\n竿\tpol\n車両\ttruck vehicl\n".encode())

    assert Estimator(table, WEIGHTS).judged(row(ja, en)).doubt.telling == telling


def test_backed_words_without_a_source_speak_against_a_row_and_do_not_mark_it():
    table = read_word_table("=\ttruck\n車両\ttruck vehicl\n竿\tpole rod\n".encode())
    estimator, en = Estimator(table, WEIGHTS, lambda row: 2), "The trucks and vehicles are lined up."

    assert estimator.objections_to(row("竿を並べる。", en)) == 3
    assert estimator.objections_to(row("車両を並べる。", en)) == 2
    assert estimator.judged(row("竿を並べる。", en)).doubt.telling == ("lined",)


@pytest.mark.parametrize(
    ("english", "lost"),
    [
        ("Cases of cancer rose.", ("風しん",)),
        ("Cases of German measles rose.", ()),
        ("Rubella cases rose.", ()),
        ("Anti-rubellar drugs were given.", ()),
    ],
)
def test_a_term_that_should_stand_there_and_leaves_no_trace_is_lost(english, lost):
    text = "風しんの患者が増えた。"
    term = replace(should(text, "風しん", "rubella"), accepted=("German measles",))

    telling = ESTIMATOR.judged(replace(row(text, english), constraints=(term,))).doubt.telling
    assert tuple(word for word in telling if word in text) == lost


def test_what_stands_for_another_term_is_no_trace():
    text = "風しんの患者、はしかの患者"
    rubella, measles = (
        replace(should(text, "風しん", "rubella"), accepted=("German measles",)),
        should(text, "はしか", "measles"),
    )
    one = replace(row(text, "Measles patients"), constraints=(rubella, measles))

    judged = ESTIMATOR.judged(replace(one, marks=verify(text, one.english, one.constraints).marks))
    assert "風しん" in judged.doubt.telling


def test_what_the_engine_is_given_in_plain_words_is_not_missed():
    table = WordTable({"未遂": frozenset({"attempt"})}, (), (), firm=["未遂"])

    assert "未遂" not in Estimator(table, WEIGHTS).judged(row("未遂に終わった。", "It ended in failure.")).doubt.telling
    assert "未遂" in Estimator(table, WEIGHTS).judged(row("未遂であった。", "It was a failure.")).doubt.telling
    dated = bind("令和８年１０月１２日、未遂に終わった。", "令和８年１０月１２日", "October 12, 2026", "date")
    behind = replace(row("令和８年１０月１２日、未遂に終わった。", "It ended in failure."), constraints=(dated,))
    assert "未遂" not in Estimator(table, WEIGHTS).judged(behind).doubt.telling


def test_the_score_says_nothing_of_a_row_that_was_given_as_a_whole():
    ja, en = "輸送：ＭＤＡＩ", "Transport: Maritime Domain Awareness Initiative"
    given = (
        bind(ja, "輸送", "Transport", "term"),
        bind(ja, "ＭＤＡＩ", "Maritime Domain Awareness Initiative", "acronym"),
    )
    unsure = replace(row(ja, en, score=-5.0), constraints=given)
    judged = ESTIMATOR.judged(replace(unsure, marks=verify(ja, en, given).marks))

    assert judged.doubt.likely is Likely.USABLE
    assert ESTIMATOR.judged(replace(unsure, constraints=(), marks=())).doubt.likely is not Likely.USABLE


def test_a_lost_word_is_told_where_the_english_is_only_what_was_given():
    ja = "輸送　令和８年１０月１２日"
    dated = (bind(ja, "令和８年１０月１２日", "October 12, 2026", "date"),)
    one = replace(row(ja, "October 12, 2026"), constraints=dated, marks=verify(ja, "October 12, 2026", dated).marks)

    assert ESTIMATOR.judged(one).doubt.telling == ("輸送",)


def test_what_has_most_likely_changed_places_is_named():
    ja = "先方５名、当方６名"
    figures = bind(ja, "５", "5", "number"), bind(ja, "６", "6", "number")
    table = WordTable(
        {"先方": frozenset({"side"}), "当方": frozenset({"our"})}, (), (), sure={"先方": {"side"}, "当方": {"our"}}
    )

    def places(en):
        one = replace(row(ja, en), constraints=figures, marks=verify(ja, en, figures).marks)
        return Estimator(table, WEIGHTS).judged(one).doubt.exchanged

    assert places("6 on their side, 5 on ours") == ("5", "6")
    assert places("5 on their side, 6 on ours") == ()


def test_the_score_is_that_of_the_hypothesis_that_won():
    lost = Attempt(Rung.INLINE, "", "Other", ("wrong",), -0.1)
    won = row("輸送", "Transport", -0.7)

    assert score_of(replace(won, attempts=(lost, *won.attempts))) == -0.7


def test_a_row_stitched_together_has_the_mean_of_what_was_tried():
    tried = tuple(Attempt(Rung.INLINE, "", "Other", ("wrong",), score) for score in (-0.4, -0.8, None))

    assert score_of(replace(row("輸送", "A; b."), attempts=tried)) == pytest.approx(-0.6)


def test_rows_without_a_model_or_a_score_are_not_judged():
    assert ESTIMATOR.judged(row("輸送", "Nothing", rung=Rung.PATTERN)).doubt is None
    assert ESTIMATOR.judged(row("輸送", "Nothing", score=None)).doubt is None


def test_missing_words_are_named_as_people_find_them():
    """Neighbours together, a character with what surrounds it, or with the ending it bears."""
    assert names("輸送艦が来た。") == ("輸送艦",)
    assert names("勢いが衰えた。") == ("勢い",)
    assert names("乳児は無事である。") == ("乳児",)
    assert names("空勢輸送に当たる。") == ("空勢輸送",)
    assert names("海が荒れた。") == ("海",)
    assert names("国際海洋観測計画会合") == ("海",)
    assert names("輸送、輸送。") == ("輸送",)


def test_both_sides_are_told():
    doubt = ESTIMATOR.judged(row("輸送する。", "It sails quarterly.", -0.9)).doubt

    assert (doubt.likely, doubt.missing, doubt.unsupported) == (Likely.DOUBTFUL, ("輸送",), ("sails", "quarterly"))


def test_what_does_not_lead_back_makes_doubt_and_is_named():
    (segmented, ja) = document("輸送する。"), "輸送する。"
    weights = replace(WEIGHTS, unread=3.0)

    def judged(score):
        engine = ReadingBack(lambda _: "Transport quarterly.", lambda english: score)
        means = Means(engine, estimator=Estimator(TABLE, weights))
        return translate_document(segmented, constraints_of(segmented, ()), means).value.segments[0].doubt

    assert judged(-0.1).likely is Likely.USABLE
    assert judged(-9.0).likely is Likely.WRONG
    assert (judged(-0.1).unread, judged(-9.0).unread) == ((), (ja.rstrip("。"),))


def test_without_a_way_back_the_weights_are_those_fitted_without():
    alone = replace(WEIGHTS, base=9.0)
    rows = (row("輸送", "Transport"),)

    assert Estimator(TABLE, WEIGHTS, alone=alone).judged_all(rows, None)[0].doubt.likelihood == 1.0
    assert Estimator(TABLE, WEIGHTS).judged_all(rows, None)[0].doubt.likelihood < 0.5


def test_the_ladder_judges_what_the_engine_made():
    """And nothing without an estimator."""
    segmented = document("輸送する。")
    engine = dictionary({"輸送する。": "It sails."})
    doubts = [
        translate_document(segmented, constraints_of(segmented, ()), Means(engine, estimator=estimator))
        .value.segments[0]
        .doubt
        for estimator in (ESTIMATOR, None)
    ]

    assert doubts[0] is not None
    assert doubts[0].missing == ("輸送",)
    assert doubts[1] is None


def test_the_weights_that_come_with_the_program():
    """A lower score and more missing words always mean more doubt; the bounds are apart."""
    weights = read_weights(doubt_file().read_bytes())

    assert weights.score < 0 < weights.missing
    assert 0.5 <= weights.doubtful < weights.wrong <= 1


def test_words_the_engine_was_given_otherwise_are_not_missed():
    table = WordTable({"輸送": frozenset({"transport"}), "石": frozenset({"stone"})}, (), ())
    judge = Estimator(table, WEIGHTS).judged

    assert judge(row("輸送の一石を投じた", "Nothing of it")).doubt.missing == ("輸送",)
    few = Estimator(WordTable({"少な": frozenset({"few"})}, (), ()), WEIGHTS).judged
    assert few(row("国も少なくない。", "Many countries")).doubt.missing == ()
    assert few(row("国も少なかった。", "Many countries")).doubt.missing != ()
    assert judge(row("輸送の一石を見た", "Nothing of it")).doubt.missing == ("輸送", "一石")


@pytest.mark.parametrize(
    ("stretch", "named"),
    [
        ("輸送", ()),
        ("送の国へ", ("国",)),
        ("移の", ("移",)),
        ("駐したものを", ("移駐した",)),
        ("国々", ("国々",)),
    ],
)
def test_what_was_not_read_back_is_named_in_whole_words_that_nothing_says(stretch, named):
    """輸送 has its sure word in the English, however it was read back; 国々 stands in a constraint."""
    table = WordTable(
        {"輸送": frozenset({"transport"}), "移駐": frozenset({"relocat"})},
        (),
        (),
        sure={"輸送": frozenset({"transport"})},
    )
    one = row("輸送の国へ移駐したものを移の", "Transport")

    assert Estimator(table, WEIGHTS).judged(one, Unread(1, (stretch,))).doubt.unread == named
