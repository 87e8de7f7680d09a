"""A chunk's quote is the source's own text at its own place, and its words are what a reader sees around it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document.model import Document
from corpus.document.raw import RawCell, RawTable, RawText
from corpus.index.chunks import chunk
from corpus.index.pieces import TARGET, ChunkKind, split
from tests.corpus.library_parts import REPORT, report
from tests.corpus.test_structure import document, grid, line


def test_what_stands_under_one_heading_is_one_chunk_with_the_headings_above() -> None:
    found = {piece.evidence.section: piece for piece in chunk(report(REPORT))}
    piece = found["二、预算执行情况 / （二）“三公”经费"]
    assert piece.evidence.quote == "（二）“三公”经费\n“三公”经费支出10.41万元，比上年下降。"
    assert piece.text.startswith("二、预算执行情况\n（二）“三公”经费")
    assert piece.kind is ChunkKind.TEXT


def test_a_heading_with_only_headings_below_is_no_chunk_of_its_own() -> None:
    quotes = [piece.evidence.quote for piece in chunk(report(REPORT))]
    assert "二、预算执行情况" not in quotes


def test_contents_entries_are_left_out() -> None:
    made = document(line("目录"), line("一、概况……1", contents=True), line("一、概况"), line("正文在此。"))
    assert all("……" not in piece.text and "\t" not in piece.text for piece in chunk(made))


def table() -> Document:
    return document(
        line("三、收支情况"),
        line("收支表"),
        line("单位：万元"),
        grid("项目|预算数|决算数", "基本支出|1300.00|1200.00", "项目支出|500.00|480.00"),
    )


def test_a_table_row_is_found_by_its_label_with_its_heads_caption_and_unit() -> None:
    row = next(piece for piece in chunk(table()) if piece.evidence.row == "项目支出")
    assert row.kind is ChunkKind.ROW
    assert row.evidence.table == "收支表"
    assert row.evidence.quote == "项目支出\t500.00\t480.00"
    for words in ("三、收支情况", "收支表", "单位：万元", "预算数=500.00", "决算数=480.00"):
        assert words in row.text


def test_a_row_under_a_merged_cell_bears_its_label() -> None:
    merged = RawTable(
        3,
        3,
        (
            *(RawCell(0, at, 1, 1, RawText(head)) for at, head in enumerate(("类别", "项目", "金额"))),
            RawCell(1, 0, 2, 1, RawText("基本支出")),
            *(RawCell(1, at, 1, 1, RawText(text)) for at, text in ((1, "人员经费"), (2, "700.00"))),
            *(RawCell(2, at, 1, 1, RawText(text)) for at, text in ((1, "公用经费"), (2, "500.00"))),
        ),
    )
    last = chunk(document(merged))[-1]
    assert last.evidence.row == "基本支出 / 公用经费"
    assert last.evidence.quote == "公用经费\t500.00"


@pytest.mark.parametrize("made", [report(REPORT), table()])
def test_every_quote_stands_at_its_offsets_and_every_id_is_different(made: Document) -> None:
    pieces = chunk(made)
    for piece in pieces:
        assert piece.evidence.start is not None
        assert made.text[piece.evidence.start : piece.evidence.end] == piece.evidence.quote
    assert len({piece.id for piece in pieces}) == len(pieces)


def test_a_row_of_heads_inside_a_form_names_the_columns_below_even_by_years() -> None:
    made = document(
        line("基础数据表"),
        grid(
            "人员情况|编制数|实有人数|控制率",
            "职工|50|42|84.00%",
            "经费情况|2023年决算数|2024年预算数|2024年决算数",
            "公务接待|2.71|7.00|1.91",
        ),
    )
    last = chunk(made)[-1]
    assert "2023年决算数=2.71" in last.text and "2024年决算数=1.91" in last.text


def test_a_row_of_dashes_gives_no_heads() -> None:
    made = document(
        line("采购情况"), grid("类别|预算|合同金额", "货物|12.00|11.00", "工程|—|—", "服务|21.00|20.00")
    )
    last = chunk(made)[-1]
    assert "预算=21.00" in last.text
    assert chunk(made)[-2].evidence.row == "工程"


def test_a_year_is_the_name_of_its_row() -> None:
    made = document(line("历年支出"), grid("年份|支出", "2022|10.00", "2023|12.00"))
    assert chunk(made)[-1].evidence.row == "2023"


def test_the_same_content_gives_the_same_ids_whatever_the_file_is_called() -> None:
    ids = [[piece.id for piece in chunk(report(REPORT, name))] for name in ("甲.txt", "乙.txt")]
    assert ids[0] == ids[1]


def test_a_long_text_is_cut_at_sentences() -> None:
    sentence = "各单位应当加强预算绩效管理，提高资金使用效益。"
    made = document(line("一、情况"), line(sentence * 60))
    pieces = chunk(made)
    assert len(pieces) > 2
    assert all(len(piece.evidence.quote) <= TARGET + 20 for piece in pieces)
    assert all(piece.evidence.quote.endswith("。") for piece in pieces)


@given(st.text(alphabet="甲乙。；\n ，1", max_size=1500))
def test_cutting_loses_and_doubles_nothing_but_white_space(text: str) -> None:
    cuts = list(split(text, 0, len(text)))
    assert all(start < end for start, end in cuts)
    assert all(before[1] <= after[0] for before, after in pairwise(cuts))
    assert "".join("".join(text[start:end].split()) for start, end in cuts) == "".join(text.split())
    assert all(end - start <= 2 * TARGET for start, end in cuts)
