"""Notes below tables: by which rule a whole and its quarters follow from what stands above."""

from collections.abc import Iterator

from plangen.sections.objectives.rolling import method, rounded
from plangen.sections.objectives.split import Split
from plangen.views import Line, Words


def how_it_rolls_up(split: Split) -> Iterator[Line]:
    """The rule over members and the rule over time, where parts do not simply add up."""
    word = split.scope.word
    if not split.adds_up and split.rolls_up:
        (zh, en), rounding = method(split, split.over_members), rounded(split, split.over_members)
        yield (
            Words(
                word(
                    "整体：{more}{rounding}",
                    "whole: {more}{rounding}",
                    more=(zh, en),
                    rounding=(rounding[0], rounding[1]),
                ),
                "muted",
            ),
        )
    if split.holds_levels:
        zh, en = method(split, split.over_time)
        yield (Words(word("各季度、全期：{more}", "quarters and the whole period: {more}", more=(zh, en)), "muted"),)
