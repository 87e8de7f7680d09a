"""The library serves LangChain as a retriever, with the source of every passage."""

from __future__ import annotations

import datetime
from pathlib import Path

from langchain_core.runnables import RunnableLambda

from corpus.index.retriever import LibraryRetriever
from tests.corpus.library_parts import REPORT, WordEmbedder, law_file, library, report
from tests.corpus.test_validity import NEW, OLD


def test_passages_come_with_their_source(home: Path, tmp_path: Path) -> None:
    with library(home, WordEmbedder()) as shelf:
        shelf.add_file(law_file(tmp_path), number="甲一号")
        found = LibraryRetriever(library=shelf, k=2).invoke("自评结果的真实性")
    assert len(found) == 2
    assert found[0].page_content.startswith("第三条 预算单位应当")
    assert found[0].metadata["document"] == "甲河市预算绩效办法"
    assert (found[0].metadata["article"], found[0].metadata["number"]) == ("第三条", "甲一号")
    assert found[0].metadata["source"] == "policy"
    assert found[0].id


def test_it_keeps_to_the_report_and_the_kinds_that_it_is_given(home: Path, tmp_path: Path) -> None:
    with library(home, WordEmbedder()) as shelf:
        shelf.add_file(law_file(tmp_path))
        document = report(REPORT)
        shelf.add_report(document)
        retriever = LibraryRetriever(library=shelf, report=document.sha256, kinds=())
        found = retriever.invoke("自评 三公经费 编制")
    assert {passage.metadata["source"] for passage in found} == {"report"}


def test_it_stands_in_a_chain_and_keeps_to_what_was_in_force(home: Path, tmp_path: Path) -> None:
    with library(home, WordEmbedder()) as shelf:
        shelf.add_file(law_file(tmp_path, OLD, "旧.md"))
        shelf.add_file(law_file(tmp_path, NEW, "新.md"))
        retriever = LibraryRetriever(library=shelf, on=datetime.date(2019, 12, 31))
        chain = retriever | RunnableLambda(lambda found: {passage.metadata["document"] for passage in found})
        assert chain.invoke("自评报告应当在什么时候前报送") == {"丙市绩效自评办法"}
