"""Verbs and nouns that some papers write in kana, in the kanji in which the engine knows them: ゆだねた, 破たん.

The pairs a model learns from write them in kanji: of 78,644 sentences none has をゆだね or 破たん, 172 have 委ね and 14
破綻. Given in kana, the built-in model guessed and hardly ever doubted it: 制裁をまぬがれた came out as slugged
sanctions, 町は受け入れをひかえている as the town is striking. Kana that may be two words are left as they are.
"""

from __future__ import annotations

import re

from briefgen.model.segment import Span, replaced

__all__ = ["in_kanji", "kana_in"]

_ROWS = {
    "k": "かきくけこい", "g": "がぎぐげごい", "s": "さしすせそ", "b": "ばびぶべぼん", "m": "まみむめもん",
    "r": "らりるれろっ", "w": "わいうえおっ",
}  # fmt: skip


def _entries(table: str) -> dict[str, str]:
    """The entries of a table by what stands before their colon."""
    return dict(entry.split(":") for entry in table.split())


_VERBS = _entries(
    """
    あきらめ:諦め あつかw:扱 あらそw:争 あらたな:新たな あらたに:新たに あらためて:改めて いきづまr:行き詰ま
    いっせいに:一斉に うけいれ:受け入れ うけとめ:受け止め うけとr:受け取 うしなw:失 うたがw:疑 うちきr:打ち切
    うったえ:訴え うながs:促 うばw:奪 うらぎr:裏切 うらづけ:裏付け おくれ:遅れ おこたr:怠 おこなw:行 おさえ:抑え
    おそわれ:襲われ おちいr:陥 おとろえ:衰え おびやかs:脅か おぎなw:補 およぼs:及ぼ かかえ:抱え かかげ:掲げ かぎr:限
    かさね:重ね かたよr:偏 きずk:築 きびしk:厳し きわめて:極めて くいとめ:食い止め くずs:崩 くずれ:崩れ くつがえs:覆
    くりかえs:繰り返 こころみ:試み こわs:壊 こわれ:壊れ ささえ:支え さしひかえ:差し控え さだめ:定め さまたげ:妨げ
    しりぞけ:退け したがw:従 しらべ:調べ すすm:進 すすめ:進め すみやかに:速やかに せまr:迫 そこなw:損な
    たがいに:互いに たおs:倒 たおれ:倒れ たかまr:高ま たかめ:高め たくわえ:蓄え たしかめ:確かめ たずさわr:携わ
    たたかw:戦 ただちに:直ちに たちあげ:立ち上げ たちいr:立ち入 ちかづk:近づ つきとめ:突き止め つくr:作 つたえ:伝え
    つちかw:培 つつしm:慎 つづk:続 つづけ:続け つねに:常に つよまr:強ま つよめ:強め とくに:特に とどこおr:滞
    ととのw:整 とらえ:捉え とりあげ:取り上げ とりくm:取り組 とりしらべ:取り調べ とりのぞk:取り除 とりまとめ:取りまとめ
    とりもどs:取り戻 とりやめ:取りやめ なやまs:悩ま ぬすm:盗 ねらw:狙 のこっ:残っ のこら:残ら のこり:残り のこる:残る
    のこs:残 のりきr:乗り切 のりこえ:乗り越え はぐくm:育 はげまs:励ま はじまr:始ま はたs:果た ひかえ:控え
    ひきあげ:引き上げ ひきおこs:引き起こ ひきさげ:引き下げ ひきつづき:引き続き ひらk:開 ひろがr:広が ひろげ:広げ
    ふかまr:深ま ふかめ:深め ふくm:含 ふくめ:含め ふせg:防 ふたたび:再び ふまえ:踏まえ ふみきr:踏み切 ふみこm:踏み込
    ほどこs:施 まねk:招 まぬかれ:免れ まぬがれ:免れ まもr:守 みおくr:見送 みきわめ:見極め みずから:自ら みたs:満た
    みつかr:見つか みつけ:見つけ みとめ:認め みなおs:見直 みのがs:見逃 むずかしk:難し もとめ:求め もりこm:盛り込
    やしなw:養 ゆきづまr:行き詰ま ゆだね:委ね ゆずr:譲 ゆるs:許 よびかけ:呼びかけ よわまr:弱ま よわめ:弱め
    """
)
"""Beginnings, with their kanji; a letter stands for a row of kana, as in dictionaries of input methods: まねk."""
_WITH_PARTICLE = _entries(
    """
    がとわれ:が問われ がのぞm:が望 にいたっ:に至っ にいたる:に至る におよb:に及 にくわえ:に加え にそなえ:に備え
    につとめ:に努め にともなw:に伴 にのぞm:に臨 にはかr:に諮 にやぶれ:に敗れ ようつとめ:よう努め をあやまr:を誤
    をあらわs:を表 をいかs:を生か をかくs:を隠 をつかw:を使 をつくs:を尽く をつとめ:を務め をともなw:を伴
    をとわれ:を問われ をになw:を担 をのぞm:を望 をはかr:を図 をむかえ:を迎え をもうけ:を設け 段階にうつr:段階に移
    見きわめ:見極め
    """
)
"""The same where the particle tells which word it is: をはかる is 図る, にはかる 諮る."""
_MIXED = _entries(
    """
    ねつ造:捏造 隠ぺい:隠蔽 破たん:破綻 進ちょく:進捗 だ捕:拿捕 ら致:拉致 終えん:終焉 失そう:失踪 覚せい剤:覚醒剤
    殺りく:殺戮 危ぐ:危惧 ばく大:莫大 沈でん:沈殿 払しょく:払拭 誘かい:誘拐 ざん新:斬新 し烈:熾烈 しゅん工:竣工
    補てん:補填 ちょう報:諜報 はく奪:剥奪 冒とく:冒涜 遮へい:遮蔽 う回:迂回 こう着:膠着 こん包:梱包 わい曲:歪曲
    ほう起:蜂起 ぜい弱:脆弱 わいろ:賄賂 しょう戒:哨戒 えい航:曳航 びょう泊:錨泊 座しょう:座礁 橋りょう:橋梁
    かんがい:灌漑 弾こん:弾痕 こん跡:痕跡 ろう城:籠城 そ上:俎上 そ撃:狙撃 き然:毅然 べっ視:蔑視 軽べつ:軽蔑
    ぼっ発:勃発 はんらん:氾濫 えん罪:冤罪 ひん死:瀕死 しっ責:叱責 さく裂:炸裂 すう勢:趨勢 てん末:顛末 まん延:蔓延
    あん分:按分 どう喝:恫喝 ほ乳:哺乳 ゆ着:癒着 ほ虜:捕虜 たい積:堆積 そご:齟齬 ざんごう:塹壕 ていねい:丁寧
    ろ獲:捕獲 鹵獲:捕獲 けい留:係留 さん橋:桟橋 さんばし:桟橋 がん壁:岸壁 へさき:船首 ざしょう:座礁 かく座:座礁
    ひょう流:漂流 しゅんせつ:浚渫 うかい路:迂回路 船はしけの:船は荒天の 船はしけで:船は荒天で
    いかりを下ろ:錨を下ろ いかりを降ろ:錨を下ろ
    いかりをおろ:錨を下ろ いかりを入れ:錨を下ろ いかりを上げ:錨を上げ いかりを揚げ:錨を上げ
    ほを張:帆を張 ほを上げ:帆を上げ ろを漕:オールを漕 ろをこ:オールをこ かいを漕:オールを漕
    """
)
"""Words of which a character outside the list of common ones is in kana."""


