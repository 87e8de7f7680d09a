"""A report of any size, of the making that costs checkers most: tables whose every row the text states again."""

from __future__ import annotations

import random
from decimal import ROUND_HALF_UP, Decimal

from corpus.document.model import Document
from tests.rules.sketch import Sketch

_FIELDS = ("水利", "公路", "教育", "卫生", "文化", "林业", "养老", "信息", "应急", "环保")
_WORKS = ("建设", "维修", "购置", "监测", "培训", "补助", "改造", "宣传", "普查", "评估")
_ROWS = 10
_HEADS = ["项目名称", "预算数（万元）", "决算数（万元）", "结余（万元）", "执行率"]


def made_up(tables: int, seed: int = 3, *, again: int = 0) -> Document:
    """Return a clean report with so many tables of ten projects each, some 94 facts a table.

    ``again``: every table is printed so many times more, 44 facts each, so that its figures are bound all the closer.
    """
    rng = random.Random(seed)
    sketch = Sketch()
    printed: list[list[list[str]]] = []
    for number in range(tables):
        sketch.heading(f"（{number + 1}）第{number + 1}科室项目")
        rows: list[list[str]] = []
        lines: list[str] = []
        budgets = spent = Decimal(0)
        for place in range(_ROWS):
            name = f"{_FIELDS[place]}{_WORKS[number % 10]}{chr(0x7532 + number // 10)}项目"
            budget = Decimal(rng.randint(10_000, 999_999)) / 100
            used = budget - Decimal(rng.randint(0, int(budget) * 25)) / 100
            budgets, spent = budgets + budget, spent + used
            rows.append(_row(name, budget, used))
            _, due, done, left, rate = rows[-1]
            lines.append(f"{name}预算{due}万元，支出{done}万元，执行率{rate}，结余{left}万元。")
        printed.append([_HEADS, *rows, _row("合计", budgets, spent)])
        sketch.table(printed[-1], f"表{number + 1}")
        sketch.lines(lines)
    for time in range(again):
        sketch.heading(f"附件{time + 1}")
        for number, rows in enumerate(printed):
            sketch.table(rows, f"附表{time + 1}-{number + 1}")
    return sketch.document()


def _row(name: str, budget: Decimal, used: Decimal) -> list[str]:
    rate = (used * 100 / budget).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return [name, f"{budget:.2f}", f"{used:.2f}", f"{budget - used:.2f}", f"{rate}%"]
