"""How long reading takes beside pdfminer.six, and how well a scan agrees with its text: ``python -m tests.corpus.bench``.

Ratios on one machine and one file, process warm, imports left out, the best of several runs in processor time.
"""

from __future__ import annotations

import argparse
import difflib
import io
import re
import time
from collections.abc import Callable
from pathlib import Path

from pdfminer.high_level import extract_pages

from corpus.document.model import Document
from corpus.readers.opening import open_document, read_bytes
from tests.conftest import REPORTS
from tests.corpus.pdf_files import Look, Typesetter, form

_BUDGET = 1.3
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?%?")


def main() -> None:
    """Print the ratios, and with --scan how many figures of a scan are those of the text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="runs of which the best counts")
    parser.add_argument("--scan", action="store_true", help="recognise the scanned report too (minutes)")
    options = parser.parse_args()
    files = {"made up, 120 pages": long_report()}
    files |= {
        path.name: path.read_bytes() for path in sorted(REPORTS.glob("*.pdf")) if "scan" not in path.name
    }
    print(f"{'file':32} {'pages':>5} {'pdfminer':>9} {'ours':>7} {'ratio':>6}   (budget {_BUDGET})")
    for name, data in files.items():
        document = read_bytes(data, name)
        theirs = best(lambda data=data: list(extract_pages(io.BytesIO(data))), options.runs)
        ours = best(lambda data=data, name=name: read_bytes(data, name), options.runs)
        print(f"{name:32} {len(document.pages):5} {theirs:8.2f}s {ours:6.2f}s {ours / theirs:6.2f}")
    for path in sorted(REPORTS.glob("*")):
        if path.suffix in (".docx", ".xlsx", ".txt"):
            seconds = best(lambda path=path: open_document(path), options.runs)
            print(f"{path.name:32} {'':5} {'':9} {seconds:6.2f}s")
    if options.scan:
        compare_scans()


def best(work: Callable[[], object], runs: int) -> float:
    """Return the processor time of the fastest of so many runs. Units: seconds."""
    times: list[float] = []
    for _ in range(runs):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def long_report() -> bytes:
    """Return a report of some 120 pages: prose, tables over pages, page numbers."""
    page = Typesetter()
    rows = [
        f"第{n:02d}项 | {n * 37 % 9000}.{n:02d} | {n * 53 % 9000}.{n:02d} | 按合同支付" for n in range(60)
    ]
    table = form([90, 110, 110, 130], "事项 | 预算数 | 决算数 | 说明", *rows)
    for n in range(30):
        page.paragraph(f"{'一二三四五六七八九十'[n % 10]}、第{n}部分")
        for _ in range(8):
            page.paragraph(
                "全年预算收入20039.02万元，支出18259.03万元，执行率为91.12%，其中项目支出较多。" * 3
            )
        page.table(table, Look(repeat=1))
    return page.done()


def compare_scans() -> None:
    """Print how many figures of each scanned report stand in the same order in its text PDF."""
    for path in sorted(REPORTS.glob("*-scan.pdf")):
        twin = path.with_name(path.name.replace("-scan", ""))
        if not twin.exists():
            continue
        begun = time.process_time()
        scan = open_document(
            path, progress=lambda page, pages: print(f"\r{page}/{pages}", end="", flush=True)
        )
        seconds = time.process_time() - begun
        print_agreement(path, open_document(twin), scan, seconds)


def print_agreement(path: Path, text: Document, scan: Document, seconds: float) -> None:
    """Print the figures that agree, and those that do not with how sure the reading was."""
    wanted = [(m.group(), m.start()) for m in _FIGURE.finditer(text.text)]
    found = [(m.group(), m.start()) for m in _FIGURE.finditer(scan.text)]
    matcher = difflib.SequenceMatcher(None, [f for f, _ in wanted], [f for f, _ in found], autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    print(f"\n{path.name}: {same} of {len(wanted)} figures agree, {seconds / len(scan.pages):.1f} s a page")
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal":
            doubts = [scan.doubt(start, start + len(figure)) for figure, start in found[j1:j2]]
            print(f"  {[f for f, _ in wanted[i1:i2]]} read as {[f for f, _ in found[j1:j2]]} doubts {doubts}")
    cells = [[cell.text for cell in table.cells] for table in text.tables]
    read = [[cell.text for cell in table.cells] for table in scan.tables]
    print(
        f"  tables: {len(cells)} of {[len(c) for c in cells]} cells, read {len(read)} of {[len(c) for c in read]}"
    )


if __name__ == "__main__":
    main()
