"""Problems against measures: does each problem that the report admits meet a measure, and where does a measure come from?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers.desk import Desk
from assistant.answers.refusal import refuse
from assistant.answers.reply import Reply
from assistant.answers.words import place
from assistant.disguise import plain
from assistant.places import bare_heading
from assistant.plan import About, Kind
from assistant.support import Origin
from corpus.document.evidence import Evidence
from corpus.document.model import Block, BlockKind, Document

_PROBLEMS = re.compile(r"问题|不足")
_MEASURES = re.compile(r"措施|下一步|下步|建议|打算|对策")
_STOP = re.compile(r"进一步|部分|有待|需要|加强|提高|提升|持续|不够|情况|工作|方面|以及|开展|做好|完善|合理")
_LEAST = 0.08


@dataclass(frozen=True, slots=True)
class Item:
    """A subheading with the text below it; ``pairs`` are the words by which it is compared."""

    title: str
    evidence: Evidence
    head: frozenset[str]
    pairs: frozenset[str]


def answer_problems_and_measures(desk: Desk) -> Reply:
    """Set each problem against the measures that share most words with it, and name what meets nothing."""
    problems, measures = items(desk, _PROBLEMS, _MEASURES), items(desk, _MEASURES, _PROBLEMS)
    if not problems or not measures:
        lacking = "存在的问题" if not problems else "改进措施"
        return refuse(desk, Kind.PROBLEMS_AND_MEASURES, f"分条列出的{lacking}")
    reply = Reply(Kind.PROBLEMS_AND_MEASURES, about=About(Kind.PROBLEMS_AND_MEASURES))
    reply.add("按用词对应如下（只比对文字，是否真正接住由审核人判断）：")
    answered: set[int] = set()
    for problem in problems:
        met = _matches(problem, measures)
        answered |= set(met)
        reply.add(
            f"问题“{_words(desk, problem)}”{_cited(desk, problem)}：{_met(desk, [measures[at] for at in met])}"
        )
    loose = [measure for at, measure in enumerate(measures) if at not in answered]
    for measure in loose:
        reply.add(
            f"措施“{_words(desk, measure)}”{_cited(desk, measure)}在所列问题中找不到对应的问题，请说明针对什么。"
        )
    open_ends = [problem for problem in problems if not _matches(problem, measures)]
    if not loose and not open_ends:
        reply.add("每条问题都有对应措施，每条措施都有来由；措施写没写明责任部门和完成时限，另看原文。")
    return reply


def answer_section(desk: Desk, terms: Sequence[str]) -> Reply | None:
    """Answer with the chapter whose heading holds the words of the question: its subheadings, else its first sentences."""
    wanted = [term for term in terms if len(term) > 1]
    document = desk.review.document
    for index, block in enumerate(document.blocks):
        title = plain(document.text[block.start : block.end]).text
        heading = block.kind is BlockKind.HEADING and len(title) <= 40
        if not heading or not wanted or not all(_names(term, title) for term in wanted):
            continue
        body = _own_blocks(document, block, index)
        below = [b for b in body if b.kind is BlockKind.HEADING and b.level == (block.level or 1) + 1]
        evidence = desk.material.places.evidence(block.start, block.end)
        reply = Reply(Kind.CONTENT, about=About(Kind.CONTENT))
        name = desk.material.passage(bare_heading(document.text[block.start : block.end]), Origin.CITED)
        reply.add(f"报告“{name}”（{place(evidence)}）{desk.material.cite(evidence)}写的是：")
        chosen = below or [b for b in body if b.kind is BlockKind.PARAGRAPH]
        for found in chosen[:_MOST]:
            words = desk.material.places.evidence(found.start, _first_end(document, found))
            reply.add(f"{desk.material.quote(words)}。")
        if len(reply.lines) > 1:
            return reply
    return None


_MOST = 10


def _names(term: str, title: str) -> bool:
    from assistant.question import ways

    further = [word for key, words in ways()["expansions"].items() if key in term for word in words]
    return term in title or any(word in title for word in further)


def _own_blocks(document: Document, block: Block, index: int) -> list[Block]:
    """Return what stands below a heading up to the next of its own level or above."""
    own: list[Block] = []
    for after in document.blocks[index + 1 :]:
        if after.kind is BlockKind.HEADING and (after.level or 1) <= (block.level or 1):
            break
        own.append(after)
    return own


def _first_end(document: Document, block: Block) -> int:
    """Return where the first sentence of a paragraph ends, or a heading."""
    if block.kind is BlockKind.HEADING:
        return block.end
    found = re.compile(r"[。；！？]").search(document.text, block.start, block.end)
    return block.end if found is None else found.end()


def items(desk: Desk, wanted: re.Pattern[str], other: re.Pattern[str]) -> list[Item]:
    """Return the subheadings of the first chapter whose title has the words, with their text."""
    document = desk.review.document
    blocks = document.blocks
    for index, block in enumerate(blocks):
        title = document.text[block.start : block.end]
        top = block.kind is BlockKind.HEADING and block.level == 1
        if top and wanted.search(title) and not other.search(title):
            return _below(desk, document, blocks[index + 1 :])
    return []


def _below(desk: Desk, document: Document, blocks: Sequence[Block]) -> list[Item]:
    found: list[list[Block]] = []
    for block in blocks:
        if block.kind is BlockKind.HEADING and block.level == 1:
            break
        if block.kind is BlockKind.HEADING and block.level == 2:
            found.append([block])
        elif found:
            found[-1].append(block)
    return [_item(desk, document, group) for group in found]


def _item(desk: Desk, document: Document, group: Sequence[Block]) -> Item:
    head = group[0]
    title = bare_heading(document.text[head.start : head.end])
    body = document.text[group[0].start : group[-1].end]
    evidence = desk.material.places.evidence(head.start, head.end)
    return Item(title, evidence, frozenset(_pairs(title)), frozenset(_pairs(body)))


def _pairs(text: str) -> list[str]:
    folded = _STOP.sub(" ", plain(text).text)
    return [
        folded[at : at + 2]
        for at in range(len(folded) - 1)
        if re.fullmatch(r"[\u4e00-\u9fff]{2}", folded[at : at + 2])
    ]


def _matches(problem: Item, measures: Sequence[Item]) -> list[int]:
    """Return the measures whose title shares words with the problem, else the one whose text shares enough."""
    scores = []
    for at, measure in enumerate(measures):
        titles = len(problem.head & measure.head) / max(min(len(problem.head), len(measure.head)), 1)
        whole = len(problem.pairs & measure.pairs) / max(min(len(problem.pairs), len(measure.pairs)), 1)
        scores.append((titles + whole, at))
    best = max(scores, default=(0.0, 0))
    if best[0] < _LEAST:
        return []
    return sorted(at for score, at in scores if score >= max(_LEAST, 0.6 * best[0]))


def _met(desk: Desk, measures: Sequence[Item]) -> str:
    if not measures:
        return "没有找到对应的措施，请补充。"
    return "；".join(f"对应措施“{_words(desk, one)}”{_cited(desk, one)}" for one in measures) + "。"


def _words(desk: Desk, item: Item) -> str:
    return desk.material.passage(item.title, Origin.CITED, desk.material.cite(item.evidence))


def _cited(desk: Desk, item: Item) -> str:
    return f"（{place(item.evidence)}）{desk.material.cite(item.evidence)}"
