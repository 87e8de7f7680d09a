"""Prompts are files with a version and declared slots; one that names a slot it does not declare fails on load."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from string import Formatter

from assistant.errors import EngineError

ANSWER = "answer.v1"
"""The prompt in force for answers."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt: words to the system, and words to the user with slots to fill."""

    version: str
    system: str
    user: str
    slots: frozenset[str]

    def filled(self, **values: str) -> tuple[str, str]:
        """Return both texts, the slots filled. Raises: EngineError for a slot that is missing or not declared."""
        if set(values) != self.slots:
            odd = "、".join(sorted(set(values) ^ self.slots))
            raise EngineError(f"提示词 {self.version} 的占位与程序不符（{odd}）；请重新安装")
        return self.system.format().strip(), self.user.format(**values).strip()


def read_prompt(text: str, name: str) -> Prompt:
    """Return the prompt in a TOML text. Raises: EngineError that names the file and what is wrong in it."""
    try:
        data = tomllib.loads(text)
        declared = frozenset(data["slots"])
        named = _named(data["system"]) | _named(data["user"])
    except (tomllib.TOMLDecodeError, KeyError, ValueError) as error:
        raise EngineError(f"提示词文件 {name} 有误（{error}）；请重新安装") from error
    if named != declared:
        odd = "、".join(sorted(named ^ declared))
        raise EngineError(f"提示词文件 {name} 的占位与声明不符（{odd}）；请改正 slots 或正文")
    if data.get("version") != name:
        raise EngineError(f"提示词文件 {name} 的版本写成 {data.get('version')}；应与文件名一致")
    return Prompt(name, data["system"], data["user"], declared)


def _named(text: str) -> set[str]:
    return {slot for _, slot, _, _ in Formatter().parse(text) if slot is not None}


@cache
def prompt(name: str = ANSWER) -> Prompt:
    """Return a shipped prompt, read once. Raises: EngineError."""
    file = resources.files("assistant").joinpath("prompts").joinpath(f"{name}.toml")
    return read_prompt(file.read_text("utf-8"), name)
