"""Options of the whole suite."""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest

GOLDEN = Path(__file__).parent / "golden"
PATIENCE = 15.0
"""Seconds; many times what any test takes that is given so long, and a fraction of what a search gone wild takes."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the goldens; look at the difference")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], str]:
    """The text of the golden of that name, rewritten from the text given first when asked to."""

    def kept(name: str, text: str) -> str:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return path.read_text(encoding="utf-8")

    return kept


@pytest.fixture
def soon() -> Iterator[None]:
    """The test fails when it is not over soon; where the system has no timer, it is given all the time it takes."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def end(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"not over after {PATIENCE} seconds")

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)
