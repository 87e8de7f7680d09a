"""Totals that stand behind their parts: A…，B…，合计 C; 12 个行政村和 1 个社区，共 13 个村."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, is_so_counted, of_kind, same_things
from rules.relations.sums.completeness import name_of, overlap

_DEEDS = "支出|收入|预算|决算|安排|支付|拨付|兑付|付款|发放|下达|投入|到位|缴纳|收取|征收|扣款|扣除|需要?|应[付补发]|为|达|金额"
_NOUNS = (
    "项|类|季度|月|周|轮|次|期|笔|批|年|家|个[季年月标阶项部科单]?[度份段目分室位]?|部分|方面|者|处|级|档"
)
_TOTAL_AFTER = re.compile(
    rf"(?:合计|共计|总计|累计|[两二三四五六七八九]项|总额|共|相加|加起来)(?:已|实际)?(?:{_DEEDS})*$"
)
_NUMBERED = re.compile(
    rf"(?P<first>前)?(?:上述|以上)?(?P<number>[两二三四五六七八九十])(?:{_NOUNS})(?:支出|经费|资金|费用|款项|补贴|收入|对象|人员|群体|工程|项目)?"
    rf"(?:合计|共计|总计|累计|总额|之和|相加|共)(?:已|实际)?(?:{_DEEDS})*$|"
    rf"(?P<only>前)(?P<few>[两二三四五六七八九])(?:{_NOUNS})(?:之和)?(?:为|是|占)*$"
)
"""The total says how many figures it adds up: 三次共支付, 前两项合计."""
_LESS = re.compile("扣除|减去|抵扣|冲减|抵减|核减|调减")
_BOTH = re.compile("[两二三]者")
"""The last so many figures: 回访 A 人，非常满意 B 人，满意 C 人，二者相加 D 人."""
_NUMERALS = {word: number for number, word in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_TOGETHER = re.compile(
    rf"(?P<names>[^，。；\d]{{2,10}}?(?:[与和及、][^，。；\d]{{2,10}}?)+)(?:[两二三四五](?:{_NOUNS}|[镇乡村县区市街校院所站]))?(?:人员|支出|收入)?(?:合计|共计|总计|总数|总额|之和|共)(?:{_DEEDS})*(?P<deed>[^，。；\d]{{0,4}})$"
)
_EACH = re.compile(r"每[\u4e00-\u9fff]{1,6}$|[人户村校亩件]均|标准为?$|单价为?$")
_LITTLE = re.compile("^(?:其中|另有|另外|还有|现有|共有|核定|实有|有)+|(?:为|共|计)$")
_OF_A_NAME = re.compile(r"((?!资金|经费|投资|费用|金额|合同|项目|预算)[\u4e00-\u9fff]{2})总额(?:为|达)?$")
"""资产总额, 权益总额: a total by its name, which adds up nothing of another name before it."""
_PLAIN = re.compile(r"(?:合计|共计|总计|总共|共有?)(?:为|达)?")
"""The whole words before a total that says nothing of its own but that it is one."""
_PAID = re.compile(r"(支付|拨付|兑付|付款|付|拨款|发放)(?:款项?|资金|金额)?(?:的|了|为|计)?$")
_PAID_IN_ALL = re.compile(
    r"^(?:累计|共计?|合计|总共|总计)(?:已|实际)?(支付|拨付|兑付|付款|付|拨款|发放)(?:款项?|资金|金额)?(?:为|达)?$"
)
_AT_FIRST = re.compile(
    "签订|签约|预付|首[付期笔批次]|第一[期笔批次年]|到货|开工|进场|启动|启用|中标后|定金|订金"
)
"""Before the first instalment nothing was paid."""
_LIST_BEGINS = re.compile("其中|包括|包含|分别[为是]|[：:]")
_MORE = re.compile("[（(]不?[含包]")
"""合计 A（含补助 B）: more is in it than its parts."""
_STOCK = re.compile("编制|核定|总|共|合计|年初|上年|计划|应|发放|发出|回收|收回")
_SUMMED = (FactKind.AMOUNT, FactKind.COUNT)
_MOST_PARTS = 12


def find_totals_after(text: str, statements: Sequence[Statement], relations: Relations) -> None:
    """Assert that a total is the sum of two or more figures before it; ``text`` is the canonical text."""
    for statement in statements:
        own = [m for m in of_kind(statement.own, *_SUMMED) if m.depth == 0]
        for mention in of_kind(statement.own, *_SUMMED):
            lead = normal(mention.lead)
            if mention.depth or _NUMBERED.search(lead):
                relations.choose(_numbered(text, statement, mention))
                continue
            named = _named_together(statement, mention)
            if named is not None:
                end = mention.fact.evidence.end or mention.fact.start
                relations.choose([_reading(named, mention, sure=_MORE.match(text[end:]) is None)])
                continue
            at = own.index(mention)
            if at < 2 - bool("与" in lead or statement.before) or not _TOTAL_AFTER.search(lead):
                continue
            relations.choose(_readings(text, statement, own[:at], mention))


def _numbered(text: str, statement: Statement, total: Mention) -> list[Reading]:
    """Return the reading of a total that says how many figures before it, or first ones of their list, it adds up."""
    found = _NUMBERED.search(normal(total.lead))
    if found is None:
        return []
    number = _NUMERALS[found["number"] or found["few"]]
    run = _run(text, statement, total)
    first = found["first"] or found["only"]
    parts = run[:number] if first else run
    unnamed = not found.start() or normal(total.lead)[: found.start()] in ("以上", "上述", "这")
    both = _BOTH.match(normal(total.lead)) is not None
    if not first and unnamed and len(parts) != number:  # 甲和乙两个项目合计 names others
        parts = run[-number:] if both else _one_of_each(text, statement, total, number)
    if len(parts) != number or (first and len(run) == number) or _up_to(parts):
        return []
    return [_reading(parts, total, sure=all(name_of(part) for part in parts))]


def _one_of_each(text: str, statement: Statement, total: Mention, number: int) -> list[Mention]:
    """Return one figure of each clause before a total over so many: 每户 A 元，改造 B 户，发放 C 万元；…。四类对象共发放 D 万元.

    It is the one under the verb of the total, else the only one, or the first of people and things. The clauses are those parted by semicolons, or
    by commas in the sentence of the total, and may stand in the paragraph before.
    """
    deed = re.search(rf"(?:{_DEEDS})+$", normal(total.lead))
    pool = [
        m
        for m in {m.fact.id: m for m in (*statement.section, *statement.near)}.values()
        if m.fact.start < total.fact.start
        and m.depth == total.depth
        and m.fact.kind in _SUMMED
        and same_things(m.fact, total.fact)
        and not _EACH.search(m.lead)
    ]
    here = [m for m in pool if m.sentence == total.sentence]
    if here:
        return here if len(here) == number else []
    counts = total.fact.kind is FactKind.COUNT
    clauses = [[m for m in pool if m.sentence == at] for at in _clauses(pool, total, number)]
    found = []
    for clause in clauses:
        called = [m for m in clause if deed is not None and normal(m.lead).endswith(deed.group())]
        found += called if deed is not None else clause[:1] if counts else clause
    return found if len(clauses) == number and all(name_of(m) for m in found) else []


def _clauses(pool: Sequence[Mention], total: Mention, number: int) -> list[int]:
    """Return the numbers of the clauses right before the one of the total that have figures of its unit."""
    before = sorted({m.sentence for m in pool if total.sentence - number - 1 <= m.sentence < total.sentence})
    return before[-number:]


def _named_together(statement: Statement, total: Mention) -> list[Mention] | None:
    """Return the figures that a total names: 在编 58 人；另有聘用人员 83 人，在编与聘用人员合计 141 人."""
    found = _TOGETHER.match(normal(total.lead))
    if found is None:
        return None
    earlier = [
        m
        for m in of_kind(statement.near, *_SUMMED)
        if m.fact.start < total.fact.start and m.depth == total.depth and same_things(m.fact, total.fact)
    ]
    parts = []
    for name in re.split("[与和及、]", found["names"]):
        called = [m for m in earlier if len(name) > 1 and _is_called(m, name)]
        if len(called) > 1 and found["deed"]:
            called = [m for m in called if normal(m.lead).endswith(found["deed"])]
        if len(called) != 1 or called[0] in parts:
            return None
        parts.append(called[0])
    return parts if len(parts) > 1 and not overlap(parts) and _one_stage(parts) else None


def _is_called(mention: Mention, name: str) -> bool:
    words = _LITTLE.sub("", normal(mention.lead))
    return len(words) > 1 and (words.endswith(name) or words.startswith(name) or name.startswith(words))


def _up_to(parts: Sequence[Mention]) -> bool:
    return any(re.search("累计|截至|截止", part.lead) for part in parts)


def _reading(parts: Sequence[Mention], total: Mention, *, sure: bool, alarms: bool = True) -> Reading:
    return Reading(
        RelationKind.SUM,
        Operation.SUM,
        tuple(m.fact for m in parts),
        total.fact,
        f"“{total.fact.label}”为前列各项之和",
        sure=sure,
        alarms=alarms,
    )


def _readings(text: str, statement: Statement, before: Sequence[Mention], total: Mention) -> list[Reading]:
    earlier = [
        m
        for m in [*of_kind(statement.before, *_SUMMED), *before]
        if m.depth == 0 and _is_alike(text, m, total) and not _EACH.search(m.lead)
    ]
    run = _run(text, statement, total)
    lead = normal(total.lead)
    found = []
    for count in range(2, min(len(earlier), _MOST_PARTS) + 1):
        parts = earlier[-count:]
        if not _one_stage(parts) or any(_LESS.search(part.lead) for part in parts):
            continue
        plain = lead.endswith(("合计", "共计", "总计")) or _PLAIN.fullmatch(lead) is not None
        other = _TOGETHER.match(lead) is not None  # it names its parts, and these are not they
        told = (plain and not other and _may_be_summed(text, parts, total)) or _are_instalments(parts, total)
        # What was paid before may go uncounted among the parts of what was paid up to now.
        named = _OF_A_NAME.search(lead)
        alike = named is None or all(named.group(1) in name_of(part) for part in parts)
        found.append(
            _reading(parts, total, sure=parts == run and told, alarms=alike and (told or "累计" not in lead))
        )
    return found


def _run(text: str, statement: Statement, total: Mention) -> list[Mention]:
    """Return the figures right before the total that measure the same, with no other figure among them.

    What is enumerated with 、 ends at a comma: 发放 300 份，非常满意 186 份、满意 92 份，合计 278 份.
    """
    found: list[Mention] = []
    before = [m for m in statement.own if m.sentence == total.sentence and m.fact.start < total.fact.start]
    for mention in reversed(before):
        if not _is_alike(text, mention, total) or mention.depth or mention.range_end:
            break
        if found and _LIST_BEGINS.search(
            text[mention.fact.evidence.end or mention.fact.start : found[0].fact.start]
        ):
            break
        if found and len(found) > 1 and _is_looser(text, mention, found[0], found[1]):
            break
        found.insert(0, mention)
    return found


def _are_instalments(parts: Sequence[Mention], total: Mention) -> bool:
    """Say whether a total is of what was paid from the first instalment on: 签订后支付 A，验收后支付 B，累计支付 C."""
    deed = _PAID_IN_ALL.match(normal(total.lead))
    deeds = [_PAID.search(normal(part.lead)) for part in parts]
    if deed is None or any(found is None or found.group(1) != deed.group(1) for found in deeds):
        return False
    return _AT_FIRST.search(normal(parts[0].lead)) is not None and not _up_to(parts)


def _is_looser(text: str, mention: Mention, first: Mention, second: Mention) -> bool:
    """Say whether a comma parts a figure from two that 、 or 和 joins."""
    outer = text[mention.fact.evidence.end or mention.fact.start : first.fact.start]
    inner = text[first.fact.evidence.end or first.fact.start : second.fact.start]
    return "，" in outer and "，" not in inner


def _is_alike(text: str, part: Mention, total: Mention) -> bool:
    return same_things(part.fact, total.fact) or is_so_counted(text, part, total)


def _may_be_summed(text: str, parts: Sequence[Mention], total: Mention) -> bool:
    """Say whether the total counts what its parts count, and no part is itself a stock that others are part of."""
    if any(_STOCK.search(normal(part.lead)) for part in parts):
        return False
    if overlap(parts):
        return False
    if not all(part.own_subject or (part.lead and part.tail) for part in parts):
        return False  # without a name it is hardly a part: the line before may belong to it
    noun = normal(total.tail)[:2]
    if total.fact.kind is not FactKind.COUNT or not noun:
        return True
    if all(is_so_counted(text, part, total) for part in parts):
        return True
    return any(set(noun) & set(normal(part.tail) + name_of(part)) for part in parts)


def _one_stage(parts: Sequence[Mention]) -> bool:
    return len({m.fact.measure for m in parts if m.fact.measure is not None}) <= 1
