"""Did you mean: what is near enough, how many, in which order, in which words."""

import pytest

from plangen.values.near import asked, did_you_mean, nearest


def test_the_nearest_comes_first_and_three_are_enough() -> None:
    """One letter is wrong, then two, then three; a fourth that is near too is left out."""
    known = ["dealer-abc", "dealer-a", "dealer-ab", "dealer-abcd", "shop"]
    assert nearest("dealer", known) == ("dealer-a", "dealer-ab", "dealer-abc")


@pytest.mark.parametrize("known", [["own-store", "own-stores"], ["own-stores", "own-store", "own-store"]])
def test_the_order_of_what_is_known_changes_nothing(known: list[str]) -> None:
    """Neither does a name that is known twice."""
    assert nearest("own-stor", known) == ("own-store", "own-stores")


def test_what_is_not_near_is_not_named() -> None:
    """Half of the letters is the least; an empty name and the name itself are no answers."""
    assert nearest("abcd", ["abxy"]) == ("abxy",)
    assert nearest("abcd", ["axyz", "", "abcd"]) == ()


def test_the_question_in_both_languages() -> None:
    """It ends the sentence of a finding; without a near name there is none."""
    assert did_you_mean("delaer", ["dealer"]) == ("，是不是“dealer”？", "; did you mean “dealer”?")
    assert asked("delaer", ["shop"]) == {"hint_zh": "", "hint_en": ""}
