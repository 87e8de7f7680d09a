"""The shapes of figures, and of what only looks like one, as regular expressions over folded text.

A full-width thousands separator, or one followed by a blank, is taken for one only where decimals or a group
of zeros follow: ``5, 120, 300`` and ``120，135，140`` are lists. Folded means: full-width digits and signs
are ASCII (``FOLD``), one character for one character.
"""

from __future__ import annotations

import re

from rules.numbers.units import COUNT_SYMBOLS, MEASURES

FOLD = str.maketrans("０１２３４５６７８９．％﹪－﹣−＋≧≦⩾⩽﹥﹤", "0123456789.%%---+≥≤≥≤><")

# Blanks between the parts of a figure; bounded, or a page of blanks would cost its square.
_S = r"\s{0,4}"
# After these characters a classifier is the beginning of another word (2024部门, 5个人所得税, 3处理).
_NOT_BEFORE = {
    "部": "门分署委级长室", "本": "级年部单次期着身", "门": "户", "处": "理置于长级室", "位": "于置居",
    "所": "有属以需得列示在长", "项": "下|目(?!标)", "期": "间限末初望货", "次": "年月日要级数", "件": "数",
    "类": "似别型",
    "组": "织成长建合", "间": "接隔断", "起": "草点来步到止", "份": "额", "条": "款例目", "户": "籍|外|数|均(?![已落完纳得享按在可未])",
    "家": "庭具电属长园", "名": "称录单下义额", "个": "[别性体税]|人(?:所得|账户|养老)", "人": "均民事工社大",
    "套": "用取", "台": "账", "例": "如外", "支": "出付持部撑队", "笔": "记", "单": "位价独一次元项列据调纯招体程方打证条", "批": "准复示评量",
    "封": "闭禁装", "座": "谈", "场": "所地景馆",
    "节": "约能水余支省电油气点假庆日育俭减制流",
    "篇": "幅", "宗": "旨", "口": "径岸", "只": "能是要有", "头": "部", "幅": "度", "村": "镇级",
    "分": "别析类期为成段配布项解工管支行局校散赛层级", "年": "度初末底中均来", "天": "津", "米": "粉",
    "日": "常均期报", "亩": "产", "吨": "位", "页": "面码岩脚", "卷": "[宗内烟册面]|[（(](?![件册])", "人日": "均常报", "人天": "津",
    "人年": "度初末底中均来龄", "人月": "均度",
}  # fmt: skip


def _word(symbol: str) -> str:
    stops = _NOT_BEFORE.get(symbol)
    if symbol.isascii():
        return f"{symbol}(?![A-Za-z])"
    if stops is None:
        return symbol
    return f"{symbol}(?!{stops if '|' in stops else f'[{stops}]'})"


def _either(symbols: tuple[str, ...]) -> str:
    return "|".join(_word(symbol) for symbol in sorted(symbols, key=len, reverse=True))


CLASSIFIER = _either(COUNT_SYMBOLS)
RATIO = "∶:："
TO_ONE = rf"[{RATIO}]1(?=[，。；;、）)\s]|$)"
ONE_TO = r"(?<![\d.∶:：])1(?:∶|[:：](?=\d+\.\d))"
"""What makes a figure a ratio: 生师比 17.3∶1, 医护比 1∶1.62."""
# A classifier after a blank line belongs to what stands there; 万元 and % may be wrapped over a page.
UNIT = (
    rf"个?[百千]分点|[%‰]|元|(?<!\n\n)(?:{_either(tuple(MEASURES))})|(?<!\n\n){_word('分')}|倍"
    rf"|[成折](?=[以左，。；、）)\s]|$)|(?<!\n\n)(?:{CLASSIFIER})|{TO_ONE}"
)
NUMBER = (
    r"(?:\d{1,3}(?:\s?[,，]\s?\d{3})+(?=\.\d)|\d{1,3}(?:，\d{3})*，0\d\d(?!\d)|\d{1,3}(?:\s?,\d{3})+(?!\d)|\d+)"
    r"(?:\.\d+)?"
)
SCALE = rf"万亿|千亿|百亿|十亿|千万|百万|十万|万|亿|[千百](?={_S}[余多]?{_S}(?:元|{CLASSIFIER}))"
ODD = rf"余(?![额款下留])|多(?={_S}(?:[万亿元%]|{CLASSIFIER}))|来(?={_S}(?:[万亿元]|{CLASSIFIER}))"
BEFORE = (
    r"大约|(?<![节预违签合契])约|将近|接近|近(?![年期日似])|超过|超|逾|不足|不到|不低于|不少于|不超过|不高于|低于|少于|小于|高于"
    r"|多于|大于|至少|至多|突破|[≥≤＞＜><]"
)
AFTER = r"及?以上(?![年述海])|及?以下|左右|上下|以内|余(?![额款下留])"
SIGN = r"负|(?<![\dA-Za-z%‰元人个万亿）)])-\s?"

