"""Rates whose two figures stand beside them: 抽检 2400 页，合格 2387 页，合格率 99.46 %; 病人 286 例，覆盖率 93.71 %（268 例）.

The rate is named by what its part did (合格, 随访, 在线), the part stands right before it, the whole right before the part.
Where words and place agree so far, no other figures can be meant, however far the rate is from what they give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.numbers.units import Dimension
from rules.relations.changes.direction import is_change, is_held_against
from rules.relations.changes.rate import CHANGES
from rules.relations.judging.judge import Operation
from rules.relations.rates.executions import CARRIED
from rules.relations.rates.named_rates import is_said_whole
from rules.relations.rates.operands import AVERAGE, Figures, is_counted
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, comparable

STEM = re.compile(r"([\u4e00-\u9fff]{2,8}?)(?:比[率例重]|[率度面])(?:仅|只有|约|已|均|为|是|达到?|至)*$")
_BRACKETED = re.compile(r"([\u4e00-\u9fff“”]{2,10}[率度])（[^（）]{2,40}）(?:仅|约|为|是|达到?)?$")
OF_CHANGE = re.compile(
    "增|减|降|升|涨|跌|节约|节支|节省|结转|结余|结存|下浮|上浮|控制|执行|调整|贡献|负债|漏损"
)
"""Rates of what was saved or changed, and of money by its stages: their parts have names and rules of their own."""
_IN_TIME = re.compile("准点|及时|按时|准时|按期|如期|限时")
IN_TIME = "\n"
"""What stands for the word of a rate's name where it only says that a part was done in time."""
_TIMELY = re.compile("[内前]|准点|时刻|及时|按时|准时|按期|按[\u4e00-\u9fff]{0,4}[点期]|按[月季年]|如期")
REST = re.compile("欠|其余|剩余|尚|正在|待|[未不]|(?<![反响适供对效])应|计划|目标|任务|比|较|超")
"""What is left, due or compared is no part that was done."""
_AMONG = re.compile(r"([\u4e00-\u9fff]{2,})(?:之?中|里)的?(?![心央国级标学小医层间型外等])")
ITEM = re.compile("其中|包括|含|分别")
_TOLD = ("", "即", "共", "计", "为", "合计", "共计")
_GAP = re.compile(r"[，,、；]?[^，,；。\n]*")
_GENERIC = ("覆盖", "完成", "到位", "落实", "实现")
"""How far something came; what it is stands before it: 检查覆盖率 is of 检查."""
_PLAIN_PART = re.compile("^(?:其中)?(?:表示)?(?:[全当]年|年[内末底]|截至年底|实际|累计|已|共)*|的$")
_LONG = 4
_WORD = 2
_LONGEST = 80
_TOO_MANY = 2


def beside(rate: Mention, statement: Statement, figures: Figures) -> Iterator[Reading]:
    """Yield the part that the name of a rate says over the figures that stand before it, the nearest first."""
    stem = STEM.search(normal(rate.lead))
    if stem is None or rate.fact.measure in CHANGES or OF_CHANGE.search(stem.group(1)):
        return
    level = [m for m in statement.own if m.fact.start < rate.fact.start and is_whole_figure(m)]
    level = [m for m in level if not is_change(m) and not is_held_against(m)]
    told = _told_behind(rate, statement, figures.text)
    if told is not None:
        whole = next((m for m in reversed(level) if m.depth == rate.depth), None)
        if whole is not None and comparable(told.fact, whole.fact):
            firm = _adjoin(whole, rate, figures.text) and one_unit(told, whole)
            reading = over(rate, told, whole, firm=firm)
            within = is_within(rate, told, whole) or reading.is_explained()
            yield reading if within else replace(reading, firm=False, sure=False)
        return
    yield from _done_of(rate, stem.group(1), level, statement, figures)


def renamed(rate: Mention, figures: Figures) -> Mention:
    """Return a rate with the name that stands before a bracket: 满意度（前两项合计 187 份）为 96.39 %."""
    if STEM.search(normal(rate.lead)) is not None:
        return rate
    before = figures.text[max(rate.fact.start - _LONGEST, 0) : rate.fact.start]
    name = _BRACKETED.search(normal(before))
    return rate if name is None else replace(rate, lead=name.group(1))


