"""Encodings: strict trial gives the right text for every encoding Japanese papers come in, and says which it was."""

import pytest

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Code, Severity
from briefgen.readers.encoding import decode

TEXT = "防衛大臣は、東京で会談を行った。\n１２月３日（火）のテスト。\n"
SHORT = [
    "会談",
    "訓練の概要",
    "ＮＡＴＯ",
    "カタカナ",
    "はい。",
    "令和７年",
    "防衛省",
    "（以上）",
    "東京 Tokyo",
    "第１回",
]


@pytest.mark.parametrize("text", [TEXT, *SHORT])
@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("cp932", "Shift_JIS (CP932)"),
        ("euc_jp", "EUC-JP"),
        ("iso2022_jp", "ISO-2022-JP"),
        ("utf-16", "UTF-16"),
        ("utf-8-sig", None),
        ("utf-8", None),
    ],
)
def test_each_encoding_is_found(text, codec, name):
    """The text is exact, a decision other than UTF-8 is an info finding."""
    outcome = decode(text.encode(codec), "a.txt")

    assert outcome.value == text
    assert [finding.message for finding in outcome.findings] == ([f"Read as {name}."] if name else [])
    assert all(finding.code is Code.ENCODING and finding.severity is Severity.INFO for finding in outcome.findings)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark(codec):
    """Line ends and figures in ASCII betray it."""
    outcome = decode(("防衛省 2025\n" + TEXT).encode(codec))

    assert outcome.value.startswith("防衛省 2025\n防衛大臣")


@pytest.mark.parametrize(("codec", "text"), [("cp932", "㈱髙﨑①Ⅳの件"), ("euc_jis_2004", "①Ⅳ㈱の件について")])
def test_vendor_characters(codec, text):
    """NEC and IBM characters that plain Shift_JIS and EUC-JP lack."""
    assert decode(text.encode(codec)).value == text


@pytest.mark.parametrize("codec", ["utf-8", "cp932", "utf-16"])
def test_cut_in_a_character_is_read_with_a_warning(codec):
    """Half a character at the end is left out, the rest is exact."""
    outcome = decode((TEXT + "了").encode(codec)[:-1], "cut.txt")

    assert outcome.value == TEXT
    assert [finding.severity for finding in outcome.findings][-1] is Severity.WARNING
    assert "incomplete" in outcome.findings[-1].hint


def test_all_line_ends_become_line_feeds():
    """CR LF, and the bare CR of old files."""
    assert decode("一\r\n二\r三\n".encode()).value == "一\n二\n三\n"


def test_bytes_in_no_encoding_are_an_error():
    """Nothing is replaced by question marks."""
    with pytest.raises(UnreadableDocumentError, match=r"x\.txt is in no encoding"):
        decode(b"\x83\xff\xfd\x81\xff\xff\x80\xff abc \xff\xff", "x.txt")
