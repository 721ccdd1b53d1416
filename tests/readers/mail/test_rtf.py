"""Mails whose text Outlook keeps as compressed RTF: unpacking, code pages, HTML and text wrapped in RTF."""

from __future__ import annotations

import struct

import pytest

from briefgen.findings import Code, Severity
from briefgen.readers import read_document
from briefgen.readers.mail.rtf import decompressed, rtf_text
from tests.readers.looks import SENTENCE, read, refusal, texts
from tests.readers.make_office import msg_from, packed_rtf

HEAD = r"{\rtf1\ansi\ansicpg932\deff0{\fonttbl{\f0\fnil\fcharset128 MS PGothic;}{\f1\fcharset0 Arial;}}"


def escaped(text: str) -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode("cp932"))


@pytest.mark.parametrize(
    ("content", "rtf"),
    [
        (
            "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0",
            b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n",
        ),
        ("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0", b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"),
    ],
)
def test_the_examples_of_the_specification(content: str, rtf: bytes) -> None:
    """[MS-OXRTFCP] 4.1.1 and 4.1.2: references to the preset window and to what was just written."""
    assert decompressed(bytes.fromhex(content), 1000) == rtf


def test_what_is_not_compressed_and_what_is_damaged_or_too_large() -> None:
    rtf = b"{\\rtf1 x}"
    assert decompressed(struct.pack("<II4sI", 0, len(rtf), b"MELA", 0) + rtf, 1000) == rtf
    assert decompressed(packed_rtf(rtf.decode()), 1000) == rtf
    assert decompressed(packed_rtf(rtf.decode()), len(rtf) - 1) is None
    assert decompressed(b"LZFu", 1000) is None
    assert decompressed(b"\0" * 16, 1000) is None
    assert decompressed(packed_rtf(rtf.decode())[:-3], 1000) == rtf[:-2]


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (HEAD + r"\f0 " + escaped("岬市で会合") + r"\par " + escaped("開催") + "}", "岬市で会合\n開催"),
        (HEAD + r"\f0 \'83\'5c\'83e\'83{X}}", "ソテ\ufffdX"),
        (HEAD + r"\f0\'83\\\'83A}", "ソア"),
        (HEAD + r"\uc1\u23724?\u24066? \u-10179?\u-8704?\uc0\u28023x}", "岬市 😀海x"),
        (HEAD + r"{\f1 caf\'e9} \{a\}\~b\tab c\line d}", "café {a} b\tc\nd"),
        (HEAD + r"{\*\unknown hidden}{\pict 0102}{\info{\title t}}{\header h}shown}", "shown"),
        (HEAD + "line\r\n end}", "line end"),
        (r"}}{{\rtf1 x", "x"),
        (r"{\rtf1\ansicpg99999\f7 abc\'e9}", "abcé"),
    ],
)
def test_words_of_rtf(rtf: str, text: str) -> None:
    assert rtf_text(rtf.encode("ascii")).text == text


