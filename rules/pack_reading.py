"""A pack's folder → the pack, or everything that is wrong in it, each with file, line and what was expected."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from importlib.resources.abc import Traversable
from typing import Any

from pydantic import ValidationError

from rules.card import RuleCard
from rules.fault import Fault, faults_of
from rules.pack_model import Pack, Policy
from rules.toml_lines import Path, line_at, lines_of

MAIN = "pack.toml"
CARDS = "cards"
_LARGEST = 1_000_000
_AT = re.compile(r"\(at (?:line (?P<line>\d+), column \d+|end of document)\)")


@dataclass
class PackText:
    """The parsed files of a pack, joined: the value, and where each part of it stands."""

    name: str
    value: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, tuple[str, int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, path: Path, message: str) -> Fault:
        """Return a fault at a path of the joined value, or at the nearest thing around it."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.places:
                return Fault(*self.places[path[:length]], message)
        return Fault(MAIN, None, message)


@dataclass(frozen=True, slots=True)
class PackRead:
    """What came of reading a folder. ``pack`` is None where it does not fit the schema; then ``faults`` say why.

    ``rest`` is what is left of it without the parts that do not fit, with its own text, so that all else that is wrong
    can be said as well.
    """

    name: str
    pack: Pack | None
    text: PackText
    faults: tuple[Fault, ...]
    rest: tuple[Pack, PackText] | None = None


def read_folder(folder: Traversable, known: Mapping[str, Policy] | None = None) -> PackRead:
    """Read every TOML file of a pack's folder and of its ``cards``.

    ``known`` are the documents of the packs below, by id, that this pack may cite as ``ref``.
    """
    text = PackText(folder.name)
    if not (folder / MAIN).is_file():
        text.faults.append(Fault(MAIN, None, "规则包文件夹里没有 pack.toml（写明 name、title、region）"))
        return PackRead(folder.name, None, text, tuple(text.faults))
    for entry in sorted(folder.iterdir(), key=lambda entry: (entry.name != MAIN, entry.name)):
        if entry.name.endswith(".toml"):
            _join(text, entry.name, entry)
        elif not (entry.name == CARDS and entry.is_dir()) and not entry.name.startswith((".", "README")):
            text.faults.append(Fault(entry.name, None, "规则包里只放 .toml 文件、cards 文件夹和 README"))
    documents = {**(known or {}), **_documents(text)}
    text.faults += [text.fault(path, message) for path, message in _refs_resolved(text.value, documents)]
    if (folder / CARDS).is_dir():
        _read_cards(text, folder / CARDS, documents)
    pack = _validated(text)
    rest = (pack, text) if pack is not None else _rest(text)
    return PackRead(folder.name, pack, text, tuple(text.faults), rest)


def _join(text: PackText, name: str, entry: Traversable) -> None:
    value = _parsed(text, name, entry)
    if value is None:
        return
    lines = lines_of(entry.read_text(encoding="utf-8"))
    for key, part in value.items():
        held = text.value.get(key)
        if held is None:
            text.value[key] = part
            offset = 0
        elif isinstance(held, list) and isinstance(part, list):
            offset = len(held)
            held.extend(part)
        elif isinstance(held, dict) and isinstance(part, dict):
            offset = 0
            twice = [inner for inner in part if inner in held]
            for inner in twice:
                line = line_at(lines, (key, inner))
                text.faults.append(Fault(name, line, f"{key} 的“{inner}”在本规则包的另一文件里已有"))
            held.update(part)
        else:
            text.faults.append(Fault(name, line_at(lines, (key,)), f"“{key}”在本规则包的另一文件里已有"))
            continue
        _place(text, name, lines, key, offset)


def _place(text: PackText, name: str, lines: dict[Path, int], key: str, offset: int) -> None:
    for path, line in lines.items():
        if path[0] == key:
            moved = (key, path[1] + offset, *path[2:]) if len(path) > 1 and isinstance(path[1], int) else path
            text.places.setdefault(moved, (name, line))


def _parsed(text: PackText, name: str, entry: Traversable) -> dict[str, Any] | None:
    try:
        raw = entry.read_bytes()
    except OSError:
        text.faults.append(Fault(name, None, "无法读取；请检查是不是文件、有没有读取权限"))
        return None
    if len(raw) > _LARGEST:
        text.faults.append(Fault(name, None, f"文件过大（{len(raw)} 字节），上限 {_LARGEST} 字节"))
        return None
    try:
        return tomllib.loads(raw.decode("utf-8"), parse_float=Decimal)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        text.faults.append(Fault(name, line, "不是 UTF-8 编码，请另存为 UTF-8"))
    except tomllib.TOMLDecodeError as error:
        found = _AT.search(str(error))
        at = int(found["line"]) if found and found["line"] else raw.count(b"\n") + 1
        text.faults.append(Fault(name, at, f"不是有效的 TOML：{_AT.sub('', str(error)).strip()}"))
    except RecursionError:
        text.faults.append(Fault(name, None, "不是有效的 TOML：嵌套过深"))
    return None


