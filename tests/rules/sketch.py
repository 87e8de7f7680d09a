"""Small documents drawn by hand: headings, paragraphs and tables with merged cells, as readers give them."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.document.model import Block, BlockKind, Cell, Document, PageInfo, ReadMode, Table

UP = "^"
LEFT = "<"

HEADS = [
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值",
    "实际完成值",
    "分值",
    "自评得分",
    "偏差原因分析及改进措施",
]
EXECUTION_HEADS = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "自评得分"]


class Sketch:
    """Collects blocks in reading order; ``UP`` and ``LEFT`` in a table merge a place with its neighbour."""

    def __init__(self) -> None:
        self.text = ""
        self.blocks: list[Block] = []
        self.section: tuple[str, ...] = ()

    def _line(self, words: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += words + "\n"
        return start, start + len(words)

    def heading(self, words: str, level: int = 1) -> None:
        """Add a heading."""
        start, end = self._line(words)
        self.section = (*self.section[: level - 1], words)
        self.blocks.append(Block(BlockKind.HEADING, start, end, None, self.section, level))

    def paragraph(self, words: str, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """Add a paragraph, caption or contents entry."""
        start, end = self._line(words)
        self.blocks.append(Block(kind, start, end, None, self.section))

    def table(self, rows: Sequence[Sequence[str]], caption: str | None = None) -> None:
        """Add a table; short rows are filled with blank cells."""
        width = max(len(row) for row in rows)
        places = [[*row, *([""] * (width - len(row)))] for row in rows]
        owner: dict[tuple[int, int], tuple[int, int]] = {}
        for r, row in enumerate(places):
            for c, words in enumerate(row):
                above, left = owner.get((r - 1, c)), owner.get((r, c - 1))
                merged = above if words == UP else left if words == LEFT else None
                owner[r, c] = merged or (r, c)
        first = len(self.text)
        cells: list[Cell] = []
        for r, c in dict.fromkeys(owner.values()):
            covered = [place for place, own in owner.items() if own == (r, c)]
            rows_down = max(place[0] for place in covered) - r + 1
            columns_on = max(place[1] for place in covered) - c + 1
            start, end = self._line(places[r][c])
            cells.append(Cell(r, c, rows_down, columns_on, places[r][c], start, end, None))
        index = sum(block.table is not None for block in self.blocks)
        table = Table(index, caption, None, len(places), width, 1, tuple(cells))
        self.blocks.append(Block(BlockKind.TABLE, first, len(self.text), None, self.section, None, table))

    def lines(self, lines: Sequence[str]) -> None:
        """Add lines: ``# `` or ``## `` marks a heading, ``> `` a contents entry, ``= `` a caption."""
        for line in lines:
            if line.startswith("#"):
                marks, words = line.split(" ", 1)
                self.heading(words, len(marks))
            elif line.startswith("> "):
                self.paragraph(line[2:], BlockKind.CONTENTS)
            elif line.startswith("= "):
                self.paragraph(line[2:], BlockKind.CAPTION)
            else:
                self.paragraph(line)

    def document(self, unread_page: bool = False) -> Document:
        """Return the document; ``unread_page`` gives it a page that nobody could read."""
        pages = (PageInfo(1, "1", 595, 842, ReadMode.NOT_READ),) if unread_page else ()
        return Document("sketch.docx", "0" * 64, "docx", self.text, tuple(self.blocks), pages=pages)


def form(
    rows: Sequence[Sequence[str]],
    *,
    total: Sequence[str] = (),
    execution: Sequence[str] = (),
    heads: Sequence[str] = HEADS,
) -> list[list[str]]:
    """Return a whole form as one table: budget execution (if any), heads, rows and the row of totals."""
    width = len(heads)
    table: list[list[str]] = []
    if execution:
        table.append(["预算执行情况（万元）", "", *EXECUTION_HEADS])
        table.append([UP, "年度资金总额", *execution])
    table.append(list(heads))
    table += [list(row) for row in rows]
    if total:
        table.append(["总分", *([LEFT] * (width - 4)), *total, ""])
    return table
