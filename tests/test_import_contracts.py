"""The import contracts of pyproject.toml, which ``lint-imports`` checks, are those of ``test_house.ONLY_IN``."""

from __future__ import annotations

import tomllib
from typing import Any

from tests.test_house import ONLY_IN, ROOT, imported, nodes


def _contracts() -> list[dict[str, Any]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return list(settings["tool"]["importlinter"]["contracts"])


def _protected() -> dict[str, list[str]]:
    """Return the modules that may import each library, as paths, by library."""
    return {
        contract["protected_modules"][0]: [name.replace(".", "/") for name in contract["allowed_importers"]]
        for contract in _contracts()
        if contract["type"] == "protected"
    }


def test_the_layers_stand_in_their_one_order() -> None:
    (layers,) = [contract["layers"] for contract in _contracts() if contract["type"] == "layers"]
    assert layers == ["ui", "assistant", "rules", "corpus"]


def test_every_confined_library_that_is_imported_has_its_contract() -> None:
    used = {name.partition(".")[0] for _, node in nodes() for name in imported(node)}
    missing = sorted(used.intersection(ONLY_IN) - set(_protected()))
    assert missing == [], "add a contract of type protected to pyproject.toml"


def test_no_contract_allows_more_than_the_house_does() -> None:
    wider = [
        f"{library}: {place}"
        for library, places in _protected().items()
        for place in places
        if not f"{place}/".startswith(ONLY_IN[library])
    ]
    assert wider == []
