"""Tables of a PDF come out cell by cell as they were typeset, however they are ruled and wherever a page ends."""

from __future__ import annotations

import random

import pytest

from corpus.document.model import Document, Table
from corpus.readers.opening import read_bytes
from tests.corpus.pdf_files import Form, Key, Look, Typesetter, form
from tests.corpus.provenance import check, check_boxes

pytestmark = pytest.mark.needs("gbsn00lp")

SPENDING = form(
    [120, 110, 110, 110],
    "项目 | 预算数 | > | 决算数",
    "^ | 年初 | 调整 | ^",
    "人员经费 | 2375.11 | 2400.00 | 2321.93",
    "公用经费 | 441.03 | 450.10 | 347.38",
    "合计 | 2816.14 | 2850.10 | 2669.31",
)
INDICATORS = form(
    [60, 70, 110, 60, 90, 60],
    "一级指标 | 二级指标 | 三级指标 | 分值 | 实际完成值 | 得分",
    "产出指标 | 数量指标 | 培训人次 | 10 | 1200人次 | 10",
    "^ | ^ | 检查次数 | 10 | 24次 | 9.5",
    "^ | 质量指标 | 合格率 | 10 | 98.50% | 10",
    "^ | 时效指标 | 完成及时率 | 20 | 100% | 20",
    "效益指标 | 社会效益 | 群众知晓率 | 40 | 91.20% | 38",
    "总分 | > | > | 100 |  | 87.5",
)


def read(data: bytes) -> Document:
    document = read_bytes(data, "表.pdf")
    check(document)
    check_boxes(document, data)
    return document


def shape(table: Table) -> list[Key]:
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells]


def around(look: Look, key: Form = SPENDING, **settings: float) -> Document:
    page = Typesetter(**settings)  # type: ignore[arg-type]
    page.paragraph("一、支出情况").paragraph("本年支出情况详见下表：").centred("支出情况表")
    page.right("单位：万元", 10.5).table(key, look).paragraph("以上为全部支出。")
    return read(page.done())


@pytest.mark.parametrize("sides", [True, False], ids=["closed", "open at both sides"])
@pytest.mark.parametrize("rules", ["strokes", "rects", "dashes", "double"])
def test_a_ruled_table_with_merged_heads_is_read_cell_by_cell(rules: str, sides: bool) -> None:
    document = around(Look(rules=rules, sides=sides))
    (table,) = document.tables
    assert shape(table) == sorted(SPENDING.cells)
    assert (table.caption, table.unit, table.header_rows) == ("支出情况表", "万元", 2)


@pytest.mark.parametrize("rules", ["rows", "three", "none"])
def test_a_table_without_upright_rules_is_read_by_where_its_words_stand(rules: str) -> None:
    document = around(Look(rules=rules, heads=2))
    (table,) = document.tables
    assert shape(table) == sorted(SPENDING.cells)
    assert (table.caption, table.unit, table.header_rows) == ("支出情况表", "万元", 2)
    assert document.text.endswith("以上为全部支出。")


@pytest.mark.parametrize("rules", ["rows", "three", "none"])
def test_words_set_to_the_left_fall_into_the_same_columns(rules: str) -> None:
    key = form(
        [130, 90, 90, 90],
        "支出功能分类 | 预算数 | 决算数 | 完成率",
        "一般公共服务支出 | 1200.50 | 1100.25 | 91.65%",
        "教育支出 | 80.00 | 80.00 | 100.00%",
        "社会保障和就业支出 | 95.10 | - | -",
        "合计 | 1375.60 | 1180.25 | 85.80%",
    )
    (table,) = around(Look(rules=rules, centre=False), key).tables
    assert shape(table) == sorted(key.cells)


