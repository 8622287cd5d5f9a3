"""The real site generator on a hand-made book."""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_plangen.host import MkDocsHost
from plangen.site import Book, HostFailed, Page, asset_urls
from plangen.site.search.slot import worker_url
from unit.site.books import book, handbook, run, tree

ASSETS = asset_urls("../_assets/")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one built book."""
    folder = tmp_path_factory.mktemp("host")
    order = handbook(folder)
    out = folder / "out"
    out.mkdir()
    assert MkDocsHost().build(book(), order.config, out, ASSETS) == []
    return out


def test_slots_stand_in_place_of_their_placeholders(built: Path) -> None:
    """Slots stand in place of their placeholders."""
    html = (built / "adhesives/index.html").read_text(encoding="utf-8")
    assert '<td><span class="pg-num">1,092 万元</span></td>' in html
    assert '<h2 id="销售">销售 <span class="pg-num">1,092 万元</span></h2>' in html
    assert '<img alt="1,092 万元" src="img/a.png" />' in html
    assert '<li><div class="block">块</div></li>' in html
    assert '<nav><a href="../">首页</a></nav>' in html
    assert "PGSLOT" not in html
    assert "pgslot" not in html


def test_titles_and_descriptions_are_escaped(built: Path) -> None:
    """Titles and descriptions are escaped."""
    html = (built / "adhesives/index.html").read_text(encoding="utf-8")
    assert "<title>胶粘剂 &lt;i&gt;&amp; - 手册</title>" in html
    assert 'content="says &quot;no&quot;"' in html


def test_links_between_narratives_are_resolved(built: Path) -> None:
    """Links between narratives are resolved."""
    assert 'href="objectives/#revenue"' in (built / "adhesives/index.html").read_text(encoding="utf-8")
    assert (built / "adhesives/img/a.png").read_bytes() == b"\x89PNG"


def test_the_chart_library_is_named_where_there_is_a_chart(built: Path) -> None:
    """The chart library is named where there is a chart."""
    with_chart = (built / "adhesives/objectives/index.html").read_text(encoding="utf-8")
    assert f"../../{ASSETS['plotly']}" in with_chart
    assert ASSETS["plotly"] not in (built / "adhesives/index.html").read_text(encoding="utf-8")


def test_nothing_asks_another_origin_and_no_address_is_made_up(built: Path) -> None:
    """Nothing asks another origin and no address is made up."""
    for path in built.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert "fonts.g" not in html
        assert "canonical" not in html
        assert "localhost" not in html
    assert "<loc>http://localhost/2025/adhesives/</loc>" in (built / "sitemap.xml").read_text(encoding="utf-8")


def test_no_source_file_is_published(built: Path) -> None:
    """No source file is published."""
    assert not [path for path in built.rglob("*") if path.suffix in {".yml", ".yaml", ".csv", ".md"}]


def test_the_version_selector_is_set_up(built: Path) -> None:
    """The version selector is set up."""
    html = (built / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<script id="__config" type="application/json">(.*?)</script>', html)
    assert found is not None
    assert json.loads(found.group(1))["version"] == {"provider": "mike", "default": "latest", "alias": True}


def test_the_search_is_ours(built: Path) -> None:
    """The theme shows its search, starts our worker, and a search plugin that the site names writes nothing."""
    for name, up in (("index.html", ""), ("adhesives/objectives/index.html", "../../"), ("404.html", "/2025/")):
        html = (built / name).read_text(encoding="utf-8")
        found = re.search(r'<script id="__config" type="application/json">(.*?)</script>', html)
        assert found is not None
        assert json.loads(found.group(1))["search"] == up + worker_url(ASSETS)
        assert 'class="md-search__input"' in html
    assert not (built / "search").exists(), "this book has no index of its own"


def test_a_site_url_is_kept(tmp_path: Path) -> None:
    """A site url is kept."""
    order = handbook(tmp_path)
    order.config.write_text(
        order.config.read_text(encoding="utf-8") + "site_url: https://example.org/p\n", encoding="utf-8"
    )
    assert run(order, book()).status == 0
    html = (order.site / "2025/adhesives/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/p/2025/adhesives/">' in html
    assert 'href="/p/2025/"' in (order.site / "404.html").read_text(encoding="utf-8")


def test_a_title_is_a_text_in_every_language(tmp_path: Path) -> None:
    """That of a further language comes from the content, where that of the site comes from its configuration."""
    order, out = handbook(tmp_path), tmp_path / "out"
    out.mkdir()
    pages = (Page("index.md", "Home", "text"),)
    MkDocsHost().build(
        Book(2025, "A</title><script>x</script>", "2025", "en", pages, base="en"), order.config, out, ASSETS
    )
    for name in ("index.html", "404.html"):
        html = (out / name).read_text(encoding="utf-8")
        assert "<script>x" not in html
        assert "A&lt;/title&gt;&lt;script&gt;x" in html


def test_warnings_are_returned_and_not_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Warnings are returned and not printed."""
    order = handbook(tmp_path)
    broken = Book(2025, "手册", "2025", "zh", (Page("index.md", "手册", "[x](gone.md)"),))
    (tmp_path / "out").mkdir()
    said = MkDocsHost().build(broken, order.config, tmp_path / "out", ASSETS)
    assert len(said) == 1
    assert "gone.md" in said[0]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "config", ["site_name: [", "theme: {name: nothing}\nsite_name: x\n", "plugins: [gone]\nsite_name: x\n"]
)
def test_a_wrong_configuration_is_told_in_a_sentence(tmp_path: Path, config: str) -> None:
    """A wrong configuration is told in a sentence."""
    order = handbook(tmp_path)
    order.config.write_text(config, encoding="utf-8")
    outcome = run(order, book())
    assert (outcome.status, [finding.code for finding in outcome.findings]) == (2, ["PG806"])
    assert "\n" not in str(outcome.findings[0].args["reason"])
    assert not order.site.exists()


