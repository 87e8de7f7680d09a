"""One average or price of running text: what its words say it is taken over, and what is divided."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.numbers.units import Dimension
from rules.relations.averages.words import (
    BOUND,
    CLASSIFIERS,
    COMMON,
    COMPUTED,
    GROWN,
    OVER,
    PAID_SO_FAR,
    SCOPE,
    UNPAID,
    is_in,
    things_of,
    times_of,
    units_of,
)
from rules.relations.changes.direction import CHANGES, DOWN, UP, is_change
from rules.relations.rates.operands import AVERAGE, Figures, Operand, Reach, distinct
from rules.relations.sentence import Statement, same_unit

_PREFIX = 3
_HEADS = 4
"""Characters of a name of heads (在职人员) that is told without the last two as well (在职 17 人)."""
_BEHIND = 60
_ALL_OVER = re.compile(
    r"^[，；][^。\d]{0,2}[^。]{0,40}?(?:均|都)(?:是)?按([^，。；\d]{2,14}?)(?:总数|数)?(?:计算|测算|平均)"
)
"""人均生活费 A 元，人均医疗费 B 元，均按日均在押人数计算."""
_CHANGED = re.compile(
    f"(?:{DOWN.pattern}|{UP.pattern}|新增|追加)[^，。；]{{0,3}}$|^(?:{DOWN.pattern}|{UP.pattern})"
)
"""A label that tells a change, and not a thing that came or went: 报废农机 34 台."""
_PAY = re.compile(
    "(?:课时|劳务|生活|交通|岗位|绩效)*(?:补助|补贴|津贴|劳务|报酬|工资|经费|费)(?:费|支出|资金)?(?:为|共|计)?$"
)
_MEAN = re.compile("(?:[日月年]|平)均")
_A_TIME = re.compile("每(?:个)?[月天日]|月人均|[月日][均每](?!增)|/月|按月")
_COMPUTED = re.compile("平均|折合|成本|造价|投入|投资|费用|支出|分摊|约")


@dataclass(frozen=True)
class Average:
    """An average or price, the word that says what it is of, and its statement; ``inside`` are figures of lists in it.

    ``is_about``: it is printed as about so much (约 132 人次).
    """

    mention: Mention
    word: re.Match[str]
    statement: Statement
    figures: Figures
    inside: frozenset[str]
    is_about: bool = False

    @property
    def sort(self) -> str:
        """Return the word that averages over the same share: 生, 人, 每平方米."""
        return str(self.word.group())

    @property
    def is_price(self) -> bool:
        """Say whether it is a price or standard, out of which an amount behind it may come."""
        return self.word.group("per") is not None or "标准" in self.mention.lead

    @property
    def is_set(self) -> bool:
        """Say whether it is a price or standard that was set, and not computed: 每亩 80 元."""
        return self.word.group("per") is not None and _COMPUTED.search(normal(self.mention.lead)) is None

    @property
    def is_of_a_time(self) -> bool:
        """Say whether it is what falls to a month or day, which an amount of the year is many times: 人均每月补贴."""
        return self.word.group("each") is not None and _A_TIME.search(normal(self.mention.lead)) is not None

    @cached_property
    def only_of_unit(self) -> tuple[Operand, ...]:
        """Return the only figure of the report that is counted so, where the unit tells what it counts: 辆, 公里."""
        if COMMON.intersection(self.units):
            return ()
        found = [
            Operand(fact, normal(fact.label), Reach.REPORT)
            for fact in self.figures.facts
            if self.is_number(fact)
        ]
        return distinct(found) if len(distinct(found)) == 1 else ()

    @cached_property
    def units(self) -> tuple[str, ...]:
        """Return the units of what it is taken over."""
        return units_of(self.word)

    @cached_property
    def around(self) -> tuple[Mention, ...]:
        """Return the other figures of its sentence."""
        own = (m for m in self.statement.own if m.sentence == self.mention.sentence)
        return tuple(m for m in own if m.fact.id != self.mention.fact.id and not _is_no_figure(m))

    @cached_property
    def earlier(self) -> tuple[Mention, ...]:
        """Return the figures before its sentence, the nearest first: its statement, its paragraph, its section."""
        own = [m for m in self.statement.own if m.sentence < self.mention.sentence]
        every = [*reversed(own), *reversed(self.statement.before), *reversed(self.statement.section)]
        return tuple({m.fact.id: m for m in every if not _is_no_figure(m)}.values())

    @cached_property
    def _over_words(self) -> str:
        end = self.mention.fact.evidence.end or self.mention.fact.start
        behind = re.split("[。\n]", self.figures.text[end : end + _BEHIND])[0]
        found = OVER.findall(self.figures.words_before(self.mention)) or _ALL_OVER.findall(behind)
        return found[-1] if found else ""

    @property
    def is_over_all(self) -> bool:
        """Say whether it is said to be taken over all there are, of whom the sentence may tell only some."""
        return self._over_words.startswith(("全体", "全部"))

    @cached_property
    def said(self) -> tuple[str, ...]:
        """Return what the average is said to be computed by: 按常住人口计算, 以抽检及检验支出测算."""
        said = things_of(self._over_words)
        # 按秋季在园幼儿计算, 按日均在押人数计算: the figure may be told without the season, or without what is counted.
        ends = [word.rstrip("人户次例件") for word in said]
        tails = [word[2:] for word in ends if len(word) >= _HEADS + 2]
        return tuple(dict.fromkeys((*said, *(word for word in (*ends, *tails) if len(word) >= _PREFIX))))

    @cached_property
    def over(self) -> tuple[str, ...]:
        """Return the words that say of whom or what: 在职职工人均, 每件案件, 县道每公里, 按常住人口计算，人均."""
        lead = normal(self.mention.lead)
        before, behind = things_of(lead[: self.word.start()]), things_of(lead[self.word.end() :])
        if self.word.group("each"):
            heads = [word[:-2] for word in before if len(word) >= _HEADS and word.endswith(("人员", "职工"))]
            return (*self.said, *before, *heads)
        shorter = [word[:length] for word in behind[:1] for length in range(len(word) - 1, _PREFIX - 1, -1)]
        return (*self.said, *behind[:1], *shorter, *before)

    @cached_property
    def paid(self) -> tuple[str, ...]:
        """Return the people that the amount right before the average is named after: 评卷教师 of 评卷教师劳务费 A 万元，人均."""
        before = [m for m in self.around if m.fact.start < self.mention.fact.start and self.is_whole(m.fact)]
        name = (
            _PAY.sub("", normal(before[-1].lead))
            if before and self.word.group("each") in ("人", "生")
            else ""
        )
        return (name,) if len(name) > _PREFIX and name != normal(before[-1].lead) else ()

    @cached_property
    def scope(self) -> str | None:
        """Return the part of the unit that the sentence speaks of (局机关公用经费 …，人均), None where it names none."""
        found = [SCOPE.search(normal(m.lead)) for m in (*self.around, self.mention)]
        return next((each.group() for each in found if each is not None), None)

    @cached_property
    def divided(self) -> tuple[str, ...]:
        """Return the words that name what is divided: 清扫保洁 of 人均清扫保洁经费."""
        lead = normal(self.mention.lead)
        behind = things_of(lead[self.word.end() :])
        if self.word.group("each"):
            bare = not lead[self.word.end() :].strip("约为达计")
            return (*behind, *(things_of(lead[: self.word.start()]) if bare else ()))  # 伙食费人均
        rest = lead[self.word.end() :]
        counted = bool(behind) and rest.startswith(behind[0]) and self.word.group("per") in CLASSIFIERS
        return (*things_of(lead[: self.word.start()]), *behind[1 if counted else 0 :])

    def is_number(self, fact: Fact, *, named: bool = False) -> bool:
        """Say whether the average can be taken over a figure; ``named``: its words call it so."""
        unit = fact.quantity.unit
        known = unit is not None and is_in(unit.symbol, self.units)
        timed = unit is not None and unit.dimension is Dimension.TIME
        counts = fact.kind is FactKind.COUNT or timed
        fits = self._fits(fact) or (named and self._is_mean_number(fact))
        return known and counts and (named or not same_unit(fact, self.mention.fact)) and fits

    def is_whole(self, fact: Fact) -> bool:
        """Say whether a figure can be what is divided."""
        return same_unit(fact, self.mention.fact) and self._fits(fact)

    def _fits(self, fact: Fact) -> bool:
        if (
            fact.id == self.mention.fact.id
            or fact.quantity.hedge is not Hedge.NONE
            or (fact.measure in CHANGES and _CHANGED.search(normal(fact.label)))
        ):
            return False
        return fact.period in (None, self.mention.fact.period) and not AVERAGE.search(normal(fact.label))

    def _is_mean_number(self, fact: Fact) -> bool:
        """Say whether a number is a mean of the year itself by which the average is said to be computed: 按日均在押人数计算."""
        name, mean = normal(fact.label), [word for word in self.said if _MEAN.match(word)]
        plain = fact.quantity.hedge is Hedge.NONE and fact.period in (None, self.mention.fact.period)
        return plain and any(word in name for word in mean)

    def is_step(self, number: Fact, whole: Mention) -> bool:
        """Say whether a number and what follows it are a step of computing: 38412 人次，支出 …; 200 天计，每生每年 …."""
        if whole.fact.quantity.hedge is not Hedge.NONE or number.quantity.hedge is not Hedge.NONE:
            return False
        longer = AVERAGE.search(normal(whole.lead))
        if longer is None:
            return self.is_number(number)
        unit, own, its = number.quantity.unit, self.word.group("per"), longer.group("per")
        return (
            own == its and unit is not None and unit.symbol in times_of(self.word) and longer["month"] == "年"
        )

    def is_sure_of(self, whole: Mention) -> bool:
        """Say whether an amount must be the price times its number: 计 31.20 万元, 应补 1284 万元.

        A yearly price need not have been paid for the whole year, and a standard or ceiling not in full.
        """
        if COMPUTED.search(normal(whole.lead)) or self.mention.depth > whole.depth:
            return True
        end = whole.fact.evidence.end or whole.fact.start
        behind = re.split("[。；\n]", self.figures.text[end : end + _BEHIND])[0]
        if UNPAID.search(behind) or PAID_SO_FAR.search(normal(whole.lead)):
            return False
        month, lead = self.word.group("month"), normal(self.mention.lead)
        bound = BOUND.search(self.figures.words_before(self.mention)) is not None
        return month != "年" and (not bound or month is not None or "按" in lead)


def _is_no_figure(mention: Mention) -> bool:
    """Say whether a figure is the end of a range, or only a change: 净增 28206 册次."""
    return mention.range_end or is_change(mention) or GROWN.search(mention.lead) is not None
