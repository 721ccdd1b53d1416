"""The limits: each holds, and the page that lists them lists them as they are."""

import io
import re
import zipfile
from dataclasses import fields
from pathlib import Path

import pytest

from briefgen.errors import UnreadableDocumentError
from briefgen.model.limits import DEFAULT_LIMITS, Limits
from briefgen.readers import read_document
from tests.readers.make_office import odt_from, op

PAGE = Path(__file__).parents[2] / "READING.md"
TEXT = ("海山省は会合を開いた。\n" * 9).encode()


def test_the_page_lists_every_limit_with_its_default():
    """A reader of the page can believe it."""
    listed = dict(re.findall(r"^\| `(\w+)` \| ([\d,]+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE))

    assert listed == {f.name: f"{getattr(DEFAULT_LIMITS, f.name):,}" for f in fields(Limits)}


@pytest.mark.parametrize(
    ("content", "name", "limits"),
    [
        (TEXT, "a.txt", Limits(max_bytes=50)),
        (TEXT, "a.txt", Limits(max_characters=50)),
        (TEXT, "a.txt", Limits(max_characters=5)),
        (TEXT, "a.txt", Limits(max_line=5)),
        (TEXT, "a.txt", Limits(max_lines=5)),
        (TEXT, "a.md", Limits(max_lines=5)),
        (b"Subject: a\nMIME-Version: 1.0\n\n" + TEXT, "a.eml", Limits(max_mail_bytes=50)),
        (b"Subject: a\nMIME-Version: 1.0\n\n" + b"a:\n" * 500, "a.eml", Limits(max_mail_parts=3)),
        (odt_from(op("会合。") * 9), "a.odt", Limits(max_lines=5)),
        (odt_from(op("会合。") * 9), "a.odt", Limits(max_nodes=9)),
        (odt_from(op("会合。") * 9), "a.odt", Limits(max_depth=3)),
        (odt_from(op("会合。") * 9), "a.odt", Limits(max_members=2)),
        (odt_from(op("会合。") * 9), "a.odt", Limits(max_unpacked_bytes=99)),
        (odt_from(op("会合。") * 9), "a.odt", Limits(max_xml_bytes=99)),
        (("<p>" + "あ" * 99).encode(), "a.html", Limits(max_characters=10)),
        (b"<body><p " + b" ".join(b"a%d" % n for n in range(3000)) + b">x</p>", "a.html", Limits()),
    ],
)  # fmt: skip
def test_beyond_a_limit_a_paper_is_refused_with_the_way_out(content, name, limits):
    """One sentence and a hint."""
    with pytest.raises(UnreadableDocumentError) as caught:
        read_document(content, name, limits)

    assert caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("declared", ['<!DOCTYPE x [<!ENTITY a "b">]>', "<!DOCTYPE x>"])
def test_entity_bombs_are_refused(declared):
    """Before anything of them is expanded."""
    bomb = _with_prologue(odt_from(op("会合。")), declared)

    with pytest.raises(UnreadableDocumentError, match="document type"):
        read_document(bomb, "a.odt")


def _with_prologue(content, declared):
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.infolist():
            inner = old.read(entry)
            new.writestr(entry.filename, declared.encode() + inner if entry.filename == "content.xml" else inner)
    return buffer.getvalue()
