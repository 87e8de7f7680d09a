"""The words beside a figure, taken apart: fund, thing, stage or rate, period, and the little words that tell structure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rules.facts.fact import FactKind
from rules.facts.vocabulary import TOTAL, Match, normal, vocabulary

_YEAR = re.compile(r"((?:19|20)\d{2})\s*年")
_YEAR_WORD = re.compile(r"(?:19|20)\d{2}\s*(?:年(?![初末底])|(?=年[初末底]))")
"""A year to be left out of a name; of 2024年初 the 年初 stays."""
_PRIOR_YEAR = re.compile(r"上年度?|去年|上一年度?")
_YEAR_BEFORE = re.compile(r"再上年|上上年|(?<![0-9一二两三四五几多数以])前年(?!度)")
_MEAN = re.compile(
    r"(?:人次|床日|[人户亩件次天日月年村校班组站点车台套])均(?!衡|等|匀|值|价)|平均(?!分|值|价)"
)
_LEADING = re.compile(
    r"^(?:其中|包括|包含|主要(?:是|为|用于|包括)?|分别(?:为|是)?|另有?|另外|同时|以及|及|和|与|共有?|共计|合计|总计|计|"
    r"含|我(?:中心|局|单位|部门|委|厅|办|院|校|站|馆|所|区|县|市|镇|乡)?|本(?:单位|部门|中心|局|年度?|级|区|县|市)?|"
    r"(?:中心|单位|部门)(?=.{2})|当年|年度|全年|年内|年中|年末|年底|截[至止]|该|按|实有|现有|经|由|在|从|度(?=.{2})|执行中|"
    r"[\d０-９]+[、.．]|[（(][\d一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|[①-⑳])"
)
_TRAILING = re.compile(
    r"(?:共有|共计|合计|总计|累计|总额|达到了?|达|为|是|共|计|仅|约|近|超过?|至|了|的|有|用于|金额|总数|数额|"
    r"比|较|占|由|从|在|按|安排|完成|实际|本年|年初|年末|年底|全年|年中|年度|其中|收入|财政|拨款|预算|即|之比|之和|分别|"
    r"不少于|不低于|不超过|指标|执行中|以上|以下|之间|余额|减至|增至|现为)$"
)
_TOTAL_WORDS = re.compile(r"总收入|总支出|总计|总额|收支|总预算|收入总|支出总|部门整体|整体")
_INITIAL = re.compile(r"年初(?!上年|结转|结余|目标)")
_WHOLE_YEAR = re.compile(r"全年|调整后|追加后|收回后|经预算调整")
_AFTER = re.compile(r"(?:收回|回收|追加|追减|调整|调增|调减|核减|清理|扣除|扣减)[^，。；]{0,6}后")
_EITHER_WAY = re.compile(
    r"(?:追加|调增|增加)(?:预算|资金)?(?:[（(/／]|（\+）/?)?(?:追减|调减|收回|核减|压减|减少|减)(?:（-）)?[）)]?(?:预算|资金)?(?:数|额|金额)?"
)
"""追加（调减）, 追加/收回, 调增调减: one column for both, with its sign."""
_SEVERAL_FUNDS = re.compile(
    r"^与.{2,20}(?:合计|总计|相加)|预算(?:拨款|支出|资金)?[与和及、].{2,12}(?:合计|总计|相加)|两项合计|上述合计|以上合计|连同|在内|"
    r"加上|部门整体|全部资金|各项资金|合并计算|部门(?:年初|全年|支出|预算)*总额"
)
_UNITS = re.compile(r"（(?:单位)?(?:人民币)?(?:亿元|百万元|万元|千元|元|[%％‰]|人次?|个|件|亩|公里|户|次)）")
"""A unit behind the name of a column: 预算数（万元）."""
_MADE_OF = re.compile(r"^[^，。；]{2,14}由(?=[\u4e00-\u9fff]{3,}$)")
"""项目支出由农村危房改造 851.20 万元…构成: the figure is that of the part."""
_REACHED = re.compile(
    r"(?:增加|增长|提高|提升|上升|上涨|扩大|减少|下降|降低|压减|压缩|缩短|调增|调减)(?:到|至)(?=(?:(?:19|20)\d{2}年度?的?)?$)"
)
"""由 A 增长到 B: B is what it came to, no change."""
_SORT = re.compile("行政|事业|工勤|参公|政法专项|聘用|编外|公务员")
BALANCES = ("上年结转结余",)
"""Things that are a balance by name, whose 年初 is no stage of theirs."""
_GENERIC = re.compile(
    r"(?:部门|单位|整体|全部|总|年度|支出|收入|资金|经费|全[省市县区乡镇村街局院校系]|本级|财政统一|统一){1,4}"
)
_NARROWING = re.compile(
    r"新增|本级|下属|所属|直属|中央|省级|市级|县级|区级|上级|专项|[人户亩生床日月年次]均(?!衡|等|匀|值|价)|平均|累计|历年|计划|应[缴交收]|拟|"
    r"季度|上半年|下半年|月份|截至\d+月|在建|跨年|非税|其中用于|一次性|编外|聘用|临聘|[省市区县]外|[省市区县]内"
)
_FLOWS = (
    ("opening", re.compile(r"年初(?!预算|批复|安排)|期初|上年末|上年底|原有")),
    ("decrease", re.compile(r"减少|调出|调离|辞职|离职|退休\d*$|划出|核销|报废|处置|注销|调拨|出库|领用")),
    ("increase", re.compile(r"新增|增加|调入|招聘|招录|招考|录用|划入|本年购置|新购|购入|入库|新登记")),
    ("closing", re.compile(r"年末(?!预算|决算)|年底|期末")),
)


_APPROPRIATION = "一般公共预算财政拨款"
_HALVES = ("基本支出", "项目支出")


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart.

    ``residual`` is what is left of it once the known words are out; ``narrowed`` says that the rest limits the thing
    to a part of it, so that its figure need not agree with one of the whole thing.
    """

    words: str
    subject: str | None
    known: bool
    measure: str | None
    period: str | None
    fund: str | None
    residual: str
    narrowed: bool = False


