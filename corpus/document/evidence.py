"""Evidence: a quote and its place, resolved from offsets and never from a search for similar words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any, Literal

from corpus.document.model import Block, Box, Document, Run

Source = Literal["report", "policy", "card"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A short quote with its place; absent parts are None, never invented. The fields are those of CONTRACT.

    ``material`` names the kind of document where it is not the report itself but one that it is held against.
    """

    source: Source
    document: str
    quote: str
    page: int | None = None
    page_label: str | None = None
    section: str | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None
    boxes: tuple[Box, ...] | None = None
    start: int | None = None
    end: int | None = None
    material: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the evidence object of the contract."""
        return {
            "source": self.source,
            "document": self.document,
            "page": self.page,
            "page_label": self.page_label,
            "section": self.section,
            "table": self.table,
            "row": self.row,
            "column": self.column,
            "quote": self.quote,
            "boxes": None if self.boxes is None else [box.as_list() for box in self.boxes],
            "start": self.start,
            "end": self.end,
            "material": self.material,
        }


class Locator:
    """Resolves offsets of one document into blocks, pages, boxes and evidence; built once a document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._block_starts = [block.start for block in document.blocks]
        self._run_starts = [run.start for run in document.runs]
        self._labels = {page.number: page.label for page in document.pages}

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds the offset, or None between blocks."""
        index = bisect_right(self._block_starts, offset) - 1
        if index < 0:
            return None
        block = self.document.blocks[index]
        return block if offset < max(block.end, block.start + 1) else None

    def boxes(self, start: int, end: int) -> tuple[Box, ...] | None:
        """Return one box a printed line that the stretch touches, or None for a format without pages."""
        runs = self.document.runs
        if not runs:
            return None
        found: list[Box] = []
        index = max(bisect_right(self._run_starts, start) - 1, 0)
        while index < len(runs) and runs[index].start < end:
            run = runs[index]
            if run.end > start:
                box = _part_of(run, max(start, run.start), min(end, run.end))
                if found and run.end - run.start == 1 and _stacked(found[-1], box):
                    box = _around(found.pop(), box)
                found.append(box)
            index += 1
        return tuple(found)

    def page_at(self, offset: int) -> int | None:
        """Return the physical page of the offset, or None for a format without pages."""
        boxes = self.boxes(offset, offset + 1)
        if boxes:
            return boxes[0].page
        block = self.block_at(offset)
        return block.page if block is not None else None

    def evidence(
        self,
        start: int,
        end: int,
        *,
        table: str | None = None,
        row: str | None = None,
        column: str | None = None,
    ) -> Evidence:
        """Return the evidence for a stretch of the canonical text."""
        block = self.block_at(start)
        page = self.page_at(start)
        return Evidence(
            source="report",
            document=self.document.name,
            quote=self.document.text[start:end],
            page=page,
            page_label=self._labels.get(page) if page is not None else None,
            section=" / ".join(block.section) if block is not None and block.section else None,
            table=table,
            row=row,
            column=column,
            boxes=self.boxes(start, end),
            start=start,
            end=end,
        )


def _stacked(upper: Box, lower: Box) -> bool:
    """Say whether single characters stand above one another, as in a line set sideways or downwards."""
    width, height = lower.x1 - lower.x0, lower.bottom - lower.top
    narrow = upper.x1 - upper.x0 < 1.5 * width
    shared = min(upper.x1, lower.x1) - max(upper.x0, lower.x0) > 0.5 * width
    apart = max(upper.top, lower.top) - min(upper.bottom, lower.bottom)
    return upper.page == lower.page and narrow and shared and apart < height


def _around(first: Box, second: Box) -> Box:
    return Box(
        page=first.page,
        x0=min(first.x0, second.x0),
        top=min(first.top, second.top),
        x1=max(first.x1, second.x1),
        bottom=max(first.bottom, second.bottom),
    )


def _part_of(run: Run, start: int, end: int) -> Box:
    return Box(
        page=run.page,
        x0=run.edges[start - run.start],
        top=run.top,
        x1=run.edges[end - run.start],
        bottom=run.bottom,
    )
