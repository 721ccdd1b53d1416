"""A table of which English words can say which Japanese ones, and what it finds missing or made up in a row.

The table is learnt from the project's own pairs (``python -m training.words``) and knows nothing of the translation
model, so that it sees what a fluent sentence hides. It judges words, not sense: it finds that nothing stands for 延焼,
not that two clauses have changed places.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from briefgen.model.segment import Constraint, Mark, Span, Strength, replaced
from briefgen.terms.english import SMALL_WORDS

__all__ = ["CONTENT", "WordTable", "blanked", "folded", "read_word_table", "stem", "stems_in", "words_of"]

CONTENT = re.compile(r"[\u3400-\u9fff々ァ-ヶー]")
"""Kanji and katakana carry the words looked up; hiragana is grammar, or a word too slippery for a table."""
_KATAKANA = re.compile(r"[ァ-ヶー]+")
_CONJUNCTION = re.compile("及び|並びに|又は|若しくは")
_PRONOUN = re.compile("我(?:々|ら|等|が(?!国|輩))")
_SAYS_PRONOUN = re.compile(r"\b(?:we|our|ours|us|ourselves)\b", re.IGNORECASE)
"""English says 我々 with words that are too small to be looked for otherwise."""
_KANA = {
    "まず": "first", "はっきり": "clear", "およそ": "approximately", "ごと": "per", "ようやく": "finally",
    "しばしば": "often", "とりわけ": "particularly", "あらかじめ": "advance",
    "いまだ": "still", "さらに": "further", "ほとんど": "almost",
}  # fmt: skip
"""Words in kana, which the table does not have, and English that they can give."""
_COUNTER = re.compile(r"(?<=[0-9])[\u3400-\u9fff]|(?<=\| )[\u3400-\u9fff]")
_NUMERALS = frozenset("〇一二三四五六七八九十百千万億兆")
_WORD = re.compile(r"[A-Za-z]{2,}(?!['’]t)")
_SHORTEST_ROOT, _ROOT = 4, 5
"""First letters of a word that its kin share: confer and conference, mine and minefield."""
_ENDINGS = {"ies": "y", "ied": "y", "ing": "", "edly": "", "ed": "", "ly": "", "es": "", "s": "", "e": ""}
"""What a word loses, the first that fits, and what it gets instead."""


class WordTable:
    """Japanese words, each with the English stems that can say it."""

    def __init__(
        self,
        english: Mapping[str, frozenset[str]],
        loose: Iterable[str],
        free: Iterable[str],
        sure: Mapping[str, frozenset[str]] = MappingProxyType({}),
        met: Iterable[str] = (),
        firm: Iterable[str] = (),
        backed: Iterable[str] = (),
    ) -> None:
        """`loose` are Japanese words whose absence proves nothing, `free` English stems that need no source.

        `sure` are those stems of a word that say hardly anything else, or are hardly ever left out. `met` is what the
        texts of the table hold beside its words, see `scraps_in`; without it any word may have been met. `firm` are
        Japanese words that right English never leaves out, `backed` stems that it hardly ever has of its own.
        """
        self._english, self._loose, self._free = dict(english), frozenset(loose), frozenset(free)
        self._firm, self._backed = frozenset(firm), frozenset(backed)
        self._sure, self._met = dict(sure), frozenset(met)
        self._characters = frozenset("".join([*english, *self._met]))
        self._longest = max(map(len, english), default=0)
        self._japanese = defaultdict[str, set[str]](set)
        for ja, stems in english.items():
            for one in stems:
                self._japanese[one].add(ja)

    def __len__(self) -> int:
        return len(self._english)

    def japanese_words(self, text: str) -> Iterator[Span]:
        """Where words stand: the longest the table knows at each kanji or katakana, else a character or a run."""
        at = 0
        while at < len(text):
            if not CONTENT.match(text, at):
                at += 1
                continue
            end = self._end_of_word(text, at)
            yield Span(at, end)
            at = end

    def _end_of_word(self, text: str, start: int) -> int:
        for end in range(min(len(text), start + self._longest), start, -1):
            word = text[start:end]
            if word in self._english and not (_KATAKANA.fullmatch(word) and _KATAKANA.match(text, end)):
                return end
        run = _KATAKANA.match(text, start)
        return run.end() if run else start + 1

    def sure(self, word: str) -> frozenset[str]:
        """The stems that say this Japanese word for sure; none of a word that the table does not know."""
        return self._sure.get(word, frozenset())

    def is_firm(self, text: str, word: Span) -> bool:
        """Whether a word of a text is one that right English never leaves out."""
        return text[word.start : word.end] in self._firm

    def is_backed(self, word: str) -> bool:
        """Whether an English word is one that right English hardly ever has without a source in the Japanese."""
        return stem(word) in self._backed

    def is_made_up(self, word: str) -> bool:
        """Whether an English word stands in no text of the table: a name, a rare word, or one that does not exist."""
        return stem(word) not in self._japanese and stem(word) not in self._free

    def missing(
        self, source: str, english: str, constraints: Sequence[Constraint], marks: Sequence[Mark]
    ) -> list[Span]:
        """The words of the folded Japanese, outside constraints, for which the table finds no English; see `folded`.

        The counter of a figure, 名 of 20名, is none: English counts without one.
        """
        text, present = folded(source, constraints, marks), set(map(stem, words_of(english)))
        if _SAYS_PRONOUN.search(english):
            text = _PRONOUN.sub(lambda found: "|" * len(found[0]), text)
        words = ((span, text[span.start : span.end]) for span in self.japanese_words(text))
        return [
            span
            for span, word in words
            if word in self._english
            and word not in self._loose
            and not self._english[word] & present
            and not (len(word) == 1 and _COUNTER.match(text, span.start))
        ]

    def has_trace(self, term: Constraint, english: str) -> bool:
        """Whether anything of a term is in the English: a word of a form of it, or one that its Japanese can give."""
        present = set(map(stem, words_of(english)))
        words = {stem(word) for form in term.forms for word in words_of(form)}
        source = _fold(term.source)
        given = (self._english.get(source[span.start : span.end], ()) for span in self.japanese_words(source))
        roots = {one[:_ROOT] for one in words.union(*given) if len(one) >= _SHORTEST_ROOT}
        return (
            not words or bool(words.union(*given) & present) or any(root in said for root in roots for said in present)
        )

    def never_met(self, source: str, constraints: Sequence[Constraint], marks: Sequence[Mark]) -> list[Span]:
        """What the folded Japanese has and the texts of the table do not: 南洋 where 南 and 洋 only stood apart.

        Directly behind a figure, or what else is known, a first kanji is its counter, and starts no word.
        """
        if not self._met:
            return []
        text = folded(source, constraints, marks)
        runs = (Span(run.start + bool(_COUNTER.match(text, run.start)), run.end) for run in self._runs(text))
        return [part for run in runs if run.start < run.end for part in self._strange(text, run)]

    def scraps_in(self, text: str) -> Iterator[str]:
        """What of a text is no word of the table: runs of katakana, each two lone kanji side by side, lone kanji."""
        for scrap in self._runs(text):
            run = text[scrap.start : scrap.end]
            yield from [run] if _KATAKANA.fullmatch(run) else [*run, *map("".join, pairwise(run))]

    def _runs(self, text: str) -> Iterator[Span]:
        """Stretches of kanji of which no two are a word of the table, and runs of katakana that are none."""
        run: Span | None = None
        for span in self.japanese_words(_CONJUNCTION.sub(lambda found: "|" * len(found[0]), text)):
            is_lone = span.end - span.start == 1
            if is_lone and run is not None and run.end == span.start:
                run = Span(run.start, span.end)
                continue
            if run is not None:
                yield run
            run = span if is_lone else None
            if not is_lone and text[span.start : span.end] not in self._english:
                yield span
        if run is not None:
            yield run

    def _strange(self, text: str, run: Span) -> Iterator[Span]:
        """The part of a run that is no scrap of the texts of the table, if there is one."""
        if _KATAKANA.match(text, run.start):
            if not self._is_of_words(text[run.start : run.end]):
                yield run
            return
        strange = [at for at in range(run.start, run.end) if not self._is_met(text[at : min(at + 2, run.end)])]
        if strange:
            yield Span(strange[0], min(strange[-1] + 2, run.end))

    def _is_met(self, scrap: str) -> bool:
        """Whether a kanji, or two side by side, stand in the texts of the table; numerals go with anything."""
        return scrap in self._met or not _NUMERALS.isdisjoint(scrap) or (len(scrap) == 1 and scrap in self._characters)

    def _is_of_words(self, katakana: str) -> bool:
        """Whether a run of katakana can be cut into words of the table, or into others that its texts have."""
        reached = {0}
        for end in range(2, len(katakana) + 1):
            words = (katakana[start:end] for start in reached if end - start > 1)
            if any(word in self._english or word in self._met for word in words):
                reached.add(end)
        return len(katakana) in reached

    def unsupported(self, source: str, english: str, marks: Sequence[Mark]) -> tuple[str, ...]:
        """The words of the English, outside what satisfies a constraint, that nothing in the Japanese can have given.

        Among them are words that do not exist: the model makes them up from pieces. A name may stand there again.
        """
        text = _fold(source)
        present = {text[span.start : span.end] for span in self.japanese_words(text)} | set(text)
        kana = (said for word, said in _KANA.items() if word in text)
        given = " ".join([text, *kana, *(english[mark.span.start : mark.span.end] for mark in marks)])
        latin = {word.lower() for word in _WORD.findall(given)}
        rest = blanked(english, [mark.span for mark in marks])
        words = dict.fromkeys(word for word in words_of(rest) if len(word) > 2)
        return tuple(
            word
            for word, one in ((word, stem(word)) for word in words)
            if word.lower() not in latin and one not in self._free and not self._japanese.get(one, set()) & present
        )


def folded(source: str, constraints: Sequence[Constraint], marks: Sequence[Mark]) -> str:
    """The Japanese as the table reads it: without what is verified otherwise, MUST constraints and those met."""
    met = {mark.constraint for mark in marks}
    known = [c.span for n, c in enumerate(constraints) if c.strength is Strength.MUST or n in met]
    return _fold(blanked(source, known))


def words_of(english: str) -> list[str]:
    """The words of an English text that can say something: no articles, prepositions, auxiliaries."""
    return [word for word in _WORD.findall(english) if word.lower() not in SMALL_WORDS]


def stems_in(english: str) -> list[tuple[str, Span]]:
    """The stems of those words, and where each stands."""
    return [
        (stem(found[0]), Span(*found.span()))
        for found in _WORD.finditer(english)
        if found[0].lower() not in SMALL_WORDS
    ]


def stem(word: str) -> str:
    """A word without its ending, so that one entry serves all its forms; irregular forms have entries of their own."""
    word = word.lower()
    for ending, instead in _ENDINGS.items():
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word.removesuffix(ending) + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 4 else word


def read_word_table(content: bytes) -> WordTable:
    """The table in ``memory/words.tsv``: Japanese TAB stems, the sure ones before a ``|``.

    ``~`` marks loose words, ``!`` firm ones, ``*`` lists free stems, ``=`` backed ones, ``+`` what
    else of Japanese its texts have.
    """
    english: dict[str, frozenset[str]] = {}
    sure: dict[str, frozenset[str]] = {}
    loose, free, met, firm, backed = [], [], [], [], []
    for line in content.decode("utf-8").splitlines():
        word, _, stems = line.partition("\t")
        if word == "*":
            free = stems.split()
        elif word == "=":
            backed = stems.split()
        elif word == "+":
            met = stems.split()
        elif word and not word.startswith("#"):
            ja, (first, bar, _) = word.lstrip("~!"), stems.partition("|")
            english[ja] = frozenset(stems.replace("|", " ").split())
            if bar:
                sure[ja] = frozenset(first.split())
            loose += [ja] * word.startswith("~")
            firm += [ja] * word.startswith("!")
    return WordTable(english, loose, free, sure, met, firm, backed)


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with a bar for each of these stretches."""
    return replaced(text, ((span, " | ") for span in spans))
