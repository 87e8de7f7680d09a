"""Plants for the hints of compliance: documents, numbers and terms that are not what they should be."""

from __future__ import annotations

import random

from tests.measure_rules.draft import Draft
from tests.measure_rules.planting import add, plant


@plant("P01")
def last_years_notice(draft: Draft, rng: random.Random) -> bool:
    return add(draft, rng, f"根据《关于开展{int(draft.year) - 1}年度部门绩效自评工作的通知》，组织了自评。")


@plant("P02")
def wrong_number(draft: Draft, rng: random.Random) -> bool:
    return add(draft, rng, "评分参照《预算绩效评价共性指标体系框架》（财预〔2013〕35号）。")


@plant("P03")
def replaced_document(draft: Draft, rng: random.Random) -> bool:
    return add(
        draft,
        rng,
        "依据财预〔2011〕285号文件组织自评。",
        "依据《财政支出绩效评价管理暂行办法》（财预〔2011〕285号）评分。",
    )


@plant("P04")
def notice_of_earlier_year(draft: Draft, rng: random.Random) -> bool:
    return add(
        draft, rng, f"按照《关于开展预算单位绩效自评工作的通知》（云财绩〔{int(draft.year) - 1}〕6号）办理。"
    )


@plant("P05")
def central_document(draft: Draft, rng: random.Random) -> bool:
    return add(draft, rng, "指标按财预〔2021〕101号设置。", "目标依据财预〔2015〕88号设定。")


@plant("P06")
def odd_number(draft: Draft, rng: random.Random) -> bool:
    return add(
        draft,
        rng,
        "执行某政办发[2021]12号规定。",
        "执行某财库〔2020〕第8号规定。",
        "执行某政发（2019）3号规定。",
    )


@plant("P07")
def done_by_a_firm(draft: Draft, rng: random.Random) -> bool:
    return add(draft, rng, "我单位委托某会计师事务所开展绩效自评。", "本次聘请第三方机构完成自评工作。")


@plant("P08")
def personal_number(draft: Draft, rng: random.Random) -> bool:
    return add(draft, rng, "项目联系人电话13800138000。", "经办人证件号430101199003071234。")


@plant("P09")
def twenty_days(draft: Draft, rng: random.Random) -> bool:
    return add(draft, rng, "自评报告将在20日内公开。", "自评结果应于二十日内向社会公开。")
