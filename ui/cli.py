"""The command line. Heavy packages are imported inside the commands, so that ``jiheng --version`` answers at once.

Exit status: 0 done; 1 done, with a finding of level ``error``; 2 it could not be done, said in one line on stderr.
"""

from __future__ import annotations

import sys
import traceback
from importlib.metadata import version
from typing import Annotated

import typer
from typer.exceptions import TyperException

from assistant.labels import Language
from corpus.errors import JihengError
from ui.commands.ask import ask_command
from ui.commands.batch import batch_command
from ui.commands.corpus import corpus_app
from ui.commands.demo import demo_command
from ui.commands.doctor import doctor_command
from ui.commands.draft import draft_command
from ui.commands.options import Command, Group
from ui.commands.review import review_command
from ui.commands.rules import rules_app
from ui.commands.serve import serve_command
from ui.commands.train import train_app
from ui.english import told
from ui.messages import usage_error, words
from ui.terminal import error_line, language_of

app = typer.Typer(
    name="jiheng",
    cls=Group,
    help="绩衡：核对预算绩效报告。逐个复算报告中的数字，指出差错、出处和依据。",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"jiheng {version('jiheng')}")
        raise typer.Exit


@app.callback()
def _top(
    show_version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="显示版本")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


app.command(
    "review",
    cls=Command,
    help="审核一份报告（.pdf、.docx、.xlsx、.txt、扫描件或图片）：复算、对照规则、列出发现。",
)(review_command)
app.command("ask", cls=Command, help="就一份报告提一个问题，句句有出处；没有的就说没有。")(ask_command)
app.command("draft", cls=Command, help="起草“存在的问题及原因分析”和“下一步改进措施”，句句有出处。")(
    draft_command
)
app.command("batch", cls=Command, help="审核一个文件夹中的全部报告：每份一个结果，另有汇总表。")(
    batch_command
)
app.add_typer(corpus_app, name="corpus")
app.add_typer(rules_app, name="rules")
app.add_typer(train_app, name="train")
app.command("ui", cls=Command, help="在浏览器中打开页面：审阅、对话、起草、培训、规则库。")(serve_command)
app.command("demo", cls=Command, help="用随程序提供的样例报告演示一遍，不需要网络。")(demo_command)
app.command("doctor", cls=Command, help="显示当前设置和各部分的状态，密钥不显示。")(doctor_command)


def main() -> None:
    """Run the command line; every failure is one line on stderr and status 2."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return the exit status."""
    _never_fail_on_an_odd_character()
    debug = "--debug" in arguments
    language: Language = "zh"
    try:
        language = language_of(_option(arguments, "--lang"))
        return _run(arguments, language, debug)
    except JihengError as error:
        return _failed(told(error, language), debug)


def _run(arguments: list[str], language: Language, debug: bool) -> int:
    try:
        status = typer.main.get_command(app).main(arguments or ["--help"], "jiheng", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except TyperException as error:
        return _failed(usage_error(error.format_message(), language), debug)
    except (KeyboardInterrupt, typer.Abort):
        return _failed(words(language)("interrupted"), debug)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone; nothing is left to say
        return 2
    except JihengError:
        raise
    except Exception as error:  # the border of the program: a fault of ours is one line as well
        return _failed(words(language)("internal", what=f"{type(error).__name__}: {error}"), debug)


def _failed(message: str, debug: bool) -> int:
    if debug:
        traceback.print_exc()
    error_line(f"jiheng: {' '.join(message.split())}")
    return 2


def _never_fail_on_an_odd_character() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _option(arguments: list[str], name: str) -> str | None:
    """Return the value of an option before the call is parsed; its errors are to be in its language as well."""
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if argument == name:
            return following
        if argument.startswith(f"{name}="):
            return argument.partition("=")[2]
    return None
