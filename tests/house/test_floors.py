"""The floors of the house: lower never imports higher (docs/architecture.md, "Floors")."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from house.source_tree import ROOT, Import, Module, below, imports, modules, write

FLOORS = {
    "plangen.values": 0,
    "plangen.source": 1,
    "plangen.findings": 1,
    "plangen.views": 1,
    "plangen.formula": 1,
    "plangen.model": 2,
    "plangen.compute": 3,
    "plangen.coverage": 3,
    "plangen.sections": 4,
    "plangen.diff": 4,
    "plangen.render": 4,
    "plangen.seals": 5,
    "plangen.site": 5,
    "plangen.checks": 5,
    "plangen.review": 5,
    "plangen.workspace": 6,
    "plangen.catalogue": 6,
    "plangen.lookup": 6,
    "plangen.request": 6,
    "plangen.scaffold": 6,
    "plangen.sealing": 6,
    "plangen.versions": 6,
    "plangen.tidy": 6,
    "plangen.cli": 7,
    "plangen.__main__": 7,
    "mkdocs_plangen": 8,
}
PUBLIC = 7
"""The floor of `plangen` itself, the names it exports: only commands and the plugin take them from there."""
SIBLINGS = ("plangen.sections", "plangen.diff", "plangen.render")
SECTIONS = "plangen.sections"
PLUGIN = "mkdocs_plangen"


def floor_of(name: str) -> int | None:
    """The floor of a module; None where the table does not know it."""
    return PUBLIC if name == "plangen" else next((FLOORS[top] for top in FLOORS if below(name, top)), None)


def target_of(found: Import, names: set[str]) -> str:
    """The module that an import reaches: `from a import b` is `a.b` where that is a module, else `a`."""
    inner = f"{found.module}.{found.name}"
    return inner if inner in names else found.module


def kinds_of(tree: list[Module]) -> set[str]:
    """The section kinds: each folder directly below sections/ is one; a file there is shared by all."""
    prefix = f"{SECTIONS}."
    inside = [(module.name.removeprefix(prefix), module) for module in tree if module.name.startswith(prefix)]
    return {prefix + name.split(".")[0] for name, module in inside if module.is_package or "." in name}


def climbs(root: Path) -> Iterator[str]:
    """Imports that go up, across siblings, or into a section kind from outside it."""
    tree = modules(root)
    names = {module.name for module in tree}
    kinds = kinds_of(tree)
    for module in tree:
        own = floor_of(module.name)
        if own is None:
            yield f"{module.path}: {module.name} has no floor; give it one in FLOORS and docs/architecture.md"
            continue
        for found in imports(module):
            target = target_of(found, names)
            problem = climb(module.name, own, target) or stranger(module.name, target, kinds)
            if problem:
                yield f"{module.path}:{found.line} {problem}"


def climb(name: str, own: int, target: str) -> str:
    """What is wrong with one import between floors; empty where nothing is."""
    other = floor_of(target)
    if other is not None and other > own:
        return f"floor {own} imports {target} of floor {other}"
    for sibling in SIBLINGS:
        if below(target, sibling) and not below(name, sibling) and any(below(name, each) for each in SIBLINGS):
            return f"{name} imports its sibling {target}"
    return ""


def stranger(name: str, target: str, kinds: set[str]) -> str:
    """What is wrong with an import of a section kind from outside its folder; empty where nothing is."""
    kind = next((kind for kind in kinds if below(target, kind)), "")
    return (
        f"{name} names the section kind {kind}; kinds are found by discovery" if kind and not below(name, kind) else ""
    )


def plugin_imports(root: Path, exported: set[str]) -> Iterator[str]:
    """What the plugin imports beyond itself, mkdocs, the standard library and the names that plangen exports."""
    for module in modules(root):
        if not below(module.name, PLUGIN):
            continue
        for found in imports(module):
            top = found.module.split(".")[0]
            public = found.module == "plangen" and (not found.name or found.name in exported)
            if not public and top not in {PLUGIN, "mkdocs", *sys.stdlib_module_names}:
                yield f"{module.path}:{found.line} the plugin imports {found.module} {found.name}".rstrip()


def reached(root: Path, exported: set[str]) -> Iterator[str]:
    """Where the plugin reaches through `import plangen` for a name that is not exported."""
    for module in (each for each in modules(root) if below(each.name, PLUGIN)):
        uses = (node for node in ast.walk(module.tree) if isinstance(node, ast.Attribute))
        for use in uses:
            if isinstance(use.value, ast.Name) and use.value.id == "plangen" and use.attr not in exported:
                yield f"{module.path}:{use.lineno} the plugin uses plangen.{use.attr}, which is not exported"


def test_no_floor_imports_a_higher_one() -> None:
    """The real tree."""
    assert list(climbs(ROOT)) == []


def test_the_plugin_takes_only_public_names_and_mkdocs() -> None:
    """The real tree."""
    import plangen

    exported = set(plangen.__all__)
    assert [*plugin_imports(ROOT, exported), *reached(ROOT, exported)] == []


@pytest.mark.parametrize(
    ("path", "line", "problem"),
    [
        ("src/plangen/values/a.py", "import plangen.model.b", "floor 0 imports plangen.model.b of floor 2"),
        ("src/plangen/values/a.py", "from ..model import b", "floor 0 imports plangen.model.b of floor 2"),
        ("src/plangen/values/a.py", "def f():\n    from plangen import model", "imports plangen.model of floor 2"),
        ("src/plangen/compute/a.py", "from plangen import Thing", "floor 3 imports plangen of floor 7"),
        ("src/plangen/cli/a.py", "import mkdocs_plangen", "floor 7 imports mkdocs_plangen of floor 8"),
        ("src/plangen/render/a.py", "import plangen.diff.b", "imports its sibling plangen.diff.b"),
        ("src/plangen/sections/swot/a.py", "import plangen.sections.org.model", "names the section kind"),
        ("src/plangen/checks/a.py", "from plangen.sections import org", "names the section kind plangen.sections.org"),
        ("src/plangen/attic/a.py", "", "plangen.attic.a has no floor"),
    ],
)
def test_a_climbing_import_is_seen(tmp_path: Path, path: str, line: str, problem: str) -> None:
    """Each rule, on a tree that breaks it."""
    empty = {f"src/plangen/{name}/__init__.py": "" for name in ("model", "diff", "sections", "sections/org")}
    files = empty | {"src/plangen/model/b.py": "", "plugins/mkdocs_plangen/__init__.py": "", path: line}
    found = list(climbs(write(tmp_path, files)))
    assert len(found) == 1
    assert problem in found[0]


def test_imports_downwards_and_within_a_kind_are_fine(tmp_path: Path) -> None:
    """What the floors are for."""
    own = "from plangen.sections.kind import Kind\nfrom plangen.sections.swot.model import Swot\nimport plangen.values"
    files = {
        "src/plangen/sections/kind.py": "",
        "src/plangen/sections/swot/model.py": "",
        "src/plangen/values/a.py": "",
    }
    assert list(climbs(write(tmp_path, files | {"src/plangen/sections/swot/a.py": own}))) == []


def test_a_plugin_that_reaches_inside_is_seen(tmp_path: Path) -> None:
    """Inner modules, names that are not exported and other libraries."""
    lines = ["from plangen.values import Unit", "from plangen import hidden", "import jinja2"]
    good = ["import os", "from plangen import build", "from mkdocs.plugins import BasePlugin"]
    root = write(tmp_path, {"plugins/mkdocs_plangen/plugin.py": "\n".join(lines + good)})
    assert [problem.split()[0].split(":")[1] for problem in plugin_imports(root, {"build"})] == ["1", "2", "3"]
    root = write(tmp_path, {"plugins/mkdocs_plangen/plugin.py": "import plangen\nplangen.build()\nplangen.values"})
    assert [problem.split()[-5] for problem in reached(root, {"build"})] == ["plangen.values,"]
