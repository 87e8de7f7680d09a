"""Scores of classes that the running text states against the score form: 其中产出指标 38.2 分, 预算执行率得 9.23 分（满分 10 分）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from corpus.document.model import Document
from rules.facts.fact import Fact, FactKind
from rules.facts.form import FormCell
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.judging.one_slip import FITS
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.scores.deductions import ALL_LOST
from rules.relations.scores.roles import Role, role_of, stem
from rules.relations.scores.scores import FormTies
from rules.relations.scores.self_total import SELF_TOTAL
from rules.relations.scores.words import ScoreSentence, exact_points, scores_of
from rules.relations.sentence import Statement

_EXECUTION = "预算执行"
_NOT_OF_ONE = re.compile(
    "每|合计|共计?扣|累计|总计|最多|上限|其中|等[^级次]|复[评核]|第三方|专家|上年|去年|如果?|若|不足"
)
"""A rule, a total or another's score."""
_NOT_OF_ALL = re.compile(
    "每|最多|上限|复[评核审]|第三方|财政|专家|上年|去年|20\\d\\d|如果?|若|方面|指标|部分|[两二三四五六]项|一项|其中"
)
_RIGHT_BEHIND = re.compile(r"(?:[^\d。；]|\n){0,12}")
"""The mark of the cells and the words of the deduction: nothing else stands between the total and it."""
_SHORTEST = 3
_CLAUSE = 80


@dataclass(slots=True)
class _Class:
    """What a form says of one class: the scores and weights of its rows, and of its subtotal where there is one."""

    scores: list[Fact] = field(default_factory=list)
    weights: list[Fact] = field(default_factory=list)
    score: Fact | None = None
    weight: Fact | None = None


_GAVE_ITSELF = re.compile("自评|自我评价|(?:对照|按照|根据)[^，。；]{0,16}(?:指标|细则|标准|评分)")
_OF_OTHERS = re.compile(
    "上年|去年|复评|核[定查]|抽查|第三方|财政|主管|下属|所属|各单位|平均|最[高低]|以上|及格|等级"
)


@dataclass(frozen=True, slots=True)
class _Scored:
    """A form by its classes, with its totals."""

    classes: dict[str, _Class]
    score: Fact | None
    weight: Fact | None

    @property
    def score_value(self) -> Decimal | None:
        """Return the total score in points."""
        return None if self.score is None else self.score.quantity.value


def find_scores_in_form(
    document: Document, statements: Sequence[Statement], forms: Sequence[FormTies], relations: Relations
) -> None:
    """Hold every class and every full mark that the text states against the forms."""
    scored = [_by_class(ties) for ties in forms if _is_whole(ties)]
    if not scored:
        return
    if len(scored) == 1:
        lost = [each for statement in statements for each in _lost(document.text, statement, scored[0])]
        for reading in lost:
            again = [other for other in lost if other.operands == reading.operands]
            # 人数未达计划，扣 0.25 分。…档案不全，扣 0.2 分: what one indicator lost may be told in parts.
            if len(again) == 1 or sum(other.holds() for other in again) >= len(again) - 1:
                relations.choose([reading])
        for statement in statements:
            for reading in _lost_in_all(document, statement, scored[0]):
                relations.choose([reading])
    for found in scores_of(document, statements):
        own = [form for form in scored if _is_of(form, found)] or scored
        for item in found.classes:
            if item.score is not None:
                relations.choose(_readings(item.name, item.score, own, found, is_full=found.weighing))
            if item.full is not None:
                relations.choose(_readings(item.name, item.full, own, found, is_full=True))
        if found.full is not None:
            relations.choose(_totals(found.full, own))
        if found.total is not None and len(scored) == 1 and not SELF_TOTAL.search(normal(found.total.lead)):
            relations.choose(_total_score(document.text, found.total, scored[0]))


def _is_whole(ties: FormTies) -> bool:
    """Say whether a form was read with all its rows: its weights (or else its scores) add up to their total."""
    held = {
        relation.kind
        for relation in ties.relations
        if relation.verdict in FITS and relation.stated in _ids_of_totals(ties)
    }
    return (RelationKind.SCORE_SUM if ties.form.total_weight is None else RelationKind.WEIGHT_SUM) in held


