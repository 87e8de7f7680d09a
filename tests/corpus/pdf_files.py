"""PDF files for tests, typeset here so that every line, cell and rule is known: the key stands beside the file."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONT = "gbsn"
FONT_FOLDER = Path("/usr/share/fonts/truetype")


@cache
def _register() -> None:
    found = next(FONT_FOLDER.rglob("gbsn00lp.ttf"), None)
    if found is None:
        raise RuntimeError("Debian package fonts-arphic-gbsn00lp is missing; no PDF can be typeset")
    pdfmetrics.registerFont(TTFont(FONT, str(found)))


_TOKEN = re.compile(r"[（“《]*(?:[A-Za-z0-9.,%+\-]+|.)[，。；：！？、）”》%]*", re.DOTALL)
Key = tuple[int, int, int, int, str]


def width_of(text: str, size: float) -> float:
    """Return the printed width."""
    _register()
    return float(pdfmetrics.stringWidth(text, FONT, size))


def wrap(text: str, room: float, size: float, first: float = 0.0) -> list[str]:
    """Break a text as Word does: before the first piece that does not fit, a longer one where it must be."""
    lines, line, left = [], "", room - first
    for token in _TOKEN.findall(text):
        if line and width_of(line + token, size) > left:
            lines.append(line)
            line, left = "", room
        while width_of(token, size) > left and len(token) > 1:
            cut = next(n for n in range(len(token), 0, -1) if n == 1 or width_of(token[:n], size) <= left)
            lines.append(token[:cut])
            token, left = token[cut:], room
        line += token
    return [*lines, line]


@dataclass(frozen=True)
class Look:
    """How a table is drawn; ``rules``: strokes, rects, dashes, double, or of the horizontal ones only rows
    (below every row) or three (above and below the ``heads``, and at the foot), or none."""

    rules: str = "strokes"
    sides: bool = True
    centre: bool = True
    middle: bool = True
    repeat: int = 0
    heads: int = 1
    breaks_rows: bool = False
    size: float = 10.5
    padding: float = 5.4


@dataclass(frozen=True)
class Form:
    """A table as data: cells as (row, column, row span, column span, text), and the widths of its columns."""

    widths: Sequence[float]
    cells: Sequence[Key]

    @property
    def rows(self) -> int:
        """Return the number of rows."""
        return max(cell[0] + cell[2] for cell in self.cells)


def form(widths: Sequence[float], *rows: str) -> Form:
    """Build a form from rows of cells parted by |; > belongs to the cell at its left, ^ to the one above."""
    places = [[text.strip() for text in row.split("|")] for row in rows]
    cells: list[Key] = []
    for r, row in enumerate(places):
        for c, text in enumerate(row):
            if text in (">", "^"):
                continue
            wide = next((n for n in range(1, len(row) - c) if row[c + n] != ">"), len(row) - c)
            high = next((n for n in range(1, len(places) - r) if places[r + n][c] != "^"), len(places) - r)
            cells.append((r, c, high, wide, text))
    return Form(widths, cells)


@dataclass
class Typesetter:
    """Sets running text and tables on pages, with furniture at will."""

    margin: float = 72.0
    size: float = 16.0
    leading: float = 28.0
    number: str | None = "— {} —"
    head: str | None = None
    page: tuple[float, float] = A4
    password: str | None = None
    out: io.BytesIO = field(default_factory=io.BytesIO)

    def __post_init__(self) -> None:
        self.canvas = Canvas(self.out, pagesize=self.page, encrypt=self.password, invariant=1)
        self.count = 1
        self.y = self.margin
        self._furnish()

    @property
    def room(self) -> float:
        """Return the width of the text area."""
        return self.page[0] - 2 * self.margin

    def text(self, x: float, top: float, text: str, size: float | None = None) -> None:
        """Print a text with the top of its letters at a place."""
        size = size or self.size
        _register()
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, self.page[1] - top - 0.88 * size, text)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Stroke a line."""
        self.canvas.line(x0, self.page[1] - y0, x1, self.page[1] - y1)

    def rect(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Fill a rectangle."""
        self.canvas.rect(x0, self.page[1] - y1, x1 - x0, y1 - y0, stroke=0, fill=1)

    def paragraph(self, text: str, indent: float = 2.0, size: float | None = None) -> Typesetter:
        """Set a paragraph with a first-line indent of so many characters."""
        size = size or self.size
        shift = indent * size
        for line in wrap(text, self.room, size, shift):
            self._need(self.leading)
            self.text(self.margin + shift, self.y, line, size)
            self.y += self.leading
            shift = 0.0
        return self

    def centred(self, text: str, size: float | None = None) -> Typesetter:
        """Set a line in the middle."""
        size = size or self.size
        self._need(self.leading)
        self.text((self.page[0] - width_of(text, size)) / 2, self.y, text, size)
        self.y += self.leading
        return self

    def right(self, text: str, size: float | None = None) -> Typesetter:
        """Set a line at the right margin."""
        size = size or self.size
        self._need(self.leading)
        self.text(self.page[0] - self.margin - width_of(text, size), self.y, text, size)
        self.y += self.leading
        return self

    def entry(self, title: str, page: int, indent: float = 0.0) -> Typesetter:
        """Set an entry of a contents page with a dotted leader, over two lines where it is long."""
        lines = wrap(title, self.room - indent - 40, self.size)
        for line in lines:
            self._need(self.leading)
            self.text(self.margin + indent, self.y, line)
            if line is lines[-1]:
                start = self.margin + indent + width_of(line, self.size)
                end = self.page[0] - self.margin - width_of(str(page), self.size)
                dots = "." * int((end - start) / width_of(".", self.size))
                self.text(end - width_of(dots, self.size), self.y, dots + str(page))
            self.y += self.leading
        return self

    def new_page(self) -> Typesetter:
        """Begin the next page."""
        self.canvas.showPage()
        self.count += 1
        self.y = self.margin
        self._furnish()
        return self

    def done(self) -> bytes:
        """Return the file."""
        self.canvas.save()
        return self.out.getvalue()

    def table(self, form: Form, look: Look | None = None) -> Typesetter:
        """Set a table, over as many pages as it needs."""
        _TableSetter(self, form, look or Look()).set()
        return self

    def _need(self, height: float) -> None:
        if self.y + height > self.page[1] - self.margin:
            self.new_page()

    def _furnish(self) -> None:
        if self.number is not None:
            label = self.number.format(self.count)
            self.text((self.page[0] - width_of(label, 14)) / 2, self.page[1] - 50, label, 14)
        if self.head is not None:
            self.text(self.margin, 40, self.head, 9)


@dataclass
class _TableSetter:
    """Sets one table: row by row, what fits of a row where rows may break."""

    page: Typesetter
    form: Form
    look: Look

    def __post_init__(self) -> None:
        self.lead = 1.25 * self.look.size
        self.xs = [self.page.margin]
        for width in self.form.widths:
            self.xs.append(self.xs[-1] + width)
        self.lines = {cell: self._wrapped(cell) for cell in self.form.cells}

    def _wrapped(self, cell: Key) -> list[str]:
        room = self.xs[cell[1] + cell[3]] - self.xs[cell[1]] - 2 * self.look.padding
        return [line for part in cell[4].split("\n") for line in wrap(part, room, self.look.size) if line]

    def set(self) -> None:
        """Set all rows; a piece is (row, first line of text, lines)."""
        pieces: list[tuple[int, int, int]] = []
        heads = sum(self._lines_of(row) * self.lead + 6 for row in range(self.look.repeat))
        self.page._need(heads + 2 * self.lead + 6)
        top = self.page.y
        for row in range(self.form.rows):
            done, total = 0, self._lines_of(row)
            while True:
                fit = int((self.page.page[1] - self.page.margin - self.page.y - 2 * 3) / self.lead)
                if total - done <= fit or (fit >= total):
                    break
                if self.look.breaks_rows and fit >= 1 and total > 1:
                    pieces.append((row, done, fit))
                    self.page.y += fit * self.lead + 6
                    done += fit
                self._draw(pieces, top)
                pieces = []
                self.page.new_page()
                top = self.page.y
                for head in range(self.look.repeat):
                    pieces.append((head, 0, self._lines_of(head)))
                    self.page.y += self._lines_of(head) * self.lead + 6
            pieces.append((row, done, total - done))
            self.page.y += (total - done) * self.lead + 6
        self._draw(pieces, top)

    def _lines_of(self, row: int) -> int:
        own = [len(self.lines[cell]) for cell in self.form.cells if cell[0] == row and cell[2] == 1]
        ending = [
            -(-len(self.lines[cell]) // cell[2])
            for cell in self.form.cells
            if cell[2] > 1 and cell[0] <= row < cell[0] + cell[2]
        ]
        return max([1, *own, *ending])

    def _draw(self, pieces: list[tuple[int, int, int]], top: float) -> None:
        tops = [top]
        for _, _, lines in pieces:
            tops.append(tops[-1] + lines * self.lead + 6)
        for cell in self.form.cells:
            at = [n for n, piece in enumerate(pieces) if cell[0] <= piece[0] < cell[0] + cell[2]]
            for run in _runs(at, pieces):
                first = pieces[run[0]]
                box = (self.xs[cell[1]], tops[run[0]], self.xs[cell[1] + cell[3]], tops[run[-1] + 1])
                self._rule(box)
                lines = self.lines[cell]
                if cell[2] == 1:
                    lines = lines[first[1] : first[1] + first[2]]
                elif first[:2] != (cell[0], 0):
                    lines = []
                self._print(box, lines)
        if self.look.rules in ("rows", "three"):
            self._rule_across(pieces, tops)
        self.page.y = tops[-1] + 4

    def _rule_across(self, pieces: list[tuple[int, int, int]], tops: list[float]) -> None:
        for n, top in enumerate(tops):
            outer = n in (0, len(pieces))
            if not outer and self.look.rules == "three" and pieces[n][0] != self.look.heads:
                continue
            for column, (x0, x1) in enumerate(pairwise(self.xs)):
                crossed = not outer and any(
                    c[0] < pieces[n][0] < c[0] + c[2] and c[1] <= column < c[1] + c[3]
                    for c in self.form.cells
                )
                if not crossed:
                    self.page.line(x0, top, x1, top)

    def _print(self, box: tuple[float, float, float, float], lines: list[str]) -> None:
        x0, y0, x1, y1 = box
        y = y0 + 3
        if self.look.middle:
            y = (y0 + y1 - len(lines) * self.lead) / 2
        for line in lines:
            shift = (x1 - x0 - width_of(line, self.look.size)) / 2 if self.look.centre else self.look.padding
            self.page.text(x0 + shift, y + 0.12 * self.look.size, line, self.look.size)
            y += self.lead

    def _rule(self, box: tuple[float, float, float, float]) -> None:
        x0, y0, x1, y1 = box
        sides = [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]
        if self.look.rules in ("rows", "three", "none"):
            return
        if not self.look.sides:
            sides = [s for s in sides if s[1] == s[3] or self.xs[0] < s[0] < self.xs[-1]]
        for xa, ya, xb, yb in sides:
            if self.look.rules == "rects":
                self.page.rect(xa - 0.24, ya - 0.24, xb + 0.24, yb + 0.24)
            elif self.look.rules == "double":
                wide, high = (0.0, 0.9) if ya == yb else (0.9, 0.0)
                self.page.line(xa - wide, ya - high, xb - wide, yb - high)
                self.page.line(xa + wide, ya + high, xb + wide, yb + high)
            elif self.look.rules == "dashes":
                self._dash(xa, ya, xb, yb)
            else:
                self.page.line(xa, ya, xb, yb)

    def _dash(self, xa: float, ya: float, xb: float, yb: float) -> None:
        length, at = max(xb - xa, yb - ya), 0.0
        while at < length:
            end = min(at + 3, length)
            if ya == yb:
                self.page.line(xa + at, ya, xa + end, yb)
            else:
                self.page.line(xa, ya + at, xb, ya + end)
            at += 5


def _runs(at: Iterable[int], pieces: Sequence[tuple[int, int, int]]) -> list[list[int]]:
    """Return stretches of pieces that follow one another: repeated heads stand apart from the rest."""
    found: list[list[int]] = []
    for index in at:
        if found and found[-1][-1] == index - 1 and pieces[index][0] >= pieces[index - 1][0]:
            found[-1].append(index)
        else:
            found.append([index])
    return found
