"""How much a page of the published example weighs, packed as a server packs it: a size, which no machine changes."""

from pathlib import Path

from benchmarks.weight import loaded, sections

HTML, FILES = 12 * 1024, 90_000
HEAVIEST = {"2026/adhesives/east-china/objectives"}
"""More than five hundred numbers, each with its address: sixteen tables of a plan that is broken down by three axes."""


def test_pages_of_sections_are_light(example: Path) -> None:
    """All but one, of both years."""
    weights = sections(example / "site")
    assert len(weights) > 80
    assert {url for url, size in weights.items() if size > HTML} <= HEAVIEST


def test_styles_and_scripts_before_the_first_chart_are_light(example: Path) -> None:
    """The theme's and ours together; the chart library is not among them (test_chart_life.py)."""
    for url in sections(example / "site"):
        files = loaded(example / "site" / url / "index.html")
        assert sum(size for _, size in files.values()) <= FILES, url
        assert {name: count for name, (count, _) in files.items()} == {"link": 3, "script": 2}
