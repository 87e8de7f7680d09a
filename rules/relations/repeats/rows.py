"""Text against tables: the row that a sentence names, and the column that its words or the figures beside it tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rules.facts.fact import FactKind
from rules.facts.vocabulary import TOTAL, vocabulary
from rules.numbers.units import Dimension
from rules.relations.repeats.cells import Site
from rules.relations.repeats.names import are_rates_of_others, core, coverage, found_in, specific
from rules.relations.repeats.row_index import DEALT, Line, Rows, stage_of
from rules.relations.repeats.said import Said, folded
from rules.relations.repeats.stage import DONE, PLANNED, agree, plans
from rules.relations.repeats.ties import LIKELY, POSSIBLE, SURE, Tie

_MOST_OF = 60
_NEARLY_ALL = 80
_HALF = 50
_SOME = 30
_FEWEST = 2
_TURNED = 4
"""Characters from which on words whose pairs a row's name has in another order name the row: 治理河道, 河道综合治理."""
_COMMON_UNITS = ("人", "个", "项", "次", "件")
_SCORE_WORDS = re.compile(r"其中|自评|得分|满分|分值|权重|标准分|得|共|为|各")
_ADDED = re.compile(r"(?:合计|共计|总计)(?:分别)?[为是]?$")
_SUM_HEAD = re.compile("[合小总共累]计|总")
_MONEY = re.compile(r"投资|总?投入|总?规模")
"""What any amount of a table of money is."""
_ANY_AMOUNT = ("金额", "数额", "数量", "合计", "总计", "小计", "总额")
"""Heads that say nothing of what stands under them."""
_TOTAL_SCORE = re.compile(r"(?:自评|综合|评价|绩效|最终|总)(?:总)?(?:得分|评分)|自评(?:总|得)?分")


def row_ties(said: Said, rows: Rows, lines: Sequence[Line]) -> Iterator[Tie]:
    """Yield the ties of a figure of the text with the cells of one table; ``lines`` are the rows it may name."""
    alike = rows.like(said, dict.fromkeys((*lines, *rows.totals)))
    if not alike:
        return
    choices = Counter(site.line for site in alike)
    told_of = {site.line for site in alike if agree(stage_of(said, site), site.stage) == LIKELY}
    for site, name in _named(said, alike, rows.named(lines), rows):
        if _adds_more(said, site):
            continue
        own = stage_of(said, site)
        stage = agree(own, site.stage)
        told = stage == LIKELY and (site.stage != PLANNED or plans(said.lead))
        only = choices[site.line] == 1 or (site.stage == DONE and site.indicator)
        if own is None and only and not site.total:
            stage = LIKELY  # nothing else of the row is of this sort; what no word calls planned was done
        if site.heads and not site.total:
            stage += _by_head(said, site)
        elif stage == POSSIBLE and site.line not in told_of and _names_column(said, site):
            stage = LIKELY
        if said.stage is None and not agree(said.mention.fact.measure, site.stage):
            stage = 0  # the stage that the statement went on with is another
        statement = said.mention.statement
        reason = f"正文“{said.mention.lead or said.fact.label}”与表中“{site.fact.label}”"
        groups = ((statement, site.table, 0, site.row), (statement, site.table, 1, site.column))
        yield Tie(said.fact, site.fact, name, stage, reason, statement, site.table, told, groups)


def _adds_more(said: Said, site: Site) -> bool:
    """Say whether a figure is the sum of what a cell has a part of: 甲项目省市合计为, under 省级."""
    whole = site.total or site.subtotal or site.leaf in _ANY_AMOUNT or _SUM_HEAD.search(site.leaf)
    return not whole and _ADDED.search(said.lead or folded(said.fact.label)) is not None


