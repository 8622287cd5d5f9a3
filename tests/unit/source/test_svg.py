"""SVG images are published only where they are drawings: opened in full size they are pages of the site."""

from pathlib import Path

import pytest

from handbooks import codes, open_files

DRAWING = """\
<?xml version="1.0" encoding="UTF-8"?>
<!-- drawn by hand -->
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">
  <style>.a { fill: url("#g") }</style>
  <defs><linearGradient id="g"/></defs>
  <rect class="a" width="40" height="20" style="stroke:url(#g)"/>
  <use href="#g"/><text>订单</text>
</svg>
"""


def found(root: Path, text: str) -> list[str]:
    """What is said of a plan that has this SVG."""
    return codes(open_files(root, {"flow.svg": text.encode()}))


def test_a_drawing_is_taken(tmp_path: Path) -> None:
    """With styles, gradients and references inside itself."""
    assert found(tmp_path, DRAWING) == []


@pytest.mark.parametrize(
    "more",
    [
        "<script>run()</script>",
        "<g onclick='run()'/>",
        "<foreignObject/>",
        "<a href='x'/>",
        "<animate attributeName='href' to='javascript:run()'/>",
        "<image href='https://example.com/a.png'/>",
        "<image href='other.png'/>",
        "<style>@import 'https://example.com/a.css'</style>",
        "<style>@\\69mport 'https://example.com/a.css'</style>",
        "<rect fill='url(https://example.com/a.svg#x)'/>",
        "<rect fill='url( \"//example.com/a.svg#x\")'/>",
        "<h:script xmlns:h='http://www.w3.org/1999/xhtml'/>",
        "<rect",
    ],
)
def test_more_than_a_drawing(tmp_path: Path, more: str) -> None:
    """Whatever would run, or load something from elsewhere, or cannot be read."""
    assert found(tmp_path, DRAWING.replace("<text>", f"{more}<text>")) == ["PG607"]


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE svg [<!ENTITY a 'b'>]>" + DRAWING.partition("?>")[2],
        "<?xml-stylesheet href='https://example.com/a.css'?>" + DRAWING.partition("?>")[2],
        DRAWING.replace("UTF-8", "GB18030"),
        "<html xmlns='http://www.w3.org/1999/xhtml'/>",
        "",
    ],
)
def test_other_documents(tmp_path: Path, text: str) -> None:
    """Declarations, style sheets from elsewhere, encodings that a browser would read in another way, other roots."""
    assert found(tmp_path, text) == ["PG607"]


def test_another_encoding(tmp_path: Path) -> None:
    """What a browser would read as UTF-16 is not read as anything else here."""
    assert codes(open_files(tmp_path, {"flow.svg": DRAWING.encode("utf-16")})) == ["PG607"]
