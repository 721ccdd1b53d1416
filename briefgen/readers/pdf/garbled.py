"""Text layers whose characters are wrong without a sign of it: some programs lose what the codes of a font mean.

Ghostscript writes 令和ÿ年Ā月 for 令和８年６月 where a font holds its letters as drawings. Most of what is wrong there
looks like any other text (1 for 、), so the page on which it happens is not to be trusted as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.japanese.compiling import compiled
from briefgen.readers.inline.rules import GETA
from briefgen.readers.pdf.runs import Run

__all__ = ["without_garbled"]

_FEWEST = 3
"""So many letters out of place make a page garbled; fewer may be how somebody writes."""
_SHARE = 0.005
"""So many of its characters, too."""
_JAPANESE = "\u3001-\u30ff\u4e00-\u9fff\uff01-\uff60"
_LETTER = "\u00c1-\u00c4\u00c6-\u00d6\u00d9-\u00de\u00e1-\u00f6\u00f9-\u02af"
"""Latin letters beyond ASCII, without those that are also signs: Å, Ø and ø of measures, ß for beta, à of prices."""
_LETTERS = re.compile(f"[{_LETTER}]")
_OUT_OF_PLACE = (
    rf"(?<=[{_JAPANESE}])[{_LETTER}]+(?![A-Za-z{_LETTER}])|(?<![A-Za-z{_LETTER}])[{_LETTER}]+(?=[{_JAPANESE}])"
)
"""A word of nothing but such letters beside Japanese: no language has one for each sign of the other."""


def without_garbled(runs: Sequence[Run]) -> tuple[list[Run], int]:
    """Return the runs of a page with 〓 for letters out of place, and how many these are; 0 where few are chance."""
    if not _LETTERS.search("".join([run.text for run in runs])):
        return list(runs), 0
    count = sum(len(found) for run in runs for found in compiled(_OUT_OF_PLACE).findall(run.text))
    if count < _FEWEST or count < _SHARE * sum(len(run.text) for run in runs):
        return list(runs), 0
    return [run._replace(text=compiled(_OUT_OF_PLACE).sub(_hidden, run.text)) for run in runs], count


def _hidden(match: re.Match[str]) -> str:
    return GETA * len(match[0])
