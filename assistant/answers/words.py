"""How answers name things, stages, places and shares; the stages are data in ``stages.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any

from assistant.labels import label as label_of
from assistant.lookup.statements import TOTALS
from assistant.places import bare_heading
from corpus.document.evidence import Evidence
from rules.facts.fact import Fact, FactKind
from rules.facts.vocabulary import TOTAL, vocabulary

_NUMBERED = re.compile(r"^[（(]?[\d一二三四五六七八九十]{1,3}[）)]?\s*[.．、:：]\s*")
_SOFT = re.compile(r"^(?:其中|主要是|分别为)[:：]?")


@cache
def stages() -> dict[str, Any]:
    """Return ``stages.toml``, read once."""
    return tomllib.loads(resources.files("assistant.answers").joinpath("stages.toml").read_text("utf-8"))


def stage(measure: str | None) -> str:
    """Return what answers call a stage or rate; of none, nothing."""
    if measure is None:
        return ""
    found: dict[str, str] = stages()["stage"].get(measure, {})
    return found.get("label", "")


def card_code(measure: str | None) -> str | None:
    """Return the rule card that explains a stage or rate."""
    found: dict[str, str] = stages()["stage"].get(measure or "", {})
    return found.get("card")


def special(subject: str | None, measure: str | None) -> dict[str, str] | None:
    """Return how a rate of one thing is defined where the general table does not hold for it."""
    return next(
        (item for item in stages()["special"] if (item["subject"], item["measure"]) == (subject, measure)),
        None,
    )


def thing(subject: str | None, fund: str | None = None) -> str:
    """Return what a sentence calls a thing; a grand total is named by its fund."""
    if subject is None or subject in TOTALS or subject == TOTAL:
        return fund or "部门整体"
    return "“三公”经费" if subject == "三公经费" else subject


def named(subject: str | None, measure: str | None, fund: str | None = None, of: Fact | None = None) -> str:
    """Return thing and stage as one name: 公用经费控制率, 三公经费预算, 编制."""
    what = thing(subject, fund)
    word = stage(measure)
    if word and what.endswith(word):
        return what
    if not word and of is not None and of.label and subject is None:
        return label(of)
    return f"{what}{word}"


def name_of(fact: Fact) -> str:
    """Return thing and stage of a fact as one name; of a grand total with its fund."""
    row = "".join((fact.evidence.row or "").split())
    if fact.kind is FactKind.RATE and row.endswith("率") and not row.endswith(stage(fact.measure) or "率"):
        return _NUMBERED.sub("", row)
    own = vocabulary().subjects.get(fact.subject or "")
    cleaned = _SOFT.sub("", _NUMBERED.sub("", row)).strip("：:")
    if own is not None and fact.evidence.table is not None and _is_longer_name(cleaned, own.words):
        return f"{cleaned}{stage(fact.measure)}"
    return named(fact.subject, fact.measure, fact.scope if is_total(fact) else None, fact)


def _is_longer_name(row: str, words: tuple[str, ...]) -> bool:
    """Say whether a row is of something narrower than a known thing whose word it holds (离退休干部服务经费)."""
    held = [word for word in words if word in row]
    plain_name = not row.endswith("率") and not set(row) & set("（、")
    return bool(held) and plain_name and len(row) - max(len(word) for word in held) >= 3


def is_total(fact: Fact) -> bool:
    """Say whether a fact is a grand total, which only its fund names."""
    return fact.subject is None or fact.subject in TOTALS


def label(fact: Fact) -> str:
    """Return the report's own words for a fact, without numbering and joining words."""
    return _SOFT.sub("", bare_heading(_NUMBERED.sub("", " ".join(fact.label.split()))))


def place(evidence: Evidence) -> str:
    """Return where something stands as reviewers write it: 正文第 11 页，PDF 第 14 页; 附件2的“…”行，第 22 页."""
    if evidence.material is not None:
        here = place(replace(evidence, material=None))
        return f"{label_of('material', evidence.material)}“{_short(evidence.document)}”{here}"
    page = page_words(evidence)
    if annex := re.search(r"附件\s*\d*", evidence.section or ""):
        row = f"的“{_row(evidence.row)}”行" if evidence.row else ""
        name = "".join(annex.group().split())
        return "，".join(part for part in (f"{name}{row}", page) if part)
    if evidence.table is not None and evidence.row:
        return f"表中“{_row(evidence.row)}”行{f'，{page}' if page else ''}"
    if evidence.table is not None:
        return "，".join(part for part in (f"表“{_short(evidence.table)}”", page) if part)
    if page:
        return f"正文{page}"
    section = bare_heading((evidence.section or "").split(" / ")[-1])
    return f"正文“{_short(section)}”部分" if section else "正文"


def page_words(evidence: Evidence) -> str:
    """Return the printed page, then the physical one; empty for a format without pages."""
    if evidence.page is None:
        return ""
    digits = "".join(re.findall(r"\d+", evidence.page_label or ""))
    if digits and digits != str(evidence.page):
        return f"第 {digits} 页，PDF 第 {evidence.page} 页"
    return f"第 {evidence.page} 页"


_POINTS = re.compile(r"[（(]\s*\d+(?:\.\d+)?\s*分?\s*[)）]")


def _row(text: str | None) -> str:
    text = _POINTS.sub("", text or "")
    return _short(_NUMBERED.sub("", "".join((text or "").split()).split("/")[-1]).strip("：: "))


def _short(text: str, longest: int = 24) -> str:
    line = "".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def listed(names: list[str] | tuple[str, ...], most: int = 12) -> str:
    """Return names joined as Chinese lists are; very many are cut with 等."""
    return "、".join(names[:most]) + ("等" if len(names) > most else "")
