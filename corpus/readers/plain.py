"""TXT → RawDocument: encoding, page numbers taken out, lines that were broken at the margin joined again.

A flattened PDF has its paragraphs cut at the margin, often with an empty line between all lines, so that an
empty line says nothing: a line that stops well short of the margin ends a paragraph, a numbered line begins
one. Tables are made again where their rows stayed whole, else they stay as the lines that they were flattened to.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.document.headings import numbered
from corpus.document.model import ReadIssue
from corpus.document.raw import RawDocument
from corpus.errors import InputError
from corpus.readers.plain_tables import rebuilt
from corpus.readers.plain_wide import is_wide

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MOST_UNREADABLE = 0.01
_PAGE_NUMBER = re.compile(
    r"[-—–－]{1,2}\s*[0-9０-９]{1,4}\s*[-—–－]{1,2}|第\s*[0-9]{1,4}\s*页(?:\s*[，,/（(]?\s*共\s*[0-9]{1,4}\s*页[)）]?)?"
)
_ENTRY = re.compile(r".*(?:[.．·…]\s*){3,}[-—]?\s*[0-9]{1,4}\s*[-—]?")
_ANNEX = re.compile(r"附\s*件\s*[0-9０-９一二三四五六七八九十]{0,2}\s*(?:[：:]|$)")
_TOKEN = re.compile(r"[“‘（《「【(]*(?:[A-Za-z0-9.,%+\-]+|.)[，。；：！？、）》”’」】%)]*")
_FIGURE = re.compile(r"[-+−]?[0-9０-９][0-9０-９.,．，]*[%％]?")
_PROSE = re.compile(r"[，。；！？]")
_NEVER_FIRST = "，。；：！？、）》”’%％"
_NEVER_LAST = "，、（《“‘("
_UNIT_FIRST = re.compile(r"(?:[亿万千百]*元|个?百分点|人次|平方米|公里|亩)[，。、；）]")
"""A unit that was cut off its figure."""
_CODE = re.compile(r"\(cid:\d+\)")
_SLACK = 4
_LOST_INDENT = 4
_FEWEST_FULL = 0.2
_NARROWEST = 30
_WIDEST = 160
_DOUBLE_SPACED = 0.5
_INDENTED = (0.1, 0.6)
_TABLE_TOKENS = 3


def read(data: bytes) -> RawDocument:
    """Read a text file; there are no pages and no places.

    Raises: InputError if the bytes are no text in UTF-8, GB18030 or UTF-16.
    """
    text, unreadable = decode(data)
    lines = list(_lines(text))
    numbers = [line.text for line in lines if line.furniture]
    blocks = tuple(rebuilt(list(_paragraphs(lines))))
    issues = tuple(ReadIssue(message) for message in _messages(text, unreadable))
    # No page is known, and none is invented: furniture of a text file stands at page 0.
    return RawDocument(blocks=blocks, furniture=tuple((0, number) for number in numbers), issues=issues)


def _messages(text: str, unreadable: int) -> Iterator[str]:
    if unreadable:
        yield f"文中有 {unreadable} 处编码错误的字符，无法读取"
    if codes := len(_CODE.findall(text)):
        yield f"文中有 {codes} 处“(cid:…)”，是从 PDF 转出时丢失的字符，无法读取；请改用 PDF 原件"


def decode(data: bytes) -> tuple[str, int]:
    """Return the text of a file and how many characters could not be read."""
    codes = [code for mark, code in _MARKS if data.startswith(mark)] or _guesses(data)
    for code in codes:
        try:
            return _checked(data.decode(code)), 0
        except UnicodeDecodeError:
            continue
    text = min((data.decode(code, errors="replace") for code in codes), key=_unreadable)
    unreadable = _unreadable(text)
    if unreadable > _MOST_UNREADABLE * len(text):
        raise InputError("无法识别的文件格式；请提供 PDF、.docx 或 .txt（UTF-8 或 GB18030 编码）")
    return _checked(text), unreadable


def _unreadable(text: str) -> int:
    return text.count("\ufffd")


def _guesses(data: bytes) -> list[str]:
    """Without a mark, UTF-16 shows by ASCII characters (line feeds) of two bytes, one of them zero."""
    head = data[:4096]
    if b"\x00" in head:
        even, odd = head[0::2].count(0), head[1::2].count(0)
        return ["utf-16-le"] if odd > even else ["utf-16-be"]
    return ["utf-8", "gb18030"]


def _checked(text: str) -> str:
    control = sum(
        unicodedata.category(char) in ("Cc", "Co", "Cn") and char not in "\t\r\n\f" for char in text[:20_000]
    )
    if control > _MOST_UNREADABLE * len(text[:20_000]):
        raise InputError("无法识别的文件格式；请提供 PDF、.docx 或 .txt（UTF-8 或 GB18030 编码）")
    return text


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not empty; ``width`` in half-width columns, ``gap`` empty lines before it."""

    text: str
    width: int
    indent: int
    gap: int
    furniture: bool


