"""Plans as PDF files, printed by an installed Chromium through the command line."""

import re
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from e2e.paper import words_on
from e2e.publishing import once, plangen
from sample import copy_unit

pytestmark = pytest.mark.browser
NAME = "2025.adhesives.east-china.pdf"


@pytest.fixture(scope="module")
def printed(shared: Path, browser_path: str) -> Path:
    """A handbook of one unit, one plan of which is printed twice: `one/` and `two/`."""

    def make(root: Path) -> None:
        copy_unit(root)
        for out in ("one", "two"):
            call = (
                "-C",
                root,
                "export",
                "--format",
                "pdf",
                "adhesives/east-china/",
                "adhesives/east-china",
                "--out",
                root / out,
            )
            done = plangen(*call, PLANGEN_BROWSER=browser_path)
            assert done.returncode == 0, done.stderr
            assert re.fullmatch(rf".*{NAME}（\d+ 页）\n", done.stdout)  # named twice, printed once

    return once(shared, "printed", make)


@pytest.fixture(scope="module")
def paper(printed: Path) -> PdfReader:
    """The file, read."""
    return PdfReader(printed / "one" / NAME)


def text(paper: PdfReader, page: int) -> str:
    """The words of one page, counted from 0."""
    return normalize("NFKC", paper.pages[page].extract_text())


def headings(paper: PdfReader) -> list[str]:
    """The chapters in the file's outline."""
    return [normalize("NFKC", str(each.title)) for each in paper.outline if not isinstance(each, list)]


def test_cover_and_feet(paper: PdfReader) -> None:
    """A cover without head and foot; then every page says what it is of, when, and which of how many."""
    cover = text(paper, 0)
    assert [
        word for word in ("华东区域市场开发计划", "2025 现行", "经营计划手册", "2026-01-05") if word not in cover
    ] == []
    assert "1 / " not in cover
    count = len(paper.pages)
    assert count > 15
    for number in range(1, count):
        said = text(paper, number)
        assert f"{number + 1} / {count}" in said
        assert "截至 2026-01-05" in said


def test_contents_say_the_page(paper: PdfReader) -> None:
    """Each chapter stands on the page that the contents give, with that chapter in the running head."""
    contents = "\n".join(text(paper, number) for number in (1, 2, 3))
    found = re.findall(r"^(\d+) (\S+) (\d+)$", contents, re.MULTILINE)
    assert len(found) > 15
    for number, title, page in found:
        said = text(paper, int(page) - 1)
        assert re.search(rf"{number}\s+{re.escape(title)}", said), (title, page)


def test_outline(paper: PdfReader) -> None:
    """The outline has the chapters in the order of the document, each once and under its number; parts are below."""
    chapters = headings(paper)[1:]
    assert [each.split()[0] for each in chapters] == [str(number) for number in range(1, len(chapters) + 1)]
    assert chapters[0] == "1 概览"
    assert "目标" in chapters[2]
    parts = [part for part in paper.outline if isinstance(part, list)]
    below = [str(each.title) for part in parts for each in part if not isinstance(each, list)]
    assert any(re.match(r"3\.1 ", each) for each in below)


def test_every_chart_is_drawn(paper: PdfReader, printed: Path) -> None:
    """No table stands for a chart that was not drawn, and the words inside the drawings are there, in Chinese.

    What only leads to other pages is not printed.
    """
    said = words_on((printed / "one" / NAME).read_bytes())
    assert "数据表" not in said
    assert "打印" not in text(paper, 0)
    assert "谁用到这一页" not in said
    assert [word for word in ("实际 817.2", "业务员丁", "1,092.0") if word not in said] == []


def test_tagged_and_at_home(paper: PdfReader) -> None:
    """Readers aloud find a structure and a language; no link leads to the machine that printed."""
    root = paper.root_object
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]).startswith("zh")
    annotations = [a.get_object() for page in paper.pages for a in page.get("/Annots", [])]
    targets = [str(a["/A"].get("/URI", "")) for a in annotations if "/A" in a]
    assert [each for each in targets if "127.0.0.1" in each or each.startswith("file")] == []


def test_two_prints_are_one_file(printed: Path) -> None:
    """Byte for byte; nothing else is left in the folder."""
    one, two = ((printed / each / NAME).read_bytes() for each in ("one", "two"))
    assert one == two
    assert [path.name for path in (printed / "one").iterdir()] == [NAME]
    told = PdfReader(BytesIO(one)).metadata
    assert told
    assert str(told["/CreationDate"]).startswith("D:20260105")
