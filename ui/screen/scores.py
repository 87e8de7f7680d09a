"""The score form, row by row: what the report gives, what can be supported (for reference), and why."""

from __future__ import annotations

from assistant.labels import Language, basis_words, one_line
from rules.review import IndicatorScore, Review, Scorecard
from ui.messages import Words, words
from ui.screen.markup import Html, element
from ui.screen.spots import spots

_HEADS = ("indicator", "target", "actual", "weight", "score", "support", "reason")


def scores_panel(review: Review, lang: Language = "zh") -> Html:
    """Return the score form; the reviewer's own score is never filled in by the program."""
    say = words(lang)
    card = review.scorecard
    if card is None or not card.indicators:
        return element("p", say("page_no_scores"), class_="jh-empty")
    head = element("tr", [element("th", say(f"page_score_{name}")) for name in _HEADS])
    rows = [_row(row, say, lang) for row in card.indicators]
    return element(
        "div",
        element("p", _totals(card, say)),
        element("p", say("page_support_note"), class_="jh-dim"),
        element("div", element("table", element("thead", head), element("tbody", rows)), class_="jh-table"),
    )


def _totals(card: Scorecard, say: Words) -> str:
    missing = say("missing_value")
    totals = say(
        "scores",
        count=len(card.indicators),
        self_total=card.self_total or missing,
        recomputed=card.recomputed_total or missing,
    )
    if card.judged_low is None or card.judged_high is None:
        return totals
    judged = len(card.indicators) - card.unjudged
    same = card.judged_low == card.judged_high
    span = card.judged_low if same else f"{card.judged_low}—{card.judged_high}"
    return totals + say("scores_judged", judged=judged, unjudged=card.unjudged, span=span)


def _row(row: IndicatorScore, say: Words, lang: Language) -> Html:
    level = " / ".join(one_line(name) for name in (row.level1, row.level2) if name)
    cells = [
        [element("b", one_line(row.name)), element("small", level) if level else None],
        row.target or "",
        row.actual or "",
        row.weight or "",
        row.self_score or "",
        _support(row, say, lang),
        row.reason or "",
    ]
    evidence = () if row.evidence is None else (row.evidence,)
    return element(
        "tr",
        [element("td", cell) for cell in cells],
        class_="jh-score-row",
        data_spots=spots(evidence, lang),
        tabindex="0",
    )


def _support(row: IndicatorScore, say: Words, lang: Language) -> Html | str:
    if row.suggested_low is None or row.method is None:
        return element("span", say("page_no_method"), class_="jh-dim")
    low, high = row.suggested_low, row.suggested_high
    span = low if high in (None, low) else f"{low}—{high}"
    basis = "；".join(basis_words(item, lang) for item in row.basis)
    needed = element("small", row.needed, class_="jh-needed") if row.needed else None
    return element("span", span, element("small", row.method), needed, title=basis)
