"""A city's office of local chronicles, 2022: all prose, amounts in 万元 written into sentences, counts of volumes, words and hours."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper


def _books() -> Book:
    book = Book()
    book.wan(base_b="268.40", proj_b="156.00", add="18.60", base_s="281.76")
    book.sum("ini", "base_b", "proj_b")
    book.sum("bud", "ini", "add")
    book.wan(year="62.00", vill="38.50", web="24.30", school="11.80")
    book.sum("three", "year", "vill", "web")
    book.sum("proj_s", "three", "school")
    book.sum("out", "base_s", "proj_s")
    book.rate("out_x", "out", "bud")
    book.sum("left", "bud", minus=("out",))
    book.rate("proj_x", "proj_s", "proj_b")
    book.sum("proj_r", "proj_b", minus=("proj_s",))
    book.wan(pay="243.52", house="19.84")
    book.sum("pub", "base_s", minus=("pay", "house"))
    book.ties.append(Tie("sum", "base_s", ("pay", "house", "pub")))
    book.rate("pay_h", "pay", "base_s")
    book.wan(out_l="398.27", eat="0.74", eat_l="1.12", eat_b="2.00")
    book.year("yo", "out", "out_l")
    book.year("ye", "eat", "eat_l")
    book.rate("eat_x", "eat", "eat_b")
    book.count(post=18, civ=11, work=5)
    book.sum("staff", "civ", "work")
    book.rate("staff_x", "staff", "post")
    book.count(men=9)
    book.sum("women", "staff", minus=("men",))
    book.sum("staff", "men", "women")
    book.count(words=86, words_l=79, pics=412, copies=1200)
    book.year("yw", "words", "words_l")
    book.average("copy", "year", "copies")
    book.count(vp=12, vd=11, first=6, second=3)
    book.rate("v_x", "vd", "vp")
    book.sum("third", "vd", minus=("first", "second"))
    book.sum("vd", "first", "second", "third")
    book.average("v_each", "vill", "vd")
    book.count(pv="128.6", pv_l="97.4", posts=364, posts_p=300, video=52)
    book.year("yp", "pv", "pv_l")
    book.rate("posts_x", "posts", "posts_p")
    book.sum("text", "posts", minus=("video",))
    book.rate("video_h", "video", "posts")
    book.count(lect=24, lect_p=20, aud=3860, stu=2515)
    book.average("aud_e", "aud", "lect")
    book.rate("lect_x", "lect", "lect_p")
    book.rate("stu_h", "stu", "aud")
    book.sum("adult", "aud", minus=("stu",))
    book.count(use=286, lend=1742, give=655)
    book.sum("served", "use", "lend")
    book.count(q=150, qb=146, q1=98, q2=40)
    book.rate("qb_x", "qb", "q")
    book.sum("q12", "q1", "q2")
    book.rate("q_x", "q12", "qb")
    book.sum("q3", "qb", minus=("q12",))
    book.count(a0="9.7", a1="37.6", a2="28", a3="9.4", a4="9.5")
    book.sum("a", "a0", "a1", "a2", "a3", "a4")
    book.count(a_l="92.8")
    book.year("ya", "a", "a_l")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper(
        "gazetteer_prose_2022",
        _books(),
        expected={"C01": "spending is told under 基本情况, where no heading says 支出"},
    )
    paper.title("市地方志编纂中心2022年度整体绩效自评报告")
    paper.p("市财政局：")
    paper.p(
        "按照《关于开展2022年度市级部门绩效自评的通知》要求，我中心对2022年度整体支出绩效开展了自评，现将有关情况报告如下："
    )
    paper.h("一、基本情况")
    paper.p(
        "市地方志编纂中心是市政府直属公益一类事业单位，内设综合科、志书科、年鉴科、方志馆管理科4个科室。核定编制{post:n}名，年末实有{staff:n}人，其中参照公务员法管理人员{civ:n}人、工勤和专业技术人员{work:n}人，编制使用率{staff_x:p1}%；男{men:n}人、女{women:n}人；具有研究生学历的6人，比上年增加1人；平均年龄四十三岁。"
    )
    paper.p(
        "年初部门预算{ini:w2}万元，其中基本支出预算{base_b:w2}万元，项目支出预算{proj_b:w2}万元；年中因人员正常晋升晋档追加基本支出{add:w2}万元，调整后预算{bud:w2}万元。全年实际支出{out:w2}万元，完成调整预算的{out_x:p1}%，未完成{left:w2}万元，全部由市财政收回。与上年支出{out_l:w2}万元相比，{yo:增加/减少}{yo.d:w2}万元，{yo:增长/下降}{yo.g:p1}%。"
    )
    paper.p(
        "支出中，基本支出{base_s:w2}万元，包括工资福利和社会保障缴费{pay:w2}万元（占基本支出的{pay_h:p1}%）、住房公积金{house:w2}万元、公用经费{pub:w2}万元；项目支出{proj_s:w2}万元，为项目预算的{proj_x:p1}%，剩余{proj_r:w2}万元。项目支出用于年鉴编纂出版、村志编修、数字方志馆运维、方志文化进校园四个方面，前三个方面分别支出{year:w2}万元、{vill:w2}万元和{web:w2}万元，上述三项合计{three:w2}万元，方志文化进校园支出{school:w2}万元。"
    )
    paper.p(
        "公务接待费预算{eat_b:w2}万元，支出{eat:w2}万元，为预算的{eat_x:p1}%，比上年{eat_l:w2}万元{ye:增加/减少}{ye.d:w2}万元，{ye:增长/下降}{ye.g:p1}%。单位无公务用车，全年没有因公出国（境）支出。"
    )
    paper.h("二、绩效目标完成情况")
    paper.p(
        "一是年鉴编纂提质增速。《市年鉴（2022）》于9月出版，比上年提前22天，全书{words:n}万字，比上卷的{words_l:n}万字{yw:增加/减少}{yw.d:n}万字，收录图片{pics:n}幅；印制{copies:n}册，平均每册成本{copy:y0}元（含编审、设计费用）。指导7个县（市、区）出版年鉴，其中5部为当年卷，实现“一年一鉴”全覆盖的目标仍差2个县。"
    )
    paper.p(
        "二是村志编修稳步推进。计划完成村志{vp:n}部，实际完成{vd:n}部，完成率{v_x:p1}%，未完成的一部因主编生病推迟到2023年3月交稿。完成的村志中，已出版{first:n}部、已付印{second:n}部、通过终审{third:n}部；平均每部补助{v_each:w2}万元，按照合同规定，尚有两成尾款待出版后支付。"
    )
    paper.p(
        "三是数字方志馆影响扩大。全年网站和公众号访问量{pv:n1}万人次，上年为{pv_l:n1}万人次，{yp:增长/下降}{yp.g:p1}%；发布信息{posts:n}条，为计划{posts_p:n}条的{posts_x:p1}%，其中图文{text:n}条、短视频{video:n}条，短视频占{video_h:p1}%。点击量超过1万次的有18条，超过10万次的有2条。馆藏数字化资源累计达到1.1万册（件），本年新增约900册（件）。"
    )
    paper.p(
        "四是方志文化进校园进社区。举办讲座{lect:n}场，完成计划{lect_p:n}场的{lect_x:p1}%，听众{aud:n}人次，场均{aud_e:r0}人次，其中学生{stu:n}人次，占{stu_h:p1}%，社区居民等{adult:n}人次。编印乡土教材《我们的家乡》3000册，发放到12所学校，每校200至300册。"
    )
    paper.p(
        "五是读志用志服务。方志馆接待查阅{use:n}人次，借阅志书{lend:n}册次，两者合计{served:n}；向机关、高校赠书{give:n}册。为全市“十四五”文旅规划、历史建筑普查等提供资料46份，被采用31份。"
    )
    paper.h("三、满意度情况")
    paper.p(
        "面向读者和供稿单位发放问卷{q:n}份，收回有效问卷{qb:n}份，有效回收率{qb_x:p1}%。评价为“满意”的{q1:n}份，“比较满意”的{q2:n}份，两者共{q12:n}份，满意率{q_x:p1}%，其余{q3:n}份为“一般”，没有“不满意”。"
    )
    paper.h("四、自评得分")
    paper.p(
        "本年度自评{a:s1z}分，上年为{a_l:s1z}分，{ya:提高/下降}{ya.d:s1z}分。具体为：预算执行{a0:s1z}分，产出{a1:s1z}分，效益{a2:s1z}分，满意度{a3:s1z}分，管理效率{a4:s1z}分。"
    )
    paper.h("五、存在的不足和改进的打算")
    paper.p(
        "主要不足：村志编修进度不平衡；项目经费年底集中支付，第四季度支出占全年项目支出的一半以上；短视频制作力量薄弱。2023年，由志书科对每部村志确定月度进度，6月底前完成率不低于50%；由综合科按季度通报经费执行情况，9月底执行率不低于75%。"
    )
    return paper
