"""What all commands share: options, how a result is written, and how the library's few words become Chinese."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from corpus.errors import InputError
from ui.messages import Words, help_page

STANDARD = "-"
"""The name that stands for standard input or output."""


class Command(TyperCommand):
    """A command whose help page is Chinese."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        return help_page(super().get_help(ctx))


class Group(TyperGroup):
    """A group of commands whose help page is Chinese."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        return help_page(super().get_help(ctx))


Lang = Annotated[str | None, typer.Option("--lang", help="界面语言：zh（默认）或 en")]
Debug = Annotated[bool, typer.Option("--debug", help="出错时显示技术细节")]
Json = Annotated[str | None, typer.Option("--json", metavar="文件", help="把结果写成 JSON；- 为标准输出")]
Report = Annotated[str, typer.Argument(metavar="报告", help="报告文件；- 为标准输入")]
PasswordFile = Annotated[
    str | None, typer.Option("--password-file", metavar="文件", help="第一行是报告的打开密码")
]
Year = Annotated[
    str | None, typer.Option("--year", metavar="年度", help="报告年度，如 2024；默认从报告中识别")
]
Prior = Annotated[
    str | None, typer.Option("--prior", metavar="文件", help="本单位上年的自评报告，用于跨年核对")
]
With = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="类别=文件",
        help="对照材料，可写多次。类别：approval 预算批复、targets 绩效目标批复表、final_accounts 决算报表、"
        "budget_disclosure 预算公开、accounts_disclosure 决算公开、adjustment 追加文件、project_form 项目自评表、"
        "procurement 政府采购、assets 资产",
    ),
]
Pack = Annotated[
    list[str] | None,
    typer.Option("--pack", metavar="名称", help="另加的规则包，名称或文件夹，可写多次；后写的优先"),
]
Region = Annotated[str | None, typer.Option("--region", metavar="地区", help="适用哪个地区的规则包，如 湖南")]


def group(help_text: str) -> typer.Typer:
    """Return an empty group of commands."""
    return typer.Typer(cls=Group, help=help_text, rich_markup_mode=None)


def check_outputs(inputs: tuple[str | None, ...], outputs: tuple[str | None, ...], say: Words) -> None:
    """Refuse before any work what could not be finished, or would overwrite what is read. Raises: InputError."""
    from assistant.export.whole_file import check_place

    read = [path for path in inputs if path is not None]
    named = [path for path in outputs if path is not None]
    if sum(path == STANDARD for path in (*read, *named)) > 1:
        raise InputError(say("one_dash"))
    taken = {Path(path).resolve() for path in read if path != STANDARD}
    for path in (Path(name) for name in named if name != STANDARD):
        if path.resolve() in taken:
            raise InputError(say("same_file", path=path))
        check_place(path)
        taken.add(path.resolve())


def write_out(file: str, data: bytes) -> None:
    """Write a whole result to the named file, or to standard output."""
    if file == STANDARD:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    from assistant.export.whole_file import write_whole

    write_whole(Path(file), data)


def to_json(value: Any) -> bytes:
    """Return a value as the bytes of a JSON file."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")
