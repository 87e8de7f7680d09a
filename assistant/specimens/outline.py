"""The order of a report: cover, contents, numbered headings with their texts and tables, annexes."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from assistant.specimens import forms, tables
from assistant.specimens.accounts import keep_accounts
from assistant.specimens.blocks import (
    Block,
    Contents,
    ContentsEntry,
    Heading,
    PageBreak,
    Paragraph,
    Report,
    Table,
)
from assistant.specimens.composer import Composer
from assistant.specimens.ledger import Ledger, MoneyUnit
from assistant.specimens.operations import keep_records
from assistant.specimens.story import Story, load, read_toml

DIGITS = "零一二三四五六七八九十"
TABLES: dict[str, Callable[[Composer], Table]] = {
    "budget": tables.budget,
    "basic": tables.basic,
    "projects": tables.projects,
}
PROBLEMS = 3


def write(
    seed: int,
    story: str = "hydrology",
    *,
    unit: MoneyUnit | None = None,
    layout: str = "nine",
    year: int = 2024,
) -> tuple[Report, Ledger]:
    """Return a specimen report without any error, and the books behind it. The same arguments give the same report.

    ``unit`` overrides the one in which the story prints its amounts.
    """
    told = load(story)
    ledger = Ledger(unit or told.money)
    rng = Random(f"{story}/{seed}")
    keep_accounts(ledger, told, rng)
    keep_records(ledger, told, rng)
    compose = Composer(ledger, told, seed, year)
    body = _body(compose, told, layout)
    blocks = [
        *_cover(compose),
        PageBreak(),
        _contents(body),
        PageBreak(restart=True),
        *body,
        *_annexes(compose),
    ]
    return Report(tuple(blocks), dict(compose.context)), ledger


def _cover(compose: Composer) -> list[Block]:
    lines = (
        ("{=year}年度", "cover_title"),
        ("部门整体支出绩效自评报告", "cover_title"),
        ("部门（单位）名称：{=unit}", "cover_line"),
        ("{=date}", "cover_line"),
    )
    return [
        compose.line(
            text, "cover_title" if style == "cover_title" else "cover_line", "front", f"cover{number}"
        )
        for number, (text, style) in enumerate(lines)
    ]


def numbering(level: int, number: int) -> str:
    """Return the printed number of a heading: 一、 （一） 1． （1）."""
    if level >= 3:
        return f"{number}．" if level == 3 else f"（{number}）"
    chinese = DIGITS[number] if number <= 10 else f"十{DIGITS[number - 10]}"
    return f"{chinese}、" if level == 1 else f"（{chinese}）"


def _body(compose: Composer, story: Story, layout: str) -> list[Block]:
    blocks: list[Block] = [compose.paragraph("intro")]
    counters = [0, 0, 0, 0]
    for section in read_toml("outlines.toml")[layout]:
        level = section["level"]
        counters[level - 1] += 1
        counters[level:] = [0] * (4 - level)
        blocks.append(Heading(numbering(level, counters[level - 1]) + section["title"], level))
        for item in section.get("items", ()):
            blocks += _item(compose, story, item)
    return blocks


def _item(compose: Composer, story: Story, item: str) -> list[Block]:
    kind, _, name = item.partition(":")
    if kind == "text":
        return [compose.paragraph(name)]
    if kind == "list":
        return list(compose.listed(name))
    if kind == "category":
        return list(compose.category(name))
    if kind == "table":
        table = TABLES[name](compose)
        return [Paragraph((table.title,), "caption"), compose.line("单位：{=money}", "unit"), table]
    if kind == "performance":
        return [compose.paragraph(key) for key in story.paragraphs if key.startswith("perform_")]
    stem = kind.removesuffix("s")
    found: list[Block] = []
    for number in range(1, PROBLEMS + 1):
        title = story.texts[f"{stem}{number}_title"][0]
        found.append(Heading(numbering(2, number) + title, 2))
        found.append(Paragraph(compose.sentence(f"{stem}{number}"), "body", f"{stem}{number}"))
    return found


def _contents(body: list[Block]) -> Contents:
    headings = [block for block in body if isinstance(block, Heading)]
    return Contents(
        tuple(ContentsEntry(block.text, block.level, number) for number, block in enumerate(headings))
    )


def annex_titles(context: dict[str, Any]) -> list[str]:
    """Return the titles of the annexes in their order."""
    year = context["year"]
    return [
        f"{year}年度部门整体支出绩效评价基础数据表",
        f"{year}年度部门整体支出绩效自评表",
        f"{year}年度服务对象满意度调查汇总表",
    ]


def _annexes(compose: Composer) -> list[Block]:
    titles = annex_titles(compose.context)
    blocks: list[Block] = [
        compose.line(f"附件{number}：{title}", "list", name=f"annex_list{number}")
        for number, title in enumerate(titles, 1)
    ]
    signature = "填表人：张某某　填报日期：{=filled}　联系电话：00000000　单位负责人签字：李某某"
    note = "说明：“项目支出”填报基本支出以外的全部项目支出；“公用经费”填报基本支出中的商品和服务支出。"
    contents: tuple[tuple[Block, ...], ...] = (
        (forms.basic_data(compose), compose.line(note, "note", "annex")),
        (forms.score_head(compose), forms.score_rows(compose)),
        (forms.survey(compose),),
    )
    for number, (title, inside) in enumerate(zip(titles, contents, strict=True), 1):
        blocks += [
            PageBreak(),
            compose.line(f"附件{number}", "annex", "annex", f"annex{number}"),
            compose.line(title, "caption", "annex", f"annex_title{number}"),
            *inside,
            compose.line(signature, "signature", "annex", f"signature{number}"),
        ]
    return blocks
