"""The library in the form that LangChain asks for: a retriever over ``Library.search``."""

from __future__ import annotations

import datetime
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from corpus.library import Library


class LibraryRetriever(BaseRetriever):
    """Finds passages of the library; the quote is the content, the hit of the contract the metadata.

    The fields are those of ``Library.search``.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    library: Library
    k: int = 5
    report: str | None = None
    kinds: tuple[str, ...] | None = None
    on: datetime.date | None = None
    region: str | None = None

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        found = self.library.search(
            query, self.k, report=self.report, kinds=self.kinds, on=self.on, region=self.region
        )
        return [
            Document(id=hit.chunk.id, page_content=hit.evidence.quote, metadata=_metadata(hit.as_json()))
            for hit in found.hits
        ]


def _metadata(hit: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in hit.items() if value is not None and key != "quote"}
