"""Figures of running text and cells are read as printed; what only looks like a figure is told apart."""

from __future__ import annotations

import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.numbers.numerals import TokenKind, chinese_value, parse_cell, tokens
from rules.numbers.quantity import Hedge, Quantity
from rules.numbers.units import PERCENT, WAN_YUAN, Dimension, count
from tests.strategies import figures


def read(text: str) -> list[str]:
    """Return the figures of a text as ``value unit`` with the printed decimals."""
    return [t.quantity.words() for t in tokens(text) if t.quantity is not None]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(text[t.start : t.end], t.kind.value) for t in tokens(text)]


FIGURES = {
    "执行数12.50万元": ["12.50 万元"],
    "执行数 1 ,234.5 万元": ["1234.5 万元"],
    "资产1,200,000.50元": ["1200000.50 元"],
    "资产12，345.67万元": ["12345.67 万元"],
    "资产430，000元": ["430000 元"],
    "分别为120，135，140个": ["120", "135", "140 个"],
    "分别为 5, 120, 300 个": ["5", "120", "300 个"],
    "执行率８７．５％": ["87.5 %"],
    "生师比17.3∶1，医护比为1:1.62；床护比1∶0.9": ["17.3 倍", "1.62 倍", "0.9 倍"],
    "指标1：1个站点。比例为8:1个": ["1", "1 个", "8", "1 个"],
    "增长-3.2%": ["-3.2 %"],
    "变动为−0.50个百分点": ["-0.50 百分点"],
    "下降负3.2%": ["-3.2 %"],
    "合同额3亿元、2千万元、5千元、6百万元": ["3 亿元", "2 千万元", "5 千元", "6 百万元"],
    "十二亿四千万元，增加九千万元，三亿零五百万元": ["12.4 亿元", "9000 万元", "3.05 亿元"],
    "一千二百三十四万五千元、一百零三万六千人": ["1234.5 万元", "103.6 万人"],
    "投入1亿2000万元、3万2000元、2亿4千5百万元": ["1.2000 亿元", "3.2000 万元", "2.45 亿元"],
    "约1万5千元、1亿2000余万元": ["1.5 万元", "1.2000 亿元"],
    "投资5亿元、2000万元，共2.3万、2000元": ["5 亿元", "2000 万元", "2.3 万", "2000 元"],
    "拦截1700万余次": ["1700 万次"],
    "数据4.9亿余条": ["4.9 亿条"],
    "访问1.2万人次": ["1.2 万人次"],
    "千分之五与3.2‰": ["5 ‰", "3.2 ‰"],
    "百分之三十五，百分之七点五零，百分之百": ["35 %", "7.50 %", "100 %"],
    "二十一个项目、十余项、两万元、壹佰万元整": ["21 个", "10 项", "2 万元", "100 万元"],
    "共三个项目，新增两项": ["3 个", "2 项"],
    "增长2.5倍、约三成，打八折。": ["2.5 倍", "3 成", "8 折"],
    "办公面积1200平方米，用时15个工作日": ["1200 平方米", "15 个工作日"],
    "得分93.60分，分值10分": ["93.60 分", "10 分"],
    "支出2010.00万元，2000个": ["2010.00 万元", "2000 个"],
    "支出1462.38\n\n万元": ["1462.38 万元"],
    "0.09\n\n项目支出：": ["0.09"],
}


@pytest.mark.parametrize("text", FIGURES)
def test_figures_are_read_as_printed(text: str) -> None:
    assert read(text) == FIGURES[text]


