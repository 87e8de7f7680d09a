"""A city zoo, 2018: tickets by class and season, animals by class in and out, feed by kind, a loss made good, all in 元 in prose."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, class, at the start, born, bought, died, given away.
_BEASTS = (
    ("mam", "兽类", 312, 27, 6, 14, 9),
    ("bird", "鸟类", 846, 93, 20, 61, 15),
    ("rep", "两栖爬行类", 205, 18, 0, 11, 4),
)


def _books() -> Book:
    book = Book()
    for key, _, start, born, bought, died, given in _BEASTS:
        book.count(
            **{
                f"{key}_s": start,
                f"{key}_b": born,
                f"{key}_i": bought,
                f"{key}_d": died,
                f"{key}_g": given,
            }
        )
        book.sum(f"{key}_e", f"{key}_s", f"{key}_b", f"{key}_i", minus=(f"{key}_d", f"{key}_g"))
    keys = [key for key, *_ in _BEASTS]
    for end in "sbidge":
        book.sum(f"z_{end}", *(f"{key}_{end}" for key in keys))
    book.count(full="486213", half="132480", year_="8640", free="215706")
    book.yuan(p_full="30", p_half="15", p_year="120")
    book.product("m_full", "p_full", "full")
    book.product("m_half", "p_half", "half")
    book.product("m_year", "p_year", "year_")
    book.sum("tick", "m_full", "m_half", "m_year")
    book.sum("visit", "full", "half", "free")
    book.rate("free_h", "free", "visit")
    book.count(visit_l="798564", h1="371208")
    book.year("yv", "visit", "visit_l")
    book.sum("h2", "visit", minus=("h1",))
    book.sum("visit", "h1", "h2")
    book.yuan(fin="9620000", rent="1864200", oth="317456")
    book.sum("inc", "fin", "tick", "rent", "oth")
    book.rate("tick_h", "tick", "inc")
    book.yuan(pay="14862310", feed="6318425", fix="3946200", med="712630", run="2015874")
    book.sum("out", "pay", "feed", "fix", "med", "run")
    book.sum("left", "inc", minus=("out",))
    book.rate("pay_h", "pay", "out")
    book.yuan(out_l="26418750", feed_l="5897340")
    book.year("yo", "out", "out_l")
    book.year("yf", "feed", "feed_l")
    book.yuan(meat="2416380", hay="1625940", fruit="1398205")
    book.sum("feed_o", "feed", minus=("meat", "hay", "fruit"))
    book.sum("feed", "meat", "hay", "fruit", "feed_o")
    book.rate("meat_h", "meat", "feed")
    book.average("per_beast", "feed", "z_e")
    book.count(post=96, temp=74)
    book.sum("staff", "post", "temp")
    book.count(class_=68, kids=5236)
    book.average("per_class", "kids", "class_")
    book.count(q=500, a=487, s1=301, s2=148)
    book.sum("s3", "a", minus=("s1", "s2"))
    book.sum("a", "s1", "s2", "s3")
    book.sum("ok", "s1", "s2")
    book.rate("ok_x", "ok", "a")
    book.rate("a_x", "a", "q")
    book.count(w1=20, w2=30, w3=30, w4=20, g1=19, g2=27, g3=28, g4=19)
    book.sum("w0", "w1", "w2", "w3", "w4")
    book.sum("g0", "g1", "g2", "g3", "g4")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("zoo_tickets_2018", _books())
    paper.title("市动物园2018年度财政支出绩效评价自评报告")
    paper.h("一、基本情况")
    paper.p(
        "市动物园为市园林局下属差额拨款事业单位，占地38公顷，现有职工{staff:n}人，在编{post:n}人，合同制{temp:n}人。年末饲养展出动物{z_e:n}头（只），隶属210余种，其中大熊猫2只、东北虎11只，国家一级保护动物43种。",
    )
    paper.h("二、收支及预算执行")
    paper.p(
        "全年收入{inc:y0}元，包括财政差额补助{fin:y0}元、门票收入{tick:y0}元、经营场地租金{rent:y0}元、其他收入{oth:y0}元，门票收入占{tick_h:p2}%。全年支出{out:y0}元，比上年{out_l:y0}元{yo:增加/减少}{yo.d:y0}元，{yo:增幅/降幅}{yo.g:p2}%，包括人员费用{pay:y0}元（占{pay_h:p2}%）、饲料费{feed:y0}元、场馆维修{fix:y0}元、兽医防疫{med:y0}元、日常运转{run:y0}元。收支相抵，结余{left:y0}元。",
    )
    paper.p(
        "饲料费较上年{feed_l:y0}元{yf:增加/减少}{yf.d:y0}元，{yf:增长/下降}{yf.g:p2}%，主要是肉类价格上涨。其中肉鱼类{meat:y0}元，占{meat_h:p2}%；草料{hay:y0}元；果蔬{fruit:y0}元；精料及添加剂{feed_o:y0}元。按年末存栏数平均，每头（只）{per_beast:y2}元。",
    )
    paper.p(
        "门票收入明细：成人票30元/张，售出{full:n}张，收入{m_full:y0}元；半价票15元/张，售出{half:n}张，收入{m_half:y0}元；年卡120元/张，售出{year_:n}张，收入{m_year:y0}元。以上三项合计{tick:y0}元。",
    )
    paper.h("三、绩效目标完成情况")
    paper.p(
        "（一）接待游客。全年入园{visit:n}人次（不含年卡刷卡），较上年{visit_l:n}人次{yv:增加/减少}{yv.d:n}人次，{yv:增长/下降}{yv.g:p2}%。其中购全票{full:n}人次、购半票{half:n}人次、免票（1.2米以下儿童、65岁以上老人、军人等）{free:n}人次，免票占{free_h:p2}%。上半年{h1:n}人次，下半年{h2:n}人次。",
    )
    paper.p(
        "（二）动物种群。年内繁殖{z_b:n}头（只），引进{z_i:n}头（只），死亡{z_d:n}头（只），赠送和交换{z_g:n}头（只），详见下表。"
    )
    paper.table(
        (14, 11, 11, 11, 11, 13, 11),
        "类别|年初数|繁殖|引进|死亡|赠送和交换|年末数",
        *(
            f"{name}|{{{k}_s:n}}|{{{k}_b:n}}|{{{k}_i:n}}|{{{k}_d:n}}|{{{k}_g:n}}|{{{k}_e:n}}"
            for k, name, *_ in _BEASTS
        ),
        "合计|{z_s:n}|{z_b:n}|{z_i:n}|{z_d:n}|{z_g:n}|{z_e:n}",
    )
    paper.p(
        "（三）科普教育。举办科普讲解412场，开设小小饲养员体验班{class_:n}期，参加{kids:n}人，平均每期{per_class:y0}人。"
    )
    paper.p(
        "（四）游客满意度。发放问卷{q:n}份，收回{a:n}份（回收率{a_x:p1}%），满意{s1:n}份，比较满意{s2:n}份，一般或不满意{s3:n}份，满意和比较满意共{ok:n}份，满意度{ok_x:p1}%。",
    )
    paper.h("四、评分结果")
    paper.p(
        "评价指标满分{w0:s0}分，自评得分{g0:s0}分：项目决策{w1:s0}分，得{g1:s0}分；项目管理{w2:s0}分，得{g2:s0}分；项目产出{w3:s0}分，得{g3:s0}分；项目效果{w4:s0}分，得{g4:s0}分。",
    )
    paper.h("五、存在问题及下步措施")
    paper.p(
        "场馆建于上世纪八十年代，维修投入逐年加大；停车位仅320个，节假日缺口在六成以上。2019年计划实施食草区改造，估算投资850万元，10月底前完工；与公交公司协商增开2条旅游专线。评价结果在园区公示栏和市园林局网站公开。"
    )
    return paper
