"""The library serves LangChain as a retriever, with the source of every passage."""

from __future__ import annotations

from pathlib import Path

from corpus.index.retriever import LibraryRetriever
from tests.corpus.library_parts import REPORT, WordEmbedder, law_file, library, report


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
