"""The one database of the program: how it is opened, brought up to date, and spoken to.

SQLite (write-ahead log) in the home folder by default, any database that SQLAlchemy speaks to by URL.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar, Self

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from corpus.errors import StoreError
from corpus.migrations import upgrade


class Database:
    """A database with its tables up to date. Raises: StoreError when it cannot do its work.

    Each part of the program that keeps something there has a class of its own with this one as its base, whose every
    method is one transaction.
    """

    taken: ClassVar[str] = "同一条记录正在由另一个进程写入，请稍后再试"
    """What is said where another process has just written the same row."""

    def __init__(self, url: str) -> None:
        """Open the database and bring its tables up to date."""
        with _translated(self.taken):
            self._engine = _engine(url)
            upgrade(self._engine)

    @classmethod
    def in_home(cls, home: Path, url: str | None = None) -> Self:
        """Open the database by URL, or the SQLite file of the home folder, which is made if need be."""
        if url is None:
            try:
                home.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise StoreError(f"目录“{home}”不能建立（{error.strerror}）；请检查 JIHENG_HOME") from error
            url = f"sqlite:///{home / 'jiheng.db'}"
        return cls(url)

    @property
    def engine(self) -> sa.Engine:
        """Return the engine, to look at the tables themselves."""
        return self._engine

    def close(self) -> None:
        """Let go of the connections."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self) -> Iterator[sa.Connection]:
        with _translated(self.taken), self._engine.begin() as connection:
            yield connection


def storable(value: Any) -> Any:
    """Return a text without what databases refuse, every character at its offset; anything else as it is."""
    if isinstance(value, tuple):
        return [[storable(part) for part in row] for row in value]
    if not isinstance(value, str):
        return value
    return value.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def _engine(url: str) -> sa.Engine:
    engine = sa.create_engine(url)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    # The wait comes first: switching to the log itself needs the file for a moment.
    for pragma in ("busy_timeout=10000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


@contextmanager
def _translated(taken: str) -> Iterator[None]:
    """Turn whatever the database raises into one line for the user."""
    try:
        yield
    except IntegrityError as error:
        raise StoreError(taken) from error
    except ImportError as error:
        raise StoreError(
            f"数据库的驱动程序没有安装（{error.name}）；PostgreSQL 用 pip install 'jiheng[postgres]' 安装，"
            "或检查 JIHENG_DATABASE_URL"
        ) from error
    except (SQLAlchemyError, OSError) as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise StoreError(
            f"数据库不能完成操作（{reason}）；请检查磁盘空间、权限和 JIHENG_DATABASE_URL"
        ) from error