def names_several_funds(text: str) -> bool:
    """Say whether words put several funds together: 一般公共预算与其他资金合计, 连同其他资金, 部门整体."""
    return bool(_SEVERAL_FUNDS.search(normal(text)))


def read_label(words: str, kind: FactKind, year: str | None) -> Label:
    """Take a label apart. ``year`` is the report's year, from which 上年 counts."""
    text = _REACHED.sub("", _MADE_OF.sub("", _UNITS.sub("", normal(words))))
    terms = vocabulary()
    rest = text
    period = _period(rest, year)
    rest = _PRIOR_YEAR.sub("", _YEAR_WORD.sub("", rest)) if period else rest
    prior = bool(_PRIOR_YEAR.search(text)) and "结转" not in text
    rest = rest if prior or "结转" not in text else _YEAR_WORD.sub("", text)
    subject = terms.subject(rest)
    if subject is not None and subject.name == _APPROPRIATION:
        # 一般公共预算财政拨款基本支出 is 基本支出 of that fund
        inner = terms.subject(rest[subject.end :])
        if inner is not None and inner.start == 0 and inner.name in _HALVES:
            subject = Match(inner.name, subject.end, subject.end + inner.end)
    if subject is not None:
        rest = rest[: subject.start] + "\x00" + rest[subject.end :]
    fund = terms.fund(rest if subject is None or not terms.is_scoped(subject.name) else text)
    several = bool(_SEVERAL_FUNDS.search(text))
    bare = rest
    for entry in ("一般公共预算", "政府性基金预算", "国有资本经营预算", "社会保险基金预算", "政府性基金"):
        bare = bare.replace(entry, "")
    measure = _measure(bare, kind)
    residual = bare if measure is None else bare[: measure.start] + bare[measure.end :]
    name = subject.name if subject is not None else None
    known = subject is not None
    balance = subject is not None and subject.name in BALANCES
    stage = _stage(measure.name if measure is not None else None, rest, kind, fund is not None or balance)
    if subject is not None and (qualifier := _qualifier(residual)):
        name, known = f"{name}{qualifier}", False
    if kind is FactKind.COUNT and name is not None and (sort := _SORT.search(residual)) is not None:
        name, known = f"{sort.group()}{name}", False  # 行政编制 is not 编制
    narrowed = bool(_NARROWING.search(residual))
    residual = _strip(residual.replace("\x00", ""))
    if name is None:
        name = _own_name(residual, text, fund is not None or several)
    if name == _APPROPRIATION and stage == "executed":
        name = TOTAL
    scope = "全部资金" if several else (fund.name if fund is not None else None)
    if several and name is not None and not known and (name == TOTAL or terms.fund(text) is not None):
        name = TOTAL
    return Label(
        words=words.strip(),
        subject=name,
        known=known,
        measure=stage,
        period=period,
        fund=scope,
        residual=residual,
        narrowed=narrowed,
    )


