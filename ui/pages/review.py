"""审阅: hand in a report, see what was found beside the place where it stands, decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.labels import Language
from corpus.errors import InputError, JihengError
from rules.review import Review
from ui.deciding import CHOICES, Decision
from ui.desk import Desk, Desks
from ui.messages import words
from ui.pages.bridge import EVENT, panel
from ui.reviewing import reason, review_stages
from ui.screen.bench import bench
from ui.screen.head import conclusion_line, failure, report_line, stages_line
from ui.screen.intro import intro
from ui.screen.markup import Html, element
from ui.screen.sheets import sheets
from ui.web import file_addresses, page_address

Shown = tuple[str, str, str, str, str]
"""Values of: the desk's id, the progress, head, bench, report."""


@dataclass(frozen=True, slots=True)
class ReviewParts:
    """The components of the review; ``desk`` holds the id of the desk of this tab."""

    desk: gr.State
    intro: gr.HTML
    progress: gr.HTML
    head: gr.HTML
    bench: gr.HTML
    report: gr.HTML

    @property
    def shown(self) -> list[Any]:
        """Return the components that a report fills, in the order of ``Shown``."""
        return [self.desk, self.progress, self.head, self.bench, self.report]


def show(desk: Desk, lang: Language) -> Shown:
    """Return what the page shows of a reviewed report."""
    assert desk.review is not None and desk.document is not None
    desk.decisions.recall(desk.review)
    return (
        desk.id,
        "",
        _head(desk, desk.review, lang),
        bench(desk.review, desk.decisions, lang),
        sheets(desk.document, page_address(desk), lang),
    )


def _head(desk: Desk, review: Review, lang: Language) -> Html:
    line = report_line(review, file_addresses(desk, lang), lang)
    return element(
        "header", line, conclusion_line(review, lang), class_="jh-head-of-report", data_desk=desk.id
    )


def opened(desks: Desks, lang: Language, asked: dict[str, Any]) -> Iterator[Shown]:
    """Review the report that the browser has handed in, telling the stages; a failure is one line."""
    desk = desks.find(asked.get("desk"))
    if desk is None:
        yield ("", failure(words(lang)("page_gone"), lang), "", "", "")
        return
    again = desk.review is not None
    if not again:
        desk.password = str(asked.get("password") or "") or None
        desk.year, desk.region = _text(asked, "year"), _text(asked, "region")
    try:
        for stage in review_stages(desk, desk.year, desk.region, lang):
            line = stages_line(stage.name, stage.page, stage.pages, desk.name, lang)
            yield ("", line, "", "", "")
        yield show(desk, lang)
    except Exception as error:  # the border of the page: a fault of ours is one line as well
        if not again:
            desks.close(desk.id)
        yield ("", failure(reason(error, lang), lang), "", "", "")


def _text(asked: dict[str, Any], key: str) -> str | None:
    return str(asked.get(key) or "").strip()[:20] or None


def restored(desks: Desks, lang: Language, desk_id: object) -> Shown | None:
    """Return the report named in the page's address, so that a reload loses nothing; None where none is named."""
    if not desk_id:
        return None
    desk = desks.find(desk_id)
    if desk is None or desk.review is None:
        return ("", failure(words(lang)("page_gone"), lang), "", "", "")
    return show(desk, lang)


def decide(desks: Desks, lang: Language, asked: Any) -> dict[str, Any]:
    """Keep what a reviewer decided; the answer says how it stands, or why it was not kept."""
    say = words(lang)
    try:
        desk = desks.find(asked.get("desk")) if isinstance(asked, dict) else None
        if desk is None or desk.review is None:
            raise InputError(say("page_gone"))
        finding = str(asked.get("finding"))
        if finding not in {item.id for item in desk.review.findings}:
            raise InputError(say("page_gone"))
        choice = asked.get("choice")
        decision = Decision(
            choice=choice if choice in CHOICES else None,
            reason=str(asked.get("reason") or ""),
            note=str(asked.get("note") or ""),
            text=None if asked.get("text") is None else str(asked["text"]),
        )
        desk.decisions.put(finding, decision)
    except JihengError as error:
        return {"error": reason(error, lang)}
    status = say(f"page_done_{decision.choice}") if decision.choice else ""
    return {"saved": say("page_saved"), "status": status, "choice": decision.choice}


def review_parts(desks: Desks, lang: Language) -> tuple[gr.State, gr.HTML]:
    """Return the head of the page and the state that names this tab's desk."""
    return gr.State(""), panel("head")


def bench_part(desks: Desks, lang: Language) -> tuple[gr.HTML, gr.HTML, gr.HTML]:
    """Return the left side: the place for a report, the progress, the bench."""

    def jiheng_decide(asked: Any) -> dict[str, Any]:
        return decide(desks, lang, asked)

    begin = panel("intro", events=("opened",), value=intro(lang))
    return begin, panel("progress"), panel("bench", functions=(jiheng_decide,))


def connect(parts: ReviewParts, page: gr.Blocks, desks: Desks, lang: Language) -> None:
    """Connect the events of the review."""

    def on_opened(event: gr.EventData) -> Iterator[Shown]:
        yield from opened(desks, lang, event._data if isinstance(event._data, dict) else {})

    def on_load(request: gr.Request) -> Any:
        # Nothing is touched where there is nothing: the person may have handed in a report already.
        return restored(desks, lang, request.query_params.get("report")) or gr.skip()

    parts.intro.opened(
        on_opened,
        None,
        parts.shown,
        concurrency_limit=4,
        concurrency_id="review",
        **EVENT,
    )
    page.load(on_load, None, parts.shown, **EVENT)