NO_FIGURES = {
    "截至2024年12月31日": [("2024年12月31日", "date")],
    "于2025.5.26报送": [("2025.5.26", "date")],
    "6月20日前公开": [("6月20日", "date")],
    "20日前报送": [("20日", "date")],
    "二〇二四年": [("二〇二四年", "date")],
    "1-12月支出": [("1-12月", "date")],
    "2024年度": [("2024年度", "year")],
    "2022-2024年": [("2022-2024年", "year")],
    "2022、2023、2024年": [("2022", "year"), ("2023", "year"), ("2024年", "year")],
    "2024部门整体支出": [("2024", "year")],
    "按〔2023〕93号执行": [("按〔2023〕93号", "number_of_document")],
    "财绩〔2025〕1号": [("财绩〔2025〕1号", "number_of_document")],
    "附件1": [("附件1", "ordinal")],
    "第3条": [("第3条", "ordinal")],
    "（1）推进": [("（1）", "ordinal")],
    "1．职责": [("1．", "ordinal")],
    "参见[3]": [("[3]", "ordinal")],
    "—12—": [("—12—", "ordinal")],
    "12345热线": [("12345", "name")],
    "X86服务器与IPv6": [("X86", "name"), ("IPv6", "name")],
    "APP2.0": [("APP2.0", "name")],
    "系统2.0版": [("2.0版", "name")],
    "“1836”规划": [("“1836”", "name")],
    "7×24小时": [("7×24", "name")],
    "电话：84221234": [("电话：84221234", "name")],
    "13800000000": [("13800000000", "name")],
    "0731-84221234": [("0731-84221234", "name")],
    "地址192.168.1.1": [("192.168.1.1", "name")],
    "1.23456789012345678901234567890123456789012345": [
        ("1.23456789012345678901234567890123456789012345", "name")
    ],
    "2080505机关事业单位基本养老保险缴费支出": [("2080505", "name")],
    "十四五规划、三公经费、一般公共预算、统一、一是、第一、一季度": [],
    "一成不变，四个意识，三个方面": [],
}


@pytest.mark.parametrize("text", NO_FIGURES)
def test_what_is_no_figure_is_told_apart(text: str) -> None:
    assert kinds(text) == NO_FIGURES[text]


HEDGES = {
    "约10万元": Hedge.ABOUT,
    "10万元左右": Hedge.ABOUT,
    "约占12%": Hedge.ABOUT,
    "近2000次": Hedge.AT_MOST,
    "不足3%": Hedge.AT_MOST,
    "90%以下": Hedge.AT_MOST,
    "超过120%": Hedge.AT_LEAST,
    "90%以上": Hedge.AT_LEAST,
    "600多家": Hedge.AT_LEAST,
    "10余万元": Hedge.AT_LEAST,
    "二十余人": Hedge.AT_LEAST,
    "近年10万元": Hedge.NONE,
    "10万元": Hedge.NONE,
}


@pytest.mark.parametrize("text", HEDGES)
def test_words_beside_a_figure_open_it(text: str) -> None:
    (figure,) = [t.quantity for t in tokens(text) if t.quantity is not None]
    assert figure.hedge is HEDGES[text]


def test_only_whole_unscaled_unhedged_counts_are_exact() -> None:
    counted = {
        t.quantity.words(): t.quantity.counted
        for t in tokens("88人、1700万次、近20项、3.5小时、8小时")
        if t.quantity
    }
    assert counted == {"88 人": True, "1700 万次": False, "20 项": False, "3.5 小时": False, "8 小时": False}


@pytest.mark.parametrize("text", ["60%-70%", "60%—70%", "60-70%", "60%至70%", "60％～70％"])
def test_the_two_ends_of_a_range_are_marked_and_share_the_unit(text: str) -> None:
    low, high = tokens(text)
    assert low.range_end and high.range_end
    assert low.quantity is not None and high.quantity is not None
    assert (low.quantity.value, high.quantity.value) == (Decimal(60), Decimal(70))
    assert low.quantity.unit == high.quantity.unit == PERCENT


def test_offsets_are_those_of_the_text_as_given() -> None:
    text = "其中：支出１２．５０ 万元，占 25％。"
    assert [text[t.start : t.end] for t in tokens(text)] == ["１２．５０ 万元", "25％"]


def test_a_numeral_that_is_not_well_formed_is_seen_but_not_read() -> None:
    (token,) = tokens("百十百千个")
    assert (token.kind, token.quantity) == (TokenKind.NAME, None)


