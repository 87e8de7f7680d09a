"""Workbooks with their key: the tables of a report a sheet each, and project forms over several sheets."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.corpus.acceptance.forms import funds_form, indicator_rows, money
from tests.corpus.acceptance.keyed import Keyed
from tests.corpus.acceptance.papers import form_of
from tests.corpus.pdf_files import Form, form
from tests.corpus.pdf_files import Key as FormCell
from tests.measure.ground import NAMES, paper
from tests.measure.paper import Grid

_FORMAT = "#,##0.00"


def reports() -> Iterator[Keyed]:
    """Yield the tables of every measuring report as a workbook, text cells as typed."""
    for name in NAMES:
        tables = [form_of(block, 100) for block in paper(name).blocks if isinstance(block, Grid)]
        if tables:
            keyed = Keyed(f"{name}.xlsx", "xlsx", "xlsx")
            book = _empty()
            for number, table in enumerate(tables, start=1):
                _lay(book.create_sheet(f"表{number}"), table.cells)
                keyed.texts.append(f"表{number}")
                keyed.add_grid(table)
            keyed.data = _saved(book)
            yield keyed


def projects() -> Iterator[Keyed]:
    """Yield project forms: facts about the project, its indicators, its spending in stored numbers."""
    for number in range(1, 5):
        keyed = Keyed(f"project form {number}", "xlsx", "xlsx")
        book = _empty()
        basics = form(
            [1] * 4,
            "项目名称|农村饮水安全巩固提升工程|>|>",
            "主管部门|县水利局|实施单位|县水利工程建设中心",
            f"年初预算数|{money(number)}|全年执行数|{money(number + 9)}",
            "年度总体目标|完成管网改造和水厂提标，受益人口稳定用水，水质达标。|>|>",
        )
        for title, table in (
            ("基本情况", basics),
            ("绩效指标", Form([1] * 8, indicator_rows(number))),
            ("资金安排", funds_form(8 + number, heads=2 + number % 2)),
        ):
            _lay(book.create_sheet(title), table.cells)
            keyed.texts.append(title)
            keyed.add_grid(table)
        _spending(book.create_sheet("支出明细"), keyed, number)
        hidden = book.create_sheet("历年数据")
        hidden.append(["上年", 99887766.55])
        hidden.sheet_state = "hidden"
        keyed.data = _saved(book)
        yield keyed


def _spending(sheet: Worksheet, keyed: Keyed, number: int) -> None:
    """Lay amounts as stored numbers with a display format; the total is a plain sum, its result not saved."""
    rows: list[list[str]] = [["用途", "预算数", "决算数"]]
    sums = [Decimal(0), Decimal(0)]
    sheet.append(rows[0])
    for n in range(5 + number):
        amounts = [Decimal(money(n * 3 + number + c * 11)) for c in range(2)]
        sums = [total + amount for total, amount in zip(sums, amounts, strict=True)]
        sheet.append([f"用途{n + 1}", *map(float, amounts)])
        rows.append([f"用途{n + 1}", *(f"{amount:,.2f}" for amount in amounts)])
    last = len(rows)
    sheet.append(["合计", f"=SUM(B2:B{last})", f"=SUM(C2:C{last})"])
    rows.append(["合计", *(f"{total:,.2f}" for total in sums)])
    for line in sheet.iter_rows(min_row=2, min_col=2):
        for cell in line:
            cell.number_format = _FORMAT
    keyed.texts.append("支出明细")
    keyed.add_grid(form([1] * 3, *("|".join(row) for row in rows)))


def _empty() -> Workbook:
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    return book


def _lay(sheet: Worksheet, cells: Sequence[FormCell]) -> None:
    for row, column, high, wide, text in cells:
        if text:
            sheet.cell(row + 1, column + 1, text)
        if high > 1 or wide > 1:
            sheet.merge_cells(
                start_row=row + 1, start_column=column + 1, end_row=row + high, end_column=column + wide
            )


def _saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def all_sheets() -> list[Keyed]:
    """Return every workbook with its key."""
    return [*reports(), *projects()]
