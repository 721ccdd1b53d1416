"""Pictures of Word files stand in the blocks of their captions, or are left out with a finding."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from briefgen.findings import Code
from briefgen.model.limits import DEFAULT_LIMITS, Limits
from briefgen.readers import read_document
from tests.readers.make import docx_with, drawing, p, run

SENTENCE = "海山省は会合を開催し、各国の取組について意見を交換した。"
STYLES = '<w:style w:styleId="C"><w:name w:val="caption"/></w:style>'


def image(kind: str, red: int = 200) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (30, 20), (red, 30, 30)).save(buffer, kind)
    return buffer.getvalue()


PICTURES = {"one.png": image("PNG"), "two.jpeg": image("JPEG"), "three.gif": image("GIF")}
ONE, TWO, GIF = (f"<w:p>{drawing(name)}</w:p>" for name in PICTURES)


def shown(body: str, limits: Limits = DEFAULT_LIMITS) -> tuple[list[str], list[str]]:
    """The blocks, with the kind of their picture, and what findings say about pictures."""
    outcome = read_document(docx_with(PICTURES, p("題") + body, styles=STYLES), "paper.docx", limits, pictures=True)
    blocks = [
        f"{block.kind} {block.text} {block.picture.media_type if block.picture else '-'}"
        for block in outcome.value.blocks[1:]
    ]
    return blocks, [f.message for f in outcome.findings if f.code is Code.PICTURE_DROPPED]


TEXT = f"paragraph {SENTENCE} -"


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        (p(SENTENCE) + ONE + p("図１　配置") + p(SENTENCE), [TEXT, "caption 図１　配置 image/png", TEXT]),
        (p(SENTENCE) + p("写真：開会式") + TWO + p(SENTENCE), [TEXT, "caption 写真：開会式 image/jpeg", TEXT]),
        (
            p(SENTENCE) + ONE + p("図１　配置") + TWO + p("図２　経路") + p(SENTENCE),
            [TEXT, "caption 図１　配置 image/png", "caption 図２　経路 image/jpeg", TEXT],
        ),
        (
            p(SENTENCE) + p("図１　配置") + ONE + p("図２　経路") + TWO + p(SENTENCE),
            [TEXT, "caption 図１　配置 image/png", "caption 図２　経路 image/jpeg", TEXT],
        ),
        (p(SENTENCE) + ONE + p("握手する両大臣", '<w:pStyle w:val="C"/>'), [TEXT, "caption 握手する両大臣 image/png"]),
        (p(SENTENCE) + f"<w:p>{drawing('one.png')}{run('図１　配置')}</w:p>", [TEXT, "caption 図１　配置 image/png"]),
        (
            p(SENTENCE) + '<w:p><w:r><w:pict><v:imagedata r:id="one.png"/></w:pict></w:r></w:p>' + p("図１　配置"),
            [TEXT, "caption 図１　配置 image/png"],
        ),
    ],
)
def test_a_picture_stands_with_its_caption(body: str, blocks: list[str]) -> None:
    assert shown(body) == (blocks, [])


@pytest.mark.parametrize(
    "body",
    [
        p(SENTENCE) + ONE + p(SENTENCE),
        p(SENTENCE) + ONE + p("図書館は休館とする。") + p(SENTENCE),
        p(SENTENCE) + GIF + p("図１　配置"),
        p(SENTENCE) + f"<w:p>{drawing('missing.png')}</w:p>" + p("図１　配置"),
        p(SENTENCE) + f"<w:tbl><w:tr><w:tc>{ONE}{p('甲')}</w:tc><w:tc>{p('乙')}</w:tc></w:tr></w:tbl>",
    ],
)
def test_others_are_left_out_with_a_finding(body: str) -> None:
    blocks, messages = shown(body)
    assert not [block for block in blocks if not block.endswith(" -")]
    assert messages == [
        "Left out: 1 picture (no caption, too large, damaged, or neither PNG nor JPEG), with any text they show."
    ]


def test_a_picture_beyond_the_limit_is_left_out() -> None:
    blocks, messages = shown(p(SENTENCE) + ONE + p("図１　配置"), Limits(max_picture_bytes=20))
    assert blocks[1].endswith(" -")
    assert len(messages) == 1


def test_without_being_asked_for_the_finding_names_the_flag() -> None:
    content = docx_with(PICTURES, p("題") + p(SENTENCE) + ONE + p("図１　配置"))
    outcome = read_document(content, "paper.docx")
    (found,) = [finding for finding in outcome.findings if finding.code is Code.PICTURE_DROPPED]
    assert "--pictures" in (found.hint or "")
    assert not any(block.picture for block in outcome.value.blocks)
