"""``jiheng train``: exercises with planted errors, and their grading."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.labels import Language
from corpus.errors import InputError
from ui.commands.options import (
    STANDARD,
    Command,
    Debug,
    Json,
    Lang,
    check_outputs,
    group,
    to_json,
    write_out,
)
from ui.messages import Words, words
from ui.terminal import language_of, show

if TYPE_CHECKING:
    from assistant.training.grading import Grade, GradedItem
    from ui.present import Line

train_app = group("培训：出一份埋有差错的练习，给答案评分。")
LARGEST = 10_000_000
"""No file of answers has more bytes."""


@train_app.command("new", cls=Command, help="出一份练习：报告、题目和说明，答案不在其中。")
def train_new(
    out: Annotated[str, typer.Option("--out", metavar="文件夹", help="写到哪个文件夹；须不存在或为空")],
    seed: Annotated[
        str | None, typer.Option("--seed", metavar="数", help="同一个数得到同一份练习；默认随机")
    ] = None,
    level: Annotated[str, typer.Option("--level", metavar="级", help="难度：1、2 或 3")] = "1",
    topic: Annotated[
        str | None,
        typer.Option(
            "--topic",
            metavar="主题",
            help="tie_out 勾稽、ratio 比率、yoy 同比、scoring 评分、indicator 指标、completeness 完整性、"
            "convention 口径；默认各类都有",
        ),
    ] = None,
    debug: Debug = False,
    lang: Lang = None,
) -> None:
    """Make an exercise and put its key into the home folder."""
    say = words(language_of(lang))
    number = _whole(seed, say)
    if level not in ("1", "2", "3"):
        raise InputError(say("train_bad_level", value=level))
    from assistant.training.syllabus import TOPICS, topic_info

    if topic is not None and topic not in TOPICS:
        raise InputError(say("train_bad_topic", value=topic, topics=" ".join(TOPICS)))
    from assistant.settings import load_settings
    from assistant.training.exercise import new_exercise
    from assistant.training.folder import check_out, write_exercise

    home = load_settings().home
    check_out(Path(out), home)
    exercise = new_exercise(number, int(level), topic)
    write_exercise(exercise, Path(out), home)
    print(say("train_written", id=exercise.id, title=topic_info(topic).title, level=level, out=out))
    for name in exercise.files:
        print(say("train_file", name=name))
    print(say("train_next", command=f"jiheng train grade {out} ANSWERS.json"))


def _whole(seed: str | None, say: Words) -> int | None:
    if seed is None:
        return None
    digits = seed.strip().removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 100):
        raise InputError(say("train_bad_seed", value=seed))
    return int(seed)


@train_app.command("grade", cls=Command, help="给一份练习的答案评分：逐处说明，附算式、依据和位置。")
def train_grade(
    folder: Annotated[str, typer.Argument(metavar="文件夹", help="jiheng train new 写出的文件夹")],
    answers: Annotated[str, typer.Argument(metavar="答案", help="答案的 JSON 文件；- 为标准输入")],
    json_file: Json = None,
    debug: Debug = False,
    lang: Lang = None,
) -> None:
    """Grade the answers to an exercise."""
    say = words(language_of(lang))
    check_outputs((answers,), (json_file,), say)
    from assistant.settings import load_settings
    from assistant.training.answers import read_answers
    from assistant.training.folder import load_key
    from assistant.training.grading import grade

    key = load_key(Path(folder), load_settings().home)
    graded = grade(key, read_answers(_read(answers, say)))
    if json_file is not None:
        write_out(json_file, to_json(graded.as_json()))
    if json_file != STANDARD:
        show(lambda width: grade_lines(graded, width, language_of(lang)))


def _read(place: str, say: Words) -> bytes:
    try:
        if place == STANDARD:
            return sys.stdin.buffer.read(LARGEST)
        with Path(place).open("rb") as file:
            return file.read(LARGEST)
    except (OSError, ValueError) as error:
        raise InputError(say("train_no_answers", path=place)) from error


def grade_lines(graded: Grade, width: int, lang: Language) -> list[Line]:
    """Return a grade in lines of at most ``width`` columns."""
    from ui.present import Line
    from ui.wrapping import wrap

    say = words(lang)
    count = {verdict: sum(item.verdict == verdict for item in graded.items) for verdict in VERDICTS}
    json = graded.as_json()
    head = say("train_score", score=json["score"], out_of=json["out_of"], **count)
    lines = [Line(head, "title")]
    for number, item in enumerate(graded.items, 1):
        lines += [Line(""), *_item(number, item, width, lang)]
    if graded.quiz:
        lines += [Line(""), Line(say("train_quiz"), "strong")]
        for number, question in enumerate(graded.quiz, 1):
            lines += [Line(text) for text in wrap(f"{number}. {question.question}", width)]
            answer = say("train_quiz_answer", answer=question.answer)
            lines += [Line(text, "dim") for text in wrap(answer, width, "   ")]
    return lines


VERDICTS = ("found", "missed", "false_alarm")


def _item(number: int, item: GradedItem, width: int, lang: Language) -> list[Line]:
    from assistant.labels import basis_words, one_line, place
    from ui.present import Line
    from ui.wrapping import wrap

    say = words(lang)
    points = f"{item.points.normalize():+f}" if item.points else "0"
    verdict = say(f"train_{item.verdict}")
    head = say("train_item", number=number, verdict=verdict, points=points, title=item.title)
    texts = [one_line(item.explanation)]
    for cited in item.places[:1]:
        texts.append(say("train_place", place=place(cited.evidence(), lang)))
        texts.append(say("train_quote", quote=one_line(cited.quote)))
    basis = "；".join(basis_words(basis, lang) for basis in item.card.basis)
    texts.append(say("train_basis", basis=f"{basis} {item.card.title}"))
    lines = [Line(text, "strong") for text in wrap(head, width)]
    lines += [Line(line) for text in texts for line in wrap(text, width, "   ")]
    return lines
