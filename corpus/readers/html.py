"""HTML → RawDocument: the main text of a page, without menus, scripts and styles; nothing in it is ever fetched.

Official sites wrap a document in much else, often in tables made for layout: the main text is the innermost element
that holds most of the sentences, and only a table of short cells is read as a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from corpus.document.model import ReadIssue
from corpus.document.raw import RawCell, RawDocument, RawParagraph, RawTable, RawText
from corpus.errors import InputError
from corpus.readers.plain import decode

_LEFT_OUT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "option",
        "iframe",
        "object",
        "svg",
    ]
)
_ENDS_LINE = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "td",
        "th",
        "tr",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "ul",
        "br",
    ]
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_CELLS = frozenset({"td", "th", "p"})
_ENDED_BY = {
    "td": _CELLS,
    "th": _CELLS,
    "tr": _CELLS | {"tr"},
    "tbody": _CELLS | {"tr", "thead", "tbody"},
    "tfoot": _CELLS | {"tr", "thead", "tbody"},
    "li": frozenset({"li", "p"}),
    "dt": frozenset({"dt", "dd", "p"}),
    "dd": frozenset({"dt", "dd", "p"}),
}
"""Elements that the beginning of another ends without saying so; any that ends a line ends a paragraph."""

_SENTENCE = re.compile(r"[。；：]")
_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_MAIN_SHARE = 0.7
_DEEPEST = 200
_LARGEST = 20_000_000
_LONGEST_CELL = 1500
_MOST_SPAN = 100
_MOST_PLACES = 500_000


def read(data: bytes) -> RawDocument:
    """Read a page. Raises: InputError if the bytes are no text, or the page is too large or nested too deep."""
    if len(data) > _LARGEST:
        raise InputError("网页太大，无法读取；请把正文另存为 .docx 或 .txt 后再试")
    text, unreadable = decode(data)
    parser = _Parser()
    parser.feed(text)
    parser.close()
    issues = (ReadIssue(f"文中有 {unreadable} 处编码错误的字符，无法读取"),) if unreadable else ()
    return RawDocument(blocks=tuple(_blocks(_main(parser.root))), issues=issues)


@dataclass(slots=True)
class _Element:
    tag: str
    spans: tuple[int, int] = (1, 1)
    children: list[_Element | str] = field(default_factory=list)

    def elements(self) -> list[_Element]:
        return [child for child in self.children if isinstance(child, _Element)]


class _Parser(HTMLParser):
    """Builds the tree of elements; what is never text is left out of it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Element("html")
        self._open = [self.root]
        self._left_out = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        ended = _ENDED_BY.get(tag, frozenset({"p"}) if tag in _ENDS_LINE and tag != "br" else frozenset())
        while self._open[-1].tag in ended:
            self._open.pop()
        known = dict(attrs)
        element = _Element(tag, (_span(known.get("rowspan")), _span(known.get("colspan"))))
        if not self._left_out and tag not in _LEFT_OUT:
            self._open[-1].children.append(element)
        if tag in _VOID:
            return
        if len(self._open) >= _DEEPEST:
            raise InputError("网页的嵌套层数过多，已拒绝打开；请把正文另存为 .docx 或 .txt 后再试")
        self._open.append(element)
        self._left_out += tag in _LEFT_OUT

    def handle_endtag(self, tag: str) -> None:
        """Close an element, with those inside it that were left open."""
        if tag not in (element.tag for element in self._open[1:]):
            return
        while True:
            closed = self._open.pop().tag
            self._left_out -= closed in _LEFT_OUT
            if closed == tag:
                return

    def handle_data(self, data: str) -> None:
        """Take a stretch of text."""
        if not self._left_out:
            self._open[-1].children.append(data)


