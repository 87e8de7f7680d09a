"""Tables without vertical rules: what parts their columns is where the words and figures stand."""

from __future__ import annotations

import pytest

from corpus.document.model import Document, Table
from corpus.readers.opening import read_bytes
from tests.corpus.pdf_files import Form, Key, Look, Typesetter, form

pytestmark = pytest.mark.needs("gbsn00lp")

PLAIN = Look(rules="none", size=9.5, padding=2.5)
SENTENCE = "全年预算安排和执行情况如下，数据来自部门决算报表。"


def read(table: Form, look: Look = PLAIN, *, caption: str = "", before: int = 1) -> Document:
    page = Typesetter(margin=56)
    for _ in range(before):
        page.paragraph(SENTENCE, size=14)
    if caption:
        page.centred(caption, 9.5)
    page.table(table, look)
    page.paragraph(SENTENCE, size=14)
    return read_bytes(page.done(), "甲.pdf")


def shape(table: Table) -> list[Key]:
    return [
        (c.row, c.column, c.row_span, c.column_span, "".join(c.text.split())) for c in table.cells if c.text
    ]


def wanted(table: Form) -> list[Key]:
    return sorted((*cell[:4], "".join(cell[4].split())) for cell in table.cells if cell[4])


def test_heads_set_close_beside_one_another_are_columns() -> None:
    key = form(
        [60, 70, 70, 62, 62],
        "县（区） | 预算数（万元） | 支出数（万元） | 计划里程（公里） | 完成里程（公里）",
        "甲县 | 3120.00 | 2986.44 | 86.4 | 84.2",
        "乙县 | 4380.00 | 4380.00 | 121.5 | 121.5",
    )
    (table,) = read(key).tables
    assert shape(table) == wanted(key)


def test_figures_set_close_beside_one_another_are_two_cells() -> None:
    key = form(
        [50, 66, 66, 66],
        "项目 | 调整预算 | 决算数 | 结余",
        "甲 | 21,340,000.00 | 19,589,385.60 | 1,750,614.40",
        "乙 | 11,592,720.00 | 11,307,099.13 | 285,620.87",
        "合计 | 32,932,720.00 | 30,896,484.73 | 2,036,235.27",
    )
    (table,) = read(key).tables
    assert shape(table) == wanted(key)


def test_a_row_of_dashes_and_a_word_set_wide_belong_to_the_table() -> None:
    key = form(
        [120, 80, 80, 80],
        "项　　目 | 上年决算 | 本年预算 | 本年决算",
        "合　　计 | 6.99 | 7.50 | 6.14",
        "出国费用 | — | — | —",
        "接待费用 | 2.87 | 3.00 | 2.15",
    )
    (table,) = read(key).tables
    assert shape(table) == wanted(key)


def test_a_table_of_counts_is_a_table() -> None:
    key = form(
        [90, 50, 70, 70, 70],
        "物资名称 | 单位 | 年初库存 | 本年购入 | 年末库存",
        "帐篷 | 顶 | 420 | 180 | 474",
        "棉被 | 床 | 3650 | 1200 | 2766",
        "水泵 | 台 | 26 | 8 | 31",
    )
    (table,) = read(key).tables
    assert shape(table) == wanted(key)


def test_a_numbered_caption_in_the_size_of_the_table_is_no_head() -> None:
    key = form(
        [90, 90, 90], "年份 | 支出（万元） | 增长（%）", "2022 | 55190.44 | 10.97", "2023 | 58642.71 | 6.26"
    )
    (table,) = read(key, caption="表1-2　近年支出情况").tables
    assert shape(table) == wanted(key)
    assert table.caption is not None
    assert table.caption.startswith("表1-2")


@pytest.mark.parametrize("rules", ["none", "three"])
def test_heads_of_three_rows_span_what_stands_below_them(rules: str) -> None:
    key = form(
        [90, 56, 56, 56, 56, 56, 56, 48],
        "项目|2024年度（万元）|>|>|>|>|>|执行率",
        "^|预算数|>|>|决算数|>|>|^",
        "^|人员经费|公用经费|小计|人员经费|公用经费|小计|^",
        "甲单位|100.25|20.10|120.35|99.05|18.40|117.45|97.59%",
        "乙单位|210.00|35.60|245.60|201.10|30.15|231.25|94.16%",
        "丙单位|58.20|9.90|68.10|58.20|9.90|68.10|100.00%",
    )
    (table,) = read(key, Look(rules=rules, heads=3, size=9.0, padding=2.0)).tables
    assert shape(table) == wanted(key)


def test_a_last_row_alone_on_the_next_page_belongs_to_the_table() -> None:
    rows = [f"第{n:02d}项 | {n * 37}.{n:02d} | {n * 53}.{n:02d}" for n in range(1, 40)]
    for count in range(30, 39):
        key = form([120, 120, 120], "项目 | 预算数 | 决算数", *rows[:count])
        document = read(key, Look(rules="none", repeat=1))
        (table,) = document.tables
        assert shape(table) == wanted(key)


def test_a_heading_between_two_tables_parts_them() -> None:
    page = Typesetter(margin=56)
    tables = [
        form(
            [120, 100, 100],
            "项目 | 预算数 | 决算数",
            *(f"{name} | {n}.50 | {n}.25" for n, name in enumerate("甲乙丙", start=seed)),
        )
        for seed in (10, 40)
    ]
    page.paragraph(SENTENCE, size=14)
    page.table(tables[0], PLAIN)
    page.y += 2
    page.paragraph("二、物资情况", size=14)
    page.table(tables[1], PLAIN)
    first, second = read_bytes(page.done(), "甲.pdf").tables
    assert (shape(first), shape(second)) == (wanted(tables[0]), wanted(tables[1]))


def test_a_row_of_a_label_alone_between_rules_does_not_cut_a_table() -> None:
    key = form(
        [150, 80, 80],
        "项目 | 预算数 | 决算数",
        "公务用车费 | 35.00 | 10.32",
        "其中：购置 |  | ",
        "运行维护 | 35.00 | 10.32",
    )
    (table,) = read(key, Look(rules="rows", size=9.5, padding=2.5)).tables
    assert shape(table) == wanted(key)
