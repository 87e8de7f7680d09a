"""An agricultural subsidy, 2021: area times standard, batches of transfer, reordered score columns, 亩 and 万元."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_CROPS = (
    ("rice", "双季稻", "150", "186420.5", "28200000"),
    ("grain", "旱粮", "80", "64215.0", "5200000"),
    ("oil", "油菜", "100", "92870.6", "9300000"),
)


def _books() -> Book:
    book = Book()
    for key, _, each, area, budget in _CROPS:
        book.yuan(**{f"{key}_e": each, f"{key}_b": budget})
        book.count(**{f"{key}_a": area})
        book.product(f"{key}_s", f"{key}_e", f"{key}_a")
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_s",))
    keys = [key for key, *_ in _CROPS]
    for end in ("b", "s", "a", "r"):
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in keys))
    book.rate("all_x", "all_s", "all_b")
    for key in keys:
        book.rate(f"{key}_h", f"{key}_a", "all_a")
    book.yuan(first="20000000", second="15000000")
    book.sum("third", "all_b", minus=("first", "second"))
    book.sum("all_b", "first", "second", "third")
    book.count(homes=41286, people=128, towns=14, firms=317)
    book.average("per_home", "all_s", "homes")
    book.count(area_plan=340000)
    book.rate("area_x", "all_a", "area_plan")
    book.count(area_l="331846.2")
    book.year("ya", "all_a", "area_l")
    book.count(out_now="15.26", out_last="14.73")
    book.year("yo", "out_now", "out_last")
    book.count(spots=60, wrong=3)
    book.sum("right", "spots", minus=("wrong",))
    book.rate("right_x", "right", "spots")
    book.count(got=600, ok=588, yes=561)
    book.rate("ok_x", "ok", "got")
    book.rate("yes_x", "yes", "ok")
    rows = {
        "w": ("10", "15", "15", "10", "10", "20", "10", "10"),
        "p": ("9.9", "15", "14.25", "10", "8.5", "18", "10", "9.54"),
    }
    for end, numbers in rows.items():
        for n, number in enumerate(numbers):
            book.count(**{f"{end}{n}": number})
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(8)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("agri_subsidy_2021", _books(), styled=True)
    paper.title("湘坪市2021年粮油生产补贴项目支出绩效自评报告")
    paper.h("一、项目概况")
    paper.p(
        "粮油生产补贴对象为全市{towns:n}个乡镇的种植户和种粮大户。补贴标准为：双季稻每亩{rice_e:y0}元，旱粮每亩{grain_e:y0}元，油菜每亩{oil_e:y0}元。2021年项目预算{all_b:w2}万元，",
        "分三批下达：第一批{first:w2}万元（3月15日），第二批{second:w2}万元（7月20日），第三批{third:w2}万元（11月5日）。",
    )
    paper.h("二、资金使用情况")
    paper.p(
        "截至2021年12月底，实际兑付补贴{all_s:w2}万元，预算执行率{all_x:p2}%，结余{all_r:w2}万元。补贴面积合计{all_a:n1}亩，其中双季稻{rice_a:n1}亩、旱粮{grain_a:n1}亩、油菜{oil_a:n1}亩，",
        "分别占{rice_h:p2}%、{grain_h:p2}%、{oil_h:p2}%。受益农户{homes:n}户，户均{per_home:y2}元。",
    )
    paper.centre("2021年粮油生产补贴资金兑付情况表")
    paper.table(
        (8, 9, 10, 10, 10, 9, 7),
        "作物|补贴标准（元/亩）|补贴面积（亩）|预算金额（元）|兑付金额（元）|结余（元）|执行率",
        *(
            f"{name}|{{{k}_e:y0}}|{{{k}_a:n1,}}|{{{k}_b:y2,}}|{{{k}_s:y2,}}|{{{k}_r:y2,}}|{{{k}_x:p2}}%"
            for k, name, *_ in _CROPS
        ),
        "合计||{all_a:n1,}|{all_b:y2,}|{all_s:y2,}|{all_r:y2,}|{all_x:p2}%",
    )
    paper.h("三、绩效目标完成情况分析")
    paper.p(
        "（一）产出。年度目标为补贴面积{area_plan:n}亩以上，实际完成{all_a:n1}亩，完成率{area_x:p2}%，比上年{area_l:n1}亩{ya:增加/减少}{ya.d:n1}亩，{ya:增长/下降}{ya.g:p2}%。随机抽查地块{spots:n}处，面积核实准确{right:n}处，",
        "准确率{right_x:p2}%，{wrong:n}处存在面积误差，已更正。",
    )
    paper.p(
        "（二）效益。全市粮食总产量{out_now:n2}万吨，较上年的{out_last:n2}万吨增产{yo.d:n2}万吨，增长{yo.g:p2}%。培育种粮大户、家庭农场等新型经营主体{firms:n}家。"
    )
    paper.p(
        "（三）满意度。电话回访农户{got:n}户，有效回访{ok:n}户，有效率{ok_x:p2}%，表示满意的{yes:n}户，满意度{yes_x:p2}%。"
    )
    paper.h("四、自评得分")
    paper.p("项目自评得分{p_all:s2}分。评分详见附表。")
    paper.p("附表")
    paper.centre("项目支出绩效自评评分表")
    paper.table(
        (8, 14, 5, 6, 10, 10, 12),
        "一级指标|三级指标|得分|权重|目标值|完成值|扣分原因",
        "预算执行|预算执行率|{p0:s2z}|{w0:s0}%|100%|{all_x:p2}%|按比例扣分",
        "产出|补贴面积|{p1:s2z}|{w1:s0}%|≥34万亩|{all_a:n1}亩|",
        "^|面积核实准确率|{p2:s2z}|{w2:s0}%|100%|{right_x:p2}%|3处地块有误差",
        "^|补贴标准执行率|{p3:s2z}|{w3:s0}%|100%|100%|",
        "^|兑付及时率|{p4:s2z}|{w4:s0}%|100%|85%|第三批部分资金跨月兑付",
        "效益|粮食产量增长|{p5:s2z}|{w5:s0}%|≥4%|{yo.g:p2}%|增幅未达目标",
        "^|带动新型经营主体|{p6:s2z}|{w6:s0}%|≥300家|{firms:n}家|",
        "满意度|农户满意度|{p7:s2z}|{w7:s0}%|100%|{yes_x:p2}%|个别农户反映兑付偏晚",
        "合计|>|{p_all:s2z}|{w_all:s0}%|||",
    )
    paper.h("五、存在的问题和改进措施")
    paper.p(
        "存在的问题：面积申报依赖人工核实，误差难以避免；第三批资金兑付偏晚。改进措施：2022年推广遥感影像比对核实面积；资金到账后20个工作日内兑付到户。"
    )
    paper.h("六、结果应用")
    paper.p("自评结果作为2022年资金分配的参考，并在市政府门户网站公开。")
    return paper
