"""The real report, where it is at hand: its formats tell the same story. Nothing of it stands here."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpus.document.model import BlockKind, Document
from corpus.readers.opening import open_document
from tests.corpus.provenance import check, check_boxes

FOLDER = Path(
    os.environ.get("JIHENG_TEST_REPORTS") or Path(__file__).parents[2].parent / "shared" / "reports"
)
WORD = FOLDER / "hn-zwfw-2024.docx"
PLAIN = FOLDER / "hn-zwfw-2024.txt"
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
