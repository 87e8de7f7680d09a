"""What the page fetches beside Gradio: it hands in a report, and gets page images, marks and files of results.

A report is kept in memory only; no file of it is written. An address holds the unguessable id of its desk.
"""

from __future__ import annotations

from importlib.resources import files
from urllib.parse import quote, unquote

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, Response

from assistant.labels import Language
from corpus.errors import InputError, JihengError
from rules.review import Review
from ui.desk import Desk, Desks
from ui.english import told
from ui.exports import DRAFT, EXPORTS
from ui.materials import put_beside
from ui.messages import words
from ui.screen.coverage import coverage_marks
from ui.screen.intro import LARGEST_MEGABYTES

REPORTS = "/report"
LOOKS = "/look"
_LARGEST = LARGEST_MEGABYTES * 1024 * 1024
_LONGEST_NAME = 200
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_PICTURES = {"png": "image/png", "jpg": "image/jpeg"}
"""Formats of a report that is the image of its one page already."""
_PRIVATE = {"Cache-Control": "private, max-age=3600"}


def page_address(desk: Desk) -> str:
    """Return the address under which the images of a report's pages are found (``…/1.png``)."""
    return f"{REPORTS}/{desk.id}/page"


def file_addresses(desk: Desk, lang: Language) -> list[tuple[str, str]]:
    """Return the name and the address of every file of results."""
    say = words(lang)
    offered = [(kind, export) for kind, export in EXPORTS.items() if kind != DRAFT and export.at_hand(desk)]
    return [(say(export.name), f"{REPORTS}/{desk.id}/file/{kind}") for kind, export in offered]


def draft_address(desk: Desk) -> str:
    """Return the address of the draft as a file."""
    return f"{REPORTS}/{desk.id}/file/{DRAFT}"


def routes(desks: Desks, lang: Language) -> APIRouter:
    """Return the routes; ``lang`` is that of messages."""
    say = words(lang)
    router = APIRouter()

    def desk_of(desk_id: str) -> tuple[Desk, Review]:
        desk = desks.find(desk_id)
        if desk is None or desk.review is None:
            raise InputError(say("page_gone"))
        return desk, desk.review

    @router.post(REPORTS)
    async def hand_in(request: Request) -> Response:
        data = await _body(request)
        if data is None:
            return _failed(say("page_too_large", most=LARGEST_MEGABYTES), 413)
        if not data:
            return _failed(say("page_empty"), 400)
        name = unquote(request.headers.get("x-file-name", ""))[-_LONGEST_NAME:].strip()
        return JSONResponse({"desk": desks.open(name or say("page_unnamed"), data).id})

    @router.post(f"{REPORTS}/sample")
    def hand_in_sample() -> Response:
        from ui.demo import sample

        with sample() as path:
            return JSONResponse({"desk": desks.open(path.name, path.read_bytes()).id})

    @router.post(f"{REPORTS}/{{desk_id}}/material")
    async def hand_in_material(desk_id: str, kind: str, request: Request) -> Response:
        data = await _body(request)
        if not data:
            return _failed(
                say("page_empty" if data == b"" else "page_too_large", most=LARGEST_MEGABYTES), 400
            )
        name = unquote(request.headers.get("x-file-name", ""))[-_LONGEST_NAME:].strip()
        try:
            desk, _ = desk_of(desk_id)
            await run_in_threadpool(put_beside, desk, kind, name or say("page_unnamed"), data, say)
        except JihengError as error:
            return _failed(told(error, lang), 400)
        return JSONResponse({"desk": desk.id})

    @router.delete(f"{REPORTS}/{{desk_id}}/material/{{sha256}}")
    def take_away(desk_id: str, sha256: str) -> Response:
        try:
            desk, _ = desk_of(desk_id)
        except JihengError as error:
            return _failed(told(error, lang), 404)
        desk.remove(sha256)
        return JSONResponse({"desk": desk.id})

    @router.get(f"{REPORTS}/{{desk_id}}/page/{{page}}.png")
    def page_image(desk_id: str, page: int) -> Response:
        from corpus.readers import render

        try:
            desk, review = desk_of(desk_id)
            if review.document.format in _PICTURES:
                return Response(desk.data, media_type=_PICTURES[review.document.format], headers=_PRIVATE)
            image = desk.image(page, lambda: render.page_image(desk.data, page, password=desk.password))
        except JihengError as error:
            return _failed(str(error), 404)
        return Response(image, media_type="image/png", headers=_PRIVATE)

    @router.get(f"{REPORTS}/{{desk_id}}/coverage")
    def coverage(desk_id: str) -> Response:
        try:
            _, review = desk_of(desk_id)
        except JihengError as error:
            return _failed(str(error), 404)
        return JSONResponse(coverage_marks(review), headers=_PRIVATE)

    @router.get(f"{REPORTS}/{{desk_id}}/file/{{kind}}")
    def result_file(desk_id: str, kind: str) -> Response:
        export = EXPORTS.get(kind)
        try:
            desk, review = desk_of(desk_id)
            if export is None or not export.at_hand(desk):
                raise InputError(say("page_gone"))
            data = export.make(desk, review)
        except JihengError as error:
            return _failed(str(error), 404)
        return attachment(data, export.file_name(desk), export.media_type)

    @router.get(f"{LOOKS}/{{name}}")
    def look(name: str) -> Response:
        return _asset(name)

    @router.get("/favicon.ico")
    def favicon() -> Response:
        return _asset("mark.svg")

    return router


async def _body(request: Request) -> bytes | None:
    """Return what was sent; None where it is too large."""
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > _LARGEST:
            return None
    return bytes(data)


def attachment(data: bytes, name: str, media_type: str) -> Response:
    """Return a file to be saved under a name that may be Chinese."""
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(
        data, media_type=media_type, headers={"Content-Disposition": disposition, "Cache-Control": "no-store"}
    )


def _asset(name: str) -> Response:
    suffix = name[name.rfind(".") :]
    entry = files("ui") / "assets" / name
    if "/" in name or suffix not in _TYPES or not entry.is_file():
        return Response(status_code=404)
    return Response(entry.read_bytes(), media_type=_TYPES[suffix], headers={"Cache-Control": "no-cache"})


def _failed(message: str, status: int) -> Response:
    return JSONResponse({"error": message}, status_code=status)
