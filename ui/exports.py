"""The files that a review can be had in; each is made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of file: its name on the page, its suffix, its media type, and how it is made."""

    name: str
    suffix: str
    media_type: str
    make: Callable[[Desk], bytes]

    def file_name(self, desk: Desk) -> str:
        """Return what the file is called: after the report, with what it is."""
        return f"{PurePath(desk.name).stem or 'report'}{self.suffix}"


def _json(desk: Desk) -> bytes:
    from ui.commands.options import to_json

    assert desk.review is not None
    return to_json(desk.review.as_json())


def _sheet(desk: Desk) -> bytes:
    from assistant.export.sheet import review_sheet

    assert desk.review is not None
    return review_sheet(desk.review)


EXPORTS: dict[str, Export] = {
    "json": Export("page_export_json", ".json", "application/json", _json),
    "xlsx": Export(
        "page_export_xlsx",
        "-底稿.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _sheet,
    ),
}
