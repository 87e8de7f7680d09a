"""What a score of a sentence is by the words before it: the total, full marks, a class of indicators, points lost or added."""

from __future__ import annotations

import re
from enum import StrEnum

from rules.facts.mention import Mention
from rules.facts.vocabulary import normal

_FULL = re.compile(r"(?:满分|标准分|总分值|分值|权重|(?<!效)应得分?)(?:值|合计|设置|共计|均|各)?[为是共]?$")
_BARE = re.compile(
    r"(?:实际|自评|评价|本次|最终|实|自|共|均|只|仅|按比例|按实际比例|按完成率|按执行率|折算|计算)*(?:得分?|评分|打分|计分|评为)?(?:值|情况)?[为是]?"
)
_LOST = re.compile(
    r"(?:扣分?|扣减|扣除|扣去|减分?|被扣|失分?)[了为]?$|(?:扣分|失分)(?:合计|共计|总计|共)[为是]?$"
)
_BONUS = re.compile(r"(?:[附另外增奖]?加分?|附加|奖励|加计)(?:项)?(?:得分?)?[了为]?$")
_BASE = re.compile(r"(?:基础|基本|基准|初始)(?:得?分|评分)(?:值|为)?$")
_TOTAL = re.compile(
    r"(?:自评|评价|绩效|综合|考评|考核|评审|复评|项目|整体)(?:综合|评价|自评)?(?:总?得分|总?评分|总分|分数?|得)|(?:最终|最后|总体|综合)?总?得分$|"
    r"(?:^|[^满])总分|合计|共得|共计|总成绩|自评[为是得]?$"
)
_CLASS_END = re.compile(
    r"(?:[两二三四五六七八九十]?(?:个|大)?(?:类|方面|维度|部分|板块|模块|环节|项|一级))?(?:绩效)?(?:指标|部分|方面|维度|类|项目|内容)*"
    r"(?:自评|实际|评价|分别|合计|共|均|各)*(?:得分?|评分|扣分?|满分|分值|权重)*(?:[为是]|(?<!效)率)*$"
)
_OPENING = re.compile(
    r"^(?:其中|按照|包括|具体为|具体是|分别是?为?|即|一是|二是|三是|四是|五是|一|二|三|四|五|[①-⑩]|[（(]?\d[）)、.．])+[：:，、]?"
)
_SAME = (
    (
        re.compile("(?:部门|单位|整体|全年|年度|总体|财政)*(?:预算|资金)?(?:预算)?执行(?:率|情况|进度)?"),
        "预算执行",
    ),
    (re.compile("(?:项目|部门|工作)?(?:效果|效益)"), "效益"),
    (re.compile("(?:项目|部门|工作)?产出"), "产出"),
    (re.compile("(?:项目|部门)?(?:管理|过程)"), "过程"),
    (re.compile("(?:项目|部门)?(?:决策|投入|立项)"), "决策"),
    (re.compile("(?:服务对象|社会公众|群众|公众)?满意度?"), "满意度"),
)
_CLASS = re.compile(r"类(?:绩效)?(?:指标)?(?:自评|合计|共)?(?:得|扣)分?$")
KNOWN = {name for _, name in _SAME}
"""Names of the usual classes, by their stems."""


class Role(StrEnum):
    """What a score of a sentence is."""

    TOTAL = "total"
    FULL = "full"
    BASE = "base"
    BONUS = "bonus"
    LOST = "lost"
    CLASS = "class"
    BARE = "bare"


def stem(words: str) -> str:
    """Return the name of a class without what surrounds it: 其中投入类指标得 → 决策 (投入), 预算执行率得分 → 预算执行."""
    text = _CLASS_END.sub("", _OPENING.sub("", normal(words).strip("，、。；“”")))
    text = re.sub(r"^[“”]|[“”]$|（[^（）]*）?$", "", text)
    text = _CLASS_END.sub("", text)
    return next((name for pattern, name in _SAME if pattern.fullmatch(text)), text)


def role_of(mention: Mention) -> Role:
    """Return what a score is by the words before it."""
    lead = normal(mention.lead).strip("，、：:")
    for role, pattern in (
        (Role.BASE, _BASE),
        (Role.FULL, _FULL),
        (Role.LOST, _LOST),
        (Role.BONUS, _BONUS),
    ):
        if pattern.search(lead):
            return role
    if _BARE.fullmatch(_OPENING.sub("", lead)):
        return Role.BARE
    named = stem(lead)
    if _TOTAL.search(lead) and named not in KNOWN and not _OPENING.match(lead):
        return Role.TOTAL
    return Role.CLASS


def is_of_class(mention: Mention) -> bool:
    """Say whether a score is named after a class of indicators: 决策类扣 2 分, 产出得 28 分."""
    return stem(mention.lead) in KNOWN or _CLASS.search(normal(mention.lead)) is not None
