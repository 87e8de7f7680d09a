#!/usr/bin/env bash
# Renew requirements/runtime.txt and requirements/dev.txt from pyproject.toml: exact versions with hashes, for every
# platform and Python that we support, naming no registry. Needs uv (only here). Versions that still fit are kept;
# `scripts/lock.sh --upgrade` moves them all. Runtime takes the versions of dev, so one never contradicts the other.
# requirements/peers.txt is what our readers are measured against (make bench-readers): an environment of its own, as
# it may contradict ours, and no part of the program.
set -euo pipefail
cd "$(dirname "$0")/.."

uv=${UV:-uv}
options=(--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header
         --no-annotate --quiet)
"$uv" pip compile "${options[@]}" "$@" --group pyproject.toml:dev pyproject.toml -o requirements/dev.txt
"$uv" pip compile "${options[@]}" --constraint requirements/dev.txt \
    --group pyproject.toml:build pyproject.toml -o requirements/runtime.txt
printf '%s\n' camelot-py docling-parse pdfplumber |
    "$uv" pip compile "${options[@]}" "$@" - -o requirements/peers.txt
