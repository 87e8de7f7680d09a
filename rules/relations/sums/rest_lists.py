"""The rest told item by item: 全年支出 A 万元。免除费用 B 万元，占支出的 p %；其余为工资 C 万元、水电 D 万元: A = B + C + D."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, gap, is_base, of_kind, same_unit
from rules.relations.sums.items import is_tight, outside_brackets
from rules.relations.sums.wholes import is_aside

_REST = re.compile(
    r"(?:其余|余下|剩余)(?:部分|支出|资金|款项)?(?:均|全部|依次)?(?:为|是|系|用于|包括|分别为)[：:]?"
)
_SHARE_OF = re.compile(
    r"^占(?:全部|总|全年|本年|当年|项目)*(?P<whole>[^，。；]{2,8}?)(?:总[额数量])?的?(?:比重|比例)?(?:为|达)?$"
)
_AND_SO_ON = re.compile(r"^[^，、；。\d]{0,6}等(?![级次])")
_SUMMED = (FactKind.AMOUNT, FactKind.COUNT)
_FEWEST = 2


def find_rest_lists(text: str, statements: Sequence[Statement], relations: Relations) -> None:
    """Assert that what was told first and the rest, item by item, make their whole; ``text`` is the canonical text."""
    for statement in statements:
        own = [m for m in of_kind(statement.own, *_SUMMED) if m.depth == 0]
        for at, item in enumerate(own):
            if not at or not _REST.search(outside_brackets(gap(text, own[at - 1], item))):
                continue
            rest = _items(own, at)
            last = rest[-1].fact.evidence.end or rest[-1].fact.start
            if len(rest) < _FEWEST or not is_tight(text, rest) or _AND_SO_ON.match(text[last : last + 12]):
                continue
            first = [
                m for m in own[:at] if same_unit(m.fact, item.fact) and not is_base(m) and not is_aside(m)
            ]
            if first and all(m.own_subject for m in first):
                relations.choose(_readings(statement, first, rest))


def _items(own: Sequence[Mention], at: int) -> list[Mention]:
    found = []
    for mention in own[at:]:
        if mention.sentence != own[at].sentence or not same_unit(mention.fact, own[at].fact):
            break
        found.append(mention)
    return found


def _readings(statement: Statement, first: Sequence[Mention], rest: Sequence[Mention]) -> list[Reading]:
    """Yield the wholes: the figure that a share of the first part names, else the first of the statement before."""
    number = statement.before[-1].statement if statement.before else -1
    before = [
        m
        for m in of_kind(statement.before, *_SUMMED)
        if m.statement == number and not m.depth and same_unit(m.fact, rest[0].fact) and not is_aside(m)
    ]
    named = [m for word in _shared(statement, first) for m in before if word in normal(m.lead)]
    parts = [*first, *rest]
    return [_reading(parts, whole, sure=named == [whole]) for whole in (named or before)[:_FEWEST]]


def _shared(statement: Statement, first: Sequence[Mention]) -> list[str]:
    """Return what a share right behind the first part is of: 占支出的 26.58 %."""
    ids = [m.fact.id for m in statement.own]
    behind = [statement.own[at] for at in (ids.index(m.fact.id) + 1 for m in first) if at < len(ids)]
    found = [_SHARE_OF.match(normal(m.lead)) for m in behind if m.fact.kind is FactKind.RATE]
    return [match["whole"] for match in found if match is not None]


def _reading(parts: Sequence[Mention], whole: Mention, *, sure: bool) -> Reading:
    return Reading(
        RelationKind.SUM,
        Operation.SUM,
        tuple(m.fact for m in parts),
        whole.fact,
        f"“{whole.fact.label}”为所列各项与其余各项之和",
        sure=sure,
    )
