"""Segments tile the text of their block, and a cut sentence is a finding."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.findings import Code, Severity
from briefgen.model.document import Block, BlockId, BlockKind, SourceDocument
from briefgen.segmenting import segment_document


def paper(*texts, kind=BlockKind.PARAGRAPH):
    blocks = tuple(Block(BlockId(f"b{n:04d}"), kind, text, page=2) for n, text in enumerate(texts, start=1))
    return SourceDocument("paper.txt", "0" * 64, "text/plain", blocks)


def test_sentences_become_segments_with_ids():
    """Block id and number within the block; a block without text has none."""
    segmented = segment_document(paper("会談した。次回は来年。", "", "以上")).value

    assert [(segment.id, segment.text) for segment in segmented.segments] == [
        ("b0001.s01", "会談した。"),
        ("b0001.s02", "次回は来年。"),
        ("b0003.s01", "以上"),
    ]


@pytest.mark.parametrize(
    ("label", "text", "expected"),
    [
        ("○", "北条委員長　これより会議を開きます。", ["北条委員長　", "これより会議を開きます。"]),
        (
            "○",
            "政府参考人（須藤一郎君）　お答えします。検討中です。",
            ["政府参考人（須藤一郎君）　", "お答えします。", "検討中です。"],
        ),
        ("○", "岬国務大臣 お答えします。", ["岬国務大臣 ", "お答えします。"]),
        ("○", "委員長（東海林君） 会議を開きます。", ["委員長（東海林君） ", "会議を開きます。"]),
        ("○", "岬政府参考人 抑止力は重要です。", ["岬政府参考人 ", "抑止力は重要です。"]),
        ("○", "防衛大臣 岬浩二は訪米した。", ["防衛大臣 岬浩二は訪米した。"]),
        ("○", "防衛大臣 岬 浩二が訪米した。", ["防衛大臣 岬 浩二が訪米した。"]),
        ("○", "関係長官 及び大臣が出席した。", ["関係長官 及び大臣が出席した。"]),
        ("○", "７番（早瀬　守）　伺います。", ["７番（早瀬　守）　", "伺います。"]),
        ("◯", "記者：負担はいくらですか。", ["記者：", "負担はいくらですか。"]),
        ("○", "局長　岬　花子", ["局長　岬　花子"]),
        ("○", "委員は、次の者とする。", ["委員は、次の者とする。"]),
        ("・", "大臣　約２億円です。", ["大臣　約２億円です。"]),
        ("", "大臣　約２億円です。", ["大臣　約２億円です。"]),
    ],
)
def test_who_speaks_is_no_part_of_what_is_said(label, text, expected):
    """In minutes behind a circle; lists of people and ordinary sentences are not cut."""
    document = paper(text)
    document = replace(document, blocks=(replace(document.blocks[0], label=label),))

    assert [segment.text for segment in segment_document(document).value.segments] == expected


def test_who_speaks_again_is_no_part_of_what_is_said():
    """山田議員 speaks twice, so that his lines are speeches, and 市長's, too."""
    document = paper(
        "山田議員　いつですか。", "市長（岬　花子）　来年です。", "山田議員　なぜですか。", "山田議員は、座った。"
    )

    assert [segment.text for segment in segment_document(document).value.segments] == [
        "山田議員　",
        "いつですか。",
        "市長（岬　花子）　",
        "来年です。",
        "山田議員　",
        "なぜですか。",
        "山田議員は、座った。",
    ]


def test_a_long_sentence_is_cut_with_a_finding():
    """At a clause, and the finding says where."""
    outcome = segment_document(paper("訓練は順調であったが、天候が悪化し、中止した。短い。"), limit=16)

    assert [segment.text for segment in outcome.value.segments] == [
        "訓練は順調であったが、",
        "天候が悪化し、中止した。",
        "短い。",
    ]
    assert [(f.code, f.severity) for f in outcome.findings] == [(Code.SENTENCE_SPLIT, Severity.INFO)]
    assert outcome.findings[0].where.segment == "b0001.s01"
    assert outcome.findings[0].where.page == 2


@given(st.lists(st.text("会談。、（）「」A b1！\n", max_size=60), max_size=4), st.integers(1, 30))
def test_segments_tile_their_block(texts, limit):
    """Joined, they are the text; their spans say where they stand; none is longer than the limit."""
    document = paper(*texts)
    segmented = segment_document(document, limit).value

    for block in document.blocks:
        own = [segment for segment in segmented.segments if segment.block == block.id]
        assert "".join(segment.text for segment in own) == block.text
        assert all(block.text[s.span.start : s.span.end] == s.text and len(s.text) <= limit for s in own)