def _by_head(said: Said, site: Site) -> int:
    """Return what the head's own words add: 1 where the text names them at the figure, -1 where it does not at all."""
    if all(_is_in(part, said.lead) for part in site.heads):
        return 1
    unit = site.fact.quantity.unit
    rare = (
        unit is not None
        and unit.dimension in (Dimension.COUNT, Dimension.AREA)
        and unit.symbol not in _COMMON_UNITS
    )
    return 0 if rare or all(_is_in(part, said.before) for part in site.heads) else -1


def _names_column(said: Said, site: Site) -> bool:
    """Say whether the text has all that the head of a column says: 不合格 for 不合格批次, 计划投资 for 计划."""
    if site.heads:
        return all(found_in(part, said.lead)[1] > 0 for part in site.heads)
    return len(site.leaf) >= _FEWEST and site.leaf not in _ANY_AMOUNT and site.leaf in said.lead


def _is_in(names: tuple[str, ...], words: str) -> bool:
    """Say whether the words have one of the names, or most of it: 审定 for 审定价."""
    return found_in(names, words)[1] > 0 or any(coverage(name, words) >= _HALF for name in names[:1])


def _named(said: Said, alike: Sequence[Site], named: Sequence[Site], rows: Rows) -> list[tuple[Site, int]]:
    """Return the cells whose row the text names, with how surely it does."""
    own = _nearest(said.lead, named)
    if own:
        sure = _own_grade(said, own, rows)
        return [(site, LIKELY if site.subtotal else sure) for site in alike if site.line in own]
    if DEALT.search(said.lead) or not (said.lead or said.mention.depth):
        return []  # one of several figures in a row, which the words before them name in order
    turned = _turned(said, named, rows, {site.line for site in alike})
    if turned and (rows.form or _other_words(said)):
        return [(site, grade) for site in alike if (grade := turned.get(site.line, 0))]
    near = _nearest(said.before, named)
    if near and not _names_itself(said):
        grade = _near_grade(said, near, rows)
        return [(site, grade) for site in alike if grade and site.line in near]
    if turned:
        return [(site, grade) for site in alike if (grade := turned.get(site.line, 0))]
    totals = [site for site in alike if site.total]
    titled = [site for site in totals if found_in(site.title, said.lead)[1]]
    if titled:
        return [(site, LIKELY) for site in titled]
    one_a_row = len({site.line for site in totals}) == len(totals)
    return [
        (site, grade)
        for site in totals
        if (grade := _whole(said, site) or (POSSIBLE if one_a_row and _by_unit(said, site) else 0))
    ]


def _own_grade(said: Said, own: set[Line], rows: Rows) -> int:
    """Say how surely a figure is of the row that its own words name, and not of what follows in them."""
    names = rows.firsts[min(own)].names
    end, length = found_in(names, said.lead)
    around = said.lead[: end - length], said.lead[end:]
    if any(mark in words for words in around for mark in "、因受"):
        return POSSIBLE
    return SURE if len(own) == 1 and not specific(around[1]) else LIKELY


def _nearest(words: str, group: Sequence[Site]) -> set[Line]:
    """Return the rows that the words name last."""
    if not words:
        return set()
    ends = {site.line: found_in(site.names, words) for site in group}
    best = max(ends.values(), default=(-1, 0))
    lines = {line for line, end in ends.items() if end == best and end[0] > 0}
    outer = {
        site.line
        for site in group
        if site.line in lines and site.outer and found_in(site.outer, words)[0] > 0
    }
    return outer or lines


def _names_itself(said: Said) -> bool:
    """Say whether a score is said of something that its own words name."""
    return said.fact.kind is FactKind.SCORE and len(_SCORE_WORDS.sub("", said.lead)) > 1


def _near_grade(said: Said, near: set[Line], rows: Rows) -> int:
    """Say how surely a figure is of the row that its statement named last, and not of what its own words name."""
    name = rows.firsts[min(near)].names[0]
    if any(len(part) > _FEWEST and not coverage(part, name) for part in specific(said.lead)):
        return 0
    return LIKELY if len(near) == 1 and not _other_words(said) else POSSIBLE


