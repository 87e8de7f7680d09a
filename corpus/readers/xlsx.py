"""XLSX → RawDocument: every visible sheet a section with its tables, every figure as it is printed in its cell.

The stored value stays behind the printed one; formulas are read by the result that was saved with them.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

import openpyxl
from openpyxl.utils import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from corpus.document.model import Aside, ReadIssue
from corpus.document.raw import RawDocument, RawParagraph, RawTable, RawText
from corpus.errors import InputError
from corpus.readers.xlsx_cells import Found, SheetReader
from corpus.readers.xlsx_layout import blocks_of

# What openpyxl, its XML parser and zipfile raise on a damaged package.
_DAMAGE = (
    *(InvalidFileException, zipfile.BadZipFile, zlib.error, OSError, EOFError),
    *(LookupError, ValueError, AttributeError, TypeError, NotImplementedError, AssertionError, SyntaxError),
)
_MOST_PLACES = 400_000
_MANY_PLACES = 50_000
_MOST_SHEETS = 300
_CELL = re.compile(rb"<(?:\w+:)?(?:c|row)[\s/>]")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([^\"']+)")
_BLANK_CELL = re.compile(rb"<c\s[^<>]*/>")
_BLANK_ROW = re.compile(rb"<row\b[^<>]*(?:/>|>\s*</row>)")
_SHEET = "xl/worksheets/sheet"
_NAMED = 5


def read(data: bytes) -> RawDocument:
    """Read a workbook. There are no pages, so every page is None and no places are given.

    Raises: InputError if the file is damaged, is not a workbook, or holds far more cells than a report.
    """
    data = _bounded(data)
    try:
        typed = openpyxl.load_workbook(io.BytesIO(data))
        saved = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        return _document(typed, saved)
    except _DAMAGE as error:
        raise InputError(
            "文件已损坏或不是 Excel 工作簿，无法打开；请用 Excel 或 WPS 打开后另存为 .xlsx 再试"
        ) from error


def _bounded(data: bytes) -> bytes:
    """Return the workbook, without rows and cells that hold nothing where it has very many of them.

    Rows, cells and merged places are counted before any is made into an object of its own: a sheet whose million rows
    were once formatted is common. Raises: InputError if it is damaged or what is left is still far too much.
    """
    try:
        places, sheets = _places(data)
        if places > _MANY_PLACES:
            data = _without_blanks(data)
            places, sheets = _places(data)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise InputError("文件已损坏，无法打开；请用 Excel 或 WPS 打开后另存为 .xlsx 再试") from error
    if places > _MOST_PLACES or sheets > _MOST_SHEETS:
        raise InputError(
            f"工作簿有 {sheets} 张工作表、{places} 个单元格，超出可处理的大小；请只保留需要审核的工作表后再试"
        )
    return data


def _places(data: bytes) -> tuple[int, int]:
    """Return how many rows, cells and merged places there are, and how many sheets."""
    places = 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith(_SHEET)]
        for name in sheets:
            content = archive.read(name)
            places += sum(1 for _ in _CELL.finditer(content))
            places += sum(_area(ref) for ref in _MERGED.findall(content))
    return places, len(sheets)


def _without_blanks(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename.startswith(_SHEET):
                content = _BLANK_ROW.sub(b"", _BLANK_CELL.sub(b"", content))
            new.writestr(entry.filename, content)
    return buffer.getvalue()


def _area(reference: bytes) -> int:
    try:
        left, top, right, bottom = range_boundaries(reference.decode("ascii", "replace"))
    except ValueError:
        return 0
    if left is None or top is None or right is None or bottom is None:
        return _MOST_PLACES
    return (right - left + 1) * (bottom - top + 1)


def _document(typed: Workbook, saved: Workbook) -> RawDocument:
    blocks: list[RawParagraph | RawTable] = []
    issues: list[ReadIssue] = []
    asides: list[Aside] = []
    for sheet in typed.worksheets:
        reader = SheetReader(typed, sheet, saved[sheet.title])
        if sheet.sheet_state != "visible":
            text = reader.everything()
            if text:
                issues.append(ReadIssue(f"工作表“{sheet.title}”是隐藏的，未计入正文"))
                asides.append(Aside(f"隐藏的工作表“{sheet.title}”", text))
            continue
        found = reader.read()
        inner = blocks_of(found.cells, found.gaps)
        if inner:
            blocks.append(RawParagraph(RawText(sheet.title), style_level=1))
            blocks += inner
        issues += [ReadIssue(message) for message in _messages(sheet, found)]
        asides += [Aside(f"工作表“{sheet.title}”中{what}", text) for what, text in found.hidden]
    for chart in typed.chartsheets:
        issues.append(ReadIssue(f"工作表“{chart.title}”是图表，未读取"))
    return RawDocument(blocks=tuple(blocks), issues=tuple(issues), asides=tuple(asides))


def _messages(sheet: Worksheet, found: Found) -> Iterator[str]:
    at = f"工作表“{sheet.title}”"
    if found.hidden:
        kinds = "、".join(dict.fromkeys(what for what, _ in found.hidden))
        yield f"{at}有{kinds}，未计入正文；合计数可能包含它们"
    if found.summed:
        yield f"{at}的公式没有保存结果，已按求和公式算出：{_named(found.summed)}"
    if found.unsaved:
        yield f"{at}的公式没有保存结果，未读取：{_named(found.unsaved)}；请用 Excel 或 WPS 打开并保存后再试"
    if found.errors:
        yield f"{at}有公式错误值：{_named(found.errors)}"
    if found.comments:
        yield f"{at}有 {found.comments} 条批注，未计入正文"
    pictures = len(getattr(sheet, "_images", ())) + len(getattr(sheet, "_charts", ()))
    if pictures:
        yield f"{at}有 {pictures} 幅图片或图表，图中文字未读取"


def _named(places: list[str]) -> str:
    shown = "、".join(places[:_NAMED])
    return shown if len(places) <= _NAMED else f"{shown} 等 {len(places)} 处"
