"""Publishing whole sites from hand-made books."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from plangen.findings import Finding
from plangen.site.codes import BUSY, HOST_SAYS
from plangen.site.publishing.manifest import NAME, holds, read_manifest
from plangen.source import content_folder
from plangen.values.span import Span
from unit.site.books import FakeHost, book, codes, handbook, run, tree

WARNING = Finding(HOST_SAYS, Span.whole("x"), {"text": "x"})
ERROR = Finding(BUSY, Span.whole("x"), {"holder": "x"})


def add_listed(site: Path, name: str) -> None:
    """A file of a site that a build before has written, as its manifest says."""
    (site / name).write_text("0", encoding="utf-8")
    manifest = json.loads((site / NAME).read_bytes())
    manifest["files"][name] = "0"
    (site / NAME).write_text(json.dumps(manifest), encoding="utf-8")


def test_a_site_holds_every_year_and_what_they_share(tmp_path: Path, host: FakeHost) -> None:
    """A site holds every year and what they share."""
    order = handbook(tmp_path)
    outcome = run(order, book(2025), book(2026))
    assert (outcome.status, outcome.sentence, outcome.pages, codes(outcome)) == (0, "done", 6, [])
    versions = json.loads((order.site / "versions.json").read_bytes())
    assert [(entry["version"], entry["title"], entry["aliases"]) for entry in versions] == [
        ("2026", "2026 版", []),
        ("2025", "2025 版", ["latest"]),
    ]
    assert 'url=2025/"' in (order.site / "index.html").read_text(encoding="utf-8")
    stub = (order.site / "latest/adhesives/objectives/index.html").read_text(encoding="utf-8")
    assert 'url=../../../2025/adhesives/objectives/"' in stub
    assert "noindex" in stub
    assert {"404.html", "robots.txt", "csp.txt", ".nojekyll", NAME} <= {path.name for path in order.site.iterdir()}
    assert len(list((order.site / "_assets").glob("plotly-*-????????.min.js"))) == 1
    manifest = read_manifest(order.site)
    assert manifest is not None
    assert holds(order.site, manifest)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "mkdocs.yml", "site"]


def test_an_unchanged_build_does_nothing(tmp_path: Path, host: FakeHost) -> None:
    """An unchanged build does nothing."""
    order = handbook(tmp_path)
    run(order, book())
    before = tree(order.site)
    outcome = run(order, book())
    assert (outcome.status, outcome.sentence, host.built) == (0, "same", [2025])
    assert tree(order.site) == before


@pytest.mark.parametrize("path", ["content/2025/plan.yml", "content/2025/new.md", "mkdocs.yml"])
def test_a_changed_input_is_built_again(tmp_path: Path, host: FakeHost, path: str) -> None:
    """A changed input is built again."""
    order = handbook(tmp_path)
    run(order, book())
    (tmp_path / path).write_text("site_name: 另一本\n", encoding="utf-8")
    assert run(order, book()).sentence == "done"
    assert run(replace(order, extra="2026-01-05"), book()).sentence == "done"


def test_the_content_may_lie_where_mkdocs_yml_says(tmp_path: Path, host: FakeHost) -> None:
    """The plugin's setting counts here too: a change there is built."""
    order = handbook(tmp_path)
    (tmp_path / "content").rename(tmp_path / "plans")
    order.config.write_text("site_name: x\nplugins:\n  - plangen:\n      content: plans\n", encoding="utf-8")
    assert [run(order, book()).sentence, run(order, book()).sentence] == ["done", "same"]
    (tmp_path / "plans/2025/plan.yml").write_text("name: 新\n", encoding="utf-8")
    assert run(order, book()).sentence == "done"
    assert codes(run(replace(order, site=tmp_path / "plans/site"), book())) == ["PG801"]


@pytest.mark.parametrize("named", ["", "content:", "content: ../x", "content: /x", "content: [x]", "content: ''"])
def test_a_content_folder_that_is_none(tmp_path: Path, named: str) -> None:
    """Then it is `content`; so it is without `mkdocs.yml`, and where that is no YAML."""
    assert content_folder(tmp_path) == "content"
    for text in (f"plugins: [{{plangen: {{{named}}}}}]", "plugins: [", "plugins: plangen", "plugins: {plangen: }"):
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
        assert content_folder(tmp_path) == "content"
    (tmp_path / "mkdocs.yml").write_text("plugins: {search: {}, plangen: {content: a/b/}}", encoding="utf-8")
    assert content_folder(tmp_path) == "a/b"


def test_a_site_that_somebody_has_touched_is_built_again(tmp_path: Path, host: FakeHost) -> None:
    """A site that somebody has touched is built again."""
    order = handbook(tmp_path)
    run(order, book())
    before = tree(order.site)
    (order.site / "2025" / "index.html").write_text("touched", encoding="utf-8")
    assert run(order, book()).sentence == "done"
    assert tree(order.site) == before
    assert host.built == [2025, 2025]


