"""A floor under the search where no model is: words alone find most answers. The whole is measured by the bench."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.library_parts import library
from tests.retrieval.asking import ask, score
from tests.retrieval.ground import report
from tests.retrieval.questions import POLICIES, questions


@pytest.mark.slow
def test_words_alone_find_nine_of_ten_cells_among_the_first_five(home: Path) -> None:
    wanted = [one for one in questions("measuring") if one.source != POLICIES and one.sort == "cell"]
    with library(home, None) as shelf:
        names = dict.fromkeys(one.source for one in wanted)
        hashes = {name: shelf.add_report(report(name)).sha256 for name in names}
        found = score(ask(shelf, hashes, wanted, expanded=True), "fused")
    assert found.five >= 0.9
