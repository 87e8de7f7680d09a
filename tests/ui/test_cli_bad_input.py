"""What cannot be done ends in status 2 and one line on stderr; nothing is written, nothing is printed."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from assistant.specimens import sample
from ui.cli import run

SECONDS = 60
REPORT = str(sample.sample_path("docx", clean=True))
CHINESE = re.compile("[一-鿿]")
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
"""How the files of the old Office begin; what they are stands in them in UTF-16."""


def _zip(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, b"<x/>")
    return buffer.getvalue()


FILES: dict[str, tuple[bytes, str]] = {
    "空.docx": (b"", "空的"),
    "旧.doc": (OLE2 + "WordDocument".encode("utf-16-le"), "另存为 .docx"),
    "旧.wps": (OLE2 + "WordDocument".encode("utf-16-le"), "另存为 .docx"),
    "旧.xls": (OLE2 + "Workbook".encode("utf-16-le"), "另存为 .xlsx"),
    "版式.ofd": (_zip("OFD.xml"), "PDF"),
    "一包.zip": (_zip("报告.docx"), "解压"),
    "程序.pdf": (b"MZ\x90\x00" + bytes(range(256)) * 40, "无法识别"),
    "断.pdf": (b"%PDF-1.7\n1 0 obj\n<<", "损坏"),
    "断.docx": (Path(REPORT).read_bytes()[:9000], "损坏"),
}
"""Files that cannot be read, and what their line says."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the command runs in, empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return the one line that a call ends in; whatever lay in the folder lies there unchanged, and nothing else."""
    before = _files()
    capsys.readouterr()
    assert run(list(arguments)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("jiheng: ") and err.endswith("\n") and err.count("\n") == 1, err
    assert "Traceback" not in err and "Error" not in err
    assert _files() == before
    return err.removeprefix("jiheng: ").rstrip("\n")


def _files() -> dict[Path, bytes | None]:
    return {path: path.read_bytes() if path.is_file() else None for path in Path().rglob("*")}


def _chinese(line: str) -> str:
    """Return the line, which says in Chinese what is wrong and, after that, what to do."""
    assert CHINESE.search(line)
    assert any(mark in line for mark in ("；", "，请", "？", "应为", "只能是")), line
    return line


# The report


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    line = _chinese(_refusal(capsys, "review", "没有.pdf", "--json", "r.json"))
    assert "找不到文件“没有.pdf”" in line


def test_a_folder_is_no_report(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "一批报告").mkdir()
    assert "文件夹" in _chinese(_refusal(capsys, "review", "一批报告", "--json", "r.json"))


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_is_named_with_what_to_do(
    name: str, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    data, words = FILES[name]
    (folder / name).write_bytes(data)
    line = _chinese(_refusal(capsys, "review", name, "--json", "r.json", "--xlsx", "r.xlsx"))
    assert line.startswith(f"“{name}”") and words in line


def test_nothing_on_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert "空的" in _chinese(_refusal(capsys, "review", "-", "--json", "r.json"))


# A report with a password


@pytest.fixture
def locked(folder: Path) -> str:
    """Return the name of a PDF that opens with ``key-1``."""
    canvas = Canvas(str(folder / "加密.pdf"), encrypt=StandardEncryption("key-1"))
    canvas.drawString(72, 700, "Total 12.50, of which 12.00 and 0.50.")
    canvas.save()
    return "加密.pdf"


def test_a_locked_report_without_its_password(capsys: pytest.CaptureFixture[str], locked: str) -> None:
    assert "密码" in _chinese(_refusal(capsys, "review", locked, "--json", "r.json"))


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"key-2\n", "不正确"), (b"", "密码文件"), (b"\xff\xfe\x00", "密码文件"), (None, "密码文件")],
)
def test_a_locked_report_with_a_wrong_password_file(
    content: bytes | None, words: str, capsys: pytest.CaptureFixture[str], folder: Path, locked: str
) -> None:
    if content is not None:
        (folder / "密码.txt").write_bytes(content)
    call = ("review", locked, "--password-file", "密码.txt", "--json", "r.json")
    line = _chinese(_refusal(capsys, *call))
    assert words in line
    assert "key-" not in line


@pytest.mark.parametrize("content", ["key-1", "key-1\r\n别的\r\n", "\ufeffkey-1\n"])
def test_a_locked_report_opens_with_the_first_line_of_the_password_file(
    content: str, folder: Path, locked: str
) -> None:
    (folder / "密码.txt").write_bytes(content.encode())
    assert run(["review", locked, "--password-file", "密码.txt", "--json", "r.json"]) == 0
    assert (folder / "r.json").exists()
    assert b"key-1" not in (folder / "r.json").read_bytes()


# The outputs


def test_an_output_folder_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    line = _chinese(_refusal(capsys, "review", REPORT, "--json", "没有/r.json"))
    assert "输出文件夹" in line and "不存在" in line


def test_a_folder_is_no_output_file(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "结果").mkdir()
    assert "文件夹" in _chinese(_refusal(capsys, "review", REPORT, "--json", "结果"))


@pytest.mark.parametrize("other", ["报告.docx", "./报告.docx", "里/../报告.docx"])
def test_an_output_that_is_the_report_itself(
    other: str, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "里").mkdir()
    (folder / "报告.docx").write_bytes(Path(REPORT).read_bytes())
    assert "相同" in _chinese(_refusal(capsys, "review", "报告.docx", "--json", other))


def test_two_outputs_with_one_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert "相同" in _chinese(_refusal(capsys, "review", REPORT, "--json", "r", "--xlsx", "r"))


