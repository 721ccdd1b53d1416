"""Which placeholder survives a model that was not trained to obey constraints; found once, by trying, at install.

Each shape of placeholder is put into short Japanese sentences, and it is counted in how many of them every placeholder
comes back exactly once. The best shape is what rung 5 of the ladder masks with. Tried as well is the English of a term
left inline in the Japanese, which is what rung 4 then gives.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from briefgen.translation.engines.engine import UNMARKED, Capabilities, Engine
from briefgen.translation.writing import symbol_pattern

__all__ = ["CARRIERS", "SHAPES", "Probe", "probe_engine"]

_LEAST_SURVIVAL = 0.2
"""Share of sentences under which a shape only costs time: what it brings is verified anyway."""

SHAPES: Mapping[str, tuple[str, ...]] = {
    "code": ("XA1", "XB2", "XC3", "XD4", "XE5", "XF6", "XG7", "XH8"),
    "rare code": ("ZQ1", "ZQ2", "ZQ3", "ZQ4", "ZQ5", "ZQ6", "ZQ7", "ZQ8"),
    "letters": ("XQA", "XQB", "XQC", "XQD", "XQE", "XQF", "XQG", "XQH"),
    "brackets": ("[1]", "[2]", "[3]", "[4]", "[5]", "[6]", "[7]", "[8]"),
    "white brackets": ("⟦1⟧", "⟦2⟧", "⟦3⟧", "⟦4⟧", "⟦5⟧", "⟦6⟧", "⟦7⟧", "⟦8⟧"),
    "tags": ("<x1>", "<x2>", "<x3>", "<x4>", "<x5>", "<x6>", "<x7>", "<x8>"),
    "names": ("Nuzawa", "Pemura", "Gozaki", "Zutani", "Dehara", "Bunoda", "Vamoto", "Yezuka"),
}
"""Placeholders by the name of their shape. The names are invented, so that no paper holds them; none has an
underscore, which the tokenizer of Argos packages turns into a space."""

_TERMS = ("Sea Lane Council", "Northern Shield Plan", "Harbour Safety Office")
"""Made-up English for the trial of terms left inline."""

CARRIERS = (
    "{0}は、{1}を訪問しました。", "{0}は、{1}と会談を行いました。", "{0}について説明がありました。",
    "{0}において{1}が開催されました。", "両者は、{0}を強化することで一致しました。",
    "大臣は、{0}に対し、謝意を表明しました。", "{0}の{1}が始まりました。", "{0}から{1}まで行われます。",
    "今回の訓練には、{0}と{1}が参加しました。", "{0}を受け、{1}は対応を検討しています。",
    "{0}、{1}は{2}に到着しました。", "政府は、{0}を決定しました。", "{0}によると、{1}が確認されました。",
    "協力の例として、{0}があります。", "{0}は引き続き{1}を支援します。", "これは{0}に基づくものです。",
    "{0}の結果を{1}に報告しました。", "{0}及び{1}について意見を交換しました。", "会議は{0}で開かれました。",
    "{0}が{1}を実施するのは初めてです。", "詳細は{0}をご覧ください。", "{0}への派遣は{1}を予定しています。",
    "{0}と{1}は、{2}に署名しました。", "式典には{0}が出席しました。", "{0}に関する{1}の発言は以下のとおりです。",
    "我が国は{0}を重視しています。", "{0}では、{1}が議題となりました。", "{0}の費用は{1}です。",
    "{0}に所属する{1}が帰国しました。", "このため、{0}を設置します。", "{0}は{1}よりも大きい。",
    "{0}、{1}、{2}が参加します。", "{0}が重要であることを確認しました。", "住民は{0}に避難しました。",
    "{0}の出発は{1}に延期されました。", "{0}を通じて{1}を進めます。", "船は{0}を出港し、{1}に向かいました。",
    "調査の対象は{0}です。", "{0}からの要請により、{1}を派遣しました。", "{0}は{1}に{2}を引き渡しました。",
)  # fmt: skip
"""Short sentences of one to three placeholders, written for this trial."""


@dataclass(frozen=True, slots=True)
class Probe:
    """What a trial found: the best shape, its score, and the score of every other."""

    shape: str
    symbols: tuple[str, ...]
    score: float
    """Share of sentences in which every placeholder came back exactly once."""
    inline: float
    """The same of English terms left in the Japanese."""
    scores: Mapping[str, float] = field(default_factory=dict)
    fingerprint: str = ""
    """SHA-256 of the model that was tried."""

    def capabilities(self) -> Capabilities:
        """How constraints are written for the model: by what survives often enough to be worth the time."""
        return Capabilities(
            markers=UNMARKED if self.inline >= _LEAST_SURVIVAL else None,
            symbols=self.symbols if self.score >= _LEAST_SURVIVAL else (),
        )

    def as_json(self) -> dict[str, Any]:
        """What is stored."""
        return asdict(self) | {"scores": dict(self.scores), "symbols": list(self.symbols)}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Probe:
        """What was stored.

        Raises:
            KeyError, TypeError, ValueError: it is not what `as_json` gave.
        """
        return cls(
            str(stored["shape"]),
            tuple(map(str, stored["symbols"])),
            float(stored["score"]),
            float(stored["inline"]),
            {str(name): float(score) for name, score in dict(stored["scores"]).items()},
            str(stored["fingerprint"]),
        )


def probe_engine(engine: Engine, shapes: Mapping[str, tuple[str, ...]] = SHAPES) -> Probe:
    """Try every shape on an engine; of two that survive equally often the earlier one is taken.

    Raises:
        TranslationError: the engine stopped.
    """
    scores = {name: _survival(engine, symbols) for name, symbols in shapes.items()}
    best = max(scores, key=lambda name: scores[name])
    inline = _survival(engine, _TERMS)
    return Probe(best, shapes[best], scores[best], inline, scores, engine.fingerprint)


def _survival(engine: Engine, symbols: Sequence[str]) -> float:
    """The share of the carriers from which all placeholders came back."""
    answers = engine.translate([carrier.format(*symbols) for carrier in CARRIERS])
    whole = [
        all(
            len(symbol_pattern(symbols[int(number)]).findall(answer[0].text)) == 1
            for number in re.findall(r"\{(\d)\}", carrier)
        )
        for carrier, answer in zip(CARRIERS, answers, strict=True)
    ]
    return round(sum(whole) / len(whole), 3)
