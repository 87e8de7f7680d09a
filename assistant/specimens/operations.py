"""From a story and a seed to the people, the work done, the survey and the scores of one year."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from random import Random

from assistant.specimens.ledger import CENT, Ledger, Tie
from assistant.specimens.story import Count, Row, Story

CLASSES = ("产出指标", "效益指标", "满意度指标")
GROUPS = ("office", "public")


def keep_records(ledger: Ledger, story: Story, rng: Random) -> None:
    """Enter staff, counts, survey and scores; the money must stand in the ledger already."""
    _staff(ledger, story, rng)
    for count in story.counts:
        _count(ledger, count, rng)
    _survey(ledger, rng)
    _scores(ledger, story)


def _staff(ledger: Ledger, story: Story, rng: Random) -> None:
    approved = rng.randint(*story.scale["posts"])
    serving = approved - rng.randint(6, 12)
    hired, moved_in, moved_out, retired = (rng.randint(*ends) for ends in ((3, 6), (1, 2), (1, 3), (2, 4)))
    ledger.count("staff.approved", approved)
    ledger.count("staff.opening", serving - hired - moved_in + moved_out + retired)
    for name, value in (("hired", hired), ("in", moved_in), ("out", moved_out), ("retiring", retired)):
        ledger.count(f"staff.{name}", value)
    ledger.total(
        "staff.serving", ("staff.opening", "staff.hired", "staff.in"), ("staff.out", "staff.retiring")
    )
    ledger.total("staff.joined", ("staff.hired", "staff.in"))
    ledger.total("staff.left", ("staff.out", "staff.retiring"))
    ledger.ratio("staff.rate", "staff.serving", "staff.approved")
    ledger.count("staff.veterans", rng.randint(1, 3))
    ledger.count("staff.retired", rng.randint(40, 70))
    ledger.total("staff.pensioners", ("staff.veterans", "staff.retired"))
    ledger.count("departments.count", len(story.departments))


def _count(ledger: Ledger, count: Count, rng: Random) -> None:
    scale = Decimal(10) ** -count.decimals
    now = rng.randint(*count.base)
    name = count.id
    if count.parts:
        left = now
        for index, part in enumerate(count.parts):
            share = left if index == len(count.parts) - 1 else left * rng.randint(30, 60) // 100
            ledger.count(f"{name}.{part}", share * scale, count.decimals)
            left -= share
        ledger.total(f"{name}.now", tuple(f"{name}.{part}" for part in count.parts))
    else:
        ledger.count(f"{name}.now", now * scale, count.decimals)
    if count.growth:
        percent = rng.choice([n for n in range(count.growth[0], count.growth[1] + 1) if n])
        last = now * 100 // (100 + percent)
        ledger.count(f"{name}.last", (last - 1 if last == now else last) * scale, count.decimals)
        ledger.change(name, f"{name}.now", f"{name}.last")
    if count.plan:
        step = 10 if now >= 200 else 1
        planned = now if count.plan == 100 else now * count.plan // 100 // step * step
        ledger.count(f"{name}.plan", planned * scale, count.decimals)
        ledger.ratio(f"{name}.completion", f"{name}.now", f"{name}.plan")
    if count.done:
        done = now * rng.randint(count.done[0] * 100, count.done[1] * 100) // 10000
        ledger.count(f"{name}.done", done * scale, count.decimals)
        ledger.total(f"{name}.open", (f"{name}.now",), (f"{name}.done",))
        ledger.ratio(f"{name}.rate", f"{name}.done", f"{name}.now")


def _survey(ledger: Ledger, rng: Random) -> None:
    sent = {"office": rng.randint(110, 150), "public": rng.randint(380, 520)}
    for group in GROUPS:
        returned = sent[group] - rng.randint(3, 20)
        valid = returned - rng.randint(1, 6)
        content = valid * rng.randint(935, 982) // 1000
        for column, value in (
            ("sent", sent[group]),
            ("back", returned),
            ("valid", valid),
            ("content", content),
        ):
            ledger.count(f"survey.{group}.{column}", value)
    for column in ("sent", "back", "valid", "content"):
        ledger.total(f"survey.all.{column}", tuple(f"survey.{group}.{column}" for group in GROUPS))
    for group in (*GROUPS, "all"):
        ledger.ratio(f"survey.{group}.rate", f"survey.{group}.content", f"survey.{group}.valid")
    ledger.ratio("survey.all.return", "survey.all.back", "survey.all.sent")


def earned(ledger: Ledger, row: Row) -> Decimal:
    """Return the score of a row by its own rule. Units: 分, two decimals at most."""
    weight = Decimal(row.weight)
    if row.rate:
        reached = min(ledger.shown(row.rate) / row.goal, Decimal(1))
        return (weight * reached).quantize(CENT, rounding=ROUND_HALF_UP)
    return (weight * row.share / 100).quantize(CENT, rounding=ROUND_HALF_UP)


def _scores(ledger: Ledger, story: Story) -> None:
    ledger.score("execution.weight", Decimal(10))
    ledger.score(
        "execution.score", (10 * ledger.shown("all.rate") / 100).quantize(CENT, rounding=ROUND_HALF_UP)
    )
    ledger.ties.append(Tie("score", "execution.score", ("execution.weight",), ("all.rate",)))
    for row in story.rows:
        ledger.score(f"row.{row.id}.weight", Decimal(row.weight))
        ledger.score(f"row.{row.id}.score", earned(ledger, row))
    for number, level1 in enumerate(CLASSES):
        rows = [row.id for row in story.rows if row.level1 == level1]
        ledger.total(f"class{number}.weight", tuple(f"row.{name}.weight" for name in rows))
        ledger.total(f"class{number}.score", tuple(f"row.{name}.score" for name in rows))
    for column in ("weight", "score"):
        parts = (f"execution.{column}", *(f"class{number}.{column}" for number in range(len(CLASSES))))
        ledger.total(f"total.{column}", parts)
