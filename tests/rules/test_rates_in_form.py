"""A rate of satisfaction in a table of scores is that of the people whom its row names, and of nobody else."""

from __future__ import annotations

import pytest

from rules.engine import review
from rules.relations.relation import RelationKind
from tests.rules.sketch import Sketch

_HEAD = ["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"]


def _held(text: str, *rows: tuple[str, str]) -> list[str]:
    """Return the relations between the text and the table of scores."""
    sketch = Sketch()
    sketch.lines(["# 一、基本情况", text])
    lines = [["满意度", name, "≥90%", value, "10", "10"] for name, value in rows]
    sketch.table([_HEAD, ["产出", "受理件数", "600件", "670件", "80", "80"], *lines])
    relations = review(sketch.document(), year="2023").relations
    return [r.judgement.derivation for r in relations if r.kind is RelationKind.TEXT_VS_ANNEX]


@pytest.mark.parametrize(
    "rows",
    [
        [("大厅办事企业满意度", "99%")],
        [("大厅办事企业满意度", "99%"), ("平台接入单位满意度", "99%")],
    ],
)
def test_those_who_called_the_hotline_are_not_those_of_the_row(rows: list[tuple[str, str]]) -> None:
    assert _held("受理12345热线派件670件，回访满意率98.88%。", *rows) == []


def test_those_whom_the_row_does_not_name_otherwise_are_the_same() -> None:
    assert _held("发放问卷300份，收回286份，群众满意度97.55%。", ("服务对象满意度", "97.55%")) == [
        "两处均为 97.55 %"
    ]
