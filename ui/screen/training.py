"""培训: the choice of an exercise, its sheet with the answers to be filled in, and the grade with explanations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.labels import Language, basis_words, one_line
from assistant.training.syllabus import LESSONS, POINTS, TOPICS, topic_info
from rules.card import card
from ui.messages import Words, words
from ui.practice import LEVELS
from ui.screen.markup import Html, element
from ui.screen.spots import shortened, spots

if TYPE_CHECKING:  # imported with the first exercise
    from assistant.training.grading import Grade, GradedItem
    from assistant.training.key import ExerciseKey


def choice_form(lang: Language = "zh") -> Html:
    """Return the form that asks for an exercise."""
    say = words(lang)
    levels = [element("option", say(f"page_level_{level}"), value=level) for level in LEVELS]
    topics = [element("option", info.title, value=name) for name, info in TOPICS.items()]
    return element(
        "form",
        element("label", say("page_level"), element("select", levels, name="level")),
        element(
            "label",
            say("page_topic"),
            element("select", element("option", say("page_topic_mixed"), value=""), topics, name="topic"),
        ),
        element(
            "label",
            say("page_seed"),
            element(
                "input",
                name="seed",
                inputmode="numeric",
                placeholder=say("page_seed_random"),
                autocomplete="off",
            ),
        ),
        element("button", say("page_new_exercise"), type="submit", class_="jh-primary"),
        class_="jh-practise",
    )


def exercise_sheet(key: ExerciseKey, lang: Language = "zh") -> Html:
    """Return what the trainee works on: cards to read, small questions, the task, the answers."""
    say = words(lang)
    about = topic_info(key.topic)
    lessons = "；".join(say("page_lesson", number=number, title=LESSONS[number]) for number in about.lessons)
    cards = [
        element(
            "li",
            element("button", code, type="button", class_="jh-rule", data_code=code),
            element("span", f" {card(code).title}：{card(code).meaning}"),
        )
        for code in about.cards
    ]
    quiz = [element("li", one_line(question.question)) for question in key.quiz]
    scope = say("page_task_mixed") if key.topic is None else say("page_task_topic", topic=about.title)
    return element(
        "div",
        element("h2", say("page_exercise", title=about.title, level=key.level)),
        element("p", lessons, class_="jh-dim"),
        _fold(say("page_read_cards"), element("ul", cards, class_="jh-cards-to-read")),
        _fold(say("page_small_questions", count=len(quiz)), element("ol", quiz, class_="jh-quiz")),
        element("h3", say("page_find_errors")),
        element("p", scope, " ", say("page_task", points=POINTS)),
        _answers(say),
        class_="jh-exercise",
        data_exercise=key.id,
    )


def _fold(title: str, body: Html) -> Html:
    return element("details", element("summary", title), body, class_="jh-section")


def _answers(say: Words) -> Html:
    """Return the form of answers; the page's script adds a row for each place that is pointed at."""
    heads = [element("th", say(f"page_answer_{name}")) for name in ("quote", "reported", "expected")]

    def field(name: str, **attributes: str) -> Html:
        label = say(f"page_answer_{name}")
        if name == "quote":
            return element("textarea", name=name, rows="2", aria_label=label)
        return element("input", name=name, aria_label=label, autocomplete="off", **attributes)

    row = element(
        "tr",
        element("td", field("quote")),
        element("td", field("reported")),
        element("td", field("expected")),
        element(
            "td",
            element(
                "button", "×", type="button", class_="jh-drop-answer", aria_label=say("page_drop_answer")
            ),
        ),
    )
    return element(
        "form",
        element("p", say("page_how_to_answer"), class_="jh-dim"),
        element(
            "table",
            element("thead", element("tr", heads, element("th"))),
            element("tbody"),
            class_="jh-answers",
        ),
        element("template", row, class_="jh-answer-row"),
        element(
            "div",
            element("button", say("page_point"), element("kbd", "M"), type="button", class_="jh-point"),
            element("button", say("page_add_answer"), type="button", class_="jh-add-answer"),
            element("button", say("page_hand_in"), type="submit", class_="jh-primary"),
            class_="jh-buttons",
        ),
        class_="jh-answering",
    )


def grade_sheet(grade: Grade, lang: Language = "zh") -> Html:
    """Return the grade: the score, every error with its explanation, the small questions with their sums."""
    say = words(lang)
    json = grade.as_json()
    verdicts = [item.verdict for item in grade.items]
    counts = {name: verdicts.count(name) for name in ("found", "missed", "false_alarm")}
    quiz = [
        element("li", one_line(question.question), element("div", question.answer, class_="jh-answer"))
        for question in grade.quiz
    ]
    return element(
        "div",
        element("h3", say("train_score", score=json["score"], out_of=json["out_of"], **counts)),
        [_item(item, say, lang) for item in grade.items],
        _fold(say("train_quiz"), element("ol", quiz, class_="jh-quiz")) if quiz else None,
        class_="jh-grade",
        role="status",
    )


def _item(item: GradedItem, say: Words, lang: Language) -> Html:
    evidence = [place.evidence() for place in item.places]
    chips = [
        element(
            "button",
            element("b", str(number), class_="jh-n"),
            element("q", shortened(one_line(cited.quote))),
            type="button",
            class_="jh-chip",
            data_n=str(number),
        )
        for number, cited in enumerate(evidence, 1)
    ]
    points = f"{item.points.normalize():+f}" if item.points else "0"
    return element(
        "article",
        element(
            "header",
            element("span", say(f"train_{item.verdict}"), class_="jh-graded"),
            element("b", item.title),
            element("span", say("page_points", points=points), class_="jh-dim"),
        ),
        element("p", item.explanation),
        element("div", chips, class_="jh-chips"),
        element(
            "p",
            f"{say('basis')}　{'；'.join(basis_words(basis, lang) for basis in item.card.basis)} ",
            element("button", item.card.title, type="button", class_="jh-rule", data_code=item.card.code),
            class_="jh-dim",
        ),
        class_="jh-graded-item",
        data_verdict=item.verdict,
        data_spots=spots(evidence, lang),
    )
