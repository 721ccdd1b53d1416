"""The ladder: each rung wins where it should, and a failing engine never fills the English with something made up."""

import re

import pytest

from briefgen.errors import TranslationError
from briefgen.model.segment import Rung, Status
from briefgen.terms.glossary.glossary import Glossary, Term
from briefgen.terms.persons.bearers import people_of
from briefgen.translation.doubt import Estimator, Weights
from briefgen.translation.engines.engine import Capabilities
from briefgen.translation.ladder import Means, translate_document
from briefgen.translation.memory import Memory
from briefgen.translation.patterns import PatternMemory, read_patterns
from briefgen.translation.words import WordTable
from briefgen.translation.writing import write_slots
from tests.engines import TRAINED, FakeEngine, ReadingBack, Stopping, dictionary, empty, inventor, runaway
from tests.translation.build import bind, constraints_of, document, should

TALKS = "中谷防衛大臣は、ブリュッセルを訪問し、会談を行いました。"


def climb(text, constraints, engine=None, **means):
    segmented = document(text)
    outcome = translate_document(segmented, constraints_of(segmented, constraints), Means(engine, **means))
    (translated,) = outcome.value.segments
    return translated


def talks():
    return (bind(TALKS, "中谷防衛大臣", "Defense Minister Nakatani", "person"), bind(TALKS, "ブリュッセル", "Brussels"))


def test_a_reviewed_sentence_wins_over_everything():
    """Rung 1, widths and spaces aside."""
    memory = Memory({"ＮＡＴＯと 協力する。": "Cooperate with NATO."})

    translated = climb("NATOと協力する。", (), runaway(), memory=memory)

    assert (translated.english, translated.rung) == ("Cooperate with NATO.", Rung.MEMORY)
    assert translated.status is Status.REVIEWED


@pytest.mark.parametrize(
    ("reviewed", "rung"),
    [("Minister Naruse visited Suva.", Rung.MEMORY), ("Minister Naruse left.", Rung.SOURCE_KEPT)],
)
def test_a_reviewed_sentence_may_name_whom_no_glossary_does(reviewed, rung):
    """What is known must still stand in it."""
    text = "鳴瀬大臣はスバを訪れた。"
    own = (bind(text, "鳴瀬大臣", "Minister [鳴瀬]", "person"), bind(text, "スバ", "Suva", "name"))

    translated = climb(text, own, memory=Memory({text: reviewed}))

    assert (translated.rung, "[鳴瀬]" in translated.english) == (rung, rung is Rung.SOURCE_KEPT)


def test_a_segment_that_is_one_term_needs_no_engine():
    """Rung 2."""
    text = "防衛省"

    translated = climb(text, (bind(text, "防衛省", "Ministry of Defense"),), runaway())

    assert (translated.english, translated.rung, translated.status) == (
        "Ministry of Defense",
        Rung.WHOLE,
        Status.COMPUTED,
    )


@pytest.mark.parametrize(
    ("text", "own", "english"),
    [
        (
            "陸自　第９師団　約３５０名",
            [("陸自", "JGSDF"), ("第９師団", "9th Division"), ("約３５０名", "approximately 350 people", "quantity")],
            "JGSDF, 9th Division, approximately 350 people",
        ),
        ("ＵＨ－１×３機", [("ＵＨ－１", "UH-1", "name"), ("３", "3", "number")], "3 UH-1 aircraft"),
        ("▲２．４", [("▲２．４", "-2.4", "number")], "-2.4"),
        ("＋６．１", [("６．１", "6.1", "number")], "+6.1"),
        (
            "参考１　関係法令",
            [("参考１", "Reference 1", "reference"), ("関係法令", "relevant laws")],
            "Reference 1: Relevant laws",
        ),
        ("陸自　の　第９師団", [("陸自", "JGSDF"), ("第９師団", "9th Division")], None),
        ("陸自、第９師団", [("陸自", "JGSDF"), ("第９師団", "9th Division")], None),
    ],
)
def test_columns_of_known_values_need_no_engine(text, own, english):
    """Rung 2."""
    translated = climb(text, tuple(bind(text, *one) for one in own))

    assert (translated.english if translated.rung is Rung.WHOLE else None) == english


HEADS = PatternMemory(read_patterns("場所\tLocation\nその他\tOther matters\n日時\tDate and time".encode(), "heads.tsv"))


