"""``jiheng ui``: the page in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.commands.options import Debug, Lang
from ui.listening import listen
from ui.messages import words
from ui.terminal import error_line, language_of


def serve_command(
    host: Annotated[
        str, typer.Option("--host", metavar="地址", help="监听地址；未设账号时只能是本机地址")
    ] = "127.0.0.1",
    port: Annotated[
        int | None,
        typer.Option("--port", metavar="端口", min=1, max=65535, help="端口；默认从 7860 起取空闲的一个"),
    ] = None,
    debug: Debug = False,
    lang: Lang = None,
) -> None:
    """Serve the page until it is interrupted."""
    language = language_of(lang)
    listening = listen(host, port, language)  # refused before anything heavy is imported
    error_line(words(language)("page_starting"))
    from ui.app import serve

    serve(listening, language, ready=lambda text: print(text, flush=True))
