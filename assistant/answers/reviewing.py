"""What the review found, what to ask the unit, and what was not checked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.answers.desk import Desk
from assistant.answers.reply import Reply
from assistant.answers.words import label, page_words, place
from assistant.labels import label as words_for
from assistant.plan import About, Kind
from assistant.support import Origin
from corpus.document.evidence import Evidence
from rules.facts.fact import Fact
from rules.finding import Disposition, Finding
from rules.review import Review

_MOST_UNCHECKED = 150
_TO_ASK = (Disposition.RETURN, Disposition.ASK)


def answer_findings(desk: Desk) -> Reply:
    """List the findings by what a reviewer does with them, those of one sort as one line."""
    chosen = _asked_about(desk)
    reply = Reply(Kind.FINDINGS, about=About(Kind.FINDINGS, finding=chosen[0].id if chosen else None))
    if desk.question.wants_any("decide"):
        reply.add("能不能通过由审核人定，程序只列发现。")
    if not chosen:
        return reply.add("没有发现需要处理的问题。", _scope(desk.review))
    for disposition in Disposition:
        group = _folded([f for f in chosen if f.disposition is disposition])
        if not group:
            continue
        reply.add(f"{words_for('disposition', disposition)}：")
        for at, members in enumerate(group, 1):
            reply.add(f"（{at}）{_finding(desk, members)}")
    reply.add(_scope(desk.review))
    return reply


def _asked_about(desk: Desk) -> list[Finding]:
    """Return the findings about the things that a question names, else all."""
    question = desk.question
    facts = [fact for subject in question.subjects for fact in desk.statements.facts(subject)]
    facts += [f for f in desk.review.facts if f.subject in question.subjects]
    about = desk.findings_about(facts) if facts else []
    wanted = [d for d in Disposition if words_for("disposition", d) in question.plain]
    found = about or _naming(desk) or list(desk.review.findings)
    return [finding for finding in found if finding.disposition in wanted] if wanted else found


def _naming(desk: Desk) -> list[Finding]:
    """Return the findings whose title holds a word of the question (目录, 满意度)."""
    terms = [term for term in desk.question.terms if len(term) > 1 and term not in _GENERAL]
    return [
        finding
        for finding in desk.review.findings
        if any(term in f"{finding.title}{finding.group or ''}" for term in terms)
        or any(word in desk.question.plain for word in _parts_of(finding))
    ]


def _parts_of(finding: Finding) -> list[str]:
    """Return the words of a folded title that can name it alone (目录 of 目录与正文)."""
    parts = re.split(r"[与和：、]", finding.group or "")
    return [part for part in parts if len(part) > 1 and part not in (*_GENERAL, "正文")]


_GENERAL = frozenset({"问题", "差错", "错误", "发现", "修改", "数字", "数据", "毛病", "审核"})


def _folded(findings: Sequence[Finding]) -> list[list[Finding]]:
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.group or finding.id, []).append(finding)
    return list(groups.values())


def _finding(desk: Desk, members: Sequence[Finding]) -> str:
    first = members[0]
    found = desk.card(first.rule)
    impact = f"{words_for('impact', first.impact)}，" if first.impact else ""
    rule = f"（{impact}规则卡 {first.rule}）{found[1] if found else ''}"
    if len(members) > 1:
        title = desk.material.passage(
            first.group or first.title, Origin.COMPUTED, None, first.group or first.title
        )
        count = desk.material.counted(len(members), "条", f"{title}，同类发现的条数")
        places = "；".join(
            f"{place(m.evidence[0])}{desk.material.cite(m.evidence[0])}" for m in members[:3] if m.evidence
        )
        return f"{title}（同类发现 {count}）：{places}{'等' if len(members) > 3 else ''}{rule}。"
    markers = "".join(dict.fromkeys(desk.material.cite(item) for item in first.evidence[:2]))
    return f"{_sentence(desk, first).rstrip('。')}{markers}{rule}。"


def _sentence(desk: Desk, finding: Finding) -> str:
    return desk.material.finding(finding).rstrip("。") + "。"


def answer_questions(desk: Desk) -> Reply:
    """List what the unit is to be asked, neutral, each with place, the report's words, and what to hand in."""
    chosen = [f for f in desk.review.findings if f.disposition in _TO_ASK]
    reply = Reply(Kind.QUESTIONS, about=About(Kind.QUESTIONS))
    if not chosen:
        return reply.add("没有需要向单位核实的问题。")
    reply.add("核实问题清单（请逐条回复，并附所列材料）：")
    for at, members in enumerate(_folded(chosen), 1):
        reply.add("\n".join(_question(desk, at, members)))
    reply.add("以上问题只就报告文本提出，不含结论。")
    return reply


