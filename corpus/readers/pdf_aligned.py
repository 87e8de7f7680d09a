"""Tables without vertical rules: found by their horizontal rules, or by figures that stand in columns.

Where only text alignment speaks, several lines with figures must agree: prose with wide gaps is no table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.document.table_heads import is_figure
from corpus.readers.pdf_cells import Part
from corpus.readers.pdf_columns import part_of_rows
from corpus.readers.pdf_lines import Line
from corpus.readers.pdf_page import Page, Rule
from corpus.readers.pdf_rows import BLANKS, Row, gutters_between, row_of, rows_of, split_at
from corpus.readers.pdf_rules import merged
from corpus.readers.pdf_tables import begins_above, columns_agree

_SAME_END = 4.0
_NARROWEST = 100.0
_HIGHEST_BAND = 0.9
_FAR = 2.2
_HIGHEST_LABEL = 2.6
_FEWEST_FIGURE_ROWS = 2
_FEWEST_OF_TWO_COLUMNS = 4
_FEWEST_ROWS_OF_COUNTS = 3
_LOOK_UP = 4
_FEWEST_CUT = 4
_LONGEST_HEAD = 20
_LONG = 0.6
_FEWEST_BANDS = 3
_MOST_LABEL_LINES = 2
_WRAPPED = 0.5
_LONGEST_COMMON_HEAD = 8
_SAME_PITCH = 1.15
_PRINTED_AMOUNT = re.compile(r"[0-9][.,，．][0-9]|[%％‰]")
_CAPTION = re.compile(r"[附续]?表\s*[0-9０-９一二三四五六七八九十]")
_OF_WHICH = re.compile("其中[：:]")
_OTHER_SIZE = 0.25


@dataclass(frozen=True, slots=True)
class _Region:
    """Lines that make up a table, with the heights of the rules across it (none for one that only text shows)."""

    rows: list[Row]
    rules: list[float]


def aligned_parts(
    page: Page,
    lines: Sequence[Line],
    ruled: Sequence[Part],
    before: Part | None = None,
    above: Sequence[Line] = (),
) -> tuple[list[Part], list[Line]]:
    """Return the tables without vertical rules of a page, and the lines left over.

    Shapes: ``lines`` from top to bottom; ``ruled`` are the tables already found, whose rules are spent; ``before`` is
    the table at the foot of the page before, of which a last row may stand at the head of this one; ``above`` are the
    last lines there that are in no table, among which may be the first rows of one.
    """
    parts: list[Part] = []
    taken: set[int] = set()
    for region in _between_rules(page, lines, ruled):
        _take(page, region, parts, taken)
    left = rows_of([line for line in lines if id(line) not in taken])
    for region in _by_figures(left):
        first = not parts and region.rows[0] is left[0]
        _take(page, region, parts, taken, before=before if first else None, at_head=first)
        if first and parts:
            parts[0].goes_on = parts[0].goes_on or begins_above(region.rows, above)
    if before is not None and left and id(left[0].lines[0]) not in taken:
        _take_rest(page, left, before, parts, taken)
    return parts, [line for line in lines if id(line) not in taken]


def _take(
    page: Page,
    region: _Region,
    parts: list[Part],
    taken: set[int],
    *,
    before: Part | None = None,
    at_head: bool = False,
) -> None:
    ids = {id(line) for row in region.rows for line in row.lines}
    if ids & taken:
        return
    top, bottom = region.rows[0].top, region.rows[-1].bottom
    partial = [rule for rule in merged(page.across) if top < rule.at < bottom and rule.at not in region.rules]
    part = part_of_rows(page, region.rows, region.rules, partial, before=before, at_head=at_head)
    if part is not None:
        parts.append(part)
        taken |= ids


def _take_rest(page: Page, rows: Sequence[Row], before: Part, parts: list[Part], taken: set[int]) -> None:
    """Take the few rows with which a table ends at the head of a page, below its heads where they are repeated."""
    index = next((n for n, row in enumerate(rows[: _LOOK_UP + 1]) if _holds_figures(row)), None)
    if index is None or _first_head(rows, index) != 0:
        return
    region = rows[: _end_of_run(rows, index)]
    part = part_of_rows(page, region, [], [], fewest=1, before=before, at_head=True)
    if part is not None and columns_agree(before, part):
        parts.append(part)
        taken.update(id(line) for row in region for line in row.lines)


def _between_rules(page: Page, lines: Sequence[Line], ruled: Sequence[Part]) -> list[_Region]:
    """Return the stretches between rules of one width that stand one below the other with rows between them."""
    free = [
        rule
        for rule in merged(page.across)
        if rule.end - rule.start >= _NARROWEST and not any(_inside(rule, part) for part in ruled)
    ]
    stacks: list[list[Rule]] = []
    for rule in sorted(free):
        for stack in stacks:
            last = stack[-1]
            if abs(last.start - rule.start) <= _SAME_END and abs(last.end - rule.end) <= _SAME_END:
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return [region for stack in stacks if len(stack) > 1 for region in _regions(stack, lines, page)]


def _inside(rule: Rule, part: Part) -> bool:
    return part.top - 2 <= rule.at <= part.bottom + 2 and part.xs[0] - 2 <= rule.start <= part.xs[-1] + 2


def _regions(stack: list[Rule], lines: Sequence[Line], page: Page) -> list[_Region]:
    """Cut a stack of rules where what stands between two of them is no part of a table."""
    found: list[_Region] = []
    bands: list[list[Line]] = []
    edges: list[float] = []
    labels: list[
        list[Line]
    ] = []  # rows of a label alone, which belong to a table where it goes on below them
    label_edges: list[float] = []
    for upper, lower in pairwise(stack):
        inside = [line for line in lines if upper.at <= (line.top + line.bottom) / 2 <= lower.at]
        if lower.at - upper.at < _SAME_END and not inside:
            continue  # a double line
        if _is_band(inside, upper) and lower.at - upper.at < _HIGHEST_BAND * page.height:
            bands += [*labels, inside]
            edges = [*(edges or [upper.at]), *label_edges, lower.at]
            labels, label_edges = [], []
        elif bands and _is_label(inside, upper, lower, bands[-1][0].size):
            labels.append(inside)
            label_edges.append(lower.at)
        elif bands:
            found.append(_region(bands, edges))
            bands, edges, labels, label_edges = [], [], [], []
    if bands:
        found.append(_region(bands, edges))
    return [region for region in found if len(region.rows) >= 2]


def _is_label(lines: Sequence[Line], upper: Rule, lower: Rule, size: float) -> bool:
    """Say whether a short word stands alone and close between two rules: the label of a row without figures."""
    if len(lines) != 1 or len(lines[0].text) > _LONGEST_HEAD or abs(lines[0].size - size) > 0.05 * size:
        return False
    close = lower.at - upper.at <= _HIGHEST_LABEL * size
    return close and upper.start - _SAME_END <= lines[0].x0 and lines[0].x1 < (upper.start + upper.end) / 2


def _is_band(lines: Sequence[Line], rule: Rule) -> bool:
    """Say whether all lines between two rules may stand in columns: some fall into pieces, none is a long one."""
    if any(line.x0 < rule.start - _SAME_END or line.x1 > rule.end + _SAME_END for line in lines):
        return False
    rows = rows_of(lines)
    if any(_CAPTION.match(row.pieces[0].text) and not row.has_figures for row in rows):
        return False  # what stands between the foot of one table and the head of the next
    long = [
        row
        for row in rows
        if len(row.pieces) == 1 and row.pieces[0].x1 - row.pieces[0].x0 > _LONG * (rule.end - rule.start)
    ]
    return any(len(row.pieces) >= 2 for row in rows) and not long


def _region(bands: list[list[Line]], edges: list[float]) -> _Region:
    """One row a band where each band has its own rule, else the rows that the lines make."""
    each = [row_of(band) for band in bands]
    if len(bands) >= _FEWEST_BANDS and all(_is_one_row(band) for band in bands):
        return _Region(each, edges)
    return _Region([row for band in bands for row in rows_of(band)], edges)


def _is_one_row(band: Sequence[Line]) -> bool:
    return sum(row.has_figures for row in rows_of(band)) <= 1


def _by_figures(rows: Sequence[Row]) -> list[_Region]:
    """Return runs of neighbouring rows that hold figures in columns, with the heads above them."""
    found: list[_Region] = []
    index = 0
    while index < len(rows):
        if not _holds_figures(rows[index]):
            index += 1
            continue
        end = _end_of_run(rows, index)
        run = [row for row in rows[index:end] if _holds_figures(row)]
        first = _first_head(rows, index)
        if _is_table(run) or (end == len(rows) and _is_cut(rows[first:index], run)):
            found.append(_Region(list(rows[first:end]), []))
        index = end
    return found


def _end_of_run(rows: Sequence[Row], first: int) -> int:
    """Return where the rows of figures end; a second line of a label may stand between or below them."""
    known = [row for row in rows[_first_head(rows, first) : first + 1] if len(row.pieces) > 1]
    left, right = min(row.pieces[0].x0 for row in known), max(row.pieces[-1].x1 for row in known)
    end = at = first + 1
    while at < len(rows) and _near(rows[at - 1], rows[at]):
        row = rows[at]
        if _holds_figures(row):
            end = at + 1
            left, right = min(left, row.pieces[0].x0), max(right, row.pieces[-1].x1)
        else:
            if abs(row.size - rows[first].size) > _OTHER_SIZE * rows[first].size:
                break
            wide = sum(piece.x1 - piece.x0 for piece in row.pieces)
            inside = row.pieces[0].x0 >= left - 3 * row.size and row.pieces[-1].x1 <= right + 3 * row.size
            if not inside or wide > _LONG * (right - left) or at - end >= _MOST_LABEL_LINES:
                break
            if at == end and row.top - rows[at - 1].bottom < _WRAPPED * row.size:
                end = at + 1
        at += 1
    return end


def _near(upper: Row, lower: Row) -> bool:
    return lower.top - upper.bottom <= _FAR * max(upper.size, lower.size)


def _holds_figures(row: Row) -> bool:
    figures = [piece for piece in row.pieces[1:] if is_figure(piece.text)]
    others = [p for p in row.pieces[1:] if not is_figure(p.text) and p.text not in BLANKS]
    return row.is_dashes or (len(figures) > 0 and len(others) <= len(figures) + 1)


def _is_table(run: Sequence[Row]) -> bool:
    widest = max((len(row.pieces) for row in run), default=0)
    amounts = sum(any(_PRINTED_AMOUNT.search(piece.text) for piece in row.pieces[1:]) for row in run)
    if widest >= 3:
        full = sum(len(row.pieces) >= widest - 1 for row in run)
        of_counts = sum(sum(is_figure(piece.text) for piece in row.pieces[1:]) >= 3 for row in run)
        return full >= _FEWEST_FIGURE_ROWS and (amounts >= 1 or of_counts >= _FEWEST_ROWS_OF_COUNTS)
    return len(run) >= _FEWEST_OF_TWO_COLUMNS and amounts * 2 >= len(run)


def _is_cut(heads: Sequence[Row], run: Sequence[Row]) -> bool:
    """Say whether the foot of the page cuts a table off behind its first row, which has as many pieces as its heads."""
    if not heads or len(run[0].pieces) < _FEWEST_CUT:
        return False
    return abs(len(heads[-1].pieces) - len(run[0].pieces)) <= 1


def _first_head(rows: Sequence[Row], index: int) -> int:
    """Return where the heads above the first row of figures begin: lines of several short words, close above."""
    first = index
    figures = rows[index]
    gutters = gutters_between([(piece.x0, piece.x1) for piece in figures.pieces])
    pitch = rows[index + 1].middle - figures.middle if index + 1 < len(rows) else 0.0
    for at in range(index - 1, max(index - 1 - _LOOK_UP, -1), -1):
        row = split_at(rows[at], gutters)
        short = all(len(piece.text) <= _LONGEST_HEAD for piece in row.pieces)
        spread = len(row.pieces) >= 2 or _is_common_head(row, rows[at + 1], figures, pitch)
        stated = any(mark in _OF_WHICH.sub("", piece.text) for piece in row.pieces for mark in "：:。；")
        named = (
            _CAPTION.match(row.pieces[0].text) or abs(row.size - figures.size) > _OTHER_SIZE * figures.size
        )
        if not (short and spread and _near(row, rows[at + 1])) or stated or named:
            break
        first = at
    return first


def _is_common_head(row: Row, below: Row, figures: Row, pitch: float) -> bool:
    """A short word in the size of the figures and close above the others is a head over some of the columns.

    ``pitch`` is the distance of the rows below: a longer word must be no farther away than these are.
    """
    word, size = row.pieces[0].text, figures.size
    if abs(row.size - size) > 0.05 * size or word.endswith("表") or "单位" in word:
        return False
    plain = len(word) <= _LONGEST_COMMON_HEAD and word[-1] not in "元）)"
    return plain or (len(word) <= _LONGEST_HEAD and below.middle - row.middle <= _SAME_PITCH * pitch)
