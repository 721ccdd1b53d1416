"""Learning the table: pairs that go together are found, and what explains little is marked so."""

from briefgen.model.segment import Span
from briefgen.translation.words import read_word_table
from training.corpora import Pair
from training.words import learn, likely

PAIRS = [
    Pair("輸送を行う。", "Conduct transport."),
    Pair("訓練を行う。", "Hold exercises."),
    Pair("輸送訓練", "Transport exercise"),
    Pair("補給訓練", "Supply exercise"),
    Pair("補給と輸送", "Supply and transport"),
    Pair("補給を行う。", "Carry out supply."),
]


def test_words_that_go_together_are_likely():
    sides = [(["輸送"], ["transport"]), (["輸送", "訓練"], ["transport", "exercis"]), (["訓練"], ["exercis"])]

    assert set(likely(sides, 0.5)) == {("輸送", "transport"), ("訓練", "exercis")}


def test_the_table_is_learnt_from_pairs():
    content = learn(PAIRS, ["輸送", "訓練", "補給", "行"])
    table = read_word_table(content.encode())

    assert table.missing("輸送訓練", "Transport exercise", (), ()) == []
    assert len(table.missing("輸送訓練", "Supply", (), ())) == 2
    assert table.unsupported("輸送", "Exercise transport", ()) == ("Exercise",)


def test_the_same_pairs_give_the_same_table():
    assert learn(PAIRS, ["輸送", "訓練"]) == learn(PAIRS, ["訓練", "輸送"])


def test_what_is_likely_in_both_directions_is_sure_and_scraps_are_kept_from_two_uses_on():
    new = [
        Pair("南洋を輸送", "Transport by sea"),
        Pair("南洋で訓練", "Exercise at sea"),
        Pair("ロブを輸送", "Transport Rob"),
    ]
    content = learn([*PAIRS, *new], ["輸送", "訓練", "補給", "行"])
    table = read_word_table(content.encode())

    assert table.sure("輸送") == {"transport"}
    assert table.never_met("南洋の輸送", (), ()) == []
    assert table.never_met("洋南の輸送", (), ()) == [Span(0, 2)]
    assert table.never_met("ロブの輸送", (), ()) == [Span(0, 2)]


def test_what_right_english_never_leaves_out_is_firm():
    """With five sentences and more; a single character is none, nor a word that is often left out."""
    pairs = [Pair("輸送を訓練で行", "Transport and hold exercises"), Pair("訓練を行", "Do so")] * 10
    table = read_word_table(
        learn([*pairs, Pair("補給", "Supply"), Pair("補給", "Supply")], ["輸送", "訓練", "行", "補給"]).encode()
    )
    text = "輸送訓練行補給"

    assert [text[one.start : one.end] for one in table.japanese_words(text) if table.is_firm(text, one)] == ["輸送"]


def test_what_stands_in_no_text_is_made_up():
    """Words that explain nothing stand there all the same."""
    table = read_word_table(learn([Pair("輸送", "Transport again")] * 2, ["輸送"]).encode())

    assert [word for word in ("Transports", "again", "transportage") if table.is_made_up(word)] == ["transportage"]


def test_what_right_english_never_has_of_its_own_is_backed():
    """In twenty sentences and more."""
    pairs = [Pair("輸送と訓練", "Transport and exercises"), Pair("訓練", "Exercises")] * 10 + [
        Pair("輸送", "Transport")
    ] * 10
    table = read_word_table(learn(pairs, ["輸送", "訓練"]).encode())

    assert table.is_backed("Transport")
    assert table.is_backed("exercises")
    assert not table.is_backed("supplies")
