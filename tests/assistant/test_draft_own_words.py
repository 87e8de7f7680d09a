"""What a report lists as its own problems and measures, in the ways in which reports write them."""

from __future__ import annotations

import pytest

from assistant.drafting.own_words import cause_in, effect_in, measures_of, problems_of, statement_in
from corpus.document.model import Document
from corpus.readers.opening import read_bytes


def report(text: str) -> Document:
    return read_bytes(f"渔业局绩效自评报告\n\n一、基本情况\n\n情况略。\n\n{text}\n".encode(), "x.txt")


def titles(text: str) -> tuple[list[str], list[str]]:
    document = report(text)
    return [i.title for i in problems_of(document)], [i.title for i in measures_of(document)]


@pytest.mark.parametrize(
    "text",
    [
        "二、存在的问题及原因分析\n\n（一）船艇老旧\n\n多数船艇超期。\n\n（二）培训不足\n\n全年一期。\n\n三、下一步改进措施\n\n（一）更新船艇\n\n分批更新。",
        "二、存在问题\n\n一是船艇老旧，多数超期；二是培训不足，全年一期。\n\n三、改进措施\n\n一是更新船艇，分批进行。",
        "二、存在的问题\n\n1．船艇老旧，多数超期。\n\n2．培训不足，全年一期。\n\n三、整改措施\n\n1．更新船艇，分批进行。",
        "二、主要问题及下一步措施\n\n主要问题：船艇老旧，多数超期；培训不足，全年一期。下一步措施：更新船艇，分批进行。自评结果用于下年预算。",
        "二、问题与措施\n\n问题：船艇老旧，多数超期；培训不足，全年一期。\n\n措施：更新船艇，分批进行。",
        "二、存在问题及改进措施\n\n（一）存在问题。船艇老旧，多数超期；培训不足，全年一期。\n\n（二）改进措施。更新船艇，分批进行。",
    ],
)
def test_lists_of_every_sort_give_the_same_items(text: str) -> None:
    assert titles(text) == (["船艇老旧", "培训不足"], ["更新船艇"])


def test_what_went_well_is_no_problem() -> None:
    text = "二、主要绩效及存在的问题\n\n（一）主要绩效\n\n增殖放流完成。\n\n（二）存在的问题\n\n1．船艇老旧，多数超期。"
    assert titles(text) == (["船艇老旧"], [])


def test_an_opening_sentence_is_no_problem() -> None:
    text = "二、存在的问题\n\n对照目标，我局仍存在以下不足：\n\n（一）船艇老旧\n\n多数船艇超期。"
    assert titles(text)[0] == ["船艇老旧"]


def test_a_problem_that_opens_on_its_cause_is_named_after_what_came_of_it() -> None:
    assert (
        titles("二、存在的问题\n\n（一）受台风影响，船艇检修推迟。\n\n（二）培训不足，全年一期。")[0][0]
        == "船艇检修推迟"
    )


def of(sentence: str) -> tuple[str, tuple[int, int]]:
    return sentence, (0, len(sentence))


@pytest.mark.parametrize(
    ("sentence", "cause"),
    [
        ("项目进度偏慢，因台风停工，未能验收。", "因台风停工，未能验收"),
        ("招标开始较晚，合同未签，导致资金未付。", "招标开始较晚，合同未签，导致资金未付"),
        ("执行偏慢，主要是设备到货推迟。", "主要是设备到货推迟"),
        ("受征拆影响进度滞后。", "受征拆影响进度滞后"),
        ("支出400万元，主要是维修费和租赁费。", None),
        ("因公出国（境）费未使用。", None),
        ("项目进度偏慢，未能验收。", None),
    ],
)
def test_a_cause_is_taken_from_its_word_to_the_end_of_the_sentence(sentence: str, cause: str | None) -> None:
    text, span = of(sentence)
    found = cause_in(text, span)
    assert (None if found is None else text[slice(*found)]) == cause


def test_statement_and_effect_stand_apart_from_the_cause() -> None:
    text, span = of("指标以定性描述为主，缺少量化标准，影响客观评价。主要原因是方法掌握不够。")
    statement, effect = statement_in(text, span), effect_in(text, span)
    assert statement is not None and text[slice(*statement)] == "指标以定性描述为主，缺少量化标准"
    assert effect is not None and text[slice(*effect)] == "影响客观评价"
