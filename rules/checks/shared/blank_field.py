"""``blank_field``: a field of a form or a signature line with its label and nothing behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pydantic import BaseModel, ConfigDict

from corpus.document.model import BlockKind
from rules.card import RuleCard
from rules.check import CheckContext
from rules.finding import Finding

_NEXT_LABEL = r"[\u4e00-\u9fff（）()、]{2,12}[:：]"
_BLANK = rf"\s*[:：][\s_＿　]*(?:年[\s_＿　]*月[\s_＿　]*日?)?[\s_＿　]*(?=$|{_NEXT_LABEL})"
_LONGEST = 120
"""A paragraph longer than this is no line of fields."""


class Data(BaseModel):
    """``labels`` are patterns of the labels."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    labels: tuple[str, ...]


def check(context: CheckContext, card: RuleCard, data: Data) -> Iterable[Finding]:
    """Yield one finding for each blank field, once for each label."""
    pattern = re.compile(rf"(?P<label>{'|'.join(data.labels)}){_BLANK}")
    seen: set[str] = set()
    for start, end in (*_lines(context), *_alone(context)):
        for found in pattern.finditer(context.document.text[start:end]):
            label = "".join(found["label"].split())
            if label in seen:
                continue
            seen.add(label)
            yield card.finding(
                content=(label,),
                message=f"“{label}”一栏为空。{card.suggestion}",
                reported=label,
                evidence=(context.locator.evidence(start + found.start(), start + found.end("label")),),
            )


def _lines(context: CheckContext) -> Iterator[tuple[int, int]]:
    for block in context.document.blocks:
        if (
            block.table is None
            and block.kind is not BlockKind.CONTENTS
            and block.end - block.start < _LONGEST
        ):
            yield block.start, block.end


def _alone(context: CheckContext) -> Iterator[tuple[int, int]]:
    """Return the cells that hold label and value together; a label with a filled cell behind it is no blank field."""
    for table in context.document.tables:
        for cell in table.cells:
            after = table.at(cell.row, cell.column + cell.column_span)
            if after is None or not after.text.strip() or after.text.strip().endswith(("：", ":")):
                yield cell.start, cell.end
