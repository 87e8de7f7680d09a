"""What follows from a finding: does it touch the score, is it a published figure; a person decides on sending back."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.answers.desk import Desk
from assistant.answers.meant import gap_of, meant_finding
from assistant.answers.reply import Reply
from assistant.answers.rows import names_of
from assistant.answers.words import place
from assistant.plan import About, Kind
from assistant.support import Origin
from rules.finding import Disposition, Finding, Impact
from rules.review import IndicatorScore


def answer_consequence(desk: Desk) -> Reply:
    """Answer 要退回吗, 影响分不: what the finding touches, and that a person decides."""
    finding = meant_finding(desk)
    if finding is None:
        reply = Reply(Kind.CONSEQUENCE, answered=False, about=About(Kind.CONSEQUENCE))
        return reply.add(
            "没有找到您说的差异所对应的发现；请写明指哪个指标，如“三公经费控制率的差异要退回吗”。"
        )
    reply = Reply(
        Kind.CONSEQUENCE, about=About(Kind.CONSEQUENCE, desk.question.subjects[:1], finding=finding.id)
    )
    reply.add(f"对应的发现：{desk.material.passage(finding.title, Origin.COMPUTED, None, finding.message)}。")
    for evidence in finding.evidence[:1]:
        reply.add(f"位置：{place(evidence)}{desk.material.cite(evidence)}。")
    _say_gap(desk, reply, finding)
    _say_score(desk, reply, finding)
    if finding.impact is Impact.PUBLIC:
        reply.add("涉及对外公开的数据，应当更正。")
    handling = {
        Disposition.RETURN: "程序建议的处理是“应修改”",
        Disposition.ASK: "程序建议的处理是“请说明”",
        Disposition.ADVISE: "程序建议的处理是“建议完善”，不作为退回的单独理由",
        Disposition.INTERNAL: "程序建议的处理是“内部提示”，不发单位",
    }[finding.disposition]
    reply.add(f"{handling}；退不退由审核人定。")
    found = desk.card(finding.rule)
    if found is not None:
        shown, marker = found
        reply.add(f"依据：规则卡 {shown.code}“{shown.title}”{marker}。")
    return reply


def _say_gap(desk: Desk, reply: Reply, finding: Finding) -> None:
    if finding.derivation:
        reply.add(
            f"算式：{desk.material.passage(finding.derivation, Origin.COMPUTED, None, finding.derivation)}。"
        )
    gap = gap_of(finding)
    points = [at for at, f in enumerate(desk.question.figures) if gap is not None and f.value == gap]
    if points:
        reply.add(f"{desk.echo(points[0])}，就是报告的数与算出的数之差。")


def _say_score(desk: Desk, reply: Reply, finding: Finding) -> None:
    row = _row_of(desk, finding)
    if row is None:
        reply.add(
            "该数不在评分表的完成值里，不直接影响得分。"
            if finding.impact is not Impact.SCORE
            else "影响得分。"
        )
        return
    name = row.name
    marker = "" if row.evidence is None else desk.material.cite(row.evidence)
    target = (
        "" if not row.target else f"，年度指标值“{desk.material.passage(row.target, Origin.CITED, marker)}”"
    )
    score = desk.material.score(row.self_score or "", names_of(name), "score", marker)
    weight = desk.material.score(row.weight or "", names_of(name), "weight", marker)
    both = _met_either_way(row.target, finding)
    effect = "按哪个数都达到指标值，不影响该项得分" if both else "可能影响该项得分，请对照评分办法"
    reply.add(
        f"评分表“{desk.material.passage(name, Origin.CITED, marker)}”：分值 {weight}，自评得分 {score}{target}{marker}；{effect}。"
    )


def _row_of(desk: Desk, finding: Finding) -> IndicatorScore | None:
    starts = {evidence.row for evidence in finding.evidence if evidence.row}
    return next((row for row in desk.tools.indicators if row.name in starts), None)


def _met_either_way(target: str | None, finding: Finding) -> bool:
    """Say whether the reported and the expected figure both meet a target of the sort ≤100%."""
    found = re.match(r"\s*([≤≥<>＜＞])\s*=?\s*(\d+(?:\.\d+)?)", target or "")
    try:
        values = [Decimal(text) for text in (finding.reported, finding.expected) if text]
    except ArithmeticError:
        return False
    if found is None or len(values) < 2:
        return False
    limit = Decimal(found[2])
    return all(value <= limit if found[1] in "≤<＜" else value >= limit for value in values)
