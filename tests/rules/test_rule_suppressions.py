"""Findings that a reviewer decided on are not raised again while they say the same; the decision stays visible."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from corpus.errors import InputError
from rules.engine import review
from rules.review import Review
from rules.suppression import Suppression, read_suppressions, suppressed
from tests.rules.sketch import Sketch, form
from ui.cli import run

TODAY = datetime.date(2026, 3, 1)
ENTRY = '[[finding]]\nid = "Q01-0123456789"\nreason = "已核实"\nperson = "王某"\n'


def _review(target: str = "服务水平明显提高") -> Review:
    sketch = Sketch()
    sketch.paragraph("2023年度部门整体支出绩效自评报告")
    sketch.heading("一、概况")
    sketch.table(form([["效益指标", "社会效益", "办件", target, "提高", "60", "60", ""]]))
    return review(sketch.document())


def _decided(until: datetime.date | None = None) -> Suppression:
    (found,) = [finding for finding in _review().findings if finding.rule == "Q01"]
    return Suppression(found.id, "已有分级描述", "王某", until)


def test_a_finding_that_was_decided_on_is_kept_beside_its_decision() -> None:
    found = suppressed(_review(), (_decided(datetime.date(2026, 3, 1)),), TODAY)
    assert [f.rule for f in found.findings if f.rule == "Q01"] == []
    assert [item.finding.rule for item in found.suppressed] == ["Q01"]
    assert found.as_json()["suppressed"][0]["person"] == "王某"
    assert any("按不列清单略去" in words and "已有分级描述" in words for words in found.warnings)


def test_a_decision_that_ran_out_no_longer_counts() -> None:
    found = suppressed(_review(), (_decided(datetime.date(2026, 2, 28)),), TODAY)
    assert [f.rule for f in found.findings if f.rule == "Q01"] == ["Q01"]
    assert any("已过期" in words for words in found.warnings)


def test_another_value_brings_the_finding_back_with_the_old_note() -> None:
    found = suppressed(_review("办事体验明显改善"), (_decided(),), TODAY)
    assert [f.rule for f in found.findings if f.rule == "Q01"] == ["Q01"]
    assert any("没有对应的发现" in words and "王某" in words for words in found.warnings)


def test_a_list_is_read_with_its_day() -> None:
    (item,) = read_suppressions(ENTRY + "until = 2026-12-31\n", "清单.toml")
    assert item == Suppression("Q01-0123456789", "已核实", "王某", datetime.date(2026, 12, 31))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("finding = ", "TOML"),
        ("", r"\[\[finding\]\]"),
        ('[[rule]]\nid = "Q01"\n', r"\[\[finding\]\]"),
        (ENTRY.replace("Q01-0123456789", "Q01"), "第 1 条的 id“Q01”"),
        (ENTRY.replace('person = "王某"\n', ""), "第 1 条没有写决定人"),
        (ENTRY.replace("已核实", " "), "没有写理由"),
        (ENTRY + 'until = "明年"\n', "until"),
        (ENTRY + "note = 1\n", "不认识的 note"),
        (ENTRY + ENTRY, "写了两次"),
    ],
)
def test_a_damaged_list_says_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_suppressions(text, "清单.toml")


def test_the_command_leaves_out_what_was_decided(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, found, decisions = (tmp_path / name for name in ("报告.txt", "结果.json", "清单.toml"))
    report.write_text(
        "2023年度部门整体支出绩效自评报告\n一、基本情况\n项目资金 XX 万元。\n", encoding="utf-8"
    )
    assert run(["review", str(report), "--json", str(found)]) == 1
    (first,) = [f for f in json.loads(found.read_text("utf-8"))["findings"] if f["rule"] == "C03"]
    decisions.write_text(ENTRY.replace("Q01-0123456789", first["id"]), encoding="utf-8")
    assert run(["review", str(report), "--json", str(found), "--suppress", str(decisions)]) == 0
    assert [f["finding"]["id"] for f in json.loads(found.read_text("utf-8"))["suppressed"]] == [first["id"]]
    capsys.readouterr()
    assert run(["review", str(report), "--suppress", str(tmp_path / "没有.toml")]) == 2
    assert "不列清单" in capsys.readouterr().err
