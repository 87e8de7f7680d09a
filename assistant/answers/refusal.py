"""Saying honestly that the report does not hold it: what was looked at, what comes nearest, whom to ask. No figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.answers.desk import Desk
from assistant.answers.reply import Reply
from assistant.answers.words import name_of, place
from assistant.plan import Kind
from rules.facts.fact import Fact

MOST_NEAREST = 3


def refuse(
    desk: Desk,
    kind: Kind,
    what: str,
    nearest: Sequence[str] = (),
    *,
    why: str = "",
    request: str = "",
) -> Reply:
    """Return a refusal; ``nearest`` names, with their markers, what the report has instead, without its figures."""
    reply = Reply(kind, answered=False)
    reply.add(
        f"报告未载{' ' if what[:1].isdigit() else ''}{what}，不能作答。"
        if what
        else "报告里没有找到可以回答这个问题的内容。"
    )
    reply.add(why)
    reply.add(f"已查看：{_looked_at(desk)}。")
    if nearest:
        reply.add(f"最接近的是：{'；'.join(nearest[:MOST_NEAREST])}。")
    reply.add(request)
    return reply


def _looked_at(desk: Desk) -> str:
    document = desk.review.document
    parts = ["报告正文"]
    parts += ["表格"] if document.tables else []
    parts += ["附件"] if any("附件" in " ".join(block.section) for block in document.blocks) else []
    parts += ["规则卡和依据卡"]
    parts += ["资料库"] if desk.searched else []
    return "、".join(parts)


def nearest_facts(desk: Desk, facts: Iterable[Fact]) -> list[str]:
    """Return names of facts with the markers of their places, each name once and without the figure."""
    found: dict[str, str] = {}
    for fact in facts:
        name = name_of(fact)
        if name and name not in found:
            found[name] = f"{name}（{desk.place(fact)}）{desk.material.cite_fact(fact)}"
        if len(found) == MOST_NEAREST:
            break
    return list(found.values())


def nearest_sentences(desk: Desk, terms: Sequence[str], most: int = 2, least: float = 0.3) -> list[str]:
    """Return the places of the sentences that share most words with the question, without their words."""
    found = []
    for hit in desk.sentences.ranked(terms):
        if hit.sentence.heading or hit.coverage < least:
            continue
        evidence = desk.sentences.evidence(hit.sentence)
        shared = next((term for term in terms if len(term) > 1 and term in hit.sentence.folded), "")
        about = f"关于“{shared}”的表述" if shared else "相关表述"
        found.append(f"{place(evidence)}{about}{desk.material.cite(evidence)}")
        if len(found) == most:
            break
    return found