def test_a_label_that_takes_two_lines_between_rules_is_one_cell() -> None:
    key = form(
        [110, 100, 100],
        "项目名称 | 预算数 | 决算数",
        "信息系统运行维护和安全服务经费 | 120.00 | 118.50",
        "培训费 | 8.00 | 7.20",
        "基层公共服务标准化建设专项经费 | 30.00 | 12.40",
    )
    (table,) = around(Look(rules="rows"), key).tables
    assert shape(table) == sorted(key.cells)


def test_columns_of_prose_and_a_cover_are_no_table() -> None:
    page = Typesetter(number=None)
    page.centred("部门整体支出绩效自评报告", 22)
    for line in ("单位名称：        某某中心", "填报日期：        2025年3月1日", "联 系 人：        李某"):
        page.paragraph(line, 4)
    page.new_page().paragraph("全年预算收入1200.50万元，支出1100.25万元，执行率91.65%。" * 6)
    page.paragraph("填表人：张某        填报日期：2025.3.1        电话：00000000", 0)
    assert read(page.done()).tables == ()


def test_contents_without_leaders_are_no_table() -> None:
    page = Typesetter(number=None)
    page.centred("目录")
    for n, title in enumerate(("一、基本情况", "二、预算执行", "三、绩效分析", "四、存在问题", "五、附件")):
        page.text(page.margin, page.y, title)
        page.text(480, page.y, str(n * 3 + 1))
        page.y += page.leading
    assert read(page.done()).tables == ()


def test_merged_first_columns_and_a_total_over_three_columns() -> None:
    (table,) = around(Look(), INDICATORS).tables
    assert shape(table) == sorted(INDICATORS.cells)


def test_heads_of_three_rows() -> None:
    key = form(
        [90, 70, 70, 70, 70, 70],
        "项目 | 本年支出 | > | > | > | 备注",
        "^ | 基本支出 | > | 项目支出 | > | ^",
        "^ | 预算 | 决算 | 预算 | 决算 | ^",
        "甲单位 | 10.00 | 9.50 | 20.00 | 18.25 | 无",
        "乙单位 | 11.00 | 10.50 | 21.00 | 17.75 | 无",
    )
    (table,) = around(Look(), key).tables
    assert shape(table) == sorted(key.cells)
    assert table.header_rows == 3


def long_form(rows: int) -> Form:
    lines = [
        f"第{n:02d}项 | {n * 13 % 97}.{n:02d} | 完成了第{n}批设备的采购和安装，经费按合同支付"
        for n in range(rows)
    ]
    return form([80, 90, 220], "事项 | 金额 | 说明", *lines)


@pytest.mark.parametrize("repeat", [0, 1], ids=["head once", "head repeated"])
@pytest.mark.parametrize("rules", ["strokes", "rects", "rows", "three", "none"])
def test_a_table_over_three_pages_is_one_table_with_its_head_once(rules: str, repeat: int) -> None:
    key = long_form(55)
    document = around(Look(rules=rules, repeat=repeat, centre=False, size=11), key)
    (table,) = document.tables
    assert shape(table) == sorted(key.cells)
    assert {cell.page for cell in table.cells} == {1, 2, 3}
    assert [page.label for page in document.pages] == ["1", "2", "3"]


def test_a_row_broken_by_the_page_is_one_row() -> None:
    words = "按照年度计划完成系统升级、数据迁移与安全加固，" * 9
    lines = [f"第{n}项 | {n}.50 | {words[: 40 + n * 31 % 150]}" for n in range(1, 14)]
    key = form([70, 60, 180], "事项 | 金额 | 说明", *lines)
    (table,) = around(Look(breaks_rows=True, middle=False, centre=False), key).tables
    assert shape(table) == sorted(key.cells)


def test_a_merged_label_goes_on_over_the_page() -> None:
    rows = [f"{'产出指标' if n == 0 else '^'} | 指标{n:02d} | {n}.5" for n in range(45)]
    key = form([90, 120, 90], "一级指标 | 三级指标 | 得分", *rows)
    (table,) = around(Look(repeat=1), key).tables
    assert shape(table) == sorted(key.cells)


