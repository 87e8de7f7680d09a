"""Where the lines of a specimen stand in the DOCX made of it: report blocks matched to the canonical text in order."""

from __future__ import annotations

import re

from assistant.specimens.blocks import Contents, Heading, Paragraph, Report, Table, plain
from assistant.specimens.blocks import Place as Slotted
from assistant.specimens.key import SENTENCE, Where, row_text, where_is
from assistant.training.folded import Folded, fold
from assistant.training.key import Place

_MARKS = "[“”‘’\"']"


class Lines:
    """Every sentence, heading, contents entry and table row of a report, with offsets into the text of its DOCX."""

    def __init__(self, report: Report, text: str) -> None:
        """Match the lines to the text, in order; a line that is not found has no offsets."""
        whole = Folded(text)
        found: list[Place] = []
        cursor = 0
        for quote, where in _quotes(report):
            span = whole.find(fold(quote), cursor)
            if span is not None:
                cursor = span[0]
                span = _with_marks(text, quote, *span)
            start, end = span or (None, None)
            found.append(_place(quote, where, start, end))
        self.places = tuple(found)
        self._folded = [Folded(place.quote) for place in found]
        self._exact = {line.text: number for number, line in reversed(list(enumerate(self._folded)))}

    def number_of(self, quote: str) -> int | None:
        """Return the number of a quote's line: the line itself, else the first that holds it."""
        wanted = fold(quote)
        if wanted in self._exact:
            return self._exact[wanted]
        return next((n for n, line in enumerate(self._folded) if wanted and wanted in line.text), None)

    def locate(self, quote: str, where: Where | None = None) -> Place:
        """Return a quote's own place: inside the line that holds it, or a line by itself."""
        number = self.number_of(quote)
        if number is None:
            return _place(quote, where or Where(""), None, None)
        if where is not None and self.places[number].section != where.section:
            # A heading stands on the contents page as well.
            twins = [n for n, line in enumerate(self._folded) if line.text == self._folded[number].text]
            number = next((n for n in twins if self.places[n].section == where.section), number)
        line = self.places[number]
        inside = self._folded[number].find(fold(quote))
        known = where or Where(line.section or "", line.table, line.row, line.column)
        start, end = line.start, line.end
        if inside is not None and start is not None and end is not None and end - start == len(line.quote):
            first, last = _with_marks(line.quote, quote, *inside)
            start, end = start + first, start + last
        return _place(quote, known, start, end)


def _with_marks(text: str, quote: str, start: int, end: int) -> tuple[int, int]:
    """Return a span with the quotation marks that a quote begins and ends with, where the text has them there."""
    ahead, behind = re.match(f"{_MARKS}*", quote), re.search(f"{_MARKS}*$", quote)
    for mark in reversed(ahead.group() if ahead else ""):
        start -= int(text[:start].endswith(mark))
    for mark in behind.group() if behind else "":
        end += int(text[end:].startswith(mark))
    return start, end


def _place(quote: str, where: Where, start: int | None, end: int | None) -> Place:
    return Place(
        quote=quote,
        section=where.section or None,
        table=where.table,
        row=where.row,
        column=where.column,
        start=start,
        end=end,
    )


def _quotes(report: Report) -> list[tuple[str, Where]]:
    found: list[tuple[str, Where]] = []
    for number, block in enumerate(report.blocks):
        where = where_is(report, Slotted(number, None, 0))
        if isinstance(block, Heading):
            found.append((block.text, where))
        elif isinstance(block, Contents):
            found += [(entry.text, where) for entry in block.entries]
        elif isinstance(block, Paragraph):
            sentences = (match.group().strip() for match in SENTENCE.finditer(plain(block.parts)))
            found += [(sentence, where) for sentence in sentences if sentence]
        elif isinstance(block, Table):
            found += _rows(report, number, block)
    return found


def _rows(report: Report, number: int, table: Table) -> list[tuple[str, Where]]:
    found = []
    for row in range(table.rows):
        text = row_text(table, row)
        first = next((index for index, cell in enumerate(table.cells) if cell.row == row), None)
        if text and first is not None:
            where = where_is(report, Slotted(number, first, 0))
            found.append((text, Where(where.section, where.table, where.row)))
    return found
