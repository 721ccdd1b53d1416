"""What PDF/A-2b and -3b ask for (ISO 19005-2:2011, ISO 19005-3:2012), clause by clause; and encryption."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from briefgen.model.document import Picture
from briefgen.model.output import OutputFile
from briefgen.model.page import Page, PictureBlock
from briefgen.writers.fonts import FontFiles
from briefgen.writers.pdf import PdfOptions, write_pdf
from briefgen.writers.pdf.profile import srgb_profile
from briefgen.writers.theme import Theme
from tests.writers.pages import demo_page, runs

SOURCE = OutputFile("資料.html", "text/html", "<p>資料</p>".encode())


def _coloured(mode: str) -> Picture:
    content = io.BytesIO()
    Image.new(mode, (20, 20)).save(content, "PNG" if mode == "RGBA" else "JPEG")
    return Picture(content.getvalue())


@pytest.fixture(scope="module")
def content(theme: Theme, font_files: FontFiles, options: PdfOptions) -> bytes:
    page = demo_page()
    pictures = tuple(PictureBlock(_coloured(mode), runs(mode)) for mode in ("RGBA", "CMYK", "L"))
    page = replace(page, elements=page.elements + pictures)
    return write_pdf(page, theme, font_files, replace(options, attachments=(SOURCE,))).value.content


@pytest.fixture(scope="module")
def pdf(content: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(content)) as opened:
        yield opened


def _dictionaries(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary | pikepdf.Stream)]


def _fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [item for item in _dictionaries(pdf) if item.get("/Type") == "/Font"]


def test_6_1_2_and_6_1_3_header_trailer_and_no_encryption(content: bytes, pdf: pikepdf.Pdf) -> None:
    assert re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}", content)
    assert len(pdf.trailer.ID) == 2
    assert not pdf.is_encrypted


def test_6_1_7_streams_are_in_this_file_and_not_packed_with_lzw(pdf: pikepdf.Pdf) -> None:
    for item in _dictionaries(pdf):
        if isinstance(item, pikepdf.Stream):
            assert not {"/F", "/FFilter", "/FDecodeParams"} & set(item.keys())
            assert "LZW" not in str(item.get("/Filter", ""))


def test_6_1_13_no_string_or_nesting_is_over_the_limits(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        operators = [str(operator) for _, operator in pikepdf.parse_content_stream(page)]
        depths = [operators[:index].count("q") - operators[:index].count("Q") for index in range(len(operators))]
        assert max(depths) <= 28


def test_6_2_4_3_colours_are_red_green_blue_or_grey_and_the_intent_says_which(pdf: pikepdf.Pdf) -> None:
    (intent,) = pdf.Root.OutputIntents
    assert (intent.S, intent.DestOutputProfile.N) == ("/GTS_PDFA1", 3)
    profile = intent.DestOutputProfile.read_bytes()
    assert profile[12:20] == b"mntrRGB "
    assert profile[8] <= 4

    spaces = {str(item.ColorSpace) for item in _dictionaries(pdf) if item.get("/Subtype") == "/Image"}
    assert spaces <= {"/DeviceRGB", "/DeviceGray"}
    for page in pdf.pages:
        operators = {str(operator) for _, operator in pikepdf.parse_content_stream(page)}
        assert not operators & {"k", "K", "cs", "CS", "sh"}


def test_6_2_8_pictures_have_no_alternates_nor_interpolation(pdf: pikepdf.Pdf) -> None:
    pictures = [item for item in _dictionaries(pdf) if item.get("/Subtype") == "/Image"]

    assert len(pictures) >= 4
    assert not any({"/Alternates", "/OPI"} & set(item.keys()) or item.get("/Interpolate") for item in pictures)


def test_6_2_11_4_and_6_2_11_6_every_font_is_embedded_and_symbolic_with_one_map(pdf: pikepdf.Pdf) -> None:
    assert _fonts(pdf)
    for font in _fonts(pdf):
        descriptor = font.FontDescriptor
        with TTFont(io.BytesIO(descriptor.FontFile2.read_bytes())) as program:
            assert len(program["cmap"].tables) == 1
        assert "/Encoding" not in font
        assert int(descriptor.Flags) & 4
        assert not int(descriptor.Flags) & 32
        assert "/ToUnicode" in font


def test_6_2_11_5_widths_are_those_of_the_font_program(pdf: pikepdf.Pdf) -> None:
    for font in _fonts(pdf):
        with TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes())) as program:
            names, scale = program["cmap"].tables[0].cmap, 1000 / program["head"].unitsPerEm
            widths = [program["hmtx"][names[code]][0] * scale if code in names else 0 for code in range(256)]
        given = [float(width) for width in font.Widths]
        used = [code for code in range(len(given)) if widths[code]]
        assert all(abs(given[code] - widths[code]) <= 1 for code in used)


def test_6_2_11_8_no_glyph_is_missing(theme: Theme, font_files: FontFiles, options: PdfOptions) -> None:
    """What the fonts lack is replaced before it is drawn, and said."""
    page = Page("T", (PictureBlock(_coloured("L"), runs("\U0001f600")),))

    outcome = write_pdf(page, theme, font_files, options)

    assert [finding.code for finding in outcome.findings] == ["missing-glyph"]


def test_6_3_links_are_printed_and_do_nothing_but_lead_somewhere(pdf: pikepdf.Pdf) -> None:
    links = [link for page in pdf.pages for link in page.get("/Annots", [])]

    assert links
    assert {(str(link.Subtype), int(link.F)) for link in links} == {("/Link", 4)}
    assert {str(link.A.S) for link in links if "/A" in link} == {"/URI"}


def test_6_5_and_6_9_nothing_runs_and_nothing_is_optional(pdf: pikepdf.Pdf) -> None:
    forbidden = {"/AcroForm", "/AA", "/OpenAction", "/OCProperties", "/Requirements", "/NeedsRendering", "/Perms"}

    assert not forbidden & set(pdf.Root.keys())
    assert not any({"/PresSteps", "/Trans", "/AA"} & set(page.obj.keys()) for page in pdf.pages)


def test_6_6_metadata_say_what_it_is_and_agree_with_the_document_information(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        found = {
            name: metadata[name]
            for name in (
                "pdfaid:part", "pdfaid:conformance", "dc:title", "dc:creator", "dc:description", "pdf:Keywords",
                "pdf:Producer", "xmp:CreatorTool", "xmp:CreateDate", "xmp:ModifyDate",
            )
        }  # fmt: skip

    assert (found["pdfaid:part"], found["pdfaid:conformance"]) == ("3", "B")
    assert found["dc:title"] == str(pdf.docinfo.Title)
    assert found["dc:creator"] == [str(pdf.docinfo.Author)]
    assert found["dc:description"] == str(pdf.docinfo.Subject)
    assert found["pdf:Keywords"] == str(pdf.docinfo.Keywords)
    assert found["pdf:Producer"] == str(pdf.docinfo.Producer)
    assert found["xmp:CreatorTool"] == str(pdf.docinfo.Creator)
    assert str(pdf.docinfo.CreationDate) == "D:20240527093000+00'00"
    assert found["xmp:CreateDate"] == found["xmp:ModifyDate"] == "2024-05-27T09:30:00+00:00"
    assert b"<?xpacket begin=" in pdf.Root.Metadata.read_raw_bytes()


def test_part_3_6_8_attachments_say_how_they_belong_to_the_note(pdf: pikepdf.Pdf) -> None:
    (file,) = pdf.Root.AF

    assert (str(file.UF), str(file.AFRelationship)) == ("資料.html", "/Source")
    assert str(file.F)
    embedded = file.EF.F
    assert embedded.Subtype == "/text/html"
    assert "/ModDate" in embedded.Params
    assert pdf.attachments["資料.html"].get_file().read_bytes() == SOURCE.content


def test_without_attachments_it_is_part_2(theme: Theme, font_files: FontFiles, options: PdfOptions) -> None:
    content = write_pdf(Page("T", ()), theme, font_files, options).value.content

    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.open_metadata()["pdfaid:part"] == "2"
        assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})


def test_the_colour_profile_has_no_time_of_its_own() -> None:
    srgb_profile.cache_clear()
    first = srgb_profile()

    assert first[24:36] == bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))


def test_a_password_encrypts_with_aes_256_and_makes_no_archival_claim(
    theme: Theme, font_files: FontFiles, options: PdfOptions
) -> None:
    secret = replace(options, password="海の日", attachments=(SOURCE,))
    content = write_pdf(demo_page(), theme, font_files, secret).value.content

    assert b"Oslo" not in content
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(content))
    with pikepdf.open(io.BytesIO(content), password="海の日") as pdf:
        assert pdf.encryption.bits == 256
        assert "aesv3" in str(pdf.encryption.stream_method)
        assert "pdfaid:part" not in pdf.open_metadata()
        assert pdf.attachments["資料.html"].get_file().read_bytes() == SOURCE.content
    assert "海の日" not in repr(secret)


def test_the_validator_of_pikepdf_approves(
    content: bytes, theme: Theme, font_files: FontFiles, options: PdfOptions
) -> None:
    """It approves only what it knows to conform: one construct it does not know would fail."""
    reason = "the validator needs the packages of pikepdf[pdfa]"
    pdfa = pytest.importorskip("pikepdf.pdfa", reason=reason, exc_type=ImportError)

    plain = write_pdf(demo_page(), theme, font_files, options).value.content
    for made, flavour in ((content, "3b"), (plain, "2b")):
        report = pdfa.validate_written(io.BytesIO(made), flavour)
        assert report.passed, list(report.findings)
