"""Words whose loss turns the sense round: told when lost, and in no right English of the validation pairs."""

from pathlib import Path

import pytest

from briefgen.checks import CHECKS
from briefgen.findings import Code, Location, Severity
from briefgen.model.segment import Rung, Segment, SegmentId, Span, Status, TranslatedSegment

VALIDATION = Path(__file__).parent.parent.parent / "training" / "data" / "validation"


def messages(ja, en, rung=Rung.INLINE, status=Status.MACHINE):
    segment = Segment(SegmentId("b0001.s01"), "b0001", Span(0, len(ja)), ja)
    found = list(CHECKS["essentials"](TranslatedSegment(segment, en, rung, status, (), ()), Location()))
    assert all((each.code, each.severity) == (Code.SENSE_UNSURE, Severity.WARNING) for each in found)
    return [each.message for each in found]


@pytest.mark.parametrize(
    ("ja", "lost", "kept"),
    [
        ("更に延長することができる。", "It is further extended in May.", "It may be extended further."),
        ("負傷者６４名（うち重傷１７名）", "64 injured (of whom 17)", "64 injured (17 of them seriously)"),
        ("９月２日（水）午前、出港した。", "It left on September 2.", "It left on the morning of September 2."),
        ("同日夜、帰港した。", "It returned the same day.", "It returned that night."),
        ("９日未明から捜索した。", "They searched from the 9th.", "They searched from before dawn on the 9th."),
        ("水曜日の午後に開く。", "It opens on Wednesday.", "It opens on Wednesday afternoon."),
        ("当時は波高１．５メートルだった。", "It was 1.5 meters high.", "The waves were 1.5 meters."),
        ("風速は８メートルだった。", "It was 8 meters.", "The wind speed was 8 meters."),
        ("大島西方で訓練した。", "They trained in western Oshima.", "They trained west of Oshima."),
        ("新版は影響を受けない。", "The new one does not affect.", "The new one is not affected."),
        ("次の手順で戻す。", "Restore by the next procedure.", "Restore by the following procedure."),
        ("重軽傷者３名", "Three seriously injured people", "Three people with serious or minor injuries"),
        ("確認中のものには印を付す。", "Those confirmed are marked.", "Those still being confirmed are marked."),
        ("住民は長時間待たされた。", "Residents were awaited.", "Residents were made to wait."),
        ("首相は辞任すべきだった。", "The Prime Minister resigned.", "The Prime Minister should have resigned."),
        (
            "邦人の被害は確認されていない。",
            "No Japanese nationals are confirmed.",
            "No harm to Japanese nationals is confirmed.",
        ),
        ("運航を再開した。", "The region reported a service.", "The service was reopened."),
        ("再び訪れた。", "He reported a visit.", "He revisited it."),
        ("声明は中国をけん制した。", "The statement demanded China.", "The statement warned China."),
        ("町長は議会に辞表を出した。", "The mayor resigned to parliament.", "The mayor resigned to the assembly."),
        (
            "任命には、条例により議会の同意を要する。",
            "It requires consent of Congress.",
            "It requires consent of the assembly.",
        ),
        ("病床がひっ迫している。", "The beds are approaching.", "The beds are under strain."),
        ("病気が治る。", "The disease is ruled.", "The disease is cured."),
        ("北朝鮮がミサイル発射か", "North Korea launches a missile", "North Korea may have launched a missile"),
        ("被告人は無罪。", "The defendant was guilty.", "The defendant was found not guilty."),
        ("議案は否決された。", "The bill was passed.", "The bill was voted down."),
        ("原告が敗訴した。", "The plaintiff won the suit.", "The plaintiff lost the suit."),
        ("同国は機関から脱退した。", "The country joined the body.", "The country withdrew from the body."),
        ("取締りは違法とされた。", "The crackdown was held valid.", "The crackdown was held illegal."),
        ("審査は非公開で行う。", "The examination is open.", "The examination is held behind closed doors."),
        ("請求を却下した。", "The claim was accepted.", "The claim was dismissed."),
        ("前年を上回った。", "It exceeded that.", "It exceeded that of the previous year."),
        ("隊員全員が参加した。", "Members took part with allies.", "All members took part."),
        ("来月開催する予定である。", "It was held next month.", "It is scheduled for next month."),
        ("支出が増える見込みだ。", "Spending increased.", "Spending is expected to increase."),
        ("両国が共同で開発した。", "Both countries developed it.", "Both countries jointly developed it."),
        ("報道官はこれを否定した。", "The spokesperson said this in Denmark.", "The spokesperson denied this."),
        ("票の半数に迫った。", "It pressed the votes.", "It came close to half of the votes."),
        ("将補以上の職", "Posts of Major General", "Posts of Major General and above"),
        ("件数は減少した。", "The number changed.", "The number decreased."),
        ("（問１）基準は何か。", "(Question 1) There is a standard.", "(Question 1) What is the standard?"),
        (
            "法案を閣議決定する見通しだ。",
            "The Cabinet approved the bill.",
            "The Cabinet is expected to approve the bill.",
        ),
        (
            "運河経由より４割近いという。",
            "It is nearly 40 percent via the canal.",
            "It is 40 percent nearer than via the canal.",
        ),
        ("予定より３日遅れた。", "It was delivered in 3 days.", "It was delivered 3 days behind schedule."),
        ("質よりも量を求めた。", "It sought quality and quantity.", "It sought quantity rather than quality."),
        ("４隻はいずれも帰港した。", "Both returned to port.", "All four returned to port."),
        ("３社とも応じた。", "Both companies responded.", "All three companies responded."),
        ("県に寄せられた苦情は３件だ。", "3 were received from the prefecture.", "3 were sent to the prefecture."),
        (
            "町で続いているほかは解除された。",
            "It was lifted as well as continuing.",
            "It was lifted except in the town.",
        ),
        ("関係者以外の立入りを禁じた。", "Entry by those concerned was banned.", "It was closed to all but staff."),
        (
            "輸入は輸出の３倍に上る。",
            "It is three times imports of exports.",
            "Imports are three times those of exports.",
        ),
        ("遅れたことを認めるか。", "Is it permitted that it was delayed?", "Does he admit that it was delayed?"),
        ("お答えは差し控える。", "You will refrain from answering.", "I will refrain from answering."),
        ("容器をお持ちください。", "Please take the container.", "Please bring a container."),
        ("申請は必要ありません。", "I don't need application.", "No application is needed."),
        ("病床は３２０床である。", "It has 320 floors.", "It has 320 beds."),
        ("火星探査機を上げる。", "The Hwasong probe will be launched.", "The Mars probe will be launched."),
        ("案は取り上げられましたか。", "At the meeting, the proposal.", "Was the proposal raised?"),
        (
            "見通しの下方修正が続く。",
            "Revisions of the outlook continue.",
            "Downward revisions of the outlook continue.",
        ),
        ("米農家を支援する。", "U.S. farmers are supported.", None),
        ("死者は住民３名などである。", "The dead are three residents.", "The dead include three residents."),
        ("２０１０年以来の高さである。", "It is a high growth since 2010.", "It is the highest since 2010."),
        ("機体に不具合は認められなかった。", "Trouble was not permitted.", "No trouble was found in it."),
        ("会場での録音は認められていない。", "No recording has been found.", "Recording is not permitted."),
        ("１０年間効力を有する。", "It enters into force for 10 years.", "It remains in force for 10 years."),
        ("相手に開示を約束させる。", "It will promise disclosure.", "It will make the other side promise disclosure."),
        ("来月開く。", "It opens this month.", "It opens next month."),
        ("来週の出張", "A trip of three days", "Next week's trip"),
        ("先月に続く発射", "A launch of the month", "A launch following that of last month"),
        ("昨日抗議した。", "It protested today.", "It protested yesterday."),
        ("設定によっては影響を受ける。", "It may affect the settings.", "It may be affected by the settings."),
        ("艦艇を受注した。", "The firm had ordered a vessel.", "The firm had received an order for a vessel."),
        ("艦艇を受注した。", "The firm received a vessel.", "The firm won the contract for a vessel."),
        ("書類は郵送で必着のこと。", "Documents are settled.", "Documents must arrive by mail."),
        ("欠員を抱える隊も少なくない。", "There are few units short of staff.", "Not a few units are short of staff."),
        ("先月、工場を視察した。", "He inspected a factory.", "Last month, he inspected a factory."),
        ("明日午前、入港する。", "It enters port on the morning of dawn.", "It enters port tomorrow morning."),
        ("指導を受けたばかりだった。", "It only received guidance.", "It had just received guidance."),
        ("倒壊するおそれがある。", "It collapses.", "It may collapse."),
        ("いずれも軽い。", "It is light.", "All of them are light."),
        ("ほぼ毎日確認した。", "It was seen every day.", "It was seen almost every day."),
        ("減ったものの、高い。", "It fell, it is high.", "It fell but is high."),
        ("延期せざるを得ない。", "It is postponed.", "It has to be postponed."),
        ("再び動いた。", "It moved.", "It moved again."),
        ("通行止めを解除した。", "It was closed to traffic.", "The closure was lifted."),
        (
            "早く気付いていれば、被害を防ぐことができた可能性がある。",
            "If noticed early, it may be able to prevent damage.",
            "If it had been noticed early, damage could have been prevented.",
        ),
        (
            "早ければ次の国会に提出される。",
            "It will be submitted early.",
            "It will be submitted as early as next year.",
        ),
        ("運航が再開された。", "Service was stopped.", "Service was resumed."),
        ("離陸を断念した。", "It took off.", "It gave up takeoff."),
        ("費用は免除される。", "Costs are paid.", "Costs are waived."),
        ("訓練は中止された。", "The exercise was held.", "The exercise was cancelled."),
        ("岬市議会が可決した。", "The Misaki Congress passed it.", "The Misaki City Assembly passed it."),
        ("軽んじると言わざるを得ない。", "It must not be said.", "It must be said that it makes light of it."),
        ("昨年１０月にも衝突した。", "It collided as early as last October.", "It collided last October, too."),
        ("道を開くため、緩和した。", "It eased because they opened a way.", "It eased to open a way."),
        (
            "早く気付いていれば、被害を防ぐことができた可能性がある。",
            "If you notice early, damage could have been prevented.",
            "If it had been noticed early, damage could have been prevented.",
        ),
        ("隊の配置に当たっては", "In place of units", "In deploying units"),
        ("１回当たり３日", "Three days per household", "Three days each time"),
        ("１名は身元を確認中", "One person is confirming identity", "The identity of one is being confirmed"),
        ("改修は待ったなしの課題だ。", "Repair is an issue without waiting.", "Repair is an urgent issue."),
        ("これは挑戦にほかならない。", "This must not be made a challenge.", "This is nothing other than a challenge."),
        ("港は1972年に開かれた。", "The port will be opened in 1972.", "The port was opened in 1972."),
        ("次に、歩道橋であります。", "Next, I'm a footbridge.", "Next is the footbridge."),
        ("直ちに会議を開きます。", "You will open the meeting at once.", "We will open the meeting at once."),
        ("しっかり検証してまいります。", "We will be fully examined.", "We will examine it fully."),
        ("船長は船に残り、沈没した。", "The captain left the ship, which sank.", "The captain stayed on the ship."),
        ("AISを切って航行した。", "It sailed through AIS.", "It sailed with its AIS switched off."),
        ("船の衝突事案について", "In case of a collision of ships", "Collision of ships"),
        ("灯火を消して航行した。", "It sailed with its lights disappeared.", "It sailed with its lights out."),
        ("市は条例を審査中である。", "The city is under review of it.", "The city is reviewing the ordinance."),
        ("漁民に退去を命じ、漁具を放棄させた。", "It abandoned the gear.", "It made fishermen abandon the gear."),
        (
            "県に設計を承認させるため、提訴した。",
            "It sued in order to approve it.",
            "It sued to make the prefecture approve.",
        ),
        ("企業に委託し、報告書を提出してもらった。", "It submitted a report.", "It had a firm submit a report."),
        (
            "承認を得て初めて命じることができる。",
            "It can order it for the first time.",
            "It can order it only with consent.",
        ),
        (
            "甲は3隻、乙は2隻が参加した。",
            "Three ships and two from B participated from A.",
            "Three ships from A took part.",
        ),
        ("住民は避難所にとどまった。", "Residents are limited to shelters.", "Residents stayed at the shelter."),
        ("止めるだけでは防げない。", "It cannot be prevented by stopping it.", "Stopping it alone cannot prevent it."),
        ("通知がなければ更新される。", "It is renewed without notice.", "Unless notice is given, it is renewed."),
        (
            "署名して初めて効力を生ずる。",
            "It is signed and takes effect for the first time.",
            "It takes effect only when signed.",
        ),
        (
            "当社だけで費用を賄うのは難しい。",
            "It is hard to cover the cost on the company alone.",
            "It is hard for the company to cover the cost alone.",
        ),
        ("艦の輸出を認めた。", "It acknowledged exports of vessels.", "It permitted exports of vessels."),
        ("領空侵犯を認めていない。", "It has not permitted the violation.", "It has not admitted the violation."),
        ("県に増額を認めさせた。", "It allowed the prefecture to raise it.", "It made the prefecture accept it."),
        (
            "翌春までに、艦を輸出する方針を固めた。",
            "By next spring, it decided to export ships.",
            "It decided to export ships by next spring.",
        ),
        (
            "上空を飛行するため、騒音が出ます。",
            "Since it flew above, noise occurs.",
            "As it will fly above, noise occurs.",
        ),
        ("船が通過するため、橋を閉鎖します。", "To pass the ship, it is closed.", "It is closed because ships pass."),
        (
            "いずれも、空自機を緊急発進させた。",
            "All of them had JASDF aircraft scramble.",
            "JASDF aircraft were scrambled against them.",
        ),
        (
            "いずれも、戦闘機を緊急発進させた。",
            "All of them scrambled fighters.",
            "In each case, fighters were scrambled.",
        ),
    ],
)
def test_a_lost_word_is_told_and_a_kept_one_is_not(ja, lost, kept):
    assert len(messages(ja, lost)) == 1
    assert kept is None or messages(ja, kept) == []


