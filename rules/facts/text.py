"""Running text → mentions: each figure with its label, and with the subject and stage that ellipsis leaves out.

A figure is named by the words before it, back to the last delimiter or figure. What these leave out is taken from the
sentence (the subject of a clause), from its frame (the stage that the sentence opened with), from the bracket's figure,
from the sentence before (after 其中), from the heading, in that order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from corpus.document.evidence import Locator
from corpus.document.model import Block, BlockKind
from rules.facts.around import (
    brackets_of,
    follows_a_semicolon,
    is_bound_of_class,
    is_cell,
    is_factor,
    lead_before_bracket,
    lead_of,
    opening_word,
    says_no_name,
    tail_of,
)
from rules.facts.fact import Fact, FactKind, Where, fact_id
from rules.facts.kinds import kind_of
from rules.facts.labels import BALANCES, Label, is_mean, names_several_funds, read_label
from rules.facts.listing import shared_leads
from rules.facts.mention import Mention
from rules.facts.table_layout import table_unit
from rules.facts.vocabulary import BUDGET_MOVES, BUDGET_STAGES, TOTAL, vocabulary
from rules.numbers.numerals import Token, TokenKind, parse_cell, tokens
from rules.numbers.quantity import Hedge, Quantity
from rules.numbers.units import Dimension, Unit

_SENTENCE = re.compile(r"(?:[^。；;！？!?\n（]|（[^（）。！？!?\n]{1,120}）|（)+[。；;！？!?\n]?")
"""A semicolon inside a bracket ends no sentence: 购置及运行费 A（购置费 B，增加 C；运行费 D，增加 E）."""
_SHORT_CELL = 30
_STAGE = re.compile(r"实际支出|实际支付|执行数|决算数?|支出\s*\d")
_HELD_AGAINST = re.compile("[较比与]")
_CHANGES = ("increase", "decrease")
_BASE = re.compile("完成|占|为?(?:年初|全年|调整|批复)?(?:预算|计划)|[较比与]")
"""支出决算 A，完成预算 B 的 72 %，较上年减少 D。其中：…: neither B nor D is what is broken up."""
_PLAN_ONLY = re.compile("[较比与](?:年初|全年|调整)?预算[数额]?$")
"""比预算数减少 D names no thing."""
_STAGES = (*BUDGET_STAGES, "executed", "surplus", "added", "recalled")
_AIM = re.compile(
    r"(?:年度|总体|整体|绩效|工作|任务)(?:总体|绩效|工作)?目标|目标任务|计划(?:安排|完成|改造|培训|举办|实施)"
)
_BOUND = re.compile(r"不低于|不少于|不超过|不高于|控制在|以内|以上")
_LIMIT = re.compile("控制在[^，]{0,8}(?:预算|批复|概算)(?:数|额|额度|指标|总额)?$")
_OF = ("的", "之")
_INSERTED = re.compile(r"^(?:其中|含|包括|包含)")
_REMEMBERED = 12
_LISTING = re.compile(r"其中|包括|主要是|主要为|主要用于|分别为|分别是")


@dataclass(slots=True)
class _Sentence:
    """What has been understood of a sentence so far."""

    subject: str | None = None
    subject_from: str = "before"
    fund: str | None = None
    frame: str | None = None
    period: str | None = None
    first_subject: str | None = None
    last: int | None = None
    listing: bool = False
    framed_here: bool = False
    aim: bool = False


@dataclass(slots=True)
class _Reader:
    """Walks the paragraphs and wordy cells of a document and collects mentions."""

    locator: Locator
    year: str | None
    found: list[Mention] = field(default_factory=list)
    sentences: int = 0
    statements: int = 0
    unit: Unit | None = None
    left: _Sentence | None = None
    last_block: int = -1

    def read(self, block: Block, number: int, where: Where, start: int, end: int) -> None:
        """Read one stretch of a block: a paragraph, or a cell."""
        goes_on = number == self.last_block + 1 and opening_word(self.locator.document.text[start:end])
        before: _Sentence | None = self.left if goes_on else None
        for match in _SENTENCE.finditer(self.locator.document.text, start, end):
            before = self._sentence(match.group(), match.start(), block, number, where, before)
            self.sentences += 1
            if match.group()[-1] not in "；;":
                self.statements += 1
        self.statements += 1
        self.left, self.last_block = before, number

    def _sentence(
        self, text: str, offset: int, block: Block, number: int, where: Where, before: _Sentence | None
    ) -> _Sentence:
        figures = [t for t in tokens(text) if t.kind is TokenKind.QUANTITY and not is_factor(text, t)]
        if not figures:
            return before or _Sentence()
        state = _Sentence(fund=self._fund(text[: figures[0].start], block))
        opening = opening_word(text)
        semicolon = before is not None and follows_a_semicolon(self.locator.document.text, offset)
        topic = vocabulary().topic(text[: figures[0].start])
        if before is not None:
            state.subject = before.first_subject
        if before is not None and (opening or semicolon):
            state.fund = before.fund or state.fund
            state.period = before.period
            state.frame = self._frame(text, bool(opening), before)
        elif topic is not None:
            state.subject, state.subject_from = topic, "sentence"
        state.aim = _AIM.search(text[: figures[0].start]) is not None or (
            semicolon and before is not None and before.aim
        )
        brackets = brackets_of(text, figures)
        leads = self._leads(text, figures, brackets)
        stack: list[tuple[int, int | None, str]] = []  # close offset, parent mention, opening word
        for index, token in enumerate(figures):
            previous = figures[index - 1].end if index else 0
            for opened, closed in brackets:
                if previous <= opened < token.start:
                    stack.append((closed, state.last, opening_word(text[opened + 1 : token.start]) or "（"))
            stack = [entry for entry in stack if entry[0] >= token.end]
            lead = leads[index]
            tail = tail_of(
                text, token.end, figures[index + 1].start if index + 1 < len(figures) else len(text)
            )
            tabular = is_cell(text, figures, index)
            if is_bound_of_class(tail, figures[index : index + 2]):
                token = replace(token, range_end=True)
            if not stack and state.last is not None and _LISTING.search(text[previous : token.start]):
                self._enter_list(state)
            self._add(token, lead, tail, state, stack, offset, block, number, where, opening, tabular)
        return state

    def _leads(self, text: str, figures: list[Token], brackets: list[tuple[int, int]]) -> list[str]:
        """Return the words before each figure; what 分别 states of several things is dealt out to them in order."""
        ends = [0, *(token.end for token in figures)]
        raw = [lead_of(text, ends[at], token.start, brackets) for at, token in enumerate(figures)]
        raw = [
            lead_before_bracket(text, ends[at], token.start, brackets) if says_no_name(words) else words
            for at, (token, words) in enumerate(zip(figures, raw, strict=True))
        ]
        kinds = [None if token.quantity is None else kind_of(token.quantity) for token in figures]
        named = [
            m.label_words for m in self.found[-_REMEMBERED:] if m.statement == self.statements and not m.depth
        ]
        return shared_leads(raw, kinds, named)

    def _frame(self, text: str, of_which: bool, before: _Sentence) -> str | None:
        """Return the stage that a 其中 list breaks up: the last one named, or the first where it names stages itself."""
        if not of_which or before.last is None or _STAGE.search(text):
            return before.frame
        for mention in reversed(self.found[max(before.last - _REMEMBERED, 0) : before.last + 1]):
            if mention.statement < self.statements - 2:
                break
            beside = mention.fact.kind is not FactKind.AMOUNT or mention.fact.measure in _CHANGES
            if not (beside or mention.depth or _BASE.match(mention.lead)):
                return mention.fact.measure if mention.fact.measure in _STAGES else before.frame
        return before.frame

    def _fund(self, lead: str, block: Block) -> str | None:
        if names_several_funds(lead):
            return "全部资金"
        found = vocabulary().fund(lead)
        if found is not None:
            return found.name
        for heading in reversed(block.section):
            found = vocabulary().fund(heading)
            if found is not None:
                return found.name
        return None

    def _add(
        self,
        token: Token,
        lead: str,
        tail: str,
        state: _Sentence,
        stack: list[tuple[int, int | None, str]],
        offset: int,
        block: Block,
        number: int,
        where: Where,
        opening: str,
        tabular: bool,
    ) -> None:
        quantity = token.quantity
        if quantity is None:
            return
        quantity = self._with_unit(quantity, state)
        kind = kind_of(quantity)
        if kind is FactKind.AMOUNT and quantity.hedge is Hedge.AT_MOST and _LIMIT.search(lead):
            quantity = replace(quantity, hedge=Hedge.NONE)  # 控制在预算 82000 元以内: the budget is just that
        if quantity.counted and is_mean(lead):
            quantity = replace(quantity, counted=False)
        named = (
            lead.removeprefix("控制在") if _LIMIT.search(lead) else lead
        )  # what is held within is no thing
        label = read_label(named, kind, self.year)
        parent = stack[-1][1] if stack else None
        mother = self.found[parent] if parent is not None else None
        subject, origin = label.subject, "own"
        if subject is None:
            subject, origin = self._subject(state, mother, block, kind)
        if (
            label.measure in BUDGET_MOVES
            and label.subject is None
            and "预算" in lead
            and kind is FactKind.AMOUNT
        ):
            subject, origin = TOTAL, "own"
        measure = label.measure or self._measure(label, kind, state, mother)
        if measure == "share":
            subject, origin = self._subject(state, mother, block, kind)
        period = label.period or (mother.fact.period if mother else None) or state.period or self.year
        fund = label.fund or (mother.fund if mother else None) or state.fund
        if state.fund == "全部资金" and subject == TOTAL and label.fund is None:
            fund = "全部资金"
        if names_several_funds(lead):
            state.fund = "全部资金"
        if measure == "prior_executed":
            measure = "executed"
        if measure == "prior_budget":
            measure = "budget"
        start = offset + token.start
        fact = Fact(
            id=fact_id(start, quantity.printed),
            quantity=quantity,
            kind=kind,
            label=label.words or (subject or ""),
            subject=subject,
            measure=measure,
            period=period,
            scope=fund,
            where=where,
            evidence=self.locator.evidence(start, offset + token.end),
        )
        self.found.append(
            Mention(
                fact=fact,
                block=number,
                statement=self.statements,
                sentence=self.sentences,
                depth=len(stack),
                parent=parent,
                lead=lead,
                tail=tail,
                opening=stack[-1][2] if stack else opening,
                own_subject=label.subject is not None,
                own_measure=label.measure is not None,
                fund=fund,
                range_end=token.range_end,
                subject_from=origin,
                narrowed=label.narrowed or tabular or state.aim or _BOUND.search(lead) is not None,
                measure_sure=label.measure is not None or parent is not None or state.framed_here,
            )
        )
        self._remember(label, fact, state, bool(stack))

    def _enter_list(self, state: _Sentence) -> None:
        """Take over the stage of the figure that a list breaks up (全年预算为 A，其中：…), not that of one before it."""
        measure = self._last_stage()
        state.frame = measure if measure in _STAGES else state.frame
        state.framed_here = True
        whole = None if state.last is None else self.found[state.last]
        if whole is not None and measure == whole.fact.measure and _HELD_AGAINST.search(whole.lead) is None:
            state.period = whole.fact.period or state.period

    def _last_stage(self) -> str | None:
        """Return the stage of the last amount of the statement: what 其中 breaks up, whatever rate stands between."""
        for mention in reversed(self.found[-_REMEMBERED:]):
            if mention.statement != self.statements:
                return None
            held_against = mention.tail in _OF  # 拨付 A，为预算 B 的 93 %，其中中央 …: A is broken up
            if mention.fact.kind is FactKind.AMOUNT and not mention.depth and not held_against:
                return mention.fact.measure
        return None

    def _remember(self, label: Label, fact: Fact, state: _Sentence, inside: bool) -> None:
        if inside:
            return
        if fact.kind is FactKind.COUNT and label.subject is not None and "项目" in fact.label + "项目":
            state.subject = re.sub(r"(?:共有?|合计)?项目(?:共有?|合计)?$", "", label.subject) or label.subject
            state.subject_from = "sentence"
            state.first_subject = state.first_subject or state.subject
        if fact.kind is FactKind.RATE and label.subject is not None and fact.measure != "share":
            state.subject, state.subject_from = label.subject, "sentence"
        state.last = len(self.found) - 1
        if _INSERTED.match(self.found[-1].lead) and state.subject_from == "sentence":
            state.listing = True
        elif label.measure is not None:
            state.listing = False
        if state.listing:
            return  # an item of a 其中 list is not what the sentence goes on about
        if label.subject in BALANCES:
            return  # 上年结转 A，追加 B，全年预算 C: neither B nor C is of what was carried over
        if label.subject is not None and fact.kind is FactKind.AMOUNT:
            state.subject, state.subject_from = label.subject, "sentence"
            state.first_subject = state.first_subject or label.subject
            state.fund = label.fund or state.fund
        held_against = _HELD_AGAINST.match(self.found[-1].lead) is not None
        if (label.measure in _CHANGES or held_against) and (
            label.subject is None or _PLAN_ONLY.match(label.subject) is not None
        ):
            return  # 接待费 A，比上年减少 D；运行费 B: B is no change; nor is it a budget behind 比预算 C 减少 D
        if label.measure is not None and fact.kind is FactKind.AMOUNT:
            if label.subject is not None or state.frame is None:
                state.frame, state.framed_here = label.measure, True
            if label.period is not None:
                state.period = label.period if label.period == self.year else state.period

    def _subject(
        self, state: _Sentence, mother: Mention | None, block: Block, kind: FactKind
    ) -> tuple[str | None, str]:
        """Return the thing that the label leaves out, and where it was found."""
        if mother is not None:
            return mother.fact.subject, "bracket"
        if state.subject is not None:
            return state.subject, state.subject_from
        if kind is FactKind.COUNT:
            return None, ""
        for heading in reversed(block.section):
            known = vocabulary().subject(heading)
            if known is not None:
                return known.name, "heading"
        return None, ""

    def _measure(self, label: Label, kind: FactKind, state: _Sentence, mother: Mention | None) -> str | None:
        if kind is FactKind.RATE and mother is None:
            return self._rate_frame(state)
        if kind is not FactKind.AMOUNT:
            return None
        if mother is not None:
            return mother.fact.measure
        return state.frame if label.subject is not None else None

    def _rate_frame(self, state: _Sentence) -> str | None:
        """Return the rate that a list of bare per cents goes on with: 执行率在 95% 以上的 3 个，分别为 X（96.43%）…"""
        if state.last is None:
            return None
        said = [
            m
            for m in self.found[-_REMEMBERED:]
            if m.statement == self.statements and m.fact.kind is FactKind.RATE
        ]
        named = [m.fact.measure for m in said if m.fact.measure in ("execution_rate", "share")]
        return named[-1] if named and named[-1] == "execution_rate" else None

    def _with_unit(self, quantity: Quantity, state: _Sentence) -> Quantity:
        """Give a bare decimal the unit of the amounts around it: 与上年支出 362.72 相比节约 15.34 万元."""
        if quantity.unit is not None or quantity.precision < 1:
            return quantity
        if self.unit is not None:
            return _replace_unit(quantity, self.unit)
        if state.last is None:
            return quantity
        unit = self.found[state.last].fact.quantity.unit
        near = [m for m in self.found[-4:] if m.statement == self.statements]
        amounts = [m for m in near if m.fact.kind is FactKind.AMOUNT]
        if unit is None or unit.dimension is not Dimension.MONEY:
            unit = amounts[-1].fact.quantity.unit if amounts else None
        return quantity if unit is None else _replace_unit(quantity, unit)


def _replace_unit(quantity: Quantity, unit: Unit) -> Quantity:
    return Quantity(
        quantity.value, unit, quantity.precision, quantity.printed, quantity.hedge, quantity.counted
    )


def _is_annex(block: Block) -> bool:
    return bool(block.section) and block.section[0].replace(" ", "").startswith("附件")


def _stretches(locator: Locator) -> Iterator[tuple[int, Block, Where, int, int, Unit | None]]:
    """Yield the paragraphs, and the cells that hold words around their figures."""
    for number, block in enumerate(locator.document.blocks):
        if block.kind is BlockKind.PARAGRAPH:
            yield number, block, Where.ANNEX if _is_annex(block) else Where.TEXT, block.start, block.end, None
        elif block.table is not None:
            unit = table_unit(block.table)
            where = Where.ANNEX if _is_annex(block) else Where.TABLE
            for cell in block.table.cells:
                text = cell.text.strip()
                if text and parse_cell(text, None) is None:
                    # Only a short cell (其他资金：87.94) takes the table's unit; a decimal in a sentence may be a version.
                    own = unit if len(text) <= _SHORT_CELL else None
                    yield number, block, where, cell.start, cell.end, own


def read_text(locator: Locator, year: str | None) -> tuple[Mention, ...]:
    """Return every figure that stands among words as a mention, in reading order."""
    reader = _Reader(locator, year)
    for number, block, where, start, end, unit in _stretches(locator):
        reader.unit = unit
        reader.read(block, number, where, start, end)
    return tuple(reader.found)
