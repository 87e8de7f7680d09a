"""A district water bureau, 2018, the old outline: staff by kind, expenditure by use, assets, funds by project, points told in words."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Special fund: come from centre and province, from the district; paid (万元).
_FUNDS = {
    "a": ("小型水库除险加固工程", "820.00", "180.00", "865.40"),
    "b": ("农村饮水安全巩固提升工程", "615.50", "246.20", "861.70"),
    "c": ("中小河流治理工程", "1340.00", "160.00", "1187.35"),
    "d": ("农业水价综合改革", "96.00", "24.00", "108.96"),
    "e": ("山洪灾害防治设施维护", "45.00", "35.00", "79.20"),
    "f": ("河长制工作经费", "0", "150.00", "142.58"),
}
# Kind of asset: at the beginning, added, gone (万元).
_ASSETS = {
    "house": ("房屋及构筑物", "1864.30", "42.50", "0"),
    "kit": ("通用设备", "286.45", "31.20", "18.65"),
    "gear": ("专用设备", "412.70", "56.80", "9.90"),
    "desk": ("家具用具及其他", "64.15", "3.40", "1.25"),
}


def _money(book: Book) -> None:
    book.wan(basic_b="1215.60", staff_b="1062.40", office_b="153.20", proj_b="420.00")
    book.sum("basic_b", "staff_b", "office_b")
    book.sum("own_b", "basic_b", "proj_b")
    book.wan(wage="742.86", bonus="138.95", social="156.47", home="94.28", pension="38.12")
    book.sum("staff_s", "wage", "bonus", "social", "home", "pension")
    book.wan(
        print="12.36", power="18.74", trip="21.55", mend="9.80", guest="6.42", car="15.18", union="11.63"
    )
    book.wan(other="46.05")
    book.sum("office_s", "print", "power", "trip", "mend", "guest", "car", "union", "other")
    book.sum("basic_s", "staff_s", "office_s")
    book.rate("staff_h", "staff_s", "basic_s")
    book.rate("office_h", "office_s", "basic_s")
    book.wan(guest_l="8.05", car_l="17.40")
    book.sum("three", "guest", "car")
    book.sum("three_l", "guest_l", "car_l")
    book.year("y3", "three", "three_l")
    book.year("yg", "guest", "guest_l")
    book.year("yc", "car", "car_l")
    book.wan(three_b="26.00")
    book.sum("three_r", "three_b", minus=("three",))
    book.rate("office_x", "office_s", "office_b")
    for key, (_, high, low, paid) in _FUNDS.items():
        book.wan(**{f"{key}_h": high, f"{key}_o": low, f"{key}_s": paid})
        book.sum(f"{key}_g", f"{key}_h", f"{key}_o")
        book.sum(f"{key}_r", f"{key}_g", minus=(f"{key}_s",))
        book.rate(f"{key}_x", f"{key}_s", f"{key}_g")
    for end in "hogsr":
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in _FUNDS))
    book.rate("t_x", "t_s", "t_g")
    book.rate("t_hh", "t_h", "t_g")
    book.sum("all_s", "basic_s", "t_s")
    book.wan(all_l="4208.65")
    book.year("ya", "all_s", "all_l")
    book.rate("basic_hh", "basic_s", "all_s")
    book.rate("t_sh", "t_s", "all_s")


def _books() -> Book:
    book = Book()
    _money(book)
    for key, (_, begin, new, gone) in _ASSETS.items():
        book.wan(**{f"{key}_0": begin, f"{key}_n": new, f"{key}_q": gone})
        book.sum(f"{key}_1", f"{key}_0", f"{key}_n", minus=(f"{key}_q",))
    for end in "0nq1":
        book.sum(f"as_{end}", *(f"{key}_{end}" for key in _ASSETS))
    book.year("yas", "as_1", "as_0")
    book.rate("house_h", "house_1", "as_1")
    book.count(posts=92, staff=87, civil=21, ref=14, full=46, other_c=6, old=53)
    book.sum("staff", "civil", "ref", "full", "other_c")
    book.count(dams=18, dams_ok=16, lakes=6, pumps=11, pipes="86.4", pipes_p="90.0", people=38640, folk=41200)
    book.sum("dams_no", "dams", minus=("dams_ok",))
    book.rate("dams_x", "dams_ok", "dams")
    book.rate("pipes_x", "pipes", "pipes_p")
    book.rate("folk_x", "people", "folk")
    book.count(banks="23.6", bank_l="12.8", bank_r="10.8")
    book.sum("banks", "bank_l", "bank_r")
    book.average("bank_each", "c_s", "banks")
    book.count(rounds=3260, rounds_l=2875, found=214, solved=209)
    book.year("yr", "rounds", "rounds_l")
    book.rate("solved_x", "solved", "found")
    book.sum("open", "found", minus=("solved",))
    book.count(letters=150, back=144, glad=135)
    book.rate("back_x", "back", "letters")
    book.rate("glad_x", "glad", "back")
    book.count(w1=15, w2=25, w3=60, s1="14", s2="23.5", s3="56")
    book.sum("w", "w1", "w2", "w3")
    book.sum("s", "s1", "s2", "s3")
    for n in "123":
        book.sum(f"k{n}", f"w{n}", minus=(f"s{n}",))
    book.sum("k", "k1", "k2", "k3")
    book.ties.append(Tie("sum", "k", ("w",), ("s",)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("water_bureau_2018", _books(), styled=True)
    paper.title("资阳湖区水利局")
    paper.title("2018年部门整体支出绩效评价自评报告")
    paper.h("一、部门概况")
    paper.h("（一）部门基本情况", 2)
    paper.p(
        "区水利局为区政府组成部门，主管全区水行政工作，下辖水库管理站、排灌站、水政监察大队等7个所属事业单位。核定编制{posts:n}名，年末在岗{staff:n}人，",
        "其中行政人员{civil:n}人、参公人员{ref:n}人、全额事业人员{full:n}人、差额及其他人员{other_c:n}人；离退休{old:n}人。",
    )
    paper.h("（二）部门整体支出规模、使用方向和主要内容、涉及范围等", 2)
    paper.p(
        "2018年部门整体支出{all_s:w2}万元，比上年{all_l:w2}万元{ya:增加/减少}{ya.d:w2}万元，{ya:增幅/降幅}{ya.g:p2}%。按支出性质分，基本支出{basic_s:w2}",
        "万元，占{basic_hh:p2}%，用于保障机关及所属单位正常运转；专项支出{t_s:w2}万元，占{t_sh:p2}%，用于水库除险加固、农村饮水、河道治理等方面，",
        "涉及全区13个乡镇（街道）。",
    )
    paper.h("二、部门整体支出管理及使用情况")
    paper.h("（一）基本支出", 2)
    paper.p(
        "年初部门预算批复基本支出{basic_b:w2}万元，其中人员经费{staff_b:w2}万元，公用经费{office_b:w2}万元；另批复部门专项{proj_b:w2}万元，合计{own_b:w2",
        "}万元。因调资补发及公用经费节支，全年实际基本支出{basic_s:w2}万元，分项如下：",
    )
    paper.p(
        "1.人员经费{staff_s:w2}万元，占基本支出的{staff_h:p2}%。其中：基本工资及津补贴{wage:w2}万元，奖金{bonus:w2}万元，社会保障缴费{social:w2}万元，",
        "住房公积金{home:w2}万元，离退休费{pension:w2}万元。",
    )
    paper.p(
        "2.公用经费{office_s:w2}万元，占基本支出的{office_h:p2}%，为年初预算的{office_x:p2}%。其中：办公及印刷费{print:w2}万元，水电费{power:w2}万元，",
        "差旅费{trip:w2}万元，维修（护）费{mend:w2}万元，公务接待费{guest:w2}万元，公务用车运行维护费{car:w2}万元，工会经费{union:w2}万元，其他{other:w2",
        "}万元。",
    )
    paper.p(
        "3.“三公”经费。全年支出{three:w2}万元，控制在预算{three_b:w2}万元以内，节约{three_r:w2}万元；较2017年{three_l:w2}万元下降{y3.d:w2}万元，",
        "降幅{y3.g:p2}%。其中公务接待费{guest:w2}万元，较上年{guest_l:w2}万元下降{yg.g:p2}%；公务用车运行维护费{car:w2}万元，较上年{car_l:w2}万元下降{yc",
        ".g:p2}%。全年无因公出国（境）及公车购置支出。",
    )
    paper.h("（二）专项支出", 2)
    paper.p(
        "2018年到位专项资金{t_g:w2}万元，其中中央和省级资金{t_h:w2}万元，占{t_hh:p2}%，区级资金{t_o:w2}万元。全年支出{t_s:w2}万元，支出率{t_x:p2}%，",
        "年末结转{t_r:w2}万元，其中中小河流治理工程结转{c_r:w2}万元、水库除险加固工程结转{a_r:w2}万元，均系工程未办理竣工决算。",
    )
    paper.centre("表1  2018年水利专项资金到位及使用情况")
    paper.right("金额单位：万元")
    paper.table(
        (15, 9, 9, 9, 9, 9, 8),
        "项目|到位资金|>|>|实际支出|结转|支出率（%）",
        "^|中央、省级|区级|小计|^|^|^",
        *(
            f"{name}|{{{k}_h:w2}}|{{{k}_o:w2}}|{{{k}_g:w2}}|{{{k}_s:w2}}|{{{k}_r:w2}}|{{{k}_x:p2}}"
            for k, (name, *_) in _FUNDS.items()
        ),
        "合  计|{t_h:w2}|{t_o:w2}|{t_g:w2}|{t_s:w2}|{t_r:w2}|{t_x:p2}",
        heads=2,
    )
    paper.h("三、部门专项组织实施情况")
    paper.p(
        "各专项均成立了项目建设指挥部，严格执行项目法人责任制、招标投标制、建设监理制和合同管理制。资金实行专账核算，按工程进度和监理签证拨付，",
        "未发现挤占挪用现象。",
    )
    paper.h("四、资产管理情况")
    paper.p(
        "年初固定资产原值{as_0:w2}万元，本年新增{as_n:w2}万元，报废处置{as_q:w2}万元，年末原值{as_1:w2}万元，净增{yas.d:w2}万元，增长{yas.g:p2}%。",
        "其中房屋及构筑物{house_1:w2}万元，占{house_h:p2}%。资产处置均按规定报批，处置收入上缴国库。",
    )
    paper.centre("表2  固定资产变动情况")
    paper.table(
        (14, 10, 10, 10, 10),
        "类别（单位：万元）|年初原值|本年增加|本年减少|年末原值",
        *(f"{name}|{{{k}_0:w2}}|{{{k}_n:w2}}|{{{k}_q:w2}}|{{{k}_1:w2}}" for k, (name, *_) in _ASSETS.items()),
        "合计|{as_0:w2}|{as_n:w2}|{as_q:w2}|{as_1:w2}",
    )
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("五、部门整体支出绩效情况")
    paper.p(
        "一是水利工程建设有序推进。计划除险加固小型水库{dams:n}座，年内完成主体工程{dams_ok:n}座，完成率{dams_x:p2}%，其余{dams_no:n}座已完成大坝填筑；",
        "治理中小河流{banks:n1}公里，其中左岸{bank_l:n1}公里、右岸{bank_r:n1}公里，平均每公里投入{bank_each:w2}万元。",
    )
    paper.p(
        "二是农村饮水条件明显改善。铺设改造供水管网{pipes:n1}公里，为计划{pipes_p:n1}公里的{pipes_x:p2}%，解决和巩固{people:n}人饮水安全问题，",
        "占规划受益人口{folk:n}人的{folk_x:p2}%。",
    )
    paper.p(
        "三是河长制工作走深走实。区、乡、村三级河长巡河{rounds:n}人次，比上年的{rounds_l:n}人次增长{yr.g:p2}%；巡查发现问题{found:n}个，整改销号{solved:",
        "n}个，整改率{solved_x:p2}%，尚有{open:n}个正在整改。",
    )
    paper.p(
        "四是群众比较满意。年底组织问卷调查，发出{letters:n}份，收回有效问卷{back:n}份，有效回收率{back_x:p2}%，其中对水利工作表示满意或基本满意的{glad:",
        "n}份，满意率{glad_x:p2}%。",
    )
    paper.p(
        "根据《部门整体支出绩效评价指标评分表》，我局自评得{s:s1}分，其中投入指标（{w1:s0}分）得{s1:s0}分，扣{k1:s0}分；过程指标（{w2:s0}分）",
        "得{s2:s1}分，扣{k2:s1}分；产出及效果指标（{w3:s0}分）得{s3:s0}分，扣{k3:s0}分。合计扣{k:s1}分。",
    )
    paper.h("六、存在的主要问题")
    paper.p(
        "（一）工程竣工决算滞后。部分工程完工后未及时办理结算审计，资金沉淀较多，专项资金支出率仅{t_x:p2}%。"
    )
    paper.p("（二）资产管理基础工作薄弱。已建成水库、泵站部分资产尚未入账。")
    paper.h("七、改进措施和有关建议")
    paper.p(
        "（一）倒排工期，完工一个、结算一个、决算一个；（二）对已交付使用的水利工程进行清理，2019年10月底前登记入账；（三）建议区财政进一步加大水利工程维",
        "修养护经费投入。",
    )
    paper.right("资阳湖区水利局")
    paper.right("2019年4月18日")
