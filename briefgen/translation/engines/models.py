"""The models on this machine: which there are, which is used, and how one is opened.

The only import of argostranslate, and of sentencepiece beside it. argostranslate makes its folders in the user's home
when it is imported; that happens only when a model is listed or opened, never when briefgen is imported.
"""

from __future__ import annotations

import hashlib
import importlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import platformdirs
from filelock import FileLock

from briefgen.errors import DependencyError, EngineError, ModelNotFoundError
from briefgen.resources import data_folder
from briefgen.translation.engines.engine import Capabilities, Engine, Tokenizer
from briefgen.translation.engines.probing import Probe, probe_engine

__all__ = [
    "Model", "argos_folder", "built_in_model", "find_model", "installed_models", "model_in_use",
    "name_in_use", "open_model", "probe_model", "register_folder", "stored_probe", "use_model",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Model:
    """A model folder that can be opened."""

    name: str
    folder: Path
    origin: str
    """``built-in``, ``argos`` (installed as a package) or ``registered`` (a folder the user named)."""
    version: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)
    """The metadata of its package, as it stands there."""

    @property
    def weights(self) -> Path:
        """The folder that CTranslate2 opens."""
        return self.folder / "model" if (self.folder / "model" / "model.bin").exists() else self.folder

    @property
    def backward(self) -> Path | None:
        """The folder with weights from English to Japanese, with which its package lets hypotheses be read back."""
        name = self.details.get("briefgen", {}).get("backward")
        folder = self.folder / Path(str(name)).name if name else None
        return folder if folder and (folder / "model.bin").exists() else None

    def fingerprint(self) -> str:
        """SHA-256 of the weights, of both files where there are two."""
        digest = hashlib.sha256()
        for folder in filter(None, (self.weights, self.backward)):
            digest.update((folder / "model.bin").read_bytes())
        return digest.hexdigest()

    @property
    def is_trained(self) -> bool:
        """Whether its package says that it was trained to obey constraints."""
        own = self.details.get("briefgen", {})
        return bool(own.get("constraint_markers") or own.get("slot"))

    def capabilities(self) -> Capabilities:
        """How constraints can be written for it: what its package or a stored probe says."""
        if not self.is_trained:
            probe = stored_probe(self)
            return probe.capabilities() if probe else Capabilities()
        own = self.details.get("briefgen", {})
        markers = own.get("constraint_markers")
        return Capabilities(
            markers=(markers[0], markers[1]) if markers else None,
            slot=own.get("slot"),
            slots_per_kind=int(own.get("slots_per_kind", 0)),
        )


def installed_models() -> tuple[Model, ...]:
    """Every model that can be used: the built-in one first, then installed packages, then registered folders."""
    found = [built_in_model()]
    packages = argos_folder()
    if packages.is_dir():
        for folder in sorted(path for path in packages.iterdir() if (path / "metadata.json").exists()):
            details = _details(folder)
            if (details.get("from_code"), details.get("to_code")) == ("ja", "en"):
                found.append(Model(folder.name, folder, "argos", str(details.get("package_version", "")), details))
    registered = _state().get("registered", {})
    for name, place in sorted((name, place) for name, place in registered.items() if isinstance(place, str)):
        found.append(Model(name, Path(place), "registered", details=_details(Path(place))))
    return tuple(found)


def built_in_model() -> Model:
    """The model that comes with briefgen."""
    folder = data_folder("models") / "translate-ja_en"
    details = _details(folder)
    return Model("built-in", folder, "built-in", str(details.get("package_version", "")), details)


def find_model(name: str) -> Model:
    """The model of that name.

    Raises:
        ModelNotFoundError: there is none; the hint lists those there are.
    """
    models = installed_models()
    for model in models:
        if model.name == name:
            return model
    names = ", ".join(model.name for model in models)
    raise ModelNotFoundError(
        f"No model called {name} is installed",
        f"There are: {names}. Install one from a file: briefgen model install FILE",
    )


def name_in_use() -> str:
    """What the user chose with ``briefgen model use``, else the built-in model; it may be there no more."""
    return str(_state().get("use", "built-in"))


def model_in_use() -> Model:
    """The model of that name.

    Raises:
        ModelNotFoundError: it is there no more.
    """
    try:
        return find_model(name_in_use())
    except ModelNotFoundError as exc:
        hint = "Choose another, for example the one that comes along: briefgen model use built-in"
        raise ModelNotFoundError(f"The model in use, {name_in_use()}, is not installed any more", hint) from exc


def use_model(name: str) -> Model:
    """Choose the model that later runs use."""
    model = find_model(name)
    _change_state(lambda state: state | {"use": name})
    return model


def register_folder(name: str, folder: Path) -> Model:
    """Remember a CTranslate2 model folder with its tokenizer under a name.

    Raises:
        EngineError: it holds no model.bin, or no SentencePiece model.
    """
    model = Model(name, folder.resolve(), "registered", details=_details(folder))
    if not (model.weights / "model.bin").exists():
        raise EngineError(f"{folder} holds no CTranslate2 model", "It should have a model.bin, in it or under model/")
    _sentencepiece_files(model.folder)
    _change_state(lambda state: state | {"registered": state.get("registered", {}) | {name: str(model.folder)}})
    return model