def _done_of(
    rate: Mention, stem: str, level: Sequence[Mention], statement: Statement, figures: Figures
) -> Iterator[Reading]:
    part = _part(rate, stem, level)
    if part is None:
        return
    # 第一批 120 份合格率 98.33 %: the name of the rate behind a figure does not name that figure.
    bare = normal(part.tail) == normal(rate.lead)
    word = named_by(stem, replace(part, tail="") if bare else part)
    among = _AMONG.search(name_of(part))
    if word is None and among is None:
        return
    # 护理员 160 名中 134 人满意（83.75 %），综合满意度 91.27 %: the part has its rate already.
    said = is_said_whole(rate, name_of(part)) and not _has_rate(statement, part, rate)
    earlier = [m for m in level if m.fact.start < part.fact.start and comparable(m.fact, part.fact)]
    if among is not None:
        named = [m for m in reversed(earlier) if _shares(among.group(1), name_of(m))]
        for at, whole in enumerate(named[:2]):
            firm = at == 0 and word is not None and said and word not in name_of(whole)
            yield over(rate, part, whole, firm=firm and is_within(rate, part, whole), sure=at == 0 and said)
        if not named:
            yield from _among_before(rate, among.group(1), part, statement, clear=word is not None and said)
    if word is None:
        return
    carried = any(CARRIED.search(normal(m.lead)) for m in earlier)
    wholes = [] if carried else _wholes(earlier, figures.text)[:3]
    if _is_bare(word, part) and wholes and _has_rate_between(statement, wholes[0], part):
        wholes.sort(key=lambda whole: not over(rate, part, whole).is_explained())
    for at, whole in enumerate(wholes):
        # 12 个乡镇已完成任务 10 个，完成率: how far it came may be said of the work.
        own = name_of(whole) if stem[-_WORD:] in _GENERIC else own_words(whole, part)
        clear = at == 0 and said and word not in own and among is None
        opened = any(ITEM.match(m.lead) for m in (part, *earlier) if m.fact.start > whole.fact.start)
        alone = not _has_rate_between(statement, whole, part)
        # 抽考 1820 人，及格 1763 人，及格率 96.9 %；优秀 1094 人，优秀率: of one of these two, and nothing else is named.
        alone = alone or (_is_bare(word, part) and len(_wholes(earlier, figures.text)) > 1)
        near = one_unit(part, whole) and whole.depth <= part.depth
        # 申报 116 项，获资助 862 万元，项均 23.94 万元，结题 28 项，结题率: too much of something else stands between.
        near = near and len(_of_something_else(statement, whole, part)) < _TOO_MANY
        told = over(rate, part, whole, firm=clear and (alone or opened) and near)
        yield (
            told
            if is_within(rate, part, whole) or told.is_explained()
            else replace(told, firm=False, sure=False)
        )
    if not earlier and among is None:
        before = [m for m in statement.before if is_whole_figure(m) and one_unit(m, part) and not m.depth]
        last = [m for m in before if m.statement == before[-1].statement]
        for whole in last[:1]:
            clear = said and len(last) == 1 and word not in name_of(whole)
            yield over(rate, part, whole, sure=clear and is_within(rate, part, whole))


def _among_before(
    rate: Mention, words: str, part: Mention, statement: Statement, *, clear: bool
) -> Iterator[Reading]:
    """Yield a part over what sentences before it told under the words that it is among: 裁决 724 件…。裁决案件中终局裁决 486 件."""
    earlier = [m for m in statement.before if is_whole_figure(m) and one_unit(m, part) and not m.depth]
    named = [m for m in earlier if words[:_WORD] in own_words(m) and REST.search(own_words(m)) is None]
    alone = len({m.fact.quantity.in_base for m in named}) == 1
    for whole in reversed(named[-2:]):
        firm = clear and alone and len(words) > _WORD and is_within(rate, part, whole)
        yield over(rate, part, whole, firm=firm)


def _part(rate: Mention, stem: str, level: Sequence[Mention]) -> Mention | None:
    """Return the figure right before a rate; what is left over or due stands between them and is passed by."""
    for mention in reversed(level[-3:]):
        if mention.depth < rate.depth or mention.depth > rate.depth + 1:
            return None
        if REST.search(name_of(mention)) is None or (mention.depth == 0 and stem in name_of(mention)):
            return mention
    return None


def _wholes(earlier: Sequence[Mention], text: str) -> list[Mention]:
    """Return what a part may be of, the nearest first; the items of a list come after what they divide.

    A semicolon ends a list: 完工 604 座，其中全面完工 476 座；验收 478 座，其中…
    """
    order = list(reversed(earlier))
    items: list[Mention] = []
    for at, mention in enumerate(order):
        opened = ITEM.match(mention.lead) is not None or mention.opening == "其中"
        if opened and at + 1 < len(order):
            ended = at and re.search("[；;]", text[mention.fact.start : order[0].fact.start])
            items = [] if ended else order[: at + 1]
            break
        if mention.depth == 0 and at and mention.sentence != order[0].sentence:
            break
    return [*(m for m in order if m not in items), *items]


def _told_behind(rate: Mention, statement: Statement, text: str) -> Mention | None:
    """Return the one figure of a bracket behind a rate that says how many the rate is: 93.71 %（268 例）."""
    at = next(at for at, mention in enumerate(statement.own) if mention.fact is rate.fact)
    if at + 1 >= len(statement.own):
        return None
    told = statement.own[at + 1]
    between = text[rate.fact.evidence.end or rate.fact.start : told.fact.start]
    behind = text[told.fact.evidence.end or told.fact.start :][:1]
    if told.depth != rate.depth + 1 or not re.match("[（(]", between) or behind not in ("）", ")"):
        return None
    alone = normal(told.lead) in _TOLD
    return told if alone and is_whole_figure(told) else None


