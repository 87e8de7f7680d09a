"""Merged, nested and tracked tables of a Word file."""

from __future__ import annotations

import pytest

from corpus.document.raw import RawParagraph, RawTable
from corpus.errors import InputError
from corpus.readers import docx
from tests.corpus.docx_files import build, cell, paragraph, row, table

TOP = '<w:vMerge w:val="restart"/>'
BELOW = "<w:vMerge/>"


def wide(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def read_tables(data: bytes) -> list[RawTable]:
    return [block for block in docx.read(data).blocks if isinstance(block, RawTable)]


def shape(found: RawTable) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.row_span, c.column_span, c.body.text) for c in found.cells]


def test_merged_cells_stand_once_with_their_spans() -> None:
    data = build(
        table(
            row(cell("项目", TOP), cell("预算", wide(2)), cell("决算", TOP)),
            row(cell("", BELOW), cell("年初"), cell("调整"), cell("", BELOW)),
            row(cell("甲"), cell("1.00"), cell("2.00"), cell("3.00")),
        )
    )
    (found,) = read_tables(data)
    assert (found.rows, found.columns) == (3, 4)
    assert shape(found) == [
        (0, 0, 2, 1, "项目"),
        (0, 1, 1, 2, "预算"),
        (0, 3, 2, 1, "决算"),
        (1, 1, 1, 1, "年初"),
        (1, 2, 1, 1, "调整"),
        (2, 0, 1, 1, "甲"),
        (2, 1, 1, 1, "1.00"),
        (2, 2, 1, 1, "2.00"),
        (2, 3, 1, 1, "3.00"),
    ]


def test_a_continued_merge_with_nothing_above_is_a_cell() -> None:
    (found,) = read_tables(build(table(row(cell("甲", BELOW), cell("乙")))))
    assert shape(found) == [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙")]


def test_old_horizontal_merges_are_one_cell() -> None:
    left, right = '<w:hMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>'
    upper = row(cell("甲"), cell("乙"), cell("丙"))
    (found,) = read_tables(build(table(upper, row(cell("合计", left), cell("", right), cell("9.00")))))
    assert shape(found)[3:] == [(1, 0, 1, 2, "合计"), (1, 2, 1, 1, "9.00")]


def test_columns_left_out_before_a_row_shift_its_cells() -> None:
    (found,) = read_tables(
        build(table(row(cell("甲"), cell("乙")), row(cell("丙"), properties='<w:gridBefore w:val="1"/>')))
    )
    assert shape(found)[-1] == (1, 1, 1, 1, "丙")


def test_columns_and_rows_in_which_no_cell_begins_are_none() -> None:
    (found,) = read_tables(
        build(
            table(
                row(cell("甲", wide(2) + TOP), cell("乙", TOP)),
                row(cell("", wide(2) + BELOW), cell("", BELOW)),
                row(cell("丙", wide(2)), cell("1.00")),
            )
        )
    )
    assert (found.rows, found.columns) == (2, 2)
    assert shape(found) == [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 0, 1, 1, "丙"), (1, 1, 1, 1, "1.00")]


def test_stated_header_rows_are_the_leading_ones() -> None:
    head = "<w:tblHeader/>"
    (found,) = read_tables(
        build(
            table(
                row(cell("甲"), properties=head),
                row(cell("乙"), properties=head),
                row(cell("1.00")),
                row(cell("丁"), properties=head),
            )
        )
    )
    assert found.header_rows == 2


def test_a_deleted_row_is_gone() -> None:
    deleted = '<w:del w:id="1" w:author="甲"/>'
    (found,) = read_tables(
        build(table(row(cell("甲")), row(cell("乙"), properties=deleted), row(cell("丙"))))
    )
    assert [c.body.text for c in found.cells] == ["甲", "丙"]
    assert found.rows == 2


def test_a_nested_table_follows_the_outer_and_its_text_stands_once() -> None:
    inner = table(row(cell("内甲"), cell("内乙")))
    outer, nested = read_tables(
        build(table(row(cell(paragraph("外甲") + inner + paragraph("外乙")), cell("外丙"))))
    )
    assert [c.body.text for c in outer.cells] == ["外甲\n外乙", "外丙"]
    assert [c.body.text for c in nested.cells] == ["内甲", "内乙"]


def test_tables_nested_without_end_are_cut_and_said() -> None:
    deep = table(row(cell("芯")))
    for _ in range(20):
        deep = table(row(cell(deep + paragraph("层"))))
    raw = docx.read(build(deep))
    assert sum(isinstance(block, RawTable) for block in raw.blocks) < 20
    assert [issue.message for issue in raw.issues] == ["文中有 1 处表格或文本框嵌套过深，其中内容未读取"]


def test_paragraphs_and_tables_keep_their_order() -> None:
    data = build(paragraph("上"), table(row(cell("格"))), paragraph("下"))
    kinds = [type(block) for block in docx.read(data).blocks]
    assert kinds == [RawParagraph, RawTable, RawParagraph]


def test_a_table_of_absurd_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "_MOST_PLACES", 8)
    with pytest.raises(InputError, match="超出可处理的大小"):
        docx.read(build(table(*(row(cell("甲"), cell("乙"), cell("丙")) for _ in range(3)))))
