"""Sums that the words of a sentence assert: brackets, 其中, 包括, 分别为, 由…构成, and 合计 after its parts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal, vocabulary
from rules.relations.build import Reading, Relations
from rules.relations.judge import Operation
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, gap, is_base, of_kind, same_unit

_OPEN_WORDS = ("其中", "含", "包括", "主要是", "主要为", "主要用于", "主要包括")
_MARKER = re.compile(
    r"其中|包括|包含|主要是|主要为|主要用于|分别(?:为|是)?(?!占|增|减|下降|上升)|(?<![得评部])分为|由.{0,30}(?:构成|组成)|具体为|具体是|构成[:：]|"
    r"按[^，。；]{1,14}(?:分类|划分|分)(?=[，：:])|含|[:：]|①"
)
_CLOSED = re.compile(r"分别|按|由|(?<![得评部])分为|具体|构成|[:：]|①")
_FULL_MARK = re.compile(r"（(?:满分|标准分|分值|权重)[为：]?(\d{1,2})分?）")
_FULL = 100
_NUMERALS = {word: number for number, word in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_NUMBER_OF_PARTS = re.compile(r"(?:分为?|共|由)([两二三四五六七八九十])(?:个|大|部分|类|批|期|段)")
"""分三个标段实施：the number of the parts that follow."""
_NONE_ELSE = re.compile(r"^[^，。；]{0,10}[，、](?:无|没有|未安排|未发生)[^，。；]{2,12}")
"""工程类 0、无服务类: what is not there is said, so the list is complete."""
_TOTAL_AFTER = re.compile(
    r"(?:合计|共计|总计|两项|[二三四五六]项|总额|共)(?:支出|收入|预算|决算|安排|为|达|金额)*$"
)
_NESTED = re.compile(r"其中|包括|包含|分别为|分别是|由.{0,30}(?:构成|组成)")
_SUMMED = (FactKind.AMOUNT, FactKind.COUNT, FactKind.SCORE)
_MOST_PARTS = 12


def find_lists(
    text: str, mentions: Sequence[Mention], statements: Sequence[Statement], relations: Relations
) -> None:
    """Assert the sums of running text. ``text`` is the canonical text of the document."""
    _brackets(text, mentions, relations)
    for statement in statements:
        _following(text, statement, relations)
        _totals_after(text, statement, relations)


def exhaustive(whole: Fact, parts: Sequence[Fact]) -> bool:
    """Say whether the parts are by definition all of the whole: by what they are, or by words that leave no other."""
    names = {part.subject for part in parts}
    if any(set(known) == names for known in vocabulary().parts(whole.subject)):
        return True
    labels = [normal(part.label) for part in parts]
    return any(_divide(words, labels) for words in vocabulary().divisions)


def _divide(words: Sequence[str], labels: Sequence[str]) -> bool:
    """Say whether each of the words is in one label alone, and each label holds one."""
    held = [[word for word in words if word in label] for label in labels]
    return len(labels) == len(words) and sorted(held) == sorted([word] for word in words)


def _brackets(text: str, mentions: Sequence[Mention], relations: Relations) -> None:
    """A（B…，C…）: the bracket breaks up the figure before it."""
    children: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.parent is not None and mention.fact.kind in _SUMMED:
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
        facts = [m.fact for m in parts]
        open_ended = (opened or "等" in closing) and not exhaustive(whole.fact, facts)
        reason = f"括号内为“{whole.fact.label}”的分项"
        relations.choose([_sum(facts, whole.fact, reason, sure=True, open_ended=open_ended)])


def _is_part(part: Mention, whole: Mention) -> bool:
    if not same_unit(part.fact, whole.fact) or part.range_end:
        return False
    return (
        not part.own_measure
        or part.fact.measure in (None, whole.fact.measure)
        or part.fact.kind is FactKind.COUNT
    )


def _sum(
    parts: Sequence[Fact], whole: Fact, reason: str, *, sure: bool = False, open_ended: bool = False
) -> Reading:
    return Reading(
        RelationKind.SUM, Operation.SUM, tuple(parts), whole, reason, sure=sure, open_ended=open_ended
    )


def _following(text: str, statement: Statement, relations: Relations) -> None:
    """A figure, then a listing word: what follows breaks it up, to the semicolon or to the end."""
    own = [m for m in of_kind(statement.own, *_SUMMED) if m.depth == 0]
    before: Mention | None = None
    for at, item in enumerate(own):
        words = _outside_brackets(gap(text, _previous(statement.own, item), item))
        found = [m for m in _MARKER.finditer(words) if _leads_to(words[m.end() :])]
        before = own[at - 1] if at else None
        if not found or (not item.own_subject and "分别" not in words):
            continue
        marker = found[-1].group()
        if marker in "：:" and len(found) > 1 and found[-2].group() == "其中":
            marker = "其中"
        named = _named_whole(text, statement, own, at, words[: found[0].start()], [m.group() for m in found])
        relations.choose([*named, *_readings(text, statement, own, at, marker, before)])


def _named_whole(
    text: str,
    statement: Statement,
    own: Sequence[Mention],
    at: int,
    words: str,
    markers: Sequence[str],
) -> list[Reading]:
    """项目支出追加分别为：… breaks up the only figure that those before give of 项目支出, in a bracket or not."""
    item = own[at]
    subject = vocabulary().topic(re.split("[，,；;。]", words)[-1])
    if subject is None or subject == item.fact.subject:
        return []
    before = [m for m in of_kind(statement.near, *_SUMMED) if m.fact.start < item.fact.start]
    wholes = [m for m in before if m.fact.subject == subject and same_unit(m.fact, item.fact)]
    groups = _groups(text, own, at)
    parts = (
        [m.fact for m in groups[0] if m not in wholes and _fits_stage(m, wholes[-1], item)] if wholes else []
    )
    if len(wholes) != 1 or not 2 <= len(parts) <= _MOST_PARTS:
        return []
    closed = any(_CLOSED.match(marker) for marker in markers if marker not in ("：", ":"))
    reason = f"“{wholes[0].fact.label}”所列各项"
    sure = closed and len(groups) == 1
    return [_sum(parts, wholes[0].fact, reason, sure=sure, open_ended=not closed)]


def _leads_to(words: str) -> bool:
    """Say whether a listing word leads to the figure: no clause of its own stands between them."""
    return not re.search("[，,；;]", words.lstrip("，：: ,"))


def _previous(own: Sequence[Mention], item: Mention) -> Mention | None:
    at = own.index(item)
    return own[at - 1] if at else None


def _readings(
    text: str,
    statement: Statement,
    own: Sequence[Mention],
    at: int,
    marker: str,
    before: Mention | None,
) -> Iterator[Reading]:
    item = own[at]
    back = [m for m in of_kind(statement.before, *_SUMMED) if m.depth == 0]
    wholes = _wholes(statement, own, at)
    groups = _groups(text, own, at)
    for whole in wholes:
        for group in groups:
            parts = [m.fact for m in group if m is not whole and _fits_stage(m, whole, item)]
            if len(parts) < 2 or len(parts) > _MOST_PARTS:
                continue
            known = exhaustive(whole.fact, parts)
            last = group[-1].fact
            ending = text[last.evidence.end or last.start :][:30]
            known = known or _full_marks_add_up(text, group)
            closed = known or bool(_CLOSED.match(marker) or _NONE_ELSE.match(ending))
            first = whole is wholes[0] and group is groups[0]
            next_to = before is whole or (at == 0 and bool(back) and back[-1] is whole)
            clear = first and next_to and _one_measure(whole, item) and len(groups) == 1
            numbered = _NUMBER_OF_PARTS.search(_words_between(text, whole, item))
            together = next_to and whole.statement == item.statement
            clear = clear or (
                together and numbered is not None and _NUMERALS[numbered.group(1)] == len(parts)
            )
            yield _sum(
                parts,
                whole.fact,
                f"“{whole.fact.label}”{marker.strip('：:')}所列各项",
                sure=clear and (marker not in ("：", ":") or (together and numbered is not None)),
                open_ended=not closed,
            )


def _one_measure(whole: Mention, item: Mention) -> bool:
    """Say whether whole and part are of one stage; how many there are at the end is how many there are."""
    ended = item.fact.measure is None and whole.fact.measure == "closing"
    return whole.fact.measure == item.fact.measure or (ended and whole.fact.kind is FactKind.COUNT)


def _full_marks_add_up(text: str, group: Sequence[Mention]) -> bool:
    """Say whether the scores carry their full marks and these add up to 100: 投入得 14 分（满分 15 分）…"""
    if any(m.fact.kind is not FactKind.SCORE for m in group):
        return False
    ends = [m.fact.evidence.end or m.fact.start for m in group]
    found = [_FULL_MARK.match(text[end : end + 14]) for end in ends]
    return sum(int(mark.group(1)) for mark in found if mark is not None) == _FULL


def _words_between(text: str, whole: Mention, item: Mention) -> str:
    return text[whole.fact.evidence.end or whole.fact.start : item.fact.start]


def _wholes(statement: Statement, own: Sequence[Mention], at: int) -> list[Mention]:
    """Return the figures that the list may break up, the likeliest first."""
    item = own[at]
    earlier = [m for m in own[:at] if same_unit(m.fact, item.fact) and _may_be_whole(m, item)]
    back = [m for m in of_kind(statement.before, *_SUMMED) if m.depth == 0 and same_unit(m.fact, item.fact)]
    ordered = [*reversed(earlier), *reversed(back)]
    alike = [
        m for m in ordered if m.fact.measure == item.fact.measure and m.fact.subject != item.fact.subject
    ]
    open_stage = item.fact.measure is None or not item.measure_sure
    rest = [m for m in ordered if m not in alike and (m.fact.measure is None or open_stage)]
    return [*alike, *rest][:6]


def _may_be_whole(whole: Mention, item: Mention) -> bool:
    """What grew or fell by is broken up only by what its parts grew or fell by; a plan or base by nothing."""
    if is_base(whole):
        return False
    return whole.fact.measure not in ("increase", "decrease") or (
        item.own_measure and item.fact.measure == whole.fact.measure
    )


def _groups(text: str, own: Sequence[Mention], at: int) -> list[list[Mention]]:
    """Return the stretches that the list may cover: to the first semicolon or inner list, or on to the end."""
    item = own[at]
    short: list[Mention] = [item]
    skipping: list[Mention] = [item]
    every: list[Mention] = [item]
    ended = nested = False
    for index in range(at + 1, len(own)):
        mention = own[index]
        if (
            not same_unit(mention.fact, item.fact)
            or is_base(mention)
            or mention.fact.period != item.fact.period
        ):
            continue
        between = _outside_brackets(gap(text, own[index - 1], mention))
        stop = bool(re.search("[；;]", between))
        inner = bool(_NESTED.search(between)) and index > at
        nested = inner or (nested and not stop)
        if inner or stop:
            ended = True
        if not ended:
            short.append(mention)
        if not nested:
            skipping.append(mention)
        every.append(mention)
    groups = [short]
    for group in (skipping, every):
        if group not in groups:
            groups.append(group)
    return groups


def _fits_stage(mention: Mention, whole: Mention, item: Mention) -> bool:
    """Leave out the other stages that the clause of an item goes on to state (支出, 结余)."""
    if mention.own_measure and not mention.own_subject:
        return mention is item
    if mention.fact.measure == whole.fact.measure or mention.fact.measure == item.fact.measure:
        return mention.own_subject or "分别" in mention.lead or mention is item
    return False


def _totals_after(text: str, statement: Statement, relations: Relations) -> None:
    """A…，B…，合计 C: the last is the sum of two or more before it."""
    own = [m for m in of_kind(statement.own, *_SUMMED) if m.depth == 0]
    for at, mention in enumerate(own):
        lead = normal(mention.lead)
        if at < 2 - bool("与" in lead or statement.before) or not _TOTAL_AFTER.search(lead):
            continue
        earlier = [
            m
            for m in [*of_kind(statement.before, *_SUMMED), *own[:at]]
            if m.depth == 0 and same_unit(m.fact, mention.fact)
        ]
        readings = []
        here = [m for m in earlier if m.sentence == mention.sentence]
        every = [
            m for m in statement.own if m.sentence == mention.sentence and m.fact.start < mention.fact.start
        ]
        for count in range(2, min(len(earlier), _MOST_PARTS) + 1):
            parts = earlier[-count:]
            if _one_stage(parts):
                reason = f"“{mention.fact.label}”为前列各项之和"
                sure = parts == here == every and lead.endswith(("合计", "共计", "总计"))
                readings.append(_sum([m.fact for m in parts], mention.fact, reason, sure=sure))
        relations.choose(readings)


def _one_stage(parts: Sequence[Mention]) -> bool:
    return len({m.fact.measure for m in parts if m.fact.measure is not None}) <= 1


def _outside_brackets(text: str) -> str:
    return re.sub(r"（[^（）]*）", lambda match: " " * len(match.group()), text)
