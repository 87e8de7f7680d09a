"""Reading a file of strangers: in a process of its own, bounded in memory and time, and killed when it exceeds them.

``python -m corpus.readers.guarded`` is that process: the file comes in on standard input, messages go out.
"""

from __future__ import annotations

import io
import pickle
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from corpus.document.model import Document
from corpus.errors import InputError, JihengError
from corpus.readers.opening import Progress, load, read_bytes

_PATIENCE = (300.0, 900.0)
_BYTES_A_SECOND = 50_000

MEMORY = 4 * 1024**3
"""How much address space the process may take, where the system can bound it. Units: bytes."""

_HEAD = struct.Struct(">Q")
_SLOW = "读取超时（{seconds} 秒没有进展），已停止；请拆分文件或重新导出后再试"
_BROKEN = "读取时异常退出（内容异常或过大），已停止；请用 Office、WPS 或阅读器另存一份再试"


def open_guarded(
    path: str | Path, *, password: str | None = None, progress: Progress | None = None
) -> Document:
    """Read the file at a path as ``open_document`` does, in a process of its own as ``read_guarded``."""
    data, name = load(path)
    return read_guarded(data, name, password=password, progress=progress)


def read_guarded(
    data: bytes,
    name: str,
    *,
    password: str | None = None,
    progress: Progress | None = None,
    patience: float | None = None,
    memory: int = MEMORY,
) -> Document:
    """Read a file as ``read_bytes`` does, in a process that is ended when it takes too much.

    What ``progress`` raises ends the process too. ``patience`` is how long it may show no sign of progress, in
    seconds; by default five minutes, and more for a large file, whose text alone may take so long.
    Raises: InputError as ``read_bytes``, and where the process ran out of time or memory or broke down.
    """
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "corpus.readers.guarded", str(memory)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        watch = _Watch(process, patience or min(_PATIENCE[0] + len(data) / _BYTES_A_SECOND, _PATIENCE[1]))
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            with suppress(OSError):  # it may have broken down already; then there is no answer either
                process.stdin.write(pickle.dumps((name, password, data)))
                process.stdin.close()
            return _answer(process.stdout, watch, name, progress)
        finally:
            watch.stop()
            process.kill()


class _Watch:
    """Kills a process that has shown no sign of progress for too long."""

    def __init__(self, process: subprocess.Popen[bytes], patience: float) -> None:
        self._process = process
        self.patience = patience
        self.struck = False
        self._timer: threading.Timer | None = None
        self.again()

    def again(self) -> None:
        """Wait anew."""
        self.stop()
        self._timer = threading.Timer(self.patience, self._strike)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        if self._timer is not None:
            self._timer.cancel()

    def _strike(self) -> None:
        self.struck = True
        self._process.kill()


def _answer(pipe: IO[bytes], watch: _Watch, name: str, progress: Progress | None) -> Document:
    for kind, value in _messages(pipe):
        watch.again()
        if kind == "page":
            if progress is not None:
                progress(*value)
        elif kind == "document":
            return _checked(value)
        else:
            raise InputError(str(value))
    line = _SLOW.format(seconds=f"{watch.patience:.0f}") if watch.struck else _BROKEN
    raise InputError(f"“{name}”：{line}")


def _checked(value: Any) -> Document:
    assert isinstance(value, Document)
    return value


def _messages(pipe: IO[bytes]) -> Iterator[tuple[str, Any]]:
    while len(head := pipe.read(_HEAD.size)) == _HEAD.size:
        body = pipe.read(_HEAD.unpack(head)[0])
        try:
            kind, value = _Plain(io.BytesIO(body)).load()
        except (pickle.UnpicklingError, EOFError, ValueError, TypeError):
            return
        yield kind, value


class _Plain(pickle.Unpickler):
    """Takes nothing from the process but documents and plain values, should a file have got hold of it."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class of the document model. Raises: UnpicklingError for any other."""
        if module == "corpus.document.model":
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")


def _work(source: IO[bytes], sink: IO[bytes]) -> None:
    """Read the file that comes in and send out pages, then the document or the one line on what is wrong."""
    name, password, data = pickle.load(source)

    def send(kind: str, value: Any) -> None:
        body = pickle.dumps((kind, value))
        sink.write(_HEAD.pack(len(body)) + body)
        sink.flush()

    def tell(page: int, of: int) -> None:
        send("page", (page, of))

    try:
        send("document", read_bytes(data, name, password=password, progress=tell))
    except JihengError as error:
        send("line", str(error))


def _bound_memory(most: int) -> None:
    """Limit what this process may take, where the system can do that. Units: bytes."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    _bound_memory(int(sys.argv[1]))
    _work(sys.stdin.buffer, sys.stdout.buffer)
