"""What the independent reader looks at: the example's export, its findings and its built pages."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from independent.built import Site
from independent.export import ROOT, Name, Row, exported
from independent.forms import authored
from independent.pages import Page
from independent.reading import Read

PLANGEN = str(ROOT / ".venv/bin/plangen")


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


@pytest.fixture(scope="session")
def pages(site: Site) -> list[Read]:
    """Every page, with what planners wrote and what the checks say of it."""
    said = [str(each[name]) for each in site.findings for name in ("message", "reason") if each[name]]
    content = "\n".join([authored(), *said])
    return [
        Read(site, site.year(path), str(path.relative_to(site.root)), Page(*_with_charts(site, path)), content)
        for path in site.pages()
    ]


def _with_charts(site: Site, path: Path) -> tuple[str, list[str]]:
    """A page, and the figures of its charts, wide and narrow, from the file that it names."""
    html = site.html(path)
    found = re.search(r'name="plangen-figures" content="([^"]+)"', html)
    if not found:
        return html, []
    data = (path.parent / found[1]).resolve().read_text(encoding="utf-8")
    charts = json.loads(data.removeprefix("plangenFigures(").rstrip().removesuffix(");"))
    assert len(charts) == html.count("data-figure=")
    return html, [json.dumps(figure) for chart in charts for figure in chart]