@pytest.mark.parametrize(
    ("text", "own", "english"),
    [
        ("場所　防衛省", [("防衛省", "Ministry of Defense")], "Location: Ministry of Defense"),
        ("場所　約３か所", [("約３か所", "approximately 3 sites", "quantity")], "Location: approximately 3 sites"),
        ("議題　４　その他", [("議題", "agenda"), ("４", "4", "number")], "Agenda: 4. Other matters"),
        ("議題４　その他", [("議題４", "Agenda Item 4", "reference")], "Agenda Item 4: Other matters"),
        ("【日時】", [], "[Date and time]"),
        ("〔防衛省〕", [("防衛省", "Ministry of Defense")], "[Ministry of Defense]"),
        ("【日程】", [], None),  # what is in the brackets is not known
        ("日時　未定", [], None),  # the value is not known
        ("主催　防衛省", [("防衛省", "Ministry of Defense")], None),  # the head is not known
        ("４名　その他", [("４名", "4 people", "quantity")], None),  # a figure is no head
    ],
)
def test_a_head_and_its_value_that_are_known_need_no_engine(text, own, english):
    """Rung 3."""
    translated = climb(text, tuple(bind(text, *one) for one in own), patterns=HEADS)

    assert (translated.english if translated.rung is Rung.PATTERN else None) == english


def test_what_stands_under_a_known_head_goes_to_the_engine_without_it():
    text = "場所　駅前の広場（雨天中止）"
    engine = dictionary({"駅前の広場(雨天中止)": "Square in front of the station (canceled in case of rain)"})

    translated = climb(text, (), engine, patterns=HEADS)

    assert translated.english == "Location: Square in front of the station (canceled in case of rain)"
    assert (translated.rung, translated.status) == (Rung.INLINE, Status.MACHINE)


def test_a_head_whose_value_cannot_be_said_goes_to_the_engine_with_it():
    text = "場所　駅前の広場（雨天中止）"
    engine = dictionary({"場所 駅前の広場(雨天中止)": "The square in front of the station is the place"})

    assert climb(text, (), engine, patterns=HEADS).english == "The square in front of the station is the place"


def test_what_counts_a_point_is_no_part_of_what_the_engine_says():
    text = "第五に、資金が足りない。"
    engine = dictionary({"資金が足りない。": "There are not enough funds."})

    assert climb(text, (bind(text, "第五に", "fifth", "ordinal"),), engine).english == (
        "Fifth, there are not enough funds."
    )


def test_an_unknown_head_is_not_parted():
    engine = dictionary({"駅前の広場": "Square"})

    assert climb("集合　駅前の広場", (), engine, patterns=HEADS).rung is Rung.SOURCE_KEPT


def test_latin_text_is_taken_over_as_it_stands():
    """No Japanese, nothing to translate."""
    translated = climb("Ｉｎｄｏ－Ｐａｃｉｆｉｃ Ｆｏｕｒ", ())

    assert translated.english == "Indo-Pacific Four"


@pytest.mark.parametrize(
    ("text", "english"), [("○", "○"), ("×", "×"), ("△", "△"), ("ー", "—"), ("－", "—"), ("〃", "Ditto")]
)
def test_a_cell_that_holds_only_a_sign_needs_no_engine(text, english):
    """A model made X of ○, the opposite."""
    translated = climb(text, (), runaway())

    assert (translated.english, translated.rung) == (english, Rung.WHOLE)


def test_a_person_whom_nobody_named_is_refused():
    """What names a person of the glossary without the Japanese is no translation, however fluent."""
    people = people_of(Glossary("people", (Term("中谷 元", "Nakatani Gen", "person"),)))
    engine = FakeEngine(lambda _: "Minister Nakatani held talks.")

    invented, named = (climb(text, (), engine, people=people) for text in ("会談を行った。", "中谷氏が会談を行った。"))

    assert "Nakatani" not in invented.english
    assert invented.status is Status.CHECK
    assert named.english == "Minister Nakatani held talks."


def test_a_pattern_whose_slots_fit_is_filled():
    """Rung 3: each slot is exactly one constraint of a fitting kind."""
    patterns = PatternMemory(
        read_patterns(
            "{person}は、{place}を訪問し、会談を行いました。\t{person} visited {place} for talks.".encode(), "p"
        )
    )

    translated = climb(TALKS, talks(), runaway(), patterns=patterns)

    assert translated.english == "Defense Minister Nakatani visited Brussels for talks."
    assert translated.status is Status.PATTERN


