"""Each check finds what it is for, and nothing in a good row."""

from dataclasses import replace

import pytest

from briefgen.checks import CHECKS, check_document, check_segment, objections
from briefgen.findings import Code, Location, Severity
from briefgen.model.segment import (
    Attempt,
    ConstraintKind,
    Doubt,
    Likely,
    Mark,
    Rung,
    Segment,
    SegmentId,
    Span,
    Status,
    TranslatedDocument,
    TranslatedSegment,
)
from briefgen.verification import verify
from tests.translation.build import bind, document, should


def translated(ja, en, *constraints, rung=Rung.INLINE, status=Status.MACHINE):
    segment = Segment(SegmentId("b0001.s01"), "b0001", Span(0, len(ja)), ja)
    marks = verify(ja, en, constraints).marks
    return TranslatedSegment(segment, en, rung, status, constraints, marks)


def codes(row):
    return [finding.code for finding in check_segment(row, Location("paper.txt"))]


MET = "１０月１７日、両大臣は会談しました。"


def test_a_good_row_has_no_findings():
    """Silence means verified."""
    row = translated(MET, "On October 17, the two ministers met.", bind(MET, "１０月１７日", "October 17", "date"))

    assert codes(row) == []


def test_a_missing_date_is_an_error():
    row = translated(MET, "The two ministers met in autumn.", bind(MET, "１０月１７日", "October 17", "date"))

    assert codes(row) == [Code.DATE_MISSING]
    assert next(iter(CHECKS["terms"](row, Location()))).severity is Severity.ERROR


def test_a_missing_should_term_is_only_noted():
    row = translated(MET, "On October 17 the two ministers met.", should(MET, "会談", "meeting"))

    (finding,) = CHECKS["terms"](row, Location())
    assert finding.severity is Severity.INFO


def test_a_missing_name_is_a_warning_although_it_only_should_stand_there():
    """A surname of the glossary in katakana could be a word, so it fails no hypothesis; its loss must be seen."""
    ja = "テオドロ長官は会談した。"
    row = translated(ja, "The Secretary met.", replace(should(ja, "テオドロ", "Teodoro"), kind=ConstraintKind.PERSON))

    (finding,) = CHECKS["terms"](row, Location())
    assert (finding.severity, finding.hint) == (Severity.WARNING, "Correct the English by hand")


def test_a_number_from_nowhere_is_an_error():
    row = translated(MET, "On October 17, the 12 ministers met.", bind(MET, "１０月１７日", "October 17", "date"))

    assert Code.NUMBER_NOT_IN_SOURCE in codes(row)


@pytest.mark.parametrize(
    ("ja", "en", "lost", "severity"),
    [
        ("車両を１０１台提供した。", "Vehicles were provided.", "101", Severity.ERROR),
        ("答弁書（内閣衆質二二〇）を決定した。", "A written answer was decided.", "二二〇", Severity.ERROR),
        ("茶碗を七客買った。", "Bowls were bought.", "七", Severity.WARNING),
        ("席は６９９Ｘである。", "The seat is there.", "699", Severity.ERROR),
        ("付表ＢＣを参照。ＶＰＮ装置の欠陥", "See the table. A defect of the device", "BC VPN", Severity.ERROR),
    ],
)
def test_what_is_lost_is_reported(ja, en, lost, severity):
    found = list(CHECKS["numbers"](translated(ja, en), Location()))

    assert {finding.code for finding in found} == {Code.NUMBER_MISSING}
    assert [finding.message.split(" of the Japanese")[0] for finding in found] == lost.split()
    assert {finding.severity for finding in found} == {severity}


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("三陸沖で揺れた。", "It shook off Sanriku."),
        ("第二会議室（３Ｆ）", "2nd conference room (3F)"),
        ("（コード番号：６９９Ｘ）", "(code number: 699X)"),
        ("二酸化炭素を減らす。", "Carbon dioxide is reduced."),
        ("健二さんが来た。", "Kenji came."),
        ("零細企業と零下の気温", "Tiny firms and freezing temperatures"),
        ("二度と繰り返さない。", "It will never be repeated."),
        ("三木市と八潮市", "Miki City and Yashio City"),
    ],
)
def test_numerals_in_words_and_names_are_no_loss(ja, en):
    assert list(CHECKS["numbers"](translated(ja, en), Location())) == []


