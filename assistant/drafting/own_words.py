"""What the report itself says of its problems, their causes and its measures, clause by clause, with offsets.

Quotes are whole clauses of the report, never pieced together: what a draft takes over as the report's own words can be
found at its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.document.model import Block, BlockKind, Document

Span = tuple[int, int]

LONGEST_QUOTE = 150
_SHORTEST_STATEMENT = 10
Kind = Literal["problem", "measure"]
_LONGEST_TITLE = 40
_SHORTEST_ITEM = 8
_PROBLEM_HEAD = re.compile(
    r"(?:存在|主要|面临|发现).{0,8}?(?:问题|不足|困难)|^(?:问题|不足)|问题.{0,3}(?:原因|分析|建议|措施|对策)"
)
_MEASURE_HEAD = re.compile(r"改进|整改|下一步|下步|今后|对策|(?:意见|有关|相关|工作|和|及|与)建议|^建议")
_PROBLEM_LABEL = re.compile(
    r"(?:目前|自评)?(?:存在|主要|发现)?的?(?:主要)?(?:问题|不足|困难)(?:[和及与].{1,8})?"
)
_MEASURE_LABEL = re.compile(
    r".{0,6}(?:改进|整改|下一?步).{0,6}|(?:有关|相关|工作|意见)?(?:措施|建议|打算|对策)"
)
_AMONG_OTHERS = re.compile(r"成效|成绩|做法|经验|结论|绩效情况|主要绩效|完成情况")
_LABEL = re.compile(
    r"(?:(?P<problem>(?:目前|自评)?(?:存在|主要|发现)?的?(?:主要)?(?:问题|不足|困难)(?:和不足)?)"
    r"|(?:下一?步|改进|整改|有关|工作)?的?(?:改进)?(?:工作)?(?:措施|建议|打算|对策))(?:[是为有]|如下)?[：:。]\s*"
)
_GOES_ON = re.compile(r"(?:其|主要|具体)?原因|由于|这|上述|同时|此外|因此|导致")
OF_OTHERS = re.compile(r"(?:绩效)?(?:自评|评价)结果|现将|(?:针对|对照|围绕).{0,24}(?:以下|如下)")
_LEADS_IN = re.compile(r"受|因(?!此)|由于|随着|目前[，,]|从.{1,10}看")
_STOPS = "。；！？!?;\n"
_NUMBER = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}[、是]|第[一二三四五六七八九十][、，,]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[．.、](?!\d))\s*"
)
CAUSE = re.compile(
    r"原因(?!分析)|由于|因为|因(?![此公而素果地人])|受[^，。；]{1,14}影响|主要是|导致|致使|在于|归因"
)
_DELAY = re.compile(
    r"未|晚|滞|推迟|顺延|延[期迟长]|缓|慢|不[足够到]|影响|减少|流标|困难|反复|改为|压缩|节约|下达|协调|尚|难"
)
"""What 主要是 has to speak of to give a cause: without it, it only lists what something consists of."""
_AFTER_CAUSE = ("导致", "致使")
EFFECT = re.compile(r"不利于|影响|拖累|制约|造成|难以")


@dataclass(frozen=True, slots=True)
class OwnItem:
    """One problem or measure that the report lists: its title as printed without number, and where title and words stand.

    ``body`` is the stretch of the words below the title; it may be the title's own sentence, never empty.
    """

    title: str
    head: Span
    body: Span


def problems_of(document: Document) -> list[OwnItem]:
    """Return the problems that the report lists, in its order."""
    return [item for kind, item in _listed(document) if kind == "problem"]


def measures_of(document: Document) -> list[OwnItem]:
    """Return the measures that the report lists, in its order."""
    return [item for kind, item in _listed(document) if kind == "measure"]


def _listed(document: Document) -> list[tuple[Kind, OwnItem]]:
    """Return what stands in sections of problems, of measures, or of both, told apart by heads and labels (问题：…)."""
    found: list[tuple[Kind, OwnItem]] = []
    blocks, at = document.blocks, 0
    while at < len(blocks):
        block = blocks[at]
        title = bare(document.text[block.start : block.end])
        kind = _kind_of_section(title) if block.kind is BlockKind.HEADING else None
        end = at + 1
        if kind is not None:
            end = _end(blocks, at)
            found += _Section(document, None if _AMONG_OTHERS.search(title) else kind).read(
                blocks[at + 1 : end]
            )
        at = end
    return found


def _kind_of_section(title: str) -> Kind | None:
    if len(title) > _LONGEST_TITLE:
        return None
    if _PROBLEM_HEAD.search(title):
        return "problem"
    return "measure" if _MEASURE_HEAD.search(title) else None


def _end(blocks: Sequence[Block], at: int) -> int:
    """Return the index of the first block behind the section that the heading opens."""
    level = blocks[at].level or 1
    for index in range(at + 1, len(blocks)):
        block = blocks[index]
        if block.kind is BlockKind.HEADING and (block.level or 1) <= level:
            return index
    return len(blocks)


class _Section:
    """Reads one section; ``kind`` is what it lists at the moment, None before a label has said so."""

    def __init__(self, document: Document, kind: Kind | None) -> None:
        self._document = document
        self._kind = kind
        self._found: list[tuple[Kind, OwnItem]] = []

    def read(self, blocks: Sequence[Block]) -> list[tuple[Kind, OwnItem]]:
        """Return the items: subheadings with what stands below them, else what the paragraphs list."""
        text = self._document.text
        paragraphs = sum(block.kind is BlockKind.PARAGRAPH for block in blocks)
        at = 0
        while at < len(blocks):
            block, after = blocks[at], at + 1
            if block.kind is BlockKind.HEADING:
                title = bare(text[block.start : block.end])
                if (label := _kind_of_label(title)) is not None:
                    self._kind = label
                else:
                    after = _end(blocks, at)
                    below = [one for one in blocks[at + 1 : after] if one.kind is BlockKind.PARAGRAPH]
                    body = (below[0].start, below[-1].end) if below else (block.start, block.end)
                    self._add(OwnItem(title, _stripped(text, (block.start, block.end)), body), self._kind)
            elif block.kind is BlockKind.PARAGRAPH:
                self._paragraph((block.start, block.end), alone=paragraphs == 1)
            at = after
        return self._found

    def _add(self, item: OwnItem, kind: Kind | None) -> None:
        if kind is not None and item.title:
            self._found.append((kind, item))

    def _paragraph(self, span: Span, *, alone: bool) -> None:
        """Read a paragraph: what is numbered or labelled opens an item, other sentences go on with the last."""
        text = self._document.text
        if text[span[0] : span[1]].rstrip().endswith(("：", ":")):
            return  # 存在以下问题：
        opened: Span | None = None
        kind = self._kind
        labelled = False
        for sentence in sentences(text, span):
            rest, label = self._without_label(sentence)
            labelled = labelled or label
            numbered = _NUMBER.match(text[slice(*sentence)]) is not None
            goes_on = opened is not None and (
                not (numbered or labelled or alone) or _GOES_ON.match(text[slice(*rest)])
            )
            if rest[0] >= rest[1] or OF_OTHERS.match(text[slice(*rest)]):
                continue
            if goes_on and opened is not None:
                opened = (opened[0], rest[1])
                continue
            self._close(opened, kind)
            opened, kind = rest, self._kind
        self._close(opened, kind)

    def _without_label(self, sentence: Span) -> tuple[Span, bool]:
        """Return a sentence without its number and label; a label (主要问题：) says what follows."""
        text = self._document.text
        start = sentence[0] + _number_end(text[slice(*sentence)])
        label = _LABEL.match(text[start : sentence[1]])
        if label is None:
            return (start, sentence[1]), False
        self._kind = "problem" if label["problem"] else "measure"
        start += label.end()
        start += _number_end(text[start : sentence[1]])
        return (start, sentence[1]), True

    def _close(self, span: Span | None, kind: Kind | None) -> None:
        if span is None or span[1] - span[0] < _SHORTEST_ITEM:
            return
        text = self._document.text
        parts = list(clauses(text, span))
        first = next((part for part in parts if not _LEADS_IN.match(text[slice(*part)])), parts[0])
        self._add(OwnItem(bare(text[slice(*first)]), first, span), kind)


def content(text: str, sentence: Span) -> Span:
    """Return a sentence without the number and the label (存在问题：) that it opens on."""
    start = sentence[0] + _number_end(text[slice(*sentence)])
    label = _LABEL.match(text[start : sentence[1]])
    return (start if label is None else start + label.end()), sentence[1]


def _kind_of_label(title: str) -> Kind | None:
    """Say what a subheading that is a mere label (存在问题, 改进措施) announces; None for one that is an item."""
    if _PROBLEM_LABEL.fullmatch(title):
        return "problem"
    return "measure" if _MEASURE_LABEL.fullmatch(title) else None


def _number_end(text: str) -> int:
    found = _NUMBER.match(text)
    return 0 if found is None else found.end()


def bare(text: str) -> str:
    """Return a heading without its number, its closing mark and white space."""
    text = "".join(text.split())
    return text[_number_end(text) :].rstrip("。．.：:；;，,")


def _stripped(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def sentences(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences of a stretch, end marks included."""
    start = span[0]
    for at in range(*span):
        if text[at] in _STOPS:
            if text[start : at + 1].strip(_STOPS + " \t"):
                yield _stripped(text, (start, at + 1))
            start = at + 1
    if text[start : span[1]].strip():
        yield _stripped(text, (start, span[1]))


