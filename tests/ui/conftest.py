"""The page served by the real command, and a real browser in front of it that reports whatever leaves the machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SECONDS = 60
expect.set_options(timeout=SECONDS * 1000)  # a busy machine is no fault of the page


@contextmanager
def serving(home: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Give the address and the process of ``jiheng ui`` with that home folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("JIHENG_")}
    environment["JIHENG_HOME"] = str(home)
    call = [sys.executable, "-c", "from ui.cli import main; main()", "ui", "--port", str(port)]
    with (
        tempfile.NamedTemporaryFile("w+b") as log,
        subprocess.Popen(call, env=environment, stdout=log, stderr=log) as process,
    ):
        try:
            _wait_for(address, process, log.name)
            yield address, process
        finally:
            process.terminate()
            process.wait(SECONDS)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a page of its own, served by ``jiheng ui``."""
    with serving(tmp_path_factory.mktemp("page-home")) as (address, _):
        yield address


def _wait_for(address: str, process: subprocess.Popen[bytes], log: str) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            httpx.get(address, trust_env=False, timeout=SECONDS)
            return
        except httpx.HTTPError:
            time.sleep(0.2)
    pytest.fail(f"the page did not come up: {Path(log).read_text(encoding='utf-8')}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give Chromium with a fresh profile."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@contextmanager
def watched(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """Give a browser context; whatever was done in it, nothing may have gone elsewhere and no script have failed."""
    context = browser.new_context(base_url=address, viewport={"width": 1366, "height": 700}, locale="en-US")
    context.set_default_timeout(SECONDS * 1000)
    elsewhere: list[str] = []
    faults: list[str] = []

    def seen(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            elsewhere.append(request.url)

    context.on("request", seen)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    yield context
    context.close()
    assert elsewhere == []
    assert faults == []


def opened(context: BrowserContext) -> Page:
    """Return the page, opened in a tab of its own."""
    page = context.new_page()
    page.goto("/")
    page.wait_for_selector(".jh-drop")
    return page


@pytest.fixture
def context(browser: Browser, served: str) -> Iterator[BrowserContext]:
    """Give a browser context to this test alone."""
    with watched(browser, served) as context:
        yield context


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Give the page, opened for this test alone."""
    return opened(context)
