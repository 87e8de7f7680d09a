"""Words of what is left of a whole, and of what was done to it: data of ``remainders``."""

from __future__ import annotations

import re

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.changes.direction import is_change
from rules.relations.changes.rate import PRIOR
from rules.relations.sentence import Statement, same_things

_LEFT = re.compile(
    r"未(?![来成婚必免曾])(?:能|曾)?(?P<not>[\u4e00-\u9fff]{0,4})|(?:正在|仍在|在)(?P<going>[整办建审改处修验施追催清兑][\u4e00-\u9fff]{0,3})"
    r"|(?:正在|仍在)(?:有序|积极|稳步|加快|抓紧|持续)?(?:推进|落实)|无(?P<void>效)|(?<![可并])不(?P<fails>合格|满意|达标|通过|符合|同意|予受理)|(?<![接招期等对看亟优])待(?P<waits>[\u4e00-\u9fff]{2,4})"
    r"|(?P<late>[超逾延]期)|剩余|余下|其余|尚余|尚欠|尾款(?=\|)|欠[费缴收款税](?=\|)|尚差|尚缺|空[编缺]|缺[编额口考勤席]|差额|结转结余|结余|节余|余额(?=\|)|结存|在途|挂账|(?:尚|还)需(?:筹[措集资]|支付|拨付|落实)|(?<!年)跨年(?P<over>[办审]结|办理|审理|执行|实施)|(?:^|[尚仍还剩末底])余(?:款|额)?(?=\|)|年[末底](?:滚存)?结转(?=\|)|尚有(?=[^，。；]*\|[^，。；]{0,8}(?:在途|未))|存在[^，。；]{0,4}(?:误差|问题|缺陷)|(?:财政|统一|全部)收回|结转(?:下年|至|到)|(?:退回|缴回)|取消|终止|撤销|暂缓|搁置"
)
"""Words of what is left. The named groups are what was not done to it: 未整改, 正在整改, 无效, 不合格, 待拨付."""
OF_BUDGET = re.compile(
    r"(?:专户|账户|银行|监管|共管|专账|项目|单位|部门|全年|本年|当年|年末|年底|期末|账面|预算|到位|财政|资金|经费)*(?:滚存)?(?:结转结余|结转和结余|结余结转|结余|节余|结存|结转|剩余|余额?|未执行|未支出|未使用)"
    r"(?:资金|金额|数|经费|指标|额度)?(?:为|共|计)*"
)
"""The whole words of what is left of a budget, under which nothing narrower is named."""
OF_ALL = re.compile(
    "截[至止].*?[日底末]|专户|账户|银行|监管|共管|专账|我.|本级|指标|拨款|支出|收支|财政|本单位|本部门|该项目|全[县市区省镇]|全年|本年|当年|年末|年底|期末|月末|末|底|账面|尚|还|另|仍|目前|现|账[上中内]|手头|其中|已|实际|项目|单位|部门|预算|资金|经费|专项|财政|有|共|滚存|累计|到位|到期"
)
"""Words before what is left that name no thing of their own."""
REST = re.compile("^(?:其余|余下|剩余|其他)")
CARRIED_ON = re.compile("结转(?:资金|金额)?(?:为|共)?")
"""The whole words of what is carried over, without a word of when."""
CARRIED = re.compile("结转(?!结余|和结余|及结余)")
"""What is carried over may be less than what is left, as part of that may be recalled."""
OVER = re.compile(
    "超收|超征|超支|超编|超出?预算|超过预算|超出?概算|超出?计划|超额|超任务|^多(?:完成|培训|支|建|办)"
)
UNDER = re.compile(
    "^(?:少|欠|短)(?:完成|培训|支|建|办|缺|到位|到账|拨|收|征|付|发)|^(?:相差|尚差|还差)|^(?:欠收|短收)"
)
BARE = re.compile(
    r"欠[费缴收款税]$|空[编缺]|缺[编员额口考勤席]|差额|剩余|余下|其余|尚余|^(?:少|欠|短)(?:完成|培训|支|建|办|缺|到位|到账|拨|收|征|付|发)|^(?:相差|尚差|还差)"
)
"""Words that say of no deed that it was not done, but leave nothing besides."""
ENDS = re.compile(r"未(?:能)?(?:开工|启动|动工|开展|实施|开始)|取消|终止|撤销|暂缓|搁置")
"""Words that close a row of stages: 完工、在建、未开工."""
TO_DO = re.compile("应|须|需|拟|要求|计划|目标|任务|指标|纳入|涉及|清单|总数|合计|台账|交办|未")
"""Words of what is to be done, which names the deed as well: 应整改 48 项."""
IN_PART = re.compile("(?:部分|基本|正在|未全部)[完达实整办落]")
"""What was done in part is not all that was done: 全部完成 18 项，部分完成 3 项，未完成 1 项."""
OF_EARLIER = re.compile("(?:上年|去年|往年|以前年度|[上下]半年|季度|上月|上期|月份?)[^，。；]{0,4}结转")
"""What an earlier time left is nothing that is left now: 上半年结转未办结 26 件."""
LOOSE = re.compile("满意|存在|问题|其中.*跨年")
"""Beside 满意 and 不满意 there are 一般, beside what is sound and what has problems a third: these prove nothing."""
SHORT = re.compile("缺口|差额|缺额")
_SPAN = re.compile(
    r"(?:其中|分别为)?(?:[上下]半年|第?[一二三四]季度?|\d{1,2}月|\d{1,2}[—\-－–~～至]\d{1,2}月)(?:份)?(?:为|共|有|受理|办理|完成)?$"
)
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
_NOT_DONE = re.compile("(?:尚|仍|还)?(?:有)?未(?:能)?完成(?:任务|计划|目标)?的?(?:有|为)?")
_PLANNED = re.compile("计划|任务|目标|应")
_USED = re.compile(
    "实[收缴征]|已[收缴征]|[支付用拨兑]|发放|下达|执行|完成|到位|合同|中标|结算|收回|归还|清偿|偿还|化解|上缴|征收|安排|落实|提取|划转"
)


