"""pdfplumber on files, in a process and an environment of its own: ``python peer.py file…`` prints lines of JSON.

It stands alone, as nothing of ours is installed there. Tables that go on over a page are joined and repeated heads
dropped, as a user of it would; of its two ways to find tables, each is tried.
"""

from __future__ import annotations

import importlib
import json
import sys
import time

_WAYS = {"text": {"vertical_strategy": "text", "horizontal_strategy": "text"}}


def main() -> None:
    """Read the files named and print one line for each: text, tables by each way, processor time of text and tables."""
    pdfplumber = importlib.import_module("pdfplumber")  # which our environment does not have

    for path in sys.argv[1:]:
        begun = time.process_time()
        with pdfplumber.open(path) as pdf:
            texts = [page.extract_text() or "" for page in pdf.pages]
            tables = {"lines": _joined([page.extract_tables() for page in pdf.pages])}
            seconds = time.process_time() - begun
            tables["text"] = _joined([page.extract_tables(_WAYS["text"]) for page in pdf.pages])
        print(json.dumps({"text": "\n".join(texts), "tables": tables, "seconds": seconds}), flush=True)


def _joined(pages: list[list[list[list[str | None]]]]) -> list[list[list[str | None]]]:
    found: list[list[list[str | None]]] = []
    for tables in pages:
        for number, table in enumerate(tables):
            before = found[-1] if found else None
            if number == 0 and before and table and len(before[0]) == len(table[0]):
                heads = 0
                while heads < min(len(table), len(before)) and table[heads] == before[heads]:
                    heads += 1
                before += table[heads:]
            elif table:
                found.append(table)
    return found


def cells_of(table: list[list[str | None]]) -> list[tuple[int, int, int, int, str]]:
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
