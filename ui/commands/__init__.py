"""The commands, one module a family; ``ui.cli`` puts them together."""
