"""Aid to people resettled by reservoirs, 2023: a standard per head for months, two funds with own budgets, what was added, taken back and carried over."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper
from tests.measure.words import from_words, scored

# Town: people at the year's end, whose aid was paid (person-months), money of works, spent on works (万元).
_TOWNS = {
    "a": ("1862", "22296", "186.00", "186.00"),
    "b": ("2417", "28956", "245.50", "231.84"),
    "c": ("958", "11484", "98.30", "98.30"),
    "d": ("1346", "16128", "142.00", "120.76"),
    "e": ("725", "8676", "76.20", "68.45"),
}


def _books() -> Book:
    book = Book()
    book.yuan(each="50")
    for key, (people, months, given, spent) in _TOWNS.items():
        book.count(**{f"{key}_n": people, f"{key}_m": months})
        book.product(f"{key}_p", "each", f"{key}_m")
        book.wan(**{f"{key}_g": given, f"{key}_s": spent})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_g")
        book.sum(f"{key}_y", f"{key}_p", f"{key}_s")
    for end in "nmpgsy":
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in _TOWNS))
    book.rate("t_x", "t_s", "t_g")
    book.count(n_l=7345, came=31, gone=68)
    book.sum("t_n", "n_l", "came", minus=("gone",))
    book.year("yn", "t_n", "n_l")
    # The two funds: first budget, added, taken back, carried over from last year.
    book.wan(cen_0="980.00", cen_m="88.00", cen_c="0", cen_o="64.30")
    book.wan(prov_0="182.00", prov_m="12.00", prov_c="25.50", prov_o="18.75")
    for key in ("cen", "prov"):
        book.sum(f"{key}_b", f"{key}_0", f"{key}_m", minus=(f"{key}_c",))
        book.sum(f"{key}_h", f"{key}_b", f"{key}_o")
    book.wan(prov_s="161.42", teach="38.65", watch="15.60")
    book.sum("other", "teach", "watch")
    book.sum("paid", "t_p", "t_s", "other")
    book.sum("cen_s", "paid", minus=("prov_s",))
    for key in ("cen", "prov"):
        book.sum(f"{key}_r", f"{key}_h", minus=(f"{key}_s",))
        book.rate(f"{key}_x", f"{key}_s", f"{key}_h")
    for end in "0mcobhsr":
        book.sum(f"all_{end}", f"cen_{end}", f"prov_{end}")
    book.sum("all_s", "t_p", "t_s", "other")
    book.rate("x", "all_s", "all_h")
    for key in ("t_p", "t_s", "other"):
        book.rate(f"{key}h", key, "all_s")
    book.wan(paid_l="1086.73", income="1.9863", income_l="1.8547", folk="2.3218")
    book.year("yp", "all_s", "paid_l")
    book.year("yi", "income", "income_l")
    book.rate("gap", "income", "folk")
    book.count(
        works=27, road=11, water=6, farm=7, park=3, ended=24, fine=8, heads=1268, jobs=312, roads="18.46"
    )
    book.sum("works", "road", "water", "farm", "park")
    book.sum("under", "works", minus=("ended",))
    book.rate("ended_x", "ended", "works")
    book.wan(road_s="268.40")
    book.average("road_e", "road_s", "roads")
    book.count(classes=16, plan=1200, pass_n=1241)
    book.rate("heads_x", "heads", "plan")
    book.rate("pass_x", "pass_n", "heads")
    book.average("heads_e", "teach", "heads")
    book.count(letters=46, letters_l=61, asked=350, glad=338)
    book.year("yl", "letters", "letters_l")
    book.rate("glad_x", "glad", "asked")
    scored(book, "w", "20 30 30 20", (1, 1, 1, 1))
    scored(book, "g", "19.2 28.65 28 19.5", (1, 1, 1, 1))
    book.sum("lost", "w_all", minus=("g_all",))
    for n in range(4):
        book.sum(f"k{n}", f"w{n}", minus=(f"g{n}",))
    book.sum("lost", *(f"k{n}" for n in range(4)))
    return book


def build() -> Paper:
    """Return the report."""
    return from_words("resettled_people_2023", _books(), styled=True)
