"""Kind, year and unit of a report, from cover, forms and headings."""

from __future__ import annotations

import pytest

from rules.kind import document_kind, report_year, unit_name
from tests.rules.sketch import Sketch


def _sketch(*lines: str) -> Sketch:
    sketch = Sketch()
    sketch.lines(lines)
    return sketch


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["2023年度", "部门整体支出绩效自评报告", "# 一、基本情况"], "department_self_evaluation"),
        (
            ["某某局2023年度部门整体支出绩效评价报告", "# 一、概况", "自评得分95分。"],
            "department_self_evaluation",
        ),
        (["某某专项资金2023年度绩效自评报告", "# 一、基本情况"], "project_self_evaluation"),
        (["2023年度信息化项目支出绩效自评报告", "# 一、概况"], "project_self_evaluation"),
        (["某某项目绩效评价报告", "受托机构：某某事务所", "# 一、基本情况"], "evaluation_report"),
        (["某某局2023年度部门决算公开", "# 一、部门概况"], "final_accounts"),
        (["某某局2024年部门预算情况说明", "# 一、部门概况"], "budget"),
        (["关于召开会议的通知", "各单位："], "other"),
        (["2023", "# 一、基本情况", "## 六、部门整体支出绩效自评情况"], "department_self_evaluation"),
        (["2023", "# 一、基本情况", "= 2023年度部门整体支出绩效自评表"], "department_self_evaluation"),
        (["# 一、基本情况", "对我单位2023年度部门整体支出情况进行绩效自评。"], "department_self_evaluation"),
    ],
)
def test_the_kind_is_settled_by_the_words_on_cover_captions_and_headings(lines: list[str], kind: str) -> None:
    assert document_kind(_sketch(*lines).document()) == kind


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["2023年度", "部门整体支出绩效自评报告", "2024年5月8日"], "2023"),
        (["二〇二三年度部门整体支出绩效自评报告"], "2023"),
        (["自评报告", "2024年5月8日", "# 一、基本情况", "= 2023年度自评表"], "2023"),
        (["自评报告", "# 一、基本情况", "2023年度支出100万元，较2022年度减少；2023年度结余为零。"], "2023"),
        (["自评报告", "# 一、基本情况"], None),
    ],
)
def test_the_year_is_that_of_the_report_not_of_its_date(lines: list[str], year: str | None) -> None:
    assert report_year(_sketch(*lines).document()) == year


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["自评报告", "部门（单位）名称：春江市水务局", "# 一、概况"], "春江市水务局"),
        (["单位名称（盖章）：春江市水务局（公章）"], "春江市水务局"),
        (["填报单位：春江市水务局"], "春江市水务局"),
        (["春江市水务局2023年度部门整体支出绩效自评报告"], "春江市水务局"),
        (["关于春江市水务局2023年度部门整体支出绩效自评的报告"], "春江市水务局"),
        (["春江市水务局", "2023年度部门整体支出绩效自评报告"], "春江市水务局"),
        (["自评报告", "单位：万元", "# 一、概况"], None),
    ],
)
def test_the_unit_is_named_on_the_cover(lines: list[str], name: str | None) -> None:
    assert unit_name(_sketch(*lines).document()) == name


def test_the_unit_is_named_in_a_form() -> None:
    sketch = _sketch("自评报告", "# 附件2")
    sketch.table([["预算部门、单位名称", "春江市水务局"], ["分值", "10"]])
    assert unit_name(sketch.document()) == "春江市水务局"
