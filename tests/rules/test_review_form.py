"""The form for the quality of the self-evaluation: evidence from the findings, no score from the program."""

from __future__ import annotations

from rules.card import all_cards
from rules.engine import review
from rules.pack import in_force
from rules.review_form import review_form
from tests.rules.sketch import Sketch, form


def _report() -> Sketch:
    sketch = Sketch()
    sketch.heading("某局2023年度部门整体支出绩效自评报告")
    sketch.paragraph("附件见附件3。详见附件3。")
    rows = [["产出指标", "质量指标", "系统改造", "按期上线", "尚未完成验收", "100", "95", ""]]
    sketch.table(form(rows, total=["100", "95"]))
    return sketch


def test_every_line_has_its_evidence_and_no_score() -> None:
    found = review(_report().document(), year="2023")
    lines = {line["id"]: line for line in found.as_json()["review_form"]}
    assert {line["group"] for line in lines.values()} == {"及时", "完整", "真实", "规范"}
    assert all(line["score"] is None for line in lines.values())
    known = {finding.id: finding for finding in found.findings}
    objective = [known[name].rule for name in lines["scores_objective"]["findings"]]
    assert "S05" in objective
    assert "自述未完成而得分在“达成”档" in lines["scores_objective"]["evidence"]
    assert lines["weights"]["evidence"] == "所查各项未见问题"


def test_what_the_program_cannot_know_is_said_and_not_called_good() -> None:
    lines = {line.item.id: line for line in review_form(in_force("2023"), ())}
    assert lines["in_time"].evidence == "程序不掌握，请看：收文登记、年度通知规定的报送日期"
    assert lines["in_time"].findings == ()


def test_every_rule_stands_in_some_line() -> None:
    lines = in_force("2023").review_items
    left = [card.code for card in all_cards() if not any(card.code.startswith(line.rules) for line in lines)]
    assert left == []
