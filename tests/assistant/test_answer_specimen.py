"""The same sorts of questions, asked of the bundled reports, which differ in layout, words and what they state."""

from __future__ import annotations

import pytest

from assistant.answers.answer import Answer
from assistant.answers.conversation import Conversation
from assistant.specimens import sample
from corpus.readers.opening import open_document
from rules.engine import review
from rules.review import Review
from tests.assistant.soundness import check_sound
from tests.assistant.test_plan import ASKED


@pytest.fixture(scope="module")
def clean() -> Review:
    """Return the review of the clean report (a document without pages)."""
    return review(open_document(sample.sample_path("docx", clean=True)))


@pytest.fixture(scope="module")
def faulty() -> Review:
    """Return the review of the report with planted errors, in pages."""
    return review(open_document(sample.sample_path("pdf")))


def asked(found: Review, *questions: str) -> Answer:
    talk = Conversation(found)
    answers = [talk.ask(question) for question in questions]
    for answer in answers:
        check_sound(answer, found)
        assert "已略去" not in answer.answer
    return answers[-1]


@pytest.mark.parametrize("question", [text for text, _ in ASKED])
def test_every_sort_of_question_gets_a_sound_answer(clean: Review, faulty: Review, question: str) -> None:
    asked(clean, question)
    asked(faulty, question)


HELD = [
    ("公用经费控制率是多少，怎么算的", ["468.32 ÷ 508.51 = 92.10 %"]),
    ("年初到全年预算怎么过来的", ["一般公共预算：11666.03 + 331.28 − 167.01 = 11830.30"]),
    ("三公比上年少了多少", ["30.47", "26.26", "减少 4.21 万元", "报告自己的表述"]),
    ("追加给了哪些项目", ["65.30 万元", "265.98 万元", "112.67", "68.57", "84.74"]),
    ("执行率低于 60% 的有哪些，都啥原因", ["41.75 %", "需求确认反复较多"]),
    ("满意度问卷发了多少份", ["590份"]),
    ("自评报告几号前要公开", ["6月25日"]),
    ("结转主要压在哪", ["1107.22 万元", "984.15 万元", "503.76 万元"]),
    ("自评扣在哪些指标", ["合计扣 3.21 分", "100 − 96.79 = 3.21", "项目标段验收合格率"]),
    ("存在的问题和措施对应吗", ["市县站点共管机制还不健全", "健全共管机制", "每条问题都有对应措施"]),
    ("一般公共预算执行率怎么算的", ["10627.18 ÷ 11830.30 = 89.83 %"]),
]


@pytest.mark.parametrize(("question", "held"), HELD, ids=[question for question, _ in HELD])
def test_the_clean_report_answers(clean: Review, question: str, held: list[str]) -> None:
    answer = asked(clean, question)
    assert answer.answered
    assert [part for part in held if part not in answer.answer] == []


def test_a_clean_report_has_nothing_to_correct(clean: Review) -> None:
    assert "没有发现需要处理的问题" in asked(clean, "有哪些问题").answer
    assert "没有需要向单位核实的问题" in asked(clean, "把要问单位的列出来").answer


def test_the_change_of_final_accounts_does_not_pass_for_the_rate_of_change_of_budgets(clean: Review) -> None:
    answer = asked(clean, "三公变动率是多少")
    assert not answer.answered and "不能代替" in answer.answer


def test_figures_of_another_report_are_only_echoed(clean: Review) -> None:
    answer = asked(clean, "追加那 831 万给了哪些项目")
    assert "您提到的 831 万 不是报告所列的数" in answer.answer


def test_every_finding_of_a_faulty_report_is_told(faulty: Review) -> None:
    answer = asked(faulty, "应修改的有哪些").answer
    wanted = [finding for finding in faulty.findings if finding.disposition == "return"]
    # A slip of the unit is told with the digits as printed, in the unit that they are right in.
    told = [finding for finding in wanted if not finding.group and finding.rule != "A11"]
    expected = {finding.expected for finding in told if finding.expected}
    assert [value for value in expected if value.replace("-", "−") not in answer] == []


def test_a_wrong_rate_is_told_with_the_right_one(faulty: Review) -> None:
    wrong = next(finding for finding in faulty.findings if finding.rule == "A03")
    answer = asked(faulty, f"{wrong.title.rpartition('：')[2]}执行率 {wrong.reported}% 对不对").answer
    assert wrong.expected is not None and f"应为 {wrong.expected} %" in answer
