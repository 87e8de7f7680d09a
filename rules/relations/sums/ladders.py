"""Answers by grade, and those of a grade or better: 很满意 120 人、满意 79 人 … 满意及以上合计 199 人."""

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
from rules.relations.sentence import Statement, of_kind

_LADDERS = (
    (
        "非常满意|很满意|十分满意",
        "满意",
        "较满意|比较满意|基本满意",
        "一般",
        "不太满意|不满意",
        "很不满意|非常不满意",
    ),
    ("优秀|优", "良好|良", "中等|中", "合格|及格", "差|较差|不合格"),
)
"""The grades of a ladder, the best first, each with its names."""
_ABOVE = re.compile("(?:及|或)?以上")
_TOTAL = re.compile("合计|共计|总计|共|累计")
_FEWEST = 2


def find_ladders(statements: Sequence[Statement], relations: Relations) -> None:
    """Assert that those of a grade or better are the ones counted in these grades."""
    for statement in statements:
        counts = [m for m in of_kind(statement.near, FactKind.COUNT) if not m.depth]
        for ladder in _LADDERS:
            for total in of_kind(statement.own, FactKind.COUNT):
                wanted = _wanted(normal(total.lead), ladder)
                parts = _parts(counts, total, ladder, wanted)
                if len(parts) >= _FEWEST:
                    relations.choose([_reading(parts, total)])


def _reading(parts: Sequence[Mention], total: Mention) -> Reading:
    return Reading(
        RelationKind.SUM,
        Operation.SUM,
        tuple(m.fact for m in parts),
        total.fact,
        f"“{total.fact.label}”为各档之和",
        sure=True,
    )


def _wanted(lead: str, ladder: Sequence[str]) -> list[int]:
    """Return the grades that a total takes in: 满意及以上, 优良, 满意和较满意合计."""
    named = _grades(lead, ladder)
    if not named:
        return []
    if _ABOVE.search(lead):
        return list(range(max(named) + 1))
    return named if len(named) >= _FEWEST or _TOTAL.search(lead) else []


def _grades(words: str, ladder: Sequence[str]) -> list[int]:
    """Return the grades named in words; a longer name goes before the one that it holds (不满意 is not 满意)."""
    names = [(name, grade) for grade, entry in enumerate(ladder) for name in entry.split("|")]
    found: set[int] = set()
    for name, grade in sorted(names, key=lambda pair: -len(pair[0])):
        if name in words:
            found.add(grade)
            words = words.replace(name, "\x00")
    return sorted(found)


def _parts(
    counts: Sequence[Mention], total: Mention, ladder: Sequence[str], wanted: Sequence[int]
) -> list[Mention]:
    """Return one count for each wanted grade, from among those that bear the name of one grade alone."""
    found: list[Mention] = []
    for grade in wanted:
        names = ladder[grade].split("|")
        fitting = [m for m in counts if m is not total and _bare(m) in names]
        fitting = [m for m in fitting if m.fact.start < total.fact.start]
        if len(fitting) != 1:
            # A scale may lack a grade; that a report counts one twice is not understood.
            if not fitting and grade != wanted[-1]:
                continue
            return []
        found.append(fitting[0])
    return found


def _bare(mention: Mention) -> str:
    """Return the name of a grade without quotes and little words."""
    words = re.sub(
        r"[“”\"‘’]|^(?:其中|表示|回答|认为|选择|评价为)+|(?:的|为|有|问卷)+$", "", normal(mention.lead)
    )
    return re.sub(r"(?:的|为|有)+$", "", words)
