"""Page numbers, running heads and feet: told apart from the text by their place, their form and their repetition."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.readers.pdf_lines import Line
from corpus.readers.pdf_page import Page

_ZONE = 0.13
_DEPTH = 3
_SAME_PLACE = 4.0
_FEWEST = 3
_SAME_SIZE = 0.05
_NUMBER = re.compile(
    r"(?P<dash>[-—–－―•·一]{1,2})?\s*(?:第\s*)?(?P<label>[0-9０-９]{1,4}|[ivxlcIVXLC]{1,7})\s*(?:页)?"
    r"(?:\s*[，,/／|]?\s*(?:共|总)?\s*(?P<total>[0-9０-９]{1,4})\s*页?)?\s*(?(dash)[-—–－―•·一]{1,2})"  # 一 is how a dash is often read in an image
)
_DIGITS = re.compile(r"[0-9０-９]+|(?<![A-Za-z])[ivxIVX]+(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is no text of the document. Shapes: ``lines`` holds ids of lines, ``labels`` printed numbers by page."""

    lines: frozenset[int]
    labels: dict[int, str]
    texts: tuple[tuple[int, str], ...]


def find(pages: Sequence[tuple[Page, Sequence[Line]]]) -> Furniture:
    """Find the furniture of all pages; the lines of a page come from top to bottom."""
    edges = [(page, line, at_top) for page, lines in pages for line, at_top in _edge_lines(page, lines)]
    repeated = _repeated(edges, len(pages))
    running_on = _running_on(pages, repeated)
    repeated -= {id(line) for _, line, at_top in edges if at_top and _form(line) in running_on}
    labels: dict[int, str] = {}
    gone: set[int] = set()
    for page, line, at_top in edges:
        label = _label(line.text)
        if id(line) in repeated or (label and _stands_apart(page, line, at_top, pages)):
            gone.add(id(line))
            if label:
                labels.setdefault(page.number, label)
    texts = tuple((page.number, line.text) for page, line, _ in edges if id(line) in gone)
    return Furniture(frozenset(gone), labels, texts)


def _edge_lines(page: Page, lines: Sequence[Line]) -> list[tuple[Line, bool]]:
    """Return the lines near the head and the foot of a page, with which of the two it is."""
    height = page.height if page.turn % 2 == 0 else page.width
    head = [(line, True) for line in lines[:_DEPTH] if line.bottom <= _ZONE * height]
    foot = [(line, False) for line in lines[-_DEPTH:] if line.top >= (1 - _ZONE) * height]
    return head + foot


def _repeated(edges: Sequence[tuple[Page, Line, bool]], pages: int) -> set[int]:
    """Return the ids of lines that stand on several pages at the same height, equal but for numbers."""
    groups: dict[tuple[bool, str], list[tuple[Page, Line]]] = defaultdict(list)
    for page, line, at_top in edges:
        groups[at_top, _form(line)].append((page, line))
    found: set[int] = set()
    for group in groups.values():
        tops = Counter(round(line.top / _SAME_PLACE) for _, line in group)
        for page, line in group:
            step = round(line.top / _SAME_PLACE)
            near = (
                {other.number for other, second in group if abs(round(second.top / _SAME_PLACE) - step) <= 1}
                if sum(tops[step + d] for d in (-1, 0, 1)) >= 2
                else {page.number}
            )
            if len(near) >= min(_FEWEST, max(pages, 2)):
                found.add(id(line))
    return found


def _running_on(pages: Sequence[tuple[Page, Sequence[Line]]], repeated: set[int]) -> set[str]:
    """Return the forms of repeated lines that run on with the text below them: pages may begin alike."""
    found: set[str] = set()
    for page, lines in pages:
        head = [line for line in lines[:_DEPTH] if id(line) in repeated and line.bottom < page.height / 2]
        for line, below in reversed(list(zip(head, lines[1:], strict=False))):
            same = abs(line.size - below.size) <= _SAME_SIZE * below.size
            near = abs(line.x1 - below.x1) <= below.size and below.top - line.bottom <= below.size
            if not (same and near):
                break
            found.add(_form(line))
    return found


def _form(line: Line) -> str:
    return _DIGITS.sub("#", "".join(line.text.split()))


def _label(text: str) -> str | None:
    """Return the printed number of a line that is a page number and nothing else."""
    found = _NUMBER.fullmatch(text.strip())
    return found["label"] if found else None


def _stands_apart(page: Page, line: Line, at_top: bool, pages: Sequence[tuple[Page, Sequence[Line]]]) -> bool:
    """A number on few pages is a page number where it is dressed as one, or stands alone at the very edge."""
    found = _NUMBER.fullmatch(line.text.strip())
    dressed = found is not None and (found["dash"] or "页" in line.text or found["total"])
    if dressed:
        return True
    lines = next(lines for other, lines in pages if other is page)
    outermost = lines[0] if at_top else lines[-1]
    if outermost is not line or at_top:
        return False
    above = lines[-2] if len(lines) > 1 else None
    return above is None or line.top - above.bottom > 1.2 * line.size
