"""A county bureau of labour, 2024: a long report with contents, all funds, much prose, three annexes (form, 三公, projects)."""

from __future__ import annotations

from pathlib import Path

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Project: first budget, changed by, spent (万元).
_PROJECTS = {
    "a": ("就业创业服务专项", "126.00", "24.00", "143.68"),
    "b": ("公共就业人才服务", "88.50", "0", "84.27"),
    "c": ("劳动保障监察执法", "64.00", "6.50", ""),
    "d": ("劳动人事争议仲裁", "42.00", "0", "39.86"),
    "e": ("社会保险经办服务", "158.00", "-12.00", ""),
    "f": ("人社信息化运行维护", "96.40", "18.60", "98.15"),
    "g": ("人才引进及事业单位招聘", "75.00", "30.00", "102.40"),
    "h": ("社会保障卡补换及服务网点", "54.00", "0", "33.48"),
    "i": ("“三支一扶”人员补助", "112.32", "-8.64", ""),
    "j": ("企业退休人员社会化管理", "60.00", "0", "58.75"),
}
_USED = (
    "print 办公费及印刷费 14.82,post 邮电费 6.35,power 水电费 11.90,travel 差旅费 18.46,mend 维修（护）费 7.28,meet 会议费 3.15,train 培训费 4.90,"
    "guest_n 公务接待费 9.84,carrun_n 公务用车运行维护费 11.26,labour 劳务费 26.70,union 工会及福利费 24.35,fare 其他交通费用 38.64,"
    "other_o 其他商品和服务支出 21.57"
)
_USES = {key: (word, spent) for key, word, spent in (use.split() for use in _USED.split(","))}
_TRIPS = {
    "out": ("1.因公出国（境）费用", "0", "0", "0"),
    "guest": ("2.公务接待费", "16.00", "9.84", "11.57"),
    "carrun": ("3.公务用车运行维护费", "12.00", "11.26", "10.93"),
    "carbuy": ("4.公务用车购置费", "0", "0", "0"),
}
_TRAIN = {
    "tw": ("企业职工岗前培训", "1860", "1752", "262.80"),
    "tf": ("农村转移劳动力培训", "1240", "1203", "144.36"),
    "ts": ("创业培训", "620", "588", "88.20"),
    "tn": ("新业态从业人员培训", "380", "361", "32.49"),
}
# Fund of insurance: insured, income, benefits, balance of last year (万元).
_FUNDS = {
    "fe": ("城乡居民基本养老保险", "268450", "31846.20", "26418.75", "48260.40"),
    "fo": ("机关事业单位养老保险", "14862", "27365.80", "26987.42", "3418.66"),
    "fi": ("工伤保险", "46318", "2164.35", "1893.27", "2650.18"),
    "fu": ("失业保险", "32745", "1486.90", "1052.64", "3874.52"),
}
_LINES = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
"""The words, a paragraph a line: # a heading, ## one below it, ^ in the middle, > at the right, = a table, | its rows."""
_HEADS = [line[2:] for line in _LINES if line.startswith("# ")]
_PAGES = (1, 3, 8, 9, 11, 12, 19, 20, 22, 23)
_MARKS = [line[2:].split("|") for line in _LINES if line.startswith("| ")]


