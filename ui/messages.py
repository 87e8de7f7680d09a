"""What the program says to people, in Chinese and in English, from ``ui/texts/*.toml``, a file for each part of the program.

The labels of the contract's own values (severity, disposition, …) are in ``assistant.labels``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from assistant.labels import Language

Words = Callable[..., str]
"""Gives the text of a key in the language chosen: ``words("done", seconds="2.1")``."""


@cache
def texts() -> dict[str, tuple[str, str]]:
    """Return every text by its key: Chinese, English. Raises: ValueError where two files hold the same key."""
    found: dict[str, tuple[str, str]] = {}
    for entry in sorted((files("ui") / "texts").iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            for key, (chinese, english) in tomllib.loads(entry.read_text(encoding="utf-8")).items():
                if key in found:
                    raise ValueError(f"{entry.name}: the text {key} stands in another file too")
                found[key] = (chinese, english)
    return found


def words(lang: Language) -> Words:
    """Return the texts in a language."""

    def text(key: str, **slots: object) -> str:
        return texts()[key][lang == "en"].format(**slots)

    return text


_USAGE: tuple[tuple[str, str], ...] = (
    (
        r"No such command (['\"])(?P<name>.*)\1\.? Did you mean (?P<like>.+)\?",
        "没有命令“{name}”，是不是 {like}？",
    ),
    (r"No such command (['\"])(?P<name>.*)\1\.?", "没有命令“{name}”"),
    (r"No such option:? '?(-[^ ']+)'? \(Possible options: (.+)\)", "没有选项 {}，是不是 {}？"),
    (r"No such option:? '?(-[^ ']+).*", "没有选项 {}"),
    (r"Missing argument '?(.+?)'?\.?$", "缺少参数 {}"),
    (r"Missing option '?(.+?)'?\.?$", "缺少选项 {}"),
    (r"Missing command.*", "缺少命令"),
    (r"Got unexpected extra arguments? ?(?:\(s\) )?\(?(.*?)\)?$", "多出参数 {}"),
    (r"Option '?(.+?)'? requires.*", "选项 {} 后面缺少内容"),
    (r"Option '?(.+?)'? does not take a value.*", "选项 {} 后面不能写内容"),
    (r"Invalid value for '?(.+?)'?: .*greater than or equal to (\S+)", "{} 的值不能小于 {}"),
    (r"Invalid value for '?(.+?)'?: .*less than or equal to (\S+)", "{} 的值不能大于 {}"),
    (r"Invalid value for '?(.+?)'?: .*valid integer.*", "{} 的值应为整数"),
    (r"Invalid value for '?(.+?)'?: (.*)", "{} 的值不对（{}）"),
)


def usage_error(message: str, lang: Language) -> str:
    """Return what is wrong with a call, in one line; ``message`` is what the command-line library says of it."""
    line = " ".join(message.split())
    if lang == "en":
        return f"{line}{'' if line.endswith(('.', '?')) else '.'} See jiheng --help."
    for pattern, text in _USAGE:
        found = re.fullmatch(pattern, line)
        if found is not None:
            said = text.format(*found.groups(), **found.groupdict())
            return f"{said}{'' if said.endswith('？') else '；'}用法见 jiheng --help"
    return f"命令用法不对（{line}）；用法见 jiheng --help"


_HELP = (
    (r"^Usage: ", "用法："),
    (r"^Options:$", "选项："),
    (r"^Arguments:$", "参数："),
    (r"^Commands:$", "命令："),
    (r"Show this message and exit\.", "显示这段说明"),
    (r"\[required\]", "（必填）"),
    (r"\[OPTIONS\]", "[选项]"),
    (r"COMMAND \[ARGS\]\.\.\.", "命令 …"),
)


def help_page(text: str) -> str:
    """Return a help page of the command-line library with its few English words in Chinese."""
    for pattern, chinese in _HELP:
        text = re.sub(pattern, chinese, text, flags=re.MULTILINE)
    return text
