"""Who is told or visited in the Japanese is marked where the English has him tell or visit."""

import pytest

from briefgen.checks import CHECKS
from briefgen.findings import Code, Location, Severity
from briefgen.model.segment import Rung, Segment, SegmentId, Span, Status, TranslatedSegment
from briefgen.verification import verify
from tests.translation.build import bind


def messages(ja, en, *named, rung=Rung.INLINE, status=Status.MACHINE):
    constraints = tuple(bind(ja, *one) for one in named if one[0] in ja)
    segment = Segment(SegmentId("b0001.s01"), "b0001", Span(0, len(ja)), ja)
    row = TranslatedSegment(segment, en, rung, status, constraints, verify(ja, en, constraints).marks)
    found = list(CHECKS["recipients"](row, Location()))
    assert all((one.code, one.severity) == (Code.ATTACHMENT_UNSURE, Severity.WARNING) for one in found)
    return [one.message for one in found]


PERU, GABON = ("ペルー", "Peru", "country"), ("ガボン", "Gabon", "country")


@pytest.mark.parametrize(
    ("ja", "en", "is_found"),
    [
        ("ペルーが建造し、昨年就役した艦が来た。", "Peru was built, and a ship came.", True),
        ("ペルーが建造し、昨年就役した艦が来た。", "A ship that Peru built came.", False),
        ("ペルーが建造した艦が引き渡された。", "The ship built by Peru was delivered.", False),
        ("ペルーは、増派を検討中である。", "Peru is under consideration for reinforcement.", True),
        ("ペルーは増派を提案した。", "Peru is concerned about it.", False),
        ("ペルーは捜索中である。", "Peru is under search.", True),
        ("ペルーは捜索中である。", "Peru is searching.", False),
        ("ペルーが検討中の案である。", "Peru is a draft under consideration.", True),
        ("ペルーが検討中の案である。", "It is a draft that Peru is considering.", False),
        ("警察が原因を調査している。", "The police are being investigated.", True),
        ("警察が原因を調査している。", "The police are investigating the cause.", False),
        ("ペルーの巡視船に放水した。", "Peru patrol vessels fired water cannons.", True),
        ("ペルーの巡視船に放水した。", "Peru patrol vessels were hit by water cannons.", False),
        ("ペルーの巡視船が船に放水した。", "Peru patrol vessels fired water cannons at a ship.", False),
        ("国が住民に３万円を支払うよう命じた。", "It ordered residents to pay 30,000 yen.", True),
        ("国が住民に３万円を支払うよう命じた。", "It ordered the State to pay residents 30,000 yen.", False),
        ("住民に３万円を支払うよう命じた。", "It ordered residents to pay 30,000 yen.", False),
        ("委員会には、遺族も加わる見通しだ。", "The committee is also expected to join families.", True),
        ("委員会には、遺族も加わる見通しだ。", "Families are also expected to join the committee.", False),
        ("委員会も加わる見通しだ。", "The committee is also expected to join it.", False),
        ("住民に避難を呼びかけた。", "Residents called for evacuation.", True),
        ("住民に避難を呼びかけた。", "Residents were called on to evacuate.", False),
    ],
)
def test_who_does_it_is_not_done_to(ja, en, is_found):
    assert bool(messages(ja, en, PERU)) is is_found


def test_who_is_told_and_who_is_visited_are_named():
    assert messages("ペルー側には、懸念を伝えた。", "The Peru side conveyed concern.", PERU) == [
        "In the Japanese ペルー is who is told or asked; the English says “Peru side conveyed”"
    ]
    assert messages("来週、ペルーを訪問します。", "Next week, Peru will visit.", PERU) == [
        "In the Japanese ペルー is who is visited; the English says “Peru will visit”"
    ]


@pytest.mark.parametrize(
    ("ja", "wrong", "right"),
    [
        ("ペルーに対し、回答を求めた。", "Peru asked for a reply.", "Peru was asked for a reply."),
        ("ペルーには事前に説明してある。", "Peru is explaining it.", "It has been explained to Peru."),
        ("雨の中、ペルーに通報した。", "In rain, Peru notified it.", "In rain, Peru was notified of it."),
        (
            "ペルー側に機材を送ることを伝えた。",
            "It conveyed that the Peru side would send equipment.",
            "It was conveyed to the Peru side that equipment would be sent.",
        ),
        (
            "他の港ペルー２港に対しても、設備を点検し、報告するよう要請した。",
            "Also, Peru ports also requested that the equipment be inspected and to report.",
            "Peru ports were also asked to inspect the equipment and report.",
        ),
        (
            "また、ペルーに対し、点検するよう求めた。",
            "In addition, Peru and others asked to be inspected.",
            "In addition, the ministry asked Peru to inspect it.",
        ),
        ("ペルー及びガボンを訪問する。", "Peru and Gabon will visit.", "I will visit Peru and Gabon."),
    ],
)
def test_who_tells_instead_of_being_told_is_marked(ja, wrong, right):
    assert len(messages(ja, wrong, PERU, GABON)) == 1
    assert messages(ja, right, PERU, GABON) == []


