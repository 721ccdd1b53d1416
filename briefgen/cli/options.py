"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["AsJson", "OutputFolder", "SettingsFile"]

OutputFolder = Annotated[Path, typer.Option("-o", "--output", help="Folder for the files.", readable=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Machine-readable result on standard output.")]
SettingsFile = Annotated[Path | None, typer.Option("--settings", help="TOML file (else briefgen.toml of this folder).")]
