"""Names and telephone numbers of people, masked in everything that is exported for people to pass on."""

from __future__ import annotations

import re

MASK = "＊＊"

_ROLE = (
    r"(?:填\s*表\s*人|填\s*报\s*人|经\s*办\s*人|联\s*系\s*人|制\s*表\s*人|审\s*核\s*人|复\s*核\s*人|"
    r"(?:单位|项目|部门|机构|财务)?\s*(?:主要|分管)?\s*负\s*责\s*人(?:\s*[（(]?签[字名章][）)]?)?|法定代表人|主评人|评价组?组?长|姓\s*名)"
)
_NAME = re.compile(
    rf"({_ROLE}\s*[:：]\s*)([\u4e00-\u9fff·]{{2,4}}?|[\u4e00-\u9fff][ 　][\u4e00-\u9fff])"
    r"(?=$|[\s　，。；、,;|)）]|填报|联系|电话|单位|手机|日期|审核)"
)
_PHONE = re.compile(
    r"((?:联系)?(?:电\s*话|方\s*式|手\s*机)(?:号码)?\s*[:：]?\s*)"
    r"\+?[（(]?\d[\d（）() 转-]{5,20}(?<=\d)|(?<!\d)(?<!\.)1[3-9]\d{9}(?![\d.])"
)
_IDENTITY = re.compile(
    r"(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{2}\d{3}[\dXx](?![\dA-Za-z])"
)
_MAIL = re.compile(r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def masked(text: str) -> str:
    """Return a text with the names of people behind their roles, telephone and identity numbers and addresses masked."""
    text = _NAME.sub(lambda found: f"{found[1]}{found[2][0]}{MASK}", text)
    text = _PHONE.sub(lambda found: f"{found[1] or ''}{MASK}", text)
    text = _IDENTITY.sub(MASK, text)
    return _MAIL.sub(MASK, text)