def _question(desk: Desk, at: int, members: Sequence[Finding]) -> list[str]:
    first = members[0]
    places = [evidence for member in members for evidence in member.evidence[:1]]
    where = "；".join(dict.fromkeys(place(evidence) for evidence in places[:3]))
    title = desk.material.passage(
        first.title if len(members) == 1 else first.group or first.title, Origin.COMPUTED
    )
    stated = "；".join(
        desk.material.quote(_short(desk, evidence)) for evidence in _stated(first, members)[:3]
    )
    advice = (first.suggestion or "请说明。").rstrip("。")
    lines = [f"（{at}）{title}", f"位置：{where}。", f"报告表述：{stated}。"]
    if first.derivation and len(members) == 1:
        shown = desk.material.passage(first.derivation, Origin.COMPUTED, None, first.derivation)
        lines.append(f"需核实：{shown}；{desk.material.passage(advice, Origin.COMPUTED)}。")
    elif len(members) == 1:
        text = desk.material.finding(first).rstrip("。")
        lines.append(f"需核实：{text}。")
    else:
        lines.append(f"需核实：{desk.material.passage(advice, Origin.COMPUTED)}。")
    lines.append(f"请提供：{_material_for(first)}。")
    return lines


def _short(desk: Desk, evidence: Evidence) -> Evidence:
    """Return a figure's own sentence where its quote is a bare figure, so that the unit can find it."""
    wide = desk.material.places.around(evidence)
    return wide if len(wide.quote) <= 80 else evidence


def _stated(first: Finding, members: Sequence[Finding]) -> Sequence[Evidence]:
    return first.evidence[:2] if len(members) == 1 else [m.evidence[0] for m in members if m.evidence]


_MATERIAL = {
    "A02": "该数据的底稿和决算报表相应页",
    "A03": "决算报表和预算批复、调整文件相应页",
    "A04": "决算报表和预算批复相应页，计算底稿",
    "A06": "决算报表和结转结余明细",
    "A07": "预算批复和追加、收回文件",
    "A08": "上年和本年决算报表相应页",
    "A10": "项目明细表（名称、预算数、执行数）",
    "A12": "该比率的分子、分母和计算底稿",
    "A13": "更正后的目录",
}


def _material_for(finding: Finding) -> str:
    groups = {
        "A": "决算报表相应页和计算底稿",
        "S": "评分细则、评定记录和佐证材料",
        "C": "缺少的内容或附件",
        "P": "所引文件",
    }
    return _MATERIAL.get(finding.rule) or groups.get(finding.rule[0], "说明材料")


