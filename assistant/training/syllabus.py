"""The syllabus: topics and their lessons, the rule behind each kind of planted error, what a false alarm costs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assistant.specimens.key import Decoy, Planted

LESSONS = {
    1: "一份报告怎么读：先附件后正文、先总后分、先口径后数字",
    2: "预算数的一生：年初批复、结转、追加、收回、全年预算、决算",
    3: "资金范围：一般公共预算与全部资金；元与万元",
    4: "合计、其中、分别为：哪些必须加得平",
    5: "尾差、取位、截尾：0.01 从哪里来",
    6: "比率：执行率、控制率、占比，分子分母从哪一列取",
    7: "同比与变动：基数、方向、增减额与增减率",
    8: "一数多处：正文、表、附件怎么对",
    9: "指标表：目标从批复来，怎么衡量",
    10: "评分：得分、分值、执行率分、扣分理由",
    11: "依据的效力：办法、年度通知、参考框架",
    12: "写意见与收口：目录、附件、日期、空白",
}
COSTLY_LESSONS = (5, 8, 11)
"""A false alarm in one of these lessons counts double: a wrong remark sent to a unit hurts more than one missed."""

POINTS = Decimal(10)
"""Points for a planted error found and corrected, and what a false alarm takes away."""


@dataclass(frozen=True, slots=True)
class TopicInfo:
    """A topic: its name, its lessons (the first is the one it stands for), and the cards to read before."""

    title: str
    lessons: tuple[int, ...]
    cards: tuple[str, ...]


TOPICS: dict[str, TopicInfo] = {
    "tie_out": TopicInfo("勾稽", (4, 2, 3, 8), ("A01", "A02", "A07", "A10", "A11")),
    "ratio": TopicInfo("比率", (6,), ("A03", "A04", "A05")),
    "yoy": TopicInfo("同比与变动", (7,), ("A08", "A09")),
    "scoring": TopicInfo("评分", (10,), ("S01", "S02", "S03", "S04")),
    "indicator": TopicInfo("指标", (9,), ("Q01", "S05", "S06", "S07")),
    "completeness": TopicInfo("完整性", (12,), ("A13", "A14", "C01", "C02", "C03", "Q02")),
    "convention": TopicInfo("口径与取位", (5, 3), ("A01", "A02", "A03")),
}
MIXED = TopicInfo("综合", (1,), ("A01", "A02", "A03", "A08", "S01", "C02"))

RULES = {
    "transposed_digits": "A01",
    "wrong_digit": "A01",
    "subtotal_wrong": "A01",
    "copied_row": "A01",
    "text_vs_table": "A02",
    "text_vs_annex": "A02",
    "stale_value": "A02",
    "bridge_broken": "A07",
    "scope_mixed": "A02",
    "unit_slip": "A11",
    "wrong_base": "A03",
    "swapped_ratio": "A03",
    "truncated_rate": "A02",
    "adjustment_net": "A03",
    "coarse_cut": "A02",
    "wrong_rate": "A03",
    "share_wrong": "A05",
    "yoy_wrong_base": "A08",
    "yoy_amount_wrong": "A08",
    "direction_reversed": "A09",
    "count_vs_list": "A10",
    "score_above_weight": "S01",
    "weights_not_full": "S03",
    "score_total_wrong": "S02",
    "execution_score": "S04",
    "class_score_wrong": "S02",
    "target_lowered": "A02",
    "unmet_near_full": "S05",
    "target_missed": "S07",
    "deduction_without_reason": "S06",
    "vague_target": "Q01",
    "missing_annex": "C02",
    "missing_section": "A13",
    "problem_without_measure": "Q02",
    "toc_vs_body": "A13",
    "date_order": "A14",
    "placeholder_left": "C03",
}
"""The rule card that explains each kind of planted error."""

DECOYS = {
    "rounding": (5, "A01"),
    "bare_integer": (5, "A02"),
    "other_scope": (3, "A02"),
    "bridge": (2, "A07"),
    "over_hundred": (6, "A03"),
    "blank": (1, "A01"),
}
"""The lesson and the rule card of what only looks wrong."""


def topic_info(topic: str | None) -> TopicInfo:
    """Return the topic, or what a mixed exercise is about. Raises: KeyError."""
    return MIXED if topic is None else TOPICS[topic]


def rule_of(planted: Planted) -> str:
    """Return the code of the card that explains a planted error; a rate of control has its own."""
    rule = RULES[planted.kind]
    is_control = any(fact in ("staff.rate", "public.rate", "operating.rate") for fact in planted.facts)
    return "A04" if rule == "A03" and is_control else rule


def lesson_of(decoy: Decoy | None, topic: str | None) -> int | None:
    """Return the lesson that a false alarm belongs to: that of what was flagged, else that of the topic practised."""
    if decoy is not None:
        return DECOYS[decoy.kind][0]
    return None if topic is None else TOPICS[topic].lessons[0]


def cost(lesson: int | None) -> Decimal:
    """Return the points that a false alarm takes away: those of a miss, double in the costly lessons."""
    return POINTS * 2 if lesson in COSTLY_LESSONS else POINTS
