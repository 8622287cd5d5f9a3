"""Images of narratives: shown with caption and size, and told where they cannot be."""

import struct
import zlib
from pathlib import Path

import pytest

from handbooks import open_files
from plangen.findings import message
from plangen.site import fill
from plangen.workspace import open_handbook

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


GIF = b"GIF89a" + struct.pack("<HH", 1, 1) + b"\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"
WEBP = b"RIFF" + struct.pack("<I", 4 + 8 + 6) + b"WEBP" + b"VP8L" + struct.pack("<I", 6) + b"\x2f\0\0\0\0\0"
THUMB = b"\xff\xe1" + struct.pack(">H", 2 + 6) + b"Exif\xff\xd9"
JPEG = b"\xff\xd8" + THUMB + b"\xff\xda" + struct.pack(">H", 4) + b"\1\2" + b"pixels" + b"\xff\xd9"
WHOLE = {"a.png": png(40, 20), "a.gif": GIF, "a.webp": WEBP, "a.jpg": JPEG, "a.jpeg": JPEG, "a.svg": SVG}


def codes_of(root: Path, name: str, data: bytes) -> list[str]:
    """Code and place of all that is said of a plan whose narrative shows a file, in its third line."""
    found = open_files(root, {f"2026/demo/{name}": data, "market.md": f"看\n\n![x]({name})\n"}).findings
    told = (each for each in found if each.code[:3] in ("PG4", "PG6", "PG8"))
    return [f"{each.code} {each.span.file.rpartition('/')[2]}:{each.span.line}:{each.span.column}" for each in told]


@pytest.mark.parametrize("name", WHOLE)
def test_an_image_that_breaks_off_is_told_at_its_file_and_where_it_is_shown(tmp_path: Path, name: str) -> None:
    """Wherever it breaks off; whole it is nothing to tell, nor is it with bytes behind its end."""
    data = WHOLE[name]
    assert codes_of(tmp_path / "whole", name, data) == []
    code = "PG607" if name == "a.svg" else "PG604"
    for length in (0, 3, len(data) // 2, len(data) - 1):
        said = codes_of(tmp_path / str(length), name, data[:length])
        assert sorted(said) == ["PG425 market.md:3:6", f"{code} {name}:1:1"], length
    if name in ("a.png", "a.jpg", "a.webp"):
        assert codes_of(tmp_path / "more", name, data + b"more") == []


@pytest.mark.parametrize(
    ("name", "data"), [("a.png", JPEG), ("a.jpg", png(4, 4)), ("a.PNG", png(4, 4)), ("a.svg", b"<svg onload='x'/>")]
)
def test_an_image_of_another_kind_is_told_where_it_is_shown(tmp_path: Path, name: str, data: bytes) -> None:
    """Than its name says, with a name that is refused, with more than a drawing."""
    said = codes_of(tmp_path, name, data)
    assert "PG425 market.md:3:6" in said
    assert len(said) == 2


def test_an_image_that_may_not_be_read(tmp_path: Path) -> None:
    """A link to a file, or a folder of that name, in the place of an image; seen from the page's address too."""
    files: dict[str, str | bytes] = {"market.md": "![x](a.png) ![y](../b.png)\n", "2026/demo/b.png/c.md": "x\n"}
    root = tmp_path / "handbook"
    open_files(root, files)
    (root / "content/2026/demo/a.png").symlink_to(tmp_path)
    found = open_handbook(root).findings
    assert [f"{each.span.line}:{each.span.column}" for each in found if each.code == "PG425"] == ["1:6", "1:18"]
    first = next(each for each in found if each.code == "PG425")
    assert message(first) == "图片“a.png”读不出来，页面上看不到它（PG601）"
    assert [span.file for span, _ in first.related] == ["content/2026/demo/a.png"]
