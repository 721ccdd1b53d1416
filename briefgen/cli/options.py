"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer

from briefgen.errors import UsageError

__all__ = ["AsJson", "Force", "OutputFolder", "SettingsFile", "ThemeName", "one_of"]

OutputFolder = Annotated[Path, typer.Option("-o", "--output", help="Folder for the files.", readable=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Machine-readable result on standard output.")]
Force = Annotated[bool, typer.Option("--force", help="Replace an existing file.")]
ThemeName = Annotated[
    str | None, typer.Option("--theme", help="House style: large, letter, mono, uk, or a .toml file.")
]
SettingsFile = Annotated[Path | None, typer.Option("--settings", help="TOML file (else briefgen.toml of this folder).")]


def one_of(known: Collection[str], option: str, value: str) -> str:
    """The value of an option that can be one of a few.

    Raises:
        UsageError: it is none of them; the hint names them.
    """
    if value not in known:
        raise UsageError(f"{option} {value} is not known", f"There are: {', '.join(known)}")
    return value
