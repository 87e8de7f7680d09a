"""The books of a made-up unit over two years, and what every document of it prints of them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

UNITS = (
    "青禾县水文站",
    "南溪市档案馆",
    "云岭县农业农村局",
    "白鹭市图书馆",
    "石桥区城市管理局",
    "长滩县文化馆",
)
PROJECTS = (
    "水位站改造项目",
    "数据共享平台建设",
    "档案数字化加工",
    "高标准农田管护",
    "阅读推广活动",
    "环卫车辆更新",
    "非遗传承保护",
    "信息系统运行维护",
)
CENT = Decimal("0.01")


@dataclass
class Year:
    """One year of a unit. Units: money in 元 with two decimals, people in persons.

    ``score`` is what the unit gave itself; ``money`` is by thing and stage (initial, adjusted, executed); ``staff`` and ``posts`` are at the year's end.
    """

    year: int
    money: dict[tuple[str, str], Decimal] = field(default_factory=dict)
    staff: int = 0
    posts: int = 0
    carried: Decimal = Decimal(0)
    added: tuple[Decimal, ...] = ()
    score: str = ""

    @property
    def closing(self) -> Decimal:
        """Return what is carried over at the end of the year."""
        return self.money["收支", "adjusted"] - self.money["收支", "executed"]


@dataclass(frozen=True)
class Books:
    """A unit with this year and the year before."""

    unit: str
    projects: tuple[str, ...]
    this: Year
    last: Year


def books(seed: int) -> Books:
    """Return the books of a seed: every total is the exact sum of its parts, in both years."""
    rng = random.Random(f"books/{seed}")
    projects = tuple(rng.sample(PROJECTS, 3))
    year = rng.choice((2021, 2022, 2023, 2024))
    last = _year(rng, year - 1, projects, Decimal(rng.randrange(1_000_000, 9_000_000)) / 7)
    this = _year(rng, year, projects, last.closing)
    return Books(UNITS[seed % len(UNITS)], projects, this, last)


def _amount(rng: random.Random, low: int, high: int) -> Decimal:
    """Return an amount in 元; ``low`` and ``high`` are in 万元."""
    return Decimal(rng.randrange(low * 1_000_000, high * 1_000_000)) * CENT


def _year(rng: random.Random, year: int, projects: tuple[str, ...], carried: Decimal) -> Year:
    carried = carried.quantize(CENT)
    found = Year(year, carried=carried)
    money = found.money
    for thing, low, high in (("人员经费", 300, 900), ("公用经费", 40, 160)):
        initial = _amount(rng, low, high)
        adjusted = initial + _amount(rng, 1, 20)
        _enter(money, thing, initial, adjusted, (adjusted * rng.randrange(9000, 9990) / 10000).quantize(CENT))
    for project in projects:
        initial = _amount(rng, 50, 600)
        adjusted = initial + _amount(rng, 1, 60)
        _enter(
            money, project, initial, adjusted, (adjusted * rng.randrange(5000, 9990) / 10000).quantize(CENT)
        )
    _total(money, "基本支出", ("人员经费", "公用经费"))
    _total(money, "项目支出", projects)
    _total(money, "收支", ("基本支出", "项目支出"))
    for thing, low, high in (("公务接待费", 1, 9), ("公务用车运行维护费", 5, 30)):
        initial = _amount(rng, low, high)
        _enter(money, thing, initial, initial, (initial * rng.randrange(3000, 9990) / 10000).quantize(CENT))
    _total(money, "三公经费", ("公务接待费", "公务用车运行维护费"))
    grown = money["收支", "adjusted"] - money["收支", "initial"]
    first = (grown * rng.randrange(20, 70) / 100).quantize(CENT)
    found.added = (first, grown - first)
    found.score = f"{rng.randrange(900, 990) / Decimal(10)}"
    found.posts = rng.randrange(40, 180)
    found.staff = found.posts - rng.randrange(1, 20)
    return found


def _enter(
    money: dict[tuple[str, str], Decimal], thing: str, initial: Decimal, adjusted: Decimal, executed: Decimal
) -> None:
    money[thing, "initial"], money[thing, "adjusted"], money[thing, "executed"] = initial, adjusted, executed


def _total(money: dict[tuple[str, str], Decimal], thing: str, parts: tuple[str, ...]) -> None:
    for stage in ("initial", "adjusted", "executed"):
        money[thing, stage] = sum((money[part, stage] for part in parts), Decimal(0))


def wan(value: Decimal) -> str:
    """Return an amount as printed in 万元 with two decimals."""
    return f"{(value / 10000).quantize(CENT, ROUND_HALF_UP):f}"


def percent(part: Decimal, whole: Decimal) -> str:
    """Return a rate as printed in per cent with two decimals."""
    return f"{(part / whole * 100).quantize(CENT, ROUND_HALF_UP):f}"


def other_digit(printed: str, rng: random.Random, tail: int = 0) -> str:
    """Return a figure with one of its digits changed, never the first, so that its size stays plausible.

    ``tail`` digits at the end are left alone: in 元 they are worth less than the last decimal of a figure in 万元.
    """
    places = [at for at, char in enumerate(printed) if char.isdigit()]
    places = places[1 : len(places) - tail]
    at = rng.choice(places)
    digit = rng.choice([d for d in "0123456789" if d != printed[at]])
    return printed[:at] + digit + printed[at + 1 :]
