"""Relations that the words of a sentence assert: brackets, 其中, 分别为, 占, 执行率, 较上年, 结余."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal, vocabulary
from rules.relations.build import BUDGETS, Relations
from rules.relations.judge import Operation
from rules.relations.relation import RelationKind

_OPEN_WORDS = ("其中", "含", "包括", "主要是", "主要为", "主要用于", "主要包括")
_MARKER = re.compile(
    r"其中|包括|主要是|主要为|主要用于|分别为|分别是|按[^，。；]{1,14}(?:分类|划分|分)(?=[，：:])|含"
)
_CLOSED = re.compile(r"分别|按")
_SHARE_OF = re.compile(r"占(.*?)(?:的|比重|比例|比)*$")
_EXECUTION = ("execution_rate", "control_rate")


def find_in_sentences(text: str, mentions: Sequence[Mention], relations: Relations) -> None:
    """Assert what the sentences say. ``text`` is the canonical text of the document."""
    _brackets(text, mentions, relations)
    by_statement: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_statement[mention.statement].append(mention)
    before: list[Mention] = []
    for statement in sorted(by_statement):
        own = by_statement[statement]
        same_block = before if before and before[-1].block == own[0].block else []
        _lists(text, own, same_block, relations)
        _rates(own, same_block, relations)
        _shares(own, same_block, relations)
        _balances(own, same_block, relations)
        before = own


def _amounts(mentions: Sequence[Mention], depth: int | None = 0) -> list[Mention]:
    return [
        m
        for m in mentions
        if m.fact.kind is FactKind.AMOUNT and (depth is None or m.depth == depth) and not m.range_end
    ]


def _brackets(text: str, mentions: Sequence[Mention], relations: Relations) -> None:
    """A（B…，C…）: the bracket breaks up the figure before it."""
    children: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.parent is not None and mention.fact.kind in (FactKind.AMOUNT, FactKind.COUNT):
            children[mention.parent].append(mention)
    for parent, inside in children.items():
        whole = mentions[parent]
        parts = [m for m in inside if m.depth == whole.depth + 1 and _is_part(m, whole)]
        if not parts:
            continue
        opened = parts[0].opening in _OPEN_WORDS
        closing = text[parts[-1].fact.start : parts[-1].fact.start + 40].split("）")[0]
        none_else = bool(re.search(r"[，、]无|没有|未", closing))
        if len(parts) < 2 and not (none_else and not opened):
            continue
        relations.check(
            RelationKind.SUM,
            Operation.SUM,
            [m.fact for m in parts],
            whole.fact,
            f"括号内为“{whole.fact.label}”的分项",
            open_ended=(opened or "等" in closing) and not _exhaustive(whole.fact, parts),
        )


def _is_part(part: Mention, whole: Mention) -> bool:
    mine, its = part.fact.quantity.unit, whole.fact.quantity.unit
    if part.fact.kind is not whole.fact.kind or mine is None or its is None:
        return False
    if part.fact.kind is FactKind.COUNT and mine.symbol != its.symbol:
        return False
    return not part.own_measure or part.fact.measure == whole.fact.measure


def _exhaustive(whole: Fact, parts: Sequence[Mention]) -> bool:
    names = {part.fact.subject for part in parts}
    return any(set(known) == names for known in vocabulary().parts(whole.subject))


def _lists(text: str, own: list[Mention], before: list[Mention], relations: Relations) -> None:
    """A figure, then 其中 / 分别为 / 按…分: the list that follows breaks it up."""
    amounts = _amounts(own)
    for index, item in enumerate(amounts):
        marker = _marker(text, amounts, index, own[0])
        if marker is None:
            continue
        lead = _lead_of(amounts, index, before, marker, item)
        if lead is None:
            continue
        items = _items(text, amounts, index, lead)
        if len(items) < 2 or _reported_ratio_items(items, lead):
            continue
        closed = bool(_CLOSED.match(marker)) or _exhaustive(lead.fact, items)
        relations.check(
            RelationKind.SUM,
            Operation.SUM,
            [m.fact for m in items],
            lead.fact,
            f"“{lead.fact.label}”{marker}所列各项",
            open_ended=not closed,
        )
        _parallel(own, before, items, lead, relations)


def _marker(text: str, amounts: list[Mention], index: int, first: Mention) -> str | None:
    """Return the listing word between the figure before and this one."""
    start = amounts[index - 1].fact.start if index else first.fact.start - len(first.lead) - 40
    stretch = text[max(start, 0) : amounts[index].fact.start]
    stretch = re.split(r"[。\n]", stretch)[-1]
    found = list(_MARKER.finditer(_outside_brackets(stretch)))
    return found[-1].group() if found else None


def _outside_brackets(text: str) -> str:
    return re.sub(r"（[^（）]*）", lambda match: " " * len(match.group()), text)


def _lead_of(
    amounts: list[Mention], index: int, before: list[Mention], marker: str, item: Mention
) -> Mention | None:
    """Return the figure that a list breaks up: the nearest before it of the same stage."""
    candidates = [m for m in amounts[:index]] or _amounts(before)
    if marker.startswith("按"):
        candidates = [m for m in candidates if m.own_measure]
        leads = [m for m in candidates if m.fact.measure == item.fact.measure]
        return leads[0] if leads else None
    leads = [
        m for m in candidates if m.fact.measure == item.fact.measure and m.fact.subject != item.fact.subject
    ]
    return leads[-1] if leads else None


def _items(text: str, amounts: list[Mention], index: int, lead: Mention) -> list[Mention]:
    items: list[Mention] = []
    for position, mention in enumerate(amounts[index:], index):
        if position > index:
            between = text[amounts[position - 1].fact.start : mention.fact.start]
            if _MARKER.search(_outside_brackets(between)) and mention.own_subject:
                break
        if mention.own_measure and not mention.own_subject:
            continue
        if mention.own_measure and mention.fact.measure != lead.fact.measure:
            break
        if mention.fact.measure != lead.fact.measure or not mention.own_subject:
            continue
        if mention.own_measure and mention.sentence != amounts[index].sentence:
            break
        items.append(mention)
    return items


def _reported_ratio_items(items: Sequence[Mention], lead: Mention) -> bool:
    return any(item.fact.id == lead.fact.id for item in items)


def _parallel(
    own: list[Mention], before: list[Mention], items: list[Mention], lead: Mention, relations: Relations
) -> None:
    """Each item of a list gives a second stage (实际支出): these add to the second stage of the whole."""
    names = [item.fact.subject for item in items]
    for measure in ("executed", "surplus"):
        parts = []
        for name in names:
            found = [m for m in _amounts(own) if m.fact.subject == name and m.fact.measure == measure]
            if found:
                parts.append(found[0].fact)
        whole = [
            m
            for m in [*_amounts(before), *_amounts(own)]
            if m.fact.subject == lead.fact.subject and m.fact.measure == measure
        ]
        if len(parts) >= 2 and whole and measure != lead.fact.measure:
            relations.check(
                RelationKind.SUM,
                Operation.SUM,
                parts,
                whole[-1].fact,
                f"“{whole[-1].fact.label}”与所列各项的同一口径",
                open_ended=len(parts) < len(items),
            )


def _last(mentions: Sequence[Mention], subject: str | None, measures: Sequence[str]) -> Mention | None:
    """Return the latest amount of the subject in the first of the measures that occurs."""
    for measure in measures:
        found = [m for m in mentions if m.fact.subject == subject and m.fact.measure == measure]
        if found:
            return found[-1]
    return None


def _rates(own: list[Mention], before: list[Mention], relations: Relations) -> None:
    """执行率, 控制率, 完成预算的…% = the expenditure over the budget of the same subject in the sentence."""
    for index, mention in enumerate(own):
        if mention.fact.measure not in _EXECUTION or mention.fact.kind is not FactKind.RATE:
            continue
        if mention.range_end or re.match(r"^(?:以上|以下|左右)", mention.tail):
            continue
        near = _amounts(own[:index], None)
        executed = _last(near, mention.fact.subject, ("executed",))
        budget = _last(near, mention.fact.subject, BUDGETS) or _last(
            _amounts(before, None), mention.fact.subject, BUDGETS
        )
        executed = executed or _last(_amounts(before, None), mention.fact.subject, ("executed",))
        if executed is None or budget is None:
            continue
        relations.check(
            RelationKind.RATIO,
            Operation.RATIO,
            [executed.fact, budget.fact],
            mention.fact,
            f"“{mention.fact.label}”＝支出÷预算",
        )


def _shares(own: list[Mention], before: list[Mention], relations: Relations) -> None:
    """占X的…%, 占比…%: the figure before over X, or over the figure that the list breaks up."""
    for index, mention in enumerate(own):
        if mention.fact.measure != "share" or mention.fact.kind is not FactKind.RATE or mention.range_end:
            continue
        near = [
            m
            for m in own[:index]
            if m.depth == mention.depth and m.fact.kind in (FactKind.AMOUNT, FactKind.COUNT)
        ]
        if not near or (near[-1].statement, near[-1].block) != (mention.statement, mention.block):
            continue
        part = near[-1]
        whole = _whole_of_share(mention, part, own[:index], before)
        if whole is None:
            continue
        relations.check(
            RelationKind.SHARE,
            Operation.RATIO,
            [part.fact, whole.fact],
            mention.fact,
            f"“{part.fact.label}”占“{whole.fact.label}”的比重",
        )


def _whole_of_share(
    mention: Mention, part: Mention, own: list[Mention], before: list[Mention]
) -> Mention | None:
    named = _SHARE_OF.search(normal(mention.lead))
    words = named.group(1) if named else ""
    pool = [
        m
        for m in [*before, *own]
        if m.fact.kind is part.fact.kind
        and m.fact.measure == part.fact.measure
        and m is not part
        and _is_same_unit(m, part)
    ]
    if words and words not in ("比", "比重"):
        subject = vocabulary().subject(words)
        name = subject.name if subject else words
        named_ones = [m for m in pool if m.fact.subject == name or normal(m.fact.label).endswith(name)]
        return named_ones[-1] if named_ones else None
    leads = [
        m for m in pool if m.own_measure and m.depth <= part.depth and m.fact.subject != part.fact.subject
    ]
    return leads[0] if leads else None


def _is_same_unit(one: Mention, other: Mention) -> bool:
    mine, its = one.fact.quantity.unit, other.fact.quantity.unit
    return mine is not None and its is not None and mine.dimension is its.dimension


def _balances(own: list[Mention], before: list[Mention], relations: Relations) -> None:
    """结余 = 预算 − 支出 of the same subject in the sentence."""
    for index, mention in enumerate(own):
        if (
            mention.fact.measure != "surplus"
            or mention.fact.kind is not FactKind.AMOUNT
            or not mention.own_measure
        ):
            continue
        near = _amounts(own[:index])
        budget = _last(near, mention.fact.subject, BUDGETS)
        executed = _last(near, mention.fact.subject, ("executed",))
        if budget and executed:
            relations.check(
                RelationKind.DIFFERENCE,
                Operation.DIFFERENCE,
                [budget.fact, executed.fact],
                mention.fact,
                f"“{mention.fact.label}”＝预算－支出",
            )
