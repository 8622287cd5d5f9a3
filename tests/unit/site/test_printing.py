"""What is printed, and by which browser."""

from datetime import date
from pathlib import Path

import pytest

from plangen.render.pdf import settled
from plangen.site.printing.browser import PrintFailed, find_browser, print_page
from plangen.site.printing.paper import for_paper, numbered
from programs import ended, program


def test_the_named_browser_and_no_other(tmp_path: Path) -> None:
    """A browser that is named and missing is not replaced by one that nobody asked for."""
    program(tmp_path / "chromium", "")
    path = str(tmp_path)
    assert find_browser({"PATH": path}).browser == tmp_path / "chromium"
    assert find_browser({"PATH": path, "PLANGEN_BROWSER": str(tmp_path / "chromium")}).browser == tmp_path / "chromium"
    missing = find_browser({"PATH": path, "PLANGEN_BROWSER": "brave"})
    assert (missing.browser, missing.places) == (None, ("brave",))


def test_what_was_looked_for_is_told(tmp_path: Path) -> None:
    """Every command, and the places of Windows where it names them."""
    looked = find_browser({"PATH": str(tmp_path), "PROGRAMFILES": "C:/Programs"})
    assert looked.browser is None
    assert {"chromium", "google-chrome", "C:/Programs/Microsoft/Edge/Application/msedge.exe"} <= set(looked.places)


def test_a_browser_that_does_not_print(tmp_path: Path) -> None:
    """Its last words are told; a file that is no PDF is nothing."""
    silent = program(tmp_path / "a", "sys.exit(3)")
    words = program(tmp_path / "b", "sys.exit('no display')")
    wrong = program(tmp_path / "c", "open(sys.argv[-2].partition('=')[2], 'w').write('<html>')")
    for browser, said in (
        (silent, "exit 3"),
        (words, "no display"),
        (wrong, "exit 0"),
        (tmp_path / "gone", "No such file"),
    ):
        with pytest.raises(PrintFailed, match=said):
            print_page(browser, "http://127.0.0.1/", tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()


def test_nothing_is_left_running(tmp_path: Path) -> None:
    """A browser that hangs is ended with the helpers that it has started."""
    helper = f"open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    hangs = program(tmp_path / "a", f"subprocess.run([sys.executable, '-c', '''import os, time; {helper}'''])")
    with pytest.raises(PrintFailed, match="2 s"):
        print_page(hangs, "http://127.0.0.1/", tmp_path / "out.pdf", seconds=2)
    pid = int((tmp_path / "pid").read_text(encoding="utf-8"))
    assert ended(pid)


PAGE = (
    '<style media="print">@page{@top-right{content:"头"}@bottom-left{content:"手册"}}</style>'
    '<a href="#a">里</a><a class="x" href="../b/">外</a><a xlink:href="../b/">图</a>'
    '<a href="https://c.d/">远</a><link href="../e.css">'
    '<a href="http://[">无</a>'
    '<svg><a xlink:href="../b/">图</a></svg>'
    '<a href="#a.b"><span class="pg-contents__page" data-of="a.b"></span></a>'
)


def test_links_out_of_a_printed_document() -> None:
    """They lead to the published pages; where nobody knows where these are they are no links."""
    published = for_paper(PAGE, "https://plan.example/2026/sales/print.html", "")
    assert (
        '<a class="x" href="https://plan.example/2026/b/">外</a><a xlink:href="https://plan.example/2026/b/">图</a>'
        in published
    )
    alone = for_paper(PAGE, "", "")
    assert '<a class="x">外</a><a>图</a>' in alone
    for page in (published, alone):
        assert '<a href="#a">里</a>' in page
        assert '<a href="https://c.d/">远</a><link href="../e.css"><a href="http://[">无</a>' in page


def test_the_revision_stands_in_the_foot() -> None:
    """Behind what stands there; without one the foot stays."""
    assert '@bottom-left{content:"手册\\003000修订\\0000201a2b"}' in for_paper(PAGE, "", "修订 1a2b")
    assert for_paper(PAGE, "", "").count('{content:"手册"}') == 1


def test_numbers_come_into_the_contents() -> None:
    """Those that are known; a second printing replaces them."""
    once = numbered(PAGE, {"a.b": 12})
    assert 'data-of="a.b">12</span>' in once
    assert 'data-of="a.b">9</span>' in numbered(once, {"a.b": 9})
    assert 'data-of="a.b"></span>' in numbered(once, {})


def test_two_prints_are_one_file() -> None:
    """What the browser counts and when it printed is taken out; every byte keeps its place."""
    form = "%PDF-1.4 /ID (node000011{}) /Headers [(node000011{}) (node00000007)] /CreationDate (D:{}+00'00')"
    one, other = form.format("24", "24", "20261129152817"), form.format("25", "25", "20261130080000")
    made = [settled(each.encode(), date(2026, 1, 5)) for each in (one, other)]
    assert made[0] == made[1]
    assert len(made[0]) == len(one)
    assert b"(D:20260105000000+00'00')" in made[0]
    assert b"/ID (node00000002) /Headers [(node00000002) (node00000001)]" in made[0]
