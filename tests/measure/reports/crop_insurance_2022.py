"""Subsidies to crop insurance, 2022: premiums a unit times units of several kinds, four payers by quota, claims, two years."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper
from tests.measure.words import from_words, scored

# Kind: units insured, premium a unit (元), of last year (units), claims (万元), households that were paid.
_KINDS = {
    "rice": ("286400", "50", "271850", "1068.35", "8642"),
    "corn": ("118500", "24", "121300", "247.86", "3105"),
    "rape": ("96200", "15", "88460", "93.42", "1873"),
    "sow": ("12650", "60", "13120", "81.60", "236"),
    "hog": ("148600", "32", "139500", "402.15", "517"),
    "wood": ("365000", "1.6", "365000", "21.30", "42"),
}
_PAYERS = {"cen": "0.4", "prov": "0.3", "cty": "0.1", "own": "0.2"}


def _books() -> Book:
    book = Book()
    for key, (units, each, last, claim, homes) in _KINDS.items():
        book.count(**{f"{key}_u": units, f"{key}_v": last, f"{key}_k": homes})
        book.yuan(**{f"{key}_e": each})
        book.product(f"{key}_p", f"{key}_e", f"{key}_u")
        book.wan(**{f"{key}_c": claim})
        book.rate(f"{key}_x", f"{key}_c", f"{key}_p")
    for end in "pck":
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in _KINDS))
    book.rate("t_x", "t_c", "t_p")
    book.sum("land", "rice_u", "corn_u", "rape_u")
    book.sum("land_l", "rice_v", "corn_v", "rape_v")
    book.year("yu", "land", "land_l")
    book.year("yr", "rice_u", "rice_v")
    book.year("yc", "corn_u", "corn_v")
    for key, quota in _PAYERS.items():
        book.count(**{f"{key}_q": quota})
        book.product(f"{key}_d", "t_p", f"{key}_q")
    book.sum("t_p", *(f"{key}_d" for key in _PAYERS))
    book.sum("due", "cen_d", "prov_d", "cty_d")
    book.wan(cen_g="1000.00", prov_g="750.00", cty_0="220.00", cty_m="30.00", old="36.42")
    book.sum("cty_g", "cty_0", "cty_m")
    book.sum("start", "cen_g", "prov_g", "cty_0")
    book.sum("given", "cen_g", "prov_g", "cty_g")
    book.sum("have", "given", "old")
    for key in ("cen", "prov", "cty"):
        book.rate(f"{key}_x", f"{key}_d", f"{key}_g")
        book.sum(f"{key}_r", f"{key}_g", minus=(f"{key}_d",))
        book.rate(f"{key}_h", f"{key}_g", "given")
    book.rate("x", "due", "have")
    book.sum("left", "have", minus=("due",))
    book.sum("left", "cen_r", "prov_r", "cty_r", "old")
    book.wan(prem_l="2286.75", claim_l="2103.18", due_l="1829.40")
    book.year("yp", "t_p", "prem_l")
    book.year("yk", "t_c", "claim_l")
    book.year("yd", "due", "due_l")
    book.rate("x_l", "claim_l", "prem_l")
    book.points("xd", "t_x", "x_l")
    book.average("claim_e", "t_c", "t_k")
    book.count(cases=9214, shut=9163, days=9163, quick=8874, insured=41386, sown="312600")
    book.rate("shut_x", "shut", "cases")
    book.sum("open", "cases", minus=("shut",))
    book.rate("quick_x", "quick", "shut")
    book.rate("cover_x", "rice_u", "sown")
    book.count(asked=480, back=465, glad=441, fine=17, bad=7)
    book.sum("back", "glad", "fine", "bad")
    book.sum("like", "glad", "fine")
    book.rate("like_x", "like", "back")
    book.rate("back_x", "back", "asked")
    scored(book, "w", "10 8 8 6 10 10 8 15 15 10", (1, 6, 2, 1))
    scored(book, "g", "9.71 8 7.9 6 10 9.5 8 15 13.5 9.5", (1, 6, 2, 1))
    book.sum("lost", "w_all", minus=("g_all",))
    return book


def build() -> Paper:
    """Return the report."""
    return from_words("crop_insurance_2022", _books())