def _ids_of_totals(ties: FormTies) -> set[str]:
    starts = {cell.start for cell in (ties.form.total_score, ties.form.total_weight) if cell is not None}
    return {fact.id for fact in ties.facts if fact.start in starts}


def _by_class(ties: FormTies) -> _Scored:
    form = ties.form
    at = {fact.start: fact for fact in ties.facts}

    def fact(cell: FormCell | None) -> Fact | None:
        return at.get(cell.start) if cell is not None else None

    classes: dict[str, _Class] = {}
    for level in ("level1", "level2", "name"):
        fresh: dict[str, _Class] = {}
        for row in form.rows:
            name = stem(getattr(row, level) or "")
            if not name or name in classes:
                continue  # a class has its name before any of its indicators
            held = fresh.setdefault(name, _Class())
            held.scores += [score] if (score := fact(row.score)) is not None else []
            held.weights += [weight] if (weight := fact(row.weight)) is not None else []
        classes |= fresh
    for item in form.classes:
        held = classes.setdefault(stem(item.name.removesuffix("小计")), _Class())
        held.score = held.score or fact(item.score)
        held.weight = held.weight or fact(item.weight)
    block = form.execution
    if block is not None and _EXECUTION not in classes:
        classes[_EXECUTION] = _Class(score=fact(block.score), weight=fact(block.weight))
    return _Scored(classes, fact(form.total_score), fact(form.total_weight))


def _is_of(form: _Scored, found: ScoreSentence) -> bool:
    """Say whether a sentence speaks of a form: it states its total score."""
    if form.score is None or found.total is None:
        return False
    return form.score.quantity.value == found.total.fact.quantity.value


def _readings(
    name: str, mention: Mention, forms: Sequence[_Scored], found: ScoreSentence, *, is_full: bool
) -> list[Reading]:
    """Return what the forms say of a class; a list of full marks says 分值 and may print no 满分."""
    said = mention.fact
    held = [form.classes[name] for form in forms if name in form.classes]
    awarded = any(word in mention.lead for word in ("得", "自评", "评分")) or found.total is not None
    readings = [
        Reading(
            RelationKind.TEXT_VS_ANNEX if len(parts) == 1 else RelationKind.SUM,
            Operation.DUPLICATE if len(parts) == 1 else Operation.SUM,
            parts,
            said,
            f"正文“{said.label or name}”与自评表",
            sure=len(held) == 1 and of_full == is_full and (awarded or is_full),
            alarms=of_full == is_full,
        )
        for item in held
        for of_full in ((is_full,) if awarded or is_full else (is_full, True))
        for parts in _parts(item, is_full=of_full)
        if said not in parts
    ]
    return readings


def _lost(text: str, statement: Statement, form: _Scored) -> Iterator[Reading]:
    """Yield what was deducted for one indicator, which a clause names: 残疾儿童康复救助人数未达计划，扣 0.45 分."""
    lost = [m for m in statement.own if m.fact.kind is FactKind.SCORE and role_of(m) is Role.LOST]
    for mention in exact_points(lost):
        start = mention.fact.start
        clause = re.split("[。；;\n]", text[max(start - _CLAUSE, 0) : start])[-1]
        alone = sum(m.sentence == mention.sentence for m in lost) == 1
        if mention.depth or mention.range_end or not alone or _NOT_OF_ONE.search(clause):
            continue
        words = normal(clause)
        named = [name for name in form.classes if len(name) >= _SHORTEST and name in words]
        named = [name for name in named if not any(name != other and name in other for other in named)]
        held = form.classes[named[0]] if len(named) == 1 else None
        if held is None or len(held.scores) != 1 or len(held.weights) != 1:
            continue
        yield Reading(
            RelationKind.DIFFERENCE,
            Operation.DIFFERENCE,
            (held.weights[0], held.scores[0]),
            mention.fact,
            f"“{named[0]}”扣分＝自评表分值－得分",
            sure=True,
        )