def test_an_ordinal_that_lists_is_sure():
    """第三に is Third, and another ordinal in its place is an error."""
    found = list(CHECKS["numbers"](translated("第三に、橋を直す。", "Second, the bridge is mended."), Location()))

    assert [finding.severity for finding in found] == [Severity.ERROR]
    assert list(CHECKS["numbers"](translated("第三に、橋を直す。", "Third, the bridge is mended."), Location())) == []


@pytest.mark.parametrize(
    "ja",
    [
        "文書三を配った。",
        "茶碗を二客と三つ買った。",
        "四国の外相が会った。",
        "第五に、橋を直す。",
        "キロⅡ級潜水艦",
    ],
)
def test_numerals_that_count_are_a_loss(ja):
    assert Code.NUMBER_MISSING in codes(translated(ja, "It was so."))


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("車両を１０１台提供した。", "101 vehicles were provided."),
        ("二つの案", "Both plans"),
        ("式典に参列し、協力を一層深める。", "They attended the ceremony and deepened cooperation."),
        ("端数は四捨五入した。", "Fractions were rounded."),
        ("ＵＨ－１とＮＨＫ", "The UH-1 and NHK"),
        ("五十嵐氏は八代市へ", "Igarashi went to Yatsushiro."),
        ("四国南方で訓練した。", "They trained south of Shikoku."),
        ("十条台の工場", "A factory in Jujodai"),
        ("キロⅡ級潜水艦", "Kilo II-class submarine"),
    ],
)
def test_what_is_said_otherwise_is_not_lost(ja, en):
    assert list(CHECKS["numbers"](translated(ja, en), Location())) == []


def test_left_over_japanese_is_an_error():
    row = translated(MET, "On October 17 the two 大臣 met.")

    assert Code.JAPANESE_LEFT in codes(row)


def test_nothing_is_an_error():
    assert Code.EMPTY_TRANSLATION in codes(translated(MET, " "))


def test_repetition_is_an_error():
    row = translated(MET, "the ministers met and the ministers met and the ministers met and talked on October 17")

    assert Code.REPETITION in codes(row)


def test_small_words_between_terms_are_no_repetition():
    """With the two terms taken out, "and and" would stand there."""
    ja = "情勢、日本と豪州の協力について議論した。"
    own = (bind(ja, "日本", "Japan"), bind(ja, "豪州", "Australia"))

    assert Code.REPETITION not in codes(translated(ja, "They discussed the state and Japan and Australia.", *own))


@pytest.mark.parametrize(
    ("japanese", "right", "wrong"),
    [
        ("毎秒10⁶件である。", "It is 10⁶ cases per second.", "It is 10 per second."),
        ("線量は10⁻³シーベルトである。", "The dose is 10⁻³ sieverts.", "The dose is 10 sieverts."),
        ("毎秒10^6件である。", "It is 10^6 cases per second.", "It is 10: 6 cases per second."),
        ("距離は√2倍である。", "The distance is √2 times as long.", "The distance is 2 times as long."),
        ("誤差は≥５％である。", "The error is at least 5 percent.", "The error is 5 percent."),
        (
            "差は有意（ｐ＜０．０５）",
            "The difference is significant (p < 0.05).",
            "The difference is significant (p 0.05).",
        ),
    ],
)
def test_what_changes_a_figure_must_not_be_lost(japanese: str, right: str, wrong: str) -> None:
    assert verify(japanese, right, ()).passes
    assert "of a figure" in verify(japanese, wrong, ()).failures[-1].message


def test_a_row_with_what_could_not_be_read_is_marked():
    assert Code.UNREADABLE_CHARACTERS in codes(translated("面積は約３〓倍である。", "The area is about three times."))
    assert Code.UNREADABLE_CHARACTERS not in codes(translated("担当は〓木氏である。", "Mr. 〓木 is in charge."))
    assert Code.UNREADABLE_CHARACTERS not in codes(translated("面積は約３倍である。", "The area is about three times."))


