"""The rule that ships, on documents in which years went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto, Write


def check(recto: Recto, path: Path) -> list[str]:
    result = recto("check", "--no-cache", "--lang", "en", "--select", "document.year-mismatch", path)
    assert result.status < 2, result.out
    return [line.partition(".")[2].partition(":")[2].rpartition(" [")[0] for line in result.lines]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- 2022-02-01 Begun\n- 2032-01-12 Given up\n", "2:3: warning: “2032-01-12” lies years after all other dates, the latest of which is “2022-02-01” (line 1); 2023 would fit."),
        ("The aim for 2022 is set. By 2032 all is done.\n", ""),
        ("- 2041-02-01 Begun\n", ""),
        ("Timeline\n\n- 2011-02-24: a test\n- 2010-03-05: the end\n", "4:3: warning: “2010-03-05” is out of the order of time beside “2011-02-24” (line 3); 2011 would fit."),
        ("Names\n\n- 2011-02-24: a test\n- 2010-03-05: the end\n", ""),
        ("from 2020 to 2020 only", "1:14: warning: “2020” ends a period where it starts, “2020” (line 1)."),
        ("from May 2020 to March 2018", "1:18: warning: “March 2018” lies before the start of its period, “May 2020” (line 1)."),
        ("from May 2020 to May 2020, in 2020 and later than 2020. In 2021 more. Up from 2021.", ""),
        ("References\n\nSmith, Monday, 2023-02-07\n", ""),
        ("二〇二一年二月三十日", "1:1: error: “二〇二一年二月三十日” is a day that no calendar has."),
        ("on Monday, 2023-02-07, and on Tuesday, 2023-02-07", "1:4: error: “Monday, 2023-02-07” is a Tuesday; 2022 would fit."),
        ("In 2021 there were more of them than in 2020, an increase over 2020.", ""),
        ("In 2021 there were 12 of them, an increase over 2021.", "1:49: error: “2021” is compared with itself, “2021” (line 1)."),
        ("It has been so since Monday.", ""),
    ],
)  # fmt: skip
def test_a_text(recto: Recto, write: Write, text: str, said: str) -> None:
    assert check(recto, write("a.txt", text)) == ([said] if said else [])


def test_the_releases_of_one_version_are_in_order_wherever_they_stand(recto: Recto, write: Write) -> None:
    text = (
        "# Releases\n\n## To come\n\n- 2.7.4 candidate: 2013-03-23\n- 2.7.4: 2012-04-06\n\n"
        "## Past\n\n- 2.7.1: 2010-11-27\n- 2.7.2: 2011-07-21\n- 2.7.3: 2012-04-09\n- 2.6.9: 2013-10-29\n"
    )
    found = check(recto, write("a.md", text))
    assert found == [
        "6:10: warning: “2012-04-06” is out of the order of time beside “2013-03-23” (line 5); 2013 would fit."
    ]
    newest_first = "## 1.2.2 - 2023-01-05\n\nA.\n\n## 1.2.1 - 2022-12-05\n\nB.\n\n## 1.2.0 - 2022-11-05\n\nC.\n"
    assert check(recto, write("b.md", newest_first)) == []


def test_a_column_of_a_table(recto: Recto, write: Write) -> None:
    rows = ["2022-10-03", "2022-11-07", "2022-12-05", "2022-01-09"]
    text = "| Date | What |\n|---|---|\n" + "".join(f"| {row} | seen on 2020-05-05 by all |\n" for row in rows)
    assert [line.partition(" is ")[0] for line in check(recto, write("a.md", text))] == ["6:3: warning: “2022-01-09”"]
    half = text + "| later | |\n" * 4
    assert check(recto, write("b.md", half)) == []


def test_references_are_the_works_of_others(recto: Recto, write: Write) -> None:
    text = "# A well\n\n## References\n\nSmith, Monday, 2023-02-07.\n\n> Monday, 2023-02-07\n\n## Then\n\n{}\n"
    assert check(recto, write("a.md", text.format("Dug."))) == []
    assert len(check(recto, write("b.md", text.format("Dug on Monday, 2023-02-07.")))) == 1


def test_two_lists_far_apart_are_two(recto: Recto, write: Write) -> None:
    dates = "- 2022-10-03\n- 2022-11-07\n- 2022-12-05\n\n"
    apart = "One.\n\nTwo.\n\nThree.\n\nFour.\n\n"
    assert check(recto, write("a.md", dates + apart + "- 2022-01-09\n")) == []
    assert len(check(recto, write("c.md", dates.replace("2022-11", "2022-09") + "- 2022-01-09\n"))) == 1
    assert len(check(recto, write("b.md", dates + "One.\n\n- 2022-01-09\n"))) == 1


def test_dates_that_are_let_pass(recto: Recto, write: Write) -> None:
    text = "1. 1951年8月8日的条例；\n2. 政务院1950年12月39日发布的《条例》；\n"
    assert check(recto, write("a.txt", text)) == []


def test_headings_of_another_year(recto: Recto, write: Write) -> None:
    head = "---\ntitle: Garden news for 2025\n---\n\n## 2025-March\n\nText.\n\n"
    assert len(check(recto, write("a.md", head + "## 2024-February\n\nText.\n"))) == 1
    assert check(recto, write("b.md", head + "## 2024-December\n\nText.\n\n## January 2026\n\nText.\n")) == []
    assert check(recto, write("c.md", head + "".join(f"## 2024-{n:02}\n\nText.\n\n" for n in (2, 3, 4)))) == []


def test_front_matter(recto: Recto, write: Write) -> None:
    text = "---\ntitle: A\ncreated: 2024-02-30\ndate: 2024-03-05\nupdated: 2023-03-06\n---\n\nText.\n"
    assert [line.partition(" (")[0] for line in check(recto, write("a.md", text))] == [
        "3:10: error: “2024-02-30” is a day that no calendar has.",
        "5:10: warning: “2023-03-06” cannot be earlier than “2024-03-05”",
    ]


LINKS = """# 2026 Guide to the Fair

