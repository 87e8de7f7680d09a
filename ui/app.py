"""The page: its parts put together, mounted once in each language, served behind the door."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
import os
import socket
from collections.abc import Callable
from functools import partial
from importlib.resources import files
from typing import Any

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # read while Gradio is imported

import gradio as gr
import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse, Response

from assistant.labels import Language
from assistant.settings import load_settings
from assistant.wiring import open_workspace
from ui.desk import Desks
from ui.door import Application, Door
from ui.listening import address
from ui.messages import words
from ui.pages import chat, draft, review, training
from ui.pages.bridge import panel
from ui.pages.review import ReviewParts
from ui.pages.rulebook import rulebook_part
from ui.screen.intro import LARGEST_MEGABYTES
from ui.screen.markup import Html, element
from ui.talking import Talks
from ui.web import LOOKS, routes

_PATIENCE = 2
"""Seconds that open pages get to finish what they stream when the program ends; they listen for ever."""
_ASSETS = ("page.css", "report.js", "page.js", "talk.js", "training.js")
_QUIET: dict[str, Any] = {
    "footer_links": [],
    "run_history": False,
    "enable_monitoring": False,
    "ssr_mode": False,
    "pwa": False,
    "mcp_server": False,
    "show_error": False,
}
"""What Gradio offers by itself and this page does not have."""


def build(desks: Desks, talks: Talks, lang: Language, default: Language) -> gr.Blocks:
    """Return the page in a language."""
    say = words(lang)
    page = gr.Blocks(title=say("page_title"), analytics_enabled=False, fill_width=True)
    with page:
        panel("brand", value=_brand(lang, default))
        desk, head = review.review_parts(desks, lang)
        with gr.Row(elem_id="jh-desk", equal_height=False):
            with gr.Column(elem_id="jh-left", scale=1, min_width=320), gr.Tabs(elem_id="jh-tabs"):
                with gr.Tab(say("page_tab_review"), id="review") as first:
                    begin, progress, bench = review.bench_part(desks, lang)
                with gr.Tab(say("page_tab_chat"), id="chat") as second:
                    talk = chat.chat_parts(talks, lang)
                with gr.Tab(say("page_tab_draft"), id="draft") as drafts:
                    drafting = draft.draft_parts(lang)
                with gr.Tab(say("page_tab_training"), id="training") as third:
                    practice = training.training_parts(lang)
                with gr.Tab(say("page_tab_rules"), id="rules") as rules:
                    rulebook_part(lang)
            with gr.Column(elem_id="jh-right", scale=1, min_width=320):
                report, exercise = panel("report"), panel("exercise")
        for tab in (first, second, drafts, third, rules):
            tab.select(None, js=f"() => {{ document.body.dataset.tab = '{tab.id}'; }}")
        review.connect(ReviewParts(desk, begin, progress, head, bench, report), page, desks, lang)
        chat.connect(talk, desk, desks, talks, lang)
        draft.connect(drafting, desk, desks, lang)
        training.connect(practice, exercise, lang)
    page.queue(default_concurrency_limit=8)
    return page


def _brand(lang: Language, default: Language) -> Html:
    say = words(lang)
    other: Language = "en" if lang == "zh" else "zh"
    return element(
        "div",
        element("span", say("page_name"), class_="jh-logo"),
        element("span", say("page_motto"), class_="jh-motto"),
        element(
            "a", say("page_other_language"), href=_path(other, default), class_="jh-language", hreflang=other
        ),
        class_="jh-brand",
        data_lang="zh-CN" if lang == "zh" else "en",
    )


def _path(lang: Language, default: Language) -> str:
    return "/" if lang == default else f"/{lang}/"


def _head_of_page() -> str:
    """Return what goes into the head of the document: our script, never kept past a change of it."""
    tags = []
    for name in _ASSETS:
        mark = hashlib.sha256((files("ui") / "assets" / name).read_bytes()).hexdigest()[:10]
        address = f"{LOOKS}/{name}?{mark}"
        tags.append(
            f'<link rel="stylesheet" href="{address}">'
            if name.endswith(".css")
            else f'<script src="{address}"></script>'
        )
    return "".join(tags)


def application(default: Language = "zh") -> Application:
    """Return the whole page as an ASGI application: in the default language at ``/``, in the other beside it."""
    settings = load_settings()
    desks, talks = Desks(partial(open_workspace, settings.home, settings.database_url)), Talks(settings)
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(routes(desks, default))
    theme = gr.themes.Base(
        font=["system-ui"], font_mono=["monospace"], primary_hue="blue", neutral_hue="slate"
    )
    other: Language = "en" if default == "zh" else "zh"

    @app.get(f"/{other}")
    def other_language(request: Request) -> Response:
        return RedirectResponse(f"/{other}/?{request.url.query}")

    for lang in (other, default):  # the one at the root would swallow what comes after it
        gr.mount_gradio_app(
            app,
            build(desks, talks, lang, default),
            _path(lang, default).rstrip("/") or "/",
            server_name="127.0.0.1",
            max_file_size=LARGEST_MEGABYTES * 1024 * 1024,
            theme=theme,
            head=_head_of_page(),
            **_QUIET,
        )
    return Door(app)


def serve(listening: socket.socket, lang: Language, ready: Callable[[str], None]) -> None:
    """Serve the page on a listening socket until it is interrupted; ``ready`` is told when it is up, with its address."""
    config = uvicorn.Config(
        application(lang),
        log_level="warning",
        access_log=False,
        ws="none",
        timeout_graceful_shutdown=_PATIENCE,
    )
    ready(words(lang)("page_at", address=address(listening)))
    logging.getLogger("uvicorn.error").addFilter(_is_news)
    with contextlib.suppress(KeyboardInterrupt):  # the way in which it is ended
        uvicorn.Server(config).run(sockets=[listening])


def _is_news(record: logging.LogRecord) -> bool:
    """Say whether a line of the server's log tells of more than pages that were open when the program ended."""
    fault = record.exc_info[1] if record.exc_info else None
    return not isinstance(fault, asyncio.CancelledError) and "graceful shutdown" not in record.getMessage()
