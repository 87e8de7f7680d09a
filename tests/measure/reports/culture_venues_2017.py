"""A project's self-evaluation, 2017: free opening of a county's cultural venues, subsidies at a standard, visits."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Venue: name, spent (万元), visits of the year before and of the year, questionnaires back and content.
_VENUES = {
    "lib": ("县图书馆", "19.62", 112850, 126400, 96, 93),
    "cul": ("县文化馆", "18.95", 45900, 48260, 88, 82),
    "mus": ("县博物馆", "", 78240, 73915, 91, 84),
    "sta": ("乡镇综合文化站", "55.38", 84700, 96380, 215, 198),
}
_USES = {
    "light": ("水电物业", "28.64"),
    "show": ("业务活动", "46.38"),
    "book": ("图书购置", "14.72"),
    "gear": ("设备维护", "12.95"),
    "news": ("宣传", "7.06"),
}


def _books() -> Book:
    book = Book()
    book.yuan(hall="200000", station="50000", central="960000", prov="144000")
    book.count(halls=3, stations=12)
    book.product("halls_m", "hall", "halls")
    book.product("sta_b", "station", "stations")
    for key in ("lib", "cul", "mus"):
        book.sum(f"{key}_b", "hall")
    for key, (_, spent, last, now, back, glad) in _VENUES.items():
        if spent:
            book.wan(**{f"{key}_s": spent})
            book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_s",))
        else:
            book.sum(f"{key}_s", f"{key}_b")
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.count(**{f"{key}_l": last, f"{key}_v": now, f"{key}_q": back, f"{key}_g": glad})
    for end in "bslvqg":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _VENUES))
    book.sum("all_b", "halls_m", "sta_b")
    book.sum("all_r", "all_b", minus=("all_s",))
    book.sum("all_r", "lib_r", "cul_r", "sta_r")
    book.rate("all_x", "all_s", "all_b")
    for key in (*_VENUES, "all"):
        book.year(f"y_{key}", f"{key}_v", f"{key}_l")
        book.rate(f"{key}_gx", f"{key}_g", f"{key}_q")
    book.sum("own", "all_b", minus=("central", "prov"))
    book.sum("all_b", "central", "prov", "own")
    for key in ("central", "prov", "own"):
        book.rate(f"{key}_h", key, "all_b")
    for key, (_, spent) in _USES.items():
        book.wan(**{f"u_{key}": spent})
    book.sum("u_rest", "all_s", minus=tuple(f"u_{key}" for key in _USES))
    book.sum("all_s", *(f"u_{key}" for key in _USES), "u_rest")
    for key in (*_USES, "rest"):
        book.rate(f"h_{key}", f"u_{key}", "all_s")
    book.average("each", "all_s", "all_v")
    book.count(acts_p=186, talk=48, fair=27, play=74, course=54)
    book.sum("acts", "talk", "fair", "play", "course")
    book.rate("acts_x", "acts", "acts_p")
    book.sum("acts_m", "acts", minus=("acts_p",))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("culture_venues_2017", _books())
    paper.title("青禾县2017年公共文化场馆免费开放补助项目")
    paper.title("支出绩效自评报告")
    paper.centre("青禾县文化体育广电局　2018年5月")
    paper.h("一、基本情况")
    paper.p(
        "为保障群众基本文化权益，根据财政部、文化部有关公共文化场馆免费开放的规定，对全县{halls:n}个县级馆（图书馆、文化馆、博物馆）和{stations:n}个乡镇综合文化站给予补助。"
        "补助标准为县级馆每馆每年{hall:w0}万元、文化站每站每年{station:w0}万元，应补助{all_b:w2}万元，其中县级馆{halls_m:w2}万元，文化站{sta_b:w2}万元。"
    )
    paper.p(
        "补助资金由三级财政分担：中央财政{central:w2}万元，省级财政{prov:w2}万元，县级财政{own:w2}万元，分担比例分别为{central_h:p0}%、{prov_h:p0}%、{own_h:p0}%，资金全部到位。"
    )
    paper.h("二、资金管理使用情况")
    paper.p(
        "2017年实际支出{all_s:w2}万元，执行率{all_x:p2}%，结余{all_r:w2}万元结转2018年继续使用。从支出用途看，",
        "、".join(f"{name}{{u_{k}:w2}}万元（{{h_{k}:p1}}%）" for k, (name, _) in _USES.items()),
        "，其余{u_rest:w2}万元（{h_rest:p1}%）为临时聘用人员劳务费。",
    )
    paper.centre("分场馆补助资金使用情况")
    paper.right("单位：万元")
    paper.table(
        (14, 8, 9, 9, 9),
        "补助对象|数量（个）|补助金额|支出金额|结余",
        "县图书馆|1|{lib_b:w2}|{lib_s:w2}|{lib_r:w2}",
        "县文化馆|1|{cul_b:w2}|{cul_s:w2}|{cul_r:w2}",
        "县博物馆|1|{mus_b:w2}|{mus_s:w2}|—",
        "乡镇综合文化站|{stations:n}|{sta_b:w2}|{sta_s:w2}|{sta_r:w2}",
        "合　计|15|{all_b:w2}|{all_s:w2}|{all_r:w2}",
    )
    paper.h("三、绩效实现情况")
    paper.h("（一）服务人次", 2)
    paper.p(
        "全年免费服务群众{all_v:n}人次，比2016年的{all_l:n}人次{y_all:增加/减少}{y_all.d:n}人次，{y_all:增长/下降}{y_all.g:p2}%；每人次补助支出{each:y2}元。县博物馆因基本陈列改造闭馆45天，服务人次{y_mus:上升/下降}{y_mus.g:p2}%。"
    )
    paper.table(
        (14, 12, 12, 11),
        "场馆|2016年（人次）|2017年（人次）|增减人次",
        *(
            f"{name}|{{{k}_l:n,}}|{{{k}_v:n,}}|{'-' if k == 'mus' else ''}{{y_{k}.d:n,}}"
            for k, (name, *_) in _VENUES.items()
        ),
        "合　计|{all_l:n,}|{all_v:n,}|{y_all.d:n,}",
    )
    paper.h("（二）活动开展", 2)
    paper.p(
        "计划开展公益活动{acts_p:n}场次，实际开展{acts:n}场次，超额{acts_m:n}场次，为计划的{acts_x:p2}%。按形式分，讲座{talk:n}场次，展览{fair:n}场次，演出{play:n}场次，培训{course:n}场次。"
    )
    paper.h("（三）公众满意度", 2)
    paper.p(
        "共回收有效问卷{all_q:n}份，满意{all_g:n}份，总体满意度{all_gx:p2}%。分场馆看，",
        "；".join(
            f"{name}有效问卷{{{k}_q:n}}份，满意{{{k}_g:n}}份，满意度{{{k}_gx:p2}}%"
            for k, (name, *_) in _VENUES.items()
        ),
        "。",
    )
    paper.h("四、自评结论")
    paper.p("对照项目绩效目标，2017年各项产出指标均已完成，自评等级为“良好”。")
    paper.h("五、存在问题")
    paper.p("一是部分文化站专职人员不足，支出进度偏慢。二是博物馆闭馆期间替代服务较少，服务人次下滑。")
    paper.h("六、改进措施和建议")
    paper.p(
        "一是通过政府购买服务为每个文化站至少配备1名文化协管员，2018年10月底前到岗。二是今后闭馆改陈期间同步开展流动展览进校园、进社区。三是自评结果作为2019年度补助资金分配的参考，并在局网站公开。"
    )
    return paper
