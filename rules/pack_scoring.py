"""The values of a pack that give points: bands, methods, weights, grades, one-ticket rules, thresholds; all dated."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from rules.finding import Basis

Name = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,39}$")]
Share = Annotated[Decimal, Field(ge=0, le=1)]
Points = Annotated[Decimal, Field(ge=0, le=1000)]


class Data(BaseModel):
    """A part of a pack: frozen, and nothing in it that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Dated(Data):
    """A value with the time in which it holds and why; a report of year Y is held against the end of Y."""

    effective_from: datetime.date | None = None
    effective_to: datetime.date | None = None
    basis: tuple[Basis, ...] = ()

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        begins, ends = self.effective_from, self.effective_to
        if begins is not None and ends is not None and ends < begins:
            raise ValueError(f"止期 {ends} 早于起期 {begins}")
        return self

    def holds(self, year: str | None) -> bool:
        """Say whether the value is in force for a report of the year (None: whether it has no end)."""
        if year is None:
            return self.effective_to is None
        day = datetime.date(int(year), 12, 31)
        begun = self.effective_from is None or self.effective_from <= day
        return begun and (self.effective_to is None or day <= self.effective_to)


class Bands(Dated):
    """Lower ends of the bands for qualitative indicators, as shares of the weight, ends included."""

    met: Share
    partial: Share

    @model_validator(mode="after")
    def _met_is_above_partial(self) -> Self:
        if self.met <= self.partial:
            raise ValueError(f"“达成”档下限 {self.met} 应高于“部分达成”档下限 {self.partial}")
        return self


class Scoring(Dated):
    """Quantitative indicators: full when met, else by ratio.

    ``inverse`` names the formulas for ≤ ones. Above ``over_completion`` (a share of the target: 1.30 for 130 %) the
    target counts as set too low, and ``over`` says what becomes of the points: ``zero`` none, ``reduce`` fewer, by how
    much is not said. Below ``pass_mark`` (a share of the target) there are no points. None: no such limit is in force.
    """

    inverse: tuple[Literal["target_over_actual", "excess_share"], ...] = Field(min_length=1)
    over_completion: Annotated[Decimal, Field(gt=1, le=100)] | None = None
    over: Literal["reduce", "zero"] = "reduce"
    pass_mark: Share | None = None


class Step(Data):
    """From this rate on (a share, end included) the execution of the budget earns this share of the weight."""

    floor: Annotated[Decimal, Field(ge=0, le=10)]
    share: Share


class Execution(Dated):
    """Budget execution scores weight × rate, capped at the weight; with ``steps``, by steps instead, best first."""

    steps: tuple[Step, ...] = ()

    @model_validator(mode="after")
    def _steps_fall(self) -> Self:
        floors = [step.floor for step in self.steps]
        if floors != sorted(set(floors), reverse=True):
            raise ValueError("分段的下限应从高到低、各不相同")
        return self


class Weights(Data):
    """Weights of the classes of indicators, by a word of their name; they add to 100."""

    weights: dict[Name, Points]

    @model_validator(mode="after")
    def _hundred(self) -> Self:
        total = sum(self.weights.values(), Decimal(0))
        if total != 100:
            raise ValueError(f"各类分值相加应为 100，实为 {total:f}")
        return self


class OtherWeights(Weights):
    """Weights of another convention that a report may lawfully follow."""

    name: Name


class ClassWeights(Weights, Dated):
    """The usual weights of the classes of indicators; ``others`` are conventions beside them."""

    others: tuple[OtherWeights, ...] = ()


class Floor(Data):
    """A grade and the lowest total that earns it."""

    name: Name
    floor: Points


class Grades(Dated):
    """Grades as half-open bands, best first."""

    floors: tuple[Floor, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _fall_to_zero(self) -> Self:
        floors = [item.floor for item in self.floors]
        if floors != sorted(set(floors), reverse=True) or floors[-1] != 0:
            raise ValueError("各等级下限应从高到低、各不相同，最低一级为 0")
        return self

    def of(self, total: Decimal) -> str | None:
        """Return the grade of a total."""
        return next((grade.name for grade in self.floors if total >= grade.floor), None)


class Veto(Dated):
    """A one-ticket rule: where a report's own words admit one of ``words``, its grade is at most ``grade``."""

    name: Name
    words: tuple[Name, ...] = Field(min_length=1)
    grade: Name


class Parameter(Dated):
    """A threshold by name; ``on`` false: it is there to be switched on by a pack that has a source for it."""

    id: Id
    title: Name
    value: Decimal
    unit: Name | None = None
    on: bool = True

    @model_validator(mode="after")
    def _needs_a_source(self) -> Self:
        if self.on and not self.basis:
            raise ValueError("启用的参数须有依据（basis）；没有依据的请写 on = false")
        return self
