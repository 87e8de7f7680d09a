"""Make the pictures of the page in docs/images from the bundled sample report: ``.venv/bin/python scripts/screenshots.py``.

Needs the development environment and Debian's chromium; the page is served by ``jiheng ui`` on a free port.
"""

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
from playwright.sync_api import Page, sync_playwright

IMAGES = Path(__file__).parents[1] / "docs" / "images"
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SIZE = {"width": 1366, "height": 768}
SECONDS = 120
_DRAWN = """() => [...document.images].every((image) => {
    const box = image.getBoundingClientRect();
    return image.complete || box.bottom < 0 || box.top > innerHeight || !box.width;
})"""


@contextmanager
def served() -> Iterator[str]:
    """Give the address of a page in an empty home folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"JIHENG_HOME": home}
        call = [sys.executable, "-c", "from ui.cli import main; main()", "ui", "--port", str(port)]
        with subprocess.Popen(call, env=environment) as process:
            try:
                _wait_for(address)
                yield address
            finally:
                process.terminate()


def _wait_for(address: str) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            httpx.get(address, trust_env=False, timeout=SECONDS)
            return
        except httpx.HTTPError:
            time.sleep(0.2)
    raise SystemExit("the page did not come up")


def review_picture(page: Page) -> None:
    """Show a finding with its sums and the page with every component marked."""
    page.click(".jh-sample")
    page.wait_for_selector(".jh-report")
    chosen = page.locator('.jh-finding[data-id^="A06-"]').first
    chosen.locator(".jh-head").click()
    _settle(page)
    page.screenshot(path=IMAGES / "review.png")


def ask_picture(page: Page) -> None:
    """Show an answer whose marker was followed to its place."""
    page.get_by_role("tab", name="对话").click()
    page.locator(".jh-ask textarea").fill("公用经费控制率多少，怎么算的？")
    page.keyboard.press("Enter")
    page.locator("#jh-part-said .jh-turn").first.wait_for()
    page.locator('#jh-part-said .jh-cite[data-source="report"]').first.click()
    _settle(page)
    page.screenshot(path=IMAGES / "ask.png")


def _settle(page: Page) -> None:
    """Wait until what is in view has been drawn."""
    page.wait_for_timeout(800)
    page.wait_for_function(_DRAWN)
    page.wait_for_timeout(400)


def main() -> None:
    """Make all pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport=SIZE)
        page.set_default_timeout(SECONDS * 1000)
        page.goto(address)
        page.wait_for_selector(".jh-drop")
        review_picture(page)
        ask_picture(page)
        browser.close()


if __name__ == "__main__":
    main()
