"""A person whom nobody in the Japanese can be is told; one that somebody says, feels, is or quotes is not."""

import pytest

from briefgen.checks import CHECKS
from briefgen.findings import Code, Location, Severity
from briefgen.model.segment import ConstraintKind, Rung, Segment, SegmentId, Span, Status, TranslatedSegment
from briefgen.verification import verify
from tests.translation.build import bind


def messages(ja, en, constraints=()):
    segment = Segment(SegmentId("b0001.s01"), "b0001", Span(0, len(ja)), ja)
    marks = verify(ja, en, constraints).marks
    row = TranslatedSegment(segment, en, Rung.INLINE, Status.MACHINE, constraints, marks)
    found = list(CHECKS["persons"](row, Location()))
    assert all((one.code, one.severity) == (Code.SENSE_UNSURE, Severity.WARNING) for one in found)
    return [one.message for one in found]


@pytest.mark.parametrize(
    ("ja", "en", "said"),
    [
        ("負傷者に日本人は含まれていませんでした。", "I didn't include Japanese among the injured.", "I"),
        ("様式は窓口で配布する。", "My form is handed out at the counter.", "My"),
        ("費用は後日請求される。", "I'll be charged for the cost later.", "I'll"),
        ("母港に戻った。", "I returned to my home port.", "I"),
    ],
)
def test_nobody_says_it(ja, en, said):
    assert messages(ja, en) == [f"Nobody in the Japanese says “{said}”"]


@pytest.mark.parametrize(
    ("ja", "en", "who"),
    [
        ("３日余り続いた。", "He continued for more than 3 days.", "He"),
        ("未明から昼まで停電した。", "From before dawn to noon, he lost power.", "he"),
        ("円高に振れた。", "She waved the yen high.", "She"),
        ("佐世保とともに良港として使われた。", "He was used as a good port with Sasebo.", "He"),
        ("電子部品の産地として知られる。", "He is known as a producer of electronic parts.", "He"),
        ("南北に長く、良港として知られる。", "He is long from north to south and known as a good port.", "He"),
        ("浅い池を巡回した。", "They made a patrol of the shallow pond.", "They"),
        ("市場から撤退した。", "We withdrew from the market.", "We"),
        ("聞くべきだった。", "You should have heard.", "You"),
        ("また、連携していくことも確認しました。", "We also confirmed that we would cooperate.", "We"),
        ("協議を続けることで一致しました。", "We agreed to continue consultations.", "We"),
        ("また、連携していくことを確認した。", "We confirmed that we would cooperate.", "We"),
        ("無人機が近づいたため、無線で警告した。", "As drones approached, they warned by radio.", "they"),
        ("漁船が入ったので、退去を要求したが、", "Boats entered, so they demanded that it leave, but", "they"),
    ],
)
def test_nobody_can_be_meant(ja, en, who):
    assert messages(ja, en) == [f"Nobody in the Japanese can be “{who}”"]


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("担当者は現場に残った。", "He stayed at the scene."),
        ("私たちは協議を続けることで一致しました。", "We agreed to continue consultations."),
        ("先ほど、協力を進めることで一致いたしました。", "Earlier, we agreed to advance cooperation."),
        ("作曲家は佐渡に移り住んだ。", "The composer moved to Sado, where he lived."),
        ("無人機を操る農民が見つけた。", "A farmer who flew an unmanned aircraft said he found it."),
        ("容疑を認めていると述べた。", "He said that he admits it."),
        ("同氏が議論を続けた。", "He continued the discussion."),
        ("夕食後に釈放された。", "He was released after dinner."),
        ("エドワードが到着した。", "He arrived."),
        ("関係各社が協議した。", "They held consultations."),
        ("報告書を昨日公表しました。", "We published the report yesterday."),
        ("警戒監視に万全を期す。", "We will take all possible measures."),
        ("窓から海が見える。", "You can see the sea from the window."),
        ("掲示を読んだ。", "The notice “We are open” was read."),
        ("艦長が不審に思ったため、無線で警告した。", "The captain was suspicious and warned by radio."),
        ("無人機が近づいたため、無線で警告した。", "As drones approached, they were warned by radio."),
        ("機体が故障したため、引き返した。", "As the aircraft broke down, it turned back."),
    ],
)
def test_somebody_can_be_meant(ja, en):
    assert messages(ja, en) == []


def test_whom_the_glossary_named_can_be_meant():
    ja = "戸田山　池を渡った。"

    assert (
        messages(ja, "Todayama: He crossed the pond.", (bind(ja, "戸田山", "Todayama", ConstraintKind.PERSON),)) == []
    )


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("私は反対した。", "I objected."),
        ("計画は妥当だと思う。", "I think the plan is sound."),
        ("予算の概要を説明いたします。", "I will explain the outline of the budget."),
        ("隊員は「行きたい」と述べた。", "The member said, “I want to go.”"),
        ("回答を差し控えたい。", "I would like to refrain from answering."),
        ("マイナンバーカードを配る。", "My Number Cards are handed out."),
        ("様式１は窓口で配布する。", "Form I-1 is handed out at the counter."),
    ],
)
def test_somebody_says_it_or_it_is_no_person(ja, en):
    assert messages(ja, en) == []


def test_what_the_glossary_gave_is_no_person():
    ja = "第１軍団が参加した。"

    assert messages(ja, "I Corps took part.", (bind(ja, "第１軍団", "I Corps"),)) == []
