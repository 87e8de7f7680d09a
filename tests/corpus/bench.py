"""How well and how fast files are read: ``python -m tests.corpus.bench``, other libraries beside it where at hand.

Every file is made here from a key: its cells, figures, headings. Times are ratios on one machine, process warm, imports
left out, the best of several runs in processor time.
"""

from __future__ import annotations

import argparse
import io
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from pdfminer.high_level import extract_pages

from corpus.readers.opening import read_bytes
from tests.conftest import REPORTS
from tests.corpus.acceptance import forms, papers, real, scans, sheets
from tests.corpus.acceptance.keyed import Keyed
from tests.corpus.acceptance.peers import LIBRARIES, Peer, peer_scores, read_by_peers
from tests.corpus.acceptance.score import Score, score
from tests.corpus.pdf_files import Look, Typesetter, form

_BUDGET = 1.3
_HEAD = (
    f"{'files':28} {'n':>3} {'cells':>6} {'placed':>8} {'spans too':>9} "
    f"{'figures':>8} {'found':>8} {'wrong':>7} {'titles':>7} {'right':>8}"
)


def main() -> None:
    """Print how far readings agree with their keys, then the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=2, help="runs of which the fastest counts")
    parser.add_argument("--scan", action="store_true", help="read the scans too (about two minutes)")
    parser.add_argument("--real-scan", action="store_true", help="read the scan of the real report (minutes)")
    parser.add_argument("--faults", type=int, default=0, metavar="N", help="list so many faults of each kind")
    options = parser.parse_args()
    printed = [*papers.printed(), *forms.all_forms()]
    peers = read_by_peers(printed)
    print(_HEAD)
    by_kind(printed, options.faults)
    for library, read in peers.items():
        print(f"  ({library}, {LIBRARIES[library]})")
        for (kind, count), made in peer_scores(printed, read).items():
            print(line(f"  {library}, {kind}", count, made))
    by_kind([*papers.written(), *sheets.all_sheets()], options.faults)
    if options.scan:
        by_kind(scans.all_scans(), options.faults)
    real.compare(scan=options.real_scan)
    times(printed, peers, options.runs)


def by_kind(files: Iterable[Keyed], most: int) -> None:
    """Print a line for every kind of files."""
    made: dict[str, tuple[int, Score]] = {}
    for keyed in files:
        count, total = made.get(keyed.kind, (0, Score()))
        total += score(keyed, read_bytes(keyed.data, f"{keyed.name}.{keyed.format}"))
        made[keyed.kind] = (count + 1, total)
    for kind, (count, total) in made.items():
        print(line(kind, count, total))
        for fault in total.faults[:most]:
            print(f"    {fault[:200]}")


def line(name: str, count: int, made: Score) -> str:
    """Return one line of the table."""

    def share(part: int, whole: int) -> str:
        return f"{100 * part / whole:.2f}%" if whole else "-"

    return (
        f"{name:28} {count:3} {made.cells:6} {share(made.placed, made.cells):>8} "
        f"{share(made.whole, made.cells):>9} {made.figures:8} {share(made.found, made.figures):>8} "
        f"{share(made.wrong, made.figures):>7} {made.titles:7} {share(made.titled, made.titles):>8}"
    )


def times(files: Sequence[Keyed], peers: Mapping[str, Sequence[Peer]], runs: int) -> None:
    """Print the ratios of our time to that of pdfminer's layout, and of the other libraries' to it."""
    chosen = [(keyed.name, keyed.data) for keyed in files]
    chosen.append(("made up, 120 pages", long_report()))
    chosen += [(p.name, p.read_bytes()) for p in sorted(REPORTS.glob("*.pdf")) if "scan" not in p.name]
    ours: dict[str, float] = {}
    layouts: dict[str, float] = {}
    for name, data in chosen:
        layouts[name] = fastest(partial(_layout, data), runs)
        ours[name] = fastest(partial(read_bytes, data, name), runs) / layouts[name]
    print(f"\nTime as a multiple of pdfminer.six's layout (budget {_BUDGET}), median of {len(ours)} files:")
    print(f"  ours          {statistics.median(ours.values()):.2f}, at most {max(ours.values()):.2f}")
    for library, reads in peers.items():
        ratios = [read.seconds / layouts[keyed.name] for keyed, read in zip(files, reads, strict=True)]
        print(f"  {library:13} {statistics.median(ratios):.2f} ({LIBRARIES[library]})")
    for name in list(ours)[len(files) :]:
        print(f"  {name}: {ours[name]:.2f}")


def _layout(data: bytes) -> object:
    return list(extract_pages(io.BytesIO(data)))


def fastest(work: Callable[[], object], runs: int) -> float:
    """Return the processor time of the fastest of so many runs. Units: seconds."""
    taken: list[float] = []
    for _ in range(runs):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)


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


if __name__ == "__main__":
    main()
