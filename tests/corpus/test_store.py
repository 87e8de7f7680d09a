"""The database: what is not ready is seen by nobody, what is stored comes back the same, tables are brought up to date."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from corpus import migrations
from corpus.document.evidence import Evidence
from corpus.document.model import Box
from corpus.errors import StoreError
from corpus.index.pieces import Chunk, ChunkKind
from corpus.store import Entry, Store, metadata
from tests.corpus.library_parts import Place

pytestmark = pytest.mark.usefixtures("place")

ENTRY = Entry(
    sha256="ab" * 32,
    name="甲.pdf",
    kind="policy",
    collection="policies",
    title="甲市预算绩效办法",
    number="甲财〔2019〕1号",
    effective=datetime.date(2019, 5, 1),
)
CHUNK = Chunk(
    id="c1",
    kind=ChunkKind.ARTICLE,
    text="甲市预算绩效办法\n第一条 为了",
    evidence=Evidence(
        source="policy",
        document="甲市预算绩效办法",
        quote="第一条 为了",
        page=3,
        page_label="1",
        section="第一章 总则",
        table="表一",
        row="合计",
        boxes=(Box(3, 72.25, 100.5, 300.0, 112.0), Box(4, 72.25, 60.0, 200.0, 72.0)),
        start=10,
        end=16,
    ),
    article="第一条",
)


@pytest.fixture
def store(tmp_path: Path, place: Place) -> Iterator[Store]:
    opened = Store.in_home(tmp_path / "home", place.database_url)
    yield opened
    opened.close()


def test_a_document_is_seen_only_when_it_is_ready(store: Store) -> None:
    store.begin(ENTRY, "全文", [CHUNK])
    assert store.entries() == []
    assert store.get(ENTRY.sha256) is None
    assert store.passages(["c1"]) == {}
    assert store.texts("policies") == ([], [])
    assert [entry.title for entry in store.pending()] == ["甲市预算绩效办法"]
    store.ready([ENTRY.sha256], "words")
    assert [entry.sha256 for entry in store.entries()] == [ENTRY.sha256]
    assert store.texts("policies") == (["c1"], [CHUNK.text])
    assert store.pending() == []


def test_a_passage_comes_back_as_it_was(store: Store) -> None:
    store.begin(ENTRY, "全文", [CHUNK])
    store.ready([ENTRY.sha256], "words")
    passage = store.passages(["c1"])["c1"]
    assert passage.chunk == CHUNK
    assert replace(passage.entry, added=None) == replace(ENTRY, embedder="words")
    assert passage.entry.added is not None
    assert passage.entry.added.tzinfo is not None


def test_a_removed_document_takes_its_passages_along(store: Store) -> None:
    store.begin(ENTRY, "全文", [CHUNK])
    store.ready([ENTRY.sha256], None)
    store.remove(ENTRY.sha256)
    store.remove(ENTRY.sha256)
    assert store.entries() == []
    assert store.chunk_ids(ENTRY.sha256) == []


def test_the_same_document_is_not_begun_twice(store: Store) -> None:
    store.begin(ENTRY, "全文", [CHUNK])
    with pytest.raises(StoreError, match="正在由另一个进程导入"):
        store.begin(ENTRY, "全文", [])


def test_characters_that_databases_refuse_are_stored_at_their_offsets(store: Store) -> None:
    odd = replace(ENTRY, name="甲\udc80.txt", title="甲\0乙")
    quote = replace(CHUNK.evidence, quote="a\0b\ud800c")
    store.begin(odd, "a\0b\ud800c", [replace(CHUNK, evidence=quote)])
    store.ready([ENTRY.sha256], None)
    assert store.passages(["c1"])["c1"].chunk.evidence.quote == "a b?c"
    assert store.entries()[0].title == "甲 乙"


def test_the_mark_of_a_collection_changes_with_its_texts(store: Store) -> None:
    store.begin(ENTRY, "全文", [CHUNK])
    assert store.revisions(["policies"]) == {}
    store.ready([ENTRY.sha256], None)
    first = store.revisions(["policies", "guides"])
    assert list(first) == ["policies"]
    assert store.revisions(["policies"]) == first
    store.remove(ENTRY.sha256)
    assert store.revisions(["policies"]) == {}
    store.begin(ENTRY, "全文", [CHUNK])
    store.ready([ENTRY.sha256], None)
    assert store.revisions(["policies"]) != first


def test_it_counts_what_has_no_vectors_of_a_model(store: Store) -> None:
    store.begin(ENTRY, "全文", [CHUNK])
    store.ready([ENTRY.sha256], None)
    assert store.without_vectors(["policies"], "words") == 1
    store.ready([ENTRY.sha256], "words")
    assert store.without_vectors(["policies"], "words") == 0
    assert store.without_vectors(["policies"], "other") == 1


def test_many_passages_are_fetched_at_once(store: Store) -> None:
    many = [replace(CHUNK, id=f"c{at}") for at in range(1200)]
    store.begin(ENTRY, "全文", many)
    store.ready([ENTRY.sha256], None)
    assert len(store.passages([f"c{at}" for at in range(1300)])) == 1200


@pytest.mark.embedded
def test_sqlite_writes_ahead_and_keeps_references(store: Store) -> None:
    with store.engine.connect() as connection:
        assert connection.execute(sa.text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(sa.text("PRAGMA foreign_keys")).scalar() == 1


def test_the_steps_of_the_history_make_the_tables_that_the_program_uses(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        differences = [
            difference
            for difference in compare_metadata(context, metadata)
            # Tables of other parts of the program stand in the same history.
            if not str(difference[0]).startswith("remove_")
        ]
    assert differences == []


@pytest.mark.embedded
def test_the_history_has_one_line_and_file_names_tell_the_order() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations.FOLDER))
    script = ScriptDirectory.from_config(config)
    assert script.get_heads() == [migrations.head()]
    steps = [step.revision for step in script.walk_revisions()]
    assert steps == sorted(steps, reverse=True)
    names = sorted(path.name for path in (migrations.FOLDER / "versions").glob("*.py"))
    assert [name[:4] for name in names] == sorted(steps)


def test_opening_again_keeps_what_is_there(tmp_path: Path, place: Place) -> None:
    first = Store.in_home(tmp_path, place.database_url)
    first.begin(ENTRY, "全文", [CHUNK])
    first.ready([ENTRY.sha256], None)
    first.close()
    second = Store.in_home(tmp_path, place.database_url)
    assert [entry.title for entry in second.entries()] == [ENTRY.title]
    second.close()


def test_a_database_of_a_newer_program_is_refused(tmp_path: Path, place: Place) -> None:
    store = Store.in_home(tmp_path, place.database_url)
    with store.engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(StoreError, match="更新版本的绩衡"):
        Store.in_home(tmp_path, place.database_url)


@pytest.mark.slow
def test_processes_that_start_at_once_make_the_tables_once(tmp_path: Path, place: Place) -> None:
    where = f"Path({str(tmp_path)!r}), {place.database_url!r}"
    call = f"from pathlib import Path; from corpus.store import Store; Store.in_home({where})"
    started = [
        subprocess.Popen([sys.executable, "-c", call], stderr=subprocess.PIPE, text=True) for _ in range(4)
    ]
    assert [(process.communicate()[1], process.returncode) for process in started] == [("", 0)] * 4


@pytest.mark.embedded
def test_a_home_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file", encoding="utf-8")
    with pytest.raises(StoreError, match="JIHENG_HOME"):
        Store.in_home(tmp_path / "home")


@pytest.mark.embedded
@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("no url", "JIHENG_DATABASE_URL"),
        ("sqlite:////no/such/folder/a.db", "数据库不能完成操作"),
        ("postgresql+nodriver://localhost/a", "JIHENG_DATABASE_URL"),
        ("postgresql+psycopg2://localhost/a", "没有安装"),
    ],
)
def test_a_database_that_cannot_be_used_is_one_line(url: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=words) as caught:
        Store.in_home(tmp_path, url)
    assert "\n" not in str(caught.value)


@pytest.mark.embedded
def test_a_file_that_is_no_database_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "jiheng.db").write_bytes(b"not a database" * 500)
    with pytest.raises(StoreError, match="数据库不能完成操作"):
        Store.in_home(tmp_path)
