"""Problems of spending: a budget spent slowly, and procurement beyond its budget."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.drafting.grounds import grounds
from assistant.drafting.own_words import (
    CAUSE,
    LONGEST_QUOTE,
    OwnItem,
    Span,
    cause_in,
    clauses,
    content,
    measures_of,
    problems_of,
    sentences,
    statement_in,
)
from assistant.drafting.paper import Paper
from assistant.drafting.spending import PROJECTS, SLOW_BELOW, Spending, Spent, disputed, spent
from assistant.drafting.topic import Problem, Topic
from corpus.document.model import BlockKind
from rules.facts.fact import Fact

_SLOW = re.compile(
    r"进度|滞后|偏慢|缓慢|执行率|推迟|晚于|较晚|顺延|延期|结转|结余|未(?:支付|使用|支出|能支付|达到付款|完成|达到初验)|需加快"
)
_DEVIATION = re.compile(r"偏离|原因")
_BAND = re.compile(
    r"执行率(?:均)?在?\s*(?P<low>\d+)\s*[%％]?\s*[-—–~～至到]+\s*(?P<high>\d+)\s*[%％]|执行率(?:均)?(?:在|低于)?\s*(?P<below>\d+)\s*[%％]以下"
)
_SUCH_AS = re.compile(r"(?<![例比])如(?!何|果|期|实)([^，。；]{4,80}?)等(?:\d+个)?项目")
_BEYOND = re.compile(r"超出|超过|高于|大于|追加|差异|不一致")
_MOST_NAMED = 6
_MOST_CAUSES = 3
_MOST_BANDS = 2


def slow_spending(paper: Paper, own: OwnItem | None) -> Problem | None:
    """Return the problem of slow spending, or None where neither figures nor the report's own words show one."""
    found = spent(paper.review)
    slow = [item for item in found.projects if item.is_slow]
    behind = sorted((slow or [item for item in found.classes if item.is_slow]), key=_by_money)
    whole = found.whole
    if own is None and not slow and (whole is None or not whole.is_slow):
        return None
    said = [*_whole(paper, found), *_parts(paper, found, slow), *_bands(paper, slow)]
    if not said and own is not None:
        return None
    scored = _effect_on_score(paper)
    said += scored
    said += _causes(paper, own, [item.name for item in (*slow, *found.classes)])
    left = whole.unspent if whole is not None else None
    title = "部分项目预算执行进度偏慢" if slow or found.classes else "预算执行进度偏慢"
    if left is not None and left > 0 and whole is not None:
        title += f"，{'项目支出' if whole.name == PROJECTS else ''}未执行资金较多"
    codes = ("A03", *(("A06",) if left is not None else ()), *(("S04",) if scored else ()))
    return Problem(
        topic=Topic.SPENDING,
        title=title,
        sentences=tuple(said),
        grounds=grounds(paper.material, Topic.SPENDING, codes),
        things=tuple(_named_by(paper, own) or [name_of(item) for item in behind[:3]]),
        own=own,
    )


def _by_money(item: Spending) -> tuple[Decimal, Decimal]:
    """Put first what left most money unspent; of unknown money, what was slowest."""
    return -(item.unspent or Decimal(0)), item.percent


def _named_by(paper: Paper, own: OwnItem | None) -> list[str]:
    """Return the projects that the report's own problem names (如甲、乙等项目进展缓慢)."""
    found = None if own is None else _SUCH_AS.search(paper.text, *own.body)
    if found is None:
        return []
    return [name for part in found[1].split("、") if 3 <= len(name := "".join(part.split())) <= 24][:3]


def name_of(item: Spending) -> str:
    """Return what the report calls a thing: the name of its table row, else its subject."""
    row = "".join((item.rate.evidence.row or "").split())
    return row if row and row not in ("合计", "小计", "总计", "共计") and len(row) <= 24 else item.name


