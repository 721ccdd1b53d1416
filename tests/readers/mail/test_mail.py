"""Mails: subject, sender and text whatever the charset says; attachments told."""

from __future__ import annotations

import struct
from datetime import date
from email.message import EmailMessage

import pytest

from briefgen.findings import Code
from briefgen.model.document import BlockKind
from briefgen.model.limits import Limits
from briefgen.readers import read_document
from tests.readers.looks import SENTENCE, codes, read, refusal, texts
from tests.readers.make_office import msg_from

# ---------------------------------------------------------------- mails


def mail(subject: str = "会合の開催について", charset: str = "utf-8", **parts: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = subject, "海山省広報室 <koho@example.jp>"
    message["Date"] = "Wed, 16 Oct 2024 23:30:00 +0000"
    message["Message-ID"] = "<1@example.jp>"
    message.set_content(parts.get("plain", SENTENCE + "\n"), charset=charset)
    if "html" in parts:
        message.add_alternative(parts["html"], subtype="html")
    return message


@pytest.mark.parametrize("charset", ["utf-8", "iso-2022-jp", "shift_jis", "euc-jp"])
def test_a_mail_has_subject_sender_and_the_day_in_japan(charset: str) -> None:
    document = read(mail(charset=charset).as_bytes(), "a.eml")
    assert texts(document) == ["会合の開催について", SENTENCE]
    known = document.metadata
    assert (known.title, known.issuer, known.issued) == ("会合の開催について", "海山省広報室", date(2024, 10, 17))


@pytest.mark.parametrize("subject", ["Fw: 会合の開催", "RE: Fwd: 会合の開催", "転送：会合の開催", "Re[2]: 会合の開催"])
def test_marks_of_answers_are_no_part_of_the_title(subject: str) -> None:
    assert read(mail(subject).as_bytes(), "a.eml").metadata.title == "会合の開催"


def test_the_header_of_a_mail_passed_on_is_about_the_paper_and_drawn_lines_go() -> None:
    header = "---- 転送メッセージ ----\n差出人: 広報室 <k@example.jp>\n件名: 会合\n\n報道関係者各位\n\n"
    plain = f"転送します。\n\n{header}{SENTENCE}\n\n**********\n広報室　担当：早瀬\n日時：未定\n**********\n"
    blocks = read(mail(plain=plain).as_bytes(), "a.eml").blocks[1:]
    assert [block.text for block in blocks if block.kind is BlockKind.DATELINE] == [
        "---- 転送メッセージ ----", "差出人: 広報室 <k@example.jp>", "件名: 会合", "報道関係者各位",
    ]  # fmt: skip
    assert [block.text for block in blocks if block.kind is not BlockKind.DATELINE] == [
        "転送します。", SENTENCE, "広報室　担当：早瀬", "日時：未定",
    ]  # fmt: skip


def test_what_an_answer_quotes_stands_without_its_marks_under_day_and_sender() -> None:
    plain = (
        f"{SENTENCE}\n\n2026年11月7日(土) 18:22 早瀬 守 <h@example.com>:\n> 広報課御中\n>\n>> 人員を教えてください。\n"
    )
    blocks = read(mail(plain=plain).as_bytes(), "a.eml").blocks[1:]
    assert [(block.kind.value, block.text) for block in blocks] == [
        ("paragraph", SENTENCE),
        ("dateline", "2026年11月7日(土) 18:22 早瀬 守 <h@example.com>:"),
        ("dateline", "広報課御中"),
        ("paragraph", "人員を教えてください。"),
    ]


def test_a_charset_that_lies_and_headers_in_raw_bytes() -> None:
    raw = "Subject: 会合の開催について\r\nFrom: 広報室 <a@example.jp>\r\nMIME-Version: 1.0\r\n".encode("cp932")
    raw += b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + SENTENCE.encode("cp932")
    document = read(raw, "a.eml")
    assert texts(document) == ["会合の開催について", SENTENCE]
    assert document.metadata.issuer == "広報室"
    assert "says it is in utf-8" in codes(raw, "a.eml")[Code.ENCODING]


def test_vendor_characters_in_iso_2022_jp() -> None:
    raw = b"Subject: =?ISO-2022-JP?B?GyRCLSEbKEI=?=\r\nMIME-Version: 1.0\r\n"
    raw += b"Content-Type: text/plain; charset=ISO-2022-JP\r\n\r\n"
    assert texts(read(raw + b"\x1b$B-j|bLZ\x1b(B", "a.eml")) == ["①", "㈱髙木"]


def test_the_html_part_is_read_when_it_has_more_or_a_table() -> None:
    html = f"<html><body><p>{SENTENCE}</p><p>参加者は二百名であった。</p></body></html>"
    table = "<table><tr><td>甲</td><td>乙</td></tr></table>"
    assert len(texts(read(mail(plain="HTML", html=html).as_bytes(), "a.eml"))) == 3
    assert texts(read(mail(html=f"<p>{SENTENCE}</p>").as_bytes(), "a.eml"))[1:] == [SENTENCE]
    both = read(mail(html=f"<body><p>{SENTENCE}</p>{table}</body>").as_bytes(), "a.eml")
    assert [block.text for block in both.blocks if block.cell] == ["甲", "乙"]


def test_attachments_are_named_in_a_finding() -> None:
    message = mail()
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="別紙１.pdf")
    message.add_attachment("控え", filename="memo.txt")
    content = message.as_bytes()
    assert "2 attachments: 別紙１.pdf, memo.txt" in codes(content, "a.eml")[Code.ATTACHMENTS_LEFT_OUT]
    assert "控え" not in "".join(texts(read(content, "a.eml")))


