"""The draft of a desk: made from the review, edited by a person, held against the report again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, get_args

from assistant.labels import Language
from corpus.errors import InputError
from ui.messages import words

if TYPE_CHECKING:
    from assistant.drafting.draft import Draft
    from assistant.drafting.edited import Mark
    from rules.review import Review

LONGEST = 60_000


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft with its text as it now stands, and what the guard holds against it."""

    draft: Draft
    text: str
    marks: tuple[Mark, ...]


def new_draft(review: Review, section: Any, voice: Any, lang: Language) -> Drafted:
    """Draft a section of the reviewed report in a voice. Raises: InputError for what there is none of."""
    from assistant.drafting.composing import draft
    from assistant.drafting.draft import Sections
    from assistant.drafting.paper import Voice

    if section not in get_args(Sections) or voice not in get_args(Voice):
        raise InputError(words(lang)("page_bad_draft"))
    made = draft(review, section, voice)
    return _checked(Drafted(made, made.text, ()), review)


def edited(drafted: Drafted, review: Review, text: str, lang: Language) -> Drafted:
    """Return the draft with another text, checked. Raises: InputError for one that is too long."""
    if len(text) > LONGEST:
        raise InputError(words(lang)("page_draft_too_long", most=LONGEST))
    return _checked(replace(drafted, text=text.replace("\r\n", "\n")), review)


def _checked(drafted: Drafted, review: Review) -> Drafted:
    from assistant.drafting.edited import check_edited

    return replace(drafted, marks=check_edited(drafted.text, review, drafted.draft.voice))
