"""The tools over checkers and retrieval, named and typed: what a model, or another program, may call.

Every tool only reads. What it returns is text put together from evidence, with markers; its figures are noted in the
material of the desk, so that the guard knows them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.answers.composing import compose
from assistant.answers.desk import Desk
from assistant.answers.told import said
from assistant.errors import EngineError
from assistant.plan import Kind
from assistant.question import read_question

_Words = Annotated[str, Field(max_length=80)]


class _Arguments(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Thing(_Arguments):
    """A thing of the report and a stage or rate of it."""

    thing: _Words = Field(description="事项名称，如 公用经费、三公经费、项目支出、编制")
    stage: _Words = Field("", description="口径，如 年初预算、全年预算、决算、执行率、控制率；可空")


class Topic(_Arguments):
    """Words to look for."""

    words: _Words = Field("", description="关键词；可空")


class Nothing(_Arguments):
    """No arguments."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: its name, what it is for (in Chinese, for the model), its arguments, and what runs it."""

    name: str
    description: str
    arguments: type[BaseModel]
    run: Callable[[Desk, Any], str]


def _asked(kind: Kind, text: Callable[[Any], str]) -> Callable[[Desk, Any], str]:
    """Return a tool that asks a question of a sort of the same desk."""

    def run(desk: Desk, arguments: Any) -> str:
        question = read_question(text(arguments), desk.tools.names)
        asked = replace(desk, question=question, material=desk.material)
        return compose(asked, kind).text

    return run


def _search(desk: Desk, arguments: Topic) -> str:
    terms = read_question(arguments.words or "报告", desk.tools.names).terms or (arguments.words,)
    hits = [hit for hit in desk.sentences.ranked(terms) if hit.coverage >= 0.4 and not hit.sentence.heading][
        :4
    ]
    return "\n".join(said(desk, hit.sentence) for hit in hits) or "没有找到。"


TOOLS: tuple[Tool, ...] = (
    Tool(
        "stated_figures",
        "查报告中某事项的数字、出处、算式",
        Thing,
        _asked(Kind.FIGURE, lambda a: f"{a.thing}{a.stage}是多少，怎么算的"),
    ),
    Tool(
        "compare_with_last_year",
        "把某事项与上年比较",
        Thing,
        _asked(Kind.COMPARISON, lambda a: f"{a.thing}{a.stage}比上年变化多少"),
    ),
    Tool(
        "parts_of",
        "列出某个合计的分项并相加核对",
        Thing,
        _asked(Kind.BREAKDOWN, lambda a: f"{a.thing}{a.stage}由哪些构成"),
    ),
    Tool(
        "findings",
        "列出审核发现；可按关键词筛选",
        Topic,
        _asked(Kind.FINDINGS, lambda a: f"{a.words}有哪些问题"),
    ),
    Tool(
        "deductions",
        "列出评分表逐项扣分",
        Nothing,
        _asked(Kind.DEDUCTIONS, lambda a: "扣分在哪些指标"),
    ),
    Tool(
        "score_of_indicator",
        "查评分表某一指标的得分、参考区间和依据",
        Topic,
        _asked(Kind.INDICATOR, lambda a: f"{a.words or '指标'}的得分合理吗"),
    ),
    Tool("search_report", "在报告正文和表格里按关键词找原文", Topic, _search),
    Tool(
        "rules",
        "查规则卡、依据卡和资料库里的政策原文",
        Topic,
        _asked(Kind.RULE, lambda a: f"{a.words or '规则'}的规定"),
    ),
    Tool(
        "what_was_checked",
        "说明核对了什么、缺什么材料",
        Nothing,
        _asked(Kind.CHECKED, lambda a: "核对了什么"),
    ),
)
"""Every tool, in the order in which a model is told of them."""


def call(desk: Desk, name: str, arguments: Mapping[str, Any]) -> str:
    """Run a tool. Raises: EngineError for an unknown tool or arguments that do not fit it."""
    tool = next((tool for tool in TOOLS if tool.name == name), None)
    if tool is None:
        raise EngineError(f"没有工具 {name}；可用的：{'、'.join(tool.name for tool in TOOLS)}")
    try:
        checked = tool.arguments.model_validate(dict(arguments))
    except ValidationError as error:
        places = "、".join(".".join(str(part) for part in fault["loc"]) for fault in error.errors())
        raise EngineError(f"工具 {name} 的参数不对（{places}）") from error
    return tool.run(desk, checked)