def test_a_word_inside_another_is_none():
    assert messages("国際連合憲章に従う。", "It follows the UN Charter.") == []
    assert messages("仮釈放を認めた。", "Parole was granted.") == []


def test_words_that_only_look_like_one_are_let_be():
    assert messages("豪雪により３日止まった。", "It stopped for three days because of heavy snow.") == []
    assert messages("２隻はいずれも帰港した。", "Both returned to port.") == []
    assert messages("９日午前１０時に出港した。", "It left at 10:00 on the 9th.") == []
    assert messages("９日朝食をとった。", "They had a meal on the 9th.") == []
    assert messages("次の点検を待つ。", "They wait for the next inspection.") == []
    assert messages("米国は米農家を支援する。", "The U.S. supports U.S. farmers.") == []
    assert messages("一昨年ほど多くない。", "It is fewer than two years ago.") == []
    assert messages("再来月に開く。", "It opens the month after next.") == []
    assert messages("説明させていただきます。", "I will explain it.") == []
    assert messages("過半数を得た。", "It won a majority.") == []
    assert messages("予定価格は公表しない。", "The ceiling price is not published.") == []
    assert messages("いかがお過ごしでしょうか。", "I hope you are keeping well.") == []
    assert messages("背景には選挙があったのではないか。", "An election may have been behind it.") == []
    assert messages("使用は認められなかった。", "Use was not permitted.") == []
    assert messages("発効の日から効力を有する。", "It is valid from the day it enters into force.") == []
    assert messages("６０年ぶりの大仕事だ。", "It is the first such task in 60 years.") == []
    assert messages("命じられたばかりか、罰された。", "They were not only ordered but punished.") == []
    assert messages("人が減り、防ぐため、雨だから出た。", "They went because it rained.") == []
    assert messages("今夏にも開く。", "It opens as early as this summer.") == []
    assert messages("渡航中止勧告が出た。", "Avoid all travel.") == []
    assert messages("１世帯当たり３日", "Three days per household") == []
    assert messages("隊員は少なくなった。", "There are few members now.") == []
    assert messages("私は教師です。", "I am a teacher.") == []
    assert messages("橋を渡ると、港が見えます。", "If you cross the bridge, you will see the port.") == []
    assert messages("毎年検証されます。", "We are examined every year.") == []
    assert messages("橋は2040年に架かる。", "The bridge will be built in 2040.") == []
    assert messages("参加はアルヴェリアほか。", "Alveria and others took part.") == []
    assert messages("経済制裁の効果をどう測るか", "How to measure the effect of sanctions") == []
    assert messages("艦長は艦に残った。", "The captain remained on the ship even after the crew left.") == []
    assert messages("船に燃料が残っている。", "There is fuel left in the ship.") == []
    assert messages("書類がなければ申請できない。", "One cannot apply without documents.") == []
    assert messages("来日して初めて会見した。", "It met the press for the first time since coming.") == []
    assert messages("９月までに、艦は就役した。", "By September, the ship had entered service.") == []
    assert messages("平和を守るため、艦を派遣する。", "To protect peace, ships will be sent.") == []


def test_no_reference_of_the_validation_pairs_is_faulted():
    lines = (line for path in VALIDATION.glob("*.tsv") for line in path.read_text(encoding="utf-8").splitlines())
    pairs = [line.split("\t")[:2] for line in lines if "\t" in line]

    assert len(pairs) >= 300
    assert [(ja, en) for ja, en in pairs if messages(ja, en)] == []
