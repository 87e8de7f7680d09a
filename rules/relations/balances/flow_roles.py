"""What a figure is on the way of a stock or a budget: where it begins, what comes in, what goes out, where it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge

_OPENING = re.compile(
    r"年初(?!部门|预算|批复|安排|下达|目标|数)|期初|上年末|上年底|去年年?[末底]|(?:上年|以前年度)(?:结转|结余|滚存)|(?:历年|累年)(?:滚存)?结余|原有|原(?=在职|编制)"
)
_CLOSING = re.compile(
    r"年末(?!预算)|年底|期末|现有|结存|结转下年|(?:弥补|抵补|收回|上缴|分配|扣除|使用|冲减|抵减|动用|补充)后|(?:累计|滚存)结余"
)
_INITIAL = re.compile(r"年初(?:部门|单位)?(?:预算|批复|安排|下达|数)|期初预算|年初批复|(?<!调整)批复预算")
_ADJUSTED = re.compile(
    r"全年预算|调整(?:后|为|预算数?|数)|(?:追加|调增|收回|调减)后|最终预算|年末预算|可用(?:预算|资金|财力)|资金(?:总量|规模|总盘子)|调整至|增至|减至"
)
_IN = re.compile(
    r"追加|调增|新增|增加|调入|招聘|新聘|增聘|招录|招考|考录|录用|选调|引进|补充|划入|转入|转隶|接收|购置|新购|购[入进]|采购入|入库|新登记|"
    r"新设|新建|加上|收入|筹集|拨入|到位|新收|新进|考入|拨款|下达|下拨|收到|到账|捐赠|缴入|新成立|新注册|新办|新开|新识别|新纳入|新发展|吸纳|迁入"
)
_OUT = re.compile(
    r"调减|追减|核减|压减|压缩|缩减|收回|回收|减少|调出|调离|辞职|离职|辞退|解聘|退休(?:及|和|、|或|并|\d*$)|划出|转出|核销|报废|报损|损毁|损耗|盘亏|处置|注销|调拨|出库|"
    r"领用|调剂(?:至|到|用于|给|出)|划转(?:至|到|给)|减去|扣除|支出|支付|列支|兑付|使用|上缴|死亡|去世|迁出|消耗|退出|脱贫|清退|取消|除名|转走"
)
_IN_OF_NUMBERS = re.compile(
    "采购|招生|入学|出生|入职|补栏|安置|(?<!暂予)收(?:押|戒|治|养|教|容)|收监(?!执行)|[外收]购|开工|立案|受理|新受|移入|"
    "入(?:住|所|院|矫|校|站|托|伍)|返[校岗]|复[学工]|新(?:接|入|立|收|进|生(?!儿)|参|认定|备案|投|晋|签)"
)
_OUT_OF_NUMBERS = re.compile(
    "接种|施用|耗用|投放|发放|分发|下发|领取|毕业|结业|出栏|释放|期满|解(?:除|戒|矫|教)|监外执行|收监执行|投送|送(?:养|监|走|返)|移[送交]|"
    "离(?:校|世|院|所|站|园|任|队)|出(?:院|所|狱|站|校|售)|逝世|亡故|病[故亡]|转学|退学|休学|转院|(?<!未)(?:[办审]?结案|[办审]结)|竣工|完工|退(?:保|网|租|房|役|伙)|剔[旧除]|下架|终止|中止|撤销|取保|被?领养"
)
"""What moves things and heads; of money the same words may go either way."""
_MOVED = re.compile(
    r"(追加|追减|调增|调减|核增|核减|压减|压缩|缩减|新增|增加|减少)([^，。；、]{0,8}?)(?:支出|收入|拨款)"
)
"""追加基本支出: what is moved is no move of its own."""
_COMPARED = re.compile("[较比与]|同比|相比")
NET = re.compile("净(?:增|减|调|追|流入|流出)")
_KEPT = re.compile("结存|(?:累计|滚存)结余")
_SHORT = re.compile(
    r"支出(?:超过|超出|大于|超|多于)[^，。；]{0,6}收入|收入(?:小于|少于|低于|不足|不抵)[^，。；]{0,4}支出|收不抵支|入不敷出|收支(?:缺口|赤字)|亏损"
)
_OVER = re.compile(
    r"收入(?:大于|超过|超出|多于)[^，。；]{0,6}支出|收大于支|收支(?:相抵)?[^，。；]{0,3}(?:结余|节余|盈余|差额)|收支(?:相差|两抵)|(?:资金|收入)(?:扣除|减去|减)支出后?(?:结余|节余|余额|剩余)|(?:当[年期]|本[年期])(?:收支)?(?:结余|盈余)|(?:全年|年度)(?:收支)?盈余"
)
_LEFT = re.compile(r"(?:结余|节余|余额|结存|结转)(?:资金|金额)?(?:为|是|共|计)?$")
"""A balance without a word of time ends the way that something opened."""
_GAP = re.compile("(?:资金|基金|当年|本年|年度)?(?:缺口|差额)(?:为|达)?")
_NOT_COVERED = re.compile("不抵|入不敷出|赤字|倒挂")
_AS_FAR = 60
_AFTERWARDS = re.compile("^[后前率]")


class Role(StrEnum):
    """The place of a figure on the way."""

    OPENING = "opening"
    CLOSING = "closing"
    INITIAL = "initial"
    ADJUSTED = "adjusted"
    IN = "in"
    OUT = "out"
    NET_IN = "net_in"
    NET_OUT = "net_out"


@dataclass(frozen=True, slots=True)
class _Found:
    role: Role
    end: int


_WORDS = (
    (Role.NET_OUT, _SHORT),
    (Role.NET_IN, _OVER),
    (Role.INITIAL, _INITIAL),
    (Role.ADJUSTED, _ADJUSTED),
    (Role.OPENING, _OPENING),
    (Role.CLOSING, _CLOSING),
)


def role_of(mention: Mention) -> Role | None:
    """Return the place of a figure on the way, by the last words before it that tell one."""
    words = _MOVED.sub(r"\1\2", normal(mention.lead))
    if NET.search(words):
        return None
    for role in (Role.NET_OUT, Role.NET_IN):
        if dict(_WORDS)[role].search(words):
            return role
    if _OPENING.search(words):
        words = _KEPT.sub("", words)  # 年初结存 is what was kept when the year began
    levels = [_Found(role, found.end()) for role, pattern in _WORDS for found in pattern.finditer(words)]
    moves = [(Role.IN, _IN), (Role.OUT, _OUT)]
    if mention.fact.kind is FactKind.COUNT:
        moves += [(Role.IN, _IN_OF_NUMBERS), (Role.OUT, _OUT_OF_NUMBERS)]
    flows = [
        _Found(role, found.end())
        for role, pattern in moves
        for found in pattern.finditer(words)
        if not _AFTERWARDS.match(words[found.end() :])
    ]
    level = max(levels, key=lambda found: found.end, default=None)
    flow = max(flows, key=lambda found: found.end, default=None)
    if flow is not None and (level is None or flow.end > level.end):
        return None if _COMPARED.search(words) else flow.role
    if level is None and flow is None and _LEFT.search(words):
        return Role.CLOSING
    if level is None and mention.fact.measure in ("opening", "closing"):
        return Role(mention.fact.measure)
    return None if level is None else level.role


def is_gap(text: str, mention: Mention) -> bool:
    """Say whether an amount is what spending exceeds income by: 收不抵支，缺口 C; ``text`` is that of the document."""
    if _GAP.fullmatch(normal(mention.lead)) is None:
        return False
    words = re.split(r"[。\d\n]", text[max(mention.fact.start - _AS_FAR, 0) : mention.fact.start])[-1]
    return _NOT_COVERED.search(words) is not None


def is_movable(mention: Mention) -> bool:
    """Say whether a figure can stand on the way at all: an amount or a number outside brackets, no end of a range."""
    counted = mention.fact.kind in (FactKind.AMOUNT, FactKind.COUNT)
    bounded = mention.fact.quantity.hedge is not Hedge.NONE
    return counted and mention.depth == 0 and not mention.range_end and not bounded
