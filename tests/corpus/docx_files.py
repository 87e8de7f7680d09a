"""Word files for tests, from raw WordprocessingML where python-docx has no way to write what Word writes."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def run(text: str, properties: str = "") -> str:
    """Return a w:r."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """Return a w:p; plain words are put into a run."""
    inner = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def numbered(text: str, num_id: int, level: int = 0) -> str:
    """Return a paragraph with an automatic number."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>')


def cell(content: str, properties: str = "") -> str:
    """Return a w:tc with one paragraph, or with the given block elements."""
    inner = content if content.startswith(("<w:p", "<w:tbl")) else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Return a w:tr."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, properties: str = "") -> str:
    """Return a w:tbl."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def level(index: int, number_format: str, text: str, extra: str = "") -> str:
    """Return a w:lvl of a list definition."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def build(
    *blocks: str,
    lists: dict[int, str] | None = None,
    overrides: dict[int, str] | None = None,
    styles: str = "",
    footnotes: dict[int, str] | None = None,
    endnotes: dict[int, str] | None = None,
) -> bytes:
    """Return a .docx. ``lists`` maps a numId to the levels of its list, ``overrides`` to a w:lvlOverride."""
    document = docx.Document()
    body = document.element.body
    for child in parse_xml(f"<w:body {NAMES}>{''.join(blocks)}</w:body>"):
        body.insert(len(body) - 1, child)
    if lists:
        root = document.part.numbering_part.element
        for child in list(root):
            root.remove(child)
        abstract = "".join(
            f'<w:abstractNum w:abstractNumId="{n}">{levels}</w:abstractNum>' for n, levels in lists.items()
        )
        nums = "".join(
            f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/>{(overrides or {}).get(n, "")}</w:num>'
            for n in lists
        )
        for child in parse_xml(f"<w:numbering {NAMES}>{abstract}{nums}</w:numbering>"):
            root.append(child)
        if overrides:
            for n in set(overrides) - set(lists):
                base = min(lists)
                num = f'<w:num {NAMES} w:numId="{n}"><w:abstractNumId w:val="{base}"/>{overrides[n]}</w:num>'
                root.append(parse_xml(num))
    for child in parse_xml(f"<w:styles {NAMES}>{styles}</w:styles>"):
        document.styles.element.append(child)
    _add_notes(document, "footnote", footnotes or {}, CT.WML_FOOTNOTES, RT.FOOTNOTES)
    _add_notes(document, "endnote", endnotes or {}, CT.WML_ENDNOTES, RT.ENDNOTES)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _add_notes(document, kind: str, notes: dict[int, str], content_type: str, relation: str) -> None:  # type: ignore[no-untyped-def]
    if not notes:
        return
    inner = f'<w:{kind} w:id="-1" w:type="separator"><w:p><w:r><w:t>分隔线</w:t></w:r></w:p></w:{kind}>'
    inner += "".join(f'<w:{kind} w:id="{n}">{paragraph(text)}</w:{kind}>' for n, text in notes.items())
    blob = f"<w:{kind}s {NAMES}>{inner}</w:{kind}s>".encode()
    part = Part(PackURI(f"/word/{kind}s.xml"), content_type, blob, document.part.package)
    document.part.relate_to(part, relation)


def repack(data: bytes, **changed: bytes) -> bytes:
    """Return the file with entries of the archive replaced or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename not in changed:
                new.writestr(entry, old.read(entry))
        for name, content in changed.items():
            new.writestr(name, content)
    return buffer.getvalue()