def answer_checked(desk: Desk) -> Reply:
    """Say what was checked: relations by verdict and by kind, figures, pages; then what was not."""
    review = desk.review
    reply = Reply(Kind.CHECKED, about=About(Kind.CHECKED))
    reply.add(f"核对的关系 {desk.material.counted(len(review.every_relation), '个', '核对的关系个数')}。")
    verdicts = Counter(str(relation.verdict) for relation in review.every_relation).most_common()
    kinds = Counter(str(relation.kind) for relation in review.every_relation).most_common()
    for head, family, counts in (("按结论", "verdict", verdicts), ("按种类", "kind", kinds)):
        shown = []
        for value, number in counts:
            name = f"{words_for(family, value)}的关系"
            shown.append(f"{name} {desk.material.counted(number, '个', f'{name}个数')}")
        reply.add(f"{head}：{'；'.join(shown)}。" if shown else "")
    checked = desk.material.counted(review.coverage.checked, "个", "已核的数字个数")
    left = desk.material.counted(len(review.coverage.unchecked), "个", "没有核到的数字个数")
    reply.add(f"已核的数字 {checked}，没有核到的数字 {left}（可以再问“还有哪些数没核到”）。")
    for kind, checks in review.coverage.not_held:
        reply.add(f"缺材料未核：{words_for('material', kind)}（{'；'.join(checks)}）。")
    for held in review.crossed.as_json():
        if held["doubt"] is None:
            count = desk.material.counted(held["relations"], "个", "与对照材料核对的关系个数")
            name = desk.material.passage(held["document"], Origin.CITED)
            reply.add(f"已与{words_for('material', held['kind'])}“{name}”核对，关系 {count}。")
    return reply.add(_scope(desk.review))


def _scope(review: Review) -> str:
    """Say that the report was not held against the accounts, but for what was handed in."""
    beyond = "除已核对的材料以外" if review.crossed.held else "只核对了报告自身"
    return f"{beyond}，所列数据与账表是否一致没有核实。"


def answer_coverage(desk: Desk) -> Reply:
    """List what was not checked: each figure with page, by reason; then the material that was not held."""
    coverage = desk.review.coverage
    reply = Reply(Kind.COVERAGE, about=About(Kind.COVERAGE))
    total = desk.material.counted(coverage.figures, "个", "报告中读出的数字个数")
    checked = desk.material.counted(coverage.checked, "个", "已核的数字个数")
    left = desk.material.counted(len(coverage.unchecked), "个", "没有核到的数字个数")
    reply.add(f"报告中读出的数字 {total}：已核的数字 {checked}，没有核到的数字 {left}。")
    groups: dict[str, list[Fact]] = {}
    for fact_id, reason in coverage.unchecked[:_MOST_UNCHECKED]:
        groups.setdefault(reason, []).append(desk.tools.fact(fact_id))
    for reason, facts in groups.items():
        reply.add(f"{reason}：")
        reply.add(*_by_page(desk, facts))
    if len(coverage.unchecked) > _MOST_UNCHECKED:
        reply.add("其余未核的数见工作底稿（review --xlsx）。")
    for kind, checks in coverage.not_held:
        reply.add(f"缺材料未核：{words_for('material', kind)}（{'；'.join(checks)}）。")
    unread = [page for page in desk.review.document.pages if page.read == "not read"]
    if unread:
        reply.add(f"有 {desk.material.counted(len(unread), '页', '没有读出的页 页数')}没有读出。")
    return reply


def _by_page(desk: Desk, facts: Sequence[Fact]) -> list[str]:
    pages: dict[str, list[Fact]] = {}
    for fact in facts:
        evidence = fact.evidence
        page = page_words(evidence) or place(evidence)
        pages.setdefault(page, []).append(fact)
    lines = []
    for page, group in pages.items():
        shown = "；".join(_shown(desk, fact) for fact in group)
        lines.append(f"{page}：{shown}。")
    return lines


def _shown(desk: Desk, fact: Fact) -> str:
    """Return a figure with the words before it as the report has them, or with row and column of its table."""
    marker = desk.material.cite_fact(fact)
    unit = fact.quantity.unit.symbol if fact.quantity.unit else ""
    if fact.evidence.table is not None or fact.evidence.row is not None:
        text = f"{label(fact)} {fact.quantity.printed}{unit}"
    else:
        text = desk.material.places.lead(fact.evidence)
    return f"“{desk.material.passage(' '.join(text.split()), Origin.CITED, marker)}”{marker}"
