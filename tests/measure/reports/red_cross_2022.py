"""A city's Red Cross, 2022: gifts of money and goods beside the budget, balances, yuan beside 万元, contents, 三公, a form of the whole unit."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper
from tests.measure.words import from_words, scored

_PROJECTS = {
    "a": ("48.00", "46.83"),
    "b": ("62.50", "62.50"),
    "c": ("35.00", "28.76"),
    "d": ("20.00", "19.42"),
}
# Gifts: at the beginning, received, used (元).
_GIFTS = {
    "cash": ("863245.18", "2174960.50", "2386120.00"),
    "aim": ("1240600.00", "3658200.00", "3951480.60"),
    "goods": ("185320.00", "1526840.00", "1634900.00"),
}


def _books() -> Book:
    book = Book()
    book.wan(wage="186.42", bonus="54.30", insure="41.86", home="22.15", office="38.74", retired="6.28")
    book.sum("people", "wage", "bonus", "insure", "home", "retired")
    book.sum("basic", "people", "office")
    book.wan(basic_0="352.16", basic_m="8.40", proj_m="12.50", proj_0="153.00")
    book.sum("basic_b", "basic_0", "basic_m")
    book.sum("proj_b", "proj_0", "proj_m")
    for key, (plan, spent) in _PROJECTS.items():
        book.wan(**{f"{key}_b": plan, f"{key}_s": spent})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_s",))
    book.sum("proj_b", *(f"{key}_b" for key in _PROJECTS))
    book.sum("proj", *(f"{key}_s" for key in _PROJECTS))
    book.sum("proj_r", "proj_b", minus=("proj",))
    book.sum("start", "basic_0", "proj_0")
    book.sum("more", "basic_m", "proj_m")
    book.sum("full", "start", "more")
    book.sum("full", "basic_b", "proj_b")
    book.sum("paid", "basic", "proj")
    book.sum("left", "full", minus=("paid",))
    book.rate("x", "paid", "full")
    book.rate("basic_x", "basic", "basic_b")
    book.rate("proj_x", "proj", "proj_b")
    book.rate("basic_h", "basic", "paid")
    book.rate("proj_h", "proj", "paid")
    book.rate("people_h", "people", "basic")
    book.wan(paid_l="472.95")
    book.year("yp", "paid", "paid_l")
    book.wan(car_b="4.00", car="3.26", car_l="3.61", guest_b="1.50", guest="0.87", guest_l="0.64")
    book.sum("trip_b", "car_b", "guest_b")
    book.sum("trip", "car", "guest")
    book.sum("trip_l", "car_l", "guest_l")
    book.rate("trip_x", "trip", "trip_b")
    for key in ("trip", "car", "guest"):
        book.year(f"y_{key}", key, f"{key}_l")
    for key, (begin, came, used) in _GIFTS.items():
        book.yuan(**{f"{key}_0": begin, f"{key}_i": came, f"{key}_o": used})
        book.sum(f"{key}_1", f"{key}_0", f"{key}_i", minus=(f"{key}_o",))
    for end in "0io1":
        book.sum(f"g_{end}", *(f"{key}_{end}" for key in _GIFTS))
    book.sum("g_1", "g_0", "g_i", minus=("g_o",))
    book.rate("use_x", "g_o", "g_i")
    book.yuan(gift_l="6128450.00", poor="1486000.00", study="865500.60", ill="1245980.00")
    book.year("ygift", "g_i", "gift_l")
    book.sum("plague", "g_o", minus=("poor", "study", "ill"))
    for key in ("poor", "study", "ill", "plague"):
        book.rate(f"{key}_h", key, "g_o")
    book.count(poor_n=1236, study_n=288, ill_n=97)
    book.average("poor_e", "poor", "poor_n")
    book.count(class_n=186, aid_n=6842, aid_p=6000, card_n=5961, public_n="43260", public_l="38715")
    book.rate("aid_x", "aid_n", "aid_p")
    book.rate("card_x", "card_n", "aid_n")
    book.year("ypub", "public_n", "public_l")
    book.count(aed=126, aed_new=34, aed_l=92, marrow=318, marrow_p=300, body=46, eyes=17)
    book.sum("aed", "aed_l", "aed_new")
    book.rate("marrow_x", "marrow", "marrow_p")
    book.count(posts=16, civil=11, public=4, old=7, sent=300, back=291, glad=284)
    book.sum("staff", "civil", "public")
    book.sum("free", "posts", minus=("staff",))
    book.rate("back_x", "back", "sent")
    book.rate("glad_x", "glad", "back")
    scored(book, "w", "10 10 8 8 8 8 8 10 10 10 10", (1, 6, 3, 1))
    scored(book, "g", "9.64 10 8 8 8 7.2 8 9.5 10 9 9.8", (1, 6, 3, 1))
    book.sum("lost", "w_all", minus=("g_all",))
    return book


def build() -> Paper:
    """Return the report."""
    return from_words("red_cross_2022", _books(), styled=True)
