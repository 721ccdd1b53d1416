"""Who speaks, before what is said, in minutes and interviews (○北条委員長　これより会議を開きます)."""

from __future__ import annotations

import re

__all__ = ["MARKS", "SPEAKER", "end_of_speaker"]

MARKS = "○◯●"
"""What stands before a speaker in minutes."""
_OFFICES = (
    "記者|大臣|政務官|[長次]官|報道官|[局課室部会座議]長|幕僚長|委員長?|議員|参考人|代理|司会|幹事|知事|市長|氏|君|さん"
)
SPEAKER = rf"[^\s。、]{{0,12}}(?:{_OFFICES})(?:（[^（）]{{1,15}}）)?(?:\u3000|[：:])"
"""A speaker with the space or colon behind; a sentence follows it."""
_BEGINNING = re.compile(rf"{SPEAKER}\s*(?=[^\n]*[。？！])")


def end_of_speaker(label: str, text: str) -> int:
    """Where the speech of a text with this label begins: 0 where nobody is said to speak."""
    found = _BEGINNING.match(text) if label and label in MARKS else None
    return found.end() if found else 0
