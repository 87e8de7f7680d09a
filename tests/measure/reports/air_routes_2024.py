"""Subsidies to air routes, 2024: flights times a price of each route, load factors in points, ranks, what was deducted, two halves of a year."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper
from tests.measure.words import from_words, scored

# Route: flights planned, flown, subsidy a flight (元), deducted (万元), passengers, seats.
_ROUTES = {
    "a": ("728", "712", "18500", "0", "84672", "113920"),
    "b": ("416", "405", "26000", "13.00", "47385", "64800"),
    "c": ("312", "286", "31200", "18.72", "28457", "45760"),
    "d": ("208", "208", "22800", "0", "25168", "33280"),
    "e": ("156", "121", "28600", "42.90", "11737", "19360"),
}


def _books() -> Book:
    book = Book()
    for key, (plan, flown, each, less, people, seats) in _ROUTES.items():
        book.count(**{f"{key}_p": plan, f"{key}_f": flown, f"{key}_h": people, f"{key}_s": seats})
        book.yuan(**{f"{key}_e": each})
        book.wan(**{f"{key}_k": less})
        book.product(f"{key}_d", f"{key}_e", f"{key}_f")
        book.sum(f"{key}_m", f"{key}_d", minus=(f"{key}_k",))
        book.rate(f"{key}_x", f"{key}_f", f"{key}_p")
        book.rate(f"{key}_l", f"{key}_h", f"{key}_s")
    for end in "pfhsdkm":
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in _ROUTES))
    book.rate("t_x", "t_f", "t_p")
    book.rate("t_l", "t_h", "t_s")
    book.sum("t_n", "t_p", minus=("t_f",))
    book.rate("off_x", "t_n", "t_p")
    book.count(wind=41, army=38)
    book.sum("other_n", "t_n", minus=("wind", "army"))
    book.count(l_last="0.6835")
    book.points("yl", "t_l", "l_last")
    book.wan(b0="4800.00", city_0="3600.00", zone_0="1200.00", cut="320.00", free="85.60")
    book.sum("b0", "city_0", "zone_0")
    book.sum("b1", "b0", minus=("cut",))
    book.sum("city_1", "city_0", minus=("cut",))
    book.sum("b1", "city_1", "zone_0")
    book.sum("paid", "t_m", "free")
    book.sum("left", "b1", minus=("paid",))
    book.rate("x", "paid", "b1")
    book.rate("route_h", "t_m", "paid")
    book.rate("free_h", "free", "paid")
    book.wan(h1="1986.40", paid_l="4127.35")
    book.sum("h2", "paid", minus=("h1",))
    book.rate("h1_x", "h1", "b1")
    book.year("yp", "paid", "paid_l")
    book.average("each", "t_m", "t_h")
    book.count(all_n="1264318", all_l="1098745", out="642105", take=10836, take_l=9764, plan_n="1200000")
    book.sum("in_n", "all_n", minus=("out",))
    book.year("yn", "all_n", "all_l")
    book.year("yt", "take", "take_l")
    book.rate("all_x", "all_n", "plan_n")
    book.rate("share", "t_h", "all_n")
    book.count(cargo="3286.4", cargo_l="3517.9", ontime=9126, cities=23, cities_l=19, new=6, gone=2)
    book.year("yc", "cargo", "cargo_l")
    book.rate("on_x", "ontime", "take")
    book.sum("cities", "cities_l", "new", minus=("gone",))
    book.count(asked=620, back=598, glad=561)
    book.rate("back_x", "back", "asked")
    book.rate("glad_x", "glad", "back")
    scored(book, "w", "10 10 10 10 10 10 10 10 10 10", (1, 5, 3, 1))
    scored(book, "g", "9.14 10 9.45 9 10 10 10 8.5 10 9.8", (1, 5, 3, 1))
    book.sum("lost", "w_all", minus=("g_all",))
    return book


def build() -> Paper:
    """Return the report."""
    return from_words("air_routes_2024", _books())
