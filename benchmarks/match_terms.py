"""Matching of a large glossary over a long paper: 20,000 terms, 1,000 pages of 1,400 characters, in one process.

The aim is 5 s and 300 MB. The pages are sentences of the samples, no two alike; the terms are those of the built-in
glossary and, up to the number wanted, words made of its kanji.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from briefgen.cli.loading import load_glossary
from briefgen.terms.glossary.glossary import Glossary, Term
from briefgen.terms.matching import Matcher

ROOT = Path(__file__).parent.parent
PAGE = 1400
"""Characters of a page of A4 without tables."""


def glossary_of(size: int) -> Glossary:
    """The built-in glossary with made-up terms of three to six kanji, the same at every run."""
    terms = load_glossary(()).value.terms[:size]
    kanji = [char for term in terms for char in term.ja if "一" <= char <= "龯"]
    chance = random.Random(1)
    made = (
        Term("".join(chance.choices(kanji, k=chance.randint(3, 6))), f"term {number}")
        for number in range(size - len(terms))
    )
    return Glossary("large", (*terms, *made))


def sentences_of(pages: int) -> Iterator[str]:
    """Sentences of the sample papers, each with a number in it, until the pages are full."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples").glob("ministers*.txt")))
    parts = [part + "。" for part in re.sub(r"\s", "", text).split("。") if part]
    length = 0
    for number, part in enumerate(cycle(parts)):
        if length >= pages * PAGE:
            return
        length += len(part)
        yield f"{part[:3]}{number}{part[3:]}"


def main() -> None:
    """Print time and memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--terms", type=int, default=20_000)
    parser.add_argument("--pages", type=int, default=1_000)
    options = parser.parse_args()
    glossary, sentences = glossary_of(options.terms), list(sentences_of(options.pages))
    began = time.perf_counter()
    matcher = Matcher(glossary)
    made = time.perf_counter() - began
    found = sum(len(matcher.find(sentence)) for sentence in sentences)
    spent = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(glossary.terms):,} terms over {options.pages:,} pages ({len(sentences):,} sentences)")
    print(f"  time    {spent:.2f} s, {made:.2f} s of it making the matcher; {found:,} terms found")
    print(f"  memory  peak {peak:.0f} MB")


if __name__ == "__main__":
    main()
