"""Heavy libraries stay inside their adapters, so that `plangen check` starts fast."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbooks import write_handbook
from house.source_tree import ROOT, SOURCES, below, imports, modules, write

ADAPTERS = {
    "babel": ("plangen.values.translations",),
    "icalendar": ("plangen.render.ics",),
    "imagesize": ("plangen.site.narratives.pictures",),
    "jinja2": ("plangen.render.html",),
    "markdown": ("mkdocs_plangen",),
    "material": ("mkdocs_plangen",),
    "mkdocs": ("mkdocs_plangen",),
    "plotly": ("plangen.render.plotly",),
    "pymdownx": ("mkdocs_plangen",),
    "pypdf": ("plangen.render.pdf",),
}
"""A heavy library, and the only modules that may import it."""
ONE_WAY = {
    "chinese_calendar": ("plangen.model.public_holidays",),
    "difflib": ("plangen.values.near", "plangen.diff.runs"),
}
"""A library that is used in one way everywhere, by the module that holds it: holidays, near names, changed words."""
HOMES = {**ADAPTERS, **ONE_WAY}
SPARED = ("click.shell_completion", "email.message", "importlib.metadata", "lark", "plangen.site.book", "subprocess")
"""What a check has no use for where the handbook names its day and holds no formula."""
FULL = (
    "plangen.compute.variants",
    "plangen.diff.changes",
    "plangen.sections.kind",
    "plangen.site.comparison",
    "plangen.site.edition",
    "plangen.site.since",
)
"""Modules whose frozen dataclasses keep what they computed (`cached_property`), for which a record has no room."""

LIGHT = "import sys, {module}; print([name for name in {heavy!r} if name in sys.modules])"
ENDING = """
import atexit, gc
atexit.register(lambda: print(gc.get_freeze_count() > 1000))
from plangen.cli import main
main(["--version"])
"""
CHECK = """
import sys
sys.argv = ["plangen", "-C", {root!r}, "check"]
from plangen.cli import main
try:
    main()
except SystemExit:
    pass
print([name for name in {heavy!r} if name in sys.modules])
"""


def strays(root: Path) -> Iterator[str]:
    """Imports of a heavy library outside its adapters."""
    for module in modules(root):
        for found in imports(module):
            library = found.module.split(".")[0]
            if not any(below(module.name, adapter) for adapter in HOMES.get(library, (module.name,))):
                yield f"{module.path}:{found.line} imports {library}; only {', '.join(HOMES[library])} may"


def frozen(root: Path) -> Iterator[str]:
    """Frozen dataclasses outside `FULL`: a record starts in a quarter of their time."""
    for module in modules(root):
        calls = [node for node in ast.walk(module.tree) if isinstance(node, ast.Call)]
        for call in calls if module.name not in FULL else ():
            is_dataclass = isinstance(call.func, ast.Name) and call.func.id == "dataclass"
            if is_dataclass and any(option.arg == "frozen" for option in call.keywords):
                yield f"{module.path}:{call.lineno} has a frozen dataclass; `plangen.values.record` starts faster"


def last_line(code: str) -> str:
    """The last line that a fresh interpreter prints, run at the root of the repository."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(str(ROOT / folder) for folder in SOURCES)}
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip().splitlines()[-1]


def test_heavy_libraries_stay_in_their_adapters() -> None:
    """The real tree."""
    assert list(strays(ROOT)) == []


def test_commands_load_without_heavy_libraries() -> None:
    """`import plangen` and `import plangen.cli` bring none of them."""
    for module in ("plangen", "plangen.cli"):
        assert last_line(LIGHT.format(module=module, heavy=sorted(ADAPTERS))) == "[]", module


def test_check_runs_without_heavy_libraries() -> None:
    """A whole `plangen check` of the example handbook brings none of them but the grammar: it holds formulas."""
    spared = [name for name in SPARED if name != "lark"]
    assert last_line(CHECK.format(root=".", heavy=[*sorted(ADAPTERS), *spared])) == "[]"


@pytest.mark.parametrize(("target", "loaded"), [("2万元", "[]"), ("= 2 × 1万元", "['lark']")])
def test_the_grammar_is_loaded_for_a_formula_only(tmp_path: Path, target: str, loaded: str) -> None:
    """It takes a tenth of a second."""
    files = {"objectives.yml": f"revenue: {{name: 销售额, target: {target}}}\n"}
    root = write_handbook(tmp_path, files)
    assert last_line(CHECK.format(root=str(root), heavy=["lark"])) == loaded


def test_values_are_records() -> None:
    """The real tree."""
    assert list(frozen(ROOT)) == []


def test_a_frozen_dataclass_is_seen(tmp_path: Path) -> None:
    """With and without slots; one that may change is no record, and a record is fine."""
    lines = "@dataclass(frozen=True)\nclass A: ...\n@dataclass(frozen=True, slots=True)\nclass B: ...\n"
    files = {"src/plangen/model/a.py": lines + "@dataclass(slots=True)\nclass C: ...\n@record\nclass D: ...\n"}
    places = [problem.split(" ", 1)[0] for problem in frozen(write(tmp_path, files))]
    assert places == ["src/plangen/model/a.py:1", "src/plangen/model/a.py:3"]


def test_a_command_ends_without_a_last_search_for_garbage() -> None:
    """What a command made is frozen before Python ends, so that nothing is left to look through."""
    assert last_line(ENDING) == "True"


def test_a_stray_import_is_seen(tmp_path: Path) -> None:
    """At the top and inside a function; the adapter itself may."""
    files = {
        "src/plangen/model/a.py": "def f():\n    import plotly.io",
        "src/plangen/site/a.py": "from mkdocs.config import load_config",
        "src/plangen/site/b.py": "from difflib import get_close_matches",
        "plugins/mkdocs_plangen/plugin.py": "import mkdocs.plugins",
    }
    found = list(strays(write(tmp_path, files)))
    assert [problem.split(" ", 1)[0] for problem in found] == [
        "src/plangen/model/a.py:2",
        "src/plangen/site/a.py:1",
        "src/plangen/site/b.py:1",
    ]


def test_a_loaded_library_is_seen() -> None:
    """The question to the interpreter answers with what is there."""
    assert last_line(LIGHT.format(module="json", heavy=["json", "mkdocs"])) == "['json']"
