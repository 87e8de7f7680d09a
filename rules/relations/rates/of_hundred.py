"""Shares of one whole without their amounts beside them: 三类项目占项目支出预算的比重分别为 4.05 %、21.55 %、74.40 %.

Where words tell how many parts there are and as many shares stand in the sentence, or the last is that of all others, they
make a hundred. No figure states that hundred, and which share is wrong cannot be told: it is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.build import Relations
from rules.relations.judging.computation import HUNDRED
from rules.relations.judging.one_slip import FITS
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.sentence import Statement, gap
from rules.relations.sums.completeness import takes_in_the_rest

NOT_A_HUNDRED = "各部分占同一总体的比重之和不等于 100 %"
"""What is said of shares that do not make a hundred; it stands as the probable cause."""

_DEALT = re.compile("占[^，。；]{0,14}(?:比重|比例|百分比)?(?:分别|依次)(?:为|是)?[：:]?[^，。；\\d]{0,12}$")
_EACH = re.compile(r"占(?P<whole>比|全部|[^，。；\d]{1,14}的)?(?:为|约)?$")
_SO_MANY = re.compile("([两二三四五六七八九])(?:大|个)?(?:类|项|部分|方面|级|种|块)")
_SOME = re.compile("[前后首末其][两二三四五六七八九](?:大|个)?[类项部方级种块者]")
"""前四类占比分别为 …: the others are not told."""
_AND_SO_ON = re.compile("^[^，。；]{0,6}等")
_NUMERALS = {word: number for number, word in enumerate("一二三四五六七八九", 1)} | {"两": 2}
_BEFORE = 160
"""Characters before the first share within which the parts are numbered."""
_FAR = Decimal(15)
"""Points off a hundred beyond which these are no shares of one whole."""
_FEWEST = 2


def find_hundreds(text: str, statements: Sequence[Statement], relations: Relations) -> None:
    """Ask about shares that are said to be of all parts, not all of which figures elsewhere give, and that make no hundred."""
    for statement in statements:
        for shares in _rows(text, statement):
            if _is_settled(shares, relations) or not _is_all(text, shares):
                continue
            facts = [m.fact for m in shares]
            total = sum((fact.quantity.value for fact in facts), Decimal(0))
            places = max(fact.quantity.precision for fact in facts)
            slack = len(facts) * Decimal("0.5").scaleb(-min(fact.quantity.precision for fact in facts))
            if abs(total - HUNDRED) > _FAR:
                continue
            terms = " + ".join(fact.quantity.plain() for fact in facts)
            words = f"{terms} = {total:.{places}f} %"
            verdict, likely = Verdict.EXACT, None
            if total != HUNDRED:
                verdict, words = Verdict.ROUNDING, f"{words}（尾差 {abs(total - HUNDRED):.{places}f}）"
            if abs(total - HUNDRED) > slack:
                verdict, likely = Verdict.UNDETERMINED, NOT_A_HUNDRED
                words = f"{terms} = {total:.{places}f} %，不等于 100 %"
            judgement = Judgement(verdict, words, "100", likely=likely)
            relations.add(RelationKind.SHARE, facts[:-1], facts[-1], "各部分比重之和＝100 %", judgement)


def _is_settled(shares: Sequence[Mention], relations: Relations) -> bool:
    """Say whether figures elsewhere give every share, or contradict one: then that is told."""
    computed = [[r for r in relations.stating(m.fact) if r.operands] for m in shares]
    return all(computed) or any(r.verdict not in FITS for each in computed for r in each)


def _rows(text: str, statement: Statement) -> Iterator[list[Mention]]:
    """Yield the shares of each sentence that tells nothing but shares of one whole."""
    for number in dict.fromkeys(m.sentence for m in statement.own):
        own = [m for m in statement.own if m.sentence == number]
        at = next((n for n, m in enumerate(own) if m.fact.kind is FactKind.RATE), len(own))
        row = own[at:]
        plain = all(
            m.fact.kind is FactKind.RATE
            and not m.depth
            and not m.range_end
            and m.fact.quantity.hedge is Hedge.NONE
            for m in row
        )
        if len(row) < _FEWEST or not plain:
            continue
        before = normal(gap(text, own[at - 1] if at else None, row[0]))
        leads = [before, *(normal(gap(text, one, other)) for one, other in pairwise(row))]
        dealt = _DEALT.search(before) is not None and not any("占" in lead for lead in leads[1:])
        each = [found for lead in leads if (found := _EACH.search(lead)) is not None]
        one_whole = len({found["whole"] for found in each} - {None, "比", "全部"}) <= 1
        if dealt or (len(each) == len(leads) and one_whole):
            yield row


def _is_all(text: str, shares: Sequence[Mention]) -> bool:
    """Say whether the shares are those of all parts: as many as words number, or the last of all others."""
    end = shares[-1].fact.evidence.end or shares[-1].fact.start
    if _AND_SO_ON.match(text[end : end + 8]):
        return False
    start = shares[0].fact.start
    if _SOME.search(re.split("[。；]", text[max(start - _BEFORE, 0) : start])[-1]):
        return False
    told = [_NUMERALS[word] for word in _SO_MANY.findall(text[max(start - _BEFORE, 0) : start])]
    return (bool(told) and told[-1] == len(shares)) or takes_in_the_rest(shares[-1])
