"""Exchange formats: what is written is read back without loss, and read by other readers, too."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import Workbook, load_workbook

from briefgen.errors import GlossaryError, UsageError
from briefgen.findings import Code
from briefgen.model.segment import Strength
from briefgen.terms.glossary.exchange import FORMATS, OLD_TBX, format_of, read_exchange, write_exchange
from briefgen.terms.glossary.glossary import KINDS, STATUSES, Glossary, Term

DAY = date(2024, 10, 21)
FULL = Term(
    "北大西洋条約機構",
    "North Atlantic Treaty Organization",
    "organization",
    "きたたいせいようじょうやくきこう",
    "NATO",
    ("ナトー", "北大西洋 条約機構"),
    ("NATO", "the Alliance"),
    ("Nato Pact", "OTAN"),
    "nato",
    "proposed",
    Strength.SHOULD,
    True,
    "own & invented",
    "long:North <Atlantic>; since 1949",
)


def back(glossary: Glossary, form: str) -> Glossary:
    return read_exchange(write_exchange(glossary, form, DAY), f"g.{form.removesuffix('-2008')}").value


def test_the_format_is_told_by_the_ending():
    assert [format_of(name) for name in ("a/b.TBX", "g.tbx.xml", "g.txt", "g.xlsx")] == ["tbx", "tbx", "tsv", "xlsx"]
    with pytest.raises(UsageError, match="ending"):
        format_of("g.doc")


ALL = (*FORMATS, OLD_TBX)


@pytest.mark.parametrize("form", ALL)
def test_every_column_comes_back(form):
    glossary = Glossary("g", (FULL, Term("演習", "exercise"), Term("NATO", "NATO", "acronym", abbr="NATO")))

    assert back(glossary, form).fingerprint == glossary.fingerprint


@pytest.mark.parametrize("form", ALL)
def test_the_glossary_of_these_tests_comes_back(form, glossary):
    assert back(glossary, form).fingerprint == glossary.fingerprint


WORD = st.text("演習abc XYé='\"<&;:#@+", min_size=1, max_size=8).map(lambda s: " ".join(s.split())).filter(bool)
SAFE = WORD.filter(lambda s: not s.startswith("#"))
LISTS = st.lists(SAFE, max_size=2, unique=True).map(tuple)


@st.composite
def terms(draw):
    """Any entry whose variants are other forms than its own, as lint wants it."""
    ja = draw(SAFE.map("演".__add__))
    variants = tuple(form for form in draw(LISTS) if form != ja)
    return Term(
        ja, draw(WORD), draw(st.sampled_from(KINDS)), draw(st.sampled_from(["", "よみ"])),
        draw(st.sampled_from(["", "ABC", "Abb."])), variants, draw(LISTS), draw(LISTS), draw(st.just("") | WORD),
        draw(st.sampled_from(STATUSES)), draw(st.sampled_from(Strength)), draw(st.booleans()), draw(st.just("") | WORD),
        draw(st.just("") | WORD | st.just("kind: of note") | st.just("note: well")),
    )  # fmt: skip


@pytest.mark.parametrize("form", ALL)
@settings(max_examples=40, deadline=None)
@given(st.lists(terms(), min_size=1, max_size=4))
def test_any_glossary_comes_back(form, found):
    glossary = Glossary("g", tuple(found))

    assert [repr(term).partition("origin")[0] for term in back(glossary, form).terms] == [
        repr(term).partition("origin")[0] for term in glossary.terms
    ]


def test_tbx_has_the_data_categories_of_tbx_basic():
    root = etree.fromstring(write_exchange(Glossary("g", (FULL,)), "tbx", DAY))
    space = {"t": "urn:iso:std:iso:30042:ed-2"}
    statuses = root.xpath("//t:termNote[@type='administrativeStatus']/text()", namespaces=space)

    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    assert root.xpath("//t:descrip[@type='subjectField']/text()", namespaces=space) == ["nato"]
    assert root.xpath("//t:admin[@type='source']/text()", namespaces=space) == ["own & invented"]
    assert statuses.count("preferredTerm-admn-sts") == 2
    assert root.xpath("//t:termSec[t:termNote='deprecatedTerm-admn-sts']/t:term/text()", namespaces=space) == [
        "Nato Pact",
        "OTAN",
    ]


@settings(max_examples=40, deadline=None)
@given(st.lists(terms(), min_size=1, max_size=4))
def test_any_glossary_is_valid_tbx_basic(found):
    schema = etree.RelaxNG(etree.parse(Path(__file__).parent / "tbx_basic.rng"))

    written = etree.fromstring(write_exchange(Glossary("g", tuple(found)), "tbx", DAY))

    assert schema.validate(written), schema.error_log


MARTIF = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX"><text><body>
 <termEntry id="1"><descrip type="subjectField">mod</descrip>
  <langSet xml:lang="en-US"><tig><term>drill</term>
   <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
   <ntig><termGrp><term>exercise</term></termGrp></ntig></langSet>
  <langSet xml:lang="ja"><tig><term>演習</term></tig></langSet></termEntry>
 <termEntry id="2"><langSet xml:lang="fr"><tig><term>exercice</term></tig></langSet></termEntry>
</body></text></martif>
"""


