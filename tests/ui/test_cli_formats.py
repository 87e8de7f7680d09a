"""``jiheng review`` on a workbook and on a scan: one command whatever the format."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.corpus.pdf_files import Look, Typesetter, form
from tests.corpus.scan_files import pdf_of, scanned
from tests.corpus.xlsx_files import build
from ui.cli import run

ROWS: list[list[Any]] = [
    ["2024年度支出情况表"],
    ["单位：万元"],
    ["项目", "预算数", "决算数"],
    ["人员经费", 2375.11, 2321.93],
    ["公用经费", 441.03, 347.38],
    ["合计", 2816.14, 2669.41],
]


def amounts(book: Workbook) -> None:
    for row in book.worksheets[0].iter_rows(min_row=4, min_col=2):
        for cell in row:
            cell.number_format = "#,##0.00"


def test_a_workbook_with_a_wrong_total_has_one_error_at_its_cell(
    tmp_path: Path, valid: Callable[[str, Any], None]
) -> None:
    path, target = tmp_path / "支出.xlsx", tmp_path / "支出.json"
    path.write_bytes(build(("支出", ROWS), dress=amounts))
    assert run(["review", str(path), "--json", str(target)]) == 1
    review = json.loads(target.read_text("utf-8"))
    valid("review", review)
    assert (review["document"]["format"], review["document"]["pages"]) == ("xlsx", None)
    (error,) = [finding for finding in review["findings"] if finding["severity"] == "error"]
    assert (error["reported"], error["expected"]) == ("2669.41", "2669.31")
    assert "2,669.41" in [evidence["quote"] for evidence in error["evidence"]]


@pytest.mark.slow
@pytest.mark.needs("gbsn00lp")
def test_a_scan_tells_its_pages_while_it_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], valid: Callable[[str, Any], None]
) -> None:
    page = Typesetter()
    page.centred("2024年度支出情况表").right("单位：万元", 10.5)
    page.table(form([120, 110, 110], *(" | ".join(str(v) for v in row) for row in ROWS[2:])), Look(size=12))
    path, target = tmp_path / "扫描.pdf", tmp_path / "扫描.json"
    path.write_bytes(pdf_of(*scanned(page.done(), tilt=0.3)))
    run(["review", str(path), "--json", str(target)])
    assert "识别第 1 页，共 1 页" in capsys.readouterr().err
    review = json.loads(target.read_text("utf-8"))
    valid("review", review)
    assert review["document"]["ocr"] is True
    assert [entry["read"] for entry in review["coverage"]["pages"]] == ["ocr"]
    assert {"2375.11", "2669.41"} <= {fact["value"] for fact in review["facts"]}