def _whole(paper: Paper, found: Spent) -> Iterator[str]:
    """Yield budget, execution and rate of the whole, held against basic expenditure, and what was left."""
    whole = found.whole
    if whole is None or whole.budget is None or whole.executed is None:
        return
    year = f"{paper.review.year} 年" if paper.review.year else ""
    name = whole.name if whole.name == PROJECTS else "年度资金总额"
    words = paper.figures(
        (f"{year}{name}预算", whole.budget), ("决算", whole.executed), ("执行率", whole.rate)
    )
    basic = found.basic
    if basic is not None and whole.percent < basic.percent:
        words += f"，而{paper.figures(('基本支出执行率为', basic.rate))}"
    left = whole.unspent
    if left is not None and left > 0:
        words += f"；{name}未执行 {paper.difference(whole.budget, whole.executed, left)}"
    yield words + "。"


def _parts(paper: Paper, found: Spent, slow: list[Spending]) -> Iterator[str]:
    """Yield the rates of the classes, and those of the single projects that were slow, the slowest first."""
    classes = sorted((item for item in found.classes if item.percent < 100), key=lambda item: item.percent)
    if classes:
        yield f"分类看，{_rates(paper, classes[:_MOST_NAMED])}。"
    if slow:
        listed = sorted(slow, key=lambda item: item.percent)
        more = len(listed) - _MOST_NAMED
        rest = (
            f"；执行率较低的项目还有 {paper.material.counted(more, '个', '执行率较低的项目')}"
            if more > 0
            else ""
        )
        yield f"单个项目看，{_rates(paper, listed[:_MOST_NAMED])}{rest}。"


def _rates(paper: Paper, items: list[Spending]) -> str:
    leads = [f"{paper.name(name_of(item))}{'' if at else '执行率'}" for at, item in enumerate(items)]
    return paper.figures(*((lead, item.rate) for lead, item in zip(leads, items, strict=True)), joint="、")


def _bands(paper: Paper, slow: list[Spending]) -> Iterator[str]:
    """Yield the report's own sentences about the lowest bands of rates (3 个项目在 20 %—60 %), quoted.

    A sentence about a project that was named with its rate says nothing new.
    """
    text = paper.text
    named = [item.name for item in slow]
    found: list[tuple[int, Span]] = []
    for block in paper.review.document.blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        for sentence in sentences(text, (block.start, block.end)):
            words = text[slice(*sentence)]
            band = _BAND.search(words)
            if band is not None and len(words) <= LONGEST_QUOTE and not any(name in words for name in named):
                high = int(band["high"] or band["below"])
                if high <= SLOW_BELOW:
                    found.append((high, sentence))
    lowest = sorted(found)[:_MOST_BANDS]
    for _, sentence in sorted(lowest, key=lambda pair: pair[1]):
        yield f"{'报告列明，' if paper.voice == 'reviewer' else ''}{paper.quoted(sentence)}。"


def _effect_on_score(paper: Paper) -> list[str]:
    """Return what slow spending cost in the score form, where it has a row for it."""
    doubtful = disputed(paper.review)
    score, weight = (
        next(
            (
                fact
                for fact in paper.review.facts
                if fact.subject == "预算执行率" and fact.measure == measure and fact.id not in doubtful
            ),
            None,
        )
        for measure in ("self_score", "weight")
    )
    if score is None or weight is None or score.quantity.value >= weight.quantity.value:
        return []
    return [f"受此影响，“预算执行率”{points(paper, score, weight)}。"]


def points(paper: Paper, score: Fact, weight: Fact) -> str:
    """Return how many of its points an indicator gave itself, with the marker of the place."""
    marker = paper.material.cite_fact(score)
    return paper.phrase(f"自评 {score.quantity.words()}（分值 {weight.quantity.words()}）{marker}", marker)


def _causes(paper: Paper, own: OwnItem | None, names: list[str]) -> list[str]:
    """Return why spending was slow: from the problem's own words first, then from what is said of deviations."""
    text = paper.text
    spans: list[Span] = []
    said: list[str] = []
    if own is not None:
        cause, statement = cause_in(text, own.body), statement_in(text, own.body)
        spans += [] if cause is None else [cause]
        said += [paper.according(statement)] if cause is None and statement is not None else []
    for span in _said_of_deviation(paper, names):
        if len(spans) < _MOST_CAUSES and not any(s < span[1] and span[0] < e for s, e in spans):
            spans.append(span)
    return [*said, paper.cause(*spans)]


