"""A city supply cooperative, 2018: a short report around one big table in 千元 of grants to firms, text in 万元."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, firm, work; own money planned, grant, grant paid, investment done (元).
_STATE = (
    ("a", "市农资集团有限公司", "农资配送中心扩建", "6200000", "1800000", "1800000", "8154600"),
    ("b", "市日杂果品总公司", "冷链仓储改造", "4350000", "1200000", "960000", "4718300"),
    ("c", "市再生资源公司", "分拣中心升级", "2760000", "850000", "850000", "3642500"),
    ("d", "供销电商有限公司", "县乡电商服务平台", "1480000", "700000", "560000", "1907700"),
)
_LOCAL = (
    ("e", "白石基层社", "惠农服务中心", "520000", "300000", "300000", "828400"),
    ("f", "麻塘基层社", "庄稼医院与网点改造", "415000", "250000", "250000", "671900"),
    ("g", "新桥基层社", "农产品收购站", "638000", "350000", "175000", "602100"),
)
_SCORES = (
    ("项目决策", "15", "14"),
    ("资金落实", "15", "12.6"),
    ("项目管理", "20", "18"),
    ("项目产出", "30", "27.3"),
    ("项目效益", "20", "18.5"),
)


def _books() -> Book:
    book = Book()
    for key, _, _, own, grant, paid, done in (*_STATE, *_LOCAL):
        book.yuan(**{f"{key}_o": own, f"{key}_g": grant, f"{key}_p": paid, f"{key}_d": done})
        book.sum(f"{key}_t", f"{key}_o", f"{key}_g")
    for area, items in (("st", _STATE), ("lo", _LOCAL)):
        for end in "togpd":
            book.sum(f"{area}_{end}", *(f"{key}_{end}" for key, *_ in items))
    for end in "togpd":
        book.sum(f"all_{end}", f"st_{end}", f"lo_{end}")
    for key in (*(key for key, *_ in (*_STATE, *_LOCAL)), "st", "lo", "all"):
        book.rate(f"{key}_x", f"{key}_d", f"{key}_t")
        book.rate(f"{key}_y", f"{key}_p", f"{key}_g")
    book.sum("unpaid", "all_g", minus=("all_p",))
    book.rate("lever", "all_d", "all_p")
    for area in ("st", "lo"):
        book.rate(f"{area}_h", f"{area}_g", "all_g")
    book.yuan(start="4800000", cut="350000", prov="1000000")
    book.sum("city", "all_g", minus=("prov",))
    book.sum("more", "city", "cut", minus=("start",))
    book.sum("city", "start", "more", minus=("cut",))
    book.sum("all_g", "city", "prov")
    book.yuan(sales="386420000", sales_l="361785000", gain="2148000", loss_l="1376000", tax="6915000")
    book.year("ysales", "sales", "sales_l")
    book.sum("turn", "gain", "loss_l")
    book.count(shops_p=120, shops=113, jobs=286, posts=26, staff=24, farmers=41800, farmers_l=38500)
    book.rate("shops_x", "shops", "shops_p")
    book.rate("staff_x", "staff", "posts")
    book.year("yfarm", "farmers", "farmers_l")
    book.yuan(three="68400", three_l="79200", basic="3864000", basic_b="3920000")
    book.year("y3", "three", "three_l")
    book.rate("basic_x", "basic", "basic_b")
    for n, (_, weight, points) in enumerate(_SCORES):
        book.count(**{f"w{n}": weight, f"s{n}": points})
        book.sum(f"m{n}", f"w{n}", minus=(f"s{n}",))
    for end in "wsm":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(5)))
    book.sum("m_all", "w_all", minus=("s_all",))
    return book


def _row(key: str, names: str) -> str:
    amounts = "|".join(f"{{{key}_{end}:q0,}}" for end in "togpd")
    return f"{names}|{amounts}|{{{key}_y:p1}}|{{{key}_x:p1}}"


def build() -> Paper:
    """Return the report."""
    paper = Paper("supply_coop_2018", _books())
    paper.title("市供销合作社2018年“新网工程”补助资金使用绩效自评报告")
    paper.p(
        "根据市财政局《关于开展2018年度市级财政专项资金绩效自评的通知》，我社对2018年新农村现代流通服务网络工程（简称“新网工程”）补助资金进行了自评，得分{s_all:s1z}分。报告如下。"
    )
    paper.p(
        "一、机关基本情况。市供销社机关参照公务员法管理，编制{posts:n}名，在职{staff:n}人，在职人员占编制的{staff_x:p1}%。机关基本支出预算{basic_b:w2z}万元，实际支出{basic:w2z}万元，执行率{basic_x:p1}%，其中“三公”经费{three:w2z}万元，上年为{three_l:w2z}万元，",
        "同比{y3:增加/减少}{y3.d:w2z}万元、{y3:上升/下降}{y3.g:p1}%。",
    )
    paper.p(
        "二、资金安排。2018年共安排补助资金{all_g:w2z}万元，其中省级下达{prov:w2z}万元，市级安排{city:w2z}万元。市级资金年初预算{start:w2z}万元，8月追加{more:w2z}万元，11月因1个项目取消收回{cut:w2z}万元。补助资金中，市属企业{st_g:w2z}万元，占{st_h:p1}%；",
        "基层社{lo_g:w2z}万元，占{lo_h:p1}%。",
    )
    paper.p(
        "三、资金使用。7个项目计划总投资{all_t:w2z}万元，其中企业自筹{all_o:w2z}万元、财政补助{all_g:w2z}万元。年底完成投资{all_d:w2z}万元，为计划的{all_x:p1}%；已拨付补助{all_p:w2z}万元，拨付率{all_y:p1}%，尚有{unpaid:w2z}万元待项目验收后拨付，涉及日杂果品总公司、供销电商公司和新桥基层社。",
        "每1元财政补助带动投资{lever:r2}元。",
    )
    paper.centre("2018年“新网工程”项目资金情况表")
    paper.right("金额单位：千元")
    rows = [
        "类别|承担单位|建设内容|计划总投资|其中：自筹|其中：财政补助|已拨付补助|已完成投资|补助拨付率(%)|投资完成率(%)"
    ]
    for area, name, items in (("st", "市属企业", _STATE), ("lo", "基层社", _LOCAL)):
        rows += [
            _row(k, f"{'^' if n else name}|{firm}|{work}") for n, (k, firm, work, *_) in enumerate(items)
        ]
        rows.append(_row(area, "^|小计|"))
    paper.table((6, 11, 10, 8, 8, 8, 8, 8, 7, 7), *rows, _row("all", "总计|>|"))
    paper.p(
        "四、项目成效。计划新建改造经营服务网点{shops_p:n}个，完成{shops:n}个，完成率{shops_x:p1}%。社属企业全年销售收入{sales:w2z}万元，比上年{sales_l:w2z}万元增加{ysales.d:w2z}万元，增长{ysales.g:p1}%；由上年亏损{loss_l:w2z}万元转为盈利{gain:w2z}万元，增盈{turn:w2z}万元；上缴税金{tax:w2z}万元，新增就业{jobs:n}人。",
        "服务农户{farmers:n}户，比上年的{farmers_l:n}户增长{yfarm.g:p1}%。",
    )
    paper.p("五、自评打分。满分{w_all:s0}分，扣{m_all:s1z}分，得{s_all:s1z}分，自评等级为“优良”。")
    paper.table(
        (12, 8, 8, 8, 18),
        "评价内容|标准分|扣分|得分|扣分原因",
        *(
            f"{name}|{{w{n}:s0}}|{{m{n}:s1z}}|{{s{n}:s1z}}|{why}"
            for n, ((name, *_), why) in enumerate(
                zip(
                    _SCORES,
                    (
                        "目标不够细化",
                        "补助未全部拨付",
                        "个别项目进度滞后",
                        "网点建设未完成计划",
                        "电商平台交易额未达预期",
                    ),
                    strict=True,
                )
            )
        ),
        "合计|{w_all:s0}|{m_all:s1z}|{s_all:s1z}|",
    )
    paper.p(
        "六、问题和建议。问题：新桥基层社自筹资金不到位，投资完成率只有{g_x:p1}%；补助资金验收后拨付，企业垫资压力大。改进措施：对基层社先拨50%启动资金，验收合格后拨付余款；2019年6月底前完成剩余项目验收。自评结果作为2020年项目安排依据并按规定公开。"
    )
    paper.right("市供销合作社联合社　2019年4月9日")
    return paper
