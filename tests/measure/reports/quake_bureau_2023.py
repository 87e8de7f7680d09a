"""An earthquake bureau, 2023: funds by function and by class, fixed assets, stations, indicators with weights and reasons of deduction, grades in words."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper
from tests.measure.words import from_words, scored

# Function: budget, settled, settled of last year (万元).
_USES = {
    "adm": ("486.20", "502.37", "478.65"),
    "watch": ("268.00", "241.85", "215.40"),
    "fore": ("96.50", "96.50", "88.20"),
    "teach": ("42.00", "36.18", "39.75"),
    "pens": ("71.34", "69.82", "64.17"),
    "ill": ("38.46", "38.12", "35.90"),
    "home": ("52.18", "53.64", "49.28"),
}
_CARS = {"trip": ("0", "0"), "car": ("16.80", "15.94"), "guest": ("5.20", "3.47")}


def _books() -> Book:
    book = Book()
    for key, (plan, now, last) in _USES.items():
        book.wan(**{f"{key}_b": plan, f"{key}_s": now, f"{key}_l": last})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.sum(f"{key}_d", f"{key}_s", minus=(f"{key}_l",))
    for end in "bsl":
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in _USES))
    book.sum("t_d", *(f"{key}_d" for key in _USES))
    book.rate("t_x", "t_s", "t_b")
    book.year("yt", "t_s", "t_l")
    for key in _USES:
        book.rate(f"{key}_h", f"{key}_s", "t_s")
    book.wan(more="31.40")
    book.sum("full", "t_b", "more")
    book.rate("x", "t_s", "full")
    book.sum("left", "full", minus=("t_s",))
    book.sum("proj", "watch_s", "fore_s", "teach_s")
    book.sum("basic", "adm_s", "pens_s", "ill_s", "home_s")
    book.sum("t_s", "basic", "proj")
    book.rate("basic_h", "basic", "t_s")
    book.wan(office="86.25")
    book.sum("people", "basic", minus=("office",))
    for key, (plan, now) in _CARS.items():
        book.wan(**{f"{key}_p": plan, f"{key}_n": now})
    for end in "pn":
        book.sum(f"three_{end}", *(f"{key}_{end}" for key in _CARS))
    book.sum("three_r", "three_p", minus=("three_n",))
    book.rate("three_x", "three_n", "three_p")
    book.wan(three_l="20.36")
    book.year("y3", "three_n", "three_l")
    book.wan(asset_0="2864.35", asset_in="186.40", asset_out="52.75", worn="1368.92")
    book.sum("asset_1", "asset_0", "asset_in", minus=("asset_out",))
    book.sum("net", "asset_1", minus=("worn",))
    book.count(posts=38, staff=35, men=24, women=11, young=13)
    book.sum("staff", "men", "women")
    book.rate("young_h", "young", "staff")
    book.rate("posts_x", "staff", "posts")
    book.average("people_e", "people", "staff")
    book.count(stations=47, seismo=18, fluid=13, shape=9, strong=7, hours="411720", run_n="407891")
    book.sum("stations", "seismo", "fluid", "shape", "strong")
    book.rate("run_x", "run_n", "hours")
    book.count(events=186, events_l=214, over=9, two=63, report=86, intime=85)
    book.year("ye", "events", "events_l")
    book.sum("one", "events", minus=("over", "two"))
    book.rate("time_x", "intime", "report")
    book.count(checks=64, found=118, cured=112, fines=3, schools=210, drilled=210, viewers=26840)
    book.sum("open", "found", minus=("cured",))
    book.rate("cure_x", "cured", "found")
    book.count(zones=9, zones_plan=8)
    book.rate("zone_x", "zones", "zones_plan")
    book.count(asked=500, know=413, know_l="0.794")
    book.rate("know_x", "know", "asked")
    book.points("yk", "know_x", "know_l")
    book.count(units=120, back=116, fine=98, good=14, fair=4)
    book.sum("back", "fine", "good", "fair")
    book.sum("like", "fine", "good")
    book.rate("like_x", "like", "back")
    scored(book, "w", "6 4 10 5 5 15 10 10 5 12 8 10", (2, 3, 4, 2, 1))
    scored(book, "g", "6 3.5 9.71 4.5 5 14.5 10 9.5 4.6 11.2 8 9.6", (2, 3, 4, 2, 1))
    for n in range(12):
        book.sum(f"k{n}", f"w{n}", minus=(f"g{n}",))
        book.rate(f"r{n}", f"g{n}", f"w{n}")
    for letter in "abcde":
        book.sum(f"k_{letter}", f"w_{letter}", minus=(f"g_{letter}",))
        book.rate(f"r_{letter}", f"g_{letter}", f"w_{letter}")
    book.sum("lost", "w_all", minus=("g_all",))
    book.sum("lost", *(f"k_{letter}" for letter in "abcde"))
    book.rate("r_all", "g_all", "w_all")
    return book


def build() -> Paper:
    """Return the report."""
    return from_words("quake_bureau_2023", _books())
