"""What people call the closed sets of the contract, and how a place and a basis are written; Chinese first."""

from __future__ import annotations

import unicodedata
from typing import Literal

from corpus.document.evidence import Evidence
from rules.finding import Basis
from rules.wording import short

Language = Literal["zh", "en"]

_LABELS: dict[str, dict[str, tuple[str, str]]] = {
    "disposition": {
        "return": ("应修改", "To correct"),
        "ask": ("请说明", "To explain"),
        "advise": ("建议完善", "To improve"),
        "internal": ("内部提示", "Internal notes"),
    },
    "impact": {
        "score": ("影响得分", "touches the score"),
        "public": ("影响对外公开数", "touches a published figure"),
        "text": ("仅影响文字", "wording only"),
    },
    "severity": {"error": ("错误", "error"), "warning": ("待看", "warning"), "info": ("提示", "info")},
    "verdict": {
        "exact": ("相符", "exact"),
        "rounding": ("尾差", "rounding"),
        "convention": ("换一种口径成立", "holds by convention"),
        "impossible": ("不成立", "impossible"),
        "undetermined": ("口径未说明", "undetermined"),
    },
    "fit": {
        "own": ("合指标算式", "fits its formula"),
        "convention": ("合另一口径", "fits another convention"),
        "mistaken": ("合常见误算", "fits a usual slip"),
        "none": ("各口径均不合", "fits none"),
        "unknown": ("无从对照", "cannot be held against anything"),
    },
    "document": {
        "department_self_evaluation": ("部门整体支出绩效自评", "department self-evaluation"),
        "project_self_evaluation": ("项目支出绩效自评", "project self-evaluation"),
        "evaluation_report": ("绩效评价报告", "evaluation report"),
        "final_accounts": ("决算公开", "final accounts"),
        "budget": ("预算公开", "budget"),
        "other": ("其他文件", "other document"),
    },
    "kind": {
        "sum": ("合计", "sums"),
        "difference": ("差额", "differences"),
        "ratio": ("比率", "ratios"),
        "share": ("占比", "shares"),
        "yoy": ("同比", "year on year"),
        "unit": ("单位换算", "units"),
        "text_vs_text": ("正文前后", "text against text"),
        "text_vs_table": ("正文与表", "text against table"),
        "text_vs_annex": ("正文与附件", "text against annex"),
        "toc_vs_body": ("目录与正文", "contents against body"),
        "count": ("个数", "counts"),
        "date_order": ("日期先后", "order of dates"),
        "score_sum": ("得分相加", "sums of scores"),
        "weight_sum": ("分值相加", "sums of weights"),
        "score_exceeds_weight": ("得分与分值", "score against weight"),
        "score_vs_rule": ("得分与评分办法", "score against method"),
        "arithmetic_other": ("其他算术", "other arithmetic"),
        "cross_document": ("与其他材料", "against other documents"),
        "deduction_without_reason": ("扣分未说明", "deduction without reason"),
        "indicator_formula": ("指标公式", "indicator formula"),
        "missing_section": ("缺要素", "missing element"),
        "missing_annex": ("缺附件", "missing annex"),
        "vague_indicator": ("指标空泛", "vague indicator"),
        "problem_without_measure": ("问题无措施", "problem without measure"),
        "measure_without_problem": ("措施无问题", "measure without problem"),
        "typo": ("文字", "wording"),
    },
    "material": {
        "approval": ("预算批复", "budget approval"),
        "targets": ("绩效目标批复表", "approved targets"),
        "final_accounts": ("决算报表", "final accounts"),
        "budget_disclosure": ("预算公开", "published budget"),
        "accounts_disclosure": ("决算公开", "published accounts"),
        "adjustment": ("追加、调整文件", "adjustment documents"),
        "project_form": ("项目自评表", "project forms"),
        "procurement": ("政府采购资料", "procurement documents"),
        "assets": ("资产报表", "asset statements"),
        "prior": ("上年自评报告", "report of the year before"),
    },
    "read": {"text": ("文字层", "text layer"), "ocr": ("图像识别", "OCR"), "not read": ("未读", "not read")},
}


def label(family: str, value: str, lang: Language = "zh") -> str:
    """Return what people call a value; a value that is new here is shown as it is."""
    words = _LABELS[family].get(value)
    return value if words is None else words[lang == "en"]


def one_line(text: str) -> str:
    """Return text of a document fit for a terminal or a cell: white space folded, no control characters.

    Control characters of a document could steer a terminal, and XLSX cannot hold them.
    """
    spaced = (" " if char.isspace() else char for char in text)
    shown = (char for char in spaced if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    return " ".join("".join(shown).split())


def page_words(evidence: Evidence, lang: Language = "zh") -> str:
    """Return the printed page first, then the physical one; empty for a format without pages."""
    if evidence.page is None:
        return ""
    printed = (
        None if evidence.page_label in (None, str(evidence.page)) else one_line(evidence.page_label or "")
    )
    if lang == "en":
        return f"p. {printed} (PDF p. {evidence.page})" if printed else f"PDF p. {evidence.page}"
    return f"第 {printed} 页（PDF 第 {evidence.page} 页）" if printed else f"PDF 第 {evidence.page} 页"


def place(evidence: Evidence, lang: Language = "zh") -> str:
    """Return where a quote stands: section, table with row and column, page; the document where it is another one."""
    section = (evidence.section or "").rpartition(" / ")[2]
    if evidence.table and "".join(section.split()) == "".join(evidence.table.split()):
        section = ""  # an annex that is one form has its name already
    quote = "“{}”{}" if lang == "zh" else "“{}” {}"
    held = () if evidence.material is None else (material_words(evidence, lang),)
    named = (
        (section, "一节" if lang == "zh" else "section"),
        (evidence.table, "表" if lang == "zh" else "table"),
        (evidence.row, "行" if lang == "zh" else "row"),
        (evidence.column, "列" if lang == "zh" else "column"),
    )
    parts = [quote.format(short(one_line(name), 24), word) for name, word in named if name]
    comma = "，" if lang == "zh" else ", "
    return comma.join([*held, *parts, *([page_words(evidence, lang)] if evidence.page is not None else [])])


def material_words(evidence: Evidence, lang: Language = "zh") -> str:
    """Return the other document that a quote is of, by its kind and name."""
    kind = label("material", evidence.material or "", lang)
    return f"{kind}“{short(one_line(evidence.document), 30)}”"


def basis_words(basis: Basis, lang: Language = "zh") -> str:
    """Return a basis with 文号 and article; one whose article nobody has held against the text says so."""
    card = basis.document.startswith("规则卡")
    name = basis.document if card else f"《{basis.document.strip('《》')}》"
    number = f"（{basis.number}）" if basis.number else ""
    unverified = "（条款待核）" if lang == "zh" else " (article not verified)"
    return one_line(f"{name}{number}{basis.article or ''}{'' if basis.verified else unverified}")
