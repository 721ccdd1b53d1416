"""Dispatch: what the bytes are decides; what is not read is named, with the way out."""

import io
import subprocess
import sys
import zipfile

import pytest

from briefgen.errors import UnreadableDocumentError, UnsupportedFormatError
from briefgen.findings import Code, Severity
from briefgen.model.limits import Limits
from briefgen.readers import SUFFIXES, read_document
from tests.readers.make_office import ole_from

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


def archive(*names):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return buffer.getvalue()


def open_document(kind: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        file.writestr("content.xml", "<x/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "message", "hint"),
    [
        (PNG, "paper.pdf", "paper.pdf is a PNG picture, not a PDF file.", "ocrmypdf -l jpn"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 20, "scan.jpg", "scan.jpg is a JPEG picture, which is not read.", "ocrmypdf"),
        (b"GIF89a\0\0", "a.gif", "a.gif is a GIF picture", "ocrmypdf"),
        (b"II*\0\0\0", "a.tif", "a.tif is a TIFF picture", "ocrmypdf"),
        (b"{\\rtf1\\ansi x}", "a.doc", "a.doc is an RTF file", "--convert-to docx"),
        (archive("ppt/presentation.xml"), "a.pptx", "a.pptx is a PowerPoint file", "--convert-to pdf"),
        (archive("xl/workbook.bin"), "a.xlsb", "a.xlsb is a binary Excel file", "--convert-to xlsx"),
        (open_document("spreadsheet"), "a.ods", "a.ods is an OpenDocument spreadsheet", "--convert-to xlsx"),
        (open_document("presentation"), "a.odp", "a.odp is an OpenDocument presentation", "--convert-to pdf"),
        (archive("mimetype", "content.xml"), "a.odt", "a.odt is an OpenDocument file", "--convert-to docx"),
        (archive("paper.pdf"), "a.zip", "a.zip is a zip archive", "Unpack"),
        (b"\x7fELF\x02\x01\0\0", "a.txt", "a.txt is a program, not a text file.", "text file"),
        (bytes(range(256)) * 4, "a.bin", "a.bin is a binary file of an unknown kind.", "PDF"),
    ],
)
def test_what_is_not_read_is_named_with_the_way_out(content, name, message, hint):
    """One clear sentence, and what to do."""
    with pytest.raises(UnsupportedFormatError) as caught:
        read_document(content, name)

    assert message in caught.value.message
    assert hint in caught.value.hint


@pytest.mark.parametrize("content", [b"", b" \r\n\n", b"\0\0\0\0"])
def test_empty(content):
    """Nothing, or nothing but white space."""
    with pytest.raises(UnreadableDocumentError, match=r"paper\.txt is empty"):
        read_document(content, "paper.txt")


def test_too_large():
    """The size is given in a unit people use."""
    with pytest.raises(UnreadableDocumentError, match="at most 1 MB") as caught:
        read_document("防".encode() * 500_000, "a.txt", Limits(max_bytes=1_000_000))

    assert "Split" in caught.value.hint


@pytest.mark.parametrize("limits", [Limits(max_characters=20), Limits(max_line=20)])
def test_text_beyond_the_limits(limits):
    """Characters of the whole text and of one line are bounded."""
    with pytest.raises(UnreadableDocumentError):
        read_document(("訓練を実施した。" * 10).encode(), "a.txt", limits)


@pytest.mark.parametrize("name", ["paper.pdf", "paper.docx"])
def test_damaged_file(name):
    """A suffix that promises what the bytes are not, and bytes that are nothing else."""
    with pytest.raises(UnreadableDocumentError, match="is damaged"):
        read_document(bytes(range(256)) * 4, name)


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.odt", "a", "a.txt"])
def test_a_zip_container_that_is_cut_off(name):
    """It begins as it must; what is missing is its end."""
    with pytest.raises(UnreadableDocumentError, match="is damaged or cut off"):
        read_document(archive("word/document.xml")[:-30], name)


@pytest.mark.parametrize("name", ["a.doc", "a.txt", "a", "a.pdf", "a.log"])
def test_text_is_read_as_text_whatever_its_name(name):
    """A .doc or .pdf that is really text."""
    outcome = read_document("訓練の概要\n訓練を行った。\n".encode(), name)

    assert outcome.value.media_type == "text/plain"
    assert [block.text for block in outcome.value.blocks] == ["訓練の概要", "訓練を行った。"]


def test_a_text_about_pdf_is_no_pdf():
    """The mark of a PDF counts only before any text."""
    assert read_document("説明\n%PDF-1.4 は形式名。\n".encode(), "a.txt").value.media_type == "text/plain"


def test_utf16_is_no_binary():
    """Zero bytes on one side only are text."""
    assert read_document("概要\r\n訓練を行った。\r\n".encode("utf-16-le"), "a.txt").value.blocks[0].text == "概要"


def test_heavy_libraries_are_loaded_only_when_needed():
    """Importing the readers and reading text loads neither the PDF nor the XML library."""
    code = (
        "import sys; from briefgen.readers import read_document; read_document('概要'.encode(), 'a.txt');"
        "sys.exit(bool({'pypdfium2', 'lxml', 'docx'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_suffixes_for_help_texts():
    """The kinds people have."""
    assert {".pdf", ".docx", ".html", ".txt", ".md"} <= set(SUFFIXES)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("program", "message", "hint"),
    [
        (
            "WordDocument",
            "a b.doc is an old Word file (.doc).",
            "in its folder: soffice --headless --convert-to docx 'a b.doc'",
        ),
        ("Workbook", "a b.doc is an old Excel file (.xls).", "--convert-to xlsx"),
        ("PowerPoint Document", "a b.doc is an old PowerPoint file (.ppt).", "PDF"),
        ("EncryptedPackage", "a b.doc is protected by a password.", "without the password"),
    ],
)
def test_old_office_files_are_named_by_what_is_in_them(program, message, hint):
    """Whole files and damaged ones."""
    for content in (ole_from({program: b"x" * 5000}), OLE + program.encode("utf-16-le")):
        with pytest.raises(UnsupportedFormatError) as caught:
            read_document(content, "a b.doc")

        assert caught.value.message == message
        assert hint in caught.value.hint


def test_a_compound_file_of_nothing_known():
    """Damaged, or of another program."""
    with pytest.raises(UnreadableDocumentError, match="damaged"):
        read_document(OLE, "a.doc")
    with pytest.raises(UnsupportedFormatError, match="unknown kind"):
        read_document(ole_from({"Contents": b"x"}), "a.shs")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.doc", "訓練の概要".encode(), "calls itself .doc, but is a text file"),
        ("a.xls", b"<html><body><p>\xe8\xa8\x93</p></body></html>", "calls itself .xls, but is an HTML file"),
        ("a.txt", b"%PDF", ""),
        ("a.log", "訓練".encode(), ""),
        ("a", "訓練".encode(), ""),
    ],
)
def test_a_name_that_says_another_kind_is_told(name, content, told):
    """One finding, and the file is read as what it is."""
    findings = read_document(content, name).findings

    assert [told in finding.message for finding in findings if finding.code is Code.FILE_KIND] == (
        [True] if told else []
    )


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.json", '{"題": "訓練", "本文": ["訓練を実施した。"]}', "is JSON"),
        (
            "a.xml",
            '<?xml version="1.0"?><記事><題>訓練</題><本文>訓練を実施した。</本文></記事>',
            "tags of HTML or XML",
        ),
        ("a.txt", "<p>訓練を実施した。</p><p>３５０名が参加した。</p>", "tags of HTML or XML"),
        ("a.csv", '区分,数量\n毛布,"1,200"\n', "commas and quotes"),
        ("a.txt", "[写真]\n「訓練」を実施した。", ""),
        ("a.txt", "風速 < 10 の場合は <br> とする。", ""),
    ],
)
def test_signs_of_a_format_that_stand_in_the_text_are_told(name, text, told):
    """A warning with the way out; the text is read."""
    outcome = read_document(text.encode(), name)

    assert [told in finding.message for finding in outcome.findings if finding.severity is Severity.WARNING] == (
        [True] if told else []
    )
    assert outcome.value.blocks
