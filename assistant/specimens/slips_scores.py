"""Slips in the score form: scores, weights, words of the indicators, reasons."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal
from random import Random

from assistant.specimens import digits
from assistant.specimens.blocks import Cell, Place, Slot, Table, plain
from assistant.specimens.desk import Change, Desk, Slip, number, pick
from assistant.specimens.key import Accept

NAME, TARGET, ACTUAL, WEIGHT, SCORE, REASON = 3, 4, 5, 6, 7, 8
PERCENT = re.compile(r"≥(\d+)%")


def _rows(desk: Desk) -> list[dict[int, tuple[Place, Cell]]]:
    """Return the rows of indicators: column → place of its first part, and the cell; touched ones are left out."""
    number_of_block, table = desk.report.table("form")
    rows: dict[int, dict[int, tuple[Place, Cell]]] = {}
    for index, cell in enumerate(table.cells):
        if 0 < cell.row < table.rows - 1 and cell.column >= 3:
            rows.setdefault(cell.row, {})[cell.column] = (Place(number_of_block, index, 0), cell)
    used = {
        (number_of_block, table.cells[place.cell].row)
        for place in desk.places
        if place.block == number_of_block and place.cell is not None
    }
    return [row for key, row in sorted(rows.items()) if (number_of_block, key) not in used]


def _text(row: dict[int, tuple[Place, Cell]], column: int) -> str:
    return plain(row[column][1].parts)


def _full(row: dict[int, tuple[Place, Cell]]) -> bool:
    return _text(row, SCORE) == _text(row, WEIGHT)


def _score_slot(row: dict[int, tuple[Place, Cell]], column: int) -> tuple[Place, Slot]:
    place, cell = row[column]
    part = cell.parts[0]
    assert isinstance(part, Slot)
    return place, part


def score_above_weight(desk: Desk, rng: Random) -> Change | None:
    """Score a row above its weight."""
    row = pick(rng, [row for row in _rows(desk) if _full(row) and desk.free(_score_slot(row, SCORE)[1].fact)])
    if row is None:
        return None
    place, slot = _score_slot(row, SCORE)
    text = str(number(slot.text) + rng.choice([Decimal(1), Decimal("0.5")]))
    reason = f"该项分值{slot.text}分，得分不应超过分值；按各项得分与合计倒推为{slot.text}分"
    return desk.changed(place, slot, text, reason)


def weights_not_full(desk: Desk, rng: Random) -> Change | None:
    """Change the weight of a row that has lost points, so that the weights no longer add up."""
    row = pick(
        rng, [row for row in _rows(desk) if not _full(row) and desk.free(_score_slot(row, WEIGHT)[1].fact)]
    )
    if row is None:
        return None
    place, slot = _score_slot(row, WEIGHT)
    stem = slot.fact
    total = next((tie.result for tie in desk.ledger.ties if stem in tie.plus), stem)
    reason = f"该类指标分值合计应为{desk.ledger.printed(total)}分"
    return desk.changed(place, slot, str(int(slot.text) + rng.choice([1, 2])), reason)


def score_total_wrong(desk: Desk, rng: Random) -> Change | None:
    """Print a total of scores in the form that its parts do not give."""
    found = [
        (place, slot)
        for place, slot in desk.report.statements("total.score")
        if place.cell is not None and desk.free(slot.fact)
    ]
    chosen = pick(rng, found)
    if chosen is None:
        return None
    place, slot = chosen
    text = digits.transposed(slot.text, rng, Decimal("0.5")) or digits.one_wrong(
        slot.text, rng, Decimal("0.5")
    )
    if text is None or number(text) > 100:
        text = desk.near(slot.text, slot.fact, Decimal(-1))
    return desk.changed(place, slot, text, desk.explain(slot.fact))


def execution_score(desk: Desk, rng: Random) -> Change | None:
    """Print a score for execution that is not weight × rate."""
    found = [item for item in desk.report.statements("execution.score") if desk.free(item[1].fact)]
    chosen = next((item for item in found if item[0].cell is not None), None)
    if chosen is None:
        return None
    place, slot = chosen
    shift = Decimal(rng.choice([-1, 1]) * rng.randint(12, 60)).scaleb(-2)
    text = desk.near(slot.text, slot.fact, shift)
    return desk.changed(place, slot, text, desk.explain(slot.fact)) if number(text) < 10 else None


def class_score_wrong(desk: Desk, rng: Random) -> Change | None:
    """Print in the text a score of one class of indicators that its rows in the form do not give."""
    names = ("class0.score", "class1.score")
    found = [
        (place, slot)
        for name in names
        for place, slot in desk.report.statements(name)
        if place.cell is None and desk.free(name) and not desk.beside_another(place)
    ]
    chosen = pick(rng, found)
    if chosen is None:
        return None
    place, slot = chosen
    shift = Decimal(rng.choice([-1, 1]) * rng.choice([30, 50, 70, 90])).scaleb(-2)
    return desk.changed(place, slot, desk.near(slot.text, slot.fact, shift), desk.explain(slot.fact))


def unmet_near_full(desk: Desk, rng: Random) -> Change | None:
    """Let the words of a row say that the goal was missed, while its score stays full."""
    options = [row for row in _rows(desk) if _full(row) and len(row[ACTUAL][1].parts) == 1]
    options = [row for row in options if isinstance(row[ACTUAL][1].parts[0], str)]
    row = pick(rng, [row for row in options if len(_text(row, ACTUAL)) > 8])
    if row is None:
        return None
    place, cell = row[ACTUAL]
    last = Place(place.block, place.cell, len(cell.parts) - 1)
    words = str(cell.parts[-1]).rstrip("。") + rng.choice(
        ["，但总体成效未达预期。", "，尚未完全达到预期目标。"]
    )
    report = desk.report.with_part(last, words)
    weight = number(_text(row, WEIGHT))
    bound = f"{(weight * 8 / 10).normalize():f}"
    score, expected = _text(row, SCORE), f"低于{bound}"
    reason = f"完成情况自述未达预期，得分{score}分（分值{weight}分）仍在“达成”一档"
    return Change(
        report,
        place,
        score,
        expected,
        reason,
        accept=Accept("below", (bound,)),
        alike=((words.removeprefix(str(cell.parts[-1]).rstrip("。")).strip("，。"), expected),),
    )


def target_missed(desk: Desk, rng: Random) -> Change | None:
    """Raise a target above what was reached, while the score stays full; the text does not state the target."""
    _, goal = desk.report.paragraph("goal_year")
    options = []
    for row in _rows(desk):
        target, actual = PERCENT.fullmatch(_text(row, TARGET)), row[ACTUAL][1].parts
        stated = _text(row, NAME) in plain(goal.parts) or "满意度" in _text(row, NAME)
        if target is None or stated or not _full(row) or not isinstance(actual[0], Slot):
            continue
        higher = int(number(actual[0].text).to_integral_value(ROUND_CEILING)) + 1
        if higher <= 100:
            options.append((row, target[1], str(higher)))
    chosen = pick(rng, options)
    if chosen is None:
        return None
    row, old, new = chosen
    place = row[TARGET][0]
    report = desk.report.with_part(place, f"≥{new}%")
    score = _text(row, SCORE)
    reason = f"实际完成{_text(row, ACTUAL)}，未达到≥{new}%的目标，得分{score}分为满分"
    return Change(
        report,
        place,
        score,
        f"低于{score}",
        f"{reason}（原目标≥{old}%）",
        accept=Accept("below", (score,)),
        alike=((_text(row, ACTUAL), f"低于{score}"), (f"≥{new}%", f"≥{old}%")),
    )


def target_lowered(desk: Desk, rng: Random) -> Change | None:
    """Print a lower target in the form than the goals of the year in the text set."""
    options = []
    for row in _rows(desk):
        for index, part in enumerate(row[TARGET][1].parts):
            if not isinstance(part, Slot) or not part.fact.endswith(".plan"):
                continue
            if desk.stated(part.fact) > 1 and desk.free(part.fact) and number(part.text) > 100:
                options.append((row[TARGET][0]._replace(part=index), part))
    chosen = pick(rng, options)
    if chosen is None:
        return None
    place, slot = chosen
    step = Decimal(10) ** (len(slot.text.split(".")[0]) - 3)
    text = desk.near(slot.text, slot.fact, -step * rng.randint(2, 6))
    reason = f"正文所列年度目标（计划）为{slot.text}，自评表的年度指标值被调低"
    return desk.changed(place, slot, text, reason)


def deduction_without_reason(desk: Desk, rng: Random) -> Change | None:
    """Leave the reason of a deduction empty."""
    row = pick(rng, [row for row in _rows(desk) if not _full(row) and _text(row, REASON)])
    if row is None:
        return None
    place, cell = row[REASON]
    block = desk.report.blocks[place.block]
    assert isinstance(block, Table) and place.cell is not None
    cells = (*block.cells[: place.cell], replace(cell, parts=()), *block.cells[place.cell + 1 :])
    report = desk.report.with_block(place.block, replace(block, cells=cells))
    score = f"{_text(row, SCORE)}/{_text(row, WEIGHT)}"
    reason = f"该项扣分（得分{score}），偏差原因分析及改进措施一栏为空"
    alike = ((_text(row, SCORE), "填写扣分原因和改进措施"),)
    return Change(
        report, place, "（空）", "填写扣分原因和改进措施", reason, accept=Accept("any"), alike=alike
    )


def vague_target(desk: Desk, rng: Random) -> Change | None:
    """Replace a target by words that nobody can measure."""
    rows = [
        row
        for row in _rows(desk)
        if _full(row) and "≥" in _text(row, TARGET) and len(row[TARGET][1].parts) == 1
    ]
    row = pick(rng, [row for row in rows if not PERCENT.fullmatch(_text(row, TARGET))])
    if row is None:
        return None
    place, cell = row[TARGET]
    words = rng.choice(["效果较好", "稳步提升", "进一步加强"])
    reason = "年度指标值没有可衡量的数值或状态"
    report = desk.report.with_part(place, words)
    return Change(report, place, words, plain(cell.parts), reason, accept=Accept("any"))


SLIPS = (
    Slip(
        "score_above_weight",
        "score_exceeds_weight",
        "scoring",
        1,
        "得分高于分值",
        score_above_weight,
        ("score_sum",),
    ),
    Slip(
        "weights_not_full",
        "weight_sum",
        "scoring",
        2,
        "分值加总不等于该类分值",
        weights_not_full,
        ("score_vs_rule",),
    ),
    Slip(
        "score_total_wrong",
        "score_sum",
        "scoring",
        1,
        "各项得分之和不等于总分",
        score_total_wrong,
        ("text_vs_annex", "text_vs_text"),
    ),
    Slip(
        "execution_score",
        "score_vs_rule",
        "scoring",
        2,
        "预算执行得分与执行率不符",
        execution_score,
        ("score_sum", "text_vs_annex", "text_vs_text"),
    ),
    Slip(
        "class_score_wrong",
        "score_sum",
        "scoring",
        3,
        "正文分类得分与自评表不符",
        class_score_wrong,
        ("text_vs_annex", "text_vs_text", "sum"),
    ),
    Slip(
        "target_lowered",
        "text_vs_annex",
        "indicator",
        3,
        "自评表调低了年度指标值",
        target_lowered,
        ("ratio", "cross_document"),
    ),
    Slip("unmet_near_full", "score_vs_rule", "indicator", 2, "自述未达预期仍得满分", unmet_near_full),
    Slip("target_missed", "score_vs_rule", "indicator", 2, "未达目标值仍得满分", target_missed),
    Slip(
        "deduction_without_reason",
        "deduction_without_reason",
        "indicator",
        1,
        "扣分未说明原因",
        deduction_without_reason,
    ),
    Slip("vague_target", "vague_indicator", "indicator", 1, "指标值无法衡量", vague_target),
)
