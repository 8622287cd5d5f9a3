"""What is installed and shipped: locks that agree, dependencies that are explained, packages that are whole."""

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from house.source_tree import ROOT, imports, modules, write

PIN = re.compile(r"^([a-z0-9-]+)==(\S+) \\$")
THEME = "site_templates/plangen_theme/"
IMPORTED_AS = {
    "chinesecalendar": "chinese_calendar",
    "mkdocs-material": "material",
    "pydantic-core": "pydantic_core",
    "pymdown-extensions": "pymdownx",
    "pyyaml": "yaml",
}


def pins(lock: Path) -> dict[str, str]:
    """The packages of a lock file and their versions. Raises ValueError at a line that is not a hashed pin."""
    found: dict[str, str] = {}
    for entry in re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip()):
        head, *rest = [line for line in entry.split("\n") if not line.strip().startswith("#")]
        pin = PIN.match(head)
        if not pin or not rest or not all(re.match(r"    --hash=sha256:[0-9a-f]{64}", line) for line in rest):
            raise ValueError(f"{lock.name}: {head} is not pinned with hashes")
        found[pin[1]] = pin[2]
    return found


def names(requirements: list[str]) -> list[str]:
    """The normalised package names of some requirement lines."""
    return [re.split(r"[^\w.-]", line)[0].lower().replace("_", "-") for line in requirements]


def declared() -> tuple[list[str], list[str]]:
    """The package names that pyproject.toml asks for: to run (with the build backend), and to test."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    return names(project["project"]["dependencies"] + groups["build"]), names(groups["test"])


def undeclared(root: Path, wanted: list[str]) -> Iterator[str]:
    """Imports of packages that are there by another package's grace only."""
    known = {IMPORTED_AS.get(name, name) for name in wanted} | {"plangen", "mkdocs_plangen", *sys.stdlib_module_names}
    for module in modules(root):
        for found in imports(module):
            if found.module.split(".")[0] not in known:
                yield f"{module.path}:{found.line} imports {found.module}, which pyproject.toml does not ask for"


def unexplained(wanted: list[str], page: str) -> Iterator[str]:
    """Packages without a row of their own in the page about dependencies."""
    rows = set(re.findall(r"^\| *\[?`?([\w-]+)", page.lower(), re.MULTILINE))
    yield from (name for name in wanted if name not in rows)


def theme_files() -> set[str]:
    """The files of the theme, as they lie below the package `plangen` in a wheel."""
    folder = ROOT / THEME
    return {THEME + path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_locks_hold_what_is_asked_for_and_agree() -> None:
    """All of it pinned with hashes; the tests run on what users run on."""
    run, test = declared()
    runtime, everything = pins(ROOT / "requirements.lock"), pins(ROOT / "requirements-test.lock")
    assert [name for name in run if name not in runtime] == []
    assert [name for name in test if name not in everything] == []
    assert {name: everything.get(name) for name in runtime} == runtime


def test_every_dependency_is_explained() -> None:
    """docs/dependencies.md has a row for each."""
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert list(unexplained([*declared()[0], *declared()[1]], page)) == []


def test_every_import_is_declared() -> None:
    """The real tree: what is imported is asked for by name."""
    assert list(undeclared(ROOT, declared()[0])) == []


def test_every_entry_point_leads_somewhere() -> None:
    """The command, the plugin and the host that pyproject.toml names can be imported."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for group in (project["scripts"], *project["entry-points"].values()):
        for name, target in group.items():
            module, _, attribute = target.partition(":")
            assert callable(getattr(import_module(module), attribute)), name


@pytest.mark.slow
def test_wheel_and_source_archive_are_whole(tmp_path: Path) -> None:
    """Both packages, the examples of the section kinds and the theme are in them."""
    build = [sys.executable, "-m", "hatchling", "build", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,), (archive,) = tmp_path.glob("*.whl"), tmp_path.glob("*.tar.gz")
    packed = set(zipfile.ZipFile(wheel).namelist())
    with tarfile.open(archive) as source:
        sources = {name.split("/", 1)[1] for name in source.getnames()}
    code = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.*") if path.suffix != ".pyc"}
    assert {name for name in code if (ROOT / "src" / name).is_file()} - packed == set()
    assert {f"plangen/{name}" for name in theme_files()} - packed == set()
    assert theme_files() - sources == set()
    assert "mkdocs_plangen/plugin.py" in packed
    assert not any(name.startswith(("plugins/", "tests/", "content/")) for name in packed)


def test_a_pin_without_hashes_is_seen(tmp_path: Path) -> None:
    """Also a line that names an index."""
    for text in ("click==8.1\n", "--index-url x\n", "click>=8 \\\n    --hash=sha256:" + "0" * 64):
        with pytest.raises(ValueError, match="not pinned"):
            pins(write(tmp_path, {"a.lock": text}) / "a.lock")


def test_an_undeclared_import_is_seen(tmp_path: Path) -> None:
    """A package that another one brings along is not ours to import."""
    root = write(tmp_path, {"src/plangen/a.py": "import os, yaml, plangen.b\nfrom dateutil import tz"})
    assert [problem.split()[0] for problem in undeclared(root, ["pyyaml"])] == ["src/plangen/a.py:2"]


def test_an_unexplained_dependency_is_seen() -> None:
    """A row begins with the package's name; a mention elsewhere is not enough."""
    page = "| package | why |\n| `click` | commands, unlike pydantic |\n"
    assert list(unexplained(["click", "pydantic"], page)) == ["pydantic"]
