"""Grading: full marks for the truth however it is written, none for silence, a false alarm as dear as a miss."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import TrainingError
from assistant.specimens.key import Accept, Planted, Where
from assistant.training.answers import Answer, is_right, names, read_answers
from assistant.training.exercise import LEVELS, draft
from assistant.training.grading import Grade, grade
from assistant.training.key import ExerciseKey, Item
from assistant.training.syllabus import POINTS, TOPICS

FIGURE = Planted(
    kind="wrong_digit",
    contract_kind="sum",
    topic="tie_out",
    level=1,
    title="正文数字错一位",
    reported="64.62",
    expected="65.30",
    derivation="331.28 − 265.98 = 65.30",
    quote="基本支出追加64.62万元。",
    where=Where("一、基本情况"),
    unit="万元",
)


@cache
def _key(topic: str | None, level: int, seed: int = 3) -> ExerciseKey:
    return draft(seed, level, topic).key()


def _perfect(key: ExerciseKey) -> list[Answer]:
    return [Answer(item.planted.quote, item.planted.reported, item.planted.expected) for item in key.items]


def _figure_item(key: ExerciseKey) -> Item:
    return next(item for item in key.items if item.planted.unit and item.planted.accept.how == "value")


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("topic", [None, *TOPICS])
def test_a_perfect_answer_gets_full_marks_and_an_empty_one_none(
    topic: str | None, level: int, valid: Callable[[str, Any], None]
) -> None:
    key = _key(topic, level)
    full, empty = grade(key, _perfect(key)), grade(key, [])
    assert full.score == full.out_of == POINTS * len(key.items) > 0
    assert [item.verdict for item in full.items] == ["found"] * len(key.items)
    assert empty.score == 0
    assert [item.verdict for item in empty.items] == ["missed"] * len(key.items)
    for graded in (full, empty):
        valid("grade", graded.as_json())


@pytest.mark.parametrize("topic", [None, *TOPICS])
def test_what_the_grade_shows_as_missed_is_itself_a_perfect_answer(topic: str | None) -> None:
    key = _key(topic, 3)
    shown = grade(key, []).as_json()["items"]
    answers = [
        {"quote": item["evidence"][0]["quote"], "reported": item["reported"], "expected": item["expected"]}
        for item in shown
    ]
    graded = grade(key, read_answers(json.dumps({"answers": answers})))
    assert graded.score == graded.out_of


def test_every_item_has_an_explanation_a_rule_and_a_place() -> None:
    key = _key(None, 3)
    for item in grade(key, []).as_json()["items"]:
        assert item["explanation"] and item["basis"] and item["evidence"]
        assert item["basis"][0]["document"]


def _one_false(key: ExerciseKey, answer: Answer) -> tuple[Grade, Grade]:
    return grade(key, _perfect(key)), grade(key, [*_perfect(key), answer])


def test_a_false_alarm_costs_as_much_as_a_miss() -> None:
    key = _key(None, 2)
    proof = next(p for p in key.proofs if "÷" in p.why and not key.lines[p.line].table)
    alarm = Answer(key.lines[proof.line].quote, proof.printed, "1.00")
    full, with_alarm = _one_false(key, alarm)
    with_miss = grade(key, _perfect(key)[1:])
    assert with_alarm.items[-1].verdict == "false_alarm"
    assert full.score - with_alarm.score == full.score - with_miss.score == POINTS
    assert proof.why in with_alarm.items[-1].explanation


def test_a_flagged_rounding_is_explained_as_one_and_costs_double() -> None:
    key = _key(None, 2)
    decoy = next(decoy for decoy in key.decoys if decoy.kind == "rounding")
    alarm = Answer(decoy.quotes[0], decoy.figures[0], "1.00")
    full, graded = _one_false(key, alarm)
    assert "尾差" in graded.items[-1].explanation
    assert decoy.why in graded.items[-1].explanation
    assert full.score - graded.score == 2 * POINTS


def test_the_score_never_falls_below_nothing() -> None:
    key = _key(None, 1)
    alarms = [Answer(key.lines[p.line].quote, p.printed, "0") for p in key.proofs[:20]]
    assert grade(key, alarms).score == 0


def test_flagging_the_true_partner_of_an_error_is_a_false_alarm_that_names_the_error() -> None:
    key = _key("tie_out", 3)
    item = next(
        item
        for item in key.items
        if item.planted.unit and any(item.planted.expected in quote for quote in item.planted.partners)
    )
    partner = next(quote for quote in item.planted.partners if item.planted.expected in quote)
    graded = grade(key, [Answer(partner, item.planted.expected, item.planted.reported)])
    alarm = graded.items[-1]
    assert alarm.verdict == "false_alarm"
    assert item.planted.quote in alarm.explanation


def test_a_right_place_with_a_wrong_correction_gets_half() -> None:
    key = _key(None, 3)
    item = _figure_item(key)
    graded = grade(key, [Answer(item.planted.quote, item.planted.reported, "0.07")])
    found = [entry for entry in graded.items if entry.verdict == "found"]
    assert [entry.points for entry in found] == [POINTS / 2]
    assert "0.07" in found[0].explanation


def test_guessing_several_corrections_at_one_place_is_no_way_to_full_marks() -> None:
    key = _key(None, 3)
    planted = _figure_item(key).planted
    right = Answer(planted.quote, planted.reported, planted.expected)
    wrong = replace(right, expected="0.07")
    assert grade(key, [right, right]).score == POINTS
    assert grade(key, [wrong, right]).score == 0
    assert grade(key, [right, wrong]).score == 0


def test_a_quote_that_is_not_in_the_report_is_a_false_alarm_that_says_so() -> None:
    key = _key(None, 1)
    graded = grade(key, [Answer("报告中没有的一句话12.34万元", "12.34", "12.43")])
    assert "找不到" in graded.items[-1].explanation
    assert graded.items[-1].as_json()["evidence"] == []


def test_a_quote_too_short_to_tell_its_place_does_not_count() -> None:
    key = _key("scoring", 1)
    item = next(item for item in key.items if item.planted.kind == "score_above_weight")
    planted = item.planted
    graded = grade(key, [Answer(planted.reported, planted.reported, planted.expected)])
    assert [entry.verdict for entry in graded.items if entry.verdict != "missed"] == ["false_alarm"]


def test_a_row_may_be_cited_by_its_label_and_the_figure() -> None:
    key = _key("scoring", 1)
    item = next(item for item in key.items if item.planted.kind == "score_above_weight")
    planted = item.planted
    assert planted.where.row
    graded = grade(
        key, [Answer(f"{planted.where.row} {planted.reported}", planted.reported, planted.expected)]
    )
    assert graded.score == POINTS


def test_a_part_of_the_sentence_counts_only_where_it_holds_the_figure() -> None:
    key = _key(None, 3)
    planted = next(
        item.planted for item in key.items if item.planted.where.table is None and item.planted.unit
    )
    at = planted.quote.index(planted.reported)
    near = planted.quote[max(at - 12, 0) : at + len(planted.reported)]
    far = planted.quote[:12] if at > 12 else planted.quote[-8:]
    assert grade(key, [Answer(near, planted.reported, planted.expected)]).score == POINTS
    assert grade(key, [Answer(far, planted.reported, planted.expected)]).score == 0


@pytest.mark.parametrize(
    "writing",
    [
        "65.30",
        "65.3",
        "65.30万元",
        " 65.30 万 元 ",
        "６５．３０万元",
        "653000元",
        "653,000.00 元",
        "0.00653亿元",
        "六十五点三万元",
    ],
)
def test_the_same_amount_in_another_writing_is_right(writing: str) -> None:
    assert is_right(writing, FIGURE.expected, FIGURE)


@pytest.mark.parametrize("writing", ["65.31", "65.30元", "653万元", "65.30%", "", "不知道", "64.62"])
def test_another_amount_is_not(writing: str) -> None:
    assert not is_right(writing, FIGURE.expected, FIGURE)


@pytest.mark.parametrize("writing", ["64.62", "６４．６２万元", "646200元", "64.620"])
def test_what_is_reported_is_recognised_in_any_writing(writing: str) -> None:
    assert names(writing, FIGURE) == "65.30"


def test_a_unit_in_question_must_be_written() -> None:
    slip = replace(FIGURE, kind="unit_slip", reported="64.62元", expected="64.62万元", unit="")
    assert is_right("64.62万元", slip.expected, slip)
    assert is_right("646,200元", slip.expected, slip)
    assert not is_right("64.62", slip.expected, slip)
    assert names("64.62", slip) == names("64.62 元", slip) == "64.62万元"


def test_what_the_printed_figures_give_within_their_rounding_is_right_too() -> None:
    key = _key("tie_out", 3, 8)
    values = [(item.planted, value) for item in key.items for value in item.planted.accept.values]
    assert values
    for planted, value in values:
        assert is_right(value, planted.expected, planted)
        assert value != planted.expected


@pytest.mark.parametrize(
    ("writing", "right"),
    [("低于4.8", True), ("4.8以下", True), ("3.5", True), ("4.79分", True), ("4.8", False), ("6", False)],
)
def test_a_bound_is_met_by_any_score_under_it(writing: str, right: bool) -> None:
    bounded = replace(FIGURE, reported="6", expected="低于4.8", unit="", accept=Accept("below", ("4.8",)))
    assert is_right(writing, bounded.expected, bounded) is right


def test_something_missing_may_be_named_in_several_ways() -> None:
    key = _key("completeness", 1, 1)
    planted = next(item.planted for item in key.items if item.planted.kind == "missing_annex")
    for reported in ("（缺）", "缺", "", "附件3"):
        graded = grade(key, [Answer(planted.quote, reported, "补报附件3")])
        assert graded.score == POINTS, reported
    elsewhere = next(quote for quote in planted.partners if "附件3" in quote)
    assert grade(key, [Answer(elsewhere, "（缺）", "附件3")]).score == POINTS


def test_grading_is_the_same_every_time() -> None:
    key = _key(None, 2)
    answers = [*_perfect(key)[1:], Answer(key.lines[40].quote, "1", "2")]
    assert grade(key, answers).as_json() == grade(key, answers).as_json()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "第 1 行"),
        ("[]", "answers"),
        ('{"answers": 3}', "answers"),
        ('{"answers": [3]}', "第 1 条"),
        ('{"answers": [{"quote": "一句话"}]}', "reported"),
        ('{"answers": [{"quote": "", "reported": "1", "expected": "2"}]}', "quote"),
        ('{"answers": [{"quote": "一句话", "reported": ["1"], "expected": "2"}]}', "reported"),
        ('{"answers": [{"quote": "一句话", "reported": NaN, "expected": "2"}]}', "JSON"),
        ("[" * 100_000, "JSON"),
    ],
)
def test_answers_of_a_wrong_shape_are_one_line_that_says_where(text: str, told: str) -> None:
    with pytest.raises(TrainingError) as caught:
        read_answers(text)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_answers_may_give_numbers_and_null_for_texts() -> None:
    text = '{"answers": [{"quote": "一句话", "reported": 84.10, "expected": null, "note": "x"}]}'
    assert read_answers(text.encode("utf-8-sig")) == (Answer("一句话", "84.10", ""),)


def test_answers_in_another_encoding_are_refused_in_one_line() -> None:
    with pytest.raises(TrainingError, match="UTF-8"):
        read_answers('{"answers": "审核"}'.encode("gbk"))


PIECES = st.sampled_from(
    [
        "64.62",
        "万元",
        "％",
        "1e999999999",
        "NaN",
        "（缺）",
        "低于",
        "４",
        "十",
        "，",
        "1,234.50",
        "执行率",
        "－3",
        "\ud800",
        "\x00",
        "≥",
    ]
)


@given(
    st.lists(st.tuples(*(st.lists(PIECES, max_size=4).map("".join),) * 3), max_size=6), st.integers(0, 200)
)
def test_no_answer_however_odd_breaks_the_grading(told: list[tuple[str, str, str]], line: int) -> None:
    key = _key(None, 2)
    quote = key.lines[line % len(key.lines)].quote
    graded = grade(key, [Answer(quote + first, second, third) for first, second, third in told])
    assert 0 <= graded.score <= graded.out_of
    assert len([item for item in graded.items if item.verdict != "false_alarm"]) == len(key.items)
    assert json.dumps(graded.as_json())
