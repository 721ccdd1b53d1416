"""Encodings: strict trial gives the right text for every encoding Japanese papers come in, and says which it was."""

import pytest

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Code, Severity
from briefgen.readers.encoding.decoding import decode

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


@pytest.mark.parametrize(
    ("codec", "told"),
    [("gb18030", "GB18030, an encoding of Chinese"), ("euc_kr", "EUC-KR, an encoding of Korean"), ("big5", "Big5")],
)
def test_japanese_in_an_encoding_of_other_countries_is_named(codec, told):
    """It has kana and kanji, so that an encoding of Japanese makes characters of all bytes, but no words."""
    with pytest.raises(UnreadableDocumentError, match=f"x.txt is in {told}") as caught:
        decode(TEXT.encode(codec, "ignore"), "x.txt")

    assert "UTF-8" in caught.value.hint


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\x1b$B-!\x1b(B", "①"),
        (b"\x1b$B-j\x1b(B", "㈱"),
        (b"\x1b$B|b\x1b(B", "髙"),
        (b"\x1b(I6<=\x1b(B", "ｶｼｽ"),
        (b"a\x1b$B2q\r\n2q\x1b(Bb", "a会\n会b"),
    ],
    ids=["circled figure", "company", "name", "half-width kana", "line end inside"],
)
def test_iso_2022_jp_as_mail_programs_write_it(content, text):
    """Vendor rows and half-width kana are in no standard of it, and in every mailbox."""
    assert decode(content).value.startswith(text)


@pytest.mark.parametrize("cut", [1, 2, 3, 4])
def test_iso_2022_jp_cut_off(cut):
    """In the escape at the end, or in the character before it."""
    outcome = decode("会談".encode("iso2022_jp")[:-cut], "a.eml")

    assert outcome.value == ("会談" if cut < 4 else "会")
    assert any("incomplete" in (finding.hint or "") for finding in outcome.findings) == (cut in (1, 2, 4))


@pytest.mark.parametrize("codec", ["utf-8", "cp932", "euc_jp"])
def test_a_few_damaged_bytes_become_geta_with_a_warning(codec):
    """The rest is exact; the number of places is told."""
    content = (TEXT * 2).encode(codec).replace("東京".encode(codec), b"\xff\xff", 1)

    outcome = decode(content, "a.txt")

    assert outcome.value == (TEXT * 2).replace("東京", "〓〓", 1)
    assert [(f.code, f.severity) for f in outcome.findings][-1] == (Code.UNREADABLE_CHARACTERS, Severity.WARNING)
    assert "2 character(s)" in outcome.findings[-1].message


def test_private_characters_become_geta():
    """Gaiji of one office show as something else, or nothing, anywhere else."""
    outcome = decode(("担当は\ue000木。" + TEXT).encode("cp932"))

    assert outcome.value == "担当は〓木。" + TEXT
    assert outcome.findings[-1].code is Code.UNREADABLE_CHARACTERS


def test_a_claim_decides_only_between_likely_readings():
    """What the page states helps where the bytes leave it open, and is overruled where they do not."""
    assert decode("菌借粟洌".encode("euc_jp"), "a", "EUC-JP").value == "菌借粟洌"
    overruled = decode(TEXT.encode("cp932"), "a.html", "utf-8")
    assert overruled.value == TEXT
    assert "says it is in utf-8" in overruled.findings[-1].message


def test_a_doubtful_decision_is_a_warning_that_shows_the_other_reading():
    """Four half-width kana are two kanji in EUC-JP."""
    (finding,) = decode("ｶﾝｼﾚｰﾀﾞｰ ﾃ".encode("cp932")).findings

    assert finding.severity is Severity.WARNING
    assert "could as well be EUC-JP" in finding.message
