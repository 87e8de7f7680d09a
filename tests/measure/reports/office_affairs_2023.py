"""A city's office of government affairs, 2023: energy and cars against targets and last year, falls without a sign, house areas, canteen."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_ENERGY = (
    ("kwh", "电（万千瓦时）", "1286.40", "1352.75"),
    ("gas", "天然气（万立方米）", "46.82", "49.37"),
    ("wat", "水（万吨）", "28.15", "27.46"),
)
_CARS = (
    ("fuel", "燃油费", "118.36", "131.20"),
    ("fix", "维修费", "64.27", "70.85"),
    ("ins", "保险费", "32.40", "32.95"),
    ("toll", "过路过桥费", "21.18", "17.46"),
)
_COSTS = (("pay", "基本支出", "2486.30", "2561.47", "2553.92"), ("prop", "集中办公区物业管理", "1680.00", "1680.00", "1664.38"),
          ("rep", "办公用房维修改造", "520.00", "436.50", "408.71"), ("car", "公务用车平台运行", "260.00", "260.00", "236.21"),
          ("eat", "机关食堂补助", "315.00", "298.00", "298.00"))  # fmt: skip


def _books() -> Book:
    book = Book()
    for key, _, first, now, out in _COSTS:
        book.wan(**{f"{key}_a": first, f"{key}_b": now, f"{key}_c": out})
        book.rate(f"{key}_x", f"{key}_c", f"{key}_b")
    for end in "abc":
        book.sum(f"all_{end}", *(f"{k}_{end}" for k, *_ in _COSTS))
        book.sum(f"pro_{end}", *(f"{k}_{end}" for k, *_ in _COSTS[1:]))
    book.rate("all_x", "all_c", "all_b")
    book.rate("pro_x", "pro_c", "pro_b")
    book.sum("adj", "all_b", minus=("all_a",))
    for key, _, now, last in _ENERGY:
        book.count(**{key: now, f"{key}_l": last})
        book.year(f"y{key}", key, f"{key}_l")
    for key, _, now, last in _CARS:
        book.wan(**{key: now, f"{key}_l": last})
        book.year(f"y{key}", key, f"{key}_l")
    book.sum("cars", *(k for k, *_ in _CARS[:4]))
    book.sum("cars_l", *(f"{k}_l" for k, *_ in _CARS))
    book.year("ycars", "cars", "cars_l")
    book.count(fleet=64, ev=19, quota=70, trips=5842, km="68.4")
    book.rate("ev_x", "ev", "fleet")
    book.sum("gap", "quota", minus=("fleet",))
    book.average("each", "cars", "fleet")
    book.count(area=86420, serve="61735.5")
    book.sum("basic", "area", minus=("serve",))
    book.count(staff=3218)
    book.count(meals=684200, m1=336500)
    book.sum("m2", "meals", minus=("m1",))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("office_affairs_2023", _books())
    paper.title("2023年度部门整体支出绩效自评报告")
    paper.title("砚山湖市机关事务管理局")
    paper.h("1 部门概况")
    paper.p(
        "1.1 职能与机构。局机关内设6科，下辖机关服务中心、公务用车保障中心两个事业单位。年末在职人员83人（行政28人、事业55人），退休人员47人。"
    )
    paper.p(
        "1.2 年度重点工作。全市公共机构人均综合能耗比2020年下降3.6%以上；集中办公区零安全事故；",
        "办公用房超标面积全部清退；公务用车单车运行费用下降3%；食品浪费下降10%以上。",
    )
    paper.h("2 部门资金情况")
    paper.p(
        "年初预算{all_a:w2}万元，年中追加人员经费、核减项目后净减少{adj:w2a}万元，调整为{all_b:w2}万元，全年支出{all_c:w2}万元，执行率{all_x:p2}%。其中项目支出{pro_c:w2}万元，为调整后预算{pro_b:w2}万元的{pro_x:p2}%。"
    )
    paper.centre("表2-1 预算安排与支出情况")
    paper.right("单位：万元")
    paper.table(
        (18, 11, 11, 11, 10), "项目|年初预算|调整预算|支出数|执行率",
        *(f"{name}|{{{k}_a:w2}}|{{{k}_b:w2}}|{{{k}_c:w2}}|{{{k}_x:p2}}%" for k, name, *_ in _COSTS),
        "合计|{all_a:w2}|{all_b:w2}|{all_c:w2}|{all_x:p2}%",
    )  # fmt: skip
    paper.p(
        "办公用房维修改造包含3个子项：南院屋面防水（合同156.80万元，审定结算149.36万元）、档案楼消防改造（合同172.00万元，审定171.25万元）、地下车库照明节能（合同98.50万元，尚未结算，已付88.10万元）。"
    )
    paper.h("3 绩效目标完成情况")
    paper.h("3.1 节能", 2)
    paper.centre("表3-1 市级集中办公区能源资源消耗")
    paper.table(
        (20, 12, 12, 12), "品种|2023年|2022年|增减幅度（%）",
        *(f"{name}|{{{k}:n2}}|{{{k}_l:n2}}|{'-' if k != 'wat' else ''}{{y{k}.g:p2}}" for k, name, *_ in _ENERGY),
    )  # fmt: skip
    paper.p(
        "全年用电{kwh:n2}万千瓦时（其中光伏自发自用64.8万千瓦时），比上年{ykwh:增加/减少}{ykwh.d:n2}万千瓦时；用水略有增加，系食堂恢复堂食所致。全市公共机构人均综合能耗196.4千克标准煤，比2020年的206.1千克标准煤下降4.7%，完成年度目标。"
    )
    paper.h("3.2 公务用车", 2)
    paper.p(
        "车辆编制{quota:n}辆，实有{fleet:n}辆，其中新能源车{ev:n}辆，占{ev_x:p1}%；待更新{gap:n}辆。全年保障出车{trips:n}次，其中下乡1964次、接待调研427次、应急处突等；行驶{km:n1}万公里。运行费用{cars:w2}万元，单车{each:w2}万元。"
    )
    paper.centre("表3-2 公务用车运行费用（万元）")
    paper.table(
        (14, 12, 12, 14), "费用|本年|上年|同比（%）",
        *(f"{name}|{{{k}:w2}}|{{{k}_l:w2}}|{'↑' if k == 'toll' else '↓'}{{y{k}.g:p2}}" for k, name, *_ in _CARS),
        "合计|{cars:w2}|{cars_l:w2}|↓{ycars.g:p2}",
    )  # fmt: skip
    paper.p("本级“三公”经费中公务用车运行维护费18.6万元（上年19.2万元）为局机关自用车辆，不含平台保障车辆。")
    paper.h("3.3 办公用房", 2)
    paper.p(
        "集中办公区总建筑面积{area:n}平方米，其中基本办公用房{basic:n1}平方米，服务及设备、附属用房{serve:n1}平方米。在用人员{staff:n}人。年内清退超标面积318平方米，调剂使用2140平方米，出租房产收入126.9万元，全部上缴国库，另清收以前年度欠租23.5万元，尚欠8.2万元。"
    )
    paper.h("3.4 食堂", 2)
    paper.p(
        "三个食堂供餐{meals:n}人次，上半年{m1:n}人次，下半年{m2:n}人次，厨余垃圾日均由0.92吨降至0.78吨。食堂营业收入812.6万元、成本支出1096.4万元（含人工），收支差额283.8万元由财政补助弥补，补助结余14.2万元用于更新灶具。"
    )
    paper.h("3.5 满意度", 2)
    paper.p(
        "物业服务测评四次，各季度满意率分别为93.1%、94.6%、95.2%、96.3%，平均94.8%；食堂满意率91.7%，比上年提高2.4个百分点。"
    )
    paper.h("4 自评得分")
    paper.p(
        "自评总分95.9分，评定为优秀。扣分4.1分：预算执行10分扣0.1分；预算调整率5分扣1分；用水量控制3分扣1分；满意度10分扣2分。"
    )
    paper.h("5 存在问题及原因")
    paper.p("（1）维修改造项目前期勘察不足，预算核减83.50万元；（2）用水量不降反升。")
    paper.h("6 改进措施")
    paper.p(
        "（1）2024年起维修项目须先勘察后报预算，由房产科负责，3月底前完成；（2）6月底前更换老旧阀门，用水量降至27.5万吨以内。自评结果用于2025年预算编制，随决算在市政府网站公开。"
    )
    return paper
