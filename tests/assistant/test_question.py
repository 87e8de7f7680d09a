"""Reading a question: what it names, what it wants, what is no question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import QuestionError
from assistant.question import LONGEST, checked, read_question


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "？？？", "\u200b\u200b", "。！…"])
def test_what_says_nothing_is_no_question(text: str) -> None:
    with pytest.raises(QuestionError, match="问题是空的"):
        checked(text)


def test_a_text_of_twenty_thousand_characters_is_no_question() -> None:
    with pytest.raises(QuestionError, match="20000 字，太长"):
        checked("问" * 20_000)


def test_a_question_of_the_longest_length_is_taken() -> None:
    assert len(checked("问" * LONGEST)) == LONGEST


def test_a_rate_of_a_thing_is_read_as_thing_and_rate() -> None:
    question = read_question("公用经费控制率多少，咋算的", ["公用经费控制率"])
    assert (question.subjects, question.measures) == (("公用经费",), ("control_rate",))
    assert question.wants >= {"amount", "how"}


def test_colloquial_names_mean_the_things_of_the_reports() -> None:
    assert read_question("三公花了多少").subjects == ("三公经费",)
    assert read_question("三公花了多少").measures == ("executed",)
    assert read_question("它有几辆公车").classifier == "辆"


def test_last_year_and_the_fund_are_read() -> None:
    assert read_question("去年公用经费支出多少").period == "prior"
    assert read_question("只看一般公共预算执行率多少").fund == "一般公共预算"


def test_figures_keep_their_unit_and_a_name_is_no_figure() -> None:
    question = read_question("差这 0.02 个点，“一网通办”那 831 万呢", ["一网通办"])
    assert [(figure.text, figure.unit.symbol if figure.unit else None) for figure in question.figures] == [
        ("0.02 个点", "百分点"),
        ("831 万", None),
    ]


def test_a_number_of_a_document_is_no_figure() -> None:
    question = read_question("53 号文能不能拿来扣它的分")
    assert question.figures == () and [number.key for number in question.numbers] == ["53"]


@given(st.text(max_size=60))
def test_no_text_makes_reading_fail_otherwise_than_by_being_no_question(text: str) -> None:
    try:
        question = read_question(text)
    except QuestionError:
        return
    assert question.text
