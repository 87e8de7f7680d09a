"""Shares whose whole is named and stands anywhere: 药品支出占医疗收入的 p %, 为到位资金的 p %, 占馆藏总数的 p %.

The words between 占 (为, 达到, 完成) and 的 name the whole; the words before 占 the part, or else it is the figure before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.facts.fact import Fact, FactKind
from rules.facts.labels import read_label
from rules.facts.mention import Mention
from rules.facts.vocabulary import BUDGET_MOVES, TOTAL, normal, vocabulary
from rules.numbers.quantity import Hedge
from rules.relations.build import BUDGETS
from rules.relations.changes.direction import is_change
from rules.relations.judging.judge import Operation
from rules.relations.rates.operands import AVERAGE, Figures, Operand, Reach, distinct, one_each
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import comparable

_OF = re.compile(
    r"^(?P<part>[^占]*?)(?:仅|约|已|共|均)?(?:占|相当于|达到|为|完成)(?:到(?![位账])|了|同期)?(?P<whole>[^占率]{2,14}?)的?(?:比[重例率])?(?:为|达到?|是|约|仅)?$"
)
_COMMON = re.compile(
    r"^(?:全[省市县区州乡镇村](?=.{2})|全部|整个|同期|当年|全年|本年|年度|年初|年末|其|该|所有|实际|累计|经)|(?:总数|总量|总额|总和|合计|金额|人数|户数|件数|数量|数额|资金|数|额|的)$"
)
_REST = r"[收支]?[入出]?(?:总数|总量|总额|合计|金额|人数|户数|件数|总|数|额|为|共|达|计|有|的|支出|收入|资金|拨款)*"
"""What may follow a name before its figure; more would make it another's: 审定价较合同价核减 101.89 万元."""
_OBJECT = "(?![^|]*[较比超增减核降])[\u4e00-\u9fff]{2}"
"""What was done may be said with its object: 占新受理的 is of 新受理申请 4718 件."""
_LONG_OBJECT = "(?![^|]*[较比超增减核降未不其占每])[\u4e00-\u9fff]{2,9}"
_NUMBER_OF = re.compile("([\u4e00-\u9fff]{2})(?:总数|总量|人数|户数|件数|总人数)")
_TWO_WORDS = 4
_FUND = re.compile("(?:一般公共|公共财政|政府性基金|国有资本经营|社会保险基金)预算")
"""完成预算的 p %: the budget of a fund, which the name of the fund alone is not."""
_HELD = re.compile("(?:[大小高低多少]于|超过?|[较比与和])(?:年初|全年|调整)?预算")
_PLAIN_BUDGET = re.compile("(?:全年|年初|年度|调整|当年|本年|变动)?预算(?:数|额|总额)?")
_GROWN = re.compile("新增|增[加长量幅收支]|减[少量幅收支]|差额")
_OF_ALL = re.compile("(?:总额|总数|总计|合计|总量)$")
_INCOME = re.compile("收入")
_BEGINNING, _END_OF_YEAR = re.compile("年初|期初|上年[末底]|原有"), re.compile("(?<!上)年[末底]|期末|现有")
_MOVED = ("added", "recalled", "increase", "decrease", "budget_adjustment")
_STAGES = ("adjusted_budget", "budget", "initial_budget", "received")
_WHOLE_YEAR = re.compile("(?:全年|调整后?)预算(?:数|额|总额)?")
_ADDED = (*BUDGET_MOVES, "initial_budget")
_STAGES_OF = {"initial_budget": ("initial_budget",), "adjusted_budget": ("adjusted_budget", "budget")}
_TOTAL_ROW = re.compile(r"\s*(?:合|总|共)\s*计\s*")
_FEW = 3
_ALL_SPENT = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]+[）)]?[.．、]?)?(?:\d{4}年度?|全年|本年|当年|年度|部门|单位|整体|全部|实际|累计|共|总|决算)*支出(?:总额|总计|总数|合计|决算|实际|完成|数|额|共计?|为)*"
)
"""The name of a figure that says no more than that all of it was spent."""
_ALL_INCOME = re.compile(
    r"(?:\d{4}年度?[，,]?)?(?:[\u4e00-\u9fff]{1,12}(?:会|局|院|学校|馆|站|所|中心))?"
    r"(?:全年|本年|当年|年度|部门|单位|本级|实现|取得|财务|各项|全部|实际|累计|共|总)*收入(?:总额|总计|总数|合计|实际|完成|数|额|共计?|为)*"
)
"""The name of a figure that says no more than that all of it came in."""
_OF_WHICH = re.compile("^(?:其中|其)[，：]?|部分$")


