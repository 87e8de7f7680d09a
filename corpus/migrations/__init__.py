"""One history of the database for the whole program; every package's tables have their steps in ``versions``.

A step is a file ``NNNN_name.py`` whose revision is ``NNNN``, so that the newest one is known without loading Alembic
(half a second), which is needed only when there is something to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import sqlalchemy as sa
from filelock import FileLock

from corpus.errors import StoreError

FOLDER = Path(__file__).parent
_LOCK = 0x6A696865
"""The number under which the programs that bring one server's tables up to date wait for each other."""


def head() -> str:
    """Return the newest revision."""
    return max(path.name[:4] for path in (FOLDER / "versions").glob("[0-9][0-9][0-9][0-9]_*.py"))


def revision(engine: sa.Engine) -> str | None:
    """Return the revision that the database has, None for an empty one."""
    with engine.connect() as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()


def upgrade(engine: sa.Engine) -> None:
    """Bring the tables up to date; several processes may try at once, one does it and the others wait.

    Raises: StoreError when a newer version of the program has been at this database.
    """
    if revision(engine) == head():
        return
    with _alone(engine), engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(sa.text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        _run(connection)


def _run(connection: sa.Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(
            "数据库由更新版本的绩衡建立，本版本不能使用；请升级程序，或换一个 JIHENG_HOME"
        ) from error


@contextmanager
def _alone(engine: sa.Engine) -> Iterator[None]:
    """Hold the file of an SQLite database: its tables are changed one statement at a time, each on its own."""
    path = engine.url.database if engine.dialect.name == "sqlite" else None
    with FileLock(f"{path}.lock") if path and path != ":memory:" else nullcontext():
        yield
