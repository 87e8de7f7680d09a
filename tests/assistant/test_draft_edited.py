"""An edited draft is held against the report: marks where a person should look, the text never changed."""

from __future__ import annotations

import pytest

from assistant.drafting.composing import draft
from assistant.drafting.edited import Mark, MarkKind, check_edited
from assistant.drafting.paper import Voice
from tests.assistant.drafts import sample_draft, sample_review
from tests.fakes.reviews import station_review

STATION = station_review()


def figures(text: str, voice: Voice = "unit") -> list[Mark]:
    return [mark for mark in check_edited(text, STATION, voice) if mark.kind is MarkKind.FIGURE]


@pytest.mark.parametrize("voice", ["unit", "reviewer"])
def test_an_unedited_draft_has_no_mark_but_its_blanks(voice: Voice) -> None:
    marks = check_edited(sample_draft(voice).text, sample_review(), voice)
    assert {mark.kind for mark in marks} == {MarkKind.BLANK}


def test_a_wrong_figure_is_marked_at_its_place() -> None:
    text = draft(STATION).text.replace("执行率 81.24 %", "执行率 91.24 %")
    [mark] = figures(text)
    assert mark.text == text[mark.start : mark.end] == "91.24 %"
    assert mark.reason == "数字没有出处"


def test_each_wrong_figure_of_a_sentence_is_marked() -> None:
    text = draft(STATION).text.replace("1000.00 万元[1]", "1100.00 万元[1]").replace("187.60", "287.60")
    assert [mark.text for mark in figures(text)] == ["1100.00 万元", "287.60 万元"]


def test_a_wrong_figure_in_chinese_numerals_is_marked() -> None:
    assert [mark.text for mark in figures("项目支出执行率达到百分之九十五。")] == ["百分之九十五"]


def test_a_figure_of_the_report_may_be_written_in() -> None:
    assert figures("人员经费预算 430.10 万元，实际支出 425.10 万元，控制率 98.84 %。") == []


def test_two_true_figures_swapped_are_marked() -> None:
    [mark] = figures("人员经费预算 1000.00 万元。")
    assert mark.text == "1000.00 万元" and "人员经费" in mark.reason


def test_a_figure_that_a_finding_doubts_is_marked_as_such() -> None:
    [mark] = figures("三公经费控制率为 31.20 %。")
    assert "疑似有误" in mark.reason


def test_a_marker_of_no_citation_is_marked() -> None:
    assert [mark.text for mark in figures("项目支出执行率为 81.24 %[999]。")] == ["[999]"]


def test_vague_words_of_a_measure_are_marked_and_those_of_a_problem_are_not() -> None:
    text = "一、存在的问题及原因分析\n管理有待加强。\n二、下一步改进措施\n（一）加强管理\n进一步提高认识，按月通报进度。"
    vague = [mark for mark in check_edited(text, STATION) if mark.kind is MarkKind.VAGUE]
    assert [text[mark.start : mark.end] for mark in vague] == ["进一步提高认识，"]


def test_blanks_that_were_filled_in_are_marked_no_more() -> None:
    text = "二、下一步改进措施\n由站网科在【完成时限】前列出清单。"
    [blank] = [mark for mark in check_edited(text, STATION) if mark.kind is MarkKind.BLANK]
    assert blank.text == "【完成时限】"
