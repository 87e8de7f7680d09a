"""Balances of two figures: 节约 = 预算 − 合同, and what income and spending leave: 收支相抵结余, 支出超过收入."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.balances.flow_roles import Role, is_gap, role_of
from rules.relations.balances.flows import find_flows
from rules.relations.balances.remainders import find_remainders
from rules.relations.balances.totals_alike import find_totals_alike
from rules.relations.build import BUDGETS, Relations
from rules.relations.changes.rate import PRIOR
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, of_kind, same_unit
from rules.relations.sums.nesting import listed

_HELD_AGAINST = re.compile(r"^[^，。；]{0,4}[较比与]|相比$")
_SAVED = re.compile("节约|节省|节支")
_YEAR_ON_YEAR = re.compile("同比|环比")
_CUT = re.compile(
    r"^(?:审[定核计][价额数]?[较比][^，。；]{2,8}?)?(?:共|合计|净)?(?:审减|核减|审核减少|评审核减|审计核减|核减投资|核减造价|核减金额|审减金额|审减额)(?:工程)?(?:投资|造价|资金|金额)?(?:为|共|计)?$"
)
_OF_SAVED = re.compile("节约|节省|节支|[审核]减(?:率|比例)")
_AUDITED = re.compile("审定|审核|审计|核定|评审|定案|复核|审后")
_OFFERED = re.compile("中标|成交|签约|采购价|实际|结算")
_GUIDED = re.compile("指导|预算|控制|限价|概算|市场|(?<!审)定价|估算")
_IN_ALL = re.compile("共|合计|累计|总计")
_PUT_ON = re.compile("[核审]增")
_HELD_TO_PLAN = re.compile(
    r"(?:^(?P<bare>)|(?:决算|支出|执行|实际|支付)[^，。；]{0,4})(?:(?P<more>大于|高于|超过|超出|多于|超)|小于|低于|少于)"
    r"(?:年初|全年|调整|年度)?(?:部门)?预算数?$"
)
_INCOME = re.compile(
    r"(?<!其他)(?<!事业)(?<!经营)收入(?:总计|合计|总额|总量|共计|为|共|达|实现)*$|^(?:全年|本年|当年|年度|共|合计)*(?:收取|收缴|筹集)(?:资金|费用|款项)?(?:为|共|计)?$"
)
_SPENDING = re.compile(
    r"(?<!基本)(?<!项目)(?<!人员)支出(?:总计|合计|总额|总量|共计|为|共|达)*$|费用(?:总计|合计|总额)*$"
)
_TOTAL = re.compile("总|合计|全年|本年|当年|年度")
_IN_TOTAL = re.compile("总[收支]|总计|合计")
_OTHERWISE = re.compile("增减|变动|差额|预算|计划|上年")
_PLAINLY = re.compile("超过|超出|大于|多于|超|小于|少于|低于|不足|不抵|相抵")
_MOST = 3


def find_balances(
    text: str, statements: Sequence[Statement], facts: Sequence[Fact], relations: Relations
) -> None:
    """Assert the balances of running text. ``text`` is the canonical text of the document, ``facts`` all in it."""
    ends = find_flows(text, statements, relations)
    find_remainders(text, statements, facts, ends, relations)
    find_totals_alike(statements, relations)
    for statement in statements:
        _savings(statement, relations)
        for mention in of_kind(statement.own, FactKind.AMOUNT):
            relations.choose(list(_spent_and_planned(mention, statement)))
            role = Role.NET_OUT if is_gap(text, mention) else role_of(mention)
            if role in (Role.NET_IN, Role.NET_OUT):
                found = list(_income_and_spending(text, mention, role, statement))
                relations.choose(found or list(_of_report(mention, role, facts)))


def _savings(statement: Statement, relations: Relations) -> None:
    """预算 A，合同金额 B，节约 C，节约率 R: C = A − B and R = C ÷ A, where nothing is compared with another year."""
    own = [m for m in statement.own if not m.range_end]
    for at, saved in enumerate(own):
        money = [m for m in own[:at] if m.fact.kind is not FactKind.RATE][-2:]
        if len(money) < 2 or not all(_is_money_of(m, saved) for m in (*money, saved)):
            continue
        whole, paid = money
        if not _SAVED.search(saved.lead) and not _is_cut(whole, paid, saved, own):
            continue
        if _YEAR_ON_YEAR.search(saved.lead):
            continue
        if any(PRIOR.search(m.lead) for m in (whole, paid, saved)) or _SAVED.search(whole.lead + paid.lead):
            continue  # 工程节约 A，采购节约 B，共节约 C
        turned = _OFFERED.search(whole.lead) and _GUIDED.search(paid.lead) and not _GUIDED.search(whole.lead)
        if _HELD_AGAINST.search(paid.lead) or turned:
            whole, paid = paid, whole  # 合同 B，较预算 A 节约 C
        facts = (whole.fact, paid.fact)
        reason = f"“{saved.fact.label}”＝{whole.fact.label}－{paid.fact.label}"
        # 预算 A，中标 B，审定 C，共节约 D; 节约 D（含招标节约 E）: which two are meant is not told.
        more = [m for m in own[:at] if m.fact.kind is FactKind.AMOUNT and _is_money_of(m, saved)]
        parted = (
            at + 1 < len(own) and own[at + 1].depth > saved.depth and own[at + 1].fact.kind is FactKind.AMOUNT
        )
        sure = not parted and not (len(more) > 2 and _IN_ALL.search(saved.lead))
        relations.choose(
            [
                Reading(
                    RelationKind.DIFFERENCE,
                    Operation.DIFFERENCE,
                    facts,
                    saved.fact,
                    reason,
                    sure=sure,
                    alarms=sure,
                )
            ]
        )
        rate = own[at + 1] if at + 1 < len(own) else None
        if rate is not None and rate.fact.kind is FactKind.RATE and _OF_SAVED.search(normal(rate.lead)):
            pair = (saved.fact, whole.fact)
            reason = f"“{rate.fact.label}”＝{saved.fact.label}÷{whole.fact.label}"
            # 送审 A，审定 B，审减 C，审减率: where C is right, it leaves no other figures.
            shown = whole.fact.quantity.in_base - paid.fact.quantity.in_base == saved.fact.quantity.in_base
            firm = shown and sure and not rate.range_end
            relations.choose(
                [Reading(RelationKind.RATIO, Operation.RATIO, pair, rate.fact, reason, sure=True, firm=firm)]
            )


def _is_money_of(mention: Mention, saved: Mention) -> bool:
    alike = mention.sentence == saved.sentence and mention.depth == saved.depth
    return alike and mention.fact.kind is FactKind.AMOUNT


def _is_cut(whole: Mention, paid: Mention, saved: Mention, own: Sequence[Mention]) -> bool:
    """Say whether an amount is what an audit took off: 合同总价 A，审定 B，审减 C, where nothing was put on as well."""
    cut = _CUT.search(normal(saved.lead)) is not None
    told = _AUDITED.search(paid.lead) is not None and _AUDITED.search(whole.lead) is None
    return cut and told and not any(_PUT_ON.search(m.lead) for m in own if m.sentence == saved.sentence)


def _spent_and_planned(mention: Mention, statement: Statement) -> Iterator[Reading]:
    """决算数大于年初预算数 C: the difference of the two, which the words name and figures before them give."""
    word = _HELD_TO_PLAN.search(normal(mention.lead))
    if word is None:
        return
    stages = ("initial_budget",) if "年初" in mention.lead else BUDGETS
    earlier = [
        m for m in reversed(of_kind(statement.near, FactKind.AMOUNT)) if m.fact.start < mention.fact.start
    ]
    spent = [m for m in earlier if m.fact.measure == "executed"]
    plans = [m for m in earlier if m.fact.measure in stages]
    number = mention.statement
    alone = [sum(m.statement == number for m in found) for found in (spent, plans)] == [1, 1]
    for now, plan in product(spent[:_MOST], plans[:_MOST]):
        order = (now.fact, plan.fact) if word["more"] else (plan.fact, now.fact)
        here = now.statement == plan.statement == number
        reason = f"“{mention.fact.label}”：{order[0].label}－{order[1].label}"
        yield _difference(
            mention,
            order,
            reason,
            # 超出年初预算 B 万元 p % would name the budget itself.
            sure=alone and here and word["bare"] is None,
        )


def _income_and_spending(text: str, mention: Mention, role: Role, statement: Statement) -> Iterator[Reading]:
    """总支出 B，支出超过当年收入 C，收支相抵结余 C: the difference of the two totals, which may stand in a paragraph before."""
    incomes, spendings = (_totals(text, mention, statement, pattern) for pattern in (_INCOME, _SPENDING))
    near = {m.fact.id for m in statement.near}
    alone = [sum(m.fact.id in near for m in found) for found in (incomes, spendings)] == [1, 1]
    plain = _PLAINLY.search(mention.lead) is not None
    only = all(
        len({m.fact.quantity.in_base for m in found if _IN_TOTAL.search(m.lead)}) == 1
        for found in (incomes, spendings)
    )
    # 总支出 B，用事业基金弥补 C，收支结余 D: something else went into it.
    before = [m for m in of_kind(statement.own, FactKind.AMOUNT) if m.fact.start < mention.fact.start]
    for income, spent in product(incomes[:_MOST], spendings[:_MOST]):
        order = (income.fact, spent.fact) if role is Role.NET_IN else (spent.fact, income.fact)
        defined = mention.lead.endswith("盈余") and all(_TOTAL.search(m.lead) for m in (income, spent))
        here = income.fact.id in near and spent.fact.id in near
        one = only and all(_IN_TOTAL.search(m.lead) for m in (income, spent))
        reason = f"“{mention.fact.label}”＝{order[0].label}－{order[1].label}"
        yield _difference(
            mention,
            order,
            reason,
            sure=(plain or defined)
            and ((here and alone) or (one and (not before or before[-1] in (income, spent)))),
        )


def _of_report(mention: Mention, role: Role, facts: Sequence[Fact]) -> Iterator[Reading]:
    """当年亏损 C: the difference of the one total of income and the one of spending that the report gives of that year."""
    incomes, spendings = (
        [
            fact
            for fact in facts
            if fact.period == mention.fact.period
            and not _OTHERWISE.search(normal(fact.label))
            and same_unit(fact, mention.fact)
            and pattern.search(name := normal(fact.evidence.row or fact.label))
            and _IN_TOTAL.search(name)
        ]
        for pattern in (_INCOME, _SPENDING)
    )
    if all(len({fact.quantity.in_base for fact in found}) == 1 for found in (incomes, spendings)):
        order = (incomes[0], spendings[0]) if role is Role.NET_IN else (spendings[0], incomes[0])
        reason = f"“{mention.fact.label}”＝{order[0].label}－{order[1].label}"
        yield _difference(
            mention,
            order,
            reason,
            open_ended=True,
            doubtful=True,
        )


def _difference(
    mention: Mention,
    order: tuple[Fact, Fact],
    reason: str,
    *,
    sure: bool = False,
    open_ended: bool = False,
    doubtful: bool = False,
) -> Reading:
    return Reading(
        RelationKind.DIFFERENCE,
        Operation.DIFFERENCE,
        order,
        mention.fact,
        reason,
        sure=sure,
        open_ended=open_ended,
        doubtful=doubtful,
    )


def _totals(text: str, mention: Mention, statement: Statement, pattern: re.Pattern[str]) -> list[Mention]:
    """Return the totals of income or of spending, the nearest first, those named as totals before others."""
    inside = listed(text, statement.own, wide=True)
    pool = [*statement.section, *statement.before, *(m for m in statement.own if m.fact.id not in inside)]
    found = [
        m
        for m in reversed(of_kind(pool, FactKind.AMOUNT))
        if m is not mention
        and m.depth == 0
        and pattern.search(normal(m.lead))
        and not PRIOR.search(m.lead)
        and role_of(m) not in (Role.NET_IN, Role.NET_OUT)
    ]
    distinct = list({m.fact.id: m for m in found}.values())
    return sorted(distinct, key=lambda m: _TOTAL.search(m.lead) is None)
