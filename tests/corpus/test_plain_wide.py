"""Lines whose cells stand apart: rows with blank and merged cells placed where that is sure, and refused where not."""

from __future__ import annotations

import pytest

from corpus.document.raw import RawParagraph, RawTable
from corpus.readers.plain_tables import rebuilt


def table_of(*lines: str) -> RawTable:
    (block,) = rebuilt(lines)
    assert isinstance(block, RawTable)
    return block


def rows_of(*lines: str) -> list[dict[int, str]]:
    table = table_of(*lines)
    rows: list[dict[int, str]] = [{} for _ in range(table.rows)]
    for cell in table.cells:
        if cell.body.text:
            rows[cell.row][cell.column] = cell.body.text
    return rows


def spans_of(*lines: str, rows: int = 2) -> list[tuple[int, int, int, int]]:
    cells = table_of(*lines).cells
    return [(c.row, c.column, c.row_span, c.column_span) for c in cells if c.row < rows]


FORM = (
    "一级指标  二级指标  三级指标  年度指标值  实际完成值  分值  得分  偏差原因",
    "产出指标（50分）  数量指标  修渠条数  12条  11条  10  9.2  一条在建",
    "修渠里程  40.5公里  41公里  20  20  雨季前完工",
    "质量指标  验收合格率  ≥95%  96.00%  20  20",
    "满意度指标（10分）  群众满意度  ≥90%  95%  10  10",
    "总　分  60  59.2",
)


def test_rows_of_a_form_are_placed_by_kind_and_labels_merged_downwards_span_them() -> None:
    rows = rows_of(*FORM)
    assert rows[2] == {
        2: "修渠里程",
        3: "40.5公里",
        4: "41公里",
        5: "20",
        6: "20",
        7: "雨季前完工",
    }
    assert rows[3][1] == "质量指标"
    assert rows[4] == {0: "满意度指标（10分）", 2: "群众满意度", 3: "≥90%", 4: "95%", 5: "10", 6: "10"}
    assert rows[5] == {0: "总分", 5: "60", 6: "59.2"}
    table = table_of(*FORM)
    assert not table.partial
    assert [c.row_span for c in table.cells if c.body.text in ("产出指标（50分）", "数量指标")] == [3, 2]


@pytest.mark.parametrize("row", ["修渠里程  40.5公里  20  20", "修渠里程  41公里  9"])
def test_a_row_of_a_form_stays_one_cell_where_a_value_may_be_aim_or_result(row: str) -> None:
    table = table_of(*FORM[:2], row, *FORM[3:])
    assert [c.column_span for c in table.cells if c.body.text == row] == [8]
    assert table.partial


def test_a_form_needs_no_full_row_where_its_heads_say_what_they_hold() -> None:
    rows = rows_of(
        "一级指标  三级指标  得分  权重  扣分原因",
        "投入  目标合理性  3  3%",
        "目标明确性  4  5%",
        "合计  7  8%",
    )
    assert rows[2] == {1: "目标明确性", 2: "4", 3: "5%"}
    assert rows[3] == {0: "合计", 2: "7", 3: "8%"}


def test_a_score_above_its_points_is_not_read_where_a_cell_is_left_out() -> None:
    row = "保洁面积  10  186000"
    table = table_of(
        "指标名称  目标值  实际值  分值  得分", "清运量  500  510  10  9", "处理率  90%  91%  10  10", row
    )
    assert table.cells[-1].column_span == 5


AMOUNTS = (
    "项目  预算  合同  已付  未付  支付率",
    "甲  486.00  472.35  330.64  141.71  70.00%",
    "乙  1260.00  1198.40  958.72  239.68  80.00%",
)


def test_what_full_rows_do_in_their_columns_places_a_row_with_a_blank() -> None:
    rows = rows_of(*AMOUNTS, "丙  215.00  209.80  209.80  100.00%")
    assert rows[3] == {0: "丙", 1: "215.00", 2: "209.80", 3: "209.80", 5: "100.00%"}