def test_signs_that_a_model_spells_out_of_its_bytes_do_not_pass():
    assert not verify(MET, "On October 17, the \ufffdministers met.", ()).passes
    assert not verify("両大臣は会談した。", "The ministers met \U0001f31f.", ()).passes
    assert verify("会談☆", "Talks ☆", ()).passes


@pytest.mark.parametrize(
    ("english", "is_found"),
    [
        ("① search and rescue, aiming to improve interoperability in three fields: ② disaster relief", True),
        ("aiming to improve interoperability in the fields of ① search and rescue, and ② disaster relief", False),
    ],
)
def test_what_belongs_to_the_whole_list_stands_in_no_item(english, is_found):
    ja = "①捜索救難、②災害救援の分野で相互運用性の向上を図る"
    own = [bind(ja, mark, mark, "reference") for mark in "①②"]

    assert (Code.LIST_UNSURE in codes(translated(ja, english, *own))) is is_found


def test_much_too_short_is_a_warning():
    ja = "両大臣は、地域の安全保障環境が一層厳しさを増す中、防衛協力を様々な分野で強化していくことの重要性を確認した。"

    assert Code.TOO_SHORT in codes(translated(ja, "They agreed."))


@pytest.mark.parametrize(
    ("english", "is_found"),
    [("The talks were held in Peru (the same day.", True), ("The talks were held in Peru (on the same day).", False)],
)
def test_a_bracket_that_stays_open_is_a_warning(english, is_found):
    assert (Code.SENSE_UNSURE in codes(translated("会談はペルーで行われた（同日）。", english))) is is_found


@pytest.mark.parametrize(
    ("english", "is_found"),
    [
        ("The deadline is Friday, and if even one page lacks.", True),
        ('"The deadline is Friday, but because pages lack."', True),
        ("The deadline is Friday, and if pages lack, they are sent back.", False),
        ("It was late not because pages lacked but because one was torn.", False),
        ("The deadline is Friday, but because of rain it was put off.", False),
    ],
)
def test_a_sentence_that_breaks_off_is_a_warning(english, is_found):
    assert (Code.SENSE_UNSURE in codes(translated("締切りは金曜で、欠けがあれば返す。", english))) is is_found


def test_a_term_that_the_paper_gives_in_both_languages_may_stand_once():
    ja = "ITPP: Individually Tailored Partnership Programme（国別適合パートナーシップ計画）"
    long = "Individually Tailored Partnership Programme"
    own = (bind(ja, "ITPP", "ITPP", "acronym"), bind(ja, "国別適合パートナーシップ計画", long))

    assert codes(translated(ja, f"ITPP: {long}", *own)) == []


