"""P02: a policy document cited with a title and a 文号 that do not belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Basis, Finding
from rules.pack import KnownDocument
from rules.wording import short

_CITED = re.compile(
    r"《(?P<title>[^《》]{4,90})》\s*[（(]\s*(?P<organ>[\u4e00-\u9fff]{1,8})\s*[〔\[［（(【]\s*(?P<year>20\d{2})\s*[〕\]］）)】]"
    r"\s*(?P<serial>\d{1,4})\s*号"
)
_WRAPPING = re.compile(r"^关于印发|的通知$|[\s　〈〉<>“”]")


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each such citation of a document that the packs know."""
    seen: set[tuple[str, str]] = set()
    for found in _CITED.finditer(context.document.text):
        title = _bare(found["title"])
        number = f"{found['organ']}〔{found['year']}〕{int(found['serial'])}号"
        known = _mismatch(title, number, context.pack.known)
        if known is None or (title, number) in seen:
            continue
        seen.add((title, number))
        yield card("P02").finding(
            content=(title, number),
            message=(
                f"报告引《{short(title, 44)}》（{number}）；"
                f"规则库所记《{short(known.document, 44)}》文号为 {known.number}。请核对题名和文号。"
            ),
            basis=(Basis(document=known.document, number=known.number, verified=known.verified),),
            reported=number,
            expected=known.number,
            evidence=(context.locator.evidence(found.start(), found.end()),),
        )


def _mismatch(title: str, number: str, known: tuple[KnownDocument, ...]) -> KnownDocument | None:
    """Return the known document of which only the title or only the number was cited.

    A like title with a number of quite another organ and year is another place's document, and no fault.
    """
    if any(_same_title(title, item.document) and item.number == number for item in known):
        return None
    for item in known:
        same_title, same_number = _same_title(title, item.document), item.number == number
        near = _organ(item.number) == _organ(number) or _dated(item.number) == _dated(number)
        if same_number or (same_title and near):
            return item
    return None


def _same_title(cited: str, known: str) -> bool:
    """Say whether two titles mean one document: the same but for the issuer before it."""
    full = _bare(known)
    return cited == full or (len(cited) >= 10 and full.endswith(cited)) or cited.endswith(full)


def _bare(title: str) -> str:
    return _WRAPPING.sub("", _WRAPPING.sub("", "".join(title.split())))


def _organ(number: str) -> str:
    return number.split("〔")[0]


def _dated(number: str) -> str:
    return number.split("〔")[-1]
