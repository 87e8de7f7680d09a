"""Answers by grade: those of a grade or better (满意及以上合计 199 人), and all of them, which are the valid sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, comparable, of_kind

_LADDERS = (
    (
        "非常满意|很满意|十分满意",
        "满意",
        "较满意|较为满意|比较满意|基本满意",
        "一般|中立",
        "不太满意|不满意",
        "很不满意|非常不满意",
    ),
    ("优秀|优", "良好|良", "中等|中", "合格|及格", "差|较差|不合格"),
)
"""The grades of a ladder, the best first, each with its names."""
_WORST = (4, 4)
"""From which grade of each ladder on an answer finds fault: a list without one may leave them out."""
_ABOVE = re.compile("(?:及|或)?以上")
_TOTAL = re.compile("合计|共计|总计|共|累计")
_VALID = re.compile("有效")
_SHEETS = re.compile(
    r"询问|入户|抽样|样本|受种者|回收|收回|收到|有效|参与|受访|走访|访问|调查|问卷|测评|回访|访谈"
)
_SENT = re.compile(r"发放|发出|下发|印发|邀请|应")
_BACK = re.compile("收回|回收|收到|有效")
_NOT_SAID = re.compile("未[作回填评表答选]|不作|弃权|无效|不清楚|不了解|说不清|其他|其余")
_QUOTES = re.compile('[“”"‘’「」]')
_AMONG = re.compile("^[^，。；]{0,8}[卷者户众员象]中")
"""收回问卷中“很满意”71 份: of whom the first grade is said."""
_OF_SHEETS = re.compile(r"有效(?:的)?(?:问卷|答卷|样本|调查表|测评表|\d|$)|(?:问卷|答卷)[^，。；]{0,4}有效")
_BACK_TO = 40
_FEWEST = 2
_FEWEST_OF_ALL = 3


def find_ladders(text: str, statements: Sequence[Statement], relations: Relations) -> None:
    """Assert that those of a grade or better, or all who answered, are the ones counted in these grades.

    ``text`` is the canonical text of the document.
    """
    sheets = _valid_sheets(statements)
    for statement in statements:
        counts = [m for m in of_kind(statement.near, FactKind.COUNT) if not m.depth]
        for at, ladder in enumerate(_LADDERS):
            for total in of_kind(statement.own, FactKind.COUNT):
                wanted = _wanted(normal(total.lead), ladder)
                parts = _parts(counts, total, ladder, wanted)
                if len(parts) >= _FEWEST:
                    relations.choose([_reading(parts, total)])
            own = [m for m in of_kind(statement.own, FactKind.COUNT) if not m.depth]
            for run in _runs(own, ladder):
                relations.choose(list(_all_answers(text, statement, run, ladder, _WORST[at], sheets)))


def _reading(parts: Sequence[Mention], total: Mention, *, open_ended: bool = False) -> Reading:
    return Reading(
        RelationKind.SUM,
        Operation.SUM,
        tuple(m.fact for m in parts),
        total.fact,
        f"“{total.fact.label}”为各档之和",
        sure=True,
        open_ended=open_ended,
        doubtful=open_ended,
    )


def _valid_sheets(statements: Sequence[Statement]) -> list[Mention]:
    """Return the valid sheets of the one survey that the report tells of, none where it tells of several."""
    found = [
        m
        for statement in statements
        for m in of_kind(statement.own, FactKind.COUNT)
        if not m.depth and _OF_SHEETS.search(normal(m.lead) + normal(m.tail)) and not _AMONG.search(m.lead)
    ]
    return found[:1] if len({m.fact.quantity.in_base for m in found}) == 1 else []


def _all_answers(
    text: str,
    statement: Statement,
    run: Sequence[Mention],
    ladder: Sequence[str],
    worst: int,
    sheets: Sequence[Mention],
) -> Iterator[Reading]:
    """有效问卷 478 份；非常满意 286 份、满意 162 份、一般 22 份、不满意 8 份: grades from the best to the worst are all."""
    grades = [_grade(m, ladder) or 0 for m in run]
    if len(run) < _FEWEST_OF_ALL or min(grades) >= 2 or max(grades) < worst:
        return
    first, last = run[0].fact.start, run[-1].fact.start
    after = [
        m for m in statement.own if m.fact.start > last and not m.depth and comparable(m.fact, run[0].fact)
    ]
    if after and _NOT_SAID.search(normal(after[0].lead) + normal(after[0].tail)):
        return
    before = [
        m
        for m in of_kind(statement.near, FactKind.COUNT)
        if m.fact.start < first and not m.depth and comparable(m.fact, run[0].fact)
    ]
    whole = before[-1] if before else None
    if whole is not None and _grades(normal(whole.lead), ladder):
        return  # a grade itself, and no whole of the others
    if whole is None or not _SHEETS.search(normal(whole.lead) + normal(whole.tail)):
        valid = [
            m
            for m in of_kind(statement.section, FactKind.COUNT)
            if _VALID.search(m.lead) and comparable(m.fact, run[0].fact)
        ]
        # 有效问卷中，非常满意 …: the sheets stand in a paragraph before, or in another section.
        afar = [m for m in sheets if m.fact.start < first and comparable(m.fact, run[0].fact)]
        whole = valid[0] if len(valid) == 1 else afar[0] if afar and not valid else None
    words = "" if whole is None else normal(whole.lead) + normal(whole.tail)
    if whole is None or not _SHEETS.search(words) or (_SENT.search(words) and not _BACK.search(words)):
        return
    sure = _VALID.search(words) is not None  # a sheet that came back may leave the question open
    if whole not in (*statement.section, *statement.near):
        clause = re.split("[。；;\n]", text[max(first - _BACK_TO, 0) : first])[-1]
        sure = sure and _VALID.search(clause) is not None
    yield _reading(run, whole, open_ended=not sure)


def _runs(counts: Sequence[Mention], ladder: Sequence[str]) -> list[list[Mention]]:
    """Return the counts that follow one another under the names of grades, each grade below the one before."""
    runs: list[list[Mention]] = [[]]
    for mention in counts:
        grade = _grade(mention, ladder)
        last = _grade(runs[-1][-1], ladder) if runs[-1] else None
        goes_on = grade is not None and (last is None or grade > last)
        if runs[-1] and (not goes_on or not comparable(runs[-1][-1].fact, mention.fact)):
            runs.append([])
        if grade is not None:
            runs[-1].append(mention)
    return runs


def _grade(mention: Mention, ladder: Sequence[str]) -> int | None:
    name = _bare(mention)
    return next((at for at, entry in enumerate(ladder) if name in entry.split("|")), None)


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
    """Return the name of a grade without quotes and little words; that of 286 人非常满意 stands behind its figure."""
    words = _AMONG.sub("", _QUOTES.sub("", normal(mention.lead)))
    words = re.sub(r"^(?:其中|表示|回答|认为|选择|评价为|选)+|(?:的|为|有|问卷)+$", "", words)
    words = re.sub(r"(?:的|为|有)+$", "", words)
    return words or re.sub(r"[“”\"‘’「」]|^(?:表示|回答|认为|选择|评价为)+", "", normal(mention.tail))
