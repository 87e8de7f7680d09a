"""Markdown → RawDocument: a line is a paragraph, marks are taken off, tables are tables.

Chinese texts in Markdown are not broken at a margin, so lines are never joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.document.model import ReadIssue
from corpus.document.raw import RawCell, RawDocument, RawParagraph, RawTable, RawText
from corpus.readers.plain import decode

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"(#{1,6})[ \t\u3000]+(.*?)[ \t]*#*")
_RULE = re.compile(r"[-*_=]{3,}|`{3,}.*|~{3,}.*")
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_BULLET = re.compile(r"[-*+][ \t]+")
_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s+\"[^\"]*\")?\)")
_STRESS = re.compile(r"(\*\*|__|\*|`|~~)(?=\S)(.+?)(?<=\S)\1")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_TABLE_LINE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_CELL_END = re.compile(r"(?<!\\)\|")


def read(data: bytes) -> RawDocument:
    """Read a Markdown file; there are no pages and no places. Raises: InputError if the bytes are no text."""
    text, unreadable = decode(data)
    lines = [line.strip() for line in _COMMENT.sub("", text.removeprefix("\ufeff")).splitlines()]
    issues = (ReadIssue(f"文中有 {unreadable} 处编码错误的字符，无法读取"),) if unreadable else ()
    return RawDocument(blocks=tuple(_blocks(lines)), issues=issues)


def _blocks(lines: Sequence[str]) -> Iterator[RawParagraph | RawTable]:
    at = 0
    while at < len(lines):
        if (
            "|" in lines[at]
            and at + 1 < len(lines)
            and "|" in lines[at + 1]
            and _is_table_line(lines[at + 1])
        ):
            end = at + 2
            while end < len(lines) and "|" in lines[end]:
                end += 1
            yield _table([lines[at], *lines[at + 2 : end]])
            at = end
            continue
        line = _QUOTED.sub("", lines[at], count=1) if lines[at].startswith(">") else lines[at]
        heading = _HEADING.fullmatch(line)
        words = _plain(heading[2] if heading else _BULLET.sub("", line, count=1))
        if words and not _RULE.fullmatch(line):
            yield RawParagraph(RawText(words), style_level=len(heading[1]) if heading else None)
        at += 1


def _is_table_line(line: str) -> bool:
    return _TABLE_LINE.fullmatch(line) is not None


def _table(rows: Sequence[str]) -> RawTable:
    cells: list[RawCell] = []
    columns = 1
    for row, line in enumerate(rows):
        parts = _CELL_END.split(line.removeprefix("|").removesuffix("|"))
        columns = max(columns, len(parts))
        cells += [
            RawCell(row, column, 1, 1, RawText(_plain(part.strip()))) for column, part in enumerate(parts)
        ]
    return RawTable(rows=len(rows), columns=columns, cells=tuple(cells), header_rows=1)


def _plain(line: str) -> str:
    line = _LINK.sub(r"\1", line)
    for _ in range(3):  # stress inside stress; more than that is no text
        line = _STRESS.sub(r"\2", line)
    return _ESCAPE.sub(r"\1", line).replace("<br>", " ").strip()
