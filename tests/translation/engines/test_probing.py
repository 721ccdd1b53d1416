"""Probing: the placeholder that survives an engine is found, stored, and used by the ladder."""

import json
import re
import shutil

import pytest

from benchmarks.foreign import without_markers
from briefgen.model.segment import Rung
from briefgen.translation.engines import models
from briefgen.translation.engines.engine import UNMARKED, Capabilities
from briefgen.translation.engines.probing import CARRIERS, SHAPES, Probe, probe_engine
from briefgen.translation.ladder import Means, translate_document
from tests.engines import FakeEngine
from tests.translation.build import bind, constraints_of, document

TALKS = "中谷防衛大臣は、ブリュッセルを訪問し、会談を行いました。"


def keeping(pattern: str) -> FakeEngine:
    """An engine without markers, of whose input only what fits the pattern survives."""
    return FakeEngine(lambda given: " ".join([*re.findall(pattern, given), "said."]), Capabilities())


@pytest.fixture
def state(tmp_path, monkeypatch):
    monkeypatch.setattr(models, "argos_folder", lambda: tmp_path / "packages")
    monkeypatch.setattr(models, "_state_file", lambda: tmp_path / "config" / "models.json")
    return tmp_path / "config" / "models.json"


@pytest.fixture
def foreign(tmp_path, state):
    """The built-in model as a folder without its package, which is where its markers are described."""
    folder, built_in = tmp_path / "mine", models.built_in_model().folder
    shutil.copytree(built_in / "model", folder)
    shutil.copy(built_in / "sentencepiece.model", folder)
    return models.register_folder("mine", folder)


def test_carriers_and_shapes_are_fit_for_a_trial():
    """Forty sentences, distinct placeholders in source order, none with the underscore that Argos loses."""
    numbers = [re.findall(r"\{(\d)\}", carrier) for carrier in CARRIERS]

    assert len(set(CARRIERS)) == 40
    assert all(found == [str(n) for n in range(len(found))] and found for found in numbers)
    assert all(len(set(symbols)) == 8 and "_" not in "".join(symbols) for symbols in SHAPES.values())


def test_the_shape_that_survives_is_found():
    found = probe_engine(keeping(r"\[\d\]"))

    assert (found.shape, found.score, found.inline) == ("brackets", 1.0, 0.0)
    assert found.capabilities() == Capabilities(symbols=SHAPES["brackets"])


def test_a_doubled_placeholder_has_not_survived():
    found = probe_engine(FakeEngine(lambda given: f"{given} {given}", Capabilities()))

    assert found.score == 0.0
    assert found.capabilities() == Capabilities()


def test_english_that_is_copied_is_given_inline():
    found = probe_engine(keeping("[A-Za-z ]{12,}"))

    assert found.inline == 1.0
    assert found.capabilities().markers == UNMARKED


def climb(engine):
    segmented = document(TALKS)
    own = (bind(TALKS, "中谷防衛大臣", "Defense Minister Nakatani", "person"), bind(TALKS, "ブリュッセル", "Brussels"))
    return translate_document(segmented, constraints_of(segmented, own), Means(engine)).value.segments[0]


def test_rung_five_masks_with_probed_symbols():
    """In source order whatever their kind; what comes back in other letters or with spaces is still the symbol."""
    engine = FakeEngine(
        lambda given: "Xa1 visited XB2 and held talks." if "XA1" in given else "He visited it.",
        Capabilities(symbols=SHAPES["code"]),
    )

    translated = climb(engine)

    assert engine.given[1] == "XA1は、XB2を訪問し、会談を行いました。"
    assert (translated.english, translated.rung) == (
        "Defense Minister Nakatani visited Brussels and held talks.",
        Rung.SLOTS,
    )


def test_rung_four_leaves_the_english_in_the_sentence():
    engine = FakeEngine(lambda given: "Defense Minister Nakatani visited Brussels.", Capabilities(markers=UNMARKED))

    assert climb(engine).rung is Rung.INLINE
    assert engine.given == ["Defense Minister Nakataniは、Brusselsを訪問し、会談を行いました。"]


def test_rung_six_asks_once_more_without_any_constraint():
    """For engines to which English in the Japanese is a foreign body."""
    engine = FakeEngine(
        lambda given: "Defense Minister Nakatani visited Brussels." if given == TALKS else "He.",
        Capabilities(markers=UNMARKED, symbols=SHAPES["code"]),
    )

    assert climb(engine).rung is Rung.RERANKED


def test_more_constraints_than_symbols_are_not_masked():
    engine = FakeEngine(lambda given: "He.", Capabilities(symbols=("XA1",)))

    climb(engine)

    assert not any("XA1" in given for given in engine.given)


def test_what_a_probe_found_is_stored_and_used(foreign, state):
    """Beside the choice of model, and read again when the model is opened."""
    assert foreign.capabilities() == Capabilities()

    found = models.probe_model(foreign)

    assert found.score > 0.5
    assert Probe.from_json(json.loads(state.read_text(encoding="utf-8"))["probes"]["mine"]) == found
    assert models.open_model(models.find_model("mine")).capabilities.symbols == found.symbols


def test_a_probe_of_other_weights_does_not_count(foreign, state):
    """The model was replaced under its name."""
    models.probe_model(foreign)
    stored = json.loads(state.read_text(encoding="utf-8"))
    stored["probes"]["mine"]["fingerprint"] = "0" * 64
    state.write_text(json.dumps(stored), encoding="utf-8")

    assert models.stored_probe(foreign) is None
    assert foreign.capabilities() == Capabilities()


def test_a_damaged_probe_does_not_count(foreign, state):
    models.probe_model(foreign)
    stored = json.loads(state.read_text(encoding="utf-8"))
    del stored["probes"]["mine"]["symbols"]
    state.write_text(json.dumps(stored), encoding="utf-8")

    assert models.stored_probe(foreign) is None


def test_a_trained_engine_can_be_treated_as_foreign():
    """For benchmarks: its own markers are neither told nor tried."""
    engine = FakeEngine(lambda given: given)

    foreign = without_markers(engine)

    assert (foreign.name, foreign.fingerprint) == (engine.name, engine.fingerprint)
    assert foreign.capabilities == Capabilities(markers=UNMARKED, symbols=SHAPES["code"])
    assert not any("<x1>" in given for given in engine.given)
