"""Plants for the rules of completeness: parts, annexes and fields left out or left blank."""

from __future__ import annotations

import random
import re
from decimal import Decimal

from tests.measure_rules.draft import Draft, Row
from tests.measure_rules.planting import add, drop, plant, swap, title_of


@plant("C01")
def part_left_out(draft: Draft, rng: random.Random) -> bool:
    drop(draft, title_of(draft, rng.choice(["措施|建议"])))
    return True


@plant("C01", "Q12")
def problems_left_out(draft: Draft, rng: random.Random) -> bool:
    drop(draft, title_of(draft, "问题"))
    return True


@plant("C02")
def annex_absent(draft: Draft, rng: random.Random) -> bool:
    return add(draft, rng, "各项目明细详见附件7。", "具体情况见附件九。")


@plant("C03")
def placeholder(draft: Draft, rng: random.Random) -> bool:
    return add(draft, rng, "全年召开调度会XX次。", "项目完工率达到【】。", "（此处填写资产盘点情况）。")


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
    swap(draft, "（见附件1）", "")
    return any("附件2" in line for part in draft.parts for line in part.lines) or bool(draft.listed)


@plant("C07")
def gap_in_annexes(draft: Draft, rng: random.Random) -> bool:
    if len(draft.annexes) < 2:
        return False
    number = rng.choice("345")
    draft.annexes[-1] = f"附件{number}"
    swap(draft, "附件2", f"附件{number}")
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
        swap(draft, old, new)
    return True


@plant("C17")
def base_table_left_out(draft: Draft, rng: random.Random) -> bool:
    if draft.region is None:
        return False
    draft.sheet, draft.annexes, draft.listed = None, ["附件"], []
    return swap(draft, "具体见附件2。", "具体见附件。")


@plant("C18")
def goal_left_blank(draft: Draft, rng: random.Random) -> bool:
    setattr(draft, rng.choice(["goal", "result"]), "")
    return True


@plant("C19")
def fund_not_mentioned(draft: Draft, rng: random.Random) -> bool:
    if draft.region is None:
        return False
    drop(draft, rng.choice(["政府性基金", "国有资本", "社会保险"]))
    return True


@plant("C20")
def procurement_not_mentioned(draft: Draft, rng: random.Random) -> bool:
    if draft.region is None:
        return False
    swap(draft, "采购", "购置")
    for part in draft.parts:
        part.title = part.title.replace("采购", "购置")
    return True


@plant("C21")
def staff_not_mentioned(draft: Draft, rng: random.Random) -> bool:
    part = draft.parts[0]
    before = list(part.lines)
    part.lines = [re.sub(r"[，]?(?:核定)?编制\d+人，(?:年末)?在职\d+人", "", line) for line in part.lines]
    return before != part.lines and draft.region is None
