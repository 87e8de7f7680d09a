"""起草 in a real browser: a draft is made, its markers lead to the report, an edit is checked."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.ui.test_page_review import hand_in, page_in_view, words_of

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.slow]

DATA = Path(str(files("assistant") / "specimens" / "data"))


@pytest.fixture
def drafted(page: Page) -> Page:
    """Give the page with problems and measures drafted for the bundled sample."""
    hand_in(page, DATA / "sample.pdf")
    page.get_by_role("tab", name="起草").click()
    page.locator(".jh-drafting").get_by_text("写进审核意见").click()
    page.locator(".jh-drafting").get_by_role("button").click()
    page.wait_for_selector(".jh-draft-read")
    return page


def test_a_marker_of_the_draft_turns_to_its_place(drafted: Page) -> None:
    text = drafted.locator(".jh-draft-read")
    expect(text).to_contain_text("存在的问题及原因分析")
    expect(text).to_contain_text("该单位")
    marker = drafted.locator('.jh-draft-read .jh-cite[data-source="report"]').nth(3)
    marker.click()
    place = marker.evaluate("(button) => JSON.parse(button.dataset.spots)[0]")
    assert page_in_view(drafted) == place["page"]
    expect(drafted.locator(".jh-sheets .jh-now").first).to_be_in_viewport()


def test_a_figure_without_a_source_is_marked_and_the_words_stay_as_written(drafted: Page) -> None:
    drafted.locator('.jh-draft [data-face="edit"]').click()
    field = drafted.locator(".jh-draft-edit textarea")
    written = field.input_value()
    slip = "该单位项目支出结转 98765.43 万元。<b>粗</b>"
    field.fill(f"{slip}\n{written}")
    drafted.locator('.jh-draft [data-face="read"]').click()
    expect(drafted.locator(".jh-held-against")).to_contain_text("98765.43")
    expect(drafted.locator(".jh-draft-read .jh-doubted").first).to_contain_text("98765.43")
    expect(drafted.locator(".jh-draft-read")).to_contain_text("<b>粗</b>")
    assert drafted.locator(".jh-draft-edit textarea").input_value() == f"{slip}\n{written}"


def test_the_draft_is_had_as_a_word_file_with_the_edited_words(drafted: Page) -> None:
    drafted.locator('.jh-draft [data-face="edit"]').click()
    field = drafted.locator(".jh-draft-edit textarea")
    field.fill(f"{field.input_value()}\n补充一句，由审核人写。")
    drafted.locator('.jh-draft [data-face="read"]').click()
    expect(drafted.locator(".jh-draft-read")).to_contain_text("补充一句")
    with drafted.expect_download() as download:
        drafted.locator(".jh-draft .jh-download").click()
    assert download.value.suggested_filename == "sample-草稿.docx"
    words = words_of(Path(download.value.path()).read_bytes())
    assert "存在的问题及原因分析" in words
    assert "补充一句，由审核人写。" in words


def test_an_edit_is_still_there_after_a_reload(drafted: Page) -> None:
    drafted.locator('.jh-draft [data-face="edit"]').click()
    drafted.locator(".jh-draft-edit textarea").fill("改后的文字。")
    drafted.locator(".jh-draft-edit").get_by_role("button").click()
    expect(drafted.locator(".jh-draft-read")).to_have_text("改后的文字。")
    drafted.reload()
    drafted.get_by_role("tab", name="起草").click()
    expect(drafted.locator(".jh-draft-read")).to_have_text("改后的文字。")


def test_without_a_report_it_is_said_where_to_open_one(page: Page) -> None:
    page.get_by_role("tab", name="起草").click()
    page.locator(".jh-drafting").get_by_role("button").click()
    expect(page.locator("#jh-part-draft-said .jh-failure")).to_contain_text("打开一份报告")