def test_tbx_of_2008_is_read_and_what_is_left_out_is_told():
    outcome = read_exchange(MARTIF.encode(), "old.tbx")

    assert [(t.ja, t.en, t.avoid, t.domain) for t in outcome.value.terms] == [("演習", "exercise", ("drill",), "mod")]
    assert [(one.code, str(one.where)) for one in outcome.findings] == [(Code.GLOSSARY_SKIPPED, "old.tbx:9")]


DCT = """<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
 <conceptEntry id="c1"><min:subjectField>mod</min:subjectField><note>daily use</note>
  <langSec xml:lang="en">
   <descripGrp><basic:definition>practice at sea</basic:definition><basic:source>a book</basic:source></descripGrp>
   <termSec><term>drill</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
   <termSec><term>EX</term><basic:termType>acronym</basic:termType></termSec>
   <termSec><term>exercise</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
  </langSec>
  <langSec xml:lang="ja-JP"><termSec><term>演習</term></termSec></langSec>
  <langSec xml:lang="fr"><basic:definition>en mer</basic:definition></langSec></conceptEntry>
</body></text></tbx>
"""


def test_tbx_with_elements_of_its_own_modules_is_read():
    (term,) = read_exchange(DCT.encode(), "dct.tbx").value.terms

    assert (term.ja, term.en, term.abbr, term.avoid) == ("演習", "exercise", "EX", ("drill",))
    assert (term.domain, term.source, term.note) == ("mod", "", "daily use; practice at sea")


def test_tbx_of_2008_is_read_by_another_program(glossary):
    """By the reader of translate-toolkit, on which Weblate stands: every form, in order, with its status."""
    tbx = pytest.importorskip("translate.storage.tbx", reason="translate-toolkit is not installed")
    whole = Glossary("g", (FULL, *glossary.terms))
    store = tbx.tbxfile.parsestring(write_exchange(whole, OLD_TBX, DAY), "ja", "en")

    assert len(store.units) == len(whole.terms)
    for unit, term in zip(store.units, whole.terms, strict=True):
        english = unit.get_target_terms()
        right, wrong = ([one.text for one in english if one.deprecated is is_wrong] for is_wrong in (False, True))
        assert (unit.source, unit.target) == (term.ja, term.en)
        assert [one.text for one in unit.get_source_terms()] == [term.ja, *term.variants]
        assert sorted(right) == sorted([*dict.fromkeys([term.en, *filter(None, [term.abbr])]), *term.accepted])
        assert wrong == list(term.avoid)
        assert english[0].administrative_status == "preferredTerm-admn-sts"


