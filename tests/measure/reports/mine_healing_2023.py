"""Healing old mines over three years, 2021 to 2023: plan and outlay by years and sources, lots with contracts and audits, rows turned to columns."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper
from tests.measure.words import from_words, scored

# Year: plan of centre, province, county; spent.
_YEARS = {
    "a": ("1600.00", "400.00", "180.00", "1425.36"),
    "b": ("2400.00", "600.00", "260.00", "2687.90"),
    "c": ("1000.00", "500.00", "360.00", "2738.45"),
}
# Lot: control price, contract, audited, hectares planned, healed.
_LOTS = {
    "l": ("2186.40", "1968.35", "1946.82", "68.40", "68.40"),
    "m": ("1752.60", "1610.28", "1588.05", "52.16", "53.02"),
    "n": ("1498.25", "1362.90", "1370.46", "47.85", "47.20"),
    "o": ("1063.80", "978.66", "942.17", "31.59", "31.59"),
}


def _books() -> Book:
    book = Book()
    for key, (cen, prov, cty, spent) in _YEARS.items():
        book.wan(**{f"{key}_c": cen, f"{key}_v": prov, f"{key}_y": cty, f"{key}_s": spent})
        book.sum(f"{key}_p", f"{key}_c", f"{key}_v", f"{key}_y")
    for end in "cvyps":
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in _YEARS))
    book.sum("ab_p", "a_p", "b_p")
    book.sum("ab_s", "a_s", "b_s")
    book.sum("old", "ab_p", minus=("ab_s",))
    book.sum("have", "old", "c_p")
    book.sum("rest", "have", minus=("c_s",))
    book.sum("rest", "t_p", minus=("t_s",))
    book.rate("c_x", "c_s", "have")
    book.rate("t_x", "t_s", "t_p")
    for key in "cvy":
        book.rate(f"t_{key}h", f"t_{key}", "t_p")
    book.wan(c_cs="1986.72", c_vs="486.30")
    book.sum("c_ys", "c_s", minus=("c_cs", "c_vs"))
    for key, (price, deal, audit, plan, done) in _LOTS.items():
        book.wan(**{f"{key}_k": price, f"{key}_d": deal, f"{key}_u": audit})
        book.count(**{f"{key}_h": plan, f"{key}_g": done})
        book.sum(f"{key}_r", f"{key}_k", minus=(f"{key}_d",))
        book.rate(f"{key}_x", f"{key}_r", f"{key}_k")
        book.sum(f"{key}_z", f"{key}_u", minus=(f"{key}_d",))
    for end in "kduhgrz":
        book.sum(f"q_{end}", *(f"{key}_{end}" for key in _LOTS))
    book.rate("q_x", "q_r", "q_k")
    book.rate("area_x", "q_g", "q_h")
    book.wan(sent="5963.84")
    book.sum("cut", "sent", minus=("q_u",))
    book.rate("cut_x", "cut", "sent")
    book.wan(q_paid="5698.24", design="486.90", super="312.57", check="198.00")
    book.wan(land="156.00")
    book.sum("t_s", "q_paid", "design", "super", "check", "land")
    book.rate("paid_h", "q_paid", "t_s")
    book.rate("paid_x", "q_paid", "q_u")
    book.sum("due", "q_u", minus=("q_paid",))
    book.average("each", "q_u", "q_g")
    book.count(wood="86.35", grass="58.74", field="32.60", water="22.52")
    book.sum("q_g", "wood", "grass", "field", "water")
    for key in ("wood", "grass", "field"):
        book.rate(f"{key}_h", key, "q_g")
    book.count(mines=37, mines_21=9, mines_22=16, mines_23=12, good=35)
    book.sum("mines", "mines_21", "mines_22", "mines_23")
    book.rate("good_x", "good", "mines")
    book.count(green_l="0.3162", green="0.7845", dirt="4.86", dirt_l="11.27", trees="268400", lived="245318")
    book.points("yg", "green", "green_l")
    book.year("yd", "dirt", "dirt_l")
    book.rate("live_x", "lived", "trees")
    book.count(asked=260, glad=219, soso=31, no=10)
    book.sum("asked", "glad", "soso", "no")
    book.sum("pleased", "glad", "soso")
    book.rate("glad_x", "pleased", "asked")
    scored(book, "w", "10 12 8 10 5 10 5 10 10 10 10", (1, 6, 3, 1))
    scored(book, "g", "8.59 12 8 9.5 5 8 5 10 9 10 9.5", (1, 6, 3, 1))
    book.sum("lost", "w_all", minus=("g_all",))
    return book


def build() -> Paper:
    """Return the report."""
    return from_words("mine_healing_2023", _books(), styled=True)
