"""Which figure is held wrong: the one that a slip explains, and that nothing which would notice bears out."""

from __future__ import annotations

import pytest

from rules.engine import review
from rules.finding import Finding, Severity
from rules.review import Review
from tests.rules.sketch import Sketch, form


def _reviewed(*lines: str) -> Review:
    sketch = Sketch()
    sketch.lines(["# 一、基本情况", *lines])
    return review(sketch.document(), year="2023")


def _only(found: Review) -> Finding:
    loud = [
        f for f in found.findings if f.severity in (Severity.ERROR, Severity.WARNING) and f.rule[0] in "AS"
    ]
    assert len(loud) == 1, [f.message for f in loud]
    return loud[0]


def _printed(found: Review, *facts: str | None) -> list[str]:
    by_id = {fact.id: fact.quantity.plain() for fact in found.facts}
    return [by_id[fact] for fact in facts if fact is not None]


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        # 1500.00 is no slip of 1950.00: a digit that was lost before the point leaves the decimals as they are.
        (
            "项目预算4720.00万元，分三批下达：第一批2000.00万元，第二批1500.00万元，第三批770.00万元。",
            "4720.00",
        ),
        ("项目预算4270.00万元，分三批下达：第一批2000.00万元，第二批1500.00万元，第三批77.00万元。", "77.00"),
    ],
)
def test_the_figure_that_one_slip_explains_is_named(line: str, wrong: str) -> None:
    found = _reviewed(line)
    assert _printed(found, _only(found).culprit) == [wrong]


def test_a_rate_that_would_not_notice_vouches_for_no_total() -> None:
    found = _reviewed(
        "总收入为16787915.17元，其中，财政拨款收入14286530.42元，上级补助收入2315000.00元，其他收入186420.75元。",
        "财政拨款收入占总收入的85.10%。",
    )
    finding = _only(found)
    named = _printed(found, finding.culprit, *finding.suspects)
    assert "16787915.17" in named


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        # 1886.83 and 1200.58 stand elsewhere as well, so that the other part is wrong.
        (
            [
                "基本支出1886.83万元，其中：人员经费1200.58万元、公用经费686.28万元。",
                "三、存在的问题。全年列支1886.83万元中，定额不足1200.58万元。",
            ],
            ["686.28"],
        ),
        # What would mend 686.28 stands elsewhere.
        (
            [
                "基本支出1886.75万元，其中：人员经费1200.50万元、公用经费686.28万元。",
                "三、存在的问题。定额偏低，公用经费686.25万元中有一半用于维修。",
            ],
            ["686.28"],
        ),
        # A list that is not said to be complete accuses nobody, but holds with the one figure mended.
        (
            [
                "项目预算597.64万元，市本级318.60万元，县区279.00万元。",
                "全年支出566.68万元，执行率94.83%。",
            ],
            ["597.64"],
        ),
        # Nothing points to one of them.
        (["基本支出1886.75万元，其中：人员经费1200.50万元、公用经费686.28万元。"], []),
        # All others end in zeros.
        (
            [
                "食堂运行费用2265370.00元（燃料水电734150.00元、工勤人员工资1362800.70元、责任险168420.00元）。"
            ],
            ["1362800.70"],
        ),
        (["运行费用2265371.35元（燃料水电734150.85元、工勤人员工资1362800.80元、责任险168420.40元）。"], []),
    ],
)
def test_the_report_points_to_one_of_several_suspects(lines: list[str], wrong: list[str]) -> None:
    found = _reviewed(*lines)
    assert [_printed(found, f.culprit) for f in found.findings if f.rule in ("A01", "A03")] == [wrong]


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        (["过程│资金管理│20│19", "产出│数量│45│42", "效益│影响│35│33", "合计││103│94"], ["103"]),
        (["过程│资金管理│20│19", "产出│数量│45│42", "效益│影响│55│33", "合计││100│94"], ["55"]),
    ],
)
def test_full_marks_make_a_hundred(table: list[str], wrong: list[str]) -> None:
    sketch = Sketch()
    sketch.lines(["# 一、自评结果"])
    sketch.table([["一级指标", "评价要点", "分值", "自评分"], *(row.split("│") for row in table)])
    found = review(sketch.document(), year="2023")
    assert [_printed(found, f.culprit) for f in found.findings if f.rule in ("A01", "S02")] == [wrong]


@pytest.mark.parametrize(
    ("weights", "total", "wrong"),
    [(("90", "40", "30", "20"), "100", "90"), (("10", "40", "30", "20"), "120", "120")],
)
def test_full_marks_of_a_form_make_a_hundred(weights: tuple[str, ...], total: str, wrong: str) -> None:
    rows = [["产出", "数量", f"指标{n}", "100", "100", weight, "9", ""] for n, weight in enumerate(weights)]
    sketch = Sketch()
    sketch.lines(["# 附件2 部门整体支出绩效自评表"])
    sketch.table(form(rows, total=(total, "36")))
    found = review(sketch.document(), year="2023")
    assert [_printed(found, f.culprit) for f in found.findings if f.rule == "S03"] == [[wrong]]


def test_a_question_names_the_figure_that_one_slip_explains() -> None:
    found = _reviewed(
        "基本支出1940.60万元，其中：人员经费1658.41万元，包括工资福利支出1468.33万元、对个人和家庭的补助172.08万元；公用经费282.19万元。"
    )
    assert _printed(found, _only(found).culprit) == ["1468.33"]


def test_a_question_without_a_slip_names_all_that_may_be_wrong() -> None:
    found = _reviewed("保有公务用车6辆，其中机要通信用车1辆、应急保障用车3辆、其他用车1辆。")
    finding = _only(found)
    assert sorted(_printed(found, *finding.suspects)) == ["1", "1", "3", "6"]


def test_a_score_that_lost_a_digit_is_named_among_many() -> None:
    rows = [["产出", "数量", f"指标{n}", "100", "100", "10", "1" if n == 3 else "10", ""] for n in range(10)]
    sketch = Sketch()
    sketch.lines(["# 附件2 部门整体支出绩效自评表"])
    sketch.table(form(rows, total=("100", "100")))
    found = review(sketch.document(), year="2023")
    sums = [finding for finding in found.findings if finding.rule == "S02"]
    assert [_printed(found, finding.culprit) for finding in sums] == [["1"]]
