"""A school for children with handicaps, 2024, in 元: pupils by kind and stage, funds a head at two standards, meals, staff, posts, grades in words."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper
from tests.measure.words import from_words, scored

# Class of outlay: budget, settled (元).
_CLASSES = {
    "wage": ("6842500.00", "6915327.46"),
    "goods": ("1386000.00", "1297645.83"),
    "home": ("428600.00", "431280.00"),
    "kit": ("312000.00", "298450.00"),
}
_KINDS = {
    "deaf": ("38", "12", "9"),
    "blind": ("11", "4", "0"),
    "mind": ("84", "27", "16"),
    "auto": ("31", "6", "0"),
}


def _books() -> Book:
    book = Book()
    for key, numbers in _KINDS.items():
        for end, number in zip("pmh", numbers, strict=True):
            book.count(**{f"{key}_{end}": number})
        book.sum(f"{key}_n", *(f"{key}_{end}" for end in "pmh"))
    for end in "pmhn":
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in _KINDS))
    for key in _KINDS:
        book.rate(f"{key}_x", f"{key}_n", "t_n")
    book.sum("duty", "t_p", "t_m")
    book.count(board=176, gone=6, come=19, last=225)
    book.sum("day", "t_n", minus=("board",))
    book.count(home_n=23, home_hours=1104, grown=24)
    book.year("yn", "t_n", "last")
    book.yuan(each_d="6000", each_h="6500")
    book.product("fund_d", "each_d", "duty")
    book.product("fund_h", "each_h", "t_h")
    book.sum("fund", "fund_d", "fund_h")
    for key, (plan, done) in _CLASSES.items():
        book.yuan(**{f"{key}_b": plan, f"{key}_s": done})
        book.rate(f"{key}_c", f"{key}_s", f"{key}_b")
    for end in "bs":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _CLASSES))
    for key in _CLASSES:
        book.rate(f"{key}_h", f"{key}_s", "all_s")
    book.rate("all_c", "all_s", "all_b")
    book.yuan(more="186400.00", back="52000.00")
    book.sum("full", "all_b", "more", minus=("back",))
    book.rate("x", "all_s", "full")
    book.sum("left", "full", minus=("all_s",))
    book.sum("people", "wage_s", "home_s")
    book.rate("people_h", "people", "all_s")
    book.average("each", "all_s", "t_n")
    book.yuan(all_l="8586214.75", goods_l="1342580.20")
    book.year("ya", "all_s", "all_l")
    book.year("yg", "goods_s", "goods_l")
    book.yuan(
        car="28640.50",
        car_l="31275.00",
        car_b="36000.00",
        guest="2160.00",
        guest_l="3480.00",
        guest_b="8000.00",
    )
    for end in ("", "_l", "_b"):
        book.sum(f"three{end}", f"car{end}", f"guest{end}")
    book.rate("three_x", "three", "three_b")
    book.year("y3", "three", "three_l")
    book.yuan(food="12")
    book.count(days=189)
    book.product("meals", "board", "days")
    book.product("food_s", "food", "meals")
    book.count(posts=72, staff=67, senior=18, middle=27, junior=16)
    book.rate("posts_x", "staff", "posts")
    book.count(teach=61)
    book.sum("teach", "senior", "middle", "junior")
    book.sum("serve", "staff", minus=("teach",))
    book.rate("senior_h", "senior", "teach")
    book.average("per", "t_n", "teach")
    book.count(exam=24, passed=24, up=21, again=3, recover=152, better=131, better_l="0.8154")
    book.sum("exam", "up", "again")
    book.rate("up_x", "up", "exam")
    book.rate("better_x", "better", "recover")
    book.points("yb", "better_x", "better_l")
    book.count(lessons=36, lessons_p=32, visits=472, home=18, courses=940, done=918)
    book.rate("lesson_x", "lessons", "lessons_p")
    book.rate("done_x", "done", "courses")
    book.count(sheets=210, got=203, glad=196)
    book.rate("got_x", "got", "sheets")
    book.rate("glad_x", "glad", "got")
    scored(book, "w", "10 10 10 10 10 5 5 15 15 10", (1, 6, 2, 1))
    scored(book, "g", "9.82 10 10 9.7 10 5 5 15 13 9.8", (1, 6, 2, 1))
    book.sum("lost", "w_all", minus=("g_all",))
    return book


def build() -> Paper:
    """Return the report."""
    return from_words("special_school_yuan_2024", _books())
