"""Words in Latin letters in Japanese sentences."""

import pytest

from briefgen.terms.latin import find_latin


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ＶＰＮ装置「SecureGate」の修正", ["VPN", "SecureGate"]),
        ("Harbor Exchange Server 2019の更新", ["Harbor Exchange Server"]),
        ("貨物船OCEAN STAR号", ["OCEAN STAR"]),
        ("Ｗｉ－ＦｉとiPS細胞", ["Wi-Fi", "iPS"]),
        ("Board of Trade and Ports（貿易港湾局）", ["Board of Trade and Ports"]),
        ("Ａ社、午前１０時ＪＳＴ、ＴＥＬ、ＰＫ戦、数十km", []),
        ("ＩＣＢＭ１発、Ｆ－３５Ａ４８機、ＡＳＥＡＮ＋３とLCAC2隻", ["ICBM", "ASEAN", "LCAC"]),
        ("Log4Shellの検査", ["Log4Shell"]),
        ("The ship left port. 同船は出港した。", []),
        ("info@example.jpとhttps://www.example.jp/Index.html、Port_A", []),
        ("Exchange Server", []),
    ],
)
def test_they_stay_as_they_are(text, names):
    assert [one.english for one in find_latin(text, ())] == names
