"""What the tests of the library share: an embedder that needs no model, short policies, and a library in a folder."""

from __future__ import annotations

import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.document.model import Document
from corpus.errors import StoreError
from corpus.index.embeddings import Embedder
from corpus.index.lexical import tokens
from corpus.index.search import Expansion, Index, no_expansion
from corpus.library import Library
from corpus.readers.opening import read_bytes
from corpus.store import Store

DIMENSION = 64


class WordEmbedder:
    """Puts each word of a text into one of 64 places: texts that share words are near, and nothing is loaded."""

    dimension = DIMENSION

    def __init__(self, name: str = "words") -> None:
        self.name = name
        self.embedded = 0
        self.broken = False

    def documents(self, texts: Sequence[str]) -> list[list[float]]:
        if self.broken:
            raise StoreError("模型坏了；请修理")
        self.embedded += len(texts)
        return [_vector(text) for text in texts]

    def query(self, text: str) -> list[float]:
        if self.broken:
            raise StoreError("模型坏了；请修理")
        return _vector(text)


def _vector(text: str) -> list[float]:
    vector = [0.01] * DIMENSION
    for token in tokens(text):
        vector[zlib.crc32(token.encode()) % DIMENSION] += 1.0
    length = math.sqrt(sum(value * value for value in vector))
    return [value / length for value in vector]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a library lies: None is the home folder itself."""

    database_url: str | None = None
    chroma_url: str | None = None


PLACE = Place()
"""Where libraries lie at this moment; the fixture ``place`` sets it for a test."""


def library(home: Path, embedder: Embedder | None, expand: Expansion = no_expansion) -> Library:
    """Open a library; with ``embedder`` None as on a machine without the built-in model."""
    store = Store.in_home(home, PLACE.database_url)
    return Library(store, Index(home, embedder, store, chroma_url=PLACE.chroma_url, expand=expand))


def report(text: str, name: str = "报告.txt") -> Document:
    """Return a report as read."""
    return read_bytes(text.encode(), name)


REPORT = """某局2024年度部门整体支出绩效自评报告
一、部门概况
某局有在职人员42人，编制50人。
二、预算执行情况
（一）基本支出
全年基本支出1200.00万元，主要用于人员工资。
（二）“三公”经费
“三公”经费支出10.41万元，比上年下降。
三、存在的问题
部分项目前期论证不充分，进度滞后。
"""

LAW = """# 甲河市预算绩效办法

2019年3月1日 甲河市人民代表大会常务委员会公布

## 第一章 总则

第一条 为了加强预算绩效管理，制定本办法。

第二条 本办法适用于本市各预算单位。

## 第二章 评价

### 第一节 自评

第三条 预算单位应当在年度终了后开展绩效自评，并对自评结果的真实性负责。

第四条 自评结果分为下列等次：

（一）优；

（二）良。

## 第三章 附则

第五条 依照第三条规定提交的报告应当公开。

第六条 本办法自2019年5月1日起施行。
"""


def law_file(folder: Path, text: str = LAW, name: str = "甲河市办法.md") -> Path:
    """Write a policy."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
