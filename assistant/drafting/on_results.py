"""Problems of results: indicators that were missed by figure or by the report's own words, and ones hard to measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.drafting.grounds import grounds
from assistant.drafting.on_spending import points
from assistant.drafting.own_words import (
    OwnItem,
    cause_in,
    clauses,
    effect_in,
    fitted,
    sentences,
    statement_in,
)
from assistant.drafting.paper import UNKNOWN_CAUSE, Paper
from assistant.drafting.spending import disputed
from assistant.drafting.topic import Problem, Topic
from corpus.document.evidence import Evidence
from rules.facts.fact import Fact
from rules.facts.form import FormCell, IndicatorRow, ScoreForm
from rules.facts.indicators import find_score_forms
from rules.facts.targets import compare
from rules.finding import Finding
from rules.kind import SCORED
from rules.numbers.units import SCORE
from rules.pack import ActivePack
from rules.self_report import Span, says_unmet

_MOST_LISTED = 6
_MOST_EXAMPLES = 4
_LONGEST_CELL = 40


@dataclass(frozen=True, slots=True)
class Missed:
    """An indicator that fell short: ``admits`` is the clause of its actual value that says so."""

    row: IndicatorRow
    score: Fact | None
    weight: Fact | None
    admits: Span | None

    @property
    def lost(self) -> Decimal:
        """Return the points that it did not give itself."""
        if self.score is None or self.weight is None:
            return Decimal(0)
        return self.weight.quantity.value - self.score.quantity.value


def forms_of(paper: Paper) -> list[ScoreForm]:
    """Return the score forms of a report of a kind that has one."""
    return find_score_forms(paper.review.document, paper.locator) if paper.review.kind in SCORED else []


def missed_results(paper: Paper, forms: list[ScoreForm]) -> Problem | None:
    """Return the problem of indicators that fell short of their targets, or None."""
    pack = paper.review.pack
    facts = {fact.start: fact for fact in paper.review.facts if fact.id not in disputed(paper.review)}
    found = [one for form in forms for row in form.rows if (one := _missed(row, pack, facts)) is not None]
    if not found:
        return None
    where = _form_words(paper, forms)
    number = paper.material.counted(len(found), "项", f"{where}中自评得分低于分值或自述未达预期的指标")
    shown, rest = found[:_MOST_LISTED], len(found) - _MOST_LISTED
    said = [f"{where}中自评得分低于分值或自述未达预期的指标有 {number}。"]
    said += [_about(paper, one) for one in shown]
    if rest > 0:
        said.append(f"未逐项列出的指标还有 {paper.material.counted(rest, '项', '未逐项列出的指标')}。")
    lost = [(one.lost, _lost_words(one)) for one in found if one.lost > 0]
    if lost:
        said.append(f"上述指标合计扣减 {paper.total(lost, SCORE, '上述指标合计扣减')}。")
    by_evidence = {
        finding.id
        for finding in paper.review.findings
        if finding.rule in ("S05", "S07") and _within(finding, [one.row for one in found])
    }
    return Problem(
        topic=Topic.RESULTS,
        title="部分绩效指标未达到年度目标",
        sentences=tuple(said),
        grounds=grounds(paper.material, Topic.RESULTS, ("S06",)),
        findings=tuple(sorted(by_evidence)),
        things=tuple(one.row.title for one in shown),
    )


def _form_words(paper: Paper, forms: list[ScoreForm]) -> str:
    cells = (
        cell for form in forms for row in form.rows for cell in (row.actual, row.score, row.target) if cell
    )
    cell = next(cells, None)
    return (paper.annex(cell.evidence(paper.locator)) if cell is not None else "") or "自评表"


def _missed(row: IndicatorRow, pack: ActivePack, facts: dict[int, Fact]) -> Missed | None:
    score = facts.get(row.score.start) if row.score is not None else None
    weight = facts.get(row.weight.start) if row.weight is not None else None
    admits = says_unmet(row.actual.text, pack) if row.actual is not None else None
    compared = compare(row, pack.words.get("inverse_names", ()))
    found = Missed(row, score, weight, admits)
    short = found.lost > 0 or admits is not None or (compared is not None and not compared.met)
    return found if short and row.actual is not None else None


def _about(paper: Paper, one: Missed) -> str:
    """Return the sentence about an indicator: target, result, score, and the reason that the form gives."""
    row = one.row
    words = f"“{paper.name(row.title)}”"
    if row.target is not None and row.target.text != row.title:
        words += f"年度指标值{_unmarked(_cell(paper, row.target, None))}，"
    if row.actual is not None:
        words += f"实际完成值{_cell(paper, row.actual, one.admits)}"
    if one.score is not None and one.weight is not None:
        words += f"，{points(paper, one.score, one.weight)}"
    if row.reason is None or not row.reason.text.strip():
        return f"{words}；{UNKNOWN_CAUSE}"
    return f"{words}；偏差原因栏写明{_cell(paper, row.reason, None, 90)}。"


def _cell(paper: Paper, cell: FormCell, span: Span | None, longest: int = _LONGEST_CELL) -> str:
    """Return the words of a cell; of a long one the clause wanted, else as many clauses from the first as fit."""
    if span is None or len(cell.text) <= longest:
        first = next(sentences(cell.text, (0, len(cell.text))))
        if span is not None and not first[0] <= span[0] < first[1]:
            first = span
        end = first[0]
        for part in clauses(cell.text, first):
            if end > first[0] and part[1] - first[0] > longest:
                break
            end = part[1]
        span = (first[0], end)
    return paper.cell(cell, (span[0], len(cell.text[: span[1]].rstrip("，,。；; "))))


def _unmarked(words: str) -> str:
    """Return words without the marker at their end: one of a row's cells shows it for all."""
    return words.rpartition("[")[0]


