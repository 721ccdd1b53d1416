"""Pages of a long PDF by several processes: the same paper as alone, whatever becomes of the helpers."""

from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
from queue import SimpleQueue
from threading import active_count
from typing import Any

import pikepdf
import pytest

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Code, Outcome
from briefgen.model.document import SourceDocument
from briefgen.model.limits import Limits
from briefgen.readers.pdf import workers as pdf_workers
from briefgen.readers.pdf.document import read_pdf
from briefgen.readers.pdf.pages import ReadPage
from briefgen.readers.pdf.pdfium import open_pdf
from tests.readers.make import pdf_drawn
from tests.readers.pdf_papers import PAPERS

LIMITS = Limits()
ANSWER_WITHIN = 60
"""Seconds in which a helper begins; only a broken one takes so long."""


def long_paper(pages: int = 8) -> bytes:
    return pdf_drawn(*([(60, 700, 10.5, f"第{number}項では、沿岸監視の状況を述べる。")] for number in range(pages)))


def read(content: bytes, limits: Limits = LIMITS) -> Outcome[SourceDocument]:
    return read_pdf(content, "paper.pdf", limits)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Two helpers for papers of two pages and more; gives those that were started."""
    processes: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *args: object, **kwargs: object) -> None:
            super().__init__(*args, **kwargs)  # type: ignore[call-overload]
            processes.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    monkeypatch.setattr(pdf_workers, "_FEWEST_PAGES", 2)
    monkeypatch.setattr(pdf_workers, "_cores", lambda: 3)
    return processes


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The files that were given to helpers, once for each."""
    contents: list[bytes] = []
    give = pdf_workers._Helper.read

    def noted(helper: pdf_workers._Helper, content: bytes, *rest: Any) -> None:
        contents.append(content)
        give(helper, content, *rest)

    monkeypatch.setattr(pdf_workers._Helper, "read", noted)
    return contents


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """All pages are left to the helpers."""

    def wait(read: SimpleQueue[ReadPage | int]) -> ReadPage | int:
        return read.get(timeout=ANSWER_WITHIN)

    monkeypatch.setattr(pdf_workers, "_next", wait)


def all_papers() -> bytes:
    """The papers of the corpus as one: tables, pictures, ruby, vertical setting, pages for the second engine."""
    merged, made = pikepdf.new(), io.BytesIO()
    for paper in PAPERS:
        with pikepdf.open(io.BytesIO(paper.content())) as part:
            merged.pages.extend(part.pages)
    merged.save(made)
    return made.getvalue()


