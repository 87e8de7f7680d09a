"""Whatever the value and however it is written: unsupported figures stay in, supported ones leave."""

from __future__ import annotations

import re
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answers.composing import compose
from assistant.answers.desk import Desk, ReportTools
from assistant.answers.held import Held
from assistant.answers.reply import Reply
from assistant.disguise import plain
from assistant.figures import figures
from assistant.guard import check_figures, sentences
from assistant.material import Material
from assistant.numeral_words import numeral_value
from assistant.plan import About, plan_question
from assistant.question import read_question
from assistant.support import Topic
from tests.assistant.test_guard import REVIEW, SUPPORT

WORDS = {
    "initial_budget": "年初预算",
    "adjusted_budget": "全年预算",
    "budget": "预算",
    "executed": "实际支出",
    "added": "追加",
    "recalled": "收回",
    "surplus": "结转结余",
    "execution_rate": "预算执行率",
    "control_rate": "控制率",
    "score": "得分",
    None: "",
}
VALUES = {claim.value for claim in SUPPORT.claims}
DIGITS = "零一二三四五六七八九"


def chinese(value: Decimal) -> str:
    """Write a positive value below 100,000 in Chinese numerals, digit by digit after the point."""
    whole, _, tail = f"{value:f}".partition(".")
    units = ["", "十", "百", "千", "万"]
    words = ""
    for place, digit in enumerate(whole):
        if digit != "0":
            words += DIGITS[int(digit)] + units[len(whole) - place - 1]
        elif words and not words.endswith("零"):
            words += "零"
    words = words.rstrip("零") or "零"
    return words + ("点" + "".join(DIGITS[int(digit)] for digit in tail) if tail else "")


def full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c in "0123456789.%" else c for c in text)


FORMS = {
    "arabic": lambda text, value: text,
    "full width": lambda text, value: full_width(text),
    "chinese": lambda text, value: chinese(value),
    "financial": lambda text, value: chinese(value).translate(
        str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
    ),
    "zero width": lambda text, value: "\u200b".join(text),
    "spaced": lambda text, value: " ".join(text),
    "thousands": lambda text, value: f"{value:,f}",
    "starred": lambda text, value: "*".join(text),
    "arabic-indic": lambda text, value: text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
    "bold": lambda text, value: "".join(chr(0x1D7CE + int(c)) if c.isdigit() else c for c in text),
    "point in words": lambda text, value: text.replace(".", "点"),
}

amounts = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(99999), places=2)
forms = st.sampled_from(sorted(FORMS))


@given(amounts)
def test_a_chinese_numeral_reads_back(value: Decimal) -> None:
    assert numeral_value(chinese(value)) == value


@given(amounts, forms)
def test_every_form_reads_as_the_same_value(value: Decimal, form: str) -> None:
    written = FORMS[form](f"{value:f}", value)
    found = figures(plain(f"支出{written}元。"))
    assert [figure.value for figure in found] == [value]


@settings(max_examples=300, deadline=None)
@given(
    amounts.filter(lambda value: value not in VALUES),
    forms,
    st.sampled_from(["万元", "%", "元", "个", "分", ""]),
)
def test_a_value_that_no_source_holds_never_leaves(value: Decimal, form: str, unit: str) -> None:
    written = FORMS[form](f"{value:f}", value)
    for sentence in (f"公用经费控制率为{written}{unit}。", f"其中{written}{unit}已支付，公用经费已执行。"):
        result = check_figures(sentence, SUPPORT)
        assert result.dropped and written not in result.text


