"""Words in the sense that the Japanese has them."""

import pytest

from briefgen.translation.wording.senses import in_sense
from briefgen.translation.wording.tidying import tidy


@pytest.mark.parametrize(
    ("source", "english", "expected"),
    [
        ("原告との間で和解が成立した。", "A settlement was enacted.", "A settlement was reached."),
        ("契約が成立した。", "A contract was enacted.", "A contract was concluded."),
        ("予算が成立した。", "The budget was enacted.", "The budget was enacted."),
        ("合意の後に法案が成立した。", "After it the bill was enacted.", "After it the bill was enacted."),
        ("４月１日以降に施行する。", "It applies since April 1.", "It applies on or after April 1."),
        ("４月１日以降、３回行った。", "It was held since April 1.", "It was held since April 1."),
        ("３，０００フィートに降下した。", "It jumped to 3,000 feet.", "It descended to 3,000 feet."),
        ("空挺隊員は高度３４０ｍから降下した。", "They jumped from 340 m.", "They jumped from 340 m."),
        ("列車は脱線した。", "The train escaped.", "The train derailed."),
        ("乗客は列車から逃げた。", "He left the train escaped.", "He left the train escaped."),
        ("乗務員が骨折した。", "The attendant was broken.", "The attendant suffered a fracture."),
        ("容疑者は容疑を認めている。", "The suspect is permitting suspicion.", "The suspect is admitting the charges."),
        (
            "起訴相当と議決した。",
            "It voted that it was equivalent to indictment.",
            "It voted that indictment was appropriate.",
        ),
        ("右質問に対し。", "To the right question.", "To the above question."),
        (
            "道路の通行止めを解除した。",
            "The closed to traffic on the road was lifted.",
            "the closure of the road was lifted.",
        ),
        ("搭乗者は無事だった。", "The boarding person was safe.", "The persons on board was safe."),
        ("機はオーバーランした。", "It took overrun.", "It overran the runway."),
        (
            "地裁に差し戻した。",
            "It was sent to the Tokyo District Court.",
            "It was remanded to the Tokyo District Court.",
        ),
        ("３人が立候補を届け出た。", "Three delivered a candidacy.", "Three registered as candidates."),
        ("職員を採用する。", "They are adopted.", "They are hired."),
        ("案を採用する。", "It is adopted.", "It is adopted."),
        ("捜索は打ち切られた。", "The search was cut off.", "The search was called off."),
        ("機影が消えた。", "The aircraft shadow disappeared.", "The aircraft disappeared."),
        ("市議会は可決した。", "The parliament passed it.", "The assembly passed it."),
        ("議会は批准を否決した。", "The parliament rejected it.", "The parliament rejected it."),
        ("英国議会は可決した。", "The parliament passed it.", "The parliament passed it."),
        ("舵を左に取った。", "He left the rudder.", "He turned the rudder to the left."),
        ("株価は反発した。", "Stock prices objected.", "Stock prices rebounded."),
        ("住民は反発した。", "Residents objected.", "Residents objected."),
        ("株価は続落した。", "The share price continued.", "The share price continued to fall."),
        ("飲酒運転で摘発された。", "He was exposed by it.", "He was caught by it."),
        ("県に寄せられた苦情", "Complaints received from the prefecture", "Complaints received by the prefecture"),
        ("県に住民から寄せられた苦情", "Complaints received from residents", "Complaints received from residents"),
        ("大臣に対する勧告", "A recommendation against the Minister", "A recommendation to the Minister"),
        ("踏切の警報機は鳴った。", "The warning aircraft rang.", "The warning device rang."),
        ("油の流出は認められなかった。", "The oil leak was not confirmed.", "The oil leak was not found."),
        ("地殻変動は認められない。", "Crustal movement is not permitted.", "Crustal movement is not found."),
        ("例外は認められない。", "The exception is not permitted.", "The exception is not permitted."),
        ("出席は確認されなかった。", "Attendance was not confirmed.", "Attendance was not confirmed."),
    ],
)
def test_words_in_their_sense(source, english, expected):
    assert in_sense(english, source) == expected
    assert tidy(english, source, ())[1:] == expected[1:]