def test_a_row_that_keeps_no_law_of_the_columns_stays_one_cell() -> None:
    table = table_of(*AMOUNTS, "丙  215.00  209.80  209.80  97.00%")
    assert table.partial
    assert table.cells[-1].column_span == 6


LIST = (
    "作物  标准（元/亩）  面积（亩）  预算（元）  结余（元）",
    "稻  150  186420.5  28200000  236925",
    "麦  80  64215.0  5200000  62800",
)


def test_a_total_without_all_cells_is_placed_by_the_sums_of_its_columns() -> None:
    assert rows_of(*LIST, "合计  250635.5  33400000  299725")[3] == {
        0: "合计",
        2: "250635.5",
        3: "33400000",
        4: "299725",
    }


def test_a_total_with_one_wrong_figure_is_placed_by_the_others() -> None:
    assert rows_of(*LIST, "合计  250635.5  33900000  299725")[3][3] == "33900000"


def test_a_total_that_is_no_sum_stays_one_cell() -> None:
    assert table_of(*LIST, "合计  250000.5  33900000  299000").partial


def test_a_row_that_is_the_sum_of_rows_above_it_is_placed() -> None:
    quarters = (
        "季度  观众（人次）  占全年（%）  收入（万元）",
        "一季度  182640  20.44  36.85",
        "二季度  241305  27.00  52.10",
        "三季度  318722  35.67  71.46",
    )
    assert rows_of(*quarters, "其中：上半年  423945  88.95")[4] == {
        0: "其中：上半年",
        1: "423945",
        3: "88.95",
    }
    assert table_of(*quarters, "其中：上半年  423946  88.96").partial


def test_rows_that_together_are_the_row_above_them_are_placed() -> None:
    funds = (
        "资金申请  年初预算数  全年预算数  全年执行数  分值  得分",
        "年度总额  780.16  804.50  742.33  10  9.2",
    )
    rows = rows_of(*funds, "一般公共预算  789.50  728.93", "其他资金  15.00  13.40")
    assert rows[2:] == [
        {0: "一般公共预算", 2: "789.50", 3: "728.93"},
        {0: "其他资金", 2: "15.00", 3: "13.40"},
    ]


def test_a_row_without_its_place_is_placed_where_only_so_the_total_is_right() -> None:
    sides = (
        "项目  预算数  项目  预算数",
        "一、拨款  300.00  一、社会保障  280.00",
        "二、其他  96.50",
        "收入合计  396.50  支出合计  280.00",
    )
    assert rows_of(*sides)[2] == {0: "二、其他", 1: "96.50"}
    assert table_of(*sides[:3], "收入合计  386.50  支出合计  280.00").partial


def test_rows_under_codes_are_placed_where_their_codes_add_up() -> None:
    rows = rows_of(
        "科目编码  科目名称  合计  基本支出  项目支出",
        "合计  737.45  477.45  260.00",
        "201  一般公共服务  672.00  412.00  260.00",
        "20126  档案事务  672.00  412.00  260.00",
        "2012601  行政运行  412.00  412.00",
        "2012604  档案馆  260.00  260.00",
        "208  社会保障  65.45  65.45",
    )
    assert rows[4] == {0: "2012601", 1: "行政运行", 2: "412.00", 3: "412.00"}
    assert rows[5] == {0: "2012604", 1: "档案馆", 2: "260.00", 4: "260.00"}
    assert rows[6] == {0: "208", 1: "社会保障", 2: "65.45", 3: "65.45"}


def test_labels_numbered_behind_them_place_a_blank_amount() -> None:
    rows = rows_of(
        "收　　入  支　　出",
        "项目  行次  决算数  项目  行次  决算数",
        "一、拨款  1  98.41  一、服务  3  72.11",
        "二、补助  2  二、保障  4  26.30",
    )
    assert rows[3] == {0: "二、补助", 1: "2", 3: "二、保障", 4: "4", 5: "26.30"}


