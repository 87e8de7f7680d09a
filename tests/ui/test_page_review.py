"""审阅 in a real browser: a report handed in, its findings, their places on the page image, decisions."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from corpus.readers.opening import open_document
from rules.engine import review
from rules.review import Review
from tests.ui.conftest import opened, serving, watched

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.slow]

DATA = Path(str(files("assistant") / "specimens" / "data"))
NEAR = 1.0
"""Pixels by which a mark may be off: half of one, rounded by the browser, on either side."""


@pytest.fixture(scope="module")
def expected() -> Review:
    return review(open_document(DATA / "sample.pdf"))


@pytest.fixture(scope="module")
def sample(browser: Browser, served: str) -> Iterator[Page]:
    """Give the page with the bundled sample on it, for the tests that only look."""
    with watched(browser, served) as context:
        page = opened(context)
        hand_in(page, DATA / "sample.pdf")
        yield page


def hand_in(page: Page, path: Path | dict[str, Any]) -> None:
    page.set_input_files(".jh-choose-file", path)  # type: ignore[arg-type]
    page.wait_for_selector("[data-desk]")
    page.wait_for_selector(".jh-report")


def words_of(data: bytes) -> str:
    """Return the text of a Word file."""
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def text_file(name: str, text: str) -> dict[str, Any]:
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def finding(page: Page, finding_id: str) -> Locator:
    return page.locator(f'.jh-finding[data-id="{finding_id}"]')


def marks_in_points(page: Page) -> list[list[float]]:
    """Return every mark on the pages as a box of the contract, measured on the screen."""
    return page.evaluate(
        """() => [...document.querySelectorAll('.jh-sheets .jh-spot')].map((mark) => {
            const sheet = mark.closest('.jh-sheet');
            const paper = mark.parentElement.getBoundingClientRect();
            const at = mark.getBoundingClientRect();
            const scale = Number(sheet.dataset.width) / paper.width;
            return [Number(sheet.dataset.page), (at.left - paper.left) * scale, (at.top - paper.top) * scale,
                    (at.right - paper.left) * scale, (at.bottom - paper.top) * scale];
        })"""
    )


def page_in_view(page: Page) -> int:
    """Return the page that holds the middle of what is to be seen of the report."""
    return page.evaluate(
        """() => {
            const frame = document.querySelector('.jh-sheets').getBoundingClientRect();
            const at = document.elementsFromPoint(frame.left + frame.width / 2, frame.top + frame.height * 0.35);
            return Number(at.find((node) => node.closest('.jh-sheet')).closest('.jh-sheet').dataset.page);
        }"""
    )


def test_every_component_of_a_finding_is_marked_where_it_is_printed(sample: Page, expected: Review) -> None:
    several = max(expected.findings, key=lambda item: len(item.evidence))
    finding(sample, several.id).locator(".jh-head").click()
    boxes = [box.as_list() for item in several.evidence for box in item.boxes or ()]
    assert len(boxes) >= 5
    measured = marks_in_points(sample)
    assert len(measured) == len(boxes)
    for box in boxes:
        assert any(all(abs(a - b) <= NEAR for a, b in zip(box, mark, strict=True)) for mark in measured), box
    assert page_in_view(sample) == several.evidence[0].page


def test_the_page_image_is_drawn_and_lies_under_the_mark(sample: Page, expected: Review) -> None:
    last = expected.findings[-1]
    finding(sample, last.id).locator(".jh-head").click()
    image = sample.locator(f'.jh-sheet[data-page="{last.evidence[0].page}"] img')
    expect(image).to_be_visible()
    sample.wait_for_function(
        "(image) => image.complete && image.naturalWidth > 800", arg=image.element_handle()
    )


def test_places_on_several_pages_are_shown_side_by_side_and_each_can_be_turned_to(
    sample: Page, expected: Review
) -> None:
    wide = next(
        item
        for item in expected.findings
        if len({box.page for e in item.evidence for box in e.boxes or ()}) == 2
    )
    finding(sample, wide.id).locator(".jh-head").click()
    pages = list(dict.fromkeys(box.page for item in wide.evidence for box in item.boxes or ()))
    crops = sample.locator(".jh-crop")
    expect(crops).to_have_count(2)
    crops.nth(1).click()
    assert page_in_view(sample) == pages[1]
    crops.nth(0).click()
    assert page_in_view(sample) == pages[0]


def test_a_figure_of_the_derivation_leads_to_its_place(sample: Page, expected: Review) -> None:
    computed = next(
        item
        for item in expected.findings
        if item.reported and f"（报告为 {item.reported}" in (item.derivation or "")
    )
    finding(sample, computed.id).locator(".jh-head").click()
    figures = sample.locator(".jh-bar .jh-go")
    assert figures.count() >= 3
    expect(sample.locator(".jh-bar .jh-stated", has_text=computed.reported).first).to_be_visible()
    figures.nth(1).click()
    now = sample.locator(".jh-sheets .jh-now")
    expect(now).to_have_count(1)
    assert figures.nth(1).inner_text() in now.get_attribute("title")


def test_the_conclusion_counts_the_findings_and_its_numbers_lead_to_them(
    sample: Page, expected: Review
) -> None:
    returned = [item for item in expected.findings if item.disposition == "return"]
    number = sample.locator('.jh-number[data-counts="return_"]')
    expect(number).to_have_text(str(len(returned)))
    expect(sample.locator("#jh-return .jh-finding")).to_have_count(len(returned))
    sample.locator('.jh-number[data-counts="unchecked"]').click()
    expect(sample.locator('.jh-panel[data-panel="unchecked"]')).to_be_visible()
    expect(sample.locator('.jh-panel[data-panel="findings"]')).to_be_hidden()


def test_the_text_of_a_word_file_is_shown_with_the_quotes_marked(page: Page) -> None:
    hand_in(page, DATA / "sample.docx")
    made = review(open_document(DATA / "sample.docx"))
    several = max(made.findings, key=lambda item: len(item.evidence))
    finding(page, several.id).locator(".jh-head").click()
    marked = page.locator(".jh-text mark").all_inner_texts()
    assert sorted(marked) == sorted(item.quote for item in several.evidence)
    held_wrong = page.locator(f'.jh-text mark[data-start="{several.evidence[0].start}"]')
    expect(held_wrong).to_be_in_viewport()


HOSTILE = """<b>某某中心</b>2023年度部门整体支出绩效自评报告