SYMBOLS = r"{\rtf1\ansi{\fonttbl{\f1\fcharset2 Symbol;}{\f2\fcharset2 Wingdings;}{\f3\fcharset0 Arial;}}"


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (r"a{\strike 300}350", "a350"),
        (r"a{\striked1 300}350", "a350"),
        (r"a\strike 300\strike0 350", "a350"),
        (r"a\strike 300\plain 350", "a350"),
        (r"{\strike 300\par}350", "\n350"),
        (r"a{\deleted\revauthdel1 300}{\revised 350}", "a350"),
        (r"{a\deleted\par}b", "ab"),
        (r"{\mvf moved}{\mvt moved}", "moved"),
        (r"a{\v hidden}b", "ab"),
        (r"10{\super -3} Sv", "10⁻³ Sv"),
        (r"10{\super -}{\super 3}Sv", "10⁻³Sv"),
        (r"10\super 6\nosupersub , 2", "10⁶, 2"),
        (r"120{\super 1)}a", "120（注1）a"),
        (r"1{\sub 3}, CO{\sub 2}", "1₃, CO2"),
        (r"km{\super 2}", "km²"),
        (r"{\field{\*\fldinst {eq \\o\\ac(}{\u9675?,3)}}{\fldrslt {}}}", "③"),
        (r"{\field{\*\fldinst EQ \\f(2,3)}{\fldrslt}}x", "2/3x"),
        (r"{\field{\*\fldinst EQ \\i(2,3)}{\fldrslt}}x", "〓x"),
        (r'{\field{\*\fldinst HYPERLINK "x"}{\fldrslt {link}}}', "link"),
        (r"{\field{\*\fldinst SHAPE }{\fldrslt}}x", "x"),
        (r"P={\mmath{\*\moMath{\mf{\mnum 1}{\mden 20}}}}.", "P=〓."),
        (r"{\header{\mmath{\*\moMath 1}}}x", "x"),
        (r"{\f1\u-3988?\'b1}\f3 \'b1", "λ±±"),
        (r"{\f2\u-3844? \'fe}", "✓ ☑"),
    ],
)
def test_looks_symbols_and_fields_of_rtf(rtf: str, text: str) -> None:
    assert rtf_text((SYMBOLS + r"\f3 " + rtf + "}").encode("ascii")).text == text


def test_what_is_left_out_of_rtf_is_counted() -> None:
    body = r"{\deleted a}{\deleted b}c{\deleted d}{\strike  }{\strike e}{\v f}{\mmath{\*\moMath 1}}}"
    left_out = rtf_text((SYMBOLS + body).encode()).left_out
    assert (left_out.deletions, left_out.struck, left_out.hidden, left_out.formulas) == (2, ["e"], 1, 1)


def test_a_mail_says_what_was_left_out_of_its_rtf() -> None:
    rtf = HEAD + r"\f0 " + escaped(SENTENCE) + r"{\strike 300}{\field{\*\fldinst AUTONUM}}\par }"
    told = {
        finding.code: finding
        for finding in read_document(msg_from("", "", p10090102=packed_rtf(rtf)), "a.msg").findings
    }
    assert "1 stretch of struck text; the first is “300”" in told[Code.DELETED_TEXT_DROPPED].message
    assert told[Code.UNREADABLE_CHARACTERS].severity is Severity.WARNING


def test_html_wrapped_in_rtf_keeps_what_its_own_tags_say() -> None:
    rtf = (
        HEAD.replace(r"\deff0", r"\fromhtml1 \deff0")
        + r"{\*\htmltag64 <s>}\htmlrtf \strike\htmlrtf0 300{\*\htmltag72 </s>}}"
    )
    assert rtf_text(rtf.encode()).text == "<s>300</s>"


def test_html_wrapped_in_rtf_comes_out_as_it_went_in() -> None:
    rtf = HEAD.replace(r"\deff0", r"\fromhtml1 \deff0") + (
        r"{\*\htmltag19 <html>}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 "
        + escaped("会合を開催")
        + r"\htmlrtf \par }\htmlrtf0 "
        r"{\*\htmltag72 </p>}{\*\mhtmltag84 <img src=x>}{\*\htmltag27 </html>}}"
    )
    found = rtf_text(rtf.encode())

    assert (found.text, found.is_html) == ("<html><p>会合を開催</p></html>", True)


def test_a_mail_of_rtf_alone_is_read() -> None:
    plain = HEAD + r"\fromtext\f0 " + escaped(SENTENCE) + r"\par }"
    html = HEAD.replace(r"\deff0", r"\fromhtml1 \deff0") + r"{\*\htmltag64 <p>}" + escaped(SENTENCE) + "}"
    for rtf in (plain, html):
        assert texts(read(msg_from("件名", "", p10090102=packed_rtf(rtf)), "a.msg")) == ["件名", SENTENCE]


def test_rtf_that_cannot_be_unpacked_says_what_to_do() -> None:
    assert "RTF that is damaged" in refusal(msg_from("", "", p10090102=b"x" * 50), "a.msg")
