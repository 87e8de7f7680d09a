"""Rule errors to plant: each changes a clean report so that one rule, and only that, has something to say."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from tests.measure_rules.draft import Draft, Part, Row

Plant = Callable[[Draft, random.Random], bool]
"""Changes a draft in place; False where the draft has nothing to plant on."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A plant with the rule that has to speak; ``also`` are rules that are right to speak too."""

    code: str
    plant: Plant
    also: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """Return the code with the name of the plant."""
        return f"{self.code} {self.plant.__name__}"


PLANTS: list[Planted] = []


def plant(code: str, *also: str) -> Callable[[Plant], Plant]:
    """Put a function among the plants of a rule."""

    def put(function: Plant) -> Plant:
        PLANTS.append(Planted(code, function, frozenset(also)))
        return function

    return put


def _rows(
    draft: Draft, *, full: bool | None = None, figures: bool | None = None, name: str = ""
) -> list[Row]:
    """Return rows of a sort: with full marks or not, with a figure as target or not, with a word in the name."""
    return [
        row
        for row in draft.rows
        if (full is None or row.is_full == full)
        and (figures is None or bool(re.search(r"\d", row.target)) == figures)
        and re.search(name, row.name + row.level2)
    ]


def _swap(draft: Draft, old: str, new: str) -> bool:
    """Replace words in all texts; say whether they were there."""
    found = False
    for part in draft.parts:
        found |= any(old in line for line in part.lines)
        part.lines = [line.replace(old, new) for line in part.lines]
    found |= any(old in line for line in draft.listed)
    draft.listed = [line.replace(old, new) for line in draft.listed]
    return found


def _add(draft: Draft, rng: random.Random, *texts: str) -> bool:
    """Append a sentence to a paragraph of an early part."""
    part = next(part for part in draft.parts[1:] if part.lines)
    part.lines[-1] += rng.choice(texts)
    return True


def _below(draft: Draft, words: str) -> list[Part]:
    """Return the part with the words in its title and its subparts."""
    first = draft.parts.index(draft.part(words))
    end = next(
        (at for at in range(first + 1, len(draft.parts)) if draft.parts[at].level == 1), len(draft.parts)
    )
    return draft.parts[first:end]


def _drop(draft: Draft, words: str) -> None:
    gone = _below(draft, words)
    draft.parts = [part for part in draft.parts if not any(part is other for other in gone)]


def _title(draft: Draft, pattern: str) -> str:
    return next(part.title for part in draft.parts if part.level == 1 and re.search(pattern, part.title))


def _say(draft: Draft, pattern: str, *lines: str) -> None:
    """Put plain lines in the place of a part's text and subparts."""
    parts = _below(draft, _title(draft, pattern))
    draft.parts = [part for part in draft.parts if not any(part is other for other in parts[1:])]
    parts[0].lines = list(lines)


# Completeness


@plant("C01")
def part_left_out(draft: Draft, rng: random.Random) -> bool:
    _drop(draft, _title(draft, rng.choice(["措施|建议"])))
    return True


@plant("C01", "Q12")
def problems_left_out(draft: Draft, rng: random.Random) -> bool:
    _drop(draft, _title(draft, "问题"))
    return True


@plant("C02")
def annex_absent(draft: Draft, rng: random.Random) -> bool:
    return _add(draft, rng, "各项目明细详见附件7。", "具体情况见附件九。")


@plant("C03")
def placeholder(draft: Draft, rng: random.Random) -> bool:
    return _add(draft, rng, "全年召开调度会XX次。", "项目完工率达到【】。", "（此处填写资产盘点情况）。")


@plant("C04")
def no_date(draft: Draft, rng: random.Random) -> bool:
    dated = re.compile(r"20\d\d年\d+月\d+日|二〇二\S年\S+月\S+日|填[报表](?:日期|时间)[：:]\s*\S+")
    draft.cover = [line for line in draft.cover if not dated.search(line)]
    draft.signature = dated.sub("", draft.signature)
    for part in draft.parts:
        part.lines = [line for line in part.lines if not (dated.search(line) and len(line) < 20)]
    draft.parts = [part for part in draft.parts if part.level < 3 or part.lines]
    return True


@plant("C05")
def empty_part(draft: Draft, rng: random.Random) -> bool:
    parts = [
        p
        for p in draft.parts
        if p.level == 1 and re.search("基金|国有资本|资金|预算执行|情况$|应用|运用", p.title) and p.lines
    ]
    parts = [p for p in parts if not re.search("<总分>|附件|编制|追加|调增|问卷|调查|走访", "".join(p.lines))]
    if not parts:
        return False
    rng.choice(parts).lines = []
    return True


