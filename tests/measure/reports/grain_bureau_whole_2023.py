"""A provincial grain bureau, 2023: the bureau itself and with its units side by side, percentage points, a table of units."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Key, unit, staff, approved, adjusted, spent, spent the year before (万元).
_UNITS = (
    ("hq", "局机关（本级）", 87, "5316.40", "5702.85", "5548.13", "5391.76"),
    ("lab", "粮油质量检测中心", 46, "1874.20", "2015.60", "1987.42", "1790.35"),
    ("inst", "粮食科学研究所", 63, "2240.75", "2218.30", "2104.96", "2267.81"),
    ("base", "军粮供应服务中心", 29, "906.30", "931.45", "931.45", "884.20"),
    ("ed", "粮食职工培训学校", 38, "1127.90", "1064.00", "1001.37", "1088.64"),
)
_KINDS = (("pay", "人员经费", "5206.47"), ("day", "公用经费", "824.19"), ("proj", "项目支出", "5542.67"))
_MARKS = (
    ("预算执行率", "10", "9.7"),
    ("预决算公开", "5", "5"),
    ("资产管理规范性", "5", "4"),
    ("储备粮轮换完成率", "12", "12"),
    ("质量检测批次", "10", "10"),
    ("应急网点布局", "8", "6.5"),
    ("科研成果转化", "10", "8.6"),
    ("粮价波动幅度", "15", "15"),
    ("节粮减损成效", "10", "9"),
    ("涉粮企业满意度", "15", "14.2"),
)


def _books() -> Book:
    book = Book()
    for key, _, staff, start, budget, spent, last in _UNITS:
        book.count(**{f"{key}_n": staff})
        book.wan(**{f"{key}_i": start, f"{key}_b": budget, f"{key}_s": spent, f"{key}_l": last})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.year(f"y{key}", f"{key}_s", f"{key}_l")
    keys = [key for key, *_ in _UNITS]
    for end in "nibsl":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in keys))
        book.sum(f"sub_{end}", *(f"{key}_{end}" for key in keys[1:]))
        book.sum(f"all_{end}", f"hq_{end}", f"sub_{end}")
    for key in ("all", "sub"):
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.year(f"y{key}", f"{key}_s", f"{key}_l")
    book.sum("move", "all_b", minus=("all_i",))
    book.wan(up="683.20")
    book.sum("down", "up", minus=("move",))
    book.sum("move", "up", minus=("down",))
    book.count(x_l="0.9538")
    book.points("xp", "all_x", "x_l")
    book.rate("hq_h", "hq_s", "all_s")
    for key, _, spent in _KINDS[:2]:
        book.wan(**{f"k_{key}": spent})
    book.sum("k_proj", "all_s", minus=("k_pay", "k_day"))
    book.sum("all_s", *(f"k_{key}" for key, *_ in _KINDS))
    for key, *_ in _KINDS:
        book.rate(f"k_{key}_h", f"k_{key}", "all_s")
    book.average("pay_p", "k_pay", "all_n")
    book.average("day_p", "k_day", "all_n")
    book.wan(hq_day="296.83", three="42.18", three_hq="23.60", three_b="61.00", three_l="48.75")
    book.average("hq_day_p", "hq_day", "hq_n")
    book.sum("three_sub", "three", minus=("three_hq",))
    book.sum("three", "three_hq", "three_sub")
    book.rate("three_x", "three", "three_b")
    book.year("y3", "three", "three_l")
    _duty(book)
    for n, (_, weight, points) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": points})
    book.ties.append(Tie("score", "g0", ("w0", "all_x")))
    for end in "wg":
        book.sum(f"{end}m", *(f"{end}{n}" for n in (0, 1, 2)))
        book.sum(f"{end}o", *(f"{end}{n}" for n in (3, 4, 5, 6)))
        book.sum(f"{end}e", *(f"{end}{n}" for n in (7, 8)))
        book.sum(f"{end}_all", f"{end}m", f"{end}o", f"{end}e", f"{end}9")
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(len(_MARKS))))
    return book


def _duty(book: Book) -> None:
    book.count(rot="86.40", rot_p="86.40", buy="214.7", buy_l="198.3", wheat="123.5", corn="71.6", bean="4.9")
    book.rate("rot_x", "rot", "rot_p")
    book.year("ybuy", "buy", "buy_l")
    book.sum("main", "wheat", "corn", "bean")
    book.rate("main_h", "main", "buy")
    book.count(batch=6218, batch_p=5800, ok=6037, fresh=2450, stock=3120)
    book.rate("batch_x", "batch", "batch_p")
    book.rate("ok_x", "ok", "batch")
    book.count(ok_l="0.9645")
    book.points("okp", "ok_x", "ok_l")
    book.count(net=1864, net_l=1726, city=642, town=1222, vill=3914)
    book.sum("net", "city", "town")
    book.year("ynet", "net", "net_l")
    book.count(res=34, pat=21, turn=13)
    book.rate("turn_x", "turn", "res")
    book.count(loss="0.0486", loss_l="0.0531")
    book.points("lossp", "loss", "loss_l")
    book.count(co=280, co_r=263, co_ok=249)
    book.rate("co_rx", "co_r", "co")
    book.rate("co_x", "co_ok", "co_r")


def build() -> Paper:
    """Return the report."""
    paper = Paper("grain_bureau_whole_2023", _books())
    paper.title("省粮食和物资储备局2023年度部门整体支出绩效自评报告")
    paper.h("一、部门概况")
    paper.p(
        "纳入2023年部门预算编制范围的预算单位共5个，包括局机关和4个直属事业单位。2023年末部门在职人员{all_n:n}人，其中机关{hq_n:n}人、事业单位{sub_n:n}人。"
    )
    paper.h("二、部门预算及执行")
    paper.p(
        "（一）部门口径（含所属单位）。年初预算{all_i:w2}万元，执行中调增{up:w2}万元、调减{down:w2}万元，净增加{move:w2}万元，调整预算{all_b:w2}万元；全年支出{all_s:w2}万元，执行率{all_x:p2}%，较2022年的{x_l:p2}%{xp:提高/下降}{xp:p2}个百分点。支出较2022年{all_l:w2}万元{yall:增长/下降}{yall.g:p2}%。",
    )
    paper.p(
        "（二）本级口径。局机关年初预算{hq_i:w2}万元，调整预算{hq_b:w2}万元，支出{hq_s:w2}万元，执行率{hq_x:p2}%，占部门支出的{hq_h:p2}%；支出较上年{yhq:增加/减少}{yhq.d:w2}万元，{yhq:增长/下降}{yhq.g:p2}%。"
    )
    paper.p(
        "（三）所属单位口径。4家事业单位合计调整预算{sub_b:w2}万元，支出{sub_s:w2}万元，执行率{sub_x:p2}%，支出较上年{ysub:增长/下降}{ysub.g:p2}%。各单位情况见附表1。"
    )
    paper.centre("附表1　预算单位收支情况表")
    paper.right("单位：万元、%")
    _unit_table(paper)
    paper.p(
        "（四）支出结构。部门支出中，人员经费{k_pay:w2}万元、公用经费{k_day:w2}万元、项目支出{k_proj:w2}万元，占比依次为{k_pay_h:p2}%、{k_day_h:p2}%、{k_proj_h:p2}%。部门人均人员经费{pay_p:w2}万元，人均公用经费{day_p:w2}万元；局机关公用经费{hq_day:w2}万元，人均{hq_day_p:w2}万元，因承担全系统视频会议系统租赁，高于部门平均水平。",
    )
    paper.p(
        "（五）“三公”经费。部门“三公”经费支出{three:w2}万元（本级{three_hq:w2}万元、所属单位{three_sub:w2}万元），控制在预算{three_b:w2}万元以内，占预算的{three_x:p2}%，比上年{three_l:w2}万元{y3:增加/减少}{y3.d:w2}万元，{y3:上升/下降}{y3.g:p2}%。"
    )
    paper.h("三、履职绩效")
    paper.p(
        "1.储备与收购。省级储备粮轮换计划{rot_p:n2}万吨，完成{rot:n2}万吨，完成率{rot_x:p0}%。全省收购粮食{buy:n1}亿斤，同比{ybuy:增长/下降}{ybuy.g:p1}%（上年{buy_l:n1}亿斤），其中小麦{wheat:n1}亿斤、玉米{corn:n1}亿斤、大豆{bean:n1}亿斤，三大品种占{main_h:p1}%。"
    )
    paper.p(
        "2.质量监管。检测样品{batch:n}批次，完成计划{batch_p:n}批次的{batch_x:p2}%，其中新收获粮食{fresh:n}批次、库存粮食{stock:n}批次，其余为应急和委托样品；合格{ok:n}批次，合格率{ok_x:p2}%，比上年{ok_l:p2}%{okp:上升/下降}{okp:p2}个百分点。"
    )
    paper.p(
        "3.应急保障。应急供应网点由上年的{net_l:n}个增至{net:n}个，净增{ynet.d:n}个，其中城区{city:n}个、乡镇{town:n}个；另有村级代销点{vill:n}个纳入备案管理，不计入网点数。"
    )
    paper.p(
        "4.科技减损。结题课题{res:n}项，获授权专利{pat:n}件，实现转化{turn:n}项，转化率{turn_x:p2}%；产后损失率由{loss_l:p2}%降至{loss:p2}%，{lossp:上升/下降}{lossp:p2}个百分点。"
    )
    paper.p(
        "5.满意度。向涉粮企业推送线上问卷{co:n}份，提交{co_r:n}份，提交率{co_rx:p2}%，满意{co_ok:n}份，满意度{co_x:p2}%。"
    )
    paper.h("四、自评得分")
    paper.p(
        "部门整体自评{g_all:s1z}分。部门管理类满分{wm:s0}分、得{gm:s1z}分，履职产出类满分{wo:s0}分、得{go:s1z}分，履职效益类满分{we:s0}分、得{ge:s1z}分，满意度类满分{w9:s0}分、得{g9:s1z}分。"
    )
    heads = {0: "部门管理", 3: "履职产出", 7: "履职效益", 9: "满意度"}
    paper.table(
        (12, 18, 8, 8),
        "类别|指标|分值|得分",
        *(f"{heads.get(n, '^')}|{name}|{{w{n}:s0}}|{{g{n}:s1z}}" for n, (name, *_) in enumerate(_MARKS)),
        "合计|>|{w_all:s0}|{g_all:s1z}",
    )
    paper.h("五、问题及改进")
    paper.p(
        "主要问题：职工培训学校因线下培训班次缩减执行率偏低；山区应急网点布局偏少；部分固定资产未及时贴签。改进措施：规划建设处牵头，2024年9月底前在12个山区县新增网点不少于60个；财务处于2024年二季度完成资产清查。自评结果报省财政厅，向社会公开，并与所属单位2025年预算挂钩。"
    )
    return paper


def _unit_table(paper: Paper) -> None:
    def change(key: str) -> str:
        return ("" if paper.book.up[f"y{key}"] else "-") + f"{{y{key}.g:p2}}"

    paper.table(
        (15, 7, 10, 10, 10, 8, 10, 9),
        "预算单位|人数|年初预算|调整预算|2023年支出|执行率|2022年支出|支出增长率",
        *(
            f"{name}|{{{k}_n:n}}|{{{k}_i:w2}}|{{{k}_b:w2}}|{{{k}_s:w2}}|{{{k}_x:p2}}|{{{k}_l:w2}}|{change(k)}"
            for k, name, *_ in _UNITS
        ),
        f"合计|{{all_n:n}}|{{all_i:w2}}|{{all_b:w2}}|{{all_s:w2}}|{{all_x:p2}}|{{all_l:w2}}|{change('all')}",
    )
