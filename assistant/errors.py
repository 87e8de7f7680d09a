"""The branch of ``assistant`` on the tree of exceptions drawn in ``corpus.errors``.

JihengError
├── SettingsError    a setting or ``jiheng.toml`` is wrong
├── QuestionError    there is no question, or it is too long
├── EngineError      an answering engine is unavailable or off its schema
├── TrainingError    an exercise, its key or the answers to it cannot be used
└── ExportError      a result cannot be written where the user wants it
"""

from __future__ import annotations

from corpus.errors import JihengError


class SettingsError(JihengError):
    """A setting has a value that cannot be used; names the setting, its place and what would be right."""


class QuestionError(JihengError):
    """There is no question in what was asked, or it is longer than a question can be."""


class EngineError(JihengError):
    """An answering engine cannot be reached, refuses, or answers off its schema."""


class TrainingError(JihengError):
    """An exercise cannot be made where it was asked for, its key is not held, or the answers have no right shape."""


class ExportError(JihengError):
    """A result cannot be written to the named place; what stood there before is untouched."""
