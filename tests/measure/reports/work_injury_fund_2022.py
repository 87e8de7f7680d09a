"""A city's work injury insurance, 2022: income and benefits by kind over two years, a gap made good, claims in and out, rates by trade."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, benefit, this year, last year (万元).
_BENEFITS = (
    ("cure", "医疗（康复）待遇", "8412.66", "7736.02"),
    ("lame", "伤残待遇", "14307.25", "13118.90"),
    ("dead", "工亡待遇", "6218.40", "6904.75"),
    ("check", "劳动能力鉴定费", "164.38", "171.22"),
    ("prev", "工伤预防费", "642.10", "388.54"),
)
# Key, trade, insured, contributions (万元), injuries.
_TRADES = (
    ("one", "一类至二类行业", "412600", "6894.30", 816),
    ("two", "三类至五类行业", "358200", "10571.45", 1973),
    ("three", "六类至八类行业", "126400", "9237.81", 1688),
)


def _books() -> Book:
    book = Book()
    for key, _, now, last in _BENEFITS:
        book.wan(**{f"{key}_s": now, f"{key}_l": last})
        book.year(f"y{key}", f"{key}_s", f"{key}_l")
    keys = [key for key, *_ in _BENEFITS]
    book.sum("out", *(f"{key}_s" for key in keys))
    book.sum("out_l", *(f"{key}_l" for key in keys))
    book.year("yout", "out", "out_l")
    for key in keys:
        book.rate(f"{key}_h", f"{key}_s", "out")
    for key, _, people, paid, hurt in _TRADES:
        book.yuan(**{f"{key}_p": people})
        book.wan(**{f"{key}_c": paid})
        book.count(**{f"{key}_w": hurt})
        book.rate(f"{key}_r", f"{key}_w", f"{key}_p")
        book.average(f"{key}_a", f"{key}_c", f"{key}_p")
    trades = [key for key, *_ in _TRADES]
    for end in "pcw":
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in trades))
    book.average("t_a", "t_c", "t_p")
    book.rate("t_r", "t_w", "t_p")
    book.wan(int_="416.72", other="38.15", in_b="27500.00", out_b="30150.00", c_l="28046.93")
    book.sum("inc", "t_c", "int_", "other")
    book.year("yc", "t_c", "c_l")
    book.rate("inc_x", "inc", "in_b")
    book.rate("out_x", "out", "out_b")
    book.sum("gap", "out", minus=("inc",))
    book.wan(open_="41862.09")
    book.sum("end", "open_", "inc", minus=("out",))
    book.sum("end", "open_", minus=("gap",))
    book.count(twelve=12)
    book.average("month", "out", "twelve")
    book.average("months", "end", "month")
    book.yuan(t_l="874300")
    book.year("yp", "t_p", "t_l")
    book.count(taken=4718, kept=126, yes=4477, no=241)
    book.sum("cases", "taken", "kept")
    book.sum("closed", "yes", "no")
    book.sum("open_cases", "cases", minus=("closed",))
    book.rate("closed_x", "closed", "cases")
    book.rate("yes_x", "yes", "closed")
    book.sum("yes", *(f"{key}_w" for key in trades))
    book.count(grade=1906, g14=43, g56=118, g710=1498)
    book.sum("gno", "grade", minus=("g14", "g56", "g710"))
    book.sum("grade", "g14", "g56", "g710", "gno")
    book.rate("g710_h", "g710", "grade")
    book.count(train=38620, firms=412, ask=1500, glad=1397, online=3869)
    book.rate("glad_x", "glad", "ask")
    book.rate("online_x", "online", "taken")
    book.count(rev=57, keep=54)
    book.rate("keep_x", "keep", "rev")
    for n, (w, g) in enumerate((("20", "18.5"), ("20", "20"), ("40", "38.2"), ("20", "19"))):
        book.count(**{f"w{n}": w, f"g{n}": g})
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(4)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("work_injury_fund_2022", _books())
    paper.title("2022年度柳川市工伤保险基金绩效自评报告")
    paper.h("一、项目概况")
    paper.p(
        "我市工伤保险自2015年起实行市级统筹，2020年起按省级调剂金制度运行。2022年末参保{t_p:w2}万人，比2021年末{t_l:w2}万人净{yp:增/减}{yp.d:w2}万人，{yp:增长/下降}{yp.g:p2}%。按照国家规定，一类至八类行业基准费率分别为用人单位职工工资总额的0.2%、0.4%、0.7%、0.9%、1.1%、1.3%、1.6%和1.9%，我市按阶段性降费政策下调50%执行至2023年4月30日。",
    )
    paper.h("二、基金收支情况")
    paper.p(
        "1、收入。2022年基金收入{inc:w2}万元，完成预算{in_b:w2}万元的{inc_x:p2}%。其中，保险费收入{t_c:w2}万元，受降费影响比上年{c_l:w2}万元{yc:增收/减收}{yc.d:w2}万元，{yc:增长/下降}{yc.g:p2}%；利息收入{int_:w2}万元；滞纳金等其他收入{other:w2}万元。",
    )
    paper.p(
        "2、支出。2022年基金支出{out:w2}万元，完成预算{out_b:w2}万元的{out_x:p2}%，同比{yout:增加/减少}{yout.d:w2}万元，{yout:增长/下降}{yout.g:p2}%。",
    )
    paper.centre("表1 基金支出构成对比表")
    paper.right("单位：万元、%")
    paper.table(
        (16, 11, 11, 11, 9, 9),
        "支出项目|2022年|2021年|增减额|增减幅|2022年占比",
        *(
            f"{name}|{{{k}_s:w2}}|{{{k}_l:w2}}|"
            + ("-" if float(now) < float(last) else "")
            + f"{{y{k}.d:w2}}|"
            + ("-" if float(now) < float(last) else "")
            + f"{{y{k}.g:p2}}|{{{k}_h:p2}}"
            for k, name, now, last in _BENEFITS
        ),
        "合计|{out:w2}|{out_l:w2}|{yout.d:w2}|{yout.g:p2}|100.00",
    )
    paper.p(
        "3、结余。当年收不抵支，缺口{gap:w2}万元，由历年结余弥补。年初累计结余{open_:w2}万元，年末累计结余{end:w2}万元，按2022年月均支出{month:w2}万元计算可支付{months:r1}个月，高于人社部9个月的警戒线。",
    )
    paper.p("4、工伤预防费按规定不超过上年度征缴收入的3%，实际使用{prev_s:w2}万元，未超额度。")
    paper.h("三、绩效目标完成情况")
    paper.p(
        "（一）工伤认定。年初未结{kept:n}件，全年新受理申请{taken:n}件，应办{cases:n}件；办结{closed:n}件，其中认定（视同）工伤{yes:n}件、不予认定{no:n}件；年末未结{open_cases:n}件，均在60日法定时限内。办结率{closed_x:p2}%，认定率{yes_x:p2}%。网上申请{online:n}件，占新受理的{online_x:p2}%。",
    )
    paper.centre("表2 分行业参保和工伤发生情况")
    paper.table(
        (18, 12, 13, 12, 12, 12),
        "行业类别|参保人数（万人）|缴费收入（万元）|人均缴费（元）|认定工伤（件）|工伤发生率（%）",
        *(
            f"{name}|{{{k}_p:w2}}|{{{k}_c:w2}}|{{{k}_a:y2}}|{{{k}_w:n}}|{{{k}_r:p2}}"
            for k, name, *_ in _TRADES
        ),
        "全市|{t_p:w2}|{t_c:w2}|{t_a:y2}|{t_w:n}|{t_r:p2}",
    )
    paper.p(
        "（二）劳动能力鉴定。完成鉴定{grade:n}人，其中一至四级{g14:n}人、五至六级{g56:n}人、七至十级{g710:n}人、未达等级{gno:n}人，七至十级占{g710_h:p2}%。",
    )
    paper.p(
        "（三）工伤预防。培训重点企业{firms:n}家、职工{train:n}人次。（四）行政复议和诉讼。发生行政复议、诉讼{rev:n}件，维持{keep:n}件，维持率{keep_x:p1}%。",
    )
    paper.p("（五）满意度。回访工伤职工及用人单位{ask:n}名（家），满意{glad:n}名（家），满意度{glad_x:p1}%。")
    paper.h("四、自评结论")
    paper.p(
        "自评总分{g_all:s1z}分，等级为优。基金预算管理得{g0:s1z}分（满分{w0:s0}分），基金管理规范得{g1:s1z}分（满分{w1:s0}分），产出得{g2:s1z}分（满分{w2:s0}分），效益与满意度得{g3:s1z}分（满分{w3:s0}分）。"
    )
    paper.h("五、问题及改进")
    paper.p(
        "受阶段性降费影响，当期收支由盈转亏；超龄人员、新业态从业人员参保率低。下一步一是按省里部署恢复费率，2023年三季度前完成浮动费率核定；二是由工伤保险科牵头推进新业态职业伤害保障试点；三是将自评结果报市财政局并在官网公开。"
    )
    return paper
