"""The fit of doubt: what it learns from judged rows, and what it promises on those it has not seen."""

from pathlib import Path

import pytest

from briefgen.cli.loading import load_glossary
from briefgen.model.style import HouseStyle
from briefgen.resources import doubt_file, words_file
from briefgen.terms.constraints import Constrainer
from briefgen.translation.doubt import Weights, read_weights
from briefgen.translation.engines.models import built_in_model, open_model
from briefgen.translation.words import read_word_table
from training.doubt import JUDGED, PARTLY, RIGHT, WRONG, Judged, Seer, Signals, area, bounds, fit, read_judged

ROWS = [
    *[Signals(RIGHT, -0.3 - n / 100, n % 2 / 4) for n in range(20)],
    *[Signals(PARTLY, -0.6 - n / 100, 0.5 + n % 3) for n in range(20)],
    *[Signals(WRONG, -0.9 - n / 100, 1.0 + n % 3) for n in range(20)],
]


def test_the_fit_finds_which_way_the_signals_point():
    weights = fit(ROWS)

    assert weights.score < 0 < weights.missing
    assert weights.likelihood(-0.3, 0.0) < 0.5 < weights.likelihood(-1.0, 2.0)


def test_a_few_rows_of_a_part_count_as_much_as_many_of_the_first():
    """The second part has rows that are not right and look as the right ones of the first do."""
    alike = [row for row in ROWS if row.judgement == RIGHT]
    others = [Signals(PARTLY, row.score, row.missing) for row in alike[:5]]

    assert fit(ROWS, others).likelihood(-0.4, 0.0) > fit(ROWS + others).likelihood(-0.4, 0.0)


def test_nine_in_ten_wrong_rows_are_doubtful_and_no_right_one_is_likely_wrong():
    weights = bounds(ROWS, fit(ROWS))
    doubtful = [weights.likelihood(row.score, row.missing) >= weights.doubtful for row in ROWS if not row.judgement]
    wrong = [row.judgement for row in ROWS if weights.likelihood(row.score, row.missing) >= weights.wrong]

    assert sum(doubtful) >= 0.9 * len(doubtful)
    assert RIGHT not in wrong
    assert wrong.count(WRONG) > len(wrong) / 2


def test_without_a_group_of_mostly_wrong_rows_nothing_is_called_so():
    right = [Signals(RIGHT, -0.9, 3.0), *[Signals(WRONG, -0.5, 0.0)] * 10]

    assert bounds(right, Weights(0.0, -1.0, 1.0)).wrong == 1.0


def test_the_area_is_a_share_of_pairs():
    assert area([(1.0, True), (0.0, False)]) == 1.0
    assert area([(0.0, True), (1.0, False)]) == 0.0
    assert area([(1.0, True), (1.0, False)]) == 0.5


def test_judged_rows_are_read_in_order(tmp_path: Path):
    path = tmp_path / "rows.tsv"
    path.write_text("# how to judge\nB\t1\t-0.500\t補給した。\tSupplied.\n", encoding="utf-8")

    (row,) = read_judged(path)
    assert (row.part, row.judgement, row.score, row.ja, row.en) == ("B", PARTLY, -0.5, "補給した。", "Supplied.")


def test_english_that_verification_refuses_is_not_counted():
    rows = [
        Judged("B", RIGHT, -0.2, "３名が参加した。", english) for english in ("Three took part.", "Four took part.")
    ]

    assert len(_seer().signals(rows)) == 1


def _seer() -> Seer:
    words = read_word_table(words_file().read_bytes())
    return Seer(Constrainer(load_glossary(()).value, HouseStyle()), words, open_model(built_in_model()))


@pytest.fixture(scope="module")
def unseen():
    """(judgement, likelihood) of the parts nothing was chosen on, under the weights that come with the program."""
    weights, see = read_weights(doubt_file().read_bytes()), _seer()
    seen = {part: see.signals([row for row in read_judged(JUDGED) if row.part == part]) for part in "BEFG"}
    return weights, {
        part: [(row.judgement, weights.likelihood(row.score, row.missing, row.unread)) for row in rows]
        for part, rows in seen.items()
    }


def test_the_judged_rows_are_many_and_of_every_judgement():
    rows = read_judged(JUDGED)

    assert len(rows) >= 390
    assert all(
        sum((row.part, row.judgement) == (part, j) for row in rows) >= 30 for part in "ABDEFG" for j in (0, 1, 2)
    )


@pytest.mark.parametrize(
    ("part", "apart", "with_partly"), [("B", 0.9, 0.85), ("E", 0.9, 0.85), ("F", 0.87, 0.83), ("G", 0.87, 0.76)]
)
def test_wrong_rows_are_told_from_right_ones_on_the_parts_not_chosen_on(unseen, part, apart, with_partly):
    rows = unseen[1][part]

    assert area((likelihood, judgement == WRONG) for judgement, likelihood in rows if judgement != PARTLY) > apart
    assert area((likelihood, judgement < RIGHT) for judgement, likelihood in rows) > with_partly


@pytest.mark.parametrize(("part", "right"), [("B", 0.55), ("E", 0.3), ("F", 0.45), ("G", 0.55)])
def test_most_wrong_rows_are_doubted_and_few_right_ones(unseen, part, right):
    """Of papers it is one right row in four (E), two in five (F); B and G are hard: three or four in ten are right."""
    weights, parts = unseen
    flagged = {j: [p >= weights.doubtful for judgement, p in parts[part] if judgement == j] for j in (WRONG, RIGHT)}

    assert sum(flagged[WRONG]) >= 0.9 * len(flagged[WRONG])
    assert sum(flagged[RIGHT]) <= right * len(flagged[RIGHT])
    assert not any(p >= weights.wrong for judgement, p in parts[part] if judgement == RIGHT)
