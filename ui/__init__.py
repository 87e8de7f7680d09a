"""How does a person see and do it? The command line and the Gradio pages."""
