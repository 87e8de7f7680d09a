"""Headings, contents, annexes, table names and units come out of plain lines as a reader would see them."""

from __future__ import annotations

import pytest

from corpus.document.model import Block, BlockKind, Document
from corpus.document.raw import RawCell, RawDocument, RawParagraph, RawTable, RawText
from corpus.document.structure import assemble

LONG = "本年度按照统一部署推进各项工作，完成情况良好，资金使用合规，未发现问题。"


def line(
    text: str, *, style: int | None = None, contents: bool = False, centred: bool = False
) -> RawParagraph:
    return RawParagraph(RawText(text), style_level=style, contents=contents, centred=centred)


def grid(*rows: str, header_rows: int | None = None) -> RawTable:
    """A table from rows of cells parted by |; > takes the cell to its left one column further."""
    cells: list[RawCell] = []
    width = 0
    for number, row in enumerate(rows):
        for column, text in enumerate(row.split("|")):
            width = max(width, column + 1)
            if text == ">":
                last = cells.pop()
                cells.append(RawCell(last.row, last.column, 1, last.column_span + 1, last.body))
            else:
                cells.append(RawCell(number, column, 1, 1, RawText(text)))
    return RawTable(len(rows), width, tuple(cells), header_rows=header_rows)


def document(*blocks: RawParagraph | RawTable) -> Document:
    return assemble(RawDocument(blocks=blocks), name="甲.docx", sha256="0", format="docx")


def text(found: Document, block: Block) -> str:
    return found.text[block.start : block.end]


def headings(*blocks: RawParagraph | RawTable) -> list[tuple[int | None, str]]:
    found = document(*blocks)
    return [(b.level, text(found, b)) for b in found.blocks if b.kind is BlockKind.HEADING]


def test_numbering_patterns_give_levels_and_paths() -> None:
    found = document(
        line("一、概况"),
        line("（一）职能"),
        line("1．机构"),
        line("（1）内设"),
        line(LONG),
        line("二、绩效"),
        line(LONG),
    )
    assert [(b.kind, b.level) for b in found.blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
        (BlockKind.HEADING, 3),
        (BlockKind.HEADING, 4),
        (BlockKind.PARAGRAPH, None),
        (BlockKind.HEADING, 1),
        (BlockKind.PARAGRAPH, None),
    ]
    assert found.blocks[3].section == ("一、概况", "（一）职能", "1．机构", "（1）内设")
    assert found.blocks[4].section == found.blocks[3].section
    assert found.blocks[6].section == ("二、绩效",)


@pytest.mark.parametrize(
    "words",
    [
        "一是持续完善体系",
        "1．做好道路养护。全年完成养护任务十余项，成效良好。",
        "（一）完成预算12.50万元",
        "2024年预算执行情况",
        "1.5万元以下的项目",
        "（2024）",
    ],
)
def test_lines_that_are_no_headings(words: str) -> None:
    assert headings(line(words), line(LONG)) == []


def test_items_of_a_list_are_not_headings() -> None:
    items = [line(f"（{n}）承担第{n}类事务性工作。") for n in range(1, 4)]
    assert headings(line("1．职能"), line("主要职责为："), *items, line("2．机构"), line(LONG)) == [
        (3, "1．职能"),
        (3, "2．机构"),
    ]


def test_short_sentences_with_text_below_are_headings() -> None:
    assert headings(line("（一）早做计划，早开工。"), line(LONG), line("（二）加强管理。"), line(LONG)) == [
        (2, "（一）早做计划，早开工。"),
        (2, "（二）加强管理。"),
    ]


def test_a_line_that_the_contents_page_lists_is_a_heading_without_a_number() -> None:
    found = headings(line("目录"), line("存在的问题……3"), line("改进措施……4"), line("存在的问题"), line(LONG))
    assert found == [(1, "存在的问题")]


def test_a_style_makes_a_heading_and_a_whole_paragraph_in_that_style_does_not() -> None:
    assert headings(line("概况", style=1), line("职能", style=2), line(LONG * 3, style=2)) == [
        (1, "概况"),
        (2, "职能"),
    ]


def test_a_part_stands_above_the_numbered_headings() -> None:
    found = document(line("第一部分 概况"), line("一、职能"), line(LONG))
    assert found.blocks[2].section == ("第一部分 概况", "一、职能")


def contents(*blocks: RawParagraph) -> list[tuple[int | None, str, str | None]]:
    found = document(*blocks)
    return [(b.level, text(found, b), b.target) for b in found.blocks if b.kind is BlockKind.CONTENTS]


