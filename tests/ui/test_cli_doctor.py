"""``jiheng doctor`` names what reads scans, and says where it cannot."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, version

import pytest

from ui import doctor
from ui.cli import run

Output = pytest.CaptureFixture[str]


def line(capsys: Output) -> str:
    run(["doctor"])
    found = re.search(r".*扫描件和图片识别.*", capsys.readouterr().out)
    assert found is not None
    return found.group().strip()


def test_the_engine_for_scans_is_named_with_its_models(capsys: Output) -> None:
    shown = line(capsys)
    assert shown.startswith("✓")
    assert f"rapidocr {version('rapidocr')}" in shown
    assert re.search(r"模型 [1-9]\d* 个", shown)


def test_a_missing_engine_is_named(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    def without(package: str) -> str:
        if package == "onnxruntime":
            raise PackageNotFoundError(package)
        return version(package)

    monkeypatch.setattr(doctor, "version", without)
    assert line(capsys) == "✗ 扫描件和图片识别：缺少 onnxruntime；请重新安装"