def _lines(text: str) -> Iterator[_Line]:
    gap = 0
    for raw in re.split(r"\r\n|[\n\r\f\v\x85\u2028\u2029]", text):
        body = raw.strip()
        if not body:
            gap += 1
            continue
        lead = raw[: len(raw) - len(raw.lstrip())].expandtabs(4)
        furniture = _PAGE_NUMBER.fullmatch(body) is not None
        # The tabs of blank cells at the ends of a row are cells as well.
        text = raw.strip(" \u3000\ufeff") if "\t" in body else body
        yield _Line(text, _width(body), _width(lead), gap, furniture)
        gap = 0


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" or char in "“”‘’—…" else 1 for char in text)


def _paragraphs(lines: list[_Line]) -> Iterator[str]:
    body = [line for line in lines if not line.furniture]
    margin = _margin(body)
    gaps_count = _gaps_count(body, margin)
    share = sum(line.indent >= 2 for line in body) / len(body) if body else 0.0
    indents_count = _INDENTED[0] <= share <= _INDENTED[1]
    held = ""
    before: _Line | None = None
    first = True
    over_page = False
    for line in lines:
        if line.furniture:
            over_page = True
            continue
        parted = (gaps_count and line.gap > 0 and not over_page) or (indents_count and line.indent >= 2)
        if before is not None and not parted and _continues(before, line, margin, first):
            held, first = _joined(held, line.text), False
        else:
            if held:
                yield held
            held, first = line.text, True
        before, over_page = line, False
    if held:
        yield held


def _margin(lines: list[_Line]) -> int | None:
    """Return the width at which lines were broken, None where they were not: few lines are equally wide."""
    widths = [line.width for line in lines if _NARROWEST <= line.width <= _WIDEST and not _is_entry(line)]
    if not widths:
        return None
    counts = Counter(widths)

    def full(width: int) -> int:
        return sum(counts[width - less] for less in range(_LOST_INDENT + _SLACK))

    best = max(sorted(counts), key=full)
    return best if full(best) >= max(_FEWEST_FULL * len(widths), 3) else None


def _gaps_count(lines: list[_Line], margin: int | None) -> bool:
    """Say whether empty lines part paragraphs: not where they follow full lines as well."""
    after_full = [
        line.gap > 0
        for before, line in pairwise(lines)
        if margin and margin - _SLACK < before.width <= margin
    ]
    return sum(after_full) < _DOUBLE_SPACED * len(after_full)


def _continues(before: _Line, line: _Line, margin: int | None, first: bool) -> bool:
    """Say whether a line goes on with the paragraph of the line before it, which may be its ``first``."""
    if margin is None or _is_entry(before) or _begins(line.text) or _is_row(before) or _is_row(line):
        return False
    if line.text[0] in _NEVER_FIRST or before.text[-1] in _NEVER_LAST or _UNIT_FIRST.match(line.text):
        return True
    token = _TOKEN.match(line.text)
    # The indent of a first line is often lost in flattening, and with it two full-width columns.
    room = margin - before.width - (_LOST_INDENT if first else 0)
    if room >= _SLACK + (_width(token.group()) if token else 0):
        return False
    # A sentence that ends with a full line may end the paragraph or not; cutting after it loses no figure.
    return before.text[-1] not in "。：" or _is_entry(line)


def _begins(text: str) -> bool:
    return numbered(text) is not None or _ANNEX.match(text) is not None


def _is_entry(line: _Line) -> bool:
    return _ENTRY.fullmatch(line.text) is not None


def _is_row(line: _Line) -> bool:
    """A flattened table row: cells that stand apart, or several pieces, most of them figures or none holding one."""
    if is_wide(line.text, least=_TABLE_TOKENS):
        return True
    pieces = line.text.split()
    if len(pieces) < _TABLE_TOKENS or _PROSE.search(line.text):
        return False
    figures = sum(_FIGURE.fullmatch(piece) is not None for piece in pieces)
    return figures > len(pieces) / 2 or not any(char.isdigit() for char in line.text)


def _joined(held: str, text: str) -> str:
    """Join two lines; only two words of a Western language keep a space between them."""
    words = held[-1].isascii() and text[0].isascii() and held[-1].isalpha() and text[0].isalpha()
    return held + (" " if words else "") + text
