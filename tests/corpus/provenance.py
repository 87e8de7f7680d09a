"""What must hold of every document, whatever its format: a quote is where it is said to be."""

from __future__ import annotations

import pypdfium2

from corpus.document.model import Document, Run

_NEAR = 1.0


def check(document: Document) -> None:
    """Fail where a block, a cell or a run does not stand where it says."""
    before = 0
    for block in document.blocks:
        assert before <= block.start <= block.end <= len(document.text)
        assert block.start == before or document.text[before : block.start] == "\n"
        before = block.end
        if block.table is None:
            assert document.text[block.start : block.end].strip()
            continue
        taken: set[tuple[int, int]] = set()
        for cell in block.table.cells:
            assert block.start <= cell.start <= cell.end <= block.end
            assert document.text[cell.start : cell.end] == cell.text
            places = {
                (cell.row + r, cell.column + c) for r in range(cell.row_span) for c in range(cell.column_span)
            }
            assert not places & taken
            assert all(r < block.table.rows and c < block.table.columns for r, c in places)
            taken |= places
    _check_runs(document)
    doubts = document.doubtful
    assert all(0 <= doubt.start < doubt.end <= len(document.text) for doubt in doubts)
    assert list(doubts) == sorted(doubts, key=lambda doubt: doubt.start)


def _check_runs(document: Document) -> None:
    sizes = {page.number: (page.width, page.height) for page in document.pages}
    before = 0
    held: set[int] = set()
    for run in document.runs:
        assert before <= run.start < run.end <= len(document.text)
        assert len(run.edges) == run.end - run.start + 1
        assert list(run.edges) == sorted(run.edges)
        width, height = sizes[run.page]
        assert run.edges[0] >= -_NEAR and run.edges[-1] <= width + _NEAR
        assert -_NEAR <= run.top < run.bottom <= height + _NEAR
        before = run.end
        held.update(range(run.start, run.end))
    if document.pages:
        lost = [n for n, char in enumerate(document.text) if not char.isspace() and n not in held]
        assert lost == []


def check_boxes(document: Document, data: bytes) -> None:
    """Fail where the box of a printed line does not hold its words in the eyes of another PDF library."""
    opened = pypdfium2.PdfDocument(data)
    pages = [(page.get_size()[1], page.get_textpage()) for page in opened]
    for run in document.runs:
        height, text = pages[run.page - 1]
        words = document.text[run.start : run.end]
        printed = _printed(text, height, run)
        if "\t" in words:  # the leader of a contents entry
            printed = printed.replace(".", "").replace("…", "")
        # The other library counts in a mark that reaches into the box from beside it.
        assert _plain(words) in printed
        assert len(printed) <= len(_plain(words)) + 2


def _printed(page: pypdfium2.PdfTextPage, height: float, run: Run) -> str:
    found: str = page.get_text_bounded(
        left=run.edges[0] - 0.5,
        right=run.edges[-1] + 0.5,
        top=height - run.top + 0.5,
        bottom=height - run.bottom - 0.5,
    )
    return _plain(found)


def _plain(text: str) -> str:
    return "".join(text.split())
