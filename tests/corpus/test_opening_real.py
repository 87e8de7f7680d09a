"""The real report, where it is at hand: its formats tell the same story. Nothing of it stands here."""

from __future__ import annotations

import difflib
import io
import os
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from corpus.document.model import BlockKind, Cell, Document, Table
from corpus.readers.opening import open_document, read_bytes
from tests.corpus.acceptance.keyed import figures_of, squeezed
from tests.corpus.provenance import check, check_boxes

FOLDER = Path(
    os.environ.get("JIHENG_TEST_REPORTS") or Path(__file__).parents[2].parent / "shared" / "reports"
)
WORD = FOLDER / "hn-zwfw-2024.docx"
PLAIN = FOLDER / "hn-zwfw-2024.txt"
SCANNED = FOLDER / "hn-zwfw-2024-scan.pdf"
PRINTED = FOLDER / "hn-zwfw-2024.pdf"

pytestmark = pytest.mark.skipif(not WORD.exists() or not PLAIN.exists(), reason="real report: not run")


def folded(document: Document, kind: BlockKind) -> list[tuple[int | None, str]]:
    return [
        (block.level, "".join(document.text[block.start : block.end].split()))
        for block in document.blocks
        if block.kind is kind
    ]


@pytest.fixture(scope="module")
def word() -> Document:
    return open_document(WORD)


@pytest.fixture(scope="module")
def text() -> Document:
    return open_document(PLAIN)


@pytest.fixture(scope="module")
def printed() -> Document:
    return open_document(PRINTED)


def blocks(document: Document) -> list[tuple[str, int | None, str]]:
    return [
        (block.kind.value, block.level, "".join(document.text[block.start : block.end].split()))
        for block in document.blocks
        if block.table is None
    ]


def test_word_and_pdf_are_the_same_blocks(word: Document, printed: Document) -> None:
    assert blocks(printed) == blocks(word)


def test_word_and_pdf_have_the_same_tables_cell_by_cell(word: Document, printed: Document) -> None:
    def cells(document: Document) -> list[list[tuple[int, int, int, int, str]]]:
        return [
            [(c.row, c.column, c.row_span, c.column_span, "".join(c.text.split())) for c in table.cells]
            for table in document.tables
        ]

    assert cells(printed) == cells(word)


def figures_by_section(document: Document) -> list[tuple[str, str]]:
    return [
        (squeezed("/".join(block.section)), figure)
        for block in document.blocks
        if block.kind is not BlockKind.CONTENTS
        for figure, _ in figures_of(unicodedata.normalize("NFKC", document.text[block.start : block.end]))
    ]


def test_word_pdf_and_text_have_the_same_figures_in_the_same_sections(
    word: Document, printed: Document, text: Document
) -> None:
    wanted = figures_by_section(word)
    assert len(wanted) == 501
    assert figures_by_section(printed) == wanted  # no difference in either, so none to be explained
    assert figures_by_section(text) == wanted


def indicators(document: Document) -> Table:
    """Return the table that holds the indicators of annex 2; there is one, over all its pages."""
    (table,) = (t for t in document.tables if any(cell.text == "三级指标" for cell in t.cells))
    return table


def columns_of(table: Table, *heads: str) -> list[int]:
    return [next(c.column for c in table.cells if c.row == 0 and c.text == head) for head in heads]


def test_the_indicators_of_annex_2_are_one_table_with_every_row_whole(printed: Document) -> None:
    table = indicators(printed)
    assert len({cell.page for cell in table.cells}) >= 3
    name, target, actual, weight, score = columns_of(
        table, "三级指标", "年度指标值", "实际完成值", "分值", "自评得分"
    )
    reason = score + 1
    rows = table.grid()[1:-1]
    blank = [row for row in rows if "" in texts(row, weight, score)]
    assert len(rows) == 25
    assert [texts(row, name, target, actual) for row in blank] == [["", "", ""]]
    for row in rows:
        if row not in blank:
            assert all(texts(row, 1, 2, name, target, actual)), "levels, name, target and result"
            points, got = map(Decimal, texts(row, weight, score))
            assert bool(texts(row, reason)[0]) == (got < points), "a reason where points are lost"
    assert {(cell.row, cell.row_span) for cell in table.cells if cell.column == 1 and 0 < cell.row < 26} == {
        (1, 17),
        (18, 6),
        (24, 2),
    }


def texts(row: list[Cell | None], *columns: int) -> list[str]:
    return [cell.text if (cell := row[column]) is not None else "" for column in columns]