def test_a_failing_hook_of_the_site_is_told(tmp_path: Path) -> None:
    """A failing hook of the site is told."""
    order = handbook(tmp_path)
    (tmp_path / "hook.py").write_text("def on_config(config):\n    return 1 / 0\n", encoding="utf-8")
    order.config.write_text(order.config.read_text(encoding="utf-8") + "hooks: [hook.py]\n", encoding="utf-8")
    (tmp_path / "out").mkdir()
    with pytest.raises(HostFailed, match="ZeroDivisionError"):
        MkDocsHost().build(book(), order.config, tmp_path / "out", ASSETS)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("ENOENT", (2, ["PG806"])),
        ("ECONNREFUSED", (2, ["PG806"])),
        ("EPERM", (2, ["PG806"])),
        ("ENOSPC", (1, ["PG803"])),
    ],
)
def test_only_a_disk_that_refuses_is_a_failing_disk(
    tmp_path: Path, number: str, expected: tuple[int, list[str]]
) -> None:
    """A hook has other reasons for an OSError."""
    order = handbook(tmp_path)
    hook = f"import errno\n\ndef on_config(config):\n    raise OSError(errno.{number}, 'gone', 'somewhere')\n"
    (tmp_path / "hook.py").write_text(hook, encoding="utf-8")
    order.config.write_text(order.config.read_text(encoding="utf-8") + "hooks: [hook.py]\n", encoding="utf-8")
    outcome = run(order, book())
    assert (outcome.status, [finding.code for finding in outcome.findings]) == expected


def test_a_fault_of_our_own_is_not_blamed_on_the_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes on as it is, so that the command line ends with 70."""
    order = handbook(tmp_path)
    monkeypatch.setattr("mkdocs_plangen.plugin.BookPage", None)
    with pytest.raises(TypeError):
        run(order, book())


BUILD = """
import sys
from pathlib import Path
from unit.site.books import book, handbook, run
order = handbook(Path(sys.argv[1]))
assert run(order, book(2025), book(2026)).status == 0
"""


def test_two_builds_are_the_same_bytes(tmp_path: Path, repository: Path) -> None:
    """Other folder, time zone, hash seed, locale, file creation mask; a jieba that is installed or not."""
    (tmp_path / "modules").mkdir()
    (tmp_path / "modules" / "jieba.py").write_text("def cut(data):\n    return ['x']\n", encoding="utf-8")
    trees = []
    for name, variables in [
        ("one", {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1", "LC_ALL": "C"}),
        ("two/with space", {"TZ": "America/New_York", "PYTHONHASHSEED": "2", "jieba": str(tmp_path / "modules")}),
    ]:
        places = [*sys.path, str(repository / "tests"), variables.pop("jieba", "")]
        environment = {**os.environ, **variables, "PYTHONPATH": os.pathsep.join(filter(None, places))}
        command = [sys.executable, "-c", BUILD, str(tmp_path / name)]
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=120)
        trees.append(tree(tmp_path / name / "site"))
        manifest = (tmp_path / name / "site" / "plangen-manifest.json").read_bytes()
        trees[-1]["manifest"] = hashlib.sha256(manifest).hexdigest()
    assert len(trees[0]) > 50
    assert trees[0] == trees[1]
