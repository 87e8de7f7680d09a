"""What was looked at and what was not: every relation by verdict, the figures left over, the material not held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.labels import Language, label, one_line, page_words
from rules.facts.fact import Fact
from rules.others.material import SEVERAL
from rules.relations.relation import Relation, Verdict
from rules.review import Review
from ui.messages import Words, words
from ui.screen.derivation import Index, relation_line
from ui.screen.intro import LARGEST_MEGABYTES, SUFFIXES
from ui.screen.markup import Html, element
from ui.screen.spots import go_button, spots

_ORDER = (Verdict.IMPOSSIBLE, Verdict.UNDETERMINED, Verdict.CONVENTION, Verdict.ROUNDING, Verdict.EXACT)


def checked_panel(review: Review, lang: Language = "zh") -> Html:
    """Return every relation that was checked, those that do not hold first."""
    say = words(lang)
    index = Index(review)
    verdicts = Counter(relation.verdict for relation in review.every_relation)
    coverage = review.coverage
    summary = say(
        "by_figure", figures=coverage.figures, checked=coverage.checked, unchecked=len(coverage.unchecked)
    )
    kinds = Counter(str(relation.kind) for relation in review.every_relation).most_common()
    listed = say("separator").join(f"{label('kind', kind, lang)} {count}" for kind, count in kinds)
    folds = [
        _fold(verdict, [r for r in review.every_relation if r.verdict is verdict], index, lang)
        for verdict in _ORDER
        if verdicts[verdict]
    ]
    return element(
        "div",
        element("p", summary),
        element("p", say("by_kind", parts=listed), class_="jh-dim") if listed else None,
        folds,
    )


def rounding_panel(review: Review, lang: Language = "zh") -> Html:
    """Return what was judged a difference of rounding only, and so is no finding."""
    say = words(lang)
    index = Index(review)
    held = [r for r in review.every_relation if r.verdict in (Verdict.ROUNDING, Verdict.CONVENTION)]
    if not held:
        return element("p", say("page_no_rounding"), class_="jh-empty")
    return element("div", element("p", say("page_rounding_note"), class_="jh-dim"), _list(held, index, lang))


def _fold(verdict: Verdict, relations: Sequence[Relation], index: Index, lang: Language) -> Html:
    head = element(
        "summary", label("verdict", verdict, lang), element("span", str(len(relations)), class_="jh-count")
    )
    return element(
        "details",
        head,
        _list(relations, index, lang),
        class_="jh-section",
        id=f"jh-verdict-{verdict}",
        open=verdict is Verdict.IMPOSSIBLE,
    )


def _list(relations: Sequence[Relation], index: Index, lang: Language) -> Html:
    return element("ol", [_relation(relation, index, lang) for relation in relations], class_="jh-relations")


def _relation(relation: Relation, index: Index, lang: Language) -> Html:
    evidence = [fact.evidence for fact in index.facts_of(relation)]
    convention = relation.judgement.convention
    return element(
        "li",
        element("div", relation_line(relation, index, lang)),
        element(
            "div",
            f"{label('kind', str(relation.kind), lang)} · {relation.reason}",
            f" · {convention}" if convention else None,
            class_="jh-dim",
        ),
        class_="jh-relation",
        data_spots=spots(evidence, lang),
        tabindex="0",
    )


def unchecked_panel(review: Review, lang: Language = "zh") -> Html:
    """Return the figures that no relation holds, by reason, and the checks that want material not at hand."""
    say = words(lang)
    facts = {fact.id: fact for fact in review.facts}
    reasons: dict[str, list[Fact]] = {}
    for fact_id, reason in review.coverage.unchecked:
        reasons.setdefault(reason, []).append(facts[fact_id])
    folds = [
        element(
            "details",
            element("summary", reason, element("span", str(len(held)), class_="jh-count")),
            element("ul", [element("li", _fact(fact, lang)) for fact in held], class_="jh-figures"),
            class_="jh-section",
        )
        for reason, held in sorted(reasons.items(), key=lambda item: -len(item[1]))
    ]
    return element(
        "div",
        element("h4", say("page_not_held_title")),
        _material(review, say, lang),
        element("h4", say("page_unchecked_title", count=len(review.coverage.unchecked))),
        folds,
        element("p", say("scope_held" if review.crossed.held else "scope"), class_="jh-dim"),
    )


def _material(review: Review, say: Words, lang: Language) -> Html:
    """Return the documents that the report is held against and those that are not at hand, each with its choice."""
    rows = [_held(held, say, lang) for held in review.crossed.as_json()]
    rows += [
        element(
            "li",
            element("b", label("material", kind, lang)),
            element("span", say("page_not_obtained"), class_="jh-mark"),
            element("span", "；".join(checks)),
            _choice(kind, say("page_choose_material"), say),
        )
        for kind, checks in review.coverage.not_held
    ]
    held = review.crossed.held
    rows += [
        element(
            "li",
            element("b", label("material", kind, lang)),
            _choice(kind, say("page_further_material"), say),
        )
        for kind in SEVERAL
        if kind in held
    ]
    return element("ul", rows, class_="jh-material")


def _choice(kind: str, words_: str, say: Words) -> Html:
    """Return the button by which a document of a kind is handed in."""
    most = LARGEST_MEGABYTES * 1024 * 1024
    return element(
        "label",
        words_,
        element("input", type="file", accept=",".join(SUFFIXES), class_="jh-choose-material", data_kind=kind),
        class_="jh-add",
        data_most=most,
        data_too_large=say("page_too_large", most=LARGEST_MEGABYTES),
        data_lost=say("page_lost"),
    )


def _held(held: Mapping[str, Any], say: Words, lang: Language) -> Html:
    """Return a document that was handed in: how much it bore out, or why it was not used."""
    used = held["doubt"] is None
    name = one_line(held["document"])
    return element(
        "li",
        element("b", label("material", held["kind"], lang)),
        element("span", say("page_obtained" if used else "page_not_used"), class_="jh-mark"),
        element(
            "span",
            say("page_held", name=name, count=held["relations"]) if used else f"{name}：{held['doubt']}",
        ),
        element(
            "button", say("page_remove_material"), type="button", class_="jh-remove", data_sha=held["sha256"]
        ),
    )


def _fact(fact: Fact, lang: Language) -> Html:
    name = one_line(f"{fact.label} {fact.quantity.words()}")
    return go_button(name, fact.evidence, lang, title=page_words(fact.evidence, lang))


def coverage_marks(review: Review) -> list[dict[str, object]]:
    """Return every figure of the report with its boxes and, where it was not checked, the reason."""
    reasons = dict(review.coverage.unchecked)
    return [
        {
            "boxes": [box.as_list() for box in fact.evidence.boxes or ()],
            "start": fact.evidence.start,
            "end": fact.evidence.end,
            "reason": reasons.get(fact.id),
        }
        for fact in review.facts
    ]