def _beginnings(words: dict[str, str]) -> str:
    """Any of the words, the longest first; of those with a letter, what stands before it and before its row."""
    rows = {word: _ROWS.get(word[-1]) for word in sorted(words, reverse=True)}
    return "|".join(f"{word[:-1]}(?=[{row}])" if row else word for word, row in rows.items())


_VERB = re.compile(
    f"(?<![^をにがはもとで、。「\ue000])(?P<alone>{_beginnings(_VERBS)})|(?P<with>{_beginnings(_WITH_PARTICLE)})"
)
_NOUN = re.compile(f"(?<![ぁ-ゖ])(?:{_beginnings(_MIXED)})|(?<=[をがはのに])(?:{_beginnings(_MIXED)})")
_OTHERWISE = {
    "をはか": re.compile("(?:時間|距離|出方|真意|[さ重度量位積圧速力率温])$"),
    "につとめ": re.compile("[社所行場省店院校局庁署]$"),
    "をもうけ": re.compile("(?:[子娘]|子ども|子供|息子|[男女]児)$"),
}
"""Words before which it is another verb: 距離をはかる is 測る."""
_PROCLAIMED = re.compile("(?P<particle>(?<![歌曲唄])を|と)うた(?P<ending>う|って|った|い(?=[、上])|(?<!とうた)われ)")
_ENDINGS = {"う": "る", "って": "て", "った": "た", "い": "", "われ": "られ"}


def in_kanji(text: str) -> str:
    """The text with the verbs and nouns that it writes in kana in kanji; うたう as 掲げる, but for songs."""
    return replaced(text, _words(text))


def kana_in(text: str) -> tuple[Span, ...]:
    """Where the words stand that `in_kanji` writes otherwise."""
    return tuple(span for span, _ in _words(text))


def _words(text: str) -> list[tuple[Span, str]]:
    """The words in kana, and what they are in kanji, in order."""
    found = [(one, _MIXED[one[0]]) for one in _NOUN.finditer(text)]
    found += [(one, f"{one['particle']}掲げ{_ENDINGS[one['ending']]}") for one in _PROCLAIMED.finditer(text)]
    found += [(one, _with_kanji(one)) for one in _VERB.finditer(text)]
    return sorted((Span(*one.span()), kanji) for one, kanji in found)


def _with_kanji(found: re.Match[str]) -> str:
    kana = found[0]
    if (other := _OTHERWISE.get(kana)) and other.search(found.string, 0, found.start()):
        return kana
    words = _VERBS if found["alone"] else _WITH_PARTICLE
    if kana in words:
        return words[kana]
    row = next(row for row, kanas in _ROWS.items() if found.string[found.end()] in kanas and kana + row in words)
    return words[kana + row]
