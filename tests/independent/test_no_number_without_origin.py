"""Every number in tables, cards, charts and sentences of the example's pages names its figure, and says what it is."""

import json
import re
import subprocess
from collections import Counter
from pathlib import Path

from independent.built import Site
from independent.changes import rows_of
from independent.charts import problems
from independent.conftest import PLANGEN
from independent.dues import dues_of
from independent.export import ROOT
from independent.forms import authored, orphans
from independent.home_counts import HOME, home_counts
from independent.pages import texts
from independent.reading import Read
from independent.sources import tally
from independent.staff_pages import STAFF, counted


def test_no_number_is_without_origin(pages: list[Read]) -> None:
    """Tables, cards, strips, trees: all. Sentences: what is no count of the page's own things."""
    found = [orphan for page in pages for orphan in page.orphans()]
    assert found == []
    zones = Counter(piece.zone for page in pages for cell in page.page.cells for piece in cell.pieces if piece.address)
    assert zones["table"] > 500
    assert zones["card"] > 50
    assert zones["sentence"] > 50


def test_numbers_are_what_their_figures_are(pages: list[Read]) -> None:
    """Each, rounded half up to the decimals that are shown."""
    assert [wrong for page in pages for wrong in page.disagreements()] == []


def test_numbers_of_charts_name_their_figures(pages: list[Read]) -> None:
    """What a point says, how long its bar is, what is written beside it; for wide and narrow screens."""
    drawn = [(page, data) for page in pages for data in page.page.charts]
    assert [problem for page, data in drawn for problem in problems(data, page.year, page.site.figures)] == []
    assert len(drawn) > 20


def test_labels_of_charts_stand_in_their_tables(pages: list[Read]) -> None:
    """A label with digits is the beginning of a cell that says the same, or a declared form."""
    content = authored()
    for page in pages:
        cells = ["".join(cell.text.split()) for cell in page.page.cells]
        for data in page.page.charts:
            labels = [text for path, text in texts(json.loads(data)) if ".ticktext" in path or ".labels" in path]
            for each in labels:
                text = re.sub(" <b>.*</b>$", "", each).replace("<br>", " ")  # a total behind a name, a second line
                label = "".join(text.split())
                if orphans(text, content):
                    assert any(cell.startswith(label.rstrip("…")) for cell in cells), (page.name, label)


def test_counts_of_things_are_counted_again(pages: list[Read]) -> None:
    """Plans, scenarios, open findings and unset values: counted in the files and in what `plangen check` says."""
    told = {
        (page.year, piece.tally, piece.text.strip())
        for page in pages
        for cell in page.page.cells
        for piece in cell.pieces
        if piece.tally
    }
    wrong = [each for each in told if _again(pages[0].site, each[0], each[1]) != int(each[2])]
    assert wrong == []
    known = {
        "plans", "scenarios", "unset", "gaps", "waived", "findings", "ledger", "edits", "follows", "cards", "sources",
        "dues", *STAFF, *(HOME - {"reported"}),
    }  # fmt: skip
    assert {tally.split()[0] for _, tally, _ in told} == known


def _again(site: Site, year: int, counted: str) -> int:
    kind, *words = counted.split()
    elsewhere = _elsewhere(site, year, kind, words)
    if elsewhere is not None:
        return elsewhere
    which, chapter = (*words, "", "")[:2]
    mine = [each for each in site.findings if each["year"] in (year, None)]
    open_ = [each for each in mine if each["level"] != "info" and each["year"] == year and not each["scenario"]]
    match kind:
        case "plans":
            return len(list((ROOT / f"content/{which or year}").rglob("plan.yml")))
        case "scenarios":
            return len(_scenarios(year))
        case "findings":
            return sum(each["code"] == which for each in mine)
        case "ledger":
            states = {"": "", "overdue": "已过期", "undeclared": "没有人认领", "unset": "等未定的数"}
            return sum(states[which] in row for row in _ledger(site, year))
        case "waived":
            return sum(each["waived"] for each in mine)
        case "gaps" if which:
            told = [Path(each["file"]) for each in open_]
            inside = [file for file in told if file.parent.as_posix() == f"content/{year}/{which}"]
            waiting = [] if chapter else [row for row in _untold(site, year) if f'"../{which}/"' in row]
            return sum(chapter in ("", file.stem) for file in inside) + len(waiting)
        case "gaps":
            return sum(len(Path(each["file"]).parts) > 3 for each in open_) + len(_untold(site, year))
    files = (
        (ROOT / f"content/{year}/{which}").glob(f"{chapter or '*'}.yml")
        if which
        else (ROOT / f"content/{year}").rglob("*.yml")
    )
    typed = sum(
        len(re.findall(r"[:,\[] *(?:待定|TBD)(?= *(?:[,}\]#\n]|$))", file.read_text("utf-8"))) for file in files
    )
    return typed + _awaited(year, which, chapter)


