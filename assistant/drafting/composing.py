"""Composing a draft: problems from findings, figures and the report's own words, a measure for each, past the figure guard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.drafting.draft import GROUND_MARK, REPORT_MARK, Draft, Item, Section, Sections
from assistant.drafting.measures import Measure, measure_for, pair
from assistant.drafting.on_results import forms_of, missed_results, own_problem, vague_indicators
from assistant.drafting.on_spending import procurement, slow_spending
from assistant.drafting.own_words import OwnItem, measures_of, problems_of
from assistant.drafting.paper import Paper, Voice
from assistant.drafting.spending import SLOW_BELOW, disputed
from assistant.drafting.topic import Problem
from assistant.guard import Guard, sentences
from assistant.material import names_with_numerals
from assistant.support import Citation, Number, Origin
from rules.review import Review


class Writer(Protocol):
    """Who puts the sentences of an item into words; whatever it writes passes the guard before it leaves."""

    name: str

    def write(self, title: str, sentences: Sequence[str]) -> str:
        """Return the body of an item from sentences that each stand on evidence."""


class OfflineWriter:
    """The writer that needs no model: the sentences as they are, in their order."""

    name = "offline"

    def write(self, title: str, sentences: Sequence[str]) -> str:
        """Return the sentences one after another."""
        return "".join(sentences)


@dataclass(frozen=True, slots=True)
class Outline:
    """What a draft will say, before it is written: every problem with its measure, and the report's own measures left."""

    problems: tuple[Problem, ...]
    measures: tuple[Measure, ...]
    spare: tuple[OwnItem, ...]


def outline(paper: Paper) -> Outline:
    """Return the problems and measures of a report; the same report gives the same citations under the same markers."""
    listed, own_measures = problems_of(paper.review.document), measures_of(paper.review.document)
    problems = _problems(paper, listed)
    answers = pair(paper.text, problems, listed, own_measures)
    measures = tuple(measure_for(paper, problem, answers.get(at)) for at, problem in enumerate(problems))
    spare = tuple(item for item in own_measures if item not in answers.values())
    return Outline(tuple(problems), measures, spare)


def draft(
    review: Review, section: Sections = "both", voice: Voice = "unit", writer: Writer | None = None
) -> Draft:
    """Draft the section or both sections of a reviewed report.

    ``voice`` is unit (for the unit's own report) or reviewer (for an opinion on it). ``writer`` puts the sentences of an
    item into words (None: as they are); the guard holds whatever it writes against the evidence.
    """
    paper = Paper(review, voice)
    plan = outline(paper)
    sources: list[tuple[Section, Problem | Measure, str]] = []
    if section != "measures":
        sources += [("problems", one, foot(paper, one)) for one in plan.problems]
    if section != "problems":
        sources += [("measures", one, foot(paper, one)) for one in plan.measures]
    support = paper.material.support()
    guard, hand = Guard(support), writer or OfflineWriter()
    items = tuple(_item(paper, kind, one, places, guard, hand) for kind, one, places in sources)
    return Draft(section, voice, items, _notes(paper, plan, items), hand.name, support, paper.unit)


def _problems(paper: Paper, listed: Sequence[OwnItem]) -> list[Problem]:
    """Return the problems, those with figures first; what the report lists itself goes with the one it is about."""
    forms = forms_of(paper)
    about = {sort: _first_about(paper, listed, sort) for sort in _ABOUT}
    found = [
        slow_spending(paper, about["spending"]),
        procurement(paper),
        missed_results(paper, forms),
        vague_indicators(paper, forms, about["indicators"]),
    ]
    problems = [one for one in found if one is not None]
    taken = [one.own for one in problems]
    problems += [
        one for item in listed if item not in taken and (one := own_problem(paper, item)) is not None
    ]
    return problems


def _first_about(paper: Paper, listed: Sequence[OwnItem], sort: str) -> OwnItem | None:
    """Return the first of the report's own problems whose title, or else whose words, are about the sort."""
    titled = next((item for item in listed if _ABOUT[sort].search(item.title)), None)
    if titled is not None or sort != "spending":
        return titled
    return next((item for item in listed if "执行率" in paper.text[slice(*item.body)]), None)


_ABOUT = {
    "spending": re.compile(
        r"执行(?:率|进度|偏|较|不|缓|有待)|预算执行|支出(?:进度|偏慢|缓慢)|资金(?:支付|结转)|结转结余|进度"
    ),
    "indicators": re.compile(r"指标|绩效目标|量化"),
}


