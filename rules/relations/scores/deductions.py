"""What points were lost for: 共扣 4.9 分。扣分原因：… 扣 0.9 分；… 扣 1 分, and what a score is below full marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.judging.computation import printed
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.scores.roles import Role, role_of
from rules.relations.scores.words import exact_points
from rules.relations.sentence import Statement

_RULE = re.compile(r"每(?:低|少|降|高|超|延|逾|出现|发现|有|次|个|项)[^，。；]{0,12}扣")
_ALL = re.compile(
    r"(?:合计|共计|累计|总共|总计|共|总)(?:计)?(?:扣|失|减)|^(?:扣分?|失分)$|^[扣失]分(?:合计|共计|总计|共)$"
)
_OPENED = re.compile(r"其中|扣分|失分|具体|分别|原因|依次")
_SOME = re.compile("主要|重点|等[^级次]")
_BELOW = re.compile(r"^[少低差](?:了)?$")
_BELOW_FULL = re.compile(r"[比较距离](?:总分|满分|标准分)(?:[少低差]|相差)(?:了)?$")
_FROM_FULL = re.compile(r"[比较距离](?:总分|满分|标准分)$")
LOST_ALONE = re.compile(
    "(?:以上|上述|[各两三四五六]?[项类])*(?:合计|共计|总计|累计|总共|共)(?:扣|失)(?:减|除|去)?分?"
)
"""All that was lost, under no name of a class or an indicator."""
ALL_LOST = re.compile(
    "(?:自评|本次自评|综合自评)?(?:合计|共计|总计|累计|总共|共)(?:扣|失)(?:减|除|去)?分?|[扣失]分(?:合计|共计|总计|共)[为是]?"
)
"""The same where no word limits it to some items (以上三项共扣)."""
_FULL = Decimal(100)
_FEWEST = 2


def find_deductions(text: str, statements: Sequence[Statement], relations: Relations) -> None:
    """Assert what was deducted, item by item, of all that was lost; ``text`` is the canonical text of the document."""
    for said in statements:
        statement = Statement(exact_points(said.own), exact_points(said.before))
        _below_full(statement, relations)
        _lost_of_full(statement, relations)
        first = statement.own[0]
        end = statement.own[-1].fact.evidence.end or first.fact.start
        items = _items(text, statement.own)
        for item, inner in _with_inner(text, statement.own):
            words = text[item.fact.start : inner[-1].fact.start + 10] if inner else ""
            if (
                len(inner) >= _FEWEST
                and item is not items[0]
                and not (_SOME.search(words) or _RULE.search(words))
            ):
                relations.choose([_reading(inner, item)])
        whole = _lost_in_all(statement)
        if items and _opens(text, items[0]):
            whole, items = items[0], items[1:]
        if whole is None or len(items) < _FEWEST:
            continue
        opening = text[whole.fact.evidence.end or whole.fact.start : items[0].fact.start]
        words = text[whole.fact.start : end] + re.split(r"[。；\n]", text[end : end + 10])[0]
        if (
            (_OPENED.search(opening) or opening[:1] in ("：", ":"))
            and not _SOME.search(words)
            and not _RULE.search(words)
        ):
            relations.choose([_reading(items, whole)])


def _reading(items: Sequence[Mention], whole: Mention) -> Reading:
    """Return the reading that asks where less is told than was lost, but most of it: 其中 may leave some out."""
    told = sum((m.fact.quantity.value for m in items), Decimal(0))
    return Reading(
        RelationKind.SUM,
        Operation.SUM,
        tuple(m.fact for m in items),
        whole.fact,
        "各项扣分相加等于合计扣分",
        sure=True,
        firm=any(
            m.fact.quantity.value > whole.fact.quantity.value for m in items
        ),  # more than all that was lost
        open_ended=True,
        doubtful=len(items) > _FEWEST and told * 4 >= whole.fact.quantity.value * 3,
    )


def _lost_in_all(statement: Statement) -> Mention | None:
    """Return the only deduction that the statement before states, if it is all that was lost."""
    if not statement.before:
        return None
    number = statement.before[-1].statement
    lost = [m for m in statement.before if m.statement == number and _is_lost(m)]
    return lost[0] if len(lost) == 1 and _ALL.search(normal(lost[0].lead).strip("，、")) else None


def _opens(text: str, first: Mention) -> bool:
    """Say whether a colon behind the first deduction opens the list of what it is made of: 得 94 分，扣 6 分：… 扣 2 分."""
    end = first.fact.evidence.end or first.fact.start
    return _ALL.search(normal(first.lead).strip("，、")) is not None and text[end : end + 1] in ("：", ":")


def _items(text: str, own: Sequence[Mention]) -> list[Mention]:
    """Return the deductions of a list; those that only break up the one before (扣 2.2 分，其中 … 扣 0.5 分) left out."""
    return [m for m, inner in _with_inner(text, own)]


def _with_inner(text: str, own: Sequence[Mention]) -> list[tuple[Mention, list[Mention]]]:
    """Return the deductions of a list, each with those that a listing word up to the end of its sentence breaks it up into."""
    found: list[tuple[Mention, list[Mention]]] = []
    for mention in own:
        if not _is_lost(mention):
            continue
        if found and mention.sentence == found[-1][0].sentence:
            last = found[-1][0].fact
            if re.search("其中|包括", text[last.evidence.end or last.start : mention.fact.start]):
                found[-1][1].append(mention)
                continue
        found.append((mention, []))
    return found


def _is_lost(mention: Mention) -> bool:
    scored = mention.fact.kind is FactKind.SCORE and not mention.depth and not mention.range_end
    return scored and role_of(mention) is Role.LOST


def _lost_of_full(statement: Statement, relations: Relations) -> None:
    """自评得分 95.7 分（满分 100 分），…。合计扣 4.3 分: where the paragraph tells one total, and nothing was added to it."""
    for lost in statement.own:
        if not (_is_lost(lost) and LOST_ALONE.fullmatch(normal(lost.lead).strip("，、"))):
            continue
        ahead = [m for m in (*statement.before, *statement.own) if m.fact.start < lost.fact.start]
        scores = [m for m in ahead if m.fact.kind is FactKind.SCORE]
        totals = [m for m in scores if _is_total(m)]
        full = [m for m in scores if role_of(m) is Role.FULL and m.fact.quantity.value == _FULL]
        added = any(role_of(m) in (Role.BONUS, Role.BASE) or _is_lost(m) for m in scores)
        if len(totals) == len(full) == 1 and not added and not any(m.range_end for m in (*totals, *full)):
            order = (full[0].fact, totals[0].fact)
            reason = "合计扣分＝满分－得分"
            relations.choose(
                [Reading(RelationKind.DIFFERENCE, Operation.DIFFERENCE, order, lost.fact, reason, sure=True)]
            )
        elif (
            len(totals) == 1
            and not (full or added or lost.tail.startswith("的"))
            and _are_classes_of(totals[0], lost, scores)
        ):
            from_hundred(totals[0].fact, [lost.fact], [-1], relations, sure=True)


def _are_classes_of(total: Mention, lost: Mention, scores: Sequence[Mention]) -> bool:
    """Say whether all that stands between a total and all that was lost are the classes that make the total."""
    between = [m for m in scores if total.fact.start < m.fact.start < lost.fact.start]
    alone = (
        total is scores[0] and not any(m.range_end for m in scores) and total.fact.quantity.value * 2 > _FULL
    )
    told = sum((m.fact.quantity.value for m in between), Decimal(0))
    return alone and (not between or told == total.fact.quantity.value)


def from_hundred(
    total: Fact, moved: Sequence[Fact], signs: Sequence[int], relations: Relations, *, sure: bool
) -> None:
    """Assert that full marks of a hundred, which need not be printed, with what was added or lost make the total."""
    value = _FULL + sum(
        (sign * fact.quantity.value for fact, sign in zip(moved, signs, strict=True)), Decimal(0)
    )
    terms = "".join(
        f" {'+' if sign > 0 else '−'} {fact.quantity.plain()}"
        for fact, sign in zip(moved, signs, strict=True)
    )
    words = f"100{terms} = {value:f} 分"
    holds = value == total.quantity.value
    if not holds and not sure:
        return  # not all that was lost need be named
    judgement = Judgement(
        Verdict.EXACT if holds else Verdict.IMPOSSIBLE,
        words if holds else f"{words}（报告为 {total.quantity.plain()} 分）",
        expected=f"{printed(value, total.quantity.precision):f}",
    )
    relations.add(RelationKind.DIFFERENCE, moved, total, "总得分＝满分 100 分－扣分", judgement)


def _is_total(score: Mention) -> bool:
    bare = role_of(score) is Role.BARE and re.search("自评|综合|评价|最终", normal(score.lead)) is not None
    return bare or role_of(score) is Role.TOTAL


def _below_full(statement: Statement, relations: Relations) -> None:
    """自评 91.2 分，比满分 100 分少 8.8 分."""
    scores = [m for m in statement.own if m.fact.kind is FactKind.SCORE and not m.range_end]
    for score, full, below in zip(scores, scores[1:], scores[2:], strict=False):
        told = _BELOW.match(below.lead) and _FROM_FULL.search(normal(full.lead))
        if told and score.sentence == full.sentence == below.sentence:
            order = (full.fact, score.fact)
            reason = "比满分少的分数＝满分－得分"
            relations.choose(
                [Reading(RelationKind.DIFFERENCE, Operation.DIFFERENCE, order, below.fact, reason, sure=True)]
            )
    for score, below in pairwise(scores):
        # 自评得分 97.91 分，较满分少 2.09 分: of a hundred, where the total is nearer to it than to nothing.
        alone = scores.index(score) == 0 and _is_total(score) and score.fact.quantity.value * 2 > _FULL
        if alone and score.sentence == below.sentence and _BELOW_FULL.search(normal(below.lead)):
            from_hundred(score.fact, [below.fact], [-1], relations, sure=True)
