"""The same fact stated again in words of its own: text against the rows and columns of tables and score forms.

What ``repeats`` finds by the field's vocabulary is found here by the document's own names: the row that a sentence names
and the stage that its words or the figures beside it tell. Names are a likeness, so a difference is asked about
where one slip of the pen explains it, or where names and stage are the same in full.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.document.model import BlockKind, Document
from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Extraction, Mention
from rules.facts.vocabulary import normal
from rules.numbers.units import Dimension
from rules.relations.build import Relations
from rules.relations.restated_cells import Site, sites
from rules.relations.restated_names import coverage, found_in, specific
from rules.relations.restated_stage import agree, of_mention
from rules.relations.restated_ties import LIKELY, POSSIBLE, SURE, Tie, settle

_QUOTES = re.compile(r"[“”\"'‘’《》]")
_STOP = re.compile(r"[。！？]")
_MOST_OF = 60
_NEARLY_ALL = 80
_COMMON_UNITS = ("人", "个", "项", "次", "件")
_LONG = 400
_LINE = 20
"""Characters that a line has at least that was broken at the margin."""
_BOUND = re.compile(r"(?:低于|高于|不足|大于|小于|未达到?|不到|超出|[≥≤><])$")
"""Words before a mark that figures are held against: 执行率低于80%的项目."""
_SCORE_WORDS = re.compile(r"其中|自评|得分|满分|分值|权重|标准分|得|共|为|各")
_TOTAL_SCORE = re.compile(r"(?:自评|综合|评价|绩效|最终|总)(?:总)?(?:得分|评分)|自评(?:总|得)?分")
_DEALT = re.compile(r"分别|依次|各(?!项|类|级)")


@dataclass(frozen=True, slots=True)
class _Said:
    """A figure of the text with the words before it: its own, and those of the statement."""

    mention: Mention
    lead: str
    before: str
    stage: str | None

    @property
    def fact(self) -> Fact:
        """Return the fact."""
        return self.mention.fact


def find_restated(
    document: Document, extraction: Extraction, scores: Iterable[Fact], relations: Relations
) -> None:
    """Hold the figures of the text against those of tables and forms that state the same; ``scores`` are of forms."""
    by_table: dict[int, list[Site]] = defaultdict(list)
    for site in sites(document, extraction.cells, scores):
        by_table[site.table].append(site)
    said = list(_said(document, extraction.mentions))
    ties = [tie for item in said for group in by_table.values() for tie in _ties(item, group)]
    settle(ties, relations)


def _said(document: Document, mentions: Sequence[Mention]) -> Iterator[_Said]:
    for mention in mentions:
        block = document.blocks[mention.block]
        if mention.range_end or block.table is not None:
            continue
        start = mention.fact.start
        opened = max(_beginning(document, mention.block), start - _LONG)
        before = _STOP.split(document.text[opened:start])[-1]
        if not _BOUND.search(normal(mention.lead)):
            yield _Said(mention, _folded(mention.lead), _folded(before), of_mention(mention, normal(before)))


def _beginning(document: Document, number: int) -> int:
    """Return where the paragraph of a block begins, which a reader may have broken at the ends of lines."""
    while number:
        before = document.blocks[number - 1]
        text = document.text[before.start : before.end].rstrip()
        if before.kind is not BlockKind.PARAGRAPH or len(text) < _LINE or text[-1] in "。；：！？;:!?":
            break
        number -= 1
    return document.blocks[number].start


def _folded(text: str) -> str:
    return _QUOTES.sub("", normal(text))


def _ties(said: _Said, group: Sequence[Site]) -> Iterator[Tie]:
    """Yield the ties of a figure with the cells of one table."""
    alike = [site for site in group if _is_alike(said.fact, site.fact) and agree(said.stage, site.stage)]
    for site, name in _named(said, alike, group):
        stage = agree(said.stage, site.stage)
        if site.heads and not site.total:
            stage += _by_head(said, site)
        statement = said.mention.statement
        reason = f"正文“{said.mention.lead or said.fact.label}”与表中“{site.fact.label}”"
        groups = (
            ()
            if site.total
            else ((statement, site.table, 0, site.row), (statement, site.table, 1, site.column))
        )
        yield Tie(said.fact, site.fact, name, stage, reason, statement, site.table, groups)


def _is_alike(one: Fact, other: Fact) -> bool:
    """Say whether two figures measure the same, for the same year."""
    mine, its = one.quantity.unit, other.quantity.unit
    if one.period != other.period and one.measure != "change_rate":
        return False
    if one.kind is FactKind.SCORE:
        return other.kind in (FactKind.SCORE, FactKind.WEIGHT)
    if mine is None:
        return False
    if its is None:
        return mine.dimension is Dimension.COUNT and other.kind is FactKind.OTHER
    if mine.dimension is Dimension.COUNT:
        return mine.symbol == its.symbol
    return mine.dimension is its.dimension


def _by_head(said: _Said, site: Site) -> int:
    """Return what the head's own words add: 1 where the text names them at the figure, -1 where it does not at all."""
    if all(found_in(part, said.lead)[1] for part in site.heads):
        return 1
    unit = site.fact.quantity.unit
    rare = (
        unit is not None
        and unit.dimension in (Dimension.COUNT, Dimension.AREA)
        and unit.symbol not in _COMMON_UNITS
    )
    return 0 if rare or all(found_in(part, said.before)[1] for part in site.heads) else -1


