"""Ordinals of rows and stages are no figures, but are counted again: where they stand, and where they lead back to."""

import re
from collections.abc import Iterator

import pytest

from independent.export import ROOT
from independent.overlays import Leaf, Tree, load
from independent.pages import Page
from independent.reading import Read


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        (r'<th scope="row"[^>]*>2</th>', '<th scope="row">4</th>'),
        (r'<th scope="row"[^>]*>3 ↺ 1</th>', '<th scope="row">2 ↺ 1</th>'),
        (r'<div class="pg-stage__title">2</div>', '<div class="pg-stage__title">3</div>'),
    ],
)
def test_an_ordinal_that_is_not_its_place_is_seen(pages: list[Read], place: str, wrong: str) -> None:
    """Steps are counted again: in their table, and side by side."""
    page, html = next(
        (page, text)
        for page in pages
        if page.name.endswith("procedures/index.html") and re.search(place, text := page.html())
    )
    mutant = Page(re.sub(place, wrong, html, count=1))
    assert list(Read(page.site, page.year, page.name, mutant, page.content).orphans())


def test_steps_lead_back_where_the_files_say(pages: list[Read]) -> None:
    """The steps of each procedure counted in its file: in the table of all, in its own, and side by side."""
    seen = 0
    for page in pages:
        if page.name.endswith("/procedures/index.html"):
            plan = f"content/{page.name.removesuffix('index.html').rstrip('/')}.yml"
            loops = sorted(_loops(load(ROOT, ROOT / plan)))
            seen += len(loops)
            cells = [cell.text.strip() for cell in page.page.cells]
            assert sorted(re.findall(r"(\d+) ↺ (\d+)", "\n".join(cells))) == sorted([*loops, *loops]), page.name
            drawn = re.findall(r"^↺ 回到第 (\d+) 步$", "\n".join(cells), re.MULTILINE)
            assert sorted(drawn) == sorted(back for _, back in loops), page.name
    assert seen > 5


def _loops(procedures: dict[str, Tree]) -> Iterator[tuple[str, str]]:
    """From which step to which, by their places."""
    for procedure in procedures.values():
        steps = procedure.get("steps", {}) if isinstance(procedure, dict) else {}
        assert isinstance(steps, dict)
        for place, step in enumerate(steps.values(), start=1):
            back = step.get("back_to") if isinstance(step, dict) else None
            if isinstance(back, Leaf):
                yield str(place), str([*steps].index(back.text) + 1)
