#!/usr/bin/env bash
# Format, lint, types and import contracts; runs all of them and fails if one failed.
set -uo pipefail
cd "$(dirname "$0")/.."
status=0
run() {
    echo "== $*" >&2
    ".venv/bin/$1" "${@:2}" || status=1
}
run ruff format --check .
run ruff check .
run mypy
run lint-imports
exit $status
