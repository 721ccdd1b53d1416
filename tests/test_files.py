"""Reading and writing: whole or not at all, and one clear sentence when it cannot be done."""

import errno
import io
import os
import sys
from pathlib import Path

import pytest

from briefgen.errors import InputError, OutputError, UnreadableDocumentError
from briefgen.files import locked, read_or_empty, read_source, refuse_existing, refuse_folder, write_files
from briefgen.model.output import OutputFile


def note(name, content=b"new"):
    return OutputFile(name, "text/plain", content)


def test_files_are_written_into_a_new_folder(tmp_path):
    paths = write_files([note("a.txt"), note("会議 概要.txt")], tmp_path / "out put")

    assert [p.read_bytes() for p in paths] == [b"new", b"new"]


def test_nothing_is_left_when_one_file_cannot_be_written(tmp_path):
    """The second name is a folder: neither file appears."""
    (tmp_path / "b.txt").mkdir()

    with pytest.raises(OutputError):
        write_files([note("b.txt"), note("a.txt")], tmp_path)

    assert [p.name for p in tmp_path.iterdir()] == ["b.txt"]


def test_an_old_file_stays_when_another_cannot_be_written(tmp_path):
    """The last name is a folder: the first is not written either."""
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "b.txt").mkdir()

    with pytest.raises(OutputError, match=r"b\.txt is a folder"):
        write_files([note("a.txt"), note("b.txt")], tmp_path)

    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "b.txt"]


@pytest.mark.parametrize("locked_name", ["a.txt", "b.txt", "c.txt"])
def test_all_old_files_stay_when_one_cannot_be_replaced(locked_name, tmp_path, monkeypatch):
    """As where one is open in another program; a new one goes again, and the message names the file."""
    for name, content in (("a.txt", b"old a"), ("c.txt", b"old c")):
        (tmp_path / name).write_bytes(content)
    (tmp_path / "a.txt").chmod(0o600)
    replace = Path.replace

    def refusing(part, target):
        if Path(target).name == locked_name:
            raise PermissionError(errno.EPERM, "Operation not permitted")
        return replace(part, target)

    monkeypatch.setattr(Path, "replace", refusing)

    with pytest.raises(OutputError, match=rf"{locked_name} cannot be written: Operation not permitted"):
        write_files([note("a.txt"), note("b.txt"), note("c.txt")], tmp_path)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.txt": b"old a", "c.txt": b"old c"}
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o600


def test_a_full_disk_is_told(tmp_path, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OutputError, match="no room left"):
        write_files([note("a.txt")], tmp_path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("folder", ["file", "file/below", "file/far/below"])
def test_a_folder_that_cannot_be_is_refused_before_any_work(folder, tmp_path):
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(OutputError, match="is a file, not a folder"):
        refuse_folder(tmp_path / folder)


def test_a_folder_that_can_be_made_is_accepted(tmp_path):
    refuse_folder(tmp_path / "yet" / "to be made")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_read_only_folder_is_told(tmp_path):
    tmp_path.chmod(0o500)

    with pytest.raises(OutputError, match="cannot be written"):
        write_files([note("a.txt")], tmp_path)
    with pytest.raises(OutputError, match="read-only"):
        refuse_folder(tmp_path / "below")


def test_existing_files_are_refused(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")

    with pytest.raises(OutputError, match="exists already") as caught:
        refuse_existing(tmp_path, ["a.docx", "a.pdf"])

    assert "--force" in caught.value.hint


def test_a_missing_source_and_a_folder_are_told(tmp_path):
    with pytest.raises(InputError, match="There is no file"):
        read_source(str(tmp_path / "none.pdf"))
    with pytest.raises(InputError, match="is a folder"):
        read_source(str(tmp_path))


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such files")
def test_what_has_no_end_is_refused(tmp_path):
    """A pipe nobody writes into, and a device."""
    os.mkfifo(tmp_path / "pipe")

    for path in (str(tmp_path / "pipe"), "/dev/zero"):
        with pytest.raises(InputError, match="a pipe or a device"):
            read_source(path)


def test_the_size_is_looked_at_before_anything_is_read(tmp_path, monkeypatch):
    """A file by what the file system says; standard input up to the first byte too many."""
    (tmp_path / "a.txt").write_bytes(b"12345678")
    stream = io.BytesIO(b"x" * 100)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(stream, 4)))

    assert read_source(str(tmp_path / "a.txt"), 8)[1] == b"12345678"
    with pytest.raises(UnreadableDocumentError, match=r"stdin has more than 0 MB"):
        read_source("-", 8)
    assert stream.tell() < 20
    monkeypatch.setattr(Path, "read_bytes", pytest.fail)
    with pytest.raises(UnreadableDocumentError, match=r"a\.txt has .*at most 0 MB"):
        read_source(str(tmp_path / "a.txt"), 7)


@pytest.mark.parametrize("path", ["https://www.example.go.jp/a.html", "HTTP://example.jp"])
def test_a_web_address_is_told_from_a_file(path):
    with pytest.raises(InputError, match="is a web address") as caught:
        read_source(path)

    assert "Save the page" in caught.value.hint


def test_names_that_are_none_are_told(monkeypatch):
    """Empty, longer than any file system takes, or standard input where there is none."""
    with pytest.raises(InputError, match="is empty"):
        read_source("")
    with pytest.raises(InputError, match="cannot be read"):
        read_source("あ" * 300)
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="is closed"):
        read_source("-")


def test_a_file_gets_the_usual_permissions(tmp_path):
    """Temporary files are private; results are as any new file."""
    (path,) = write_files([note("a.txt")], tmp_path)
    (tmp_path / "usual.txt").write_bytes(b"")

    assert path.stat().st_mode == (tmp_path / "usual.txt").stat().st_mode


def test_a_lock_keeps_others_out_and_leaves_nothing(tmp_path, monkeypatch):
    """While one briefgen changes a file, another one waits and then says so."""
    monkeypatch.setattr("briefgen.files._LOCK_SECONDS", 0.01)
    with locked(tmp_path / "g.csv") as path:
        assert path == (tmp_path / "g.csv").resolve()
        with pytest.raises(OutputError, match="another briefgen"), locked(tmp_path / "g.csv"):
            pass

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_not_there_is_empty(tmp_path):
    assert read_or_empty(tmp_path / "none.csv") == b""
    with pytest.raises(InputError, match="cannot be read"):
        read_or_empty(tmp_path)


def test_a_replaced_file_keeps_its_permissions(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "a.txt").chmod(0o600)
    write_files([note("a.txt")], tmp_path)

    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o600
