"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from assistant.errors import ExportError


def check_place(path: Path) -> None:
    """Say before the work begins that a file could not be written there. Raises: ExportError."""
    if path.is_dir():
        raise ExportError(f"“{path}”是文件夹，不能作为输出文件；请写明文件名")
    folder = path.absolute().parent
    if not folder.is_dir():
        raise ExportError(f"输出文件夹“{folder}”不存在；请先建立该文件夹")
    if not os.access(folder, os.W_OK):
        raise ExportError(f"没有在“{folder}”中写文件的权限；请换一个输出位置")


def write_whole(path: Path, data: bytes) -> None:
    """Write the bytes beside the target and rename: what stood there is replaced whole or stays as it was.

    Raises: ExportError.
    """
    check_place(path)
    target = path.resolve()  # a link keeps pointing at the file it points at
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(
            dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part"
        )
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode_of(target))
        os.replace(temporary, target)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise ExportError(
            f"无法写入“{path}”（{error.strerror}）；原有文件未动，请检查磁盘空间和权限"
        ) from error
    except BaseException:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise


def _mode_of(target: Path) -> int:
    """Return the mode of the file that is replaced, else that of a new file (mkstemp makes them private)."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
