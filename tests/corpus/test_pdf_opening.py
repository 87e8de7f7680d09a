"""PDF files that cannot be read end in one line that says why; what can be read of a damaged one is read."""

from __future__ import annotations

import random
import re

import pytest

from corpus.errors import InputError
from corpus.readers import pdf_device
from corpus.readers.opening import read_bytes
from tests.corpus.pdf_files import Look, Typesetter, form
from tests.corpus.provenance import check

pytestmark = pytest.mark.needs("gbsn00lp")


def sample(password: str | None = None) -> bytes:
    page = Typesetter(password=password)
    page.paragraph("一、概况").paragraph("全年支出12.50万元，执行率98.20%。")
    page.table(form([100, 100], "项目 | 金额", "甲 | 12.50", "合计 | 12.50"), Look())
    return page.done()


def refusal(data: bytes, password: str | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "甲.pdf", password=password)
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith("“甲.pdf”：")
    return message


def test_a_password_is_asked_for_and_opens_the_file() -> None:
    data = sample("钥匙123".encode("ascii", "ignore").decode())
    assert "打开密码" in refusal(data)
    assert "不正确" in refusal(data, "456")
    assert "12.50" in read_bytes(data, "甲.pdf", password="123").text


def test_a_file_without_pages_says_so() -> None:
    data = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    )
    message = refusal(data + b"trailer<</Root 1 0 R/Size 3>>\n%%EOF")
    assert "没有任何页面" in message


def test_a_head_without_a_body_is_damage() -> None:
    assert "已损坏" in refusal(b"%PDF-1.7\n" + b"garbage " * 50)


def test_a_file_cut_in_half_is_read_in_part_or_refused() -> None:
    data = sample()
    for share in (0.2, 0.5, 0.9, 0.99):
        try:
            document = read_bytes(data[: int(len(data) * share)], "甲.pdf")
        except InputError as error:
            assert "\n" not in str(error)
        else:
            check(document)


@pytest.mark.parametrize("seed", range(30))
def test_a_damaged_file_is_read_or_refused_and_nothing_else(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(sample())
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        document = read_bytes(bytes(data), "甲.pdf")
    except InputError as error:
        assert "\n" not in str(error)
    else:
        check(document)


def test_a_page_that_is_damaged_is_named_and_the_others_are_read() -> None:
    page = Typesetter(number=None)
    page.paragraph("第一页的文字。").new_page().paragraph("第二页的文字。").new_page()
    page.paragraph("第三页的文字。")
    data = page.done()
    streams = list(
        re.finditer(rb"/Filter \[ /ASCII85Decode /FlateDecode \] /Length (\d+)\s*>>\s*stream\r?\n", data)
    )
    pages = [m for m in streams if int(m.group(1)) < 1000][:3]
    broken = bytearray(data)
    start = pages[1].end()
    broken[start : start + 40] = b"!" * 40
    document = read_bytes(bytes(broken), "甲.pdf")
    assert "第一页" in document.text
    assert "第三页" in document.text
    assert [issue.page for issue in document.issues] == [2]


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_device, "_MOST_PAGES", 2)
    page = Typesetter()
    page.paragraph("甲").new_page().paragraph("乙").new_page().paragraph("丙")
    assert "超过 2 页的上限" in refusal(page.done())
