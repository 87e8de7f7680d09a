"""Where the page listens: refused or taken places are said before anything heavy is imported."""

from __future__ import annotations

import socket

from assistant.labels import Language
from corpus.errors import InputError
from ui.door import is_loopback
from ui.messages import words

FIRST_PORT, PORTS = 7860, 20
_WAITING = 128


def listen(host: str, port: int | None, lang: Language) -> socket.socket:
    """Return a listening socket at the port asked for, else at the first free one; who connects early waits.

    Raises: InputError for an address that others could reach, and for a port that is taken.
    """
    say = words(lang)
    if not is_loopback(host):
        raise InputError(say("page_not_loopback", host=host))
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for candidate in [port] if port is not None else range(FIRST_PORT, FIRST_PORT + PORTS):
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host.strip("[]"), candidate))
            listening.listen(_WAITING)
        except OSError:
            listening.close()
            continue
        return listening
    taken = port if port is not None else f"{FIRST_PORT}—{FIRST_PORT + PORTS - 1}"
    raise InputError(say("page_port_taken", port=taken))


def address(listening: socket.socket) -> str:
    """Return the address of the page for people."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
