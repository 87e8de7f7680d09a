"""Where in a TOML text each value stands, so that whoever mends a pack is sent to the line."""

from __future__ import annotations

import re
from collections.abc import Iterator

Path = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[|\[)\s*(?P<name>[^\[\]]+?)\s*(\]\]|\])\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*(?P<key>(?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_OPENS, _CLOSES = "[{", "]}"


def lines_of(text: str) -> dict[Path, int]:
    """Return the line, counted from 1, of every table, key and item of an array in a text that is valid TOML.

    Paths are those of the parsed value: ``("bands", 0, "met")``. Keys inside an inline table stand on the line of the
    table.
    """
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    lines = text.splitlines()
    number = 0
    while number < len(lines):
        line = lines[number]
        header, key = _HEADER.match(line), _KEY.match(line)
        if header is not None and header[1] == "[[":
            table = _next_of(_indexed(_parts(header["name"]), counts), counts)
            _place(found, table, number + 1)
        elif header is not None:
            table = _indexed(_parts(header["name"]), counts)
            _place(found, table, number + 1)
        elif key is not None:
            path = (*table, *_parts(key["key"]))
            found[path] = number + 1
            value = _value(lines, number, key.end())
            found.update({(*path, at): item for at, item in value.items})
            number = value.last
        number += 1
    return found


def line_at(lines: dict[Path, int], path: Path) -> int | None:
    """Return the line of a path, or of the nearest thing around it; None for the text as a whole."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None


def _place(found: dict[Path, int], table: Path, line: int) -> None:
    """Note the line of a table, and of the tables around it that have no line of their own."""
    for length in range(1, len(table)):
        found.setdefault(table[:length], line)
    found[table] = line


class _Value:
    """A value: the line where each item of an array begins, and the index of the last line."""

    def __init__(self, items: list[tuple[int, int]], last: int) -> None:
        self.items, self.last = items, last


def _value(lines: list[str], first: int, column: int) -> _Value:
    """Read a value to its end, over several lines where brackets or triple quotes are open."""
    items: list[tuple[int, int]] = []
    depth, fresh = 0, False
    for number, mark in _marks(lines, first, column):
        if mark == "end":
            if depth == 0:
                return _Value(items, number)
        elif mark == ",":
            fresh = depth == 1 or fresh
        else:
            if fresh and depth == 1 and mark not in _CLOSES:
                items.append((len(items), number + 1))
                fresh = False
            if mark in _OPENS:
                depth += 1
                fresh = depth == 1
            elif mark in _CLOSES:
                depth -= 1
    return _Value(items, len(lines) - 1)


def _marks(lines: list[str], first: int, column: int) -> Iterator[tuple[int, str]]:
    """Yield brackets, commas, ``x`` for anything else of a value, and ``end`` at the end of each line."""
    quote = ""
    for number in range(first, len(lines)):
        line = lines[number][column:] if number == first else lines[number]
        at = 0
        while at < len(line):
            if quote:
                skip = 2 if line[at] == "\\" and quote[0] == '"' else 1
                at, quote = (at + len(quote), "") if line.startswith(quote, at) else (at + skip, quote)
                continue
            if line[at] == "#":
                break
            if line[at] in "\"'":
                quote = line[at] * 3 if line.startswith(line[at] * 3, at) else line[at]
                yield number, "x"
                at += len(quote)
                continue
            if not line[at].isspace():
                yield number, line[at] if line[at] in "[]{}," else "x"
            at += 1
        if len(quote) != 3:
            quote = ""
            yield number, "end"


def _parts(key: str) -> Path:
    return tuple(part.strip("\"'") for part in _PART.findall(key))


def _indexed(parts: Path, counts: dict[Path, int]) -> Path:
    """Put the number of the current table into a path through arrays of tables, for all but its last part."""
    path: Path = ()
    for at, part in enumerate(parts):
        path = (*path, part)
        if at + 1 < len(parts) and path in counts:
            path = (*path, counts[path] - 1)
    return path


def _next_of(path: Path, counts: dict[Path, int]) -> Path:
    counts[path] = counts.get(path, 0) + 1
    return (*path, counts[path] - 1)
