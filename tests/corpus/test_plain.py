"""Text files: encodings, page numbers, and paragraphs put together again."""

from __future__ import annotations

import pytest

from corpus.document.raw import RawParagraph, RawTable
from corpus.errors import InputError
from corpus.readers import plain

MARGIN = 30  # full-width characters a line
SENTENCE = "本年度预算执行总体平稳，各项支出符合规定，资金使用效益明显提高，重点任务全部按期完成，"


def lines(text: str) -> list[str]:
    return [b.body.text for b in plain.read(text.encode()).blocks if isinstance(b, RawParagraph)]


def flattened(*paragraphs: str, gap: str = "\n\n") -> str:
    """Break paragraphs at the margin, the first line two characters earlier, as a PDF's text comes out."""
    out: list[str] = []
    for words in paragraphs:
        out.append(words[: MARGIN - 2])
        rest = words[MARGIN - 2 :]
        out.extend(rest[n : n + MARGIN] for n in range(0, len(rest), MARGIN))
    return gap.join(out)


LONG = [SENTENCE * 2 + "一切正常。", SENTENCE * 3 + "详见附表。", SENTENCE + SENTENCE[:20] + "情况如下："]


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(code: str) -> None:
    words = "一、概况\n全年支出12.50万元。\n"
    assert plain.decode(words.encode(code)) == (words, 0)


def test_a_few_broken_bytes_are_said_and_many_refused() -> None:
    data = ("支出合计。" * 200).encode() + b"\xff"
    assert [issue.message for issue in plain.read(data).issues] == ["文中有 1 处编码错误的字符，无法读取"]
    with pytest.raises(InputError, match="无法识别"):
        plain.read(bytes(range(128, 256)) * 50)


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_lines_broken_at_the_margin_are_joined(gap: str) -> None:
    assert lines(flattened(*LONG, gap=gap)) == LONG


def test_a_numbered_line_begins_a_paragraph_even_after_a_full_line() -> None:
    full = (SENTENCE * 2)[: MARGIN - 2 + MARGIN]
    assert lines(flattened(*LONG, full, "（一）职能")) == [*LONG, full, "（一）职能"]


def test_a_figure_broken_over_a_line_is_one_figure() -> None:
    start = (SENTENCE * 2)[: MARGIN - 2 + MARGIN - 3] + "为12"
    text = flattened(*LONG) + "\n\n" + flattened(start) + "\n\n" + "34.50万元。"
    assert lines(text)[-1] == start + "34.50万元。"


def test_page_numbers_are_furniture_and_do_not_part_a_paragraph() -> None:
    words = LONG[1]
    head, tail = words[: MARGIN - 2], words[MARGIN - 2 :]
    text = (
        flattened(LONG[0])
        + "\n\n"
        + head
        + "\n\n\n\n— 14 —\n\n"
        + "\n\n".join(tail[n : n + MARGIN] for n in range(0, len(tail), MARGIN))
    )
    raw = plain.read(text.encode())
    assert [b.body.text for b in raw.blocks if isinstance(b, RawParagraph)] == LONG[:2]
    assert raw.furniture == ((0, "— 14 —"),)


def test_lines_that_were_never_broken_stay_apart() -> None:
    words = ["甲" * n + "。" for n in (12, 35, 80, 22, 50, 140, 17)]
    assert lines("\n".join(words)) == words


def test_flattened_table_rows_stay_lines() -> None:
    rows = [
        "项目名称 年初预算安排金额 全年预算调整金额 全年实际支出金额",
        "甲 1234.50 1234.50 1034.50 83.80%",
        "合计 2.00 3.00 4.00",
    ]
    assert lines(flattened(*LONG) + "\n\n" + "\n\n".join(rows))[-3:] == rows


def test_contents_entries_stay_lines() -> None:
    entries = [f"{n}、概况{'.' * 44}{n}" for n in "123"]
    assert lines("\n\n".join(entries) + "\n\n" + flattened(*LONG))[:3] == entries


def test_indents_begin_paragraphs_where_a_text_has_them() -> None:
    text = "\n".join("\u3000\u3000" + flattened(words, gap="\n") for words in LONG)
    assert lines(text) == LONG


def table_of(text: str) -> RawTable:
    (table,) = [block for block in plain.read(text.encode()).blocks if isinstance(block, RawTable)]
    return table


