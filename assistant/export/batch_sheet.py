"""The summary of a batch as XLSX: a row a report, and one for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assistant.batch_pool import SEVERITIES, Entry
from assistant.export.sheet import Row, plain_sheets
from assistant.labels import label

_HEADS = (
    ("序号", 6),
    ("文件", 40),
    ("状态", 8),
    ("单位", 30),
    ("年度", 8),
    *((label("severity", severity), 8) for severity in SEVERITIES),
    ("自评总分", 10),
    ("用时（秒）", 10),
    ("未能审核的原因", 60),
    ("结果文件", 40),
)


def summary_sheet(entries: Sequence[Entry], totals: Mapping[str, Any]) -> bytes:
    """Return the XLSX file of the entries, with a row of totals at the end."""
    return plain_sheets([("汇总", _HEADS, (*_rows(entries), _total(totals)))])


def _rows(entries: Sequence[Entry]) -> Iterable[Row]:
    for number, entry in enumerate(entries, 1):
        counts = entry.findings or {}
        yield (
            str(number),
            entry.file,
            "完成" if entry.status == "done" else "失败",
            entry.unit_name,
            entry.year,
            *(str(counts[severity]) if severity in counts else None for severity in SEVERITIES),
            entry.score,
            None if entry.seconds is None else f"{entry.seconds:.1f}",
            entry.error,
            entry.output,
        )


def _total(totals: Mapping[str, Any]) -> Row:
    counts = (str(totals["findings"][severity]) for severity in SEVERITIES)
    done = f"完成 {totals['done']}，失败 {totals['failed']}"
    return ("合计", f"{totals['files']} 份", done, None, None, *counts, None, None, None, None)
