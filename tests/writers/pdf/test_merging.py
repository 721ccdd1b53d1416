"""PDFs put into a PDF: order, labels, outline, and what cannot be opened."""

import io

import pikepdf
import pytest
from pikepdf import Dictionary, Name, OutlineItem

from briefgen.errors import OutputError, UnreadableDocumentError
from briefgen.writers.pdf.merging import Insert, count_pages, insert_pdfs


def pdf(*widths: int, outline: tuple[tuple[str, int], ...] = (), password: str = "") -> bytes:
    """A PDF with pages of these widths, which tell them apart."""
    file = io.BytesIO()
    with pikepdf.new() as document:
        for width in widths:
            document.add_blank_page(page_size=(width, 100))
            document.pages[-1].obj.StructParents = 7
        with document.open_outline() as entries:
            entries.root += [OutlineItem(title, page, "Fit") for title, page in outline]
        encryption = pikepdf.Encryption(owner="o", user=password) if password else None
        document.save(file, encryption=encryption, deterministic_id=not password)
    return file.getvalue()


MEMO = pdf(5, 6, 7, 8, outline=(("Annexes", 0), ("Annex A", 1), ("Annex B", 3)))
OTHER = pdf(11, 12, outline=(("Part one", 0), ("Part two", 1)))


def merged(*annexes: Insert) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(insert_pdfs(MEMO, annexes)))


def widths(document: pikepdf.Pdf) -> list[int]:
    return [int(page.mediabox[2]) for page in document.pages]


def outline(document: pikepdf.Pdf) -> list[tuple[str, list[str]]]:
    with document.open_outline() as entries:
        return [(str(item.title), [str(child.title) for child in item.children]) for item in entries.root]


def test_pages_follow_the_sheet_of_their_heading_and_are_labelled():
    document = merged(Insert("Annex A", "A", "a.pdf", OTHER), Insert("Annex B", "B", "b.pdf", pdf(21)))

    assert widths(document) == [5, 6, 11, 12, 7, 8, 21]
    assert [page.label for page in document.pages] == ["1", "A-1", "A-2", "A-3", "A-4", "B-1", "B-2"]


def test_an_annex_that_is_in_the_pdf_already_is_only_labelled():
    document = merged(Insert("Annex A", "A"), Insert("Annex B", "B"))

    assert widths(document) == [5, 6, 7, 8]
    assert [page.label for page in document.pages] == ["1", "A-1", "A-2", "B-1"]


def test_the_outline_of_what_was_put_in_is_kept_below_its_heading():
    document = merged(Insert("Annex A", "A", "a.pdf", OTHER), Insert("Annex B", "B", "b.pdf", pdf(21)))

    assert outline(document) == [("Annexes", []), ("Annex A", ["Part one", "Part two"]), ("Annex B", ["b.pdf"])]
    with document.open_outline() as entries:
        leads_to = entries.root[1].children[1].destination[0]
    assert leads_to.objgen == document.pages[3].obj.objgen


def test_what_was_put_in_does_not_claim_a_place_in_the_structure():
    document = merged(Insert("Annex A", "A", "a.pdf", OTHER))

    assert ["/StructParents" in page.obj for page in document.pages] == [True, True, False, False, True, True]


def test_outlines_that_lead_by_name_or_nowhere():
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(11, 12))) as document:
        document.Root.Dests = Dictionary(second=pikepdf.Array([document.pages[1].obj, Name.Fit]))
        with document.open_outline() as entries:
            entries.root += [
                OutlineItem("Named", action=Dictionary(S=Name.GoTo, D=Name.second)),
                OutlineItem("Web", action=Dictionary(S=Name.URI, URI="https://example.org")),
            ]
        document.save(file)

    assert outline(merged(Insert("Annex A", "A", "a.pdf", file.getvalue())))[1] == ("Annex A", ["Named"])


def test_same_input_same_bytes():
    annexes = (Insert("Annex A", "A", "a.pdf", OTHER),)

    assert insert_pdfs(MEMO, annexes) == insert_pdfs(MEMO, annexes)


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"%PDF-1.7\nnothing", "x.pdf is no PDF that can be read"), (pdf(9, password="p"), "x.pdf is protected")],
)
def test_a_pdf_that_cannot_be_opened(content, message):
    with pytest.raises(UnreadableDocumentError, match=message):
        count_pages(content, "x.pdf")
    with pytest.raises(UnreadableDocumentError, match=message):
        merged(Insert("Annex A", "A", "x.pdf", content))


def test_a_heading_that_is_not_there():
    with pytest.raises(OutputError, match="“Annex C” is not in the outline"):
        merged(Insert("Annex C", "C"))


def test_pages_are_counted():
    assert count_pages(OTHER, "x.pdf") == 2
