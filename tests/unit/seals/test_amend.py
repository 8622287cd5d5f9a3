"""A visible amendment: what is written, what the pages say, and that the original stays."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from plangen.sealing.refused import SealRefused
from plangen.seals.against import against
from unit.seals.closed import build, commit, correct, edit, found, said, seal

NEW = "dealer: 90万元"


def change(root: Path) -> None:
    """The dealer's target was a typing error: 90 and not 80, so 130 in all."""
    edit(root, "2025/demo/objectives.yml", "dealer: 80万元", NEW)
    edit(root, "2025/demo/objectives.yml", "120万元", "130万元")


def banner(root: Path, page: str) -> str:
    """The banner of a page of the site as text, its links as their addresses."""
    html = (root / "site" / page / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<p class="pg-banner.*?</p>', html)
    assert found is not None
    text = re.sub(r'<a href="([^"]*)">(.*?)</a>', r"[\2 \1]", found.group())
    return re.sub(r"<[^>]*>", "", text)


def test_an_amendment_is_sealed_beside_the_original(root: Path) -> None:
    """With reason, files and figures, old and new; it names the original's hash, and nothing is wrong afterwards."""
    first = (root / "sealed/2025.json").read_bytes()
    change(root)
    correct(root)
    manifest = json.loads((root / "sealed/2025.1.json").read_bytes())
    assert (root / "sealed/2025.json").read_bytes() == first
    assert manifest["previous"] == hashlib.sha256(first).hexdigest()
    assert (manifest["amendment"], manifest["by"], manifest["reason"]) == (1, "王五", "更正笔误")
    assert manifest["changed"]["files"] == [["2025/demo/objectives.yml", "changed", ""]]
    figures = {row[1]: row[2:] for row in manifest["changed"]["figures"]}
    assert figures["demo:objectives/revenue.target"] == ["120 万元", "130 万元"]
    assert figures["demo:objectives/revenue.target/dealer"] == ["80 万元", "90 万元"]
    assert figures["demo:objectives/bonus.target"] == ["12 万元", "13 万元"]
    assert "demo:objectives/revenue.target/own-store" not in figures
    assert found(root) == []


def test_the_site_shows_the_amendment_and_keeps_the_original(root: Path) -> None:
    """Every page says so and leads to the same page of the original, which has the bytes that it always had."""
    build(root)
    original = (root / "site/2025/demo/objectives/index.html").read_bytes()
    change(root)
    edit(root, "2025/demo/market.md", "# 市场", "# 市场\n")
    (root / "content/2025/demo/new.md").write_text("# 新页\n", encoding="utf-8")
    correct(root)
    assert build(root).status == 0
    said_of = "2026-02-03 由 王五 订正：更正笔误（[原版 {}]）。2026-01-15 由 李文 封存，内容不再改动。"
    assert (
        banner(root, "2025/demo/objectives")
        == f"2025 已订正 {said_of.format('../../../2025-original/demo/objectives/')}"
    )
    assert banner(root, "2025") == f"2025 已订正 {said_of.format('../2025-original/')}"
    assert said_of.format("../../../2025-original/") in banner(root, "2025/demo/new"), "a page that is new leads home"
    assert (root / "site/2025-original/demo/objectives/index.html").read_bytes() == original
    versions = json.loads((root / "site/versions.json").read_bytes())
    assert [(each["version"], each["title"]) for each in versions] == [
        ("2026", "2026 现行"), ("2025", "2025 已订正"), ("2025-original", "2025 原版"),
    ]  # fmt: skip


def test_a_second_amendment(root: Path) -> None:
    """It names the first; the pages of both stay, newest first; the next build changes nothing."""
    change(root)
    correct(root)
    edit(root, "2025/demo/market.md", "市场", "客户")
    correct(root, "再更正")
    assert build(root).status == 0
    assert re.findall(r"\[.*?\]", banner(root, "2025")) == [
        "[订正 1 版 ../2025-amended-1/]",
        "[原版 ../2025-original/]",
    ]
    versions = [each["version"] for each in json.loads((root / "site/versions.json").read_bytes())]
    assert versions == ["2026", "2025", "2025-amended-1", "2025-original"]
    assert build(root).sentence == "same"
    assert build(root, 2026).status == 0
    assert (root / "site/2025-original/index.html").is_file()
    (root / "sealed/2025.1.json").unlink()
    assert [text.split()[:2] for text in said(root)][-1] == ["sealed/2025.2.json", "PG703"]


def test_an_amendment_is_no_change_against_a_revision(root: Path) -> None:
    """It is added; what was there stays."""
    commit(root)
    change(root)
    assert [text.split()[1] for text in said(root)] == ["PG701"]
    correct(root)
    assert found(root) == []
    assert against(root, "HEAD") == []
    edit(root, "2025/demo/objectives.yml", NEW, "dealer: 91万元")
    assert [text.split()[1] for text in said(root)] == ["PG701"]


def refusal(root: Path, files: tuple[str, ...] = ()) -> SealRefused:
    """What keeps 2025 from being amended; nothing may have been written."""
    before = sorted((path, path.read_bytes()) for path in (root / "sealed").iterdir())
    with pytest.raises(SealRefused) as caught:
        correct(root, files=files)
    assert sorted((path, path.read_bytes()) for path in (root / "sealed").iterdir()) == before
    return caught.value


def test_what_is_refused(root: Path) -> None:
    """Nothing to amend; errors; files that were not named; a seal that is not whole."""
    assert "nothing to amend" in refusal(root).sentence[1]
    edit(root, "2025/demo/objectives.yml", "dealer: 80万元", NEW)
    assert [finding.code for finding in refusal(root).findings] == ["OBJ101"]
    edit(root, "2025/demo/objectives.yml", "120万元", "130万元")
    edit(root, "2025/index.md", "第一年", "首年")
    assert "2025/index.md" in refusal(root, ("content/2025/demo/objectives.yml",)).sentence[0]
    (root / "sealed/2025.zip").write_bytes(b"x")
    assert [finding.span.file for finding in refusal(root).findings] == ["sealed/2025.zip"]


def test_an_open_year_is_not_amended(root: Path) -> None:
    """It can simply be edited."""
    (root / "sealed/2025.json").unlink()
    (root / "sealed/2025.zip").unlink()
    assert refusal(root).status == 2


def test_a_year_after_it_that_follows_is_named(root: Path) -> None:
    """2026 is 50% more than 2025: sealed with 180, and 195 now; amended in turn, all is well."""
    seal(root, 2026)
    change(root)
    assert correct(root).follow == (2026,)
    told = [finding for finding in found(root) if finding.args.get("address") == "demo:objectives/revenue.target"]
    assert [(finding.code, finding.args["old"], finding.args["new"]) for finding in told] == [
        ("PG702", "180 万元", "195 万元")
    ]
