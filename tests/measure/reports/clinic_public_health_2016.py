"""A town clinic's basic public health, 2016: nearly all prose, rates of rates, points with full marks, one table of work."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Village: residents, files, hypertensives under care, diabetics under care.
_VILLAGES = {
    "p": ("坪上村卫生室", 4826, 4318, 472, 138),
    "d": ("大塘村卫生室", 3974, 3495, 396, 117),
    "q": ("清水村卫生室", 3152, 2816, 305, 92),
    "z": ("镇区（院本部）", 6308, 5574, 641, 213),
}
_POINTS = {
    "org": ("组织管理", "10", "9.5"),
    "fund": ("资金管理", "15", "14.2"),
    "work": ("项目执行", "55", "49.6"),
    "good": ("项目效果", "20", "17.9"),
}


def _books() -> Book:
    book = Book()
    for key, (_, folk, files, high, sugar) in _VILLAGES.items():
        book.count(**{f"{key}_r": folk, f"{key}_f": files, f"{key}_h": high, f"{key}_s": sugar})
        book.rate(f"{key}_x", f"{key}_f", f"{key}_r")
    for end in "rfhs":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _VILLAGES))
    book.rate("all_x", "all_f", "all_r")
    book.yuan(std="45", came="796500.00", doc="298400.00", mat="67218.50", pack="41265.00", down="318600.00")
    book.product("due", "std", "all_r")
    book.sum("wait", "due", minus=("came",))
    book.rate("came_x", "came", "due")
    book.sum("own", "doc", "mat", "pack")
    book.sum("spent", "own", "down")
    book.rate("down_x", "down", "spent")
    book.rate("spent_x", "spent", "came")
    book.sum("rest", "came", minus=("spent",))
    book.count(high_k=1316, high_c=842, sugar_k=402, sugar_c=233)
    book.rate("high_x", "high_k", "all_h")
    book.rate("high_cx", "high_c", "high_k")
    book.rate("sugar_x", "sugar_k", "all_s")
    book.rate("sugar_cx", "sugar_c", "sugar_k")
    book.count(old=2364, old_d=1628, old_l=1535, kid=1187, kid_d=1104, mum=163, mum_e=151, mum_v=158)
    book.rate("old_x", "old_d", "old")
    book.year("y_old", "old_d", "old_l")
    book.rate("kid_x", "kid_d", "kid")
    book.rate("mum_ex", "mum_e", "mum")
    book.rate("mum_vx", "mum_v", "mum")
    book.count(talk=14, desk=9, leaf=12, heads=1846)
    book.average("per_talk", "heads", "talk")
    book.count(spot=120, true=114, visit=150, glad=96, fine=43)
    book.rate("true_x", "true", "spot")
    book.sum("pleased", "glad", "fine")
    book.rate("pleased_x", "pleased", "visit")
    for key, (_, full, got) in _POINTS.items():
        book.count(**{f"f_{key}": full, f"g_{key}": got})
        book.sum(f"o_{key}", f"f_{key}", minus=(f"g_{key}",))
    for end in "fgo":
        book.sum(end, *(f"{end}_{key}" for key in _POINTS))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("clinic_public_health_2016", _books())
    paper.title("石桥镇中心卫生院2016年度国家基本公共卫生服务项目绩效自查自评报告")
    paper.p("区卫计局、区财政局：")
    paper.p(
        "按照《关于开展2016年度基本公共卫生服务项目绩效考核的通知》（区卫计发〔2016〕88号）要求，我院组织自查，现报告如下："
    )
    paper.h("一、项目资金")
    paper.p(
        "2016年我镇服务人口{all_r:n}人，人均补助标准{std:y0}元，应到补助{due:y2}元，截止12月底实到{came:y2}元，资金到位率{came_x:p2}%，缺口{wait:y2}元待2017年考核后清算。",
        "全年支出{spent:y2}元，为到位资金的{spent_x:p2}%：卫生院本级支出{own:y2}元（人员补助{doc:y2}元，材料耗材{mat:y2}元，宣传印刷及其他{pack:y2}元），拨付村卫生室{down:y2}元，村级占{down_x:p2}%，达到40%的政策要求。年末结余{rest:y2}元。",
    )
    paper.h("二、项目执行情况")
    paper.p(
        "（1）居民健康档案。累计建档{all_f:n}份，建档率{all_x:p2}%。抽查档案{spot:n}份，信息真实{true:n}份，真实率{true_x:p2}%。"
    )
    paper.p(
        "（2）慢病管理。在管高血压患者{all_h:n}人，规范管理{high_k:n}人，规范管理率{high_x:p2}%，最近一次随访血压达标{high_c:n}人，占规范管理人数的{high_cx:p2}%；在管2型糖尿病患者{all_s:n}人，规范管理{sugar_k:n}人，规范管理率{sugar_x:p2}%，血糖达标{sugar_c:n}人，占规范管理人数的{sugar_cx:p2}%。"
    )
    paper.p(
        "（3）重点人群。65岁以上老年人{old:n}人，体检{old_d:n}人，体检率{old_x:p2}%，体检人数比上年（{old_l:n}人）多{y_old.d:n}人；0～6岁儿童{kid:n}人，系统管理{kid_d:n}人，系统管理率{kid_x:p2}%；产妇{mum:n}人，孕12周前建册{mum_e:n}人，早孕建册率{mum_ex:p2}%，产后访视{mum_v:n}人，访视率{mum_vx:p2}%。"
    )
    paper.p(
        "（4）健康教育。举办健康讲座{talk:n}次，听众{heads:n}人次，每次约{per_talk:r0}人次；公众咨询{desk:n}次，更换宣传栏{leaf:n}期。"
    )
    paper.centre("石桥镇2016年分机构工作量统计")
    paper.table(
        (14, 9, 9, 8, 10, 10),
        "机构|服务人口|建档数|建档率|高血压在管数|糖尿病在管数",
        *(
            f"{row[0]}|{{{k}_r:n}}|{{{k}_f:n}}|{{{k}_x:p1}}%|{{{k}_h:n}}|{{{k}_s:n}}"
            for k, row in _VILLAGES.items()
        ),
        "全镇|{all_r:n}|{all_f:n}|{all_x:p1}%|{all_h:n}|{all_s:n}",
    )
    paper.h("三、效果及群众评价")
    paper.p(
        "入户走访服务对象{visit:n}人，表示很满意的{glad:n}人、基本满意的{fine:n}人，综合满意度（两项合计{pleased:n}人）{pleased_x:p2}%。2016年未发生突发公共卫生事件。"
    )
    paper.h("四、自评得分")
    paper.p(
        "自评{g:s1}分，比满分{f:s0}分少{o:s1}分。组织管理{f_org:s0}分，自评{g_org:s1}分，扣{o_org:s1}分；资金管理{f_fund:s0}分，自评{g_fund:s1}分，扣{o_fund:s1}分；",
        "项目执行{f_work:s0}分，自评{g_work:s1}分，扣{o_work:s1}分，扣在血糖控制和老年人体检；项目效果{f_good:s0}分，自评{g_good:s1}分，扣{o_good:s1}分。",
    )
    paper.h("五、存在问题及整改")
    paper.p(
        "一是村医年龄偏大，随访记录不规范；二是外出务工人员多，体检难组织。2017年春节前后集中体检一次，由公卫科每季度督导1次，整改情况纳入村医年度考核。"
    )
    paper.right("二〇一七年一月十二日")
    return paper
