"""Plants for the rules of quality: targets, results, reasons, problems and measures that say too little."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from decimal import Decimal

from tests.measure_rules.draft import Draft
from tests.measure_rules.planting import add, plant, rows_of, say_instead, swap, title_of, with_subparts


@plant("Q01", "Q26")
def vague_target(draft: Draft, rng: random.Random) -> bool:
    rows = rows_of(draft, full=True, figures=False)
    if not rows:
        return False
    row = rng.choice(rows)
    row.target = rng.choice(["进一步提升管理水平", "服务质量明显改善", "工作机制逐步完善"])
    row.actual = "召开部署会2次，修订办法1项，抽查30处"
    return True


@plant("Q02", "Q21")
def measure_left_out(draft: Draft, rng: random.Random) -> bool:
    below = with_subparts(draft, title_of(draft, "措施|建议"))
    if len(below) < 3:
        return False
    draft.parts = [part for part in draft.parts if part is not below[-1]]
    return True


@plant("Q03")
def mostly_done(draft: Draft, rng: random.Random) -> bool:
    rows = rows_of(draft, full=True, figures=False)
    if not rows:
        return False
    rng.choice(rows).actual = rng.choice(["基本完成", "基本达到要求", "部分完成"])
    return True


@plant("Q04")
def figure_in_words(draft: Draft, rng: random.Random) -> bool:
    row = rng.choice(rows_of(draft, full=True, figures=True, name="数量"))
    row.actual = rng.choice(["按计划开展", "正常运行", "按时办理"])
    return True


@plant("Q05")
def target_blank(draft: Draft, rng: random.Random) -> bool:
    rng.choice(rows_of(draft, full=True)).target = ""
    return True


@plant("Q06")
def target_always_met(draft: Draft, rng: random.Random) -> bool:
    rows = rows_of(draft, full=True, figures=True, name="合格率|可用率")
    row = rng.choice(
        [row for row in rows if "合格率" in row.name] or rows_of(draft, full=True, name="满意度")
    )
    row.target = rng.choice(["≤100%", "≥0%"])
    return True


@plant("Q07")
def far_beyond(draft: Draft, rng: random.Random) -> bool:
    rows = [row for row in rows_of(draft, full=True, name="数量") if row.target.startswith("≥")]
    row = rng.choice(rows)
    figure = re.search(r"\d+(?:\.\d+)?", row.actual)
    assert figure is not None
    row.actual = row.actual.replace(figure[0], f"{Decimal(figure[0]) * rng.choice([2, 3]):f}")
    return True


@plant("Q08")
def indicator_twice(draft: Draft, rng: random.Random) -> bool:
    rows = [row for row in rows_of(draft, full=True, figures=True, name="数量") if int(row.weight) % 2 == 0]
    row = rng.choice(rows or rows_of(draft, full=True, figures=True))
    half = Decimal(row.weight) / 2
    row.weight = row.score = f"{half.normalize():f}"
    draft.rows.insert(draft.rows.index(row) + 1, replace(row))
    return True


@plant("Q09", "S11")
def one_reason(draft: Draft, rng: random.Random) -> bool:
    rows = rng.sample(
        rows_of(draft, full=True, figures=False) + rows_of(draft, full=True, name="产出|数量|质量"), 3
    )
    if len({id(row) for row in rows}) < 3:
        return False
    words = rng.choice(["个别环节受人员变动影响", "因部分外部条件变化，衔接不够"])
    for row in rows:
        row.score, row.reason = f"{Decimal(row.weight) * Decimal('0.95'):f}".rstrip("0").rstrip("."), words
    return True


@plant("Q10", "Q26", "Q01")
def results_copied(draft: Draft, rng: random.Random) -> bool:
    goals = ["保障业务系统平稳运行", "巡查台账登记齐全", "应急物资储备到位"]
    rows = [
        row
        for row in draft.rows
        if row.is_full
        and row.level2 in ("质量指标", "数量指标", "可持续影响指标", "社会效益指标", "可持续影响", "社会效益")
    ]
    if len(rows) < 3:
        return False
    for row, goal in zip(rng.sample(rows, 3), goals, strict=True):
        row.target = row.actual = goal
    return True


@plant("Q11")
def result_blank(draft: Draft, rng: random.Random) -> bool:
    rng.choice(rows_of(draft, full=True)).actual = ""
    return True


@plant("Q12")
def all_full(draft: Draft, rng: random.Random) -> bool:
    for row in draft.rows:
        if not row.is_full:
            row.score, row.reason = row.weight, ""
            row.actual = row.target.lstrip("≥")
    return True


@plant("Q13", "S11", "Q16")
def low_execution(draft: Draft, rng: random.Random) -> bool:
    if draft.money is None:
        return False
    draft.money.executed = f"{Decimal(draft.money.adjusted) * Decimal(rng.choice(['0.61', '0.72'])):.2f}"
    say_instead(draft, "问题", "个别指标分解不细，因任务调整，未落实到季度；档案归集受人员变动影响不及时。")
    draft.sheet = None if draft.sheet is None or "支付" in draft.sheet.caption else draft.sheet
    if draft.sheet is None:
        draft.annexes, draft.listed = draft.annexes[-1:], []
        swap(draft, "见附件2", "见附表")
        draft.annexes = []
    return True


@plant("Q14")
def large_adjustment(draft: Draft, rng: random.Random) -> bool:
    if draft.money is None or draft.region is not None:
        return False
    draft.money.initial = f"{Decimal(draft.money.adjusted) * Decimal(rng.choice(['0.55', '0.65'])):.2f}"
    for part in draft.parts:
        part.lines = [re.sub(r"[^。]*(?:年初预算|追加|调增)[^。]*。", "", line) for line in part.lines]
        part.lines = [line for line in part.lines if line] or (
            ["资金按进度支付。"] if part.level == 1 else []
        )
    return True


@plant("Q15", "A13", "A04")
def over_budget(draft: Draft, rng: random.Random) -> bool:
    if draft.sheet is None or "控制" not in draft.sheet.rows[0]:
        return False
    at = rng.randrange(1, len(draft.sheet.rows))
    name, before, budget, _ = draft.sheet.rows[at].split("|")
    draft.sheet.rows[at] = f"{name}|{before}|{budget}|{Decimal(budget) * Decimal('1.4'):.2f}"
    return True


@plant("Q16")
def no_survey(draft: Draft, rng: random.Random) -> bool:
    words = r"问卷|调查|样本|走访|访问|抽样|收回|满意户数"
    for part in draft.parts:
        part.lines = [re.sub(rf"[^。]*(?:{words})[^。]*。", "", line) for line in part.lines]
    draft.listed = [re.sub(r"（满意度.*?）", "", line) for line in draft.listed]
    if draft.sheet is not None and "走访" in draft.sheet.caption:
        draft.sheet.caption, draft.sheet.rows = (
            "管段更换表",
            ["片区|长度（公里）|处数（处）", "东片|6.2|31", "西片|4.2|24"],
        )
        draft.listed = [line.replace("用水户走访汇总表", "管段更换表") for line in draft.listed]
        draft.listed[0] = draft.listed[0].replace("附件1：", "附件1（见三）：")
    return True


@plant("Q17")
def timeless_target(draft: Draft, rng: random.Random) -> bool:
    row = rng.choice(rows_of(draft, name="时效"))
    row.target = rng.choice(["及时完成", "按时办结", "年内完成"])
    row.actual = "12月5日"
    return True


@plant("Q18")
def costless_target(draft: Draft, rng: random.Random) -> bool:
    row = rng.choice(rows_of(draft, name="成本"))
    row.target, row.actual = rng.choice(["严格控制成本", "厉行节约，压减开支"]), "比上年少支出3.20万元"
    return True


@plant("Q19")
def bare_number(draft: Draft, rng: random.Random) -> bool:
    row = rng.choice(rows_of(draft, full=True, figures=True, name="数量|社会效益"))
    row.name = rng.choice(["业务督导", "专题宣传活动", "现场巡检"])
    row.target, row.actual = "≥12", "13"
    return True


@plant("Q20")
def other_unit(draft: Draft, rng: random.Random) -> bool:
    row = rng.choice(rows_of(draft, full=True, figures=True, name="合格率|满意度|可用率"))
    row.actual = rng.choice(["86人", "115户"])
    return True


@plant("Q21", "Q02")
def empty_measure(draft: Draft, rng: random.Random) -> bool:
    words = ["进一步提高思想认识，强化绩效管理理念", "切实加强沟通协调，推动工作落到实处"]
    below = with_subparts(draft, title_of(draft, "措施|建议"))
    if len(below) > 1:
        below[-1].lines = [rng.choice(words) + "。"]
        below[-1].title = re.sub(r"）.*", "）强化绩效管理", below[-1].title)
        return True
    below[0].lines = [f"一是{words[0]}；二是{words[1]}。"]
    return True


def _all_done(draft: Draft) -> None:
    for row in draft.rows:
        if not row.is_full:
            row.score, row.reason, row.actual = row.weight, "", row.target.lstrip("≥")


@plant("Q22")
def measures_without_problems(draft: Draft, rng: random.Random) -> bool:
    _all_done(draft)
    say_instead(draft, "问题", rng.choice(["无。", "不存在问题。"]))
    return True


@plant("Q23")
def deductions_without_problems(draft: Draft, rng: random.Random) -> bool:
    say_instead(draft, "问题", rng.choice(["无。", "暂无。"]))
    say_instead(draft, "措施|建议", "无。")
    return True


@plant("Q24")
def no_causes(draft: Draft, rng: random.Random) -> bool:
    if "原因" not in title_of(draft, "问题"):
        return False
    say_instead(draft, "问题", "（一）个别项目支出进度慢。（二）指标分解不细。")
    return True


@plant("Q25")
def wrong_character(draft: Draft, rng: random.Random) -> bool:
    return add(
        draft,
        rng,
        f"截止{draft.year}年12月31日，资产已盘点。",
        "固定资产已登记入帐。",
        "已作出布署。。",
        "既使任务重，仍按期办结。",
    )


@plant("Q26", "Q01")
def praise(draft: Draft, rng: random.Random) -> bool:
    rows = rows_of(draft, full=True, figures=False)
    if not rows:
        return False
    rng.choice(rows).actual = rng.choice(["有所提升", "效果显著", "落实情况较好"])
    return True


@plant("Q27")
def measure_for_reason(draft: Draft, rng: random.Random) -> bool:
    row = rng.choice(rows_of(draft, full=False))
    row.reason = rng.choice(["进一步加强管理，做好统筹", "加大督促力度", "继续推进，做好衔接"])
    return True


@plant("Q28")
def low_target(draft: Draft, rng: random.Random) -> bool:
    row = rng.choice(rows_of(draft, full=True, name="满意度"))
    row.target, row.actual = rng.choice(["≥50%", "≥45%"]), "57.00%"
    return True
