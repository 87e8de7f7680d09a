"""Workbooks for tests: openpyxl writes no results of formulas, so they are put in here as Excel would."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet


def build(
    *sheets: tuple[str, list[list[Any]]],
    dress: Callable[[Workbook], None] | None = None,
    results: dict[str, str] | None = None,
) -> bytes:
    """Return a workbook of sheets given as rows of values; ``results`` maps 支出!B7 to the saved result."""
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for title, rows in sheets:
        sheet: Worksheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    if dress is not None:
        dress(book)
    buffer = io.BytesIO()
    book.save(buffer)
    data = buffer.getvalue()
    return _with_results(data, book, results) if results else data


def _with_results(data: bytes, book: Workbook, results: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            found = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", entry.filename)
            if found:
                title = book.worksheets[int(found[1]) - 1].title
                for place, value in results.items():
                    sheet, _, cell = place.partition("!")
                    if sheet == title:
                        content = _put(content, cell, value)
            new.writestr(entry, content)
    return buffer.getvalue()


def _put(content: bytes, cell: str, value: str) -> bytes:
    pattern = re.compile(rb'(<c r="%s"[^>]*?)(>)(<f>.*?</f>)<v\s*/?>(?:</v>)?' % cell.encode())
    text = not re.fullmatch(r"-?[0-9.]+(?:E[+-]?[0-9]+)?", value)
    kind = (b' t="e"' if value.startswith("#") else b' t="str"') if text else b""
    changed, count = pattern.subn(rb"\1" + kind + rb"\2\3<v>" + value.encode() + b"</v>", content)
    assert count == 1, (cell, content[:2000])
    return changed
