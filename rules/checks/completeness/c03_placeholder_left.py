"""C03: a placeholder or an instruction of the form was left in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.document.model import BlockKind, Document
from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.self_report import clause_at
from rules.wording import short

_PLACEHOLDER = re.compile(
    r"(?<![A-Za-z0-9*×Xx])(?:[XxＸ]{2,}|[×✕✖]{2,}|[〇○□]{3,})(?![A-Za-z0-9])"
    r"|【[\s_…·.]*】|〔\s*〕号"
    r"|[（(【\[]?(?:此处|在此)(?:请)?(?:填写|填入|插入|简述|说明)[^，。；]{0,12}"
    r"|[（(【\[](?:请填写|请填入|请简述|待填写|待补充|待填|待核实)[^）)】\]]{0,16}[)）】\]]"
)
_MASKED = re.compile(
    r"(?:联系人|填[表报]人|负责人|经办人|电话|手机|身份证|账号|卡号|姓名|同志|签字|评价人员|组长)[^，。；]{0,12}$|[\u4e00-\u9fff]某$"
)
"""What stands before a mask that hides a person or an account, which is lawful in a published report."""
_PERSON = ("同志", "先生", "女士")


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each placeholder, repeated ones in one clause once."""
    document = context.document
    for start, end in _stretches(document):
        text = document.text[start:end]
        seen: set[tuple[int, int]] = set()
        for found in _PLACEHOLDER.finditer(text):
            clause = clause_at(text, found.start(), found.end())
            masked = _MASKED.search(text[clause[0] : found.start()]) or text.startswith(_PERSON, found.end())
            if clause in seen or masked:
                continue
            seen.add(clause)
            quote = text[clause[0] : clause[1]]
            yield card("C03").finding(
                content=(quote,),
                message=(
                    f"文中留有模板占位或填写提示“{short(found[0].strip(), 16)}”：“{short(quote)}”。"
                    "请填写实际内容。"
                ),
                reported=found[0].strip(),
                evidence=(context.locator.evidence(start + clause[0], start + clause[1]),),
            )


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    for block in document.blocks:
        if block.kind is BlockKind.CONTENTS:
            continue
        if block.table is None:
            yield block.start, block.end
        else:
            yield from ((cell.start, cell.end) for cell in block.table.cells)
