"""The words of averages: what each is taken over, what is divided, and which words only say that something is."""

from __future__ import annotations

import re

_UNITS = {
    "人": ("人", "名", "人次", "位"),
    "名": ("人", "名"),
    "位": ("人", "名", "位"),
    "生": ("人", "名", "生"),
    "户": ("户", "户次"),
    "户次": ("户次", "户"),
    "人次": ("人次",),
    "件次": ("件次", "件"),
    "次": ("次", "人次", "场次", "批次", "件次"),
    "村": ("个", "村"),
    "乡": ("个",),
    "镇": ("个",),
    "校": ("所", "个"),
    "园": ("所", "个"),
    "馆": ("个", "座", "家"),
    "企": ("家", "户", "个"),
    "件": ("件", "起", "宗"),
    "起": ("起", "件", "宗"),
    "宗": ("宗", "件", "起"),
    "批": ("批", "批次"),
    "批次": ("批次", "批"),
    "剂": ("剂次", "剂"),
    "剂次": ("剂次", "剂"),
    "床": ("张", "床", "床位"),
    "场": ("场", "场次"),
    "班": ("期", "个", "班次", "班"),
    "期": ("期", "班次"),
    "站": ("个", "座", "站"),
    "台": ("台", "套"),
    "车": ("辆", "台"),
    "社": ("个", "家"),
    "日": ("天", "日"),
    "天": ("天", "日"),
    "千米": ("公里", "千米"),
    "公里": ("公里", "千米"),
    "平方米": ("平方米", "㎡"),
    "㎡": ("平方米", "㎡"),
}
"""What each word counts, where its classifier is not the word itself."""
_MONTHLY = {"月": ("月", "次"), "天": ("天", "日", "次"), "日": ("天", "日", "次"), "次": ("次",)}
"""What stands behind 人 in the unit of so much a person and month: 人月, and 人次 where each month is paid on its own."""
_TIMES = {"天": ("天", "日"), "日": ("天", "日"), "月": ("个月", "月"), "次": ("次",)}
_SCALED = re.compile(r"^[万亿]")
SCOPE = re.compile("本级|机关|本部|[下所直]属|事业单位|院区|校区|基层")
"""Words for a part of a unit: what is said of it is not taken over the heads of the whole."""
OVER = re.compile(
    r"(?:按|以)(?:照)?([^，。；按]{2,14}?)(?:\d[\d,.]*\s?[万亿]?[^，。；\d]{1,3})?(?:总数|数量|数)?(?:来|折)?(?:计(?:算)?|测算|折算|口径|平均)"
)
"""按年末车辆数计算, 按供能建筑面积 68400 平方米计算: the words that say over whom or what."""
GENERIC = re.compile(
    r"平均|折合|年|月|全部?|当期|本期|实际|各级|财政|资金|投入|支出|费用|成本|补助|补贴|经费|金额|标准|造价|投资|收入"
    r"|总额|总|合?共?计|为|达到?|约|近|仅|分摊|摊|的|数|值|花费|获得?|发放|需|按|每|[末初底]|其中|[^\u4e00-\u9fff]"
)
"""Words that say that something is divided, but not what."""
PLAN = re.compile("计划|目标|任务|(?<![相对适供])应(?![急用])|拟|预算|核定编制|编制数")
COMES_TO = re.compile(r"(?:计|核定|应[补发付]|支出|补助|补贴|发放|资金|费|款|拨付|支付)(?:资金)?(?:约|为)?$")
"""What an amount is called that comes out of the price and number before it: 计 9.00 万元, 火箭弹支出 429300 元."""
COMPUTED = re.compile(r"(?:^|[共合据此小])计(?:算)?(?:为)?$|核定|应[补发付安拨到承]|测算|据此|折合|需")
TOTALS = re.compile("合计|(?<!公)共|总")
FULL = re.compile("合计|总计|全年|(?<!公)共|总")
AGAINST = re.compile("(?:超出|超过|高于|低于|多于|少于|[比较与])[^，。；]{0,8}$")
"""Words before a figure that another is held against: 超出 120 场的年度计划."""
COMMON = frozenset(("人", "名", "人次", "个", "项", "件", "次", "家", "户", "条", "期", "年", "天", "月"))
"""Units that count too many things for one figure in them to be the one that is meant."""
CLASSIFIERS = frozenset("个名位家所座项件台套张枚辆处条只间部支例起份")
"""Classifiers behind which the thing counted follows: 每名保洁员, 每个网格; behind 每户 and 每平方米 none does."""
BOUND = re.compile(
    "标准|定额|预算|限价|计划|概算|不超过|不低于|不高于|限额|控制|上限|封顶|最高|最低|指导价|拟|约定"
)
"""Words of a price that is only a standard, a plan or a ceiling."""
UNPAID = re.compile("其余|剩余|余款|余额|尾款|尚[有未]|未[发支拨兑]|待[验结拨发支审]|下年|次年|分[期批]")
PAID_SO_FAR = re.compile("已|首[批付期]|预付|先行|部分|实际")
"""Words by which an amount is not all that a price and number come to."""
GROWN = re.compile("净增|新增额|增加额|减少额")
USUAL = {
    "生": re.compile("在校生|在校学生|在籍学生|学生(?:总数|人数)|折合"),
    "床": re.compile("床位"),
    "床位": re.compile("床位"),
    "班": re.compile("班级|教学班"),
    "户": re.compile("户数|总户数|农户|住户|受益户"),
    "车": re.compile("车辆|用车|汽车"),
    "村": re.compile("行政村|村数"),
    "人": re.compile("常住人口|服务人口|总人口|受益人口|在职|在岗|在编|职工(?:人数|总数)"),
}
"""What a word is mostly taken over where nothing says so, wherever the report gives it."""


def units_of(word: re.Match[str]) -> tuple[str, ...]:
    """Return the units that what an average is taken over may be counted in; ``word`` is a match of ``AVERAGE``."""
    own = word.group("each") or word.group("per")
    month = word.group("month")
    if month in _MONTHLY:
        return tuple(f"{own}{end}" for end in _MONTHLY[month])
    return _UNITS.get(own, (own,))


def times_of(word: re.Match[str]) -> tuple[str, ...]:
    """Return the units of how often a price is paid: 天 of 每生每天, 个月 of 每人每月."""
    return _TIMES.get(word.group("month") or "", ())


def is_in(symbol: str, units: tuple[str, ...]) -> bool:
    """Say whether a unit is one of these, or so many 万 of it: 118.45 万人次."""
    return _SCALED.sub("", symbol) in units


def things_of(words: str) -> list[str]:
    """Return what words name besides saying that something is divided: 清扫保洁 of 清扫保洁经费."""
    return [part for part in GENERIC.split(words) if len(part) >= 2]
