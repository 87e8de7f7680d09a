"""S10: weights of the classes other than the usual 10, 50, 30, 10."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from rules.card import card
from rules.check import CheckContext
from rules.facts.form import FormCell, ScoreForm
from rules.finding import Finding
from rules.wording import form_words


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one hint for a form whose classes state weights that differ from the usual ones."""
    usual = context.pack.class_weights
    if usual is None:
        return
    names = tuple(dict.fromkeys([*usual.weights, *(word for one in usual.others for word in one.weights)]))
    for form in context.forms:
        stated = _stated(form, names)
        other = {word for word, cell in stated.items() if _value(cell) != usual.weights.get(word)}
        if not other or len(stated) < 2 or any(_follows(stated, one.weights) for one in usual.others):
            continue
        words = "、".join(f"{word} {cell.text}" for word, cell in stated.items())
        norm = "、".join(f"{word} {weight:f}" for word, weight in usual.weights.items())
        yield card("S10").finding(
            content=(words,),
            message=f"{form_words(form)}各类分值为{words}，常用比例为{norm}。可适当调整，如有调整请注明依据。",
            basis=usual.basis,
            evidence=tuple(cell.evidence(context.locator) for cell in stated.values()),
        )


def _follows(stated: dict[str, FormCell], weights: dict[str, Decimal]) -> bool:
    """Say whether the weights are those of another convention, as far as they are stated."""
    return len(stated) == len(weights) and all(_value(stated[word]) == weights.get(word) for word in stated)


def _stated(form: ScoreForm, names: tuple[str, ...]) -> dict[str, FormCell]:
    """Return the weights that the form states for the usual classes."""
    found: dict[str, FormCell] = {}
    if form.execution is not None and form.execution.weight is not None:
        found[names[0]] = form.execution.weight
    for item in form.classes:
        word = next((name for name in names if name in item.name), None)
        if item.level == 1 and item.weight is not None and word is not None:
            found.setdefault(word, item.weight)
    return {word: cell for word, cell in found.items() if cell.quantity is not None}


def _value(cell: FormCell) -> Decimal | None:
    return None if cell.quantity is None else cell.quantity.value
