"""Slips in rates: base, numerator and denominator, cut-off decimals, direction and growth, counts against lists."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from random import Random

from assistant.specimens.blocks import Place, Slot
from assistant.specimens.desk import Change, Desk, Slip, number, pick
from assistant.specimens.key import Accept, quote_at
from assistant.specimens.ledger import FigureKind, Tie

FORMS = ("annex1", "form")
TENTH = Decimal("0.1")
LEAST = Decimal("0.05")
"""Rates move by at least this many percentage points, well beyond what rounding of their parts can do."""


def _rates(desk: Desk, kind: str, **where: bool) -> list[tuple[Place, Slot, Tie]]:
    found = []
    for place, slot in desk.slots(FigureKind.RATE, **where, proof=1):  # type: ignore[arg-type]
        tie = next(
            (tie for tie in desk.ties(slot.fact) if tie.result == slot.fact and tie.kind == kind), None
        )
        if tie is not None:
            found.append((place, slot, tie))
    return found


def _rate(desk: Desk, slot: Slot, value: Decimal) -> str | None:
    text = desk.ledger.written(
        desk.ledger.shown_value(value, desk.ledger.figures[slot.fact]), desk.ledger.figures[slot.fact]
    )
    return text if abs(number(text) - number(slot.text)) >= LEAST else None


def wrong_base(desk: Desk, rng: Random) -> Change | None:
    """Divide by the opening budget where the report says the adjusted one."""
    options = []
    for place, slot, tie in _rates(desk, "ratio", table=False):
        opening = slot.fact.replace(".rate", ".initial")
        if desk.stated(opening) and opening != slot.fact:
            text = _rate(desk, slot, desk.ledger.value(tie.plus[0]) / desk.ledger.value(opening))
            if text is not None:
                options.append((place, slot, text))
    chosen = pick(rng, options)
    return None if chosen is None else desk.changed(*chosen, desk.explain(chosen[1].fact))


def swapped_ratio(desk: Desk, rng: Random) -> Change | None:
    """Divide the denominator by the numerator."""
    options = []
    for place, slot, tie in _rates(desk, "ratio"):
        text = _rate(desk, slot, desk.ledger.value(tie.minus[0]) / desk.ledger.value(tie.plus[0]))
        if text is not None and number(text) < 400:
            options.append((place, slot, text))
    chosen = pick(rng, options)
    return None if chosen is None else desk.changed(*chosen, desk.explain(chosen[1].fact))


def truncated_rate(desk: Desk, rng: Random) -> Change | None:
    """Cut a rate off in the annex where the text rounds it."""
    options = []
    for place, slot, _ in _rates(desk, "ratio", table=True):
        text = desk.ledger.truncated(slot.fact)
        inside = desk.report.blocks[place.block]
        if desk.stated(slot.fact) > 1 and text != slot.text and getattr(inside, "name", "") in FORMS:
            options.append((place, slot, text))
    chosen = pick(rng, options)
    return None if chosen is None else desk.changed(*chosen, desk.explain(chosen[1].fact))


def coarse_cut(desk: Desk, rng: Random) -> Change | None:
    """Print a rate in the text with one decimal, cut off where it should be rounded up."""
    options = []
    for place, slot, _ in _rates(desk, "ratio", table=False):
        shown = number(slot.text)
        cut, rounded = (f"{shown.quantize(TENTH, mode):f}" for mode in (ROUND_DOWN, ROUND_HALF_UP))
        if desk.stated(slot.fact) > 1 and cut != rounded:
            options.append((place, slot, cut, rounded))
    chosen = pick(rng, options)
    if chosen is None:
        return None
    place, slot, cut, rounded = chosen
    reason = f"{desk.explain(slot.fact)}；取一位小数应四舍五入为{rounded}%"
    change = desk.changed(place, slot, cut, reason)
    return replace(change, accept=Accept(values=(rounded,)))


def adjustment_net(desk: Desk, rng: Random) -> Change | None:
    """Work out 预算调整率 from additions net of recalls where the sentence says their sum."""
    facts = ("add.total", "recall", "gpb.initial")
    if not all(desk.stated(fact) and desk.free(fact) for fact in facts):
        return None
    added, recalled, opening = (desk.ledger.value(fact) for fact in facts)
    found = [item for item in _rates(desk, "ratio", table=False) if item[1].fact == "adjustment.rate"]
    chosen = pick(rng, found)
    text = _rate(desk, chosen[1], abs(added - recalled) / opening) if chosen else None
    if chosen is None or text is None:
        return None
    reason = f"{desk.explain(chosen[1].fact)}；报告写明按追加与收回之和计算，{text}%是相抵后的净额算出的"
    return desk.changed(chosen[0], chosen[1], text, reason)


def wrong_rate(desk: Desk, rng: Random) -> Change | None:
    """Print a rate that is off by a little."""
    found = [item for item in _rates(desk, "ratio") if not item[1].fact.endswith(".share")]
    return _off(desk, pick(rng, found), rng)


def share_wrong(desk: Desk, rng: Random) -> Change | None:
    """Print a share (占比) that is off by a little."""
    found = [item for item in _rates(desk, "ratio") if item[1].fact.endswith(".share")]
    return _off(desk, pick(rng, found), rng)


def yoy_wrong_base(desk: Desk, rng: Random) -> Change | None:
    """Divide the growth by this year's figure."""
    options = []
    for place, slot, tie in _rates(desk, "growth"):
        now, last = (desk.ledger.value(fact) for fact in (tie.plus[0], tie.minus[0]))
        text = _rate(desk, slot, abs(now - last) / now)
        if text is not None and number(slot.text) > 3:
            options.append((place, slot, text))
    chosen = pick(rng, options)
    return None if chosen is None else desk.changed(*chosen, desk.explain(chosen[1].fact))


