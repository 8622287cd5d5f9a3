"""The files that all years share: what is published of them, under which names, and how much a reader loads."""

import gzip
import re

import pytest

from plangen.site.assets import asset_bytes, asset_files

OURS = [key for key in asset_files() if key != "plotly"]
MOST = 28_000
"""Bytes of plangen's own scripts and styles, packed; with the theme's 60 kB they stay below 90 kB."""


def published(key: str) -> str:
    """What is published of a file of ours."""
    return asset_bytes(asset_files()[key][1]).decode()


@pytest.mark.parametrize("key", OURS)
def test_files_go_out_without_comments_and_indents(key: str) -> None:
    """Comments are for who changes the file."""
    source, text = asset_files()[key][1].read_text(encoding="utf-8"), published(key)
    assert 0 < len(text) < len(source)
    assert not re.search(r"/\*[^\"]|\n\s", text)


@pytest.mark.parametrize("key", [key for key in OURS if key.endswith(".js")])
def test_words_of_scripts_stay(key: str) -> None:
    """Every quoted Chinese word is there as it was written."""
    words = re.findall(r'"([^"\n]*[\u4e00-\u9fff][^"\n]*)"', asset_files()[key][1].read_text(encoding="utf-8"))
    assert [word for word in words if word not in published(key)] == []


def test_what_newer_style_sheets_need_stays() -> None:
    """A space before a pseudo-class means what is inside; sums need their spaces."""
    assert ".pg :focus-visible{" in published("assets/plangen.css")
    assert re.search(r"calc\(100vh - var\(--pg-top, ?0px\) - 2rem\)", published("assets/plangen-table.css"))


def test_a_reader_loads_little_before_the_first_chart() -> None:
    """All of ours together, each packed as a server does."""
    sizes = {key: len(gzip.compress(asset_bytes(asset_files()[key][1]), 9)) for key in OURS}
    assert sum(sizes.values()) <= MOST, sizes