def _measure(text: str, kind: FactKind) -> Match | None:
    """Return the stage or rate; 收回后 and 调整后 say when, not how much was recalled; 追加（调减） has its own sign."""
    if kind in (FactKind.SCORE, FactKind.WEIGHT):
        return None
    if kind is not FactKind.RATE and (either := _EITHER_WAY.search(text)) is not None:
        return Match("budget_adjustment", either.start(), either.end())
    after = _AFTER.search(text)
    if after is None or kind is not FactKind.AMOUNT:
        return vocabulary().measure(text, kind)
    found = vocabulary().measure(text[after.end() :], kind)
    if found is None:
        return Match("adjusted_budget", after.start(), after.end())
    return Match(found.name, found.start + after.end(), found.end + after.end())


def _stage(measure: str | None, text: str, kind: FactKind, has_fund: bool) -> str | None:
    """年初 and 全年 tell which budget a plain 预算 or 收入合计 is; a fund alone is its budget."""
    if kind is FactKind.COUNT or (kind is FactKind.AMOUNT and measure is None and not has_fund):
        flow = next((name for name, pattern in _FLOWS if pattern.search(text)), None)
        if kind is FactKind.COUNT or flow is not None:
            return flow
    if (
        measure is None
        and has_fund
        and kind is FactKind.AMOUNT
        and text.endswith(("预算", "预算为", "预算共", "预算合计"))
    ):
        measure = "budget" if _INITIAL.search(text) or _WHOLE_YEAR.search(text) else None
    if measure == "recalled" and re.search("相比|同比|[较比](?:上年|去年)", text):
        return "decrease"
    if measure == "budget" and _INITIAL.search(text):
        return "initial_budget"
    if measure == "budget" and _WHOLE_YEAR.search(text):
        return "adjusted_budget"
    return measure


def _qualifier(residual: str) -> str:
    """Return what narrows a known thing down: 资本性支出（基本建设） is not 资本性支出."""
    after = residual.split("\x00", 1)[1] if "\x00" in residual else ""
    match = re.match(r"（(?!境|不?含|其中|包括)[^（）]{2,}）", after)
    return match.group() if match else ""


def _own_name(residual: str, text: str, has_fund: bool) -> str | None:
    if _GENERIC.fullmatch(residual):
        return TOTAL
    if len(residual) >= 2:
        return residual
    if has_fund or _TOTAL_WORDS.search(text):
        return TOTAL
    return None


def _period(text: str, year: str | None) -> str | None:
    found = _YEAR.findall(text)
    if found:
        return str(found[-1])
    if year is not None and _YEAR_BEFORE.search(text):
        return str(int(year) - 2)
    if year is not None and _PRIOR_YEAR.search(text) and "结转" not in text and "结余" not in text:
        return str(int(year) - 1)
    return None


def _strip(text: str) -> str:
    """Take the connecting words off both ends until nothing changes."""
    before = None
    while before != text:
        before = text
        text = _TRAILING.sub("", _LEADING.sub("", text)).strip("，、：；。（）“”\"'— -≥≤")
    return text


def is_mean(words: str) -> bool:
    """Say whether words name an average (平均每个网格, 户均): a whole number of things that was rounded, and no count."""
    return _MEAN.search(words) is not None


def is_total_label(text: str) -> bool:
    """Say whether a row or column head names a total: 合计, 总计, 小计, 总分."""
    return (
        re.fullmatch(
            r"(?:[一二三四五六七八九十]、)?(?:本年|当年|支出|收入|项目|全年|资金|预算|部门|费用|全[省市县区国州]|各[市县区州])*(?:合计|总计|小计|总分|总额|共计)(?:数|金额)?",
            normal(text),
        )
        is not None
    )
