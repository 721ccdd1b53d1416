"""The only reading of source files and writing of results: whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from glob import escape
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from briefgen.errors import InputError, OutputError, UnreadableDocumentError
from briefgen.model.output import OutputFile

__all__ = [
    "files_beside", "locked", "read_or_empty", "read_source", "refuse_existing", "refuse_folder", "refuse_read_only",
    "refuse_replacing", "write_bytes", "write_files",
]  # fmt: skip

_LARGEST_NEIGHBOUR = 100_000_000
"""Bytes of a file beside a source that is looked at; the limits of the readers are stricter."""


def read_source(path: str, most: int | None = None) -> tuple[str, bytes]:
    """(name, bytes) of a source paper; ``-`` is standard input.

    Of at most so many bytes, of any number when None is given; a larger file is not read at all.

    Raises:
        InputError: it is missing, a folder, a pipe or device, too large, or may not be read.
    """
    if path == "-":
        if sys.stdin is None:
            raise InputError("Standard input is closed", "Name a file instead of -")
        content = sys.stdin.buffer.read() if most is None else sys.stdin.buffer.read(most + 1)
        if most is not None and len(content) > most:
            raise _too_large("stdin", f"more than {most / 1e6:,.0f} MB", most)
        return "stdin", content
    if not path:
        raise InputError("The name of a paper is empty", "Give the name of a file, or - for standard input")
    source = Path(path)
    try:
        found = source.stat()
        if S_ISDIR(found.st_mode):
            raise InputError(f"{path} is a folder, not a paper", f"Name the files in it, for example {path}/*")
        if not S_ISREG(found.st_mode):
            raise InputError(f"{path} is a pipe or a device, not a file", "Save it as a file, or give - and pipe it in")
        if most is not None and found.st_size > most:
            raise _too_large(source.name, f"{found.st_size / 1e6:,.0f} MB", most)
        return source.name, source.read_bytes()
    except FileNotFoundError:
        raise _missing(path) from None
    except OSError as exc:
        raise InputError(f"{path} cannot be read: {exc.strerror}", "Check its name and permissions") from exc


def _too_large(name: str, size: str, most: int) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        f"{name} has {size}; at most {most / 1e6:,.0f} MB are read.", "Split the paper, or take out its pictures."
    )


def _missing(path: str) -> InputError:
    if path.lower().startswith(("http://", "https://")):
        return InputError(
            f"{path} is a web address; nothing is fetched", "Save the page in the browser, and name the file"
        )
    return InputError(f"There is no file {path}", "Check the spelling and the folder")


def files_beside(path: str) -> Callable[[str], bytes | None]:
    """What gives the files in the folder of a source, or below it, by their relative place.

    It gives None for anything that is missing, lies elsewhere, is no plain file or larger than a picture can be.
    """
    folder = Path(path).parent

    def read(place: str) -> bytes | None:
        try:
            file = (folder / place).resolve()
            is_inside = file.is_relative_to(folder.resolve()) and file.is_file()
            return file.read_bytes() if is_inside and file.stat().st_size <= _LARGEST_NEIGHBOUR else None
        except (OSError, ValueError):
            return None

    return read


def refuse_existing(folder: Path, names: Iterable[str]) -> None:
    """Raise OutputError when one of the files is there already."""
    for name in names:
        if (folder / name).exists():
            raise OutputError(f"{folder / name} exists already", "Give --force to replace it, or name another place")


def refuse_replacing(folder: Path, names: Iterable[str], read: Iterable[str]) -> None:
    """Raise OutputError when one of the files is among those that are read, such as a filled-in review sheet."""
    sources = {os.path.realpath(path) for path in read if path not in ("", "-")}
    for name in names:
        if os.path.realpath(folder / name) in sources:
            raise OutputError(f"{folder / name} is read here and would be replaced", "Name another folder with -o")


def refuse_folder(folder: Path) -> None:
    """Raise OutputError, before any work is done, when nothing can be written into a folder, there already or not."""
    whole = folder.absolute()
    try:
        there = next(place for place in (whole, *whole.parents) if place.exists())
    except OSError as exc:
        raise _refusal(folder, exc) from exc
    if not there.is_dir():
        raise OutputError(f"{folder} cannot be written: {there} is a file, not a folder", "Choose another folder")
    if not os.access(there, os.W_OK | os.X_OK):
        raise OutputError(f"{folder} cannot be written: it is read-only for you", "Choose another folder")


def write_files(files: Iterable[OutputFile], folder: Path) -> tuple[Path, ...]:
    """Write every file into `folder` (made when missing): first all under temporary names, then renamed.

    Raises:
        OutputError: the folder or a file cannot be written; what was there is there again, and nothing else is left.
    """
    place = folder
    with ExitStack() as leftovers:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            parts = [(_part(file, folder, leftovers), folder / file.name) for file in files]
            with ExitStack() as undo:
                for number, (part, target) in enumerate(parts, 1):
                    place = target
                    old = _copied(target, part, leftovers) if number < len(parts) else None
                    part.replace(target)
                    undo.callback(_put_back, old, target)
                undo.pop_all()
        except OSError as exc:
            raise _refusal(place, exc) from exc
    return tuple(target for _, target in parts)


def write_bytes(content: bytes, path: Path) -> None:
    """Write one file whole or not at all, keeping the old one until the new one is complete.

    Raises:
        OutputError: it cannot be written.
    """
    write_files([OutputFile(path.name, "application/octet-stream", content)], path.parent)


@contextmanager
def locked(path: Path) -> Iterator[Path]:
    """Keep every other briefgen from changing a file; gives the file itself where `path` is a link to it.

    Raises:
        OutputError: somebody else keeps it for ten seconds, or its folder cannot be written.
    """
    from filelock import FileLock, Timeout

    target = Path(os.path.realpath(path))
    mark = target.with_name(f".{target.name}.lock")
    lock = FileLock(mark, timeout=_LOCK_SECONDS)
    try:
        lock.acquire()
    except Timeout as exc:
        raise OutputError(f"{path} is being changed by another briefgen", "Try again when it has ended") from exc
    except OSError as exc:
        raise OutputError(f"{path} cannot be written: {exc.strerror}", "Check the folder and its permissions") from exc
    try:
        for left in target.parent.glob(f".{escape(target.name)}.*.part"):
            left.unlink(missing_ok=True)  # by a run that was killed while it wrote
        yield target
    finally:
        # While the lock is held: whoever waits for it sees that the mark is gone and makes a new one.
        with suppress(OSError):
            mark.unlink()
        lock.release()


def refuse_read_only(path: Path) -> None:
    """Raise OutputError where a file is marked read-only: a rename would replace it all the same."""
    if path.exists() and (not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK)):
        raise OutputError(f"{path} is read-only", "Allow writing to it, or name another file")


def read_or_empty(path: Path) -> bytes:
    """What is in a file; nothing when there is none yet.

    Raises:
        InputError: it is a folder, or may not be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as exc:
        raise InputError(f"{path} cannot be read: {exc.strerror}", "Check the name and its permissions") from exc


