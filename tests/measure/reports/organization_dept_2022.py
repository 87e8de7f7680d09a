"""A county party organization department, 2022: subjects with signed adjustments, allowances by degree, courses."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_SUBJECTS = {
    "gov": ("201 一般公共服务支出", "1524.86", "213.50", "1698.24"),
    "soc": ("208 社会保障和就业支出", "118.42", "-4.36", "114.06"),
    "med": ("210 卫生健康支出", "62.75", "1.18", "63.93"),
    "agr": ("213 农林水支出", "360.00", "42.00", "375.20"),
    "hou": ("221 住房保障支出", "94.30", "-2.15", "92.15"),
}
_DEGREES = {
    "doc": ("博士研究生", 3, "30000"),
    "mas": ("硕士研究生", 26, "12000"),
    "bac": ("本科生", 58, "6000"),
}
_COURSES = {
    "lead": ("科级干部进修班", 4, 186),
    "vill": ("村（社区）干部轮训班", 9, 742),
    "young": ("年轻干部培训班", 2, 95),
}
_MARKS = {
    "a": ("预算执行", "10", "9.7"),
    "b": ("履职产出", "50", "48"),
    "c": ("履职效果", "30", "28.4"),
    "d": ("满意度", "10", "10"),
}


def _books() -> Book:
    book = Book()
    for key, (_, init, adj, spent) in _SUBJECTS.items():
        book.wan(**{f"{key}_i": init, f"{key}_a": adj})
        book.sum(f"{key}_f", f"{key}_i", f"{key}_a")
        if key in ("gov", "agr"):
            book.wan(**{f"{key}_s": spent})
        else:
            book.sum(f"{key}_s", f"{key}_i", f"{key}_a")
        book.rate(f"{key}_x", f"{key}_s", f"{key}_f")
    for end in "iafs":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _SUBJECTS))
    book.sum("all_f", "all_i", "all_a")
    book.rate("all_x", "all_s", "all_f")
    book.sum("rest", "all_f", minus=("all_s",))
    book.wan(pay="1046.32", pub="137.58", pub_b="142.00", pub_l="150.24")
    book.sum("basic", "pay", "pub")
    book.sum("proj", "all_s", minus=("basic",))
    book.sum("all_s", "basic", "proj")
    book.rate("pub_x", "pub", "pub_b")
    book.year("y_pub", "pub", "pub_l")
    book.wan(car="6.48", car_b="7.00", car_l="6.92", eat="3.16", eat_b="5.00", eat_l="4.07")
    for end in ("", "_b", "_l"):
        book.sum(f"three{end}", f"car{end}", f"eat{end}")
    book.year("y3", "three", "three_l")
    book.year("y_car", "car", "car_l")
    book.year("y_eat", "eat", "eat_l")
    book.sum("three_r", "three_b", minus=("three",))
    for key, (_, heads, each) in _DEGREES.items():
        book.count(**{f"{key}_n": heads})
        book.yuan(**{f"{key}_e": each})
        book.product(f"{key}_m", f"{key}_e", f"{key}_n")
    book.sum("tal_n", *(f"{key}_n" for key in _DEGREES))
    book.sum("tal_m", *(f"{key}_m" for key in _DEGREES))
    for key, (_, terms, heads) in _COURSES.items():
        book.count(**{f"{key}_t": terms, f"{key}_h": heads})
    book.sum("terms", *(f"{key}_t" for key in _COURSES))
    book.sum("heads", *(f"{key}_h" for key in _COURSES))
    book.count(heads_b=980)
    book.rate("heads_x", "heads", "heads_b")
    book.wan(course="168.84")
    book.average("course_each", "course", "heads")
    book.count(weak=18, turned=16)
    book.rate("turned_x", "turned", "weak")
    book.count(got=486, glad=471)
    book.rate("glad_x", "glad", "got")
    for key, (_, full, got) in _MARKS.items():
        book.count(**{f"w_{key}": full, f"g_{key}": got})
    book.sum("w", *(f"w_{key}" for key in _MARKS))
    book.sum("g", *(f"g_{key}" for key in _MARKS))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("organization_dept_2022", _books())
    paper.title("中共青石县委组织部")
    paper.title("关于2022年度部门整体支出绩效的自评报告")
    paper.h("一、部门概况")
    paper.p("县委组织部是县委主管组织、干部、人才工作的职能部门，下设党员教育中心1个事业单位。")
    paper.h("二、部门资金收支情况")
    paper.h("（一）收支总体情况", 2)
    paper.p(
        "2022年年初预算{all_i:w2}万元，年度净调增{all_a:w2}万元，全年预算{all_f:w2}万元；全年决算支出{all_s:w2}万元，预算完成率{all_x:p2}%，未执行{rest:w2}万元，其中一般公共服务支出因干部人事档案数字化项目未验收而结转。"
    )
    paper.table(
        (17, 10, 10, 10, 10),
        "科目编码及名称|年初预算|调整数|全年预算|决算数",
        *(
            f"{name}|{{{k}_i:w2}}|{{{k}_a:w2}}|{{{k}_f:w2}}|{{{k}_s:w2}}"
            for k, (name, *_) in _SUBJECTS.items()
        ),
        "支出合计|{all_i:w2}|{all_a:w2}|{all_f:w2}|{all_s:w2}",
    )
    paper.p("注：表内金额单位为万元，调整数以“-”号表示调减。")
    paper.h("（二）支出结构", 2)
    paper.p(
        "决算支出中，基本支出{basic:w2}万元；项目支出{proj:w2}万元。基本支出包括人员经费{pay:w2}万元、公用经费{pub:w2}万元。公用经费预算{pub_b:w2}万元，执行率{pub_x:p2}%；与上年{pub_l:w2}万元相比{y_pub:增长/下降}{y_pub.g:p2}%。"
    )
    paper.h("（三）“三公”经费管理", 2)
    paper.p(
        "“三公”经费预算{three_b:w2}万元，决算{three:w2}万元，比预算少{three_r:w2}万元，比上年决算{three_l:w2}万元{y3:增加/减少}{y3.d:w2}万元。具体是：公务用车运行维护费{car:w2}万元，上年{car_l:w2}万元，{y_car:增加/减少}{y_car.d:w2}万元；公务接待费{eat:w2}万元，上年{eat_l:w2}万元，{y_eat:增加/减少}{y_eat.d:w2}万元。"
    )
    paper.h("三、绩效目标实现情况")
    paper.p(
        "1.干部教育培训。全年举办主体班次{terms:n}期，培训干部{heads:n}人次，完成计划{heads_b:n}人次的{heads_x:p2}%。其中",
        "，".join(f"{name}{{{k}_t:n}}期{{{k}_h:n}}人次" for k, (name, *_) in _COURSES.items()),
        "。培训支出{course:w2}万元，人次均{course_each:y2}元。",
    )
    paper.p(
        "2.人才引进。按照《青石县引进人才安家补助办法》，发放补助{tal_m:w2}万元，惠及{tal_n:n}人。",
        "；".join(
            f"{name}{{{k}_n:n}}人，每人每年{{{k}_e:y0}}元，计{{{k}_m:w2}}万元"
            for k, (name, *_) in _DEGREES.items()
        ),
        "。",
    )
    paper.p(
        "3.基层党建。排查软弱涣散村党组织{weak:n}个，年底验收销号{turned:n}个，销号率{turned_x:p2}%，余下的继续整顿。"
    )
    paper.p(
        "4.社会评价。面向党员干部和群众开展问卷调查，收回有效问卷{got:n}份，认为组织工作“好”或“较好”的{glad:n}份，满意度{glad_x:p2}%，达到95%以上的目标。"
    )
    paper.h("四、自评结论")
    paper.p(
        "自评总分{w:s0}分，得{g:s1z}分，等次为“优”。其中",
        "、".join(f"{name}{{w_{k}:s0}}分得{{g_{k}:s1z}}分" for k, (name, *_) in _MARKS.items()),
        "。",
    )
    paper.h("五、存在问题及原因")
    paper.p(
        "一是农林水支出完成率只有{agr_x:p2}%，驻村工作经费报账不够及时。二是档案数字化项目招标流标一次，影响支付进度。"
    )
    paper.h("六、改进建议")
    paper.p(
        "一是实行驻村工作经费按季报账，逾期不报的予以通报。二是2023年5月底前完成档案数字化项目验收并支付。三是自评结果运用于2024年度预算编制，并按要求向社会公开。"
    )
    return paper