def _named(said: _Said, alike: Sequence[Site], group: Sequence[Site]) -> list[tuple[Site, int]]:
    """Return the cells whose row the text names, with how surely it does."""
    own = _nearest(said.lead, group)
    if own:
        return [(site, SURE if len(own) == 1 else LIKELY) for site in alike if site.line in own]
    if _DEALT.search(said.lead) or not (said.lead or said.mention.depth):
        return []  # one of several figures in a row, which the words before them name in order
    turned = _turned(said, group)
    if turned and group[0].indicator:
        return [(site, grade) for site in alike if (grade := turned.get(site.line, 0))]
    near = _nearest(said.before, group)
    if near and not _names_itself(said):
        loose = _other_words(said)
        return [
            (site, LIKELY if len(near) == 1 and not loose else POSSIBLE)
            for site in alike
            if site.line in near
        ]
    if turned:
        return [(site, grade) for site in alike if (grade := turned.get(site.line, 0))]
    return [(site, grade) for site in alike if site.total and (grade := _whole(said, site))]


def _nearest(words: str, group: Sequence[Site]) -> set[tuple[int, int]]:
    """Return the rows that the words name last."""
    ends = {site.line: found_in(site.names, words) for site in group if site.names}
    best = max(ends.values(), default=(-1, 0))
    lines = {line for line, end in ends.items() if end == best and end[0] > 0}
    outer = {
        site.line
        for site in group
        if site.line in lines and site.outer and found_in(site.outer, words)[0] > 0
    }
    return outer or lines


def _names_itself(said: _Said) -> bool:
    """Say whether a score is said of something that its own words name."""
    return said.fact.kind is FactKind.SCORE and len(_SCORE_WORDS.sub("", said.lead)) > 1


def _other_words(said: _Said) -> bool:
    """Say whether the figure's own words name something else than the row that the statement names."""
    return bool(specific(said.lead))


def _turned(said: _Said, group: Sequence[Site]) -> dict[tuple[int, int], int]:
    """Return the rows whose name the text turns: 全科医生转岗培训, 计划培训转岗全科医生."""
    found: dict[tuple[int, int], int] = {}
    for site in group:
        if site.names and site.line not in found:
            words = said.before if site.indicator else said.lead
            found[site.line] = coverage(site.names[0], words)
    best = max(found.values(), default=0)
    if best < _MOST_OF:
        return {}
    grade = LIKELY if best >= _NEARLY_ALL else POSSIBLE
    return {line: grade for line, share in found.items() if share == best}


def _whole(said: _Said, site: Site) -> int:
    """Say how surely a figure is that of the whole table."""
    if said.fact.kind is FactKind.SCORE:
        named = _TOTAL_SCORE.search(said.lead) is not None and "执行" not in said.lead
        return LIKELY if named and said.stage == site.stage == "score" else 0
    heads = [name for names in site.heads for name in names]
    clause = re.split("[，；：]", said.before)[-1]
    other = [part for part in specific(clause) if not any(part in head or head in part for head in heads)]
    if not all(found_in(part, said.lead)[1] for part in site.heads):
        return 0
    if other:
        return 0
    section = said.fact.evidence.section
    return (
        LIKELY if site.section == section and said.stage is not None and site.stage is not None else POSSIBLE
    )
