"""The files that a review can be had in; each is made when it is asked for.

What goes to the unit holds what the reviewer decided: a rejected finding is left out, one to be verified is a question,
an edited wording stands in place of ours. The reviewer's own record, the work sheet and the JSON hold the review as made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePath

from rules.finding import Disposition, Finding
from rules.review import Review
from ui.deciding import Decision
from ui.desk import Desk

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of file: its name on the page, its suffix, its media type, and how it is made.

    ``at_hand`` says whether there is already something to be made of it, beside the review.
    """

    name: str
    suffix: str
    media_type: str
    make: Callable[[Desk, Review], bytes]
    at_hand: Callable[[Desk], bool] = lambda desk: True

    def file_name(self, desk: Desk) -> str:
        """Return what the file is called: after the report, with what it is."""
        return f"{PurePath(desk.name).stem or 'report'}{self.suffix}"


def decided(review: Review, decisions: Callable[[str], Decision]) -> Review:
    """Return the review as the reviewer lets it go out to the unit; ``decisions`` gives the decision on a finding id."""
    kept = []
    for finding in review.findings:
        decision = decisions(finding.id)
        if decision.choice != "reject":
            kept.append(_decided(finding, decision))
    return replace(review, findings=tuple(kept))


def _decided(finding: Finding, decision: Decision) -> Finding:
    if decision.text is not None:
        finding = replace(finding, message=decision.text, suggestion=None)
    if decision.choice == "verify":
        finding = replace(finding, disposition=Disposition.ASK)
    return finding


def _json(desk: Desk, review: Review) -> bytes:
    from ui.commands.options import to_json

    return to_json(review.as_json())


def _sheet(desk: Desk, review: Review) -> bytes:
    from assistant.export.sheet import review_sheet

    return review_sheet(review)


def _opinion(desk: Desk, review: Review) -> bytes:
    from assistant.export.work import opinion_docx

    return opinion_docx(decided(review, desk.decisions.get))


def _questions(desk: Desk, review: Review) -> bytes:
    from assistant.export.work import questions_docx

    return questions_docx(decided(review, desk.decisions.get))


def _record(desk: Desk, review: Review) -> bytes:
    from assistant.export.work import review_docx

    return review_docx(review)


def _marked(desk: Desk, review: Review) -> bytes:
    from assistant.export.marks import marked_pdf

    return marked_pdf(desk.data, decided(review, desk.decisions.get), password=desk.password)


def _is_pdf(desk: Desk) -> bool:
    return desk.document is not None and desk.document.format == "pdf"


def _draft(desk: Desk, review: Review) -> bytes:
    from assistant.export.draft_files import draft_docx

    assert desk.drafted is not None
    return draft_docx(desk.drafted.draft, review, desk.drafted.text)


DRAFT = "draft"
"""The kind that is offered with the draft, not with the review."""

EXPORTS: dict[str, Export] = {
    "opinion": Export("page_export_opinion", "-审核意见.docx", _WORD, _opinion),
    "questions": Export("page_export_questions", "-核实问题清单.docx", _WORD, _questions),
    "pdf": Export("page_export_pdf", "-标注.pdf", "application/pdf", _marked, at_hand=_is_pdf),
    "docx": Export("page_export_docx", "-审核底稿.docx", _WORD, _record),
    "xlsx": Export("page_export_xlsx", "-底稿.xlsx", _EXCEL, _sheet),
    "json": Export("page_export_json", ".json", "application/json", _json),
    DRAFT: Export(
        "page_draft_docx", "-草稿.docx", _WORD, _draft, at_hand=lambda desk: desk.drafted is not None
    ),
}
