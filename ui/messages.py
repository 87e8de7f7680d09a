"""What the command line says, in Chinese and in English; labels of the contract's values are in assistant.labels."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.labels import Language

Words = Callable[..., str]
"""Gives the text of a key in the language chosen: ``words("done", seconds="2.1")``."""

_TEXTS: dict[str, tuple[str, str]] = {
    # progress
    "stage": ("[{at}/{of}] {name}", "[{at}/{of}] {name}"),
    "stage_read": ("读取文件", "reading the file"),
    "stage_facts": ("提取数字", "collecting the figures"),
    "stage_relations": ("核对关系", "checking relations"),
    "stage_rules": ("套用规则", "applying the rules"),
    "stage_write": ("写出结果", "writing the results"),
    "done": ("用时 {seconds} 秒", "done in {seconds} s"),
    "written": ("已写入 {path}", "written to {path}"),
    # errors
    "internal": (
        "程序内部错误（{what}），没有写出任何结果；请加 --debug 重试并把输出发给维护者",
        "internal error ({what}), nothing was written; run again with --debug and report its output",
    ),
    "interrupted": ("已中断，没有写出任何结果", "interrupted, nothing was written"),
    "one_dash": (
        "“-”（标准输入或输出）一次只能用一个；其余请写文件名",
        "only one “-” (standard input or output) can be used at a time; name files for the others",
    ),
    "same_file": (
        "输出文件“{path}”与另一个文件相同；请换一个文件名",
        "the output file “{path}” is also another file of this call; choose another name",
    ),
    "bad_year": (
        "年度“{year}”不对；请写四位数字，如 2024",
        "the year “{year}” is not four digits such as 2024",
    ),
    "no_password": (
        "无法读取密码文件“{path}”；文件第一行应为打开密码（UTF-8）",
        "cannot read the password file “{path}”; its first line has to be the password (UTF-8)",
    ),
    "bad_language": ("语言“{lang}”不支持；可用 zh 或 en", "there is no language “{lang}”; use zh or en"),
    "no_sample": ("安装包中缺少样例报告；请重新安装", "the sample report is missing; install again"),
    # a review
    "header": ("{unit}　{year}　{kind}　{pages}　{name}", "{unit}  {year}  {kind}  {pages}  {name}"),
    "no_unit": ("单位未识别", "unit not recognised"),
    "no_year": ("年度未识别", "year not recognised"),
    "year": ("{year} 年度", "{year}"),
    "pages": ("{pages} 页", "{pages} pages"),
    "no_pages": ("无分页", "no pages"),
    "conclusion": (
        "应修改 {return_}，请说明 {ask}，建议完善 {advise}；核对 {checked} 个关系，{impossible} 个不成立；"
        "未核 {unchecked} 个数。",
        "{return_} to correct, {ask} to explain, {advise} to improve; {checked} relations checked, "
        "{impossible} do not hold; {unchecked} figures not checked.",
    ),
    "reading_note": ("读取提示：{text}", "Note on reading: {text}"),
    "section": ("{title}（{count}）", "{title} ({count})"),
    "derivation": ("算式", "Sum"),
    "place": ("位置", "Place"),
    "quote": ("原文", "Quote"),
    "basis": ("依据", "Basis"),
    "suggestion": ("建议", "Advice"),
    "suspects": ("疑似", "Suspects"),
    "more_places": ("另有 {count} 处，见工作底稿或 JSON", "{count} more places in the sheet or JSON"),
    "folded": ("{group}：共 {count} 条", "{group}: {count} findings"),
    "and_others": ("等", " and others"),
    "nothing": ("没有发现需要处理的问题。", "Nothing was found that needs action."),
    "checked": ("核对了什么", "What was checked"),
    "by_verdict": ("关系 {total} 个：{parts}", "{total} relations: {parts}"),
    "by_kind": ("其中：{parts}", "Of these: {parts}"),
    "by_figure": (
        "数字 {figures} 个：已核 {checked}，未核 {unchecked}",
        "{figures} figures: {checked} checked, {unchecked} not",
    ),
    "scores": (
        "评分表：指标 {count} 项，自评总分 {self_total}，逐项相加 {recomputed}",
        "score form: {count} indicators, total stated {self_total}, added up {recomputed}",
    ),
    "by_page": ("页面：{parts}", "Pages: {parts}"),
    "not_checked": ("没有核到什么", "What was not checked"),
    "reason": ("{count} 个数：{reason}（{examples}）", "{count} figures: {reason} ({examples})"),
    "not_held": ("缺材料未核：{material}——{checks}", "not held: {material}: {checks}"),
    "scope": (
        "本次只核对了报告自身；所列数据与账表是否一致没有核实。",
        "Only the report itself was checked, not whether it agrees with the accounts.",
    ),
    "missing_value": ("未见", "not found"),
    "separator": ("，", ", "),
    # rules
    "rules_head": ("规则共 {count} 条", "{count} rules"),
    "meaning": ("含义", "Meaning"),
    "formula": ("算法", "Formula"),
    "effect": ("处理", "Effect"),
    "in_force": ("有效", "In force"),
    "always": ("不限年度", "any year"),
    "from_to": ("{start} 至 {end}", "{start} to {end}"),
    "today": ("今", "now"),
    "example_pass": ("合格例", "Passes"),
    "example_fail": ("不合格例", "Fails"),
    # demo
    "demo_intro": (
        "用随程序提供的样例报告演示：{name}（样例为虚构，内有故意埋设的差错）",
        "A demonstration on the bundled sample report: {name} (made up, with errors planted on purpose)",
    ),
    "demo_next": ("审核您自己的报告：{command}", "To review a report of your own: {command}"),
    # doctor
    "doctor_part": ("{mark} {part}：{state}", "{mark} {part}: {state}"),
    "settings": ("设置", "Settings"),
    "parts": ("各部分状态", "State of the parts"),
    "settings_file": ("设置文件", "settings file"),
    "none": ("（无）", "(none)"),
    "unset": ("（未设）", "(not set)"),
}


def words(lang: Language) -> Words:
    """Return the texts in a language."""

    def text(key: str, **slots: object) -> str:
        return _TEXTS[key][lang == "en"].format(**slots)

    return text


_USAGE: tuple[tuple[str, str], ...] = (
    (r"No such command '?(.+?)'?\.?$", "没有命令“{}”"),
    (r"No such option:? '?(-[^ ']+).*", "没有选项 {}"),
    (r"Missing argument '?(.+?)'?\.?$", "缺少参数 {}"),
    (r"Missing option '?(.+?)'?\.?$", "缺少选项 {}"),
    (r"Missing command.*", "缺少命令"),
    (r"Got unexpected extra arguments? ?(?:\(s\) )?\(?(.*?)\)?$", "多出参数 {}"),
    (r"Option '?(.+?)'? requires.*", "选项 {} 后面缺少内容"),
    (r"Option '?(.+?)'? does not take a value.*", "选项 {} 后面不能写内容"),
    (r"Invalid value for '?(.+?)'?: (.*)", "{} 的值不对（{}）"),
)


def usage_error(message: str, lang: Language) -> str:
    """Return what is wrong with a call, in one line; ``message`` is what the command-line library says of it."""
    line = " ".join(message.split())
    if lang == "en":
        return f"{line} See jiheng --help."
    for pattern, text in _USAGE:
        found = re.fullmatch(pattern, line)
        if found is not None:
            return f"{text.format(*found.groups())}；用法见 jiheng --help"
    return f"命令用法不对（{line}）；用法见 jiheng --help"