@plant("C06")
def annex_not_mentioned(draft: Draft, rng: random.Random) -> bool:
    if len(draft.annexes) < 2:
        return False
    draft.listed = draft.listed[1:]
    _swap(draft, "（见附件1）", "")
    return any("附件2" in line for part in draft.parts for line in part.lines) or bool(draft.listed)


@plant("C07")
def gap_in_annexes(draft: Draft, rng: random.Random) -> bool:
    if len(draft.annexes) < 2:
        return False
    number = rng.choice("345")
    draft.annexes[-1] = f"附件{number}"
    _swap(draft, "附件2", f"附件{number}")
    return True


def _shift(draft: Draft, gone: list[Row]) -> None:
    """Take rows out and give their weight and score to the row before or after."""
    for row in gone:
        at = draft.rows.index(row)
        draft.rows.remove(row)
        heir = draft.rows[max(at - 1, 0)]
        heir.weight = f"{Decimal(heir.weight) + Decimal(row.weight).normalize():f}"
        heir.score = f"{Decimal(heir.score) + Decimal(row.weight):f}"
    draft.classes = {}


@plant("C08", "S10", "S15", "Q16")
def class_left_out(draft: Draft, rng: random.Random) -> bool:
    _shift(draft, [row for row in draft.rows if row.level1.startswith("满意度")])
    return True


@plant("C09", "S15")
def subclass_left_out(draft: Draft, rng: random.Random) -> bool:
    kind = rng.choice(["时效", "成本"])
    _shift(draft, [row for row in draft.rows if kind in row.level2])
    return True


@plant("C10")
def total_left_out(draft: Draft, rng: random.Random) -> bool:
    draft.total = ""
    return True


@plant("C11", "S10")
def money_left_out(draft: Draft, rng: random.Random) -> bool:
    row = next(row for row in draft.rows if row.is_full)
    row.weight = row.score = f"{Decimal(row.weight) + 10}"
    draft.money = None
    draft.classes = {}
    return True


@plant("C12")
def field_left_blank(draft: Draft, rng: random.Random) -> bool:
    if not draft.signature:
        return False
    draft.signature = re.sub(r"(填[表报]人[：:])\S+", r"\1      ", draft.signature)
    return True


@plant("C13", "C04")
def date_left_blank(draft: Draft, rng: random.Random) -> bool:
    draft.signature = re.sub(r"(填[表报]日期[：:])\S+", r"\1   年  月  日", draft.signature)
    return bool(draft.signature)


@plant("C14")
def another_unit(draft: Draft, rng: random.Random) -> bool:
    draft.form_unit = rng.choice(["松桥县水利局", "平山市园林管理中心"])
    return (
        any("名称" in line for line in draft.cover)
        or re.match(r"\S+20\d\d年度部门整体", draft.cover[0]) is not None
    )


@plant("C15")
def last_years_form(draft: Draft, rng: random.Random) -> bool:
    draft.form_caption = f"{int(draft.year) - 1}年度部门整体支出绩效自评表"
    return True


@plant("C16", "C17")
def form_left_out(draft: Draft, rng: random.Random) -> bool:
    draft.no_form = True
    draft.annexes, draft.listed, draft.sheet = [], [], None
    for old, new in (("具体见附件2。", ""), ("，见附件2", ""), ("（见附件1）", "")):
        _swap(draft, old, new)
    return True


@plant("C17")
def base_table_left_out(draft: Draft, rng: random.Random) -> bool:
    if draft.region is None:
        return False
    draft.sheet, draft.annexes, draft.listed = None, ["附件"], []
    return _swap(draft, "具体见附件2。", "具体见附件。")


@plant("C18")
def goal_left_blank(draft: Draft, rng: random.Random) -> bool:
    setattr(draft, rng.choice(["goal", "result"]), "")
    return True


@plant("C19")
def fund_not_mentioned(draft: Draft, rng: random.Random) -> bool:
    if draft.region is None:
        return False
    _drop(draft, rng.choice(["政府性基金", "国有资本", "社会保险"]))
    return True


@plant("C20")
def procurement_not_mentioned(draft: Draft, rng: random.Random) -> bool:
    if draft.region is None:
        return False
    _swap(draft, "采购", "购置")
    for part in draft.parts:
        part.title = part.title.replace("采购", "购置")
    return True


@plant("C21")
def staff_not_mentioned(draft: Draft, rng: random.Random) -> bool:
    part = draft.parts[0]
    before = list(part.lines)
    part.lines = [re.sub(r"[，]?(?:核定)?编制\d+人，(?:年末)?在职\d+人", "", line) for line in part.lines]
    return before != part.lines and draft.region is None


