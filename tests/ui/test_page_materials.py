"""审阅: documents handed in beside the report, in a real browser: what is at hand, what is not, what they find."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.others import papers
from tests.others.books import books
from tests.others.papers import Ink

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.slow]

BOOK = books(0)


@pytest.fixture
def reviewed(page: Page, tmp_path: Path) -> Page:
    """Give the page with a report of the books on it, its list of material open."""
    report = tmp_path / "报告.docx"
    report.write_bytes(papers.report(BOOK, 2, Ink()))
    page.set_input_files(".jh-choose-file", report)
    page.wait_for_selector("[data-desk]")
    page.locator('[role=tab][data-panel="unchecked"]').click()
    return page


def _row(page: Page, name: str) -> Locator:
    return page.locator(".jh-material li").filter(has=page.locator("b", has_text=name)).first


def _hand_in(page: Page, kind: str, path: Path) -> None:
    page.set_input_files(f'.jh-choose-material[data-kind="{kind}"]', path)


def test_a_document_beside_the_report_is_held_and_what_differs_is_found(
    reviewed: Page, tmp_path: Path
) -> None:
    accounts = tmp_path / "决算.xlsx"
    accounts.write_bytes(papers.final_accounts(BOOK, 1, Ink("公用经费.executed", Random(1))))
    expect(_row(reviewed, "决算报表")).to_contain_text("未取得")
    _hand_in(reviewed, "final_accounts", accounts)
    finding = reviewed.locator(".jh-finding", has_text="与决算报表不一致：公用经费决算")
    expect(finding).to_have_count(1)
    expect(_row(reviewed, "决算报表")).to_contain_text("已取得")
    expect(_row(reviewed, "决算报表")).to_contain_text("决算.xlsx")
    expect(finding.locator(".jh-chip").last).to_contain_text(finding.locator(".jh-chip q").last.inner_text())
    reviewed.locator('[role=tab][data-panel="unchecked"]').click()
    _row(reviewed, "决算报表").locator(".jh-remove").click()
    expect(finding).to_have_count(0)
    expect(_row(reviewed, "决算报表")).to_contain_text("未取得")


def test_a_document_that_cannot_be_read_is_said_and_the_report_stays(reviewed: Page, tmp_path: Path) -> None:
    broken = tmp_path / "断.docx"
    broken.write_bytes(papers.prior_report(BOOK, 0, Ink())[:5000])
    _hand_in(reviewed, "prior", broken)
    expect(_row(reviewed, "上年自评报告").locator(".jh-failure")).to_contain_text("损坏")
    expect(reviewed.locator("[data-desk]")).to_have_count(1)
    expect(_row(reviewed, "上年自评报告")).to_contain_text("未取得")
