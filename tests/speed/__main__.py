"""``python -m tests.speed``: what checking costs by size, and what a second worker gains; timings are no tests.

``make bench-speed`` runs it. Processor seconds, so that a busy machine tells little; the batch is timed by the clock.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rules.engine import review
from tests.measure.ground import NAMES, paper
from tests.measure.writers import WRITERS
from tests.speed.made_up import made_up

_SIZES = ((5, 0), (11, 0), (22, 0), (44, 0), (8, 4))
"""How many tables, and how often each is printed again: the last has some 2,000 facts in 5,000 relations."""
_REPORTS = 12


def main() -> int:
    """Print both tables."""
    review(made_up(1))
    before = _peak()
    print("CHECKING BY SIZE\nfacts  relations  findings  CPU s  ms a fact  MiB more")
    for tables, again in _SIZES:
        document = made_up(tables, again=again)
        begun = time.process_time()
        found = review(document)
        spent = time.process_time() - begun
        loud = sum(finding.severity != "info" for finding in found.findings)
        facts = len(found.facts)
        print(
            f"{facts:5}  {len(found.relations):9}  {loud:8}  {spent:5.2f}  {1000 * spent / facts:9.2f}  {_peak() - before:8}"
        )
    print("\nA BATCH OF PDF FILES\nworkers  s")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "reports"
        source.mkdir()
        for name in NAMES[:_REPORTS]:
            (source / f"{name}.pdf").write_bytes(WRITERS["pdf"](paper(name)))
        for workers in (1, 2):
            out = Path(folder) / f"out{workers}"
            command = [shutil.which("jiheng", path=str(Path(sys.executable).parent)) or "jiheng", "batch"]
            begun = time.perf_counter()
            subprocess.run(
                [*command, source, "--out", out, "--workers", str(workers)], check=False, capture_output=True
            )
            print(f"{workers:7}  {time.perf_counter() - begun:.1f}")
    return 0


def _peak() -> int:
    """Return the most memory held so far. Units: MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    sys.exit(main())
