"""Words of what is left of a whole, and of what was done to it: data of ``remainders``."""

from __future__ import annotations

import re

from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.changes.direction import is_change
from rules.relations.changes.rate import PRIOR

_LEFT = re.compile(
    r"未(?![来成婚必免曾])(?:能|曾)?(?P<not>[\u4e00-\u9fff]{0,4})|(?:正在|仍在|在)(?P<going>[整办建审改处修验施][\u4e00-\u9fff]{0,3})"
    r"|无(?P<void>效)|(?<![可并])不(?P<fails>合格|满意|达标|通过|符合|同意|予受理)|(?<![接招期等对看亟优])待(?P<waits>[\u4e00-\u9fff]{2,4})"
    r"|(?P<late>[超逾延]期)|剩余|余下|其余|尚余|尚欠|尚差|尚缺|空[编缺]|缺[编额口考勤席]|差额|结转结余|结余|节余|余额$|存在[^，。；]{0,4}(?:误差|问题|缺陷)|(?:财政|统一|全部)收回|结转(?:下年|至|到)|(?:退回|缴回)|取消|终止|撤销|暂缓|搁置"
)
"""Words of what is left. The named groups are what was not done to it: 未整改, 正在整改, 无效, 不合格, 待拨付."""
OVER = re.compile(
    "超收|超征|超支|超编|超出?预算|超过预算|超出?概算|超出?计划|超额|超任务|^多(?:完成|培训|支|建|办)"
)
UNDER = re.compile("^(?:少|欠|短)(?:完成|培训|支|建|办|缺)|^(?:相差|尚差|还差)|^(?:欠收|短收)")
BARE = re.compile(
    r"空[编缺]|缺[编员额口考勤席]|差额|剩余|余下|其余|尚余|^(?:少|欠|短)(?:完成|培训|支|建|办|缺)|^(?:相差|尚差|还差)"
)
"""Words that say of no deed that it was not done, but leave nothing besides."""
ENDS = re.compile(r"未(?:能)?(?:开工|启动|动工|开展|实施|开始)|取消|终止|撤销|暂缓|搁置")
"""Words that close a row of stages: 完工、在建、未开工."""
LOOSE = re.compile("满意|存在|问题")
"""Beside 满意 and 不满意 there are 一般, beside what is sound and what has problems a third: these prove nothing."""
SHORT = re.compile("缺口|差额|缺额")
_NEGATED = re.compile("未|无效|不合格|不满意|不达标")
_ALIKE = (
    ("结", "办", "审"),
    ("完", "竣", "建成"),
    ("支", "拨", "付", "兑", "用", "发", "执行"),
    ("整改", "整治", "治理", "销号"),
    ("收回", "回收"),
    ("超期", "逾期", "延期", "按期", "按时", "如期"),
)
"""Words for one deed: what is 在办 is not yet 结案."""
_USED = re.compile(
    "[支付用拨兑]|发放|下达|执行|完成|到位|合同|中标|结算|收回|归还|上缴|征收|安排|落实|提取|划转"
)


def is_compared(mention: Mention) -> bool:
    """Say whether a figure is a change, or one of last year: neither is a whole nor what is left of it."""
    return is_change(mention) or PRIOR.search(mention.lead) is not None


def words_of(mention: Mention) -> str:
    """Return what is said of a figure: before it, and behind it up to the next item."""
    return normal(mention.lead) + "|" + re.split("[、和及与]", normal(mention.tail))[0]


def left_word(mention: Mention) -> re.Match[str] | None:
    """Return the words by which a figure is what is left of something, if any."""
    return _LEFT.search(words_of(mention))


def stem_of(word: re.Match[str]) -> str:
    """Return what was not done: 整改 of 未整改; nothing where the word does not say (剩余)."""
    return next((group for group in word.groups() if group), "")


def is_done(mention: Mention, stem: str) -> bool:
    """Say whether a figure is of what was done, in the word that the remainder denies: 审结 beside 未结."""
    words = words_of(mention)
    if not stem or _NEGATED.search(words):
        return False
    alike = any(
        any(word in stem for word in group) and any(word in words for word in group) for group in _ALIKE
    )
    return alike or stem[:2] in words or stem[0] in words


def is_used(mention: Mention, stem: str) -> bool:
    """Say whether an amount is one that was spent, paid or promised, so that something may be left behind it."""
    return (
        mention.fact.measure == "executed"
        or is_done(mention, stem)
        or _USED.search(normal(mention.lead)) is not None
    )
