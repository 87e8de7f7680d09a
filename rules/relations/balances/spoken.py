"""Formulas said in words: A。加上 B，减去 C，年末结转 D."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rules.facts.vocabulary import normal
from rules.relations.balances.steps import Step, formula
from rules.relations.reading import Reading

_SPOKEN = re.compile(
    r"^(?:再)?(?P<plus>加上|加|另加|连同)(?!强|快|大|装|固|班|计|工)|^(?:再)?(?:减去|减除|扣除|扣减|扣掉|减(?=[上去年本当支]|(?![少免收税排负产值半轻缓弱])[\u4e00-\u9fff]{1,8}(?:支出|上解|结余|结转)))"
)
_WHAT_IS_LEFT = re.compile("(?:扣除|减去|扣减)[^，。；]{2,}后的?[\u4e00-\u9fff]{1,8}$")
"""扣除运营成本后净收益 A is what was left, and no term."""
_GOES_ON = re.compile("(?!.*(?:支出|全年|可用|合计|实际|总))(?:从|由|调入|动用|上级|上年|中央|补助)")
"""Another term without a word of its own: 加上从稳定调节基金调入 A，从政府性基金调入 B."""
_RESULT = re.compile(
    r"全年|年末|年底|期末|结余|结转|结存|剩余|尚余|等于|后|即|合计|应为|实际|总|可用|规模|共|达|自身投入|自行(?:承担|负担)|自[付负]|实[付拨]"
)


def ends_formula(step: Step, alike: Sequence[Step]) -> bool:
    """Say whether a figure is what a formula said in words comes to."""
    at = alike.index(step)
    return (
        at >= 2
        and spoken_sign(step) == 0
        and alike[at - 1].mention.statement == step.mention.statement
        and _RESULT.search(step.mention.lead) is not None
        and bool(_spoken_terms(alike[:at]))
    )


def spoken(step: Step, alike: Sequence[Step]) -> Iterator[Reading]:
    """A。加上 B，减去 C，年末结转 D: the formula is said in words."""
    terms = _spoken_terms(alike[: alike.index(step)])
    first = alike.index(terms[0][0])
    before = [s for s in alike[:first] if not s.in_wide_list]
    if before:
        signs = [1, *(sign for _, sign in terms)]
        yield formula([_added_up(before), *(term for term, _ in terms)], signs, step, sure=True)


def spoken_sign(step: Step) -> int:
    """Return the sign that words give a figure: 1 for 加上, -1 for 减去, 0 without such a word."""
    lead = normal(step.mention.lead)
    found = _SPOKEN.match(lead)
    if found is None or _WHAT_IS_LEFT.search(lead):
        return 0
    return 1 if found["plus"] else -1


def _spoken_terms(before: Sequence[Step]) -> list[tuple[Step, int]]:
    """Return the terms right before a result with their signs: 加上甲 A，从乙调入 B goes on with the sign of the first."""
    terms: list[Step] = []
    for step in reversed(before):
        if not spoken_sign(step) and not _GOES_ON.match(normal(step.mention.lead)):
            break
        terms.insert(0, step)
    while terms and not spoken_sign(terms[0]):
        terms.pop(0)
    found: list[tuple[Step, int]] = []
    for term in terms:
        found.append((term, spoken_sign(term) or found[-1][1]))
    return found


def _added_up(before: Sequence[Step]) -> Step:
    """Return the last figure, or the one that it and those between add up to: 到账 A，为 B、C、D 三部分之和；连同 …."""
    last = before[-1]
    for at in range(len(before) - 3, -1, -1):
        whole, parts = before[at].mention, [s.mention for s in before[at + 1 :]]
        total = sum(m.fact.quantity.in_base for m in parts)
        if whole.statement == last.mention.statement and total == whole.fact.quantity.in_base:
            return before[at]
    return last