def _said_of_deviation(paper: Paper, names: list[str]) -> list[Span]:
    """Return causes given outside the sections of problems and measures: of slow things first, in their order."""
    text, document = paper.text, paper.review.document
    listed = [item.body for item in (*problems_of(document), *measures_of(document))]
    found: list[tuple[int, Span]] = []
    for block in document.blocks:
        inside = any(start <= block.start < end for start, end in listed)
        if block.kind is not BlockKind.PARAGRAPH or inside:
            continue
        about = 1 if block.section and _DEVIATION.search(block.section[-1]) else 0
        for whole in sentences(text, (block.start, block.end)):
            sentence = content(text, whole)
            words = text[slice(*sentence)]
            if not CAUSE.search(words) or not _SLOW.search(words):
                continue
            worth = about + 2 * sum(name in words for name in names if len(name) >= 4)
            cause = _with_its_thing(text, cause_in(text, sentence), sentence, names)
            if worth and cause is not None:
                found.append((-worth, cause))
    return sorted(span for _, span in sorted(found)[:_MOST_CAUSES])


def _with_its_thing(text: str, cause: Span | None, sentence: Span, names: list[str]) -> Span | None:
    """Return a cause together with the clause before it that names what was slow, where both fit one quote."""
    if cause is None or any(name in text[slice(*cause)] for name in names):
        return cause
    for start, _ in reversed([part for part in clauses(text, sentence) if part[1] <= cause[0]]):
        if cause[1] - start > LONGEST_QUOTE:
            break
        if any(name in text[start : cause[0]] for name in names):
            return start, cause[1]
    return cause


def procurement(paper: Paper) -> Problem | None:
    """Return the problem of procurement beyond its budget, where the report prints both side by side."""
    doubtful = disputed(paper.review)
    held: dict[tuple[str | None, str | None], dict[str, Fact]] = {}
    for fact in paper.review.facts:
        plain = fact.id not in doubtful and fact.period in (None, paper.review.year)
        if fact.subject == "政府采购" and plain and fact.measure in ("budget", "adjusted_budget", "executed"):
            stage = "executed" if fact.measure == "executed" else "budget"
            held.setdefault((fact.evidence.table, fact.evidence.section), {}).setdefault(stage, fact)
    for pair in held.values():
        budget, executed = pair.get("budget"), pair.get("executed")
        if budget is None or executed is None or budget.quantity.unit != executed.quantity.unit:
            continue
        over = executed.quantity.value - budget.quantity.value
        if over <= 0 or budget.quantity.unit is None:
            continue
        year = f"{paper.review.year} 年" if paper.review.year else ""
        said = (
            f"{year}政府采购预算 {paper.figure(budget)}，政府采购实际执行 {paper.figure(executed)}，"
            f"政府采购超出预算 {paper.difference(executed, budget, over)}。",
            "报告未写明上述预算数与执行数的范围是否相同（上年结转采购、年中追加采购是否列入预算），定稿前须核实；范围相同的，采购预算没有反映当年实际采购规模。",
            _cause_of_procurement(paper),
        )
        return Problem(
            topic=Topic.PROCUREMENT,
            title="政府采购预算与实际执行不衔接",
            sentences=said,
            grounds=grounds(paper.material, Topic.PROCUREMENT, ("A03",)),
        )
    return None


def _cause_of_procurement(paper: Paper) -> str:
    for block in paper.review.document.blocks:
        if block.kind is BlockKind.PARAGRAPH:
            for sentence in sentences(paper.text, (block.start, block.end)):
                words = paper.text[slice(*sentence)]
                if "政府采购" in words and _BEYOND.search(words) and CAUSE.search(words):
                    cause = cause_in(paper.text, sentence)
                    return paper.cause(*(() if cause is None else (cause,)))
    return paper.cause()
