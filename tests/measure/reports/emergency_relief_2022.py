"""A county emergency bureau, 2022: stores that move, contracts paid in part, reserve funds, deep numbering, dates."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_STORES = (
    ("tent", "救灾帐篷", "顶", "420", "180", "126"),
    ("quilt", "棉被", "床", "3650", "1200", "2084"),
    ("bed", "折叠床", "张", "980", "300", "415"),
    ("pump", "移动排涝泵", "台", "26", "8", "3"),
)
_CONTRACTS = (
    ("radio", "应急广播系统", "486.00", "472.35", "330.64"),
    ("ware", "应急物资储备库", "1260.00", "1198.40", "958.72"),
    ("map", "自然灾害风险普查", "215.00", "209.80", "209.80"),
    ("train", "基层应急能力建设", "138.00", "131.26", "78.75"),
)


def _books() -> Book:
    book = Book()
    for key, _, _, then, into, out in _STORES:
        book.count(**{f"{key}_a": then, f"{key}_i": into, f"{key}_o": out})
        book.sum(f"{key}_z", f"{key}_a", f"{key}_i", minus=(f"{key}_o",))
    for key, _, plan, signed, paid in _CONTRACTS:
        book.wan(**{f"{key}_b": plan, f"{key}_c": signed, f"{key}_p": paid})
        book.rate(f"{key}_x", f"{key}_p", f"{key}_c")
        book.sum(f"{key}_u", f"{key}_c", minus=(f"{key}_p",))
    keys = [key for key, *_ in _CONTRACTS]
    for end in "bcpu":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in keys))
    book.rate("all_x", "all_p", "all_c")
    book.rate("pay_x", "all_p", "all_b")
    book.sum("cut", "all_b", minus=("all_c",))
    book.rate("cut_x", "cut", "all_b")
    book.wan(
        basic_b="864.20", basic_s="851.37", relief="392.60", relief_b="420.00", fire="288.00", fire_b="288.00"
    )
    book.sum("dep_b", "basic_b", "relief_b", "fire_b", "all_b")
    book.sum("dep_s", "basic_s", "relief", "fire", "all_p")
    book.rate("dep_x", "dep_s", "dep_b")
    book.rate("basic_x", "basic_s", "basic_b")
    book.rate("relief_x", "relief", "relief_b")
    book.sum("proj_s", "relief", "fire", "all_p")
    book.sum("dep_s", "basic_s", "proj_s")
    book.wan(nation="168.00", prov="110.00", city="36.50")
    book.sum("own", "relief", minus=("nation", "prov", "city"))
    book.sum("relief", "nation", "prov", "city", "own")
    book.count(towns=15, hit=9, people=26840, moved=3172, houses=418, down=37, hurt=124, light=257)
    book.sum("houses", "down", "hurt", "light")
    book.average("each", "relief", "people")
    book.count(acc=12, acc_l=17, dead=3, dead_l=5, checks=1860, found=2437, mended=2391)
    book.year("ya", "acc", "acc_l")
    book.year("yd", "dead", "dead_l")
    book.rate("mend_x", "mended", "found")
    book.sum("open", "found", minus=("mended",))
    book.count(drills=46, d_flood=19, d_fire=15, d_mine=5)
    book.sum("d_other", "drills", minus=("d_flood", "d_fire", "d_mine"))
    book.sum("drills", "d_flood", "d_fire", "d_mine", "d_other")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("emergency_relief_2022", _books())
    paper.title("关于2022年度部门整体支出绩效自评情况的报告")
    paper.p("县财政局：")
    paper.p(
        "根据《关于开展2022年度预算绩效自评的通知》（云财绩〔2023〕5号）要求，我局对2022年1月1日至2022年12月31日部门整体支出进行了自评。联系人：办公室，电话：0746-6221100。现报告如下："
    )
    paper.h("一、单位基本情况")
    paper.p(
        "我局内设股室9个，所属事业单位2个（县应急救援服务中心、县减灾备灾中心）。全县{towns:n}个乡镇均设有应急管理站。"
    )
    paper.h("二、资金使用及管理情况")
    paper.h("（一）总体情况", 2)
    paper.p(
        "2022年部门预算合计{dep_b:w2}万元，支出{dep_s:w2}万元，预算执行率{dep_x:p2}%。其中：基本支出{basic_s:w2}万元，执行率{basic_x:p2}%；项目支出{proj_s:w2}万元，具体为：自然灾害救助{relief:w2}万元，森林防火{fire:w2}万元，应急能力建设{all_p:w2}万元。",
    )
    paper.h("（二）自然灾害救助资金", 2)
    paper.p(
        "1．资金来源。全年拨付救助资金{relief:w2}万元，为预算{relief_b:w2}万元的{relief_x:p2}%，其中中央{nation:w2}万元、省级{prov:w2}万元、市级{city:w2}万元，其余{own:w2}万元由县级预备费解决。",
    )
    paper.p(
        "2．救助情况。（1）受灾乡镇{hit:n}个，救助受灾群众{people:n}人次，人次均{each:y2}元；（2）紧急转移安置{moved:n}人；（3）倒损房屋{houses:n}间，①倒塌{down:n}间，②严重损坏{hurt:n}间，③一般损坏{light:n}间。",
    )
    paper.h("（三）应急能力建设项目", 2)
    paper.p(
        "项目预算{all_b:w2}万元，签订合同{all_c:w2}万元，较预算节约{cut:w2}万元，节约率{cut_x:p2}%；截至年底已支付{all_p:w2}万元，合同支付率{all_x:p2}%，尚未支付{all_u:w2}万元，待竣工结算后支付。",
    )
    paper.centre("应急能力建设项目合同及支付情况")
    paper.right("单位：万元")
    paper.table(
        (13, 8, 9, 9, 9, 8),
        "项目名称|预算金额|合同金额|已付金额|未付金额|支付率",
        *(
            f"{name}|{{{k}_b:w2}}|{{{k}_c:w2}}|{{{k}_p:w2}}|"
            + ("" if c == p else f"{{{k}_u:w2}}")
            + f"|{{{k}_x:p2}}%"
            for k, name, _, c, p in _CONTRACTS
        ),
        "合计|{all_b:w2}|{all_c:w2}|{all_p:w2}|{all_u:w2}|{all_x:p2}%",
    )
    paper.h("三、物资储备情况")
    paper.table(
        (11, 6, 8, 8, 8, 8),
        "物资名称|计量单位|年初库存|本年购入|本年调拨|年末库存",
        *(f"{name}|{unit}|{{{k}_a:n}}|{{{k}_i:n}}|{{{k}_o:n}}|{{{k}_z:n}}" for k, name, unit, *_ in _STORES),
    )
    paper.p(
        "年初储备棉被{quilt_a:n}床，本年购入{quilt_i:n}床，调拨{quilt_o:n}床，年末库存{quilt_z:n}床；储备帐篷由{tent_a:n}顶增加到{tent_z:n}顶。",
    )
    paper.h("四、绩效情况")
    paper.p(
        "全年发生各类生产安全事故{acc:n}起，同比减少{ya.d:n}起、下降{ya.g:p1}%；死亡{dead:n}人，同比减少{yd.d:n}人、下降{yd.g:p1}%（上年事故{acc_l:n}起、死亡{dead_l:n}人）。检查企业{checks:n}家次，排查隐患{found:n}处，整改{mended:n}处，整改率{mend_x:p2}%，",
        "正在整改{open:n}处。开展应急演练{drills:n}场，其中防汛演练{d_flood:n}场、消防演练{d_fire:n}场、矿山演练{d_mine:n}场、其他演练{d_other:n}场。",
    )
    paper.h("五、存在问题")
    paper.p("1．合同支付进度不均衡，基层应急能力建设项目支付率为{train_x:p2}%。2．部分储备物资接近使用年限。")
    paper.h("六、改进措施")
    paper.p(
        "1．督促施工单位按月报送进度资料，验收合格后10个工作日内完成支付。2．2023年内完成超期物资清点报废，并按1:1比例补充。"
    )
    paper.h("七、自评结论及应用")
    paper.p("自评得分92分，等级为“优”。自评结果应用于2024年预算编制，并按要求公开。")
    return paper
