"""Where the operands of a rate or an average are looked for: by their names, the nearest first.

Words name an operand (有效问卷, 编制) wherever it stands: in the sentence, its paragraph, the section, the rest of the
report. The nearest place where the name stands is the one that is meant; two values under one name there leave it open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import CellFact, Extraction, Mention
from rules.facts.vocabulary import TOTAL, normal

ALL_FUNDS = "全部资金"
_FARTHEST = 60
"""How many figures back a section is searched."""
_LONGEST = 120
_FEWEST = 4
"""Characters of a name from which on it is not met by chance in other words."""
_TAIL_NAMES = re.compile(r"^[、和与及的，]|^$")
AVERAGE = re.compile(
    r"(?P<each>(?:人次|床日|[人户次亩件村校生床例场期班篇站台车辆处座栋社笔吨])(?=均(?!衡|等|匀))"
    r"|(?:[户件批架班场车]次|[镇乡园馆批企日])(?=均(?![衡等匀已未可能有无没不为按由在完达超符通实])))均"
    r"|每一?(?P<per>人次|户次|例次|件次|册次|家次|场次|批次|剂次|人月|平方米|平方公里|立方米|公里|千米|公顷"
    r"|[亩个人名位生户件篇处座栋辆台套次期场班村社条项例家所份吨米床枚页张批册本间头只株馆站校车园起宗艘剂])"
    r"(?:每?(?P<month>[月年天日次]))?"
)
"""The word that says that a figure is an average, and of what: 户均, 平均每公里, 每人每月."""
_COUNTED = (FactKind.AMOUNT, FactKind.COUNT)
_DAYS = ("天", "日", "小时", "个月")
"""Units of time that are counted: 优良天数 284 天 of 365 天."""


class Reach(IntEnum):
    """How far from the rate an operand stands."""

    SENTENCE = 0
    STATEMENT = 1
    PARAGRAPH = 2
    SECTION = 3
    REPORT = 4


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure that may be an operand: the words that name it, and where it stands seen from the rate."""

    fact: Fact
    name: str
    reach: Reach
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The figures of one name in the nearest place where it stands, one a value; ``only``: there is no other."""

    operands: tuple[Operand, ...]
    reach: Reach

    @property
    def only(self) -> bool:
        """Say whether the name leaves one value."""
        return len(self.operands) == 1


Fits = Callable[[Fact], bool]


class Figures:
    """All figures of a report with the words that name them; ``text`` is its canonical text."""

    def __init__(self, text: str, extraction: Extraction) -> None:
        self.text = text
        self.facts = extraction.facts
        self._mentions = extraction.mentions
        self._position = {mention.fact.id: at for at, mention in enumerate(extraction.mentions)}
        self._said = [_of_mention(m, Reach.REPORT) for m in extraction.mentions if not m.range_end]
        self._told = [_of_cell(cell) for cell in extraction.cells]
        self._near: dict[str, tuple[Operand, ...]] = {}
        self._named: dict[str, tuple[Operand, ...]] = {}
        self._chosen: dict[Callable[[Figures], tuple[Operand, ...]], tuple[Operand, ...]] = {}
        self._things: dict[str, list[Fact]] = defaultdict(list)
        for fact, thing in _things(extraction):
            self._things[thing].append(fact)

    def near(self, at: Mention) -> tuple[Operand, ...]:
        """Return the figures of the section before a figure, and those a bracket behind it explains it by."""
        if at.fact.id not in self._near:
            self._near[at.fact.id] = tuple(self._around(at))
        return self._near[at.fact.id]

    def behind(self, at: Mention) -> tuple[Operand, ...]:
        """Return the figures that follow a figure in its sentence."""
        place = self._position.get(at.fact.id, len(self._mentions))
        follow = [m for m in self._mentions[place + 1 : place + 4] if m.sentence == at.sentence]
        return tuple(_of_mention(m, Reach.SENTENCE) for m in follow if _counts(m))

    def anywhere(self, pattern: re.Pattern[str]) -> tuple[Operand, ...]:
        """Return the figures of text and tables whose name says the words, in the order of the report."""
        if pattern.pattern not in self._named:
            every = [o for o in (*self._said, *self._told) if pattern.search(o.name)]
            self._named[pattern.pattern] = tuple(sorted(every, key=lambda o: o.fact.start))
        return self._named[pattern.pattern]

    def all_told(self) -> tuple[Operand, ...]:
        """Return the figures of running text in order, each with the words that name it."""
        return tuple(self._said)

    def all_cells(self) -> tuple[Operand, ...]:
        """Return the figures that fill cells of tables, each with its row and column."""
        return tuple(self._told)

    def once(self, made: Callable[[Figures], tuple[Operand, ...]]) -> tuple[Operand, ...]:
        """Return what a function chooses among the figures of the report; it is asked once."""
        if made not in self._chosen:
            self._chosen[made] = made(self)
        return self._chosen[made]

    def of_thing(self, thing: str, measure: str | None, like: Fact | None) -> tuple[Fact, ...]:
        """Return the amounts of a thing at a stage, one a value; of the period and fund of ``like``, if given."""
        found = [fact for fact in self._things.get(thing, ()) if fact.measure == measure]
        if like is not None:
            found = [f for f in found if f.period in (None, like.period) and _one_fund(f, like)]
        return one_each(found)

    def thing_in(self, words: str) -> str | None:
        """Return the thing with amounts of its own that words name, the longest where they name several."""
        text = normal(words)
        named = [thing for thing in self._things if len(thing) >= _FEWEST and thing in text]
        return max(named, key=lambda thing: (len(thing), text.rfind(thing)), default=None)

    def item_before(self, at: Mention) -> str:
        """Return the paragraph up to a figure, and the headings that it stands under."""
        start = self.text.rfind("\n", 0, at.fact.start) + 1
        return f"{at.fact.evidence.section or ''}{self.text[start : at.fact.start]}"

    def words_before(self, at: Mention) -> str:
        """Return the sentence up to a figure."""
        return re.split("[。；;\n]", self.text[max(at.fact.start - _LONGEST, 0) : at.fact.start])[-1]

    def named(
        self, patterns: Sequence[re.Pattern[str]], at: Mention, fits: Fits, farthest: Reach
    ) -> Found | None:
        """Return the figures in the nearest place where one of the patterns names any, the first that does there."""
        every = [self._nearest(pattern, at, fits, farthest) for pattern in patterns]
        return min((found for found in every if found is not None), key=lambda f: f.reach, default=None)

    def _nearest(self, pattern: re.Pattern[str], at: Mention, fits: Fits, farthest: Reach) -> Found | None:
        near = [o for o in self.near(at) if o.reach <= farthest and pattern.search(o.name) and fits(o.fact)]
        if near:
            reach = min(operand.reach for operand in near)
            return Found(distinct([o for o in near if o.reach is reach]), reach)
        if farthest < Reach.REPORT:
            return None
        far = [o for o in self.anywhere(pattern) if o.fact.id != at.fact.id and fits(o.fact)]
        return Found(distinct(far), Reach.REPORT) if far else None

    def _around(self, at: Mention) -> Iterator[Operand]:
        place = self._position.get(at.fact.id)
        if place is None:
            return
        for mention in self._mentions[place + 1 : place + 4]:
            if mention.sentence == at.sentence and mention.depth == at.depth + 1 and _counts(mention):
                yield _of_mention(mention, Reach.SENTENCE)
        section = at.fact.evidence.section
        for mention in reversed(self._mentions[max(place - _FARTHEST, 0) : place]):
            if mention.fact.evidence.section != section:
                return
            if _counts(mention):
                yield _of_mention(mention, reach_of(mention, at))


def _things(extraction: Extraction) -> Iterator[tuple[Fact, str]]:
    """Yield the amounts with what they are of; an amount of running text that names nothing is of all there is."""
    for mention in extraction.mentions:
        if (
            mention.fact.kind is FactKind.AMOUNT
            and not mention.range_end
            and not AVERAGE.search(mention.lead)
        ):
            yield mention.fact, mention.fact.subject or TOTAL
    for cell in extraction.cells:
        if cell.fact.kind is FactKind.AMOUNT and cell.fact.subject is not None:
            yield cell.fact, cell.fact.subject


def _one_fund(fact: Fact, like: Fact) -> bool:
    funds = {None if scope == ALL_FUNDS else scope for scope in (fact.scope, like.scope)}
    return len(funds) == 1 or fact.subject != TOTAL


def one_each(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return one fact a value, in order."""
    return tuple({fact.quantity.in_base: fact for fact in reversed(facts)}.values())[::-1]


