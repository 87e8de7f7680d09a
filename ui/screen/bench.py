"""The review of one report as the left side of the page: the chain, and the panels that a reviewer turns to."""

from __future__ import annotations

from assistant.labels import Language
from rules.relations.relation import Verdict
from rules.review import Review
from ui.deciding import Decisions
from ui.english import told
from ui.messages import words
from ui.screen.chain import budget_chain, chain_strip
from ui.screen.coverage import checked_panel, rounding_panel, unchecked_panel
from ui.screen.findings import findings_list
from ui.screen.markup import Html, element
from ui.screen.scores import scores_panel

_TOLERATED = (Verdict.ROUNDING, Verdict.CONVENTION)


def bench(review: Review, decisions: Decisions, lang: Language = "zh") -> Html:
    """Return chain and panels; the findings are open, the page's script shows the others."""
    say = words(lang)
    scores = () if review.scorecard is None else review.scorecard.indicators
    panels = (
        ("findings", len(review.findings), findings_list(review, decisions, lang)),
        ("scores", len(scores), scores_panel(review, lang)),
        ("checked", len(review.relations), checked_panel(review, lang)),
        ("unchecked", len(review.coverage.unchecked), unchecked_panel(review, lang)),
        ("rounding", sum(r.verdict in _TOLERATED for r in review.relations), rounding_panel(review, lang)),
    )
    tabs = [
        element(
            "button",
            say(f"page_panel_{name}"),
            element("span", str(count), class_="jh-count"),
            type="button",
            role="tab",
            data_panel=name,
            aria_selected=str(name == "findings").lower(),
        )
        for name, count, _ in panels
    ]
    bodies = [
        element(
            "section", body, class_="jh-panel", data_panel=name, role="tabpanel", hidden=name != "findings"
        )
        for name, _, body in panels
    ]
    chain = budget_chain(review)
    trouble = decisions.trouble
    return element(
        "div",
        None
        if trouble is None
        else element("p", say("page_no_decisions", why=told(trouble, lang)), class_="jh-trouble"),
        None if chain is None else chain_strip(chain, lang),
        element(
            "nav",
            tabs,
            element("span", class_="jh-handled", data_words=say("page_handled", count="{count}")),
            class_="jh-panels",
            role="tablist",
        ),
        bodies,
        element("p", say("page_keys"), class_="jh-keys"),
        class_="jh-bench",
    )
