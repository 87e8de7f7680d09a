"""What is wrong in a pack or a card, in words for its author: file, line, and what was expected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong; ``line`` counts from 1 and is None where the file as a whole is meant."""

    file: str
    line: int | None
    message: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file} 第 {self.line} 行"
        return f"{place}：{self.message}"


def faults_of(error: ValidationError, model: type[BaseModel]) -> list[tuple[Path, str]]:
    """Return the path and the words of everything that a schema refuses."""
    return [
        (tuple(item["loc"]), f"{_where(tuple(item['loc']))}{_words(dict(item), model)}")
        for item in error.errors()
    ]


def _where(path: Path) -> str:
    names = [str(part) for part in path if isinstance(part, str)]
    return f"{'.'.join(names)} " if names else ""


def _words(item: dict[str, Any], model: type[BaseModel]) -> str:
    kind, context = item["type"], item.get("ctx", {})
    if kind == "missing":
        return "缺少这一项"
    if kind == "extra_forbidden":
        return f"没有这一项；可用的：{'、'.join(_fields(model, tuple(item['loc'][:-1])))}"
    if kind == "value_error":
        return str(context.get("error", item["msg"]))
    given = item.get("input")
    shown = f"，实为“{str(given)[:40]}”"
    for prefix, expected in _EXPECTED:
        if kind.startswith(prefix):
            return expected.format(**{key: _plain(value) for key, value in context.items()}) + shown
    return f"不合要求（{item['msg']}）{shown}"


_EXPECTED = (
    ("literal_error", "应为 {expected} 之一"),
    ("enum", "应为 {expected} 之一"),
    ("decimal", "应为数"),
    ("int", "应为整数"),
    ("date", "应为日期，如 2024-01-31（不加引号）"),
    ("bool", "应为 true 或 false"),
    ("string_pattern", "写法不合（应合 {pattern}）"),
    ("string_too_short", "不能为空（至少 {min_length} 字）"),
    ("string_too_long", "过长（至多 {max_length} 字）"),
    ("string", "应为文字"),
    ("too_short", "至少要有 {min_length} 项"),
    ("tuple", "应为数组"),
    ("list", "应为数组"),
    ("dict", "应为表"),
    ("model", "应为表"),
    ("dataclass", "应为表"),
    ("greater_than_equal", "应不小于 {ge}"),
    ("greater_than", "应大于 {gt}"),
    ("less_than_equal", "应不大于 {le}"),
    ("less_than", "应小于 {lt}"),
)


def _plain(value: Any) -> str:
    return str(value).replace(" or ", "、").replace(", ", "、").replace("'", "")


def _fields(model: type[BaseModel], path: Path) -> list[str]:
    """Return the names that the table at a path may hold."""
    held: Any = model
    for part in path:
        if isinstance(part, str) and hasattr(held, "model_fields") and part in held.model_fields:
            held = _inner(held.model_fields[part].annotation)
    if hasattr(held, "model_fields"):
        return [info.alias or name for name, info in held.model_fields.items()]
    return list(getattr(held, "__dataclass_fields__", ()))


def _inner(annotation: Any) -> Any:
    """Return the class inside ``tuple[X, ...]`` or ``X | None``."""
    inside = [part for part in get_args(annotation) if isinstance(part, type) and part is not type(None)]
    return _inner(inside[0]) if inside else annotation
