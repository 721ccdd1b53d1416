"""The arrows between rooms, the confinement of third-party packages, effects and sizes, read from the code itself."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "briefgen"
MODULES = sorted(p for p in ROOT.rglob("*.py") if "_data" not in p.parts)

# room -> rooms it may import (itself always); findings and errors are open to all but japanese.
ALLOWED = {
    "model": set(),
    "japanese": set(),
    "readers": {"model", "japanese"},
    "segmenting": {"model", "japanese"},
    "terms": {"model", "japanese"},
    "verification": {"model", "japanese", "terms"},
    "translation": {"model", "japanese", "terms", "verification", "resources", "files"},
    "checks": {"model", "japanese", "terms", "verification"},
    "composing": {"model", "japanese", "terms", "marking"},
    "marking": set(),
    "front_matter": {"model"},
    "config": {"model", "front_matter", "readers"},
    "writers": {"model", "japanese"},
    "rendering": {"model", "writers"},
    "memo": {"model", "writers"},
    "collecting": set(),
    "resources": set(),
    "files": {"model"},
    "pipeline": {"model", "readers", "segmenting", "terms", "translation", "checks", "composing"},
    "cli": None,
}
CONFINED = {
    "ctranslate2": {"translation/engines/ctranslate.py"},
    "argostranslate": {"translation/engines/models.py", "translation/engines/installing.py"},
    "sentencepiece": {"translation/engines/models.py"},
    "platformdirs": {"translation/engines/models.py"},
    "filelock": {"translation/engines/models.py", "files.py"},
    "ahocorasick": {"terms/matching.py"},
    "pypdfium2": {
        "readers/pdf/annotations.py",
        "readers/pdf/forms.py",
        "readers/pdf/pdfium.py",
        "readers/pdf/calls.py",
        "readers/pdf/pages.py",
        "readers/pdf/workers.py",
        "readers/pdf/document.py",
    },
    "pdfminer": {"readers/pdf/miner.py"},
    "sudachipy": {"japanese/analyser.py"},
    "jinja2": {"writers/templating.py"},
    "openpyxl": {"terms/glossary/exchange/xlsx.py"},
    "pikepdf": {"writers/pdf/finishing.py", "writers/pdf/merging.py"},
    "sacrebleu": {"cli/scoring.py"},
    "subprocess": {"readers/pdf/workers.py"},
    "pickle": {"readers/pdf/workers.py"},
    "urllib": {"translation/engines/installing.py"},
    "typer": {"cli/"},
    "rich": {"cli/"},
    "click": {"cli/"},
    "docx": {"writers/docx"},
    "reportlab": {"writers/pdf/", "writers/fonts.py"},
    "lxml": {
        "readers/charts",
        "readers/docx",
        "readers/html",
        "readers/odt",
        "readers/package.py",
        "readers/xlsx",
        "writers/docx",
        "writers/markup.py",
        "terms/glossary/exchange/tbx.py",
    },
}
EFFECTS = {"open", "print", "input", "breakpoint"}
EFFECT_ATTRIBUTES = {
    "read_bytes", "read_text", "write_bytes", "write_text", "unlink", "mkdir", "environ", "getenv", "now", "today",
    "utcnow",
    "urlopen", "Popen", "stdin", "stdout",
}  # fmt: skip
MAY_HAVE_EFFECTS = (
    "cli/",
    "files.py",
    "resources.py",
    "readers/pdf/workers.py",
    "translation/engines/models.py",
    "translation/engines/installing.py",
    "writers/fonts.py",
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> list[str]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return found


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.AST]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


def test_rooms_import_only_what_they_may(trees):
    """Dependency direction: model below the stages, stages below the pipeline, the pipeline below the shell."""
    wrong = []
    for path, tree in trees.items():
        room = room_of(path)
        if room in ("__init__", "__main__", "errors", "findings") or ALLOWED[room] is None:
            continue
        for name in imports(tree):
            parts = name.split(".")
            if parts[0] != "briefgen" or len(parts) < 2 or parts[1] in (room, "__version__"):
                continue
            always = set() if room == "japanese" else {"errors", "findings"}
            if parts[1] not in ALLOWED[room] | always:
                wrong.append(f"{name_of(path)} imports {name}")

    assert wrong == []


def test_every_room_is_listed():
    """A new room gets its arrows before it gets its code."""
    rooms = {room_of(path) for path in MODULES} - {"__init__", "__main__", "errors", "findings"}

    assert rooms <= set(ALLOWED)


def test_third_party_packages_are_confined(trees):
    """One place for each package that could be exchanged."""
    wrong = []
    for path, tree in trees.items():
        for name in imports(tree):
            places = CONFINED.get(name.split(".")[0])
            if places is not None and not any(name_of(path).startswith(place) for place in places):
                wrong.append(f"{name_of(path)} imports {name}")

    assert wrong == []


def test_effects_stay_at_the_ends(trees):
    """Files, environment, clock and printing only where they belong."""
    wrong = []
    for path, tree in trees.items():
        if name_of(path).startswith(MAY_HAVE_EFFECTS):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in EFFECTS:
                wrong.append(f"{name_of(path)}:{node.lineno} {node.func.id}")
            if isinstance(node, ast.Attribute) and node.attr in EFFECT_ATTRIBUTES:
                wrong.append(f"{name_of(path)}:{node.lineno} .{node.attr}")

    assert wrong == []


def test_functions_and_modules_stay_small(trees):
    """Fifty lines a function, four hundred a module."""
    long = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno >= 50
    ]
    long += [name_of(path) for path in MODULES if path.read_text(encoding="utf-8").count("\n") > 400]

    assert long == []


def test_no_cycles_between_modules(trees):
    """Imports at module level form a tree that can be read from the bottom."""
    names = {f"briefgen.{name_of(p)[:-3].replace('/', '.')}".removesuffix(".__init__"): p for p in trees}
    edges = {}
    for name, path in names.items():
        top = ast.Module([n for n in trees[path].body if isinstance(n, ast.Import | ast.ImportFrom)], [])
        targets = {i if i in names else i.rpartition(".")[0] for i in imports(top)}
        edges[name] = {t for t in targets if t in names and t != name}
    while leaves := [name for name, targets in edges.items() if not targets & edges.keys()]:
        for leaf in leaves:
            del edges[leaf]

    assert edges == {}


def test_every_module_says_what_it_offers(trees):
    """A docstring and a sorted __all__ in every module that defines something."""
    missing = []
    for path, tree in trees.items():
        defines = any(isinstance(n, ast.FunctionDef | ast.ClassDef) for n in tree.body)
        has_all = any(isinstance(n, ast.Assign) and getattr(n.targets[0], "id", "") == "__all__" for n in tree.body)
        if not ast.get_docstring(tree) or (defines and not has_all):
            missing.append(name_of(path))

    assert missing == []
