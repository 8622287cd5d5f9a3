"""The source of the house as the house tests read it: files, modules, imports. Nothing is imported to be read."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("src", "plugins")


@dataclass(frozen=True)
class Module:
    """A Python file below src/ or plugins/: its dotted name, its path from the root and what it says."""

    name: str
    path: str
    is_package: bool
    tree: ast.Module


@dataclass(frozen=True)
class Import:
    """One imported name: the module it stands in or is, the name (empty for `import module`) and the line."""

    module: str
    name: str
    line: int


def modules(root: Path) -> list[Module]:
    """Every module below src/ and plugins/ of a tree, sorted by name."""
    found = [_module(root, base, path) for base in SOURCES for path in (root / base).rglob("*.py")]
    return sorted(found, key=lambda module: module.name)


def _module(root: Path, base: str, path: Path) -> Module:
    parts = list(path.relative_to(root / base).with_suffix("").parts)
    is_package = parts[-1] == "__init__"
    name = ".".join(parts[:-1] if is_package else parts)
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    return Module(name, path.relative_to(root).as_posix(), is_package, tree)


def imports(module: Module) -> Iterator[Import]:
    """Every import of a module, wherever it stands: at the top, in a function, for types only."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, "", node.lineno)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield Import(_absolute(module, node), alias.name, node.lineno)


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    """The absolute name of what a `from … import` names; dots count from the module's own package."""
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    up = node.level - 1 if module.is_package else node.level
    return ".".join([*parts[: len(parts) - up], *([node.module] if node.module else [])])


def below(name: str, package: str) -> bool:
    """Whether a dotted name is a package or something in it."""
    return name == package or name.startswith(package + ".")


def write(root: Path, files: dict[str, str]) -> Path:
    """Write a small tree of files for a test of a test; returns its root."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