def test_a_flattened_table_whose_rows_stayed_whole_is_a_table_again() -> None:
    rows = [
        "分类名称 可用预算金额 实际支出金额 预算执行率",
        "人员经费 2375.11 2321.93 97.76%",
        "合计 2375.11 2321.93 97.76%",
    ]
    table = table_of(flattened(*LONG) + "\n\n" + "\n\n".join(rows) + "\n\n" + LONG[0])
    assert (table.rows, table.columns, table.header_rows) == (3, 4, 1)
    assert [cell.body.text for cell in table.cells] == [word for row in rows for word in row.split()]


def test_heads_over_two_rows_span_the_columns_below_them() -> None:
    rows = [
        "年初预算数 调整预算数 本年决算数",
        "基本 项目 基本 项目 基本 项目",
        "1.00 2.00 3.00 4.00 5.00 6.00",
    ]
    table = table_of(flattened(*LONG) + "\n\n" + "\n\n".join(rows))
    assert [(c.row, c.column, c.column_span) for c in table.cells][:3] == [(0, 0, 2), (0, 2, 2), (0, 4, 2)]


def test_heads_that_do_not_fit_the_figures_make_no_table() -> None:
    rows = ["名称 预算 决算 执行率 备注", "甲 1.00 2.00 50.00%", "乙 1.00 2.00 50.00%"]
    assert lines(flattened(*LONG) + "\n\n" + "\n\n".join(rows))[-3:] == rows


def test_codes_that_stand_for_lost_characters_are_counted() -> None:
    raw = plain.read("支出(cid:1234)(cid:88)万元。".encode())
    assert [issue.message for issue in raw.issues] == [
        "文中有 2 处“(cid:…)”，是从 PDF 转出时丢失的字符，无法读取；请改用 PDF 原件"
    ]


def test_a_word_in_quotation_marks_at_the_head_of_a_line_goes_on_with_the_sentence() -> None:
    start = (SENTENCE * 2)[: MARGIN - 2 + MARGIN - 4]
    text = flattened(*LONG) + "\n\n" + flattened(start) + "\n\n" + "“X86+ARM”架构体系。"
    assert lines(text)[-1] == start + "“X86+ARM”架构体系。"


@pytest.mark.parametrize(
    "cut",
    ["含中央4312.00万元、省级1286.00万元、|市级500.00万元", "材料耗材67218.50|元，宣传印刷及其他41265.00元"],
)
def test_a_line_cut_well_before_the_margin_goes_on_where_it_cannot_have_ended(cut: str) -> None:
    first, second = cut.split("|")
    text = flattened(*LONG, gap="\n") + f"\n{first}\n{second}。"
    assert lines(text)[-1] == f"{first}{second}。"


def test_a_line_whose_cells_stand_apart_is_not_joined_whatever_its_words() -> None:
    rows = [
        "评价内容  标准分  自评分  扣分原因",
        "预算管理  20  18  执行率未达98%，扣2分",
        "履职效能  35  33  平台未按期验收，扣2分",
    ]
    table = table_of(flattened(*LONG) + "\n\n" + "\n\n".join(rows) + "\n\n" + LONG[0])
    assert (table.rows, table.columns) == (3, 4)


TABBED = (
    "一级指标\t二级指标\t分值\t得分\t扣分原因",
    "投入\t预算编制\t5\t5\t",
    "\t预算执行\t10\t\t未填报得分",
    "\t小计\t15\t5\t",
)


def test_cells_parted_by_tabs_keep_the_places_of_blank_ones() -> None:
    table = table_of(LONG[0] + "\n" + "\n".join(TABBED) + "\n" + LONG[1])
    assert [(c.row, c.column, c.row_span) for c in table.cells if c.row > 1] == [
        (2, 1, 1),
        (2, 2, 1),
        (2, 4, 1),
        (3, 1, 1),
        (3, 2, 1),
        (3, 3, 1),
    ]
    assert [c.row_span for c in table.cells if c.body.text == "投入"] == [3]
    assert not table.partial


def test_tabs_that_line_words_up_part_no_columns() -> None:
    rows = ["项目名称\t预算数\t决算数\t执行率", "甲\t\t12.00\t\t6.00", "合计\t\t12.00\t6.00"]
    assert lines(LONG[0] + "\n" + "\n".join(rows))[1:] == rows


def test_paragraphs_lose_the_tabs_around_them() -> None:
    assert lines("\t本年度总体平稳。\n\t名称：\t甲单位") == ["本年度总体平稳。", "名称：\t甲单位"]
