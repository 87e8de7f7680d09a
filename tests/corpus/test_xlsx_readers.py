"""A workbook is read as its sheets look on paper: what is printed in the cells, in tables with their names and units."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from corpus.document.model import BlockKind, Document, Table
from corpus.errors import InputError
from corpus.readers import xlsx
from corpus.readers.opening import read_bytes
from tests.corpus.docx_files import repack
from tests.corpus.provenance import check
from tests.corpus.xlsx_files import build

SPENDING: list[list[Any]] = [
    ["2024年度支出情况表"],
    ["编制单位：某某中心", None, None, "单位：万元"],
    ["项目", "预算数", None, "决算数"],
    [None, "年初", "调整", None],
    ["人员经费", 2375.11, 2400, 2321.93],
    ["公用经费", 441.03, 450.1, 347.38],
    ["合计", "=SUM(B5:B6)", "=SUM(C5:C6)", "=SUM(D5:D6)"],
    ["注：数据来自决算报表"],
]


def amounts(book: Workbook) -> None:
    sheet = book.worksheets[0]
    for area in ("A1:D1", "A3:A4", "B3:C3", "D3:D4"):
        sheet.merge_cells(area)
    for row in sheet.iter_rows(min_row=5, max_row=7, min_col=2):
        for cell in row:
            cell.number_format = "#,##0.00"


RESULTS = {"支出!B7": "2816.1400000000003", "支出!C7": "2850.1", "支出!D7": "2669.31"}


def read(data: bytes) -> Document:
    document = read_bytes(data, "表.xlsx")
    check(document)
    return document


def shape(table: Table) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells]


def messages(document: Document) -> list[str]:
    return [issue.message for issue in document.issues]


def texts(document: Document) -> list[tuple[str, str]]:
    return [
        (block.kind.value, document.text[block.start : block.end])
        for block in document.blocks
        if block.table is None
    ]


def test_a_sheet_is_a_section_with_its_table_name_and_unit() -> None:
    document = read(build(("支出", SPENDING), dress=amounts, results=RESULTS))
    (table,) = document.tables
    assert shape(table) == [
        (0, 0, 2, 1, "项目"),
        (0, 1, 1, 2, "预算数"),
        (0, 3, 2, 1, "决算数"),
        (1, 1, 1, 1, "年初"),
        (1, 2, 1, 1, "调整"),
        (2, 0, 1, 1, "人员经费"),
        (2, 1, 1, 1, "2,375.11"),
        (2, 2, 1, 1, "2,400.00"),
        (2, 3, 1, 1, "2,321.93"),
        (3, 0, 1, 1, "公用经费"),
        (3, 1, 1, 1, "441.03"),
        (3, 2, 1, 1, "450.10"),
        (3, 3, 1, 1, "347.38"),
        (4, 0, 1, 1, "合计"),
        (4, 1, 1, 1, "2,816.14"),
        (4, 2, 1, 1, "2,850.10"),
        (4, 3, 1, 1, "2,669.31"),
    ]
    assert (table.caption, table.unit, table.header_rows) == ("2024年度支出情况表", "万元", 2)
    assert texts(document)[0] == ("heading", "支出")
    assert document.text.endswith("注：数据来自决算报表")
    assert document.issues == ()
    assert (document.format, document.pages, document.runs) == ("xlsx", (), ())
    assert all(block.page is None for block in document.blocks)
    assert [b.section for b in document.blocks if b.table] == [("支出",)]


def test_a_head_over_the_whole_table_below_the_unit_is_no_title() -> None:
    rows: list[list[Any]] = [
        ["“三公”经费表"],
        ["单位：万元"],
        ["预算数"],
        ["合计", "出国（境）费", "公务接待费"],
        [26.5, 0, 2.5],
    ]
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    for area in ("A1:C1", "A2:C2", "A3:C3"):
        book.worksheets[0].merge_cells(area)
    out = io.BytesIO()
    book.save(out)
    table = read(out.getvalue()).tables[0]
    assert (table.caption, table.unit, table.rows, table.header_rows) == ("“三公”经费表", "万元", 3, 2)


def test_formulas_stay_as_evidence_behind_their_results() -> None:
    document = read(build(("支出", SPENDING), dress=amounts, results=RESULTS))
    (table,) = document.tables
    total = table.at(4, 1)
    assert total is not None
    assert total.origin is not None
    assert (total.origin.address, total.origin.formula) == ("支出!B7", "=SUM(B5:B6)")


def test_plain_sums_without_a_saved_result_are_added_up_and_said() -> None:
    document = read(build(("支出", SPENDING), dress=amounts))
    assert [c.text for c in document.tables[0].cells][-4:] == ["合计", "2,816.14", "2,850.10", "2,669.31"]
    assert messages(document) == ["工作表“支出”的公式没有保存结果，已按求和公式算出：B7、C7、D7"]


def test_other_formulas_without_a_saved_result_are_not_guessed() -> None:
    rows = [["项目", "金额", "占比"], ["甲", 10, "=B2/B3"], ["合计", "=B2+B4", "=SUM(C2)"], ["乙", 5, None]]
    document = read(build(("表", rows)))
    assert [c.text for c in document.tables[0].cells] == [
        *("项目", "金额", "占比", "甲", "10", "", "合计", "15", "", "乙", "5", ""),
    ]
    assert messages(document) == [
        "工作表“表”的公式没有保存结果，已按求和公式算出：B3",
        "工作表“表”的公式没有保存结果，未读取：C2、C3；请用 Excel 或 WPS 打开并保存后再试",
    ]


def test_a_sum_that_goes_in_a_circle_is_not_computed() -> None:
    document = read(build(("表", [["项目", "金额"], ["甲", "=SUM(B3)"], ["乙", "=SUM(B2)"]])))
    assert any("未读取：B2、B3" in message for message in messages(document))


def test_the_printed_precision_counts_and_not_the_stored_one() -> None:
    rows = [["项目", "执行率", "日期", "金额"], ["甲", 0.8213456, datetime(2025, 4, 17), 20039.016]]

    def dress(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet["B2"].number_format = "0.00%"
        sheet["C2"].number_format = 'yyyy"年"m"月"d"日"'
        sheet["D2"].number_format = "#,##0.00"

    document = read(build(("表", rows), dress=dress))
    assert [c.text for c in document.tables[0].cells][4:] == ["甲", "82.13%", "2025年4月17日", "20,039.02"]


def test_a_date_in_a_format_that_only_a_chinese_excel_knows_by_number_is_a_date() -> None:
    data = build(
        ("表", [["项目", "日期"], ["甲", 45764]]),
        dress=lambda book: setattr(book.worksheets[0]["B2"], "number_format", "0.000"),
    )
    styles = _part(data, "xl/styles.xml").replace(b'formatCode="0.000"', b'formatCode="General"')
    assert b'numFmtId="164"' in styles
    changed = repack(data, **{"xl/styles.xml": styles.replace(b'xf numFmtId="164"', b'xf numFmtId="31"')})
    assert "2025年4月17日" in read(changed).text


def _part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def test_hidden_sheets_rows_columns_and_white_cells_are_kept_apart_and_said() -> None:
    rows = [["项目", "金额", "底数"], ["甲", 1, 7], ["乙", 2, 8], ["合计", 3, 15], ["密", None, None]]

    def dress(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["C"].hidden = True
        sheet["A5"].font = Font(color="FFFFFFFF")
        book.worksheets[1].sheet_state = "hidden"

    document = read(build(("明", rows), ("暗", [["暗中", 99]]), dress=dress))
    (table,) = document.tables
    assert [c.text for c in table.cells] == ["项目", "金额", "甲", "1", "合计", "3"]
    assert table.partial
    assert messages(document) == [
        "工作表“明”有隐藏的列、隐藏的行、白色文字，未计入正文；合计数可能包含它们",
        "工作表“暗”是隐藏的，未计入正文",
    ]
    assert {aside.where: aside.text for aside in document.asides} == {
        "工作表“明”中隐藏的列": "底数\t7\t15",
        "工作表“明”中隐藏的行": "乙\t2\t8",
        "工作表“明”中白色文字": "密",
        "隐藏的工作表“暗”": "暗中\t99",
    }


def test_white_words_on_a_coloured_ground_are_read() -> None:
    def dress(book: Workbook) -> None:
        for cell in book.worksheets[0][1]:
            cell.font = Font(color="FFFFFFFF")
            cell.fill = PatternFill("solid", fgColor="FF1F4E79")

    document = read(build(("表", [["项目", "金额"], ["甲", 1.5]]), dress=dress))
    assert document.tables[0].cells[0].text == "项目"
    assert document.issues == ()


def test_a_sum_over_all_visible_rows_is_no_partial_table() -> None:
    assert not read(build(("支出", SPENDING), dress=amounts, results=RESULTS)).tables[0].partial


def test_blank_rows_part_tables_and_each_keeps_its_own_name_and_unit() -> None:
    rows = [
        ["收入情况表", None, None],
        ["单位：元"],
        ["项目", "预算", "决算"],
        ["拨款", 10.5, 10.5],
        [],
        ["人员情况表"],
        ["单位：人"],
        ["类别", "编制", "实有"],
        ["行政", 20, 18],
    ]
    first, second = read(build(("表", rows))).tables
    assert (first.caption, first.unit) == ("收入情况表", "元")
    assert second.caption == "人员情况表"
    assert [c.text for c in second.cells] == ["类别", "编制", "实有", "行政", "20", "18"]


def test_a_blank_row_inside_a_list_of_figures_does_not_cut_it() -> None:
    rows = [["项目", "预算", "决算"], ["甲", 1, 2], ["乙", 3, 4], [], ["丙", 5, 6], ["合计", 9, 12]]
    (table,) = read(build(("表", rows))).tables
    assert [c.text for c in table.cells if c.column == 0] == ["项目", "甲", "乙", "丙", "合计"]


def test_two_tables_beside_one_another_stay_two() -> None:
    rows = [
        ["项目", "金额", None, "指标", "得分"],
        ["甲", 1, None, "数量", 9],
        ["乙", 2, None, "质量", 8],
    ]
    first, second = read(build(("表", rows))).tables
    assert [c.text for c in first.cells] == ["项目", "金额", "甲", "1", "乙", "2"]
    assert [c.text for c in second.cells] == ["指标", "得分", "数量", "9", "质量", "8"]


def test_error_values_comments_and_charts_are_named() -> None:
    def dress(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet["A2"].comment = Comment("请核实", "审")
        sheet.add_chart(BarChart(), "E2")

    rows = [["项目", "比率"], ["甲", "=1/0"], ["乙", 2]]
    document = read(build(("表", rows), dress=dress, results={"表!B2": "#DIV/0!"}))
    assert messages(document) == [
        "工作表“表”有公式错误值：B2 #DIV/0!",
        "工作表“表”有 1 条批注，未计入正文",
        "工作表“表”有 1 幅图片或图表，图中文字未读取",
    ]


def test_a_form_of_merged_labels_keeps_its_spans() -> None:
    rows = [
        ["部门整体支出绩效自评表", None, None, None],
        ["一级指标", "二级指标", "三级指标", "得分"],
        ["产出指标", "数量指标", "培训人次", 9.5],
        [None, None, "检查次数", 10],
        [None, "质量指标", "合格率", 10],
        ["总分", None, None, 29.5],
    ]

    def dress(book: Workbook) -> None:
        for area in ("A1:D1", "A3:A5", "B3:B4", "A6:C6"):
            book.worksheets[0].merge_cells(area)

    (table,) = read(build(("表", rows), dress=dress)).tables
    assert table.caption == "部门整体支出绩效自评表"
    assert [(c.text, c.row_span, c.column_span) for c in table.cells if c.row_span * c.column_span > 1] == [
        ("产出指标", 3, 1),
        ("数量指标", 2, 1),
        ("总分", 1, 3),
    ]


def test_a_sheet_of_one_column_is_text() -> None:
    document = read(build(("说明", [["一、编制说明"], ["本表由各科室填报，支出12.50万元。"]])))
    assert document.tables == ()
    assert texts(document)[-1] == ("paragraph", "本表由各科室填报，支出12.50万元。")


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MOST_PLACES", 3)
    with pytest.raises(InputError, match="超出可处理的大小"):
        read_bytes(build(("表", [["甲", 1], ["乙", 2]])), "表.xlsx")


def test_a_cell_at_the_far_end_of_a_sheet_costs_nothing() -> None:
    def dress(book: Workbook) -> None:
        book.worksheets[0].cell(1_000_000, 16_000, "远")

    assert "远" in read(build(("表", [["项目", "金额"], ["甲", 1]]), dress=dress)).text


def test_a_merged_area_of_the_whole_sheet_is_refused() -> None:
    data = build(("表", [["项目", "金额"]]), dress=lambda book: book.worksheets[0].merge_cells("A1:B1"))
    sheet = _part(data, "xl/worksheets/sheet1.xml").replace(b'"A1:B1"', b'"A1:XFD1048576"')
    with pytest.raises(InputError, match="超出可处理的大小"):
        read_bytes(repack(data, **{"xl/worksheets/sheet1.xml": sheet}), "表.xlsx")


def test_an_empty_workbook_says_so() -> None:
    with pytest.raises(InputError, match="没有可读的文字"):
        read_bytes(build(("表", [])), "表.xlsx")


@pytest.mark.parametrize("seed", range(25))
def test_a_damaged_workbook_is_read_or_refused_and_nothing_else(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(build(("支出", SPENDING), dress=amounts, results=RESULTS))
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        document = read_bytes(bytes(data), "甲.xlsx")
    except InputError as error:
        assert "\n" not in str(error)
    else:
        check(document)


CELLS = (
    st.none() | st.integers(-(10**6), 10**6) | st.text("甲乙丙年度：12.5%", max_size=6) | st.floats(-1e6, 1e6)
)


@settings(max_examples=40)
@given(st.lists(st.lists(CELLS, max_size=6), max_size=12))
def test_every_quote_of_any_sheet_is_where_it_is_said_to_be(rows: list[list[Any]]) -> None:
    rows = [[v if not isinstance(v, str) or not v.startswith("=") else None for v in row] for row in rows]
    try:
        document = read_bytes(build(("表", rows)), "表.xlsx")
    except InputError as error:
        assert "没有可读的文字" in str(error)
        return
    check(document)
    words = [v.strip() for row in rows for v in row if isinstance(v, str) and v.strip()]
    assert all(word in document.text for word in words)
    assert any(block.kind is BlockKind.HEADING for block in document.blocks)
