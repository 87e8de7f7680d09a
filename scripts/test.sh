#!/usr/bin/env bash
# Run the tests; further arguments go to pytest. Two workers, a file each, because a laptop has two cores at least.
set -euo pipefail
cd "$(dirname "$0")/.."
exec .venv/bin/python -m pytest -n 2 --dist loadfile -q "$@"
