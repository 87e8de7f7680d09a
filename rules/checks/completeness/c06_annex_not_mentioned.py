"""C06: an annex that the text never mentions, while it mentions others."""

from __future__ import annotations

from collections.abc import Iterable

from rules.annexes import mentioned, present
from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one hint for each such annex; a text that mentions no annex at all has another habit."""
    named = mentioned(context.document)
    held = present(context.document)
    if not named & set(held):
        return
    for number, start in sorted(held.items()):
        if number in named:
            continue
        block = context.locator.block_at(start)
        end = start + 1 if block is None or block.table is not None else block.end
        yield card("C06").finding(
            content=(number,),
            message=f"文后附有附件{number}，正文和附件清单均未提及。请补列，或核对附件编号。",
            reported=f"附件{number}",
            evidence=(context.locator.evidence(start, end),),
        )