@pytest.mark.parametrize(
    "printed",
    [
        "（一）职能 .......................... 12",
        "（一）职能..........................12",
        "（一）职能………………………………12",
        "（一）职能 ··········· - 12 -",
        "（一）职能\t12",
        "（一）职能      12",
    ],
)
def test_leaders_are_cut_from_contents_entries(printed: str) -> None:
    assert contents(line("目  录"), line(printed))[0] == (2, "（一）职能\t12", "12")


def test_a_contents_entry_broken_over_two_lines_is_one() -> None:
    found = contents(
        line("一、概况 ........ 1"),
        line("（一）项目组织管理、资金使用和群众满"),
        line("意程度情况 ........ 13"),
    )
    assert found == [
        (1, "一、概况\t1", "1"),
        (2, "（一）项目组织管理、资金使用和群众满意程度情况\t13", "13"),
    ]


def test_stated_entries_keep_the_level_of_their_style() -> None:
    found = contents(line("概况\t1", style=1, contents=True), line("职能\t2", style=2, contents=True))
    assert found == [(1, "概况\t1", "1"), (2, "职能\t2", "2")]


def test_ordinary_lines_ending_in_a_number_are_not_contents() -> None:
    assert contents(line("在岗人员\t41"), line("核定编制  46")) == []


def test_an_annex_opens_a_section_with_its_title() -> None:
    found = document(
        line("一、概况"),
        line(LONG),
        line("附件1：基础数据表"),
        line("附件2：自评表"),
        line("附件 1"),
        line("2024年度基础数据表", centred=True),
        grid("项目|预算|决算", "甲|1.00|2.00"),
        line("附件2"),
        line("2024年度自评表"),
        grid("指标|分值|得分", "甲|1|2"),
    )
    kinds = [b.kind for b in found.blocks]
    assert kinds[2:4] == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
    assert kinds[4:7] == [BlockKind.HEADING, BlockKind.CAPTION, BlockKind.TABLE]
    assert found.blocks[2].section == ("一、概况",)
    assert [b.section for b in found.blocks[4:7]] == [("附件1 2024年度基础数据表",)] * 3
    assert found.blocks[4].level == 1
    assert found.blocks[9].section == ("附件2 2024年度自评表",)
    assert [t.caption for t in found.tables] == ["2024年度基础数据表", "2024年度自评表"]


def test_an_annex_line_with_its_title_above_the_table_opens_it() -> None:
    found = document(line("一、概况"), line(LONG), line("附件1：基础数据表"), grid("项目|预算", "甲|1.00"))
    assert found.blocks[2].kind is BlockKind.HEADING
    assert found.blocks[3].section == ("附件1 基础数据表",)


def test_a_sentence_that_begins_with_an_annex_is_a_paragraph() -> None:
    found = document(line("附件1为本部门基础数据表，由财务部门填报。"), grid("项目|预算", "甲|1.00"))
    assert found.blocks[0].kind is BlockKind.PARAGRAPH


def test_the_lines_above_a_table_name_it_and_state_its_unit() -> None:
    found = document(
        line("详见下表："), line("2024年基本支出明细表"), line("单位：万元"), grid("项目|预算", "甲|1.00")
    )
    assert [b.kind for b in found.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.CAPTION,
        BlockKind.CAPTION,
        BlockKind.TABLE,
    ]
    assert (found.tables[0].caption, found.tables[0].unit) == ("2024年基本支出明细表", "万元")


@pytest.mark.parametrize(
    ("above", "unit"),
    [
        ("（单位：元）", "元"),
        ("金额单位：万元", "万元"),
        ("编制单位：某局　　　　　　单位:亿元", "亿元"),
        ("单 位：千元", "千元"),
        ("计量单位：人民币元", "元"),
        ("填报单位：元谋县某局", None),
    ],
)
def test_forms_of_the_stated_unit(above: str, unit: str | None) -> None:
    assert document(line(above), grid("项目|预算", "甲|1.00")).tables[0].unit == unit


def test_a_unit_inside_the_caption_and_one_in_the_corner_of_the_table_count() -> None:
    found = document(
        line("收支明细表（单位：元）"),
        grid("项目|预算", "甲|1.00"),
        line(LONG),
        grid("收支总表|>", "项目|单位：万元", "甲|2.00"),
    )
    assert [(t.caption, t.unit) for t in found.tables] == [("收支明细表", "元"), ("收支总表", "万元")]


