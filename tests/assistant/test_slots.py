"""Figures as slots: cut out in order, filled in again letter by letter."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answers.composing import compose
from assistant.answers.desk import Desk, ReportTools
from assistant.engines.slots import Slots
from assistant.plan import About, plan_question
from assistant.question import read_question
from tests.fakes.reviews import station_review

TOOLS = ReportTools(station_review())
QUESTIONS = (
    "公用经费控制率多少，咋算的",
    "三公比上年少了多少",
    "95 是哪几项扣出来的",
    "有哪些问题",
    "还有哪些数没核到",
    "年初到全年预算怎么过来的",
)


def composed(question: str) -> tuple[str, Desk]:
    plan = plan_question(read_question(question, TOOLS.names))
    desk = Desk(TOOLS, plan.question, About())
    return compose(desk, plan.kind).text, desk


def test_slots_are_counted_in_the_order_of_the_text() -> None:
    text, desk = composed("公用经费控制率多少，咋算的")
    slots = Slots()
    cut = slots.cut(text, desk.material.support())
    assert "控制率前后不一致：{n1}（正文第 2 页" in cut and "{n2}（附件2" in cut and "算式：{d1}" in cut
    assert "{n1} = 83.20 %" in slots.table() and "{d1} = 75.05 ÷ 90.20 = 83.20 %" in slots.table()


def test_places_years_and_idioms_are_no_slots() -> None:
    text, desk = composed("公用经费控制率多少，咋算的")
    cut = Slots().cut(text, desk.material.support())
    assert "2023 年" in cut and "不一致" in cut and "[1]" in cut


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(QUESTIONS))
def test_cutting_and_filling_give_the_text_back(question: str) -> None:
    text, desk = composed(question)
    slots = Slots()
    assert slots.fill(slots.cut(text, desk.material.support())) == text


def test_a_slot_that_nobody_handed_out_stays() -> None:
    assert Slots().fill("公用经费为 {n7}。") == "公用经费为 {n7}。"