def _lost_words(one: Missed) -> str:
    return f"{one.lost.normalize():f}"


def _within(finding: Finding, rows: list[IndicatorRow]) -> bool:
    starts = {cell.start for row in rows for cell in (row.actual, row.score) if cell is not None}
    ends = {cell.end for row in rows for cell in (row.actual, row.score) if cell is not None}
    return any(item.start in starts or item.end in ends or _inside(item, rows) for item in finding.evidence)


def _inside(evidence: Evidence, rows: list[IndicatorRow]) -> bool:
    at = evidence.start
    return at is not None and any(row.actual and row.actual.start <= at < row.actual.end for row in rows)


_SORTS = (
    ("Q01", "年度指标值没有可衡量的数值或标准的指标"),
    ("Q04", "年度指标值为数值而实际完成值未填数值的指标"),
    ("Q03", "实际完成值只写“基本完成”等而未写明程度的指标"),
)


def vague_indicators(paper: Paper, forms: list[ScoreForm], own: OwnItem | None) -> Problem | None:
    """Return the problem of indicators that cannot be measured: by findings, and by the report's own words."""
    found = {code: [f for f in paper.review.findings if f.rule == code] for code, _ in _SORTS}
    used = [finding for code, _ in _SORTS for finding in found[code]]
    if not used and own is None:
        return None
    said: list[str] = []
    rows = sum(len(form.rows) for form in forms)
    if used and rows:
        where = _form_words(paper, forms)
        total = paper.material.counted(rows, "项", f"{where}所列指标")
        said.append(f"{where}共列指标 {total}。")
        said += [_sort(paper, found[code], words) for code, words in _SORTS if found[code]]
    if found["Q01"] and (own is None or effect_in(paper.text, own.body) is None):
        said.append("指标值只写方向、没有数值的，完成与否无从判断。")
    said += list(_own(paper, own))
    codes = tuple(code for code, _ in _SORTS if found[code]) or ("Q01",)
    return Problem(
        topic=Topic.INDICATORS,
        title="绩效指标量化程度不足",
        sentences=tuple(said),
        grounds=grounds(paper.material, Topic.INDICATORS, codes),
        findings=tuple(finding.id for finding in used),
        things=tuple(dict.fromkeys(_row(finding) for finding in used if _row(finding))),
        own=own,
    )


def _row(finding: Finding) -> str:
    return "".join((finding.evidence[0].row or "").split()) if finding.evidence else ""


def _sort(paper: Paper, found: list[Finding], words: str) -> str:
    number = paper.material.counted(len(found), "项", words)
    examples = []
    for finding in found[:_MOST_EXAMPLES]:
        item = finding.evidence[0]
        name, shown = _row(finding), _start(paper, item)
        named = name and not shown.startswith(f"“{name}”")
        examples.append(f"“{paper.name(name)}”写为{shown}" if named else shown)
    return f"{words}有 {number}，如{'、'.join(examples)}。"


def _start(paper: Paper, item: Evidence) -> str:
    """Return the words of an evidence, of a long one its first clauses."""
    if item.start is None or len(item.quote) <= _LONGEST_CELL:
        return paper.material.quote(item)
    end = item.start
    for part in clauses(paper.text, (item.start, item.end or item.start)):
        if end > item.start and part[1] - item.start > _LONGEST_CELL:
            break
        end = part[1]
    cut = len(paper.text[item.start : end].rstrip("，,。；; "))
    short = paper.locator.evidence(
        item.start, item.start + cut, table=item.table, row=item.row, column=item.column
    )
    return paper.material.quote(short)


def _own(paper: Paper, own: OwnItem | None) -> Iterator[str]:
    """Yield what the report itself says of the problem: the statement, what it harms, its cause."""
    if own is None:
        yield UNKNOWN_CAUSE
        return
    statement, effect = statement_in(paper.text, own.body), effect_in(paper.text, own.body)
    cause = cause_in(paper.text, own.body)
    if statement is None:
        statement = fitted(paper.text, clauses(paper.text, next(sentences(paper.text, own.body))))
    if statement is not None and effect is not None and effect[0] <= statement[1] + 2:
        statement, effect = (statement[0], max(statement[1], effect[1])), None
    if statement is not None:
        yield paper.according(statement)
    if effect is not None:
        yield paper.according(effect)
    inside = cause is not None and statement is not None and statement[0] <= cause[0] < statement[1]
    if not inside:
        yield paper.cause(*(() if cause is None else (cause,)))


def own_problem(paper: Paper, own: OwnItem) -> Problem | None:
    """Return a problem that the report lists itself and nothing else covers, in its own words."""
    said = tuple(_own(paper, own))
    marker = paper.material.cite(paper.material.places.evidence(*own.head))
    return Problem(
        topic=Topic.OWN,
        title=paper.phrase(own.title, marker),
        sentences=said,
        grounds=grounds(paper.material, Topic.OWN, ()),
        own=own,
    )
