"""What the documents say is so: commands, options, settings, modules, rules and links that they name are there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import typer

from assistant.settings import PREFIX, Settings
from corpus.document.evidence import Locator
from rules.card import all_cards, read_card
from rules.check import check_context
from rules.finding import Finding
from rules.pack import in_force
from tests.rules.sketch import Sketch, form
from ui.cli import app

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh-CN.md")
DOCUMENTS = (
    *READMES,
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    *sorted(
        path.relative_to(ROOT).as_posix()
        for folder in ("docs", "changelog.d")
        for path in (ROOT / folder).rglob("*.md")
    ),
)
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANY_README = pytest.mark.parametrize("name", READMES)
ANY_DOCUMENT = pytest.mark.parametrize("name", DOCUMENTS)


@cache
def text(name: str) -> str:
    """Return a document."""
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, language: str | None = None) -> list[str]:
    """Return the code blocks of a document, of one language if named."""
    return [body for kind, body in BLOCK.findall(text(name)) if language in (None, kind)]


def code(name: str) -> list[str]:
    """Return all that stands as code in a document: the lines of the blocks and the pieces between backticks."""
    inline = re.findall(r"`([^`\n]+)`", BLOCK.sub("", text(name)))
    return [*inline, *(line for body in blocks(name) for line in body.splitlines())]


def commands() -> dict[tuple[str, ...], Any]:
    """Return every command of the program by its words: ``("corpus", "add")``."""
    top: Any = typer.main.get_command(app)

    def below(group: Any, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
        for name, command in group.commands.items():
            if hasattr(command, "commands"):
                yield from below(command, (*words, name))
            else:
                yield (*words, name), command

    return dict(below(top, ()))


def calls(name: str) -> list[tuple[tuple[str, ...], list[str]]]:
    """Return the calls of the program in a document: the words of the command, and the options named with it."""
    found = []
    for line in code(name):
        for call in re.findall(r"(?:^|[\s/])jiheng ((?:[a-z]+|--)[^|#]*)", line):
            words = call.split()
            path = tuple(words[:2]) if words[0] in ("corpus", "rules", "train") else tuple(words[:1])
            found.append((path, [word for word in words if word.startswith("--")]))
    return found


# The first lines that a newcomer reads


@ANY_README
def test_the_first_code_block_is_the_two_commands_and_nothing_else(name: str) -> None:
    assert blocks(name)[0] == "make demo\nmake test\n"
    before = text(name).partition("```")[0]
    heading = [line for line in before.splitlines() if line.startswith("#")][-1]
    assert heading == "## Quick start / 快速开始"


def test_both_readmes_say_the_same_in_the_same_order() -> None:
    english, chinese = (text(name) for name in READMES)
    assert blocks(READMES[0], "sh") == blocks(READMES[1], "sh")
    assert blocks(READMES[0], "toml") == blocks(READMES[1], "toml")
    assert english.count("\n## ") == chinese.count("\n## ")
    for kind in (r"\n\|", r"!\[", r"\n- "):
        assert len(re.findall(kind, english)) == len(re.findall(kind, chinese)), kind


def test_both_readmes_give_the_same_measurements() -> None:
    figures = []
    for name, head in zip(READMES, ("## Measured", "## 实测"), strict=True):
        rows = [
            row for row in text(name).partition(head)[2].partition("\n## ")[0].splitlines() if row[:1] == "|"
        ]
        figures.append([sorted(re.findall(r"\d[\d,.]*", row)) for row in rows])
    english, chinese = figures
    assert sum(map(len, english)) > 8
    # The number of layouts held back is a word in English.
    assert [[n for n in row if n != "4"] for row in chinese] == english


# What is named is there


@ANY_DOCUMENT
def test_every_link_and_picture_leads_somewhere(name: str) -> None:
    targets = re.findall(r"\]\(([^)\s#]+)[^)]*\)", text(name))
    local = [target for target in targets if "://" not in target]
    assert [target for target in local if not ((ROOT / name).parent / target).exists()] == []


@ANY_DOCUMENT
def test_every_command_and_option_that_is_named_exists(name: str) -> None:
    known = commands()
    wrong = []
    for words, options in calls(name):
        if words[0].startswith("--") or words == ("COMMAND",):
            continue
        if any(command[: len(words)] == words != command for command in known):
            continue  # a group by its name
        if words not in known:
            wrong.append(" ".join(words))
            continue
        own = {option for parameter in known[words].params for option in parameter.opts} | {"--help"}
        wrong += [f"{' '.join(words)} {option}" for option in options if option not in own]
    assert wrong == []


@ANY_README
def test_every_command_and_every_option_of_a_review_is_documented(name: str) -> None:
    named = {words for words, _ in calls(name)} | {
        (group, word)
        for group, line in re.findall(r"^- `(\w+)`[:：](.*(?:\n  .*)*)", text(name), re.MULTILINE)
        for word in re.findall(r"`(\w+)", line)
    }
    assert set(commands()) - named == {("demo",)}  # which ``make demo`` runs
    options = {option for parameter in commands()["review",].params for option in parameter.opts}
    told = {option for option in options if option.startswith("--") and option in text(name)}
    assert options - told - {"file", "--debug", "--lang"} == set()


@ANY_README
def test_every_setting_is_documented_and_no_other(name: str) -> None:
    named = set(re.findall(rf"{PREFIX}[A-Z_]*[A-Z]", text(name)))
    known = {f"{PREFIX}{field.upper()}" for field in Settings.model_fields}
    assert named - {"JIHENG_LLM"} == known


@ANY_README
def test_the_settings_file_of_the_readme_can_be_read(name: str) -> None:
    (settings,) = blocks(name, "toml")
    assert set(tomllib.loads(settings)) <= set(Settings.model_fields)


@ANY_DOCUMENT
def test_every_make_target_that_is_named_exists(name: str) -> None:
    targets = set(re.findall(r"^([\w-]+):", text("Makefile"), re.MULTILINE))
    named = {target for line in code(name) for target in re.findall(r"\bmake ([\w-]+)", line)}
    assert named - targets == set()


@ANY_DOCUMENT
def test_every_module_and_file_that_is_named_exists(name: str) -> None:
    missing = []
    for piece in re.findall(r"`([^`\n]+)`", BLOCK.sub("", text(name))):
        if re.fullmatch(r"(?:corpus|rules|assistant|ui|tests)(?:\.\w+)+", piece):
            missing += [] if _resolves(piece) else [piece]
        elif re.fullmatch(r"(?:corpus|rules|assistant|ui|tests|scripts|requirements|docs)/[\w./-]+", piece):
            missing += [] if (ROOT / piece).exists() or "05" in piece else [piece]
    assert missing == []


def _resolves(dotted: str) -> bool:
    """Say whether a dotted name is a module, or something that one of the modules above it holds."""
    parts = dotted.split(".")
    for taken in range(len(parts), 0, -1):
        place = ROOT.joinpath(*parts[:taken])
        if place.is_dir() and taken == len(parts):
            return True
        module = place.with_suffix(".py")
        if module.is_file():
            source = module.read_text(encoding="utf-8")
            return all(re.search(rf"\b{re.escape(part)}\b", source) for part in parts[taken:])
    return False


@ANY_DOCUMENT
def test_every_rule_that_is_named_has_a_card(name: str) -> None:
    known = {item.code for item in all_cards()}
    named = set(re.findall(r"\b[ASCQP]\d\d\b", text(name)))
    assert (
        named - known - ({"Q05"} if name in ("CONTRIBUTING.md", "changelog.d/README.md") else set()) == set()
    )


@ANY_README
def test_every_rule_stands_in_the_table_of_what_is_checked(name: str) -> None:
    table = text(name)
    for first, last in re.findall(r"([ASCQP]\d\d)–([ASCQP]\d\d)", table):
        numbers = range(int(first[1:]), int(last[1:]) + 1)
        table += " ".join(f"{first[0]}{number:02d}" for number in numbers)
    assert {item.code for item in all_cards() if item.code not in table} == set()


# The guide to a new rule


def test_the_rule_of_the_contributing_guide_passes_its_own_cases() -> None:
    cases, card_text = blocks("CONTRIBUTING.md", "toml")
    module, _ = blocks("CONTRIBUTING.md", "python")
    card = read_card(card_text, "Q05")
    names: dict[str, Any] = {}
    exec(compile(module, "q05_target_missing.py", "exec"), names)
    names["card"] = lambda code: card
    told = []
    for case in tomllib.loads(cases, parse_float=Decimal)["case"]:
        findings: list[Finding] = list(names["check"](_context(case)))
        assert len(findings) == len(case["findings"]), case["name"]
        for finding, wanted in zip(findings, case["findings"], strict=True):
            told.append(finding.message)
            assert wanted["says"] in finding.message
            assert (finding.severity, finding.disposition) == (wanted["severity"], wanted["disposition"])
    assert len(told) == 1


def _context(case: Any) -> Any:
    sketch = Sketch()
    sketch.table(form(case["rows"]), None)
    document = sketch.document()
    return check_context(
        document, Locator(document), "department_self_evaluation", "2023", in_force("2023", None)
    )


# Decisions


def test_every_decision_is_listed_and_says_when_to_look_again() -> None:
    folder = ROOT / "docs" / "decisions"
    index = text("docs/decisions/README.md")
    numbers = []
    for path in sorted(folder.glob("[0-9]*.md")):
        body = path.read_text(encoding="utf-8")
        number = path.name.partition("-")[0]
        numbers.append(int(number))
        assert body.startswith(f"# {number} ")
        assert f"]({path.name})" in index
        assert all(f"**{part}" in body for part in ("Context.", "Decision.", "What it costs.", "Look again"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_package_that_a_document_calls_ours_can_be_imported() -> None:
    named = set(re.findall(r"^\| `(\w+)` \|", text("docs/architecture.md"), re.MULTILINE))
    assert named == {"corpus", "rules", "assistant", "ui"}
    assert all(find_spec(package) for package in named)
