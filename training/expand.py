"""Expands bilingual sentence patterns into training pairs, each slot filled by what the product itself would compute.

A filling is a piece of Japanese with the English, and the constraint kind, that briefgen's own constrainer gives it, so
that the model is trained on exactly what it will be given.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.model.segment import ConstraintKind, Strength
from briefgen.terms.constraints import Constrainer
from briefgen.terms.glossary.glossary import Glossary
from briefgen.translation.patterns import FITTING, Pattern
from training.annotate import Hit
from training.corpora import Pair, fold

__all__ = ["Filler", "Filling", "expand_patterns"]

_SLOT = re.compile(r"\{([a-z]+)\d*\}")
_WEEKDAYS = "月火水木金土日"
_COUNTED = ("名", "人", "機", "隻", "か国", "両", "km", "海里", "トン", "m", "度", "世帯", "校", "箇所")
_CURRENCIES = ("円", "億円", "兆円", "万円", "ドル", "万ドル", "億ドル", "万ユーロ")


@dataclass(frozen=True, slots=True)
class Filling:
    """A piece of Japanese and its computed English."""

    ja: str
    en: str
    kind: ConstraintKind


class Filler:
    """Gives random fillings of each slot kind; what the constrainer does not take whole is thrown away."""

    def __init__(self, constrainer: Constrainer, glossary: Glossary, rng: random.Random) -> None:
        self._constrainer, self._glossary, self._rng = constrainer, glossary, rng
        self._pools: dict[str, list[Filling]] = {}
        self._foreign = [person for person in glossary.of_kind("person") if " " not in person.ja]

    def pool(self, slot: str, size: int = 1500) -> list[Filling]:
        """Up to `size` distinct fillings of a slot kind."""
        if slot not in self._pools:
            makers: dict[str, Callable[[], str]] = {
                "date": self._date, "time": self._time, "duration": self._duration, "number": self._number,
                "quantity": self._quantity, "money": self._money, "percent": self._percent,
                "ordinal": lambda: f"第{self._rng.randint(1, 60)}回", "person": self._person, "day": self._day,
                "reference": lambda: f"第{self._rng.randint(1, 99)}条",
            }  # fmt: skip
            texts = {makers[slot]() for _ in range(size)} if slot in makers else self._names(slot)
            found = (self._compute(text, slot) for text in sorted(texts))
            self._pools[slot] = [filling for filling in found if filling is not None]
        return self._pools[slot]

    def _compute(self, text: str, slot: str) -> Filling | None:
        constraints = self._constrainer.constrain_text(text)
        fitting = FITTING["date" if slot == "day" else slot]
        if len(constraints) != 1 or constraints[0].source != text or constraints[0].kind not in fitting:
            return None
        return Filling(text, constraints[0].english, constraints[0].kind)

    def _date(self) -> str:
        pick = self._rng
        month, day = pick.randint(1, 12), pick.randint(1, 28)
        year = pick.choice(("", "", "", f"令和{pick.randint(2, 9)}年", f"{pick.randint(2010, 2028)}年", "同年", "本年"))
        year = year if year[:1] not in "同本" else ""
        weekday = pick.choice(("", "", f"({pick.choice(_WEEKDAYS)})"))
        return f"{year}{month}月{day}日{weekday}" if pick.random() < 0.85 else f"{year}{month}月"

    def _day(self) -> str:
        return f"{self._rng.randint(1, 12)}月{self._rng.randint(1, 28)}日"

    def _time(self) -> str:
        pick = self._rng
        hour = pick.randint(0, 23)
        return pick.choice((f"{hour}時{pick.randint(0, 59):02}分", f"{hour}時", f"午後{pick.randint(1, 11)}時"))

    def _duration(self) -> str:
        pick = self._rng
        about = pick.choice(("約", "約", ""))
        return about + pick.choice(
            (
                f"{pick.randint(5, 59)}分間",
                f"{pick.randint(1, 9)}時間",
                f"{pick.randint(1, 5)}時間{pick.randint(5, 55)}分間",
                f"{pick.randint(2, 20)}日間",
                f"{pick.randint(1, 10)}年間",
                f"{pick.randint(2, 11)}か月",
            )
        )

    def _number(self) -> str:
        pick = self._rng
        return pick.choice((str(pick.randint(1, 99)), f"{pick.randint(100, 9999):,}", f"約{pick.randint(2, 90) * 10}"))

    def _quantity(self) -> str:
        pick = self._rng
        number = pick.choice((str(pick.randint(1, 40)), str(pick.randint(5, 99) * 10), f"{pick.randint(1, 30)},000"))
        return pick.choice(("", "約", "計")) + number + pick.choice(_COUNTED)

    def _money(self) -> str:
        pick = self._rng
        decimal = f"{pick.randint(1, 9)}.{pick.randint(1, 9)}"
        number = pick.choice((str(pick.randint(1, 99)), f"{pick.randint(1000, 9999):,}", decimal))
        return pick.choice(("", "約")) + number + pick.choice(_CURRENCIES)

    def _percent(self) -> str:
        pick = self._rng
        decimal = f"{pick.randint(1, 20)}.{pick.randint(1, 9)}%"
        return pick.choice((f"{pick.randint(1, 99)}%", f"約{pick.randint(1, 9)}割", decimal))

    def _person(self) -> str:
        pick = self._rng
        person = pick.choice(self._glossary.of_kind("person"))
        title = pick.choice(self._glossary.of_kind("title", "rank"))
        if " " in person.ja:  # a Japanese name: surname and title
            return person.ja.split(" ")[0] + title.ja
        surname = re.split("[・＝]", person.ja)[-1]
        if pick.random() < 0.3:  # a name nobody has heard of, which the product keeps in its brackets
            other = re.split("[・＝]", pick.choice(self._foreign).ja)[-1]
            surname = surname[: len(surname) // 2 + 1] + other[len(other) // 2 :]
        country = pick.choice(self._glossary.of_kind("country"))
        return pick.choice((f"{surname}・{country.ja}{title.ja}", f"{surname}{title.ja}", f"{person.ja}{title.ja}"))

    def _names(self, slot: str) -> set[str]:
        if slot in ("term", "meeting"):
            return {
                t.ja for t in self._glossary.of_kind("term", "phrase") if t.strength is Strength.MUST or slot == "term"
            }
        return {term.ja for term in self._glossary.of_kind(slot)}


def expand_patterns(
    patterns: Sequence[Pattern], filler: Filler, each: int, rng: random.Random
) -> Iterator[tuple[Pair, list[Hit]]]:
    """`each` fillings of every pattern that has slots (one of a pattern without), with their constraints."""
    for pattern in patterns:
        kinds = [_SLOT.fullmatch(slot)[1] for slot in pattern.slots]  # type: ignore[index]
        if any(not filler.pool(kind) for kind in kinds):
            continue
        for _ in range(each if kinds else 1):
            yield _fill(pattern, [rng.choice(filler.pool(kind)) for kind in kinds])


def _fill(pattern: Pattern, fillings: Sequence[Filling]) -> tuple[Pair, list[Hit]]:
    parts, hits, last = "", [], 0
    for slot, filling in zip(pattern.slots, fillings, strict=True):
        at = pattern.ja.index(slot)
        parts += pattern.ja[last:at]
        ja = fold(filling.ja)
        hits.append(Hit(len(parts), len(parts) + len(ja), filling.en, filling.kind.slot))
        parts += ja
        last = at + len(slot)
    return Pair(parts + pattern.ja[last:], pattern.filled([filling.en for filling in fillings])), hits
