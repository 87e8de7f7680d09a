"""What a sentence says of scores: the total, its full marks, what was added or deducted, and the classes it is made of.

投入类指标得 14 分（满分 15 分） · 过程 30 分，得 28.7 分 · 基础得分 92.9 分，另加 1 分 · 四个维度分别得 …，得分率分别为 …
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.document.model import Document
from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.scores.roles import KNOWN, Role, role_of, stem
from rules.relations.sentence import Statement

_ALL_LOST = re.compile(r"(?:合计|共计|累计|总共|总计|共|总)(?:扣|失|减)")
_INSIDE = re.compile("其中|包括|分别")
_COMPLETE = (
    {"决策", "过程", "产出", "效益"},
    {"预算执行", "产出", "效益", "满意度"},
)
_BOTH = {"履职效能", "管理效率"}
"""Two classes that are all where a third is not told: elsewhere they stand beside 运行成本, 社会效应."""
_OF_WHOLE = re.compile(
    r"^(?:\d{4}年度?)?(?:我|本)?(?:局|单位|部门|中心|委|办|院|校|项目|街道|年度|整体|支出|绩效|自评|评价|综合|考核|考评|最终|总|得|分|为)*$"
)
_NUMBERS = {word: number for number, word in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_HOW_MANY = re.compile(r"([两二三四五六七八九十])(?:个|大)?(?:类|方面|维度|部分|板块|模块|环节|一级指标)")


@dataclass(slots=True)
class ScoredClass:
    """A class of indicators with its score; ``name`` is its stem (产出), ``weighed``: the figure is its full marks."""

    name: str
    score: Mention | None = None
    full: Mention | None = None
    rate: Mention | None = None
    lost: Mention | None = None
    several: bool = False


@dataclass(slots=True)
class ScoreSentence:
    """The scores of one statement.

    ``deals``: the number of classes that the words announce (四个维度); ``weighing``: its figures are full marks,
    ``of_hundred``: of a hundred in all. ``inside``: the sentence in which a deduction is broken up.
    """

    total: Mention | None = None
    full: Mention | None = None
    base: Mention | None = None
    bonus: list[Mention] = field(default_factory=list)
    lost: list[Mention] = field(default_factory=list)
    lost_in_all: Mention | None = None
    classes: list[ScoredClass] = field(default_factory=list)
    deals: int | None = None
    weighing: bool = False
    of_hundred: bool = False
    inside: int | None = None

    def is_complete(self) -> bool:
        """Say whether the classes are all there are: by their names, or by the number that the words announce."""
        names = {item.name for item in self.classes}
        whole = {word for name in names for word in _words_of(name)}
        if self.deals is not None and self.deals == len(self.classes):
            return True
        return names == _BOTH or any(known <= whole for known in _COMPLETE)


def _words_of(name: str) -> set[str]:
    """Return the stems that a joined name stands for: 产出与效果 is both."""
    return {stem(part) for part in re.split("[与和及、]", name)} | {name}


_RULE_OF_SCORING = re.compile(r"每(?:低|少|降|高|超|延|逾|出现|发现|有)[^，。；]{0,12}扣")
_BOUND_BEHIND = re.compile(r"[及（(]?(?:含[）)]?)?(?:以上|以下|及以上|至|到|-|—|的(?:目标|标准|要求|为))")
_BOUND_AHEAD = re.compile(r"(?:低于|高于|少于|大于|小于|超过|达到|不足|目标|[≥≤><])$|^至$")
_WEIGHING = re.compile(r"百分制|分值|权重|满分|标准分|指标体系|总分|评分标准|分别?设置")
_DEALING = re.compile(
    r"(?:分别|依次|[两三四五六七八](?:个|大)?(?:方面|维度|部分|类)(?:指标)?)(?:得分?|扣分?|为|是|计)*[:：]?$"
)
_MATCHING = re.compile("(?:所)?对应的?$")
_FEWEST_DEALT = 2
_MOST_OF_CLASS = 50
"""Full marks above which they are hardly those of one class."""
_COMPUTED = 2
_NEAR = 2
"""How many statements further on the classes of a total may be listed."""


def read_scores(own: Sequence[Mention], words: str) -> ScoreSentence:
    """Sort the scores of one statement; ``words`` is its text."""
    found = ScoreSentence()
    if _RULE_OF_SCORING.search(words):
        return found
    scores = [
        m
        for at, m in enumerate(own)
        if m.fact.kind is FactKind.SCORE
        and not m.range_end
        and not _is_bound(m)
        and (_says_something(m) or (at and _is_behind_full(own[at - 1], m)))
    ]
    rates = [m for m in own if m.fact.kind is FactKind.RATE and "得分率" in normal(m.lead + m.fact.label)]
    runs = _dealt_out(own)
    dealt = {mention.fact.id for run in runs for mention in run}
    scores = [m for m in scores if m.fact.id not in dealt]
    roles = [role_of(mention) for mention in scores]
    taken = [at for at in range(len(roles) - 1) if roles[at : at + 2] == [Role.LOST, Role.BARE]]
    for at, mention in enumerate(scores):
        if len(taken) > 1 and at in taken:
            # 资金使用扣 0.6 分，得 9.4 分；社会满意扣 0.4 分，得 9.6 分
            found.classes.append(ScoredClass(stem(mention.lead), score=scores[at + 1], lost=mention))
        elif len(taken) < 2 or at - 1 not in taken:
            _take(found, mention)
    for run in runs:
        _take_dealt(found, run)
    for item, rate in zip(found.classes, rates, strict=False):
        if len(rates) == len(found.classes):
            item.rate = rate
    announced = _HOW_MANY.search(words)
    found.deals = _NUMBERS[announced.group(1)] if announced is not None else None
    paired = any(item.full is not None for item in found.classes)
    found.weighing = not paired and bool(_WEIGHING.search(words)) and not re.search("得|扣|自评", words)
    found.of_hundred = found.weighing and bool(re.search(r"百分制|[满总]分\D{0,4}100", words))
    return found


def _dealt_out(own: Sequence[Mention]) -> list[list[Mention]]:
    """Return the runs of scores that are dealt out over full marks told before: …四个方面依次得 14.5 分、23 分、29.2 分."""
    runs: list[list[Mention]] = []
    opened = False
    for mention in own:
        if mention.fact.kind is not FactKind.SCORE:
            opened = False
            continue
        words = normal(mention.lead).strip("，、：和与及")
        deals = _DEALING.search(words) is not None
        if opened and (deals or not words):
            runs[-1].append(mention)
        elif deals:
            runs.append([mention])
        opened = deals or (opened and not words)
    return [run for run in runs if len(run) >= _FEWEST_DEALT]


def _take_dealt(found: ScoreSentence, run: Sequence[Mention]) -> None:
    """Give each class, told by its full marks, its share of a run; where their numbers differ, nobody knows whose it is."""
    if len(run) != len(found.classes) or any(item.score is None for item in found.classes):
        return
    if role_of(run[0]) is Role.LOST:
        for item, mention in zip(found.classes, run, strict=True):
            item.lost = item.lost or mention  # 四类分别扣 1 分、1.6 分、1 分和 1.5 分
        return
    if all(item.full is None for item in found.classes):
        for item, mention in zip(found.classes, run, strict=True):
            item.full, item.score = item.score, mention


def _says_something(mention: Mention) -> bool:
    """Say whether a score has words of its own; in a list of bare scores nobody says whose they are."""
    return normal(mention.lead).strip("，、：和与及") != ""


def _is_behind_full(full: Mention, mention: Mention) -> bool:
    """Say whether a bare score stands right behind the bracket with the full marks of its class: 过程（满分 20 分）19 分."""
    bracket = full.depth == mention.depth + 1 and full.sentence == mention.sentence
    if not bracket or mention.lead or full.fact.kind is not FactKind.SCORE:
        return False
    unsaid = role_of(full) is Role.CLASS and full.fact.quantity.value >= mention.fact.quantity.value
    return unsaid or role_of(full) is Role.FULL  # 过程（20 分）19 分


def _is_bound(mention: Mention) -> bool:
    """Say whether a score is the edge of a band or an aim: 90 分以上为优, 不低于 85 分, 高于 90 分的目标."""
    return bool(_BOUND_BEHIND.match(mention.tail) or _BOUND_AHEAD.search(normal(mention.lead)))


def _take(found: ScoreSentence, mention: Mention) -> None:
    role = role_of(mention)
    last = found.classes[-1] if found.classes else None
    if role is Role.CLASS:
        name = stem(mention.lead)
        before = next((item for item in found.classes if item.name == name), None)
        if before is not None and before.full is None and before.score is not None:
            before.full, before.score = (
                before.score,
                mention,
            )  # 决策 20 分、过程 20 分 …，自评分别为 19 分、18.5 分 …
        else:
            found.classes.append(ScoredClass(name, score=mention))
    elif role is Role.TOTAL:
        _take_total(found, mention)
    elif role is Role.BASE:
        found.base = found.base or mention
    elif role is Role.BONUS:
        found.bonus.append(mention)
    elif role is Role.LOST and _breaks_up(found, mention):
        found.lost_in_all = found.lost.pop()
        found.lost.append(mention)
    elif role is Role.LOST and found.lost and _is_inside(found, mention):
        found.inside = mention.sentence
    elif role is Role.LOST and _ALL_LOST.search(normal(mention.lead)):
        found.lost_in_all = found.lost_in_all or mention
    elif last is None and role is Role.FULL and _is_of_class(mention):
        found.classes.append(ScoredClass(stem(mention.lead), full=mention))  # 预算执行率满分 10 分，得 9.4 分
    elif last is None:
        _take_of_total(found, role, mention)
    elif role is Role.FULL:
        _take_full(found, mention)
    elif role is Role.LOST:
        if (last.score or last.full or mention).sentence == mention.sentence:
            last.several = last.several or last.lost is not None
            last.lost = last.lost or mention  # behind a semicolon it is of something else
    elif last.score is None:
        last.score = mention
    elif len(found.classes) > 1 and all(item.full is None for item in found.classes):
        found.total = found.total or mention  # 投入（15 分）、过程（25 分）…，自评得 95 分: said of all
    elif last.full is None:
        last.full, last.score = last.score, mention  # 投入 15 分，得 14.5 分


def _take_full(found: ScoreSentence, mention: Mention) -> None:
    """Full marks are of the class that they name, told before or not; without a name, of the class before them."""
    name = stem(_MATCHING.sub("", stem(mention.lead)))
    named = next((item for item in found.classes if item.name == name), None)
    if named is None and _INSIDE.match(normal(mention.lead)):
        return  # 产出得 34 分，其中产出数量（满分 15 分）得 14 分: one of the indicators of a class
    last = found.classes[-1]
    behind = last.score is not None and last.score.sentence != mention.sentence
    if named is None and _is_of_class(mention) and (last.full is not None or behind):
        found.classes.append(ScoredClass(name, full=mention))
        return
    item = named or last
    item.full = item.full or mention


def _is_of_class(mention: Mention) -> bool:
    """Say whether full marks that open a sentence are those of one class, which their words name."""
    name = stem(mention.lead)
    own = bool(name) and not _OF_WHOLE.fullmatch(name) and mention.fact.quantity.value <= _MOST_OF_CLASS
    return name in KNOWN or own


def _breaks_up(found: ScoreSentence, mention: Mention) -> bool:
    """Say whether a deduction begins the list of what the one before it is made of: 扣 11.84 分，其中决策类扣 2 分…"""
    alone = len(found.lost) == 1 and found.lost_in_all is None
    return alone and bool(_INSIDE.match(normal(mention.lead)))


def _is_inside(found: ScoreSentence, mention: Mention) -> bool:
    """Say whether a deduction only breaks up the one before: 产出指标扣 2.2 分，其中 … 扣 0.5 分，…扣 1.7 分."""
    return _INSIDE.match(normal(mention.lead)) is not None or found.inside == mention.sentence


def _take_total(found: ScoreSentence, mention: Mention) -> None:
    """总分 100 分，自评得 93.7 分: of two totals the first is the full marks; after it a name of its own is a class."""
    first = found.total
    named = _OF_WHOLE.sub("", stem(mention.lead)) and mention.fact.quantity.value <= _MOST_OF_CLASS
    if first is None and found.classes and named:
        found.classes.append(ScoredClass(stem(mention.lead), score=mention))  # 履职效能得分…；管理效率得分…
    elif first is None:
        found.total = mention
    elif (found.bonus or found.lost) and not found.classes and found.base is None:
        found.base, found.total = first, mention  # 总得分 92.5 分，另加 2 分，最终得分 94.5 分
    elif found.classes or _OF_WHOLE.sub("", stem(mention.lead)):
        found.classes.append(ScoredClass(stem(mention.lead), score=mention))
    elif found.full is None and first.fact.quantity.value >= mention.fact.quantity.value:
        found.full, found.total = first, mention


def _take_of_total(found: ScoreSentence, role: Role, mention: Mention) -> None:
    if role is Role.FULL:
        if not mention.depth or found.total is not None or mention.fact.quantity.value > _MOST_OF_CLASS:
            found.full = found.full or mention
    elif role is Role.LOST:
        found.lost.append(mention)
    else:
        _take_total(found, mention)


def exact_points(own: Sequence[Mention]) -> tuple[Mention, ...]:
    """Make points printed with no more than one decimal exact: points are awarded, only hundredths are computed."""
    return tuple(
        replace(m, fact=replace(m.fact, quantity=replace(m.fact.quantity, counted=True)))
        if m.fact.kind is FactKind.SCORE and m.fact.quantity.precision < _COMPUTED
        else m
        for m in own
    )


def scores_of(document: Document, statements: Sequence[Statement]) -> Iterator[ScoreSentence]:
    """Yield the scores of each statement of running text; a list of classes has the total stated shortly before it."""
    text = document.text
    before: ScoreSentence | None = None
    number = -_NEAR
    weights: dict[str, Mention] = {}
    for statement in statements:
        first, last = statement.own[0], statement.own[-1]
        if document.blocks[first.block].table is not None:
            continue  # 投入（15分） in a cell of a form is read with the form
        start = max(document.blocks[first.block].start, text.rfind("。", 0, first.fact.start) + 1)
        found = read_scores(
            exact_points(statement.own), text[start : (last.fact.evidence.end or last.fact.start)]
        )
        if found.weighing:
            weights |= {item.name: item.score for item in found.classes if item.score is not None}
        else:
            for item in found.classes:
                item.full = item.full or weights.get(item.name) or _named_first(item, weights)
        yield _with_total(found, before if first.statement - number <= _NEAR else None)
        if found.total is not None:
            before, number = found, first.statement


def _named_first(item: ScoredClass, weights: Mapping[str, Mention]) -> Mention | None:
    """Return the full marks of the class that the words before a deduction begin with: 病原检测因完成率未达 100 % 扣 1.5 分."""
    words = normal(item.lost.fact.subject or "") if item.lost is not None else ""
    return next((full for name, full in weights.items() if name and words.startswith(name)), None)


def _with_total(found: ScoreSentence, before: ScoreSentence | None) -> ScoreSentence:
    """Give a list of classes the total that the statement before it stated: 综合得分 93.85 分。其中…

    A total with extra points in it (另加 1.5 分) is more than its classes.
    """
    if before is None or found.total is not None or len(before.classes) > 1 or not found.classes:
        return found
    if before.bonus:
        return found
    return replace(found, total=before.total, full=found.full or before.full)