FIGURE = (
    rf"(?:(?P<before>{BEFORE})[占为合计达有]?{_S})?(?P<sign>{SIGN})?(?P<one>{ONE_TO})?(?P<number>{NUMBER})(?:{_S}(?P<scale>{SCALE}))?"
    rf"(?:{_S}(?P<odd>{ODD}))?(?:{_S}(?P<scale2>万|亿))?(?:{_S}(?P<unit>{UNIT}))?(?:{_S}(?P<after>{AFTER}))?"
)

DIGITS = "零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖"
_TENS = "十百千拾佰仟"
_CHINESE = rf"[{DIGITS}{_TENS}万亿]{{1,16}}"
_POINTED = rf"{_CHINESE}(?:点[{DIGITS}]{{1,8}})?"
# Alone, a Chinese digit before a classifier is mostly no figure (一个中心, 三个方面); where totalled it is.
_TOTALLED = r"(?<=共)|(?<=共有)|(?<=共计)|(?<=合计)|(?<=总计)|(?<=新增)"
WORDS = (
    rf"(?P<parts>[百千万])分之(?P<share>{_POINTED})"
    rf"|(?P<chinese>[{DIGITS[2:]}{_TENS}][{DIGITS}{_TENS}]{{1,16}}|(?:{_TOTALLED})[{DIGITS[2:]}十]"
    rf"|[{DIGITS[2:]}{_TENS}](?=[多余]?[万亿]|成|倍|折|[余多来](?:{CLASSIFIER})))"
    rf"(?:点(?P<tail>[{DIGITS}]{{1,8}}))?(?P<cscale>万亿|万|亿)?(?P<codd>[余多来])?(?P<cscale2>万|亿)?"
    rf"(?P<cunit>元|[成折](?=[以左，。；、）)\s]|$)|倍|{CLASSIFIER})"
)
_HUNDREDS = rf"[{DIGITS}{_TENS}]"
TWO_SCALES = (
    rf"(?:(?P<tbefore>{BEFORE})[占为合计达有]?{_S})?(?<![\d.{DIGITS}{_TENS}])(?<!\d[,，])"
    rf"(?P<two>(?:[1-9]\d{{0,3}}亿零?\d{{1,4}}(?:千(?:\d百)?|百)?[余多]?万|[1-9]\d{{0,3}}万零?(?:\d{{4}}|\d千(?:\d百)?|\d百)"
    rf"|{_HUNDREDS}{{1,8}}亿零?{_HUNDREDS}{{1,8}}[余多]?万|{_HUNDREDS}{{1,8}}万(?=零?[{DIGITS}][千百仟佰]){_HUNDREDS}{{2,8}}))"
    rf"(?P<todd>[余多])?(?P<tunit>元|{CLASSIFIER})"
)
"""One figure in two scales: 十二亿四千万元, 1亿2000万元, 3万2000元."""

