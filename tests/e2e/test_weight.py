"""How much a page of the published example weighs, packed as a server packs it: a size, which no machine changes."""

from pathlib import Path

from benchmarks.weight import MOST, loaded, sections

FILES = 90_000


def test_pages_of_sections_are_light(example: Path) -> None:
    """All of both years, that with more than five hundred numbers in sixteen tables too."""
    weights = sections(example / "site")
    assert len(weights) > 80
    assert {url: size for url, size in weights.items() if size > MOST} == {}


def test_styles_and_scripts_before_the_first_chart_are_light(example: Path) -> None:
    """The theme's and ours together; the chart library is not among them (test_chart_life.py)."""
    for url in sections(example / "site"):
        files = loaded(example / "site" / url / "index.html")
        assert sum(size for _, size in files.values()) <= FILES, url
        assert {name: count for name, (count, _) in files.items()} == {"link": 3, "script": 2}
