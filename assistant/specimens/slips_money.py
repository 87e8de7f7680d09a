"""Slips in amounts: digits, totals, copies, units, and one fact stated in two ways."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from assistant.specimens import digits
from assistant.specimens.blocks import Place, Slot, Table
from assistant.specimens.desk import Change, Desk, Slip, number, pick
from assistant.specimens.ledger import FigureKind

LEAST = Decimal("0.08")
"""Amounts move by more than this: beyond the rounding width of the longest sum (8 terms of half a 分 of 万元 each)."""

Found = tuple[Place, Slot]


def _is_total(desk: Desk, fact: str) -> bool:
    return any(tie.kind == "sum" and tie.result == fact and not tie.minus for tie in desk.ties(fact))


def _table_name(desk: Desk, place: Place) -> str:
    block = desk.report.blocks[place.block]
    return block.name if isinstance(block, Table) else ""


def _distinct(desk: Desk, found: list[Found]) -> list[Found]:
    """Leave out figures of which another figure has the same digits: the quote would not tell which is meant."""
    printed = [desk.ledger.printed(fact) for fact in desk.ledger.figures]
    return [(place, slot) for place, slot in found if printed.count(slot.text) == 1 and number(slot.text) > 1]


def _parts_in_tables(desk: Desk) -> list[Found]:
    found = desk.slots(FigureKind.AMOUNT, region="body", table=True)
    return _distinct(desk, [item for item in found if not _is_total(desk, item[1].fact)])


def transposed_digits(desk: Desk, rng: Random) -> Change | None:
    """Exchange two digits of an item in a table of the text; its total stays."""
    found = pick(rng, _parts_in_tables(desk))
    text = digits.transposed(found[1].text, rng, LEAST) if found else None
    return _digits_changed(desk, found, text)


def wrong_digit(desk: Desk, rng: Random) -> Change | None:
    """Change one digit of an item in a sentence (其中, 分别为)."""
    found = pick(rng, _distinct(desk, list(desk.slots(FigureKind.AMOUNT, region="body", table=False))))
    text = digits.one_wrong(found[1].text, rng, LEAST) if found else None
    return _digits_changed(desk, found, text)


def subtotal_wrong(desk: Desk, rng: Random) -> Change | None:
    """Change a 小计 or 合计 in a table."""
    found = [
        item
        for item in desk.slots(FigureKind.AMOUNT, region="body", table=True)
        if _is_total(desk, item[1].fact)
    ]
    chosen = pick(rng, _distinct(desk, found))
    text = digits.one_wrong(chosen[1].text, rng, LEAST) if chosen else None
    return _digits_changed(desk, chosen, text)


def text_vs_table(desk: Desk, rng: Random) -> Change | None:
    """Move the last digits of an amount in the text that a table in the text states as well."""
    tables = {
        slot.fact
        for place, slot in desk.report.slots()
        if _table_name(desk, place) in ("budget", "basic", "projects")
    }
    found = [
        item for item in desk.slots(FigureKind.AMOUNT, region="body", table=False) if item[1].fact in tables
    ]
    return _moved(desk, pick(rng, _distinct(desk, found)), rng)


def text_vs_annex(desk: Desk, rng: Random) -> Change | None:
    """Move the last digits of an amount in an annex that the text states as well."""
    text = {slot.fact for place, slot in desk.report.slots() if place.cell is None}
    found = [
        item for item in desk.slots(FigureKind.AMOUNT, region="annex", table=True) if item[1].fact in text
    ]
    return _moved(desk, pick(rng, _distinct(desk, found)), rng)


def copied_row(desk: Desk, rng: Random) -> Change | None:
    """Print the amount of the row above once more."""
    options = []
    for place, slot in _parts_in_tables(desk):
        block = desk.report.blocks[place.block]
        if not isinstance(block, Table) or place.cell is None:
            continue
        cell = block.cells[place.cell]
        above = block.at(cell.row - 1, cell.column)
        part = above.parts[0] if above is not None and above.parts else None
        if (
            isinstance(part, Slot)
            and above is not None
            and above.row >= block.header_rows
            and part.text != slot.text
        ):
            options.append((place, slot, part.text))
    chosen = pick(rng, options)
    return None if chosen is None else _digits_changed(desk, chosen[:2], chosen[2])


def stale_value(desk: Desk, rng: Random) -> Change | None:
    """Leave the amount of last year in this year's column of the annex."""
    options = []
    for place, slot in desk.slots(FigureKind.AMOUNT, region="annex", table=True):
        last = slot.fact.replace(".executed", ".last")
        if last == slot.fact or last not in desk.ledger.figures or number(slot.text) == 0:
            continue
        if desk.ledger.printed(last) != slot.text:
            options.append(((place, slot), desk.ledger.printed(last)))
    chosen = pick(rng, options)
    return None if chosen is None else _digits_changed(desk, *chosen)


