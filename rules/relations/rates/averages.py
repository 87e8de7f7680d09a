"""Averages that the words of a sentence assert: 人均 A 元 × 人数 = an amount, 平均每期 A 人次 × 期数 = 人次.

The word of the average says what it is taken over (户均: 户); what is divided is named by the words beside it
(户均补助), by the thing that the sentence or its item is about (1．农村危房改造。…), or else stands nearest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import TOTAL, normal
from rules.numbers.quantity import Hedge
from rules.relations.build import Relations
from rules.relations.changes.rate import CHANGES
from rules.relations.judging.judge import Operation
from rules.relations.rates.operands import AVERAGE, Figures, Operand, Reach, distinct
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, of_kind, same_unit

_UNITS = {
    "人": ("人", "名", "人次", "位"),
    "生": ("人", "名"),
    "次": ("次", "人次", "场次", "批次"),
    "村": ("个", "村"),
    "校": ("所", "个"),
    "件": ("件", "起", "宗"),
    "床": ("张", "床", "床位"),
    "场": ("场", "场次"),
    "班": ("期", "个", "班次"),
    "站": ("个", "座"),
    "台": ("台", "套"),
    "车": ("辆", "台"),
    "社": ("个", "家"),
    "千米": ("公里", "千米"),
}
"""What each word counts, where its classifier is not the word itself."""
_OVER = re.compile(r"按(?:照)?([^，。；按]{2,12}?)(?:总数|数)?(?:计算|测算|折算|口径)")
_GENERIC = re.compile(
    r"平均|年|全年|当年|实际|财政|资金|投入|支出|费用|成本|补助|补贴|经费|金额|标准|造价|投资|收入|为|达到?|约|仅|分摊|的|数"
)
_STANDARD = re.compile("标准|定额|不超过|不低于|不高于|限额|控制")
_PLAN = re.compile("计划|目标|任务|应")
_FEW = 3
_MOST = 48


def find_averages(statements: Sequence[Statement], figures: Figures, relations: Relations) -> None:
    """Assert the averages of running text."""
    for statement in statements:
        for mention in of_kind(statement.own, FactKind.COUNT, FactKind.AMOUNT):
            word = AVERAGE.search(normal(mention.lead))
            if word is not None and mention.fact.quantity.hedge is Hedge.NONE:
                relations.choose(list(_Average(mention, word, figures).readings())[:_MOST])


@dataclass(frozen=True, slots=True)
class _Average:
    """An average and the word that says what it is taken over."""

    mention: Mention
    word: re.Match[str]
    figures: Figures

    def readings(self) -> Iterator[Reading]:
        """Yield the average times each number as each amount, the likeliest first."""
        numbers, wholes = self._numbers(), self._wholes()
        standard = _STANDARD.search(self.figures.words_before(self.mention)) is not None
        for at, whole in enumerate(wholes):
            for order, number in enumerate(numbers):
                if number.fact is whole.fact:
                    continue
                together = whole.reach is number.reach is Reach.SENTENCE
                alone = self._alone(numbers) and self._alone(wholes)
                yield Reading(
                    RelationKind.ARITHMETIC_OTHER,
                    Operation.PRODUCT,
                    (self.mention.fact, number.fact),
                    whole.fact,
                    f"“{self.mention.fact.label}”×{number.fact.label}＝{whole.fact.label}",
                    sure=at == order == 0 and together and alone,
                    alarms=at < 2 and order < 2 and (together or not standard) and whole.name != TOTAL,
                )

    @staticmethod
    def _alone(operands: Sequence[Operand]) -> bool:
        return len([o for o in operands if o.reach is Reach.SENTENCE]) == 1

    def _units(self) -> tuple[str, ...]:
        own = self.word.group("each") or self.word.group("per")
        if self.word.group("month"):
            return (f"{own}{self.word.group('month')}",)
        return _UNITS.get(own, (own,))

    def _population(self) -> str:
        """Return the words that say of whom or what: 法官人均, 每件案件, 按常住人口计算，人均."""
        over = _OVER.findall(self.figures.words_before(self.mention))
        if over:
            return str(over[-1])
        lead = normal(self.mention.lead)
        beside = lead[: self.word.start()] if self.word.group("each") else lead[self.word.end() :]
        return _GENERIC.split(beside)[-1 if self.word.group("each") else 0]

    def _numbers(self) -> list[Operand]:
        """Return what the average may be taken over: of the unit that its word says, what is named the same first."""
        units, population = self._units(), self._population()
        near = [o for o in self._near() if self._is_number(o.fact, units)]
        if len(population) >= 2:
            pattern = re.compile(re.escape(population))
            named = [o for o in near if pattern.search(o.name)]
            far = [o for o in self.figures.anywhere(pattern) if self._is_number(o.fact, units)]
            near = [*named, *far[:_FEW], *near]
        done = [o for o in near if not _PLAN.search(o.name)]
        return list(distinct([*done, *near]))[: 3 * _FEW]

    def _near(self) -> list[Operand]:
        """Return the figures around the average, outside its bracket last; a standard stands before what it makes."""
        every = [*self.figures.near(self.mention), *self.figures.behind(self.mention)]
        depth = self.mention.depth
        return sorted(every, key=lambda o: (o.reach, o.mention is None or o.mention.depth != depth))

    def _is_number(self, fact: Fact, units: tuple[str, ...]) -> bool:
        unit = fact.quantity.unit
        if fact.kind is not FactKind.COUNT or unit is None or unit.symbol not in units:
            return False
        return fact.measure not in CHANGES and self._fits(fact)

    def _wholes(self) -> list[Operand]:
        """Return what may be divided: named by the average, of the thing that is spoken of, or the nearest."""
        near = [o for o in self._near() if self._is_whole(o.fact)]
        named = [o for o in self._named() if self._is_whole(o.fact)]
        about = [o for o in self._about() if self._is_whole(o.fact)]
        here = [o for o in near if o.reach is Reach.SENTENCE]
        if self.mention.fact.kind is FactKind.COUNT:
            return list(distinct([*here, *near, *named]))[: 2 * _FEW]
        return list(distinct([*here, *named[:_FEW], *about[:_FEW], *near]))[: 4 * _FEW]

    def _is_whole(self, fact: Fact) -> bool:
        return same_unit(fact, self.mention.fact) and fact.measure not in CHANGES and self._fits(fact)

    def _fits(self, fact: Fact) -> bool:
        period = self.mention.fact.period
        if fact is self.mention.fact or fact.quantity.hedge is not Hedge.NONE:
            return False
        return fact.period in (None, period) and not AVERAGE.search(normal(fact.label))

    def _named(self) -> list[Operand]:
        """Return the amounts that the words beside the average name: 人均清扫保洁经费."""
        lead = normal(self.mention.lead)
        found: list[Operand] = []
        for words in (lead[self.word.end() :], lead[: self.word.start()]):
            thing = max(_GENERIC.split(words), key=len)
            if len(thing) >= 2:
                found += self.figures.anywhere(re.compile(re.escape(thing)))
        return sorted(found, key=lambda o: o.fact.measure != "executed")

    def _about(self) -> Iterator[Operand]:
        """Yield the amounts of the thing that the sentence, or the item it stands in, is about."""
        for words in (self.figures.words_before(self.mention), self.figures.item_before(self.mention)):
            thing = self.figures.thing_in(words) or TOTAL
            for measure in ("executed", "adjusted_budget", "budget", None):
                for fact in self.figures.of_thing(thing, measure, self.mention.fact):
                    yield Operand(fact, thing, Reach.REPORT)