def test_two_tables_one_right_below_the_other_stay_two() -> None:
    other = form([150, 150, 150], "指标 | 目标 | 实际", "满意度 | 90% | 95%", "及时率 | 95% | 97%")
    page = Typesetter()
    page.table(SPENDING)
    page.y -= 2
    page.table(other)
    first, second = read(page.done()).tables
    assert (shape(first), shape(second)) == (sorted(SPENDING.cells), sorted(other.cells))


def test_two_tables_side_by_side_stay_two() -> None:
    left = form([60, 60, 60], "项目 | 预算 | 决算", "甲 | 1.00 | 2.00", "乙 | 3.00 | 4.00")
    right = form([60, 60, 60], "指标 | 目标 | 实际", "丙 | 5 | 6", "丁 | 7 | 8")
    page = Typesetter()
    page.paragraph("见下：")
    top = page.y
    page.table(left)
    page.y, page.margin = top, 320.0
    page.table(right)
    first, second = read(page.done()).tables
    assert (shape(first), shape(second)) == (sorted(left.cells), sorted(right.cells))


def test_a_frame_around_words_is_no_table() -> None:
    page = Typesetter()
    page.paragraph("一、概况")
    top = page.y - 6
    page.paragraph("本单位职责为统筹全市数据资源，编制人数20人。", 0)
    for xa, ya, xb, yb in ((66, top, 530, top), (66, page.y, 530, page.y), (66, top, 66, page.y)):
        page.line(xa, ya, xb, yb)
    page.line(530, top, 530, page.y)
    document = read(page.done())
    assert document.tables == ()
    assert "编制人数20人" in document.text


def test_a_figure_broken_over_two_lines_of_a_cell_is_one_figure() -> None:
    key = form([120, 48, 120], "项目 | 金额 | 备注", "专项经费 | 12345678.90 | 无", "合计 | 12345678.90 | 无")
    (table,) = around(Look(), key).tables
    assert [c.text for c in table.cells if c.column == 1] == ["金额", "12345678.90", "12345678.90"]


def test_a_vertical_label_of_single_characters_is_one_word() -> None:
    key = form([20, 120, 120], "年\n度\n目\n标 | 预期 | 实际", "^ | 完成3项 | 完成3项")
    (table,) = around(Look(), key).tables
    assert table.cells[0].text == "年度目标"


@pytest.mark.parametrize("seed", range(16))
def test_tables_of_any_make_up_are_read_cell_by_cell(seed: int) -> None:
    chance = random.Random(seed)
    columns = chance.randint(3, 6)
    widths = [chance.choice([70, 80, 90]) for _ in range(columns)]
    heads = chance.choice([1, 2])
    names = ["名称", "年初预算", "调整预算", "决算数", "执行率", "结余"]
    rows = [" | ".join(names[:columns])]
    if heads == 2:
        rows = [
            " | ".join(["名称", "预算情况", ">", *["其他"] * (columns - 3)][:columns]),
            " | ".join(["^", "年初", "调整", *["^"] * (columns - 3)][:columns]),
        ]
    for n in range(chance.randint(2, 50)):
        figures = [f"{chance.randint(0, 99999) / 100:.2f}" for _ in range(columns - 1)]
        rows.append(" | ".join([f"第{n + 1}项", *figures]))
    rules = chance.choice(["strokes", "rects", "dashes", "rows", "three", "none"])
    look = Look(
        rules=rules,
        sides=chance.random() < 0.7,
        # A head set to the left over two columns shows its reach only by a rule.
        centre=chance.random() < 0.6 or (heads == 2 and rules in ("three", "none")),
        repeat=chance.choice([0, heads]),
        heads=heads,
        size=chance.choice([9.0, 10.5, 12.0]),
    )
    key = form(widths, *rows)
    (table,) = around(look, key).tables
    assert shape(table) == sorted(key.cells)
