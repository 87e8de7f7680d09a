"""Plants for the rules of scoring: scores, weights and totals that do not go together."""

from __future__ import annotations

import random
import re
from decimal import Decimal

from tests.measure_rules.draft import Draft
from tests.measure_rules.planting import add, plant, rows_of


@plant("S01", "S03")
def score_above_weight(draft: Draft, rng: random.Random) -> bool:
    row = rng.choice(rows_of(draft, full=True))
    row.score = f"{Decimal(row.weight) + 1}"
    return True


@plant("S02", "A02", "S11")
def wrong_total(draft: Draft, rng: random.Random) -> bool:
    draft.total = f"{Decimal(draft.score) + rng.choice([-2, 1, 3]):f}"
    return True


@plant("S03")
def wrong_class_weight(draft: Draft, rng: random.Random) -> bool:
    key = next((key for key in draft.classes if key.startswith("产出")), None)
    if key is None:
        return False
    draft.classes[key] = "（45分）"
    return True


@plant("S04")
def wrong_execution_score(draft: Draft, rng: random.Random) -> bool:
    if draft.money is None:
        return False
    draft.money.score = f"{Decimal(draft.money.points) - Decimal(rng.choice(['1.10', '0.60'])):.2f}"
    return True


@plant("S05", "S08")
def unmet_in_top_band(draft: Draft, rng: random.Random) -> bool:
    rows = rows_of(draft, full=True, figures=False)
    if not rows:
        return False
    row = rng.choice(rows)
    row.actual = rng.choice(["整体成效未达预期", "制度已起草，尚未完成验收"])
    return True


@plant("S06")
def no_reason(draft: Draft, rng: random.Random) -> bool:
    rng.choice(rows_of(draft, full=False)).reason = rng.choice(["", "无", "—"])
    return True


@plant("S07")
def missed_with_full_marks(draft: Draft, rng: random.Random) -> bool:
    row = rng.choice([row for row in rows_of(draft, full=False, figures=True)])
    row.score, row.reason = row.weight, ""
    other = rows_of(draft, full=True, name="满意度")[0]
    other.score, other.reason = f"{Decimal(other.weight) - Decimal('0.5')}", "个别对象反映回复较慢"
    return True


@plant("S08")
def reason_with_full_marks(draft: Draft, rng: random.Random) -> bool:
    row = rng.choice(rows_of(draft, full=True))
    row.reason = rng.choice(["部分点位进度滞后", "因外部条件变化，延期两个月"])
    return True


@plant("S09", "S11")
def score_blank(draft: Draft, rng: random.Random) -> bool:
    rng.choice(rows_of(draft, full=True)).score = ""
    return True


@plant("S10")
def other_class_weights(draft: Draft, rng: random.Random) -> bool:
    if not any("50" in words for words in draft.classes.values()):
        return False
    first = next(row for row in draft.rows if row.level1.startswith("产出") and row.is_full)
    other = next(row for row in draft.rows if row.level1.startswith("效益") and row.is_full)
    for row, change in ((first, -5), (other, 5)):
        row.weight = row.score = f"{Decimal(row.weight) + change}"
    draft.classes = {
        key: words.replace("50", "45") if key.startswith("产出") else words.replace("30", "35")
        for key, words in draft.classes.items()
    }
    return True


@plant("S11")
def wrong_grade(draft: Draft, rng: random.Random) -> bool:
    grade = rng.choice(["良", "中"])
    return add(draft, rng, f"经自评，部门绩效等级为“{grade}”。", f"按自评结果，评价等次为{grade}。")


@plant("S12", "S03", "S02")
def weight_blank(draft: Draft, rng: random.Random) -> bool:
    draft.total_weight = draft.full
    rng.choice(rows_of(draft, full=True)).weight = ""
    return True


@plant("S13", "S10", "S11")
def more_than_a_hundred(draft: Draft, rng: random.Random) -> bool:
    row = draft.rows[-1]
    row.weight = row.score = f"{Decimal(row.weight) + rng.choice([5, 10])}"
    draft.classes = {}
    return True


def _with_standards(draft: Draft) -> None:
    for row in draft.rows:
        row.standard = "达到目标得满分，否则按比例扣分"


@plant("S14", "S11")
def standard_not_followed(draft: Draft, rng: random.Random) -> bool:
    _with_standards(draft)
    row = rng.choice(rows_of(draft, full=True, figures=True, name="合格率|满意度|可用率"))
    row.target, row.actual = "≥95%", "89%"
    row.standard = "每低1个百分点扣0.5分，扣完为止"
    row.score = f"{Decimal(row.weight) - 1}"
    return True


@plant("S15")
def far_above_ratio(draft: Draft, rng: random.Random) -> bool:
    rows = [row for row in rows_of(draft, full=True, figures=True, name="数量") if row.target.startswith("≥")]
    row = rng.choice(rows)
    figure = re.search(r"\d+(?:\.\d+)?", row.target)
    assert figure is not None
    row.actual = row.target.lstrip("≥").replace(figure[0], f"{Decimal(figure[0]) / 2:f}")
    row.score, row.reason = f"{Decimal(row.weight) * Decimal('0.9'):.1f}", "受汛期影响，部分任务顺延"
    return True