def _money(book: Book) -> None:
    book.wan(b0="2146.85", b_add="168.40", b_cut="25.30")
    book.sum("b1", "b0", "b_add", minus=("b_cut",))
    book.wan(wage="912.46", allow="318.75", bonus="286.20", insure="341.58", home="158.37", other_w="22.64")
    book.sum("wages", "wage", "allow", "bonus", "insure", "home", "other_w")
    for key, (_, spent) in _USES.items():
        book.wan(**{key: spent})
    book.sum("office", *_USES)
    book.wan(old="19.86", alms="6.42")
    book.sum("person", "old", "alms")
    book.sum("people", "wages", "person")
    book.sum("basic", "people", "office")
    book.sum("basic_r", "b1", minus=("basic",))
    book.rate("basic_x", "basic", "b1")
    book.rate("people_h", "people", "basic")
    book.rate("office_h", "office", "basic")
    book.wan(office_b="215.00", basic_l="2196.74", office_l="208.36")
    book.rate("office_x", "office", "office_b")
    book.year("yb", "basic", "basic_l")
    book.year("yo", "office", "office_l")
    for key, (_, first, more, spent) in _PROJECTS.items():
        book.wan(**{f"{key}_0": first, f"{key}_m": more})
        book.sum(f"{key}_1", f"{key}_0", f"{key}_m")
        if spent:
            book.wan(**{f"{key}_s": spent})
        else:
            book.sum(f"{key}_s", f"{key}_0", f"{key}_m")
        book.sum(f"{key}_r", f"{key}_1", minus=(f"{key}_s",))
        book.rate(f"{key}_x", f"{key}_s", f"{key}_1")
    for end in "0m1sr":
        book.sum(f"p_{end}", *(f"{key}_{end}" for key in _PROJECTS))
    book.sum("p_up", "a_m", "c_m", "f_m", "g_m")
    book.sum("p_cut", minus=("e_m", "i_m"))
    book.rate("p_x", "p_s", "p_1")
    book.sum("hf_r", "h_r", "f_r")
    book.rate("hf_h", "hf_r", "p_r")
    book.sum("start", "b0", "p_0")
    book.sum("add", "b_add", "p_up")
    book.sum("cut", "b_cut", "p_cut")
    book.sum("full", "start", "add", minus=("cut",))
    book.ties.append(Tie("sum", "full", ("b1", "p_1")))
    book.sum("paid", "basic", "p_s")
    book.sum("left", "full", minus=("paid",))
    book.ties.append(Tie("sum", "left", ("basic_r", "p_r")))
    book.rate("x", "paid", "full")
    book.rate("basic_h", "basic", "paid")
    book.rate("proj_h", "p_s", "paid")
    book.wan(paid_l="3174.52")
    book.year("yp", "paid", "paid_l")


def _side(book: Book) -> None:
    for key, (_, plan, now, last) in _TRIPS.items():
        names = {f"{key}_p": plan, f"{key}_l": last}
        book.wan(**names if f"{key}_n" in book.values else {**names, f"{key}_n": now})
    for end in "pnl":
        book.sum(f"trip_{end}", *(f"{key}_{end}" for key in _TRIPS))
    for key in (*_TRIPS, "trip"):
        book.sum(f"{key}_d", f"{key}_n", minus=(f"{key}_l",))
    book.year("yt", "trip_n", "trip_l")
    book.year("yg", "guest_n", "guest_l")
    book.year("yc", "carrun_n", "carrun_l")
    book.rate("trip_x", "trip_n", "trip_p")
    book.sum("trip_r", "trip_p", minus=("trip_n",))
    book.count(batch=118, heads=936)
    book.wan(fix0="1862.47", fix_in="84.36", fix_out="41.20", soft="126.85", money="318.62")
    book.sum("fix1", "fix0", "fix_in", minus=("fix_out",))
    book.sum("assets", "fix1", "soft", "money")
    book.rate("fix_h", "fix1", "assets")
    book.wan(buy_b="236.80", buy="218.45", buy_s="164.30")
    book.sum("buy_r", "buy_b", minus=("buy",))
    book.rate("buy_x", "buy_r", "buy_b")
    book.rate("buy_h", "buy_s", "buy")