See the [list], the [stalls][] and [how to come](https://example.org/app/fair-2025/way).

[list]: https://example.org/fair/2025/list.html
[stalls]: https://example.org/fair/2025#stalls
[prior lists]: https://example.org/fair/2025/old
[2025 photographs]: https://example.org/fair/2025/photographs
[news]: https://example.org/fair/2025/11/02/news
[weather]: https://weather.example/2025/
"""


def test_links_into_last_year(recto: Recto, write: Write) -> None:
    (said,) = check(recto, write("a.md", LINKS))
    assert said == (
        "5:34: warning: “2025” is where a link leads, and the document's own year is “2026” (line 1); 2026 would fit."
    )
    assert check(recto, write("b.md", LINKS.replace("2025", "2024"))) == []
    assert (
        check(
            recto,
            write(
                "c.md",
                "# 2026 Guide\n\n**See** <https://example.org/guide/2025>, [a]( <https://a.example/guide/2025> )\n",
            ),
        )
        == []
    )


def test_a_link_beside_one_to_the_same_place_of_this_year(recto: Recto, write: Write) -> None:
    text = (
        "# 2026 Annual Report\n\nThe [rules](https://a.example/x/2025/r) and [prices](<https://a.example/x/2026/p>).\n"
    )
    assert len(check(recto, write("a.md", text))) == 1


def test_a_title_with_two_years_has_no_year_of_its_own(recto: Recto, write: Write) -> None:
    text = "# Annual Report 2024 and Plan 2025\n\nThis report covers 2023. Thursday, November 19.\n"
    assert check(recto, write("a.md", text)) == []


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("This report covers 2023.", 1),
        ("Eligibility in 2023 is defined as follows.", 1),
        ("In 2023, we will dig.", 1),
        ("In 2025, we will dig.", 0),
        ("Did you have meetings in 2023 (e.g. talks)?", 1),
        ("We had meetings in 2023.", 0),
        ("Come on Sunday, 29 December, or on Saturday, December 30.", 0),
        ("Come on Sunday, 29 November.", 1),
        ("Come on Friday, 29 November.", 0),
    ],
)
def test_the_year_of_the_title(recto: Recto, write: Write, sentence: str, count: int) -> None:
    assert len(check(recto, write("a.md", f"# 2024 Annual Report\n\n{sentence}\n"))) == count


def test_a_rule_that_knows_no_words(recto: Recto, write: Write) -> None:
    write("styles/mine/bare.yaml", "extends: year-mismatch\nmessage: '{date} {defect}'\n")
    text = "2024年报告\n\n2023-02-30, then 2020 to 2020.\n\nReferences\n\n2023-02-31\n\n- 2032-01-01\n"
    path = write("a.txt", text)
    result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.bare", path)
    assert [line.partition(": warning: ")[2].partition(" ")[0] for line in result.lines] == ["2023-02-30", "2023-02-31"]


def told(recto: Recto, path: Path) -> list[str]:
    """What is said of a file, without the places and the levels."""
    return [line.split(": ", 2)[2] for line in check(recto, path)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("各村于2022年5月31日前完成。", ["“2022年5月31日” had passed when this was written, “2023年4月18日” (line 5)."]),
        ("计划于2022年12月底前建成。", ["“2022年12月底” had passed when this was written, “2023年4月18日” (line 5)."]),
        ("各村已于2022年5月31日前完成。", []),
        ("2022年5月31日前完成登记的，免予核查。", []),
        ("2022年5月31日前，由镇政府登记了。", []),
        ("各村于2023年5月31日前完成。", []),
        ("2月30日前完成，11月31日前验收。", ["“2月30日” is a day that no calendar has.", "“11月31日” is a day that no calendar has."]),
        ("2月29日、1月31日开会。", []),
        ("202020年建成，20222吨。", ["“202020年” is a day that no calendar has."]),
        ("汛期自2022年4月1日起，至2023年9月30日止。", ["“2023年9月30日” ends a period of more than a year from “2022年4月1日” (line 3)."]),
        ("项目自2021年4月1日起，至2023年9月30日止。", []),
        ("汛期自2022年4月1日起，至2022年9月30日止。", []),
        ("“十四五”（2020—2025年）规划。", ["“2020” does not go with the name beside it; 2021 would fit."]),
        ("“十四五”规划（2021—2024年）。", ["“2024” does not go with the name beside it; 2025 would fit."]),
        ("“十四五”规划（2021—2025年）、“十四五”（2023—2025年）方案。", []),
        ("2022年是“十四五”规划的开局之年。", ["“2022” does not go with the name beside it; 2021 would fit."]),
        ("2024年是“十四五”收官之年。", ["“2024” does not go with the name beside it; 2025 would fit."]),
        ("2021年是“十四五”开局之年；2022年很好。“十四五”开局之年。", []),
        ("2021年是中国共产党成立100周年。", []),
        ("2022年是中国共产党成立100周年。", ["“2022” does not go with the name beside it; 2021 would fit."]),
        ("2018年是改革开放四十周年，改革开放以来。", []),
        ("各村应于2023年3月底前完成。", []),
        ("各村应于2023年2月底前完成。", ["“2023年2月底” had passed when this was written, “2023年4月18日” (line 5)."]),
        ("与去年（2021年）相比，增加1次。", ["“2021年” is not the year that the word before it says, “2023年4月18日” (line 5); 2022 would fit."]),
        ("与去年（2022年）相比，今年（2023年）增加1次。", []),
    ],
)  # fmt: skip
def test_what_the_time_of_writing_and_names_contradict(recto: Recto, write: Write, text: str, said: list[str]) -> None:
    document = f"青石镇防汛工作方案\n\n{text}\n\n2023年4月18日\n"
    assert told(recto, write("a.txt", document)) == said


@pytest.mark.parametrize(
    ("paper", "said"),
    [
        (("2021年工作总结", "2021年，我镇将重点抓好防汛。", "2022年1月5日"), ["“2021年” is spoken of as still to come, in a document about “2021年” (line 1); 2022 would fit."]),
        (("2021年工作总结", "2022年，我镇将重点抓好防汛。", "2022年1月5日"), []),
        (("2021年工作总结", "2021年，我镇将防汛纳入考核。", "2022年1月5日"), []),
        (("2021年工作方案", "2021年，我镇将重点抓好防汛。", "2021年1月5日"), []),
        (("2021年工作总结", "2021年，防汛有力。", "2021年1月5日"), ["“2021年1月5日” lies before the end of the year that is summed up, “2021年” (line 1); 2022 would fit."]),
        (("2021年工作总结", "2021年，防汛有力。", "2021年12月20日"), []),
        (("2021年春节慰问活动总结", "2021年，慰问老人。", "2021年2月20日"), []),
        (("2022年工作总结", "2021年，在县委的领导下，防汛有力，各村轮流值守，险情随报随处。", "2022年12月20日"), ["“2021年” stands for the document's own year, which is “2022年” (line 1); 2022 would fit."]),
        (("2022年工作总结", "2021年，在县委的领导下，防汛有力，2022年再接再厉。", "2022年12月20日"), []),
        (("2022年工作总结", "2020年6月30日前完成清淤。", "2023年1月5日"), ["“2020年6月30日” had passed when this was written, “2022年” (line 1)."]),
        (("工作总结", "2022年6月30日前完成清淤。", "2023年1月5日"), []),
    ],
)  # fmt: skip
def test_the_year_of_a_report_that_sums_it_up(
    recto: Recto, write: Write, paper: tuple[str, str, str], said: list[str]
) -> None:
    title, text, date = paper
    lines = f"青石镇{title}\n\n{text}\n\n青石镇人民政府\n{date}\n"
    assert told(recto, write("a.txt", lines)) == said


def test_a_plan_under_the_heading_of_another_year(recto: Recto, write: Write) -> None:
    text = "青石镇工作总结\n\n四、{}年工作打算\n\n（一）防汛\n\n2021年，我镇将重点抓好防汛，2020年较好。\n"
    assert told(recto, write("a.txt", text.format(2022))) == [
        "“2021年” stands for the document's own year, which is “2022年” (line 3); 2022 would fit."
    ]
    assert not told(recto, write("a.txt", text.format(2021)))
    assert not told(recto, write("a.txt", "2021年，我镇将重点抓好防汛。\n"))


def test_a_title_that_goes_on_in_the_next_line(recto: Recto, write: Write) -> None:
    text = "青石镇人民政府\n\n2022年政府信息公开工作年度报告\n\n本报告统计期限为2021年1月1日至12月31日。\n"
    assert told(recto, write("a.txt", text)) == [
        "“2021年1月1日” stands for the document's own year, which is “2022年” (line 3); 2022 would fit."
    ]


def test_a_day_of_writing_that_is_one_of_several(recto: Recto, write: Write) -> None:
    text = "青石镇2021年工作总结\n\n2021年，防汛有力。\n\n2021年1月5日\n\n2022年1月5日\n"
    assert not told(recto, write("a.txt", text))


@pytest.mark.parametrize(
    ("title", "text", "said"),
    [
        ("通知", "《办法》已经2025年5月28日局党组会议研究同意。", ["“2025年5月28日” is told of as past, but lies after the day of writing, “2024年6月4日” (line 5)."]),
        ("通知", "《办法》已经2024年5月28日局党组会议研究同意。", []),
        ("通知", "各单位要自查自改，于2024年1月15日前将报告报大队。", ["“2024年1月15日” had passed when this was written, “2024年6月4日” (line 5)."]),
        ("情况通报", "各单位要自查自改，于2024年1月15日前将报告报大队。", ["“2024年1月15日” had passed when this was written, “2024年6月4日” (line 5)."]),
        ("情况通报", "各单位按要求自查自改，于2024年1月15日前将报告报大队。", []),
    ],
)  # fmt: skip
def test_days_before_and_after_the_writing(recto: Recto, write: Write, title: str, text: str, said: list[str]) -> None:
    assert told(recto, write("a.txt", f"青石镇关于消防工作的{title}\n\n{text}\n\n2024年6月4日\n")) == said


_NOTICE = "青石镇关于做好2023年防汛工作的通知\n\n{}\n\n2023年4月18日\n"


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("为切实做好2022年防汛工作，通知如下。", ["2022年"]),
        ("2022年下半年，我镇将抓好三项整治。", ["2022年下半年"]),
        ("2022年下半年，我镇将防汛纳入考核。", []),
        ("在2022年防汛工作的基础上，再接再厉。为做好2022年抗旱，通知如下。", []),
        ("自5月19日起，5月19日至4月20日整改，11月1日至3月31日值班，5月1日至5月20日自查。", ["4月20日"]),
        ("请于4月10日前报名单，5月10日前报总结。", ["4月10日"]),
        ("会议时间：2022年5月8日（星期日）上午。", ["2022年5月8日（星期日）"]),
        ("一、会议时间\n\n2022年5月8日至5月20日。\n\n二、会议地点\n\n政府会议室。", ["2022年5月8日"]),
        ("一、整治时间\n\n2023年4月1日至5月20日。\n\n二、考核时间\n\n2022年1月1日至6月30日。", []),
        ("整治时间：2023年4月1日至2月30日。", ["2月30日"]),
        ("办法自2020年6月1日起施行，有效期五年，至2024年5月31日止。", ["2024年5月31日"]),
        ("办法自2020年6月1日起施行，有效期5年，至2025年5月31日止。2020年6月1日印发，2024年5月31日修订，期限五年。", []),
        ("自2020年6月1日起。有效期五年，至2024年5月31日止。自2020年6月1日至2024年5月31日施行。自2020年6月32日起至2024年5月1日，期限五年。", ["2020年6月32日"]),
        ("2022—2022学年开学，2022—2023学年结束。三年行动计划（2021—2025年）、三年行动方案（2021—2023年）。", ["2022", "2025"]),
        ("截至2023年5月底，已完成清淤。", ["2023年5月底"]),
        ("今年（2022年）清淤，“十四五”防汛设施建设专项规划（2020—2025年）。", ["2022年", "2020"]),
        ("青石镇政府办公室2023年4月10日印发", ["2023年4月10日"]),
        ("青石镇政府办公室2023年4月20日印发", []),
    ],
)  # fmt: skip
def test_dates_of_a_notice(recto: Recto, write: Write, text: str, dates: list[str]) -> None:
    said = told(recto, write("a.txt", _NOTICE.format(text)))
    assert [one.split("”")[0].strip("“") for one in said] == dates


@pytest.mark.parametrize(
    ("number", "day", "dates"),
    [
        ("青政发〔2022〕18号", "2023年4月18日", ["2022"]),
        ("青政发〔2023〕18号", "2023年4月18日", []),
        ("青政发〔2022〕18号", "2023年1月8日", []),
    ],
)
def test_a_number_and_a_day_of_writing(recto: Recto, write: Write, number: str, day: str, dates: list[str]) -> None:
    said = told(recto, write("a.txt", f"{number}\n\n青石镇关于防汛工作的通知\n\n请认真落实。\n\n{day}\n"))
    assert [one.split("”")[0].strip("“") for one in said] == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("一、主要工作\n\n2021年全年完成清淤3处。2022年全年完成清淤，2021年全年4处。", ["2021年"]),
        ("一、主要工作\n\n截至2021年底，累计完成4处。", ["2021年底"]),
        ("一、主要工作\n\n截至2021年底，累计完成4处，2022年又完成5处。截至2021年底，比上年多。", []),
        ("一、2022年工作回顾\n\n完成清淤4处，比2022年增长7%。", ["2022年"]),
        ("一、2023年工作打算\n\n2022年6月底前必须完成清淤。", ["2022年6月底"]),
        ("一、下步工作打算\n\n2022年是关键之年，我们将一鼓作气。", ["2022年"]),
        ("一、下步工作打算\n\n2022年虽然有成绩，但差距仍在。到2022年为止。2022年是取得成绩的一年。", []),
        ("一、2022年工作打算\n\n抓好清淤。", ["2022年"]),
    ],
)  # fmt: skip
def test_a_review_with_a_plan(recto: Recto, write: Write, text: str, dates: list[str]) -> None:
    document = f"青石镇2022年工作总结和2023年工作计划\n\n各村：\n\n{text}\n\n2022年12月28日\n"
    assert [one.split("”")[0].strip("“") for one in told(recto, write("a.txt", document))] == dates
