"""The library of rules: every card with meaning, formula, examples, source and validity, to be searched on the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.labels import Language, basis_words, label
from rules.card import RuleCard
from rules.explain import value_words
from rules.finding import Basis
from rules.pack_model import Indicator, Pack, Policy
from ui.messages import Words, words
from ui.screen.markup import Html, element


def rulebook(cards: Sequence[RuleCard], lang: Language = "zh", packs: Sequence[Pack] = ()) -> Html:
    """Return all cards by group, then the indicators and documents of the packs, with fields for words and year."""
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
    for pack in packs:
        shown = [_indicator(item, pack, say, lang) for item in pack.indicator]
        shown += [_document(item, pack, say) for item in pack.document]
        if shown:
            groups.append(
                element("section", element("h3", pack.title), shown, class_="jh-rule-group jh-pack")
            )
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
    return _details(
        card.code,
        card.title,
        element("span", effect, class_="jh-kind", data_kind=str(card.disposition)),
        [(say(name), text) for name, text in fields],
        [element("h4", say("basis")), _sources(card.basis, say, lang)],
        (card.effective_from, card.effective_to),
    )


def _indicator(indicator: Indicator, pack: Pack, say: Words, lang: Language) -> Html:
    """Return an indicator of a pack with its formula, every other reading, direction and source."""
    direction = say(f"direction_{indicator.direction}")
    if indicator.target is not None:
        direction += f" {indicator.target:f}{indicator.unit}"
    fields = [
        (say("formula"), value_words(indicator) or say("rule_judged")),
        (say("rule_direction"), direction),
    ]
    fields += [
        (say("rule_slip" if item.mistaken else "rule_reading"), f"{item.name}：{item.formula}")
        for item in indicator.readings
    ]
    fields += [
        (say("in_force"), f"{_span(indicator, say)} · {pack.region}"),
        (say("rule_seen"), indicator.seen),
    ]
    fields += [(say("rule_note"), indicator.note)] if indicator.note else []
    return _details(
        indicator.id,
        indicator.name,
        element("span", say("page_pack_indicator"), class_="jh-kind"),
        fields,
        [element("h4", say("basis")), _sources(indicator.basis, say, lang)],
        (indicator.effective_from, indicator.effective_to),
    )


def _document(document: Policy, pack: Pack, say: Words) -> Html:
    """Return a document of a pack: who issued it, whether it holds, what it replaced, whether it was seen."""
    titles = {item.id: item.title for item in pack.document}
    replaced = "、".join(titles.get(ref, ref) for ref in document.replaces)
    fields = [
        (say("page_pack_issuer"), document.issuer or ""),
        (say("page_pack_status"), document.status),
        (say("in_force"), f"{_span(document, say)} · {pack.region}"),
        (say("page_pack_replaces"), replaced),
        (say("rule_note"), document.note or ""),
    ]
    seen = say("document_seen" if document.verified else "document_unseen")
    return _details(
        document.number or "",
        document.title,
        element("span", seen, class_="jh-mark", data_verified=str(document.verified)),
        [(name, text) for name, text in fields if text],
        [],
        (document.effective_from, document.effective_to),
        code=document.id,
    )


def _details(
    mark: str,
    title: str,
    kind: Html,
    fields: Sequence[tuple[str, str]],
    after: Sequence[Html],
    span: tuple[date | None, date | None],
    code: str | None = None,
) -> Html:
    """Return one entry that opens; ``mark`` stands before the title, ``code`` (else the mark) makes its id."""
    begins, ends = span
    return element(
        "details",
        element(
            "summary",
            element("span", mark, class_="jh-code"),
            element("span", title, class_="jh-title"),
            kind,
        ),
        element("dl", [[element("dt", name), element("dd", text)] for name, text in fields]),
        list(after),
        class_="jh-card",
        id=f"jh-rule-{code or mark}",
        data_code=code or mark,
        data_from=str(begins.year) if begins else None,
        data_to=str(ends.year) if ends else None,
    )


def _sources(bases: Sequence[Basis], say: Words, lang: Language) -> Html:
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
        for basis in bases
    ]
    return element("ul", sources, class_="jh-sources")


def _span(card: RuleCard | Indicator | Policy, say: Words) -> str:
    if card.effective_from or card.effective_to:
        return say("from_to", start=card.effective_from or "…", end=card.effective_to or say("today"))
    return say("always")


def _mark(document: str, verified: bool) -> str:
    if document.startswith("规则卡"):
        return "page_own_card"
    return "page_verified" if verified else "page_unverified"
