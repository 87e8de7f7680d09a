"""A table told in words: 甲公司线路 46 条、车辆 412 辆，乙公司线路 39 条、车辆 368 辆 … Each column makes its whole before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.build import BUDGETS, Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, is_base, of_kind, same_unit
from rules.relations.sums.completeness import name_of, overlap
from rules.relations.sums.items import outside_brackets
from rules.relations.sums.wholes import is_aside

_SUMMED = (FactKind.AMOUNT, FactKind.COUNT)
_EACH = re.compile(r"每|均|单价|标准|定额|按")
_GAP = re.compile("差[值异距]|相差")
_PLANNED = re.compile("计划|目标|任务|预算|应[到拨收付]|拟|概算|批复")
"""到位 A，其中：省级资金计划 B，到位 C；…: the plans of the rows do not make what arrived, whatever stage they took over."""
_SOME = re.compile("主要|重点|例如|比如|较大|其余|另有|如[：:]")
_OPENED = re.compile(r"[：:]|分别|由|构成|组成|具体")
_BEGINS = re.compile(r"[：:。\n]|其中|包括|包含|分别|具体")
"""What parts the rows from their whole; behind a semicolon alone they go on with what stands before it."""
_AND_SO_ON = re.compile(r"^[^，、；。\d]{0,6}等(?![级次])|^[^。；;\d]{0,16}[，、；;](?:其余|其他|剩余|另有)")
_FEWEST_ROWS, _FEWEST_COLUMNS = 2, 2
_MOST_WHOLES = 2
_OF_SOME = re.compile("死亡|受伤|伤亡|失踪|罚款|罚没|处分|处罚|移送|拘留|退还|追回|奖励|表彰")
"""What befalls some rows and others not: an accident without deaths adds nothing to the deaths."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows that are told in the same words, each as long as the others; ``complete``: their opening leaves out none.

    ``behind`` are the figures of the statement that follow them: 应急资金 10 万元 is an item that is told otherwise.
    """

    rows: Sequence[Sequence[Mention]]
    before: Sequence[Mention]
    behind: Sequence[Mention]
    complete: bool

    def column(self, at: int) -> list[Mention]:
        """Return the figures of one column."""
        return [row[at] for row in self.rows]


def find_told_rows(text: str, statements: Sequence[Statement], relations: Relations) -> None:
    """Assert the columns of rows told in words; ``text`` is the canonical text of the document."""
    for statement in statements:
        for told in _told(text, statement):
            columns = [readings for at in range(len(told.rows[0])) if (readings := list(_column(told, at)))]
            shown = [any(r.holds() for r in readings) for readings in columns]
            for at, readings in enumerate(columns):
                # That another column makes its whole shows that no row is missing.
                last = told.rows[-1][at]
                goes_on = any(same_unit(m.fact, last.fact) for m in told.behind)
                bears_out = any(
                    holds and n != at and not any(_OF_SOME.search(normal(m.lead)) for m in told.column(n))
                    for n, holds in enumerate(shown)
                )
                complete = not goes_on and (told.complete or bears_out)
                # And that another falls short of it by more than a slip shows that some are.
                others = [each for n, each in enumerate(columns) if n != at]
                short = any(not any(r.holds() or r.is_explained() for r in each) for each in others)
                alarms = not goes_on and (complete or not short)
                relations.choose(
                    replace(r, sure=complete and r.sure, open_ended=not complete, alarms=alarms)
                    for r in readings
                )


def _column(told: _Rows, at: int) -> Iterator[Reading]:
    """Yield what a column may make: the figure before the rows that is called like it, or the nearest of its unit."""
    parts = told.column(at)
    if parts[0].fact.kind not in _SUMMED or _EACH.search(normal(parts[0].lead)) or overlap(parts):
        return
    if any(is_aside(part) or _GAP.search(normal(part.lead)) for part in parts):
        return  # last year's figures, changes, and differences that are told without a sign
    stages = {part.fact.measure for part in parts}
    alike = [m for m in told.rows[0] if same_unit(m.fact, parts[0].fact) and not _EACH.search(m.lead)]
    names = [_shared_ending([normal(part.lead) for part in told.column(n)]) for n in range(len(told.rows[0]))]
    name = names.pop(at)
    several = len(alike) > 1
    strictly = several and parts[0].fact.kind is FactKind.AMOUNT  # a number has no stage: only names tell it
    planned = all(_PLANNED.search(normal(part.lead)) for part in parts)
    wholes = [
        m
        for m in reversed(told.before)
        if same_unit(m.fact, parts[0].fact)
        and m.fact.period == parts[0].fact.period
        and (
            _PLANNED.search(normal(m.lead)) is not None
            if planned and strictly
            else _is_of_stage(m, stages, strictly=strictly)
        )
        and (strictly or not several or not any(other and other in normal(m.lead) for other in names))
    ]
    called = [m for m in wholes if name and name in normal(m.lead)]
    ordered = [*called, *(m for m in wholes if m not in called)][:_MOST_WHOLES]
    for whole in ordered:
        alone = len(wholes) == 1 or (len(called) == 1 and whole is called[0])
        yield Reading(
            RelationKind.SUM,
            Operation.SUM,
            tuple(part.fact for part in parts),
            whole.fact,
            f"“{whole.fact.label}”为各项之和",
            sure=alone,
        )


def _is_of_stage(whole: Mention, stages: set[str | None], *, strictly: bool) -> bool:
    """Say whether a whole is at the stage of its parts; ``strictly``: it says so, as the rows tell several stages."""
    if strictly and None in stages | {whole.fact.measure}:
        return False
    known = (stages | {whole.fact.measure}) - {None}
    return len(known) <= 1 or known <= set(BUDGETS)


def _told(text: str, statement: Statement) -> Iterator[_Rows]:
    """Yield the rows of a statement, parted by semicolons or else by commas."""
    own = [m for m in statement.own if not m.depth and not m.range_end]
    for edge in ("[；;]", "[，,；;]"):
        segments = _segments(text, own, edge)
        for first in range(len(segments)):
            rows = _alike(segments[first:])
            if len(rows) >= _FEWEST_ROWS and not _is_row_before(segments, first, rows):
                yield from _opened(text, statement, own, rows, rows[0][0].fact.start)
    yield from _paid_by_number(text, statement, own)


def _paid_by_number(text: str, statement: Statement, own: Sequence[Mention]) -> Iterator[_Rows]:
    """Yield the amounts of rows that each begin with how many: 其中低保 214 户，发放 A 万元；特困 62 户，救助 B 万元；…."""
    rows = [_named_and_paid(segment) for segment in _segments(text, own, "[；;]")]
    if len(rows) > _FEWEST_ROWS and all(rows):
        yield from _opened(text, statement, own, [row[1:] for row in rows], rows[0][0].fact.start)


def _named_and_paid(segment: Sequence[Mention]) -> Sequence[Mention]:
    """Return the number that a segment begins with and its one amount; before the first row its whole may stand."""
    paid = [m for m in segment if m.fact.kind is FactKind.AMOUNT and not _EACH.search(normal(m.lead))]
    if not paid or is_aside(paid[-1]):
        return ()
    begun = paid[-2].fact.start if len(paid) > 1 else -1
    counted = [m for m in segment if begun < m.fact.start < paid[-1].fact.start]
    named = bool(counted) and counted[0].fact.kind is FactKind.COUNT and name_of(counted[0]) != ""
    return (counted[0], paid[-1]) if named else ()


def _opened(
    text: str, statement: Statement, own: Sequence[Mention], rows: Sequence[Sequence[Mention]], start: int
) -> Iterator[_Rows]:
    last = rows[-1][-1].fact
    if _AND_SO_ON.match(text[last.evidence.end or last.start :][:30]):
        return
    here = [m for m in own if m.fact.start < start]
    number = statement.before[-1].statement if statement.before else -1
    back = [m for m in statement.before if m.statement == number and not m.depth]
    before = [m for m in of_kind([*back, *here], *_SUMMED) if not is_base(m) and not is_aside(m)]
    before = [m for m in before if not _EACH.search(normal(m.lead))]
    if not before:
        return
    words = outside_brackets(text[before[-1].fact.start : start])
    opened = max((found.end() for found in _BEGINS.finditer(words)), default=-1)
    semicolon = max(words.rfind("；"), words.rfind(";"))
    if opened > semicolon and not _SOME.search(words):
        behind = [m for m in own if m.fact.start > last.start]
        yield _Rows(
            rows, before, behind, complete=_OPENED.search(words, semicolon + 1) is not None and bool(here)
        )


def _segments(text: str, own: Sequence[Mention], edge: str) -> list[list[Mention]]:
    """Return the figures parted by a delimiter that stands outside brackets."""
    found: list[list[Mention]] = [[]]
    for at, mention in enumerate(own):
        if at:
            before = own[at - 1].fact
            between = text[before.evidence.end or before.start : mention.fact.start]
            if re.search(edge, outside_brackets(between)):
                found.append([])
        found[-1].append(mention)
    return found


def _alike(segments: Sequence[Sequence[Mention]]) -> list[Sequence[Mention]]:
    """Return the rows from the first segment on that are made alike.

    Before the first row its whole may stand in the same segment, behind the last more may be said.
    """
    if len(segments) < _FEWEST_ROWS:
        return []
    width = len(segments[1]) if len(segments) > _FEWEST_ROWS else min(len(segments[0]), len(segments[1]))
    if width < _FEWEST_COLUMNS or len(segments[0]) < width:
        return []
    rows: list[Sequence[Mention]] = [segments[0][-width:]]
    for segment in segments[1:]:
        if len(segment) < width or not _is_alike(rows[0], segment[:width]):
            break
        rows.append(segment[:width])
        if len(segment) > width:
            break
    return rows


def _is_alike(one: Sequence[Mention], other: Sequence[Mention]) -> bool:
    """Say whether two rows have the same units, and behind the first figure the same words; each has a name."""
    if any(a.fact.quantity.unit != b.fact.quantity.unit for a, b in zip(one, other, strict=True)):
        return False
    rest = zip(one[1:], other[1:], strict=True)
    named = all(name_of(row[0]) for row in (one, other)) and normal(one[0].lead) != normal(other[0].lead)
    return named and all(normal(a.lead) == normal(b.lead) for a, b in rest)


def _is_row_before(
    segments: Sequence[Sequence[Mention]], first: int, rows: Sequence[Sequence[Mention]]
) -> bool:
    """Say whether the segment before is a row as well, so that these are only the rest of the rows."""
    return first > 0 and len(_alike([segments[first - 1], *rows])) > 1


def _shared_ending(labels: Sequence[str]) -> str:
    """Return the words in which all labels end: 线路 of 甲公司线路, 乙公司线路."""
    shortest = min(labels, key=len)
    for at in range(len(shortest)):
        if all(label.endswith(shortest[at:]) for label in labels):
            return shortest[at:]
    return ""