@pytest.mark.parametrize(
    ("ja", "en", "is_found"),
    [
        ("被害は確認されていない。", "Damage has been confirmed.", True),
        ("被害は確認されていない。", "No damage has been confirmed.", False),
        ("対応しなければならない。", "It must respond.", False),
        ("影響はありません。", "There is an influence.", True),
        ("協力に違いない。", "This is surely cooperation.", False),
        ("支持しない国はない。", "There is no country that supports it.", True),
        ("支持しない国はない。", "There is no country that does not support it.", False),
        ("支持しない国はない。", "Every country supports it.", False),
        ("求めていないわけではない。", "It does not ask for it.", True),
        ("対応しなければならないものではない。", "It is not obliged to respond.", False),
        ("報告せねばならない。", "You must report.", False),
        ("報告しなければいけない。", "You must report.", False),
        ("報告しなければなりません。", "You must report.", False),
        ("席は三つしか残っていない。", "Only three seats are left.", False),
        ("基準に満たない。", "It is below the standard.", False),
        ("中止せざるを得ない。", "It has to be canceled.", False),
        ("席は三つしか残っていない。", "Three seats are left.", True),
        ("書類が欠けていると受け付けない。", "If a page lacks, it is accepted.", True),
        ("書類が欠けていると受け付けない。", "If a page lacks, it is not accepted.", False),
        ("書類を出さなかった。", "They failed to submit the page.", False),
        ("灯油の栓を閉めずに離れた。", "They closed the tap and left.", True),
        ("電源を切らず、そのままお待ちください。", "Please cut off the power and wait.", True),
        ("電源を切らず、そのままお待ちください。", "Please wait without turning it off.", False),
        ("船主が場所を知らなければ、事故は増える。", "If owners know the place, accidents will increase.", True),
        ("地図を信じすぎないでほしいですね。", "I want you to believe maps, isn't it.", True),
        ("地図を信じすぎないでほしいですね。", "You shouldn't believe maps, should you?", False),
        ("鍵を掛けないで出た。", "He locked it and went out.", True),
        ("彼は譲るまいとした。", "He was willing to yield.", True),
        ("予期せぬ揺れだった。", "It was an expected shake.", True),
        ("予期せぬ揺れだった。", "It was an unexpected shake.", False),
        ("扉を開けないようにしてください。", "Please open the door.", True),
        ("扉が開かないため、窓から出た。", "As the door opened, they left by the window.", True),
        ("公表していない数字もある。", "Some figures are published, nevertheless.", True),
        ("天候にかかわらず、実施する。", "It is held in any weather.", False),
        ("まず、数を数える。", "First, the number is counted.", False),
        ("参加者は三名に過ぎず、少なくなっている。", "Only three took part, and they become fewer.", False),
        ("車を買わず、借りている。", "They rent cars instead of buying them.", False),
        ("昼を待たずに底を突いた。", "It ran out before noon.", False),
        ("見知らぬ人がいた。", "There was a stranger.", False),
        ("水が入らないように蓋をする。", "It is covered to keep water out.", False),
        ("直せ。さもなければ沈む。", "Mend it; otherwise it sinks.", False),
        (
            "資格のない者が出した入札書は、無効とする。",
            "A bid by a person whose qualifications are shown is void.",
            True,
        ),
        ("資格のない者が出した入札書は、無効とする。", "A bid by a person without qualifications is void.", False),
        ("異常のなかった車両は出発した。", "The vehicles with an abnormality left.", True),
        ("罪のない市民を狙った。", "It targeted innocent citizens.", False),
        ("忌憚のない意見を交わした。", "They exchanged frank views.", False),
    ],
)
def test_negation_must_be_seen(ja, en, is_found):
    """A lost not turns the note round."""
    assert (Code.NEGATION_UNSURE in codes(translated(ja, en))) is is_found


@pytest.mark.parametrize(
    ("ja", "en", "is_found"),
    [
        ("部隊は出動しなかった。", "The unit was dispatched under the plan.", True),
        ("米国は災害を公表しなかった。", "The United States disclosed the disaster.", True),
        ("政府は慎重な姿勢を崩していない。", "The government maintains a cautious stance.", False),
        ("情報を公表しないことができる。", "Information may be withheld.", False),
        ("心から申し訳ありません。", "I am deeply sorry.", False),
        ("この制度は認められない。", "This system is unlawful.", False),
        ("必要がなければ使わない。", "It is not used if you need it.", True),
        ("必要がなければ使わない。", "It is not used if there is no need.", False),
        ("承諾を得ない限り、着手できない。", "Work cannot begin without consent.", False),
        ("承諾を得ない限り、着手できない。", "Work cannot begin with consent.", True),
        ("誰も信じていないわけではない。", "Nobody believes it.", True),
        ("情報を公開しないことにはならない。", "Information must not be made public.", True),
        ("例は枚挙にいとまがない。", "There are a great many examples.", False),
        ("書類を提出しなくてはならない。", "Documents must not be submitted.", True),
        ("書類を提出しなくてはならない。", "Documents must be submitted.", False),
        ("避難しなければいけない。", "You must not evacuate.", True),
        ("報告しなくてはいけません。", "Don't report.", True),
        ("許可を得なければならず、届出も要る。", "It is not necessary without permission.", True),
        ("秘密を漏らさないようにしなければならない。", "Secrets must not be disclosed.", False),
        ("飛行禁止法により、同意を得なければならない。", "Consent must be obtained under the Prohibition Act.", False),
        ("それは国になくてはならない技術だ。", "It is an essential technology.", False),
        ("書類を提出しなくてもよい。", "You must not submit the documents.", True),
        ("書類を提出しなくてもよい。", "You do not have to submit the documents.", False),
        ("回答する必要はない。", "It is not possible to reply.", True),
        ("回答する必要はない。", "There is no need to reply.", False),
        ("恐れがない以上、回答する必要はなかった。", "As there was no fear, it was necessary to reply.", True),
        ("恐れがない以上、回答する必要はなかった。", "As there was no fear, no reply was needed.", False),
        ("回答する必要はない。", "A reply is unnecessary.", False),
    ],
)
def test_a_duty_and_freedom_from_one_are_no_prohibition(ja, en, is_found):
    assert (Code.NEGATION_UNSURE in codes(translated(ja, en))) is is_found