@pytest.mark.parametrize(
    ("lines", "spans"),
    [
        pytest.param(
            (
                "县区  接种  拨款",
                "应种  实种  接种率%  拨付  支出  执行率%",
                "甲县  84  83  98.81  86.40  84.15  97.40",
            ),
            [(0, 0, 2, 1), (0, 1, 1, 3), (0, 4, 1, 3)],
            id="rates in the same place of every group",
        ),
        pytest.param(
            (
                "标段  合同价  审定价  审减  支付  支付比例",
                "金额  审减率（%）  上年  本年  累计",
                "甲  142  139  3  2.11  57  75  132  94.96",
            ),
            [(0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 2, 1), (0, 3, 1, 2), (0, 5, 1, 3), (0, 8, 2, 1)],
            id="a head named after its group, and a sum at the end of another",
        ),
        pytest.param(
            ("支出项目  合计  其中：", "拨款  收费  其他", "甲  26.0  13.0  8.0  5.0"),
            [(0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 3)],
            id="of which",
        ),
    ],
)
def test_uneven_heads_stand_over_the_columns_that_prove_theirs(
    lines: tuple[str, ...], spans: list[tuple[int, int, int, int]]
) -> None:
    assert spans_of(*lines, rows=1) == spans


def test_uneven_heads_without_proof_make_no_table() -> None:
    lines = ("类别  学校数  学生数  补助", "春季  秋季", "小学  37  2186  2054  165.3")
    assert not any(isinstance(block, RawTable) for block in rebuilt(lines))


def test_a_label_that_stands_beside_a_row_of_figures_leaves_them_in_their_columns() -> None:
    assert rows_of("供养人员  编制数  实有人数  控制率", "11  10  90.91%")[1] == {
        1: "11",
        2: "10",
        3: "90.91%",
    }


def test_words_below_heads_make_no_table() -> None:
    lines = ("评价方式  单位自评  评价机构  工作小组", "联系人  办公室  联系电话  无")
    assert rebuilt(lines) == [
        RawParagraph(block.body) for block in rebuilt(lines) if isinstance(block, RawParagraph)
    ]


def test_a_numbered_heading_behind_a_table_is_none_of_its_rows() -> None:
    blocks = rebuilt((*LIST, "3  目标完成情况", "本年度目标全部完成。"))
    assert [block.body.text for block in blocks if isinstance(block, RawParagraph)] == [
        "3  目标完成情况",
        "本年度目标全部完成。",
    ]


def test_a_row_that_numbers_the_columns_is_one_of_the_heads() -> None:
    assert table_of("项目  预算  决算  差额", "栏次  1  2  3", "甲  5.00  3.00  2.00").header_rows == 2


def test_names_and_signs_with_digits_are_heads_all_the_same() -> None:
    rows = rows_of("区县  优良天数①  变化②  2023年PM2.5浓度", "甲县  271  +12  34", "乙县  268  -4  35")
    assert rows[1] == {0: "甲县", 1: "271", 2: "+12", 3: "34"}


@pytest.mark.parametrize(
    ("heads", "column"), [("类别  实施单位", 1), ("类别  单位", 1), ("货物  计量单位", 0)]
)
def test_a_column_of_institutions_holds_labels_and_one_of_measures_does_not(heads: str, column: int) -> None:
    names = ("甲  县供销社", "乙  市属企业") if column else ("桌  张", "椅  把")
    rows = rows_of(
        f"{heads}  计划数  完成数",
        f"{names[0]}  40  38",
        f"{names[1]}  20  20",
        "县直企业  15  12",
        "合计  75  70",
    )
    assert rows[3] == {column: "县直企业", 2: "15", 3: "12"}


@pytest.mark.parametrize(
    "lines",
    [
        ("项目  总投资  资本金  省级出资", "应出资  2020年底累计  2021年  2021年底累计"),
        ("单位  编制数  经费", "在编  2022年  2023年"),
    ],
)
def test_a_second_line_of_heads_that_names_years_is_no_row(lines: tuple[str, ...]) -> None:
    below = ("计划  实际  完成率  金额  进度", "甲线  334500  167250  6380  6380  100.00%  58540  100.00%")
    assert all(isinstance(block, RawParagraph) for block in rebuilt((*lines, *below)))
