"""``briefgen model``: list, info, install, probe, use, score."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefgen.cli.console import print_json, print_lines, print_result, table
from briefgen.cli.options import AsJson
from briefgen.errors import UsageError

if TYPE_CHECKING:
    from briefgen.translation.engines.models import Model

__all__ = ["app"]

app = typer.Typer(
    help="Translation models: which there are, which is used.", no_args_is_help=True, rich_markup_mode=None
)

Name = Annotated[str, typer.Argument(help="Name of a model, as list shows it.")]


@app.command("list")
def list_models(as_json: AsJson = False) -> None:
    """List the models; a star marks the one in use."""
    from briefgen.translation.engines.models import installed_models, name_in_use

    used = name_in_use()
    models = installed_models()
    about = [_about(model) | {"in_use": model.name == used} for model in models]
    rows = [("*" if m.name == used else " ", m.name, m.version, m.origin, str(m.folder)) for m in models]
    print_result(about, table(rows), as_json)


@app.command()
def info(name: Name, as_json: AsJson = False) -> None:
    """Show what a model is. Also how constraints can be written for it."""
    from briefgen.translation.engines.models import find_model

    about = _about(find_model(name)) | {"sha256": find_model(name).fingerprint()}
    print_result(about, table([(key, str(value)) for key, value in about.items()]), as_json)


@app.command()
def install(
    source: Annotated[str, typer.Argument(help="An .argosmodel file, a CTranslate2 folder, or a package name.")],
    name: Annotated[str | None, typer.Option(help="Name for a folder (else its own).")] = None,
    from_index: Annotated[bool, typer.Option("--from-index", help="Fetch the named package over the network.")] = False,
) -> None:
    """Install a model. A package from a file, a model folder, or, when asked to, one from the network; it is probed."""
    from briefgen.translation.engines.installing import download_package, install_package
    from briefgen.translation.engines.models import register_folder

    path = Path(source)
    if from_index:
        model = install_package(download_package(source), source)
    elif path.is_dir():
        model = register_folder(name or path.resolve().name, path)
    elif path.is_file():
        model = install_package(path.read_bytes(), path.name)
    else:
        raise UsageError(
            f"There is no file or folder {source}",
            f"To fetch a package over the network: model install {source} --from-index",
        )
    print_lines([f"{model.name} is installed in {model.folder}; use it with: briefgen model use {model.name}"])
    if not model.is_trained:
        print_lines(_probe_lines(model))


@app.command()
def probe(name: Name, as_json: AsJson = False) -> None:
    """Find and remember which placeholder survives a model. One that was trained with its own needs none."""
    from briefgen.translation.engines.models import find_model, probe_model

    model = find_model(name)
    if model.is_trained:
        markers = {"name": name, "trained": True, "slot": model.capabilities().slot}
        print_result(markers, [f"{name} was trained with its own markers: nothing to probe"], as_json)
    elif as_json:
        print_json({"name": name, "trained": False, **probe_model(model).as_json()})
    else:
        print_lines(_probe_lines(model))


def _probe_lines(model: Model) -> list[str]:
    """What a probe found, or why there is none: an installed model can be used without."""
    from briefgen.errors import EngineError
    from briefgen.translation.engines.models import probe_model

    try:
        found = probe_model(model)
    except EngineError as exc:
        return [f"It could not be probed: {exc.message}. Try: briefgen model probe {model.name}"]
    rows = [(name, f"{score:.0%}") for name, score in sorted(found.scores.items(), key=lambda pair: -pair[1])]
    use = "is used" if found.capabilities().symbols else "is the best, but too rarely whole to be used"
    lines = [
        "Sentences from which every placeholder came back:",
        *table([*rows, ("English left inline", f"{found.inline:.0%}")]),
    ]
    return [*lines, f"{found.shape} ({found.symbols[0]}) {use}"]


@app.command()
def use(name: Name) -> None:
    """Choose the model that later runs use."""
    from briefgen.translation.engines.models import use_model

    print_lines([f"{use_model(name).name} is in use"])


@app.command()
def score(
    file: Annotated[Path, typer.Argument(help="Japanese TAB English, one pair a line.")],
    name: Annotated[str | None, typer.Option("--model", help="Model (else the one in use).")] = None,
    as_json: AsJson = False,
) -> None:
    """Measure a model on a test file. BLEU, chrF, constraint success, speed and memory."""
    from briefgen.cli.scoring import run_score

    result = run_score(file, name)
    print_result(result, table([(key, str(value)) for key, value in result.items()]), as_json)


def _about(model: Model) -> dict[str, Any]:
    from briefgen.translation.engines.models import stored_probe

    can = model.capabilities()
    return {
        "name": model.name,
        "version": model.version,
        "origin": model.origin,
        "folder": str(model.folder),
        "inline_markers": list(can.markers) if can.markers else None,
        "slot": can.slot,
        "trained": model.is_trained,
        "placeholders": list(can.symbols),
        "survival": probed.score if (probed := stored_probe(model)) else None,
    }