def test_marks_of_quotes_may_be_full_width() -> None:
    message = mail()
    message.set_content("＞ 人員は350名ですか。\n＞＞　はい。\n> > 承知しました。\n")
    assert texts(read(message.as_bytes(), "a.eml"))[1:] == ["人員は350名ですか。", "はい。", "承知しました。"]


def test_a_mail_that_hangs_on_another_is_named_by_its_subject() -> None:
    message = mail()
    message.add_attachment(mail("会合の案内"))
    assert "mail “会合の案内”" in codes(message.as_bytes(), "a.eml")[Code.ATTACHMENTS_LEFT_OUT]


def test_flowed_text_is_joined() -> None:
    raw = b"Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n"
    document = read(raw + "会合を開き、 \n意見を交わした。\n\n次は春に行う。\n".encode(), "a.eml")
    assert texts(document)[1:] == ["会合を開き、意見を交わした。", "次は春に行う。"]


def test_quoted_flowed_text_is_joined_where_it_is_quoted_as_deep() -> None:
    raw = b"Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n"
    document = read(raw + ">> 会合を \n>> 開いた。 \n> いつか。 \n春である。\n-- \n係\n".encode(), "a.eml")
    assert texts(document)[1:] == ["会合を開いた。", "いつか。", "春である。", "係"]


def test_mails_that_cannot_be_read() -> None:
    head = b"Subject:\nMIME-Version: 1.0\n"
    assert "encrypted" in refusal(head + b"Content-Type: application/pkcs7-mime\n\nx", "a.eml")
    empty = head + b'Content-Type: application/pdf; name="a.pdf"\n\nx'
    assert "without text" in refusal(empty, "a.eml")
    nested = head + b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(60))
    assert "nested" in refusal(nested + b"Content-Type: text/plain\n\nx", "a.eml")
    many = (
        head
        + b'Content-Type: multipart/mixed; boundary="b"\n\n'
        + b"--b\nContent-Type: text/plain\n\nx\n" * 9
        + b"--b--"
    )
    assert "parts" in refusal(many, "a.eml", Limits(max_mail_parts=5))


def test_an_outlook_mail() -> None:
    content = msg_from("会合の開催について", SENTENCE, ["別紙１.pdf"])
    document = read(content, "a.msg")
    assert texts(document) == ["会合の開催について", SENTENCE]
    assert (document.metadata.issuer, document.metadata.issued) == ("海山省　広報室", date(2024, 10, 17))
    assert "別紙１.pdf" in codes(content, "a.msg")[Code.ATTACHMENTS_LEFT_OUT]


