"""Exercises on disk: the trainee's files in a folder, the key in the home folder by the exercise's id."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from pathlib import Path

from assistant.errors import TrainingError
from assistant.export.whole_file import write_whole
from assistant.training.exercise import EXERCISE, Exercise
from assistant.training.key import ExerciseKey, read_key

KEYS = "training"
"""The folder of the keys in the home folder."""
ID = re.compile(r"[0-9a-f]{16}")
LARGEST = 1_000_000
"""A description of an exercise has no more bytes."""


def check_out(out: Path, home: Path) -> None:
    """Say before the work begins that an exercise could not be put there. Raises: TrainingError."""
    try:
        if out.exists() and not out.is_dir():
            raise TrainingError(f"“{out}”已存在，不是文件夹；请换一个 --out")
        if out.is_dir() and any(out.iterdir()):
            raise TrainingError(f"文件夹“{out}”不是空的，未写入任何内容；请换一个 --out 或先清空")
    except (OSError, ValueError) as error:
        raise TrainingError(f"无法使用文件夹“{out}”；请检查路径和权限") from error
    if home.resolve().is_relative_to(out.resolve()):
        raise TrainingError(f"练习文件夹“{out}”不能包含数据文件夹（答案存放在那里）；请换一个 --out")


def write_exercise(exercise: Exercise, out: Path, home: Path) -> None:
    """Put the key into the home folder and the files into ``out``, which must not hold anything yet.

    Raises: TrainingError, ExportError.
    """
    check_out(out, home)
    keys = home / KEYS
    try:
        keys.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TrainingError(f"无法建立数据文件夹“{keys}”；请检查 JIHENG_HOME 和权限") from error
    write_whole(keys / f"{exercise.id}.json", (exercise.key.model_dump_json(indent=1) + "\n").encode())
    try:
        _fill(exercise, out)
    except OSError as error:
        raise TrainingError(f"无法写入文件夹“{out}”（{error.strerror}）；请检查磁盘空间和权限") from error


def _fill(exercise: Exercise, out: Path) -> None:
    """Write all files beside the folder, then rename: the folder holds the whole exercise or nothing."""
    existed = out.is_dir()
    target = out.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    inside = target if existed else target.parent
    made = Path(tempfile.mkdtemp(dir=inside, prefix=".jiheng-", suffix=".part"))
    try:
        for name, data in exercise.files.items():
            (made / name).write_bytes(data)
        if existed:
            for name in exercise.files:
                (made / name).rename(target / name)
            made.rmdir()
        else:
            made.chmod(0o755)
            made.rename(target)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def load_key(folder: Path, home: Path) -> ExerciseKey:
    """Return the key of the exercise in a folder. Raises: TrainingError."""
    name = _exercise_id(folder)
    place = home / KEYS / f"{name}.json"
    try:
        text = place.read_text("utf-8")
    except FileNotFoundError as error:
        raise TrainingError(
            f"没有练习 {name} 的答案；请在出题的那台机器上评分，或把 JIHENG_HOME 设为出题时的数据文件夹"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise TrainingError(f"练习 {name} 的答案文件“{place}”无法读取；请检查权限") from error
    return read_key(text, name)


def _exercise_id(folder: Path) -> str:
    place = folder / EXERCISE
    try:
        if not folder.is_dir():
            raise TrainingError(f"找不到练习文件夹“{folder}”；请给出 jiheng train new 写出的文件夹")
        with place.open("rb") as file:
            value = json.loads(file.read(LARGEST))
    except FileNotFoundError as error:
        raise TrainingError(f"“{folder}”中没有 {EXERCISE}；请给出 jiheng train new 写出的文件夹") from error
    except OSError as error:
        raise TrainingError(f"“{place}”无法读取；请检查权限") from error
    except (ValueError, RecursionError) as error:
        raise TrainingError(f"“{place}”不是有效的 JSON；请重新出题，或取回原来的文件") from error
    name = value.get("id") if isinstance(value, dict) else None
    if not isinstance(name, str) or not ID.fullmatch(name):
        raise TrainingError(f"“{place}”中没有练习编号；请重新出题，或取回原来的文件")
    return name