def clauses(text: str, span: Span) -> Iterator[Span]:
    """Yield the clauses of a stretch, their end marks included; a comma in quotation marks or brackets ends none."""
    start, depth = span[0], 0
    for at in range(*span):
        character = text[at]
        depth += (character in "“（《(") - (character in "”）》)")
        if depth <= 0 and character in "，," + _STOPS:
            if text[start:at].strip():
                yield _stripped(text, (start, at + 1))
            start, depth = at + 1, 0
    if text[start : span[1]].strip():
        yield _stripped(text, (start, span[1]))


def fitted(text: str, parts: Iterable[Span], longest: int = LONGEST_QUOTE) -> Span | None:
    """Return the stretch of as many neighbouring clauses from the first on as fit a quote, closing marks left out."""
    whole = list(parts)
    if not whole:
        return None
    start, end = whole[0]
    for part in whole[1:]:
        if part[1] - start > longest:
            break
        end = part[1]
    while end > start and text[end - 1] in "，,。；;：:" + " \n\t":
        end -= 1
    return start, end


def cause_in(text: str, span: Span) -> Span | None:
    """Return the clauses of a stretch from the first that gives a cause to the end of its sentence, or None.

    Where the word joins a cause to what came of it (…，导致…), the clauses before it are the cause.
    """
    for sentence in sentences(text, span):
        parts = list(clauses(text, sentence))
        for index, part in enumerate(parts):
            cue = CAUSE.search(text[slice(*part)])
            if cue is None or (cue[0] == "主要是" and not _DELAY.search(text[part[0] : sentence[1]])):
                continue
            first = index
            while cue[0] in _AFTER_CAUSE and first and part[1] - parts[first - 1][0] <= LONGEST_QUOTE:
                first -= 1
            return fitted(text, parts[first:])
    return None


def effect_in(text: str, span: Span) -> Span | None:
    """Return the clauses that say what the problem does harm to, or None."""
    for sentence in sentences(text, span):
        parts = list(clauses(text, sentence))
        for index, part in enumerate(parts):
            words = text[slice(*part)]
            if EFFECT.search(words) and not CAUSE.search(words):
                return fitted(text, parts[index:], 80)
    return None


def statement_in(text: str, span: Span) -> Span | None:
    """Return the clauses of a stretch that state the problem itself: from its beginning up to cause or effect."""
    for sentence in sentences(text, span):
        parts = []
        for part in clauses(text, sentence):
            words = text[slice(*part)]
            if CAUSE.search(words) or EFFECT.search(words):
                break
            parts.append(part)
        if parts and parts[-1][1] - parts[0][0] >= _SHORTEST_STATEMENT:
            return fitted(text, parts)
    return None
