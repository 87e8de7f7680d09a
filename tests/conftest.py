"""What holds for every test: a home folder of its own, no network, hypothesis the same in every CI run.

Nothing is skipped in silence: what a machine lacks (a font, Chromium, the real reports) is named in plain words above
the last line of the run, and in CI a lacking part of the system is a failure.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
SCHEMAS = Path(__file__).parent / "schemas"
REPORTS = Path(os.environ.get("JIHENG_TEST_REPORTS") or ROOT.parent / "shared" / "reports")
NO_REPORT = "real report: not run"
IN_CI = os.environ.get("CI", "").lower() in ("1", "true")

settings.register_profile("ci", derandomize=True, deadline=None, database=None, print_blob=True)
settings.register_profile("local", deadline=None)
settings.load_profile("ci" if IN_CI else "local")


def _font(name: str) -> Callable[[], bool]:
    return lambda: any(Path("/usr/share/fonts").rglob(name))


PARTS: dict[str, tuple[Callable[[], bool], str, str]] = {
    "chromium": (
        lambda: shutil.which("chromium") is not None,
        "浏览器测试（页面）：缺 Debian 软件包 chromium",
        "browser tests of the page: Debian package chromium is missing",
    ),
    "gbsn00lp": (
        _font("gbsn00lp.ttf"),
        "中文字体测试：缺 Debian 软件包 fonts-arphic-gbsn00lp",
        "tests with a Chinese font: Debian package fonts-arphic-gbsn00lp is missing",
    ),
    "postgresql": (
        lambda: any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or shutil.which("initdb") is not None,
        "资料库在 PostgreSQL 和 Chroma 服务上的测试：缺 Debian 软件包 postgresql",
        "tests of the library on PostgreSQL and a Chroma server: Debian package postgresql is missing",
    ),
    "wqy-microhei": (
        _font("wqy-microhei.ttc"),
        "中文黑体测试：缺 Debian 软件包 fonts-wqy-microhei",
        "tests with a Chinese sans font: Debian package fonts-wqy-microhei is missing",
    ),
}
"""Parts of the system that tests may need: the probe, and what is said where it fails, in both languages."""


# What a machine lacks


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Stop a test whose part of the system is missing: a failure in CI, elsewhere named as not run."""
    for mark in item.iter_markers("needs"):
        probe, words, english = PARTS[mark.args[0]]
        if not probe():
            reason = f"not run: {words} / {english}"
            pytest.fail(reason, pytrace=False) if IN_CI else pytest.skip(reason)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Name in plain words what was not run, above pytest's last line."""
    reasons = [str(report.longrepr[2]) for report in terminalreporter.stats.get("skipped", ())]
    counts = {reason: reasons.count(reason) for reason in sorted(set(reasons))}
    if not counts:
        return
    terminalreporter.section("没有运行的部分 / what was not run")
    for reason, count in counts.items():
        words = reason.removeprefix("Skipped: ").removeprefix("not run: ")
        if NO_REPORT in words:
            words = f"真实报告测试：文件夹中没有所需的报告 / {NO_REPORT} (folder: {REPORTS})"
        terminalreporter.line(f"- {words}：{count} 项测试 / {count} tests")


@pytest.fixture(scope="session")
def real_reports() -> Path:
    """Return the folder of real reports; where there is none, the test is named as not run."""
    if not REPORTS.is_dir():
        pytest.skip(NO_REPORT)
    return REPORTS


# Every test alone with itself

_homes = itertools.count()


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return this test's own JIHENG_HOME, which is not made before it is used; no setting comes from outside."""
    for name in [name for name in os.environ if name.startswith("JIHENG_")]:
        monkeypatch.delenv(name)
    folder = tmp_path_factory.getbasetemp() / f"home-{next(_homes)}"
    monkeypatch.setenv("JIHENG_HOME", str(folder))
    return folder


def _is_local(address: object) -> bool:
    if not isinstance(address, tuple):
        return True  # a socket of the file system
    host = str(address[0])
    return host in ("localhost", "::1", "", "0.0.0.0", "::") or host.startswith("127.")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Refuse every connection that leaves the machine."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
        yield


def _guarded(call: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(self: socket.socket, *args: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_local(args[-1]):
            raise RuntimeError(f"a test tried to reach {args[-1]!r}; tests use no network")
        return call(self, *args)

    return guarded


# Contracts


@pytest.fixture(scope="session")
def valid() -> Callable[[str, Any], None]:
    """Return a check of a JSON value against one of the contract's schemas: ``valid("review", value)``."""

    def check(name: str, value: Any) -> None:
        schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator(schema).validate(json.loads(json.dumps(value)))

    return check
