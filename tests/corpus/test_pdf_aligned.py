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


def test_two_rows_of_labels_and_words_above_figures_are_two_rows() -> None:
    key = form(
        [90, 130, 90, 130],
        "项目名称 | 惠民补助资金 | 项目性质 | 经常性项目",
        "主管部门 | 市民政局 | 实施单位 | 市救助管理站及各县区救助管理站",
        "预算总额 | 11,178,000 | 实际支出 | 10,369,700",
        "其中：市级 | 4,500,000 | 预算执行率 | 92.77%",
        "县级 | 6,678,000 | 年末结余 | 808,300",
    )
    (table,) = read(key).tables
    assert shape(table) == wanted(key)


def test_a_head_broken_over_lines_stays_one_head() -> None:
    key = form(
        [60, 52, 52, 52, 60],
        "项目|2024年度预算数（万元）|2024年度决算数（万元）|比上年度增减（万元）|比上年度增减率（%）",
        "甲|120.00|118.50|3.10|2.69",
        "乙|80.00|76.20|-2.40|-3.05",
        "丙|46.00|46.00|1.20|2.68",
    )
    (table,) = read(key).tables
    assert shape(table) == wanted(key)


@pytest.mark.parametrize("padding", [1.0, 2.5, 6.0])
@pytest.mark.parametrize("head", ["其中：", "其中:", "其中：财政拨款"])
def test_a_head_that_says_of_which_is_a_head(head: str, padding: float) -> None:
    key = form(
        [100, 70, 90, 90, 90],
        f"支出项目|合计|{head}|>|>",
        "^|^|本级安排|上级补助|上年结转",
        "基本支出|320.50|300.00|12.50|8.00",
        "项目支出|180.20|100.10|60.10|20.00",
        "合计|500.70|400.10|72.60|28.00",
    )
    (table,) = read(key, Look(rules="none", size=9.5, padding=padding)).tables
    assert shape(table) == wanted(key)


@pytest.mark.parametrize("padding", [2.5, 6.0])
def test_a_head_stands_over_heads_of_one_line_and_of_more(padding: float) -> None:
    key = form(
        [60, 44, 44, 44, 36, 40, 40, 40, 44],
        "标段|合同价|审定价|审减|>|支付|>|>|支付比例（%）",
        "^|^|^|金额|审减率（%）|截至2024年末|2025年|累计|^",
        "一标段|1428.60|1396.42|32.18|2.25|571.44|755.16|1326.60|95.00",
        "二标段|903.75|868.30|35.45|3.92|361.50|463.38|824.88|95.00",
        "合计|2332.35|2264.72|67.63|2.90|932.94|1218.54|2151.48|95.00",
    )
    (table,) = read(key, Look(rules="none", size=8.5, padding=padding)).tables
    assert shape(table) == wanted(key)


@pytest.mark.parametrize("rules", ["none", "three"])
def test_a_head_over_single_heads_and_groups_spans_them_all(rules: str) -> None:
    key = form(
        [44, 46, 46, 46, 46, 46, 44, 46, 46],
        "项目|总投资|市级出资|>|>|>|>|>|>",
        "^|^|应出资|上年底累计|2021年|>|>|2021年底累计|>",
        "^|^|^|^|计划|实际|完成率|金额|进度",
        "甲线|334500|58540|52160|6380|6380|100.00%|58540|100.00%",
        "乙线|186200|44690|18050|12400|11630|93.79%|29680|66.41%",
        "丙线|52400|7340|1200|3650|2710|74.25%|3910|53.27%",
    )
    (table,) = read(key, Look(rules=rules, heads=3, size=9.0, padding=2.0)).tables
    assert shape(table) == wanted(key)


def test_a_caption_between_rules_of_one_width_parts_two_tables() -> None:
    page = Typesetter(margin=56)
    tables = [
        form(
            [120, 100, 100],
            "项目 | 预算数 | 决算数",
            *(f"{name} | {n}.50 | {n}.25" for n, name in enumerate("甲乙丙", start=seed)),
        )
        for seed in (10, 40)
    ]
    look = Look(rules="three", size=9.5, padding=2.5)
    page.paragraph(SENTENCE, size=14)
    page.table(tables[0], look)
    page.centred("表1-2　　各类物资情况", 9.5)
    page.table(tables[1], look)
    first, second = read_bytes(page.done(), "甲.pdf").tables
    assert (shape(first), shape(second)) == (wanted(tables[0]), wanted(tables[1]))


@pytest.mark.parametrize("padding", [1.5, 2.5, 6.0])
def test_heads_set_at_the_left_stand_over_what_has_no_other_head(padding: float) -> None:
    key = form(
        [70, 60, 60, 60, 60, 60, 60],
        "地区|火化数|>|免除金额|>|>|备注",
        "^|数量|占比|接运|冷藏|小计|^",
        "甲区|2846|33.00%|853.80|683.04|1536.84|12.00",
        "乙区|1795|20.81%|538.50|430.80|969.30|8.50",
        "丙县|3984|46.19%|1195.20|956.16|2151.36|9.75",
    )
    (table,) = read(key, Look(rules="none", size=9.5, padding=padding, centre=False)).tables
    assert shape(table) == wanted(key)
