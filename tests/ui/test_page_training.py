"""培训 in a real browser: an exercise is made, its errors pointed at, the answers graded."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from assistant.training.exercise import Exercise, new_exercise
from assistant.training.key import Item

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.slow]

SEEDS = range(1, 40)


@pytest.fixture(scope="module")
def chosen() -> tuple[int, Exercise]:
    """Give the first exercise with an error that is a cell of a table and can be pointed at, and its number."""
    return next(
        (seed, exercise)
        for seed in SEEDS
        if any(map(in_a_cell, (exercise := new_exercise(seed, 1, None)).key.items))
    )


def in_a_cell(item: Item) -> bool:
    planted = item.planted
    return bool(planted.where.row) and planted.quote.split().count(planted.reported) == 1


@pytest.fixture(scope="module")
def same(chosen: tuple[int, Exercise]) -> Exercise:
    """Give the exercise that the page makes of the same number."""
    return chosen[1]


@pytest.fixture
def training(page: Page, chosen: tuple[int, Exercise]) -> Page:
    """Give the page with that exercise on it."""
    page.get_by_role("tab", name="培训").click()
    page.locator('.jh-practise [name="seed"]').fill(str(chosen[0]))
    page.locator(".jh-practise").get_by_role("button").click()
    page.wait_for_selector("#jh-part-exercise .jh-text")
    return page


def test_an_error_pointed_at_and_corrected_is_found_and_the_others_are_explained(
    training: Page, same: Exercise
) -> None:
    item = next(filter(in_a_cell, same.key.items))
    planted = item.planted
    cells = training.locator("#jh-part-exercise tr", has_text=planted.where.row).locator("td")
    cells.filter(has_text=re.compile(rf"^{re.escape(planted.reported)}$")).last.dblclick()
    training.locator(".jh-point").click()
    row = training.locator(".jh-answers tbody tr")
    expect(row.locator('[name="reported"]')).to_have_value(planted.reported)
    assert planted.where.row in row.locator('[name="quote"]').input_value()
    row.locator('[name="expected"]').fill(planted.expected)
    training.locator(".jh-answering .jh-primary").click()
    graded = training.locator(".jh-graded-item")
    expect(graded).to_have_count(len(same.key.items))
    expect(training.locator('.jh-graded-item[data-verdict="found"]')).to_have_count(1)
    expect(training.locator(".jh-grade h3")).to_contain_text(f"得分 10 / {10 * len(same.key.items)}")
    missed = training.locator('.jh-graded-item[data-verdict="missed"]').first
    expect(missed).to_contain_text("应为")
    missed.locator(".jh-chip").first.click()
    expect(training.locator("#jh-part-exercise mark.jh-now").first).to_be_in_viewport()


def test_a_false_alarm_costs_points_and_is_said_why(training: Page) -> None:
    training.locator(".jh-add-answer").click()
    row = training.locator(".jh-answers tbody tr").first
    title = training.locator("#jh-part-exercise .jh-text p").nth(2).inner_text()
    for name, text in (("quote", title), ("reported", "2024"), ("expected", "2023")):
        row.locator(f'[name="{name}"]').fill(text)
    training.locator(".jh-answering .jh-primary").click()
    expect(training.locator('.jh-graded-item[data-verdict="false_alarm"]')).to_have_count(1)
    expect(training.locator('.jh-graded-item[data-verdict="found"]')).to_have_count(0)


def test_the_key_does_not_reach_the_browser_before_the_answers_are_in(training: Page, same: Exercise) -> None:
    html = training.content()
    assert "derivation" not in html
    assert not any(item.planted.derivation in html for item in same.key.items if item.planted.derivation)
    assert not any(question.answer in html for question in same.key.quiz)


def test_an_answer_without_words_of_the_report_is_asked_for(training: Page) -> None:
    training.locator(".jh-add-answer").click()
    training.locator(".jh-answering .jh-primary").click()
    expect(training.locator("#jh-part-grade .jh-failure")).to_contain_text("请抄上报告原文")
