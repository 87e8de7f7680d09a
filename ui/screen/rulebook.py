"""The library of rules: every card with meaning, formula, examples, source and validity, to be searched on the page."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.labels import Language, basis_words, label
from rules.card import RuleCard
from ui.messages import Words, words
from ui.screen.markup import Html, element


def rulebook(cards: Sequence[RuleCard], lang: Language = "zh") -> Html:
    """Return all cards by group, with a field for words and one for the year of the report."""
    say = words(lang)
    search = element(
        "div",
        element(
            "input",
            type="search",
            class_="jh-rule-search",
            placeholder=say("page_rule_search"),
            aria_label=say("page_rule_search"),
            autocomplete="off",
        ),
        element(
            "input",
            type="number",
            class_="jh-rule-year",
            placeholder=say("page_rule_year"),
            aria_label=say("page_rule_year"),
            min="1990",
            max="2100",
        ),
        element("output", class_="jh-rule-count", data_words=say("page_rule_count", count="{count}")),
        class_="jh-rule-tools",
    )
    groups = []
    for group in dict.fromkeys(card.group for card in cards):
        shown = [_card(card, say, lang) for card in cards if card.group == group]
        groups.append(element("section", element("h3", group), shown, class_="jh-rule-group"))
    return element("div", search, groups, class_="jh-rulebook")


def _card(card: RuleCard, say: Words, lang: Language) -> Html:
    effect = label("disposition", card.disposition, lang)
    fields = [
        ("meaning", card.meaning),
        ("formula", card.formula),
        ("example_pass", card.example_pass),
        ("example_fail", card.example_fail),
        ("suggestion", card.suggestion),
        ("in_force", f"{_span(card, say)} · {card.region}"),
    ]
    sources = [
        element(
            "li",
            basis_words(basis, lang).replace("（条款待核）", ""),
            element(
                "span",
                say(_mark(basis.document, basis.verified)),
                class_="jh-mark",
                data_verified=str(basis.verified),
            ),
        )
        for basis in card.basis
    ]
    return element(
        "details",
        element(
            "summary",
            element("span", card.code, class_="jh-code"),
            element("span", card.title, class_="jh-title"),
            element("span", effect, class_="jh-kind", data_kind=str(card.disposition)),
        ),
        element("dl", [[element("dt", say(name)), element("dd", text)] for name, text in fields]),
        element("h4", say("basis")),
        element("ul", sources, class_="jh-sources"),
        class_="jh-card",
        id=f"jh-rule-{card.code}",
        data_code=card.code,
        data_from=str(card.effective_from.year) if card.effective_from else None,
        data_to=str(card.effective_to.year) if card.effective_to else None,
    )


def _span(card: RuleCard, say: Words) -> str:
    if card.effective_from or card.effective_to:
        return say("from_to", start=card.effective_from or "…", end=card.effective_to or say("today"))
    return say("always")


def _mark(document: str, verified: bool) -> str:
    if document.startswith("规则卡"):
        return "page_own_card"
    return "page_verified" if verified else "page_unverified"
