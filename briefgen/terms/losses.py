"""What gets lost: figures and Latin words of the Japanese that no constraint covers and the English does not have.

Constraints are verified by themselves. What the matcher has overlooked is left to the model, and this tells where the
model has dropped it, so that no figure goes missing in silence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.japanese.folding import fold
from briefgen.japanese.numerals import NUMBER, parse_number
from briefgen.model.segment import Span, replaced
from briefgen.terms.figures import canonical, names_no_number, numbers_in

__all__ = ["Loss", "losses"]

_COUNTED = re.compile(
    "[つ人名件個隻機台本枚回年月日者点社校国市町村県区組班期代次位名棟戸頭匹羽足冊発丁基両艘歳才度倍割分秒号条項章節部隊群団軍]|[かカヶケ箇]"
)
"""Behind a single numeral in kanji these make it a number; else it is more often part of a name (三浦, 八代)."""

_WORDS_WITHOUT_NUMBER = (
    "四捨五入|四半|三者|第三国|[一二三]次[元的災]|二の[足次舞]|再三|無二|一石二鳥|十五夜|三段|二階|十二支|[二三]者|二転三転|四苦八苦|四六時中"
    "|八方|二番煎|二律背反|二人三脚|束三文|三文芝|胸三寸|三権|三位一体|五分五分|五里霧中|五十音|九死に|十八番|七五三|五感|五穀|四季|四肢"
    "|[三四五六七八]角|十字|赤十字|不十分|十分(?=[とだ理配応注な])|[二三五六]酸化|六塩化|[二三四]塩化|零[細下戦落]"
    "|二度と|二極化|二分[しさす]|二輪車|二枚[貝舌]|四重奏|四球|三振|三味線|三線|三日月|三葉虫|五線|六分儀|七面鳥|九官鳥"
    "|四方|七夕|[二三]重|尺八|十手|七転び|三脚"
)
"""Words with a numeral that count nothing, 二酸化炭素 and 二度と."""
_NAMES_WITH_NUMERAL = (
    "八尾|八代|五所川原|九十九里|三十三間|十和田|千代田|三次市|六甲|三陸|三鷹|三条市|三河|三浦|三宅|三笠|三池|三内丸山"
    "|(?<![一-龯々])(?:三[木村田好島輪崎上谷橋枝宿沢]|二[見階堂宮]|四谷|五[代味木]|七[海里]|八[木幡田板潮雲])"
    "|八[潮女街郎甲]|八幡|八雲|四万十|四ツ谷|四ノ宮|四川|五大湖|十津川|十島村|九条|二条城|六角川|[一二三四五六七八九]郎"
    "|(?<=[一-龯])(?<![第数約計各別表式項図号類種案章例注問部全合残他同上下前後新旧年月日])[一二三五六](?=さん|氏|様|君|女史|選手|容疑者|被告|、?[同両]氏)"
)
"""Names of places and persons: 三陸, 三木, and 健二さん, whose numeral stands behind another kanji of the name."""
_IDIOMS = re.compile(f"{_WORDS_WITHOUT_NUMBER}|{_NAMES_WITH_NUMERAL}")
"""Numerals that are no numbers, beside those that license none."""

_NO_NUMERALS = re.compile("[一壱弐参拾百千万億兆]")
"""By itself each of these is a part of a word (参列, 一層, 万全)."""

_LATIN = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?![A-Za-z])")
"""Names in Latin letters: at least two capitals."""

_CODE = re.compile(r"(?<![A-Za-z0-9.,])[0-9]+[A-Z]+(?![a-z0-9])")
"""A figure with a letter behind it, which stay together: 3F, 699X."""

_CLASS_NUMERAL = re.compile("(?<=[ァ-ヺー])(?P<numeral>[Ⅰ-Ⅻ]|[IVX]{1,4})(?=[級型])")
"""The numeral behind the name of a class of ships, without which it is another one: キロⅡ級."""

_WORDS = {
    "0": r"zero|no|none|never",
    "1": r"an?|one|once|single|first|sole|only|another|each|every|per|the",
    "2": r"both|twice|second|pair|couple|double[ds]?|bilateral|dual|two-\w+|half|either",
    "3": r"trilateral|triple[ds]?|thrice|tri-\w+",
    "4": r"quad\w*|quarter\w*",
    "10": r"decades?",
    "0.5": r"half",
}
"""English words that say a number without a numeral."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A figure or word as the Japanese writes it, and whether it is sure to be one."""

    written: str
    is_sure: bool = True


def losses(source: str, covered: Iterable[Span], english: str) -> tuple[Loss, ...]:
    """The figures and Latin words outside of the covered stretches that the English lacks, in source order."""
    rest = replaced(source, ((span, "\n" * (span.end - span.start)) for span in covered))
    text = _IDIOMS.sub("□", names_no_number(fold(rest).text))
    found = {loss.written: loss for loss in (*_figures(text, english), *_latin(text, english))}
    return tuple(found.values())


def _figures(text: str, english: str) -> Iterator[Loss]:
    present = {value for _, value in numbers_in(english)}
    codes = set(_CODE.findall(english))
    for match in re.finditer(NUMBER, text):
        value = parse_number(match[0])
        is_name = bool(re.search(r"[A-Za-z]-?$", text[: match.start()]))
        is_name = is_name or bool(_NO_NUMERALS.fullmatch(match[0]))
        code = _CODE.match(text, match.start())
        is_name = is_name or (code is not None and code[0] in codes)
        if value is None or is_name or canonical(value) in present or _is_said(canonical(value), english):
            continue
        is_arabic = match[0][0].isdigit()
        is_ordinal = text[match.start() - 1 : match.start()] == "第" and text.startswith("に", match.end())
        yield Loss(match[0], is_arabic or is_ordinal or len(match[0]) > 1 or bool(_COUNTED.match(text, match.end())))


def _is_said(value: str, english: str) -> bool:
    """Whether a word of the English says the number."""
    return value in _WORDS and bool(re.search(rf"\b(?:{_WORDS[value]})\b", english, re.IGNORECASE))


def _latin(text: str, english: str) -> Iterator[Loss]:
    lowered = re.sub(r"[\s-]", "", english.lower())
    for match in _LATIN.finditer(text):
        if match[0].lower() not in lowered:
            yield Loss(match[0])
    for match in _CLASS_NUMERAL.finditer(text):
        if not re.search(rf"\b{unicodedata.normalize('NFKC', match['numeral'])}\b", english):
            yield Loss(match["numeral"])
