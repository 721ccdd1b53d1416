"""Figures of speech in plain words: 一石を投じた as 問題を提起した, 白紙に戻された as 撤回された.

A small model takes them word by word and does not doubt what it says: invested a stone, returned to white paper, the
government cut its rudder. Each plain wording was tried on the built-in model, which says it rightly.
"""

from __future__ import annotations

import re
from functools import cache

from briefgen.model.segment import Span, replaced

__all__ = ["figures_in", "in_plain_words"]

_SOUNDS = {
    "k": "く き いて いた か かれ", "g": "ぐ ぎ いで いだ が がれ", "s": "す し して した さ され",
    "b": "ぶ び んで んだ ば ばれ", "m": "む み んで んだ ま まれ", "r": "る り って った ら られ",
    "t": "つ ち って った た たれ", "w": "う い って った わ われ", "1": "る - て た - られ",
    "z": "する し して した し され",
}  # fmt: skip
"""Forms by the class of a verb, its row of kana, 1 for those in る, z for する; the last is the passive."""
_JOINING, _OPEN = 1, 4
"""The forms before 、 and ます, and before ない."""
_IDIOMS = """
    怒りを覚え1=怒りを感じ1 憤りを覚え1=憤りを感じ1 不安を覚え1=不安を感じ1 違和感を覚え1=違和感を感じ1
    危機感を覚え1=危機感を感じ1 恐怖を覚え1=恐怖を感じ1 一石を投じ1=問題を提起z に水を差s=を損なw 尾を引k=続k
    白紙に戻s=撤回z に乗り出s=を始め1 に頭を抱え1=に悩m 火消しに追われ1=事態の収拾に追われ1 途方に暮れ1=困惑z
    言葉を濁s=明言を避け1 に手を染め1=を行w を迫られ1=を求められ1 苦戦を強いられ1=苦戦z に二の足を踏m=に慎重になr
    波紋を広げ1=議論を呼b 波紋を呼b=議論を呼b 物議を醸s=議論を呼b 浮き彫りにs=明らかにz 浮き彫りにな=明らかにな
    氷山の一角=ごく一部 枚挙にいとまがな=非常に多 にメスを入れ1=を調査z 骨抜きにs=弱め1 に悲鳴を上げ1=に苦しm
    大詰めを迎え1=最終段階に入r 正念場を迎え1=重要な段階に入r を重く見1=を深刻に受け止め1 先手を打t=先に行動z
    後手に回r=遅れ1 に手を焼k=に苦労z に目を光らせ1=を監視z に目を通s=を読m に首をかしげ1=に疑問を示s
    首を縦に振r=同意z 首を横に振r=拒否z 胸をなで下ろs=安堵z 胸をなでおろs=安堵z 重い腰を上げ1=動き出s
    舵を切r=方針を転換z かじを切r=方針を転換z に舵を切r=を進める方針に転換z
    にかじを切r=を進める方針に転換z 幕を開け1=始まr 幕を閉じ1=終わr 軌道に乗r=順調に進m 泥沼化=長期化
    への風当たり=への批判 火に油を注g=事態を悪化させ1 引き金とな=原因とな 引き金にな=原因にな 足かせとな=妨げとな
    足かせにな=妨げにな 一翼を担w=一部を担w 水掛け論に終わr=結論が出ないまま終わr 頭打ちの状態=停滞の状態
    玉虫色の=あいまいな で蚊帳の外に置かれ1=から除外され1 門前払いされ1=却下され1 たらい回しにされ1=次々に他へ回され1
    泣き寝入りz=訴えを諦め1 お墨付き=承認 焼け石に水だ=ほとんど効果がない 焼け石に水である=ほとんど効果がない
    水泡に帰z=失敗に終わr 絵に描いた餅に終わr=実現しないまま終わr 諸刃の剣=利点と危険の両方を持つもの
    の起爆剤とな=を促すものとな の受け皿=の受け入れ先 車の両輪である=共に欠かせない 車の両輪だ=共に欠かせない
    布石=準備 への足がかり=への拠点 めどがつk=見通しがつk 雲行きが怪しく=情勢が悪く しわ寄せ=負担
    見切り発車=準備不足での開始 関係に雪解け=関係に改善 火花を散らs=激しく争w 窮地に立たされ1=困難な立場に置かれ1
    に足を運b=を訪れ1 異論がくすぶr=異論が残r 不満がくすぶr=不満が残r 取り沙汰され1=うわさされ1
    平行線をたどr=対立し続け1 腹を割って=率直に 手ぶらで=成果のないまま の行方を追w=を捜s 行方を追w=捜索z
    国交を断絶=外交関係を断絶 宙に浮k=停滞z 円台をつけ1=円台に達z を下見z=を事前に調べ1 一騎打ち=争い
    批判の矢面に立たされ1=批判を受け1 批判の矢面に立t=批判を受け1 批判の的=批判の対象 急ピッチで=急いで
    乱高下z=激しく変動z 情状酌量を求め1=刑を軽くするよう求め1 高止まりz=高い水準が続k 無罪を主張z=罪を否定z
    先行き=見通し は持ち直s=は回復z が持ち直s=が回復z 人員整理=人員削減 が過半数割れz=が過半数を失w
    が過半数割れ=が過半数を失う の過半数割れ=が過半数を失うこと 家宅捜索=住宅の捜索 判決を破棄z=判決を取り消s
    協定を破棄z=協定を取り消s 合意を破棄z=合意を取り消s 契約を破棄z=契約を取り消s 退却z=撤退z
    参考になr=役立t の参考になr=に役立t
"""
"""What is said, and what is meant; a last letter is the class of the verb."""