@settings(deadline=None)
@given(
    st.sampled_from(range(len(REVIEW.facts))),
    st.sampled_from(["arabic", "full width", "thousands", "chinese"]),
)
def test_every_supported_figure_leaves_when_its_thing_is_named(index: int, form: str) -> None:
    fact = REVIEW.facts[index]
    material = Material(REVIEW, Topic())
    material.figure(fact)
    unit = fact.quantity.unit.symbol if fact.quantity.unit else ""
    written = FORMS[form](fact.quantity.plain(), fact.quantity.value) + unit
    subject = fact.subject if fact.subject != "收支总计" else "一般公共预算合计"
    sentence = f"{fact.period}年{subject}{WORDS[fact.measure]}{written}。"
    assert check_figures(sentence, material.support()).text == sentence


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(range(len(REVIEW.facts))), st.sampled_from(range(len(REVIEW.facts))))
def test_two_true_figures_swapped_never_leave(one: int, other: int) -> None:
    first, second = REVIEW.facts[one], REVIEW.facts[other]
    told = {
        (claim.value, claim.unit)
        for claim in SUPPORT.claims
        if first.subject in claim.subjects and claim.measure == first.measure and claim.period == first.period
    }
    lie = (second.quantity.value, second.quantity.unit)
    subject = first.subject if first.subject != "收支总计" else "一般公共预算合计"
    sentence = f"{first.period}年{subject}{WORDS[first.measure]}{second.quantity.words()}。"
    budgets = {"budget", "adjusted_budget", "initial_budget"}
    if lie not in told and not (first.measure in budgets and second.measure in budgets) and first.measure:
        assert check_figures(sentence, SUPPORT).dropped


@given(
    st.text(alphabet="公用经费控制率为83.20%万元，。（）一二三〇百千 \u200b第页[]1年月日号½①", max_size=40)
)
def test_no_text_makes_the_guard_raise(text: str) -> None:
    check_figures(text, SUPPORT, text)


TALK_QUESTIONS = (
    "公用经费控制率多少，咋算的",
    "三公 31.20 对不对",
    "三公比上年少了多少",
    "年初到全年预算怎么过来的",
    "执行率低于 60% 的有哪些，为什么",
    "结余主要在哪",
    "有哪些问题",
    "把要问单位的列出来",
)
TALK_TOOLS = ReportTools(REVIEW)


def composed(question: str) -> tuple[Desk, Reply]:
    plan = plan_question(read_question(question, TALK_TOOLS.names))
    desk = Desk(TALK_TOOLS, plan.question, About())
    return desk, compose(desk, plan.kind)


COMPOSED = {question: composed(question) for question in TALK_QUESTIONS}
_DIGITS = re.compile(r"\d+\.\d+")


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(TALK_QUESTIONS), st.data())
def test_a_model_that_changes_one_digit_of_an_answer_never_gets_it_through(
    question: str, data: st.DataObject
) -> None:
    desk, reply = COMPOSED[question]
    places = [match for match in _DIGITS.finditer(reply.text) if not _quoted(reply.text, match.start())]
    found = data.draw(st.sampled_from(places))
    at = data.draw(st.sampled_from([at for at in range(*found.span()) if reply.text[at].isdigit()]))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != reply.text[at]]))
    lie = reply.text[:at] + digit + reply.text[at + 1 :]
    figure = lie[found.start() : found.end()]
    line = lie[lie.rfind("\n", 0, at) + 1 : lie.find("\n", at) % (len(lie) + 1)]
    said = "".join(Held(desk, reply).passing(sentences([lie])))
    if not _stated(figure):
        assert figure not in said
        assert line not in said


def _quoted(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


def _stated(figure: str) -> bool:
    """Say whether some figure or derivation of the report reads like this: then only its name can be wrong."""
    return figure in REVIEW.document.text or any(
        figure in relation.judgement.derivation for relation in REVIEW.relations
    )


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TALK_QUESTIONS), st.integers(min_value=1, max_value=40))
def test_a_stream_cut_anywhere_says_nothing_that_the_whole_would_not(question: str, size: int) -> None:
    desk, reply = COMPOSED[question]
    whole = "".join(Held(desk, reply).passing(sentences([reply.text])))
    cut = reply.text[: len(reply.text) * size // 41]
    pieces = [cut[at : at + 3] for at in range(0, len(cut), 3)]
    for sentence in Held(desk, reply).passing(sentences(pieces)):
        figures_said = _DIGITS.findall(sentence)
        assert all(figure in whole for figure in figures_said)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TALK_QUESTIONS), forms.filter(lambda form: form != "arabic"))
def test_what_a_form_hides_is_held_as_strictly_as_plain_digits(question: str, form: str) -> None:
    desk, reply = COMPOSED[question]
    lie = _DIGITS.sub(lambda match: FORMS[form]("98765.43", Decimal("98765.43")), reply.text)
    said = "".join(Held(desk, reply).passing(sentences([lie])))
    assert FORMS[form]("98765.43", Decimal("98765.43")) not in said