def test_a_pattern_does_not_fit_a_slot_of_another_kind():
    """A place is no date."""
    patterns = PatternMemory(
        read_patterns("{person}は、{date}を訪問し、会談を行いました。\t{person}, {date}.".encode(), "p")
    )

    assert climb(TALKS, talks(), patterns=patterns).rung is Rung.SOURCE_KEPT


def test_inline_constraints_are_given_to_a_trained_engine():
    """Rung 4."""
    engine = FakeEngine(lambda given: "Defense Minister Nakatani visited Brussels and held talks.")

    translated = climb(TALKS, talks(), engine)

    assert translated.rung is Rung.INLINE
    assert engine.given == ["<t> Defense Minister Nakatani </t>は、<t> Brussels </t>を訪問し、会談を行いました。"]
    assert [translated.english[m.span.start : m.span.end] for m in translated.marks] == [
        "Defense Minister Nakatani",
        "Brussels",
    ]


def test_slots_follow_when_inline_fails():
    """Rung 5: symbols numbered by kind in source order."""
    engine = FakeEngine(lambda given: "<p1> visited <x1> and held talks." if "<p1>" in given else "He visited it.")

    translated = climb(TALKS, talks(), engine)

    assert translated.rung is Rung.SLOTS
    assert translated.english == "Defense Minister Nakatani visited Brussels and held talks."


def test_a_slot_that_comes_back_twice_is_a_failure():
    """Each slot exactly once."""
    engine = FakeEngine(lambda given: "<p1> and <p1> visited <x1>." if "<p1>" in given else "He.")

    assert climb(TALKS, talks(), engine).rung is Rung.SOURCE_KEPT


def test_a_later_hypothesis_may_pass():
    """Rung 4 tries all that the search brought along."""
    engine = FakeEngine(lambda given: ["He visited it.", "Defense Minister Nakatani visited Brussels."])

    assert climb(TALKS, talks(), engine).rung is Rung.INLINE


def test_what_is_lost_in_one_writing_is_kept_in_another():
    """Rung 4: some inline, some as slots of other numbers."""
    place = re.compile(r"<x[2-8]>")

    def answer(given: str) -> str:
        found = place.search(given)
        return f"Defense Minister Nakatani visited {found[0]}." if found and "Nakatani" in given else "He visited it."

    translated = climb(TALKS, talks(), FakeEngine(answer))

    assert (translated.rung, translated.english) == (Rung.INLINE, "Defense Minister Nakatani visited Brussels.")


def test_a_later_hypothesis_of_the_slots_may_pass():
    """Rung 6."""
    slots = write_slots(TALKS, talks(), TRAINED).text
    engine = FakeEngine(lambda given: ["He visited it."] + ["<p1> visited <x1>."] * (given == slots))

    assert climb(TALKS, talks(), engine).rung is Rung.RERANKED


def test_a_wider_search_is_asked_for_when_the_first_hypotheses_all_fail():
    """Rung 6: each hypothesis is tried once, however often the engine says it."""
    engine = FakeEngine(lambda given: ["He visited it."] * 9 + ["Defense Minister Nakatani visited Brussels."])

    translated = climb(TALKS, talks(), engine)

    assert translated.rung is Rung.RERANKED
    assert [a.english for a in translated.attempts].count("He visited it.") == len(set(engine.given))


def test_an_ending_without_content_is_not_given_to_the_engine():
    engine = FakeEngine(lambda given: "I'm sorry.")

    translated = climb("した。", (), engine)

    assert (translated.rung, translated.status, engine.given) == (Rung.SOURCE_KEPT, Status.CHECK, [])
    assert climb("協議した。", (), FakeEngine(lambda given: "They held talks.")).rung is Rung.INLINE


