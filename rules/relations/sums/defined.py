"""Parts that by definition make a known thing (人员经费 and 公用经费 make 基本支出), wherever the paragraph states it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from rules.facts.fact import FactKind, Where
from rules.facts.mention import Mention
from rules.facts.vocabulary import TOTAL, normal, vocabulary
from rules.relations.build import BUDGETS, Relations
from rules.relations.changes.rate import PRIOR
from rules.relations.judging.judge import WIDE_ONLY, Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, is_base, of_kind, was_moved
from rules.relations.sums.wholes import is_aside

_GRAND = re.compile(
    r"^(?:20\d\d年度?|部门|单位|全年|本年|当年|年度|总|全部|资金|收支|预算|支出|决算|实际|为|达|共|合计)+$"
)
_MOST = 2
_FULL = 3
"""So many parts leave no room for another."""
_NONE = re.compile(
    r"无(?!法|误|需|关)|没有|零支出|为零|为0(?![.\d]*[1-9])|未(?:发生|安排|产生|支出|列支|组织|购[置买]|更新|新购|开支)"
)
_BOUGHT = re.compile("(?:购[置买]|更新|新购)(?:公务)?(?:用车|公车|车辆)")
"""公务用车购置费 told by what was done: 未购置公务用车."""
_TITLE = re.compile(
    r"(?:[（(]?[\d一二三四五六七八九十]{1,2}[）)、.．]\s*)?(?P<name>[\u4e00-\u9fff“”]{3,14})[。：:]"
)
_CLAUSES = 160
_STAGES = (None, "executed", *BUDGETS)
_CARS = "公务用车购置费"


def find_defined(text: str, statements: Sequence[Statement], relations: Relations) -> None:
    """Assert that the parts of a known thing that a statement tells in full make the one that was told before.

    ``text`` is the canonical text of the document: what it says there was none of is missing from no list.
    """
    for statement in statements:
        told = list(_told_in_full(text, statement))
        for subject, parts, in_full, number in told:
            stages = {other[0].fact.measure for name, other, *_ in told if name == subject}
            # Where parts are told at two stages (预算 A、支出 B), their whole is of the one that it names.
            found = list(_readings(text, statement, subject, parts, number, strictly=len(stages) > 1))
            # A coarse figure among finer ones is no question where not even all of the whole is told.
            found = [r for r in found if in_full or r.judge().likely != WIDE_ONLY]
            # Parts by definition come to no more than their whole, whatever else it has.
            relations.choose([r if in_full else replace(r, open_ended=True) for r in found])
    for statement, subject, parts in _told_one_by_one(statements):
        relations.choose(list(_readings(text, statement, subject, parts, len(parts), strictly=False)))


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


def _told_in_full(text: str, statement: Statement) -> Iterator[tuple[str, list[Mention], bool, int]]:
    """Yield the things all of whose parts the statement tells, each once, of one year and at one stage, with how many it has.

    Parts that many have nothing of may be missing; then the parts are not said to be all, unless the paragraph says
    that there was none of them.
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
                    missing = [part for part in parts if part not in here]
                    in_full = all(_is_denied(text, statement, part) for part in missing)
                    yield subject, [told[names.index(part)] for part in here], in_full, len(parts)


def _is_denied(text: str, statement: Statement, part: str) -> bool:
    """Say whether the paragraph says that there was none of a part this year: 未发生因公出国（境）费, 无公务用车购置支出."""
    first, last = statement.near[0].fact.start, statement.own[-1].fact.start
    start = text.rfind("\n", 0, first) + 1
    paragraph = text[start : last + _CLAUSES].split("\n")
    reach = text.count("\n", start, last) + 1
    words = vocabulary().subjects[part].words
    for clause in re.split("[，。；]", "；".join(paragraph[:reach])):
        said = any(word in clause for word in words) or (part == _CARS and _BOUGHT.search(clause))
        other = PRIOR.search(clause) or set(re.findall(r"20\d\d", clause)) - {statement.own[0].fact.period}
        if said and _NONE.search(clause) and not other:
            return True
    return False