def _elsewhere(site: Site, year: int, kind: str, words: list[str]) -> int | None:
    """What pages of their own list: changes, the calendar, the source documents."""
    if kind in ("edits", "follows", "cards"):
        return rows_of(site.root, year, kind, words)
    if kind == "dues":
        return dues_of(site.root, year, *words)
    if kind in STAFF:
        return counted(site.root, ROOT, site.findings, year, [kind, *words])
    if kind in HOME:
        return home_counts(ROOT, year, kind, site.figures)
    return _sources(year, words[0], " ".join(words[1:])) if kind == "sources" else None


def _awaited(year: int, plan: str, chapter: str) -> int:
    """The rows of actuals by address whose number is not known yet, in a plan and section or in all."""
    folder = ROOT / f"content/{year}" / plan
    files = folder.glob("actuals/*.csv") if plan else folder.rglob("actuals/*.csv")
    rows = [row.split(",") for file in files for row in file.read_text("utf-8").splitlines()]
    return sum("待定" in row and row[0].startswith(f"{chapter}/" if chapter else "") for row in rows)


def _sources(year: int, what: str, which: str) -> int:
    """Of the items without a source (an item is what a kind says it is) `plangen sources` tells, else the files."""
    if what not in ("unnamed", "entries"):
        return tally(ROOT, year, what, which)
    command = [PLANGEN, "-C", str(ROOT), "sources", "--format", "json", "--year", str(year)]
    plans = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["plans"]
    row = next(each for each in plans if each["plan"] == which)
    return int(row["without_source" if what == "unnamed" else "items"])


def _scenarios(year: int) -> list[str]:
    """The scenarios of a year, as `handbook.yml` lists them."""
    head = (ROOT / "content/handbook.yml").read_text("utf-8")
    found = re.search(rf"^  {year}: .*scenarios: \{{([^}}]*)\}}", head, re.MULTILINE)
    return found[1].split(",") if found else []


def _ledger(site: Site, year: int) -> list[str]:
    """The rows of a year's gap ledger."""
    page = (site.root / f"{year}/gaps/index.html").read_text(encoding="utf-8")
    return re.findall(r'<tr class="pg-body".*?</tr>', page, re.DOTALL)


def _untold(site: Site, year: int) -> list[str]:
    """Those that no warning and no error speaks of: declared and in time, or waiting for what is not set."""
    return [row for row in _ledger(site, year) if "未关闭" in row or "等未定的数" in row]


def test_the_panel_knows_every_number(pages: list[Read]) -> None:
    """The data file of a page has every figure that the page names."""
    for page in pages:
        html = page.html()
        found = re.search(r'name="plangen-origins" content="([^"#]+)', html)
        names = {piece.address for cell in page.page.cells for piece in cell.pieces if piece.address}
        if names:
            assert found, page.name
            data = ((page.site.root / page.name).parent / found[1]).resolve().read_text(encoding="utf-8")
            known, _ = json.loads(f"[{data.removeprefix('plangenOrigins(').rstrip().removesuffix(');')}]")
            assert {name for name in names if known.get(name, [None] * 3)[2] is None} == set(), page.name