@pytest.mark.parametrize(
    "name", ["表1　合同付款台账（万元）", "项目支出执行情况表（万元）", "（二）三公经费支出情况（万元）"]
)
def test_a_unit_behind_the_name_of_a_table_counts(name: str) -> None:
    assert document(line(name), grid("项目|预算", "甲|1.00")).tables[0].unit == "万元"


def test_a_unit_at_the_end_of_running_text_is_none_of_the_table() -> None:
    above = line("全年支出按部门核算（万元）")
    assert document(above, grid("项目|人数", "甲|12")).tables[0].unit is None


def test_a_numbered_heading_above_a_table_stays_a_heading() -> None:
    found = document(line("（一）基本支出情况"), grid("项目|预算", "甲|1.00"))
    assert found.blocks[0].kind is BlockKind.HEADING
    assert found.tables[0].caption is None


def test_running_text_above_a_table_is_no_caption() -> None:
    found = document(line("支出情况与预算一致"), grid("项目|预算", "甲|1.00"))
    assert found.blocks[0].kind is BlockKind.PARAGRAPH
    assert found.tables[0].caption is None


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("项目|预算|决算", "甲|1.00|2.00"), 1),
        (("年初预算|>|决算|>", "基本|项目|基本|项目", "1.00|2.00|3.00|4.00"), 2),
        (("项目|2023年|2024年", "甲|1.00|2.00"), 1),
        (("项目|2023|2024", "甲|1.00|2.00"), 1),
        (("项目|预算|决算", "栏次|1|2", "甲|1.00|2.00"), 2),
        (("甲|1.00", "乙|2.00"), 0),
        (("名称|某局", "职能|管理"), 0),
        (("预算（万元）|决算（万元）", "１２．５０|（1.20）"), 1),
    ],
)
def test_header_rows_are_the_rows_without_figures_above_figures(rows: tuple[str, ...], expected: int) -> None:
    assert document(grid(*rows)).tables[0].header_rows == expected


def test_stated_header_rows_are_believed() -> None:
    assert document(grid("甲|乙", "丙|丁", "戊|1.00", header_rows=1)).tables[0].header_rows == 1
    assert document(grid("甲|乙", "丙|1.00", header_rows=2)).tables[0].header_rows == 1


def test_invisible_characters_and_outer_white_space_are_gone() -> None:
    found = document(
        line("\u3000\u3000支出 12\u200b.\ufeff50 万元\u3000"), line("\u200b \t"), grid(" 甲\x07 |2\u00ad7.64")
    )
    assert found.text == "支出 12.50 万元\n甲\t27.64"


def test_cover_lines_stay_paragraphs_without_section() -> None:
    found = document(line("2024年度", centred=True), line("绩效自评报告", centred=True), line("一、概况"))
    assert [(b.kind, b.section) for b in found.blocks[:2]] == [(BlockKind.PARAGRAPH, ())] * 2


def test_numbers_in_the_order_of_an_outline_head_sections() -> None:
    lines = ["1 项目资金", LONG, "2产出与效果", "2.1 产出", LONG, "2.2 效果", LONG, "3 不足与改进", LONG]
    assert headings(*map(line, lines)) == [
        (1, "1 项目资金"),
        (1, "2产出与效果"),
        (2, "2.1 产出"),
        (2, "2.2 效果"),
        (1, "3 不足与改进"),
    ]


def test_decimal_numbers_alone_stand_below_chinese_ones() -> None:
    lines = ["一、概况", "1.1建设内容", LONG, "1.2投资", LONG, "二、绩效", "2.1产出", LONG]
    assert [level for level, _ in headings(*map(line, lines))] == [1, 2, 2, 1, 2]


@pytest.mark.parametrize(
    "lines",
    [
        ["1个街道完成改造", LONG, "2个街道正在改造", LONG, "3个街道未开工", LONG],
        ["12 项目资金", LONG, "4 产出", LONG, "7 效果", LONG],
        ["1 项目资金。", LONG, "2 产出：良好", LONG, "3 已完成，验收", LONG],
    ],
)
def test_lines_that_begin_with_some_number_head_nothing(lines: list[str]) -> None:
    assert headings(*map(line, lines)) == []


@pytest.mark.parametrize(
    ("stated", "unit"),
    [
        ("单位：张、千元", "千元"),
        ("单位：人、公里、万元", "万元"),
        ("单位：万元、%", "万元"),
        ("单位名称：县水务局", None),
    ],
)
def test_the_money_unit_among_several_that_a_table_states(stated: str, unit: str | None) -> None:
    found = document(line("表1 资金情况表"), line(stated), grid("用途|张数|金额", "检验|930|16970.0"))
    assert found.tables[0].unit == unit
