"""A township's veterinary station, 2020: a page of prose, small money, ①②③, per mille, tenths in words, heads of animals."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper


def _books() -> Book:
    book = Book()
    book.yuan(fin="426800", sub="153600", self_="18240")
    book.sum("inc", "fin", "sub", "self_")
    book.yuan(pay="318420", off="46175", vac="98630", men="108000", dead="14850")
    book.sum("exp", "pay", "off", "vac", "men", "dead")
    book.sum("rest", "inc", minus=("exp",))
    book.yuan(exp_l="561390", off_l="49820")
    book.year("ye", "exp", "exp_l")
    book.year("yo", "off", "off_l")
    book.count(men_n=15)
    book.yuan(men_m="600")
    book.average("men_each", "men", "men_n")
    book.count(pig=18420, ox=2316, goat=7854)
    book.count(pig_v=18236, ox_v=2316, goat_v=7751)
    for key in ("pig", "ox", "goat"):
        book.rate(f"{key}_x", f"{key}_v", key)
    book.sum("all_v", "pig_v", "ox_v", "goat_v")
    book.count(blood=240, blood_ok=221)
    book.rate("blood_x", "blood_ok", "blood")
    book.count(dead_n=297)
    book.average("dead_each", "dead", "dead_n")
    book.count(kill=5127, kill_bad=16)
    book.sum("kill_ok", "kill", minus=("kill_bad",))
    book.count(s1=2468, s2=2659)
    book.sum("kill", "s1", "s2")
    book.count(farm=213, big=12, mid=47)
    book.sum("small", "farm", minus=("big", "mid"))
    book.sum("farm", "big", "mid", "small")
    book.count(ask=60, yes=56)
    book.rate("yes_x", "yes", "ask")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("vet_station_prose_2020", _books())
    paper.title("双桥镇畜牧兽医站2020年财政支出绩效自评报告")
    paper.p("根据县财政局通知要求，我站对2020年财政资金使用情况进行了自评，情况如下：")
    paper.p(
        "一、基本情况。我站为镇属公益性事业单位，编制7名，在岗6人，其中兽医技术人员4人，女职工2人，另聘村级防疫员{men_n:n}名。辖区养殖户{farm:n}户：规模场{big:n}户，专业户{mid:n}户，散养户{small:n}户。",
    )
    paper.p(
        "二、收支情况。全年收入{inc:y0}元：财政拨款{fin:y0}元，上级补助{sub:y0}元，检疫等事业收入{self_:y0}元。全年支出{exp:y0}元，比上年{exp_l:y0}元{ye:多支出/少支出}{ye.d:y0}元，{ye:增长/下降}{ye.g:p2}%。支出去向：①人员工资{pay:y0}元；②办公经费{off:y0}元，比上年{off_l:y0}元{yo:增加/减少}{yo.d:y0}元，{yo:增长/下降}{yo.g:p2}%；③疫苗和防疫物资{vac:y0}元；④村级防疫员补助{men:y0}元，人均{men_each:y0}元（每人每月{men_m:y0}元）；⑤病死畜禽无害化处理{dead:y0}元。年末结余{rest:y0}元，结转下年使用。",
    )
    paper.p(
        "三、工作完成情况。一是强制免疫。春秋两季共免疫{all_v:n}头（只），其中生猪应免{pig:n}头、实免{pig_v:n}头，免疫密度{pig_x:p1}%；牛应免{ox:n}头、实免{ox_v:n}头，免疫密度{ox_x:p0}%；羊应免{goat:n}只、实免{goat_v:n}只，免疫密度{goat_x:p1}%。抽检血清{blood:n}份，合格{blood_ok:n}份，合格率{blood_x:p1}%，高于国家70%的要求。二是检疫。全年产地检疫生猪{kill:n}头，上半年{s1:n}头，下半年{s2:n}头，检出不合格{kill_bad:n}头，合格{kill_ok:n}头，不合格率控制在5‰以内。三是无害化处理。处理病死猪{dead_n:n}头，每头补助{dead_each:y0}元。四是非洲猪瘟排查。每周一次，全镇九成以上的养殖户实现了视频巡查，没有发生疫情。",
    )
    paper.p(
        "四、满意度。走访养殖户{ask:n}户，满意{yes:n}户，满意率{yes_x:p1}%。全年接到举报电话3个，均当日办结。联系电话：0735-6621088。"
    )
    paper.p("五、自评结果。自评94分，评为“优秀”等次。")
    paper.p(
        "六、问题和打算。防疫员年龄偏大，15人中60岁以上的有9人；冷链冰箱只有2台，夏季不够用。2021年打算申请资金3万元添置冰箱，3月底前完成防疫员补充，按时公开自评结果。"
    )
    return paper
