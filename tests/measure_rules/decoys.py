"""Oddities that look like faults and are none: a rule that speaks of one of them cries wolf."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from tests.measure_rules.draft import Draft, Row

Decoy = Callable[[Draft], None]


def _first(draft: Draft, sentence: str) -> None:
    part = next(part for part in draft.parts[1:] if part.lines)
    part.lines[-1] += sentence


def masked_people(draft: Draft) -> None:
    """Names and numbers hidden in the published version."""
    draft.signature = "填表人：***    填报日期：2025年3月1日    联系电话：×××××××    单位负责人签字：略"


def class_without_indicators(draft: Draft) -> None:
    """A class of the printed form that does not apply: its row is blank."""
    at = next(i for i, row in enumerate(draft.rows) if row.level1.startswith("效益"))
    draft.rows.insert(at + 1, Row(draft.rows[at].level1, "生态效益指标", "", "", "", "", ""))


def reference_framework(draft: Draft) -> None:
    """A central guide held up as a guide only."""
    _first(
        draft,
        "指标设置参照《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）。",
    )


def far_beyond_with_a_reason(draft: Draft) -> None:
    """A result of twice its target, explained in the form."""
    row = next(
        row for row in draft.rows if row.is_full and row.target.startswith("≥") and "数量" in row.level2
    )
    figure = re.search(r"\d+(?:\.\d+)?", row.actual)
    assert figure is not None
    row.actual = row.actual.replace(figure[0], f"{Decimal(figure[0]) * 2:f}")
    row.reason = "年中上级下达新增任务，工作量增加一倍"


def one_name_two_targets(draft: Draft) -> None:
    """Two indicators of one name, told apart by their targets."""
    row = next(row for row in draft.rows if row.is_full and Decimal(row.weight) % 2 == 0)
    row.weight = row.score = f"{(Decimal(row.weight) / 2).normalize():f}"
    other = replace(row, target="≥2次", actual="3次")
    draft.rows.insert(draft.rows.index(row) + 1, other)


def deadline_of_applications(draft: Draft) -> None:
    """截止 as a verb, 帐 in no word of accounts."""
    _first(draft, "项目申报于6月30日截止，应急帐篷已入库。")


def audit_by_a_firm(draft: Draft) -> None:
    """A firm that audits and does no self-evaluation."""
    _first(draft, "财政局委托第三方机构开展重点评价，自评由本单位完成。")


def money_with_eleven_digits(draft: Draft) -> None:
    """An amount as long as a number of a mobile phone."""
    _first(draft, "资产总额13800138000.00元。")


def states_in_a_word(draft: Draft) -> None:
    """Targets that are a state, and reached."""
    for row in [row for row in draft.rows if row.is_full and not re.search(r"\d", row.target)][:2]:
        row.target = row.actual = "健全"


def deduction_that_is_explained(draft: Draft) -> None:
    """A deduction in words with its cause and a measure, merged in one cell."""
    row = next(row for row in draft.rows if row.is_full and "满意" in row.name)
    row.score = f"{Decimal(row.weight) - Decimal('0.5')}"
    row.reason = "因个别对象反映回复较慢，扣0.5分；今后限时回复"


def goals_of_next_year(draft: Draft) -> None:
    """Years, annexes of others and notices of the year before, spoken of as such."""
    before = int(draft.year) - 1
    _first(draft, f"{before}年度自评发现的问题已整改；评分办法见《预算绩效管理办法》附件3。")


def a_title_that_is_a_statement(draft: Draft) -> None:
    """A measure that is its title alone."""
    last = [part for part in draft.parts if part.level == 2]
    if last:
        last[-1].title, last[-1].lines = last[-1].title[:3] + "由办公室在6月底前完成台账清理，逐项销号", []


DECOYS: tuple[Decoy, ...] = (
    masked_people,
    class_without_indicators,
    reference_framework,
    far_beyond_with_a_reason,
    one_name_two_targets,
    deadline_of_applications,
    audit_by_a_firm,
    money_with_eleven_digits,
    states_in_a_word,
    deduction_that_is_explained,
    goals_of_next_year,
    a_title_that_is_a_statement,
)