def shares_by_name(rate: Mention, figures: Figures) -> Iterator[Reading]:
    """Yield the part over the whole that the words before a rate name, the likeliest first."""
    words = _OF.match(normal(rate.lead))
    if words is None:
        return
    named = _OF_WHICH.sub("", words.group("part"))
    share = _Share(rate, figures, named, words.group("whole"))
    parts = share.parts()
    for part in parts[:_FEW]:
        wholes, told = share.wholes(part.fact)
        for whole in wholes[:_FEW]:
            yield Reading(
                RelationKind.SHARE,
                Operation.RATIO,
                (part.fact, whole),
                rate.fact,
                f"“{part.fact.label}”占“{whole.label}”的比重",
                sure=told and len(parts) == len(wholes) == 1 and part.reach is Reach.SENTENCE,
                alarms=told and len(wholes) <= 2,
            )


@dataclass(frozen=True, slots=True)
class _Share:
    """A rate with the words that name its part and its whole."""

    rate: Mention
    figures: Figures
    part: str
    whole: str

    def parts(self) -> list[Operand]:
        """Return what the share may be of: what is named before 占, or the figure right before."""
        every = [o for o in self.figures.near(self.rate) if self._fits(o.fact)]
        near = [o for o in every if o.reach is Reach.SENTENCE]
        if not near and not self.part:
            # 当年提取 A，同比增长 p %；占当年缴存额的 q %
            near = [o for o in every if o.reach is Reach.STATEMENT and not self._is_change(o)][:1]
        if not _GROWN.search(self.whole):
            # 公办 1230 所，比上年增加 45 所，占全区养老院的 83 %: the share is not of what came to them
            near = [o for o in near if not self._is_change(o)]
        if len(self.part) >= 2:
            subject = vocabulary().subject(self.part)
            pattern = re.compile(re.escape(self.part))
            named = [o for o in near if pattern.search(o.name)]
            plain = re.compile(re.escape(_COMMON.sub("", self.part) or self.part))
            far = [
                o
                for o in self.figures.anywhere(pattern) or self.figures.anywhere(plain)
                if self._fits(o.fact)
            ]
            far = _of_all_rows(far)
            if subject is not None:
                facts = self.figures.of_thing(subject.name, "executed", self.rate.fact)
                far += [Operand(fact, fact.label, Reach.REPORT) for fact in facts]
            return list(distinct(named or far))
        rate = self.rate
        outside = [o for o in near if o.mention is not None and o.mention.depth == max(rate.depth - 1, 0)]
        level = [o for o in near if o.mention is not None and o.mention.depth == rate.depth]
        beside = level[:1] if rate.depth == 0 or level else outside[:1]
        return [*beside, *[o for o in outside[:1] if o not in beside]] if rate.depth else beside

    def _is_change(self, operand: Operand) -> bool:
        """Say whether a figure is a change that the share is not said of: 净增 A（占年初预算的 p %）, 追加部分 are."""
        mention = operand.mention
        if mention is None or not is_change(mention):
            return False
        inside = self.rate.depth == mention.depth + 1
        called = mention.fact.measure in _MOVED and self.part and self.part in operand.name
        return not ("预算" in self.whole and (inside or called))

    def wholes(self, part: Fact) -> tuple[Sequence[Fact], bool]:
        """Return what the words of the whole name, and whether they do so in full."""
        stage = self._stage(part)
        if stage:
            return stage, True
        if _WHOLE_YEAR.fullmatch(self.whole) and self._was_added_to():
            return (), False
        fund = (
            vocabulary().fund(self.whole) is not None
        )  # whose spending it is of is seldom said of each figure
        for told, key in self._keys():
            found = self._named(key, part)
            if found:
                return found, told and (not fund or self._stands_beside(found))
        for pattern in self._longer():
            found = self._matching(pattern, part)
            if found:
                return found, not fund
        return (), False

    def _stands_beside(self, found: Sequence[Fact]) -> bool:
        """Say whether the one figure of a name stands in the statement: 一般公共预算支出 A；其中民生支出 B，占一般公共预算支出的 p %."""
        near = {o.fact.id for o in self.figures.near(self.rate) if o.reach <= Reach.STATEMENT}
        return len(found) == 1 and found[0].id in near

    def _longer(self) -> Iterator[re.Pattern[str]]:
        """Yield names that say a little more than the words do: 老年人 for 老年人口, 筹集补助资金, 新受理申请."""
        if self.whole.endswith("人口"):
            yield re.compile(f"{re.escape(self.whole[:-1])}{_REST}(?:[|]|$)")
        if len(self.whole) == _TWO_WORDS and self.whole.endswith(("资金", "金额", "经费")):
            one, other = re.escape(self.whole[:2]), re.escape(self.whole[2:])
            yield re.compile(f"{one}[\u4e00-\u9fff]{{1,4}}{other}{_REST}(?:[|]|$)")
        if len(self.whole) > 2:
            yield re.compile(f"{re.escape(self.whole)}{_OBJECT}(?:[|]|$)")
        number = _NUMBER_OF.fullmatch(self.whole)
        if number is not None:  # 占适用人数的, 占馆藏总数的: 适用认罪认罚制度 612 人, 馆藏文物 38642 件
            yield re.compile(f"(?:^|[|])(?:其中|全年|共|现有)*{number.group(1)}{_LONG_OBJECT}(?:[|]|$)")

    def _keys(self) -> Iterator[tuple[bool, str]]:
        yield True, self.whole
        key = self.whole
        while len(shorter := _COMMON.sub("", key)) >= 2 and shorter != key:
            key = shorter
            yield True, key
        if len(key) > 3:
            yield False, key[-2:]
            yield False, key[:2]

    def _named(self, key: str, part: Fact) -> Sequence[Fact]:
        """Return the figures that a name says, in the nearest place where it does."""
        return self._matching(re.compile(f"{re.escape(key)}{_REST}(?:（[^（）|]{{1,4}}）)?(?:[|]|$)"), part)

    def _matching(self, pattern: re.Pattern[str], part: Fact) -> Sequence[Fact]:
        near = [
            o
            for o in self.figures.near(self.rate)
            if pattern.search(self._name(o)) and self._is_whole(o.fact, part)
        ]
        if near:
            reach = min(o.reach for o in near)
            return one_each([o.fact for o in near if o.reach is reach])
        told = [
            o
            for o in self.figures.anywhere(pattern)
            if pattern.search(self._name(o)) and self._is_whole(o.fact, part)
        ]
        far = [o.fact for o in _of_all_rows(told)]
        if _PLAIN_BUDGET.fullmatch(self.whole):
            far = [f for f in far if f.subject in (None, TOTAL, part.subject)]
        plain = [f for f in far if f.measure not in BUDGETS] if "预算" not in self.whole else far
        return one_each(plain or far)

    def _stage(self, part: Fact) -> Sequence[Fact]:
        """Return the budget, or all spending or income, where the whole is nothing but that."""
        if part.kind is not FactKind.AMOUNT or vocabulary().fund(self.whole) is not None:
            return ()
        label = read_label(self.whole, FactKind.AMOUNT, None)
        if label.subject not in (None, TOTAL):
            return ()
        if "预算" in self.whole:
            stages = _STAGES_OF.get(label.measure or "", _STAGES)
            if self._was_added_to() and stages is not _STAGES:
                stages = stages[:1]  # a plain budget is not the whole year's
            things = (part.subject or TOTAL, TOTAL)
            return self._first([(thing, stage) for thing in things for stage in stages], part)
        if "到位" in self.whole:
            return self._first([(TOTAL, "received")], part)
        if _OF_ALL.sub("", self.whole).endswith("支出"):
            return self._all_told(_ALL_SPENT, part) or self._first([(TOTAL, "executed")], part)
        if self.whole.endswith("收入"):
            if told := self._all_told(_ALL_INCOME, part, (*_STAGES, "executed", None)):
                return told
            found = [
                f for stage in (None, *_STAGES) for f in self.figures.of_thing(TOTAL, stage, self.rate.fact)
            ]
            return one_each([f for f in found if _INCOME.search(f.label) and self._is_whole(f, part)])
        return ()

    def _was_added_to(self) -> bool:
        """Say whether the budget of the beginning was changed in the year."""
        return any(fact.measure in _ADDED for fact in self.figures.facts)

    def _all_told(
        self, name: re.Pattern[str], part: Fact, stages: Sequence[str | None] = ("executed", None)
    ) -> Sequence[Fact]:
        """Return the figures that are called nothing but all that was spent, or came in, and are more than the part."""
        said = [
            o.fact
            for o in self.figures.anywhere(name)
            if name.fullmatch(normal(o.fact.label)) and self._is_whole(o.fact, part)
        ]
        larger = [f for f in said if f.quantity.in_base > part.quantity.in_base]
        return one_each([fact for fact in larger if fact.measure in stages])

    def _first(self, wanted: Sequence[tuple[str, str]], part: Fact) -> Sequence[Fact]:
        for thing, stage in wanted:
            found = self.figures.of_thing(thing, stage, self.rate.fact)
            found = tuple(fact for fact in found if self._is_whole(fact, part))
            if found:
                return found
        return ()

    def _is_whole(self, fact: Fact, part: Fact) -> bool:
        fits = fact is not part and self._fits(fact) and comparable(fact, part) and self._is_of_time(fact)
        return fits and not ("预算" in self.whole and self._is_income(fact))

    def _is_income(self, fact: Fact) -> bool:
        """Say whether a figure is what came in, of a fund at most called 预算: 一般公共预算总收入完成 A is no budget."""
        label = normal(fact.label)
        return _INCOME.search(label) is not None and "预算" not in _FUND.sub("", label)

    def _is_of_time(self, fact: Fact) -> bool:
        """Say whether a figure is not of the other end of the year than the words: 年初 146 家 is not 年末注册企业."""
        begun, ended = fact.measure == "opening", fact.measure == "closing"
        begun = begun or _BEGINNING.search(normal(fact.label)) is not None
        ended = ended or _END_OF_YEAR.search(normal(fact.label)) is not None
        if _END_OF_YEAR.search(self.whole):
            return ended or not begun
        return begun or not ended or _BEGINNING.search(self.whole) is None

    def _fits(self, fact: Fact) -> bool:
        if fact.kind not in (FactKind.AMOUNT, FactKind.COUNT) or fact.quantity.hedge is not Hedge.NONE:
            return False
        return fact.period in (None, self.rate.fact.period) and AVERAGE.search(fact.label) is None

    def _name(self, operand: Operand) -> str:
        """Return the words that name a figure; where a budget is asked for, without what only sounds like one."""
        name = f"{operand.name}|{operand.fact.subject or ''}"
        if "预算" in self.whole and vocabulary().fund(self.whole) is None:
            return _HELD.sub("", _FUND.sub("", name))
        return name


def _of_all_rows(operands: Sequence[Operand]) -> list[Operand]:
    """Leave out the single rows of a column of which a total row is named as well: 已付款 is all that was paid."""
    columns = {o.fact.evidence.column for o in operands if _is_of_all(o.fact)} - {None}
    return [o for o in operands if o.fact.evidence.column not in columns or _is_of_all(o.fact)]


def _is_of_all(fact: Fact) -> bool:
    """Say whether a figure stands in the total row of a table."""
    return _TOTAL_ROW.fullmatch(fact.evidence.row or "") is not None
