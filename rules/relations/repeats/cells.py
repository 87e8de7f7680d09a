"""The figures of tables by what they are of: the names that row and head give them, and their stage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.document.model import Block, Document
from rules.facts.fact import Fact
from rules.facts.labels import is_total_label
from rules.facts.mention import Extraction
from rules.facts.table_heads import ColumnType, Head
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import normal, vocabulary
from rules.numbers.units import COUNT_SYMBOLS
from rules.relations.repeats.names import DENIALS, core, names_of, specific
from rules.relations.repeats.stage import of_head

_COUNTED_IN = re.compile(rf"(?<=..)(?:{'|'.join(COUNT_SYMBOLS)})$")
_BRACKETS = re.compile(r"（[^（）]*）")
_WHOLE = re.compile(
    r"(?:其中)?(?:(?:年度)?资金总额|总分|全[\u4e00-\u9fff]{1,3}|[\u4e00-\u9fff]{0,6}(?:合计|总计))"
)


@dataclass(frozen=True, slots=True)
class Site:
    """A figure in a table. ``names`` are those of its row, none for a row of totals; ``heads`` those of its column,
    whose own head in full is ``leaf``.

    ``subtotal``: the row adds up a group, whose name it has; ``title``: what the table as a whole is of.
    ``line`` is the row among all tables. ``indicator``: the row's name is that of an indicator, made of many words, which text turns as it likes.
    """

    fact: Fact
    table: int
    row: int
    column: int
    names: tuple[str, ...]
    outer: tuple[str, ...]
    heads: tuple[tuple[str, ...], ...]
    leaf: str
    stage: str | None
    total: bool
    subtotal: bool
    indicator: bool
    title: tuple[str, ...]
    section: str | None
    line: tuple[int, int]


def sites(document: Document, extraction: Extraction, score_facts: Iterable[Fact]) -> list[Site]:
    """Return the figures of all tables; ``score_facts`` are those of forms, which take the place of their cells'."""
    forms = {fact.start: fact for fact in score_facts}
    facts = {
        (cell.table, cell.row, cell.column): forms.get(cell.fact.start, cell.fact)
        for cell in extraction.cells
    }
    found: list[Site] = []
    for block in document.blocks:
        if block.table is not None:
            section = " / ".join(block.section) or None
            title = _title(block)
            for row in extraction.rows[block.table.index]:
                found.extend(_row(block.table.index, row, facts, section, title))
    return found


def _row(
    table: int,
    row: RowReading,
    facts: dict[tuple[int, int, int], Fact],
    section: str | None,
    title: tuple[str, ...],
) -> Iterator[Site]:
    label = _label(row)
    total = not label or is_total_label(label) or bool(_WHOLE.fullmatch(normal(label)))
    group = next((label for label in reversed(row.labels[:-1]) if not is_total_label(label)), "")
    names = names_of(group) if total and "小计" in label else (() if total else names_of(label))
    form = any(head.type in (ColumnType.TARGET, ColumnType.ACTUAL) for head in row.heads.values())
    for column in sorted(row.figures):
        fact = facts.get((table, row.row, column))
        if fact is None or (not names and (not total or "小计" in label)):
            continue
        head = row.heads[column]
        yield Site(
            fact=fact,
            table=table,
            row=row.row,
            column=column,
            names=names,
            outer=() if total or not group else names_of(group),
            heads=_heads(head, [row.heads[other] for other in row.figures]),
            leaf=re.sub("(?<=..)数额?$", "", _BRACKETS.sub("", normal(head.leaf))),
            stage=of_head(fact, head),
            total=total and not names,
            subtotal=total and bool(names),
            title=title,
            indicator=form,
            section=section,
            line=(table, row.row),
        )


def _title(block: Block) -> tuple[str, ...]:
    """Return the names of the known thing that caption or heading says a table is of: 项目支出明细表."""
    words = (block.table.caption if block.table is not None else None) or (block.section or ("",))[-1]
    known = vocabulary().subject(normal(words))
    return () if known is None else vocabulary().subjects[known.name].words


def _label(row: RowReading) -> str:
    """Return the innermost label that is no unit of measurement."""
    return next((label for label in reversed(row.labels) if label not in COUNT_SYMBOLS), "")


def _parts(words: str) -> list[str]:
    """Return the words of a head that name something, with what denies them (不合格) and without what it counts in."""
    text = normal(words)
    found = []
    for part in specific(words):
        at = text.find(part)
        bare = _COUNTED_IN.sub("", part) or part
        found.append(text[at - 1] + bare if at > 0 and text[at - 1] in DENIALS else bare)
    return found


def _heads(head: Head, beside: Sequence[Head]) -> tuple[tuple[str, ...], ...]:
    """Return what a head names besides a stage, each with its other names: 基本支出, 里程 in 计划里程（公里）.

    What stands over all figures of a row (the name of the unit in a form) tells nothing of one of them.
    """
    found: list[tuple[str, ...]] = []
    for words in head.path:
        if len(beside) > 1 and all(words in other.path for other in beside):
            continue
        known = vocabulary().subject(core(words)) is not None
        found += [names_of(words)] if known else [(part,) for part in _parts(words)]
    return tuple(names for names in dict.fromkeys(found) if names and names[0] not in COUNT_SYMBOLS)
