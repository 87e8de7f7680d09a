"""What people have worked out about reports, kept in the database: what they decided about findings.

A report is known by what it is, not by its file: the whole-department report of a unit for a year is the same report in
its next version. So a decision is there again when the report is handed in anew, in another process or on another day.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

import sqlalchemy as sa

from corpus.database import Database, storable
from rules.finding import Finding, fingerprint
from rules.review import Review

_ONE_A_YEAR = "department_self_evaluation"
"""The kind of document of which a unit writes one a year."""

_FIGURE = re.compile(r"\d[\d,.]*")

metadata = sa.MetaData()
_decisions = sa.Table(
    "decisions",
    metadata,
    sa.Column("report", sa.Text, primary_key=True),
    sa.Column("finding", sa.String(24), primary_key=True),
    sa.Column("likeness", sa.String(24), nullable=False),
    sa.Column("choice", sa.String(16)),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("text", sa.Text),
    sa.Column("decided", sa.DateTime(timezone=True), nullable=False),
)


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about a finding, when (None: not yet kept), and what other findings it is like.

    ``choice`` is adopt, reject, verify or None (only noted); ``text`` the wording to be sent, where it was edited;
    ``likeness`` what the finding has in common with the one of the report's next version whose figures differ.
    """

    finding: str
    likeness: str
    choice: str | None
    reason: str = ""
    note: str = ""
    text: str | None = None
    decided: datetime.datetime | None = None

    @property
    def empty(self) -> bool:
        """Say whether nothing is decided any more."""
        return self.choice is None and not self.note and self.text is None


class Workspace(Database):
    """The decisions; every method is one transaction. Raises: StoreError where the database fails."""

    def decisions(self, report: str) -> list[Decided]:
        """Return what was decided about the findings of a report (see ``report_key``), the oldest first."""
        table = _decisions
        query = sa.select(*(column for column in table.c if column.name != "report"))
        with self._transaction() as connection:
            rows = connection.execute(
                query.where(table.c.report == report).order_by(table.c.decided)
            ).mappings()
            return [Decided(**row) for row in rows]

    def decide(self, report: str, made: Decided) -> None:
        """Keep a decision in place of an earlier one; one that is taken back altogether leaves nothing behind."""
        table = _decisions
        row = {
            "report": report,
            "finding": made.finding,
            "likeness": made.likeness,
            "choice": made.choice,
            "reason": storable(made.reason),
            "note": storable(made.note),
            "text": storable(made.text),
            "decided": datetime.datetime.now(datetime.UTC),
        }
        with self._transaction() as connection:
            connection.execute(
                table.delete().where(table.c.report == report, table.c.finding == made.finding)
            )
            if not made.empty:
                connection.execute(table.insert(), row)


def report_key(review: Review) -> str:
    """Return what a report is known by: unit and year where a unit writes one such report a year, else its content."""
    if review.kind == _ONE_A_YEAR and review.unit_name and review.year:
        return f"{review.kind} {review.year} {review.unit_name}"
    return review.document.sha256


def likeness(finding: Finding) -> str:
    """Return what stays of a finding when its figures change: rule, title without figures, table row or section."""
    place = finding.evidence[0] if finding.evidence else None
    where = (place.row or place.section or "") if place is not None else ""
    return fingerprint(finding.rule, _FIGURE.sub("", finding.title), _FIGURE.sub("", where))
