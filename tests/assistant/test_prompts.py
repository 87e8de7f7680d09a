"""Prompts: declared slots, versions, all filled."""

from __future__ import annotations

import pytest

from assistant.errors import EngineError
from assistant.prompts import ANSWER, prompt, read_prompt

GOOD = 'version = "a.v1"\nslots = ["question"]\nsystem = "答。{{n1}}"\nuser = "{question}"\n'


def test_the_shipped_prompt_fills_every_slot_and_keeps_the_placeholders_for_figures() -> None:
    values = {name: f"<{name}>" for name in prompt().slots}
    system, user = prompt().filled(**values)
    assert all(value in user for value in values.values())
    assert "{n1}" in system and "{question}" not in user


def test_a_slot_that_is_not_declared_fails_on_load() -> None:
    with pytest.raises(EngineError, match="占位与声明不符（odd）"):
        read_prompt(GOOD.replace("{question}", "{question}{odd}"), "a.v1")


def test_a_declared_slot_that_stands_nowhere_fails_on_load() -> None:
    with pytest.raises(EngineError, match="question"):
        read_prompt(GOOD.replace('"{question}"', '"问"'), "a.v1")


def test_a_file_of_another_version_fails_on_load() -> None:
    with pytest.raises(EngineError, match=r"版本写成 a\.v1"):
        read_prompt(GOOD, "a.v2")


def test_a_damaged_file_is_one_line() -> None:
    with pytest.raises(EngineError, match="有误"):
        read_prompt("version = ", "a.v1")


def test_filling_without_a_value_fails() -> None:
    with pytest.raises(EngineError, match="占位与程序不符"):
        read_prompt(GOOD, "a.v1").filled()


def test_the_version_in_force_is_shipped() -> None:
    assert prompt(ANSWER).version == ANSWER
