"""A report of 2019 and one of 2024 are held against what was in force then, and rules of a region stay in it."""

from __future__ import annotations

from rules.card import card
from rules.engine import review
from tests.rules.sketch import Sketch, form

ROWS = [
    ["产出指标", "数量指标", "讲座", "≥40场", "10场", "50", "45", ""],
    ["^", "时效指标", "完成时间", "及时完成", "9月", "20", "20", ""],
    ["效益指标", "社会效益", "办件", "办事更便捷", "尚未完成验收", "30", "30", ""],
]


def _rules_that_speak(year: str, region: str | None = None) -> set[str]:
    sketch = Sketch()
    sketch.paragraph(f"{year}年度部门整体支出绩效自评报告")
    sketch.heading("一、基本情况")
    sketch.paragraph("依据《财政支出绩效评价管理暂行办法》（财预〔2011〕285号）开展自评，在职 20 人。")
    sketch.table(form(ROWS, total=["100", "95"]))
    return {finding.rule for finding in review(sketch.document(), region=region).findings}


def test_what_came_with_the_rules_of_2020_and_2021_is_not_asked_of_2019() -> None:
    before, after = _rules_that_speak("2019"), _rules_that_speak("2024")
    since = {"C01", "C08", "C09", "C11", "P03", "Q17", "S05", "S06", "S15"}
    assert since & before == set()
    assert since <= after


def test_what_needs_no_rule_of_a_year_is_said_of_both() -> None:
    assert "Q01" in _rules_that_speak("2019") & _rules_that_speak("2024")


def test_every_card_that_cites_a_document_holds_only_from_its_first_year_on() -> None:
    for code in ("C08", "Q17", "S15", "P07"):
        first = card(code).effective_from
        assert first is not None
        assert not card(code).holds(str(first.year - 1), ("全国",))
        assert card(code).holds(str(first.year), ("全国",))


def test_what_a_province_asks_for_is_asked_only_there() -> None:
    assert "C17" not in _rules_that_speak("2024")
    assert "C17" in _rules_that_speak("2024", "湖南")