def _main(root: _Element) -> _Element:
    """Go inwards while one child holds most of the sentences."""
    counts: dict[int, int] = {}
    total = _count(root, counts)
    main = root
    while total:
        inner = next((child for child in main.elements() if counts[id(child)] >= _MAIN_SHARE * total), None)
        if inner is None or (inner.tag == "table" and _is_data(inner)) or inner.tag == "p":
            return main
        main = inner
    return main


def _count(element: _Element, counts: dict[int, int]) -> int:
    own = sum(len(_SENTENCE.findall(child)) for child in element.children if isinstance(child, str))
    counts[id(element)] = own + sum(_count(child, counts) for child in element.elements())
    return counts[id(element)]


def _blocks(element: _Element) -> Iterator[RawParagraph | RawTable]:
    line: list[str] = []
    level = int(element.tag[1]) if re.fullmatch("h[1-6]", element.tag) else None
    for child in element.children:
        if isinstance(child, str):
            line.append(child)
        elif child.tag not in _ENDS_LINE and not _holds_lines(child):
            line.append(_words(child))
        else:
            yield from _paragraph(line, level)
            line = []
            if child.tag == "table" and _is_data(child):
                yield _table(child)
            else:
                yield from _blocks(child)
    yield from _paragraph(line, level)


def _holds_lines(element: _Element) -> bool:
    return any(child.tag in _ENDS_LINE or _holds_lines(child) for child in element.elements())


def _paragraph(line: list[str], level: int | None) -> Iterator[RawParagraph]:
    words = _SPACE.sub(" ", "".join(line)).strip()
    if words:
        yield RawParagraph(RawText(words), style_level=level)


def _words(element: _Element) -> str:
    """Return all text of an element; what ends a line on the screen ends one here."""
    parts = [child if isinstance(child, str) else _words(child) for child in element.children]
    return "".join(parts) + ("\n" if element.tag in _ENDS_LINE else "")


def _is_data(table: _Element) -> bool:
    """Say whether a table holds data: two columns at least, short cells, no table inside a cell."""
    rows = _rows(table)
    cells = [cell for row in rows for cell in row]
    return (
        len(rows) > 1
        and max(len(row) for row in rows) > 1
        and not any(_holds_table(cell) or len(_words(cell)) > _LONGEST_CELL for cell in cells)
    )


def _holds_table(element: _Element) -> bool:
    return any(child.tag == "table" or _holds_table(child) for child in element.elements())


def _rows(table: _Element) -> list[list[_Element]]:
    groups = [
        table,
        *(child for child in table.elements() if child.tag in ("thead", "tbody", "tfoot")),
    ]
    rows = [row for group in groups for row in group.elements() if row.tag == "tr"]
    found = [[cell for cell in row.elements() if cell.tag in ("td", "th")] for row in rows]
    return [row for row in found if row]


def _table(table: _Element) -> RawTable:
    cells: list[RawCell] = []
    taken: set[tuple[int, int]] = set()
    for row, elements in enumerate(_rows(table)):
        column = 0
        for element in elements:
            while (row, column) in taken:
                column += 1
            rows, columns = element.spans
            taken.update((row + down, column + right) for down in range(rows) for right in range(columns))
            if len(taken) > _MOST_PLACES:
                raise InputError("网页中的表格过大，已拒绝打开；请把正文另存为 .docx 后再试")
            lines = [_SPACE.sub(" ", line).strip() for line in _words(element).split("\n")]
            body = RawText("\n".join(line for line in lines if line))
            cells.append(RawCell(row, column, rows, columns, body))
            column += columns
    height = len(_rows(table))
    bounded = [
        RawCell(cell.row, cell.column, min(cell.row_span, height - cell.row), cell.column_span, cell.body)
        for cell in cells
    ]
    width = max(cell.column + cell.column_span for cell in cells)
    return RawTable(rows=height, columns=width, cells=tuple(bounded))


def _span(value: str | None) -> int:
    return (
        min(max(int(value), 1), _MOST_SPAN)
        if value and value.isascii() and value.isdecimal() and len(value) < 6
        else 1
    )
