"""Heavy libraries stay inside their adapters, so that `plangen check` starts fast."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from house.source_tree import ROOT, SOURCES, below, imports, modules, write

ADAPTERS = {
    "jinja2": ("plangen.render.html",),
    "markdown": ("mkdocs_plangen",),
    "material": ("mkdocs_plangen",),
    "mkdocs": ("mkdocs_plangen",),
    "plotly": ("plangen.render.plotly",),
    "pymdownx": ("mkdocs_plangen",),
}
"""A heavy library, and the only modules that may import it."""

LIGHT = "import sys, {module}; print([name for name in {heavy!r} if name in sys.modules])"
CHECK = """
import sys
sys.argv = ["plangen", "check"]
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
            if not any(below(module.name, adapter) for adapter in ADAPTERS.get(library, (module.name,))):
                yield f"{module.path}:{found.line} imports {library}; only {', '.join(ADAPTERS[library])} may"


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
    """A whole `plangen check` of the example handbook brings none of them."""
    assert last_line(CHECK.format(heavy=sorted(ADAPTERS))) == "[]"


def test_a_stray_import_is_seen(tmp_path: Path) -> None:
    """At the top and inside a function; the adapter itself may."""
    files = {
        "src/plangen/model/a.py": "def f():\n    import plotly.io",
        "src/plangen/site/a.py": "from mkdocs.config import load_config",
        "plugins/mkdocs_plangen/plugin.py": "import mkdocs.plugins",
    }
    found = list(strays(write(tmp_path, files)))
    assert [problem.split(" ", 1)[0] for problem in found] == ["src/plangen/model/a.py:2", "src/plangen/site/a.py:1"]


def test_a_loaded_library_is_seen() -> None:
    """The question to the interpreter answers with what is there."""
    assert last_line(LIGHT.format(module="json", heavy=["json", "mkdocs"])) == "['json']"
