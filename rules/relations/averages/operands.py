"""What an average may be taken over, and what may be divided: candidates with the doubts that words leave, fewest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import TOTAL, normal, vocabulary
from rules.relations.averages.average import Average
from rules.relations.averages.words import AGAINST, COMES_TO, FULL, PLAN, TOTALS, USUAL
from rules.relations.build import BUDGETS
from rules.relations.changes.direction import is_held_against
from rules.relations.changes.pairs import is_prior
from rules.relations.changes.rate import LINK
from rules.relations.rates.operands import Operand, Reach, distinct, operand_of
from rules.relations.sentence import same_unit

_FEW = 3
_MOST = 8
_LONG = 3
"""Characters of a name from which on one figure under it, wherever it stands, is the one that is meant."""
_NAME, _LONGEST = 4, 8
"""Characters of what is counted that an amount is looked for by."""
_AND_MORE = re.compile(r"[、和及与][^，。；\d]{2,10}，(?:共|合计|总)[^，。；\d]{0,4}$")
_AS_FAR = 24
FAR = 3
"""Doubts of a figure that nothing names: it can only show that the figures agree."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that may be meant, and how many doubts the words leave."""

    operand: Operand
    doubts: int

    @property
    def fact(self) -> Fact:
        """Return the figure."""
        return self.operand.fact


def numbers_of(average: Average) -> list[Candidate]:
    """Return what the average may be taken over: what its words name, what stands beside it, what stands before."""
    scope = () if average.scope is None else (average.scope,)
    named = _named(average, (*average.over, *scope), lambda fact: average.is_number(fact, named=True))
    paid = [] if named else _named(average, average.paid, lambda fact: average.is_number(fact, named=True))
    named += [Candidate(c.operand, c.doubts + 1) for c in paid]
    doubt = 1 if named else 0
    here = [m for m in average.around if average.is_number(m.fact)]
    back = [m for m in average.earlier if average.is_number(m.fact) and not m.depth]
    found = [*named, *_beside(average, here, doubt, average.over)]
    found += _before(average, back, doubt + (1 if here else 0), average.over)
    usual = USUAL.get(average.word.group("each") or average.word.group("per"))
    if usual is not None:
        far = [o for o in average.figures.anywhere(usual) if average.is_number(o.fact)]
        far.sort(key=lambda o: not FULL.search(o.name))
        found += [Candidate(o, FAR) for o in distinct(far)[: 2 * _FEW]]
    found += [Candidate(o, 1 + doubt + (1 if here else 0)) for o in average.only_of_unit]
    return _fewest([Candidate(c.operand, c.doubts + _unsaid(c, average)) for c in found])


def _unsaid(number: Candidate, average: Average) -> int:
    """Return the doubts of a number that is not the one that the average is said to be computed by: 按全体代表计算."""
    if not average.said:
        return 0
    name = normal(f"{number.operand.name}{number.fact.subject or ''}")
    return int(average.is_over_all) + (0 if any(_shares(word, name) for word in average.said) else 1)


def wholes_of(average: Average, numbers: Sequence[Candidate]) -> list[Candidate]:
    """Return what may be divided: what stands beside the average, what its words name, what is spoken of, the total."""
    mention = average.mention
    taken = {one.fact.id for one in numbers if not one.doubts}
    here = [m for m in average.around if average.is_whole(m.fact) and m.fact.id not in taken]
    back = [m for m in average.earlier if average.is_whole(m.fact) and not m.depth and m.fact.id not in taken]
    parent = [
        m
        for m in here
        if mention.depth and m.depth == mention.depth - 1 and m.fact.start < mention.fact.start
    ]
    here = [m for m in here if m not in parent]
    found = [_here(m, average, _unnamed(m, average) + _of_more(m, average)) for m in parent[-1:]]
    beside = _beside(average, here, 1 if parent else 0)
    numbered = [m for m in average.around if average.is_number(m.fact) and not m.depth]
    of_all = FAR if average.is_set and len(numbered) > 1 else 0  # 新建 15 座，改建 8 座每座 1 万元，支出 A
    if average.is_price:
        behind = [m for m in here if m.fact.start > mention.fact.start][:1]
        found += [_here(m, average, of_all + _unnamed(m, average)) for m in behind if COMES_TO.search(m.lead)]
    found += [Candidate(c.operand, c.doubts + of_all + _unnamed(c.operand.mention, average)) for c in beside]
    found += _named(average, (*average.divided, *average.said), average.is_whole)
    found += _about(average, numbers, bool(here))
    counts = mention.fact.kind is FactKind.COUNT
    found += [
        Candidate(c.operand, c.doubts + _unnamed(c.operand.mention, average))
        for c in _before(average, back, (0 if counts else 1) + (1 if here else 0))
    ]
    return _fewest(found)