def foot(paper: Paper, source: Problem | Measure) -> str:
    """Return the two lines of places and grounds; a measure without a place of its own names its problem's."""
    places = paper.places_of("".join(source.sentences))
    if not places and isinstance(source, Measure):
        places = paper.places_of("".join(source.problem.sentences))
    return f"\n{REPORT_MARK}{places}。\n{GROUND_MARK}{source.grounds}。"


def _item(
    paper: Paper, section: Section, source: Problem | Measure, foot: str, guard: Guard, hand: Writer
) -> Item:
    """Return an item that has passed the guard; what another writer got wrong falls back to the plain sentences."""
    answers = source.problem if isinstance(source, Measure) else None
    said, numbers, dropped = _checked(
        guard, f"{source.title}\n{hand.write(source.title, source.sentences)}{foot}"
    )
    if dropped and not isinstance(hand, OfflineWriter):
        said, numbers, dropped = _checked(guard, f"{source.title}\n{''.join(source.sentences)}{foot}")
    title, _, text = said.rstrip("\n").partition("\n")
    numbers += _numerals_of_names(paper, text, numbers)
    return Item(
        section,
        title,
        text,
        None if answers is None else answers.title,
        source.findings if isinstance(source, Problem) else source.problem.findings,
        _cited(paper, text, numbers),
        numbers,
        dropped,
    )


def _numerals_of_names(paper: Paper, text: str, numbers: Sequence[Number]) -> tuple[Number, ...]:
    """Return the names in a text that hold a numeral (枢纽1.0) and stand in no figure yet, each with where it comes from."""
    said = [number.text for number in numbers]
    found: list[Number] = []
    for name in sorted(names_with_numerals(paper.review) | paper.names, key=len, reverse=True):
        numerals = re.findall(r"\d+(?:\.\d+)?", name)
        if (
            not numerals
            or name not in text
            or any(name in other for other in [*said, *(one.text for one in found)])
        ):
            continue
        marker = next((one.marker for one in paper.cited(text) if name in one.evidence.quote), None)
        found.append(Number(name, Origin.CITED, marker))
    return tuple(found)


def _checked(guard: Guard, text: str) -> tuple[str, tuple[Number, ...], int]:
    """Return the sentences of a text that pass the guard, their figures, and how many did not pass."""
    kept: list[str] = []
    numbers: list[Number] = []
    dropped = 0
    for sentence in sentences([text]):
        found, fault = guard.check(sentence)
        if fault is None:
            kept.append(sentence)
            numbers += found
        dropped += fault is not None
    return "".join(kept), tuple(dict.fromkeys(numbers)), dropped


def _cited(paper: Paper, text: str, numbers: Sequence[Number]) -> tuple[Citation, ...]:
    """Return what the text cites and what its figures come from, in the order of the markers."""
    return paper.cited(text + "".join(number.citation or "" for number in numbers))


def _notes(paper: Paper, plan: Outline, items: Sequence[Item]) -> tuple[str, ...]:
    """Return what whoever edits the draft should know: what was drafted by, what was left out, what does not match."""
    notes = [f"预算执行率低于 {SLOW_BELOW} % 的列为偏慢；这条线由程序设定，不是规定。"]
    if paper.review.document.ocr:
        notes.append("报告有页面由图像识别读出，所引数字和文字须对照原件。")
    doubtful = len(disputed(paper.review))
    if doubtful:
        notes.append(f"报告中有 {doubtful} 个数疑似有误或口径不清，起草时没有采用，见审核意见。")
    dropped = sum(item.dropped for item in items)
    if dropped:
        notes.append(f"有 {dropped} 句所用的数与出处对不上，没有写入。")
    empty = dict.fromkeys(one.own.title for one in plan.measures if one.empty and one.own is not None)
    if empty:
        names = "；".join(f"“{title}”" for title in empty)
        notes.append(f"报告所列下列措施没有写明可检查的动作和结果：{names}。")
    if plan.spare and plan.problems:
        names = "；".join(f"“{item.title}”" for item in plan.spare)
        notes.append(f"报告所列下列措施未见对应的问题：{names}。")
    if items:
        notes.append("【】内的内容报告没有写明，须由人填写；定稿前请逐条核对。")
    return tuple(notes)
