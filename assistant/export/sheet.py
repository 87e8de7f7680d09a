"""The work sheet of a review as XLSX: findings, relations, score form, figures not checked, what it all rests on.

Figures are text exactly as printed. What comes from the document is never a formula: every cell is a string, and one
that begins like a formula is also marked as quoted, so that editing it in a spreadsheet does not turn it into one.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from assistant.export.masking import masked
from assistant.labels import basis_words, label, one_line, place
from rules.facts.fact import Fact
from rules.finding import Finding
from rules.indicators.wording import formula
from rules.relations.relation import Relation
from rules.review import Review
from rules.review_form import review_form

_FORMULA = ("=", "+", "-", "@")
_LONGEST_CELL = 32_000  # the format holds 32,767 characters
_HEAD = PatternFill("solid", fgColor="DDE5EE")

Row = Sequence[str | None]


def review_sheet(review: Review) -> bytes:
    """Return the XLSX file of a review."""
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    facts = {fact.id: fact for fact in review.every_fact}
    relations = {relation.id: relation for relation in review.every_relation}
    _add(book, "发现", _FINDING_HEADS, (_finding(n, f) for n, f in enumerate(review.findings, 1)))
    _add(book, "关系", _RELATION_HEADS, (_relation(n, r, facts) for n, r in enumerate(relations.values(), 1)))
    if review.scorecard is not None:
        _add(book, "指标评分", _SCORE_HEADS, _indicators(review))
    if review.indicators:
        _add(book, "共性指标", _FRAMEWORK_HEADS, _framework(review))
        _add(book, "自评质量", _QUALITY_HEADS, _quality(review))
    _add(book, "未核数", _UNCHECKED_HEADS, _unchecked(review, facts))
    _add(book, "说明", (("项目", 24), ("内容", 90)), _notes(review))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def plain_sheets(sheets: Sequence[tuple[str, Sequence[tuple[str, int]], Iterable[Row]]]) -> bytes:
    """Return an XLSX file of sheets, each with a title, its heads with their widths, and its rows."""
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for title, heads, rows in sheets:
        _add(book, title, heads, rows)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_FINDING_HEADS = (
    ("序号", 6),
    ("处理", 10),
    ("级别", 8),
    ("影响", 14),
    ("规则", 8),
    ("归类", 18),
    ("标题", 28),
    ("内容", 60),
    ("报告数", 16),
    ("复算数", 16),
    ("算式", 40),
    ("位置", 40),
    ("原文", 40),
    ("依据", 36),
    ("建议", 36),
    ("编号", 18),
)


def _finding(number: int, finding: Finding) -> Row:
    return (
        str(number),
        label("disposition", finding.disposition),
        label("severity", finding.severity),
        label("impact", finding.impact) if finding.impact else None,
        finding.rule,
        finding.group,
        finding.title,
        finding.message,
        finding.reported,
        finding.expected,
        finding.derivation,
        "\n".join(place(item) for item in finding.evidence),
        "\n".join(one_line(item.quote) for item in finding.evidence),
        "\n".join(basis_words(item) for item in finding.basis),
        finding.suggestion,
        finding.id,
    )


_RELATION_HEADS = (
    ("序号", 6),
    ("类型", 12),
    ("结论", 14),
    ("算式", 60),
    ("口径", 30),
    ("何以应当相符", 36),
    ("报告数", 16),
    ("位置", 44),
    ("编号", 18),
)


def _relation(number: int, relation: Relation, facts: dict[str, Fact]) -> Row:
    stated = facts.get(relation.stated or (relation.operands[-1] if relation.operands else ""))
    return (
        str(number),
        label("kind", relation.kind),
        label("verdict", relation.verdict),
        relation.judgement.derivation,
        relation.judgement.convention,
        relation.reason,
        None if stated is None else _printed(stated),
        None if stated is None else place(stated.evidence),
        relation.id,
    )


_SCORE_HEADS = (
    ("一级指标", 14),
    ("二级指标", 14),
    ("三级指标", 30),
    ("年度指标值", 24),
    ("实际完成值", 30),
    ("分值", 8),
    ("自评得分", 10),
    ("偏差原因", 36),
    ("位置", 40),
)


def _indicators(review: Review) -> Iterable[Row]:
    """Yield the rows as the unit filled them in; the reference interval of a score is left out unless asked for."""
    card = review.scorecard
    if card is None:
        return
    for item in card.indicators:
        where = None if item.evidence is None else place(item.evidence)
        yield (
            *(item.level1, item.level2, item.name, item.target, item.actual),
            *(item.weight, item.self_score, item.reason, where),
        )
    yield ("总分", None, None, None, None, None, card.self_total, None, None)
    yield ("逐项相加", None, None, None, None, None, card.recomputed_total, None, None)


_FRAMEWORK_HEADS = (
    ("指标", 20),
    ("算式", 44),
    ("按报告数计算", 44),
    ("其他口径", 44),
    ("报告所填", 14),
    ("对照", 16),
    ("不可计算的原因", 30),
    ("依据", 36),
)


def _framework(review: Review) -> Iterable[Row]:
    """Yield every indicator of the frameworks in force: what the figures give, what is printed, or why it has no value."""
    for result in review.indicators:
        own = "；".join(item.derivation for item in result.computed.own)
        others = "；".join(
            f"{item.reading}：{item.derivation}"
            for item in result.computed.worked
            if item.reading and not item.mistaken
        )
        basis = "；".join(basis_words(item) for item in result.indicator.basis)
        printed = dict.fromkeys(
            (item.fact.quantity.words(), label("fit", item.fit)) for item in result.printed
        )
        for value, fit in printed or {("", ""): None}:
            yield (
                *(result.indicator.name, formula(result), own or None, others or None),
                *(value or None, fit or None, result.computed.why_not, basis),
            )


_QUALITY_HEADS = (
    ("方面", 8),
    ("条目", 26),
    ("证据（程序所查）", 60),
    ("审核人评分", 12),
    ("备注", 30),
    ("依据", 36),
)


def _quality(review: Review) -> Iterable[Row]:
    """Yield the form for the quality of the self-evaluation; the score stays blank for the reviewer."""
    for line in review_form(review.pack, review.findings):
        basis = "；".join(basis_words(item) for item in line.item.basis)
        yield line.item.group, line.item.title, line.evidence, None, None, basis or None


_UNCHECKED_HEADS = (("序号", 6), ("名称", 30), ("数值", 18), ("原因", 44), ("位置", 44), ("编号", 18))


def _unchecked(review: Review, facts: dict[str, Fact]) -> Iterable[Row]:
    for number, (fact_id, reason) in enumerate(review.coverage.unchecked, 1):
        fact = facts[fact_id]
        yield str(number), fact.label, _printed(fact), reason, place(fact.evidence), fact_id


def _notes(review: Review) -> Iterable[Row]:
    document, coverage = review.document, review.coverage
    yield "文件", document.name
    yield "文件散列值（SHA-256）", document.sha256
    yield "单位", review.unit_name
    yield "年度", review.year
    yield "类型", label("document", review.kind)
    yield "页数", str(len(document.pages)) if document.pages else "无分页"
    for warning in review.warnings:
        yield "读取提示", warning
    yield (
        "核对范围",
        (
            "本次就报告文本、附件和所附对照材料核对；此外所列数据与账表是否一致未作核实。"
            if review.crossed.held
            else "本次仅就报告文本及附件核对；所列数据与账表是否一致未作核实。"
        ),
    )
    for held in review.crossed.as_json():
        if held["doubt"] is None:
            yield (
                "对照材料",
                f"{label('material', held['kind'])}：{held['document']}，核对 {held['relations']} 个关系",
            )
    yield "核对关系", f"{len(review.every_relation)} 个（见“关系”）"
    yield (
        "数字",
        f"{coverage.figures} 个，已核 {coverage.checked} 个，未核 {len(coverage.unchecked)} 个（见“未核数”）",
    )
    for kind, checks in coverage.not_held:
        yield "缺材料未核", f"{label('material', kind)}：{'；'.join(checks)}"
    yield "条款待核", "依据后写有“（条款待核）”的，条款尚未与官方原文核对。"


def _printed(fact: Fact) -> str:
    unit = "" if fact.quantity.unit is None else fact.quantity.unit.symbol
    return f"{fact.quantity.printed} {unit}".strip()


def _add(book: Workbook, title: str, heads: Sequence[tuple[str, int]], rows: Iterable[Row]) -> None:
    sheet: Worksheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for column, (head, width) in enumerate(heads, 1):
        cell = sheet.cell(1, column, head)
        cell.font, cell.fill = Font(bold=True), _HEAD
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            if value:
                _put(sheet, number, column, str(value))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{max(sheet.max_row, 1)}"


def _put(sheet: Worksheet, row: int, column: int, text: str) -> None:
    shown = masked("\n".join(one_line(line) for line in text.split("\n")))[:_LONGEST_CELL]
    cell = sheet.cell(row, column)
    cell.value = shown
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if shown.startswith(_FORMULA):
        cell.quotePrefix = True