def yoy_amount_wrong(desk: Desk, rng: Random) -> Change | None:
    """Print an increase or decrease that is not the difference of the two years."""
    kinds = (FigureKind.AMOUNT, FigureKind.COUNT)
    found = [
        item
        for kind in kinds
        for item in desk.slots(kind, table=False, proof=1)
        if item[1].fact.endswith(".change")
    ]
    chosen = pick(rng, [item for item in found if number(item[1].text) > 5 and desk.ties(item[1].fact)])
    if chosen is None:
        return None
    place, slot = chosen
    decimals = desk.ledger.figures[slot.fact].decimals
    shift = Decimal(rng.choice([-1, 1]) * rng.randint(2, 4) * (10 if decimals else 1)).scaleb(
        -min(decimals, 1)
    )
    return desk.changed(place, slot, desk.near(slot.text, slot.fact, shift), desk.explain(slot.fact))


def direction_reversed(desk: Desk, rng: Random) -> Change | None:
    """Say 增加 for 减少 (and 增长 for 下降) in one statement whose two years are both printed."""
    other = {"增加": "减少", "减少": "增加", "增长": "下降", "下降": "增长"}
    options = []
    for place, slot in desk.report.slots():
        stem, _, last_word = slot.fact.rpartition(".")
        figures = (f"{stem}.change", f"{stem}.last")
        if desk.beside_another(place):
            continue
        if last_word == "direction" and all(desk.stated(fact) and desk.free(fact) for fact in figures):
            options.append((place, slot, stem))
    chosen = pick(rng, options)
    if chosen is None:
        return None
    place, slot, stem = chosen
    report = desk.report.with_part(place, Slot(slot.fact, other[slot.text]))
    for trend_place, trend in report.statements(f"{stem}.trend"):
        if trend_place.block == place.block and 0 < trend_place.part - place.part <= 5:
            report = report.with_part(trend_place, Slot(trend.fact, other[trend.text]))
    facts = frozenset({slot.fact, f"{stem}.trend", f"{stem}.change", f"{stem}.growth"})
    tie = next((tie for tie in desk.ties(f"{stem}.growth") if tie.kind == "growth"), None)
    now, last = (desk.ledger.printed(fact) for fact in (tie.plus[0], tie.minus[0])) if tie else ("", "")
    reason = f"本年{now}，上年{last}，应为{slot.text}"
    turned = other[slot.text]
    rate_word = {"增加": "增长", "减少": "下降"}
    return Change(
        report,
        place,
        turned,
        slot.text,
        reason,
        facts,
        accept=Accept("words", (rate_word[slot.text],)),
        alike=((rate_word[turned], rate_word[slot.text]),),
        partners=tuple(quote_at(report, at) for fact in sorted(facts) for at, _ in report.statements(fact)),
    )


def count_vs_list(desk: Desk, rng: Random) -> Change | None:
    """State one thing more or fewer than are listed."""
    names = ("departments.count", "projects.count", "work.projects", "maintain.projects", "develop.projects")
    found = [item for item in desk.slots(FigureKind.COUNT, table=False, proof=0) if item[1].fact in names]
    chosen = pick(rng, found)
    if chosen is None:
        return None
    place, slot = chosen
    text = str(int(slot.text) + rng.choice([-1, 1]))
    return desk.changed(place, slot, text, f"逐项列示的共{slot.text}个")


def _off(desk: Desk, found: tuple[Place, Slot, Tie] | None, rng: Random) -> Change | None:
    if found is None:
        return None
    place, slot, _ = found
    shift = Decimal(rng.choice([-1, 1]) * rng.randint(6, 60)).scaleb(-2)
    text = desk.near(slot.text, slot.fact, shift)
    return desk.changed(place, slot, text, desk.explain(slot.fact)) if number(text) > 0 else None


RATE_ALSO = ("text_vs_text", "text_vs_table", "text_vs_annex")
SLIPS = (
    Slip("wrong_base", "ratio", "ratio", 3, "执行率以年初预算为分母", wrong_base, RATE_ALSO),
    Slip("swapped_ratio", "ratio", "ratio", 1, "比率分子分母颠倒", swapped_ratio, (*RATE_ALSO, "share")),
    Slip(
        "truncated_rate",
        "text_vs_annex",
        "convention",
        3,
        "附件比率截尾而正文四舍五入",
        truncated_rate,
        ("ratio", "text_vs_text", "text_vs_table"),
    ),
    Slip(
        "coarse_cut", "text_vs_text", "convention", 2, "取一位小数时截尾", coarse_cut, ("ratio", *RATE_ALSO)
    ),
    Slip("adjustment_net", "ratio", "convention", 2, "预算调整率按净额计算", adjustment_net, RATE_ALSO),
    Slip("wrong_rate", "ratio", "ratio", 2, "比率与列示的数不符", wrong_rate, RATE_ALSO),
    Slip("share_wrong", "share", "ratio", 2, "占比与列示的数不符", share_wrong, ("ratio", *RATE_ALSO)),
    Slip("yoy_wrong_base", "yoy", "yoy", 3, "增长率以本年数为基数", yoy_wrong_base, RATE_ALSO),
    Slip(
        "yoy_amount_wrong",
        "yoy",
        "yoy",
        2,
        "增减额与两年数据不符",
        yoy_amount_wrong,
        ("difference", *RATE_ALSO),
    ),
    Slip("direction_reversed", "yoy", "yoy", 1, "增减方向写反", direction_reversed),
    Slip("count_vs_list", "count", "tie_out", 1, "数量与列示不符", count_vs_list, ("sum",)),
)
