"""What the trainee gets besides the report: the sheet of questions and the description of the exercise.

Neither holds the key, the seed, or anything from which they follow.
"""

from __future__ import annotations

import hashlib
import json

from assistant.training.key import ExerciseKey
from assistant.training.syllabus import COSTLY_LESSONS, LESSONS, POINTS, topic_info
from rules.card import card

SCHEMA = "jiheng.exercise/1"

EXAMPLE = {
    "answers": [
        {"quote": "办公设备购置执行率为71.20%", "reported": "71.20%", "expected": "72.10%"},
        {"quote": "附件9：某某情况表", "reported": "（缺）", "expected": "附件9"},
        {"quote": "某某指标 ≥10场 9场 5 4", "reported": "（空）", "expected": "填写扣分原因和改进措施"},
    ]
}
"""Made-up answers: none of these lines stands in any report."""


def exercise_json(key: ExerciseKey, report: bytes) -> bytes:
    """Return exercise.json: what the exercise is and how it is answered and scored."""
    about = topic_info(key.topic)
    value = {
        "schema": SCHEMA,
        "id": key.id,
        "level": key.level,
        "topic": key.topic,
        "title": about.title,
        "lessons": [{"number": number, "title": LESSONS[number]} for number in about.lessons],
        "cards": list(about.cards),
        "report": {"name": "report.docx", "sha256": hashlib.sha256(report).hexdigest()},
        "answers": EXAMPLE,
        "points": {"found": str(POINTS), "false_alarm": str(-POINTS)},
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def questions_md(key: ExerciseKey) -> str:
    """Return questions.md: the cards to read, the small questions, the task and how to answer."""
    about = topic_info(key.topic)
    lessons = "；".join(f"第 {number} 课 {LESSONS[number]}" for number in about.lessons)
    parts = [
        f"# 审核练习：{about.title}（第 {key.level} 级）",
        f"练习编号 {key.id}。{lessons}。",
        "## 一、先读规则卡（约 10 分钟）",
        "\n".join(f"- {code} {card(code).title}：{card(code).meaning}" for code in about.cards),
        "## 二、小题（当场复算，评分时给出算式）",
        "\n".join(f"{number}. {item.question}" for number, item in enumerate(key.quiz, 1)),
        "## 三、找错",
        _task(key),
        "## 四、交答案",
        _how_to_answer(),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _task(key: ExerciseKey) -> str:
    scope = (
        "各类差错都可能有。"
        if key.topic is None
        else f"本次只埋了“{topic_info(key.topic).title}”一类的差错，其他地方不用挑。"
    )
    return (
        f"打开 report.docx，找出其中的差错，写出原文、报告的数和应为的数。{scope}"
        "有几处不告诉你；其中必有看着像错其实没错的地方（例如尾差），标了就是误报。"
        "文字好坏不计分，只看位置和数字。"
    )


def _how_to_answer() -> str:
    example = json.dumps(EXAMPLE, ensure_ascii=False, indent=1)
    costly = "、".join(str(number) for number in COSTLY_LESSONS)
    return (
        "写一个 JSON 文件，每处一条：`quote` 抄报告原文（要能认出是哪一处，并含有报告的数），"
        "`reported` 写报告的数，`expected` 写应为的数，`kind` 可不填。"
        "缺少的东西 `reported` 写（缺），空着没填的写（空）。格式如下（例子是虚构的）：\n\n"
        f"```json\n{example}\n```\n\n"
        f"评分：每处 {POINTS} 分，位置对、更正数不对得一半；误报与漏报同样扣 {POINTS} 分，"
        f"第 {costly} 课的误报扣双倍；最低 0 分。\n\n"
        "```\njiheng train grade 本文件夹 ANSWERS.json\n```"
    )
