"""Measures: one for each problem, in the report's own words where these can be checked, else from a pattern.

Who and when are taken from the report's own measure or left to be filled in; no sentence leans on a verb without a result.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from assistant.drafting.grounds import MEASURE, grounds
from assistant.drafting.own_words import OF_OTHERS, OwnItem, Span, bare, clauses, fitted, sentences
from assistant.drafting.paper import Paper
from assistant.drafting.topic import Problem, Topic

WHO, WHEN, PROOF = "【责任部室】", "【完成时限】", "【证明材料】"
"""What a person has to fill in."""

PLACEHOLDER = re.compile(r"【[^】\n]{1,12}】")
_WHO = re.compile(r"由(?!于|此)(?P<who>[^，。；：在对\s]{2,24}?)(?=牵头|负责|组织|在|对)")
_WHEN = re.compile(
    r"(?P<when>(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|末|中旬|上旬|下旬)?|\d{4}年(?:底|末)|年底|(?:申报|编制)下一?年度?预算)(?:之|以)?前"
)
_LEAST_SHARED = 2


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure that answers one problem: its title, its sentences, what it rests on.

    ``own`` is the report's own measure, ``empty`` says that nothing in it can be checked.
    """

    problem: Problem
    title: str
    sentences: tuple[str, ...]
    grounds: str
    own: OwnItem | None = None
    empty: bool = False


@cache
def patterns() -> dict[str, Any]:
    """Return how measures are worded, and the lists of words, read once."""
    return tomllib.loads(files("assistant.drafting").joinpath("measures.toml").read_text(encoding="utf-8"))


def is_vague(clause: str) -> bool:
    """Say whether a clause promises (加强, 进一步) and names nothing that can be checked."""
    lists = patterns()
    return any(word in clause for word in lists["vague"]) and not any(
        word in clause for word in lists["checkable"]
    )


def measure_for(paper: Paper, problem: Problem, own: OwnItem | None) -> Measure:
    """Return the measure for a problem; ``own`` is the report's own measure for it, if it lists one."""
    pattern = patterns()[problem.topic]
    checkable = None if own is None else _checkable(paper.text, own.body)
    who, when = _who_and_when(paper, own)
    title = pattern["title"].format(problem=paper.name(problem.title))
    if checkable is not None and who is not None and when is not None and own is not None:
        proof = f"以{PROOF}为证。"
        said = f"{paper.quoted(checkable)}。{proof}"
        if paper.voice == "reviewer":
            said = f"报告所列措施已写明责任和时限：{paper.quoted(checkable)}。请按此执行，{proof}"
        title = paper.name(own.title) if problem.topic is Topic.OWN else title
        lines = [said]
    else:
        things = "、".join(paper.name(name) for name in problem.things[:3])
        things = f"{things}等{pattern['things']}" if things else pattern["things"]
        lines = [pattern["text"].format(who=who or WHO, when=when or WHEN, things=things)]
        if checkable is not None:
            lines.append(f"报告已列的做法一并执行：{paper.quoted(checkable)}。")
    return Measure(
        problem,
        title,
        tuple(lines),
        grounds(paper.material, MEASURE, ("Q02",)),
        own,
        empty=own is not None and checkable is None,
    )


def _who_and_when(paper: Paper, own: OwnItem | None) -> tuple[str | None, str | None]:
    """Return who and when as the report's own measure has them, each with the marker of its sentence.

    A time limit counts only in a sentence that says whose it is: another may be that of a part.
    """
    if own is None:
        return None, None
    for sentence in sentences(paper.text, own.body):
        who = _WHO.search(paper.text, *sentence)
        if who is not None:
            marker = paper.material.cite(paper.material.places.evidence(*sentence))
            when = _WHEN.search(paper.text, *sentence)
            words = [None if one is None else paper.phrase(one[1], marker) + marker for one in (who, when)]
            return words[0], words[1]
    return None, None


def _checkable(text: str, body: Span) -> Span | None:
    """Return the longest run of clauses in one sentence that can be checked and lean on no vague verb."""
    best: Span | None = None
    for sentence in sentences(text, body):
        run: list[Span] = []
        for part in [*clauses(text, sentence), None]:
            words = "" if part is None else text[slice(*part)]
            if part is not None and not _leans(words):
                run.append(part)
                continue
            span = fitted(text, run)
            run = []
            if span is None or not any(word in text[slice(*span)] for word in patterns()["checkable"]):
                continue
            if best is None or span[1] - span[0] > best[1] - best[0]:
                best = span
    return best


def _leans(clause: str) -> bool:
    """Say whether a clause has a vague verb, or speaks of the use of the evaluation instead of a measure."""
    return OF_OTHERS.match(clause) is not None or any(word in clause for word in patterns()["vague"])


def pair(
    text: str, problems: Sequence[Problem], listed: Sequence[OwnItem], measures: Sequence[OwnItem]
) -> dict[int, OwnItem]:
    """Return the report's own measure for each problem (by its position) that comes from the report's list.

    Lists of one length answer each other in order; else the words that they share decide.
    """
    found: dict[int, OwnItem] = {}
    for at, problem in enumerate(problems):
        if problem.own is None:
            continue
        if len(listed) == len(measures):
            found[at] = measures[listed.index(problem.own)]
            continue
        shared = [
            (len(_pairs(problem.own.title) & _pairs(text[slice(*m.body)] + m.title)), m) for m in measures
        ]
        best = max(shared, key=lambda one: one[0], default=None)
        if best is not None and best[0] >= _LEAST_SHARED:
            found[at] = best[1]
    return found


def _pairs(words: str) -> set[str]:
    letters = "".join(re.findall(r"[\u4e00-\u9fff]+", bare(words)))
    return {letters[at : at + 2] for at in range(len(letters) - 1)}