def bridge_broken(desk: Desk, rng: Random) -> Change | None:
    """Change one step on the way from the opening to the adjusted budget, in the sentence that states it."""
    steps = (
        "recall",
        "add.total",
        "add.project",
        "carry.adjusted",
        "appropriation.adjusted",
        "adjustment.sum",
    )
    found = [
        item for item in desk.slots(FigureKind.AMOUNT, region="body", table=False) if item[1].fact in steps
    ]
    chosen = pick(rng, _distinct(desk, found))
    text = digits.one_wrong(chosen[1].text, rng, LEAST) if chosen else None
    return _digits_changed(desk, chosen, text)


def scope_mixed(desk: Desk, rng: Random) -> Change | None:
    """State the total of all funds where a sentence speaks of 一般公共预算."""
    options = []
    for place, slot in desk.slots(FigureKind.AMOUNT, region="body", table=False):
        stem, _, stage = slot.fact.partition(".")
        if stem == "gpb" and f"all.{stage}" in desk.ledger.figures:
            options.append((place, slot, stage))
    chosen = pick(rng, options)
    if chosen is None:
        return None
    place, slot, stage = chosen
    text = desk.ledger.printed(f"all.{stage}")
    reason = f"{desk.explain(slot.fact)}；{text}是含其他资金的总额，不是一般公共预算"
    return desk.changed(place, slot, text, reason)


def unit_slip(desk: Desk, rng: Random) -> Change | None:
    """Print 元 for 万元 (or the other way) behind an amount in the text."""
    found = [item for item in desk.slots(FigureKind.AMOUNT, region="body", table=False) if item[1].unit]
    chosen = pick(rng, _distinct(desk, found))
    if chosen is None:
        return None
    place, slot = chosen
    wrong = Slot(slot.fact, slot.text, "元" if slot.unit == "万元" else "万元")
    reason = f"报告其他位置以{slot.unit}列示同一数据：{slot.printed}"
    facts = frozenset({slot.fact})
    return Change(desk.report.with_part(place, wrong), place, wrong.printed, slot.printed, reason, facts)


def _moved(desk: Desk, found: Found | None, rng: Random) -> Change | None:
    if found is None:
        return None
    shift = Decimal(rng.choice([-1, 1]) * rng.randint(9, 90)).scaleb(-2)
    return _digits_changed(desk, found, desk.near(found[1].text, found[1].fact, shift))


def _digits_changed(desk: Desk, found: Found | None, text: str | None) -> Change | None:
    if found is None or text is None or text == found[1].text or number(text) < 0:
        return None
    place, slot = found
    return desk.changed(place, slot, text, desk.explain(slot.fact))


SLIPS = (
    Slip(
        "transposed_digits",
        "sum",
        "tie_out",
        1,
        "表内数字前后颠倒",
        transposed_digits,
        ("text_vs_table", "text_vs_annex", "difference", "ratio", "share"),
    ),
    Slip(
        "wrong_digit",
        "sum",
        "tie_out",
        1,
        "正文数字错一位",
        wrong_digit,
        ("text_vs_table", "text_vs_text", "text_vs_annex", "difference", "ratio", "share", "yoy"),
    ),
    Slip(
        "subtotal_wrong",
        "sum",
        "tie_out",
        1,
        "小计或合计加错",
        subtotal_wrong,
        ("text_vs_table", "text_vs_annex", "difference", "ratio", "share"),
    ),
    Slip(
        "text_vs_table",
        "text_vs_table",
        "tie_out",
        2,
        "正文与文中表格不一致",
        text_vs_table,
        ("sum", "text_vs_text", "text_vs_annex", "difference", "ratio", "share", "yoy"),
    ),
    Slip(
        "text_vs_annex",
        "text_vs_annex",
        "tie_out",
        2,
        "正文与附件不一致",
        text_vs_annex,
        ("sum", "text_vs_table", "text_vs_text", "difference", "ratio", "yoy", "score_vs_rule"),
    ),
    Slip(
        "copied_row",
        "sum",
        "tie_out",
        2,
        "抄成上一行的数",
        copied_row,
        ("text_vs_table", "text_vs_annex", "difference", "ratio", "share"),
    ),
    Slip(
        "stale_value",
        "text_vs_annex",
        "tie_out",
        3,
        "决算数填成上年数",
        stale_value,
        ("sum", "text_vs_table", "difference", "ratio", "yoy"),
    ),
    Slip(
        "bridge_broken",
        "difference",
        "tie_out",
        3,
        "预算调整过程不平",
        bridge_broken,
        ("sum", "text_vs_text", "text_vs_table", "ratio"),
    ),
    Slip(
        "scope_mixed",
        "text_vs_table",
        "convention",
        1,
        "把全部资金的总额当作一般公共预算",
        scope_mixed,
        ("sum", "text_vs_text", "text_vs_annex", "difference", "ratio", "yoy"),
    ),
    Slip(
        "unit_slip",
        "unit",
        "tie_out",
        2,
        "金额单位写错",
        unit_slip,
        ("text_vs_text", "text_vs_table", "text_vs_annex", "sum", "difference", "ratio"),
    ),
)
