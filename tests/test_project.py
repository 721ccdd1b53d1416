"""What the README, the changelog and the package say about each other."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import briefgen
from briefgen.errors import ExitCode

ROOT = Path(__file__).parent.parent


def test_readme_lists_every_exit_code():
    """The table is the enum."""
    table = re.findall(r"^\| (\d+) \| (\w+) \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert [(int(code), name) for code, name in table] == [(code.value, code.name.lower()) for code in ExitCode]


def test_changelog_begins_with_this_version():
    """Version in one place, told in the changelog."""
    versions = re.findall(r"^## \[([\d.]+)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert versions[0] == briefgen.__version__ == project["project"]["version"]


def test_architecture_stays_short():
    """At most 200 lines, ending in dated decisions."""
    lines = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()

    assert len(lines) <= 200
    assert re.match(r"\| \d{4}-\d\d-\d\d \|", lines[-1])


def test_first_screen_of_the_readme_has_the_two_commands():
    """A newcomer finds them without scrolling."""
    first = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:25]

    assert any("make demo" in line for line in first)
    assert any("make test" in line for line in first)


def test_pinned_requirements_leave_the_heavy_ones_out():
    """Every requirement is pinned with hashes, and no sentence splitter's gigabytes are among them."""
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    names = re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE)

    assert "argostranslate" in names
    assert not {"torch", "stanza", "spacy", "minisbd"} & set(names)
    assert len(re.findall(r"^[a-z0-9-]+==[^\n]*\\\n    --hash", text, re.MULTILINE)) == len(names)
    assert "http" not in text


def test_importing_has_no_effect(tmp_path):
    """No folder made, no variable set, no model and no heavy package loaded."""
    code = (
        "import os, sys; before = dict(os.environ); import briefgen.cli.main, briefgen.pipeline; "
        "assert dict(os.environ) == before; "
        "heavy = {'ctranslate2', 'argostranslate', 'reportlab', 'docx', 'pypdfium2', 'jinja2'} & set(sys.modules); "
        "assert not heavy, heavy"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"HOME": str(tmp_path), "PATH": ""},
        check=False,
    )

    assert run.stderr == ""
    assert list(tmp_path.iterdir()) == []
