"""The wheel holds model, templates, glossary, patterns and fonts, and runs where there is no checkout."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Built here, without the network: the build packages are in the test environment."""
    folder = tmp_path_factory.mktemp("dist")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "-w",
        folder,
        ROOT,
    ]
    run = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_its_data(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())

    for wanted in (
        "briefgen/_data/models/translate-ja_en/model/model.bin",
        "briefgen/_data/models/translate-ja_en/sentencepiece.model",
        "briefgen/_data/templates/briefing.xml.j2",
        "briefgen/_data/templates/house.toml",
        "briefgen/_data/glossary/defence.csv",
        "briefgen/_data/memory/patterns.tsv",
        "briefgen/_data/fonts/NotoSansJP-Regular.ttf",
        "briefgen/_data/fonts/NotoSansJP-Bold.ttf",
        "briefgen/_data/fonts/OFL.txt",
    ):
        assert wanted in names
    assert not [name for name in names if name.startswith(("tests/", "training/"))]


def test_the_installed_wheel_builds_a_briefing_elsewhere(wheel, tmp_path):
    """Installed into a folder of its own, run from another, with an empty home."""
    place, work = tmp_path / "site", tmp_path / "work"
    work.mkdir()
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--target",
        str(place),
        str(wheel),
    ]
    subprocess.run(install, check=True, capture_output=True)
    shutil.copy(ROOT / "samples" / "ministers_meeting.txt", work / "paper.txt")
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path / "home"), "PYTHONPATH": str(place)}

    where = subprocess.run(
        [sys.executable, "-c", "import briefgen; print(briefgen.__file__)"],
        capture_output=True,
        text=True,
        cwd=work,
        env=environment,
        check=True,
    )
    run = subprocess.run(
        [sys.executable, "-m", "briefgen", "build", "paper.txt", "-o", "out"],
        capture_output=True,
        text=True,
        cwd=work,
        env=environment,
        check=False,
    )

    assert str(place) in where.stdout
    assert run.returncode == 0, run.stderr
    assert {path.suffix for path in (work / "out").iterdir()} == {".docx", ".pdf"}
