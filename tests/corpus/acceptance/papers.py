"""The measuring reports as files with a key: Word, text, PDF with tables drawn in every way, pages scanned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.corpus.acceptance.keyed import Keyed, squeezed
from tests.corpus.pdf_files import Form, Look, Typesetter
from tests.measure.ground import NAMES, paper
from tests.measure.paper import Grid, Line, Paper
from tests.measure.writers import to_docx, to_txt

RULED = ("strokes", "rects", "double", "dashes")
HALF = ("rows", "three")
_BLANK = re.compile(r"(?<=[0-9])\s+(?=[0-9])")


def key_of(report: Paper, kind: str, format: str) -> Keyed:
    """Return the key of a report, as yet without a file."""
    keyed = Keyed(f"{report.name}.{kind}", kind, format)
    for block in report.blocks:
        if isinstance(block, Grid):
            keyed.add_grid(form_of(block, 100))
        else:
            # 表1　2019年… holds two figures; without its blank it would hold one.
            keyed.texts.append(squeezed(_BLANK.sub("|", block.body.text)))
            if block.level:
                keyed.headings.append((block.level, squeezed(block.body.text)))
    return keyed


def can_stand_without_rules(block: Grid) -> bool:
    """Say whether a table shows its cells without rules between them: nothing is merged below its heads."""
    return all(cell.row < block.heads or cell.row_span == cell.column_span == 1 for cell in block.cells)


def form_of(block: Grid, room: float) -> Form:
    """Return a table for the typesetter, as wide as there is room."""
    scale = room / sum(block.widths)
    cells = [(c.row, c.column, c.row_span, c.column_span, c.body.text) for c in block.cells]
    return Form([width * scale for width in block.widths], cells)


def to_pdf(report: Paper, rules: str, keyed: Keyed | None = None) -> bytes:
    """Set a report with its tables drawn in one way, and with a contents page where there is a key to take it."""
    pages = _set(report, rules, None)[1]
    if keyed is None:
        return _set(report, rules, None)[0]
    entries = [(title, page) for title, page in pages if len(title) < 60]
    keyed.contents = [(squeezed(title), str(page)) for title, page in entries]
    keyed.texts = ["目录", *keyed.texts]
    return _set(report, rules, entries)[0]


def _set(
    report: Paper, rules: str, entries: list[tuple[str, int]] | None
) -> tuple[bytes, list[tuple[str, int]]]:
    """Return the file, and on which page every heading stands."""
    page = Typesetter()
    headings: list[tuple[str, int]] = []
    if entries:
        page.centred("目  录", 20)
        for title, number in entries:
            page.entry(title, number, indent=0 if title[0] not in "（(" else 16)
        page.new_page()
    for block in report.blocks:
        if isinstance(block, Grid):
            drawn = rules if can_stand_without_rules(block) or rules in RULED else "strokes"
            look = Look(repeat=block.heads, heads=block.heads, size=9.5, padding=2.5, rules=drawn)
            page.table(form_of(block, page.room), look)
        else:
            _line(page, block)
            if block.level:
                headings.append((block.body.text, page.count))
    return page.done(), headings


def _line(page: Typesetter, line: Line) -> None:
    if line.set == "title":
        page.centred(line.body.text, 20)
    elif line.set == "centre":
        page.centred(line.body.text)
    elif line.set == "right":
        page.right(line.body.text, 10.5)
    else:
        page.paragraph(line.body.text)


def printed() -> Iterator[Keyed]:
    """Yield every report as PDF, its tables ruled, half-ruled and not ruled at all."""
    for number, name in enumerate(NAMES):
        report = paper(name)
        for kind, rules in (
            ("ruled", RULED[number % len(RULED)]),
            ("half-ruled", HALF[number % len(HALF)]),
            ("unruled", "none"),
        ):
            keyed = key_of(report, kind, "pdf")
            if rules not in RULED:
                grids = [block for block in report.blocks if isinstance(block, Grid)]
                keyed.uncounted = {n for n, block in enumerate(grids) if not can_stand_without_rules(block)}
            keyed.data = to_pdf(report, rules, keyed if kind == "ruled" else None)
            yield keyed


def written() -> Iterator[Keyed]:
    """Yield every report as Word file and as text."""
    for name in NAMES:
        report = paper(name)
        for format, write in (("docx", to_docx), ("txt", to_txt)):
            keyed = key_of(report, format, format)
            keyed.data = write(report)
            yield keyed
