"""The sentences and table rows of the report, ranked by the words that they share with a question.

A sentence that talks to a program is left out: it is no statement of the report.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.claims import is_instruction
from assistant.disguise import plain
from corpus.document.evidence import Evidence, Locator
from corpus.document.model import Block, BlockKind, Document

_ENDS = re.compile(r"[^。；！？!?\n]*[。；！？!?\n]+[”’）」』]*|[^。；！？!?\n]+$")
_LONGEST = 260
_HEADING_WEIGHT = 0.4


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading or row of a table; ``folded`` is its text for comparison, ``above`` the headings over it."""

    start: int
    end: int
    folded: str
    above: str
    heading: bool = False
    table: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence with how much of the question it holds: ``coverage`` in 0…1 by weight of the words."""

    sentence: Sentence
    score: float
    coverage: float


class Sentences:
    """All sentences of one document, with look-up by words; built once a document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.all = tuple(_sentences(document))
        self._pairs = [frozenset(_pairs(sentence.folded)) for sentence in self.all]
        self._above = [frozenset(_pairs(sentence.above)) for sentence in self.all]
        counts = Counter(pair for pairs in self._pairs for pair in pairs)
        size = len(self.all) + 1
        self._weights = {pair: math.log(size / count) for pair, count in counts.items()}
        self._unknown = math.log(size)
        self._locator = Locator(document)

    def ranked(self, terms: Sequence[str], further: Iterable[str] = (), tables: bool = True) -> list[Hit]:
        """Return the sentences that share words with the terms, best first; ``further`` words count half."""
        wanted = {pair: self._weight(pair) for term in terms for pair in _pairs(plain(term).text)}
        total = sum(wanted.values())
        for word in further:
            for pair in _pairs(plain(word).text):
                wanted.setdefault(pair, self._weight(pair) / 2)
        if not total:
            return []
        hits = []
        for sentence, own, above in zip(self.all, self._pairs, self._above, strict=True):
            if sentence.table and not tables:
                continue
            here = sum(weight for pair, weight in wanted.items() if pair in own)
            over = sum(weight for pair, weight in wanted.items() if pair in above and pair not in own)
            if here:
                score = here + _HEADING_WEIGHT * over - 0.002 * len(sentence.folded)
                hits.append(Hit(sentence, score, min(1.0, (here + _HEADING_WEIGHT * over) / total)))
        return sorted(hits, key=lambda hit: (-hit.score, hit.sentence.start))

    def holding(self, *words: str) -> list[Sentence]:
        """Return the sentences that hold every word."""
        folded = [plain(word).text for word in words]
        return [one for one in self.all if all(word in one.folded for word in folded)]

    def holds(self, word: str) -> bool:
        """Say whether the report holds the word anywhere."""
        folded = plain(word).text
        return any(folded in one.folded for one in self.all)

    def evidence(self, sentence: Sentence) -> Evidence:
        """Return a sentence as evidence, cut at a comma where it is very long."""
        start, end = sentence.start, sentence.end
        text = self.document.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end - start > _LONGEST:
            comma = text.rfind("，", start, start + _LONGEST)
            end = comma if comma > start else start + _LONGEST
        return self._locator.evidence(start, end)

    def telling_cell(self, sentence: Sentence, words: Sequence[str]) -> Evidence:
        """Return the cell of a table row that holds most of the words, named by row and column; else the whole row."""
        block = self._locator.block_at(sentence.start)
        table = None if block is None else block.table
        if table is None:
            return self.evidence(sentence)
        cells = [
            c
            for c in table.cells
            if sentence.start <= c.start and c.end <= sentence.end and len(c.text.strip()) > 6
        ]
        folded = [plain(word).text for word in words]
        best = max(cells, key=lambda c: sum(word in plain(c.text).text for word in folded), default=None)
        if best is None:
            return self.evidence(sentence)
        head = table.at(table.header_rows - 1, best.column) if table.header_rows else None
        name = next((c for c in table.cells if c.row == best.row and c.text.strip()), best)
        return self._locator.evidence(
            best.start,
            best.end,
            table=table.caption,
            row=" ".join(name.text.split()),
            column=None if head is None else " ".join(head.text.split()),
        )

    def at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the offset."""
        return next((one for one in self.all if one.start <= offset < one.end), None)

    def _weight(self, pair: str) -> float:
        return self._weights.get(pair, self._unknown)


def _pairs(text: str) -> list[str]:
    folded = re.sub(r"[^\u4e00-\u9fffA-Za-z0-9]", "", text)
    return [folded[at : at + 2] for at in range(len(folded) - 1)]


def _sentences(document: Document) -> Iterable[Sentence]:
    for block in document.blocks:
        if block.kind is BlockKind.CONTENTS:
            continue
        above = " ".join(block.section[-2:])
        if block.table is not None:
            yield from _rows(block, above)
            continue
        heading = block.kind is BlockKind.HEADING
        if heading:
            above = " ".join(block.section[:-1][-1:])
        for match in _ENDS.finditer(document.text, block.start, block.end):
            folded = plain(match.group()).text
            if folded and not is_instruction(match.group()):
                yield Sentence(match.start(), match.end(), folded, plain(above).text, heading)


def _rows(block: Block, above: str) -> Iterable[Sentence]:
    table = block.table
    if table is None:
        return
    for row in range(table.header_rows, table.rows):
        cells = [cell for cell in table.cells if cell.row == row and cell.text.strip()]
        if cells:
            start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
            folded = plain(" ".join(cell.text for cell in cells)).text
            if is_instruction(folded):
                continue
            yield Sentence(start, end, folded, plain(f"{above} {table.caption or ''}").text, table=True)
