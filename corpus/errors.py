"""The exceptions of the program; each further package adds its branch in its own ``errors.py``.

JihengError
├── InputError    the file, folder or text handed in cannot be worked on
├── IndexBusy     another process owns the index folder
└── StoreError    the database or the index cannot do its work

What is wrong *in a report* is never an exception but a value (``rules.finding.Finding``), and so is what could not
be read (``corpus.document.model.ReadIssue``).
"""

from __future__ import annotations


class JihengError(Exception):
    """Anything the program cannot do; ``str()`` is one line in Chinese for the user: what is wrong, what to do."""


class InputError(JihengError):
    """The input cannot be worked on: missing, empty, encrypted, unsupported, corrupt or too large."""


class StoreError(JihengError):
    """The database or the index cannot do its work."""


class IndexBusy(StoreError):
    """Another process owns the embedded index folder."""