@pytest.mark.parametrize(
    ("ja", "figure", "en", "is_found"),
    [
        ("負傷者は２００人を上回る。", "２００人", "There are 200 people injured.", True),
        ("負傷者は２００人を上回る。", "２００人", "More than 200 people are injured.", False),
        ("目標の２％を大きく下回った。", "２％", "It greatly exceeded the target of 2 percent.", True),
        ("目標の２％を大きく下回った。", "２％", "It was far below the target of 2 percent.", False),
        ("定数の３割に満たない。", "３割", "It is 30 percent of the number.", True),
        ("期間は６月を超えない。", "６月", "The period exceeds six months.", True),
        ("期間は６月を超えない。", "６月", "The period does not exceed six months.", False),
        ("米英各１名が乗った。", "１", "There was 1 person from the U.S. and the UK.", True),
        ("米英各２名が乗った。", "２", "2 from the UK and the U.S. rode.", True),
        ("１２日おきに出る。", "１２日", "It left for 12 days.", True),
        ("１２日おきに出る。", "１２日", "It leaves every 12 days.", True),  # or every thirteenth day
        ("２００人が参加した。", "２００人", "200 people took part.", False),
        ("２００人と過去最多となった。", "２００人", "It reached 200 people.", True),
        ("２００人と過去最多となった。", "２００人", "It reached a record 200 people.", False),
        ("昨年より２００人多い。", "２００人", "It is 200 people from last year.", True),
        ("昨年より２００人多い。", "２００人", "It is 200 people more than last year.", False),
        ("定員は２００人のままとする。", "２００人", "The number is 200 people.", True),
        ("定員は２００人のままとする。", "２００人", "The number remains 200 people.", False),
    ],
)
def test_what_is_said_of_a_figure_must_be_seen(ja, figure, en, is_found):
    """A figure that is passed or missed is another fact than the figure."""
    number = next(
        word for word in ("200 people", "2 percent", "30 percent", "six months", "12 days", "1", "2") if word in en
    )
    row = translated(ja, en, bind(ja, figure, number, "quantity"))

    assert (Code.BOUND_UNSURE in codes(row)) is is_found


def test_the_bound_of_another_figure_does_not_count():
    ja = "３０人余りが不明で、負傷者は２００人を上回る。"
    own = (bind(ja, "３０人余り", "more than 30 people", "quantity"), bind(ja, "２００人", "200", "quantity"))

    assert Code.BOUND_UNSURE in codes(translated(ja, "There are more than 30 people missing and 200 injured.", *own))


