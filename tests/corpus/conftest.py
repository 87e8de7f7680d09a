"""Tests of the library run in two places: the home folder alone, and a PostgreSQL with a Chroma server."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from tests.corpus import library_parts
from tests.corpus.library_parts import Place
from tests.corpus.servers import chroma, postgres

EMBEDDED, SERVERS = "embedded", "servers"
_numbers = itertools.count()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that uses ``place`` in both places, one marked ``embedded`` in the home folder alone."""
    own = any("place" in str(mark.args[0]) for mark in metafunc.definition.iter_markers("parametrize"))
    if "place" not in metafunc.fixturenames or own:
        return
    on_servers = pytest.param(SERVERS, marks=[pytest.mark.slow, pytest.mark.needs("postgresql")])
    alone = metafunc.definition.get_closest_marker("embedded") is not None
    metafunc.parametrize("place", [EMBEDDED] if alone else [EMBEDDED, on_servers], indirect=True)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Serve one PostgreSQL for all tests of this process."""
    with postgres() as url:
        yield url


@pytest.fixture(scope="session")
def chroma_url() -> Iterator[str]:
    """Serve one Chroma for all tests of this process."""
    with chroma() as url:
        yield url


@pytest.fixture
def place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """Say where libraries of this test lie; on the servers, in a database and a Chroma that are empty."""
    if request.param == EMBEDDED:
        yield Place()
        return
    import chromadb
    import psycopg
    from chromadb.config import Settings

    cluster = request.getfixturevalue("postgres_url")
    chroma_address = request.getfixturevalue("chroma_url")
    name = f"test_{next(_numbers)}"
    with psycopg.connect(f"{cluster}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    port = int(chroma_address.rsplit(":", 1)[1])
    client = chromadb.HttpClient("127.0.0.1", port, settings=Settings(anonymized_telemetry=False))
    for collection in client.list_collections():
        client.delete_collection(collection.name)
    given = Place(f"{cluster}/{name}", chroma_address)
    monkeypatch.setattr(library_parts, "PLACE", given)
    yield given
