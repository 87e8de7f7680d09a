"""What the page shows before there is a report: where to put one, and what will happen to it."""

from __future__ import annotations

from assistant.labels import Language
from rules.pack import NATIONAL
from ui.messages import Words, words
from ui.packs import packs_at_hand
from ui.screen.markup import Html, element

SUFFIXES = (".pdf", ".docx", ".xlsx", ".txt", ".png", ".jpg", ".jpeg")
LARGEST_MEGABYTES = 100


def intro(lang: Language = "zh") -> Html:
    """Return the place for a report with its few options."""
    say = words(lang)
    return element(
        "div",
        element("h1", say("page_welcome")),
        element("p", say("page_promise"), class_="jh-promise"),
        element(
            "label",
            element("input", type="file", accept=",".join(SUFFIXES), class_="jh-choose-file"),
            element("strong", say("page_drop")),
            element("span", say("page_formats", most=LARGEST_MEGABYTES)),
            class_="jh-drop",
            data_suffixes=list(SUFFIXES),
            data_most=LARGEST_MEGABYTES * 1024 * 1024,
            data_wrong_kind=say("page_wrong_kind"),
            data_too_large=say("page_too_large", most=LARGEST_MEGABYTES),
            data_lost=say("page_lost"),
        ),
        element("details", element("summary", say("page_options")), _options(say), class_="jh-options"),
        element("button", say("page_sample"), type="button", class_="jh-sample"),
        element("p", say("page_local"), class_="jh-dim"),
        class_="jh-intro",
    )


def _options(say: Words) -> Html:
    regions = [
        element("option", pack.region, value=name)
        for name, pack in packs_at_hand().available.items()
        if name != NATIONAL
    ]
    return element(
        "div",
        element(
            "label",
            say("page_year"),
            element(
                "input",
                name="year",
                inputmode="numeric",
                maxlength="4",
                placeholder=say("page_year_auto"),
                autocomplete="off",
            ),
        ),
        element(
            "label",
            say("page_region"),
            element(
                "select", element("option", say("page_region_national"), value=""), regions, name="region"
            ),
        ),
        element(
            "label",
            say("page_password"),
            element("input", name="password", type="password", autocomplete="off"),
        ),
        class_="jh-option-fields",
    )
