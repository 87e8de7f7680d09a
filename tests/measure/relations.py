"""``python -m tests.measure.relations FILE``: every relation of a review as a table of figures and places, no words.

What ``docs/real-report-relations.md`` was made with; its reader holds each line against the document.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from corpus.readers.opening import open_document
from rules.engine import review
from rules.facts.fact import Fact
from rules.relations.relation import Verdict

_WORDS = re.compile(r"“[^”]*”|（其中[^（）]*）")
_ORDER = (
    Verdict.IMPOSSIBLE,
    Verdict.UNDETERMINED,
    Verdict.CONVENTION,
    Verdict.ROUNDING,
    Verdict.EXACT,
)


def main(arguments: list[str]) -> int:
    """Print the table."""
    found = review(open_document(Path(arguments[0])))
    facts = {fact.id: fact for fact in found.facts}
    print("| 判定 | 种类 | 算式 | 页（PDF） |\n|---|---|---|---|")
    for verdict in _ORDER:
        for relation in found.relations:
            if relation.verdict is verdict and relation.kind != "toc_vs_body":
                pages = sorted({_page(facts[fact]) for fact in relation.facts if fact in facts})
                words = _WORDS.sub("…", relation.judgement.derivation).replace("|", "／")
                words = words.partition("（")[0] if words.startswith("逐一") else words
                print(f"| {verdict} | {relation.kind} | {words} | {'、'.join(pages)} |")
    return 0


def _page(fact: Fact) -> str:
    return f"{fact.evidence.page:02d}" if fact.evidence.page else "–"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
