"""C07: annexes numbered with a gap that no reference explains."""

from __future__ import annotations

from collections.abc import Iterable

from rules.annexes import present, references
from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding that names the missing numbers; an annex that is referred to and absent is C02's."""
    held = present(context.document)
    if len(held) < 2:
        return
    numbers = sorted(int(number) for number in held)
    known = held.keys() | {number for number, _, _ in references(context.document)}
    gaps = [number for number in range(1, numbers[-1]) if str(number) not in known]
    if not gaps:
        return
    after = held[str(next(number for number in numbers if number > gaps[0]))]
    absent = "、".join(f"附件{number}" for number in gaps)
    yield card("C07").finding(
        content=(absent,),
        message=f"附件编号不连续：有附件{'、'.join(map(str, numbers))}，缺{absent}。请核对是否漏附。",
        reported="、".join(map(str, numbers)),
        expected=absent,
        evidence=(context.locator.evidence(after, _line_end(context, after)),),
    )


def _line_end(context: CheckContext, start: int) -> int:
    end = context.document.text.find("\n", start)
    return end if end > start else start + 1
