"""The catalogue of rules and packs as lines for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.labels import Language, basis_words, label, one_line
from rules.card import RuleCard
from ui.messages import Words, words
from ui.present import Line, Style
from ui.wrapping import columns, wrap

if TYPE_CHECKING:
    from rules.explain import Explained
    from rules.pack import Packs
    from rules.pack_model import Indicator, Pack, Policy
    from rules.pack_scoring import Dated


def rule_list(cards: Sequence[RuleCard], width: int, lang: Language = "zh") -> list[Line]:
    """Return the catalogue of rules, by group."""
    lines = [Line(words(lang)("rules_head", count=len(cards)), "title")]
    for group in dict.fromkeys(card.group for card in cards):
        lines += [Line(""), Line(group, "strong")]
        for card in cards:
            if card.group == group:
                effect = f"〔{label('disposition', card.disposition, lang)}〕"
                lines += _wrapped(f"{card.code}　{card.title}{effect}", width, "  ", "       ")
    return lines


def rule_shown(
    shown: Explained, year: str | None, region: str | None, width: int, lang: Language = "zh"
) -> list[Line]:
    """Return one rule or indicator, and what it rests on for the year and the region."""
    say = words(lang)
    if shown.card is not None:
        lines = _card(shown.card, width, say, lang)
    else:
        assert shown.indicator is not None
        lines = _indicator(shown.indicator, width, say, lang)
    if shown.pack is not None:
        lines += _field(say("rule_of_pack"), f"{shown.pack.title}（{shown.pack.name}）", width)
    asked = say("rule_asked", year=year or say("rule_any_year"), region=region or say("rule_national"))
    state = say("rule_holds" if shown.holds else "rule_holds_not")
    lines += [Line(""), *_wrapped(f"{asked}{state}", width, style="strong")]
    for item in shown.held:
        lines += _wrapped(f"{say(f'state_{item.state}')}　{item.words}", width, "  ", "    ")
        basis = "；".join(basis_words(basis, lang) for basis in item.basis) or say("rule_no_basis")
        lines += _wrapped(
            f"{item.pack.title}　{basis}　{_span(item.value, say)}", width, "    ", "    ", "dim"
        )
    for document in shown.documents:
        lines += _wrapped(_document(document, say), width, "  ", "    ", "dim")
    return lines


def packs_shown(packs: Packs, width: int, lang: Language = "zh") -> list[Line]:
    """Return the packs at hand, what each holds, and those that were left out."""
    say = words(lang)
    lines = [Line(say("packs_head", count=len(packs.available)), "title")]
    for pack in packs.available.values():
        lines += [Line(""), *_wrapped(f"{pack.name}　{pack.title}（{pack.region}）", width, style="strong")]
        lines += _wrapped(_holds(pack, say), width, "  ", "  ")
        for document in pack.document:
            lines += _wrapped(_document(document, say), width, "    ", "      ", "dim")
    for left_out in packs.left_out:
        lines += [Line(""), *_wrapped(left_out, width)]
    return lines


def faults_shown(
    name: str, pack: Pack | None, faults: Sequence[str], width: int, lang: Language = "zh"
) -> list[Line]:
    """Return what is wrong with a pack, a line each; of a sound one, what it holds."""
    say = words(lang)
    if faults:
        head = Line(say("pack_faults", name=name, count=len(faults)), "title")
        return [head, *(line for fault in faults for line in _wrapped(fault, width, "  ", "    "))]
    sound = Line(say("pack_sound", name=name), "title")
    return [sound] if pack is None else [sound, *_wrapped(_holds(pack, say), width, "  ", "  ")]


def _card(card: RuleCard, width: int, say: Words, lang: Language) -> list[Line]:
    effect = (
        f"{label('disposition', card.disposition, lang)} · {label('severity', card.severity, lang)} · "
        f"{label('impact', card.impact, lang)}"
    )
    span = say("always")
    if card.effective_from or card.effective_to:
        span = say("from_to", start=card.effective_from or "…", end=card.effective_to or say("today"))
    fields = [
        ("meaning", card.meaning),
        ("formula", card.formula),
        ("effect", effect),
        ("in_force", f"{span} · {card.region}"),
        ("example_pass", card.example_pass),
        ("example_fail", card.example_fail),
        *(("basis", basis_words(basis, lang)) for basis in card.basis),
        ("suggestion", card.suggestion),
    ]
    lines = [Line(f"{card.code}　{card.title}（{card.group}）", "title")]
    for key, text in fields:
        lines += _field(say(key), text, width)
    return lines


def _indicator(indicator: Indicator, width: int, say: Words, lang: Language) -> list[Line]:
    from rules.explain import value_words

    lines = [Line(f"{indicator.name}（{indicator.group}）", "title")]
    lines += _field(say("formula"), value_words(indicator) or say("rule_judged"), width)
    direction = say(f"direction_{indicator.direction}")
    if indicator.target is not None:
        direction += f" {indicator.target:f}{indicator.unit}"
    lines += _field(say("rule_direction"), direction, width)
    for reading in indicator.readings:
        kind = say("rule_slip" if reading.mistaken else "rule_reading")
        lines += _field(kind, f"{reading.name}：{reading.formula}", width)
    lines += _field(say("in_force"), _span(indicator, say), width)
    for basis in indicator.basis:
        lines += _field(say("basis"), basis_words(basis, lang), width)
    lines += _field(say("rule_seen"), indicator.seen, width)
    return lines + (_field(say("rule_note"), indicator.note, width) if indicator.note else [])


def _holds(pack: Pack, say: Words) -> str:
    parts = {
        "packs_documents": pack.document,
        "packs_parameters": (
            *pack.bands, *pack.scoring, *pack.execution, *pack.class_weights, *pack.grades, *pack.parameter,
            *pack.veto,
        ),
        "packs_indicators": pack.indicator,
        "packs_elements": pack.element,
        "packs_words": pack.words,
        "packs_cards": pack.cards,
    }  # fmt: skip
    return "　".join(say(key, count=len(held)) for key, held in parts.items() if held)


def _document(document: Policy, say: Words) -> str:
    number = f"（{document.number}）" if document.number else ""
    seen = say("document_seen" if document.verified else "document_unseen")
    standing = f"，{say('standing_reference')}" if document.standing == "reference" else ""
    replaces = f"，{say('document_replaces', ids='、'.join(document.replaces))}" if document.replaces else ""
    return f"{document.id}　《{document.title}》{number} {document.status}{standing}，{seen}{replaces}"


def _span(value: Dated, say: Words) -> str:
    if value.effective_from or value.effective_to:
        return say("from_to", start=value.effective_from or "…", end=value.effective_to or say("today"))
    return say("always")


def _field(name: str, text: str, width: int) -> list[Line]:
    head = f"{name}　"
    return _wrapped(one_line(text), width, head, " " * columns(head))


def _wrapped(
    text: str, width: int, indent: str = "", hanging: str | None = None, style: Style = "plain"
) -> list[Line]:
    return [Line(line, style) for line in wrap(text, width, indent, hanging)]