def _works(book: Book) -> None:
    book.count(jobs=4386, jobs_p=4200, jobs_l=4271, again=1352, hard=486, graduates=1864, g_in=1726)
    book.rate("jobs_x", "jobs", "jobs_p")
    book.year("yj", "jobs", "jobs_l")
    book.rate("grad_x", "g_in", "graduates")
    book.count(fairs=42, firms=1236, posts=28640, deals=3158, loans=218)
    book.wan(loan="4360.00", loan_l="3915.00", interest="168.42")
    book.average("loan_each", "loan", "loans")
    book.year("yl", "loan", "loan_l")
    for key, (_, plan, done, cost) in _TRAIN.items():
        book.count(**{f"{key}_p": plan, f"{key}_d": done})
        book.wan(**{f"{key}_c": cost})
        book.rate(f"{key}_x", f"{key}_d", f"{key}_p")
        book.average(f"{key}_e", f"{key}_c", f"{key}_d")
    for end in "pdc":
        book.sum(f"tt_{end}", *(f"{key}_{end}" for key in _TRAIN))
    book.rate("tt_x", "tt_d", "tt_p")
    book.average("tt_e", "tt_c", "tt_d")
    book.count(tpass=3702)
    book.rate("tpass_x", "tpass", "tt_d")
    for key, (_, heads, came, went, old) in _FUNDS.items():
        book.count(**{f"{key}_n": heads})
        book.wan(**{f"{key}_i": came, f"{key}_o": went, f"{key}_a": old})
        book.sum(f"{key}_y", f"{key}_i", minus=(f"{key}_o",))
        book.sum(f"{key}_z", f"{key}_a", f"{key}_y")
    for end in "ioayz":
        book.sum(f"fund_{end}", *(f"{key}_{end}" for key in _FUNDS))
    book.count(wants=68, taken=63, arb=256, arb_done=251, agreed=183, cases=148, cases_ok=145, workers=1126)
    book.sum("wants_r", "wants", minus=("taken",))
    book.rate("post_x", "taken", "wants")
    book.rate("arb_x", "arb_done", "arb")
    book.rate("agreed_x", "agreed", "arb_done")
    book.rate("wage_x", "cases_ok", "cases")
    book.sum("cases_r", "cases", minus=("cases_ok",))
    book.wan(owed="1086.37")
    book.average("owed_each", "owed", "workers")
    book.count(cards=18642, cards_e=14206, sent=600, back=582, glad=565)
    book.rate("cards_x", "cards_e", "cards")
    book.rate("back_x", "back", "sent")
    book.rate("glad_x", "glad", "back")
    book.count(civil=32, ref=41, public=58, old_n=47)
    book.sum("staff", "civil", "ref", "public")


def _books() -> Book:
    book = Book()
    _money(book)
    _side(book)
    _works(book)
    book.count(w_do=10)
    book.score("g_do", "w_do", "x")
    book.values["g_do"] = round(book.values["g_do"], 2)
    for n, (*_, weight, got, _) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(10)))
        book.sum(f"{end}_eff", *(f"{end}{n}" for n in range(10, 13)))
        book.sum(f"{end}_all", f"{end}_do", f"{end}_out", f"{end}_eff", f"{end}13")
        book.ties.append(Tie("sum", f"{end}_all", (f"{end}_do", *(f"{end}{n}" for n in range(14)))))
    book.sum("lost", "w_all", minus=("g_all",))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("hr_bureau_long_2024", _books(), styled=True)
    paper.title("临湖县人力资源和社会保障局")
    paper.title("2024年度部门整体支出绩效自评报告")
    paper.centre("单位名称（盖章）：临湖县人力资源和社会保障局")
    paper.centre("2025年6月")
    paper.centre("目    录")
    for page, head in zip(_PAGES, _HEADS, strict=True):
        paper.p(f"{head}……………………………{page}")
    tables = {table.__name__: table for table in (_office, _funds, _train, _form, _trips, _projects)}
    for line in _LINES:
        mark, _, rest = line.partition(" ")
        if mark.startswith("#"):
            paper.h(rest, len(mark))
        elif mark == "^":
            paper.centre(rest)
        elif mark == ">":
            paper.right(rest)
        elif mark == "=":
            tables[f"_{rest.lower()}"](paper)
        elif mark != "|":
            paper.p(line)
    return paper