def _lost_in_all(document: Document, statement: Statement, form: _Scored) -> Iterator[Reading]:
    """Yield all that was deducted, told right behind the total of the form, or in a sentence that speaks of no part: 共扣 5 分."""
    if form.score is None or form.weight is None or form.score.quantity.value > form.weight.quantity.value:
        return
    scores = [m for m in statement.own if m.fact.kind is FactKind.SCORE]
    for mention in exact_points([m for m in scores if role_of(m) is Role.LOST]):
        start = mention.fact.start
        if mention.depth or mention.range_end or not ALL_LOST.fullmatch(normal(mention.lead).strip("，、")):
            continue
        end = form.score.evidence.end or form.score.start
        behind = end <= start and _RIGHT_BEHIND.fullmatch(document.text[end:start]) is not None
        in_cell = any(b.table is not None and b.start <= start < b.end for b in document.blocks)
        if not behind and (in_cell or not _speaks_of_all(document.text, mention, scores, form)):
            continue
        yield Reading(
            RelationKind.DIFFERENCE,
            Operation.DIFFERENCE,
            (form.weight, form.score),
            mention.fact,
            "合计扣分＝自评表总分值－总得分",
            sure=True,
            firm=behind,
        )


def _speaks_of_all(text: str, lost: Mention, scores: Sequence[Mention], form: _Scored) -> bool:
    """Say whether a deduction opens its sentence, or stands right behind the total score: 自评得分 95.1 分，共扣 4.9 分."""
    start, fact = lost.fact.start, lost.fact
    words = re.split("[。\n]", text[max(start - _CLAUSE, 0) : start])[-1]
    if text[fact.evidence.end or start :][:1] == "的":
        return False
    if _NOT_OF_ALL.search(words) or any(name in normal(words) for name in form.classes):
        return False
    if normal(words).strip("，、") == normal(lost.lead).strip("，、"):
        return True
    earlier = [m for m in scores if m.fact.start < start and m.statement == lost.statement]
    last = earlier[-1] if earlier else None
    if last is None or any(role_of(m) not in (Role.TOTAL, Role.FULL, Role.BARE) for m in earlier):
        return False
    between = text[last.fact.evidence.end or last.fact.start : start]
    told = role_of(last) is Role.TOTAL or last.fact.quantity.value == form.score_value
    return told and _RIGHT_BEHIND.fullmatch(between) is not None


def _parts(item: _Class, *, is_full: bool) -> Iterator[tuple[Fact, ...]]:
    """Yield the figures of a form that a class is: its subtotal, or its rows."""
    whole = item.weight if is_full else item.score
    rows = item.weights if is_full else item.scores
    if whole is not None:
        yield (whole,)
    if rows and (whole is None or sum(f.quantity.value for f in rows) == whole.quantity.value):
        yield tuple(rows)


def _total_score(text: str, mention: Mention, form: _Scored) -> list[Reading]:
    """Return the total of the text as that of the only form; other totals are told by their digits.

    It is surely that one where its sentence says that the unit gave itself these points, or held itself against the form,
    and they are more than half of the full marks: no class has so many.
    """
    if form.score is None:
        return []
    start, full = mention.fact.start, form.weight
    sentence = normal(re.split("[。；;\n]", text[max(start - _CLAUSE, 0) : start])[-1])
    most = full is not None and mention.fact.quantity.value * 2 > full.quantity.value
    own = _GAVE_ITSELF.search(sentence) is not None and _OF_OTHERS.search(sentence) is None
    return [
        Reading(
            RelationKind.TEXT_VS_ANNEX,
            Operation.DUPLICATE,
            (form.score,),
            mention.fact,
            "正文自评得分与自评表总分",
            sure=most and own and not mention.depth,
        )
    ]


def _totals(mention: Mention, forms: Sequence[_Scored]) -> list[Reading]:
    return [
        Reading(
            RelationKind.TEXT_VS_ANNEX,
            Operation.DUPLICATE,
            (form.weight,),
            mention.fact,
            "正文满分与自评表总分值",
            sure=len(forms) == 1 and form.weight.quantity.value == Decimal(100),
        )
        for form in forms
        if form.weight is not None
    ]
