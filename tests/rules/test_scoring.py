"""The score form recomputed: totals, and what a stated method or a rule in force can support."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.document.evidence import Locator
from rules.facts.indicators import find_score_forms
from rules.relations.scores.scores import form_ties
from rules.review import IndicatorScore, Scorecard
from rules.scoring import scorecard
from rules.shelf import open_packs
from tests.rules.sketch import HEADS, Sketch, form

CONVENTIONS = str(Path(__file__).parent / "packs" / "conventions")
MONEY = ["480.00", "500.00", "460.00", "10", "92%", "9.20"]
STANDARD_HEADS = [*HEADS[:-1], "评分标准"]


def _card(
    rows: Sequence[Sequence[str]],
    *,
    year: str = "2023",
    total: Sequence[str] = (),
    execution: Sequence[str] = (),
    heads: Sequence[str] = HEADS,
    packs: Sequence[str] = (),
    text: Sequence[str] = (),
) -> Scorecard:
    sketch = Sketch()
    for line in text:
        sketch.paragraph(line)
    sketch.table(form(rows, total=total, execution=execution, heads=heads))
    document = sketch.document()
    locator, pack = Locator(document), open_packs(None, packs).in_force(year)
    (found,) = find_score_forms(document, locator)
    linear = pack.execution is not None and not pack.execution.steps
    ties = form_ties(found, locator, year, linear_execution=linear)
    return scorecard(found, ties, pack, locator)


def _only(target: str, actual: str, weight: str, standard: str = "", year: str = "2023") -> IndicatorScore:
    row = ["产出指标", "数量指标", "甲", target, actual, weight, "1", standard]
    return _card([row], year=year, heads=STANDARD_HEADS).indicators[0]


@pytest.mark.parametrize(
    ("target", "actual", "low", "high", "method"),
    [
        ("≥90%", "95%", "5.00", "5.00", "得满分"),
        ("≥95%", "91.20%", "4.80", "4.80", "完成值÷指标值"),
        ("200次", "150次", "3.75", "3.75", "完成值÷指标值"),
        ("≤200元", "250元", "3.75", "4.00", "反向"),
        ("≤0%", "3%", "0.00", "0.00", "不得分"),
        ("运行稳定", "运行稳定", "4.00", "5.00", "“达成”档"),
        ("运行稳定", "基本完成", "3.00", "5.00", "介于"),
        ("运行稳定", "尚未完成验收", "3.00", "4.00", "“部分达成”档"),
    ],
)
def test_the_rule_in_force_supports(target: str, actual: str, low: str, high: str, method: str) -> None:
    row = _only(target, actual, "5")
    assert (row.suggested_low, row.suggested_high) == (low, high)
    assert method in (row.method or "")
    assert [basis.verified for basis in row.basis] == [False]


def test_the_forms_own_standard_comes_first_and_is_verified() -> None:
    row = _only("≥95%", "92.5%", "5", "每低于目标值1个百分点扣0.5分，扣完为止")
    assert (row.suggested_low, row.suggested_high) == ("3.50", "4.00")
    assert row.basis[0].verified


def test_points_never_fall_below_zero() -> None:
    row = _only("≥95%", "20%", "5", "每降低1%扣1分")
    assert (row.suggested_low, row.suggested_high) == ("0.00", "0.00")


@pytest.mark.parametrize(("target", "actual"), [("≥4次", "定期开展"), ("≥4次", "")])
def test_without_a_result_there_is_no_interval(target: str, actual: str) -> None:
    row = _only(target, actual, "5")
    assert (row.suggested_low, row.suggested_high, row.method, row.basis) == (None, None, None, ())


def test_a_report_of_a_year_before_the_rule_gets_no_interval() -> None:
    assert _only("≥90%", "95%", "5", year="2018").method is None
    assert _only("运行稳定", "运行稳定", "5", year="2018").method is None


def test_the_total_is_recomputed_and_graded() -> None:
    rows = [
        ["产出指标", "数量指标", "甲", "≥4场", "4场", "60", "60", ""],
        ["效益指标", "社会效益", "乙", "≥95%", "91.20%", "30", "20.3", "偏低"],
    ]
    found = _card(rows, total=["100", "89.5"], execution=MONEY)
    assert (found.self_total, found.recomputed_total, found.grade) == ("89.5", "89.50", "良")
    assert (found.suggested_low, found.suggested_high) == ("98.00", "98.00")
    first = found.indicators[0]
    assert (first.name, first.actual, first.suggested_low, first.suggested_high) == (
        "预算执行率",
        "92%",
        "9.20",
        "9.20",
    )


def test_the_interval_of_the_total_needs_a_method_for_every_row() -> None:
    rows = [
        ["产出指标", "数量指标", "甲", "≥4场", "4场", "60", "60", ""],
        ["效益指标", "社会效益", "乙", "≥4次", "定期开展", "40", "40", ""],
    ]
    found = _card(rows, total=["100", "100"])
    assert (found.suggested_low, found.suggested_high) == (None, None)


def test_a_blank_score_leaves_the_total_uncomputed() -> None:
    rows = [
        ["产出指标", "数量指标", "甲", "≥4场", "4场", "60", "60", ""],
        ["效益指标", "社会效益", "乙", "≥4次", "4次", "40", "", ""],
    ]
    assert _card(rows, total=["100", "60"]).recomputed_total is None


def test_an_execution_row_outside_the_hundred_is_not_added() -> None:
    rows = [["产出指标", "数量指标", "甲", "≥4场", "4场", "100", "97", ""]]
    assert _card(rows, total=["100", "97"], execution=MONEY).recomputed_total == "97"


# Conventions of other places, as a pack has them (tests/rules/packs/conventions).


@pytest.mark.parametrize(
    ("target", "actual", "low", "high", "method"),
    [
        ("≥95%", "57%", "3.00", "3.00", "完成值÷指标值"),
        ("≥95%", "56%", "0.00", "0.00", "完成不到 60 %，不得分"),
        ("40场", "52场", "5.00", "5.00", "得满分"),
        ("40场", "53场", "0.00", "0.00", "超过指标值 130 %，视为指标值偏低，不得分"),
        ("≤200元", "250元", "4.00", "4.00", "反向"),
        ("运行稳定", "尚未完成验收", "2.50", "4.00", "“部分达成”档"),
    ],
)
def test_a_pack_declares_which_convention_holds(
    target: str, actual: str, low: str, high: str, method: str
) -> None:
    row = ["产出指标", "数量指标", "甲", target, actual, "5", "1", ""]
    shown = _card([row], packs=[CONVENTIONS]).indicators[0]
    assert (shown.suggested_low, shown.suggested_high) == (low, high)
    assert method in (shown.method or "")
    assert [basis.number for basis in shown.basis] == ["某财绩〔2021〕1号"]


def test_steps_take_the_place_of_the_product() -> None:
    rows = [["产出指标", "数量指标", "甲", "≥4场", "4场", "90", "90", ""]]
    found = _card(rows, total=["100", "99.2"], execution=MONEY, packs=[CONVENTIONS])
    first = found.indicators[0]
    assert (first.suggested_low, first.suggested_high) == ("7.00", "7.00")
    assert first.needed == "自评 9.20 分相当于执行率 92 %"


def test_grades_of_another_place_and_a_one_ticket_rule() -> None:
    rows = [["产出指标", "数量指标", "甲", "≥4场", "4场", "100", "85", ""]]
    assert _card(rows, total=["100", "85"]).grade == "良"
    other = _card(rows, total=["100", "85"], packs=[CONVENTIONS])
    assert (other.grade, other.capped) == ("优", None)
    vetoed = _card(rows, total=["100", "85"], packs=[CONVENTIONS], text=["审计认定存在挪用资金的情况。"])
    assert (vetoed.grade, vetoed.capped) == ("优", "差")


@pytest.mark.parametrize(
    ("row", "needed"),
    [
        (["≥95%", "91.20%", "5", "5"], "自评 5 分须完成值达到 95（指标值的 100 %），或有另行约定的计分办法"),
        (
            ["运行稳定", "尚未完成验收", "4", "3.5"],
            "自评 3.5 分（占 87.5 %）属“达成”档，须有达到该档的佐证材料",
        ),
        (["≤200元", "250元", "5", "4.5"], "自评 4.5 分须说明超过指标值后的计分办法"),
        (["≥90%", "95%", "5", "4"], "按办法可得 5.00 分以上，自评较低，请核对是否另有扣分事项"),
        (["≥90%", "95%", "5", "5"], None),
        (["≥4次", "定期开展", "5", "5"], None),
    ],
)
def test_what_would_justify_the_reported_score(row: list[str], needed: str | None) -> None:
    target, actual, weight, score = row
    rows = [["产出指标", "质量指标", "甲", target, actual, weight, score, ""]]
    assert _card(rows).indicators[0].needed == needed


def test_the_rows_with_a_method_are_added_and_the_others_counted() -> None:
    rows = [
        ["产出指标", "数量指标", "甲", "≥4场", "4场", "60", "60", ""],
        ["效益指标", "社会效益", "乙", "≥4次", "定期开展", "40", "40", ""],
    ]
    found = _card(rows, total=["100", "100"])
    assert (found.judged_low, found.judged_high, found.unjudged) == ("60.00", "60.00", 1)
