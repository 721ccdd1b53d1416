"""Turns of phrase a small model turns round, and what English says of them or cannot say: だけでは, 認める, 残る.

船に残った came out as left the ship, 領空侵犯を認めていない as has not permitted it, 飛行するため as because it flew,
and 無効にするだけでは防げない as not prevented by it. Each was tried on the 78,644 pairs of the project: of 913 that
have one of them no right English is marked.
"""

from __future__ import annotations

__all__ = ["MISTAKEN_PHRASES", "PHRASES"]

_PLACES = (
    "船|艦|船内|艦内|機内|車内|現地|島|町|村|市|都市|現場|家|避難所|施設|基地|任地|戦地|隊|会社|職場|部屋|本部|首都"
)
PHRASES = (
    (
        "(?<=を)[一-龯]{2}してもら[うっい]",
        r"ha(?:ve|s|d|ving)\b(?! (?:\w+ly |not |also |already )*(?:been|\w+ed)\b)|g[eo]t|receiv|ask|by\b|from\b|let\b"
        r"|want|request|thank|help|hope|seek|sought|accept|obtain|given|allow|invit|enabl|grant|so that|please"
        r"|interest",
    ),
    (
        f"(?:{_PLACES})に(?:は|も)?残(?:り(?!、?[0-9])|っ(?!た最後)|る|ら(?!ず))",
        r"remain|stay|still|behind|stuck|ke(?:pt|ep)|linger|surviv|retain|there|stranded|left (?:in|over|on)|contain"
        r"|unexplod|hold|held|lives?\b|living|station|rest\b|stop|not (?:leave|return)|continu",
    ),
    (
        "(?:AIS|自動識別装置|トランスポンダー?|レーダー|無線機?|灯火|航海灯|エンジン|電源)を(?:切(?:っ|り、)|消し|止め|停止し)"
        "(?:て|た|、)",
        r"off\b|out\b|without|shut|switch|extinguish|stop|disabl|deactivat|unlit|dark|cut|turned|silen"
        r"|no (?:AIS|lights?|radar)",
    ),
    (
        "(?<![るた]わけ)(?<!それ)(?<!これ)だけでは(?=[^。]{0,40}(?:な[いくか]|ませ))(?!な[いくか])(?!あり)",
        r"only|alone|mere|just|simpl|sole|enough|suffic|(?:it|them)sel(?:f|ves)|exclus|no more than|single|pure"
        r"|insuff|also",
    ),
)
"""What stands in the Japanese, and beginnings of words of which the English must have one."""

_PLACES = (
    "船|艦|船内|艦内|機内|車内|現地|島|町|村|市|都市|現場|家|避難所|施設|基地|任地|戦地|隊|会社|職場|部屋|本部|首都"
)
_DEEDS = (
    "輸[出入]|延長|派遣|入国|設置|販売|取得|供与|移転|立ち?入り|稼働|売却|譲渡|通過|上陸|増額|支出|就労|入港|出国|建設|使用|利用"
    "|行使|配備|駐留|買収|投資"
)
_FACTS = (
    "侵犯|侵入|事実|改ざん|隠蔽|発射|攻撃|撃墜|違反|責任|流出|過失|犯行|容疑|侵害|漏えい|漏洩|敗北|虚偽|偽装|加担"
    "|失態|非"
)
_HOW = "(?:等|など)?を(?:初めて|一部|正式に|条件付きで|大筋で|公に)?認め"
_IS_TO_COME = "^(?!.*(?:[っしいきちりみびぎじけせえげれてねべめ]た|だった|んだ|れば|[^0-9]年[0-9])).*"
_CAUSE = "[うくぐすつぬぶむるい](?<!ている)(?<!である)ため、"
MISTAKEN_PHRASES = (
    ("事[案件故]について", r"in case of"),
    (
        "を(?:現在)?(?:検討|審査|調査|捜査|協議|審議|精査|捜索)中",
        r"(?:is|are|was|were) (?:under|in) (?:consideration|review|investigation|examination|deliberation|search) of\b",
    ),
    (
        "(?:船|艦|屋内|船内|艦内|室内|自宅|機内|車内|現地|避難所|施設|会場|基地)に(?:は|も)?とどま[りるっ]",
        r"limited to|(?:was|were|is|are) only",
    ),
    (
        "(?:(?<=[知出議求告絡障対存常])が|(?<=[一-龯])で)なければ(?=、?(?:(?!な[いけか]|ませ|ず)[^。])*(?:る|ます|う|す|く|む)。?$)",
        r"(?<!or )without\b(?!.*\b(?:unless|if|when)\b)",
    ),
    (
        "[しれっい得]て(?:から)?(?:初めて|はじめて)(?=[^。、]*(?:効力|発効|有効|成立|可能|でき(?:る|ます)))",
        r"for the first time",
    ),
    (
        "(?<=[国本側省社隊米])だけで(?!は|な|も|あ|す)[^、。]*を",
        r"(?<!rely )(?<!relying )(?<!depend )on (?:the )?\w+(?: \w+)? alone",
    ),
    (f"(?<!棚の)(?:{_DEEDS}){_HOW}(?!られ)(?!ていないこと)(?!つつ)", r"(?:acknowledg|admit|conced|confess)\w*"),
    (f"(?:{_FACTS}){_HOW}", r"permi(?:t|ss)|allow|approv|authori[sz]e"),
    (
        "^(?!.*まで.*まで).*までに、?[^。は]*[うくすつむるぶぐぬ](?:方針|計画|意向|考え|こと|案)(?:を|で)[^。]*(?:た|ている|ました)。?$",
        r"(?-i:By )(?=[^,]{3,40},)",
    ),
    (
        f"{_IS_TO_COME}{_CAUSE}(?=[^。]*(?:[うくぐすつぬぶむる]|ます|ません|ない)。?$)",
        r"(?:flew|fell|came|went|took|ran|began|got|rose)\b"
        r"|(?<!be )(?<!is )(?<!are )(?:entered|arrived|departed|visited|returned|approached|sailed)\b",
    ),
    (
        "が(?:[一-龯]{2}する|[^、。をはがに]{1,6}[うくぐすつぬぶむる])(?<!れる)ため、",
        r"(?-i:To|In order to|So as to) (?!be\b)[a-z]+",
    ),
    (
        "は約?[0-9][^、。]{0,6}、[^、。]{1,14}は約?[0-9][^。]{0,12}が(?:参加|出席|出動)",
        r"participat\w+ from",
    ),
    (
        "^[^はが]*を緊急発進させ",
        r"(?:they|(?:both|all)(?: of them| aircraft)?|each(?: of them)?|these aircraft) "
        r"(?:(?:had|have|were|was|made)\b.*)?scrambl",
    ),
)
"""What stands in the Japanese, and words by which the English takes it for another sense of it."""
