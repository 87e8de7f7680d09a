"""The forms of single projects against what the report says of the projects: figures by name, counts, bands of rates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rules.facts.fact import Fact
from rules.facts.mention import Extraction
from rules.facts.vocabulary import normal
from rules.finding import Finding
from rules.others.asking import evidence_of, question
from rules.others.material import Material
from rules.others.same_fact import Difference, compare_named
from rules.others.statements import Statement
from rules.relations.build import Relations
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.repeats.repeats import stated_facts

_NAME_CELL = re.compile(r"(?:专项|项目)(?:支出)?(?:名称)?")
_MONEY_ROW = re.compile(r"年度资金总额|资金总额|项目资金|合计")
_SUFFIX = re.compile(r"(?:项目|专项|经费|资金|支出)+$")
_OPENING = re.compile(
    r"\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[．.、]?)?\s*(?P<name>[^：:，。；\n]{2,40})[：:]"
)
_MEASURES = ("initial_budget", "adjusted_budget", "executed", "execution_rate")
_COUNT = re.compile(
    r"项目(?:支出)?(?:共有?|合计|总计)(\d+)个|(?:共有?|共涉及|共实施|共安排|涉及|实施|安排)(\d+)个项目"
)
_BAND = re.compile(
    r"(\d+)个项目(?:的)?(?:预算|支出|资金)?执行率(?:在|达到|达|为|超过|高于)?(\d+(?:\.\d+)?)[%％](?:（含）|及)?以上"
)


@dataclass(frozen=True, slots=True)
class ProjectForm:
    """The money of one project by its form. ``facts`` are those of the row of its whole money, by stage."""

    name: str
    facts: Mapping[str, Fact]
    material: Material


def check_projects(
    own: Extraction, text: str, materials: Sequence[Material], relations: Relations
) -> tuple[list[Difference], list[Finding]]:
    """Hold the forms against the report: every figure that it gives of a project, then how many there are."""
    forms = _distinct([form for material in materials for form in _forms(material)])
    if not forms:
        return [], []
    differences = [found for form in forms for found in _figures(own, text, form, relations)]
    return differences, list(_counts(own, text, forms, relations))


def _forms(material: Material) -> Iterator[ProjectForm]:
    """Yield the forms in a document: a cell 项目名称 with its neighbour begins one."""
    if material.kind != "project_form":
        return
    name: str | None = None
    taken: set[str] = set()
    for table in material.document.tables:
        for cell, after in zip(table.cells, table.cells[1:], strict=False):
            label = normal(cell.text)
            if after.row == cell.row and _NAME_CELL.fullmatch(label) and 2 <= len(normal(after.text)) <= 60:
                name = normal(after.text) if "名称" in label else name
        facts = _money(material, table.index)
        if name is not None and facts and name not in taken:
            taken.add(name)
            yield ProjectForm(name, facts, material)


def _money(material: Material, table: int) -> dict[str, Fact]:
    rows: dict[int, dict[str, Fact]] = {}
    for cell in material.extraction.cells:
        fact = cell.fact
        if cell.table == table and fact.measure in _MEASURES and fact.quantity.unit is not None:
            rows.setdefault(cell.row, {})[fact.measure or ""] = fact
    named = [r for r, facts in rows.items() if any(_is_money_row(f) for f in facts.values())]
    chosen = named or list(rows)
    return rows[min(chosen)] if chosen else {}


def _is_money_row(fact: Fact) -> bool:
    return bool(_MONEY_ROW.search(normal(f"{fact.evidence.row or ''}{fact.label}")))


def _distinct(forms: Sequence[ProjectForm]) -> list[ProjectForm]:
    found: dict[str, ProjectForm] = {}
    for form in forms:
        found.setdefault(_folded(form.name), form)
    return list(found.values())


def _folded(name: str) -> str:
    return _SUFFIX.sub("", normal(name).strip("“”《》")) or normal(name)


def _figures(own: Extraction, text: str, form: ProjectForm, relations: Relations) -> Iterator[Difference]:
    """Hold what the report says of the project by its name against its form."""
    for measure, fact in form.facts.items():
        mine = [
            Statement(item.fact, (form.name, measure, own.year or ""), item.fact.scope or "", item.sure)
            for item in stated_facts(own)
            if _is_of(item.fact, text, form)
            and item.fact.measure == measure
            and item.fact.period == own.year
            and item.fact.quantity.unit is not None
            and item.fact.quantity.unit.dimension
            is (fact.quantity.unit.dimension if fact.quantity.unit else None)
        ]
        other = Statement(fact, (form.name, measure, own.year or ""), "", True, form.material)
        yield from compare_named(mine, other, relations)


def _is_of(fact: Fact, text: str, form: ProjectForm) -> bool:
    """Say whether a figure is of the project: by its own words, or by those that open its paragraph (1．项目：…)."""
    if fact.subject is not None:
        return _folded(fact.subject) == _folded(form.name)
    opening = _OPENING.match(text, text.rfind("\n", 0, fact.start) + 1, fact.start)
    return opening is not None and _folded(opening["name"]) == _folded(form.name)


def _counts(
    own: Extraction, text: str, forms: Sequence[ProjectForm], relations: Relations
) -> Iterator[Finding]:
    """Hold how many projects the report names against the forms, and how many of them reach a rate."""
    by_start = {fact.start: fact for fact in own.facts}
    ones = [next(iter(form.facts.values())) for form in forms]
    whole = _found(_COUNT, text, by_start)
    for fact, _ in whole:
        yield from _whole(fact, ones, relations)
    if not any(fact.quantity.value == len(forms) for fact, _ in whole):
        return  # not all forms are at hand: how many reach a rate cannot be said
    rates = [form.facts["execution_rate"] for form in forms if "execution_rate" in form.facts]
    for fact, limit in _found(_BAND, text, by_start):
        if limit is not None and len(rates) == len(forms):
            yield from _band(fact, limit, rates, relations)


def _found(
    pattern: re.Pattern[str], text: str, by_start: Mapping[int, Fact]
) -> list[tuple[Fact, Decimal | None]]:
    found = []
    for match in pattern.finditer(text):
        at = next(n for n in range(1, (match.lastindex or 0) + 1) if match[n])
        fact = by_start.get(match.start(at))
        if fact is not None:
            limit = Decimal(match[2]) if pattern is _BAND else None
            found.append((fact, limit))
    return found


def _whole(fact: Fact, ones: Sequence[Fact], relations: Relations) -> Iterator[Finding]:
    said = fact.quantity.value
    held = f"项目自评表 {len(ones)} 份"
    if said == len(ones):
        judgement = Judgement(Verdict.EXACT, f"{held}，报告为 {fact.quantity.words()}", str(len(ones)))
    else:
        judgement = Judgement(
            Verdict.UNDETERMINED, f"取得{held}，报告为 {fact.quantity.words()}；是否取齐未说明"
        )
    relation = relations.add(
        RelationKind.CROSS_DOCUMENT, ones, fact, "报告所列项目个数与项目自评表份数", judgement
    )
    if said < len(ones):
        yield question(
            "A33",
            "项目自评表份数多于报告所列项目个数",
            f"报告称项目 {fact.quantity.words()}，所附{held}。请核对项目个数，补列或更正。",
            ("count", fact.quantity.plain(), str(len(ones))),
            evidence_of(fact, *ones[:7]),
            relation=relation,
            reported=fact.quantity.plain(),
            expected=str(len(ones)),
        )


def _band(fact: Fact, limit: Decimal, rates: Sequence[Fact], relations: Relations) -> Iterator[Finding]:
    """以上 may hold the limit or not: only a count that neither reading gives is asked about."""
    reached = sum(rate.quantity.value >= limit for rate in rates)
    above = sum(rate.quantity.value > limit for rate in rates)
    words = f"项目自评表中执行率 {limit}% 以上的 {reached} 个，报告为 {fact.quantity.words()}"
    fits = fact.quantity.value in (reached, above)
    judgement = Judgement(Verdict.EXACT if fits else Verdict.IMPOSSIBLE, words, str(reached))
    relation = relations.add(
        RelationKind.CROSS_DOCUMENT, rates, fact, f"执行率 {limit}% 以上的项目个数，逐份自评表计数", judgement
    )
    if not fits:
        yield question(
            "A33",
            f"执行率 {limit}% 以上的项目个数与自评表不一致",
            f"{words}。请逐个核对项目执行率后更正。",
            ("band", str(limit), fact.quantity.plain(), str(reached)),
            evidence_of(fact, *rates[:7]),
            relation=relation,
            reported=fact.quantity.plain(),
            expected=str(reached),
        )
