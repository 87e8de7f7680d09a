"""How the page's own script meets Gradio: a component hands its ``trigger`` and ``server`` over by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gradio as gr

EVENT: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private", "trigger_mode": "multiple"}
"""How every event of the page is handled. Gradio's own mode drops an event that comes while the one before is not
quite over, although its result is on the screen already: a question would be lost, and the page would wait for ever.
"""


def panel(
    name: str,
    *,
    events: tuple[str, ...] = (),
    functions: tuple[Callable[..., Any], ...] = (),
    value: str = "",
) -> gr.HTML:
    """Return a component for HTML that is escaped already, known to the page's script by its name.

    ``${value}`` puts the value in as it is; the other way of writing it, in double braces, would have Gradio evaluate
    a ``${…}`` inside the value as script. ``events`` are those that the script may trigger.
    """
    script = (
        f"(window.jihengParts ??= {{}})['{name}'] = "
        f"{{element, trigger, server: typeof server === 'undefined' ? {{}} : server, events: {list(events)!r}}};"
        f"watch('value', () => document.dispatchEvent(new CustomEvent('jiheng:changed', {{detail: '{name}'}})));"
        f"document.dispatchEvent(new CustomEvent('jiheng:changed', {{detail: '{name}'}}));"
    )
    return gr.HTML(
        value,
        html_template="${value}",
        js_on_load=script,
        server_functions=list(functions) or None,
        apply_default_css=False,
        elem_id=f"jh-part-{name}",
        elem_classes=["jh-part"],
    )
