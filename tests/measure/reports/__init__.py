"""The clean reports: each module writes one in the style of one place, with its books."""
