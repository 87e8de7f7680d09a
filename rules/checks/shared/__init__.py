"""Checkers of rules that are only data: a card names one in ``checker`` and says in ``data`` what it looks for.

Each module holds the ``Data`` that it wants and ``check(context, card, data)``. ``rules.by_card`` is where they are
listed; a card of a user's pack reaches them the same way as one of ours.
"""