def open_model(model: Model) -> Engine:
    """An engine on the model, its tokenizer taken from its package where it is one.

    Raises:
        ModelNotFoundError: its files are gone.
        EngineError: they are damaged.
    """
    from briefgen.translation.engines.ctranslate import CTranslateEngine, Weights

    if not (model.weights / "model.bin").exists():
        raise ModelNotFoundError(
            f"The model {model.name} is not in {model.folder}", "Install it again, or choose another"
        )
    try:
        opened = _plain_tokenizer if model.origin == "registered" else _argos_tokenizer
        tokenizer = opened(model.folder)
        tokenizer.encode("")  # a package opens its tokenizer when it is first asked
    except (OSError, RuntimeError, ValueError) as exc:
        message = f"The tokenizer in {model.folder} cannot be opened: {exc}"
        raise EngineError(message, "Install it again, or choose another model with --model") from exc
    name = f"{model.name} {model.version}".strip()
    weights = Weights(model.weights, model.backward)
    return CTranslateEngine(weights, tokenizer, name, model.fingerprint(), model.capabilities())


def probe_model(model: Model) -> Probe:
    """Find out which placeholder survives a model, and store that; later runs of the model mask with it.

    Raises:
        EngineError: the model cannot be opened, or stopped.
    """
    probe = probe_engine(open_model(model))
    _change_state(lambda state: state | {"probes": state.get("probes", {}) | {model.name: probe.as_json()}})
    return probe


def stored_probe(model: Model) -> Probe | None:
    """What was found out about a model; None when nothing was, or when its weights have changed since."""
    stored = _state().get("probes", {}).get(model.name)
    if stored is None or not (model.weights / "model.bin").exists():
        return None
    try:
        probe = Probe.from_json(stored)
    except (KeyError, TypeError, ValueError):
        return None
    return probe if probe.fingerprint == model.fingerprint() else None


def argos_folder() -> Path:
    """The folder in which argostranslate keeps its installed packages."""
    return Path(_argos("settings").package_data_dir)


def _argos(module: str) -> ModuleType:
    """A module of argostranslate; it writes to the user's home as it is imported, which may be forbidden."""
    try:
        return importlib.import_module(f"argostranslate.{module}")
    except ImportError as exc:
        raise DependencyError(f"argostranslate is incomplete: {exc}", "Install briefgen again") from exc
    except OSError as exc:
        raise EngineError(
            f"argostranslate cannot make its folder {exc.filename}: {exc.strerror}",
            "Set XDG_DATA_HOME, XDG_CONFIG_HOME and XDG_CACHE_HOME to folders that can be written",
        ) from exc


def _argos_tokenizer(folder: Path) -> Tokenizer:
    try:
        package = _argos("package").Package(folder)
    except (OSError, ValueError) as exc:
        raise EngineError(f"The model package {folder} is damaged: {exc}", "Install it again") from exc
    if not hasattr(package, "tokenizer"):
        raise EngineError(f"The model package {folder} has no tokenizer", "Install it again")
    return Tokenizer(package.tokenizer.encode, package.tokenizer.decode)


def _sentencepiece_files(folder: Path) -> tuple[Path, Path]:
    for pair in (("source.spm", "target.spm"), ("sentencepiece.model",) * 2, ("spm.model",) * 2):
        if all((folder / name).exists() for name in pair):
            return folder / pair[0], folder / pair[1]
    raise EngineError(
        f"{folder} holds no SentencePiece tokenizer", "It should have sentencepiece.model, or source.spm and target.spm"
    )


def _plain_tokenizer(folder: Path) -> Tokenizer:
    import sentencepiece

    source, target = (sentencepiece.SentencePieceProcessor(model_file=str(p)) for p in _sentencepiece_files(folder))
    return Tokenizer(lambda text: source.encode(text, out_type=str), lambda pieces: target.decode_pieces(pieces))


def _details(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


_KEPT = {"use": str, "registered": dict, "probes": dict}
"""The entries of the state file and their kinds."""


def _state_file() -> Path:
    return Path(platformdirs.user_config_dir("briefgen", appauthor=False)) / "models.json"


def _state() -> dict[str, Any]:
    """What was chosen, registered and probed; an entry of another kind counts for nothing."""
    try:
        found = json.loads(_state_file().read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError) as exc:
        raise EngineError(f"{_state_file()} cannot be read: {exc}", "Delete it; models are then chosen anew") from exc
    state = found if isinstance(found, dict) else {}
    return {key: state[key] for key, kind in _KEPT.items() if isinstance(state.get(key), kind)}


def _change_state(change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    from briefgen.files import write_bytes

    path = _state_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path.with_suffix(".lock")):
        write_bytes((json.dumps(change(_state()), indent=2, sort_keys=True) + "\n").encode(), path)
