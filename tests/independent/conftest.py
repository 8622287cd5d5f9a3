"""What the independent reader looks at: the example's export, its findings and its built pages."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from independent.export import ROOT, Name, Row, exported

PLANGEN = str(ROOT / ".venv/bin/plangen")


@dataclass(frozen=True)
class Site:
    """The example, built once."""

    root: Path
    figures: dict[Name, Row]
    findings: list[dict[str, Any]]

    def pages(self) -> list[Path]:
        """Every page of every year."""
        return sorted(self.root.glob("20*/**/index.html"))

    def year(self, page: Path) -> int:
        """The plan year of a page."""
        return int(page.relative_to(self.root).parts[0])


@pytest.fixture(scope="session")
def figures() -> dict[Name, Row]:
    """Every figure of the example, as `plangen export` writes it."""
    return exported(ROOT)


@pytest.fixture(scope="session")
def site(figures: dict[Name, Row], tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The example's pages."""
    root = tmp_path_factory.mktemp("independent") / "site"
    subprocess.run([PLANGEN, "-C", str(ROOT), "build", "--site-dir", str(root)], capture_output=True, check=True)
    told = subprocess.run([PLANGEN, "-C", str(ROOT), "check", "--format", "json"], capture_output=True, check=True)
    return Site(root, figures, json.loads(told.stdout)["findings"])
