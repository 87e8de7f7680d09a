"""Broken relations → findings: A01 to A11, one finding for one wrong figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from corpus.document.evidence import Evidence
from rules.card import card
from rules.facts.fact import Fact
from rules.finding import Disposition, Finding, Severity
from rules.numbers.units import MONEY_UNITS, Unit
from rules.relations.changes.rate import REVERSED
from rules.relations.judging.culprits import Culprit, find_culprits
from rules.relations.judging.slips import likely_slip
from rules.relations.reading import Reading
from rules.relations.relation import Relation, RelationKind, Verdict
from rules.wording import place

_MOST_EVIDENCE = 8
_CLOSE = 1000
"""One part in so many: two amounts that near one another are the same digits, up to rounding."""
_NO_NAMES = ("", "这", "这些", "该", "其", "共", "为", "有", "计", "的", "达")
_REPEATS = (RelationKind.TEXT_VS_TEXT, RelationKind.TEXT_VS_TABLE, RelationKind.TEXT_VS_ANNEX)


def broken_findings(
    relations: Sequence[Relation], facts: Mapping[str, Fact], readings: Sequence[Reading] = ()
) -> Iterable[Finding]:
    """Yield one finding a culprit among the relations that do not hold; ``readings`` as in ``find_culprits``."""
    for origin in find_culprits(relations, facts, readings):
        yield _finding(origin, facts)


def code_of(relation: Relation, facts: Mapping[str, Fact]) -> str:
    """Return the card that a relation rests on."""
    if relation.judgement.likely == "unit":
        return "A11"
    if relation.kind in _REPEATS:
        return "A02"
    if relation.kind is RelationKind.SUM:
        return "A07" if "追加" in relation.reason and "收回" in relation.reason else "A01"
    if relation.kind is RelationKind.RATIO:
        stated = facts[relation.stated] if relation.stated else None
        return "A04" if stated is not None and stated.measure == "control_rate" else "A03"
    if relation.kind is RelationKind.YOY:
        return "A09" if relation.judgement.likely == REVERSED else "A08"
    return {
        RelationKind.SHARE: "A05",
        RelationKind.DIFFERENCE: "A06",
        RelationKind.COUNT: "A10",
        RelationKind.ARITHMETIC_OTHER: "A16",
        RelationKind.SCORE_EXCEEDS_WEIGHT: "S01",
    }.get(relation.kind, "A15")


def _principal(origin: Culprit) -> Relation:
    """Return the relation that tells the story best: one that computes the culprit, else any that computes."""
    return min(
        origin.relations,
        key=lambda r: (
            r.stated != (origin.culprit or r.stated),
            r.kind is RelationKind.SCORE_EXCEEDS_WEIGHT,
            r.kind in _REPEATS,
            len(r.operands),
        ),
    )


def _finding(origin: Culprit, facts: Mapping[str, Fact]) -> Finding:
    main = _principal(origin)
    code = code_of(main, facts)
    culprit = facts[origin.culprit] if origin.culprit else None
    stated = facts[main.stated] if main.stated else None
    subject = culprit or stated or facts[main.operands[0]]
    expected = _expected(origin, main, culprit)
    reported = subject.quantity.plain()
    derivations = list(dict.fromkeys(relation.judgement.derivation for relation in origin.relations))
    likely = _likely(main, culprit, expected)
    return card(code).finding(
        content=(subject.label, subject.subject or "", subject.measure or "", reported, expected or ""),
        title=_title(code, subject),
        kind=str(main.kind),
        verdict=Verdict.IMPOSSIBLE,
        severity=Severity.ERROR,
        disposition=Disposition.RETURN,
        message=_message(subject, culprit, origin, facts, main, expected, likely),
        evidence=_evidence(origin, main, subject, facts),
        reported=reported,
        expected=expected,
        derivation="；".join(derivations),
        culprit=origin.culprit,
        suspects=origin.suspects,
        related=tuple(relation.id for relation in origin.relations),
    )


def _expected(origin: Culprit, main: Relation, culprit: Fact | None) -> str | None:
    if culprit is None or main.stated == culprit.id:
        return main.judgement.expected
    if origin.implied is None:
        return None
    if (meant := _meant_unit(origin, main, culprit)) is not None:
        return f"{culprit.quantity.value * meant.factor / culprit.quantity.factor:.{max(culprit.quantity.precision, 0)}f}"
    digits = max(culprit.quantity.precision, 0)
    return f"{origin.implied.quantize(Decimal(1).scaleb(-digits))}"


def _meant_unit(origin: Culprit, main: Relation, culprit: Fact | None) -> Unit | None:
    """Return the unit in which the printed digits of a slip of the unit would have been right."""
    if main.judgement.likely != "unit" or culprit is None or origin.implied is None:
        return None
    due, said = abs(origin.implied) * culprit.quantity.factor, abs(culprit.quantity.value)
    return next((u for u in MONEY_UNITS if abs(said * u.factor - due) * _CLOSE <= due), None)


def _likely(main: Relation, culprit: Fact | None, expected: str | None) -> str | None:
    if main.judgement.likely in (REVERSED, "unit"):
        return "计量单位" if main.judgement.likely == "unit" else REVERSED
    if culprit is None or expected is None:
        return main.judgement.likely
    return main.judgement.likely or likely_slip(culprit.quantity.plain(), expected)


def _title(code: str, fact: Fact) -> str:
    name = fact.subject or fact.label
    return f"{card(code).title}：{name}" if name else card(code).title


def _message(
    subject: Fact,
    culprit: Fact | None,
    origin: Culprit,
    facts: Mapping[str, Fact],
    main: Relation,
    expected: str | None,
    likely: str | None,
) -> str:
    cause = f"可能的原因：{likely}。" if likely else ""
    if main.judgement.likely == REVERSED:
        return f"{place(subject)}：{main.judgement.derivation}，增减用词与数字相反。请核对数字和用词后更正。"
    if culprit is None:
        names = "、".join(facts[fact].quantity.words() for fact in origin.suspects[:4])
        return f"{place(subject)}：{main.judgement.derivation}，两处不能同时成立（疑似 {names}）。{cause}请核对后统一。"
    said = f"{place(culprit)}{_called(culprit)}为 {culprit.quantity.words()}"
    if expected is None or expected == culprit.quantity.plain():
        return f"{said}，与同一报告的其他数字不符：{main.judgement.derivation}。{cause}请核对后更正。"
    if (meant := _meant_unit(origin, main, culprit)) is not None:
        right = f"{culprit.quantity.plain()} {meant.symbol}"
        return f"{said}，按同一报告列示的数应为 {right}（{main.judgement.derivation}）。{cause}请核对后更正。"
    unit = culprit.quantity.unit
    words = f"{expected} {unit.symbol}" if unit is not None else expected
    if main.kind in _REPEATS:
        other = facts[main.operands[0] if main.stated == culprit.id else main.stated or main.operands[0]]
        return f"{said}，{place(other)}为 {other.quantity.words()}，同一事实两个数值。{cause}请核对底稿后统一取值。"
    return f"{said}，按同一报告列示的数计算应为 {words}（{main.judgement.derivation}）。{cause}请核对后更正。"


def _called(fact: Fact) -> str:
    """Return what a figure is called where it is printed; 这 591 件 has no name there."""
    return "所列数" if fact.label.strip() in _NO_NAMES else f"“{_short(fact.label)}”"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 24 else f"{text[:23]}…"


def _evidence(
    origin: Culprit, main: Relation, subject: Fact, facts: Mapping[str, Fact]
) -> tuple[Evidence, ...]:
    """Return the places to look at: all figures of the relation that tells the story, then some of the others."""
    told = dict.fromkeys((subject.id, *origin.suspects, *main.facts))
    order = dict.fromkeys((*told, *(fact for relation in origin.relations for fact in relation.facts)))
    return tuple(facts[fact].evidence for fact in order)[: max(_MOST_EVIDENCE, len(told))]
