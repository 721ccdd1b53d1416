"""``briefgen model``: list, info, install, use, score."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefgen.cli.console import print_json, print_lines, table
from briefgen.errors import UsageError

if TYPE_CHECKING:
    from briefgen.translation.models import Model

__all__ = ["app"]

app = typer.Typer(
    help="Translation models: which there are, which is used.", no_args_is_help=True, rich_markup_mode=None
)

AsJson = Annotated[bool, typer.Option("--json", help="Machine-readable result on standard output.")]
Name = Annotated[str, typer.Argument(help="Name of a model, as list shows it.")]


@app.command("list")
def list_models(as_json: AsJson = False) -> None:
    """Every model that can be used; a star marks the one in use."""
    from briefgen.translation.models import installed_models, model_in_use

    used = model_in_use().name
    models = installed_models()
    if as_json:
        print_json([_about(model) | {"in_use": model.name == used} for model in models])
    else:
        rows = [("*" if m.name == used else " ", m.name, m.version, m.origin, str(m.folder)) for m in models]
        print_lines(table(rows))


@app.command()
def info(name: Name, as_json: AsJson = False) -> None:
    """What a model is, and how constraints can be written for it."""
    from briefgen.translation.models import find_model

    about = _about(find_model(name)) | {"sha256": find_model(name).fingerprint()}
    if as_json:
        print_json(about)
    else:
        print_lines(table([(key, str(value)) for key, value in about.items()]))


@app.command()
def install(
    source: Annotated[str, typer.Argument(help="An .argosmodel file, a CTranslate2 folder, or a package name.")],
    name: Annotated[str | None, typer.Option(help="Name for a folder (else its own).")] = None,
    from_index: Annotated[bool, typer.Option("--from-index", help="Fetch the named package over the network.")] = False,
) -> None:
    """Install a package from a file, register a model folder, or fetch a package when asked to."""
    from briefgen.translation.installing import download_package, install_package
    from briefgen.translation.models import register_folder

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


@app.command()
def use(name: Name) -> None:
    """Choose the model that later runs use."""
    from briefgen.translation.models import use_model

    print_lines([f"{use_model(name).name} is in use"])


@app.command()
def score(
    file: Annotated[Path, typer.Argument(help="Japanese TAB English, one pair a line.")],
    name: Annotated[str | None, typer.Option("--model", help="Model (else the one in use).")] = None,
    as_json: AsJson = False,
) -> None:
    """BLEU, chrF, constraint success, speed and memory of a model on a test file."""
    from briefgen.cli.scoring import run_score

    result = run_score(file, name)
    if as_json:
        print_json(result)
    else:
        print_lines(table([(key, str(value)) for key, value in result.items()]))


def _about(model: Model) -> dict[str, Any]:
    can = model.capabilities()
    return {
        "name": model.name,
        "version": model.version,
        "origin": model.origin,
        "folder": str(model.folder),
        "inline_markers": list(can.markers) if can.markers else None,
        "slot": can.slot,
    }
