"""DOCX → RawDocument: paragraphs with computed list numbers, tables with spans; tracked changes accepted."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import cast

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.opc.exceptions import OpcError
from docx.opc.part import Part
from docx.oxml import parse_xml

from corpus.document.model import Aside, ReadIssue
from corpus.document.raw import RawCell, RawDocument, RawParagraph, RawTable, RawText
from corpus.errors import InputError
from corpus.readers.docx_numbering import Numbering
from corpus.readers.docx_styles import Styles, is_shaded
from corpus.readers.docx_tables import GridCell, read_grid
from corpus.readers.docx_text import Gathered, Line, TextReader
from corpus.readers.docx_xml import Node, W, children, val

# What python-docx, lxml and zipfile raise on a damaged package; lxml's syntax errors are Python's.
_DAMAGE = (
    *(OpcError, SyntaxError, zipfile.BadZipFile, zlib.error, OSError, EOFError),
    *(LookupError, ValueError, AttributeError, TypeError, NotImplementedError),
)
_DEEPEST = 12
_MOST_PLACES = 1_000_000
_LONGEST_QUOTE = 60


def read(data: bytes) -> RawDocument:
    """Read a Word file. Pages are not known before printing, so every page is None and no places are given.

    Raises: InputError if the file is damaged or is not a Word document.
    """
    try:
        package = docx.Document(io.BytesIO(data))
        body = cast(Node, package.element.body)
        reader = _Reader(package.part)
        furniture = _heads_and_feet(package.part)
    except _DAMAGE as error:
        raise InputError(
            "文件已损坏或不是 Word 文档，无法打开；请用 Word 或 WPS 打开后另存为 .docx 再试"
        ) from error
    blocks = [*reader.blocks(body), *reader.endnotes()]
    reader.text.gathered.objects += sum(1 for _ in body.iter(W + "altChunk"))
    gathered = reader.text.gathered
    return RawDocument(
        blocks=tuple(blocks),
        furniture=tuple((0, text) for text in furniture),
        issues=_issues(gathered),
        asides=tuple(Aside(f"文中{reason}", text) for reason, text in gathered.hidden),
    )


Blocks = list[RawParagraph | RawTable]


class _Reader:
    """Walks the body once, in reading order: list numbers and fields depend on what came before."""

    def __init__(self, part: Part) -> None:
        self._styles = Styles(_related(part, REL.STYLES))
        self._numbering = Numbering(_related(part, REL.NUMBERING))
        self._notes = {
            "footnote": _notes(_related(part, REL.FOOTNOTES), "footnote"),
            "endnote": _notes(_related(part, REL.ENDNOTES), "endnote"),
        }
        self._endnotes: dict[str, None] = {}
        self.text = TextReader(self._styles)

    def blocks(self, container: Node, *, shaded: bool = False, depth: int = 0) -> Blocks:
        """Return the paragraphs and tables of a body, cell, text box or note."""
        found: Blocks = []
        carried: Line | None = None
        for node in children(container, W + "p", W + "tbl"):
            if node.tag == W + "tbl":
                found.extend(self._table(node, depth))
                continue
            line = self._line(node, carried, shaded)
            carried = line if line.joined else None
            if carried is None:
                found.extend(self._paragraph(line, depth))
        if carried is not None:
            found.extend(self._paragraph(carried, depth))
        return found

    def endnotes(self) -> Blocks:
        """Return the endnotes that the text refers to, in the order of their first mention."""
        return [block for name in self._endnotes for block in self._note("endnote", name)]

    def _line(self, node: Node, carried: Line | None, shaded: bool) -> Line:
        """Return a paragraph's line, with one before it that runs on into it."""
        line = self.text.read(node, shaded)
        if carried is not None:
            line.text = carried.text + line.text
            line.boxes = carried.boxes + line.boxes
            line.notes = carried.notes + line.notes
        numbering = line.style.numbering
        if numbering is not None and not line.joined and (line.text.strip() or not line.boxes):
            line.number = self._numbering.prefix(*numbering)
        return line

    def _paragraph(self, line: Line, depth: int) -> Blocks:
        style = line.style
        ends_in_page = line.text.rstrip()[-1:].isdigit()
        contents = style.contents is not None or (line.in_contents and ends_in_page)
        found: Blocks = []
        if line.text.strip():
            found.append(
                RawParagraph(
                    RawText(line.number + line.text),
                    style_level=style.contents if contents else style.heading,
                    contents=contents,
                    centred=style.centred,
                )
            )
        return found + self._attached(line, depth)

    def _attached(self, line: Line, depth: int) -> Blocks:
        """Return what hangs on a paragraph: its text boxes and footnotes; endnotes wait for the end."""
        found: Blocks = []
        for box, coloured in line.boxes:
            if self._may_descend(depth):
                found.extend(self.blocks(box, shaded=coloured, depth=depth + 1))
        for kind, name in line.notes:
            if kind == "footnote":
                found.extend(self._note(kind, name))
            else:
                self._endnotes[name] = None
        return found

    def _note(self, kind: str, name: str) -> Blocks:
        node = self._notes[kind].pop(name, None)
        return [] if node is None else self.blocks(node, depth=_DEEPEST - 1)

    def _may_descend(self, depth: int) -> bool:
        deep = depth >= _DEEPEST
        self.text.gathered.too_deep += deep
        return not deep

    def _table(self, node: Node, depth: int) -> Blocks:
        """Return a table, followed by the tables, text boxes and notes that its cells hold."""
        grid = read_grid(node)
        if grid.rows * grid.columns > _MOST_PLACES:
            raise InputError(
                f"文件中有一个 {grid.rows} 行 {grid.columns} 列的表格，超出可处理的大小；请拆分或删去后再试"
            )
        shaded = self._styles.shades(val(node.find(f"{W}tblPr/{W}tblStyle")))
        cells: list[RawCell] = []
        attached: Blocks = []
        for cell in grid.cells:
            text, extra = self._cell(cell, shaded, depth)
            attached.extend(extra)
            cells.append(RawCell(cell.row, cell.column, cell.row_span, cell.column_span, RawText(text)))
        if not cells:
            return attached
        cells.sort(key=lambda cell: (cell.row, cell.column))
        table = RawTable(grid.rows, grid.columns, tuple(cells), header_rows=grid.header_rows or None)
        return [table, *attached]

    def _cell(self, cell: GridCell, shaded: bool, depth: int) -> tuple[str, Blocks]:
        lines: list[str] = []
        attached: Blocks = []
        for node in cell.nodes:
            dark = shaded or is_shaded(node.find(W + "tcPr"))
            carried: Line | None = None
            for child in children(node, W + "p", W + "tbl"):
                if child.tag == W + "tbl":
                    if self._may_descend(depth):
                        attached.extend(self._table(child, depth + 1))
                    continue
                line = self._line(child, carried, dark)
                carried = line if line.joined else None
                if carried is None:
                    lines.append(line.number + line.text)
                    attached.extend(self._attached(line, depth + 1))
            if carried is not None:
                lines.append(carried.text)
                attached.extend(self._attached(carried, depth + 1))
        return "\n".join(line for line in lines if line.strip()).strip(), attached


