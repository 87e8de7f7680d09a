"""Whatever the value and however it is written: unsupported figures stay in, supported ones leave."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.disguise import plain
from assistant.figures import figures
from assistant.guard import check_figures
from assistant.material import Material
from assistant.numeral_words import numeral_value
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
