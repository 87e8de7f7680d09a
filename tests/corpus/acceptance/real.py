"""The real report, where it is at hand: how far its other formats agree with its Word file. Nothing of it stands here."""

from __future__ import annotations

import difflib
import time
from collections import Counter

from corpus.document.model import Document
from corpus.readers.opening import open_document
from tests.conftest import REPORTS
from tests.corpus.acceptance.keyed import Keyed, read_figures, read_grids
from tests.corpus.acceptance.score import scored

_NAME = "hn-zwfw-2024"


def compare(*, scan: bool) -> None:
    """Print how many figures of the Word file each format has in the same order, and which it has otherwise."""
    word = REPORTS / f"{_NAME}.docx"
    if not word.exists():
        print("\n(real report: not run)")
        return
    made = open_document(word)
    wanted = read_figures(made, sure=False)
    key = Keyed(_NAME, "real", "docx", grids=read_grids(made))
    print(f"\nThe real report against its Word file, {len(wanted)} figures:")
    names = [f"{_NAME}.pdf", f"{_NAME}.txt", *([f"{_NAME}-scan.pdf"] if scan else [])]
    for name in names:
        begun = time.process_time()
        document = open_document(REPORTS / name)
        seconds = time.process_time() - begun
        found = read_figures(document)
        print(f"  {name}: {100 * agreeing(wanted, found):.2f}% found, {wrong(wanted, found)} wrong", end="")
        if document.pages:
            cells = scored(key, read_grids(document), [], [])
            print(f", {cells.placed} of {cells.cells} cells placed", end="")
        print(f", {seconds / len(document.pages):.1f} s a page" if document.ocr else "")
        if document.ocr:
            show_faults(wanted, document)


def agreeing(wanted: list[str], found: list[str]) -> float:
    """Return the share of figures found in order."""
    matcher = difflib.SequenceMatcher(None, wanted, found, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(wanted)


def wrong(wanted: list[str], found: list[str]) -> int:
    """Return how many figures were read that are not there."""
    return (Counter(found) - Counter(wanted)).total()


def show_faults(wanted: list[str], document: Document) -> None:
    """Print what was read otherwise, or not for certain."""
    found = read_figures(document)
    for kind, i1, i2, j1, j2 in difflib.SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes():
        if kind != "equal":
            print(f"    {wanted[i1:i2]} read as {found[j1:j2]}")
