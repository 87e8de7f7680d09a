"""The tools: named, typed, read-only; what they return has passed nothing yet but is sourced."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.answers.desk import Desk, ReportTools
from assistant.errors import EngineError, QuestionError
from assistant.guard import check_figures
from assistant.plan import About
from assistant.question import read_question
from assistant.tools import TOOLS, call
from tests.fakes.reviews import station_review

REPORT = ReportTools(station_review())


def desk() -> Desk:
    return Desk(REPORT, read_question("公用经费控制率多少", REPORT.names), About())


CALLS = [
    ("stated_figures", {"thing": "公用经费", "stage": "控制率"}, "83.20 %"),
    ("compare_with_last_year", {"thing": "三公经费"}, "1.80 万元"),
    ("parts_of", {"thing": "基本支出", "stage": "全年预算"}, "430.10 万元"),
    ("findings", {"words": ""}, "31.50 %"),
    ("deductions", {}, "扣分 1 分"),
    ("score_of_indicator", {"words": "水位站改造完成质量"}, "87.5 %"),
    ("search_report", {"words": "勘察设计"}, "前期勘察设计不够充分"),
    ("rules", {"words": "控制率"}, "控制率 = "),
    ("what_was_checked", {}, "核对的关系"),
]


@pytest.mark.parametrize(("name", "arguments", "held"), CALLS, ids=[name for name, _, _ in CALLS])
def test_a_tool_returns_sourced_text_that_the_guard_lets_pass(
    name: str, arguments: dict[str, str], held: str
) -> None:
    at = desk()
    text = call(at, name, arguments)
    assert held in text
    support = at.material.support()
    assert check_figures(text, support).dropped == ()
    assert set(re.findall(r"\[\d+\]", text)) <= {citation.marker for citation in support.citations}


def test_every_tool_is_tried_here() -> None:
    assert [tool.name for tool in TOOLS] == [name for name, _, _ in CALLS]


def test_an_unknown_tool_and_wrong_arguments_are_one_line() -> None:
    with pytest.raises(EngineError, match="没有工具 delete"):
        call(desk(), "delete", {})
    with pytest.raises(EngineError, match="参数不对（thing）"):
        call(desk(), "stated_figures", {})
    with pytest.raises(EngineError, match="参数不对"):
        call(desk(), "findings", {"words": "长" * 500})


def test_a_figure_of_last_year_is_told_with_its_year() -> None:
    at = desk()
    text = call(at, "stated_figures", {"thing": "8.10"})
    assert text.startswith("2022 年")
    assert check_figures(text, at.material.support(), "8.10").dropped == ()


@settings(max_examples=40, deadline=None)
@example("stated_figures", "8")  # means 8.10, a figure of last year
@given(st.sampled_from([tool.name for tool in TOOLS]), st.text(max_size=30))
def test_whatever_the_words_a_tool_answers_or_says_that_it_cannot(name: str, words: str) -> None:
    key = "thing" if name in ("stated_figures", "compare_with_last_year", "parts_of") else "words"
    arguments = {} if name in ("deductions", "what_was_checked") else {key: words}
    at = desk()
    try:
        text = call(at, name, arguments)
    except (EngineError, QuestionError):
        return
    assert check_figures(text, at.material.support(), words).dropped == ()
