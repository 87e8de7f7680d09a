"""The pack of a fictional city, added as a folder without code: catalogue, findings, citations, and the year."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from rules.engine import review
from rules.explain import explain
from rules.finding import Finding
from rules.pack import Packs
from rules.shelf import open_packs
from tests.rules.sketch import Sketch, form

EXAMPLE = Path(__file__).parents[2] / "docs" / "packs" / "lanchuan"
ROWS = [
    ["投入指标", "数量指标", "项目支出占比", "≤90%", "75.00%", "20", "20", ""],
    ["产出指标", "质量指标", "系统改造", "按期上线", "尚未完成验收", "40", "33", "招标推迟"],
    ["效益指标", "社会效益", "培训场次", "≥40场", "70场", "40", "40", ""],
]


@pytest.fixture
def packs(tmp_path: Path) -> Packs:
    shutil.copytree(EXAMPLE, tmp_path / "lanchuan")
    return open_packs(tmp_path)


def _findings(packs: Packs, year: str = "2024", place: str = "澜川市水文局") -> dict[str, Finding]:
    sketch = Sketch()
    sketch.heading(f"{place}{year}年度部门整体支出绩效自评报告")
    sketch.heading("一、基本情况")
    sketch.paragraph(
        f"{year}年支出决算：全年支出总计1000.00万元，其中基本支出300.00万元，项目支出700.00万元。"
    )
    for title in ("二、预算执行情况", "三、绩效目标完成情况", "四、存在的问题"):
        sketch.heading(title)
        sketch.paragraph("项目验收推迟。")
    sketch.heading("五、改进措施")
    sketch.paragraph("由信息科适时组织系统改造验收。")
    money = ["1400.00", "1400.00", "1000.00", "10", "71.43%", "7.14"]
    sketch.table(form(ROWS, total=["110", "100.14"], execution=money))
    found = review(sketch.document(), year=year, packs=packs)
    return {finding.rule: finding for finding in found.findings}


def test_the_region_is_known_by_the_marks_of_the_pack(packs: Packs) -> None:
    assert "LANCHUAN-Q01" in _findings(packs)
    assert "LANCHUAN-Q01" not in _findings(packs, place="青禾县水文局")


@pytest.mark.parametrize(
    ("rule", "says", "number", "article"),
    [
        ("C01", "报告未见“绩效运行监控”部分", "澜财绩〔2023〕9号", "第十六条"),
        ("LANCHUAN-Q01", "未写明完成时限", "澜财绩〔2023〕9号", "第十八条"),
        ("S21", "项目支出占比", "澜财绩〔2023〕9号", "附表二"),
        ("Q07", "为指标值的 175.0 %", "澜财绩〔2023〕9号", "第十二条"),
        ("Q13", "71.43 %", "澜财绩〔2023〕9号", "第十五条"),
    ],
)
def test_findings_cite_the_documents_of_the_city(
    packs: Packs, rule: str, says: str, number: str, article: str | None
) -> None:
    finding = _findings(packs)[rule]
    assert says in finding.message
    assert (finding.basis[0].number, finding.basis[0].article) == (number, article)
    assert finding.evidence


def test_the_bands_of_the_city_decide_what_is_asked(packs: Packs) -> None:
    # 33 of 40 is 82.5 %: the national band for 达成 begins at 80 %, that of the city at 85 %.
    assert "S05" not in _findings(packs)
    assert "S05" in _findings(packs, place="青禾县水文局")


def test_a_report_of_2019_is_not_held_against_what_came_later(packs: Packs) -> None:
    found = _findings(packs, year="2019")
    assert not {"LANCHUAN-Q01", "S05", "S21", "S07"} & set(found)


def test_a_report_of_2022_is_held_against_the_older_rule(packs: Packs) -> None:
    found = _findings(packs, year="2022")
    assert found["S05"].basis[0].number == "澜财绩〔2021〕6号"
    assert "LANCHUAN-Q01" not in found


def test_the_catalogue_explains_the_rule_and_the_indicator_of_the_city(packs: Packs) -> None:
    shown = explain("lanchuan-q01", packs, "2024", "澜川市")
    assert shown.card is not None and shown.pack is not None
    assert (shown.card.code, shown.pack.name, shown.holds) == ("LANCHUAN-Q01", "lanchuan", True)
    assert not explain("LANCHUAN-Q01", packs, "2022", "澜川市").holds
    indicator = explain("项目支出占比", packs, "2024", "澜川市")
    assert indicator.indicator is not None and indicator.holds
    assert [document.id for document in indicator.documents] == ["lanchuan-2023-9", "lanchuan-2021-6"]


def test_a_verified_basis_of_the_city_is_said_to_be_verified(packs: Packs) -> None:
    found: Any = _findings(packs)["LANCHUAN-Q01"].as_json()
    assert found["basis"] == [
        {
            "document": "澜川市市级预算部门绩效自评办法",
            "number": "澜财绩〔2023〕9号",
            "article": "第十八条",
            "effective": "2023-12-31",
            "verified": True,
        }
    ]
