"""An economic census, 2023: districts with units of their own, people engaged by months, progress beyond the plan, prices of services, contracts."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper
from tests.measure.words import from_words, scored

# Street: tracts, firms in the list, firms found, one-man businesses found, enumerators.
_STREETS = {
    "a": ("42", "3186", "3274", "8642", "86"),
    "b": ("36", "2540", "2498", "7015", "71"),
    "c": ("51", "4372", "4516", "9860", "104"),
    "d": ("28", "1625", "1660", "4327", "52"),
    "e": ("19", "842", "815", "2956", "33"),
}
_USES = {
    "pay": ("386400", "372600"),
    "teach": ("58000", "51486.50"),
    "print": ("72000", "68935"),
    "ads": ("45000", "43200"),
    "kit": ("164600", "159870"),
    "check": ("36000", "28415.80"),
}


def _books() -> Book:
    book = Book()
    for key, (tract, listed, firms, small, people) in _STREETS.items():
        book.count(
            **{
                f"{key}_q": tract,
                f"{key}_l": listed,
                f"{key}_f": firms,
                f"{key}_s": small,
                f"{key}_p": people,
            }
        )
        book.sum(f"{key}_t", f"{key}_f", f"{key}_s")
        book.rate(f"{key}_x", f"{key}_f", f"{key}_l")
    for end in "qlfspt":
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in _STREETS))
    book.rate("t_x", "t_f", "t_l")
    book.average("t_e", "t_t", "t_p")
    for key in ("f", "s"):
        book.rate(f"t_{key}h", f"t_{key}", "t_t")
    book.count(firms_4=9876, small_4=29214)
    book.year("yf", "t_f", "firms_4")
    book.year("ys", "t_s", "small_4")
    book.count(men=118)
    book.sum("women", "t_p", minus=("men",))
    book.count(chiefs=41, plain=305)
    book.sum("t_p", "chiefs", "plain")
    book.rate("women_h", "women", "t_p")
    for key, (plan, done) in _USES.items():
        book.yuan(**{f"{key}_b": plan, f"{key}_d": done})
        book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_d",))
        book.rate(f"{key}_x", f"{key}_d", f"{key}_b")
    for end in "bdr":
        book.sum(f"u_{end}", *(f"{key}_{end}" for key in _USES))
    book.rate("u_x", "u_d", "u_b")
    book.rate("pay_h", "pay_d", "u_d")
    book.yuan(city="300000", area="462000")
    book.sum("u_b", "city", "area")
    for key in ("city", "area"):
        book.rate(f"{key}_h", key, "u_b")
    book.count(ipads=365, lent=103, bought=262)
    book.sum("ipads", "lent", "bought")
    book.count(classes=18, seats=387, plan_c=15, sent=42600, seen=1500, wrong=9, again=156, same=155)
    book.rate("class_x", "classes", "plan_c")
    book.sum("right", "seen", minus=("wrong",))
    book.rate("right_x", "right", "seen")
    book.rate("wrong_x", "wrong", "seen")
    book.count(calls=300, calls_ok=291)
    book.rate("glad_x", "calls_ok", "calls")
    scored(book, "w", "10 10 10 10 8 6 6 15 15 10", (1, 6, 2, 1))
    scored(book, "g", "9.51 10 10 10 8 5.5 6 15 14 9.7", (1, 6, 2, 1))
    return book


def build() -> Paper:
    """Return the report."""
    return from_words("economic_census_2023", _books())
