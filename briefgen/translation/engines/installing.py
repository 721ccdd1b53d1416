"""Installs an ``.argosmodel``: from a file, or, when the user asks for it by name, from the Argos package index.

argostranslate's own `install_from_path` unpacks without looking at the member paths and then needs stanza; here every
member is checked first and the package appears whole or not at all. This is the only module that uses the network.
"""

from __future__ import annotations

import io
import json
import shutil
import tempfile
import urllib.error
import urllib.request
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Any

from briefgen.errors import EngineError, ModelNotFoundError
from briefgen.translation.engines.models import Model, argos_folder, find_model

__all__ = ["LARGEST_PACKAGE", "download_package", "install_package"]

LARGEST_PACKAGE = 4_000_000_000
"""Bytes a package may unpack to; the published packages are under 300 MB."""


_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, RuntimeError)
"""What unpacking raises for a package that is damaged, protected by a password or packed in an unknown way."""


def install_package(content: bytes, name: str) -> Model:
    """Unpack a package into the folder argostranslate uses; a package of the same folder name is replaced.

    Raises:
        EngineError: it is no package, is unsafe, or does not translate Japanese into English.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            root = _checked_root(archive, name)
            details = json.loads(archive.read(f"{root}/metadata.json"))
            if not isinstance(details, dict):
                raise ValueError("its metadata.json holds no table")
            if (details.get("from_code"), details.get("to_code")) != ("ja", "en"):
                raise EngineError(
                    f"{name} does not translate Japanese into English", "Look for a translate-ja_en package"
                )
            _unpack(archive, root, argos_folder())
    except _DAMAGE as exc:
        raise EngineError(f"{name} is not a whole Argos package: {exc}", "Fetch it again") from exc
    return find_model(root)


def _checked_root(archive: zipfile.ZipFile, name: str) -> str:
    """The one top folder of the package, after every member path and the sizes were looked at."""
    roots = set()
    if sum(member.file_size for member in archive.infolist()) > LARGEST_PACKAGE:
        raise EngineError(f"{name} would unpack to over {LARGEST_PACKAGE // 10**9} GB", "This is no model package")
    for member in archive.namelist():
        path = PurePosixPath(member)
        if not path.parts or path.is_absolute() or ".." in path.parts or "\\" in member or ":" in member:
            raise EngineError(f"{name} holds an unsafe path: {member}", "Do not use this file")
        roots.add(path.parts[0])
    if len(roots) != 1 or f"{next(iter(roots))}/metadata.json" not in archive.namelist():
        raise EngineError(
            f"{name} is not an Argos package: it has no metadata.json in one top folder", "Fetch it again"
        )
    return next(iter(roots))


def _unpack(archive: zipfile.ZipFile, root: str, target: Path) -> None:
    try:
        target.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".installing-") as part:
            archive.extractall(part)
            if (target / root).exists():
                shutil.rmtree(target / root)
            (Path(part) / root).rename(target / root)
    except OSError as exc:
        raise EngineError(
            f"The model cannot be unpacked into {target}: {exc.strerror}", "Free or permit the folder"
        ) from exc


def download_package(name: str) -> bytes:
    """The bytes of a package of the Argos index, for example ``translate-ja_en``. This uses the network.

    Raises:
        EngineError: the index or the package cannot be fetched.
        ModelNotFoundError: the index has no such package.
    """
    from argostranslate import settings

    address = str(settings.remote_package_index)
    try:
        found = [str(entry["links"][0]) for entry in json.loads(_fetch(address)) if name in _names(entry)]
    except (ValueError, LookupError, TypeError, AttributeError) as exc:
        raise EngineError(
            f"{address} answers with something else than a package index: {exc}",
            "Fetch the .argosmodel on a machine with a network of its own and install the file",
        ) from exc
    if not found:
        raise ModelNotFoundError(f"The package index has no {name}", "The Japanese–English package is translate-ja_en")
    return _fetch(found[0])


def _names(entry: dict[str, Any]) -> tuple[str, str | None]:
    """What a package of the index can be called."""
    kind, source, target = (entry.get(key) for key in ("type", "from_code", "to_code"))
    return f"{kind or 'translate'}-{source}_{target}", entry.get("code")


def _fetch(address: str) -> bytes:
    if not address.startswith(("https://", "http://")):
        raise EngineError(f"{address} is not a web address", "Give a file, or the name of a package")
    try:
        with urllib.request.urlopen(address, timeout=60) as response:
            content: bytes = response.read()
    except (urllib.error.URLError, TimeoutError, OSError) as exc:
        raise EngineError(
            f"{address} cannot be fetched: {exc}",
            "Fetch the .argosmodel on a machine with a network and install the file",
        ) from exc
    return content
