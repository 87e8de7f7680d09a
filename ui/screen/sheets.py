"""The report itself: page images where it has pages, its text otherwise; the page's script lays the marks over it."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.labels import Language
from corpus.document.model import Block, BlockKind, Document, PageInfo, Table
from ui.messages import Words, words
from ui.screen.markup import Html, element

_HEADINGS = 6


def sheets(document: Document, source: str, lang: Language = "zh") -> Html:
    """Return the whole report, page by page or block by block.

    ``source`` is the address under which the images of its pages are found (``…/1.png``).
    """
    say = words(lang)
    paged = bool(document.pages)
    body = [_page(page, source, say) for page in document.pages] if paged else list(_blocks(document))
    return element(
        "div",
        _tools(document, paged, say),
        element("div", class_="jh-bar", aria_live="polite"),
        element("div", class_="jh-crops", hidden=True),
        element("div", body, class_="jh-sheets" if paged else "jh-sheets jh-text", tabindex="0"),
        class_="jh-report",
        data_format=document.format,
        data_paged=paged,
    )


def _tools(document: Document, paged: bool, say: Words) -> Html:
    name = element("span", document.name, class_="jh-file", title=document.name)
    if not paged:
        return element("div", name, class_="jh-tools")

    def tool(act: str, face: str) -> Html:
        return element(
            "button",
            face,
            type="button",
            data_act=act,
            title=say(f"page_{act}"),
            aria_label=say(f"page_{act}"),
        )

    number = element(
        "input",
        type="number",
        min="1",
        max=str(len(document.pages)),
        value="1",
        class_="jh-page-number",
        aria_label=say("page_number"),
    )
    return element(
        "div",
        name,
        element("span", tool("previous", "‹"), number, f"/ {len(document.pages)}", tool("next", "›")),
        element("span", tool("smaller", "−"), tool("fit", say("page_fit")), tool("larger", "＋")),
        element(
            "button",
            say("page_coverage"),
            type="button",
            data_act="coverage",
            aria_pressed="false",
            title=say("page_coverage_hint"),
        ),
        class_="jh-tools",
    )


def _page(page: PageInfo, source: str, say: Words) -> Html:
    printed = page.label if page.label not in (None, str(page.number)) else None
    words_ = (
        say("page_printed", label=printed, page=page.number)
        if printed
        else say("page_physical", page=page.number)
    )
    return element(
        "figure",
        element(
            "div",
            element("img", src=f"{source}/{page.number}.png", alt=words_, loading="lazy", draggable="false"),
            class_="jh-paper",
            style=f"aspect-ratio: {page.width:.2f} / {page.height:.2f}",
        ),
        element("figcaption", words_),
        class_="jh-sheet",
        data_page=str(page.number),
        data_width=f"{page.width:.2f}",
        data_height=f"{page.height:.2f}",
    )


def _blocks(document: Document) -> Iterator[Html]:
    """Yield every block; each stretch of text says where in the document's text it begins."""
    for block in document.blocks:
        if block.table is not None:
            yield _table(block.table, document)
        else:
            name = f"h{min(block.level or 1, _HEADINGS)}" if block.kind is BlockKind.HEADING else "p"
            yield element(
                name,
                document.text[block.start : block.end],
                data_start=str(block.start),
                class_=_class_of(block),
            )


def _class_of(block: Block) -> str | None:
    return f"jh-{block.kind}" if block.kind in (BlockKind.CAPTION, BlockKind.CONTENTS) else None


def _table(table: Table, document: Document) -> Html:
    rows: dict[int, list[Html]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(
            element(
                "th" if cell.row < table.header_rows else "td",
                document.text[cell.start : cell.end],
                data_start=str(cell.start),
                rowspan=str(cell.row_span) if cell.row_span > 1 else None,
                colspan=str(cell.column_span) if cell.column_span > 1 else None,
            )
        )
    lines = [element("tr", rows.get(row, [])) for row in range(table.rows)]
    return element("div", element("table", lines), class_="jh-table")
