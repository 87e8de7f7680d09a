"""The packs at hand: those of the program and the user's own folders; damaged ones are left out and named."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from rules.errors import PackError
from rules.fault import Fault
from rules.pack import Packs, packs
from rules.pack_check import pack_faults
from rules.pack_model import Pack, Policy
from rules.pack_reading import MAIN, PackRead, read_folder


def open_packs(home: Path | None = None, chosen: Iterable[str] = ()) -> Packs:
    """Return the program's packs with those below ``home`` and those ``chosen``, each by name or by folder.

    A damaged pack below ``home`` is left out and named in ``left_out``; one that was chosen is an error.
    Raises: PackError for a chosen pack that is not there or is damaged.
    """
    held = dict(packs())
    left_out: list[str] = []
    for read, faults in _sound_first(home, held):
        if read.pack is None or faults:
            left_out.append(summary(read.name, faults))
        else:
            held[read.name] = read.pack
    names: list[str] = []
    for item in chosen:
        names.append(_folder(Path(item), held) if _is_path(item) else item)
        if names[-1] not in held:
            damaged = next((words for words in left_out if words.startswith(f"规则包 {item} ")), None)
            raise PackError(
                damaged or f"没有名为 {item} 的规则包；可用的：{'、'.join(held)}，或给出规则包文件夹"
            )
    return Packs(held, tuple(dict.fromkeys(names)), tuple(left_out))


def check_folder(folder: Path, home: Path | None = None) -> tuple[Pack | None, tuple[Fault, ...]]:
    """Return the pack in a folder and everything that is wrong in it.

    Raises: PackError where there is no such folder.
    """
    if not folder.is_dir():
        raise PackError(f"没有文件夹 {folder.name}")
    read, faults = _checked(folder.resolve(), dict(open_packs(home).available))
    return read.pack, faults


def summary(name: str, faults: tuple[Fault, ...]) -> str:
    """Say in one line what is wrong with a pack."""
    more = f"；另有 {len(faults) - 3} 处" if len(faults) > 3 else ""
    return f"规则包 {name} 有 {len(faults)} 处错误，未启用：{'；'.join(map(str, faults[:3]))}{more}"


def _sound_first(home: Path | None, held: dict[str, Pack]) -> Iterable[tuple[PackRead, tuple[Fault, ...]]]:
    """Read the user's folders, each after the one that it lies over."""
    if home is None or not home.is_dir():
        return
    waiting = sorted(entry for entry in home.iterdir() if (entry / MAIN).is_file())
    while waiting:
        ready = [entry for entry in waiting if _over(entry) in (None, *held)] or waiting
        for entry in ready:
            waiting.remove(entry)
            yield _checked(entry, held)


def _over(folder: Path) -> str | None:
    read = read_folder(folder)
    return None if read.pack is None else read.pack.over


def _checked(folder: Path, held: dict[str, Pack]) -> tuple[PackRead, tuple[Fault, ...]]:
    others = {name: pack for name, pack in held.items() if name != folder.name or name in packs()}
    documents: dict[str, Policy] = {item.id: item for pack in others.values() for item in pack.document}
    read = read_folder(folder, documents)
    faults = list(read.faults)
    if read.name in packs() and not _is_shipped(folder):
        faults.append(Fault(MAIN, None, f"规则包名 {read.name} 为程序所用，请另取名"))
    if read.rest is not None:
        pack, text = read.rest
        faults += pack_faults(pack, text, {k: v for k, v in others.items() if k != read.name})
    return read, tuple(sorted(faults, key=lambda fault: (fault.file != MAIN, fault.file, fault.line or 0)))


def _folder(folder: Path, held: dict[str, Pack]) -> str:
    if not folder.is_dir():
        raise PackError(f"没有规则包文件夹 {folder}")
    read, faults = _checked(folder.resolve(), held)
    if read.pack is None or faults:
        raise PackError(summary(read.name, faults))
    held[read.name] = read.pack
    return read.name


def _is_path(item: str) -> bool:
    return "/" in item or "\\" in item or item.startswith(".")


def _is_shipped(folder: Path) -> bool:
    """Say whether a folder is that of a pack of the program."""
    return folder.resolve().parent == Path(str(files("rules"))).resolve() / "packs"
