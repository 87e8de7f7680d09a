"""A measuring report whose words stand in a text file beside it: a paragraph a line, its tables between them.

``!`` a line of the cover, ``#`` a heading and ``##`` one below it, ``^`` in the middle, ``>`` at the right. ``=`` opens
a table with its widths (``h2``: two rows of heads), ``|`` are its rows; ``|@ a:甲 b:乙|`` writes a row for each key, in
which ``@`` is the key, ``~`` its name and ``&`` its number.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.measure.book import Book
from tests.measure.paper import Paper

_FOLDER = Path(__file__).parent / "reports"


def from_words(name: str, book: Book, *, styled: bool = False) -> Paper:
    """Return the report that ``NAME.txt`` tells with the figures of a book."""
    paper = Paper(name, book, styled=styled)
    widths: tuple[int, ...] = ()
    heads, rows = 1, list[str]()
    for line in [*(_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines(), ""]:
        if rows and not line.startswith("|"):
            paper.table(widths, *rows, heads=heads)
            rows = []
        mark, _, rest = line.partition(" ")
        if line.startswith("|@"):
            rows += _each(line[2:])
        elif mark == "|":
            rows.append(rest)
        elif mark == "=":
            heads = next((int(part[1:]) for part in rest.split() if part.startswith("h")), 1)
            widths = tuple(int(part) for part in rest.split() if not part.startswith("h"))
        elif mark in ("!", "^", ">"):
            {"!": paper.title, "^": paper.centre, ">": paper.right}[mark](rest)
        elif mark.startswith("#"):
            paper.h(rest, len(mark))
        elif line:
            paper.p(line)
    return paper


def _each(line: str) -> Iterator[str]:
    keys, _, row = line.partition("|")
    for number, pair in enumerate(keys.split(), start=1):
        key, _, name = pair.partition(":")
        yield row.replace("@", key).replace("~", name).replace("&", str(number))


def scored(book: Book, stem: str, numbers: str, groups: tuple[int, ...]) -> None:
    """Enter weights or scores ``w0`` …, the sums of their groups ``w_a`` … and of all, ``w_all``."""
    each = numbers.split()
    book.count(**{f"{stem}{n}": text for n, text in enumerate(each)})
    begin = 0
    sums: list[str] = []
    for letter, many in zip("abcdefg", groups, strict=False):
        book.sum(f"{stem}_{letter}", *(f"{stem}{n}" for n in range(begin, begin + many)))
        sums.append(f"{stem}_{letter}")
        begin += many
    if begin != len(each):
        raise ValueError(f"{len(each)} numbers in {begin} places")
    book.sum(f"{stem}_all", *sums)
    book.sum(f"{stem}_all", *(f"{stem}{n}" for n in range(len(each))))
