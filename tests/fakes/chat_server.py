"""A chat endpoint on the loopback that is scripted: it speaks, lies, stalls, refuses, breaks off, as a test wants."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Script = Callable[["Exchange"], None]
"""Answers one request."""


class Exchange:
    """One request and the means to answer it."""

    def __init__(
        self, handler: BaseHTTPRequestHandler, request: dict[str, Any], stop: threading.Event
    ) -> None:
        self._handler = handler
        self.request = request
        self.stopped = stop

    @property
    def told(self) -> str:
        """Return all that the model was told, in one text."""
        return "\n".join(str(message.get("content") or "") for message in self.request["messages"])

    @property
    def draft(self) -> str:
        """Return the composed reply in the prompt, with its slots."""
        found = re.search(r"底稿（[^）]*）：\n(.*?)\n\n占位符：", self.told, re.DOTALL)
        return found[1] if found else ""

    @property
    def slots(self) -> dict[str, str]:
        """Return the slots of the prompt with what they stand for."""
        return dict(re.findall(r"^\{([nd]\d+)\} = (.+)$", self.told, re.MULTILINE))

    @property
    def filled(self) -> str:
        """Return the composed reply with its figures."""
        return re.sub(r"\{([nd]\d+)\}", lambda match: self.slots[match[1]], self.draft)

    def status(self, code: int) -> None:
        """Refuse with a status."""
        body = json.dumps({"error": {"message": f"scripted {code}", "type": "scripted"}}).encode()
        self._handler.send_response(code)
        self._handler.send_header("Content-Type", "application/json")
        self._handler.send_header("Content-Length", str(len(body)))
        self._handler.end_headers()
        self._handler.wfile.write(body)

    def open(self) -> None:
        """Begin a stream of events."""
        self._handler.send_response(200)
        self._handler.send_header("Content-Type", "text/event-stream")
        self._handler.end_headers()

    def event(self, delta: dict[str, Any], finish: str | None = None) -> None:
        """Send one chunk."""
        chunk = {
            "id": "scripted",
            "object": "chat.completion.chunk",
            "created": 0,
            "model": "scripted",
            "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
        }
        self.raw(f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n")

    def raw(self, text: str) -> None:
        """Send bytes as they are."""
        self._handler.wfile.write(text.encode())
        self._handler.wfile.flush()

    def say(self, text: str, size: int = 7) -> None:
        """Stream a whole answer in small pieces."""
        self.open()
        for at in range(0, len(text), size):
            self.event({"role": "assistant", "content": text[at : at + size]})
        self.event({}, "stop")
        self.raw("data: [DONE]\n\n")

    def use_tool(self, name: str, arguments: str) -> None:
        """Ask for a tool; ``arguments`` is the text that stands for its JSON."""
        self.open()
        function = {"name": name, "arguments": arguments}
        call = {"index": 0, "id": "call_1", "type": "function", "function": function}
        self.event({"role": "assistant", "content": None, "tool_calls": [call]})
        self.event({}, "tool_calls")
        self.raw("data: [DONE]\n\n")


class ChatServer:
    """A server with a script for each request in turn; the last one answers all that follow."""

    def __init__(self, scripts: Sequence[Script]) -> None:
        self.requests: list[dict[str, Any]] = []
        self._scripts = list(scripts)
        self._stop = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.0"

            def do_POST(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                request = json.loads(self.rfile.read(length))
                outer.requests.append(request)
                script = outer._scripts[min(len(outer.requests), len(outer._scripts)) - 1]
                try:
                    script(Exchange(self, request, outer._stop))
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True  # whoever asked has heard enough and gone

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def sent(self) -> str:
        """Return everything that any request told the model."""
        return "\n".join(json.dumps(request, ensure_ascii=False) for request in self.requests)

    def close(self) -> None:
        """Stop serving; whoever stalls is let go."""
        self._stop.set()
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def chat_server(*scripts: Script) -> Iterator[ChatServer]:
    """Serve the scripts for as long as the block runs."""
    server = ChatServer(scripts)
    try:
        yield server
    finally:
        server.close()


def honest(exchange: Exchange) -> None:
    """Say the composed reply, slots and all."""
    exchange.say(exchange.draft)


def saying(text: str) -> Script:
    """Say this, whatever is asked."""
    return lambda exchange: exchange.say(text)


def stalls(exchange: Exchange) -> None:
    """Begin, then say nothing more."""
    exchange.open()
    exchange.event({"role": "assistant", "content": "公用经费控制率"})
    exchange.stopped.wait(20)


def refuses(code: int) -> Script:
    """Answer with a status only."""
    return lambda exchange: exchange.status(code)


def breaks_off(exchange: Exchange) -> None:
    """Say half of it, then close the connection without an end."""
    exchange.open()
    for at in range(0, len(exchange.draft) // 2, 7):
        exchange.event({"role": "assistant", "content": exchange.draft[at : at + 7]})


def speaks_no_json(exchange: Exchange) -> None:
    """Send an event that is no JSON."""
    exchange.open()
    exchange.raw('data: {"choices": [{"delta": {"content": "公用\n\n')
    exchange.raw("data: [DONE]\n\n")
