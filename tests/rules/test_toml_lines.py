"""Lines of TOML: every key of every file of ours stands on the line that is named for it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.toml_lines import line_at, lines_of

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path for folder in ("rules", "docs/packs", "tests/rules") for path in (ROOT / folder).rglob("*.toml")
)

TEXT = '''# a remark
name = "甲 # no remark"   # a remark
[table]
"quoted key" = 1
dotted.key = """
line = "inside"
[[no.table]]
"""
[[rows]]
items = [
  "one", # a remark, with a comma
  { x = 1, y = ["a", "b"] },

  'three',
]
[[rows.basis]]
document = "乙"
[[rows]]
last = true
'''


def _keys(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield (*path, key)
            yield from _keys(part, (*path, key))
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from _keys(part, (*path, at))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_key_stands_on_its_line(path: Path) -> None:
    text = path.read_text("utf-8")
    lines, printed = lines_of(text), text.splitlines()
    for keys in _keys(tomllib.loads(text, parse_float=Decimal)):
        line = line_at(lines, keys)
        assert line is not None, keys
        around = " ".join(printed[line - 1 : line + 2])  # an item may begin before its key
        assert str(keys[-1]) in around, (keys, line)


def test_strings_remarks_and_brackets_mislead_nobody() -> None:
    lines = lines_of(TEXT)
    assert lines[("name",)] == 2
    assert lines[("table", "quoted key")] == 4
    assert lines[("table", "dotted", "key")] == 5
    assert ("table", "line") not in lines
    assert [lines[("rows", 0, "items", at)] for at in range(3)] == [11, 12, 14]
    assert lines[("rows", 0, "basis", 0, "document")] == 17
    assert lines[("rows", 1, "last")] == 19
    assert line_at(lines, ("rows", 1, "unheard of")) == 18
    assert line_at(lines, ("unheard of",)) is None


@given(st.text(alphabet="[]{}\"'#=,\n a.\\甲", max_size=60))
def test_no_text_makes_it_crash(text: str) -> None:
    lines_of(text)