def _read_cards(text: PackText, folder: Traversable, documents: Mapping[str, Policy]) -> None:
    cards: list[RuleCard] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{CARDS}/{entry.name}"
        if not entry.name.endswith(".toml"):
            text.faults.append(Fault(name, None, "规则卡应为 .toml 文件，以编号为名"))
            continue
        value = _parsed(text, name, entry)
        if value is None:
            continue
        lines = lines_of(entry.read_text(encoding="utf-8"))
        text.faults += [
            Fault(name, line_at(lines, path), message) for path, message in _refs_resolved(value, documents)
        ]
        try:
            card = RuleCard.model_validate(value)
        except ValidationError as error:
            text.faults += [
                Fault(name, line_at(lines, path), message) for path, message in faults_of(error, RuleCard)
            ]
            continue
        if card.code != entry.name.removesuffix(".toml"):
            line = line_at(lines, ("code",))
            text.faults.append(Fault(name, line, f"规则卡编号 {card.code} 应与文件名一致"))
        text.places[("cards", len(cards))] = (name, line_at(lines, ("code",)) or 1)
        for path, line in lines.items():
            text.places[("cards", len(cards), *path)] = (name, line)
        cards.append(card)
    if cards:
        text.value["cards"] = cards


def _documents(text: PackText) -> dict[str, Policy]:
    """Return the documents of the pack for what cites them; of a damaged one, which the schema names, only its id."""
    found: dict[str, Policy] = {}
    for value in text.value.get("document", ()):
        try:
            document = Policy.model_validate(value)
        except ValidationError:
            document = Policy.model_construct(id=str(value.get("id")), title=str(value.get("title")))
        found[document.id] = document
    return found


def _refs_resolved(value: dict[str, Any], documents: Mapping[str, Policy]) -> Iterator[tuple[Path, str]]:
    """Put title, 文号 and date of the document into every basis that names one by ``ref``; yield what leads nowhere."""
    for path, basis in _bases(value, ()):
        ref = basis.pop("ref", None)
        if ref is None:
            continue
        if ref not in documents:
            known = "、".join(documents) or "（无）"
            yield path, f"所引文件“{ref}”未在 document 中登记；已登记：{known}"
            basis.setdefault("document", str(ref))
            continue
        document = documents[ref]
        began = document.effective_from or document.issued
        basis.setdefault("document", document.title)
        basis.setdefault("number", document.number)
        basis.setdefault("effective", None if began is None else began.isoformat())


def _bases(value: Any, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    if isinstance(value, Mapping):
        for key, part in value.items():
            if key == "basis" and isinstance(part, list):
                yield from (
                    ((*path, key, at), item) for at, item in enumerate(part) if isinstance(item, dict)
                )
            else:
                yield from _bases(part, (*path, key))
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from _bases(part, (*path, at))


def _validated(text: PackText) -> Pack | None:
    try:
        pack = Pack.model_validate(text.value)
    except ValidationError as error:
        text.faults += [text.fault(path, message) for path, message in faults_of(error, Pack)]
        return None
    if pack.name != text.name:
        text.faults.append(text.fault(("name",), f"规则包名 {pack.name} 应与文件夹名 {text.name} 一致"))
    return pack


def _rest(text: PackText) -> tuple[Pack, PackText] | None:
    """Return the pack without the parts that the schema refuses, and where what is left of it stands."""
    try:
        Pack.model_validate(text.value)
    except ValidationError as error:
        refused = {tuple(item["loc"][:2]) for item in error.errors()}
    else:
        return None
    left = PackText(text.name)
    for key, part in text.value.items():
        if isinstance(part, list):
            kept = [at for at in range(len(part)) if (key, at) not in refused]
            left.value[key] = [part[at] for at in kept]
            moved = {old: new for new, old in enumerate(kept)}
            left.places |= _moved(text.places, key, moved)
        elif isinstance(part, dict):
            left.value[key] = {name: item for name, item in part.items() if (key, name) not in refused}
        elif (key,) not in refused:
            left.value[key] = part
    if any(path[:1] == ("term",) for path in refused):
        left.value.pop("indicator", None)  # a name would seem to lead nowhere
    left.places |= {path: place for path, place in text.places.items() if not _is_item(path)}
    for key in ("name", "title", "region"):
        left.value.setdefault(key, text.name)
    try:
        return Pack.model_validate(left.value), left
    except ValidationError:
        return None


def _is_item(path: Path) -> bool:
    return len(path) > 1 and isinstance(path[1], int)


def _moved(
    places: Mapping[Path, tuple[str, int]], key: str, moved: Mapping[int, int]
) -> dict[Path, tuple[str, int]]:
    """Return the places of the items of an array by the numbers that they now have."""
    found: dict[Path, tuple[str, int]] = {}
    for path, place in places.items():
        if _is_item(path) and path[0] == key and path[1] in moved:
            at = path[1]
            assert isinstance(at, int)
            found[(key, moved[at], *path[2:])] = place
    return found