def test_an_outlook_mail_of_old_strings_or_html_alone() -> None:
    old = msg_from("件名", "", p1000001E=SENTENCE.encode("cp932"))
    html = msg_from("件名", "", p10130102=f"<html><body><p>{SENTENCE}</p></body></html>".encode())
    assert [texts(read(content, "a.msg"))[1] for content in (old, html)] == [SENTENCE, SENTENCE]


def test_a_compound_file_whose_chains_run_in_circles_ends() -> None:
    content = bytearray(msg_from("会合の開催について", SENTENCE))
    content[-512:] = struct.pack("<128I", *range(128))
    assert texts(read(bytes(content), "a.msg")) == ["会合の開催について"]


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("From: <Saved by Blink>\nSnapshot-Content-Location: https://example.jp/a.html\n", ""),
        ('From: "Saved by Windows Internet Explorer 11"\n', "Content-Location: https://example.jp/a.html\n"),
        ("", "Content-Location: https://example.jp/a.html\n"),
    ],
    ids=["Chrome", "Internet Explorer", "nobody"],
)
def test_a_saved_page_is_read_as_the_page_it_holds(head: str, place: str) -> None:
    html = f"<title>会合の開催｜海山省</title><nav><a href='/'>ホーム</a></nav><h1>会合の開催</h1><p>{SENTENCE}</p>"
    raw = f"{head}Subject: x\nDate: Thu, 6 Nov 2025 09:00:00 -0000\nMIME-Version: 1.0\n"
    raw += 'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n'
    raw += f"--b\nContent-Type: text/html; charset=utf-8\n{place}\n{html}\n--b\nContent-Type: image/png\n\nx\n--b--"
    document = read(raw.encode(), "a.mht")
    assert texts(document) == ["会合の開催", SENTENCE]
    known = document.metadata
    assert (known.title, known.issuer, known.issued) == ("会合の開催", "海山省", None)
    assert known.address == "https://example.jp/a.html"
    assert Code.ATTACHMENTS_LEFT_OUT not in codes(raw.encode(), "a.mht")


PICTURES = """From: <Saved by Blink>
Snapshot-Content-Location: https://example.jp/p/a.html
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html; charset=utf-8
Content-Location: https://example.jp/p/a.html

<main><h1>会合の開催</h1><figure><img src="{address}"><figcaption>写真１　会合の様子</figcaption></figure>
<p>{sentence}</p></main>
--b
Content-Type: image/png
Content-Transfer-Encoding: base64
{named}

iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==
--b--
"""


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("https://example.jp/img/1.png", "Content-Location: https://example.jp/img/1.png"),
        ("../img/1.png", "Content-Location: https://example.jp/img/1.png"),
        ("cid:one@mhtml.blink", "Content-ID: <one@mhtml.blink>"),
    ],
    ids=["an address", "a relative address", "an identifier"],
)
def test_pictures_of_a_saved_page_are_parts_of_it(address: str, named: str) -> None:
    content = PICTURES.format(address=address, named=named, sentence=SENTENCE).encode()

    pictured = {block.text: block.picture for block in read_document(content, "a.mht", pictures=True).value.blocks}

    assert (picture := pictured["写真１　会合の様子"]) is not None
    assert picture.media_type == "image/png"
    assert all(block.picture is None for block in read(content, "a.mht").blocks)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("定員は<s>210名</s>195名です。", "定員は195名です。"),
        ('期限は<span style="text-decoration: line-through">3月1日</span>4月1日です。', "期限は4月1日です。"),
        ("面積は340km<sup>2</sup>です。", "面積は340km²です。"),
    ],
    ids=["struck", "struck by its style", "raised"],
)
def test_the_html_part_is_read_where_plain_text_would_join_figures(html: str, text: str) -> None:
    message = mail()
    message.set_content("定員は210名195名、期限は3月1日4月1日、面積は340km2です。")
    message.add_alternative(f"<html><body><p>{html}</p></body></html>", subtype="html")

    assert texts(read(message.as_bytes(), "a.eml"))[1] == text
