"""However odd a report is, no rule raises, and what a rule says can be shown: words, an id, a place that exists."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules.engine import review
from rules.finding import Severity
from tests.rules.sketch import Sketch, form

CELLS = st.sampled_from(
    [
        "",
        "无",
        "—",
        "0",
        "-1",
        "5",
        "5分",
        "10%",
        "100",
        "≥0次",
        "≤100%",
        "≥95%",
        "120人",
        "3000卷",
        "及时",
        "有所提升",
        "1e9",
        "基本完成",
        "尚未完成验收",
        "每低1个百分点扣0.5分",
        "进一步加强管理",
        "2023年",
        "（50分）",
        "XX",
        "^",
        "1/0",
        "12,00",
        "50万页",
    ]
)
NAMES = st.sampled_from(
    ["产出指标", "效益指标", "满意度指标", "成本指标", "时效指标", "群众满意度", "合格率", "", "小计", "总分"]
)
LINES = st.sampled_from(
    [
        "# 一、基本情况",
        "# 七、存在的问题及原因分析",
        "# 八、改进措施",
        "## （一）执行偏慢",
        "# 附件3",
        "附件12023年度自评表",
        "无。",
        "一是；二是。",
        "填表人：  联系电话：",
        "详见附件九。",
        "评价等级为“优”。",
        "自评得分为 分",
        "《》（财预[2020]第0号）",
        "截止2023年。。",
        "单位名称：某局",
    ]
)
MONEY = st.sampled_from(["", "0", "0.00", "100.00", "80元", "3人", "90%", "-5"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.lists(st.tuples(NAMES, NAMES, NAMES, CELLS, CELLS, CELLS, CELLS, CELLS), max_size=6),
    lines=st.lists(LINES, max_size=10),
    money=st.lists(MONEY, min_size=6, max_size=6),
    total=st.tuples(CELLS, CELLS),
    year=st.sampled_from(["2018", "2023", None]),
)
def test_no_report_makes_a_rule_raise(
    rows: list[tuple[str, ...]], lines: list[str], money: list[str], total: tuple[str, str], year: str | None
) -> None:
    sketch = Sketch()
    sketch.paragraph("2023年度部门整体支出绩效自评报告")
    sketch.lines(lines)
    sketch.table(form([list(row) for row in rows], total=total, execution=money))
    document = sketch.document()
    for finding in review(document, year=year, region="湖南").findings:
        assert finding.message
        assert finding.basis
        assert finding.severity is not Severity.ERROR or all(basis.verified for basis in finding.basis)
        for item in finding.evidence:
            assert item.start is None or 0 <= item.start <= (item.end or item.start) <= len(document.text)
