"""Who may speak to the page, and what a browser is told with every answer.

Without accounts the page is for this machine alone. Listening on a loopback address is not enough: a web site visited
in the same browser could reach it under a name of its own (DNS rebinding) or post to it across origins. So only
loopback names are answered, and nothing is accepted from another origin. The content policy makes the browser itself
refuse whatever would leave the machine.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",  # Gradio writes scripts into its page and compiles templates
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
_SAFE = ("GET", "HEAD", "OPTIONS")


def is_loopback(host: str) -> bool:
    """Say whether a host name or address is this machine alone."""
    name = host.strip("[]").lower().rstrip(".")
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


class Door:
    """An application behind the checks of this module."""

    def __init__(self, inner: Application) -> None:
        self._inner = inner

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may come in, with the headers of this module on every answer."""
        if scope["type"] not in ("http", "websocket"):
            await self._inner(scope, receive, send)
            return
        if not _may_enter(scope):
            await _refuse(scope, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_HEADERS]
            await send(message)

        await self._inner(scope, receive, with_headers)


def _may_enter(scope: Scope) -> bool:
    headers = {name.lower(): value.decode("latin-1") for name, value in scope.get("headers", ())}
    host = headers.get(b"host", "")
    if not is_loopback(urlsplit(f"//{host}").hostname or ""):
        return False
    origin = headers.get(b"origin")
    if origin is None or (scope["type"] == "http" and scope["method"] in _SAFE):
        return True
    return bool(urlsplit(origin).netloc == host)


async def _refuse(scope: Scope, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    await send(
        {
            "type": "http.response.start",
            "status": 403,
            "headers": [(b"content-type", b"text/plain; charset=utf-8"), *_HEADERS],
        }
    )
    await send({"type": "http.response.body", "body": "只接受本机访问".encode()})
