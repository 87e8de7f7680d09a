"""Another library on files, in a process and an environment of its own: ``python peer.py library file…``, JSON lines.

It stands alone, as nothing of ours is installed there. Every way to find tables is tried, with the tables of each page
by themselves, and with the first table of a page joined to the last one before it where it has as many columns (repeated
heads dropped), as a user of the library would.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from typing import Any

Rows = list[list[str | None]]

_ALIGNED = {"vertical_strategy": "text", "horizontal_strategy": "text"}


def main() -> None:
    """Read the files named and print one line for each: text (null: it gives none), tables in every way, processor time."""
    library = sys.argv[1]
    read = {"pdfplumber": _pdfplumber, "docling-parse": _docling, "camelot": _camelot}[library]
    # None of these modules is in our environment.
    module = importlib.import_module({"docling-parse": "docling_parse.pdf_parser"}.get(library, library))
    for path in sys.argv[2:]:
        print(json.dumps(read(module, path)), flush=True)


def _pdfplumber(module: Any, path: str) -> dict[str, Any]:
    """Text, and tables by ruling lines and by text; the time is of text and the tables by lines."""
    begun = time.process_time()
    with module.open(path) as pdf:
        texts = [page.extract_text() or "" for page in pdf.pages]
        lines = [page.extract_tables() for page in pdf.pages]
        seconds = time.process_time() - begun
        aligned = [page.extract_tables(_ALIGNED) for page in pdf.pages]
    return {"text": "\n".join(texts), "tables": _ways(lines, aligned), "seconds": seconds}


def _docling(module: Any, path: str) -> dict[str, Any]:
    """Cells of text, a line each; it has no tables (those are made by models of the larger docling)."""
    begun = time.process_time()
    pages = [page for _, page in module.DoclingPdfParser().load(path).iterate_pages()]
    lines = [cell.text for page in pages for cell in page.textline_cells]
    return {"text": "\n".join(lines), "tables": [], "seconds": time.process_time() - begun}


def _camelot(module: Any, path: str) -> dict[str, Any]:
    """Tables by ruling lines and by text, no text beside them; the time is of the tables by lines, its default."""
    begun = time.process_time()
    lines = _camelot_tables(module, path, "lattice")
    seconds = time.process_time() - begun
    aligned = _camelot_tables(module, path, "stream")
    return {"text": None, "tables": _ways(lines, aligned), "seconds": seconds}


def _camelot_tables(module: Any, path: str, way: str) -> list[list[Rows]]:
    pages: dict[int, list[Rows]] = {}
    for table in module.read_pdf(path, pages="all", flavor=way):
        rows = [[None if _covered(cell) else cell.text for cell in row] for row in table.cells]
        pages.setdefault(table.page, []).append(rows)
    return [pages[number] for number in sorted(pages)]


def _covered(cell: Any) -> bool:
    """Tell whether a blank place of camelot has no edge to its left or above, so that a cell there goes on over it."""
    return not cell.text and not (cell.left and cell.top)


def _ways(*found: list[list[Rows]]) -> list[list[Rows]]:
    """Return, for tables by page as found in each way, those tables by themselves and joined over the pages."""
    return [made for pages in found for made in ([table for page in pages for table in page], _joined(pages))]


def _joined(pages: list[list[Rows]]) -> list[Rows]:
    found: list[Rows] = []
    for tables in pages:
        for number, table in enumerate(tables):
            before = found[-1] if found else None
            if number == 0 and before and table and len(before[0]) == len(table[0]):
                heads = 0
                while heads < min(len(table), len(before)) and table[heads] == before[heads]:
                    heads += 1
                before += table[heads:]
            elif table:
                found.append([*table])
    return found


def cells_of(table: Rows) -> list[tuple[int, int, int, int, str]]:
    """Return the cells of a table; None is a place that the cell at its left or above covers."""
    found: list[tuple[int, int, int, int, str]] = []
    for r, row in enumerate(table):
        for c, text in enumerate(row):
            if text is None:
                continue
            wide = 1
            while c + wide < len(row) and row[c + wide] is None:
                wide += 1
            high = 1
            while r + high < len(table) and all(place is None for place in table[r + high][c : c + wide]):
                high += 1
            found.append((r, c, high, wide, text))
    return found


if __name__ == "__main__":
    main()
