"""What other documents leave to be asked: targets, notices, forms of projects, balances, last year's problems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.document.model import Document, Doubt
from rules.engine import review
from rules.finding import Disposition, Finding, Severity
from rules.others.material import Given
from rules.review import Review
from tests.rules.sketch import Sketch, form

ROWS = [
    ["产出指标", "数量指标", "巡测次数", "≥120次", "130次", "20", "20", ""],
    ["产出指标", "质量指标", "资料合格率", "≥95%", "97%", "20", "20", ""],
    ["效益指标", "社会效益指标", "预警发布及时率", "≥90%", "96%", "30", "30", ""],
    ["满意度指标", "服务对象满意度", "服务对象满意度", "≥90%", "93%", "20", "20", ""],
]
APPROVED = [["一级指标", "二级指标", "三级指标", "指标值", "分值"], *([*row[:4], row[5]] for row in ROWS)]
UNIT = "青禾县水文站"


def _document(
    name: str, title: str, lines: Sequence[str] = (), table: Sequence[Sequence[str]] | None = None
) -> Document:
    sketch = Sketch()
    sketch.paragraph(title)
    for line in lines:
        if line.startswith("#"):
            sketch.heading(line[1:])
        else:
            sketch.paragraph(line)
    if table is not None:
        sketch.table(table)
    return replace(sketch.document(), name=name, sha256=name)


def _report(lines: Sequence[str] = (), table: Sequence[Sequence[str]] | None = None) -> Document:
    return _document("报告", f"{UNIT}2024年度部门整体支出绩效自评报告", lines, table)


def _found(report: Document, *given: Given) -> tuple[Review, list[Finding]]:
    made = review(report, others=given)
    return made, [f for f in made.findings if f.kind == "cross_document"]


def _targets(rows: Sequence[Sequence[str]]) -> Given:
    return Given("targets", _document("批复", f"{UNIT}2024年度绩效目标批复表", table=rows))


def test_the_approved_targets_met_word_for_word_give_no_finding() -> None:
    made, found = _found(_report(table=form(ROWS)), _targets(APPROVED))
    assert found == []
    assert len(made.crossed.relations) >= 4


@pytest.mark.parametrize(
    ("row", "column", "text", "title"),
    [
        (2, 3, "≥98%", "指标值低于批复：资料合格率"),
        (2, 3, "≥92%", "指标值与批复不一致：资料合格率"),
        (1, 3, "≥121次", "指标值低于批复：巡测次数"),
        (3, 4, "25", "分值与批复不一致：预警发布及时率"),
        (4, 2, "信息公开完整程度", "批复的指标在自评表中未见：信息公开完整程度"),
        (3, 2, "预警信息发布及时率", "指标改名：预警信息发布及时率"),
    ],
)
def test_what_was_changed_since_the_approval_is_asked(row: int, column: int, text: str, title: str) -> None:
    approved = [list(cells) for cells in APPROVED]
    approved[row][column] = text
    _, found = _found(_report(table=form(ROWS)), _targets(approved))
    assert title in [f.title for f in found]
    named = next(f for f in found if f.title == title)
    assert named.rule == "A35"
    assert named.severity is not Severity.ERROR
    assert named.disposition is Disposition.ASK
    assert any(e.material == "targets" for e in named.evidence)


def _notice(number: int, text: str) -> Given:
    return Given("adjustment", _document(f"文{number}", "关于追加2024年预算的通知", [f"{UNIT}：", text]))


@pytest.mark.parametrize(("second", "asked"), [("30.50", False), ("30.60", True)])
def test_notices_are_added_up_against_what_the_report_says_was_added(second: str, asked: bool) -> None:
    report = _report(["年中追加预算150.50万元。"])
    given = (
        _notice(1, "经研究，追加你单位2024年预算120.00万元，其中人员经费20.00万元。"),
        _notice(2, f"经研究，追加你单位2024年预算{second}万元。"),
    )
    _, found = _found(report, *given)
    assert [f.rule for f in found] == (["A32"] if asked else [])
    assert all("120.00 + 30.60 = 150.60" in (f.derivation or "") for f in found)


def _project(number: int, name: str, executed: str, rate: str) -> Given:
    rows = [
        ["项目名称", name, "", "", ""],
        ["资金", "年初预算数", "全年预算数", "全年执行数", "执行率"],
        ["年度资金总额", "100.00万元", "100.00万元", f"{executed}万元", f"{rate}%"],
    ]
    title = f"{UNIT}2024年度项目支出绩效自评表"
    return Given("project_form", _document(f"表{number}", title, table=rows))


FORMS = (
    _project(1, "站房改造", "95.00", "95.00"),
    _project(2, "设备购置", "80.00", "80.00"),
    _project(3, "资料整编", "91.00", "91.00"),
)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("项目共3个，其中2个项目执行率在90%以上。", []),
        ("项目共3个，其中1个项目执行率在90%以上。", ["A33"]),
        ("项目共2个。", ["A33"]),
        ("项目共5个，其中4个项目执行率在90%以上。", []),  # not all forms are at hand
        ("设备购置全年执行数80.00万元，执行率80.00%。", []),
        ("设备购置全年执行数88.00万元。", ["A31"]),
    ],
)
def test_forms_of_projects_are_counted_and_held_against_the_text(text: str, rules: list[str]) -> None:
    _, found = _found(_report([text]), *FORMS)
    assert [f.rule for f in found] == rules


def _prior(*lines: str) -> Given:
    return Given("prior", _document("上年", f"{UNIT}2023年度部门整体支出绩效自评报告", lines))


@pytest.mark.parametrize(("opening", "asked"), [("208.60", False), ("280.60", True)])
def test_what_is_carried_over_is_held_against_last_years_end(opening: str, asked: bool) -> None:
    _, found = _found(_report([f"上年结转{opening}万元。"]), _prior("年末结转结余208.60万元。"))
    assert [f.rule for f in found] == (["A34"] if asked else [])
    assert all((f.severity, f.disposition) == (Severity.WARNING, Disposition.ASK) for f in found)


@pytest.mark.parametrize(("opening", "asked"), [("178", False), ("187", True)])
def test_heads_at_the_beginning_are_held_against_last_years_end(opening: str, asked: bool) -> None:
    text = f"2024年初在职人员{opening}人，当年招聘6人，调出9人。"
    _, found = _found(_report([text]), _prior("编制186名，年末在职人员178人。"))
    assert [f.rule for f in found] == (["A34"] if asked else [])
    assert all("178 人" in f.message and "187 人" in f.message for f in found)


PROBLEM = ("#四、存在的问题及原因分析", "（一）项目预算执行进度偏慢。招标时间较晚。")


@pytest.mark.parametrize(
    ("lines", "says", "disposition"),
    [
        (("#四、存在的问题及原因分析", "（一）项目预算执行进度仍偏慢。"), "再次列出", Disposition.ASK),
        (("针对项目预算执行进度偏慢的问题，已建立按月通报制度。",), "有整改表述", Disposition.INTERNAL),
        (("针对项目预算执行进度偏慢的问题，整改工作正在推进。",), "部分整改", Disposition.ASK),
        (("全年工作顺利完成。",), "未见提及", Disposition.ASK),
    ],
)
def test_last_years_problems_are_looked_for(
    lines: tuple[str, ...], says: str, disposition: Disposition
) -> None:
    _, found = _found(_report(lines), _prior(*PROBLEM))
    (only,) = [f for f in found if f.rule == "A36"]
    assert says in only.message
    assert (only.severity, only.disposition) == (Severity.INFO, disposition)


def test_a_document_of_another_unit_or_year_proves_nothing() -> None:
    report = _report(["项目支出决算支出812.40万元。"])
    other = _document("别人", "云岭县档案馆2024年度部门决算报表", ["项目支出决算支出912.40万元。"])
    undated = _document("无年份", f"{UNIT}部门决算报表", ["项目支出决算支出912.40万元。"])
    for document, why in ((other, "单位"), (undated, "年度")):
        made, found = _found(report, Given("final_accounts", document))
        assert found == []
        assert any(why in warning for warning in made.warnings)
        assert "final_accounts" in {kind for kind, _ in made.coverage.not_held}


def test_what_the_report_contradicts_itself_in_is_one_finding_with_the_accounts_as_evidence() -> None:
    rows = [["项目", "决算数（万元）"], ["人员经费", "430.10"], ["公用经费", "90.20"], ["合计", "520.30"]]
    wrong = [rows[0], ["人员经费", "403.10"], *rows[2:]]
    accounts = _document("决算", f"{UNIT}2024年度部门决算报表", table=rows)
    made = review(_report(table=wrong), others=[Given("final_accounts", accounts)])
    errors = [f for f in made.findings if f.severity is Severity.ERROR]
    assert len(errors) == 1
    assert any(e.material == "final_accounts" for e in errors[0].evidence)


def _class_row(name: str, kind: str, figure: str) -> Given:
    rows = [["功能分类", "决算数（万元）"], ["社会保障和就业支出", figure], ["卫生健康支出", "33.21"]]
    title = f"{UNIT}2024年度部门决算"
    return Given(kind, _document(name, title, ["#一般公共预算财政拨款支出决算表"], rows))


@pytest.mark.parametrize(("figure", "rules"), [("61.38", []), ("71.38", ["A31"]), ("94.02", ["A31"])])
def test_classes_that_both_list_are_held_against_one_another(figure: str, rules: list[str]) -> None:
    rows = [["功能分类", "决算数（万元）"], ["社会保障和就业支出", "61.38"]]
    report = _report(["#一般公共预算财政拨款支出决算情况"], rows)
    made, found = _found(report, _class_row("决算", "final_accounts", figure))
    assert [f.rule for f in found] == rules
    assert len(made.crossed.relations) == 1


def test_what_was_published_is_held_against_what_it_was_published_from() -> None:
    given = (
        _class_row("报表", "final_accounts", "61.38"),
        _class_row("公开", "accounts_disclosure", "61.83"),
    )
    _, found = _found(_report(["全年工作顺利完成。"]), *given)
    (only,) = found
    assert only.title.startswith("决算报表与决算公开不一致：社会保障和就业")
    assert (only.severity, only.disposition) == (Severity.WARNING, Disposition.ASK)
    assert [e.material for e in only.evidence] == ["final_accounts", "accounts_disclosure"]


def test_what_was_read_with_doubt_is_asked_and_not_called_an_error() -> None:
    rows = [["项目", "决算数（万元）"], ["公用经费", "90.20"]]
    report = _report(table=[rows[0], ["公用经费", "98.20"]])
    accounts = _document("决算", f"{UNIT}2024年度部门决算报表", table=rows)
    unsure = replace(accounts, doubtful=(Doubt(0, len(accounts.text), 0.4),))
    severities = []
    for document in (accounts, unsure):
        _, found = _found(report, Given("final_accounts", document))
        severities += [f.severity for f in found]
    assert severities == [Severity.ERROR, Severity.WARNING]


def test_a_document_with_nothing_to_compare_is_not_taken_for_a_check() -> None:
    accounts = _document("决算", f"{UNIT}2024年度部门决算报表", ["本表无数据。"])
    made, found = _found(_report(["项目支出决算支出812.40万元。"]), Given("final_accounts", accounts))
    assert found == []
    assert any("没有读到可与报告逐项对照的内容" in warning for warning in made.warnings)
    assert "final_accounts" in {kind for kind, _ in made.coverage.not_held}