_LOCK_SECONDS = 10
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def _refusal(place: Path, exc: OSError) -> OutputError:
    """Why a file, or anything in a folder, cannot be written, and what to do."""
    if exc.errno in _NO_ROOM:
        return OutputError(f"There is no room left for {place}", "Free some, or choose another folder")
    return OutputError(f"{place} cannot be written: {exc.strerror}", "Choose another folder, or close the open file")


def _part(file: OutputFile, folder: Path, leftovers: ExitStack) -> Path:
    """The file under a temporary name beside its own."""
    target = folder / file.name
    if target.is_dir():
        raise OutputError(f"{target} is a folder", "Move it away, or choose another folder")
    part, handle = _new_part(target)
    leftovers.callback(part.unlink, missing_ok=True)
    _write_part(handle, file.content)
    # mkstemp makes files for the owner alone; a result is shared as the file it replaces, or as any new file.
    part.chmod(_mode_of(target))
    return part


def _copied(target: Path, part: Path, leftovers: ExitStack) -> Path | None:
    """A copy of what the part is to replace, None where nothing is there."""
    import shutil

    copy = part.with_suffix(".old.part")
    leftovers.callback(copy.unlink, missing_ok=True)
    with suppress(FileNotFoundError):
        shutil.copy2(target, copy, follow_symlinks=False)
        return copy
    return None


def _put_back(old: Path | None, target: Path) -> None:
    if old is None:
        target.unlink()
    else:
        old.replace(target)


def _new_part(target: Path) -> tuple[Path, int]:
    """A new empty file beside the target, and its handle."""
    import tempfile

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    return Path(name), handle


def _write_part(handle: int, content: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _mode_of(target: Path) -> int:
    """The permissions of the file that is replaced, else those of any new file."""
    with suppress(FileNotFoundError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
