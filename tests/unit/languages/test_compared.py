"""Wordings from version to version: in comparisons, in a copied year, in a closed one."""

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from plangen.cli import main
from plangen.site.publishing.manifest import hash_tree
from plangen.workspace import open_handbook
from repositories import commit
from tongues import write_tongues
from unit.seals.closed import build, found, seal, use_host


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Change one text of a content file."""
    path = root / "content" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_changed_translation_is_a_change_of_words(tmp_path: Path) -> None:
    """A label and a narrative in English: told with the language, and no figure follows."""
    root = write_tongues(tmp_path)
    commit(root)
    edit(root, "2026/demo/budget.yml", "en: Rent", "en: Rental")
    edit(root, "2026/index.en.md", "a trial", "an attempt")
    told = CliRunner().invoke(main, ["-C", str(root), "diff", "HEAD:2026", "2026"]).output
    assert "1 处改动，1 段说明文字" in told
    assert "文字改动 1" in told
    assert "租金  名称 English  Rent → Rental" in told
    assert "index.en" in told


def test_a_copied_year_keeps_its_wordings(tmp_path: Path) -> None:
    """`rollover` copies labels and translated narratives."""
    root = write_tongues(tmp_path)
    assert CliRunner().invoke(main, ["-C", str(root), "rollover", "2026", "2027"]).exit_code == 0
    text = (root / "content/2027/demo/objectives.yml").read_text(encoding="utf-8")
    assert "name: {zh-Hans: 销售额, zh-Hant: 銷售額, en: Revenue}" in text
    assert (root / "content/2027/demo/objectives.en.md").is_file()


def test_a_closed_year_stays_in_its_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sealed in two languages it comes out of the archive in both, for ever; a third one begins with the next year."""
    host = use_host(monkeypatch)
    root = write_tongues(tmp_path)
    edit(root, "handbook.yml", "[zh-Hans, zh-Hant, en]", "[zh-Hans, en]")
    seal(root, 2026)
    with zipfile.ZipFile(root / "sealed/2026.zip") as archive:
        names = {name.rpartition("2026/")[0] for name in archive.namelist() if "/2026/" in name}
    assert names == {"site/", "site/en/"}
    assert build(root).status == 0
    first = hash_tree(root / "site/en/2026")
    edit(root, "handbook.yml", "[zh-Hans, en]", "[zh-Hans, zh-Hant, en]")
    rolled = CliRunner().invoke(main, ["-C", str(root), "rollover", "2026", "2027"])
    assert rolled.exit_code == 0, rolled.output
    host.built.clear()
    outcome = build(root)
    assert outcome.status == 0, outcome.findings
    assert host.built == [2027, 2027, 2027]
    assert hash_tree(root / "site/en/2026") == first
    assert not (root / "site/zh-Hant/2026").exists()
    assert found(root) == []


def test_a_translation_in_a_closed_year_is_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its page comes out of the archive: what is wrong with it now is not told, that the file was changed is."""
    use_host(monkeypatch)
    root = write_tongues(tmp_path)
    seal(root, 2026)
    edit(root, "2026/demo/objectives.en.md", "This year's", "See [prices](prices.md) {{ swot/none }}. This year's")
    found = [each.code for each in open_handbook(root).findings if "objectives.en" in each.span.file]
    assert found == ["PG701"]
