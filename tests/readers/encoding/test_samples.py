"""Hundreds of short texts in every encoding: each is read exactly, or a warning says what else it could be."""

from pathlib import Path

import pytest

from briefgen.findings import Severity
from briefgen.readers.encoding.decoding import decode

CASES = Path(__file__).parents[2] / "cases" / "encoding" / "texts.txt"
CODECS = (
    "utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16", "cp932", "euc_jp", "euc_jis_2004", "iso2022_jp",
    "iso2022_jp_ext",
)  # fmt: skip


def samples():
    lines = CASES.read_text(encoding="utf-8").splitlines()
    texts = [line.replace("\\n", "\n").replace("\\r", "\r") for line in lines if line and not line.startswith("#")]
    texts += [text[:length] for text in texts for length in (10, 17) if len(text) > length]
    for codec in CODECS:
        for text in texts:
            try:
                yield codec, text, text.encode(codec)
            except UnicodeEncodeError:
                continue


SAMPLES = list(samples())


def as_read(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")


def test_there_are_enough_of_them():
    assert len({content for _, _, content in SAMPLES}) > 1000
    assert all(8 <= len(text) <= 200 for _, text, _ in SAMPLES)


@pytest.mark.parametrize("codec", CODECS)
def test_none_is_read_wrongly(codec):
    wrong = []
    for own, text, content in SAMPLES:
        if own == codec:
            outcome = decode(content)
            if outcome.value != as_read(text):
                wrong.append((text, outcome.value, [finding.message for finding in outcome.findings]))
    assert wrong == []


def test_few_are_told_to_be_doubtful():
    doubtful = [text for _, text, content in SAMPLES if _warns(content)]
    assert len(doubtful) < len(SAMPLES) / 50


def _warns(content):
    return any(finding.severity >= Severity.WARNING for finding in decode(content).findings)
