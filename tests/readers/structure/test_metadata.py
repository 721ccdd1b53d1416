"""Lines about the paper: date, issuer, number; anything else is text."""

from datetime import date

import pytest

from briefgen.readers.structure.metadata import Dateline, parse_dateline

DAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("令和８年１１月１８日１６時００分　海山地方気象台 発表", Dateline(DAY, "海山地方気象台")),
        (
            "令和８年１１月１８日　１６時３分　海山地方気象台・浜町河川国道事務所発表",
            Dateline(DAY, "海山地方気象台・浜町河川国道事務所"),
        ),
        ("令和８年１１月１８日　海山県、海山地方気象台　共同発表", Dateline(DAY, "海山県、海山地方気象台")),
        ("２０２６年１１月１８日初版　２０２６年１２月２日更新", Dateline(DAY)),
        ("2026年11月18日　第2版", Dateline(DAY)),
        ("令和８年１１月１８日（水）１０時４７分～", Dateline(DAY)),
        ("令和８年１１月１８日（水）１０：４７〜１１：０３", Dateline(DAY)),
        ("2026年11月18日 16:00 気象庁発表", Dateline(DAY, "気象庁")),
        ("令和８年１１月１８日１６時００分 現在　海山県災害対策本部", Dateline(DAY, "海山県災害対策本部")),
        ("2026年11月18日　海上保安庁　海洋情報部", Dateline(DAY, "海上保安庁　海洋情報部")),
        ("国海安第123号　令和8年11月18日", Dateline(DAY, number="国海安第123号")),
        ("令和8年11月18日　事務連絡", Dateline(DAY)),
        ("海山地方気象台　浜町河川事務所　共同発表", Dateline(issuer="海山地方気象台　浜町河川事務所")),
        ("発表者　海山県危機管理課", Dateline(issuer="海山県危機管理課")),
        ("作成：海山平和研究所", Dateline(issuer="海山平和研究所")),
        ("海山大学大学院公共政策研究科", Dateline(issuer="海山大学大学院公共政策研究科")),
        ("海山海上保安部", Dateline(issuer="海山海上保安部")),
        ("国土交通省海事局検査測度課長", Dateline(issuer="国土交通省海事局検査測度課長")),
        ("内閣総理大臣名", Dateline(issuer="内閣総理大臣名")),
        ("内閣衆質２１９第４５号", Dateline(number="内閣衆質２１９第４５号")),
        ("（公　印　省　略）", Dateline()),
    ],
)
def test_lines_about_the_paper(line: str, found: Dateline) -> None:
    assert parse_dateline(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "日山安全保障協議委員会　共同発表",
        "令和８年１１月１８日　海山大臣談話",
        "海山省、八戸で海自機の見学会",
        "海山側からは軍事省の戦略局長、日本側からは防衛政策局次長",
        "名取総理大臣",
        "令和８年第３号",
        "令和８年１１月１８日（水）１０時３０分～１２時",
    ],
)
def test_titles_and_lists_are_none(line: str) -> None:
    assert parse_dateline(line) is None
