"""Text with markers, ``[1]`` …: each becomes a button to its source, and the sources are listed under the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.labels import Language, one_line, page_words, place
from assistant.support import Citation, Number, Origin
from ui.messages import Words, words
from ui.screen.markup import Html, element, joined
from ui.screen.spots import shortened, spot

_MARKER = re.compile(r"\[\d+\]")
_CODE = re.compile(r"\b[ASCQP]\d\d\b")


def cited_text(text: str, citations: Sequence[Citation], lang: Language = "zh") -> Html:
    """Return the text with a button for every marker; a marker without a source stays text."""
    held = {citation.marker: citation for citation in citations}
    parts: list[str] = []
    at = 0
    for found in _MARKER.finditer(text):
        citation = held.get(found.group())
        if citation is None:
            continue
        parts += [text[at : found.start()], marker_button(citation, lang)]
        at = found.end()
    return joined([*parts, text[at:]])


def marker_button(citation: Citation, lang: Language = "zh") -> Html:
    """Return the button of a marker: the report turns to the place, any other source unfolds below."""
    evidence = citation.evidence
    from_report = evidence.source == "report"
    return element(
        "button",
        citation.marker,
        type="button",
        class_="jh-cite",
        data_source=evidence.source,
        data_marker=citation.marker,
        data_spots=[spot(evidence, None, lang)] if from_report else None,
        title=_title(citation, lang),
    )


def _title(citation: Citation, lang: Language) -> str:
    evidence = citation.evidence
    where = place(evidence, lang) if evidence.source == "report" else evidence.document
    return one_line(f"{where}　{shortened(one_line(evidence.quote), 60)}")


def sources(citations: Sequence[Citation], lang: Language = "zh") -> Html | None:
    """Return the list of sources with their quotes; None where nothing is cited."""
    if not citations:
        return None
    say = words(lang)
    return element("ol", [_source(citation, say, lang) for citation in citations], class_="jh-sources-of")


def _source(citation: Citation, say: Words, lang: Language) -> Html:
    evidence = citation.evidence
    if evidence.source == "report":
        here = evidence.material is None
        where = (page_words(evidence, lang) if here else "") or place(evidence, lang)
        head = [
            marker_button(citation, lang),
            element("span", f"{say('page_source_report')} {where}" if here else where, class_="jh-where"),
        ]
        return element("li", head, element("q", shortened(one_line(evidence.quote), 80)))
    name = one_line(evidence.document).removesuffix("（非原文）")  # the mark beside it says so
    number = f"（{citation.number}）" if citation.number else ""
    own = evidence.source == "card"
    mark = "page_own_card" if own else "page_verified" if citation.verified else "page_unverified"
    code = _CODE.search(f"{evidence.document} {evidence.section or ''} {evidence.quote}") if own else None
    summary = element(
        "summary",
        element("span", citation.marker, class_="jh-cite-name"),
        element("span", f"{name}{number}{citation.article or ''}"),
        element("span", say(mark), class_="jh-mark", data_verified=str(own or bool(citation.verified))),
    )
    link = None
    if code is not None:
        link = element(
            "button",
            say("page_open_card", code=code.group()),
            type="button",
            class_="jh-rule",
            data_code=code.group(),
        )
    body = element("details", summary, element("q", evidence.quote), link, class_="jh-source")
    return element("li", body, data_marker=citation.marker)


def sums(numbers: Sequence[Number], lang: Language = "zh") -> Html | None:
    """Return how computed figures came about; None where none was computed."""
    shown = dict.fromkeys(n.derivation for n in numbers if n.origin is Origin.COMPUTED and n.derivation)
    if not shown:
        return None
    lines = [element("li", line) for line in shown]
    return element(
        "details",
        element("summary", words(lang)("page_sums", count=len(lines))),
        element("ul", lines, class_="jh-sums-of"),
        class_="jh-source",
    )
