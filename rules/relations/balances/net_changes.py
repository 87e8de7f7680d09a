"""Net changes: what came less what went, told in a bracket behind the change or summed up with 净增."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from rules.facts.mention import Mention
from rules.relations.balances.flow_roles import Role, role_of
from rules.relations.build import Relations
from rules.relations.changes.direction import COUNTED, direction
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import same_unit

SIGNS = {Role.IN: 1, Role.OUT: -1, Role.NET_IN: 1, Role.NET_OUT: -1, Role.OPENING: 1}
"""What a figure does to the stock, by its place on the way."""
_FLOWS = {Role.IN, Role.OUT}


def find_net_brackets(mentions: Sequence[Mention], relations: Relations) -> None:
    """比上年减少 3 人（调出 2 人，退休 4 人，新招录 3 人）: the bracket tells what came and what went, not two parts.

    To be asserted before the lists, which would add them up.
    """
    children: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.parent is not None and mention.fact.kind in COUNTED and not mention.range_end:
            children[mention.parent].append(mention)
    for parent, inside in children.items():
        whole = mentions[parent]
        down = direction(whole)
        roles = [role_of(m) for m in inside]
        if down is None or set(roles) != _FLOWS or any(not same_unit(m.fact, whole.fact) for m in inside):
            continue
        signs = [(-1 if down else 1) * SIGNS[role] for role in roles if role is not None]
        facts = tuple(m.fact for m in inside)
        reason = "净增减＝增加数－减少数"
        reading = Reading(RelationKind.SUM, Operation.SUM, facts, whole.fact, reason, tuple(signs), sure=True)
        relations.choose([reading])


def net_sign(mention: Mention) -> int:
    """Return whether a net change adds to what was there (1) or takes off (-1)."""
    return -1 if re.search("净(?:减|调减|追减|核减|流出)", mention.lead) else 1
