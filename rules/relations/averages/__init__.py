"""Averages and prices: what a word says is taken over people, things or days, times their number, is an amount."""