def _related(part: Part, kind: str) -> Node | None:
    """Return the parsed root of the part's related part of a kind, or None where the file has none."""
    for relation in part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            return cast(Node, parse_xml(relation.target_part.blob))
    return None


def _notes(root: Node | None, kind: str) -> dict[str, Node]:
    if root is None:
        return {}
    return {
        val(node, "id") or "": node for node in root.iter(W + kind) if val(node, "type") in (None, "normal")
    }


def _heads_and_feet(part: Part) -> list[str]:
    """Return the words of the running heads and feet, each once; their pages are not known."""
    found: dict[str, None] = {}
    for relation in part.rels.values():
        if relation.reltype in (REL.HEADER, REL.FOOTER) and not relation.is_external:
            root = cast(Node, parse_xml(relation.target_part.blob))
            for paragraph in root.iter(W + "p"):
                text = "".join(node.text or "" for node in paragraph.iter(W + "t")).strip()
                if text:
                    found[text] = None
    return list(found)


def _issues(gathered: Gathered) -> tuple[ReadIssue, ...]:
    return tuple(ReadIssue(message) for message in _messages(gathered))


def _messages(gathered: Gathered) -> Iterator[str]:
    if gathered.tracked:
        yield f"文中有 {gathered.tracked} 处未处理的修订，已按全部接受后的文字读取"
    for reason, text in gathered.hidden:
        shown = " ".join(text.split())
        shown = shown if len(shown) <= _LONGEST_QUOTE else shown[:_LONGEST_QUOTE] + "…"
        yield f"文中有{reason}，未计入正文：“{shown}”"
    if gathered.comments:
        yield f"文中有 {gathered.comments} 条批注，未计入正文"
    if gathered.pictures:
        yield f"文中有 {gathered.pictures} 幅图片，图中文字未读取"
    if gathered.charts:
        yield f"文中有 {gathered.charts} 个图表或图形，其中文字未读取"
    if gathered.objects:
        yield f"文中有 {gathered.objects} 个嵌入对象（如 Excel 表），其中内容未读取"
    if gathered.too_deep:
        yield f"文中有 {gathered.too_deep} 处表格或文本框嵌套过深，其中内容未读取"
    if gathered.symbols:
        yield f"文中有 {gathered.symbols} 个符号字体的字符无法识别，已略去"