CELLS = {
    "1,200,000.50": "1200000.50",
    "1，234": "1234",
    "（1.20）": "-1.20",
    "(1.20)": "-1.20",
    "－3.5": "-3.5",
    "+3.2%": "3.2 %",
    "35": "35",
    "100 万元": "100 万元",
    "8.40": "8.40",
    "91.46％": "91.46 %",
    "约100万元": "100 万元",
}


@pytest.mark.parametrize("text", CELLS)
def test_a_cell_that_is_one_figure(text: str) -> None:
    cell = parse_cell(text, None)
    assert cell is not None
    assert cell.quantity.words() == CELLS[text]


@pytest.mark.parametrize(
    "text", ["", " ", "—", "-", "/", "无", "2024", "2024年", "（1）", "3.5/4", "完成3个", "1.2.3"]
)
def test_a_cell_that_is_no_figure(text: str) -> None:
    assert parse_cell(text, WAN_YUAN) is None


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("≤100%", "≤"),
        ("≥95%", "≥"),
        (">=95%", "≥"),
        ("＜3次", "<"),
        ("不低于90%", "≥"),
        ("90%以上", "≥"),
        ("5%以内", "≤"),
        ("90%", None),
    ],
)
def test_a_comparison_in_a_cell_is_kept(text: str, sign: str | None) -> None:
    cell = parse_cell(text, None)
    assert cell is not None
    assert (cell.comparison, cell.quantity.hedge) == (sign, Hedge.NONE)


def test_the_unit_of_the_column_serves_where_the_cell_names_none() -> None:
    assert parse_cell("12.50", WAN_YUAN) == parse_cell("12.50万元", None)
    own = parse_cell("12.50元", WAN_YUAN)
    assert own is not None and own.quantity.unit is not None and own.quantity.unit.symbol == "元"
    people = parse_cell("35", count("人"))
    assert people is not None and people.quantity.counted


@pytest.mark.parametrize(
    ("words", "value"),
    [("二十一", "21"), ("一百二", "120"), ("百", "100"), ("壹佰零叁", "103"), ("两千", "2000")],
)
def test_chinese_numerals(words: str, value: str) -> None:
    assert chinese_value(words) == Decimal(value)


@given(figures())
def test_printing_and_parsing_agree(figure: Quantity) -> None:
    (token,) = tokens(f"为 {figure.words()}。")
    assert token.quantity is not None
    cell = parse_cell(figure.words(), None)
    assert cell is not None
    for found in (token.quantity, cell.quantity):
        assert (found.value, found.unit, found.precision, found.counted) == (
            figure.value, figure.unit, figure.precision, figure.counted,
        )  # fmt: skip


@given(st.text(alphabet="0123456789.,，%年月日个万亿元约近余多以上百分之三十（）()-— \n〔〕号Aa一"))
def test_no_text_makes_it_raise_and_tokens_never_overlap(text: str) -> None:
    found = tokens(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(one.start < one.end for one in found)
    assert all((one.kind is TokenKind.QUANTITY) == (one.quantity is not None) for one in found)
    parse_cell(text, WAN_YUAN)


@pytest.mark.parametrize(
    "piece", ["一", " ", "1 ", "1,234", "A", "2024 ", "\n", "百分之", "中", "1-", "第1 "]
)
def test_reading_takes_time_in_proportion_to_the_text(piece: str) -> None:
    def seconds(times: int) -> float:
        begun = time.process_time()
        tokens(piece * times + "x")
        parse_cell("1" + piece * times + "x", None)
        return time.process_time() - begun

    seconds(100)
    assert seconds(10_000) < 2


def test_money_of_any_scale_converts_to_yuan() -> None:
    (token,) = tokens("2千万元")
    assert token.quantity is not None and token.quantity.unit is not None
    assert token.quantity.unit.dimension is Dimension.MONEY
    assert token.quantity.unit.factor == Decimal(10_000_000)
