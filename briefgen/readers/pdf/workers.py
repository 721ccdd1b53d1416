"""The pages of a long PDF by several processes at a time: this one reads from the front, helpers read from the back.

Nobody waits for anybody. This process reads each page that no helper has sent yet, and stops the helpers when it has
them all; so a helper that cannot be started, or is slow, costs nothing but its gain. A helper is a Python of its own,
not a fork and not one of `multiprocessing`, which would run the main module of the calling program once more. It ends
by itself when this process does: nobody takes its pages any more.
"""

from __future__ import annotations

import os
import pickle
import re
import signal
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, TYPE_CHECKING, NamedTuple, Self, cast

from briefgen.errors import UnreadableDocumentError
from briefgen.readers.pdf.pages import ReadPage, read_once
from briefgen.readers.pdf.pdfium import open_pdf

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

__all__ = ["Helpers", "Reading", "looks_long", "read_pages", "serve"]

_FEWEST_PAGES = 80
"""A helper begins when this process has read 30 to 40 pages."""
_MOST_HELPERS = 3
"""Each takes 40 MB and a copy of the file."""
_PAGE = re.compile(rb"/Type\s*/Page\b")
_LARGEST_FILE = 50_000_000
_LARGEST_PAGE = 2_000_000
"""In bytes of drawing commands; of those at the limit each process would take 400 MB for a while."""
_PROGRAM = """
import os, sys
if os.name == "posix":
    os.nice(10)
sys.path[:] = {path!r}
from briefgen.collecting import collect_seldom
collect_seldom()
from briefgen.readers.pdf.workers import serve
serve()
"""
"""Less urgent than the process that started it: where no core is free, that one goes on as if alone."""
_FLAGS = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
"""The same for Windows."""
_READY = b"ready\n"
_RAISED = 1
"""What Python returns for an exception: in the page itself, or because nobody takes the next one."""


class Reading(NamedTuple):
    """A PDF whose pages are to be read."""

    document: PdfDocument
    """Opened here."""
    name: str
    content: bytes
    most_picture_bytes: int
    """Pictures of up to so many bytes are wanted."""
    largest_page: int
    """Bytes of its largest page content."""
    helpers: Helpers
    """Started or not."""


def read_pages(reading: Reading) -> Generator[ReadPage, None, None]:
    """Yield every page of the document once, in any order.

    Close the iterator, so that no helper reads on. Raises UnreadableDocumentError when the engine ends a helper.
    """
    pages = len(reading.document)
    missing = dict.fromkeys(range(1, pages + 1))
    read: SimpleQueue[ReadPage | int] = SimpleQueue()
    try:
        if _is_worth_helpers(reading):
            reading.helpers.start()
            reading.helpers.read(reading.content, pages, read)
        else:
            reading.helpers.stop()
        while missing:
            page = _next(read) or read_once(reading.document, next(iter(missing)), reading.most_picture_bytes)
            if isinstance(page, int):
                raise _lost(page, reading.name)
            if page.number in missing:
                del missing[page.number]
                yield page
    finally:
        reading.helpers.stop()


def _is_worth_helpers(reading: Reading) -> bool:
    """Whether there is so much to read that they gain, and nothing that takes much room in each process."""
    is_light = len(reading.content) <= _LARGEST_FILE and reading.largest_page <= _LARGEST_PAGE
    return len(reading.document) >= _FEWEST_PAGES and is_light and not reading.most_picture_bytes


def _next(read: SimpleQueue[ReadPage | int]) -> ReadPage | int | None:
    try:
        return read.get_nowait()
    except Empty:
        return None


def _lost(number: int, name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        f"{name} cannot be read: the PDF engine broke off at page {number}",
        "Open it in a PDF viewer and print it to a new PDF, without this page if need be",
    )


# ---------------------------------------------------------------- helpers


class Helpers:
    """Processes that read pages of a PDF, too; a context manager, at whose end they have ended.

    Their start takes as long as 30 pages, and they learn nothing of the file by it. So it is time to start them when a
    file looks long, before it is known whether it may be given to an engine.
    """

    def __init__(self) -> None:
        self._started: list[_Helper] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        while self._started:
            self._started.pop().wait()

    def start(self) -> None:
        """Have as many as have a core of their own."""
        count = min(_cores() - 1, _MOST_HELPERS) if sys.executable and not hasattr(sys, "frozen") else 0
        with suppress(OSError):  # no further process is to be had
            while len(self._started) < count:
                self._started.append(_Helper())

    def read(self, content: bytes, pages: int, read: SimpleQueue[ReadPage | int]) -> None:
        """Have each read a share of the pages of a file that was found harmless, from the back."""
        count = len(self._started)
        for share, helper in enumerate(self._started):
            helper.read(content, range(pages - share, 0, -count), read)

    def stop(self) -> None:
        """Have them end, whatever they do; nobody waits for it here."""
        for helper in self._started:
            helper.stop()


def looks_long(content: bytes) -> bool:
    """Whether a file shows without being opened that it has many pages; one that packs them does not."""
    return len(content) <= _LARGEST_FILE and len(_PAGE.findall(content)) >= _FEWEST_PAGES


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Helper:
    """A process that reads pages, and the thread that takes them from it: the page, or its number when it is lost."""

    def __init__(self) -> None:
        self._thread: Thread | None = None
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM.format(path=sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_FLAGS,
        )

    def read(self, content: bytes, numbers: Sequence[int], read: SimpleQueue[ReadPage | int]) -> None:
        """Have these pages of a file read; they come into the queue."""
        thread = Thread(target=self._listen, args=(content, numbers, read), daemon=True)
        with suppress(RuntimeError):  # no further thread is to be had
            thread.start()
            self._thread = thread

    def stop(self) -> None:
        """Have the process end, whatever it does."""
        self._process.kill()

    def wait(self) -> None:
        """Wait until the process and its thread have ended."""
        with self._process:
            if self._thread is not None:
                self._thread.join()

    def _listen(self, content: bytes, numbers: Sequence[int], read: SimpleQueue[ReadPage | int]) -> None:
        """Hand the file over, then take page by page until the process ends."""
        to, out = cast("IO[bytes]", self._process.stdin), cast("IO[bytes]", self._process.stdout)
        try:
            with to:
                pickle.dump((content, numbers), to, pickle.HIGHEST_PROTOCOL)
        except OSError:
            return
        if out.read(len(_READY)) != _READY:
            return
        for number in numbers:
            try:
                read.put(pickle.load(out))
            except (EOFError, pickle.UnpicklingError):
                if self._process.wait() != _RAISED:
                    read.put(number)
                return


def serve() -> None:
    """What a helper does: take a file and numbers of pages from standard input, write the pages to standard output.

    Ctrl-C is left to the process that started it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    content, numbers = pickle.load(sys.stdin.buffer)
    out = sys.stdout.buffer
    with open_pdf(content, "") as document:
        out.write(_READY)
        out.flush()
        for number in numbers:
            pickle.dump(read_once(document, number), out, pickle.HIGHEST_PROTOCOL)
            out.flush()
