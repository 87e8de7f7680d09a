"""Which figure a list breaks up: the one before it, the one that its words name, or a total of the section."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import TOTAL, normal, vocabulary
from rules.relations.changes.direction import is_change, is_held_against
from rules.relations.changes.rate import PRIOR
from rules.relations.sentence import Statement, is_base, of_kind, same_things

_SUMMED = (FactKind.AMOUNT, FactKind.COUNT)
_MOST_NEAR = 6
_MOST_FAR = 3
_SHORTEST_NAME = 2
_SPENDING = re.compile("(?:其中)?(?!.*(?:实际|决算|执行|完成|已))[\u4e00-\u9fff（）]{2,}支出为?")
_SCORE = re.compile("得分?|总分|评分|综合|自评|评价|分值|满分")
"""Words of a score that others may make up; a mark that others are measured by (95 分以上) is none."""
_ASIDE = re.compile(
    "^(?:超额|超出|超过|超|高于|低于|多出|差额)|[较比与](?:计划|目标|预算|年初)[^，。；]{0,6}[多少超]$"
)
_EACH = re.compile("[人户件次场]均|平均")
"""So many for each are not made up of how many there are: 人均结案 309 件。其中，刑事案件 421 件."""
_ANY = {
    "资金",
    "经费",
    "项目",
    "支出",
    "预算",
    "金额",
    "总额",
    "全年",
    "财政",
    "专项",
    "收入",
    "安排",
    "其中",
    "所需",
    "年度",
}
_GRAND = re.compile(
    r"总[收支计额]|合计|全年|全部|共计|共(?:支出|投入|安排|使用|到位|筹集|完成)|累计支出|实际支出$"
)

_LITTLE = re.compile(
    r"^(?:其中|20\d\d年度?|全年|本年|当年|[，：:])+|(?:合计|共计?|总计|总额|总[量数]|为|达|的|是)+$"
)
_BY_NUMBER = re.compile(
    r"(?P<things>(?P<number>[两二三四五六七八九十]|\d{1,2})[个项类批期][\u4e00-\u9fff]{2,6}?)(?P<stage>预算|支出|投资|资金|经费|合同价|收入)$"
)
_NUMERALS = {word: number for number, word in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_SHORTEST_CALLED = 3
_SENTENCE = 120


def wholes(statement: Statement, own: Sequence[Mention], at: int, end: int) -> list[Mention]:
    """Return the figures of the statement and those before that the list at ``at`` may break up, the likeliest first.

    Those of the statement stand before ``end``, where the first division of the same whole begins.
    """
    item = own[at]
    earlier = [m for m in own[:end] if same_things(m.fact, item.fact) and _may_be_whole(m, item)]
    back = [
        m
        for m in of_kind(statement.before, *_SUMMED)
        if m.depth == 0
        and same_things(m.fact, item.fact)
        and not _ASIDE.search(normal(m.lead))
        and not (m.fact.kind is FactKind.COUNT and _EACH.search(normal(m.lead)))
    ]
    ordered = [*reversed(earlier), *reversed(back)]
    alike = [
        m for m in ordered if m.fact.measure == item.fact.measure and m.fact.subject != item.fact.subject
    ]
    last = own[end - 1] if 0 < end <= len(own) else None
    if last is not None and last in earlier and not item.own_measure and last not in alike:
        alike.insert(0, last)  # 未到位 A 万元，其中甲市 B 万元、乙州 C 万元: names alone have no stage
    open_stage = item.fact.measure is None or not item.measure_sure or is_only_called_spending(item)
    rest = [m for m in ordered if m not in alike and (m.fact.measure is None or open_stage)]
    return sorted([*alike, *rest], key=is_aside)[:_MOST_NEAR]


def is_only_called_spending(part: Mention) -> bool:
    """Say whether 支出 ends the name of a part and says no stage: 预算总额 2.70 万元，其中，接待费支出 1.20 万元."""
    return _SPENDING.fullmatch(normal(part.lead)) is not None


def named_wholes(statement: Statement, item: Mention, words: str) -> list[tuple[Mention, bool]]:
    """Return the figures of the thing that the words before a list name, each with whether it is the only one.

    The statements of the paragraph give the only one; other paragraphs of the section give what is of the same stage.
    """
    clause = normal(re.split("[，,；;。]", words)[-1])
    subject = vocabulary().topic(clause)
    near = _of_name(statement.near, item, clause, subject)
    if len(near) == 1:
        return [(near[0], True)]
    every = {m.fact.id: m for m in (*_of_name(statement.section, item, clause, subject), *near)}
    fitting = [m for m in every.values() if m.fact.measure in (None, item.fact.measure)]
    return [(m, False) for m in list(reversed(fitting))[:_MOST_FAR]]


def far_wholes(statement: Statement, item: Mention, name: str) -> list[tuple[Mention, bool]]:
    """Return the grand totals that the section stated before, the last first, each with whether it is the only one.

    A figure that shares a word with the name before the list goes before them: 补助资金由三级财政分担 of 应补助 A.
    """
    every = {m.fact.id: m for m in (*statement.section, *statement.near)}
    found = [
        m
        for m in every.values()
        if m.fact.start < item.fact.start
        and m.fact.kind in _SUMMED
        and same_things(m.fact, item.fact)
        and m.fact.period == item.fact.period
        and not is_base(m)
        and m.fact.measure not in ("increase", "decrease")
    ]
    words = _words(re.split("[，,；;。：:]", normal(name))[-1])
    called = [m for m in found if any(word in normal(m.lead) for word in words)]
    grand = [m for m in reversed(found) if _GRAND.search(normal(m.lead))]
    grand += [m for m in reversed(found) if m.fact.subject == TOTAL and m not in grand]
    ordered = [*reversed(called), *(m for m in grand if m not in called)]
    return [(m, called == [m]) for m in ordered[:_MOST_FAR]]


def wholes_of_report(
    text: str, mentions: Sequence[Mention], item: Mention, name: str
) -> list[tuple[Mention, bool]]:
    """Return the figures anywhere in the report that bear in full the name before a list, with whether all have one value.

    市级资金分两部分：… is of 其中市级资金 2106.50 万元; what a list calls by number (三个子项预算分别为 …) is the figure of
    that stage in the sentence that names them so (…三个子项，预算 145 万元).
    """
    called = _LITTLE.sub("", re.split("[，,；;。：:]", normal(name))[-1])
    group = _BY_NUMBER.match(called)
    if len(called) < _SHORTEST_CALLED or called in _ANY:
        return []
    found = [
        m
        for m in of_kind(mentions, *_SUMMED)
        if same_things(m.fact, item.fact)
        and m.fact.period == item.fact.period
        and m.fact.id != item.fact.id
        and not is_base(m)
        and not is_aside(m)
        and (
            _LITTLE.sub("", normal(m.lead)) == called
            or (
                group is not None
                and m.fact.start < item.fact.start
                and _LITTLE.sub("", normal(m.lead)) in (group["stage"], called)
                and group["things"] in _sentence_before(text, m)
            )
        )
    ]
    one = len({m.fact.quantity.in_base for m in found}) == 1
    return [(m, one) for m in found[: _MOST_FAR if not one else 1]]


def number_called(name: str) -> int | None:
    """Return how many things words name: 三个子项预算; None where they give no number."""
    found = _BY_NUMBER.match(_LITTLE.sub("", re.split("[，,；;。：:]", normal(name))[-1]))
    number = found["number"] if found is not None else ""
    return None if not number else _NUMERALS.get(number) or (int(number) if number.isdigit() else None)


def _sentence_before(text: str, mention: Mention) -> str:
    start = max(mention.fact.start - _SENTENCE, 0)
    return normal(re.split("[。；;\n]", text[start : mention.fact.start])[-1])


def is_called(whole: Mention, name: str) -> bool:
    """Say whether a figure shares a word with the last name of some words: 起诉人员中 is not of 受理审查逮捕案件 301 人."""
    words = _words(re.split("[，,；;。：:]", normal(name))[-1])
    said = normal(whole.lead + whole.tail + whole.label_words)
    return not words or any(word in said for word in words)


def bears_name(whole: Mention, name: str) -> bool:
    """Say whether the words before a list stand in full in what a figure is called: 财政补助由 … of 各级财政补助收入."""
    called = _LITTLE.sub("", re.split("[，,；;。：:]", normal(name))[-1])
    return len(called) >= _SHORTEST_CALLED and called in normal(whole.lead)


def is_of_other_way(whole: Mention, name: str) -> bool:
    """Say whether the words before a list speak of spending and a figure is one of income, or the other way round."""
    clause, said = re.split("[，,；;。：:]", normal(name))[-1], normal(whole.lead)
    return any(
        one in clause and other not in clause and other in said and one not in said
        for one, other in (("支出", "收入"), ("收入", "支出"))
    )


def _words(name: str) -> set[str]:
    """Return the words of two characters in a name, those aside that any amount may be called by."""
    return {name[at : at + 2] for at in range(len(name) - 1)} - _ANY


def _of_name(pool: Sequence[Mention], item: Mention, clause: str, subject: str | None) -> list[Mention]:
    """Return the figures before an item that are of a thing; an unknown one is known by its own words."""
    before = [
        m
        for m in of_kind(pool, *_SUMMED)
        if m.fact.start < item.fact.start and same_things(m.fact, item.fact)
    ]
    if subject is not None:
        return [m for m in before if m.fact.subject == subject] if subject != item.fact.subject else []
    names = [m for m in before if m.own_subject and len(m.fact.subject or "") >= _SHORTEST_NAME]
    called = [m for m in names if clause.endswith(str(m.fact.subject))]
    # D 级危房中 … of D 级 614 户
    return called or [m for m in names if clause and clause.startswith(str(m.fact.subject))]


def is_aside(mention: Mention) -> bool:
    """Say whether a figure is one that another is only held against, or differs by: last year's, a change, a surplus."""
    return (
        is_change(mention)
        or is_held_against(mention)
        or PRIOR.search(mention.lead) is not None
        or _ASIDE.search(normal(mention.lead)) is not None
    )


def _may_be_whole(whole: Mention, item: Mention) -> bool:
    """What grew or fell by is broken up only by what its parts grew or fell by; a plan or base by nothing."""
    if (
        is_base(whole)
        or _ASIDE.search(normal(whole.lead))
        or (whole.fact.kind is FactKind.COUNT and _EACH.search(normal(whole.lead)))
        or (whole.fact.kind is FactKind.SCORE and not _SCORE.search(whole.lead))
    ):
        return False
    return not is_change(whole) or (item.own_measure and item.fact.measure == whole.fact.measure)