def _other_words(said: Said) -> bool:
    """Say whether the figure's own words name something else than the row that the statement names."""
    return bool(specific(said.lead)) or vocabulary().subject(said.lead) is not None


def _turned(said: Said, named: Sequence[Site], rows: Rows, lines: set[Line]) -> dict[Line, int]:
    """Return the rows whose name the text turns: 全科医生转岗培训, 计划培训转岗全科医生."""
    found: dict[Line, int] = {}
    unit = said.fact.quantity.unit
    alone = unit is not None and unit.symbol in rows.rare
    for site in named:
        if site.line in lines:
            found[site.line] = _share(said, site, alone)
    best = max(found.values(), default=0)
    if best < (_SOME if alone else _MOST_OF):
        return {}
    grade = LIKELY if best >= _NEARLY_ALL or (alone and best >= _MOST_OF) else POSSIBLE
    return {line: grade for line, share in found.items() if share == best}


def _share(said: Said, site: Site, alone: bool) -> int:
    """Return how much of a row's name the text has, per cent; an indicator's may be spread over the paragraph.

    ``alone``: no other row is counted in the figure's unit.
    """
    name = site.names[0]
    if not site.indicator:
        own = core(said.fact.subject or "") if said.mention.own_subject else ""
        short = len(own) > _FEWEST and (name.startswith(own) or name.endswith(own))
        if not short and len(own) >= _TURNED and coverage(own, name) >= _MOST_OF:
            return max(_MOST_OF, coverage(name, said.lead))
        return _NEARLY_ALL if short else coverage(name, said.before if alone else said.lead)
    if said.fact.kind is FactKind.RATE:
        own = core(said.lead)
        if name[-2:] not in said.lead or are_rates_of_others(said.lead, name):
            return 0
        if len(own) > _FEWEST and name.endswith(own):
            return max(_MOST_OF, coverage(name, said.wide))
    near = coverage(name, said.before)
    return max(near, coverage(name, said.wide) - 1) if near else 0


def _whole(said: Said, site: Site) -> int:
    """Say how surely a figure is that of the whole table."""
    if said.fact.kind is FactKind.SCORE:
        of_all = _TOTAL_SCORE.search(said.lead) is not None and "执行" not in said.lead
        return LIKELY if of_all and said.stage == site.stage == "score" else 0
    if not all(_is_in(part, said.lead) or _is_of(said, part) for part in site.heads):
        return 0
    named = [part[0] for part in site.heads if _is_in(part, said.lead)]
    words = specific(re.split("[，；：]", said.before)[-1])
    other = [word for word in words if not any(coverage(word, name) for name in named)]
    if said.fact.kind is FactKind.AMOUNT:
        other = [word for word in other if not _MONEY.fullmatch(word)]
    if other and not named:
        return 0
    thing = said.fact.subject
    if thing in vocabulary().subjects and thing not in (TOTAL, *site.title) and not site.heads:
        return 0
    section = said.fact.evidence.section
    plain = not other and said.stage is not None and site.stage is not None
    return LIKELY if site.section == section and plain else POSSIBLE


def _by_unit(said: Said, site: Site) -> bool:
    """Say whether a figure is in a unit that tells, and its own words share one with the head: 建设高标准农田 A 亩, 建设面积."""
    unit = said.fact.quantity.unit
    if (
        unit is None
        or unit.dimension not in (Dimension.COUNT, Dimension.AREA)
        or unit.symbol in _COMMON_UNITS
    ):
        return False
    if not site.heads:
        return said.stage is not None and said.stage == site.stage  # 计划更新管道 A 公里, 计划（公里）
    return all(coverage(part[0], said.lead) for part in site.heads)


def _is_of(said: Said, names: tuple[str, ...]) -> bool:
    """Say whether the statement goes on about a thing: 基本支出预算 A 万元，支出 B 万元."""
    return said.fact.subject in names and found_in(names, said.before)[1] > 0