def test_pages_by_helpers_are_those_read_alone(
    started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Block for block and finding for finding, also those about pages of the second engine."""
    content = all_papers()
    with monkeypatch.context() as alone:
        alone.setattr(pdf_workers, "_cores", lambda: 1)
        expected = read(content)
    assert not started
    assert Code.OTHER_ENGINE_USED in {finding.code for finding in expected.findings}

    assert read(content) == expected
    request.getfixturevalue("patient")
    assert read(content) == expected
    assert len(started) == 4


@pytest.mark.usefixtures("patient")
def test_each_page_is_given_once(started: list[subprocess.Popen[bytes]]) -> None:
    """By two helpers, each with every second page."""
    content = long_paper(9)
    with open_pdf(content, "paper.pdf") as document, pdf_workers.Helpers() as helpers:
        reading = pdf_workers.Reading(document, "paper.pdf", content, 0, 100, helpers)
        numbers = [page.number for page in pdf_workers.read_pages(reading)]
    assert sorted(numbers) == list(range(1, 10))
    assert len(started) == 2


@pytest.mark.parametrize(("cores", "helpers"), [(2, 1), (4, 3), (64, 3)])
def test_as_many_helpers_as_have_a_core_but_no_more_than_three(
    cores: int, helpers: int, started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each takes memory."""
    monkeypatch.setattr(pdf_workers, "_cores", lambda: cores)
    with pdf_workers.Helpers() as some:
        some.start()
        assert len(started) == helpers
    assert all(process.returncode is not None for process in started)


def test_no_helper_where_it_gains_nothing_or_takes_much_room(
    started: list[subprocess.Popen[bytes]], given: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A short paper, a single core; a large file, pictures that are wanted; large contents of a page, seen later."""
    read(long_paper(1))
    read_pdf(long_paper(3), "paper.pdf", LIMITS, pictures=True)
    for name, value in {"_cores": lambda: 1, "_LARGEST_FILE": 999, "_LARGEST_PAGE": 9}.items():
        assert not started
        with monkeypatch.context() as patch:
            patch.setattr(pdf_workers, name, value)
            read(long_paper(3))
    assert_all_ended(started)
    assert not given
    read(long_paper(3))
    assert len(given) == 2


def test_no_helper_is_given_a_file_that_is_refused(started: list[subprocess.Popen[bytes]], given: list[bytes]) -> None:
    """They are started before anybody has looked into it."""
    for limits in (Limits(max_page_bytes=20), Limits(max_pages=3)):
        with pytest.raises(UnreadableDocumentError):
            read(long_paper(), limits)
        assert_all_ended(started)
        started.clear()
    assert not given


def test_a_paper_that_packs_its_pages_is_read_by_helpers_once_it_is_open(
    started: list[subprocess.Popen[bytes]], given: list[bytes]
) -> None:
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(long_paper())) as paper:
        paper.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert not pdf_workers.looks_long(packed.getvalue())
    assert len(read(packed.getvalue()).value.blocks) == 8
    assert len(given) == len(started) == 2


@pytest.mark.parametrize("program", ["", "raise SystemExit(3)", "print('Hello')", "import os; os.abort()", "("])
@pytest.mark.usefixtures("started")
def test_a_helper_that_does_not_begin_is_done_without(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_workers, "_PROGRAM", program)
    assert len(read(long_paper()).value.blocks) == 8


@pytest.mark.parametrize("executable", ["/nowhere/python", "", None])
def test_without_a_python_to_start_the_paper_is_read_alone(
    executable: str | None, started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", executable)
    assert len(read(long_paper()).value.blocks) == 8
    assert not started


def test_without_a_thread_to_listen_the_paper_is_read_alone(
    started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_thread: object) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(pdf_workers.Thread, "start", fail)
    assert len(read(long_paper()).value.blocks) == 8
    assert_all_ended(started)


DIES = """
import os, sys; sys.path[:] = {path!r}
from briefgen.readers.pdf import workers as pdf_workers
read = pdf_workers.read_once
pdf_workers.read_once = lambda document, number: os.abort() if number == 5 else read(document, number)
pdf_workers.serve()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="an abort opens a window there")
@pytest.mark.usefixtures("patient")
def test_an_engine_that_breaks_off_is_an_error_that_names_the_page(
    started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_workers, "_PROGRAM", DIES)
    with pytest.raises(UnreadableDocumentError, match=r"^paper.pdf .* broke off at page 5$") as caught:
        read(long_paper())
    assert caught.value.hint
    assert_all_ended(started)


RAISES = DIES.replace("os.abort()", "1 / 0")


def test_pages_of_a_helper_that_raises_are_read_here(
    started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is wrong with a page is said as it is when it is read alone."""
    monkeypatch.setattr(pdf_workers, "_PROGRAM", RAISES)
    assert len(read(long_paper()).value.blocks) == 8
    assert_all_ended(started)


@pytest.mark.usefixtures("patient")
def test_the_limit_of_characters_holds_and_ends_the_helpers(started: list[subprocess.Popen[bytes]]) -> None:
    with pytest.raises(UnreadableDocumentError, match="more than 50 characters"):
        read(long_paper(), Limits(max_characters=50))
    assert_all_ended(started)


def test_an_interrupt_ends_the_helpers(started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> ReadPage:
        raise KeyboardInterrupt

    monkeypatch.setattr(pdf_workers, "read_once", interrupted)
    with pytest.raises(KeyboardInterrupt):
        read(long_paper())
    assert_all_ended(started)


def assert_all_ended(processes: list[subprocess.Popen[bytes]]) -> None:
    assert len(processes) == 2
    assert all(process.returncode is not None for process in processes)
    assert active_count() == 1


INTERRUPTED = """
import signal, sys
from briefgen.readers.pdf import workers as pdf_workers
from briefgen.readers.pdf.document import read_pdf
from briefgen.model.limits import Limits
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have switched it off for us
pdf_workers._FEWEST_PAGES, pdf_workers._cores = 2, lambda: 3
pdf_workers._next = lambda read: (read.get(), print("reading", flush=True), signal.pause())
read_pdf(sys.stdin.buffer.read(), "paper.pdf", Limits())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="groups of processes as POSIX has them")
def test_ctrl_c_ends_all_processes_with_one_message() -> None:
    """The terminal sends it to every one of them."""
    command = [sys.executable, "-c", INTERRUPTED]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as reading:
        assert reading.stdin
        assert reading.stdout
        assert reading.stderr
        with reading.stdin as to:
            to.write(long_paper(600))
        assert reading.stdout.readline() == b"reading\n"
        os.killpg(reading.pid, signal.SIGINT)
        said = reading.stderr.read()
    assert reading.returncode == -signal.SIGINT
    assert said.count(b"Traceback") == said.count(b"KeyboardInterrupt") == 1
    with pytest.raises(ProcessLookupError):
        os.killpg(reading.pid, 0)


def test_a_helper_loads_nothing_that_only_the_whole_paper_needs() -> None:
    """It would begin later by a fifth."""
    program = "import sys; from briefgen.readers.pdf import workers; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert "briefgen.readers.pdf.pages" in loaded
    assert not {"briefgen.readers.structure.paragraphs", "briefgen.readers.structure.metadata"}.intersection(loaded)


def test_a_helper_ends_by_itself_when_nobody_takes_its_pages() -> None:
    """As when the process that started it was killed."""
    program = pdf_workers._PROGRAM.format(path=sys.path)
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as helper:
        assert helper.stdin
        assert helper.stdout
        with helper.stdin as to:
            pickle.dump((long_paper(600), range(1, 601)), to)
        assert helper.stdout.read(len(pdf_workers._READY)) == pdf_workers._READY
        helper.stdout.close()
        assert helper.wait(timeout=ANSWER_WITHIN) != 0