def _beside(
    average: Average, here: Sequence[Mention], doubt: int, names: Sequence[str] = ()
) -> Iterator[Candidate]:
    """Yield the figures of the sentence: the only one, the one that is named, the total, the next to the average; the rest.

    公务用车运行维护费 5.17 万元，保有车辆 2 辆，车均: both stand right before the average.
    """
    level = [m for m in here if m.depth <= average.mention.depth] or list(here)
    done = [m for m in level if not _is_aside(m) and m.fact.id not in average.inside]
    before = [m for m in done if m.fact.start < average.mention.fact.start] or done
    meant = _meant(before, names) or [m for m in before[-1:] if len(done) == 1 or _is_next(m, average)]
    for order, mention in enumerate(reversed(before)):
        yield _here(mention, average, doubt + (0 if mention in meant else 2 if meant or order else 1))
    yield from (_here(m, average, doubt + 2) for m in here if m not in before)


def _before(
    average: Average, back: Sequence[Mention], doubt: int, names: Sequence[str] = ()
) -> Iterator[Candidate]:
    """Yield the figures before the sentence, nearest first: the only one of the statement, the total, the first and largest."""
    done = [m for m in back if not _is_aside(m) and m.fact.id not in average.inside] or list(back)
    own = [m for m in done if m.statement == average.mention.statement]
    block = [m for m in done if m.block == average.mention.block]
    meant = _meant(own[::-1], names) or (own if len(own) == 1 else [])
    for order, mention in enumerate(done[:_MOST]):
        if mention in meant:
            yield _here(mention, average, doubt)
        elif _heads(mention, own) or _heads(mention, block):
            yield _here(mention, average, doubt + (1 if mention in own else 2))
        else:
            yield _here(mention, average, doubt + min(order + 1, 2) + (mention not in own))


def _meant(figures: Sequence[Mention], names: Sequence[str]) -> list[Mention]:
    """Return the one of several figures that words name in part, or else that is said to be the total."""
    if len(figures) < 2:
        return []
    named = [m for m in figures if any(_shares(name, normal(m.lead)) for name in names)]
    totals = [m for m in figures if TOTALS.search(normal(m.lead))]
    return named if len(named) == 1 else totals if len(totals) == 1 else []


def _heads(mention: Mention, group: Sequence[Mention]) -> bool:
    """Say whether a figure stands first among several, and is the largest: what the others break up."""
    return (
        len(group) > 1
        and mention is group[-1]
        and all(mention.fact.quantity.in_base > m.fact.quantity.in_base for m in group[:-1])
    )


def _is_next(mention: Mention, average: Average) -> bool:
    """Say whether nothing but rates, and what the average is taken over or divides, stands between a figure and it."""
    first, last = sorted((mention.fact.start, average.mention.fact.start))
    between = [m for m in average.around if first < m.fact.start < last]
    own = average.is_whole(mention.fact)
    other = [m for m in between if m.fact.kind not in (FactKind.RATE, FactKind.POINTS)]
    return (
        not LINK.search(mention.tail)
        and len(other) <= 1
        and not any(average.is_whole(m.fact) is own for m in other)
    )


def _is_aside(mention: Mention) -> bool:
    """Say whether a figure was only planned, or is what another is held against."""
    planned = PLAN.search(mention.lead) is not None or mention.fact.measure in BUDGETS
    planned = planned or AGAINST.search(mention.lead) is not None
    return planned or is_held_against(mention) or is_prior(mention)


def _unnamed(mention: Mention | None, average: Average) -> int:
    """Return one doubt where the average names what it divides and the figure does not: 人均可支配收入."""
    if mention is None:
        return 1
    name = f"{mention.fact.label}{mention.fact.subject or ''}{normal(mention.lead)}"
    return int(bool(average.divided) and not any(_shares(part, name) for part in average.divided))


def _of_more(mention: Mention, average: Average) -> int:
    """Return one doubt where things without a number stand before a total: 救护车 6 辆、设备一批，共 A 万元（车均 …）."""
    before = normal(average.figures.text[: mention.fact.start][-_AS_FAR:])
    return int(_AND_MORE.search(before) is not None)


def _shares(part: str, name: str) -> bool:
    return any(part[at : at + 2] in name for at in range(len(part) - 1))


