"""Which lines are headings: by the file's styles, the contents page, the numbering of official documents.

Numbering ranks: 附件 and 第一部分 = 0, 一、 = 1, （一） = 2, 1． = 3, （1） = 4; a rank is the depth in the
section path, and the level of a heading is its rank, at least 1.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document.raw import RawParagraph, RawTable

_CHINESE = "[一二三四五六七八九十百]{1,4}"
_PATTERNS = (
    (0, re.compile(rf"第(?:{_CHINESE}|[0-9０-９]{{1,2}})(?:部分|章|篇|编)[、：:\s]*")),
    (1, re.compile(rf"{_CHINESE}\s*[、．.]\s*")),
    (2, re.compile(rf"[（(]\s*{_CHINESE}\s*[）)][、．.]?\s*")),
    (4, re.compile(r"(?:[（(]\s*[0-9０-９]{1,2}\s*[）)][、．.]?|[⑴-⒇])\s*")),
    (3, re.compile(r"(?:[0-9０-９]{1,2}\s*[．.、](?![0-9０-９])|[⒈-⒛])\s*")),
)
_OUTLINE = re.compile(r"([0-9]{1,2}(?:[.．][0-9]{1,2}){0,3})[、．.]?\s*(?=[\u4e00-\u9fff“《])")
_COUNTED = re.compile(
    r"个(?!人)|名(?!称)|人(?![员民])|项(?!目)|年(?![初度])|分(?!析)|级(?!别)|期(?!限)|所(?!有)|成(?![效果本])|周(?!期)|家(?!庭)|类(?!别)"
    r"|次|条|种|户|亩|台|套|批|份|例|起|间|岁|天|倍|千|百|万|亿|元|月|日|号"
)
"""A number before these counts something, and heads no section."""
_DECIMAL = re.compile(r"([0-9]{1,2}(?:\.[0-9]{1,2}){1,4})[、．.\s]*(?=[\u4e00-\u9fff])")
_FOLD = re.compile(r"[\s。．.、，,：:；;（）()“”\"'‘’《》〈〉·—\-]+")
_FIGURE = re.compile(r"[0-9０-９][.．][0-9０-９]|[0-9０-９]\s*(?:亿|万|元|%|％|人|个|项|分)")
_BARE_TITLES = frozenset(("摘要", "前言", "引言", "导言", "概述", "结语", "结束语"))
_LONGEST = 45
_LONGEST_OUTLINED = 24
_FEWEST_OUTLINED = 3
_LONGEST_STYLED = 70
_SENTENCE_ENDS = "。；！？"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line's numbering: its rank, and the words after the number."""

    rank: int
    rest: str


def numbered(text: str) -> Numbered | None:
    """Return the numbering that a line starts with, None where it has none (一是 is none)."""
    for rank, pattern in _PATTERNS:
        found = pattern.match(text)
        if found and found.end() < len(text):
            return Numbered(rank, text[found.end() :])
    return None


def fold(text: str) -> str:
    """Return a title without white space and marks: contents page and body rarely agree on those."""
    return _FOLD.sub("", text)


class Headings:
    """Decides line by line, with the neighbours and the contents page in view."""

    def __init__(self, blocks: Sequence[RawParagraph | RawTable], contents: frozenset[str]) -> None:
        """``contents`` holds the folded titles of the contents page."""
        self._blocks = blocks
        self._contents = contents
        self._decided: dict[int, int] = {}
        self._outlined = _outline(blocks)

    def rank(self, index: int) -> int | None:
        """Return the rank of the heading at this place, or None for any other block; ask in reading order."""
        block = self._blocks[index]
        if isinstance(block, RawTable) or block.contents:
            return None
        rank = self._rank_of(index, block)
        if rank is not None:
            self._decided[index] = rank
        return rank

    def _rank_of(self, index: int, block: RawParagraph) -> int | None:
        text = block.body.text
        number = numbered(text)
        decimal = _DECIMAL.match(text) if number is None else None
        listed = fold(text) in self._contents
        if block.style_level is not None or listed:
            if runs_on(text):
                return None
            if number is not None:
                return number.rank
            if decimal is not None:
                return decimal.group(1).count(".") + 3
            return block.style_level or 1
        if index in self._outlined:
            return self._outlined[index]
        if number is None:
            return 1 if fold(text) in _BARE_TITLES and self._has_body(index, 0) else None
        if not self._reads_as_title(number):
            return None
        if number.rank <= 2 and number.rest[-1] not in "。：:":
            return number.rank
        return number.rank if self._stands_alone(index, number.rank) else None

    def _reads_as_title(self, number: Numbered) -> bool:
        rest = number.rest
        if len(rest) > _LONGEST or rest[-1] in "；;，,、" or _FIGURE.search(rest):
            return False
        return not any(mark in rest[:-1] for mark in _SENTENCE_ENDS + "：:")

    def _stands_alone(self, index: int, rank: int) -> bool:
        """A title has text of its own below; an item of a list has the next item, or follows one directly."""
        if not self._has_body(index, rank):
            return False
        before = self._number_at(index - 1)
        return before is None or before.rank != rank or index - 1 in self._decided

    def _has_body(self, index: int, rank: int) -> bool:
        if index + 1 >= len(self._blocks):
            return False
        below = self._blocks[index + 1]
        if isinstance(below, RawTable):
            return True
        if below.contents or below.body.text.startswith("附件") or not any(map(str.isalnum, below.body.text)):
            return False
        number = numbered(below.body.text)
        return number is None or number.rank > rank

    def _number_at(self, index: int) -> Numbered | None:
        block = self._blocks[index] if index >= 0 else None
        return numbered(block.body.text) if isinstance(block, RawParagraph) else None


def _outline(blocks: Sequence[RawParagraph | RawTable]) -> dict[int, int]:
    """Return the ranks of headings numbered 1, 1.1, 1.2, 2 …, which only their order tells from counted things.

    Where 一、 and 二、 head the sections, 1.1 and 3.2 alone number what stands in them.
    """
    found: dict[int, int] = {}
    last: tuple[int, ...] = ()
    for index, block in enumerate(blocks):
        if isinstance(block, RawTable) or block.contents:
            continue
        number = _outline_number(block.body.text)
        if number is not None and _follows(number, last):
            found[index], last = len(number), number
    return found if len(found) >= _FEWEST_OUTLINED else {}


def _outline_number(text: str) -> tuple[int, ...] | None:
    match = _OUTLINE.match(text)
    if match is None or numbered(text) is not None:
        return None
    rest = text[match.end() :]
    title = len(rest) <= _LONGEST_OUTLINED and not any(mark in rest for mark in _SENTENCE_ENDS + "：:；，,")
    if not title or _COUNTED.match(rest) or _FIGURE.search(rest):
        return None
    return tuple(int(part) for part in re.split("[.．]", match.group(1)))


def _follows(number: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Say whether a number is the next of an outline: the first below the last, or one more at any depth."""
    if len(number) > 1 and number[-1] == 1 and (not last or number[:-1] > last[: len(number) - 1]):
        return True
    depth = len(number)
    if depth > len(last):
        return number == (*last, 1)
    return number[:-1] == last[: depth - 1] and number[-1] == last[depth - 1] + 1


def runs_on(text: str) -> bool:
    """Say whether a line is more than a title: long, or with a sentence ended before its end."""
    return len(text) > _LONGEST_STYLED or any(mark in text[:-1] for mark in _SENTENCE_ENDS)