def test_clauses_are_stitched_and_marked_for_checking():
    """Rung 7: each clause passes on its own; the row says check."""
    text = (
        "中谷防衛大臣は、昨日から本日にかけてベルギー王国の首都であるブリュッセルを公式に訪問し、"
        "関係国の国防大臣との間で個別の会談を行ったほか、今後の防衛協力の進め方について率直な意見交換を行いました。"
    )
    own = (bind(text, "中谷防衛大臣", "Defense Minister Nakatani", "person"), bind(text, "ブリュッセル", "Brussels"))

    def answer(given):
        if "<p1>" in given and "意見交換" not in given:
            return "<p1> officially visited <x1>, the capital of the Kingdom of Belgium, from yesterday to today."
        return (
            ""
            if "<" in given or len(given) > 80
            else "they held a frank exchange of views on how to take their cooperation further."
        )

    translated = climb(text, own, FakeEngine(answer))

    assert translated.rung is Rung.CLAUSES
    assert translated.status is Status.CHECK
    assert "; " in translated.english


def test_no_clause_is_cut_out_of_a_list():
    """Rung 7: 日本、豪州、ニュージーランド及び韓国 is one phrase, wherever the limit falls."""
    names = {"日本": "Japan", "豪州": "Australia", "ニュージーランド": "New Zealand", "韓国": "Republic of Korea"}
    text = "防衛当局の間で意見の交換を行い、日本、豪州、ニュージーランド及び韓国の間の協力を一層進めることを確認した。"
    own = tuple(bind(text, ja, en, "country") for ja, en in names.items())
    attempts = climb(text, own, empty()).attempts

    cuts = [attempt.given for attempt in attempts if attempt.rung is Rung.CLAUSES]
    assert cuts
    assert all("日本、豪州、ニュージーランド及び韓国" in given for given in cuts)


@pytest.mark.parametrize("engine", [empty(), runaway(), inventor()], ids=["empty", "runaway", "inventor"])
def test_what_a_failing_engine_says_is_never_kept(engine):
    """Rung 8: the Japanese stays, in brackets, with what is known of it."""
    translated = climb(TALKS, talks(), engine)

    assert translated.rung is Rung.SOURCE_KEPT
    assert translated.status is Status.CHECK
    assert translated.english == f"[Not translated: {TALKS}] [It names: Defense Minister Nakatani; Brussels]"


def test_english_that_only_lacks_a_term_is_kept_with_the_term_in_brackets():
    """Rung 8: nothing made up, nothing lost."""
    translated = climb(TALKS, talks(), dictionary({}, "Defense Minister Nakatani travelled abroad and held talks."))

    assert translated.english.endswith("held talks. [Not placed: Brussels = ブリュッセル]")
    assert translated.status is Status.CHECK


def test_without_an_engine_nothing_is_made_up():
    """Rungs 1 to 3, then 8."""
    assert climb(TALKS, talks()).english.startswith("[Not translated: ")


def test_an_engine_without_markers_is_given_plain_text():
    """The published packages know neither markers nor slots."""
    engine = FakeEngine(lambda given: "Defense Minister Nakatani visited Brussels.", Capabilities())

    assert climb(TALKS, talks(), engine).rung is Rung.INLINE
    assert engine.given == [TALKS]


def test_a_should_constraint_never_fails_a_sentence():
    """Its English depends on the sentence."""
    own = (should(TALKS, "会談", "meeting"),)

    assert climb(TALKS, own, FakeEngine(lambda given: "The minister visited Brussels for talks.")).rung is Rung.INLINE


def test_an_engine_that_stops_stops_the_run():
    """No half-translated note."""
    with pytest.raises(TranslationError):
        climb(TALKS, talks(), Stopping())


def test_all_segments_come_back_in_order():
    """Same number, same order, whatever rung."""
    segmented = document("防衛省", TALKS, "以上")
    own = constraints_of(segmented, (bind("防衛省", "防衛省", "Ministry of Defense"),), talks(), ())

    outcome = translate_document(segmented, own, Means(empty()))

    assert [t.segment.id for t in outcome.value.segments] == [s.id for s in segmented.segments]


def test_progress_reaches_the_end():
    """The bar of the terminal."""
    seen = []
    segmented = document(TALKS)

    def watch(done, total):
        seen.append((done, total))

    translate_document(segmented, constraints_of(segmented, talks()), Means(empty(), progress=watch))

    assert seen[0] == (0, 1)
    assert seen[-1] == (1, 1)


