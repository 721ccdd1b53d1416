"""Pictures of web pages, inside them or beside them, stand in the blocks of their captions; nothing is fetched."""

from __future__ import annotations

import base64

import pytest

from briefgen.findings import Code
from briefgen.model.limits import DEFAULT_LIMITS, Limits
from briefgen.readers import read_document
from tests.readers.docx.test_pictures import image
from tests.readers.looks import SENTENCE

PNG, JPEG, GIF = image("PNG"), image("JPEG"), image("GIF")
FILES = {"page_files/1.png": PNG, "page_files/港 1.jpg": JPEG, "2.gif": GIF, "large.png": PNG + b"\0" * 5000}


def data(content: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"


def shown(body: str, limits: Limits = DEFAULT_LIMITS, pictures: bool = True) -> tuple[list[str], list[str]]:
    """Captions with the kind of their picture, and what findings say about pictures."""
    page = f"<html><body><article><h1>岬市で開所式</h1><p>{SENTENCE}</p>{body}<p>{SENTENCE}</p></article></body></html>"
    outcome = read_document(page.encode(), "page.html", limits, pictures, FILES.get)
    captions = [
        f"{block.text} {block.picture.media_type if block.picture else '-'}"
        for block in outcome.value.blocks
        if block.kind == "caption" or block.picture
    ]
    return captions, [f.message for f in outcome.findings if f.code is Code.PICTURE_DROPPED]


def figure(address: str, above: bool = False) -> str:
    parts = [f'<img src="{address}">', "<figcaption>祝辞を述べる大臣</figcaption>"]
    return f"<figure>{''.join(reversed(parts) if above else parts)}</figure>"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (figure(data(PNG)), "image/png"),
        (figure(data(JPEG, "jpeg").replace("+", "%2B")), "image/jpeg"),
        (figure("page_files/1.png"), "image/png"),
        (figure("./page_files/1.png?w=600#top"), "image/png"),
        (figure("page_files/%E6%B8%AF%201.jpg"), "image/jpeg"),
        (figure("page_files/1.png", above=True), "image/png"),
        ('<div><img src="page_files/1.png"><p>祝辞を述べる大臣</p></div>', "image/png"),
        (figure('data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="page_files/1.png'), "image/png"),
        (figure('" data-src="page_files/1.png'), "image/png"),
        ('<img src="page_files/1.png"><p class="caption">祝辞を述べる大臣</p>', "image/png"),
    ],
)
def test_a_picture_stands_with_its_caption(body: str, kind: str) -> None:
    assert shown(body) == ([f"祝辞を述べる大臣 {kind}"], [])


@pytest.mark.parametrize(
    "address",
    [
        "missing.png", "2.gif", "large.png", "https://example.jp/1.png", "//example.jp/1.png", "/1.png", "file:1.png",
        "data:image/png;base64,AAA", "data:image/png;base64,====", "data:7",
    ],
)  # fmt: skip
def test_others_are_left_out_with_a_finding(address: str) -> None:
    captions, messages = shown(figure(address), Limits(max_picture_bytes=4000))

    assert captions == ["祝辞を述べる大臣 -"]
    assert messages == [
        "Left out: 1 picture (no caption, too large, damaged, or neither PNG nor JPEG), with any text they show."
    ]


def test_a_picture_without_a_caption_is_left_out_and_does_not_take_that_of_another() -> None:
    body = f'<p><img src="page_files/1.png"></p><p>{SENTENCE}</p>{figure("page_files/1.png")}'
    captions, messages = shown(body)

    assert captions == ["祝辞を述べる大臣 image/png"]
    assert messages[0].startswith("Left out: 1 picture ")


def test_a_caption_has_one_picture_and_figures_side_by_side_keep_theirs() -> None:
    assert shown(figure("page_files/1.png") + figure(data(JPEG, "jpeg"), above=True))[0] == [
        "祝辞を述べる大臣 image/png",
        "祝辞を述べる大臣 image/jpeg",
    ]


def test_pictures_are_counted_when_nobody_asked_for_them() -> None:
    assert shown(figure("page_files/1.png") + figure(data(PNG)), pictures=False) == (
        ["祝辞を述べる大臣 -", "祝辞を述べる大臣 -"],
        ["Left out: 2 pictures, with any text they show."],
    )


def test_pictures_inside_the_page_do_not_count_as_its_text() -> None:
    body = figure(data(PNG + b"\0" * 50_000))

    assert shown(body, Limits(max_characters=2000))[0] == ["祝辞を述べる大臣 image/png"]
