"""A public kindergarten, 2022: two terms, fees by class, costs per child, teachers by certificate, meals, all in 元, short tables."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, stage, classes, children in spring, children in autumn, teachers.
_STAGES = (("s", "小班", 6, 168, 174, 18), ("m", "中班", 6, 183, 179, 18), ("b", "大班", 7, 221, 216, 21))


def _books() -> Book:
    book = Book()
    for key, _, classes, spring, autumn, teachers in _STAGES:
        book.count(
            **{f"{key}_c": classes, f"{key}_p": spring, f"{key}_a": autumn, f"{key}_t": teachers},
        )
        book.average(f"{key}_v", f"{key}_a", f"{key}_c")
    keys = [key for key, *_ in _STAGES]
    for end in "cpat":
        book.sum(f"k_{end}", *(f"{key}_{end}" for key in keys))
    book.average("k_v", "k_a", "k_c")
    book.year("yk", "k_a", "k_p")
    book.yuan(fee="2400", grant="600")
    book.count(free_p=37, free_a=41)
    book.sum("pay_p", "k_p", minus=("free_p",))
    book.sum("pay_a", "k_a", minus=("free_a",))
    book.product("fee_p", "fee", "pay_p")
    book.product("fee_a", "fee", "pay_a")
    book.sum("fees", "fee_p", "fee_a")
    book.yuan(fin="6843200.00", proj="1286000.00")
    book.sum("inc", "fin", "proj", "fees")
    book.rate("fin_h", "fin", "inc")
    book.rate("fees_h", "fees", "inc")
    book.yuan(wage="5918364.72", goods="1607215.38", aid="93600.00", work="1214630.55")
    book.sum("base", "wage", "goods", "aid")
    book.sum("out", "base", "work")
    book.sum("left", "inc", minus=("out",))
    book.rate("out_x", "out", "inc")
    book.rate("work_x", "work", "proj")
    book.rate("wage_h", "wage", "base")
    book.average("per_kid", "out", "k_a")
    book.yuan(office="186420.15", water="243618.40", mend="412906.33", train="78540.00")
    book.sum("rest", "goods", minus=("office", "water", "mend", "train"))
    book.sum("goods", "office", "water", "mend", "train", "rest")
    book.rate("train_h", "train", "goods")
    book.yuan(
        yard="486000.00",
        yard_s="479350.00",
        toys="350000.00",
        toys_s="348260.00",
        kitchen="450000.00",
        kitchen_s="387020.55",
    )
    book.sum("proj", "yard", "toys", "kitchen")
    book.sum("work", "yard_s", "toys_s", "kitchen_s")
    for key in ("yard", "toys", "kitchen"):
        book.rate(f"{key}_x", f"{key}_s", key)
        book.sum(f"{key}_r", key, minus=(f"{key}_s",))
    book.sum("proj_r", "proj", minus=("work",))
    book.yuan(food_in="1684320.00", food_out="1671548.60")
    book.sum("food_r", "food_in", minus=("food_out",))
    book.rate("food_x", "food_out", "food_in")
    book.count(days=198)
    book.count(staff=92, post=61, cert=55, bach=38, coll=19)
    book.sum("hired", "staff", minus=("post",))
    book.sum("staff", "post", "hired")
    book.rate("cert_x", "cert", "k_t")
    book.sum("mid", "k_t", minus=("bach",))
    book.rate("bach_h", "bach", "k_t")
    book.count(area="6380", yard_m="3190")
    book.average("per_yard", "yard_m", "k_a")
    book.count(ask=540, ans=531, vg=486, gd=38)
    book.sum("bad", "ans", minus=("vg", "gd"))
    book.sum("ans", "vg", "gd", "bad")
    book.sum("ok", "vg", "gd")
    book.rate("ans_x", "ans", "ask")
    book.rate("ok_x", "ok", "ans")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("kindergarten_yuan_2022", _books())
    paper.title("县第三幼儿园2022年度单位整体支出绩效自评报告")
    paper.h("一、单位概况")
    paper.p(
        "县第三幼儿园是县教育局举办的公办示范园，占地6380平方米。2022年秋季学期开设{k_c:n}个班，在园幼儿{k_a:n}人，比春季学期的{k_p:n}人{yk:增加/减少}{yk.d:n}人。教职工{staff:n}人，其中在编{post:n}人，编外{hired:n}人。专任教师{k_t:n}人，持有教师资格证{cert:n}人，持证率{cert_x:p1}%；本科及以上学历{bach:n}人，占{bach_h:p1}%。",
    )
    paper.centre("表1 班级和幼儿情况")
    paper.table(
        (10, 10, 14, 14, 14, 12),
        "年段|班级数（个）|春季学期幼儿（人）|秋季学期幼儿（人）|秋季班均幼儿（人）|专任教师（人）",
        *(f"{name}|{{{k}_c:n}}|{{{k}_p:n}}|{{{k}_a:n}}|{{{k}_v:r1}}|{{{k}_t:n}}" for k, name, *_ in _STAGES),
        "合计|{k_c:n}|{k_p:n}|{k_a:n}|{k_v:r1}|{k_t:n}",
    )
    paper.h("二、收入支出情况")
    paper.p(
        "（一）收入{inc:y2}元。财政拨款基本经费{fin:y2}元，占{fin_h:p2}%；财政项目经费{proj:y2}元；保教费收入{fees:y2}元，占{fees_h:p2}%。保教费每生每学期{fee:y0}元，春季缴费{pay_p:n}人、{fee_p:y0}元，秋季缴费{pay_a:n}人、{fee_a:y0}元，春、秋两季分别减免{free_p:n}人和{free_a:n}人。",
    )
    paper.p(
        "（二）支出{out:y2}元，占收入的{out_x:p2}%，年末结余{left:y2}元。基本支出{base:y2}元，含工资福利支出{wage:y2}元（占基本支出{wage_h:p2}%）、商品和服务支出{goods:y2}元、对个人和家庭的补助{aid:y2}元；项目支出{work:y2}元。按秋季在园幼儿计算，生均支出{per_kid:y2}元。",
    )
    paper.p(
        "商品和服务支出中，办公费{office:y2}元，水电费{water:y2}元，维修费{mend:y2}元，教师培训费{train:y2}元（占{train_h:p2}%），其他{rest:y2}元。",
    )
    paper.centre("表2 项目支出明细")
    paper.table(
        (20, 13, 13, 12, 10),
        "项目|预算（元）|支出（元）|结余（元）|执行率",
        "户外场地改造|{yard:y2}|{yard_s:y2}|{yard_r:y2}|{yard_x:p2}%",
        "玩教具购置|{toys:y2}|{toys_s:y2}|{toys_r:y2}|{toys_x:p2}%",
        "食堂明厨亮灶|{kitchen:y2}|{kitchen_s:y2}|{kitchen_r:y2}|{kitchen_x:p2}%",
        "小计|{proj:y2}|{work:y2}|{proj_r:y2}|{work_x:p2}%",
    )
    paper.p(
        "（三）伙食费为代收代管资金，不纳入上述收支。全年收取{food_in:y2}元，支出{food_out:y2}元，收支相差{food_r:y2}元，按规定退还家长，伙食费使用率{food_x:p2}%。",
    )
    paper.h("三、绩效情况")
    paper.p(
        "1.产出：全年保教198天；户外场地改造后，户外活动场地{yard_m:n}平方米，生均{per_yard:r2}平方米，达到4平方米的国家标准。2.效益：小学一年级教师对毕业幼儿入学适应评价良好。",
    )
    paper.p(
        "3.满意度：发放家长问卷{ask:n}份，回收{ans:n}份，回收率{ans_x:p1}%。其中非常满意{vg:n}份、满意{gd:n}份、一般及不满意{bad:n}份，满意度（非常满意与满意之和{ok:n}份）为{ok_x:p1}%。",
    )
    paper.h("四、自评结论、问题与建议")
    paper.p(
        "自评96分，等级优。问题：编外教师流动大，秋季学期更换7人；食堂项目验收晚，有60000元质保金未付。建议：由县教育局牵头，2023年8月底前落实编外教师同工同酬；预算批复后10个工作日内启动采购。自评结果在园务公开栏和县教育局网站公开。"
    )
    return paper