# Quality


@plant("Q01", "Q26")
def vague_target(draft: Draft, rng: random.Random) -> bool:
    rows = _rows(draft, full=True, figures=False)
    if not rows:
        return False
    row = rng.choice(rows)
    row.target = rng.choice(["进一步提升管理水平", "服务质量明显改善", "工作机制逐步完善"])
    row.actual = "召开部署会2次，修订办法1项，抽查30处"
    return True


@plant("Q02", "Q21")
def measure_left_out(draft: Draft, rng: random.Random) -> bool:
    below = _below(draft, _title(draft, "措施|建议"))
    if len(below) < 3:
        return False
    draft.parts = [part for part in draft.parts if part is not below[-1]]
    return True


@plant("Q03")
def mostly_done(draft: Draft, rng: random.Random) -> bool:
    rows = _rows(draft, full=True, figures=False)
    if not rows:
        return False
    rng.choice(rows).actual = rng.choice(["基本完成", "基本达到要求", "部分完成"])
    return True


@plant("Q04")
def figure_in_words(draft: Draft, rng: random.Random) -> bool:
    row = rng.choice(_rows(draft, full=True, figures=True, name="数量"))
    row.actual = rng.choice(["按计划开展", "正常运行", "按时办理"])
    return True


@plant("Q05")
def target_blank(draft: Draft, rng: random.Random) -> bool:
    rng.choice(_rows(draft, full=True)).target = ""
    return True


@plant("Q06")
def target_always_met(draft: Draft, rng: random.Random) -> bool:
    rows = _rows(draft, full=True, figures=True, name="合格率|可用率")
    row = rng.choice([row for row in rows if "合格率" in row.name] or _rows(draft, full=True, name="满意度"))
    row.target = rng.choice(["≤100%", "≥0%"])
    return True


@plant("Q07")
def far_beyond(draft: Draft, rng: random.Random) -> bool:
    rows = [row for row in _rows(draft, full=True, name="数量") if row.target.startswith("≥")]
    row = rng.choice(rows)
    figure = re.search(r"\d+(?:\.\d+)?", row.actual)
    assert figure is not None
    row.actual = row.actual.replace(figure[0], f"{Decimal(figure[0]) * rng.choice([2, 3]):f}")
    return True


@plant("Q08")
def indicator_twice(draft: Draft, rng: random.Random) -> bool:
    rows = [row for row in _rows(draft, full=True, figures=True, name="数量") if int(row.weight) % 2 == 0]
    row = rng.choice(rows or _rows(draft, full=True, figures=True))
    half = Decimal(row.weight) / 2
    row.weight = row.score = f"{half.normalize():f}"
    draft.rows.insert(draft.rows.index(row) + 1, replace(row))
    return True


