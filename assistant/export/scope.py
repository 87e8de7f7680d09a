"""核对范围: what was checked, what was not, and which material was not held; the end of every export."""

from __future__ import annotations

from collections import Counter

from assistant.labels import label, one_line
from rules.relations.relation import Verdict
from rules.review import Review

HEAD = "核对范围"
_HASH_SHOWN = 16


def scope_lines(review: Review, *, brief: bool = False) -> tuple[str, ...]:
    """Return the lines of the scope of a check, each a whole sentence; ``brief`` leaves out why figures were not checked."""
    document, coverage = review.document, review.coverage
    verdicts = Counter(relation.verdict for relation in review.every_relation)
    parts = "，".join(f"{label('verdict', one)} {verdicts[one]} 个" for one in Verdict if verdicts[one])
    lines = [
        f"本次核对的文件是“{one_line(document.name)}”（SHA-256 前 {_HASH_SHOWN} 位 {document.sha256[:_HASH_SHOWN]}）。",
        f"核对关系 {len(review.every_relation)} 个{f'：{parts}' if parts else ''}。",
        f"读到数字 {coverage.figures} 个，参与核对 {coverage.checked} 个，未核 {len(coverage.unchecked)} 个。",
    ]
    if not brief:
        lines += [f"{reason}：{count} 个数未核。" for reason, count in _reasons(review)]
    read = Counter(str(page.read) for page in document.pages)
    if set(read) - {"text"}:
        lines.append(
            "页面：" + "，".join(f"{label('read', mode)} {count} 页" for mode, count in read.items()) + "。"
        )
    lines += [
        f"对照材料：{label('material', held['kind'])}“{one_line(held['document'])}”，核对 {held['relations']} 个关系。"
        for held in review.crossed.as_json()
        if held["doubt"] is None
    ]
    if coverage.not_held:
        held = "、".join(label("material", kind) for kind, _ in coverage.not_held)
        lost = "；".join(check for _, checks in coverage.not_held for check in checks)
        lines += [f"未取得的材料：{held}。", f"缺材料未核：{lost}。"]
    lines += [f"读取提示：{one_line(warning).rstrip('。')}。" for warning in review.warnings]
    lines.append(
        "以上就报告文本、附件和所附对照材料核对；除与对照材料核对的以外，所列数据与账表是否一致未作核实。"
        if review.crossed.held
        else "以上仅就报告文本及附件核对；算式相符只说明报告自身前后一致，所列数据与账表是否一致未作核实。"
    )
    lines.append("依据后写有“（条款待核）”的，条款尚未与官方原文核对；规则卡为自编说明，不是文件原文。")
    return tuple(lines)


def _reasons(review: Review) -> list[tuple[str, int]]:
    return Counter(reason for _, reason in review.coverage.unchecked).most_common()