def _readings(
    text: str, statement: Statement, subject: str, parts: Sequence[Mention], number: int, *, strictly: bool
) -> Iterator[Reading]:
    first, stage = min(part.fact.start for part in parts), parts[0].fact.measure
    # A stage that no part names was taken over from the figure before them, and need not be theirs.
    inherited = not any(part.own_measure for part in parts)
    fitting = [
        m
        for m in (*statement.section, *statement.near)
        if m.fact.start < first
        and not (strictly and m.fact.measure != stage)
        and _is_whole(m, subject, parts, titled=_is_titled(text, m, subject), any_stage=inherited)
    ]
    ids = {m.fact.id for m in statement.near}
    near = [m for m in fitting if m.fact.id in ids]
    # 全年预算中，人员经费 A 万元。工资福利支出 B 万元…: the sentence of the whole says a stage, that of the parts another.
    planned = _is_planned(text, parts[0])
    apart = {m.fact.id for m in near if stage is None and _is_planned(text, m) is not planned}
    # Totals of several funds lawfully differ: what exceeds one of them deserves a second look.
    scoped = vocabulary().subjects[subject].scoped
    for reading in _near(statement, parts, near, number, stage, scoped=scoped):
        if reading.stated.measure in BUDGETS and was_moved(statement, reading.stated.start, first):
            yield reading.silent()
        else:
            yield replace(reading, sure=False, firm=False) if reading.stated.id in apart else reading
    far = [m for m in fitting if m.fact.id not in ids and _is_of_stage(m.fact.measure, stage)]
    for whole in list(reversed(far))[: 0 if near else _MOST]:
        yield _reading(parts, whole)


def _near(
    statement: Statement,
    parts: Sequence[Mention],
    near: Sequence[Mention],
    number: int,
    stage: str | None,
    *,
    scoped: bool,
) -> Iterator[Reading]:
    """Yield the readings of the paragraph: the figures of the stage of the parts before those of another."""
    exceeds = sum((part.fact.quantity.in_base for part in parts), Decimal(0)) > max(
        (m.fact.quantity.in_base for m in near), default=Decimal(0)
    )
    staged = [m for m in near if _is_of_stage(m.fact.measure, stage)]
    # Of a thing told at two stages the parts, of which nothing is said, are of what was spent.
    staged.sort(key=lambda m: stage is None and m.fact.measure == "executed")
    alone = len({m.fact.quantity.in_base for m in staged}) == 1
    wholes = [*list(reversed(staged))[:_MOST], *[m for m in reversed(near) if m not in staged][:_MOST]]
    for whole in wholes:
        of_spent = stage is None and whole.fact.measure == "executed"
        told = whole in staged and whole.fact.measure in _STAGES and (of_spent or stage == whole.fact.measure)
        sure = told and (alone or exceeds)
        # Some tell 对个人和家庭的补助 beside 人员经费 and 公用经费; “三公”经费 has three parts, whatever they come to.
        firm = sure and number >= _FULL and (whole in statement.own or number > len(parts))
        yield _reading(parts, whole, sure=sure, firm=firm or (sure and exceeds and not scoped))


def _is_planned(text: str, mention: Mention) -> bool:
    """Say whether the sentence before a figure speaks of a budget."""
    words = text[text.rfind("\n", 0, mention.fact.start) + 1 : mention.fact.start]
    return "预算" in re.split("[。；]", words)[-1]


def _is_titled(text: str, mention: Mention, subject: str) -> bool:
    """Say whether a paragraph opens with the name of the thing as its title: （三）“三公”经费。全年支出 A 万元."""
    start = text.rfind("\n", 0, mention.fact.start) + 1
    title = _TITLE.match(text[start : mention.fact.start])
    return title is not None and any(w in title["name"] for w in vocabulary().subjects[subject].words)


def _is_whole(
    mention: Mention, subject: str, parts: Sequence[Mention], *, titled: bool, any_stage: bool
) -> bool:
    """Say whether a figure is of the thing, at the stage, of the year and the fund that its parts are of."""
    part = parts[0].fact
    words = re.sub("（[^（）]*）", "", normal(mention.lead))
    named = (
        mention.fact.subject == subject
        or ((subject == TOTAL or (titled and mention.fact.subject is None)) and _GRAND.match(words))
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
        and (any_stage or _is_of_stage(mention.fact.measure, part.measure))
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
