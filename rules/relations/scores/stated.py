"""Scores that the running text states: classes to the total, full marks to 100, what was added or deducted, 得分率."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.document.model import Document
from rules.facts.fact import Fact
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.judging.computation import Operation, printed
from rules.relations.judging.one_slip import FITS
from rules.relations.reading import Reading
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.scores.deductions import LOST_ALONE, from_hundred
from rules.relations.scores.roles import is_of_class
from rules.relations.scores.words import ScoredClass, ScoreSentence, scores_of
from rules.relations.sentence import Statement

HUNDRED = Decimal(100)
_FEWEST = 2
_SMALLEST_CLASS = 3
"""Points: a class of indicators has five at least, and seldom gets less than this."""
_FEWEST_OF_SLIP = 4
_BY_WHOM = re.compile("科室|处室|股室|责任人|个?(?:部门|单位)分别")
"""三个责任科室分别扣减 0.5 分…，共扣 1 分: that is not all that the report lost."""
_SHOWN = 2
"""Rates of the list that lead back to whole full marks, from which on one that does not is wrong."""


def find_stated_scores(document: Document, statements: Sequence[Statement], relations: Relations) -> None:
    """Assert what the scores of each statement say of one another."""
    before: ScoreSentence | None = None
    for found in scores_of(document, statements):
        _assert(found, relations)
        _lost_of_classes(found, found if found.classes else before, relations)
        before = found


def _assert(found: ScoreSentence, relations: Relations) -> None:
    wrong = False
    if len(found.classes) >= _FEWEST:
        wrong = _classes(found, relations)
        _rates_without_full(found, relations)
    for item in found.classes:
        _one_class(item, relations, said_wrong=wrong)
    _way_to_total(found, relations)


def _classes(found: ScoreSentence, relations: Relations) -> bool:
    """The classes add up to the total, and their full marks to 100. Returns whether the scores are said to be wrong."""
    scores = [item.score.fact for item in found.classes if item.score is not None]
    fulls = [item.full.fact for item in found.classes if item.full is not None]
    if found.weighing:
        weights = [(item.score or item.full) for item in found.classes]
        if len(weights) > _FEWEST:
            _full_marks([m.fact for m in weights if m is not None], found, found.of_hundred, relations)
        return False
    every = len(scores) == len(found.classes)
    hundred = len(fulls) == len(scores) and _sum_of(fulls) == HUNDRED
    adds_up = wrong = False
    if every and found.total is not None and found.total.fact not in scores:
        reading = _sum(
            scores,
            found.total.fact,
            "各类得分相加等于总得分",
            sure=hundred or found.is_complete(),
            # Full marks that make a hundred leave out no class, and nothing was given or taken besides.
            firm=hundred and not (found.bonus or found.lost or found.base),
        )
        kept = relations.choose([_asked_where_nearly_all(reading)])
        adds_up = kept is not None and kept.verdict in FITS
        wrong = kept is not None and not adds_up
    if len(fulls) == len(found.classes):
        _full_marks(fulls, found, adds_up or found.is_complete(), relations)
    return wrong


def _full_marks(fulls: Sequence[Fact], found: ScoreSentence, complete: bool, relations: Relations) -> None:
    reason = "各类满分相加等于总分值"
    if found.full is not None:
        relations.choose([_sum(fulls, found.full.fact, reason, sure=complete)])
        return
    total = _sum_of(fulls)
    words = f"{' + '.join(fact.quantity.plain() for fact in fulls)} = {total:f} 分"
    if total == HUNDRED:
        relations.add(RelationKind.SUM, fulls, None, reason, Judgement(Verdict.EXACT, words))
    elif complete:
        broken = Judgement(Verdict.IMPOSSIBLE, f"{words}（满分应为 100 分）")
        relations.add(RelationKind.SUM, fulls, None, reason, broken)


def _one_class(item: ScoredClass, relations: Relations, *, said_wrong: bool) -> None:
    """得分率 = score ÷ full marks; full marks − what was deducted = score; no score is above its full marks."""
    if item.score is None or item.full is None or item.full is item.score:
        return
    score, full = item.score.fact, item.full.fact
    if item.rate is not None:
        rated = Reading(
            RelationKind.RATIO,
            Operation.RATIO,
            (score, full),
            item.rate.fact,
            f"{score.label}：得分率＝得分÷满分",
            sure=True,
        )
        relations.choose([rated])
    if item.lost is not None and not item.several:
        deducted = Reading(
            RelationKind.DIFFERENCE,
            Operation.DIFFERENCE,
            (full, item.lost.fact),
            score,
            f"{score.label}：得分＝满分－扣分",
            sure=True,
        )
        relations.choose([deducted])
    if score.quantity.value > full.quantity.value and not said_wrong:
        words = f"得分 {score.quantity.plain()} 分高于满分 {full.quantity.plain()} 分"
        broken = Judgement(Verdict.IMPOSSIBLE, words)
        relations.add(
            RelationKind.SCORE_EXCEEDS_WEIGHT, [full], score, f"{score.label}：得分不高于满分", broken
        )


def _way_to_total(found: ScoreSentence, relations: Relations) -> None:
    """基础得分 + 加分 − 扣分 = 总得分; 满分 100 分 − 扣分 = 得分, where the full marks need not be printed."""
    lost = [mention.fact for mention in found.lost]
    if found.lost_in_all is not None:
        if len(lost) >= _FEWEST:
            firm = all(is_of_class(mention) for mention in found.lost)
            reason = "各项扣分相加等于合计扣分"
            relations.choose([_sum(lost, found.lost_in_all.fact, reason, sure=True, firm=firm)])
        lost = [found.lost_in_all.fact]
    added = [mention.fact for mention in found.bonus]
    if found.total is None or not (added or lost) or found.classes:
        return
    signs = (*(1 for _ in added), *(-1 for _ in lost))
    opening = found.base or found.full
    if opening is not None:
        reading = Reading(
            RelationKind.SUM,
            Operation.SUM,
            (opening.fact, *added, *lost),
            found.total.fact,
            "总得分＝基础得分（满分）＋加分－扣分",
            signs=(1, *signs),
            sure=True,
        )
        # Where nothing is said to be lost of full marks, another sentence may say it.
        if lost or found.base is not None or reading.holds():
            relations.choose([reading])
    elif lost:
        from_hundred(found.total.fact, [*added, *lost], signs, relations, sure=_is_all(found))


def _lost_of_classes(found: ScoreSentence, classes: ScoreSentence | None, relations: Relations) -> None:
    """投入 15 分，得 14 分；过程 30 分，得 28.5 分；…。合计扣 6.7 分: full marks less scores; scores and deductions make a hundred."""
    items = classes.classes if classes is not None else []
    pairs = [(i.full.fact, i.score.fact) for i in items if i.full is not None and i.score is not None]
    if len(pairs) < _FEWEST:
        lost = [
            (i.score.fact, i.lost.fact) for i in found.classes if i.score is not None and i.lost is not None
        ]
        if len(lost) == len(found.classes) > _FEWEST and found.total is not None and found.is_complete():
            _full_marks([fact for pair in lost for fact in pair], replace(found, full=None), True, relations)
        return
    said = found.lost_in_all
    if said is None or found.lost or found.bonus or not (found is classes or not found.classes):
        return
    last = items[-1].score or said
    near = said.statement - last.statement <= 1 and LOST_ALONE.fullmatch(normal(said.lead).strip("，、"))
    if not near or len(pairs) < len(items) or _sum_of([full for full, _ in pairs]) != HUNDRED:
        return  # it is said of something else, or not all classes were told
    reading = Reading(
        RelationKind.SUM,
        Operation.SUM,
        (*(full for full, _ in pairs), *(score for _, score in pairs)),
        said.fact,
        "合计扣分＝各类满分－各类得分",
        signs=(*(1 for _ in pairs), *(-1 for _ in pairs)),
        sure=True,
    )
    relations.choose([reading])


def _is_all(found: ScoreSentence) -> bool:
    """Say whether the words deduct from the total all that was lost: 自评得 93 分，扣 7 分; 合计扣 3.5 分."""
    if found.lost_in_all is not None:
        return not any(_BY_WHOM.search(m.lead) for m in (*found.lost, found.lost_in_all))
    return len(found.lost) == 1 and found.lost[0].lead.strip("，、 ") in ("扣", "扣分", "扣减", "失分")


def _rates_without_full(found: ScoreSentence, relations: Relations) -> None:
    """得分 ÷ 得分率 leads back to full marks that are whole: where the others of a list do, one that does not is wrong."""
    pairs = [
        (item.score.fact, item.rate.fact, item.score.fact.label)
        for item in found.classes
        if item.full is None and item.score is not None and item.rate is not None
    ]
    full = {score.id: _whole_full(score, rate) for score, rate, _ in pairs}
    shown = sum(value is not None for value in full.values())
    for score, rate, name in pairs:
        whole = full[score.id]
        reason = f"{name}：得分率＝得分÷满分（满分为整数）"
        if whole is not None:
            words = f"{score.quantity.plain()} ÷ {whole:f} = {rate.quantity.plain()} %"
            relations.add(RelationKind.RATIO, [score], rate, reason, Judgement(Verdict.EXACT, words))
        elif shown >= _SHOWN and rate.quantity.value:
            meant = score.quantity.value / rate.quantity.value * HUNDRED
            words = (
                f"{score.quantity.plain()} ÷ {rate.quantity.plain()} % = {printed(meant, 2):f}，满分不是整数"
            )
            relations.add(RelationKind.RATIO, [score], rate, reason, Judgement(Verdict.IMPOSSIBLE, words))


def _whole_full(score: Fact, rate: Fact) -> Decimal | None:
    """Return the full marks, whole or half, of which the score is the rate."""
    if not rate.quantity.value:
        return None
    doubled = score.quantity.value / rate.quantity.value * HUNDRED * 2
    full = doubled.to_integral_value() / 2
    if not full or full > HUNDRED:
        return None
    judged = printed(score.quantity.value / full * HUNDRED, rate.quantity.precision)
    return full if judged == rate.quantity.value else None


def _sum(parts: Sequence[Fact], whole: Fact, reason: str, *, sure: bool, firm: bool = False) -> Reading:
    return Reading(
        RelationKind.SUM,
        Operation.SUM,
        tuple(parts),
        whole,
        reason,
        sure=sure,
        open_ended=not sure,
        alarms=sure,
        firm=firm,
    )


def _asked_where_nearly_all(reading: Reading) -> Reading:
    """Return the reading; classes not said to be all are asked about where no further class has room in the total."""
    if reading.sure or len(reading.operands) <= _FEWEST:
        return reading
    room = reading.stated.quantity.value - _sum_of(reading.operands)
    nearly = room < _SMALLEST_CLASS
    # Of many classes, to the hundredth, a slip that explains the failure is asked about as well.
    fine = reading.stated.quantity.precision > 1 and len(reading.operands) >= _FEWEST_OF_SLIP
    return replace(reading, alarms=nearly or fine, doubtful=nearly)


def _sum_of(facts: Sequence[Fact]) -> Decimal:
    return sum((fact.quantity.value for fact in facts), Decimal(0))
