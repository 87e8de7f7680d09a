"""A city's police, 2017: long prose with 分别为 and 同比, two tables at the end, indicators as 完成值/目标值 in one cell."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

_THREE = {
    "abroad": ("8.62", "12.40", "20.00"),
    "recv": ("21.36", "24.85", "40.00"),
    "buy": ("268.40", "214.90", "300.00"),
    "drive": ("1042.75", "1118.63", "1120.00"),
}
_MARKS = {
    "aim": ("目标设定", "5", "5"),
    "plan": ("预算编制", "10", "9.5"),
    "do": ("预算执行", "15", "14.2"),
    "rule": ("制度管理", "10", "10"),
    "good": ("资产管理", "5", "4.5"),
    "work": ("职责履行", "35", "33.4"),
    "mood": ("社会评价", "20", "18.75"),
}


def _money(book: Book) -> None:
    book.wan(carried="1362.58", fin="45920.66", misc="954.64", pay="29064.15", run="4354.12")
    book.wan(sky="4286.30", deal="5173.92", gear="2468.47", jail="1278.25", spent_l="43908.72")
    book.sum("got", "fin", "misc")
    book.sum("basic", "pay", "run")
    book.sum("proj", "sky", "deal", "gear", "jail")
    book.sum("spent", "basic", "proj")
    book.sum("rest", "carried", "got", minus=("spent",))
    book.rate("basic_h", "basic", "spent")
    book.rate("proj_h", "proj", "spent")
    book.year("ys", "spent", "spent_l")
    for key, budget in (("pay", "29300.00"), ("run", "4480.00"), ("proj", "14250.00")):
        book.wan(**{f"{key}_b": budget})
        book.rate(f"{key}_x", key, f"{key}_b")
    book.sum("basic_b", "pay_b", "run_b")
    book.rate("basic_x", "basic", "basic_b")
    book.sum("all_b", "basic_b", "proj_b")
    book.rate("all_x", "spent", "all_b")
    for key, (now, last, budget) in _THREE.items():
        book.wan(**{key: now, f"{key}_l": last, f"{key}_b": budget})
        book.year(f"y_{key}", key, f"{key}_l")
    for end in ("", "_l", "_b"):
        book.sum(f"car{end}", f"buy{end}", f"drive{end}")
        book.sum(f"three{end}", f"abroad{end}", f"recv{end}", f"car{end}")
    book.year("y_three", "three", "three_l")
    book.rate("three_x", "three", "three_b")
    book.wan(goods="3865.20", works="912.48", service="2477.36", small="4382.90")
    book.sum("bought", "goods", "works", "service")
    book.rate("small_h", "small", "bought")


def _work(book: Book) -> None:
    book.count(
        posts=1286, police=1247, duty=1512, desk=318, off=2, ret=382, fleet_a=386, fleet_b=19, fleet_c=7
    )
    book.rate("posts_x", "police", "posts")
    book.sum("aux", "duty", "desk")
    book.sum("old", "off", "ret")
    book.sum("fleet", "fleet_a", "fleet_b", "fleet_c")
    book.average("per_car", "drive", "fleet")
    book.count(call=286415, call_l=301722, crime=8462, crime_l=9317, solved=4106, solved_l=4109)
    book.count(theft=4938, fraud=2186, other=1338, cases=17240, settled=16895, gone=1126, caught=943)
    book.sum("crime", "theft", "fraud", "other")
    book.rate("theft_h", "theft", "crime")
    book.rate("fraud_h", "fraud", "crime")
    for key in ("call", "crime"):
        book.year(f"y_{key}", key, f"{key}_l")
    book.rate("solved_x", "solved", "crime")
    book.rate("solved_lx", "solved_l", "crime_l")
    book.points("d_solved", "solved_x", "solved_lx")
    book.rate("settled_x", "settled", "cases")
    book.rate("caught_x", "caught", "gone")
    book.wan(lost="6118.45", held="3264.50")
    book.rate("held_x", "held", "lost")
    book.count(crash=1436, crash_l=1572, dead=168, dead_l=183, idcard=142860, pass_a=61204, pass_b=48317)
    book.count(camera_p=1800, camera_d=1764, point_p=120, point_d=120)
    book.year("y_crash", "crash", "crash_l")
    book.year("y_dead", "dead", "dead_l")
    book.sum("passes", "pass_a", "pass_b")
    book.rate("camera_x", "camera_d", "camera_p")
    book.rate("point_x", "point_d", "point_p")
    book.average("per_camera", "sky", "camera_d")
    book.count(phone=2400, yes=2250)
    book.rate("yes_x", "yes", "phone")


def _books() -> Book:
    book = Book()
    _money(book)
    _work(book)
    for key, (_, weight, got) in _MARKS.items():
        book.count(**{f"w_{key}": weight, f"g_{key}": got})
    for end in "wg":
        book.sum(f"{end}_in", *(f"{end}_{key}" for key in ("aim", "plan")))
        book.sum(f"{end}_mid", *(f"{end}_{key}" for key in ("do", "rule", "good")))
        book.sum(f"{end}_out", *(f"{end}_{key}" for key in ("work", "mood")))
        book.sum(end, f"{end}_in", f"{end}_mid", f"{end}_out")
    book.ties.append(Tie("score", "g_mood", ("w_mood", "yes_x")))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("police_city_2017", _books())
    paper.title("青川市公安局2017年度部门整体支出绩效评价自评报告")
    paper.p("市财政局：")
    paper.p(
        "根据《青川市预算绩效管理暂行办法》和你局通知要求，我局认真组织开展了2017年度部门整体支出绩效自评，现将有关情况报告如下。"
    )
    paper.h("一、部门基本情况")
    paper.p(
        "市公安局是市人民政府主管全市公安工作的职能部门，内设机构22个，下辖派出所17个。核定政法专项编制{posts:n}名，年末实有民警{police:n}人，编制使用率{posts_x:p2}%；另有警务辅助人员{aux:n}人，",
        "其中勤务辅警{duty:n}人、文职辅警{desk:n}人；离退休人员{old:n}人，其中离休{off:n}人、退休{ret:n}人。年末共有公务用车{fleet:n}辆，其中执法执勤用车{fleet_a:n}辆、特种专业技术用车{fleet_b:n}辆、其他用车{fleet_c:n}辆。",
    )
    paper.h("二、部门收支及管理情况")
    paper.p(
        "（一）收支情况。2017年年初结转和结余{carried:w2}万元，本年收入{got:w2}万元，其中财政拨款收入{fin:w2}万元、其他收入{misc:w2}万元；本年支出{spent:w2}万元，年末结转和结余{rest:w2}万元。",
        "本年支出较2016年{spent_l:w2}万元{ys:增加/减少}{ys.d:w2}万元，{ys:增长/下降}{ys.g:p2}%，主要是政策性增资和天网工程三期建设支出增加。",
    )
    paper.p(
        "（二）支出结构。基本支出{basic:w2}万元，占{basic_h:p2}%；项目支出{proj:w2}万元，占{proj_h:p2}%。基本支出中，人员经费、日常公用经费分别为{pay:w2}万元和{run:w2}万元。项目支出中，天网工程建设运维{sky:w2}万元，",
        "侦查办案{deal:w2}万元，警用装备购置{gear:w2}万元，监所管理{jail:w2}万元。",
    )
    paper.p(
        "（三）“三公”经费。2017年“三公”经费支出{three:w2}万元，为年初预算{three_b:w2}万元的{three_x:p2}%，同比{y_three:增加/减少}{y_three.d:w2}万元，{y_three:增长/下降}{y_three.g:p2}%（2016年为{three_l:w2}万元）。",
        "其中：因公出国（境）费{abroad:w2}万元，同比{y_abroad:增加/减少}{y_abroad.d:w2}万元；公务接待费{recv:w2}万元，同比{y_recv:增加/减少}{y_recv.d:w2}万元；公务用车购置及运行费{car:w2}万元（购置费{buy:w2}万元、运行维护费{drive:w2}万元），",
        "购置费同比{y_buy:增加/减少}{y_buy.d:w2}万元，运行维护费同比{y_drive:增加/减少}{y_drive.d:w2}万元。2016年上述四项支出依次为{abroad_l:w2}万元、{recv_l:w2}万元、{buy_l:w2}万元、{drive_l:w2}万元。按年末车辆数计算，车均运行维护费{per_car:w2}万元。",
    )
    paper.p(
        "（四）政府采购。全年政府采购支出总额{bought:w2}万元，其中货物类{goods:w2}万元、工程类{works:w2}万元、服务类{service:w2}万元。授予中小企业合同金额{small:w2}万元，占政府采购支出总额的{small_h:p2}%。",
    )
    _duties(paper)
    _tables(paper)
    return paper


def _duties(paper: Paper) -> None:
    paper.h("三、部门履职及绩效情况")
    paper.p(
        "一是打击犯罪有力。全年刑事立案{crime:n}起，同比（{crime_l:n}起）{y_crime:上升/下降}{y_crime.g:p2}%，其中侵财盗窃{theft:n}起、电信网络诈骗{fraud:n}起、其他案件{other:n}起，盗窃、诈骗两类占比分别为{theft_h:p2}%、{fraud_h:p2}%。",
        "破获刑事案件{solved:n}起，破案率{solved_x:p2}%，比上年{solved_lx:p2}%{d_solved:提高/降低}{d_solved:p2}个百分点；抓获网上逃犯{caught:n}名，占年初在逃人员{gone:n}名的{caught_x:p2}%。",
        "电信网络诈骗案件涉案金额{lost:w2}万元，紧急止付{held:w2}万元，止付率{held_x:p2}%。",
    )
    paper.p(
        "二是治安防控严密。110接报有效警情{call:n}起，较上年的{call_l:n}起{y_call:增加/减少}{y_call.d:n}起，{y_call:上升/下降}{y_call.g:p2}%。受理治安案件{cases:n}起，查结{settled:n}起，查结率{settled_x:p2}%。",
        "天网三期计划新建高清探头{camera_p:n}个，建成{camera_d:n}个，完成{camera_x:p2}%；改造治安卡口{point_d:n}处，完成计划（{point_p:n}处）的{point_x:p0}%。每个新建探头分摊建设运维支出{per_camera:w2}万元。",
    )
    paper.p(
        "三是交通秩序平稳。发生一般以上道路交通事故{crash:n}起，同比减少{y_crash.d:n}起，下降{y_crash.g:p2}%；死亡{dead:n}人，同比减少{y_dead.d:n}人，下降{y_dead.g:p2}%。2016年事故起数和死亡人数分别为{crash_l:n}起、{dead_l:n}人。",
    )
    paper.p(
        "四是服务群众便捷。办理居民身份证{idcard:n}张，签发出入境证件{passes:n}本，其中因私护照{pass_a:n}本、往来港澳台通行证{pass_b:n}本。市统计局电话访问群众{phone:n}人，对公安工作表示满意的{yes:n}人，群众满意率{yes_x:p2}%。",
    )
    paper.h("四、自评结论")
    paper.p(
        "按照指标体系，我局2017年度部门整体支出绩效自评得分为{g:s2z}分。其中：投入{w_in:s0}分，得{g_in:s2z}分；过程{w_mid:s0}分，得{g_mid:s2z}分；产出与效果{w_out:s0}分，得{g_out:s2z}分。扣分主要是职责履行、社会评价和预算执行。",
    )
    paper.h("五、存在问题及整改打算")
    paper.p(
        "问题：项目支出执行率{proj_x:p2}%，低于基本支出执行率{basic_x:p2}%，天网三期部分点位供电协调不到位；辅警经费与编外人员规模不匹配。",
        "打算：2018年由科技信息化支队牵头，6月底前完成剩余探头安装；警务保障部按季通报执行进度。自评结果在市公安局网站公开，并作为2019年预算编制依据。",
    )


def _tables(paper: Paper) -> None:
    paper.p("附：1.预算执行情况表；2.绩效自评得分表")
    paper.centre("附1　预算执行情况表（单位：万元）")
    paper.table(
        (14, 10, 10, 8),
        "支出类别|调整预算|决算|执行率",
        "基本支出|{basic_b:w2}|{basic:w2}|{basic_x:p2}%",
        "　人员经费|{pay_b:w2}|{pay:w2}|{pay_x:p2}%",
        "　公用经费|{run_b:w2}|{run:w2}|{run_x:p2}%",
        "项目支出|{proj_b:w2}|{proj:w2}|{proj_x:p2}%",
        "合计|{all_b:w2}|{spent:w2}|{all_x:p2}%",
    )
    paper.centre("附2　绩效自评得分表")
    marks = {
        "aim": "投入|绩效目标完整",
        "plan": "^|编制规范",
        "do": "过程|执行率{all_x:p2}%",
        "rule": "^|制度健全",
        "good": "^|资产账实相符率98.6%",
        "work": "产出与效果|探头{camera_d:n}/{camera_p:n}个，卡口{point_d:n}/{point_p:n}处",
        "mood": "^|满意率{yes_x:p2}%",
    }
    rows = []
    for key, (name, *_) in _MARKS.items():
        head, note = marks[key].split("|")
        rows.append(f"{head}|{name}|{note}|{{w_{key}:s0}}|{{g_{key}:s2z}}")
    paper.table((10, 10, 18, 6, 7), "一级指标|二级指标|完成情况|满分|得分", *rows, "合计|>|>|{w:s0}|{g:s2z}")
    paper.right("青川市公安局")
    paper.right("2018年4月26日")