_YEAR = r"(?:19|20)\d{2}"
_TO = r"\s{0,4}[-—–~至到]+\s{0,4}"
_UNITLESS = rf"(?!{_S}(?:{SCALE}|{UNIT}))"
DOCUMENT = rf"[一-鿿]{{0,8}}[〔［\[（(]{_YEAR}[〕］\]）)]{_S}第?{_S}\d+{_S}号"
DATE = (
    rf"{_YEAR}{_S}年{_S}\d{{1,2}}{_S}月(?:{_S}\d{{1,2}}{_S}[日号])?|{_YEAR}(?:\.\d{{1,2}}\.|-\d{{1,2}}-|/\d{{1,2}}/)\d{{1,2}}"
    rf"|{_YEAR}\.\d{{1,2}}{_TO}{_YEAR}\.\d{{1,2}}(?![\d%万亿元])|\d{{1,2}}{_TO}\d{{1,2}}{_S}月(?:份)?"
    r"|\d{1,2}\s{0,4}月\s{0,4}\d{1,2}\s{0,4}日|\d{1,2}\s{0,4}月(?:份|底|末|初)?(?![\d个])|(?<![\d.])\d{1,2}日(?=前|后|起|止|内)"
    r"|(?<![\d.])\d{1,2}[:：]\d{2}(?![\d.:：])|[二一][〇○零一二三四五六七八九]{3}年"
)
YEAR = (
    rf"{_YEAR}{_TO}{_YEAR}(?:{_S}年度?|(?![\d.%万亿元])){_UNITLESS}|{_YEAR}{_S}年度?"
    rf"|(?<![\d.,-]){_YEAR}(?=(?:[、和与及]{_YEAR})+{_S}年)|(?<![\d.,-]){_YEAR}{_UNITLESS}(?=\s?[一-鿿])"
)
ORDINAL = (
    rf"第{_S}\d+(?:{_TO}第?{_S}\d+)?{_S}(?:条|页|季度|批|项|次|期|名|位|届|章|节|款|号|类|轮|版|部分|年|个)?|附[件表录]{_S}\d+"
    r"|[表图]\s{0,4}\d+(?:[-—]\d+)?(?=[：:、，。\s）)]|$)|\d+\s{0,4}号"
    rf"|(?:(?<=^)|(?<=\n)|(?<=[。；：:])){_S}\d{{1,2}}{_S}(?:[.、)）](?!\d)|[.、](?={_YEAR}{_S}年))"
    r"|[（(]\d{1,2}[）)]|\[\d+\]|(?:(?<=^)|(?<=\n))\s{0,4}[-—]\s{0,4}\d{1,3}\s{0,4}[-—](?=\s{0,4}(?:\n|$))"
)
_BODIES = "热线|便民|专线|平台|举报|政务|市民|服务|工单|诉求"
NAME = (
    r"(?<![A-Za-z])[A-Za-z]{1,24}[-+]?\d+(?:\.\d+)*[A-Za-z]*|(?<![\d.])\d+(?:\.\d+){2,}"
    r"|(?<![\d.])\d+(?:\.\d+)*\s?(?=[A-Za-z])(?!GB|TB|MB|KW|kW|km|kg)[A-Za-z+]+"
    r"|(?<=[一-鿿])\d{1,2}期(?=项目|工程|平台|系统|扩建|改造|建设)|(?:(?<=项目)|(?<=子项)|(?<=标段)|(?<=课题))\d{1,2}(?=[：:支预的])"
    r"|\d\+X|\d{2,4}(?=千伏)"
    rf"|[“\"]\d+[”\"]|\d+(?:\.\d+)?{_S}版|\d{{3,5}}(?={_BODIES})"
    r"|(?<!\d)1[3-9]\d{9}(?![\d.]|\s{0,4}[万亿元%])|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)|(?<![\d.])\d{16,}(?![\d.])"
    r"|(?:电话|手机|传真|邮编|邮政编码|联系方式)[:：]\s{0,4}\d[\d-]{4,}|(?:手机|传真|邮编|邮政编码|联系方式|(?:联系|咨询|办公|监督|举报)电话)\s{0,4}\d[\d-]{4,}"
    r"|电话\s{0,4}\d[\d-]{4,}(?![\d.]|[万亿]|[余多]?(?:次|件|个|人次|通))|\d+[×xX*]\d+"
    rf"|(?:(?<=[一-鿿A-Za-z])|(?<=[一-鿿A-Za-z]\s))(?<![分为是得率值数额到])(?<![分为是得率值数额到]\s)\d\.0{_UNITLESS}(?!\d)"
    r"|(?<![\d.])2[0-3]\d(?:\d{2}){1,2}(?=[（(]?[一-鿿]{2,20}(?:支出|事务|补助|缴费|保险|医疗))" + _UNITLESS
)

TOKEN = re.compile(
    rf"(?P<number_of_document>{DOCUMENT})|(?P<date>{DATE})|(?P<year>{YEAR})|(?P<ordinal>{ORDINAL})|(?P<name>{NAME})"
    rf"|(?P<scales>{TWO_SCALES})|(?P<words>{WORDS})|(?P<figure>{FIGURE})"
)
RANGE = re.compile(r"(?:[（(]不?含[）)])?(?:\s{0,4}[-—–~～]{1,2}\s{0,4}|\s{0,4}[至到]\s{0,4})")
CELL = re.compile(
    r" ?(?P<comparison>>=|<=|[≥≤＞＜><＝=]|不低于|不少于|不超过|不高于|大于等于|小于等于|大于|小于|达到"
    r"|优于)?"
    r" ?(?P<about>大约|(?<![节预违签合契])约|近|超过|逾)? ?(?P<open>[（(])? ?(?P<sign>[-+负])? ?"
    r"(?P<number>\d{1,3}(?: ?[,，] ?\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) ?(?P<close>[）)])?"
    r" ?(?P<scale>万|亿|千(?=元)|百万(?=元))?"
    rf" ?(?P<odd>余|多)? ?(?P<unit>{UNIT})? ?(?P<after>及?以上|及?以下|以内|左右)? ?"
)
"""A whole cell, its blanks folded to single ones."""
