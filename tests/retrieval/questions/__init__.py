"""The questions and what answers them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from corpus.found import Hit

Split = Literal["tuning", "measuring"]
POLICIES = "policies"
_REVISION = re.compile(r"[（(][^（）()]*[）)]$")


@dataclass(frozen=True, slots=True)
class Question:
    """One question; ``source`` is the report that it is about, or ``policies``. Any one of ``answers`` will do."""

    source: str
    sort: str
    style: str
    text: str
    answers: tuple[str, ...]

    def is_answered_by(self, hit: Hit) -> bool:
        """Say whether the passage holds the answer."""
        return any(self._fits(answer, hit) for answer in self.answers)

    def _fits(self, answer: str, hit: Hit) -> bool:
        if self.sort == "card":
            return hit.entry.kind == "card" and hit.entry.name == answer
        if self.source == POLICIES:
            title, _, article = answer.partition(" ")
            return (
                hit.entry.kind == "policy"
                and plain_title(hit.entry.title) == title
                and article in ("", hit.article)
            )
        held = "".join(hit.chunk.text.split())
        return hit.entry.kind == "report" and all(part in held for part in answer.split("&"))


def plain_title(title: str) -> str:
    """Return a title without the state's name in front and the year of revision behind."""
    return _REVISION.sub("", title).removeprefix("中华人民共和国")


def questions(split: Split) -> list[Question]:
    """Return the questions of a split."""
    data = tomllib.loads(files(__package__).joinpath(f"{split}.toml").read_text("utf-8"))
    return [
        Question(source["name"], sort, style, text, tuple(answers))
        for source in data["source"]
        for sort, style, text, *answers in source["asks"]
    ]