@pytest.mark.parametrize(
    ("doubt", "expected"),
    [
        (Doubt(Likely.DOUBTFUL, 0.9, ("無罪",)), [Code.LOW_CONFIDENCE]),
        (Doubt(Likely.USABLE, 0.2, ("無罪",), telling=("無罪",)), [Code.SENSE_UNSURE]),
        (Doubt(Likely.USABLE, 0.2, ("無罪",)), [Code.TERM_MISSING, Code.SENSE_UNSURE]),
        (Doubt(Likely.DOUBTFUL, 0.9), [Code.TERM_MISSING, Code.SENSE_UNSURE, Code.LOW_CONFIDENCE]),
    ],
)
def test_a_lost_word_is_told_once(doubt, expected):
    ja = "被告は無罪。"
    row = replace(translated(ja, "The defendant was tried.", should(ja, "無罪", "acquittal")), doubt=doubt)

    assert codes(row) == expected
    assert objections(row) == 1 + len(doubt.telling)


@pytest.mark.parametrize(
    ("en", "severity"), [("He will visit Japan.", Severity.WARNING), ("He will go to Taiwan.", Severity.INFO)]
)
def test_a_country_that_only_should_stand_there_is_a_warning(en, severity):
    row = translated("訪台する。", en, should("訪台する。", "訪台", "visit to Taiwan"))

    (finding,) = CHECKS["terms"](row, Location())
    assert finding.severity is severity


def test_a_forbidden_rendering_is_a_warning():
    ja = "日本海に落下した。"
    row = translated(
        ja, "It fell into the Sea of Japan (East Sea).", bind(ja, "日本海", "Sea of Japan", avoid=("East Sea",))
    )

    assert codes(row) == [Code.FORBIDDEN_RENDERING]


def test_the_last_rungs_are_told():
    """Stitched rows are warnings, kept sources errors, and nothing else is said about a kept source."""
    stitched = translated(MET, "On October 17; the two ministers met.", rung=Rung.CLAUSES)
    kept = translated(MET, f"[Not translated: {MET}]", rung=Rung.SOURCE_KEPT, status=Status.CHECK)

    assert Code.STITCHED in codes(stitched)
    assert codes(kept) == [Code.SOURCE_KEPT]


def test_reviewed_english_that_was_refused_is_told_with_the_reason():
    """It does not give way to a machine without a word."""
    row = translated(MET, "On October 17, the two ministers met.", bind(MET, "１０月１７日", "October 17", "date"))
    refused = replace(row, attempts=(Attempt(Rung.MEMORY, MET, "They met.", ("“October 17” is not in the English",)),))

    (finding,) = check_segment(refused, Location("paper.txt"))
    assert (finding.code, finding.severity) == (Code.REVIEWED_REFUSED, Severity.WARNING)
    assert "“October 17” is not in the English" in finding.message


def test_findings_of_a_document_name_their_place():
    """Source, page, block and segment."""
    segmented = document(MET)
    row = TranslatedSegment(segmented.segments[0], "", Rung.INLINE, Status.MACHINE)

    finding, *_ = check_document(TranslatedDocument(segmented.source, (row,)))
    assert str(finding.where) == "paper.txt p. 1 b0001.s01"


def test_marks_of_verification_are_spans_of_the_english():
    """What is printed blue is what was verified."""
    constraint = bind(MET, "１０月１７日", "October 17", "date")

    verdict = verify(MET, "On October 17, they met.", (constraint,))

    assert verdict.passes
    assert verdict.marks == (Mark(Span(3, 13), 0),)


DOUBTS = {
    Likely.USABLE: [],
    Likely.DOUBTFUL: [(Code.LOW_CONFIDENCE, Severity.WARNING)],
    Likely.WRONG: [(Code.LIKELY_WRONG, Severity.ERROR)],
}


@pytest.mark.parametrize(("likely", "expected"), DOUBTS.items(), ids=str)
def test_doubt_is_told_as_strongly_as_it_is_felt(likely, expected):
    row = replace(translated(MET, "The two ministers met."), doubt=Doubt(likely, 0.9))

    assert [(f.code, f.severity) for f in CHECKS["confidence"](row, Location())] == expected


def told_of(**doubt):
    """The findings of a row with that doubt, usable unless it says otherwise."""
    row = replace(
        translated(MET, "The two ministers met."), doubt=Doubt(**{"likely": Likely.USABLE, "likelihood": 0.2} | doubt)
    )
    return row, [(f.code, f.message) for f in CHECKS["confidence"](row, Location())]