def _office(paper: Paper) -> None:
    pairs = [f"{word}|{{{key}:w2}}" for key, (word, _) in _USES.items()]
    rows = [
        f"{left}|{right}" for left, right in zip(pairs[:7], [*pairs[7:], "合计|{office:w2}"], strict=True)
    ]
    paper.table((14, 9, 16, 9), "支出科目|决算数|支出科目|决算数", *rows)


def _funds(paper: Paper) -> None:
    paper.table(
        (16, 10, 10, 10, 10, 10),
        "险种|上年滚存结余|当年收入|当年支出|当年结余|年末滚存结余",
        *(
            f"{name}|{{{k}_a:w2}}|{{{k}_i:w2}}|{{{k}_o:w2}}|{{{k}_y:w2}}|{{{k}_z:w2}}"
            for k, (name, *_) in _FUNDS.items()
        ),
        "合计|{fund_a:w2}|{fund_i:w2}|{fund_o:w2}|{fund_y:w2}|{fund_z:w2}",
    )


def _train(paper: Paper) -> None:
    paper.table(
        (16, 10, 10, 9, 11, 10),
        "培训类别|计划人次|实际人次|完成率|补贴金额（万元）|人均补贴（元）",
        *(
            f"{name}|{{{k}_p:n}}|{{{k}_d:n}}|{{{k}_x:p2}}%|{{{k}_c:w2}}|{{{k}_e:y2}}"
            for k, (name, *_) in _TRAIN.items()
        ),
        "合计|{tt_p:n}|{tt_d:n}|{tt_x:p2}%|{tt_c:w2}|{tt_e:y2}",
    )


def _form(paper: Paper) -> None:
    rows = []
    for n, (first, second, third, aim, done, _, _, why) in enumerate(_MARKS):
        head = "^" if n and _MARKS[n - 1][0] == first else first
        middle = "^" if n and _MARKS[n - 1][:2] == [first, second] else second
        rows.append(f"{head}|{middle}|{third}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s2z}}|{why}")
    paper.table(
        (9, 10, 15, 10, 10, 6, 6, 8),
        "部门名称|临湖县人力资源和社会保障局|>|>|>|>|>|>",
        "部门预算申请（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分",
        "^|年度资金总额|{start:w2}|{full:w2}|{paid:w2}|{w_do:s0}|{x:p2}%|{g_do:s2}",
        "^|其中：基本支出|{b0:w2}|{b1:w2}|{basic:w2}|—|{basic_x:p2}%|—",
        "^|项目支出|{p_0:w2}|{p_1:w2}|{p_s:w2}|—|{p_x:p2}%|—",
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因",
        *rows,
        "总分|>|>|>|>|{w_all:s0}|{g_all:s2}|",
        heads=0,
    )


def _trips(paper: Paper) -> None:
    paper.table(
        (18, 10, 10, 10, 10),
        "项目|2024年预算数|2024年决算数|2023年决算数|比上年增减",
        *(f"{name}|{{{k}_p:w2}}|{{{k}_n:w2}}|{{{k}_l:w2}}|{{{k}_d:w2}}" for k, (name, *_) in _TRIPS.items()),
        "合计|{trip_p:w2}|{trip_n:w2}|{trip_l:w2}|{trip_d:w2}",
    )


def _projects(paper: Paper) -> None:
    paper.table(
        (5, 19, 9, 9, 9, 9, 9, 8),
        "序号|项目名称|年初预算|追加（调减）|全年预算|实际支出|结转|执行率",
        *(
            f"{n}|{name}|{{{k}_0:w2}}|{{{k}_m:w2}}|{{{k}_1:w2}}|{{{k}_s:w2}}|{{{k}_r:w2}}|{{{k}_x:p2}}%"
            for n, (k, (name, *_)) in enumerate(_PROJECTS.items(), start=1)
        ),
        "|合计|{p_0:w2}|{p_m:w2}|{p_1:w2}|{p_s:w2}|{p_r:w2}|{p_x:p2}%",
    )
