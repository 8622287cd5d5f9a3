"""An existing site with the plugin added: its pages stay as they are, byte for byte."""

import logging
import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

import plangen
from mkdocs_plangen import plugin as module
from plangen.findings import Finding
from plangen.site.codes import BUSY
from plangen.values.span import Span
from unit.site.books import book

PAGES = {
    "index.md": "# Home\n\nSee [about](about.md).\n\n!!! note\n    not an admonition here\n\n## 标题\n\nx^2^ {: .a }\n",
    "about.md": "title: About us\n\n# About\n\n{{ not/ours }}\n\n- a\n\n```plan-table\nfrom: x\n```\n",
    "deep/page.md": "# Deep\n\n[about](../about.md)\n",
    "style.css": "a { color: red }\n",
    "data.csv": "a,b\n1,2\n",
}
THEMES = {"material": "theme: {name: material}\n", "mkdocs": "theme: mkdocs\n"}

WHOLE_SITE = {"sitemap.xml", "sitemap.xml.gz", "search/search_index.json"}
"""What tells of all pages, and so of the plan's too."""


class Handbook:
    """What the plugin asks of a workspace."""

    years = (2025, 2026)
    current_year = 2025
    findings: tuple[Finding, ...] = ()
    asked: tuple[int, ...] = ()

    def __init__(self, root: Path, folder: str) -> None:
        self.is_empty = not (root / folder / "handbook.yml").is_file()

    def book(self, year: int, _beside: tuple[int, ...]) -> plangen.Book:
        """The hand-made book."""
        type(self).asked += (year,)
        return book(year)


@pytest.fixture(autouse=True)
def workspace(monkeypatch: pytest.MonkeyPatch) -> type[Handbook]:
    """The stand-in for reading a handbook."""
    fresh = type("Fresh", (Handbook,), {})
    monkeypatch.setattr(plangen, "open_handbook", fresh, raising=False)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    return fresh