def _named(average: Average, names: Sequence[str], fits: Callable[[Fact], bool]) -> list[Candidate]:
    """Return the figures that one of the names is said of, those of the nearest place first."""
    found: list[Candidate] = []
    for name in dict.fromkeys(names):
        pattern = re.compile(re.escape(name))
        near = [operand_of(m, average.mention) for m in (*average.around, *average.earlier)]
        near = [
            o for o in near if fits(o.fact) and (pattern.search(o.name) or name in (o.fact.subject or ""))
        ]
        done = [o for o in near if o.mention is not None and not _is_aside(o.mention)]
        done = [o for o in done if pattern.search(o.name)] or done  # its own words before a name taken over
        if done:
            reach = min(o.reach for o in done)
            nearest = distinct([o for o in done if o.reach is reach])
            found += [Candidate(o, min(at + (len(nearest) > 1), 2)) for at, o in enumerate(nearest)]
            continue
        far = [o for o in average.figures.anywhere(pattern) if fits(o.fact)]
        far = [o for o in far if o.fact.measure in ("executed", None) and not PLAN.search(o.name)] or far
        far.sort(key=lambda o: (o.fact.measure != "executed", not FULL.search(o.name)))
        values = distinct(far)
        only = len(values) == 1 or (values and FULL.search(values[0].name) is not None)
        first = (0 if len(name) >= _LONG and len(values) == 1 else 1) if only else 2
        found += [Candidate(o, first if not at else FAR) for at, o in enumerate(values[:_FEW])]
    return found


def _about(average: Average, numbers: Sequence[Candidate], beside: bool) -> Iterator[Candidate]:
    """Yield the amounts of what is counted, of the thing that the sentence or its item is about, of all there is."""
    if average.mention.fact.kind is not FactKind.AMOUNT:
        return
    doubt = 1 + (1 if beside else 0)
    for one in numbers[:1]:
        if not one.doubts and one.operand.mention is not None:
            own = _of_counted(average, normal(one.operand.mention.lead))
            first = doubt - 1 if len(own) == 1 and own[0].fact.measure == "executed" else doubt
            yield from (Candidate(o, first + min(at, 2)) for at, o in enumerate(own[:_FEW]))
            subject = one.fact.subject if one.operand.mention.own_subject or not own else None
            if subject is not None and subject in vocabulary().subjects and subject != TOTAL:
                spent = average.figures.of_thing(subject, "executed", average.mention.fact)
                found = [fact for fact in spent if average.is_whole(fact)]
                yield from (Candidate(Operand(f, subject, Reach.REPORT), doubt) for f in found[:_FEW])
    seen = 0
    for words in (
        average.figures.words_before(average.mention),
        average.figures.item_before(average.mention),
    ):
        thing = average.figures.thing_in(words)
        named = thing is not None and any(part in thing for part in average.divided)
        lost = average.divided and not named  # what is divided has a name, and this is another
        for fact in _stages(average, thing or TOTAL):
            yield Candidate(
                Operand(fact, thing or TOTAL, Reach.REPORT), doubt + min(seen, 1) + (2 if lost else 0)
            )
            seen += 1


def _stages(average: Average, thing: str) -> Iterator[Fact]:
    for measure in ("executed", "adjusted_budget", "budget", None):
        for fact in average.figures.of_thing(thing, measure, average.mention.fact):
            if average.is_whole(fact):
                yield fact


def _of_counted(average: Average, words: str) -> list[Operand]:
    """Return the amounts named by what is counted: 公务接待费 for 公务接待 612 人次, the longest name that any has."""
    for length in range(min(len(words), _LONGEST), _NAME - 1, -1):
        for start in range(len(words) - length, -1, -1):
            pattern = re.compile(re.escape(words[start : start + length]))
            found = [o for o in average.figures.anywhere(pattern) if average.is_whole(o.fact)]
            found = [o for o in found if o.mention is None or not _is_aside(o.mention)]
            if found:
                return list(distinct(sorted(found, key=lambda o: o.fact.measure != "executed")))
    return []


def _here(mention: Mention, average: Average, doubts: int) -> Candidate:
    return Candidate(operand_of(mention, average.mention), doubts)


def _fewest(found: Sequence[Candidate]) -> list[Candidate]:
    """Return one candidate a value, with the fewest doubts that any of its places leaves, in order of these."""
    ordered = sorted(found, key=lambda candidate: candidate.doubts)
    by_fact = {candidate.fact.id: candidate for candidate in reversed(ordered)}
    return [by_fact[o.fact.id] for o in distinct([c.operand for c in ordered])][: 2 * _MOST]


def steps_of(average: Average) -> Iterator[tuple[Fact, Fact, bool]]:
    """Yield what follows a price word by word: each number of what it is for, the amount right behind it, whether that is sure.

    按每人 10000 元的标准，预算救助 40 人、40.00 万元，实际救助 36 人、36.00 万元; 每生每天 4 元，按 200 天计，每生每年 800 元.
    """
    if not average.word.group("per"):
        return
    own = [m for m in average.statement.own if m.sentence == average.mention.sentence]
    place = next(at for at, m in enumerate(own) if m.fact.id == average.mention.fact.id)
    follow = own[place + 1 :]
    for number, whole in zip(follow[::2], follow[1::2], strict=False):
        if not average.is_step(number.fact, whole) or not same_unit(whole.fact, average.mention.fact):
            return
        yield number.fact, whole.fact, average.is_sure_of(whole)
