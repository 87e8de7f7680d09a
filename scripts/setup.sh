#!/usr/bin/env bash
# Make or renew the virtual environment .venv; does nothing where it is up to date.
# Usage: scripts/setup.sh runtime|dev     (dev holds runtime, with the same versions)
# Any CPython 3.11-3.13 will do; PYTHON=/path/to/python chooses one.
set -euo pipefail
cd "$(dirname "$0")/.."

level=${1:?runtime or dev}
stamp=.venv/jiheng-stamp

fingerprint() { # of what decides the environment's content
    cat "requirements/$1.txt" pyproject.toml scripts/setup.sh | sha256sum | cut -d ' ' -f 1
}

suits() { # a Python that is in range and can make environments
    "$1" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null
}

find_python() {
    local candidate
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if suits "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    echo "jiheng: 需要带 venv 的 Python 3.11–3.13（Debian：apt-get install python3 python3-venv）；" \
        "needs Python 3.11-3.13 with venv" >&2
    return 2
}

for have in "$level" dev; do
    if [ -x .venv/bin/jiheng ] && [ "$(cat "$stamp" 2>/dev/null)" = "$have $(fingerprint "$have")" ]; then
        exit 0
    fi
done

python=$(find_python)
echo "正在准备运行环境（首次需几分钟）… / setting up .venv ($level) with $("$python" --version)" >&2
rm -f "$stamp"
if ! suits .venv/bin/python; then
    "$python" -m venv --clear .venv
fi
install=(.venv/bin/python -m pip install --quiet --disable-pip-version-check)
"${install[@]}" --require-hashes -r "requirements/$level.txt"
"${install[@]}" --no-deps --no-build-isolation --editable .
echo "$level $(fingerprint "$level")" > "$stamp"
