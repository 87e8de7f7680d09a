"""Lines of a table without vertical rules → rows of pieces: what of a line may be a cell of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.document.table_heads import SPACED_WORDS, is_figure
from corpus.readers.pdf_lines import Line, joined_line, pieces_of, split_line

BLANKS = ("-", "—", "——", "–", "－", "/", "无")
"""What stands in a cell of figures that holds none."""

_FEWEST_DASHES = 2
_CORE = 0.8
_WIDEST_SPACING = 5.0


@dataclass(frozen=True, slots=True)
class Piece:
    """What of a row stands in one column: the lines of a cell, from top to bottom."""

    lines: tuple[Line, ...]
    x0: float
    x1: float

    @property
    def text(self) -> str:
        """Return its text without line breaks."""
        return "".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """Return the size of its letters."""
        return self.lines[0].size

    @property
    def top(self) -> float:
        """Return the height of its top."""
        return min(line.top for line in self.lines)

    @property
    def bottom(self) -> float:
        """Return the height of its foot."""
        return max(line.bottom for line in self.lines)

    @property
    def middle(self) -> float:
        """Return the height of its middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """Printed lines at one height, some half a line above or below the others, with the pieces they fall into."""

    lines: tuple[Line, ...]
    pieces: tuple[Piece, ...]
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Return the height of its middle."""
        return (self.top + self.bottom) / 2

    @property
    def size(self) -> float:
        """Return the size of its largest letters."""
        return max(line.size for line in self.lines)

    @property
    def has_figures(self) -> bool:
        """Say whether a piece behind the first is a figure, or all of them are dashes that stand for none."""
        return any(is_figure(piece.text) for piece in self.pieces[1:]) or self.is_dashes

    @property
    def is_dashes(self) -> bool:
        """Say whether all pieces behind the first, two at least, stand for no figure."""
        return len(self.pieces) > _FEWEST_DASHES and all(piece.text in BLANKS for piece in self.pieces[1:])


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """Return the rows that lines from top to bottom make; a cell set in the middle of two lines is in their row."""
    groups: list[list[Line]] = []
    low = 0.0
    for line in lines:
        middle, half = (line.top + line.bottom) / 2, _CORE * (line.bottom - line.top) / 2
        if groups and middle - half < low:
            groups[-1].append(line)
            low = max(low, middle + half)
        else:
            groups.append([line])
            low = middle + half
    return [row_of(group) for group in groups]


def row_of(lines: Sequence[Line]) -> Row:
    """Return one row of lines, their pieces that stand above one another in one cell."""
    return _row(lines, [piece for line in lines for piece in _words(pieces_of(line))])


def gutters_between(columns: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the stretches of width between neighbouring columns."""
    return [(left[1], right[0]) for left, right in pairwise(columns)]


def split_at(row: Row, gutters: Sequence[tuple[float, float]]) -> Row:
    """Return a row with its pieces parted where a gap in them lies between two columns of the table."""
    lines = [line for piece in row.pieces for line in piece.lines]
    parted = [part for line in lines for part in _words(split_line(line, gutters))]
    return row if len(parted) == len(lines) else _row(row.lines, parted)


def _words(pieces: Sequence[Line]) -> list[Line]:
    """Join what is one word set wide, as in 合　计: else its letters were columns."""
    found: list[Line] = []
    for piece in pieces:
        near = found and piece.x0 - found[-1].x1 <= _WIDEST_SPACING * piece.size
        if near and found[-1].text + piece.text in SPACED_WORDS:
            found[-1] = joined_line(found[-1], piece)
        else:
            found.append(piece)
    return found


def _row(lines: Sequence[Line], parts: Sequence[Line]) -> Row:
    pieces: list[Piece] = []
    for piece in sorted(parts, key=lambda p: (p.x0, p.top)):
        if pieces and piece.x0 < pieces[-1].x1 and piece.x1 > pieces[-1].x0:
            last = pieces[-1]
            under = tuple(sorted((*last.lines, piece), key=lambda line: (line.top, line.x0)))
            pieces[-1] = Piece(under, min(last.x0, piece.x0), max(last.x1, piece.x1))
        else:
            pieces.append(Piece((piece,), piece.x0, piece.x1))
    top, bottom = min(line.top for line in lines), max(line.bottom for line in lines)
    return Row(tuple(lines), tuple(pieces), top, bottom)
