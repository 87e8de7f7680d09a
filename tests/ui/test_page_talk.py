"""Answers and drafts on the page: markers lead to their sources, and nothing else becomes markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest

from assistant.answers.answer import Answer
from assistant.drafting.edited import Mark, MarkKind
from assistant.plan import About
from assistant.settings import load_settings
from assistant.support import Citation, Number, Origin
from corpus.document.evidence import Evidence
from corpus.errors import InputError
from tests.fakes.reviews import evidence_of, station_review
from ui.desk import Desk, Desks
from ui.pages.chat import answered
from ui.screen.cited import cited_text, sources, sums
from ui.screen.drafts import draft_sheet, read_text
from ui.screen.talk import ask_form, transcript
from ui.talking import Talked, Talks


def answer(question: str, text: str, *citations: Citation) -> Answer:
    return Answer(question, True, text, citations, (), "offline", "figure", About(), 0.0, 0.0)


@dataclass
class FakeConversation:
    engine: Any = None
    asked: list[tuple[str, str]] = field(default_factory=list)

    def stream(self, question: str) -> Iterator[str | Answer]:
        self.asked.append((question, self.engine.name))
        if question == "坏":
            raise InputError("没有读懂这个问题；请换一种说法")
        yield "控制率"
        yield "为 83.20 %[1]。"
        yield answer(question, "控制率为 83.20 %[1]。", report_citation())


@pytest.fixture
def talks(monkeypatch: pytest.MonkeyPatch, home: Path) -> Talks:
    """Give the conversations of a page where a language model is set, with a fake behind each."""
    monkeypatch.setenv("JIHENG_LLM_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("JIHENG_LLM_MODEL", "fake")
    made = Talks(load_settings())
    conversation = FakeConversation()
    monkeypatch.setattr(made, "begin", lambda review: Talked(cast(Any, conversation)))
    return made


def report_citation(marker: str = "[1]") -> Citation:
    return Citation(marker, evidence_of(station_review(), "控制率83.20%"))


def card_citation() -> Citation:
    return Citation("[2]", Evidence("card", "规则卡 A04", "控制率 = 支出 ÷ 预算"), verified=True)


def policy_citation() -> Citation:
    return Citation(
        "[3]", Evidence("policy", "某办法", "应当<b>逐项</b>说明"), "某财〔2020〕1号", "第三条", False
    )


def text_of(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


def test_a_marker_becomes_a_button_that_carries_the_place() -> None:
    html = cited_text("控制率为 83.20 %[1]，见[9]。<b>", (report_citation(),))
    assert text_of(html) == "控制率为 83.20 %[1]，见[9]。&lt;b&gt;"
    [places] = re.findall(r'data-spots="([^"]*)"', html)
    [place] = json.loads(places.replace("&quot;", '"'))
    assert place["boxes"] == report_citation().evidence.as_json()["boxes"]


def test_a_rule_card_is_never_passed_off_as_the_policy() -> None:
    shown = text_of(sources((report_citation(), card_citation(), policy_citation())) or "")
    assert "规则卡 A04规则卡（非原文）" in shown
    assert "某办法（某财〔2020〕1号）第三条条款待核" in shown
    assert "应当&lt;b&gt;逐项&lt;/b&gt;说明" in shown


def test_only_computed_figures_have_sums() -> None:
    numbers = (
        Number("83.20 %", Origin.COMPUTED, None, "75.05 ÷ 90.20 = 83.20 %"),
        Number("75.05 万元", Origin.CITED, "[1]", None),
    )
    assert "75.05 ÷ 90.20 = 83.20 %" in (sums(numbers) or "")
    assert sums(numbers[1:]) is None


def desk_with_review(desks: Desks) -> Desk:
    desk = desks.open("样例.pdf", b"")
    desk.review = station_review()
    return desk


def said(desks: Desks, desk_id: str, question: str, talks: Talks, *, agreed: bool = False) -> list[Any]:
    return list(answered(desks, talks, "zh", desk_id, question, agreed=agreed))


def asked(desk: Desk) -> list[tuple[str, str]]:
    assert desk.talk is not None
    return cast(FakeConversation, desk.talk.conversation).asked


def test_an_answer_comes_piece_by_piece_and_then_whole(talks: Talks) -> None:
    desks = Desks()
    desk = desk_with_review(desks)
    *pieces, (whole, rest) = said(desks, desk.id, "控制率多少", talks)
    assert [text_of(piece) for _, piece in pieces[1:]] == [
        "控制率多少控制率",
        "控制率多少控制率为 83.20 %[1]。",
    ]
    assert 'class="jh-cite"' in whole and rest == ""


def test_the_conversation_goes_on_where_it_was(talks: Talks) -> None:
    desks = Desks()
    desk = desk_with_review(desks)
    said(desks, desk.id, "控制率多少", talks)
    whole, _ = said(desks, desk.id, "那人员经费呢", talks)[-1]
    assert [question for question, _ in asked(desk)] == ["控制率多少", "那人员经费呢"]
    assert whole.count("<article") == 2


def test_text_goes_to_a_model_only_where_the_person_agreed_to_this_question(talks: Talks) -> None:
    desks = Desks()
    desk = desk_with_review(desks)
    said(desks, desk.id, "一", talks)
    said(desks, desk.id, "二", talks, agreed=True)
    said(desks, desk.id, "三", talks)
    assert asked(desk) == [("一", "offline"), ("二", "llm"), ("三", "offline")]
    assert "127.0.0.1" in text_of(ask_form(talks.model_host))
    assert "jh-engines" not in ask_form(None)


@pytest.mark.parametrize(
    ("question", "words"), [("坏", "没有读懂这个问题"), ("", "1 至 500 字"), ("问" * 501, "1 至 500 字")]
)
def test_what_cannot_be_answered_is_one_line_and_the_desk_stays(
    talks: Talks, question: str, words: str
) -> None:
    desks = Desks()
    desk = desk_with_review(desks)
    _, line = said(desks, desk.id, question, talks)[-1]
    assert words in text_of(line) and "jh-failure" in line
    assert "[1]" in text_of(said(desks, desk.id, "控制率多少", talks)[-1][0])


def test_a_desk_that_is_gone_is_said(talks: Talks) -> None:
    assert "请重新打开文件" in said(Desks(), "nothing", "控制率多少", talks)[-1][1]


def test_what_a_model_writes_stays_text() -> None:
    text = "${window.x=1}{{x}}<script>alert(1)</script>[1]"
    hostile = answer("<img src=x>", text, report_citation())
    html = transcript([hostile])
    assert not re.search(r"<(?:script|img)", html)
    assert "${window.x=1}{{x}}&lt;script&gt;" in html


def test_what_a_person_should_look_at_is_marked_in_place_and_nothing_is_changed() -> None:
    text = "执行率为 81.24 %[1]。结转 999.00 万元。【完成时限】前完成。"
    marks = tuple(
        Mark(kind, text.index(words), text.index(words) + len(words), words, reason)
        for kind, words, reason in (
            (MarkKind.FIGURE, "999.00 万元", "没有出处"),
            (MarkKind.BLANK, "【完成时限】", "须由人填写"),
        )
    )
    html = read_text(text, (report_citation(),), marks)
    assert text_of(html) == text
    assert re.findall(r'<mark class="jh-doubted" title="([^"]*)"[^>]*>([^<]*)</mark>', html) == [
        ("没有出处", "999.00 万元"),
        ("须由人填写", "【完成时限】"),
    ]
    sheet = text_of(draft_sheet(text, (report_citation(),), ("请逐条核对。",), marks, "/x"))
    assert "999.00 万元　没有出处" in sheet
    assert "还有 1 处须由人填写" in sheet