@pytest.mark.parametrize(
    ("doubt", "code", "message"),
    [
        (
            {"guessed": ("南洋", "瀋")},
            Code.UNKNOWN_WORD,
            "The English of 南洋、瀋 may be guessed or lost: the model hardly ever met it",
        ),
        (
            {
                "missing": ("手配", "児", "交渉"),
                "unsupported": ("trucks", "child"),
                "telling": ("手配", "trucks", "交渉"),
            },
            Code.SENSE_UNSURE,
            "No English was found for 手配、交渉; no Japanese was found for “trucks”",
        ),
        (
            {"guessed": ("北浦",), "missing": ("北浦",), "unsupported": ("Kitaura",), "telling": ("Kitaura",)},
            Code.UNKNOWN_WORD,
            "“Kitaura” for 北浦 is a guess: the model hardly ever met it",
        ),
        (
            {"unsupported": ("trucks",), "telling": ("trucks",)},
            Code.SENSE_UNSURE,
            "No Japanese was found for “trucks”",
        ),
    ],
    ids=["words never met", "lost and added", "a name", "added"],
)
def test_telling_words_are_named_where_the_row_is_not_doubted(doubt, code, message):
    """Only these; of a doubted row all that was not found is told."""
    assert told_of(**doubt)[1] == [(code, message)]
    assert [told[0] for told in told_of(**doubt, likely=Likely.DOUBTFUL)[1]] == [Code.LOW_CONFIDENCE]


def test_a_name_made_up_for_a_word_never_met_is_told_as_one_guess():
    doubt = {"guessed": ("津原市",), "missing": ("三津原市", "手配"), "unsupported": ("Mizuhara", "trucks")}
    told = told_of(**doubt, telling=("Mizuhara",), likely=Likely.DOUBTFUL)[1]

    assert [message for _, message in told] == [
        "Doubtful: “Mizuhara” for 津原市 is a guess; no English was found for 手配; no Japanese was found for “trucks”"
    ]


def test_a_numeral_of_a_word_that_is_named_is_no_lost_figure():
    row = translated("三津原の港", "Mizuhara port")
    named = replace(row, doubt=Doubt(Likely.DOUBTFUL, 0.9, ("三津原",)))

    assert (codes(row), codes(named)) == ([Code.NUMBER_MISSING], [Code.LOW_CONFIDENCE])


def test_telling_words_and_what_changed_places_are_objected_to_whatever_the_doubt():
    for likely in Likely:
        row, told = told_of(likely=likely, missing=("手配", "交渉"), telling=("手配",), exchanged=("5", "6"))

        assert told[0] == (Code.ATTACHMENT_UNSURE, "“5” and “6” may each belong to what the other stands with")
        assert objections(row) == 2


def test_made_up_words_are_not_objected_to():
    """They show that the model does not know what to say, which another hypothesis only hides."""
    assert objections(told_of(unsupported=("turmonished",), telling=("turmonished",))[0]) == 0


def test_a_word_that_may_stand_for_another_is_named_and_not_objected_to():
    """Not beside words never met, which say as much."""
    row, told = told_of(missing=("憶測",), unsupported=("memories",))

    assert told == [(Code.SENSE_UNSURE, "No English was found for 憶測; no Japanese was found for “memories”")]
    assert objections(row) == 0
    assert told_of(missing=("憶測",))[1] == told_of(unsupported=("memories",))[1] == []
    met = told_of(missing=("憶測", "南洋"), unsupported=("memories",), guessed=("南洋",))[1]
    assert [code for code, _ in met] == [Code.UNKNOWN_WORD]


