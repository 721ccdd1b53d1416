"""Where the package's own data lies: in the wheel under ``briefgen/_data``, in a checkout beside the package."""

from __future__ import annotations

from pathlib import Path

from briefgen.errors import DependencyError

__all__ = [
    "data_folder", "doubt_file", "fonts_folder", "glossary_files", "patterns_file", "templates_folder", "words_file",
]  # fmt: skip

_PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """The folder ``name`` of the packaged data (templates, glossary, memory, samples, fonts, models).

    Raises:
        DependencyError: the installation does not have it.
    """
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise DependencyError(
        f"The folder {name} that comes with briefgen is missing", "Install briefgen again, or run make in the checkout"
    )


def templates_folder() -> Path:
    """The built-in templates and the house style."""
    return data_folder("templates")


def glossary_files() -> tuple[Path, ...]:
    """The built-in glossary files, in the order they are layered."""
    return tuple(sorted(data_folder("glossary").glob("*.csv")))


def patterns_file() -> Path:
    """The built-in sentence patterns."""
    return data_folder("memory") / "patterns.tsv"


def words_file() -> Path:
    """The built-in table of words and their counterparts."""
    return data_folder("memory") / "words.tsv"


def doubt_file() -> Path:
    """The weights and bounds by which rows are doubted."""
    return data_folder("memory") / "doubt.toml"


def fonts_folder() -> Path:
    """The static Noto Sans JP fonts made when the package was built."""
    folder = data_folder("fonts")
    if not (folder / "NotoSansJP-Regular.ttf").exists() or not (folder / "NotoSansJP-Bold.ttf").exists():
        raise DependencyError("The Japanese fonts are missing", "Install briefgen again: its build makes them")
    return folder