_LITERAL = {
    "舵を切": re.compile("[船艦艇舟左右]"),
    "かじを切": re.compile("[船艦艇舟左右]"),
    "軌道に乗": re.compile("衛星|ロケット|宇宙|探査|打ち上げ"),
    "幕を": re.compile("[天暗煙緞]幕|舞台|劇場"),
    "宙に浮": re.compile("体|[車機足]|クレーン"),
    "に乗り出": re.compile("[海沖洋窓]に|身を"),
    "火花を散ら": re.compile("[車機線溶]|電"),
}
"""Beginnings of figures of speech, and what stands in a sentence that means them literally."""


def in_plain_words(text: str) -> str:
    """The text with its figures of speech in plain words, in the form of the verb that stood there."""
    return replaced(text, ((span, _forms()[text[span.start : span.end]]) for span in figures_in(text)))


def figures_in(text: str) -> tuple[Span, ...]:
    """Where the figures of speech of a text stand."""
    return tuple(Span(*found.span()) for found in _any().finditer(text) if not _is_literal(found))


def _is_literal(found: re.Match[str]) -> bool:
    return any(figure in found[0] and said.search(found.string) for figure, said in _LITERAL.items())


@cache
def _any() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_forms(), key=len, reverse=True))))


@cache
def _forms() -> dict[str, str]:
    """Every form of every figure of speech, with the same form in plain words; the stem of 水を差s is 水を差し."""
    forms = {}
    for figure, plain in (entry.split("=") for entry in _IDIOMS.split()):
        if figure[-1] in _SOUNDS:
            own, other = _SOUNDS[figure[-1]].split(), _SOUNDS[plain[-1]].split()
            if own[_OPEN] == own[_JOINING]:  # 迎え、 and 迎えない
                own[_OPEN], other[_OPEN] = f"{own[_OPEN]}な", f"{other[_OPEN]}な"
            pairs = zip(own, other, strict=True)
            forms.update(
                {figure[:-1] + one.replace("-", ""): plain[:-1] + said.replace("-", "") for one, said in pairs}
            )
        else:
            forms[figure] = plain
    return forms
