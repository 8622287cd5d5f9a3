"""Installed from a wheel, far from the repository: the theme and the section kinds are found."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

from e2e.publishing import surroundings
from plangen.site.assets import asset_files, theme_dir

pytestmark = pytest.mark.slow


WHERE = """
import mkdocs_plangen, plangen
from plangen.site import theme_dir
print(plangen.__file__, mkdocs_plangen.__file__, theme_dir(), sep="\\n")
"""


def run(*call: str | Path) -> str:
    """Run a program; one that fails tells what it said."""
    done = subprocess.run([*map(str, call)], env=surroundings(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.fixture
def installed(repository: Path, tmp_path: Path) -> Path:
    """The programs of an environment with plangen from a wheel, and its libraries from this environment.

    A path file in that environment's packages adds this one's; path files found there are not followed, so that the
    editable installation, which is one, stays out of sight.
    """
    pip, home = [sys.executable, "-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check"], tmp_path / "home"
    run(*pip, "wheel", "--no-build-isolation", "--no-deps", "--no-index", "--wheel-dir", tmp_path, repository)
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(home, with_pip=False, symlinks=True)
    run(*pip, "--python", home / "bin" / "python", "install", "--no-deps", "--no-index", "--no-compile", wheel)
    (packages,) = (home / "lib").glob("python*/site-packages")
    (packages / "libraries.pth").write_text("\n".join(path for path in sys.path if path.endswith("-packages")))
    return home / "bin"


def test_a_handbook_from_nothing(installed: Path, repository: Path, tmp_path: Path) -> None:
    """Scaffold, check, build; nothing comes from the repository."""
    places = run(installed / "python", "-c", WHERE).splitlines()
    assert all(Path(place).is_relative_to(installed.parent) for place in places), places
    root, plangen = tmp_path / "handbook", installed / "plangen"
    run(plangen, "new", "handbook", root)
    (plan,) = root.glob("content/2*/*/plan.yml")
    year, name = plan.parent.parent.name, plan.parent.name
    for kind in ("objectives", "swot", "phases", "org", "duties", "budget"):
        if not plan.with_name(f"{kind}.yml").exists():
            run(plangen, "-C", root, "new", "section", kind, "--plan", name, "--year", year)
    run(plangen, "-C", root, "check")
    run(plangen, "-C", root, "build")
    page = (root / "site" / year / name / "objectives" / "index.html").read_text(encoding="utf-8")
    assert 'class="pg-chart' in page
    assert "_assets/plangen-" in page
    assert "pg-page" in page
    theme = Path(places[-1])
    assert {path.relative_to(theme) for path in theme.rglob("*") if path.is_file()} == {
        path.relative_to(theme_dir()) for path in theme_dir().rglob("*") if path.is_file()
    }
    assert [name for name, _ in asset_files().values() if not (root / "site/_assets" / name).is_file()] == []