@pytest.mark.parametrize(
    "call",
    [
        ("review", "-", "--json", "-"),
        ("review", REPORT, "--json", "-", "--xlsx", "-"),
        ("review", "-", "--password-file", "-"),
    ],
)
def test_two_dashes(call: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert "“-”" in _chinese(_refusal(capsys, *call))


def test_only_a_pdf_is_marked_and_nothing_else_is_written_where_that_fails(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    assert run(["review", REPORT, "--json", "r.json", "--pdf", "marked.pdf"]) == 2
    assert "只有 PDF" in capsys.readouterr().err.splitlines()[-1]
    assert list(folder.iterdir()) == []


def test_a_failure_leaves_the_file_of_an_earlier_run_as_it_was(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "r.json").write_text("earlier", "utf-8")
    _refusal(capsys, "review", "没有.pdf", "--json", "r.json")
    assert (folder / "r.json").read_text("utf-8") == "earlier"


# The call


@pytest.mark.parametrize("year", ["24", "二〇二四", "2024年", "20x4", "１９９９", "3024", ""])
def test_a_year_that_is_none(year: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "2024" in _chinese(_refusal(capsys, "review", REPORT, "--year", year))


@pytest.mark.parametrize("command", ["review", "draft"])
def test_a_region_that_has_no_rules(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    line = _chinese(_refusal(capsys, command, REPORT, "--region", "火星", "--json", "r.json"))
    assert "火星" in line and "hunan" in line


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (("review", REPORT, "--jsn", "r.json"), "没有选项 --jsn"),
        (("revew", REPORT), "没有命令“revew”，是不是 'review'？"),
        (("it's",), "没有命令“it's”"),
        (("review",), "缺少参数"),
        (("review", REPORT, "再一份.pdf"), "多出参数"),
        (("review", REPORT, "--json"), "选项 --json"),
        (("rules",), "缺少命令"),
        (("rules", "show", "Z99"), "没有规则 Z99"),
        (("ask", REPORT, " "), "问题是空的"),
        (("ask", REPORT, "多少？", "--engine", "llm"), "JIHENG_LLM_BASE_URL"),
        (("ask", REPORT, "多少？", "--engine", "x"), "--engine"),
        (("ask", "没有.docx", "多少？"), "找不到文件"),
        (("draft", REPORT, "--section", "x"), "--section"),
        (("draft", REPORT, "--voice", "x"), "--voice"),
        (("draft", REPORT, "--md", "r", "--json", "r"), "相同"),
        (("ui", "--port", "0"), "--port 的值不能小于 1"),
        (("ui", "--port", "a"), "--port 的值应为整数"),
        (("ui", "--host", "0.0.0.0"), "0.0.0.0"),
    ],
)
def test_a_call_that_is_wrong(call: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert words in _chinese(_refusal(capsys, *call))


@pytest.mark.parametrize("command", [("review", REPORT), ("rules", "list"), ("demo",)])
def test_a_language_that_there_is_not(command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    line = _refusal(capsys, *command, "--lang", "xx")
    assert "xx" in line and "zh" in line and "en" in line


def test_a_setting_that_is_wrong(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIHENG_LANG", "fr")
    assert "lang" in _chinese(_refusal(capsys, "review", REPORT))


def test_a_settings_file_that_is_damaged(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "jiheng.toml").write_text("lang = ", "utf-8")
    assert "jiheng.toml" in _chinese(_refusal(capsys, "doctor"))


# The home folder


@pytest.mark.parametrize(
    "call",
    [("corpus", "list"), ("corpus", "add", REPORT, "--kind", "report"), ("train", "new", "--out", "x")],
)
def test_a_home_folder_that_cannot_be_made(
    call: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
) -> None:
    (folder / "file").write_bytes(b"")
    monkeypatch.setenv("JIHENG_HOME", str(folder / "file" / "home"))
    assert "JIHENG_HOME" in _chinese(_refusal(capsys, *call))


def test_a_review_does_without_a_home_folder(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    (folder / "file").write_bytes(b"")
    monkeypatch.setenv("JIHENG_HOME", str(folder / "file" / "home"))
    assert run(["review", REPORT, "--json", "r.json"]) == 0


# In English, and as a program of its own


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (("review", REPORT, "--year", "24"), "four digits"),
        (("review", "-", "--json", "-"), "only one"),
        (("review", REPORT, "--json", "r", "--xlsx", "r"), "another file"),
        (("review", REPORT, "--jsn", "r.json"), "No such option"),
        (("revew", REPORT), "No such command"),
        (("ui", "--host", "0.0.0.0"), "0.0.0.0"),
        (("review", "missing.pdf", "--json", "r.json"), "no file “missing.pdf”"),
        (("review", REPORT, "--json", "missing/r.json"), "does not exist"),
        (("rules", "show", "Z99"), "no rule Z99"),
    ],
)
def test_the_line_is_english_where_asked_for(
    call: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    line = _refusal(capsys, *call, "--lang", "en")
    assert words in line
    assert not CHINESE.search(line.replace(REPORT, ""))


@pytest.mark.parametrize("name", FILES)
def test_what_cannot_be_read_is_said_in_english_where_asked_for(
    name: str, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / name).write_bytes(FILES[name][0])
    line = _refusal(capsys, "review", name, "--lang", "en")
    assert not CHINESE.search(line.replace(name, ""))


def test_the_program_itself_ends_in_status_2_with_that_line_alone(folder: Path) -> None:
    call = [sys.executable, "-c", "from ui.cli import main; main()", "review", "没有.pdf", "--json", "r.json"]
    done = subprocess.run(call, capture_output=True, env=os.environ, timeout=SECONDS, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == "jiheng: 找不到文件“没有.pdf”；请检查路径和文件名\n"
    assert list(folder.iterdir()) == []


def test_debug_shows_the_traceback_above_the_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["review", "没有.pdf", "--debug"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("Traceback")
    assert lines[-1].startswith("jiheng: 找不到文件")
