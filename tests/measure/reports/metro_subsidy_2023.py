"""A metro's subsidy, 2023: 亿元 with four decimals, cost a car-kilometre, a coefficient of service, three years by columns, ranks, lines."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper
from tests.measure.words import from_words, scored

# Line: car-kilometres (万), passengers (万), income of tickets (万元), kilometres.
_LINES = {
    "one": ("2864.30", "8642.15", "21346.50", "31.60"),
    "two": ("2215.80", "6318.40", "15278.36", "26.90"),
    "four": ("1248.60", "2147.85", "4986.12", "22.45"),
}
# Year: cost, income, subsidy due (万元).
_YEARS = {"a": ("98640.25", "38452.10"), "b": ("102875.64", "33618.75"), "c": ("", "")}
_COSTS = {
    "wage": "52318.46",
    "power": "18675.30",
    "mend": "21460.85",
    "run": "9872.40",
    "safe": "6438.72",
    "office": "3126.15",
}


def _books() -> Book:
    book = Book()
    for key, (cars, people, fare, km) in _LINES.items():
        book.count(**{f"{key}_k": km})
        book.wan(**{f"{key}_c": cars, f"{key}_h": people, f"{key}_f": fare})
        book.average(f"{key}_p", f"{key}_f", f"{key}_h")
    for end in "chkf":
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in _LINES))
    for key in _LINES:
        book.rate(f"{key}_x", f"{key}_h", "t_h")
    book.count(days=365)
    book.wan(h_l="14286.30", c_l="6185.42")
    book.average("day", "t_h", "days")
    book.year("yh", "t_h", "h_l")
    book.year("yc", "t_c", "c_l")
    book.wan(ads="3842.60", rent="1975.35")
    book.sum("other", "ads", "rent")
    book.sum("c_i", "t_f", "other")
    book.rate("fare_x", "t_f", "c_i")
    book.rate("other_x", "other", "c_i")
    for key, amount in _COSTS.items():
        book.wan(**{f"{key}_o": amount})
    book.sum("c_o", *(f"{key}_o" for key in _COSTS))
    for key in _COSTS:
        book.rate(f"{key}_q", f"{key}_o", "c_o")
    for key in "ab":
        cost, income = _YEARS[key]
        book.wan(**{f"{key}_o": cost, f"{key}_i": income})
    for key in "abc":
        book.sum(f"{key}_g", f"{key}_o", minus=(f"{key}_i",))
        book.rate(f"{key}_x", f"{key}_i", f"{key}_o")
    book.year("yo", "c_o", "b_o")
    book.year("yi", "c_i", "b_i")
    book.year("yg", "c_g", "b_g")
    book.points("yx", "c_x", "b_x")
    book.average("each_c", "c_o", "t_c")
    book.average("each_h", "c_g", "t_h")
    book.count(mark="0.985")
    book.product("due", "c_g", "mark")
    book.sum("less", "c_g", minus=("due",))
    book.wan(b0="55000.00", more="7000.00", old="1260.45")
    book.sum("full", "b0", "more")
    book.sum("have", "full", "old")
    book.wan(q1="13750.00", q2="13750.00", q3="13750.00", q4="20750.00")
    book.sum("paid", "q1", "q2", "q3", "q4")
    book.rate("x", "paid", "have")
    book.sum("rest", "have", minus=("paid",))
    book.sum("owed", "due", minus=("paid",))
    book.rate("owed_x", "paid", "due")
    book.count(
        trips="312846", ontime="312501", done="312720", faults=6, faults_l=9, calls=1842, calls_ok=1839
    )
    book.rate("done_x", "done", "trips")
    book.rate("on_x", "ontime", "trips")
    book.year("yf", "faults", "faults_l")
    book.rate("call_x", "calls_ok", "calls")
    book.count(lifts=486, lifts_ok="0.9986", stations=63, change=5, share="0.3842", share_l="0.3617")
    book.points("ys", "share", "share_l")
    book.count(tons="12.36", tons_l="11.08", asked=3000, glad="2826")
    book.year("yt", "tons", "tons_l")
    book.rate("glad_x", "glad", "asked")
    scored(book, "w", "10 10 10 10 10 10 10 10 10 10", (1, 5, 3, 1))
    scored(book, "g", "9.8 10 10 10 8.5 9 9.5 10 8 9.42", (1, 5, 3, 1))
    book.sum("lost", "w_all", minus=("g_all",))
    return book


def build() -> Paper:
    """Return the report."""
    return from_words("metro_subsidy_2023", _books())
