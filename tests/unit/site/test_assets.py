"""The files that all years share: what is published of them, and under which names."""

import gzip
import re

import pytest

from plangen.site.assets import SCRIPT, STYLE, asset_bytes, asset_files, theme_dir

OURS = [key for key in asset_files() if key != "plotly"]


def published(key: str) -> str:
    """What is published of a file of ours."""
    return asset_bytes(asset_files()[key][1]).decode()


def written(key: str) -> str:
    """The same as it is in the theme."""
    return "\n".join(path.read_text(encoding="utf-8") for path in asset_files()[key][1])


@pytest.mark.parametrize("key", OURS)
def test_files_go_out_without_comments_and_indents(key: str) -> None:
    """Comments are for who changes the file."""
    source, text = written(key), published(key)
    assert 0 < len(text) < len(source)
    assert not re.search(r"/\*[^\"]|\n\s", text)


@pytest.mark.parametrize("key", [key for key in OURS if key.endswith(".js")])
def test_words_of_scripts_stay(key: str) -> None:
    """Every quoted Chinese word is there as it was written."""
    words = re.findall(r'"([^"\n]*[\u4e00-\u9fff][^"\n]*)"', written(key))
    assert [word for word in words if word not in published(key)] == []


def test_what_newer_style_sheets_need_stays() -> None:
    """A space before a pseudo-class means what is inside; sums need their spaces."""
    assert ".pg :focus-visible{" in published(STYLE)
    assert re.search(r"calc\(100vh - var\(--pg-top, ?0px\) - 2rem\)", published(STYLE))


def test_every_page_loads_one_style_sheet_and_one_script() -> None:
    """All files of the theme that bear the name, in their order: print styles last; together they pack better."""
    for key, pattern in ((STYLE, "plangen*.css"), (SCRIPT, "plangen-*.js")):
        sources = asset_files()[key][1]
        assert set(sources) == set(theme_dir().rglob(pattern))
        whole, apart = packed(asset_bytes(sources)), sum(packed(asset_bytes((each,))) for each in sources)
        assert whole < 0.85 * apart
    names = [path.stem for path in asset_files()[STYLE][1]]
    assert (names[0], names[-1]) == ("plangen", "plangen-print")


def packed(data: bytes) -> int:
    """Bytes as a server sends them."""
    return len(gzip.compress(data, 9))
