"""Values → escaped HTML for the page; pure functions, no Gradio here."""