def test_tbx_of_another_program_is_read():
    """Written by translate-toolkit."""
    tbx = pytest.importorskip("translate.storage.tbx", reason="translate-toolkit is not installed")
    store = tbx.tbxfile(sourcelanguage="ja", targetlanguage="en")
    for ja, en in (("演習", ["exercise", "maneuver"]), ("<共同>", ["joint & combined"])):
        unit = store.addsourceunit(ja)
        unit.set_target_terms(en, "en")
        unit.addnote("as agreed", origin="translator")
    terms = read_exchange(bytes(store), "theirs.tbx").value.terms

    assert [(term.ja, term.en, term.accepted, term.note) for term in terms] == [
        ("演習", "exercise", ("maneuver",), "as agreed"),
        ("<共同>", "joint & combined", (), "as agreed"),
    ]


def test_entities_of_tbx_are_not_opened():
    bomb = '<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/hostname">]><tbx><conceptEntry id="a"><langSec xml:lang="ja">'
    bomb += '<termSec><term>演習&a;</term></termSec></langSec><langSec xml:lang="en"><termSec><term>exercise</term>'
    bomb += "</termSec></langSec></conceptEntry></tbx>"

    assert read_exchange(bomb.encode(), "g.tbx").value.terms[0].ja in ("演習", "演習&a;")


def test_of_a_draft_what_has_no_english_is_left_out():
    book = Workbook()
    for row in (["ja", "en"], ["演習", "exercise"], ["訓練", None], ["基地", ""]):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    for name, content in (("g.xlsx", buffer.getvalue()), ("g.csv", "ja,en\n演習,exercise\n訓練,\n基地,\n".encode())):
        outcome = read_exchange(content, name, is_draft=True)

        assert [term.ja for term in outcome.value.terms] == ["演習"]
        assert [(str(one.where), one.message[:6]) for one in outcome.findings] == [(f"{name}:3:en", "2 rows")]
        with pytest.raises(GlossaryError, match="3:en: the field is empty"):
            read_exchange(content, name)


def test_tsv_and_utx_are_read_by_the_reader_of_python(glossary):
    """By csv alone: every cell of a tab-separated glossary, and every form of a UTX file with its status."""
    rows = list(csv.DictReader(io.StringIO(write_exchange(glossary, "tsv", DAY).decode()), delimiter="\t"))
    assert [(row["ja"], row["en"], row["avoid"], row["note"]) for row in rows] == [
        (term.ja, term.en, "|".join(term.avoid), term.note) for term in glossary.terms
    ]

    lines = write_exchange(glossary, "utx", DAY).decode().splitlines()[1:]
    forms = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    wrong = [(row["#src"], row["tgt"]) for row in forms if row["term status"] == "forbidden"]
    assert wrong == [(term.ja, form) for term in glossary.terms for form in term.avoid]
    assert len(forms) == sum(1 + len((*term.variants, *term.accepted, *term.avoid)) for term in glossary.terms)


def test_utx_has_its_two_lines_and_a_row_for_each_form():
    lines = write_exchange(Glossary("g", (FULL,)), "utx", DAY).decode().split("\r\n")

    assert lines[0].startswith("#UTX 1.11; ja/en; 2024-10-21T")
    assert lines[1].startswith("#src\ttgt\tsrc:pos\tterm status\tconcept ID\tcomment\tx-kind")
    assert [line.split("\t")[3] for line in lines[2:-1]] == ["provisional", *["non-standard"] * 4, *["forbidden"] * 2]


def test_utx_of_others_is_read_in_either_direction():
    content = "#UTX 1.20; en/ja; 2024\n#src\ttgt\tsrc:pos\tterm status\nexercise\t演習\tnoun\tapproved\n"
    content += "drill\t演習\tnoun\tforbidden\nmaneuver\t機動\tnoun\tforbidden\n"
    outcome = read_exchange(content.encode(), "g.utx")

    assert [(term.ja, term.en, term.avoid) for term in outcome.value.terms] == [("演習", "exercise", ("drill",))]
    assert [str(one.where) for one in outcome.findings] == ["g.utx:5"]


