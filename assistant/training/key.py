"""The key of an exercise: what was planted, what only looks wrong, and what every figure rests on.

It is kept in the home folder and never handed out with the exercise.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import TrainingError
from assistant.specimens.key import Decoy, Planted
from corpus.document.evidence import Evidence

SCHEMA: Literal["jiheng.training-key/1"] = "jiheng.training-key/1"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(_Frozen):
    """Where a quote stands in report.docx. Units: ``start`` and ``end`` are offsets into its canonical text."""

    quote: str
    section: str | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None
    start: int | None = None
    end: int | None = None

    def evidence(self) -> Evidence:
        """Return the place as evidence."""
        return Evidence(
            source="report",
            document="report.docx",
            quote=self.quote,
            section=self.section,
            table=self.table,
            row=self.row,
            column=self.column,
            start=self.start,
            end=self.end,
        )


class Item(_Frozen):
    """One planted error with the places that show it: the first is its own, the others speak against it."""

    planted: Planted
    rule: str
    places: tuple[Place, ...]

    @property
    def pointed_at(self) -> tuple[str, ...]:
        """Return the quotes that may be cited for it; what is missing may be cited by any place that names it."""
        if self.planted.reported == "（缺）" or self.planted.kind == "toc_vs_body":
            return (self.planted.quote, *self.planted.partners)
        return (self.planted.quote,)


class Proof(_Frozen):
    """A figure that is right: its line (by number), its printed digits, and what it rests on."""

    line: int
    printed: str
    why: str


class Question(_Frozen):
    """A small question with its answer, asked on figures that no planted error touches."""

    question: str
    answer: str


class ExerciseKey(_Frozen):
    """Everything that grading needs. ``seed`` repeats the exercise; ``lines`` are its sentences and rows of tables."""

    scheme: Literal["jiheng.training-key/1"] = SCHEMA
    id: str
    seed: int
    level: int
    topic: str | None
    items: tuple[Item, ...]
    decoys: tuple[Decoy, ...]
    lines: tuple[Place, ...]
    proofs: tuple[Proof, ...]
    quiz: tuple[Question, ...] = ()


def read_key(text: str, name: str) -> ExerciseKey:
    """Return the key in a JSON text. Raises: TrainingError where it is damaged."""
    try:
        return ExerciseKey.model_validate_json(text)
    except ValidationError as error:
        raise TrainingError(
            f"练习 {name} 的答案文件已损坏；请用 jiheng train new 重新出题（同一 --seed 得到同一练习）"
        ) from error
