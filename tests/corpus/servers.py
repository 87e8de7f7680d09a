"""A real PostgreSQL and a real Chroma server on loopback, in temporary folders, for as long as a block lasts."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

_PATIENCE = 60.0
_QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=16MB")
"""What makes a database quick that nobody will miss."""


def postgres_programs() -> Path | None:
    """Return the folder of PostgreSQL's server programs, the newest where there are several; None without any."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    on_path = shutil.which("initdb")
    if not found and on_path is not None:
        found = [Path(on_path).resolve().parent]
    return max(found, key=lambda path: (len(path.parts[-2]), path.parts[-2]), default=None)


@contextmanager
def postgres() -> Iterator[str]:
    """Serve an empty PostgreSQL; yields the URL of its cluster, to which the name of a database is added."""
    programs = postgres_programs()
    assert programs is not None
    folder = Path(tempfile.mkdtemp(prefix="jiheng-postgres-"))
    person = _unprivileged()
    if person:
        os.chown(folder, person["user"], person["group"])
    data, port = folder / "data", free_port()
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/", **person}
    start = [programs / "initdb", "-D", data, "-U", "jiheng", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]
    subprocess.run(start, check=True, **quiet)
    settings = [word for setting in _QUICK for word in ("-c", setting)]
    serve = [programs / "postgres", "-D", data, "-h", "127.0.0.1", "-p", str(port), "-k", "", *settings]
    with subprocess.Popen(serve, **quiet) as process:
        try:
            url = f"postgresql://jiheng@127.0.0.1:{port}"
            _wait_for_postgres(url, process)
            yield url
        finally:
            process.terminate()
            process.wait(_PATIENCE)
            shutil.rmtree(folder, ignore_errors=True)


def _unprivileged() -> dict[str, Any]:
    """Return who is to run the server: PostgreSQL refuses to be run by root."""
    if os.geteuid() != 0:
        return {}
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    person = known.get("postgres") or known["nobody"]
    return {"user": person.pw_uid, "group": person.pw_gid, "extra_groups": []}


def _wait_for_postgres(url: str, process: subprocess.Popen[bytes]) -> None:
    import psycopg

    until = time.monotonic() + _PATIENCE
    while True:
        try:
            psycopg.connect(f"{url}/postgres").close()
            return
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > until:
                raise
            time.sleep(0.1)


@contextmanager
def chroma() -> Iterator[str]:
    """Serve an empty Chroma by its own command; yields its address."""
    folder = Path(tempfile.mkdtemp(prefix="jiheng-chroma-"))
    port = free_port()
    program = Path(sys.executable).with_name("chroma")
    call = [program, "run", "--path", folder, "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder) as process:
        try:
            url = f"http://127.0.0.1:{port}"
            transport = httpx.HTTPTransport(retries=8)  # each after a longer pause
            with httpx.Client(transport=transport, trust_env=False) as client:
                client.get(f"{url}/api/v2/heartbeat").raise_for_status()
            yield url
        finally:
            process.terminate()
            process.wait(_PATIENCE)
            shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    """Return a port on loopback that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
