"""count-mismatch: what announces parts, and which parts then follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Recto, Write


RULE = "document.count-mismatch"


def check(recto: Recto, write: Write, text: str, name: str = "a.md") -> list[str]:
    result = recto("check", "--select", RULE, write(name, text))
    assert result.status < 2, result.out + result.err
    return [line.split(":", 1)[1].rpartition(" [")[0] for line in result.lines]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("There are two reasons:\n\n- a\n- b\n- c\n", ["1:11: warning: “two reasons”, but 3 follow (lines 3–5)."]),
        ("There are 3 reasons:\n\n- a\n- b\n", ["1:11: suggestion: “3 reasons”, but 2 follow (lines 3–4)."]),
        ("应做到以下三点：\n\n- 甲\n- 乙\n- 丙\n- 丁\n", ["1:6: warning: “三点”, but 4 follow (lines 3–6)."]),
        ("具体有两个配置参数：\n\n1. 甲\n2. 乙\n3. 丙\n", ["1:4: warning: “两个配置参数”, but 3 follow (lines 3–5)."]),
        (
            "抓好三个方面工作：一是修路。二是供水。三是通电。四是植树。\n",
            ["1:3: warning: “三个方面工作”, but 4 follow (line 1)."],
        ),
        ("# A\n\nThere are three parts:\n\n## B\n\nb\n\n## C\n\nc\n", ["3:11: suggestion: “three parts”, but 2 follow (lines 5–9)."]),
        ("- There are two ways:\n  1. a\n  2. b\n  3. c\n- x\n", ["1:13: warning: “two ways”, but 3 follow (lines 2–4)."]),
    ],
    ids=["more", "fewer", "Chinese", "a modifier", "points in the text", "headings", "within an item"],
)  # fmt: skip
def test_another_number(recto: Recto, write: Write, text: str, said: list[str]) -> None:
    assert check(recto, write, text) == said


@pytest.mark.parametrize(
    "text",
    [
        "There are two reasons:\n\n- a\n  - a1\n  - a2\n- b\n",
        "There are at least two reasons:\n\n- a\n- b\n- c\n",
        "Override the first two methods:\n\n- a\n- b\n- c\n",
        "There is one reason:\n\n- a\n- b\n",
        "There are three ways:\n\n1. a\n\nMore on that.\n\n2. b\n3. c\n",
        "There are three ways:\n\n- a\n\nMore on that.\n\n- b\n- c\n",
        "There are two components:\n\n1. a\n1. b\n\n1. x\n1. y\n",
        "There are two options:\n\n1. a\n- good\n- cheap\n2. b\n- dear\n",
        "There are two options:\n\nThe first is good.\n",
        "There are two options:\n",
        "There are two options:\n\n- a\n- b\n\nThat is all.\n",
        "There are two options:\n\n- a\n- b\n\nThat is all.\n\n# More\n\nx\n",
        "# A\n\nThere are two parts:\n\n## B\n\nb\n\n## C\n\nc\n\n## Risks\n\nd\n",
        "There are four types:\n\n- 2 small ones\n  - a\n  - b\n- 2 large ones\n",
        "抓好三个方面工作：一是修路。二是供水。\n\n三是通电。\n",
        "一是一、二是二：一是修路。二是供水。\n",
        "第三方面：\n\n- 甲\n- 乙\n",
        "    There are two ways:\n\n  - a\n  - b\n\nx\n\n  - c\n",
    ],
    ids=[
        "nested items", "a rough number", "the first of more", "one", "a list taken up again",
        "a list of bullets taken up again", "a list that begins anew", "mixed marks", "no list", "the end", "more text", "a heading",
        "headings of other things as well", "sums", "points that go on", "an idiom", "an ordinal", "code",
    ],
)  # fmt: skip
def test_the_same_number_or_none_to_tell(recto: Recto, write: Write, text: str) -> None:
    assert check(recto, write, text) == []


def test_a_list_ends_where_the_items_are_less_deep(recto: Recto, write: Write) -> None:
    assert check(recto, write, "- There are three ways:\n  - a\n  - b\n- x\n") == [
        "1:13: suggestion: “three ways”, but 2 follow (lines 2–3)."
    ]
    assert check(recto, write, "共有三项措施：\n1. 修路，\n2. 供水，\n", "a.txt") == [
        "1:3: suggestion: “三项措施”, but 2 follow (lines 2–3)."
    ]


def test_a_rule_may_do_without_words(recto: Recto, write: Write) -> None:
    write(
        "styles/mine/rule.yaml",
        "extends: count-mismatch\nmessage: '{stated}, {found}'\nannouncements: ['{count} things:']\n",
    )
    path = write("a.md", "Take 12 things:\n\n- a\n- b\n\nThen nothing else: 一是甲。二是乙。\n")
    result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.rule", path)
    assert [line.rpartition(" [")[0] for line in result.lines] == [f"{path}:1:6: warning: 12, 2"]


def test_parts_may_say_which_one_they_belong_to(recto: Recto, write: Write) -> None:
    assert check(recto, write, "大致分为两个阶段：\n\n1. 一阶段：执行\n2. 二阶段提交\n3. 二阶段回滚\n") == []
    assert check(recto, write, "大致分为两个阶段：\n\n1. 一阶段：执行\n2. 二阶段提交\n3. 三阶段回滚\n") != []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("建立信息采集、审核发布、动态更新、监督评议五项工作机制。", ["“五项工作机制”, but 4 follow (line 1)."]),
        ("在东河、西河、南河、北河8个村试点。", []),
        ("在东河、西河、南河、北河五个村试点。", ["“五个村”, but 4 follow (line 1)."]),
        ("在东河镇、西河镇、南河镇5个村试点。", []),
        ("设立综合协调、物资保障、医疗救护、后勤服务等三个工作小组。", ["“三个工作小组”, but 4 follow (line 1)."]),
        ("设立综合协调、物资保障、医疗救护等四个工作小组。", []),
        ("组建东片、西片、南片和北片三个督导组。", ["“三个督导组”, but 4 follow (line 1)."]),
        ("出台《甲办法》《乙办法》《丙办法》四项制度。", ["“四项制度”, but 3 follow (line 1)."]),
        ("工作分宣传发动（3月）、自查自纠（4月）和总结提升（6月）四个阶段。", ["“四个阶段”, but 3 follow (line 1)."]),
        ("全文由总体情况、申请情况、复议、诉讼情况、其他情况四个部分组成。", []),
        ("一般分为村庄、集镇规划和村庄、集镇建设两个阶段。", []),
        ("严格执行项目法人制、招标投标制、工程监理制“四制”。", ["“四制”, but 3 follow (line 1)."]),
        ("坚持抓教育、抓宣传“两手抓”。", []),
        ("强化部市、院市、校市及京津两市合作。", []),
        ("采购了甲类、乙类、丙类2个系列、3个项目。", ["“2个系列”, but 3 follow (line 1)."]),
        ("新建公厕3座、垃圾房2座、停车场4处两个项目。", []),
        ("召开党委会、镇长办公会，完善三项制度。", []),
        ("东村、西村三个组。", []),
        ("东村、西村三个村。", ["“三个村”, but 2 follow (line 1)."]),
        ("在大厅、文化站、农贸市场设立四个查阅点。", ["“四个查阅点”, but 3 follow (line 1)."]),
        ("在大厅、文化站、农贸市场设立四个工作机制。", []),
        ("指挥部下设六个工作组：综合组、监测组、抢险组。", ["“六个工作组”, but 3 follow (line 1)."]),
        ("坚持四个原则：统一领导、分级负责，预防为主、平战结合。", []),
        ("包括两个方面：一方面是教育、科学、文化、艺术。", []),
        ("有三个方面：甲。另有乙、丙。", []),
        ("组织教育5次，分别在1月、4月、7月、10月举行。", ["“5次”, but 4 follow (line 1)."]),
        ("科目分为人文、社会、自然、艺术五个模板。", ["“五个模板”, but 4 follow (line 1)."]),
        ("科目分为人文类9门、社会类8门、自然类五个模板。", []),
        ("实施“六大行动”：修路行动、供水行动、通电行动。", ["“六大行动”, but 3 follow (line 1)."]),
        (f"有三个方面：{'甲' * 500}、乙。", []),
        ("加强教育引导、宣传发动、服务群众“两手”。", []),
        ("约有五个部门：甲、乙、丙。", []),
        ("一个部门：甲、乙、丙。", []),
        ("八大类商品价格“五涨两降”。", ["“八大类”, but 7 follow (line 1)."]),
        ("八大类商品价格“五涨两降一平”。", []),
    ],
)  # fmt: skip
def test_a_list_in_the_same_sentence(recto: Recto, write: Write, text: str, said: list[str]) -> None:
    found = [line.partition(": ")[2].split(": ", 1)[1] for line in check(recto, write, f"{text}\n", "a.txt")]
    assert found == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("存在三个问题。首先是路窄；其次是灯暗。", ["“三个问题”, but 2 follow (line 1)."]),
        ("采取3项措施。第一，修路；第二，供水。", ["“3项措施”, but 2 follow (line 1)."]),
        ("重点抓好四项工作：（1）修路；（2）供水；（3）通电。", ["“四项工作”, but 3 follow (line 1)."]),
        ("重点抓好三项工作：\n\n一是修路。\n\n二是供水。", ["“三项工作”, but 2 follow (lines 3–5)."]),
        ("重点抓好三项工作：\n\n一是修路。\n\n二是供水。\n\n多次检查。\n\n三是通电。", []),
        ("抓好以下三项工作。\n\n（一）修路。铺设路面。\n\n（二）供水。更换管网。", ["“三项工作”, but 2 follow (lines 3–5)."]),
        ("抓好以下三项工作。\n\n（一）修路，铺设路面。\n\n（二）供水，更换管网。\n\n（三）通电。\n\n拉线。", []),
        ("抓好以下两项工作。\n\n（一）修路。铺设路面。\n\n（二）供水。更换管网。\n\n（三）通电。架设线路。", ["“两项工作”, but 3 follow (lines 3–7)."]),
    ],
)  # fmt: skip
def test_points_over_sentences_and_paragraphs(recto: Recto, write: Write, text: str, said: list[str]) -> None:
    document = f"一、工作打算\n\n{text}\n"
    found = [line.partition(": ")[2].split(": ", 1)[1] for line in check(recto, write, document, "a.txt")]
    assert [
        one.replace("lines 5–7", "lines 3–5").replace("line 3", "line 1").replace("lines 5–9", "lines 3–7")
        for one in found
    ] == said


def test_numbered_paragraphs_of_markdown(recto: Recto, write: Write) -> None:
    text = "## 打算\n\n抓好以下三项工作。\n\n（一）修路。铺路。\n\n（二）供水。换管。\n"
    assert check(recto, write, text) == ["3:5: warning: “三项工作”, but 2 follow (lines 5–7)."]
    assert not check(recto, write, f"{text}\n（三）通电。拉线。\n")
    assert not check(recto, write, "## 打算\n\n（一）修路。铺路。\n\n（二）供水。换管。\n")


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (["第一章 总则", "第一条　甲。", "第二条　乙。", "第二章 附则", "第三条　丙。"], "“两”, but 3 follow"),
        (["第一章 总则", "第一条　甲。", "第二章 分则", "第二条　乙。", "第三章 附则", "第三条　丙。"], ""),
        (["1.1 目的", "甲。", "1.2 依据", "乙。", "2.1 适用", "丙。"], ""),
        (["第一章 总则", "甲。"], ""),
    ],
    ids=["a chapter fewer", "as many", "chapters by their parts", "no run of parts"],
)
def test_chapters_and_articles(recto: Recto, write: Write, parts: list[str], said: str) -> None:
    chapters = "两" if "第二章 附则" in parts or "2.1 适用" in parts else "三"
    text = "\n\n".join([f"本办法共{chapters}章两条，请遵照执行。", *parts])
    found = check(recto, write, text + "\n", "a.txt")
    if said:
        assert len(found) == 1
        assert "“两”, but 3 follow" in found[0]
    else:
        assert all("章" not in line for line in found)


def test_parts_of_a_report(recto: Recto, write: Write) -> None:
    text = "本报告共五个部分。\n\n一、甲\n\n子。\n\n二、乙\n\n丑。\n\n三、丙\n\n寅。\n"
    assert check(recto, write, text, "a.txt") == ["1:5: warning: “五”, but 3 follow (lines 3–11)."]
    assert not check(recto, write, text.replace("五个", "三个"), "a.txt")
    chapters = "本预案共三章。\n\n1.1 目的\n\n甲。\n\n2.1 适用\n\n丙。\n"
    assert check(recto, write, chapters, "a.txt") == ["1:5: warning: “三”, but 2 follow (lines 3–7)."]


def found_in(recto: Recto, write: Write, text: str) -> list[str]:
    """The places and the counts that are told of in a text."""
    result = recto("check", "--select", RULE, write("a.txt", text))
    assert result.status < 2, result.out + result.err
    return [
        line.split(":", 1)[1].split("”")[0].replace(" warning: “", "").replace(" suggestion: “", "")
        for line in result.lines
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("一是人手少；二是经费缺。针对上述三个问题，全力整改。\n", ["1:17:三个问题"]),
        ("一是人手少；二是经费缺。针对上述两个问题，全力整改。\n", []),
        ("人手少、经费缺、设备旧以上三个问题，一是老问题；二是新问题。\n", []),
        ("一是人手少；二是经费缺。人手少、路子窄、底子薄以上三个问题要解决。\n", []),
        ("一、检查内容\n\n（一）水源；\n\n（二）水质；\n\n（三）水费。\n\n以上五项内容先行自查。\n", ["9:3:五项内容"]),
        ("一、检查内容\n\n（一）水源；\n\n（二）水质；\n\n（三）水费。\n\n以上三项内容先行自查。\n", []),
        ("第一阶段：宣传发动。\n\n第二阶段：集中整治。\n\n上述三个阶段压茬推进。\n", ["5:3:三个阶段"]),
        ("一是人手少；二是经费缺。\n\n以上三个阶段压茬推进。\n", []),
        ("第四条 有下列情形的，一票否决：\n\n（一）甲；\n\n（二）乙。\n\n有前款规定的四种情形的，从重。\n", ["7:7:四种"]),
        ("报送计划、课表、名册三样材料。上述四样材料盖章。\n", ["1:18:四样材料"]),
        ("报送计划、课表、名册三样材料。上述三样材料盖章。\n", []),
        ("有三个问题未改，见附件。\n\n一是人手少；二是经费缺。以上三个问题抓紧整改。\n", []),
        ("以上三个问题抓紧整改。以上一个问题不急。\n", []),
        ("一、存在问题\n\n（一）人手少\n\n说明。\n\n（二）经费缺\n\n说明。\n\n（三）路子窄\n\n一是甲；二是乙。\n\n二、打算\n\n以上三个问题抓紧整改。\n", []),
    ],
)  # fmt: skip
def test_a_count_that_looks_back(recto: Recto, write: Write, text: str, places: list[str]) -> None:
    assert found_in(recto, write, text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("坚持“三个到位”，即认识到位、责任到位、措施到位、督查到位。\n", ["1:4:三个到位"]),
        ("坚持“三个到位”：认识到位、责任到位和措施到位。\n", []),
        ("坚持“四个到位”：认识到位、责任到位和措施到位。\n", ["1:4:四个到位"]),
        ("解决“四难”问题，即门难进、脸难看、事难办，作风好转。\n", ["1:4:四难"]),
        ("坚持“三个到位”，即认识到位、责任到位、落实见效。\n", []),
        ("坚持“四个坚持”：坚持党建引领，坚持精准施策，坚持群众主体。\n", ["1:4:四个坚持"]),
        ("坚持“三防”，即防火、防盗和防汛。\n", []),
        ("坚持“三防”，即防火、防盗和防汛、防雷。\n", ["1:4:三防"]),
        ("开展进机关、进社区、进学校“法律五进”活动。\n", ["1:17:五进"]),
        ("开展进机关、进社区、进学校等“法律五进”活动。\n", []),
        ("开展进机关、进社区、下企业“法律五进”活动。法律进机关“五进”。法律、进社区“五进”。\n", []),
        ("开展“六个一”活动，即读一本书、看一部片、唱一首歌。\n", ["1:4:六个一"]),
        ("落实“三农”政策，修路通水。落实“三农”。\n", []),
        ("（一）坚持“三个到位”。认识到位、责任到位。\n", ["1:7:三个到位"]),
        ("一、坚持“三个到位”\n\n认识到位、责任到位。\n\n二、坚持“三个到位”\n", ["1:6:三个到位"]),
        ("坚持“三个到位”，即认识到位、责任到位等。\n", []),
        ("坚持“三个到位”：\n", []),
        ("开展“四进”宣传。组织宣讲进农村、进企业、进学校，受到好评。\n", ["1:4:四进"]),
        ("坚持“三个到位”：、、认识到位、责任到位。\n", []),
    ],
)  # fmt: skip
def test_parts_that_hold_what_is_counted(recto: Recto, write: Write, text: str, places: list[str]) -> None:
    assert found_in(recto, write, text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("一、先进集体（4个）\n\n柳林村、大王村、小王村、财政所、司法所\n", ["1:8:4"]),
        ("一、先进集体（3个）\n\n柳林村  大王村  小王村\n\n二、先进个人（3名）\n\n王  磊  赵国庆  孙  丽\n", []),
        ("一、先进集体（3个）\n\n柳林村  大王村\n\n财政所\n\n清水镇人民政府\n", []),
        ("本次评选（4个）说明：\n\n柳林村、大王村\n", []),
        ("一、先进集体（4个）\n\n柳林村、大王村等。\n\n二、先进个人（2名）\n\n王磊\n", []),
    ],
)  # fmt: skip
def test_names_below_a_heading_with_their_number(recto: Recto, write: Write, text: str, places: list[str]) -> None:
    assert found_in(recto, write, text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("建成示范村3个，分别为柳树湾村、石门村、双井村和罗家坪村。\n", ["1:6:3个"]),
        ("建成示范村3个（柳湾村、石门村、双井村、罗家村）。\n", ["1:6:3个"]),
        ("建成示范村3个（柳湾村、石门村、双井村）；建成广场5个（含改建、扩建）；建成公园4个（甲、乙）。\n", []),
        ("张建国、李红梅、王志强、赵永刚等3名企业代表。\n", ["1:17:3名"]),
        ("张建国、李红梅等3名企业代表。\n", []),
        ("审核户口簿、房产证、接种证、居住证三证。\n", ["1:18:三证"]),
        ("学习爱岗敬业、无私奉献、勇于担当的“四种精神”。\n", ["1:19:四种精神"]),
        ("学习爱岗、无私的“四种精神”。\n", []),
        ("审核户口簿、房产证、接种书三证。\n", []),
        ("打造甲、乙、丙“三大高地”“五大战略”。\n", []),
        ("办好六件实事：改造小区1个；新建公厕3座；安装路灯20盏。\n", ["1:3:六件实事"]),
        ("办好六件实事：改造小区1个；新建公厕3座；安装路灯20盏等。办好六件实事：改造小区；新建公厕。\n", []),
        ("第一、二、三组分别负责上、中、下游三个片区。\n", []),
        ("第三条 应当遵循下列四项原则：\n\n（一）合法；\n\n（二）公开；\n\n（三）便民。\n\n第四条 本办法自公布之日起施行。\n", ["1:11:四项原则"]),
    ],
)  # fmt: skip
def test_lists_behind_and_before_their_number(recto: Recto, write: Write, text: str, places: list[str]) -> None:
    assert found_in(recto, write, text) == places
