"""A command line that runs in this process, in a folder and a home of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefgen.cli.main import run

SAMPLES = Path(__file__).parent.parent.parent / "samples"


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """An empty home, so that no setting or model of this machine is seen."""
    for name in (
        "HOME",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_CACHE_HOME",
        "USERPROFILE",
        "APPDATA",
        "LOCALAPPDATA",
    ):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    work = tmp_path / "work folder 作業"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


@pytest.fixture
def say(home, capfd) -> Callable[..., Said]:
    """Run a command line; every error must be told without a traceback."""

    def command(*arguments: str) -> Said:
        code = run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return Said(code, out, err)

    return command


@pytest.fixture
def paper(home) -> Path:
    """A short paper with a figure, a date, a person and a term."""
    path = home / "会談 概要.txt"
    path.write_text(
        "防衛相会談について（概要）\n\n１０月１７日（木）１３時３０分から約２５分間、中谷防衛大臣は、ルッテＮＡＴＯ事務総長との会談を行いました。\n\n（以上）\n",
        encoding="utf-8",
    )
    return path