def test_the_points_of_annex_2_add_up_in_every_format(
    word: Document, printed: Document, text: Document
) -> None:
    for document in (word, printed, text):
        table = indicators(document)
        weight, score = columns_of(table, "分值", "自评得分")
        points = [
            [
                Decimal(cell.text)
                for cell in table.cells
                if cell.column == column and 0 < cell.row < table.rows - 1 and cell.text
            ]
            for column in (weight, score)
        ]
        assert [len(column) for column in points] == [24, 24]
        assert [sum(column) for column in points] == [Decimal(90), Decimal("87.00")]


def test_text_has_the_rows_of_annex_1_and_the_named_rows_of_annex_2(word: Document, text: Document) -> None:
    def rows(document: Document, wanted: int) -> dict[str, list[str]]:
        """Return the figures of each row with as many of them, by its name."""
        found: dict[str, list[str]] = {}
        for table in document.tables[2:]:
            for row in table.grid()[1:]:
                cells = [squeezed(cell.text) for cell in dict.fromkeys(row) if cell is not None and cell.text]
                values = [t for t in cells if t[-1] in "0123456789%"]
                if len(values) == wanted and len(cells) > wanted:
                    found[cells[-wanted - 1] if cells[-1] in values else cells[-wanted - 2]] = values
        return found

    assert len(rows(text, 3).keys() & rows(word, 3).keys()) >= 12
    for count in (3, 4):
        for name, values in rows(text, count).items():
            if name in rows(word, count):
                assert rows(word, count)[name] == values


@pytest.mark.slow
def test_pages_of_the_scan_have_the_figures_of_the_text(printed: Document) -> None:
    pages = (8, 10)
    scan = read_bytes(only_pages(SCANNED.read_bytes(), pages), "scan.pdf")
    wanted = [f for page in pages for f in figures_on(printed, page)]
    found = [f for page in range(1, len(pages) + 1) for f in figures_on(scan, page)]
    matcher = difflib.SequenceMatcher(None, wanted, found, autojunk=False)
    assert len(wanted) > 30
    assert sum(block.size for block in matcher.get_matching_blocks()) >= 0.95 * len(wanted)


def figures_on(document: Document, page: int) -> list[str]:
    return [
        figure
        for figure, at in figures_of(document.text)
        if any(run.page == page for run in document.runs if run.start <= at < run.end)
        and document.doubt(at, at + len(figure)) is None
    ]


def only_pages(data: bytes, pages: Sequence[int]) -> bytes:
    """Return a PDF of some pages of another."""
    source, chosen = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new()
    chosen.import_pages(source, [page - 1 for page in pages])
    buffer = io.BytesIO()
    chosen.save(buffer)
    return buffer.getvalue()


def test_every_quote_and_box_is_where_it_is_said_to_be(
    word: Document, text: Document, printed: Document
) -> None:
    for document in (word, text, printed):
        check(document)
    check_boxes(printed, PRINTED.read_bytes())


def test_word_and_text_have_the_same_contents_and_body_headings(word: Document, text: Document) -> None:
    assert folded(word, BlockKind.CONTENTS) == folded(text, BlockKind.CONTENTS)
    inside = [h for h in folded(text, BlockKind.HEADING) if not h[1].endswith("表")]
    assert folded(word, BlockKind.HEADING) == inside


def test_every_contents_entry_is_a_heading_but_for_the_ones_that_were_reworded(word: Document) -> None:
    entries = [title.rstrip("0123456789") for _, title in folded(word, BlockKind.CONTENTS)]
    titles = [title for _, title in folded(word, BlockKind.HEADING)]
    levels = {title: level for level, title in folded(word, BlockKind.HEADING)}
    assert len(entries) > 30
    assert sum(entry in titles for entry in entries) >= len(entries) - 5
    assert all(
        levels[t.rstrip("0123456789")] == n
        for n, t in folded(word, BlockKind.CONTENTS)
        if t.rstrip("0123456789") in levels
    )


def test_tables_have_names_units_and_heads(word: Document) -> None:
    body = [t for t in word.tables if t.unit == "万元"]
    assert [bool(t.caption) for t in body] == [True, True]
    assert [t.header_rows for t in body] == [2, 1]
    annexes = {
        block.section[0].split(" ")[0]
        for block in word.blocks
        if block.table and block.section[0].startswith("附件")
    }
    assert annexes == {"附件1", "附件2"}


def test_nothing_is_doubtful_in_it(word: Document, text: Document) -> None:
    assert word.issues == ()
    assert text.issues == ()
    assert len(text.furniture) == 2
