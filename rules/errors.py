"""The branch of ``rules`` on the tree of exceptions drawn in ``corpus.errors``."""

from __future__ import annotations

from corpus.errors import JihengError


class UnitMismatch(JihengError):
    """A caller joined figures of different dimensions: a fault of the program, not of the report."""


class PackError(JihengError):
    """A rule pack or card is damaged; says file, line and what was expected."""


class FormulaError(PackError):
    """A formula of a pack cannot be read; says at which character, and what was expected."""
