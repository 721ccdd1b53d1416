"""Words whose loss turns the sense of a sentence round must be seen in the English: all, half, may, planned, fell.

Each was tried on the 21,099 pairs of the project, of which 1,130 hold one: all right English has one of its words;
重傷, 軽傷 and 確認中 on 78,644, of which 182 hold one; those from 少なくない on the same 78,644, of which 4,400 hold
one and 3 say it otherwise; 待たされ, べきだ and 被害は確認 on the same, of which 481 hold one; 見通し and so on,
258; comparisons with より, 985, of which 6 say it otherwise; exceptions, 408 and 2. The lists were made
with these pairs at hand, so that others will have a few that are right and say it otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.checks.beside_figures import BESIDE_FIGURES
from briefgen.checks.confidence import named_missing
from briefgen.checks.opposites import OPPOSITES
from briefgen.checks.phrases import MISTAKEN_PHRASES, PHRASES
from briefgen.japanese.compiling import compiled
from briefgen.japanese.folding import fold
from briefgen.model.segment import TranslatedSegment

__all__ = ["faults"]

_RE = (
    r"re(?:-|(?!al|a[cds]|ceiv|cent|cipi|cogn|comm|cord|cruit|duc|fer|fug|fus|gard|gion|gul|ject|lat|leas|lev|li[aegv]|ly|main"
    r"|mark|mov|nown|pair|pl[iy]|port|pres|pub|quest|quir|scu|sear|serv|sid|sign|sist|sol|sourc|spec|spon|strict|sult"
    r"|tain|tali|tir|veal|view|volut|ward))\w+"
)
"""What begins as a word of doing again does, and is no other word, such as report."""
_ESSENTIALS = tuple(
    (re.compile(japanese), english)
    for japanese, english in (
        *OPPOSITES,
        *PHRASES,
        *BESIDE_FIGURES,
        (
            "(?:こと|利用|対応|参加)ができる(?!限)|もできる(?!限)|延長できる(?!限)",
            r"can(?:not)?\b|(?-i:may)\b|able|could|possib|allow|enabl|capab|permit|eligib|would|might|option|feasib|ready",
        ),
        ("重傷", r"serious|severe|critical|grave|near-fatal|bad|heav"),
        ("軽傷", r"minor|slight|light|mild|some"),
        ("確認中", r"being|under|unconfirm|yet|pending|still|process|now|not|current|confirming|checking|verif"),
        ("前年(?:度|同期|比|の)?",
         r"previous|prior|preced|last|year (?:earlier|before|ago)|year[- ](?:on|over)|over the year|compared"
         r"|same period|earlier|(?:from |FY)[12]\d{3}|from FY"),
        ("全員|全て|すべて|全(?=隊員|加盟国|乗員|国民)",
         r"all\b|every|entire|whole|each|any\b|both|full|none|no |complete|total|nationwide|unanim"),
        ("予定(?!価格|[地表日額者時数]|通り|どおり|調和|量|のない|に?ない)(?=で|され|して|し、|だっ|と)",
         r"schedul|plan|expect|due\b|will\b|would|to be|intend|slated|propos|(?:is|are|was|were|set) to|project"
         r"|anticip|tentativ|later|going to|prospect|on track|arrang|future|upcoming|aim"),
        ("見込(?:み|ま|む)",
         r"expect|anticip|project|estimat|forecast|likely|prospect|will\b|would|outlook|look|assum|fores|envisag"
         r"|should|predict|in view of|plan|set to|due\b|hope|count"),
        ("共同で|合同で", r"joint|together|co-|collabor|combined|shared|with\b|cooperat"),
        ("否定(?!的)", r"den(?:y|ie|ial)|reject|refut|rul(?:ed?|ing) out|negat|dismiss|contradict|disput|not\b"),
        ("(?<!過)半数|半分", r"half|halv|50|fifty"),
        ("(?:[佐尉将級]|将補|課長|局長|大臣)以上", r"above|higher|or more|at least|over\b|senior|up\b|beyond|minimum"),
        (
            "減少し|減っ[たて]",
            r"decreas|declin|fall|fell|drop|down|reduc|fewer|less|lower|shr[aiu]nk|cut|dwindl|slid|diminish|thin|loss|los[et]"
            r"|weaken|lighten|slim|eas|attrit|short|abat|ebb|subsid|trim|halv|contract|erod",
        ),
        ("下方修正", r"down|lower|cut|reduc|decreas|trim|slash"),
        ("上方修正", r"up\b|upward|upgrad|upped|rais|higher|increas|lift"),
        ("[0-9](?:名|人|隻|件|機|棟|戸|か国)(?:\\([^()]*\\))?などで(?:ある|あり|あっ|す|し|、|。|$)",
         r"such as|includ|others?\b|among|etc|and so|like|or so|more|mainly|example|instance|e\.g"),
        ("(?:年|月)度?以来(?:最|の(?:[高低多少]|大き))",
         r"\w+est\b|record|peak|most|least|best|worst|first|unseen|not (?:been )?seen|unprecedented|all-time"),
        ("(?:年|月)度?ぶりの?(?:最|[高低多少]|大き)",
         r"\w+est\b|record|peak|high|low|most|least|best|worst|large|big|great|few|heav|small"),
        (
            "(?:約束|報告|承認|認め|放棄|提出|開示|返還|支払わ|納め|撤回|辞任|辞職|謝罪|説明|証言|自白|断念|負担|出席|同意"
            "|譲歩|退去|従わ|守ら|払わ)(?:さ|らさ)?せ"
            "(?!てい[たい]|ても?らっ?)(?=[るたてらなよまず])",
            r"ma[dk]e|making|ha[vds]|having|let\b|allow|permit|forc|compel|requir|oblig|caus|g[eo]t|(?<!in )order|press"
            r"|induc|obtain|lead|led\b|prompt|instruct|extract|secur|must|impos|urg|ask|demand|call|direct|persuad|convinc|br[io]|sen[dt]"
            r"|push|mandat|exact|shoulder|signed|shall|compliance|enforc|expel|drove|remov|evict|away|keep|kept",
        ),
        ("(?<!最)終戦|(?<!最)敗戦", r"wars?\b|surrender|defeat|loss|lost|postwar|VJ|V-J"),
        ("(?<!再)来月", r"next\b|coming|ahead|later"),
        ("(?<!再)来週", r"next\b|coming|ahead|later"),
        ("(?<!再)来年", r"next\b|coming|ahead|later|following|20\d\d|FY"),
        ("先月|先週|(?<!一)昨年", r"last\b|previous|past|20\d\d|FY|before|earlier|prior|ago\b|preceding"),
        ("今月|今週|今年", r"this\b|current|month|week|year|20\d\d|FY"),
        ("昨日|昨夜|昨晩", r"yesterday|before|previous|night|evening"),
        ("受注(?=し|す)", r"order|contract|won\b|win|bid|award|tak|undertak"),
        ("必着", r"arriv|reach|receiv|deadline|no later|by\b"),
        ("少なくな(?:い|く、|かった)|少なくありません",
         r"(?:not a|quite a|no) few|many|much|numer|no small|no fewer|consider|several|number|some|more|frequent"
         r"|often|rare|uncommon|substantial|good deal|infrequ"),
        ("明日|明朝", r"tomorrow|next|following"),
        ("今朝", r"this morning|today"),
        ("前日", r"before|previous|eve\b|preced|prior|earlier"),
        ("翌日", r"next|follow|after|later|[0-9]|second"),
        ("たばかり(?![にか])",
         r"just|recent|new|fresh|bare|hardly|after\b|only (?:last|at|in|on|a|\w+ \w+ (?:earlier|ago|before))\b"),
        ("(?:おそれ|恐れ|虞)が(?:あ|高|強|大)",
         r"may|might|risk|fear|danger|possib|could|likely|concern|threat|can\b|prone|liable|appreh|would|chance"
         r"|potential|worr|expect|if\b"),
        ("かねない", r"could|may|might|can\b|risk|danger|threat|possib|liable|fear|likely|would"),
        ("いずれも", r"all|both|each|every|none|neither|any|either|and\b|no\b|not\b|these|were|are\b"),
        ("ほぼ(?!ち)|おおむね|概ね",
         r"almost|near|most|next to|virtual|practical|about|approx|rough|large|close|more or less|essential|just"
         r"|full|all but|much|some|around|substantial|half|general|broad|by and large|main|on the whole|or so"),
        ("ものの、|に(?:も)(?:かかわ|関わ)らず",
         r"but\b|although|though|however|while|despite|yet|albeit|even|never|still|in spite|notwith|whereas|only"
         r"|with|regard|when|;"),
        ("ざるを得(?:な|ま|ず)",
         r"choice|must|ha(?:ve|s|d) to|forc|compel|unavoid|can(?:not|'t)|inevit|oblig|help|alternative|only|but\b"),
        ("(?:通行止め|規制|警[報戒]|注意報|指示|勧告|制裁|宣言|命令|禁止|封鎖|停止|凍結|制限|措置|区域)[のをはが]{0,2}"
         "(?:全面|一部|順次)?(?:に|的に)?解除",
         r"lift|cancel|remov|rescind|releas|end|eas|reopen|revok|clear|withdr|relax|downgrad|discontinu|unfre|terminat"
         r"|free|call(?:ed|ing)? off"),
        (
            "再開(?!発)",
            r"re-?(?:sum|open|start|launch|commenc|activ|instat|new|viv|turn|begin|engag|deploy|conven|connect|establ|instit)"
            r"|again|back\b|continu|unfr|once more|start\w* up",
        ),
        ("(?:けん|牽)制(?!球)",
         r"check|warn|deter|contain|curb|rein|restrain|pressur|caution|counter|at bay|feint|divert|tie|pin|discourag"
         r"|hold|fend"),
        ("ひっ迫|逼迫",
         r"strain|tight|pressur|overwhelm|stretch|squeez|critical|short|strap|press|crunch|tens|cris|scarc|burden"),
        ("(?<![一-龯])治[るりっら](?!安)",
         r"cur|recover|heal|better|treat|well\b|remed|clear|subsid|overcome|fad|gone|resol"),
        ("(?<!疑問)[一-龯ァ-ヶーりえ]か$",
         r"\?|may|might|possib|suspect|apparent|likely|seem|whether|or\b|could|potential|reported|fear|believ|presum"
         r"|wh(?:at|o|ich|en|ere|y)\b|how\b|can\b"),
        ("未然", r"prevent|before|aver|forestall|advance|pre-?empt|nip|in time|head|ward|foil"),
        ("除外", r"exclu|exempt|except|remov|leav|left|not\b|omit|out|other than|without|drop|carve"),
        ("断念", r"abandon|g[ia]v(?:e|en|ing) up|drop|for(?:go|went)|not\b|shelv|relinquish|renounc|scrap|cancel|withdr"
         r"|desist|call|had to|fail|stop|turn"),
        ("免除", r"exempt|waiv|relie|free|excus|immun|remi|forgiv|without|releas|cancel"),
        ("(?<!渡航)(?<!即時)中止(?!勧告)(?:し|さ|と|に|が|を決)",
         r"cancel|suspen|halt|stop|abort|call|discontinu|abandon|ceas|scrap|drop|not\b|no\b|terminat|br[eo]k|end|paus"
         r"|g[ia]v|interrupt|refrain|withdr|shelv"),
        ("待ったなし", r"urgen|press|cannot wait|immediate|brook|no time|delay|afford|imperative|imminent|at once"),
        ("毎[日年月]|隔[年週日]", r"da[iy]|every|year|annual|month|other|altern|bi|two|second|each"),
        (
            "(?:待た|運ば|歩か|飲ま|書か|払わ|買わ|読ま|働か|行か|言わ|手伝わ|負わ|従わ|退か|走ら)され(?=[たてる、ず])",
            r"ma[dk]e|making|ha[vds]|having|forc|compel|requir|oblig|order|press|must|kept|keep|left|impos|need|wait|took",
        ),
        ("べき(?:で(?!きた)|だ|と(?:の|し|主張|述|強調|訴|指摘|考|判断|提言|結論|いう)|か(?:どうか|否か)|。)",
         r"should|ought|must|need|ha(?:s|ve|d) to|to be\b|appropriate|worth|deserv|necess|requir|shall|urg|call|duty"
         r"|recommend|better|proper|time\b|demand|advis|obligat|due\b|responsib|right\b|suppos|would|imperative"
         r"|essential|propos|whether|incumbent|bound|request"),
        ("被害(?:者)?(?:は|が|も)?(?:確認|報告|な[いくか]|出[たてる]|ありま|あった|発生)",
         r"damag|victim|harm|casualt|injur|affect|suffer|loss|hurt|stricken|disaster|toll|impact|hit\b|destr|crime"
         r"|fraud|attack|los[te]|fell|devast|abus|swindl|stolen|theft|bull|infest|harass|wound|kill|ravag|infring"
         r"|cost|scam|flood|spill|ruin|strik|struck"),
        ("再び|再度", rf"{_RE}|again|once more|anew|another|second|back|further|once|more|next|still"),
        (
            "(?:てい|でい|てお)れば、?[^。]{0,40}(?:防げた|避けられた|ことが?でき(?:た|てい)|た(?:可能性|はず|だろう|であろう))",
            r"(?:could|would|might|may|should)(?:n't)? (?:\w+ )?have\b|had\b|were to",
        ),
        ("(?<![がは分])早ければ(?!早い|数)",
         r"as (?:early|soon) as|earliest|soonest|within|at best|if (?:all|things)|could|may\b|might"),
        ("を除[きくい]|以外[のはに]|(?<=[るたいの])(?:ほか|他)は(?!、?(?:な[いかくけ]|あり|ござい|考え))",
         r"except|exempt|exclu|other|apart|aside|beside|only|all but|rest\b|remain|else|outside|unless|save\b"
         r"|without|remov|no[tn]?\b|non|but\b|minus|beyond|less\b|unrelat|eliminat|dispel|unauthor"),
        (
            "(?:(?<=[るうくすつむぶ])|(?<=との))(?:見通し|意向|運び|手はず|段取り)(?=だ|です|。|である|で[、あ]|となっ|を(?:示|固|明|表))",
            r"schedul|plan|expect|due\b|will\b|would|to be|intend|intent|slated|propos|project|anticip|later|going to"
            r"|(?:is|are|was|were|set) to|prospect|on track|arrang|future|upcoming|aim|likely|outlook|forecast|consider"
            r"|think|thought|view|look|should|may\b|hop|wish|fores|predict|idea|want|desire|willing|ready|decid|pois|prepar",
        ),
        (
            "(?<!に)よりも?(?=(?:約|およそ|さらに|なお|実に|最大で?|平均)?[0-9一二三四五六七八九十](?!時))"
            "|(?<![何とに])(?<!なに)(?<!それ)よりも(?!$)"
            "|(?<=[一-龯ァ-ヶー0-9])(?<![心何])より(?=[^、。]{0,14}(?:[一-龯]い|[くさ多少]|大き|小さ|[高低長短早遅安軽重強弱深浅広狭速近遠優劣増減上下]))"
            "|(?:[るたい]|であるが?)よりも?(?=、|[^、。]{0,14}(?:[一-龯]い|ほう|方が))",
            r"than|compar|more\b|less|fewer|rather|instead|prefer|exceed|surpass|out(?:number|weigh|pac|strip)|above|below"
            r"|beyond|over\b|under\b|up\b|down|increas|decreas|r[io]s|rais|f[ae]ll|ahead|behind|before|prior|short|versus"
            r"|not\b|further|(?:earl|lat|high|low|long|near|clos|great|larg|small|heav|light|fast|slow|young|old|wid|strong"
            r"|weak|cheap|bigg|deep|narrow|easi|hard|dear|tall|hott|cold|broad|warm|cool|simpl|quick|soon|safe|rich|poor)"
            r"\w*er\b|better|worse|superior|inferior|precedence|first|improv|expand|extend|delay|slip|advanc|gr[eo]w"
            r"|reduc|cut\b|doubl|tripl|twice|half|halv|times\b|(?:north|south|east|west)\w* of"
            r"|from (?:the|its|their) (?:previous|last|original|initial|former)",
        ),
    )
)  # fmt: skip
"""What stands in the Japanese, and beginnings of words of which the English must have one."""

_SPEAKER = "私|僕|俺|わたし|小職|自分|当職|我"
_LISTENER = (
    "ください|下さい|いただ|頂|あなた|皆|ご|お[一-龯]|御|君|客|[方人者][はがに]|[ばと]、|たら|なら|ると|とき|場合"
    "|[れけせべ]ます"
)
"""What tells of the one who speaks, or of one who is spoken to: 本日の会議を開きます is nothing that you will do."""
_DONE = (
    "examin|consider|implement|conduct|verifi|discuss|confirm|announc|establish|strengthen|promot|develop|respond|answer"
    "|explain|report|decid|receiv|continu|proceed|work|stat|adopt|introduc|request|describ|propos|analyz|investigat"
    "|studi|review|collect"
)
"""What is done to things: 検証してまいります is not that we will be examined."""
_MISTAKEN = tuple(
    (re.compile(japanese), english)
    for japanese, english in (
        *MISTAKEN_PHRASES,
        (
            "(?:異[常状]|不具合|形跡|痕跡|兆候|損傷|被害|変化|影響|漏れ|上昇)(?:等|など)?[はがも]認められ(?:な|ず|ま|て|る|た)",
            r"permi(?:t|ss)|allow|approv|authori|grant|recognition",
        ),
        (
            "^(?!.*(?:確認|発見|見つか|分か|判明|検査|調査))"
            ".*(?:録[音画]|撮影|立ち?入り|入[国場館港]|参加|使用|利用|持ち?込み|例外|延長|喫煙|飲食|駐車|通行|上陸|外出|出国|渡航|面会|傍聴|就労)[はがも]認められ",
            r"(?:found|confirmed|observed|detected|seen)\b",
        ),
        ("受注(?=し|す)", r"(?:has|have|had|it|they|company|firm|maker|manufacturer|shipbuilder) ordered\b"),
        (
            "(?:因果関係|過失|故意|殺意|責任|違法性|必要性|有効性|違反|不正|事実|証拠|過誤|落ち度)(?:等|など)?[はがも]認められ"
            "(?:な|ず|ま|て|る|た)",
            r"permi(?:t|ss)|allow|approv|authori|grant",
        ),
        ("^(?!.*(?:まで(?!に)|要[すし]|かか[るりっ]|掛か|過ぎ|受け?付|延[長びば期]|続|間|残|費|流れ|経過|限|設け))"
         ".*(?<![れこ今])までに(?!も)", r"until"),
        ("認めさせ", r"(?:allow|permitt?)(?:ed|s)\b|(?:did|does|do|will|would) not (?:allow|permit)"),
        ("^(?!.*次回).*(?<![一-龯])次の(?:回避策|手順|方法|点(?!検)|事項|条件|要件|書類|資料|製品|バージョン|コマンド|ファイル)",
         r"next (?!to\b)"),
        ("(?<=[一-龯])(?:[東西南北]|[南北][東西])方(?=において|で|の(?:海|空|洋|沖|太平洋|上空)|海域|空域|沖|海上|約?[0-9])",
         r"(?:north|south|east|west)+ern\b"),
        ("影響を受け", r"(?:may|might|can|could|will|would|to|not) affect\b|affects\b"),
        ("^(?!.*(?:発効|効力を(?:生|発))).*効力を有す",
         r"(?:enter\w*|entry|came|come) into (?:force|effect)|t(?:ak|ook)\w* effect"),
        ("ざるを得", r"must not|no choice to"),
        ("^(?!.*(?:国会|米議会|連邦議会)).*[都道府県市町村区]議会", r"Congress|Parliament\b"),
        ("^(?!.*(?:国会|[米英州]議会|連邦議会|欧州議会|大統領|首相|総理|政府|EU|ワシントン|米[海陸空軍]))"
         "(?=.*(?:知事|[市町村区]長|[県市町村区]民|条例|委員の任|自治体)).*(?<![国米州])議会",
         r"Congress|Parliament\b"),
        ("(?:昨年|一昨年|先月|先週|昨日|前年|前回|過去)[^、。]{0,12}にも", r"as early as"),
        (
            "^(?!.*(?:から|ので|ゆえ)).*(?:防ぐ|防止する|確保する|目指す|避ける|備える|図る|守る|高める|減らす|強化する|深める|開く|促す"
            "|養う|補う|果たす|示す|探る|学ぶ)ため、",
            r"because",
        ),
        ("(?:てい|でい|てお)れば、?[^。]{0,40}(?:防げた|避けられた|でき(?:た|てい)|た(?:可能性|はず|だろう))",
         r"if you (?!had|were)"),
        ("(?:配置|配備|設置)に(?:当|あ)た[りっ]", r"in (?:the )?place of"),
        ("に(?:ほか|外|他)なら", r"(?:must|should|need) not|do(?:es)? not have to"),
        (
            "(?<![0-9.])(?:[3-9]|[1-9][0-9]+|[三四五六七八九十])(?:隻|名|人|機|件|社|か国|か所|艦|基|校|[県市町村島区]|台|点|棟|便|発|団体|地点)"
            "(?:とも|[はがの]、?(?:いずれも|どれも|全て|すべて))",
            r"both\b",
        ),
        ("(?<!自由に)(?:お持ち|[ご御]持参)(?:ください|下さい)", r"take\b"),
        ("必要(?:は|が)?(?:あり|ござい)ません|不要です", r"(?:I|we) (?:do not|don['’]t|have no) need\b"),
        ("倍", r"times (?!(?:that|those|the|as|an?|more|less|larger|higher|greater|in|each|its|their|per|o[fn]|over)\b)"
         r"\w+ of\b"),
        ("(?:遅れ|誤|過ち|ミス|失敗|不正|関与|罪|敗|足り|怠|隠|知っ)[^、。]{0,6}(?:こと)?を(?:大筋で|初めて|一部)?認め",
         r"permi(?:t|ss)"),
        ("(?:お答え|回答|コメント|言及|発言|論評|答弁)[はを](?:差し)?控え",
         r"you (?:will|should|must|are|can|would)\b|please"),
        ("^(?!.*階).*[0-9]床", r"floors?\b"),
        ("^(?!.*(?:北朝鮮|ミサイル|弾道|[「『]火星|火星[0-9]|型)).*火星", r"Hwasong"),
        ("^(?!.*から).*に(?:寄せられ|届い|届け(?:ら|出ら)れ)", r"(?:received|came|submitted|sent|filed) from\b"),
        ("[0-9]年に", r"will be \w+ed in (?:19\d\d|200\d|201\d)\b"),
        (f"^(?!.*(?:{_SPEAKER})).*で(?:す|あり|ござい)", r"I(?:['’]m| am) (?:an?|the|about)\b"),
        (f"^(?!.*(?:{_LISTENER})).*[しきいちりみびぎえけめて]ます。$", r"you will\b"),
        ("^(?!.*(?:[ら-わさか]れ|受け|いただ|頂)).*(?:ます|する|した|ました)",
         rf"(?:I|we) (?:am|are|was|were|ha(?:ve|d) been|(?:will|would|should|must) be) (?:\w+ly )?(?:{_DONE})ed\b"),
        ("^(?!.*(?:世帯|戸|家)).*(?:当た|あた)り", r"(?:per|each|every) (?:household|family)"),
        ("(?:名|人)は[^、。]{0,12}(?:因果関係|身元|死因|安否|行方)を(?:調査|確認|捜査|照会)中",
         r"(?:(?:investigate|examine|confirm|survey)s?|(?:is|are) (?:investigat|examin|confirm|survey)ing"
         r"|(?<!being )(?<!been )(?<!is )(?<!are )(?<!was )(?<!were )(?:investigat|examin|confirm|survey)ed)\b"),
    )
)  # fmt: skip
"""What stands in the Japanese, and words by which the English takes it for another sense of it."""
_TWO_SENSES = {re.compile("(?<![一-龯々])米(?=農家|の(?:農家|生産者|輸出[量がはをも]))"): "rice or the United States"}
_OF_ONE_SENSE = re.compile("米国|アメリカ|[日対訪在駐]米|米(?:政府|議会|大統領|産の|価|作)|コメ|水稲|稲作")
_QUESTION = re.compile(
    r"(?:(?:です|ます|まし[たょ]う?|ません|(?<!お過ごし)でしょう|だろう|[るたの]|(?<!ではな)い|何|誰|いつ|どう|どこ|なぜ)か。|\?)"
    r"[」』)]*$"
)
"""The end of a question; headings and indirect questions have no 。. Of 260 in the pairs, all right English has a ?."""


def faults(translated: TranslatedSegment) -> Iterator[str]:
    """Where the English has no word that can say one of `_ESSENTIALS`, or a question is lost.

    So it is where a letter of the Japanese can be another word. A word that the doubt of the row names is told there.
    """
    text, named = fold(translated.segment.text).text, named_missing(translated.doubt)
    for japanese, english in _ESSENTIALS:
        found = japanese.search(text)
        if found and not _is_named(found[0], named) and not _first_of(english, translated.english):
            yield f"{found[0]} of the Japanese is not seen in the English"
    for japanese, english in _MISTAKEN:
        if (found := japanese.search(text)) and (said := _first_of(english, translated.english)):
            yield f"{found[0][-10:]} of the Japanese has another sense than “{said[0]}”"
    for written, senses in _TWO_SENSES.items():
        if (found := written.search(text)) and not _OF_ONE_SENSE.search(text):
            yield f"{found[0]} of the Japanese may be {senses}"
    if _QUESTION.search(text) and "?" not in translated.english:
        yield "The Japanese asks a question, the English does not"


def _first_of(words: str, english: str) -> re.Match[str] | None:
    return compiled(rf"\b(?:{words})", re.IGNORECASE).search(english)


def _is_named(word: str, named: Sequence[str]) -> bool:
    """Whether a word is one of those named, or what surrounds one by a letter or two: 確認中 for 確認."""
    return any(word in one or (one in word and len(word) <= len(one) + 2) for one in named)
