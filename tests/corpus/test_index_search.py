"""Fusing two rankings: each normalised, half and half, and why each passage is there."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.index.search import search

HITS = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.floats(0.01, 50)), max_size=8, unique_by=lambda hit: hit[0]
)


def test_what_both_methods_find_stands_above_what_one_finds() -> None:
    dense = [("both", 0.92), ("meaning", 0.91), ("far", 0.70)]
    words = [("both", 9.0), ("words", 8.0), ("weak", 1.0)]
    found = search(dense, words)
    assert found[0].id == "both"
    assert found[0].score == pytest.approx(1.0)
    assert [hit.id for hit in found] == ["both", "meaning", "words", "weak"]


def test_each_method_counts_half_whatever_its_scale() -> None:
    found = {hit.id: hit.score for hit in search([("a", 0.9), ("b", 0.8)], [("b", 900.0), ("c", 90.0)])}
    assert found == {"a": pytest.approx(0.5), "b": pytest.approx(0.5), "c": pytest.approx(0.05)}


def test_one_method_alone_decides_where_the_other_is_silent() -> None:
    assert [hit.id for hit in search([], [("a", 3.0), ("b", 2.0), ("c", 1.0)])] == ["a", "b", "c"]
    assert [hit.id for hit in search([("a", 0.9)], [])] == ["a"]
    assert search([], []) == []


def test_each_hit_says_what_found_it() -> None:
    found = {hit.id: hit for hit in search([("a", 0.93)], [("b", 4.5)])}
    assert found["a"].why == "语义相近度 0.93"
    assert found["b"].why == "关键词得分 4.50"
    both = search([("a", 0.93)], [("a", 4.5)])[0]
    assert both.why == "关键词得分 4.50，语义相近度 0.93"


@given(HITS, HITS)
def test_scores_lie_between_nought_and_one_and_fall(
    dense: list[tuple[str, float]], words: list[tuple[str, float]]
) -> None:
    scores = [hit.score for hit in search(dense, words)]
    assert all(0 < score <= 1 + 1e-9 for score in scores)
    assert scores == sorted(scores, reverse=True)


@given(HITS, HITS, st.randoms(use_true_random=False))
def test_the_order_in_which_hits_come_does_not_matter(
    dense: list[tuple[str, float]], words: list[tuple[str, float]], chance: Random
) -> None:
    before = [(hit.id, hit.score) for hit in search(dense, words)]
    chance.shuffle(dense)
    chance.shuffle(words)
    assert [(hit.id, hit.score) for hit in search(dense, words)] == before