def existing_site(folder: Path, extra: str = "") -> Path:
    """A small site that knows nothing of plans; returns its configuration."""
    for name, text in PAGES.items():
        (folder / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(f"site_name: Existing\nsite_url: https://example.org/\n{extra}", encoding="utf-8")
    return config


def add_plan(folder: Path) -> None:
    """A handbook's source files."""
    (folder / "2025").mkdir(parents=True)
    (folder / "handbook.yml").write_text("format: 1\n", encoding="utf-8")
    for name in ("plan.yml", "market.md", "actuals.csv", "a.png"):
        (folder / "2025" / name).write_text("name: x\n", encoding="utf-8")


def built(config: Path, *, plugin: dict[str, object] | None) -> dict[str, bytes]:
    """Every file of the site built with or without the plugin and these settings of it."""
    out = config.parent / ("with" if plugin is not None else "without")
    settings = load_config(str(config), site_dir=str(out))
    if plugin is not None:
        ours = module.PlangenPlugin()
        assert ours.load_config(plugin) == ([], [])
        settings.plugins["plangen"] = ours
    build(settings)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_without_a_plan_nothing_changes(tmp_path: Path, theme: str, caplog: pytest.LogCaptureFixture) -> None:
    """Without a plan nothing changes."""
    config = existing_site(tmp_path, theme)
    with caplog.at_level(logging.INFO):
        assert built(config, plugin={}) == built(config, plugin=None)
    assert [r.getMessage() for r in caplog.records if "plangen" in r.name] == [
        "plangen: no plan in 'content', nothing added"
    ]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("urls", ["", "use_directory_urls: false\n"], ids=["folders", "files"])
def test_with_a_plan_beside_it_its_pages_stay(tmp_path: Path, theme: str, urls: str) -> None:
    """With a plan beside it its pages stay."""
    config = existing_site(tmp_path, theme + urls)
    (tmp_path / "docs" / "index.md").rename(tmp_path / "docs" / "index2.md")
    add_plan(tmp_path / "content")
    before, after = built(config, plugin=None), built(config, plugin={})
    assert {name for name in before if before[name] != after.get(name)} <= WHOLE_SITE
    added = set(after) - set(before)
    assert {"index.html", "adhesives/index.html", "adhesives/objectives/index.html", "adhesives/img/a.png"} <= added
    assert not [name for name in added if name.endswith((".yml", ".csv", ".md", "2025/a.png"))]
    assert b"1,092" in after["adhesives/index.html"]


def test_the_plan_may_lie_in_the_pages_folder(tmp_path: Path) -> None:
    """Sources are taken out; the site's own pages, styles and even its CSV files stay."""
    config = existing_site(tmp_path, "theme: {name: material}\n")
    before = built(config, plugin=None)
    add_plan(tmp_path / "docs" / "plans")
    after = built(config, plugin={"content": "docs/plans"})
    assert {name for name in before if before[name] != after[name]} <= WHOLE_SITE
    assert not [name for name in after if "2025" in name or "handbook" in name]


def test_a_page_of_the_site_wins_over_the_plans(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A page of the site wins over the plans."""
    config = existing_site(tmp_path, "theme: {name: material}\n")
    (tmp_path / "docs" / "adhesives" / "objectives").mkdir(parents=True)
    (tmp_path / "docs" / "adhesives" / "objectives" / "index.md").write_text("# Mine\n", encoding="utf-8")
    before = built(config, plugin=None)
    add_plan(tmp_path / "content")
    caplog.clear()
    after = built(config, plugin={})
    for name in ("index.html", "adhesives/objectives/index.html"):
        assert after[name] == before[name]
    warned = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    told = [text for text in warned if text.startswith("plangen: ")]
    assert [re.findall("'([a-z/]+[.]html)'", text) for text in told] == [["adhesives/objectives/index.html"]]


def test_a_site_with_a_home_page_of_its_own_is_built_with_strict(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Every existing site has one: the log says so, and nothing warns."""
    config = existing_site(tmp_path, "theme: {name: material}\nstrict: true\n")
    (tmp_path / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    (tmp_path / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    add_plan(tmp_path / "content")
    with caplog.at_level(logging.INFO):
        assert b"Home" in built(config, plugin={})["index.html"]
    told = [record for record in caplog.records if "the site's own page 'index.html' stays" in record.getMessage()]
    assert [record.levelno for record in told] == [logging.INFO]


def test_shared_files_come_along(tmp_path: Path) -> None:
    """Shared files come along."""
    config = existing_site(tmp_path, "theme: {name: material}\n")
    add_plan(tmp_path / "content")
    after = built(config, plugin={})
    html = after["adhesives/objectives/index.html"].decode()
    plotly = next(name for name in after if name.startswith("_assets/plotly-"))
    assert f"../../{plotly}" in html
    assert not [name for name in after if name.startswith(("assets/plangen", "plangen_theme"))]


def test_the_page_for_lost_addresses_finds_the_index(tmp_path: Path) -> None:
    """It stands in the root of the site, which has no folder for the year."""
    config = existing_site(tmp_path, "theme: material\n")
    add_plan(tmp_path / "content")
    lost = built(config, plugin={"search": True})["404.html"].decode()
    assert 'id="pg-lost"' in lost
    assert 'data-year=""' in lost


@pytest.mark.parametrize(("setting", "year"), [({}, 2025), ({"year": 2026}, 2026)])
def test_one_year_is_built(tmp_path: Path, workspace: type[Handbook], setting: dict[str, object], year: int) -> None:
    """One year is built."""
    config = existing_site(tmp_path)
    add_plan(tmp_path / "content")
    built(config, plugin=setting)
    assert workspace.asked == (year,)


def test_an_unknown_year_or_an_error_ends_the_build_before_the_site_is_emptied(
    tmp_path: Path, workspace: type[Handbook]
) -> None:
    """An unknown year or an error ends the build before the site is emptied."""
    config = existing_site(tmp_path)
    add_plan(tmp_path / "content")
    before = built(config, plugin={})
    with pytest.raises(MkDocsException):
        built(config, plugin={"year": 1999})
    workspace.findings = (Finding(BUSY, Span.at("content/a.yml", 3, 7), {"holder": "1"}),)
    with pytest.raises(MkDocsException):
        built(config, plugin={})
    assert {path.name for path in (tmp_path / "with").iterdir()} >= {name for name in before if "/" not in name}
