"""A county's forest fire office, 2017: small sums carried for two years, fires by cause and size, 亩 and 公顷, per mille, prose and one form."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper


def _books() -> Book:
    book = Book()
    book.wan(new="286.5", old16="32.8", old15="14.2")
    book.sum("old", "old16", "old15")
    book.sum("have", "new", "old")
    book.wan(crew="118.4", gear="74.6", belt="62.3", watch="31.7", drill="9.5")
    book.sum("out", "crew", "gear", "belt", "watch", "drill")
    book.sum("left", "have", minus=("out",))
    book.rate("out_x", "out", "have")
    book.wan(used16="32.8", used15="9.6")
    book.sum("used", "used16", "used15")
    book.sum("back", "old", minus=("used",))
    book.rate("used_x", "used", "old")
    for key in ("crew", "gear", "belt"):
        book.rate(f"{key}_h", key, "out")
    book.wan(out_l="271.9")
    book.year("yo", "out", "out_l")
    book.count(fires=11, fires_l=18, small=8, mid=3)
    book.year("yf", "fires", "fires_l")
    book.sum("fires", "small", "mid")
    book.count(grave=5, farm=4)
    book.sum("unk", "fires", minus=("grave", "farm"))
    book.sum("fires", "grave", "farm", "unk")
    book.rate("grave_h", "grave", "fires")
    book.count(burnt="52.6", burnt_l="94.3", wood="38.2")
    book.sum("bare", "burnt", minus=("wood",))
    book.sum("burnt", "wood", "bare")
    book.year("yb", "burnt", "burnt_l")
    book.average("per_fire", "burnt", "fires")
    book.count(men=64, pro=24, half=40)
    book.sum("men", "pro", "half")
    book.count(rang=428, rang_new=36, rang_off=21)
    book.sum("rang_l", "rang", "rang_off", minus=("rang_new",))
    book.sum("rang", "rang_l", "rang_new", minus=("rang_off",))
    book.count(km="46.5", km_n="28.0", km_m="18.5")
    book.sum("km", "km_n", "km_m")
    book.average("per_km", "belt", "km")
    book.count(blow=120, pump=18, kit=260)
    book.wan(blow_m="26.4", pump_m="34.2")
    book.sum("kit_m", "gear", minus=("blow_m", "pump_m"))
    book.sum("gear", "blow_m", "pump_m", "kit_m")
    book.average("blow_v", "blow_m", "blow")
    book.average("pump_v", "pump_m", "pump")
    book.count(alarm=63, alarm_ok=61)
    book.rate("alarm_x", "alarm_ok", "alarm")
    book.count(a=10, b=20, c=25, d=30, e=15, pa=10, pb="18.5", pc="23.5", pd=29, pe=14)
    book.sum("w0", "a", "b", "c", "d", "e")
    book.sum("p0", "pa", "pb", "pc", "pd", "pe")
    book.sum("off", "w0", minus=("p0",))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("forest_fire_2017", _books())
    paper.title("石阡岭县森林防火专项资金2017年度绩效自评报告")
    paper.p("县财政局：")
    paper.p("现将2017年度森林防火专项资金绩效自评情况报告如下。")
    paper.h("一、项目情况")
    paper.p(
        "全县林业用地286万亩，森林覆盖率68.4%，活立木蓄积量1120万立方米。县森林防火指挥部办公室下设专业扑火队{men:n}人，其中专职{pro:n}人、半专职{half:n}人；全县聘用护林员{rang:n}人，上年末为{rang_l:n}人，当年新聘{rang_new:n}人、解聘{rang_off:n}人，每人年补助6000元，由生态护林员资金列支，不在本项目内。",
    )
    paper.h("二、资金情况")
    paper.p(
        "2017年预算安排{new:w1}万元，上年及以前年度结转{old:w1}万元（2016年结转{old16:w1}万元、2015年结转{old15:w1}万元），可用资金{have:w1}万元。全年支出{out:w1}万元，占可用资金的{out_x:p1}%，余额{left:w1}万元。比2016年支出{out_l:w1}万元{yo:增加/减少}{yo.d:w1}万元，{yo:增长/下降}{yo.g:p1}%。",
        "结转资金当年使用{used:w1}万元（2016年结转的{used16:w1}万元全部用完，2015年结转的用了{used15:w1}万元），消化率{used_x:p1}%，其余{back:w1}万元超过两年，由县财政收回。",
    )
    paper.p(
        "支出方向：一是专业扑火队经费{crew:w1}万元，占{crew_h:p1}%；二是物资装备购置{gear:w1}万元，占{gear_h:p1}%；三是生物防火林带{belt:w1}万元，占{belt_h:p1}%；四是瞭望监测{watch:w1}万元；五是宣传演练{drill:w1}万元。",
        "物资装备中，购风力灭火机{blow:n}台{blow_m:w1}万元（均价{blow_v:y0}元），高压水泵{pump:n}台{pump_m:w1}万元（均价{pump_v:y0}元），个人防护装备260套{kit_m:w1}万元。",
    )
    paper.h("三、绩效情况")
    paper.p(
        "（一）火灾指标。全年发生森林火灾{fires:n}起，比上年{fires_l:n}起{yf:增加/减少}{yf.d:n}起，{yf:上升/下降}{yf.g:p1}%，未发生重大以上火灾。按等级：一般火灾{small:n}起，较大火灾{mid:n}起；按起因：祭祀用火{grave:n}起（占{grave_h:p1}%），农事用火{farm:n}起，未查明{unk:n}起。过火面积{burnt:n1}公顷，其中有林地{wood:n1}公顷、荒山荒地{bare:n1}公顷，比上年{burnt_l:n1}公顷{yb:增加/减少}{yb.d:n1}公顷，{yb:上升/下降}{yb.g:p1}%；平均每起{per_fire:n1}公顷。森林火灾受害率0.2‰，低于1‰的省定控制指标。",
    )
    paper.p(
        "（二）建设指标。营造和抚育生物防火林带{km:n1}公里，其中新造{km_n:n1}公里、抚育{km_m:n1}公里，平均每公里投入{per_km:w2}万元。卫星热点{alarm:n}个，2小时内核查反馈{alarm_ok:n}个，及时率{alarm_x:p1}%。火灾24小时扑灭率100%。",
    )
    paper.p("（三）满意度。随机走访林区群众，九成以上表示满意。")
    paper.h("四、评分")
    paper.table(
        (24, 10, 10, 30),
        "评价内容|分值|得分|扣分说明",
        "项目立项|{a:s0}|{pa:s1z}|",
        "资金落实与管理|{b:s0}|{pb:s1z}|结转资金未及时使用",
        "产出|{c:s0}|{pc:s1z}|林带抚育质量不高",
        "效果|{d:s0}|{pd:s1z}|较大火灾3起",
        "满意度|{e:s0}|{pe:s1z}|样本偏少",
        "合计|{w0:s0}|{p0:s1z}|共扣{off:s1z}分",
    )
    paper.h("五、问题和建议")
    paper.p(
        "2015年结转资金因项目变更未能用完；水泵数量距每乡镇2台的标准还差6台。建议2018年增加装备资金20万元，6月底前完成招标采购；健全结转资金清理制度，县防火办每季度对账一次。自评结果在县政府网公开。"
    )
    return paper
