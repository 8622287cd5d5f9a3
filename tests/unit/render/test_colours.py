"""The colours of the styles themselves: readable on what they stand on, and told apart by every sort of eye."""

import re
from collections.abc import Iterator
from itertools import combinations

import pytest

from plangen.render.templates import template_dir
from unit.render.colours import DEUTERANOPIA, PROTANOPIA, TRITANOPIA, Matrix, apart, contrast

MEANINGS = ("link", "good", "bad", "unset", "changed", "sealed")
MEMBERS = "123456"
READABLE = 4.5


def _palettes() -> Iterator[dict[str, str]]:
    """The colours of the light and of the dark palette, by the names that styles use."""
    css = (template_dir() / "assets/plangen.css").read_text(encoding="utf-8")
    for scheme in (r"body, body\[data-md-color-scheme\]", r'body\[data-md-color-scheme="slate"\]'):
        block = re.search(scheme + r" \{(.*?)\n\}", css, re.DOTALL)
        assert block is not None
        yield dict(re.findall(r"--pg-([\w-]+): (#[0-9a-f]{3,6});", block[1]))


LIGHT, DARK = _palettes()
both = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def test_both_palettes_have_the_same_colours() -> None:
    """A colour that one of them lacks would be the other's there."""
    assert LIGHT.keys() == DARK.keys()
    assert {*MEANINGS, "ink", "ink-2", "ink-3"} < LIGHT.keys()


@both
def test_words_are_readable(colours: dict[str, str]) -> None:
    """Text on the page and on rows that are set off; words with a meaning on the page and on their own ground."""
    pairs = [(name, ground) for name in ("ink", "ink-2", "ink-3") for ground in ("bg", "surface")]
    pairs += [(name, ground) for name in MEANINGS for ground in ("bg", f"{name}-bg")]
    assert [pair for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < READABLE] == []


@both
def test_labels_are_readable_on_members(colours: dict[str, str]) -> None:
    """Each of the six, and what shares the rest."""
    assert [slot for slot in f"0{MEMBERS}" if contrast(colours[f"m{slot}"], colours[f"m{slot}-ink"]) < READABLE] == []


@both
@pytest.mark.parametrize(
    ("seen", "least"),
    [(None, 15), (PROTANOPIA, 15), (DEUTERANOPIA, 15), (TRITANOPIA, 11.5)],
    ids=["all cones", "protanopia", "deuteranopia", "tritanopia"],
)
def test_members_are_told_apart(colours: dict[str, str], seen: Matrix | None, least: float) -> None:
    """Any two of the six, with and without each sort of cone."""
    pairs = combinations(MEMBERS, 2)
    assert [pair for pair in pairs if apart(colours[f"m{pair[0]}"], colours[f"m{pair[1]}"], seen) < least] == []


def test_colours_that_are_not_told_apart_are_found() -> None:
    """A red and a green of one lightness differ for most eyes, and hardly for those without the middle cone."""
    assert apart("#b8860b", "#7a9a01") > 5 > apart("#b8860b", "#7a9a01", DEUTERANOPIA)
    assert contrast("#fff", "#000") == pytest.approx(21)
    assert contrast("#fff", "#888") < READABLE
