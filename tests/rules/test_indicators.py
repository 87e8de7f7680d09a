"""Score forms are read whatever their heads are called and wherever they stand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document.evidence import Locator
from rules.facts.form import FormCell, ScoreForm
from rules.facts.indicators import find_score_forms
from tests.rules.sketch import EXECUTION_HEADS, HEADS, LEFT, UP, Sketch, form

ROWS = [
    ["产出指标\n（50分）", "数量指标", "办班场次", "≥4场", "4场", "20", "20", ""],
    [UP, "质量指标", "合格率", "≥90%", "88%", "30", "29.33", "补考未完"],
    ["效益指标（40分）", "社会效益", "知晓率", "≥80%", "85%", "40", "40", ""],
]
MONEY = ["480.00", "500.00", "460.00", "10", "92%", "9.20"]


def _forms(*tables: Sequence[Sequence[str]], lines: Sequence[str] = ()) -> list[ScoreForm]:
    sketch = Sketch()
    sketch.lines(lines)
    for table in tables:
        sketch.table(table)
    document = sketch.document()
    return find_score_forms(document, Locator(document))


def _text(cell: FormCell | None) -> str | None:
    return None if cell is None else cell.text


def test_one_big_table_with_the_heads_far_down() -> None:
    (found,) = _forms(form(ROWS, total=["100", "98.53"], execution=MONEY), lines=["# 附件2", "自评表"])
    assert [(row.level1, row.level2, row.name) for row in found.rows] == [
        ("产出指标", "数量指标", "办班场次"),
        ("产出指标", "质量指标", "合格率"),
        ("效益指标", "社会效益", "知晓率"),
    ]
    second = found.rows[1]
    cells = (second.target, second.actual, second.weight, second.score, second.reason)
    assert [_text(cell) for cell in cells] == ["≥90%", "88%", "30", "29.33", "补考未完"]
    assert [(c.name, c.level, c.rows, _text(c.weight)) for c in found.classes] == [
        ("产出指标", 1, (0, 1), "50"),
        ("效益指标", 1, (2,), "40"),
    ]
    assert (_text(found.total_weight), _text(found.total_score)) == ("100", "98.53")
    assert (found.annex, found.has_reasons) == ("附件2", True)


def test_the_block_of_budget_execution_is_read_by_its_heads() -> None:
    (found,) = _forms(form(ROWS, execution=MONEY))
    block = found.execution
    assert block is not None
    cells = (block.initial, block.adjusted, block.executed, block.weight, block.rate, block.score)
    assert [_text(cell) for cell in cells] == MONEY


def test_the_whole_year_counts_where_parts_of_the_money_follow() -> None:
    table = [
        ["资金", *EXECUTION_HEADS],
        ["其中：当年拨款", "400.00", "420.00", "390.00", "", "", ""],
        ["年度资金总额", *MONEY],
        ["上年结转", "80.00", "80.00", "70.00", "", "", ""],
    ]
    (found,) = _forms(table, form(ROWS))
    assert found.execution is not None
    assert _text(found.execution.adjusted) == "500.00"


def test_evidence_holds_the_cell_with_row_and_column() -> None:
    sketch = Sketch()
    sketch.table(form(ROWS), "自评表")
    document = sketch.document()
    (found,) = find_score_forms(document, Locator(document))
    score = found.rows[1].score
    assert score is not None
    evidence = score.evidence(Locator(document))
    assert (evidence.quote, evidence.table, evidence.row, evidence.column) == (
        "29.33",
        "自评表",
        "合格率",
        "自评得分",
    )


def test_other_names_of_heads_and_a_title_column_beside_them() -> None:
    heads = ["绩效指标", "一级指标", "二级指标", "指标名称", "目标值", "完成值", "权重", "得分", "扣分原因"]
    table = [heads, ["绩效指标", *ROWS[0]], [UP, *ROWS[1]], [UP, *ROWS[2]]]
    (found,) = _forms(table)
    assert [row.name for row in found.rows] == ["办班场次", "合格率", "知晓率"]
    assert _text(found.rows[1].reason) == "补考未完"


def test_class_cells_that_go_blank_over_a_page_break_mean_the_same_again() -> None:
    rows = [ROWS[0], ["", "", "结业人数", "≥90人", "95人", "30", "30", ""], ROWS[2]]
    (found,) = _forms(form(rows))
    assert [(row.level1, row.level2) for row in found.rows[:2]] == [("产出指标", "数量指标")] * 2
    assert found.classes[0].rows == (0, 1)


def test_a_form_that_goes_on_in_a_further_table_is_one_form() -> None:
    after = [
        HEADS,
        ["产出指标（50分）", *ROWS[1][1:]],
        ROWS[2],
        ["总分", LEFT, LEFT, LEFT, LEFT, "90", "89.33", ""],
    ]
    (found,) = _forms(form([ROWS[0]], execution=MONEY), after)
    assert [row.name for row in found.rows] == ["办班场次", "合格率", "知晓率"]
    assert [(item.name, item.rows) for item in found.classes] == [("产出指标", (0, 1)), ("效益指标", (2,))]
    assert _text(found.total_score) == "89.33"
    assert found.execution is not None


def test_two_projects_have_two_forms() -> None:
    first, second = _forms(form(ROWS, total=["90", "89.33"]), form(ROWS, total=["90", "80"]))
    assert [_text(item.total_score) for item in (first, second)] == ["89.33", "80"]
    without_totals = _forms(form(ROWS), form(ROWS))
    assert len(without_totals) == 2


def test_weights_of_classes_in_columns_of_their_own() -> None:
    heads = ["一级指标", "分值", "二级指标", "分值", "三级指标", "分值", "评分标准", "得分"]
    table = [
        heads,
        ["产出", "60", "数量", "25", "甲", "25", "按比例", "25"],
        [UP, UP, "质量", "35", "乙", "35", "按比例", "30"],
        ["效果", "40", "效益", "40", "丙", "40", "按比例", "40"],
    ]
    (found,) = _forms(table)
    assert [_text(row.weight) for row in found.rows] == ["25", "35", "40"]
    levels = [(item.name, item.level, _text(item.weight), item.rows) for item in found.classes]
    assert ("产出", 1, "60", (0, 1)) in levels
    assert ("质量", 2, "35", (1,)) in levels


_BRACKETED = {
    "the head of the targets says so": (
        ["一级指标", "二级指标", "三级指标", "年度指标值（分值）", "实际完成值", "得分"],
        ("办班场次", "≥4场（20分）"),
    ),
    "the head of the targets says it without brackets, the figures stand alone": (
        ["一级指标", "二级指标", "三级指标", "指标值及分值", "实际完成值", "得分"],
        ("办班场次", "≥4场（20）"),
    ),
    "the head of the indicators says so": (
        ["一级指标", "二级指标", "三级指标（分值）", "年度指标值", "实际完成值", "得分"],
        ("办班场次（20）", "≥4场"),
    ),
    "no head says so, every target has its points": (
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "得分"],
        ("办班场次", "≥4场（20分）"),
    ),
    "no head says so, every indicator has its points": (
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "得分"],
        ("办班场次（20分）", "≥4场"),
    ),
    "the word stands in the bracket": (
        ["一级指标", "二级指标", "三级指标", "年度指标值（权重）", "实际完成值", "得分"],
        ("办班场次", "≥4场（分值：20分）"),
    ),
}


@pytest.mark.parametrize("heads,cells", _BRACKETED.values(), ids=_BRACKETED)
def test_weights_in_brackets_behind_target_or_name(heads: list[str], cells: tuple[str, str]) -> None:
    rows = [["产出", "数量", *cells, "4场", "20"]]
    for name, weight in (("合格率", "50"), ("知晓率", "30")):
        rows.append(
            ["产出", "数量", *(each.replace("办班场次", name).replace("20", weight) for each in cells)]
        )
        rows[-1] += ["95%", weight]
    (found,) = _forms([heads, *rows, ["总分（100分）", *[LEFT] * (len(heads) - 2), "100"]])
    assert [_text(row.weight) for row in found.rows] == ["20", "50", "30"]
    assert [(row.name, _text(row.target)) for row in found.rows[:1]] == [("办班场次", "≥4场")]
    assert (_text(found.total_weight), _text(found.total_score)) == ("100", "100")


def test_points_that_some_targets_speak_of_are_no_weights() -> None:
    heads = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "得分"]
    rows = [
        ["产出", "质量", "考核名次", "全县前三（90分）", "前三", "20"],
        [UP, "数量", "甲", "4", "4", "50"],
        [UP, "数量", "乙", "8", "8", "30"],
    ]
    assert _forms([heads, *rows]) == []


@pytest.mark.parametrize("score,rate", [("得分（满分10分）", "执行率"), ("得分", "执行率（10分）")])
def test_points_of_budget_execution_in_a_head(score: str, rate: str) -> None:
    table = [
        ["资金", *EXECUTION_HEADS[:3], rate, score],
        ["年度资金总额", "480", "500", "460", "92%", "9.20"],
    ]
    (found,) = _forms(table, form(ROWS))
    assert found.execution is not None
    assert (_text(found.execution.weight), _text(found.execution.score)) == ("10", "9.20")


def test_rows_that_share_a_name_are_told_apart_by_their_targets() -> None:
    rows = [
        ["产出指标", "质量指标", "工作质量", "平台稳定", "稳定", "20", "20", ""],
        [UP, UP, UP, "窗口规范", "规范", "30", "30", ""],
    ]
    (found,) = _forms(form(rows))
    assert [(row.name, row.title) for row in found.rows] == [
        ("工作质量", "平台稳定"),
        ("工作质量", "窗口规范"),
    ]
    assert found.rows[1].score is not None
    assert found.rows[1].score.row == "窗口规范"


def test_totals_that_do_not_stand_under_their_heads() -> None:
    table = [*form(ROWS), ["总分", "98.53"]]
    (found,) = _forms(table)
    assert (found.total_weight, _text(found.total_score)) == (None, "98.53")


def test_tables_without_scores_are_no_score_forms() -> None:
    assert _forms([["一级指标", "二级指标", "三级指标", "指标值"], ["产出", "数量", "甲", "4"]]) == []
    assert _forms([["项目", "预算数", "决算数", "执行率"], ["甲", "4.00", "3.00", "75%"]]) == []


ODD = [
    "",
    UP,
    LEFT,
    "一级指标",
    "三级指标",
    "分值",
    "自评得分",
    "总分",
    "小计",
    "产出（50分）",
    "年度指标值（分值）",
    "≥4场（20分）",
    "5",
    "≥4场",
    "9%",
]
WORDS = st.sampled_from([*ODD, *EXECUTION_HEADS])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=8), min_size=1, max_size=8))
def test_no_table_however_odd_makes_the_reading_raise(rows: list[list[str]]) -> None:
    for found in _forms(rows):
        assert found.rows
