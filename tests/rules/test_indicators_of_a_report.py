"""Indicators of a whole report: computed, compared with what is printed, joined with what else is said of the figure."""

from __future__ import annotations

from typing import Any

from rules.engine import review
from rules.review import Review
from tests.rules.sketch import Sketch, form

ROWS = [
    ["产出指标", "数量指标", "在职人员控制率", "≤100%", "90.00%", "50", "50", ""],
    ["产出指标", "数量指标", "预算调整率", "≤10%", "8.00%", "40", "40", ""],
]
TEXT = (
    "编制50人，实有在职人员45人。",
    "一般公共预算年初预算总额1000.00万元，年中追加60.00万元，收回20.00万元，调整后全年预算总额1040.00万元。",
)


def _review(*text: str, rows: list[list[str]] = ROWS, year: str = "2023") -> Review:
    sketch = Sketch()
    sketch.heading(f"某局{year}年度部门整体支出绩效自评报告")
    for line in text:
        sketch.paragraph(line)
    sketch.table(form(rows, total=["100", "100"]))
    return review(sketch.document(), year=year)


def _indicator(found: Review, name: str) -> dict[str, Any]:
    (shown,) = [item for item in found.as_json()["indicators"] if item["name"] == name]
    return shown


def test_every_reading_is_worked_out_and_named() -> None:
    shown = _indicator(_review(*TEXT), "预算调整率")
    assert [(item["reading"], item["value"]) for item in shown["values"]] == [
        (None, "8.00"),
        ("按净额（追加减收回）", "4.00"),
        ("只计追加", "6.00"),
    ]
    assert [item["fit"] for item in shown["printed"]] == ["own"]
    assert [basis["verified"] for basis in shown["basis"]] == [False]


def test_a_nameless_total_beside_its_parts_is_that_of_all_the_money() -> None:
    sketch = Sketch()
    sketch.heading("某局2023年度部门整体支出绩效自评报告")
    sketch.paragraph("一般公共预算年中追加60.00万元，收回20.00万元。")
    heads = ["年初预算数", "<", "<"]
    sketch.table(
        [heads, ["基本支出", "项目支出", "小计"], ["300.00万元", "700.00万元", "1000.00万元"]],
        "2023年一般公共预算支出情况表",
    )
    shown = _indicator(review(sketch.document(), year="2023"), "预算调整率")
    assert shown["values"][0]["derivation"] == "(60.00 + 20.00) ÷ 1000.00 × 100% = 8.00 %"


def test_an_indicator_without_its_figures_is_not_computable_and_says_why() -> None:
    shown = _indicator(_review(*TEXT), "三公经费变动率")
    assert shown["values"] == []
    assert shown["not_computable"] == "报告未列“三公经费预算数”“上年三公经费预算数”"


def test_a_denominator_of_zero_is_not_computable_and_no_zero() -> None:
    shown = _indicator(_review("编制0人，实有在职人员45人。"), "在职人员控制率")
    assert shown["values"] == []
    assert shown["not_computable"] == "分母“编制数”为 0"


def test_what_came_of_a_later_document_does_not_hold_for_an_earlier_year() -> None:
    names = {item["name"] for item in _review(*TEXT, year="2018").as_json()["indicators"]}
    assert "在职人员控制率" in names
    assert "预算执行率" not in names


def test_one_wrong_figure_is_one_finding_with_its_likely_cause() -> None:
    rows = [["产出指标", "数量指标", "在职人员控制率", "≤100%", "111.11%", "100", "100", ""]]
    found = _review("编制50人，实有在职人员45人，在职人员控制率为90.00%。", rows=rows)
    about = [f for f in found.findings if f.reported == "111.11" or "111.11" in f.message]
    assert len([f for f in about if f.severity != "info" and f.rule != "S07"]) == 1


def test_a_framework_is_a_reference_and_never_an_error() -> None:
    rows = [["产出指标", "数量指标", "预算调整率", "≤10%", "9.90%", "100", "100", ""]]
    (finding,) = [f for f in _review(*TEXT, rows=rows).findings if f.rule == "S21"]
    assert finding.severity == "warning"
    assert "违反" not in finding.message
    assert finding.basis[0].number == "财预〔2013〕53号"
    assert not finding.basis[0].verified