一、<script>window.stolen=1</script>基本情况

2023年全年预算 100.00 万元，其中基本支出 60.00 万元，项目支出 30.00 万元<img src=x onerror="window.stolen=2">。
${window.stolen=3} {{constructor.constructor('window.stolen=4')()}} "><svg onload=window.stolen=5>
“<img src=y onerror=window.stolen=6>”支出预算 50.00 万元，决算 40.00 万元，预算执行率为 85.00%。
年内开展<iframe src="javascript:parent.stolen=7"></iframe>盘点XX次。
"""


def test_markup_in_a_document_stays_text(page: Page) -> None:
    hand_in(page, text_file("<img src=x onerror=window.stolen=8>.txt", HOSTILE))
    assert page.locator(".jh-finding").count() > 0
    for _ in page.locator(".jh-finding").all():
        page.keyboard.press("j")
    for panel in page.locator(".jh-panels button").all():
        panel.click()
    page.wait_for_timeout(300)
    assert page.evaluate("window.stolen") is None
    shown = page.locator(".jh-text").inner_text()
    assert "<script>window.stolen=1</script>" in shown and "${window.stolen=3}" in shown
    assert page.locator(".jh-part :is(script, iframe, svg, img[src='x'], img[src='y'])").count() == 0


def test_a_decision_outlives_page_and_program_and_a_rejection_wants_a_reason(
    browser: Browser, expected: Review, tmp_path: Path
) -> None:
    first, second = expected.findings[:2]

    def check(page: Page) -> None:
        expect(finding(page, first.id).locator(".jh-status")).to_have_text("已采纳")
        expect(finding(page, second.id).locator('[name="reason"]')).to_have_value("口径不同：按收付实现制")
        expect(page.locator(".jh-handled")).to_have_text(f"已处理 2 / {len(expected.findings)}")

    with serving(tmp_path) as (address, process), watched(browser, address) as context:
        page = opened(context)
        hand_in(page, DATA / "sample.pdf")
        page.keyboard.press("a")
        expect(finding(page, first.id)).to_have_attribute("data-choice", "adopt")
        page.keyboard.press("j")
        expect(finding(page, second.id)).to_have_class("jh-finding jh-chosen")
        page.keyboard.press("x")
        reason = finding(page, second.id).locator('[name="reason"]')
        expect(reason).to_be_focused()
        page.keyboard.press("Enter")
        expect(finding(page, second.id).locator(".jh-saved")).to_have_text("不采纳须写明理由")
        reason.fill("口径不同：按收付实现制")
        page.keyboard.press("Enter")
        expect(finding(page, second.id)).to_have_attribute("data-choice", "reject")
        check(page)
        page.reload()
        page.wait_for_selector(".jh-report")
        check(page)
        process.kill()
    with serving(tmp_path) as (address, _), watched(browser, address) as context:
        page = opened(context)
        hand_in(page, DATA / "sample.pdf")
        check(page)


def test_keys_write_letters_where_text_is_being_written(page: Page, expected: Review) -> None:
    hand_in(page, DATA / "sample.pdf")
    page.keyboard.press("n")
    page.keyboard.type("ajxkq")
    first = finding(page, expected.findings[0].id)
    expect(first.locator('[name="note"]')).to_have_value("ajxkq")
    expect(first).to_have_class("jh-finding jh-chosen")
    assert not first.get_attribute("data-choice")


def test_a_file_that_cannot_be_read_is_one_line_and_the_next_one_is_reviewed(page: Page) -> None:
    page.set_input_files(".jh-choose-file", {"name": "a.exe", "mimeType": "x", "buffer": b"MZ"})
    expect(page.locator(".jh-failure")).to_contain_text("不支持这种文件")
    page.set_input_files(".jh-choose-file", {"name": "a.pdf", "mimeType": "x", "buffer": b"%PDF-1.7 broken"})
    expect(page.locator("#jh-part-progress .jh-failure")).to_contain_text("a.pdf")
    expect(page.locator(".jh-drop")).to_be_visible()
    hand_in(page, DATA / "sample.docx")
    expect(page.locator(".jh-unit")).to_be_visible()


def test_a_report_that_is_no_longer_held_is_said(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/?report=no-such-desk")
    expect(page.locator("#jh-part-progress .jh-failure")).to_contain_text("请重新打开文件")
    expect(page.locator(".jh-drop")).to_be_visible()


def test_two_tabs_have_a_report_each_also_when_both_are_reviewed_at_once(context: BrowserContext) -> None:
    tabs = [opened(context), opened(context)]
    names = ("甲单位自评.txt", "乙单位自评.txt")
    for tab, name in zip(tabs, names, strict=True):
        report = text_file(name, f"{name[:3]}2023年度部门整体支出绩效自评报告\n收入 10.00 万元。")
        tab.set_input_files(".jh-choose-file", report)  # type: ignore[arg-type]
    for tab, name in zip(tabs, names, strict=True):
        expect(tab.locator(".jh-file")).to_have_text(name)
    for tab, name in zip(tabs, names, strict=True):
        tab.reload()
        expect(tab.locator(".jh-file")).to_have_text(name)


def test_results_can_be_had_as_files(sample: Page, expected: Review) -> None:
    got: dict[str, bytes] = {}
    for link in sample.locator(".jh-menu .jh-download").all():
        sample.locator(".jh-menu > summary").click()
        with sample.expect_download() as download:
            link.click()
        path = download.value.path()
        got[download.value.suggested_filename] = Path(path).read_bytes()
    assert set(got) == {
        "sample.json",
        "sample-底稿.xlsx",
        "sample-审核意见.docx",
        "sample-核实问题清单.docx",
        "sample-审核底稿.docx",
        "sample-标注.pdf",
    }
    assert got["sample-标注.pdf"].startswith(b"%PDF")
    assert expected.findings[0].message in words_of(got["sample-审核意见.docx"])
    assert len(json.loads(got["sample.json"])["findings"]) == len(expected.findings)
    sheet = openpyxl.load_workbook(io.BytesIO(got["sample-底稿.xlsx"]))["发现"]
    assert sheet.max_row >= len(expected.findings)


def test_what_goes_to_the_unit_holds_what_was_decided(page: Page, expected: Review) -> None:
    hand_in(page, DATA / "sample.pdf")
    first, second = expected.findings[:2]
    finding(page, first.id).locator('[name="text"]').fill("请核对附件2后更正，以决算报表为准。")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    expect(finding(page, first.id).locator(".jh-status")).to_have_text("已采纳")
    page.keyboard.press("j")
    page.keyboard.press("x")
    finding(page, second.id).get_by_role("button", name="口径不同，不构成差错").click()
    expect(finding(page, second.id).locator(".jh-status")).to_have_text("不采纳")
    with page.expect_download() as download:
        page.locator(".jh-menu > summary").click()
        page.locator(".jh-download", has_text="审核意见").click()
    sent = words_of(Path(download.value.path()).read_bytes())
    assert "请核对附件2后更正，以决算报表为准。" in sent
    assert first.message not in sent
    assert second.message not in sent
    assert expected.findings[2].message in sent


def test_the_other_language_keeps_the_report(page: Page) -> None:
    hand_in(page, DATA / "sample.docx")
    page.locator(".jh-language").click()
    expect(page.locator(".jh-conclusion")).to_contain_text("to correct")
    expect(page.locator(".jh-file")).to_have_text("sample.docx")
    assert page.evaluate("document.documentElement.lang") == "en"


def test_coverage_shows_what_was_checked_and_why_a_figure_was_not(sample: Page, expected: Review) -> None:
    sample.locator('[data-act="coverage"]').click()
    boxes = sum(len(fact.evidence.boxes or ()) for fact in expected.facts)
    expect(sample.locator(".jh-covered")).to_have_count(boxes)
    reasons = {reason for _, reason in expected.coverage.unchecked}
    assert sample.locator(".jh-covered[data-reason]").first.get_attribute("title") in reasons


def test_rules_are_found_by_their_words(sample: Page) -> None:
    sample.get_by_role("tab", name="规则库").click()
    sample.locator(".jh-rule-search").fill("执行率 复算")
    expect(sample.locator(".jh-card:visible")).to_have_count(1)
    sample.locator(".jh-card:visible summary").click()
    expect(sample.locator(".jh-card:visible")).to_contain_text("执行率 = 执行数")
