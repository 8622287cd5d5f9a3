"""What measures and the members of counts are called."""

import pytest

from plangen.render.figure_words import measure_word


@pytest.mark.parametrize(
    ("language", "measure", "said"),
    [
        ("zh", "day-05", "5 日"),
        ("en", "day-05", "day 5"),
        ("zh", "day-5x", "day-5x"),
        ("zh", "target", "目标"),
        ("zh", "own-name", "own-name"),
    ],
)
def test_a_day_of_a_month_is_called_as_people_say_it(language: str, measure: str, said: str) -> None:
    """The members of counts by day; without a word a measure is called by its own name."""
    assert measure_word(language, measure) == said