def reach_of(mention: Mention, at: Mention) -> Reach:
    """Return how far one figure stands from another of the same section."""
    if mention.block != at.block:
        return Reach.SECTION
    if mention.sentence == at.sentence:
        return Reach.SENTENCE
    return Reach.STATEMENT if mention.statement == at.statement else Reach.PARAGRAPH


def distinct(operands: Sequence[Operand]) -> tuple[Operand, ...]:
    """Return one operand a value, in order."""
    found: dict[tuple[object, ...], Operand] = {}
    for operand in operands:
        quantity = operand.fact.quantity
        dimension = None if quantity.unit is None else quantity.unit.dimension
        found.setdefault((quantity.in_base, dimension), operand)
    return tuple(found.values())


def is_counted(fact: Fact) -> bool:
    """Say whether a figure is an amount or a count, which a rate can be of."""
    unit = fact.quantity.unit
    return fact.kind in _COUNTED or (
        fact.kind is FactKind.OTHER and unit is not None and unit.symbol in _DAYS
    )


def _counts(mention: Mention) -> bool:
    return is_counted(mention.fact) and not mention.range_end


def operand_of(mention: Mention, at: Mention) -> Operand:
    """Return a figure of the section as one that may be an operand of another."""
    return _of_mention(mention, reach_of(mention, at))


def _of_mention(mention: Mention, reach: Reach) -> Operand:
    name = normal(mention.lead)
    tail = normal(mention.tail)
    if not _TAIL_NAMES.match(tail):
        name = f"{name}|{tail}"
    return Operand(mention.fact, name, reach, mention)


def _of_cell(cell: CellFact) -> Operand:
    evidence = cell.fact.evidence
    return Operand(cell.fact, normal(f"{evidence.row or ''}|{evidence.column or ''}"), Reach.REPORT)
