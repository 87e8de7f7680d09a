"""C14: the unit's name on the cover, in a form or before the title is that of another unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rules.card import card
from rules.check import CheckContext
from rules.facts.vocabulary import normal
from rules.finding import Finding

_LABEL = r"(?:省级|市级|县级)?(?:填报|预算|评价|被评价)?(?:部门|单位)(?:（单位）|（部门）|、单位|、部门|和单位)?名称(?:（盖章）|（公章）|（全称）)?"
_LINE = re.compile(rf"^{_LABEL}[:：]?(?P<name>[\u4e00-\u9fff（）·]{{4,30}})$")
_CELL = re.compile(rf"^{_LABEL}$")
_TITLE = re.compile(
    r"^(?:关于)?(?P<name>[\u4e00-\u9fff（）·]{4,28}?)(?:关于)?(?:开展)?20\d\d年?度?(?:部门|单位)?整体(?:支出|绩效).{0,12}$"
)
_INSTITUTION = re.compile(
    r"(?:局|厅|委员会|办公室|中心|学院|大学|学校|医院|法院|检察院|研究院|研究所|政府|总队|支队|馆|站|办事处|委)$"
)
_TAIL = re.compile(r"（.*?）|\s")
_OPENING = 12
_MOST = 2


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding where two names are given of which neither is part of the other.

    Three names and more are those of units below the department, each with a form of its own.
    """
    named = list(_names(context))
    if len({name for name, _, _ in named}) > _MOST:
        return
    for name, start, end in named[1:]:
        first = named[0]
        if name in first[0] or first[0] in name:
            continue
        yield card("C14").finding(
            content=(first[0], name),
            message=f"单位名称前后不一：一处为“{first[0]}”，一处为“{name}”。请核对是否沿用了其他单位的文本，统一名称。",
            reported=name,
            expected=first[0],
            evidence=(context.locator.evidence(start, end), context.locator.evidence(*first[1:])),
        )
        return


def _names(context: CheckContext) -> Iterator[tuple[str, int, int]]:
    """Return the names of the unit with their places: lines of the cover, its title, labelled cells."""
    document = context.document
    for index, block in enumerate(document.blocks):
        if block.table is None:
            text = normal(document.text[block.start : block.end])
            found = _LINE.match(text) or (_TITLE.match(text) if index < _OPENING else None)
            name = _bare(found["name"]) if found is not None else ""
            if _INSTITUTION.search(name):
                yield name, block.start, block.end
            continue
        for cell in block.table.cells:
            after = block.table.at(cell.row, cell.column + cell.column_span)
            if after is not None and _CELL.match(normal(cell.text)):
                name = _bare(normal(after.text))
                if _INSTITUTION.search(name):
                    yield name, after.start, after.end


def _bare(name: str) -> str:
    return _TAIL.sub("", name)
