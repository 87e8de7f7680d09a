"""What looks wrong in a specimen and is lawful: a reviewer who flags it raises a false alarm."""

from __future__ import annotations

from decimal import Decimal

from assistant.specimens.blocks import Place, Slot, Table
from assistant.specimens.desk import Desk, rounding_gap
from assistant.specimens.key import Decoy, quote_at, where_is
from assistant.specimens.ledger import FigureKind, Tie
from assistant.specimens.story import CATEGORIES

OPENING = Tie("sum", "gpb.adjusted", ("gpb.initial", "add.total"), ("recall",))
MOST = 4


def find_decoys(desk: Desk) -> tuple[Decoy, ...]:
    """Return the decoys of the planted report; those whose figures a slip has touched are left out."""
    return tuple(
        decoy
        for found in (
            _roundings(desk),
            _rounded_shares(desk),
            _rounded_score(desk),
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
        found.append(_decoy(desk, "rounding", "尾差", why, desk.report.statements(tie.result), tie.facts))
    return found


def _rounded_shares(desk: Desk) -> list[Decoy]:
    """The shares of a whole, each rounded by itself, need not add up to 100 %."""
    found = []
    for facts in (tuple(f"{category}.share" for category in CATEGORIES), ("basic.share", "project.share")):
        total = sum((desk.ledger.shown(fact) for fact in facts), Decimal(0))
        if total == 100 or desk.touched & set(facts) or not all(desk.stated(fact) for fact in facts):
            continue
        plus = " + ".join(f"{desk.ledger.printed(fact)}%" for fact in facts)
        why = f"{plus} = {total}%，各占比分别四舍五入，合计可以不正好是100%"
        found.append(_decoy(desk, "rounding", "占比合计的尾差", why, desk.report.statements(facts[0]), facts))
    return found


def _rounded_score(desk: Desk) -> list[Decoy]:
    """A score is weight × rate, rounded to two decimals."""
    found = []
    for tie in desk.ledger.ties:
        if tie.kind != "score" or not _untouched(desk, tie):
            continue
        exact = (desk.ledger.shown(tie.plus[0]) * desk.ledger.shown(tie.minus[0]) / 100).normalize()
        if exact == desk.ledger.shown(tie.result):
            continue
        weight, rate, score = (desk.ledger.printed(fact) for fact in (*tie.plus, *tie.minus, tie.result))
        why = f"{weight} × {rate}% = {exact:f}，四舍五入取两位小数为{score}，得分没有错"
        found.append(_decoy(desk, "rounding", "得分取位", why, desk.report.statements(tie.result), tie.facts))
    return found


def _above_hundred(desk: Desk) -> list[Decoy]:
    found = []
    for place, slot in desk.report.slots():
        figure = desk.ledger.figures[slot.fact]
        if figure.kind is FigureKind.RATE and figure.value > 1 and slot.fact not in desk.touched:
            why = f"{desk.explain(slot.fact)}，超额完成，比率可以大于100%"
            found.append(_decoy(desk, "over_hundred", "比率大于100%", why, [(place, slot)], (slot.fact,)))
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
    return [_decoy(desk, "other_scope", "口径不同的两个总数", why, desk.report.statements(facts[1]), facts)]


def _bridge(desk: Desk) -> list[Decoy]:
    if not _untouched(desk, OPENING):
        return []
    initial, added, recalled, adjusted = (
        desk.ledger.printed(fact) for fact in ("gpb.initial", "add.total", "recall", "gpb.adjusted")
    )
    why = f"年初 {initial} + 追加 {added} − 收回 {recalled} = 全年 {adjusted}，各步分在几句话里"
    places = desk.report.statements("gpb.adjusted")[:1]
    return [_decoy(desk, "bridge", "跨句的预算调整", why, places, OPENING.facts)]


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
            found.append(_decoy(desk, "bare_integer", "省写小数的整数", why, [(place, slot)], (slot.fact,)))
    return found


def _decoy(
    desk: Desk,
    kind: str,
    title: str,
    why: str,
    places: list[tuple[Place, Slot]],
    facts: tuple[str, ...] = (),
) -> Decoy:
    quotes = tuple(dict.fromkeys(quote_at(desk.report, place) for place, _ in places))
    figures = tuple(dict.fromkeys(desk.ledger.printed(fact) for fact in facts))
    return Decoy(kind, title, why, quotes, where_is(desk.report, places[0][0]), figures)
