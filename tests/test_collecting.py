"""The collector of garbage: it looks seldom in processes of the program, as before in one that uses the package."""

import gc
import subprocess
import sys
from collections.abc import Iterator

import pytest

from briefgen.collecting import collect_seldom

USUAL = gc.get_threshold()


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.set_threshold(*USUAL)


def test_the_collector_looks_seldom_and_is_not_switched_off() -> None:
    """Garbage in circles still goes."""
    collect_seldom()
    assert all(after > before for after, before in zip(gc.get_threshold(), USUAL, strict=True))
    assert gc.isenabled()


def test_a_program_that_uses_the_package_keeps_its_own() -> None:
    """Only the command line and the helpers of the PDF reader do so."""
    code = "import gc, briefgen.readers.pdf.document; print(gc.get_threshold())"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == str(USUAL)
