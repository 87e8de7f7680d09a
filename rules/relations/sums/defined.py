"""Parts that by definition make a known thing (人员经费 and 公用经费 make 基本支出), wherever the paragraph states it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rules.facts.fact import FactKind, Where
from rules.facts.mention import Mention
from rules.facts.vocabulary import TOTAL, normal, vocabulary
from rules.relations.build import BUDGETS, Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, is_base, of_kind
from rules.relations.sums.wholes import is_aside

_GRAND = re.compile(
    r"^(?:20\d\d年度?|部门|单位|全年|本年|当年|年度|总|全部|资金|收支|预算|支出|决算|实际|为|达|共|合计)+$"
)
_MOST = 2
_FULL = 3
"""So many parts leave no room for another."""


def find_defined(statements: Sequence[Statement], relations: Relations) -> None:
    """Assert that the parts of a known thing that a statement tells in full make the one that was told before."""
    for statement in statements:
        told = list(_told_in_full(statement))
        for subject, parts, in_full in told:
            stages = {other[0].fact.measure for name, other, _ in told if name == subject}
            # Where parts are told at two stages (预算 A、支出 B), their whole is of the one that it names.
            found = _readings(statement, subject, parts, strictly=len(stages) > 1)
            relations.choose([r if in_full else replace(r, sure=False, open_ended=True) for r in found])
    for statement, subject, parts in _told_one_by_one(statements):
        relations.choose(list(_readings(statement, subject, parts, strictly=False)))


def _told_one_by_one(statements: Sequence[Statement]) -> Iterator[tuple[Statement, str, list[Mention]]]:
    """Yield the things whose parts sentences of their own tell, with the statement that begins: 基本支出 A，其中：人员经费 B，
    主要包括…。公用经费 C，主要包括…。
    """
    for at, statement in enumerate(statements):
        last = _amount_of_part(statement)
        if last is None:
            continue
        for subject, known in vocabulary().subjects.items():
            for names in known.parts:
                told = [last] if last.fact.subject in names else []
                first = at
                while told and len(told) < len(names) and at - first < len(names) and first:
                    first -= 1
                    if statements[first].own[0].fact.evidence.section != last.fact.evidence.section:
                        break
                    earlier = [m for m in _level(statements[first]) if m.fact.subject in names]
                    told = [*earlier, *told]
                found = {m.fact.subject for m in told}
                if first < at and len(told) == len(names) == len(found):
                    yield statements[first], subject, told


def _amount_of_part(statement: Statement) -> Mention | None:
    """Return the amount that begins a statement, where nothing but its own name stands before it."""
    own = _level(statement)
    begins = own and own[0] is statement.own[0] and own[0].own_subject and not own[0].opening
    # Cells side by side are no sentences.
    return own[0] if begins and own[0].fact.where is Where.TEXT else None


def _level(statement: Statement) -> list[Mention]:
    return [
        m
        for m in of_kind(statement.own, FactKind.AMOUNT)
        if not m.depth and not m.narrowed and not is_base(m) and not is_aside(m)
    ]


def _told_in_full(statement: Statement) -> Iterator[tuple[str, list[Mention], bool]]:
    """Yield the things all of whose parts the statement tells, each once, of one year and at one stage.

    Parts that many have nothing of may be missing; then the parts are not said to be all.
    """
    stages: dict[tuple[str | None, str | None], list[Mention]] = defaultdict(list)
    for mention in _level(statement):
        stages[mention.fact.measure, mention.fact.period].append(mention)
    elsewhere = {m.fact.subject for m in (*statement.section, *statement.near)}
    for told in stages.values():
        names = [m.fact.subject for m in told]
        for subject, known in vocabulary().subjects.items():
            for parts in known.parts:
                here = [p for p in parts if p in names or p in elsewhere or p not in known.seldom]
                if len(here) > 1 and all(names.count(part) == 1 for part in here):
                    yield subject, [told[names.index(part)] for part in here], len(here) == len(parts)


def _readings(
    statement: Statement, subject: str, parts: Sequence[Mention], *, strictly: bool
) -> Iterator[Reading]:
    first, stage = min(part.fact.start for part in parts), parts[0].fact.measure
    fitting = [m for m in (*statement.section, *statement.near) if _is_whole(m, subject, parts)]
    fitting = [m for m in fitting if m.fact.start < first and not (strictly and m.fact.measure != stage)]
    ids = {m.fact.id for m in statement.near}
    near = [m for m in fitting if m.fact.id in ids]
    for whole in list(reversed(near))[:_MOST]:
        alone = len({m.fact.quantity.in_base for m in near}) == 1
        sure = alone and whole.fact.measure == stage
        # Some tell 对个人和家庭的补助 beside 人员经费 and 公用经费; “三公”经费 has three parts, whatever they come to.
        firm = sure and len(parts) >= _FULL and whole in statement.own
        yield _reading(parts, whole, sure=sure, firm=firm)
    far = [m for m in fitting if m.fact.id not in ids]
    for whole in list(reversed(far))[: 0 if near else _MOST]:
        yield _reading(parts, whole)


def _is_whole(mention: Mention, subject: str, parts: Sequence[Mention]) -> bool:
    """Say whether a figure is of the thing, at the stage, of the year and the fund that its parts are of."""
    part = parts[0].fact
    words = re.sub("（[^（）]*）", "", normal(mention.lead))
    named = (
        mention.fact.subject == subject
        or (subject == TOTAL and _GRAND.match(words))
        or (subject != TOTAL and re.search(f"{subject}(?:预算|决算|执行)?[数额]?[为共计达]*$", words))
    )
    return (
        bool(named)
        and mention.fact.kind is FactKind.AMOUNT
        and not mention.depth
        and not mention.narrowed
        and not mention.range_end
        and not is_base(mention)
        and not is_aside(mention)
        and _is_of_stage(mention.fact.measure, part.measure)
        and len({f.period for f in (mention.fact, *(p.fact for p in parts))}) == 1
        and len({f.scope for f in (mention.fact, *(p.fact for p in parts))} - _unsaid(parts)) <= 1
    )


def _unsaid(parts: Sequence[Mention]) -> set[str | None]:
    """Return the fund that is not said of the second of parts that sentences of their own tell."""
    return {None} if len({part.statement for part in parts}) > 1 else set()


def _is_of_stage(whole: str | None, part: str | None) -> bool:
    """Say whether whole and parts are at one stage; a budget that is not called first or last may be either."""
    return (
        whole == part
        or None in (whole, part)
        or ("budget" in (whole, part) and {whole, part} <= set(BUDGETS))
    )


def _reading(parts: Sequence[Mention], whole: Mention, *, sure: bool = False, firm: bool = False) -> Reading:
    names = "、".join(str(part.fact.subject) for part in parts)
    return Reading(
        RelationKind.SUM,
        Operation.SUM,
        tuple(part.fact for part in parts),
        whole.fact,
        f"“{whole.fact.label}”＝{names}之和",
        sure=sure,
        firm=firm,
    )
