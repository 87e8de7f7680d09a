"""对话 in a real browser: a question is answered, and every marker of the answer leads to its source."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui.conftest import opened, watched
from tests.ui.test_page_review import hand_in, marks_in_points, page_in_view

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.slow]

DATA = Path(str(files("assistant") / "specimens" / "data"))
RELOADS = 5
QUESTION = "公用经费控制率多少，怎么算的？"


@pytest.fixture(scope="module")
def chat(browser: Browser, served: str) -> Iterator[Page]:
    """Give the page with the bundled sample and one question answered."""
    with watched(browser, served) as context:
        page = opened(context)
        hand_in(page, DATA / "sample.pdf")
        page.get_by_role("tab", name="对话").click()
        page.locator(".jh-ask textarea").fill(QUESTION)
        page.keyboard.press("Enter")
        page.wait_for_selector("#jh-part-said .jh-turn")
        yield page


def test_a_question_is_answered_with_its_sum(chat: Page) -> None:
    first = chat.locator("#jh-part-said .jh-turn").first
    expect(first.locator(".jh-asked")).to_have_text(QUESTION)
    expect(first.locator(".jh-words")).to_contain_text("÷")
    expect(chat.locator("#jh-part-saying .jh-turn")).to_have_count(0)


def test_a_marker_turns_to_the_page_and_marks_the_quote(chat: Page) -> None:
    for marker in chat.locator('#jh-part-said .jh-turn .jh-words .jh-cite[data-source="report"]').all():
        marker.click()
        place = marker.evaluate("(button) => JSON.parse(button.dataset.spots)[0]")
        assert page_in_view(chat) == place["page"]
        measured = marks_in_points(chat)
        assert len(measured) == len(place["boxes"])
        for box, mark in zip(place["boxes"], measured, strict=True):
            assert all(abs(a - b) <= 1.0 for a, b in zip(box, mark, strict=True))


def test_a_marker_of_a_rule_unfolds_the_card_which_leads_to_the_rules(chat: Page) -> None:
    marker = chat.locator('#jh-part-said .jh-words .jh-cite[data-source="card"]').first
    marker.click()
    source = chat.locator("#jh-part-said .jh-source[open]")
    expect(source).to_contain_text("规则卡（非原文）")
    source.locator(".jh-rule").click()
    expect(chat.locator(".jh-card[open]")).to_be_in_viewport()
    chat.get_by_role("tab", name="对话").click()


def test_a_follow_up_keeps_the_subject_and_the_talk_outlives_a_reload(chat: Page) -> None:
    chat.locator(".jh-ask textarea").fill("那人员经费呢")
    chat.locator(".jh-ask").get_by_role("button", name="提问", exact=True).click()
    turns = chat.locator("#jh-part-said .jh-turn")
    expect(turns).to_have_count(2)
    expect(turns.nth(1).locator(".jh-words")).to_contain_text("人员经费")
    chat.reload()
    chat.wait_for_selector(".jh-report", state="attached")
    chat.get_by_role("tab", name="对话").click()
    expect(turns).to_have_count(2)


def test_a_question_that_comes_before_the_event_of_the_last_one_is_over_is_answered(chat: Page) -> None:
    turns = chat.locator("#jh-part-said .jh-turn")
    before = turns.count()
    chat.evaluate(
        """() => ['人员经费是多少', '年初预算是多少'].forEach((question, at) =>
            setTimeout(() => window.jihengParts.ask.trigger('asked', { question, engine: 'offline' }), 20 * at))"""
    )
    chat.wait_for_function(
        "(count) => document.querySelectorAll('#jh-part-said .jh-turn').length > count", arg=before
    )
    for _ in range(RELOADS):
        # Two answers at once may be shown one over the other; what was answered, the page tells anew.
        chat.reload()
        chat.wait_for_selector(".jh-report", state="attached")
        chat.get_by_role("tab", name="对话").click()
        expect(turns.nth(before)).to_be_visible()
        if turns.count() == before + 2:
            break
    expect(turns).to_have_count(before + 2)


def test_a_starter_question_is_asked_by_a_click(chat: Page) -> None:
    before = chat.locator("#jh-part-said .jh-turn").count()
    chat.locator(".jh-starter").first.click()
    expect(chat.locator("#jh-part-said .jh-turn")).to_have_count(before + 1)


def test_without_a_report_it_is_said_where_to_open_one(page: Page) -> None:
    page.get_by_role("tab", name="对话").click()
    page.locator(".jh-starter").first.click()
    expect(page.locator("#jh-part-saying .jh-failure")).to_contain_text("打开一份报告")
