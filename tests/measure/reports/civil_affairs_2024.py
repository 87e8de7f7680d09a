"""A county civil affairs bureau, 2024: four kinds of aid with standards and months, 元 in text, half-year counts."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_AID = (
    ("city", "城市低保", "1862", "1204", "6489300.00", "6600000.00"),
    ("rural", "农村低保", "9415", "6128", "33418752.50", "34000000.00"),
    ("hard", "特困供养", "1308", "1296", "12076548.00", "12100000.00"),
    ("temp", "临时救助", "2746", "2533", "3867420.00", "4500000.00"),
    ("kids", "孤儿和事实无人抚养儿童", "217", "217", "3124800.00", "3124800.00"),
)


def _books() -> Book:
    book = Book()
    for key, _, people, homes, spent, budget in _AID:
        book.count(**{f"{key}_n": people, f"{key}_h": homes})
        book.yuan(**{f"{key}_s": spent, f"{key}_b": budget})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.average(f"{key}_v", f"{key}_s", f"{key}_n")
    keys = [key for key, *_ in _AID]
    for end in "nhsb":
        book.sum(f"aid_{end}", *(f"{key}_{end}" for key in keys))
    book.rate("aid_x", "aid_s", "aid_b")
    for key in keys:
        book.rate(f"{key}_p", f"{key}_s", "aid_s")
    book.yuan(old_s="8416200.00", old_b="9000000.00", work_s="1284305.66", work_b="1560000.00")
    book.rate("old_x", "old_s", "old_b")
    book.rate("work_x", "work_s", "work_b")
    for end in "sb":
        book.sum(f"proj_{end}", f"aid_{end}", f"old_{end}", f"work_{end}")
    book.rate("proj_x", "proj_s", "proj_b")
    book.yuan(base_s="9873164.92", base_b="10050000.00")
    book.rate("base_x", "base_s", "base_b")
    for end in "sb":
        book.sum(f"dep_{end}", f"base_{end}", f"proj_{end}")
    book.rate("dep_x", "dep_s", "dep_b")
    book.sum("dep_r", "dep_b", minus=("dep_s",))
    book.yuan(dep_l="74306218.15")
    book.year("yd", "dep_s", "dep_l")
    book.yuan(nation="38500000.00", prov="21600000.00")
    book.sum("county", "dep_b", minus=("nation", "prov"))
    book.sum("dep_b", "nation", "prov", "county")
    for key in ("nation", "prov", "county"):
        book.rate(f"{key}_q", key, "dep_b")
    book.count(checked=11277, stop=486, new=392)
    book.sum("dibao", "city_n", "rural_n")
    book.count(dibao_l=11371)
    book.sum("dibao", "dibao_l", "new", minus=("stop",))
    book.count(beds=860, used=533, homes=14, homes_pub=9, homes_pri=5)
    book.rate("used_x", "used", "beds")
    book.sum("homes", "homes_pub", "homes_pri")
    book.count(ask=300, ok=291, yes=279)
    book.rate("ok_x", "ok", "ask")
    book.rate("yes_x", "yes", "ok")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("civil_affairs_2024", _books(), styled=True)
    paper.title("芦溪县民政局")
    paper.title("2024年度部门整体支出绩效自评报告")
    paper.h("一、基本情况")
    paper.p("县民政局内设股室7个，所属事业单位3个。2025年1月15日至3月10日，我局组织完成了2024年度自评工作。")
    paper.h("二、资金收支情况")
    paper.p(
        "2024年度预算资金共计{dep_b:y2,}元，其中中央补助{nation:y2,}元，省级补助{prov:y2,}元，县级安排{county:y2,}元，占比依次为{nation_q:p2}%、{prov_q:p2}%、{county_q:p2}%。全年累计支出{dep_s:y2,}元，支出进度{dep_x:p2}%，",
        "较上年支出{dep_l:y2,}元{yd:增加/减少}{yd.d:y2,}元，{yd:增幅/降幅}{yd.g:p2}%；年末结转{dep_r:y2,}元。",
    )
    paper.p(
        "基本支出预算{base_b:y2,}元，支出{base_s:y2,}元，进度{base_x:p2}%。项目支出预算{proj_b:y2,}元，支出{proj_s:y2,}元，进度{proj_x:p2}%，其中社会救助{aid_s:y2,}元、养老服务{old_s:y2,}元、业务工作经费{work_s:y2,}元。",
    )
    paper.centre("社会救助资金支出情况表")
    paper.right("金额单位：元")
    paper.table(
        (13, 6, 6, 11, 11, 7, 9),
        "救助类别|户数|人数|预算金额|支出金额|进度|人均支出",
        *(
            f"{name}|{{{k}_h:n}}|{{{k}_n:n}}|{{{k}_b:y2,}}|{{{k}_s:y2,}}|{{{k}_x:p2}}%|{{{k}_v:y2,}}"
            for k, name, *_ in _AID
        ),
        "合计|{aid_h:n}|{aid_n:n}|{aid_b:y2,}|{aid_s:y2,}|{aid_x:p2}%|—",
    )
    paper.p(
        "社会救助支出中，城市低保占{city_p:p2}%，农村低保占{rural_p:p2}%，特困供养占{hard_p:p2}%，临时救助占{temp_p:p2}%，孤儿和事实无人抚养儿童占{kids_p:p2}%。",
    )
    paper.h("三、绩效目标完成情况")
    paper.p(
        "（一）低保动态管理。年初低保对象{dibao_l:n}人，当年新增{new:n}人，退出{stop:n}人，年末在册{dibao:n}人（城市{city_n:n}人、农村{rural_n:n}人）。",
        "（二）养老服务。全县养老机构{homes:n}家，其中公办{homes_pub:n}家、民办{homes_pri:n}家，床位{beds:n}张，入住{used:n}人，入住率{used_x:p2}%。",
        "（三）群众满意度。电话抽访{ask:n}户，接受访问{ok:n}户，受访率{ok_x:p2}%，表示满意{yes:n}户，满意度{yes_x:p2}%。",
    )
    paper.h("四、自评结论")
    paper.p("综上，部门整体支出绩效自评等次为“优”，自评得分94.6分。")
    paper.h("五、主要问题及下一步措施")
    paper.p(
        "主要问题：临时救助资金支出进度偏慢（{temp_x:p2}%），养老机构入住率不高。下一步措施：下放临时救助审批权限至乡镇，6月底前完成；推进公办养老机构改革，年内签约社会化运营3家。自评结果用于下年预算安排，随决算公开。"
    )
    return paper