def is_compared(mention: Mention) -> bool:
    """Say whether a figure is a change, or one of last year: neither is a whole nor what is left of it."""
    return is_change(mention) or PRIOR.search(mention.lead) is not None


def is_span(mention: Mention) -> bool:
    """Say whether a figure is that of a stretch of the year, which is no whole of what the year left: 下半年 2659 头."""
    return _SPAN.match(normal(mention.lead)) is not None


def words_of(mention: Mention) -> str:
    """Return what is said of a figure: before it, and behind it up to the next item."""
    return normal(mention.lead) + "|" + re.split("[、和与]|及(?!时)", normal(mention.tail))[0]


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


def is_actual(mention: Mention, left: Mention, plan: Mention) -> bool:
    """Say whether a figure is what was actually done of a plan, and what is left is told without another deed: 未完成 54 人."""
    bare = _NOT_DONE.fullmatch(normal(left.lead)) is not None and not normal(left.tail)
    return bare and "实际" in mention.lead and _PLANNED.search(normal(plan.lead)) is not None


def is_used(mention: Mention, stem: str) -> bool:
    """Say whether an amount is one that was spent, paid or promised, so that something may be left behind it."""
    return (
        mention.fact.measure == "executed"
        or is_done(mention, stem)
        or _USED.search(normal(mention.lead)) is not None
    )


def names_another(mention: Mention, one: Fact, other: Fact) -> bool:
    """Say whether a remainder is told of a thing that neither figure is of: 全年支出 …，甲项目结余 30 万元.

    What was not done to heads or things may be called by any word for them.
    """
    word = left_word(mention)
    if word is None or (mention.fact.kind is FactKind.COUNT and stem_of(word)):
        return False
    name = re.split("[的其]", OF_ALL.sub("", normal(mention.lead)[: word.start()]))[-1]
    return bool(name) and not any(name in normal(fact.label) + (fact.subject or "") for fact in (one, other))


def is_against_last_year(mention: Mention, statement: Statement) -> bool:
    """Say whether a figure right behind one of last year is what there is more or less of: 比上年支出 A 元多支 B 元."""
    before = [m for m in statement.near if m.fact.start < mention.fact.start]
    if not before or before[-1].sentence != mention.sentence or not PRIOR.search(before[-1].lead):
        return False
    return bool(mention.lead) and before[-1].tail == mention.lead


def is_plain(mention: Mention, statement: Statement) -> bool:
    """Say whether nothing else is left besides: 未开工 behind 在建 closes the list, 在建 does not."""
    after = [
        m for m in statement.own if m.fact.start > mention.fact.start and same_things(m.fact, mention.fact)
    ]
    more = bool(after) and (left_word(after[0]) is not None or bool(CARRIED.search(words_of(after[0]))))
    return not more and not LOOSE.search(words_of(mention))
