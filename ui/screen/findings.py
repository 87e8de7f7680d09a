"""The list of findings and, under each, what a reviewer needs to act on it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assistant.labels import Language, basis_words, label, one_line, page_words, place
from corpus.document.evidence import Evidence
from rules.card import RuleCard, card
from rules.errors import PackError
from rules.finding import Basis, Disposition, Finding
from rules.review import Review
from ui.deciding import CHOICES, Decision, Decisions, Earlier
from ui.messages import Words, words
from ui.screen.derivation import Index, derivation_bar
from ui.screen.markup import Html, element
from ui.screen.spots import shortened, spots

_OPEN = (Disposition.RETURN, Disposition.ASK)
"""What a reviewer has to see at once; the rest is folded."""

_LONGEST_HEAD = 56
_KEYS = {"adopt": "A", "reject": "X", "verify": "Q"}
_REASONS = ("page_reason_explained", "page_reason_scope", "page_reason_reading", "page_reason_immaterial")


def findings_list(review: Review, decisions: Decisions, lang: Language = "zh") -> Html:
    """Return all findings by disposition; findings of one sort are folded into one line."""
    say = words(lang)
    if not review.findings:
        return element("p", say("page_nothing"), class_="jh-empty")
    index = Index(review)
    sections = []
    for disposition in Disposition:
        chosen = [finding for finding in review.findings if finding.disposition is disposition]
        if chosen:
            sections.append(_section(disposition, chosen, index, decisions, lang))
    return element("div", sections, class_="jh-findings", aria_label=say("page_findings"))


def _section(
    disposition: Disposition, chosen: Sequence[Finding], index: Index, decisions: Decisions, lang: Language
) -> Html:
    title = element(
        "summary",
        element(
            "span", label("disposition", disposition, lang), class_="jh-kind", data_kind=str(disposition)
        ),
        element("span", str(len(chosen)), class_="jh-count"),
    )
    entries = [_entry(members, index, decisions, lang) for members in _sorts(chosen)]
    return element(
        "details",
        title,
        entries,
        class_="jh-section",
        id=f"jh-{disposition}",
        open=disposition in _OPEN,
    )


def _sorts(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Return findings of one group together, at the place of the first, and every other alone."""
    order: dict[str, int] = {}
    for at, finding in enumerate(findings):
        order.setdefault(finding.group or f"\0{at}", at)
    keyed = [(order[finding.group or f"\0{at}"], finding) for at, finding in enumerate(findings)]
    keyed.sort(key=lambda pair: pair[0])
    return [[finding for _, finding in group] for _, group in groupby(keyed, key=lambda pair: pair[0])]


def _entry(members: list[Finding], index: Index, decisions: Decisions, lang: Language) -> Html:
    first = members[0]
    if len(members) == 1:
        return _finding(first, first.title, index, decisions, lang)
    cards = [
        # Under one head for all, what each says tells them apart.
        _finding(one, shortened(one_line(one.message), _LONGEST_HEAD), index, decisions, lang)
        for one in members
    ]
    head = words(lang)("page_folded", group=one_line(first.group or first.title), count=len(members))
    return element("details", element("summary", head), cards, class_="jh-group")


def _finding(finding: Finding, title: str, index: Index, decisions: Decisions, lang: Language) -> Html:
    """Return one finding: its line, and its detail, which the page shows when it is chosen."""
    say = words(lang)
    decision = decisions.get(finding.id)
    bar = derivation_bar(finding, index, lang)
    return element(
        "article",
        _head(finding, title, decision, say, lang),
        element(
            "div",
            element("p", finding.message, class_="jh-message"),
            _places(finding, index, say, lang),
            _bases(finding, say, lang),
            _decided_earlier(decisions.earlier(finding.id), say),
            _decide(finding, decision, say),
            class_="jh-detail",
        ),
        None if bar is None else element("template", bar, class_="jh-bar-of"),
        class_="jh-finding",
        data_id=finding.id,
        data_kind=str(finding.disposition),
        data_choice=decision.choice,
        data_spots=spots(finding.evidence, lang),
    )


def _head(finding: Finding, title: str, decision: Decision, say: Words, lang: Language) -> Html:
    where = next((page_words(item, lang) or _section_of(item) for item in finding.evidence), "")
    impact = label("impact", finding.impact, lang) if finding.impact else None
    facts = [text for text in (impact, where) if text]
    return element(
        "button",
        element("span", one_line(title), class_="jh-title"),
        element("span", finding.rule, class_="jh-code"),
        element("span", " · ".join(facts), class_="jh-where"),
        element("span", _status(decision, say), class_="jh-status"),
        type="button",
        class_="jh-head",
        aria_expanded="false",
    )


def _section_of(evidence: Evidence) -> str:
    """Return where a quote stands in a format without pages."""
    return shortened(one_line(evidence.table or (evidence.section or "").rpartition(" / ")[2]), 24)


