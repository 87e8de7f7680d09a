"""The measuring ground of the checkers: clean reports in many layouts, each with its books as the key."""
