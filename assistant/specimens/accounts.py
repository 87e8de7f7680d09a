"""From a story and a seed to the money of one year: budget, changes, execution, all tied together."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from assistant.specimens.ledger import CENT, WAN, Ledger
from assistant.specimens.story import CATEGORIES, Story

VEHICLES = ("overseas", "car_buy", "car_run", "hosting")
OPERATING = ("office", "utilities", "meeting")
HUNDRED = Decimal(100)


def keep_accounts(ledger: Ledger, story: Story, rng: Random) -> None:
    """Enter the money. The order is that of life turned round: projects first, the opening budget from them."""
    _projects(ledger, story, rng)
    _basic(ledger, story, rng)
    _budget(ledger, story, rng)
    _execution(ledger, rng)
    _last_year(ledger, rng)
    _three_public(ledger, story, rng)
    _operating(ledger, rng)
    _procurement(ledger, rng)
    _assets(ledger, story, rng)


def approved(rng: Random, low: int, high: int) -> Decimal:
    """Return an approved amount: whole hundreds of 元. Units: low and high in 万元, the result in 元."""
    return Decimal(rng.randint(low * 100, high * 100)) * HUNDRED


def paid(rng: Random, budget: Decimal, low: int, high: int) -> Decimal:
    """Return what was paid of a budget, to the 分. Units: low and high in per cent."""
    if low == high == 100:
        return budget
    return (budget * Decimal(rng.randint(low * 1000, high * 1000 - 1)) / 100000).quantize(CENT)


def _projects(ledger: Ledger, story: Story, rng: Random) -> None:
    for number, project in enumerate(story.projects):
        budget = approved(rng, *project.budget)
        if project.category == "develop" and not project.added and budget > 100 * WAN:
            # Money brought forward from last year carries 元 and 分.
            budget += Decimal(rng.randint(1, 9999)) / 100
        ledger.amount(f"p{number}.adjusted", budget)
        ledger.amount(f"p{number}.executed", paid(rng, budget, *project.rate))
        ledger.total(f"p{number}.surplus", (f"p{number}.adjusted",), (f"p{number}.executed",))
        ledger.ratio(f"p{number}.rate", f"p{number}.executed", f"p{number}.adjusted")
    for category in CATEGORIES:
        numbers = [number for number, _ in story.of_category(category)]
        for column in ("adjusted", "executed"):
            ledger.total(f"{category}.{column}", tuple(f"p{number}.{column}" for number in numbers))
        ledger.count(f"{category}.projects", len(numbers))
    ledger.total("projects.count", tuple(f"{category}.projects" for category in CATEGORIES))
    for column in ("adjusted", "executed"):
        ledger.total(f"project.{column}", tuple(f"{category}.{column}" for category in CATEGORIES))


def _basic(ledger: Ledger, story: Story, rng: Random) -> None:
    ledger.amount("personnel.initial", approved(rng, *story.scale["personnel"]))
    ledger.amount("operating.initial", approved(rng, *story.scale["operating"]))
    ledger.amount("add.basic", approved(rng, *story.scale["add_basic"]))
    ledger.total("personnel.adjusted", ("personnel.initial", "add.basic"))
    ledger.amount("operating.adjusted", ledger.value("operating.initial"))
    for part, rates in (("personnel", (96, 99)), ("operating", (78, 93))):
        ledger.amount(f"{part}.executed", paid(rng, ledger.value(f"{part}.adjusted"), *rates))
    for column in ("initial", "adjusted", "executed"):
        ledger.total(f"basic.{column}", (f"personnel.{column}", f"operating.{column}"))


def _budget(ledger: Ledger, story: Story, rng: Random) -> None:
    added = [number for number, project in enumerate(story.projects) if project.added]
    for position, number in enumerate(added, 1):
        share = Decimal(rng.randint(6, 16)) / 100
        money = (ledger.value(f"p{number}.adjusted") * share / HUNDRED).quantize(Decimal(1)) * HUNDRED
        ledger.amount(f"add.item{position}", money)
    ledger.total("add.project", tuple(f"add.item{position}" for position in range(1, len(added) + 1)))
    ledger.total("add.total", ("add.basic", "add.project"))
    ledger.amount("recall", Decimal(rng.randint(90_0000_00, 190_0000_00)) / 100)
    ledger.total("project.initial", ("project.adjusted", "recall"), ("add.project",))
    ledger.amount("carry.opening", ledger.value("project.initial") * Decimal(rng.randint(12, 22)) / 100)
    ledger.total("carry.adjusted", ("carry.opening",), ("recall",))
    ledger.total("gpb.initial", ("basic.initial", "project.initial"))
    ledger.total("appropriation.initial", ("gpb.initial",), ("carry.opening",))
    ledger.total("appropriation.adjusted", ("appropriation.initial", "add.total"))
    ledger.total("gpb.adjusted", ("gpb.initial", "add.total"), ("recall",))
    ledger.total("gpb.adjusted", ("basic.adjusted", "project.adjusted"))
    ledger.total("gpb.adjusted", ("appropriation.adjusted", "carry.adjusted"))
    ledger.total("basic.adjusted", ("basic.initial", "add.basic"))
    ledger.total("project.adjusted", ("project.initial", "add.project"), ("recall",))
    ledger.total("adjustment.sum", ("add.total", "recall"))
    ledger.ratio("adjustment.rate", "adjustment.sum", "gpb.initial")
    ledger.amount("other.initial", approved(rng, *story.scale["other"]))
    ledger.amount("other.adjusted", ledger.value("other.initial") + approved(rng, 8, 30))
    for column in ("initial", "adjusted"):
        ledger.total(f"all.{column}", (f"gpb.{column}", f"other.{column}"))
    # The score form counts other funds among the projects: a lawful total of another scope.
    ledger.total("project_all.adjusted", ("project.adjusted", "other.adjusted"))
    ledger.total("all.adjusted", ("basic.adjusted", "project_all.adjusted"))


def _execution(ledger: Ledger, rng: Random) -> None:
    ledger.total("gpb.executed", ("basic.executed", "project.executed"))
    ledger.amount("other.executed", paid(rng, ledger.value("other.adjusted"), 88, 97))
    ledger.total("all.executed", ("gpb.executed", "other.executed"))
    for part in ("personnel", "operating", "basic", *CATEGORIES, "project", "gpb", "all"):
        ledger.total(f"{part}.surplus", (f"{part}.adjusted",), (f"{part}.executed",))
        ledger.ratio(f"{part}.rate", f"{part}.executed", f"{part}.adjusted")
    ledger.total("basic.surplus", ("personnel.surplus", "operating.surplus"))
    ledger.total("project.surplus", tuple(f"{category}.surplus" for category in CATEGORIES))
    for category in CATEGORIES:
        ledger.ratio(f"{category}.share", f"{category}.adjusted", "project.adjusted")
    for part in ("basic", "project"):
        ledger.ratio(f"{part}.share", f"{part}.executed", "gpb.executed")
    people = ledger.value("personnel.executed")
    ledger.amount("economic.wages", people * Decimal(rng.randint(78, 86)) / 100)
    ledger.amount("economic.aid", people - ledger.value("economic.wages"))
    capital = (ledger.value("project.executed") * Decimal(rng.randint(30, 42)) / 100).quantize(CENT)
    ledger.amount("economic.capital", capital)
    rest = ledger.value("gpb.executed") - people - capital
    ledger.amount("economic.goods", rest)
    ledger.total("gpb.executed", tuple(f"economic.{part}" for part in ("wages", "goods", "aid", "capital")))


def _last_year(ledger: Ledger, rng: Random) -> None:
    for category in CATEGORIES:
        factor = Decimal(rng.choice([*range(82, 96), *range(104, 112)])) / 100
        ledger.amount(f"{category}.last", ledger.value(f"{category}.executed") * factor)
    ledger.total("project.last", tuple(f"{category}.last" for category in CATEGORIES))
    ledger.amount("gpb.last", ledger.value("gpb.executed") * Decimal(rng.randint(880, 960)) / 1000)
    ledger.change("gpb", "gpb.executed", "gpb.last")
    ledger.amount("add.last", approved(rng, 20, 60))


def _three_public(ledger: Ledger, story: Story, rng: Random) -> None:
    low, high = story.scale["cars"]
    budgets = {"overseas": 6, "car_buy": 0, "car_run": rng.randint(low, high), "hosting": rng.randint(7, 12)}
    for part, budget in budgets.items():
        ledger.amount(f"{part}.adjusted", budget * WAN, bare=True)
    for part, rates, last in (("car_run", (60, 85), (112, 135)), ("hosting", (20, 45), (115, 180))):
        now = paid(rng, ledger.value(f"{part}.adjusted"), *rates)
        ledger.amount(f"{part}.executed", now)
        ledger.amount(f"{part}.last", now * Decimal(rng.randint(*last)) / 100)
    for part in ("overseas", "car_buy"):
        for column in ("executed", "last"):
            ledger.amount(f"{part}.{column}", Decimal(0), bare=True)
    for column in ("adjusted", "executed", "last"):
        ledger.total(f"car.{column}", (f"car_buy.{column}", f"car_run.{column}"))
        ledger.total(f"public.{column}", (f"overseas.{column}", f"car.{column}", f"hosting.{column}"))
    for part in ("overseas", "car", "hosting", "public"):
        ledger.total(f"{part}.surplus", (f"{part}.adjusted",), (f"{part}.executed",))
    ledger.total("public.surplus", ("overseas.surplus", "car.surplus", "hosting.surplus"))
    for part in ("car", "hosting", "public"):
        ledger.change(part, f"{part}.executed", f"{part}.last")
    ledger.ratio("public.rate", "public.executed", "public.adjusted")


def _operating(ledger: Ledger, rng: Random) -> None:
    now = ledger.value("operating.executed")
    last = now * Decimal(rng.choice([*range(1030, 1080)])) / 1000
    ledger.amount("operating.last", last)
    ledger.change("operating", "operating.executed", "operating.last")
    # 其中 of the form: named items that do not exhaust the total.
    for part, share in zip(
        OPERATING, (rng.randint(44, 55), rng.randint(14, 20), rng.randint(3, 6)), strict=True
    ):
        for column in ("last", "adjusted", "executed"):
            part_value = ledger.value(f"operating.{column}") * (share + rng.randint(-1, 1)) / 100
            ledger.amount(f"{part}.{column}", (part_value / HUNDRED).quantize(Decimal(1)) * HUNDRED)


def _procurement(ledger: Ledger, rng: Random) -> None:
    budget = (ledger.value("project.adjusted") * rng.randint(46, 58) / 100 / HUNDRED).quantize(
        Decimal(1)
    ) * HUNDRED
    ledger.amount("procurement.adjusted", budget)
    actual = paid(rng, budget, 91, 96)
    goods = (actual * rng.randint(18, 26) / 100).quantize(CENT)
    works = (actual * rng.randint(28, 38) / 100).quantize(CENT)
    for part, money in (("goods", goods), ("works", works), ("services", actual - goods - works)):
        ledger.amount(f"procurement.{part}", money)
    parts = tuple(f"procurement.{part}" for part in ("goods", "works", "services"))
    ledger.total("procurement.executed", parts)
    ledger.ratio("procurement.rate", "procurement.executed", "procurement.adjusted")
    ledger.amount("procurement.last", actual * rng.randint(86, 97) / 100)


def _assets(ledger: Ledger, story: Story, rng: Random) -> None:
    ledger.amount("assets.opening", Decimal(rng.randint(*(n * 1000000 for n in story.scale["assets"]))) / 100)
    opening = ledger.value("assets.opening")
    ledger.amount("assets.bought", opening * rng.randint(40, 90) / 1000)
    ledger.amount("assets.disposed", opening * rng.randint(8, 30) / 1000)
    ledger.total("assets.closing", ("assets.opening", "assets.bought"), ("assets.disposed",))
    ledger.amount("assets.used", ledger.value("assets.closing") * rng.randint(955, 985) / 1000)
    ledger.ratio("assets.rate", "assets.used", "assets.closing")