@pytest.mark.parametrize(
    ("ja", "wrong", "right"),
    [
        ("知事には昨日説明しました。", "The governor explained yesterday.", "It was explained to the governor."),
        ("自治体に毎月報告している。", "Local governments report monthly.", "Local governments are informed."),
    ],
)
def test_roles_that_are_no_terms_are_looked_for_too(ja, wrong, right):
    assert len(messages(ja, wrong)) == 1
    assert messages(ja, right) == []


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("ペルーは、ガボンに懸念を伝えた。", "Peru conveyed concern to Gabon."),
        ("ペルーにおいて懸念が表明された。", "In Lima, Peru expressed concern."),
        ("ペルーに抗議し、ペルーは反論した。", "After a protest, Peru stated its view."),
        ("知事は計画を説明した。", "The governor explained the plan."),
        ("ペルーに艦艇を派遣した。", "Peru sent a ship."),
    ],
)
def test_who_tells_himself_is_not(ja, en):
    assert messages(ja, en, PERU, GABON) == []


@pytest.mark.parametrize(
    ("ja", "wrong", "right"),
    [
        (
            "企業に違約金を支払わせることにした。",
            "It decided to pay a penalty for companies.",
            "It decided to make companies pay a penalty.",
        ),
        ("ペルーに資料を提出させた。", "It submitted materials to Peru.", "It had Peru submit materials."),
        ("子会社に損失を補わせた。", "It made up losses to the subsidiary.", "It had the subsidiary make up losses."),
        ("国は企業に土地を売らせない。", "It does not sell land.", "It does not let companies sell land."),
        ("学生に地図を読ませた。", "The instructor read a map to them.", "The instructor had them read a map."),
        ("ペルーに報告させた。", "It had Peru reported.", "It had Peru report."),
        ("町長は部下に点検させた。", "The mayor inspected it.", "The mayor had his staff inspect it."),
        ("ペルーは船を国に負担させたと述べた。", "It has been borne.", None),
        ("ペルーに水を運んでもらった。", "It carried water to Peru.", "Peru carried water at its request."),
        (
            "ガボンは、ペルーに橋を破壊された。",
            "Gabon was destroyed a bridge in Peru.",
            "Gabon had its bridge destroyed by Peru.",
        ),
        ("ガボンはペルーに橋を破壊された。", "Gabon was destroyed by Peru.", "Gabon's bridge was destroyed by Peru."),
        ("ペルーに工場を攻撃された。", "It was attacked by a factory in Peru.", "Its factory was attacked by Peru."),
        (
            "補給艦に燃料を補給された艦は戻った。",
            "The ship refueled to the replenishment ship returned.",
            "The ship refueled by the replenishment ship returned.",
        ),
        (
            "隊員は上官に報告をさせられた。",
            "He was made to report to the superior.",
            "A superior had him report by force.",
        ),
        ("船はペルーに衝突された。", "The ship collided with Peru.", "Peru collided with the ship."),
        ("部下に説明させた。", "It had his staff explained to him.", "It had his staff explain it to him."),
        ("住民に反対された。", "It was opposed to residents.", "It was opposed by residents."),
        ("市は国に要望を認められた。", "The city approved a request.", "Its request was approved by the State."),
        ("漁船は巡視船に追跡された。", "The boat was chased to a patrol vessel.", "A patrol vessel chased the boat."),
        ("船はペルー港に曳航された。", "The ship was towed by Peru port.", "The ship was towed to Peru port."),
    ],
)
def test_who_is_made_to_do_something_or_does_it_to_another_is_shown(ja, wrong, right):
    named = (PERU, GABON, ("ペルー港", "Peru port", "name"))
    assert len(messages(ja, wrong, *(named[2:] if "港" in ja else named))) == 1
    assert right is None or messages(ja, right, *named) == []


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("住民に危険を知らせた。", "It informed residents of the danger."),
        ("機密をペルーに漏らしたとされる。", "It is said to have leaked secrets to Peru."),
        ("専門家に相談し、費用を減らせる。", "Experts were consulted to reduce costs."),
        ("漁船は巡視船に曳航された。", "The boat was towed by a patrol vessel."),
        ("部下に刀を隠された武士がいた。", "There was a warrior whose sword was hidden by his men."),
    ],
)
def test_who_is_told_or_only_stands_with_ni_is_not_made_to_do_it(ja, en):
    assert messages(ja, en, PERU) == []
