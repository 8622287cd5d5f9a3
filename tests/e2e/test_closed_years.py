"""The example's first year closed with the real site generator: published once, then copied for ever."""

import json
import re
import zipfile
from pathlib import Path

import pytest

from e2e.publishing import build, copy_example, plangen

pytestmark = pytest.mark.slow
WHO = ("--by", "李文", "--date", "2026-01-15")
ASSET = re.compile(r"_assets/[\w.-]+")


def files(folder: Path) -> list[Path]:
    """Every file below a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_example_closed_and_amended(repository: Path, tmp_path: Path) -> None:
    """Freeze, change what the site is called, amend, build: the sealed pages stay, with all that they load."""
    root = copy_example(repository, tmp_path / "手册")
    done = plangen("-C", root, "freeze", "2025", *WHO)
    assert done.stdout.split() == [
        *(f"content/2025/shared/{name}.yml" for name in ("dimensions", "names", "profiles", "terms")),
        "sealed/2025.json",
        "sealed/2025.zip",
    ]
    with zipfile.ZipFile(root / "sealed/2025.zip") as archive:
        sealed = {name: archive.read(name) for name in archive.namelist() if name.startswith("site/2025/")}
    page = sealed["site/2025/adhesives/east-china/objectives/index.html"].decode()
    assert '<b>2025 已封存</b> <span class="pg-date">2026-01-15</span> 由 李文 封存' in page
    config = root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("经营计划手册", "别的手册"), encoding="utf-8")
    (root / "content/2025/adhesives/market.md").open("a", encoding="utf-8").write("\n更正：补一句。\n")
    assert plangen("-C", root, "build").returncode == 1
    done = plangen("-C", root, "amend", "2025", "--reason", "补一句", *WHO)
    assert done.stdout.split() == ["2025/adhesives/market.md", "sealed/2025.1.json", "sealed/2025.1.zip"]
    assert plangen("-C", root, "verify").returncode == 0
    build(root, root / "site")
    original = root / "site/2025-original"
    assert {
        f"site/2025/{path.relative_to(original).as_posix()}": path.read_bytes() for path in files(original)
    } == sealed
    for html in original.rglob("*.html"):
        for name in ASSET.findall(html.read_text(encoding="utf-8")):
            assert (root / "site" / name).is_file()
    versions = [each["version"] for each in json.loads((root / "site/versions.json").read_bytes())]
    assert versions == ["2026", "2025", "2025-original"]
