"""Who speaks, before what is said, in minutes and interviews (○北条委員長　これより会議を開きます, 記者　…)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefgen.japanese.compiling import compiled

__all__ = ["MARKS", "SPEAKER", "SPEAKING", "end_of_speaker", "space_behind_speaker", "speakers_in"]

MARKS = "○◯●"
"""What stands before a speaker in minutes."""
SPEAKING = {
    "問": "Q", "質問": "Q", "答": "A", "回答": "A", "記者": "Reporter", "司会": "Moderator", "司会者": "Moderator",
    "大臣": "Minister", "報道官": "Press Secretary", "総理": "Prime Minister", "首相": "Prime Minister",
    "官房長官": "Chief Cabinet Secretary", "知事": "Governor", "副知事": "Deputy Governor", "市長": "Mayor",
    "町長": "Mayor", "村長": "Mayor", "区長": "Mayor", "副市長": "Deputy Mayor", "委員長": "Chair", "議長": "Chair",
    "座長": "Chair", "会長": "Chair", "部会長": "Chair", "委員": "Committee member", "議員": "Member",
    "事務局": "Secretariat", "参考人": "Witness", "証人": "Witness", "裁判長": "Presiding Judge",
    "検察官": "Prosecutor", "弁護人": "Defense counsel", "被告人": "Defendant", "局長": "Director-General",
    "部長": "Director", "課長": "Director", "社長": "President", "教授": "Professor", "質問者": "Questioner",
    "院長": "Hospital director", "校長": "Principal", "学長": "President", "所長": "Director", "署長": "Police chief",
    "理事長": "Chair", "店長": "Manager", "代表": "Representative", "監督": "Manager", "選手": "Player",
    "弁護士": "Attorney", "医師": "Doctor", "専門家": "Expert", "担当者": "Official in charge", "職員": "Staff",
    "回答者": "Respondent", "参加者": "Participant", "聞き手": "Interviewer", "住民": "Resident",
}  # fmt: skip
"""Speakers without a name, and what stands for them in English."""
_NO_PERSON = "成延身全特助最増波伸冗"
"""What makes a word of 長 that is no office: 成長, 延長."""
_OFFICES = (
    f"記者|大臣|政務官|[次]官|報道官|官房長官|(?<![{_NO_PERSON}])長官?|議員|参考人|代理|司会|知事|委員|氏|君|さん"
)
_SEAT = "[0-9０-９]{1,2}番"
_NAMED = "(?:（[^（）]{1,15}）)?"
_NO_SPEECH = (
    "[のがをにへ、]|及び|又は|並びに|は(?![いじ])|から|より|まで|など|[一-鿿々]{1,5}(?:[ \u3000はがもらの、]|氏)"
)
"""What goes on behind an office and a narrow space: a particle, or the name of who holds it."""
_SURE_SPEAKER = "(?<=） )|(?<=[一-鿿]国務大臣 )|(?<=[一-鿿]政府参考人 )"
"""What holds the name already: ○委員長（岬君）, ○岬国務大臣."""
_NARROW = f" (?=[^ ])(?:{_SURE_SPEAKER}|(?!{_NO_SPEECH}))"
SPEAKER = rf"(?:[^\s。、]{{0,12}}(?:{_OFFICES})|{_SEAT}){_NAMED}(?:\u3000|[：:]|{_NARROW})"
"""A speaker by office or seat, with the space or colon behind; a sentence follows it."""
_MARKED = rf"[{MARKS}]{SPEAKER}(?=[^\n]*[。？！])"
_BEGINNING = rf"{SPEAKER}\s*(?=[^\n]*[。？！])"
_NAMELESS = "|".join(sorted((who for who in SPEAKING if len(who) > 1), key=len, reverse=True))
_SPEECH = (
    rf"(?P<who>(?:{_NAMELESS}|[一-鿿々ァ-ヶー]{{1,12}}(?:{_OFFICES})|{_SEAT}){_NAMED})(?:[ \u3000\t]+|[：:]\s*)"
    "(?=[^\n]*[。？！])"
)


def end_of_speaker(label: str, text: str, speakers: frozenset[str] = frozenset()) -> int:
    """Where the speech of a text with this label begins: 0 where nobody is said to speak.

    That is behind an office with a mark before it, or behind one of the `speakers` of the paper.
    """
    if not label:
        return _end_of_speech(text, speakers)
    found = compiled(_BEGINNING).match(text) if label in MARKS else None
    return found.end() if found else 0


def space_behind_speaker(text: str) -> int:
    """Where the narrow space stands between a marked speaker and what is said, ○岬国務大臣 お答えします; else -1."""
    found = compiled(_MARKED).match(text)
    return found.end() - 1 if found and found[0].endswith(" ") else -1


def speakers_in(texts: Iterable[str]) -> frozenset[str]:
    """Who speaks at the beginning of these paragraphs, where one of them does so more than once; else nobody."""
    found = Counter(speech["who"] for text in texts if (speech := compiled(_SPEECH).match(text)))
    return frozenset(found) if any(count > 1 for count in found.values()) else frozenset()


def _end_of_speech(text: str, speakers: frozenset[str]) -> int:
    found = compiled(_SPEECH).match(text) if speakers else None
    return found.end() if found and found["who"] in speakers else 0