@plant("Q09", "S11")
def one_reason(draft: Draft, rng: random.Random) -> bool:
    rows = rng.sample(
        _rows(draft, full=True, figures=False) + _rows(draft, full=True, name="产出|数量|质量"), 3
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
    rng.choice(_rows(draft, full=True)).actual = ""
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
    _say(draft, "问题", "个别指标分解不细，因任务调整，未落实到季度；档案归集受人员变动影响不及时。")
    draft.sheet = None if draft.sheet is None or "支付" in draft.sheet.caption else draft.sheet
    if draft.sheet is None:
        draft.annexes, draft.listed = draft.annexes[-1:], []
        _swap(draft, "见附件2", "见附表")
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
    row = rng.choice(_rows(draft, name="时效"))
    row.target = rng.choice(["及时完成", "按时办结", "年内完成"])
    row.actual = "12月5日"
    return True


@plant("Q18")
def costless_target(draft: Draft, rng: random.Random) -> bool:
    row = rng.choice(_rows(draft, name="成本"))
    row.target, row.actual = rng.choice(["严格控制成本", "厉行节约，压减开支"]), "比上年少支出3.20万元"
    return True


@plant("Q19")
def bare_number(draft: Draft, rng: random.Random) -> bool:
    row = rng.choice(_rows(draft, full=True, figures=True, name="数量|社会效益"))
    row.name = rng.choice(["业务督导", "专题宣传活动", "现场巡检"])
    row.target, row.actual = "≥12", "13"
    return True


@plant("Q20")
def other_unit(draft: Draft, rng: random.Random) -> bool:
    row = rng.choice(_rows(draft, full=True, figures=True, name="合格率|满意度|可用率"))
    row.actual = rng.choice(["86人", "115户"])
    return True


@plant("Q21", "Q02")
def empty_measure(draft: Draft, rng: random.Random) -> bool:
    words = ["进一步提高思想认识，强化绩效管理理念", "切实加强沟通协调，推动工作落到实处"]
    below = _below(draft, _title(draft, "措施|建议"))
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
    _say(draft, "问题", rng.choice(["无。", "不存在问题。"]))
    return True


@plant("Q23")
def deductions_without_problems(draft: Draft, rng: random.Random) -> bool:
    _say(draft, "问题", rng.choice(["无。", "暂无。"]))
    _say(draft, "措施|建议", "无。")
    return True


@plant("Q24")
def no_causes(draft: Draft, rng: random.Random) -> bool:
    if "原因" not in _title(draft, "问题"):
        return False
    _say(draft, "问题", "（一）个别项目支出进度慢。（二）指标分解不细。")
    return True


@plant("Q25")
def wrong_character(draft: Draft, rng: random.Random) -> bool:
    return _add(
        draft,
        rng,
        f"截止{draft.year}年12月31日，资产已盘点。",
        "固定资产已登记入帐。",
        "已作出布署。。",
        "既使任务重，仍按期办结。",
    )


@plant("Q26", "Q01")
def praise(draft: Draft, rng: random.Random) -> bool:
    rows = _rows(draft, full=True, figures=False)
    if not rows:
        return False
    rng.choice(rows).actual = rng.choice(["有所提升", "效果显著", "落实情况较好"])
    return True


@plant("Q27")
def measure_for_reason(draft: Draft, rng: random.Random) -> bool:
    row = rng.choice(_rows(draft, full=False))
    row.reason = rng.choice(["进一步加强管理，做好统筹", "加大督促力度", "继续推进，做好衔接"])
    return True


@plant("Q28")
def low_target(draft: Draft, rng: random.Random) -> bool:
    row = rng.choice(_rows(draft, full=True, name="满意度"))
    row.target, row.actual = rng.choice(["≥50%", "≥45%"]), "57.00%"
    return True


# Scoring


@plant("S01", "S03")
def score_above_weight(draft: Draft, rng: random.Random) -> bool:
    row = rng.choice(_rows(draft, full=True))
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
    rows = _rows(draft, full=True, figures=False)
    if not rows:
        return False
    row = rng.choice(rows)
    row.actual = rng.choice(["整体成效未达预期", "制度已起草，尚未完成验收"])
    return True


@plant("S06")
def no_reason(draft: Draft, rng: random.Random) -> bool:
    rng.choice(_rows(draft, full=False)).reason = rng.choice(["", "无", "—"])
    return True


@plant("S07")
def missed_with_full_marks(draft: Draft, rng: random.Random) -> bool:
    row = rng.choice([row for row in _rows(draft, full=False, figures=True)])
    row.score, row.reason = row.weight, ""
    other = _rows(draft, full=True, name="满意度")[0]
    other.score, other.reason = f"{Decimal(other.weight) - Decimal('0.5')}", "个别对象反映回复较慢"
    return True


@plant("S08")
def reason_with_full_marks(draft: Draft, rng: random.Random) -> bool:
    row = rng.choice(_rows(draft, full=True))
    row.reason = rng.choice(["部分点位进度滞后", "因外部条件变化，延期两个月"])
    return True


@plant("S09", "S11")
def score_blank(draft: Draft, rng: random.Random) -> bool:
    rng.choice(_rows(draft, full=True)).score = ""
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
    return _add(draft, rng, f"经自评，部门绩效等级为“{grade}”。", f"按自评结果，评价等次为{grade}。")


@plant("S12", "S03", "S02")
def weight_blank(draft: Draft, rng: random.Random) -> bool:
    draft.total_weight = draft.full
    rng.choice(_rows(draft, full=True)).weight = ""
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
    row = rng.choice(_rows(draft, full=True, figures=True, name="合格率|满意度|可用率"))
    row.target, row.actual = "≥95%", "89%"
    row.standard = "每低1个百分点扣0.5分，扣完为止"
    row.score = f"{Decimal(row.weight) - 1}"
    return True


@plant("S15")
def far_above_ratio(draft: Draft, rng: random.Random) -> bool:
    rows = [row for row in _rows(draft, full=True, figures=True, name="数量") if row.target.startswith("≥")]
    row = rng.choice(rows)
    figure = re.search(r"\d+(?:\.\d+)?", row.target)
    assert figure is not None
    row.actual = row.target.lstrip("≥").replace(figure[0], f"{Decimal(figure[0]) / 2:f}")
    row.score, row.reason = f"{Decimal(row.weight) * Decimal('0.9'):.1f}", "受汛期影响，部分任务顺延"
    return True


# Hints of compliance


@plant("P01")
def last_years_notice(draft: Draft, rng: random.Random) -> bool:
    return _add(draft, rng, f"根据《关于开展{int(draft.year) - 1}年度部门绩效自评工作的通知》，组织了自评。")


@plant("P02")
def wrong_number(draft: Draft, rng: random.Random) -> bool:
    return _add(draft, rng, "评分参照《预算绩效评价共性指标体系框架》（财预〔2013〕35号）。")


@plant("P03")
def replaced_document(draft: Draft, rng: random.Random) -> bool:
    return _add(
        draft,
        rng,
        "依据财预〔2011〕285号文件组织自评。",
        "依据《财政支出绩效评价管理暂行办法》（财预〔2011〕285号）评分。",
    )


@plant("P04")
def notice_of_earlier_year(draft: Draft, rng: random.Random) -> bool:
    return _add(
        draft, rng, f"按照《关于开展预算单位绩效自评工作的通知》（云财绩〔{int(draft.year) - 1}〕6号）办理。"
    )


@plant("P05")
def central_document(draft: Draft, rng: random.Random) -> bool:
    return _add(draft, rng, "指标按财预〔2021〕101号设置。", "目标依据财预〔2015〕88号设定。")


@plant("P06")
def odd_number(draft: Draft, rng: random.Random) -> bool:
    return _add(
        draft,
        rng,
        "执行某政办发[2021]12号规定。",
        "执行某财库〔2020〕第8号规定。",
        "执行某政发（2019）3号规定。",
    )


@plant("P07")
def done_by_a_firm(draft: Draft, rng: random.Random) -> bool:
    return _add(draft, rng, "我单位委托某会计师事务所开展绩效自评。", "本次聘请第三方机构完成自评工作。")


@plant("P08")
def personal_number(draft: Draft, rng: random.Random) -> bool:
    return _add(draft, rng, "项目联系人电话13800138000。", "经办人证件号430101199003071234。")


@plant("P09")
def twenty_days(draft: Draft, rng: random.Random) -> bool:
    return _add(draft, rng, "自评报告将在20日内公开。", "自评结果应于二十日内向社会公开。")


# Indicators of the common frameworks


def _indicator(draft: Draft, rng: random.Random, name: str, target: str, actual: str) -> bool:
    """Make a measured row with full marks one of a framework's indicators."""
    if "整体" not in "".join(draft.cover):
        return False
    row = rng.choice(_rows(draft, full=True, figures=True))
    row.name, row.target, row.actual = name, target, actual
    return True


def _two_budgets(draft: Draft, rng: random.Random) -> None:
    last = str(int(draft.year) - 1)
    _add(draft, rng, f"{draft.year}年“三公”经费预算数8.00万元，{last}年“三公”经费预算数10.00万元。")


@plant("S21")
def value_of_nothing(draft: Draft, rng: random.Random) -> bool:
    _two_budgets(draft, rng)
    return _indicator(draft, rng, "三公经费变动率", "≤0%", rng.choice(["-35.00%", "-12.50%"]))


@plant("S22")
def value_upside_down(draft: Draft, rng: random.Random) -> bool:
    _two_budgets(draft, rng)
    return _indicator(draft, rng, "三公经费变动率", "≤0%", "-500.00%")


@plant("S23")
def accounts_for_budgets(draft: Draft, rng: random.Random) -> bool:
    last = str(int(draft.year) - 1)
    _add(draft, rng, f"{draft.year}年“三公”经费决算数5.00万元，{last}年“三公”经费决算数8.00万元。")
    return _indicator(draft, rng, "三公经费变动率", "≤0%", "-37.50%")


@plant("S24")
def the_other_way(draft: Draft, rng: random.Random) -> bool:
    return _indicator(draft, rng, "三公经费控制率", "≥70%", "80%")


@plant("S25")
def another_convention(draft: Draft, rng: random.Random) -> bool:
    money = draft.money
    if money is None or money.initial == money.adjusted:
        return False
    rate = (Decimal(money.executed) / Decimal(money.initial) * 100).quantize(Decimal("0.01"))
    return _indicator(draft, rng, "预算完成率", "≥90%", f"{rate:f}%")


@plant("S28")
def formula_upside_down(draft: Draft, rng: random.Random) -> bool:
    if "整体" not in "".join(draft.cover):
        return False
    return _add(
        draft,
        rng,
        "在职人员控制率＝编制数÷在职人员数×100%。",
        "公用经费控制率＝公用经费预算数/公用经费决算数×100%。",
        "三公经费变动率＝（三公经费决算数－上年三公经费决算数）÷上年三公经费决算数×100%。",
    )
