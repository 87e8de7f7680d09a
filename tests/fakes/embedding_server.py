"""A small server with the OpenAI embeddings interface on loopback: answers, refuses, stalls or talks nonsense."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class EmbeddingServer:
    """What it was asked, and how it is to answer: ``fail`` calls with status ``status`` before the first good one.

    ``dies_after`` is how many calls are answered before it breaks off every connection; None: it lives.
    """

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.fail = 0
        self.status = 500
        self.dies_after: int | None = None
        self.dimension = 8
        self.nonsense: bytes | None = None
        self.one_too_few = False
        self.base_url = ""

    def reply(self, texts: list[str]) -> list[dict[str, Any]]:
        vectors = [[float(len(text) % 7 + place) for place in range(self.dimension)] for text in texts]
        rows = [
            {"object": "embedding", "index": at, "embedding": vector} for at, vector in enumerate(vectors)
        ]
        return rows[:-1] if self.one_too_few else rows


@contextmanager
def embedding_server() -> Iterator[EmbeddingServer]:
    """Serve until the block ends."""
    state = EmbeddingServer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            state.asked.append(body)
            state.keys.append(self.headers["Authorization"])
            if state.dies_after is not None and len(state.asked) > state.dies_after:
                self.close_connection = True
                self.connection.close()
                return
            if state.fail:
                state.fail -= 1
                self._send(state.status, b'{"error": {"message": "secret text of the request"}}')
                return
            texts = body["input"] if isinstance(body["input"], list) else [body["input"]]
            answer = {"object": "list", "model": body["model"], "data": state.reply(texts), "usage": {}}
            self._send(200, state.nonsense if state.nonsense is not None else json.dumps(answer).encode())

        def _send(self, status: int, data: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *what: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.base_url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
