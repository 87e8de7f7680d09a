"""Where the articles of a policy stand: under 编, 章, 节 the 条; 一、 and （一） in documents without articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document.model import Block, BlockKind, Document
from corpus.policies.numerals import DIGITS, ordinal

_ARTICLE = re.compile(
    rf"第\s*(?P<number>[{DIGITS}]{{1,7}})\s*条(?P<inserted>之[一二三四五六七八九十])?(?P<gap>[\s\u3000：:]*)"
)
_PART = re.compile(rf"第\s*[{DIGITS}]{{1,5}}\s*(?P<level>[编章节])(?:[\s\u3000、：:]+|(?=[\u4e00-\u9fff]))")
_LEVELS = {"编": 0, "章": 1, "节": 2}
_LONGEST_HEADING = 40
_REFERS = re.compile(r"[第的所规之至、，。；和与及或款项）)]|规定|中|内|以")
"""What goes on after a mention of an article; a text of its own hardly begins so."""

_ITEM = re.compile(
    r"(?P<one>[一二三四五六七八九十]{1,3})\s*[、．.]|(?P<two>[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)])"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text under one article (or none), or one table; ``section`` as the document names it."""

    start: int
    end: int
    section: tuple[str, ...]
    article: str | None = None
    table: Block | None = None


def passages(document: Document) -> Iterator[Passage]:
    """Yield the stretches of a policy in reading order; contents entries are left out."""
    starts = _article_starts(document)
    if starts:
        yield from _by_article(document, starts)
    else:
        yield from _by_item(document)


def has_articles(document: Document) -> bool:
    """Say whether the document is divided into articles."""
    return bool(_article_starts(document))


@dataclass(frozen=True, slots=True)
class _Start:
    at: int
    name: str


def _article_starts(document: Document) -> list[_Start]:
    """Return where articles begin: at the head of a line, or inside a paragraph that was joined over two.

    Articles count on from one to the next; one that begins a line after a gap may leave numbers out.
    """
    lines = {block.start for block in document.blocks if _is_text(block)}
    within = [(block.start, block.end) for block in document.blocks if _is_text(block)]
    found: list[_Start] = []
    last = 0
    for start, end in within:
        for match in _ARTICLE.finditer(document.text, start, end):
            number = ordinal(match["number"])
            if number is None:
                continue
            heads = match.start() in lines or document.text[match.start() - 1] == "\n"
            after = document.text[match.end() : match.end() + 2]
            if not heads and not (
                number == last + 1 and match["gap"] and document.text[match.start() - 1] in "。；："
            ):
                continue
            if not match["gap"] and (_REFERS.match(after) or not after):
                continue
            follows = (
                number == last + 1
                or (bool(match["inserted"]) and number == last)
                or (heads and number > last)
            )
            if follows or (heads and number == 1):
                found.append(_Start(match.start(), "".join(match.group().split()).rstrip("：:")))
                last = number
    return found


def _is_text(block: Block) -> bool:
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CAPTION)


def _by_article(document: Document, starts: list[_Start]) -> Iterator[Passage]:
    path: dict[int, str] = {}
    annex: tuple[str, ...] = ()
    article: str | None = None
    begun = ended = -1
    names = {start.at: start.name for start in starts}

    def held() -> Iterator[Passage]:
        if 0 <= begun < ended:
            yield Passage(begun, ended, annex + tuple(path[level] for level in sorted(path)), article)

    for block in document.blocks:
        if not _is_text(block):
            yield from held()
            begun = -1
            if block.table is not None:
                yield Passage(block.start, block.end, block.section[:1] if annex else (), article, block)
            continue
        opened = block.section[:1] if block.section and block.section[0].startswith("附件") else ()
        heading = _heading(document, block)
        if opened != annex or heading is not None:
            yield from held()
            begun = -1
            if opened != annex:
                annex, path, article = opened, {}, None
            if heading is not None:
                level, words = heading
                path = {above: name for above, name in path.items() if above < level} | {level: words}
                article = None
                continue
        cuts = [at for at in names if block.start <= at < block.end]
        if begun < 0:
            begun = block.start
        for at in cuts:
            ended = at
            yield from held()
            begun, article = at, names[at]
        ended = block.end
    yield from held()


def _heading(document: Document, block: Block) -> tuple[int, str] | None:
    words = " ".join(document.text[block.start : block.end].split())
    match = _PART.match(words)
    if match is None or len(words) > _LONGEST_HEADING or words[-1] in "。；：，":
        return None
    return _LEVELS[match["level"]], words


def _by_item(document: Document) -> Iterator[Passage]:
    """Yield what stands under one heading or number together; 一、（二） is cited as 第一部分（二）."""
    begun = ended = -1
    section: tuple[str, ...] = ()
    one = two = ""
    bare = False
    for block in document.blocks:
        if block.kind is BlockKind.CONTENTS:
            continue
        words = document.text[block.start : block.end]
        item = _ITEM.match(words) if block.table is None else None
        opens = item is not None or block.kind is BlockKind.HEADING or block.table is not None
        if begun >= 0 and opens and not (bare and block.table is None):
            yield Passage(begun, ended, section, _cited(one, two))
            begun = -1
        if block.section[:1] != section[:1] and block.section and block.section[0].startswith("附件"):
            one = two = ""
        if item is not None:
            one, two = (item["one"], "") if item["one"] else (one, "".join(item["two"].split()))
        if block.table is not None:
            yield Passage(block.start, block.end, block.section, _cited(one, two), block)
            continue
        # A heading goes with what stands below it.
        bare = block.kind is BlockKind.HEADING and (begun < 0 or bare)
        begun = block.start if begun < 0 else begun
        ended, section = block.end, block.section
    if begun >= 0:
        yield Passage(begun, ended, section, _cited(one, two))


def _cited(one: str, two: str) -> str | None:
    return (f"第{one}部分{two}" if one else two) or None
