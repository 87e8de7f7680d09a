"""A report as a workbook: the running text first, each table on a sheet of its own, numbers stored as numbers."""

from __future__ import annotations

import io

import openpyxl
import pytest

from corpus.readers.opening import read_bytes
from tests.measure.book import Book
from tests.measure.paper import Paper
from tests.measure.places import locate
from tests.measure.workbook import stored, to_xlsx


@pytest.fixture
def report() -> Paper:
    """Return a short report with a heading that has only a table below it."""
    book = Book()
    book.wan(pay="1234.50", pub="65.50")
    book.sum("all", "pay", "pub")
    book.rate("x", "pay", "all")
    report = Paper("short", book)
    report.title("某局2023年度自评报告")
    report.h("一、支出情况")
    report.p("全年支出{all:w2}万元，其中人员经费{pay:w2}万元。")
    report.h("二、支出明细")
    report.centre("支出明细表")
    report.right("单位：万元")
    report.table(
        (4, 8, 8, 8),
        "类别|项目|支出数|占比",
        "基本支出|人员经费|{pay:w2,}|{x:p2}%",
        "^|公用经费|{pub:w2}|—",
        "合计|>|{all:w2,}|100%",
    )
    report.h("三、问题")
    report.p("无。")
    return report


def test_a_table_has_a_sheet_with_its_heading_caption_and_unit(report: Paper) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(report)))
    assert book.sheetnames == ["正文", "支出明细表"]
    prose = [cell.value for cell in book["正文"]["A"]]
    assert prose == [
        "某局2023年度自评报告",
        "一、支出情况",
        "全年支出1300.00万元，其中人员经费1234.50万元。",
        "三、问题",
        "无。",
    ]
    table = book["支出明细表"]
    assert [table.cell(row, 1).value for row in (1, 2, 3, 4)] == [
        "二、支出明细",
        "支出明细表",
        "单位：万元",
        "类别",
    ]
    merged = {str(area) for area in table.merged_cells.ranges}
    assert merged == {"A1:D1", "A2:D2", "A3:D3", "A5:A6", "A7:B7"}
    assert (table["C5"].value, table["C5"].number_format) == (1234.5, "#,##0.00")
    assert (table["D5"].value, table["D5"].number_format) == (0.9496, "0.00%")


def test_the_workbook_is_read_as_the_report(report: Paper) -> None:
    document = read_bytes(to_xlsx(report), "short.xlsx")
    (table,) = document.tables
    assert (table.rows, table.columns, table.unit) == (4, 4, "万元")
    assert [cell.text for cell in table.cells if cell.row == 1] == [
        "基本支出",
        "人员经费",
        "1,234.50",
        "94.96%",
    ]
    assert len(locate(report, document)) == len(report.places())


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("1,204,500.30", 1204500.3, "#,##0.00"),
        ("-12.50", -12.5, "0.00"),
        ("98%", 0.98, "0%"),
        ("0.000000", 0.0, "0.000000"),
        ("15", 15, "0"),
        ("007", "007", "General"),
        ("1,23", "1,23", "General"),
        ("3.5分", "3.5分", "General"),
        ("12345678901234567.80", "12345678901234567.80", "General"),
    ],
)
def test_what_is_printed_as_a_number_is_stored_as_one(text: str, value: str | int | float, code: str) -> None:
    assert stored(text) == (value, code)
