#!/usr/bin/env bash
# Install what the tests need from the system and what is missing, from Debian's packages, where that is possible
# (root and apt). Where it is not, the tests that need it are named as not run at the end of the test run
# (tests/conftest.py), so this never fails.
set -uo pipefail

packages=(fonts-arphic-gbsn00lp fonts-wqy-microhei chromium postgresql)

missing=()
for package in "${packages[@]}"; do
    dpkg -s "$package" 2>/dev/null | grep -q '^Status: install ok installed' || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
    echo "测试还需要 Debian 软件包 ${missing[*]}（需要 root 安装）/ not installed: ${missing[*]}" >&2
    exit 0
fi
echo "正在安装测试所需的系统软件包 / installing: ${missing[*]}" >&2
# Runlevel 1 keeps PostgreSQL from being started as a service: the tests start one of their own.
export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
{ apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null \
    || echo "安装失败 / could not install: ${missing[*]}" >&2
