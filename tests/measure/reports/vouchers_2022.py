"""A city's consumption vouchers, 2022: rounds issued, taken and cashed, leverage, subsidies shared by city and districts, like for like."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, round, issued (万元), taken (张), cashed (张), cashed (万元), sales led (万元).
_ROUNDS = (
    ("r1", "第一轮（5月）", "1500.00", 286400, 241873, "1326.48", "9815.36"),
    ("r2", "第二轮（7月）", "2000.00", 391250, 318406, "1748.92", "12418.70"),
    ("r3", "第三轮（9月）", "2500.00", 462180, 405117, "2314.05", "18976.21"),
    ("r4", "第四轮（12月）", "1000.00", 204300, 151288, "806.77", "5243.88"),
)
# Key, use, money (万元).
_USES = (
    ("food", "餐饮", "2105.36"),
    ("shop", "商超百货", "2418.90"),
    ("elec", "家电", "1087.44"),
    ("trip", "文旅", "584.52"),
)


def _books() -> Book:
    book = Book()
    for key, _, issued, taken, cashed, money, led in _ROUNDS:
        book.wan(**{f"{key}_i": issued, f"{key}_m": money, f"{key}_d": led})
        book.yuan(**{f"{key}_t": str(taken), f"{key}_c": str(cashed)})
        book.rate(f"{key}_x", f"{key}_m", f"{key}_i")
        book.rate(f"{key}_y", f"{key}_c", f"{key}_t")
        book.average(f"{key}_v", f"{key}_d", f"{key}_m")
    rounds = [key for key, *_ in _ROUNDS]
    for end in "imdtc":
        book.sum(f"v_{end}", *(f"{key}_{end}" for key in rounds))
    book.rate("v_x", "v_m", "v_i")
    book.rate("v_y", "v_c", "v_t")
    book.average("v_v", "v_d", "v_m")
    book.average("face", "v_m", "v_c")
    for key, _, money in _USES:
        book.wan(**{f"{key}_m": money})
        book.rate(f"{key}_h", f"{key}_m", "v_m")
    book.sum("v_m", *(f"{key}_m" for key, *_ in _USES))
    book.wan(fee="61.96", ad="38.00", city_b="4200.00")
    book.sum("cost", "v_m", "fee", "ad")
    book.wan(dist_b="2900.00")
    book.sum("plan", "city_b", "dist_b")
    book.rate("cost_x", "cost", "plan")
    book.sum("left", "plan", minus=("cost",))
    book.rate("city_h", "city_b", "plan")
    book.wan(city_s="3708.62")
    book.sum("dist_s", "cost", minus=("city_s",))
    book.sum("cost", "city_s", "dist_s")
    book.rate("city_x", "city_s", "city_b")
    book.rate("dist_x", "dist_s", "dist_b")
    book.rate("fee_h", "fee", "v_m")
    book.count(shops=6842, shops_l=5107, new=2163)
    book.sum("gone", "shops_l", "new", minus=("shops",))
    book.sum("shops", "shops_l", "new", minus=("gone",))
    book.count(users="512640", out="81250")
    book.rate("out_h", "out", "users")
    book.wan(retail="4186200.00", retail_l="4037850.00")
    book.year("yr", "retail", "retail_l")
    book.wan(food_r="386400.00", food_rl="401250.00")
    book.year("yf", "food_r", "food_rl")
    book.wan(car="412600.00", car_l="455300.00")
    book.sum("nocar", "retail", minus=("car",))
    book.sum("nocar_l", "retail_l", minus=("car_l",))
    book.year("yn", "nocar", "nocar_l")
    book.count(risk=1286, stop=214)
    book.rate("stop_h", "stop", "risk")
    book.count(p1=1200, p2=1089, m1=300, m2=281)
    book.rate("p_x", "p2", "p1")
    book.rate("m_x", "m2", "m1")
    book.sum("all1", "p1", "m1")
    book.sum("all2", "p2", "m2")
    book.rate("all_x", "all2", "all1")
    for n, (w, g) in enumerate((("15", "14"), ("20", "18.6"), ("30", "28.5"), ("25", "24"), ("10", "9.3"))):
        book.count(**{f"w{n}": w, f"g{n}": g})
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(5)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("vouchers_2022", _books())
    paper.title("“乐购云州”电子消费券项目2022年度绩效自评报告")
    paper.h("一、项目概况")
    paper.p(
        "为对冲疫情影响，市商务局会同各区（县）于2022年5—12月分4轮发放电子消费券。项目预算{plan:w2}万元，其中市级{city_b:w2}万元、区（县）级{dist_b:w2}万元，市级承担{city_h:p1}%。单张券面额分为5元、10元、30元、100元四档，满3倍金额可用，逾期自动收回滚入下一轮。",
    )
    paper.h("二、资金使用")
    paper.p(
        "全年实际支出{cost:w2}万元，执行率{cost_x:p2}%，未使用{left:w2}万元由同级财政收回。其中消费券核销补贴{v_m:w2}万元，平台服务费{fee:w2}万元（相当于核销金额的{fee_h:p2}%），宣传费{ad:w2}万元。按负担主体分，市级支出{city_s:w2}万元，占市级预算的{city_x:p2}%；区（县）级支出{dist_s:w2}万元，占区（县）级预算的{dist_x:p2}%。",
    )
    paper.centre("表1  各轮消费券发放核销情况")
    paper.table(
        (15, 11, 11, 11, 11, 10, 10, 12, 9),
        "轮次|投放金额（万元）|领取（张）|核销（张）|核销金额（万元）|金额核销率（%）|张数核销率（%）|带动消费（万元）|杠杆（倍）",
        *(
            f"{name}|{{{k}_i:w2}}|{{{k}_t:y0}}|{{{k}_c:y0}}|{{{k}_m:w2}}|{{{k}_x:p2}}|{{{k}_y:p2}}|{{{k}_d:w2}}|{{{k}_v:r2}}"
            for k, name, *_ in _ROUNDS
        ),
        "合计|{v_i:w2}|{v_t:y0}|{v_c:y0}|{v_m:w2}|{v_x:p2}|{v_y:p2}|{v_d:w2}|{v_v:r2}",
    )
    paper.p(
        "从表1看，四轮累计投放{v_i:w0}万元，领取{v_t:w2}万张，核销{v_c:w2}万张、{v_m:w2}万元，金额核销率{v_x:p2}%，平均每张核销{face:y2}元。",
        "分行业看，餐饮{food_m:w2}万元、商超百货{shop_m:w2}万元、家电{elec_m:w2}万元、文旅{trip_m:w2}万元，占比分别为{food_h:p1}%、{shop_h:p1}%、{elec_h:p1}%、{trip_h:p1}%。",
    )
    paper.h("三、项目绩效")
    paper.p(
        "1. 产出。参与商户年初{shops_l:n}家，新增{new:n}家，退出{gone:n}家，年末{shops:n}家；领券用户{users:w2}万人，其中外地用户{out:w2}万人，占{out_h:p1}%。",
        "拦截风险账户{risk:n}个，其中封停{stop:n}个，占{stop_h:p1}%，避免损失43.27万元。",
    )
    paper.p(
        "2. 效益。消费券直接带动消费{v_d:e2}亿元，每1元财政补贴带动{v_v:r2}元消费。",
        "全市社会消费品零售总额{retail:e2}亿元，比上年的{retail_l:e2}亿元{yr:增长/下降}{yr.g:p1}%；",
        "剔除汽车类零售额（2022年{car:e2}亿元，2021年{car_l:e2}亿元）后，为{nocar:e2}亿元，上年同口径{nocar_l:e2}亿元，{yn:增长/下降}{yn.g:p1}%。",
        "餐饮收入{food_r:e2}亿元，比上年{food_rl:e2}亿元{yf:增长/下降}{yf.g:p1}%，降幅低于全省平均水平1.6个百分点。",
    )
    paper.p(
        "3. 满意度。线上调查消费者{p1:n}人，满意{p2:n}人，满意度{p_x:p1}%；",
        "调查商户{m1:n}家，满意{m2:n}家，满意度{m_x:p1}%。两项合并，有效样本{all1:n}个，满意{all2:n}个，综合满意度{all_x:p1}%。",
    )
    paper.h("四、自评得分")
    paper.table(
        (16, 30, 10, 10),
        "一级指标|评价要点|分值|自评分",
        "决策|立项依据、目标、资金投入|{w0:s0}|{g0:s1z}",
        "过程|资金管理、组织实施|{w1:s0}|{g1:s1z}",
        "产出|数量、质量、时效|{w2:s0}|{g2:s1z}",
        "效益|带动消费、商户覆盖|{w3:s0}|{g3:s1z}",
        "满意度|消费者和商户|{w4:s0}|{g4:s1z}",
        "合计|>|{w_all:s0}|{g_all:s1z}",
    )
    paper.p("项目自评得分{g_all:s1z}分，评价等级为“优”。")
    paper.h("五、问题和改进措施")
    paper.p(
        "第四轮受疫情高峰影响，核销率不到第三轮的九成；老年群体使用率低，60岁以上用户仅占4%左右。改进：2023年拟安排5000万元，增加线下纸质券，5月前由市场运行科完成方案；自评结果报市财政局，并在局网站公开。"
    )
    return paper