def test_a_compound_of_terms_needs_no_engine():
    """日ウクライナ + 防衛相会談: nothing between, nothing else."""
    text = "日ウクライナ防衛相会談"
    own = (bind(text, "日ウクライナ", "Japan-Ukraine"), bind(text, "防衛相会談", "Defense Ministerial Meeting"))

    translated = climb(text, own)

    assert (translated.english, translated.rung) == ("Japan-Ukraine Defense Ministerial Meeting", Rung.WHOLE)


def test_a_date_is_not_joined_to_a_term():
    """Only kinds that stand side by side in English as well."""
    text = "10月17日会談"
    own = (bind(text, "10月17日", "October 17", "date"), bind(text, "会談", "meeting"))

    assert climb(text, own).rung is Rung.SOURCE_KEPT


def test_clauses_that_do_not_come_home_are_told():
    """Rung 7 that failed: which clause, and why."""
    text = (
        "中谷防衛大臣は、昨日から本日にかけてベルギー王国の首都であるブリュッセルを公式に訪問し、"
        "関係国の国防大臣との間で個別の会談を行ったほか、今後の防衛協力の進め方について率直な意見交換を行いました。"
    )
    own = (bind(text, "ブリュッセル", "Brussels"),)

    translated = climb(
        text, own, FakeEngine(lambda given: "He left in 2031." if "訪問" in given else "They held talks.")
    )
    failed = [attempt for attempt in translated.attempts if attempt.rung is Rung.CLAUSES]

    assert translated.rung is Rung.SOURCE_KEPT
    assert any("ブリュッセル" in failure for attempt in failed for failure in attempt.failures)
    assert all(attempt.failures for attempt in failed)


GOOD, POOR, WORSE = "They held exercises.", "They held no exercise.", "No exercise was never held."


def objecting(*objected):
    """An estimator that has something to say of some English, the more the later it stands in the list."""
    counts = {english: number for number, english in enumerate(objected, 1)}
    return Estimator(WordTable({}, (), ()), Weights(0, 0, 0), lambda row: counts.get(row.english, 0))


def test_a_hypothesis_to_which_nothing_is_objected_is_preferred():
    engine = FakeEngine(lambda _: (POOR, WORSE, GOOD))

    translated = climb("訓練を行いました。", (), engine, estimator=objecting(POOR, WORSE))

    assert (translated.english, translated.rung, translated.status) == (GOOD, Rung.INLINE, Status.MACHINE)
    assert [bool(attempt.failures) for attempt in translated.attempts] == [True, True, False]


def test_where_something_is_objected_to_all_the_least_and_first_is_taken():
    engine = FakeEngine(lambda _: (WORSE, POOR, "A figure 47."))

    translated = climb("訓練を行いました。", (), engine, estimator=objecting(POOR, WORSE))

    assert (translated.english, translated.rung, translated.status) == (POOR, Rung.INLINE, Status.MACHINE)
    assert climb("訓練を行いました。", (), engine).english == WORSE


def test_what_hardly_leads_back_is_taken_only_where_nothing_better_is_said():
    scores = {POOR: -4.0, GOOD: -0.5}
    engine = ReadingBack(lambda _: (POOR, GOOD), scores.__getitem__)
    alone = ReadingBack(lambda _: (POOR,), scores.__getitem__)

    assert climb("訓練を行いました。", (), engine).english == GOOD
    assert climb("訓練を行いました。", (), alone).english == POOR


def test_others_are_tried_by_both_scores_together():
    """WORSE is likelier than GOOD, and less of it leads back."""
    scores = {POOR: -4.0, WORSE: -1.5, GOOD: -0.5}
    engine = ReadingBack(lambda _: (POOR, WORSE, GOOD), scores.__getitem__)

    assert climb("訓練を行いました。", (), engine).english == GOOD


def test_of_both_forms_the_likelier_is_taken_where_the_first_was_objected_to():
    """The best of the slots is no better than the others: its score decides."""
    answers = {"<x1>": ("He reached <x1>.",)}
    engine = FakeEngine(lambda given: answers.get(given[:4], ("He left Brussels.", "He saw Brussels.")))
    ja = "ブリュッセルを訪問した。"
    own = (bind(ja, "ブリュッセル", "Brussels", "name"),)

    assert climb(ja, own, engine, estimator=objecting("He left Brussels.", "He saw Brussels.")).english == (
        "He reached Brussels."
    )
    both = objecting("He left Brussels.", "He reached Brussels.")
    assert climb(ja, own, engine, estimator=both).english == "He saw Brussels."
