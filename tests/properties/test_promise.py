"""The promise as a property: whatever an engine says, on every rung, a MUST constraint is in the English or in an error
finding, and nothing that counts, dates or names a figure stands there unlicensed without one."""

import random
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.checks import check_document
from briefgen.findings import Severity
from briefgen.model.segment import Rung, Strength
from briefgen.terms.constraints import Constrainer
from briefgen.terms.glossary.csv_format import read_glossary
from briefgen.terms.verify import locate_all
from briefgen.translation.engines.engine import UNMARKED, Capabilities
from briefgen.translation.engines.probing import SHAPES
from briefgen.translation.ladder import Means, translate_document
from briefgen.translation.memory import Memory
from briefgen.translation.patterns import PatternMemory, read_patterns
from tests.engines import TRAINED, FakeEngine
from tests.translation.build import document

GLOSSARY = Path(__file__).parent.parent / "terms" / "glossary.csv"
TEXTS = (
    "１０月１７日、中谷防衛大臣は、日本とウクライナの防衛協力について、１２機の派遣を発表しました。",
    "中谷防衛大臣は、NATO国防相会合に出席しました。",
    "令和６年度予算は約7,127億円であり、前年度から５％増となりました。",
    "防衛省",
    "防衛大臣は、１５時００分から、ルッテＮＡＴＯ事務総長と会談し、安全保障環境について意見を交換するとともに、"
    "ウクライナへの車両３台の提供を伝え、自衛隊による支援を続けていくことを約２０分間にわたって説明しました。",
    "両者は、協力を強化することで一致しました。",
)
UNKNOWN = (
    "47",
    "F-47",
    "４７",
    "47A",
    "forty-seven",
    "47th",
    "$47bn",
    "4.7%",
    "February",
    "Sunday",
    "47:47",
    "Russian",
    "South Korea",
)
"""What the Japanese above never licenses."""
WORDS = ("the", "Minister", "announced", "on", "of", "cooperation", "Japan", "and", "大臣", "met", ".", "NATO", "said")
OUTSIDE_FORMS = (TRAINED, Capabilities(), Capabilities(markers=UNMARKED, symbols=SHAPES["code"]))
PATTERNS = read_patterns("{person}は、{meeting}に出席しました。\t{person} attended the {meeting}.".encode(), "p")


def garbling(seed: int, junk: float, capabilities: Capabilities) -> FakeEngine:
    """Says some of what it was given, in some order, with words of its own and, at times, figures of its own."""
    chance = random.Random(seed)

    def answer(sentence: str) -> list[str]:
        known = re.findall(r"<[a-z]\d>|<t> .*? </t>|X[A-H]\d|[A-Z][A-Za-z0-9 ,']+", sentence)
        known = [part.removeprefix("<t> ").removesuffix(" </t>") for part in known]
        said = []
        for _ in range(4):
            kept = [part for part in known if chance.random() < 0.9]
            own = [chance.choice(UNKNOWN if chance.random() < junk else WORDS) for _ in range(chance.randrange(3, 14))]
            both = kept + own
            chance.shuffle(both)
            said.append(" ".join(both))
        return said

    return FakeEngine(answer, capabilities)


@pytest.fixture(scope="module")
def constrainer():
    return Constrainer(read_glossary(GLOSSARY.read_bytes(), GLOSSARY.name).value)


def digits(text: str) -> set[str]:
    return set(re.findall("[0-9]+", unicodedata.normalize("NFKC", text)))


def broken_promises(translated) -> list[str]:
    """Every row in which something is amiss of which no error finding speaks."""
    errors = defaultdict(list)
    for finding in check_document(translated):
        if finding.severity is Severity.ERROR:
            errors[finding.where.segment].append(finding)
    broken = []
    for row in translated.segments:
        places = locate_all(row.english, row.constraints)
        missing = [c for c, p in zip(row.constraints, places, strict=True) if not p and c.strength is Strength.MUST]
        forms = [form for c in row.constraints for form in (c.english, *c.accepted)]
        foreign = digits(row.english) - digits(row.segment.text).union(*map(digits, forms))
        made_up = [word for word in UNKNOWN if word in row.english]
        if (missing or foreign or made_up or not row.english) and not errors[row.segment.id]:
            broken.append(f"{row.rung}: {row.english!r} {missing} {foreign} {made_up}")
    return broken


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from([0.0, 0.05, 0.3]), st.sampled_from(OUTSIDE_FORMS))
def test_what_an_engine_garbles_is_held_or_reported(constrainer, seed, junk, capabilities):
    segmented = document(*TEXTS)
    own = constrainer.constrain(segmented).value

    translated = translate_document(segmented, own, Means(garbling(seed, junk, capabilities))).value

    assert broken_promises(translated) == []


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_a_memory_and_patterns_are_held_to_it_as_well(constrainer, seed):
    """Rungs 1 and 3: what people wrote is verified like anything else."""
    segmented = document(*TEXTS)
    own = constrainer.constrain(segmented).value
    wrong = garbling(seed, 0.2, TRAINED)
    reviewed = Memory({text: wrong.answer(text)[0] for text in TEXTS[::2]})
    means = Means(garbling(seed + 1, 0.1, TRAINED), reviewed, PatternMemory(PATTERNS))

    translated = translate_document(segmented, own, means).value

    assert broken_promises(translated) == []


def test_the_garbling_engines_reach_every_rung(constrainer):
    """Else the properties above would say little."""
    segmented = document(*TEXTS)
    own = constrainer.constrain(segmented).value
    reviewed, reached = Memory({TEXTS[5]: "The two sides concurred on strengthening cooperation."}), set()
    for seed in range(60):
        means = Means(garbling(seed, 0.02 if seed % 2 else 0.2, TRAINED), reviewed, PatternMemory(PATTERNS))
        reached |= {row.rung for row in translate_document(segmented, own, means).value.segments}

    assert reached == set(Rung)
