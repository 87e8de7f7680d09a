"""What stands above everything: whose report it is, one sentence, and where the results can be had."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.labels import Language, label, one_line
from rules.finding import Disposition
from rules.relations.relation import Verdict
from rules.review import Review
from ui.messages import Words, words
from ui.screen.markup import Html, element

STAGES = ("read", "facts", "relations", "rules")
_SLOT = re.compile(r"\{(\w+)\}")


def report_line(review: Review, files: Sequence[tuple[str, str]], lang: Language) -> Html:
    """Return the line on unit, year, kind and rules in force, with links to the files of results.

    ``files`` pairs the name of a format with the address of its download.
    """
    say = words(lang)
    unit = one_line(review.unit_name or say("no_unit"))
    year = say("year", year=review.year) if review.year else say("no_year")
    names = "＋".join(review.pack.titles)
    parts = [
        element("strong", unit, class_="jh-unit"),
        element("span", year),
        element("span", label("document", review.kind, lang)),
        element("span", names, title=say("page_packs"), class_="jh-packs"),
    ]
    links = [element("a", name, href=address, download=True, class_="jh-download") for name, address in files]
    menu = element(
        "details", element("summary", say("page_exports")), element("div", links), class_="jh-menu"
    )
    again = element("button", say("page_another"), type="button", class_="jh-another")
    return element(
        "div",
        element("div", parts, class_="jh-facts"),
        element("div", menu, again, class_="jh-files"),
        class_="jh-report-line",
    )


def conclusion_line(review: Review, lang: Language = "zh") -> Html:
    """Return the one sentence that a reviewer reads first; each number in it leads to what it counts."""
    count = Counter(finding.disposition for finding in review.findings)
    verdicts = Counter(relation.verdict for relation in review.relations)
    numbers = {
        "return_": (count[Disposition.RETURN], "findings", "jh-return"),
        "ask": (count[Disposition.ASK], "findings", "jh-ask"),
        "advise": (count[Disposition.ADVISE], "findings", "jh-advise"),
        "checked": (len(review.relations), "checked", ""),
        "impossible": (verdicts[Verdict.IMPOSSIBLE], "checked", "jh-verdict-impossible"),
        "unchecked": (len(review.coverage.unchecked), "unchecked", ""),
    }
    parts: list[str] = []
    for at, piece in enumerate(_SLOT.split(words(lang)("conclusion", **_names(numbers)))):
        if at % 2:
            number, panel, anchor = numbers[piece]
            parts.append(
                element(
                    "button",
                    str(number),
                    type="button",
                    class_="jh-number",
                    data_panel=panel,
                    data_anchor=anchor,
                    data_counts=piece,
                )
            )
        else:
            parts.append(piece)
    notes = [element("li", one_line(warning)) for warning in review.warnings]
    return element(
        "div",
        element("p", parts, class_="jh-conclusion"),
        element("ul", notes, class_="jh-notes") if notes else None,
    )


def _names(numbers: dict[str, tuple[int, str, str]]) -> dict[str, str]:
    """Return slots that fill themselves, so that the sentence can be taken apart at its numbers."""
    return {name: f"{{{name}}}" for name in numbers}


def stages_line(begun: str, page: int, pages: int, name: str, lang: Language = "zh") -> Html:
    """Return how far the work on a file has come; ``page`` of ``pages`` where pages are recognised one by one."""
    say: Words = words(lang)
    at = STAGES.index(begun) if begun in STAGES else -1
    items = [
        element(
            "li", say(f"page_work_{stage}"), data_state="done" if n < at else "now" if n == at else "later"
        )
        for n, stage in enumerate(STAGES)
    ]
    return element(
        "div",
        element("p", say("page_working", name=one_line(name)), class_="jh-working"),
        element("ol", items, class_="jh-stages"),
        element("p", say("page_recognising", page=page, pages=pages), class_="jh-dim") if pages else None,
        class_="jh-progress",
        role="status",
    )


def failure(message: str, lang: Language = "zh") -> Html:
    """Return what could not be done, in the line that says so."""
    return element("p", message, class_="jh-failure", role="alert", lang=lang)
