"""Images of narratives: shown with caption and size, and told where they cannot be."""

import struct
import zlib
from pathlib import Path

import pytest

from handbooks import open_files
from plangen.site import fill

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'


def png(width: int, height: int, more: int = 0) -> bytes:
    """A PNG of that size, with so many bytes of comment."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"tEXt", b"x" * more) + chunk(b"IEND", b"")


def shown(root: Path, text: str, page: str = "market") -> str:
    """What a page of a plan with two images holds in the place of its Markdown."""
    files: dict[str, str | bytes] = {"2026/demo/img/门店.png": png(1200, 800), "2026/demo/flow.svg": SVG}
    book = open_files(tmp := root, {**files, f"{page}.md": text}).book(2026)
    assert tmp.is_dir()
    found = next(each for each in book.pages if each.path == f"demo/{page}.md")
    return fill(found.markdown, found.slots)


def told(root: Path, text: str, **more: bytes) -> list[str]:
    """Code and place of what is said of the images of a page."""
    files: dict[str, str | bytes] = {"market.md": text, **{name.replace("_", "."): data for name, data in more.items()}}
    found = [each for each in open_files(root, files).findings if each.code.startswith("PG4") or each.code == "PG811"]
    return [f"{each.code} {each.span.line}:{each.span.column}" for each in found]


def test_an_image_of_its_own_becomes_a_figure(tmp_path: Path) -> None:
    """With its words, its caption, the size of the file, and a link to it in full size."""
    html = shown(tmp_path, '市场\n\n![上海的 <门店>](img/门店.png "门店，5 月")\n\n完\n')
    assert '<figure class="pg-picture">' in html
    assert '<a href="../img/门店.png"><img src="../img/门店.png" alt="上海的 &lt;门店&gt;" width="1200"' in html
    assert 'height="800" loading="lazy"' in html
    assert "<figcaption>门店，5 月</figcaption>" in html
    assert "![" not in html


@pytest.mark.parametrize("braces", ["{width=480}", "{: width=480 }", '{ width="480" }', "{width=480px}"])
def test_a_width_that_is_asked_for(tmp_path: Path, braces: str) -> None:
    """The height keeps the proportions."""
    assert 'width="480" height="320"' in shown(tmp_path, f"![门店](img/门店.png){braces}\n")


def test_svg_and_the_overview(tmp_path: Path) -> None:
    """A drawing has the size that it names; a plan's own page sees the file beside itself."""
    html = shown(tmp_path, "![流程](flow.svg)\n", "index")
    assert 'src="../flow.svg"' not in html
    assert 'src="flow.svg" alt="流程" width="40" height="20"' in html


def test_an_image_in_a_sentence(tmp_path: Path) -> None:
    """Stays in the sentence, and has a size too."""
    html = shown(tmp_path, "看 ![图](flow.svg) 这里\n")
    assert "<figure" not in html
    assert "看 <img" in html
    assert "> 这里" in html


def test_what_is_left_to_markdown(tmp_path: Path) -> None:
    """Images in links lead where the link does; code shows what was typed."""
    html = shown(tmp_path, "[![图](flow.svg)](objectives.md) `![图](flow.svg)`\n\n    ![图](flow.svg)\n")
    assert html.count("![图](flow.svg)") == 3


def test_without_words_the_link_has_a_name(tmp_path: Path) -> None:
    """A screen reader hears the caption, or that it leads to the full size."""
    assert 'aria-label="门店"' in shown(tmp_path, '![](img/门店.png "门店")\n')
    assert 'aria-label="看原图"' in shown(tmp_path, "![](img/门店.png)\n")


def test_broken_images_are_told_at_their_place(tmp_path: Path) -> None:
    """No such file, no image, braces that are no width."""
    text = "![a](gone.png)\n\n市 ![b](org.md)\n\n![d](a.png){width=wide}\n\n![e](a.png){.left}\n"
    assert told(tmp_path, text, a_png=png(4, 4), org_yml=b"roles: {a: {name: A}}\n") == [
        "PG811 1:6",
        "PG417 3:8",
        "PG419 5:12",
        "PG419 7:12",
    ]


def test_a_heavy_image_is_a_warning(tmp_path: Path) -> None:
    """Two megabytes are enough for a page."""
    assert told(tmp_path, "![a](a.png)\n", a_png=png(4, 4, 2_000_001)) == ["PG418 1:6"]
    assert told(tmp_path / "b", "![a](a.png)\n", a_png=png(4, 4, 1_900_000)) == []
