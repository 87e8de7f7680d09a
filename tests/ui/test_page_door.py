"""Who may speak to the page, what it keeps, and what it refuses; without a browser."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from corpus.errors import InputError
from ui.deciding import Decision, Decisions
from ui.desk import Desks
from ui.door import Door, Message, Receive, Scope, Send, is_loopback


async def inner(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"in"})


def knock(method: str, **headers: str) -> tuple[int, dict[bytes, bytes]]:
    """Return status and headers of the answer to a request."""
    said: list[Message] = []

    async def send(message: Message) -> None:
        said.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    scope: dict[str, Any] = {
        "type": "http",
        "method": method,
        "path": "/",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }
    # In a thread of its own: a browser of an earlier test may have left its event loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, Door(inner)(scope, receive, send)).result()
    return said[0]["status"], dict(said[0]["headers"])


@pytest.mark.parametrize("host", ["127.0.0.1:7860", "localhost:7860", "[::1]:7860", "127.8.8.8", "LOCALHOST"])
def test_this_machine_is_let_in(host: str) -> None:
    assert knock("GET", host=host)[0] == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "10.0.0.1"]
)
def test_a_site_under_a_name_of_its_own_is_not(host: str) -> None:
    assert knock("GET", host=host)[0] == 403


def test_nothing_is_taken_from_another_origin() -> None:
    here = "127.0.0.1:7860"
    assert knock("POST", host=here, origin="https://evil.example")[0] == 403
    assert knock("POST", host=here, origin="http://127.0.0.1:9999")[0] == 403
    assert knock("POST", host=here, origin="null")[0] == 403
    assert knock("POST", host=here, origin=f"http://{here}")[0] == 200
    assert knock("POST", host=here)[0] == 200


def test_the_browser_is_told_to_let_nothing_out() -> None:
    policy = knock("GET", host="127.0.0.1")[1][b"content-security-policy"].decode()
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["connect-src"] == "'self'"
    assert not any("http" in rule or "*" in rule for rule in rules.values())


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("a.b", False),
    ],
)
def test_only_loopback_addresses_are_this_machine_alone(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone


def run_ui(home: Path, *options: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-c", "from ui.cli import main; main()", "ui", *options]
    environment = os.environ | {"JIHENG_HOME": str(home)}
    return subprocess.run(call, capture_output=True, text=True, check=False, env=environment, timeout=60)


def test_an_address_that_others_reach_is_refused_in_one_line(home: Path) -> None:
    done = run_ui(home, "--host", "0.0.0.0")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "jiheng: 监听地址 0.0.0.0 会对外开放，而账号功能尚未建立；请用 127.0.0.1"
    ]


def test_a_port_that_is_taken_is_said_in_one_line(home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run_ui(home, "--port", str(port))
    assert done.returncode == 2
    assert done.stderr.splitlines() == [f"jiheng: 端口 {port} 已被占用；请用 --port 另选一个"]


def test_a_desk_is_found_by_its_id_alone() -> None:
    desks = Desks()
    mine, other = desks.open("a.pdf", b"1"), desks.open("a.pdf", b"1")
    assert mine.id != other.id and len(mine.id) >= 32
    assert desks.find(mine.id) is mine
    assert desks.find("a.pdf") is None
    assert desks.find(None) is None
    assert desks.find([mine.id]) is None


def test_the_desk_not_looked_at_for_longest_makes_room() -> None:
    desks = Desks()
    first = desks.open("first", b"")
    rest = [desks.open(str(number), b"") for number in range(23)]
    desks.find(first.id)
    desks.open("one more", b"")
    assert desks.find(first.id) is first
    assert desks.find(rest[0].id) is None


def test_a_page_is_drawn_once() -> None:
    drawn: list[int] = []
    desk = Desks().open("a.pdf", b"")

    def draw() -> bytes:
        drawn.append(1)
        return b"png"

    assert [desk.image(3, draw), desk.image(3, draw)] == [b"png", b"png"]
    assert drawn == [1]


def test_a_rejection_without_a_reason_is_not_kept() -> None:
    decisions = Decisions()
    with pytest.raises(InputError, match="理由"):
        decisions.put("A01-1", Decision("reject", reason="  "))
    assert decisions.get("A01-1") == Decision()
    decisions.put("A01-1", Decision("reject", reason="口径不同"))
    assert decisions.all()["A01-1"].reason == "口径不同"


@pytest.mark.slow
def test_the_page_ends_quietly_while_it_is_open_somewhere(home: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    call = [sys.executable, "-c", "from ui.cli import main; main()", "ui", "--port", str(port)]
    environment = os.environ | {"JIHENG_HOME": str(home)}
    with subprocess.Popen(
        call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        assert f"http://127.0.0.1:{port}" in process.stdout.readline()
        address = f"http://127.0.0.1:{port}/gradio_api/heartbeat/somewhere"
        with httpx.stream("GET", address, trust_env=False, timeout=60) as listening:
            assert listening.status_code == 200
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == 0
        assert process.stderr.read().splitlines() == ["正在启动页面…"]