def test_only_the_year_that_changed_is_written(tmp_path: Path, host: FakeHost) -> None:
    """Only the year that changed is written."""
    order = handbook(tmp_path)
    run(order, book(2025), book(2026))
    (tmp_path / "content/2025/plan.yml").write_text("name: 新\n", encoding="utf-8")
    run(order, book(2025, "新"), book(2026))
    assert host.built == [2025, 2026, 2025]
    incremental = tree(order.site)
    clean = replace(order, site=tmp_path / "clean")
    run(clean, book(2025, "新"), book(2026))
    assert tree(clean.site) == incremental
    assert read_manifest(clean.site) == read_manifest(order.site)


def test_other_years_are_kept_when_one_is_asked_for(tmp_path: Path, host: FakeHost) -> None:
    """Other years are kept when one is asked for."""
    order = handbook(tmp_path)
    run(order, book(2025), book(2026))
    kept = tree(order.site / "2025")
    add_listed(order.site, "_assets/old-12345678.js")
    outcome = run(replace(order, years=(2026,)), book(2025, "changed"), book(2026, "changed"))
    assert outcome.status == 0
    assert tree(order.site / "2025")["index.html"] == kept["index.html"]
    assert "changed" in (order.site / "2026" / "index.html").read_text(encoding="utf-8")
    assert not (order.site / "_assets" / "old-12345678.js").exists()
    assert run(order, book(2025, "changed"), book(2026, "changed")).sentence == "done"
    assert "changed" in (order.site / "2025" / "index.html").read_text(encoding="utf-8")


def test_a_year_that_somebody_has_touched_is_looked_at_before_it_is_built_again(tmp_path: Path, host: FakeHost) -> None:
    """A year that nobody asked for and that cannot be kept is built: then its findings count."""
    order = handbook(tmp_path)
    run(order, book(2025), book(2026))
    (order.site / "2025" / "index.html").write_text("touched", encoding="utf-8")
    before = tree(order.site)
    asked = replace(order, years=(2026,))
    for wrong, strict in ((ERROR, False), (WARNING, True)):
        outcome = run(replace(asked, strict=strict), book(2025), book(2026, "新"), findings=[wrong.with_(year=2025)])
        assert (outcome.status, codes(outcome), tree(order.site)) == (1, [wrong.code], before)
    assert run(asked, book(2025), book(2026, "新")).status == 0
    assert "touched" not in (order.site / "2025" / "index.html").read_text(encoding="utf-8")


def test_a_year_alone_in_a_new_site(tmp_path: Path, host: FakeHost) -> None:
    """A year alone in a new site."""
    order = replace(handbook(tmp_path), years=(2026,))
    assert run(order, book(2025), book(2026)).status == 0
    assert [entry["version"] for entry in json.loads((order.site / "versions.json").read_bytes())] == ["2026"]
    assert 'url=2026/"' in (order.site / "index.html").read_text(encoding="utf-8")


def test_an_unknown_year_is_wrong_usage(tmp_path: Path, host: FakeHost) -> None:
    """An unknown year is wrong usage."""
    outcome = run(replace(handbook(tmp_path), years=(2031,)), book(2025), book(2026))
    assert (outcome.status, outcome.sentence, outcome.args) == (2, "no_year", {"year": 2031, "years": "2025, 2026"})


def test_errors_refuse_and_waived_ones_do_not(tmp_path: Path, host: FakeHost) -> None:
    """Errors refuse and waived ones do not."""
    order = handbook(tmp_path)
    run(order, book())
    before = tree(order.site)
    (tmp_path / "content/2025/plan.yml").write_text("name: 新\n", encoding="utf-8")
    outcome = run(order, book(extra="新"), findings=[ERROR])
    assert (outcome.status, outcome.sentence, tree(order.site)) == (1, "refused", before)
    assert run(order, book(extra="新"), findings=[ERROR.with_(waived="known")]).status == 0


def test_an_error_of_another_year_does_not_refuse_this_one(tmp_path: Path, host: FakeHost) -> None:
    """An error of another year does not refuse this one."""
    order = replace(handbook(tmp_path), years=(2026,))
    assert run(order, book(2025), book(2026), findings=[ERROR.with_(year=2025)]).status == 0
    assert run(order, book(2025), book(2026), findings=[ERROR.with_(year=2026)]).status == 1


def test_strict_refuses_warnings_also_after_an_unchanged_build(tmp_path: Path, host: FakeHost) -> None:
    """Strict refuses warnings also after an unchanged build."""
    order = handbook(tmp_path)
    assert run(order, book(), findings=[WARNING]).warnings == 1
    assert run(order, book(), findings=[WARNING]).sentence == "same"
    strict = replace(order, strict=True)
    assert (run(strict, book(), findings=[WARNING]).status, run(strict, book(), findings=[WARNING]).sentence) == (
        1,
        "strict",
    )


def test_a_handbook_without_years_is_refused(tmp_path: Path, host: FakeHost) -> None:
    """A handbook without years is refused."""
    outcome = run(handbook(tmp_path))
    assert (outcome.status, outcome.sentence) == (1, "nothing")
