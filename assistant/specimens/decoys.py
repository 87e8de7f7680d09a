"""What looks wrong in a specimen and is lawful: a reviewer who flags it raises a false alarm."""

from __future__ import annotations

from assistant.specimens.blocks import Place, Slot, Table
from assistant.specimens.desk import Desk, rounding_gap
from assistant.specimens.key import Decoy, quote_at, where_is
from assistant.specimens.ledger import FigureKind, Tie

OPENING = Tie("sum", "gpb.adjusted", ("gpb.initial", "add.total"), ("recall",))
MOST = 4


def find_decoys(desk: Desk) -> tuple[Decoy, ...]:
    """Return the decoys of the planted report; those whose figures a slip has touched are left out."""
    return tuple(
        decoy
        for found in (
            _roundings(desk),
            _above_hundred(desk),
            _blanks(desk),
            _other_scope(desk),
            _bridge(desk),
            _bare(desk),
        )
        for decoy in found[:MOST]
    )


def _untouched(desk: Desk, tie: Tie) -> bool:
    return not desk.touched & set(tie.facts) and all(desk.stated(fact) for fact in tie.facts)


def _roundings(desk: Desk) -> list[Decoy]:
    found = []
    for tie in sorted(desk.ledger.ties, key=lambda tie: bool(tie.minus)):
        if tie.kind != "sum" or not _untouched(desk, tie) or rounding_gap(desk.ledger, tie) == 0:
            continue
        plus = " + ".join(desk.ledger.printed(fact) for fact in tie.plus)
        minus = "".join(f" − {desk.ledger.printed(fact)}" for fact in tie.minus)
        gap = abs(rounding_gap(desk.ledger, tie))
        why = f"{plus}{minus} 与 {desk.ledger.printed(tie.result)} 相差 {gap}，系各数分别四舍五入的尾差"
        found.append(_decoy(desk, "rounding", "尾差", why, desk.report.statements(tie.result)))
    return found


def _above_hundred(desk: Desk) -> list[Decoy]:
    found = []
    for place, slot in desk.report.slots():
        figure = desk.ledger.figures[slot.fact]
        if figure.kind is FigureKind.RATE and figure.value > 1 and slot.fact not in desk.touched:
            why = f"{desk.explain(slot.fact)}，超额完成，比率可以大于100%"
            found.append(_decoy(desk, "over_hundred", "比率大于100%", why, [(place, slot)]))
    return found


def _blanks(desk: Desk) -> list[Decoy]:
    found = []
    for number, block in enumerate(desk.report.blocks):
        if not isinstance(block, Table) or block.name not in ("budget", "annex1"):
            continue
        index = next(
            n for n, cell in enumerate(block.cells) if not cell.parts and cell.row >= block.header_rows
        )
        place = Place(number, index, 0)
        why = "没有发生的项目留空，空白不等于零，也不是漏填"
        found.append(_decoy(desk, "blank", "空白单元格", why, [(place, Slot("", ""))]))
    return found


def _other_scope(desk: Desk) -> list[Decoy]:
    facts = ("project.adjusted", "project_all.adjusted")
    if desk.touched & set(facts):
        return []
    small, large = (desk.ledger.printed(fact) for fact in facts)
    why = f"项目支出 {small} 限一般公共预算，{large} 含其他资金，口径不同"
    return [_decoy(desk, "other_scope", "口径不同的两个总数", why, desk.report.statements(facts[1]))]


def _bridge(desk: Desk) -> list[Decoy]:
    if not _untouched(desk, OPENING):
        return []
    initial, added, recalled, adjusted = (
        desk.ledger.printed(fact) for fact in ("gpb.initial", "add.total", "recall", "gpb.adjusted")
    )
    why = f"年初 {initial} + 追加 {added} − 收回 {recalled} = 全年 {adjusted}，各步分在几句话里"
    return [_decoy(desk, "bridge", "跨句的预算调整", why, desk.report.statements("gpb.adjusted")[:1])]


def _bare(desk: Desk) -> list[Decoy]:
    found = []
    for place, slot in desk.report.slots():
        figure = desk.ledger.figures[slot.fact]
        if (
            figure.bare
            and figure.kind is FigureKind.AMOUNT
            and figure.value > 0
            and slot.fact not in desk.touched
        ):
            why = f"{slot.text} 与两位小数的数并列，是没有写出末尾的零"
            found.append(_decoy(desk, "bare_integer", "省写小数的整数", why, [(place, slot)]))
    return found


def _decoy(desk: Desk, kind: str, title: str, why: str, places: list[tuple[Place, Slot]]) -> Decoy:
    quotes = tuple(dict.fromkeys(quote_at(desk.report, place) for place, _ in places))
    return Decoy(kind, title, why, quotes, where_is(desk.report, places[0][0]))
