"""Which glossary files a command reads and which one it writes; an edit is made under a lock and written whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from briefgen.cli.loading import load_glossary, load_glossary_alone, load_settings, read_glossary_file
from briefgen.cli.options import one_of
from briefgen.errors import GlossaryError, UsageError
from briefgen.files import locked, read_or_empty, read_source, refuse_read_only, write_bytes
from briefgen.findings import Outcome
from briefgen.resources import glossary_files

if TYPE_CHECKING:
    from briefgen.terms.glossary.csv_table import Table
    from briefgen.terms.glossary.glossary import Glossary

__all__ = [
    "NOT_CSV", "DryRun", "EditedFile", "checked_kind", "edit_file", "layers_like",
    "layers_of", "own_files", "papers_texts", "read_layers", "refuse_other_ending", "target_file",
]  # fmt: skip

DryRun = Annotated[bool, typer.Option("--dry-run", help="Only show what would change.")]
EditedFile = Annotated[
    Path | None,
    typer.Option("--file", help="Glossary file to change (else the last one named in briefgen.toml).", metavar="FILE"),
]


_T = TypeVar("_T")
NOT_CSV = (".xlsx", ".tbx", ".utx")
"""Endings of glossaries that can be a layer but are not edited row by row."""


def target_file(file: Path | None, settings: Path | None) -> Path:
    """The file an edit goes to: the one named, else the last, that is the strongest, glossary of the settings.

    Raises:
        UsageError: neither is there. The built-in glossary is changed only when it is named.
    """
    named = [str(file)] if file is not None else load_settings(settings).glossary
    if not named:
        raise UsageError(
            "No glossary of your own is named, and the built-in one is not changed unasked",
            'Give --file ours.csv, or put glossary = ["ours.csv"] into briefgen.toml',
        )
    target = Path(named[-1])
    if target.suffix.lower() in NOT_CSV:
        raise UsageError(
            f"{target} is no CSV file, and only CSV is changed row by row",
            f"briefgen glossary import {target} --file ours.csv brings it into one",
        )
    return target


def refuse_other_ending(path: Path) -> None:
    """Raise UsageError where CSV would be written under the ending of another format."""
    if path.suffix.lower() in NOT_CSV:
        raise UsageError(
            f"{path} would be CSV, whatever its ending",
            "End it in .csv; briefgen glossary export makes the others of it",
        )


def own_files(settings: Path | None, begun: Path | None = None) -> tuple[str, ...]:
    """The glossaries of the settings, the lowest layer first; without `begun` if an edit has yet to begin that file."""
    is_new = begun is not None and not begun.exists()
    return tuple(name for name in load_settings(settings).glossary if not (is_new and Path(name) == begun))


def layers_of(files: Sequence[str] | None, settings: Path | None, begun: Path | None = None) -> Outcome[Glossary]:
    """The built-in glossary with the files named, else those of the settings, laid over it; `begun` as above."""
    return load_glossary(files or own_files(settings, begun))


def read_layers(files: Sequence[str] | None, settings: Path | None) -> Outcome[Glossary]:
    """The files named alone, else those of the settings, else the built-in glossary."""
    own = files or own_files(settings)
    return load_glossary_alone(own, by_path=True) if own else load_glossary_alone([str(p) for p in glossary_files()])


def layers_like(ja: str, target: Path, settings: Path | None) -> tuple[Glossary, ...]:
    """What every glossary but the target has for a Japanese form: the built-in files, then those of the settings."""
    from briefgen.terms.glossary.csv_table import read_table
    from briefgen.terms.glossary.glossary import Glossary, fold_form
    from briefgen.terms.upkeep.editing import terms_like

    paths = [
        path for path in (*glossary_files(), *map(Path, own_files(settings, target))) if not _is_same(path, target)
    ]
    layers = []
    for path in paths:
        if path.suffix.lower() in NOT_CSV:
            terms = tuple(term for term in load_glossary_alone([str(path)]).value.terms if term.key == fold_form(ja))
        else:
            terms = terms_like(read_table(read_glossary_file(str(path)), path.name).value, ja)
        layers.append(Glossary(path.name, terms))
    return tuple(layers)


def edit_file(path: Path, change: Callable[[Table], tuple[Table, _T]], *, must_exist: bool, is_dry: bool) -> _T:
    """Change a glossary file; `change` gives its argument back where there is nothing to change, and what to return.

    Raises:
        GlossaryError: there is no such file though it must be there, no such folder, or it is no glossary.
        OutputError: it is read-only, cannot be written, or another briefgen keeps it.
    """
    from briefgen.terms.glossary.csv_table import write_table
    from briefgen.terms.upkeep.editing import open_table

    _refuse(path, must_exist=must_exist)
    with locked(path) as real:
        before = open_table(read_or_empty(real), str(path)).value
        after, told = change(before)
        if after is not before and not is_dry:
            refuse_read_only(path)
            write_bytes(write_table(after), real)
    return told


def _refuse(path: Path, *, must_exist: bool) -> None:
    hint = "Check the spelling and the folder"
    if path.is_dir():
        raise GlossaryError(f"{path} is a folder, not a glossary", "Name the file in it")
    if not path.parent.is_dir():
        raise GlossaryError(f"There is no folder {path.parent}", hint)
    if must_exist and not path.exists():
        raise GlossaryError(f"There is no glossary {path}", hint)


def papers_texts(papers: Sequence[str], settings: Path | None) -> list[tuple[str, list[str]]]:
    """The name and the sentences of each paper, read within the limits of the settings."""
    from briefgen.readers import read_document
    from briefgen.segmenting import segment_document

    limits = load_settings(settings).limits
    read = (read_source(paper, limits.max_bytes) for paper in papers)
    documents = [read_document(content, name, limits).value for name, content in read]
    return [(one.name, [segment.text for segment in segment_document(one).value.segments]) for one in documents]


def checked_kind(kind: str | None) -> str | None:
    """A kind that was asked for.

    Raises:
        UsageError: there is none of this name.
    """
    from briefgen.terms.glossary.glossary import KINDS

    return None if kind is None else one_of(KINDS, "--kind", kind)


def _is_same(path: Path, other: Path) -> bool:
    return os.path.realpath(path) == os.path.realpath(other)
