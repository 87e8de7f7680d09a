"""C02: the text refers to an annex by its number, and the document has no such annex."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.document.model import ReadMode
from rules.annexes import present, references
from rules.card import card
from rules.check import CheckContext
from rules.finding import Disposition, Finding, Severity
from rules.self_report import clause_at


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each absent annex; where pages could not be read it is only a question."""
    held = present(context.document)
    seen: set[str] = set()
    for number, start, end in references(context.document):
        if number not in held and number not in seen:
            seen.add(number)
            yield _finding(context, number, *clause_at(context.document.text, start, end))


def _finding(context: CheckContext, number: str, start: int, end: int) -> Finding:
    unread = any(page.read is not ReadMode.TEXT for page in context.document.pages)
    doubt = "（有页面未能读出文字，请人工复核）" if unread else ""
    return card("C02").finding(
        content=(number,),
        message=f"正文写明见附件{number}，本文件未见附件{number}{doubt}。请补附，或更正附件编号。",
        severity=Severity.WARNING if unread else None,
        disposition=Disposition.ASK if unread else None,
        reported=f"附件{number}",
        evidence=(context.locator.evidence(start, end),),
    )