def test_a_doubtful_row_names_what_was_not_found():
    """On both sides, the first of them only where there are many."""
    doubt = Doubt(Likely.DOUBTFUL, 0.9, ("輸送艦", "受入れ"), ("quarterly",))
    many = Doubt(Likely.DOUBTFUL, 0.9, tuple("一二三四五六七八"))
    none = Doubt(Likely.DOUBTFUL, 0.9)
    told = [
        next(iter(CHECKS["confidence"](replace(translated(MET, "They met."), doubt=one), Location()))).message
        for one in (doubt, many, none)
    ]

    assert told == [
        "Doubtful: no English was found for 輸送艦、受入れ; no Japanese was found for “quarterly”",
        "Doubtful: no English was found for 一、二、三、四、五、六 and 2 more words",
        "Doubtful: the model was not sure of it",
    ]


def test_a_row_that_keeps_the_japanese_is_not_doubted_as_well():
    row = replace(translated(MET, "[Not translated]", rung=Rung.SOURCE_KEPT), doubt=Doubt(Likely.WRONG, 1.0, ("会談",)))

    assert list(CHECKS["confidence"](row, Location())) == []


@pytest.mark.parametrize(
    ("english", "fault"),
    [
        ("They discussed ① supply, ② training and ③ medicine.", ""),
        ("In three fields: ① supply; ② training; and ③ medicine.", ""),
        ("They discussed ② training, ① supply and ③ medicine.", "their numbers stand in another order"),
        ("They discussed ① supply, ② training, and ③", "nothing stands behind ③"),
        ("They discussed supply ①, training in ② and ③.", "the item behind ① does not end before ②"),
        ("They discussed ① field, supply in ② place, and ③ people.", "the item behind ① does not end before ②"),
    ],
)
def test_the_items_of_a_list_stand_behind_their_numbers(english, fault):
    ja = "①補給、②訓練、③衛生について協議した。"
    row = translated(ja, english, *(bind(ja, number, number, "ordinal") for number in "①②③"))

    found = [finding.message.partition(": ")[2] for finding in CHECKS["lists"](row, Location())]
    assert found == ([fault] if fault else [])


def test_one_number_is_no_list():
    ja = "写真①"

    assert list(CHECKS["lists"](translated(ja, "① Photograph", bind(ja, "①", "①", "ordinal")), Location())) == []


def test_objections_are_warnings_that_another_hypothesis_might_not_get():
    ja = "前日より４名少ない。"
    four = bind(ja, "４", "4", "number")

    assert objections(translated(ja, "It is 4 fewer than the day before.", four)) == 0
    assert objections(translated(ja, "It is fewer than 4 on the day before.", four)) == 1
    fewer = translated(ja, "It is 4 fewer than the day before.", four)
    assert objections(replace(fewer, doubt=Doubt(Likely.WRONG, 1.0))) == 0


@pytest.mark.parametrize(
    ("name", "ja", "en", "bound"),
    [
        (
            "attachment",
            "高度は３０００メートルまで下がった。",
            "It fell from 3,000 m.",
            (("３０００メートル", "3,000 m"),),
        ),
        ("amounts", "各３隻を派遣した。", "It dispatched 3 ships.", (("３隻", "3 ships"),)),
        ("bounds", "前年より４名少ない。", "It is 4 people from the previous year.", (("４名", "4 people"),)),
        ("differences", "目標を５票上回った。", "The target exceeded 5 votes.", (("５票", "5 votes"),)),
        ("lists", "①燃料、②水", "② Fuel, ① water", (("①", "①"), ("②", "②"))),
        ("negation", "協定は結ばれなかった。", "The agreement was signed.", ()),
        ("essentials", "件数は減少した。", "The number changed.", ()),
        ("repeats", "約５６％である。", "56 percent or 56.", (("約５６％", "56 percent"),)),
    ],
)
def test_sense_is_doubted_only_where_a_model_or_a_rule_wrote_the_english(name, ja, en, bound):
    row = translated(ja, en, *(bind(ja, source, english, "quantity") for source, english in bound))
    doubts = {finding.code for finding in CHECKS[name](row, Location())}

    assert doubts
    assert doubts <= set(codes(row))
    assert objections(row)
    for settled in (replace(row, status=Status.REVIEWED), replace(row, rung=Rung.SOURCE_KEPT)):
        assert (doubts & set(codes(settled)), objections(settled)) == (set(), 0)
