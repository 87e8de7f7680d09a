"""The parts of a report by their titles: what stands below a heading, the items of it, and whether it says 无."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document.model import Block, BlockKind, Document
from rules.facts.vocabulary import normal

PROBLEMS = re.compile(r"问题|不足")
MEASURES = re.compile(r"措施|下一步|下步|建议|打算|对策")

_LEAD = 30
"""How far into a paragraph its run-in title can reach: （四）结果应用。…"""
_NOTHING = re.compile(
    r"(?:(?:我|本)?(?:单位|部门|中心|局|厅|院|校|委|办)?(?:\d{4}年度?|本年度?)?(?:暂?无|没有|不涉及|未安排|未发生|不存在|暂未发现)"
    r"[^。；，]{0,24}|/|—+|-+)[。．.；;]?"
)
_ITEM = re.compile(
    r"(?:^|(?<=[。；;：:\n]))\s*(?:[一二三四五六七八九十]是|第[一二三四五六七八九十][，,、]|[（(][一二三四五六七八九十\d]{1,2}[）)]"
    r"|[1-9]\d?(?:[．、]|\.(?!\d))|[一二三四五六七八九十]、)"
)
_COLUMN = re.compile(
    r"(?:偏差|未完成|扣分|存在偏差)?(?:原因|情况)(?:分析)?(?:及|和|与|、)?(?:拟?采取的)?(?:改进|整改)?措施"
)
"""The head of a score form's column for reasons, which is no part of the report."""
_SENTENCE = re.compile(r"[。！!]")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all that stands below it until the next one of its own or a higher level."""

    heading: Block
    body: tuple[Block, ...]
    document: Document

    @property
    def title(self) -> str:
        """Return the words of the heading on one line."""
        return normal(self.document.text[self.heading.start : self.heading.end])

    @property
    def text(self) -> str:
        """Return the text below the heading, subheadings and cells included."""
        return self.document.text[self.body[0].start : self.body[-1].end] if self.body else ""

    @property
    def says_nothing(self) -> bool:
        """Say whether the part holds a plain 无 (本单位无政府性基金预算支出。) or no words at all."""
        return len(self.body) <= 1 and is_nothing(self.text)


@dataclass(frozen=True, slots=True)
class Item:
    """One problem or measure: a subheading with what stands below, or one item of a list. Offsets of the document."""

    start: int
    end: int
    text: str
    title: str


def is_nothing(text: str) -> bool:
    """Say whether a text is blank or a plain 无."""
    words = normal(text)
    return not words or _NOTHING.fullmatch(words) is not None


def sections(document: Document) -> Iterator[Section]:
    """Return every heading with what stands below it, in reading order."""
    blocks = document.blocks
    for index, block in enumerate(blocks):
        if block.kind is not BlockKind.HEADING or block.level is None:
            continue
        body: list[Block] = []
        for after in blocks[index + 1 :]:
            if after.kind is BlockKind.HEADING and (after.level or 9) <= block.level:
                break
            body.append(after)
        yield Section(block, tuple(body), document)


def section_named(
    document: Document, words: re.Pattern[str], but: re.Pattern[str] | None = None
) -> Section | None:
    """Return the first part whose title has the words and none of the others; one of a higher level goes first."""
    found = [
        part
        for part in sections(document)
        if words.search(part.title) and (but is None or not but.search(part.title))
    ]
    return min(found, key=lambda part: part.heading.level or 9, default=None)


def items_of(section: Section) -> list[Item]:
    """Return the items of a part: its subheadings, else 一是…二是… of its paragraphs, else its paragraphs."""
    below = [block for block in section.body if block.kind is BlockKind.HEADING]
    level = min((block.level or 9 for block in below), default=None)
    heads = [block for block in below if block.level == level]
    if heads:
        ends = [*(head.start for head in heads[1:]), section.body[-1].end]
        return [
            _item(section.document, head.start, end, head.end) for head, end in zip(heads, ends, strict=True)
        ]
    found: list[Item] = []
    for block in section.body:
        if block.kind is BlockKind.PARAGRAPH:
            found += _listed(section.document, block)
    return found


def _listed(document: Document, block: Block) -> list[Item]:
    text = document.text[block.start : block.end]
    starts = [found.start() for found in _ITEM.finditer(text)]
    if not starts:
        return [_item(document, block.start, block.end)]
    ends = [*starts[1:], len(text)]
    return [
        _item(document, block.start + start, block.start + end)
        for start, end in zip(starts, ends, strict=True)
    ]


def _item(document: Document, start: int, end: int, head_end: int | None = None) -> Item:
    text = document.text[start:end].strip()
    first = start + (len(document.text[start:end]) - len(document.text[start:end].lstrip()))
    title = document.text[start:head_end] if head_end is not None else _SENTENCE.split(text, maxsplit=1)[0]
    return Item(first, first + len(text), text, " ".join(title.split()))


def marked_items(section: Section) -> list[Item]:
    """Return the items of a part that are numbered: its subheadings, else those of its paragraphs' first numbering.

    一是 within （一） is no item of its own: only the marks of the sort that comes first count.
    """
    if any(block.kind is BlockKind.HEADING for block in section.body):
        return items_of(section)
    found: list[Item] = []
    for item in items_of(section):
        sort = _sort(item.text)
        if sort is not None and (not found or sort == _sort(found[0].text)):
            found.append(item)
    return found


def _sort(text: str) -> str | None:
    """Return which sort of mark a text begins with, None for none."""
    mark = _ITEM.match(text)
    return (
        None
        if mark is None
        else re.sub(r"[一二三四五六七八九十]+", "一", re.sub(r"\d+", "1", mark[0])).strip()
    )


def titles(document: Document) -> list[str]:
    """Return what can name a part: headings, captions, beginnings of paragraphs and cells.

    Contents entries and the column for reasons of a score form are none.
    """
    found: list[str] = []
    for block in document.blocks:
        if block.kind is BlockKind.CONTENTS:
            continue
        if block.table is not None:
            words = (normal(cell.text) for cell in block.table.cells)
            found += [text[:_LEAD] for text in words if not _COLUMN.fullmatch(text)]
            continue
        text = normal(document.text[block.start : block.end])
        found.append(text if block.kind in (BlockKind.HEADING, BlockKind.CAPTION) else text[:_LEAD])
    return found


def running_text(document: Document) -> str:
    """Return the text of headings and paragraphs, without tables and contents."""
    return "\n".join(
        document.text[block.start : block.end]
        for block in document.blocks
        if block.table is None and block.kind is not BlockKind.CONTENTS
    )
