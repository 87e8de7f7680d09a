"""Sampling of food, 2023: batches by tasks and by links of the chain, rates of what failed, prices of two agents, goods traced, negative goals."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper
from tests.measure.words import from_words, scored

# Task: batches planned, done, failed; price a batch (元).
_TASKS = {
    "nat": ("320", "320", "9", "1150"),
    "prov": ("460", "463", "11", "920"),
    "city": ("1200", "1226", "34", "800"),
    "farm": ("620", "641", "27", "620"),
}
# Link: batches, failed.
_LINKS = {"make": ("538", "8"), "sell": ("1362", "46"), "eat": ("750", "27")}
_FOODS = {
    "veg": ("742", "31"),
    "fish": ("318", "19"),
    "cake": ("286", "6"),
    "dish": ("264", "13"),
    "rest": ("1040", "12"),
}


def _books() -> Book:
    book = Book()
    for key, (plan, done, bad, price) in _TASKS.items():
        book.count(**{f"{key}_p": plan, f"{key}_n": done, f"{key}_b": bad})
        book.yuan(**{f"{key}_e": price})
        book.product(f"{key}_s", f"{key}_e", f"{key}_n")
        book.rate(f"{key}_c", f"{key}_n", f"{key}_p")
        book.rate(f"{key}_x", f"{key}_b", f"{key}_n")
    for end in "pnbs":
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in _TASKS))
    book.rate("t_c", "t_n", "t_p")
    book.rate("t_x", "t_b", "t_n")
    book.sum("good", "t_n", minus=("t_b",))
    book.rate("good_x", "good", "t_n")
    for names in (_LINKS, _FOODS):
        for key, (done, bad) in names.items():
            book.count(**{f"{key}_n": done, f"{key}_b": bad})
            book.rate(f"{key}_x", f"{key}_b", f"{key}_n")
        for end in "nb":
            book.sum(f"t_{end}", *(f"{key}_{end}" for key in names))
    book.count(n_l=2418, b_l=83)
    book.rate("x_l", "b_l", "n_l")
    book.points("yx", "t_x", "x_l")
    book.year("yn", "t_n", "n_l")
    book.wan(cen="36.80", prov="48.00", city="150.00", city_m="12.00")
    book.sum("start", "cen", "prov", "city")
    book.sum("full", "start", "city_m")
    book.sum("city_1", "city", "city_m")
    book.wan(buy="18.64", quick="6.72", ads="3.15")
    book.sum("paid", "t_s", "buy", "quick", "ads")
    book.sum("left", "full", minus=("paid",))
    book.rate("x", "paid", "full")
    book.rate("test_h", "t_s", "paid")
    book.wan(paid_l="216.35")
    book.year("yp", "paid", "paid_l")
    book.wan(one="128.4260")
    book.sum("two", "t_s", minus=("one",))
    book.rate("one_h", "one", "t_s")
    book.rate("two_h", "two", "t_s")
    book.average("each", "t_s", "t_n")
    book.count(folk="68.42")
    book.average("per", "t_n", "folk")
    book.count(cases=81, ended=78, fined=64, warned=14, moved=2, kg="1286.5", kg_all="1342.8")
    book.sum("ended", "fined", "warned")
    book.sum("open", "cases", minus=("ended",))
    book.rate("case_x", "ended", "cases")
    book.rate("kg_x", "kg", "kg_all")
    book.wan(fine="86.45", gain="3.27")
    book.sum("money", "fine", "gain")
    book.count(quick_n=18640, quick_b=93, posts=2650, posted=2650, events=1)
    book.rate("quick_x", "quick_b", "quick_n")
    book.count(again=81, again_ok=79)
    book.rate("again_x", "again_ok", "again")
    book.count(asked=1200, know=1086, glad=1027)
    book.rate("know_x", "know", "asked")
    book.rate("glad_x", "glad", "asked")
    scored(book, "w", "10 12 12 10 8 8 10 10 10 10", (1, 5, 3, 1))
    scored(book, "g", "9.96 12 12 9.63 8 8 10 8.5 10 8.56", (1, 5, 3, 1))
    book.sum("lost", "w_all", minus=("g_all",))
    return book


def build() -> Paper:
    """Return the report."""
    return from_words("food_tests_2023", _books())