def named_by(stem: str, part: Mention) -> str | None:
    """Return the word of the rate's name that names the part: all of it, or its last two characters."""
    name = name_of(part)
    if re.search(f"[不未](?:予|能|获|被)?{stem[-2:]}$", stem) and not re.search("[不未]", name):
        return None  # 提起公诉 312 人，不起诉率 23.5 %
    if re.search(f"[不未无非]{stem[-2:]}", name) and not re.search("[不未无非]", stem):
        return None  # 不满意 4 份，满意率 92.1 %
    if stem in name:
        return stem
    word = stem[-2:]
    if word in _GENERIC and len(stem) >= _LONG:
        word = stem[-4:-2]
    if word in name:
        return word
    apart = re.search(f"{word[0]}[\u4e00-\u9fff]{{1,6}}{word[1]}", name.partition("|")[0])
    if apart is not None:
        return apart.group()  # 持行政执法证: 持证率
    if _IN_TIME.search(stem) and _TIMELY.search(name):
        return IN_TIME
    return None


def name_of(mention: Mention) -> str:
    """Return the words before and behind a figure, up to the next stops."""
    return f"{normal(mention.lead) or mention.fact.label}|{normal(mention.tail)}"


def own_words(mention: Mention, part: Mention | None = None) -> str:
    """Return the words that name a figure alone: none behind a stop, nor those that name the part right behind it."""
    tail = normal(mention.tail)
    others = tail[:1] in "、，；和与及" or (part is not None and tail == normal(part.lead))
    return (normal(mention.lead) or mention.fact.label) + ("" if others else f"|{tail}")


def is_whole_figure(mention: Mention) -> bool:
    exact = is_counted(mention.fact) and mention.fact.quantity.hedge is Hedge.NONE and not mention.range_end
    return exact and AVERAGE.search(normal(mention.lead)) is None


def _is_bare(word: str, part: Mention) -> bool:
    """Say whether a part is called by what was done and nothing more: 优秀 1094 人, 年内办结 61 条."""
    return _PLAIN_PART.sub("", normal(part.lead)) == word and not normal(part.tail)


def _has_rate_between(statement: Statement, whole: Mention, part: Mention) -> bool:
    """Say whether a rate is said of the whole itself: then it may be a part of the same whole as the next figure."""
    return any(
        m.depth <= whole.depth and m.fact.kind is FactKind.RATE for m in _between(statement, whole, part)
    )


def _has_rate(statement: Statement, part: Mention, rate: Mention) -> bool:
    """Say whether a part has another rate of its own, in a bracket or before the next one."""
    return any(m.fact.kind is FactKind.RATE for m in _between(statement, part, rate))


def _between(statement: Statement, one: Mention, other: Mention) -> Sequence[Mention]:
    ends = [at for at, m in enumerate(statement.own) if m.fact.id in (one.fact.id, other.fact.id)]
    return statement.own[ends[0] + 1 : ends[-1]]


def _of_something_else(statement: Statement, whole: Mention, part: Mention) -> list[Mention]:
    """Return the figures between a whole and its part, in clauses of their own, that count or cost something else."""
    return [
        m
        for m in _between(statement, whole, part)
        if m.fact.kind is FactKind.AMOUNT and part.fact.kind is FactKind.COUNT and m.depth == 0 and m.lead
    ]


def _shares(words: str, name: str) -> bool:
    return any(words[at : at + 2] in name for at in range(len(words) - 1))


def _adjoin(one: Mention, other: Mention, text: str) -> bool:
    between = text[one.fact.evidence.end or one.fact.start : other.fact.start]
    return _GAP.fullmatch(between) is not None


def one_unit(one: Mention, other: Mention) -> bool:
    mine, its = one.fact.quantity.unit, other.fact.quantity.unit
    return (
        mine is not None
        and its is not None
        and (mine.symbol == its.symbol or mine.dimension is its.dimension is Dimension.MONEY)
    )


def is_within(rate: Mention, part: Mention, whole: Mention) -> bool:
    """Say whether the part is not more than the whole where the rate says so."""
    return rate.fact.quantity.value > 100 or part.fact.quantity.in_base <= whole.fact.quantity.in_base


def over(rate: Mention, part: Mention, whole: Mention, *, firm: bool = False, sure: bool = False) -> Reading:
    return Reading(
        RelationKind.RATIO,
        Operation.RATIO,
        (part.fact, whole.fact),
        rate.fact,
        f"“{rate.fact.label}”＝{part.fact.label}÷{whole.fact.label}",
        sure=sure or firm,
        firm=firm,
    )
