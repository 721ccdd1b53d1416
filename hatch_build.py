"""Makes what the wheel carries and git does not: the two static fonts and the unpacked built-in model.

The fonts are cut from the variable Noto Sans JP of a pinned package (SHA-256 checked, all code points kept, about
12 s a weight); the model is unpacked from ``models/translate-ja_en.argosmodel``. What is there already is kept.
"""

from __future__ import annotations

import hashlib
import importlib.util
import zipfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FONT_PACKAGE = "justmytype_intl_cjk"
FONT_FILE = "fonts/ofl/notosansjp/NotoSansJP[wght].ttf"
FONT_SHA256 = "c2f3b4d463500a2ddcd3849cded1fceeb9fd6d1c32e6cbecd568453ba50fc68f"
WEIGHTS = {"Regular": 400, "Bold": 700}


class DataHook(BuildHookInterface):  # type: ignore[type-arg]
    """Fills ``briefgen/_data`` before the wheel, or an editable install, is made."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make fonts and model under ``briefgen/_data`` unless they are there and current."""
        del version, build_data
        if self.target_name != "wheel":
            return
        data = Path(self.root) / "briefgen" / "_data"
        make_fonts(data / "fonts")
        unpack_model(Path(self.root) / "models" / "translate-ja_en.argosmodel", data / "models")


def make_fonts(folder: Path) -> None:
    """Write NotoSansJP-Regular.ttf, NotoSansJP-Bold.ttf and their licence into `folder`."""
    wanted = [folder / f"NotoSansJP-{name}.ttf" for name in WEIGHTS]
    if all(path.exists() for path in wanted) and (folder / "OFL.txt").exists():
        return
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    spec = importlib.util.find_spec(FONT_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError(f"the build package {FONT_PACKAGE} is missing: it holds the font that is cut")
    source = Path(spec.submodule_search_locations[0]) / FONT_FILE
    if hashlib.sha256(source.read_bytes()).hexdigest() != FONT_SHA256:
        raise RuntimeError(f"{source.name} is not the font file this build was checked with")
    folder.mkdir(parents=True, exist_ok=True)
    for path, weight in zip(wanted, WEIGHTS.values(), strict=True):
        font = TTFont(source, recalcTimestamp=False)
        instancer.instantiateVariableFont(font, {"wght": weight}, updateFontNames=True, inplace=True)
        part = path.with_suffix(".part")
        font.save(part)
        part.replace(path)
    (folder / "OFL.txt").write_bytes((source.parent / "OFL.txt").read_bytes())


def unpack_model(package: Path, folder: Path) -> None:
    """Unpack the built-in model into `folder`, beside a stamp that tells which package it came from."""
    if not package.exists():
        raise RuntimeError(f"{package} is missing: make it with `make model`")
    stamp, digest = folder / "built-in.sha256", hashlib.sha256(package.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == digest:
        return
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    stamp.write_text(digest, encoding="utf-8")
