"""Every line that the packages below raise in Chinese has its English, which holds the same slots."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from corpus.errors import InputError
from tests.test_house import sources
from ui.english import in_english, lines, told

CHINESE = re.compile("[\u4e00-\u9fff]")
RAISED = re.compile(r"\w+(?:Error|Busy|Mismatch)$")
BUILT_IN = ("ValueError", "TypeError", "RuntimeError", "KeyError", "OSError")


def _template(node: ast.expr) -> str | None:
    """Return a text with ``{}`` for what is filled in, or None for what is no text."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def _texts(node: ast.expr, tree: ast.Module, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the texts that an expression can be, through the names and functions of its module."""
    text = _template(node)
    if text is not None:
        yield text
        for part in node.values if isinstance(node, ast.JoinedStr) else ():
            if isinstance(part, ast.FormattedValue):
                yield from _texts(part.value, tree, seen)
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body, tree, seen)
        yield from _texts(node.orelse, tree, seen)
    elif isinstance(node, ast.Name) and node.id not in seen:
        for other in ast.walk(tree):
            if isinstance(other, ast.Assign) and any(
                isinstance(target, ast.Name) and target.id == node.id for target in other.targets
            ):
                yield from _texts(other.value, tree, seen | {node.id})
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        yield from (re.sub(r"\{\w*\}", "{}", text) for text in _texts(node.func.value, tree, seen))
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id not in seen:
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef) and function.name == node.func.id:
                for line in ast.walk(function):
                    if isinstance(line, ast.Return) and line.value is not None:
                        yield from _texts(line.value, tree, seen | {node.func.id})


def _raised() -> dict[str, str]:
    """Return every Chinese line that an exception of ours is made with, and the module where."""
    found = {}
    for path, tree in sources().items():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and RAISED.match(node.func.id)
                and node.func.id not in BUILT_IN
                and node.args
            ):
                found.update({text: path for text in _texts(node.args[0], tree) if CHINESE.search(text)})
    return found


def test_every_line_that_is_raised_has_its_english() -> None:
    raised = _raised()
    assert len(raised) > 100
    missing = [
        f"{path}: {text}"
        for text, path in raised.items()
        if in_english(filled := text.replace("{}", "x")) == filled
    ]
    assert missing == [], "add its English to ui/english.toml"


@pytest.mark.parametrize(("chinese", "english"), list(lines().items()))
def test_english_holds_the_slots_and_says_what_to_do(chinese: str, english: str) -> None:
    numbered = re.findall(r"\{(\d)\}", english)
    if numbered:
        assert max(map(int, numbered)) < chinese.count("{}")
    else:
        assert english.count("{}") == chinese.count("{}")
    assert not CHINESE.search(english.replace("公用经费控制率是多少，怎么算的？", ""))
    assert ("；" in chinese) <= (";" in english or "," in english or ":" in english)


def test_slots_are_filled_in_order_and_put_into_english_themselves() -> None:
    line = "“甲.doc”：这是旧版 Office 文件，暂不支持；请用 Word 或 WPS 另存为 .docx 或 PDF 后再试"
    english = "“甲.doc”: this is a file of an old Office, which is not read; save it as .docx or PDF with Word or WPS"
    assert in_english(line) == english
    assert in_english("没有规则 Z9；可用的规则：A01、A02") == "there is no rule Z9; there are: A01, A02"
    assert '{"answers": […]}' in in_english('答案文件应为 {"answers": […]}；格式见练习中的 questions.md')


def test_braces_in_a_name_are_no_slots() -> None:
    assert in_english("找不到文件“{}{0}.pdf”；请检查路径和文件名").startswith("there is no file “{}{0}.pdf”;")


def test_a_line_that_is_not_known_stays_as_it_is() -> None:
    assert told(InputError("没有这一句"), "en") == "没有这一句"
    assert told(InputError("两\n行"), "zh") == "两 行"
