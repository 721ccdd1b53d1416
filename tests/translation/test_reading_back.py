"""What is unread: pieces outside constraints, the stretches they make, and what the engine is given to read."""

from briefgen.model.segment import Rung, Status, TranslatedSegment
from briefgen.translation.engines.engine import ReadBack
from briefgen.translation.reading_back import read_rows_back, unread_of
from tests.engines import FakeEngine, ReadingBack
from tests.translation.build import bind, document

MARKERS = ("<t>", "</t>")


def row(ja, en, *constraints):
    (segment,) = document(ja).segments
    return TranslatedSegment(segment, en, Rung.INLINE, Status.MACHINE, constraints)


def test_pieces_of_low_probability_are_counted_and_neighbours_make_a_stretch():
    unread = unread_of(ReadBack((("▁一時", -7.0), ("金", -5.0), ("を", -0.1), ("支給", -0.2), ("した", -4.5))), MARKERS)

    assert unread.pieces == 3
    assert unread.stretches == ("一時金",)


def test_constraints_and_symbols_are_left_out():
    read = (("<t>", -9.0), ("▁NATO", -9.0), ("</t>", -9.0), ("と", -0.1), ("<x1>", -9.0), ("協議", -9.0))

    assert unread_of(ReadBack(read), MARKERS).stretches == ("協議",)
    assert unread_of(ReadBack(read), MARKERS).pieces == 1


def test_endings_count_but_are_not_named():
    unread = unread_of(ReadBack((("ました", -8.0), ("。", -8.0))), MARKERS)

    assert (unread.pieces, unread.stretches) == (2, ())


def test_a_stretch_is_named_without_the_particles_before_it():
    assert unread_of(ReadBack((("の艦", -8.0), ("艇、", -8.0))), MARKERS).stretches == ("艦艇",)


def test_a_stretch_ends_at_a_mark():
    read = ReadBack((("漁業", -8.0), ("、が", -8.0), ("国防", -8.0)))

    assert unread_of(read, MARKERS).stretches == ("漁業", "国防")
    assert unread_of(read, MARKERS).pieces == 3


def test_a_stretch_ends_at_a_constraint():
    """What stands before and behind it is no word: 同<会合>に参加できた is not 同に参加できた."""
    read = ReadBack(
        (("各国", -8.0), ("<t>", -0.1), ("▁meeting", -8.0), ("</t>", -0.1), ("に参加", -8.0), ("した", -8.0))
    )

    assert unread_of(read, MARKERS).stretches == ("各国", "参加した")
    assert unread_of(read, MARKERS).pieces == 3


def test_a_row_is_read_back_with_the_english_of_all_its_constraints():
    """Long English, too, which the engine would be given as a slot."""
    ja, en = "日米防衛協力のための指針を協議した。", "the Guidelines for Japan-U.S. Defense Cooperation"
    engine = ReadingBack(lambda sentence: "", lambda english: -9.0)

    (unread,) = read_rows_back([row(ja, f"They discussed {en}.", bind(ja, "日米防衛協力のための指針", en))], engine)

    assert engine.pairs == [(f"<t> {en} </t>を協議した。", f"They discussed {en}.")]
    assert unread.stretches == ("協議した",)


def test_an_engine_without_a_way_back_reads_nothing():
    assert read_rows_back([row("協議した。", "They talked.")], FakeEngine(lambda sentence: "")) is None
