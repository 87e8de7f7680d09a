"""Tables of a flattened text: made again where heads, figures and printed totals leave no doubt, else left as lines."""

from __future__ import annotations

import pytest

from corpus.document.raw import RawParagraph, RawTable
from corpus.readers import plain

PROSE = "本年度预算执行总体平稳，各项支出符合规定，资金使用效益明显提高，重点任务全部按期完成。"


def read(*lines: str) -> list[RawParagraph | RawTable]:
    return list(plain.read("\n".join([PROSE, *lines, PROSE]).encode()).blocks)[1:-1]


def table_of(*lines: str) -> RawTable:
    (block,) = read(*lines)
    assert isinstance(block, RawTable)
    return block


def rows_of(table: RawTable) -> list[dict[int, str]]:
    rows: list[dict[int, str]] = [{} for _ in range(table.rows)]
    for cell in table.cells:
        if cell.body.text:
            rows[cell.row][cell.column] = cell.body.text
    return rows


def test_a_row_without_figures_is_a_label_with_blanks_beside_it() -> None:
    table = table_of(
        "控制情况 2023年决算数 2024年预算数 2024年决算数",
        "公务用车 25.82 35 10.32",
        "其中：车辆购置",
        "运行维护 25.82 35 10.32",
    )
    assert rows_of(table)[2] == {0: "其中：车辆购置"}
    assert not table.partial


def test_a_short_row_is_placed_where_its_figures_fit_in_one_way() -> None:
    table = table_of(
        "一级指标  三级指标  分值  得分  扣分原因",
        "投入  目标明确性  4  3  个别指标未细化",
        "目标合理性  3  3",
        "过程  预算完成率  6  5  未达序时进度",
        "总分  13  11",
    )
    assert rows_of(table)[2:] == [
        {1: "目标合理性", 2: "3", 3: "3"},
        {0: "过程", 1: "预算完成率", 2: "6", 3: "5", 4: "未达序时进度"},
        {0: "总分", 2: "13", 3: "11"},
    ]
    assert [cell.row_span for cell in table.cells if cell.body.text == "投入"] == [2]


def test_a_row_that_fits_in_several_ways_stands_across_and_nothing_is_added_up() -> None:
    table = table_of(
        "项目  年初预算  调整预算  决算",
        "甲  1.00  2.00  3.00",
        "乙  4.00  5.00",
        "合计  5.00  6.00  7.00",
    )
    assert rows_of(table)[2] == {0: "乙  4.00  5.00"}
    assert table.partial


def test_a_word_set_wide_is_one_cell() -> None:
    table = table_of("项  目  预算  决算", "甲  1.00  2.00", "合  计  1.00  2.00")
    assert [row[0] for row in rows_of(table)] == ["项目", "甲", "合计"]


def test_heads_of_two_rows_beside_a_label_span_what_repeats_below_them() -> None:
    table = table_of(
        "单位  基本支出  项目支出  执行率", "预算  决算  预算  决算", "甲  1.00  2.00  3.00  4.00  50.00%"
    )
    assert [(c.row, c.column, c.row_span, c.column_span) for c in table.cells][:4] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (0, 3, 1, 2),
        (0, 5, 2, 1),
    ]


FORM = (
    "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 自评得分",
    "偏差原因分析",
    "及改进措施",
    "产出指标",
    "(50分)",
    "数量指标",
    "培训期",
    "数",
    "≥12期 10期 20 16.5",
    "受疫情影响，",
    "两期推迟。",
    "建设规模 ≥90% 95% 10 10",
    "质量指标",
    "验收工作质",
    "量",
    "工程全部通过",
    "验收",
    "20 20",
    "效益指标（30分）",
    "社会效",
    "益指标",
    "受益人口",
    "≥3万人 3.2万人 30 30",
    "满意度指",
    "标",
    "群众满意度",
    "≥90% 96% 20 20",
    "总分 100 96.5",
)


def test_scored_indicators_are_rows_again_where_their_points_add_up() -> None:
    table = table_of(*FORM)
    rows = rows_of(table)
    assert rows[0][7] == "偏差原因分析及改进措施"
    assert rows[1] == {0: "产出指标(50分) 数量指标"}
    assert rows[2] == {2: "培训期数", 3: "≥12期", 4: "10期", 5: "20", 6: "16.5", 7: "受疫情影响，两期推迟。"}
    assert [(row[5], row[6]) for row in rows if 5 in row][1:] == [
        ("20", "16.5"),
        ("10", "10"),
        ("20", "20"),
        ("30", "30"),
        ("20", "20"),
        ("100", "96.5"),
    ]


@pytest.mark.parametrize(
    "change", [("20 20", "20 二十"), ("总分 100", "总分 99"), ("≥90% 96% 20 20", "≥90% 96%")]
)
def test_scored_indicators_stay_lines_where_their_points_do_not_add_up(change: tuple[str, str]) -> None:
    lines = [line.replace(*change) for line in FORM]
    assert not any(isinstance(block, RawTable) for block in read(*lines))
