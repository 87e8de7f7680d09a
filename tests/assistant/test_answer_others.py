"""Questions that another document at hand answers: last year's report, the final accounts."""

from __future__ import annotations

from random import Random

import pytest

from assistant.answers.answer import Answer
from assistant.answers.conversation import Conversation
from corpus.readers.opening import read_bytes
from rules.engine import review
from rules.others.material import Given
from rules.review import Review
from tests.others import papers
from tests.others.books import books, percent, wan
from tests.others.papers import Ink

BOOK = books(0)


def _read(data: bytes, name: str) -> Given:
    kind = {"上年.docx": "prior", "决算.xlsx": "final_accounts"}[name]
    return Given(kind, read_bytes(data, name))


@pytest.fixture(scope="module")
def alone() -> Review:
    """Return the review of a report by itself."""
    return review(read_bytes(papers.report(BOOK, 1, Ink()), "报告.docx"))


@pytest.fixture(scope="module")
def held(alone: Review) -> Review:
    """Return the review of the same report with last year's report and the final accounts."""
    others = (
        _read(papers.prior_report(BOOK, 2, Ink()), "上年.docx"),
        _read(papers.final_accounts(BOOK, 1, Ink()), "决算.xlsx"),
    )
    return review(alone.document, others=others)


def _ask(found: Review, question: str) -> Answer:
    return Conversation(found).ask(question)


def _budgets() -> tuple[str, str]:
    return tuple(wan(y.money["三公经费", "initial"]) for y in (BOOK.this, BOOK.last))  # type: ignore[return-value]


QUESTIONS = {
    "上年自评多少分": (BOOK.last.score,),
    "上年公用经费决算是多少": (wan(BOOK.last.money["公用经费", "executed"]),),
    "三公经费变动率是多少": _budgets(),
    "人员经费决算比上年增加多少": tuple(wan(y.money["人员经费", "executed"]) for y in (BOOK.this, BOOK.last)),
}
"""What the report alone cannot answer, and the figures that the answer has to hold."""


@pytest.mark.parametrize("question", QUESTIONS)
def test_last_years_report_answers_what_the_report_alone_does_not(
    alone: Review, held: Review, question: str
) -> None:
    assert not _ask(alone, question).answered
    answer = _ask(held, question)
    assert answer.answered
    assert all(figure in answer.answer for figure in QUESTIONS[question])
    cited = [citation.evidence for citation in answer.citations]
    assert any((item.document, item.material) == ("上年.docx", "prior") for item in cited)
    text = {item.document: item.quote for item in cited}
    assert all(number.origin in ("cited", "computed") for number in answer.numbers)
    assert text["上年.docx"]


def test_a_document_that_the_question_names_is_the_one_that_answers(held: Review) -> None:
    answer = _ask(held, "决算报表里公用经费决算是多少")
    assert wan(BOOK.this.money["公用经费", "executed"]) in answer.answer
    assert [(c.evidence.document, c.evidence.material) for c in answer.citations] == [
        ("决算.xlsx", "final_accounts")
    ]


def test_a_rate_between_two_documents_is_computed_with_both_places(held: Review) -> None:
    now, before = (y.money["三公经费", "initial"] for y in (BOOK.this, BOOK.last))
    answer = _ask(held, "三公经费变动率是多少")
    assert percent(abs(now - before), before)[:4] in answer.answer
    assert {"报告.docx", "上年.docx"} <= {c.evidence.document for c in answer.citations}


def test_what_neither_holds_is_still_not_answered(held: Review) -> None:
    assert not _ask(held, "上年会议费决算是多少").answered


def test_whether_the_report_agrees_with_a_document_is_told_with_what_differs(alone: Review) -> None:
    wrong = papers.final_accounts(BOOK, 1, Ink("公用经费.executed", Random(1)))
    found = review(alone.document, others=(_read(wrong, "决算.xlsx"),))
    answer = _ask(found, "报告和决算报表一致吗")
    counts = len(found.crossed.relations)
    assert f"关系 {counts} 个，其中相符 {counts - 1} 个" in answer.answer
    assert "请与决算报表核对后统一" in answer.answer
    assert {c.evidence.document for c in answer.citations} == {"报告.docx", "决算.xlsx"}
    assert "相符" not in _ask(found, "有哪些问题").answer
    assert "除已核对的材料以外" in _ask(found, "有哪些问题").answer
    assert not _ask(alone, "报告和决算报表一致吗").answer.startswith("与决算报表核对")
