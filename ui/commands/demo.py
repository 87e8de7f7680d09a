"""``jiheng demo``: the main job on the bundled sample report."""

from __future__ import annotations

from ui.commands.options import Debug, Lang
from ui.commands.review import hand_over, read_and_review
from ui.demo import demo_folder, sample
from ui.messages import words
from ui.terminal import Stages, error_line, language_of


def demo_command(debug: Debug = False, lang: Lang = None) -> None:
    """Review the bundled sample and write its JSON and XLSX; succeeds whatever it finds."""
    language = language_of(lang)
    say = words(language)
    with sample() as path:
        folder = demo_folder(say)
        error_line(say("demo_intro", name=path.name))
        files = {kind: str(folder / f"{path.stem}.{kind}") for kind in ("json", "xlsx")}
        with Stages(language, with_writing=True) as stages:
            found = read_and_review(str(path), None, None, None, stages, say)
            hand_over(found, files, stages, language)
    for file in files.values():
        print(say("written", path=file))
    print(say("demo_next", command="jiheng review 报告.pdf --json 结果.json --xlsx 底稿.xlsx"))