@pytest.mark.parametrize(
    "content",
    ['演習\texercise\tdaily\tuse\n# no\n訓練\tso-called "drill"\n', '演習\texercise\tdaily\tuse\n訓練\t"so" x\n'],
)
def test_tsv_without_a_header_is_japanese_english_note(content):
    terms = read_exchange(content.encode(), "omegat.txt").value.terms

    assert (terms[0].ja, terms[0].en, terms[0].note) == ("演習", "exercise", "daily use")
    assert terms[1].origin.startswith("omegat.txt:")


def test_a_workbook_looks_like_a_table():
    """Read by openpyxl itself: header, filter, lists to choose from; what begins with = is text."""
    book = load_workbook(io.BytesIO(write_exchange(Glossary("g", (Term("演習", "=1+1"),)), "xlsx", DAY)))
    sheet = book.active

    assert [cell.value for cell in sheet[1]][:3] == ["ja", "en", "kind"]
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=1+1", "s")
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:N2")
    assert len(sheet.data_validations.dataValidation) == 4


def test_a_workbook_of_somebody_else_is_read():
    """The sheet with the columns is found; numbers are text; an empty row keeps the rows' numbers."""
    book = Workbook()
    book.active.append(["a cover"])
    sheet = book.create_sheet("terms")
    for row in (["EN", "ja", None, "note"], ["exercise", "演習", None, 2024], [], ["Type 12", "12式\n改", None, 1.5]):
        sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    terms = read_exchange(buffer.getvalue(), "theirs.xlsx").value.terms

    assert [(t.ja, t.en, t.note, t.origin) for t in terms] == [
        ("演習", "exercise", "2024", "theirs.xlsx:2"),
        ("12式 改", "Type 12", "1.5", "theirs.xlsx:4"),
    ]


def zip_of(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as parts:
        parts.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("g.tbx", b"no xml"),
        ("g.tbx", b"<html/>"),
        ("g.tbx", b""),
        ("g.utx", b"ja\ten\n"),
        ("g.utx", b"\xff\xfe"),
        ("g.xlsx", b"no zip"),
        ("g.xlsx", zip_of("a.txt", b"")),
        ("g.xlsx", zip_of("[Content_Types].xml", b"<no")),
        ("g.tsv", "演習 exercise\n".encode()),
        ("g.tsv", b"\xff\x81\tx\n"),
    ],
)
def test_what_is_no_such_file_is_told(name, content):
    with pytest.raises(GlossaryError) as caught:
        read_exchange(content, name)

    assert caught.value.message.startswith(f"{name}:")
    assert caught.value.hint


WHOLE = {form: write_exchange(Glossary("g", (FULL, Term("演習", "exercise"))), form, DAY) for form in FORMATS}


def damaged_part(content: bytes, at: float, byte: int) -> bytes:
    """A workbook with one byte of one of its parts replaced, packed anew."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        parts = {name: bytearray(old.read(name)) for name in old.namelist()}
        victim = parts[sorted(parts)[int(at * len(parts))]]
        victim[int(at * 7919 % 1 * len(victim))] = byte
        for name, part in parts.items():
            new.writestr(name, bytes(part))
    return buffer.getvalue()


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=60, deadline=None)
@given(st.floats(0, 0.999), st.integers(0, 255), st.sampled_from(["byte", "cut", "part"]))
def test_a_damaged_file_is_read_or_told_in_one_sentence(form, at, byte, way):
    content = bytearray(WHOLE[form])
    if way == "part" and form == "xlsx":
        content = bytearray(damaged_part(WHOLE[form], at, byte))
    elif way == "cut":
        content = content[: int(at * len(content))]
    else:
        content[int(at * len(content))] = byte
    told = ""
    try:
        read_exchange(bytes(content), f"g.{form}")
    except GlossaryError as fault:
        told = fault.message

    assert "\n" not in told


@pytest.mark.parametrize("form", ["tbx", "xlsx"])
def test_control_characters_are_refused_where_the_format_has_none(form):
    with pytest.raises(GlossaryError, match=r"g\.csv:7.*control character"):
        write_exchange(Glossary("g", (Term("演習", "exer\x01cise", origin="g.csv:7"),)), form, DAY)
