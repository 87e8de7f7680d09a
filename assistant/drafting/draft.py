"""A draft of 存在的问题及原因分析 and 下一步改进措施: from findings, figures and the report's own words, past the figure guard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from assistant.drafting.measures import Measure, measure_for, pair
from assistant.drafting.on_results import forms_of, missed_results, own_problem, vague_indicators
from assistant.drafting.on_spending import procurement, slow_spending
from assistant.drafting.own_words import OwnItem, measures_of, problems_of
from assistant.drafting.paper import Paper, Voice
from assistant.drafting.spending import SLOW_BELOW, disputed
from assistant.drafting.topic import Problem
from assistant.guard import Guard, sentences
from assistant.support import Citation, Number, Support
from rules.review import Review

SCHEMA = "jiheng.draft/1"
Section = Literal["problems", "measures"]
Sections = Literal["problems", "measures", "both"]
HEADS: dict[Section, str] = {"problems": "存在的问题及原因分析", "measures": "下一步改进措施"}
REPORT_MARK, GROUND_MARK = "〔报告〕", "〔依据〕"
_NUMERALS = "一二三四五六七八九十"


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
class Item:
    """One problem or one measure. ``problem`` is the title of the problem that a measure answers, else None.

    ``dropped`` is the number of sentences that did not pass the guard and so do not stand in it.
    """

    section: Section
    title: str
    text: str
    problem: str | None
    findings: tuple[str, ...]
    citations: tuple[Citation, ...]
    numbers: tuple[Number, ...]
    dropped: int = 0

    def as_json(self) -> dict[str, Any]:
        """Return the item object of the contract."""
        return {
            "section": self.section,
            "title": self.title,
            "text": self.text,
            "problem": self.problem,
            "findings": list(self.findings),
            "citations": [one.as_json() for one in self.citations],
            "numbers": [one.as_json() for one in self.numbers],
        }


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole draft. ``notes`` are for whoever edits it and belong in no paper; ``support`` is what it may say."""

    section: Sections
    voice: Voice
    items: tuple[Item, ...]
    notes: tuple[str, ...]
    engine: str
    support: Support
    unit: str

    @property
    def text(self) -> str:
        """Return the draft as a paper: numbered heads, items, their places and grounds."""
        return "\n".join(_lines(self))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Return what the items cite, in the order of the markers."""
        held = {one.marker for item in self.items for one in item.citations}
        return tuple(one for one in self.support.citations if one.marker in held)

    def as_json(self) -> dict[str, Any]:
        """Return the ``jiheng.draft/1`` object."""
        return {
            "schema": SCHEMA,
            "section": self.section,
            "voice": self.voice,
            "items": [item.as_json() for item in self.items],
            "text": self.text,
            "notes": list(self.notes),
            "engine": self.engine,
        }


NOTHING = "没有从报告中找到可以写入本节的事项。"


def draft(
    review: Review, section: Sections = "both", voice: Voice = "unit", writer: Writer | None = None
) -> Draft:
    """Draft the section or both sections of a reviewed report.

    ``voice`` is unit (for the unit's own report) or reviewer (for an opinion on it).
    """
    paper = Paper(review, voice)
    listed, own_measures = problems_of(review.document), measures_of(review.document)
    problems = _problems(paper, listed)
    answers = pair(paper.text, problems, listed, own_measures)
    measures = [measure_for(paper, problem, answers.get(at)) for at, problem in enumerate(problems)]
    hand = writer or OfflineWriter()
    sources: list[tuple[Section, Problem | Measure, str]] = []
    if section != "measures":
        sources += [("problems", one, _foot(paper, one)) for one in problems]
    if section != "problems":
        sources += [("measures", one, _foot(paper, one)) for one in measures]
    support = paper.material.support()
    guard = Guard(support)
    items = [_item(paper, kind, one, foot, guard, hand) for kind, one, foot in sources]
    notes = _notes(paper, own_measures, list(answers.values()), problems, sum(item.dropped for item in items))
    return Draft(section, voice, tuple(items), notes, hand.name, support, paper.unit)


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


def _foot(paper: Paper, source: Problem | Measure) -> str:
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


def _lines(made: Draft) -> list[str]:
    sections: list[Section] = ["problems", "measures"] if made.section == "both" else [made.section]
    numbered = {
        item.title: at for at, item in enumerate((i for i in made.items if i.section == "problems"), 1)
    }
    lines: list[str] = []
    for at, section in enumerate(sections):
        lines.append(f"{_NUMERALS[at]}、{HEADS[section]}")
        items = [item for item in made.items if item.section == section]
        lines.append(
            _lead(made, section, any(one.section == "problems" for one in made.items)) if items else NOTHING
        )
        for number, item in enumerate(items, 1):
            answers = ""
            if item.problem is not None:
                known = numbered.get(item.problem)
                answers = f"（对应问题{numeral(known)}）" if known else f"（对应问题“{item.problem}”）"
            lines.append(f"{numeral(number)}{item.title}{answers}")
            lines += item.text.split("\n")
    return lines


def _lead(made: Draft, section: Section, after_problems: bool) -> str:
    """Return the sentence that opens a section, in the voice of the draft."""
    by_unit = made.voice == "unit"
    if section == "problems":
        return f"对照年度绩效目标和管理要求，{made.unit}{'仍' if by_unit else ''}存在以下问题。"
    whose = "上述问题" if after_problems else "自评和审核中发现的问题"
    return f"针对{whose}，{f'{made.unit}将采取' if by_unit else f'建议{made.unit}采取'}以下措施。"


def numeral(number: int) -> str:
    """Return the number of an item: （一）, （十二）."""
    tens, ones = divmod(number, 10)
    words = ("" if tens == 0 else "十" if tens == 1 else f"{_NUMERALS[tens - 1]}十") + (
        _NUMERALS[ones - 1] if ones else ""
    )
    return f"（{words}）"


def _notes(
    paper: Paper,
    measures: Sequence[OwnItem],
    used: Sequence[OwnItem],
    problems: Sequence[Problem],
    dropped: int,
) -> tuple[str, ...]:
    """Return what whoever edits the draft should know: what was drafted by, what was left out, what does not match."""
    notes = [f"预算执行率低于 {SLOW_BELOW} % 的列为偏慢；这条线由程序设定，不是规定。"]
    doubtful = len(disputed(paper.review))
    if doubtful:
        notes.append(f"报告中有 {doubtful} 个数疑似有误或口径不清，起草时没有采用，见审核意见。")
    if dropped:
        notes.append(f"有 {dropped} 句所用的数与出处对不上，没有写入。")
    spare = [item.title for item in measures if item not in used]
    if spare and problems:
        notes.append("报告所列下列措施未见对应的问题：" + "；".join(f"“{title}”" for title in spare) + "。")
    notes.append("【】内的内容报告没有写明，须由人填写；定稿前请逐条核对。")
    return tuple(notes)