def _status(decision: Decision, say: Words) -> str:
    return say(f"page_done_{decision.choice}") if decision.choice else ""


def _places(finding: Finding, index: Index, say: Words, lang: Language) -> Html | None:
    if not finding.evidence:
        return None
    chips = []
    pages = {item.page for item in finding.evidence}
    for number, item in enumerate(finding.evidence, 1):
        quote = shortened(one_line(item.quote))
        chips.append(
            element(
                "button",
                element("b", str(number), class_="jh-n"),
                element("q", quote) if quote else None,
                element("span", page_words(item, lang), class_="jh-where") if len(pages) > 1 else None,
                type="button",
                class_="jh-chip",
                data_n=str(number),
                title=place(item, lang),
            )
        )
    suspects = None
    if finding.culprit is None and finding.suspects:
        named = [index.facts[fact] for fact in finding.suspects if fact in index.facts]
        listed = "；".join(dict.fromkeys(one_line(f"{fact.label} {fact.quantity.words()}") for fact in named))
        suspects = element("p", f"{say('page_suspects')}　{listed}", class_="jh-suspects") if listed else None
    return element("div", element("div", chips, class_="jh-chips"), suspects, class_="jh-places")


def _bases(finding: Finding, say: Words, lang: Language) -> Html:
    return element("div", [basis_card(basis, finding.rule, say, lang) for basis in finding.basis])


def basis_card(basis: Basis, code: str, say: Words, lang: Language) -> Html:
    """Return why it is a rule: the document with its mark, and our own card of the rule under it."""
    mark = "page_verified" if basis.verified else "page_unverified"
    own = basis.document.startswith("规则卡")
    shown = element(
        "summary",
        element("span", say("page_basis"), class_="jh-name"),
        element("span", basis_words(basis, lang).replace("（条款待核）", "")),
        element(
            "span", say("page_own_card" if own else mark), class_="jh-mark", data_verified=str(basis.verified)
        ),
    )
    return element("details", shown, _rule(code, say), class_="jh-basis")


def _rule(code: str, say: Words) -> Html | None:
    found = _card(code)
    if found is None:
        return None
    return element(
        "dl",
        [
            [element("dt", say(name)), element("dd", text)]
            for name, text in (("meaning", found.meaning), ("formula", found.formula))
        ],
        element("button", say("page_open_card", code=code), type="button", class_="jh-rule", data_code=code),
        class_="jh-rule-words",
    )


def _card(code: str) -> RuleCard | None:
    """Return the card of a rule; None for a rule of a pack that is not held here."""
    try:
        return card(code)
    except PackError:
        return None


def _decided_earlier(earlier: Earlier | None, say: Words) -> Html | None:
    """Return what was decided while the figures were others; it binds nobody and is there to be looked at."""
    if earlier is None:
        return None
    decision = earlier.decision
    status = say(f"page_done_{decision.choice}") if decision.choice else say("page_only_noted")
    told = "；".join(part for part in (decision.reason, decision.note) if part)
    return element(
        "p",
        say("page_earlier", status=status, day=earlier.day, told=f"：{told}" if told else ""),
        class_="jh-earlier",
    )


def _decide(finding: Finding, decision: Decision, say: Words) -> Html:
    """Return the wording to be sent, the three choices and the note; the page's script hands them over."""
    proposed = " ".join(part for part in (finding.message, finding.suggestion) if part)
    buttons = [
        element(
            "button",
            say(f"page_{choice}"),
            element("kbd", _KEYS[choice]),
            type="button",
            class_="jh-choose",
            data_choice=choice,
            aria_pressed=str(decision.choice == choice).lower(),
        )
        for choice in CHOICES
    ]
    note = element("button", say("page_note"), element("kbd", "N"), type="button", class_="jh-noting")
    reasons = [element("button", say(key), type="button", class_="jh-reason") for key in _REASONS]
    return element(
        "form",
        element("label", say("page_to_send"), class_="jh-name"),
        element("textarea", decision.text or proposed, name="text", rows="3", aria_label=say("page_to_send")),
        element("div", buttons, note, element("output", class_="jh-saved"), class_="jh-buttons"),
        element(
            "div",
            element("div", reasons, class_="jh-reasons"),
            element(
                "input",
                name="reason",
                value=decision.reason,
                placeholder=say("page_reason_wanted"),
                aria_label=say("page_reason_wanted"),
                autocomplete="off",
            ),
            element("button", say("page_reject_confirm"), type="submit"),
            class_="jh-why",
            hidden=decision.choice != "reject",
        ),
        element(
            "textarea",
            decision.note,
            name="note",
            rows="2",
            placeholder=say("page_note_hint"),
            aria_label=say("page_note"),
            hidden=not decision.note,
        ),
        class_="jh-decide",
        data_proposed=proposed,
    )
