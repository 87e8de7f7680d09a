"""The catalogue of planted errors, and planting several into one report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from assistant.specimens import slips_money, slips_rates, slips_scores, slips_text
from assistant.specimens.blocks import Report
from assistant.specimens.decoys import find_decoys
from assistant.specimens.desk import Change, Desk, Slip, slot_at
from assistant.specimens.key import Key, Planted, quote_at, where_is
from assistant.specimens.ledger import FigureKind, Ledger

ALL: tuple[Slip, ...] = (*slips_money.SLIPS, *slips_rates.SLIPS, *slips_scores.SLIPS, *slips_text.SLIPS)


def by_kind(kind: str) -> Slip:
    """Return a slip of the catalogue. Raises: KeyError."""
    for slip in ALL:
        if slip.kind == kind:
            return slip
    raise KeyError(kind)


def select(level: int | None = None, topic: str | None = None) -> tuple[Slip, ...]:
    """Return the slips up to a level, of a topic where one is named."""
    return tuple(
        slip
        for slip in ALL
        if (level is None or slip.level <= level) and (topic is None or slip.topic == topic)
    )


def plant(
    report: Report, ledger: Ledger, kinds: Sequence[str], seed: int, name: str = "report"
) -> tuple[Report, Key]:
    """Plant one slip of each kind, where the report offers a place for it that the others leave alone.

    Kinds may repeat. No two slips touch figures that one tie binds, so each can be proven by itself. The same arguments
    give the same result; a kind that finds no place is left out of the key.
    """
    desk = Desk(report, ledger)
    wanted = [(position, by_kind(kind)) for position, kind in enumerate(kinds)]
    planted: list[Planted] = []
    # What stands in the finished report is quoted once all words are in place, before whole blocks are taken away.
    for structural in (False, True):
        done: list[tuple[Slip, Change]] = []
        for position, slip in wanted:
            if slip.structural is structural:
                before = desk.report
                change = slip.plant(desk, Random(f"{seed}/{slip.kind}/{position}"))
                if change is None:
                    continue
                desk.report = change.report
                desk.touched |= change.facts
                desk.places.append(change.place)
                done.append((slip, change))
                if structural:
                    planted.append(_entry(desk, before, slip, change))
        if not structural:
            planted += [_entry(desk, desk.report, slip, change) for slip, change in done]
    return desk.report, Key(name, tuple(planted), find_decoys(desk))


def _entry(desk: Desk, report: Report, slip: Slip, change: Change) -> Planted:
    quote = change.quote or quote_at(report, change.place)
    slot = None if change.quote else slot_at(report, change.place)
    fact = slot.fact if slot is not None and slot.fact in change.facts else ""
    accept = change.accept
    if fact and accept.how == "value":
        accept = replace(accept, values=(*accept.values, *desk.computed(fact)))
    partners = (*change.partners, *(desk.partners(report, change.facts) if fact else ()))
    return Planted(
        kind=slip.kind,
        contract_kind=change.contract_kind or slip.contract_kind,
        topic=slip.topic,
        level=slip.level,
        title=slip.title,
        reported=change.reported,
        expected=change.expected,
        derivation=change.derivation,
        quote=quote,
        where=where_is(report, change.place),
        also=change.also or slip.also,
        facts=tuple(sorted(change.facts)),
        unit=_unit(desk, fact) if fact and change.reported == getattr(slot, "text", "") else "",
        accept=accept,
        alike=change.alike,
        partners=tuple(partner for partner in dict.fromkeys(partners) if partner != quote),
    )


def _unit(desk: Desk, fact: str) -> str:
    """Return the unit of a figure that is reported without one; counts have theirs in the words around them."""
    is_score = desk.ledger.figures[fact].kind is FigureKind.SCORE
    return "分" if is_score else desk.ledger.printed_unit(fact)
