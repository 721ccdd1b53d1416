"""``briefgen doctor``: is everything there, where, and does it work."""

from __future__ import annotations

import platform
import socket
import sys
from collections.abc import Callable
from functools import partial
from importlib.metadata import PackageNotFoundError, version

from briefgen import __version__, resources
from briefgen.cli.console import print_result, table
from briefgen.errors import BriefgenError, ExitCode
from briefgen.terms.english import counted

__all__ = ["run_doctor"]

_PACKAGES = ("argostranslate", "ctranslate2", "jinja2", "lxml", "pikepdf", "pypdfium2", "python-docx", "reportlab")


def run_doctor(as_json: bool) -> ExitCode:
    """Try each part; DEPENDENCY when one does not work."""
    parts: tuple[tuple[str, Callable[[], str]], ...] = (
        ("briefgen", lambda: f"{__version__} on Python {platform.python_version()}, {sys.platform}"),
        *((name, partial(version, name)) for name in _PACKAGES),
        ("templates", lambda: str(resources.templates_folder())),
        ("glossary", _glossary),
        ("patterns", _patterns),
        ("fonts", lambda: str(resources.fonts_folder())),
        ("readings", _readings),
        ("model", _model),
        ("network", _network),
    )
    results = [(name, *_try(part)) for name, part in parts]
    lines = table([(name, "ok" if works else "NOT OK", found) for name, works, found in results])
    print_result([{"part": name, "works": works, "found": found} for name, works, found in results], lines, as_json)
    return ExitCode.GOOD if all(works for _, works, _ in results) else ExitCode.DEPENDENCY


def _try(part: Callable[[], str]) -> tuple[bool, str]:
    try:
        return True, part()
    except BriefgenError as exc:
        return False, f"{exc.message}. {exc.hint or ''}".strip()
    except PackageNotFoundError as exc:
        return False, f"{exc.name} is not installed"


def _glossary() -> str:
    from briefgen.cli.loading import load_glossary

    glossary = load_glossary(()).value
    return f"{counted(len(glossary.terms), 'term')} in {resources.data_folder('glossary')}"


def _patterns() -> str:
    from briefgen.translation.patterns import read_patterns

    path = resources.patterns_file()
    return f"{counted(len(read_patterns(path.read_bytes(), path.name)), 'sentence pattern')} in {path}"


def _readings() -> str:
    from briefgen.japanese.analyser import has_name_reader

    return "usual readings of names are known" if has_name_reader() else "the optional extra is not installed"


def _model() -> str:
    from briefgen.translation.engines.models import model_in_use, open_model

    model = model_in_use()
    (answer,) = open_model(model).translate(["両者は、協力を強化することで一致しました。"])
    return f"{model.name} {model.version}, translates: {answer[0].text}"


def _network() -> str:
    """Whether a route to the outside exists: a UDP socket is pointed at a documentation address; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "offline; briefgen does not need it"
    return "there is a route; briefgen does not use it unless you say: model install --from-index"
