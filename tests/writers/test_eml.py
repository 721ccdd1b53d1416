"""The mail draft: what a mail program finds in it, and that it is always the same."""

from datetime import UTC, datetime
from email import message_from_bytes, policy

from briefgen.model.output import OutputFile
from briefgen.writers.eml import Mail, write_eml

CREATED = datetime(2024, 10, 21, 3, tzinfo=UTC)
FILES = (
    OutputFile("会談.pdf", "application/pdf", b"%PDF-1.7 x"),
    OutputFile("notes.txt", "text/plain", "一".encode()),
    OutputFile("odd", "application/octet-stream", b"\0\1"),
)
MAIL = Mail(
    "注意: Talks\nin Brussels", "Two lines\nof text 会談", ("A <a@example.org>", "D/Plans"), ("b@example.org", "c")
)


def opened(mail=MAIL, files=FILES):
    return message_from_bytes(write_eml(mail, files, CREATED).content, policy=policy.default)


def test_it_is_a_draft_with_its_addressees():
    message = opened()

    assert message["X-Unsent"] == "1"
    assert message["From"] is None
    assert [address.addr_spec for address in message["To"].addresses] == ["a@example.org"]
    assert [address.addr_spec for address in message["Cc"].addresses] == ["b@example.org"]
    assert message["Subject"] == "注意: Talks in Brussels"
    assert message["Date"].datetime == CREATED


def test_offices_without_an_address_are_no_addressees():
    message = opened(Mail("S", "T", ("D/Plans", "x@", "a@b@c.de", "mallory@example.org\nBcc: x@y.example")))

    assert message["To"] is None
    assert message["Bcc"] is None


def test_text_and_attachments_come_out_as_they_went_in():
    message = opened()

    assert message.get_body().get_content().splitlines() == ["Two lines", "of text 会談"]
    attached = list(message.iter_attachments())
    assert [part.get_filename() for part in attached] == ["会談.pdf", "notes.txt", "odd"]
    assert [part.get_content_type() for part in attached] == [file.media_type for file in FILES]
    assert [part.get_payload(decode=True) for part in attached] == [file.content for file in FILES]


def test_the_same_gives_the_same_and_another_gives_another_id():
    assert write_eml(MAIL, FILES, CREATED) == write_eml(MAIL, FILES, CREATED)
    assert opened()["Message-ID"] != opened(files=FILES[:1])["Message-ID"]


def test_a_mail_without_attachments():
    assert opened(files=()).get_content_type() == "text/plain"


def test_lines_end_as_mail_wants_and_stay_short():
    lines = write_eml(MAIL, FILES, CREATED).content.split(b"\r\n")

    assert all(b"\n" not in line and len(line) <= 998 for line in lines)
