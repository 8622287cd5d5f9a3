"""What is public is exported, explained and in the documentation."""

import ast
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from house.source_tree import ROOT, Module, modules, write

MOST_NAMES = 20
"""The public API is a page, not a book (architecture, "The tree": about 15 names)."""


def unexplained(root: Path) -> Iterator[str]:
    """Modules, public classes and public functions without a docstring."""
    for module in modules(root):
        if ast.get_docstring(module.tree) is None:
            yield f"{module.path}: the module has no docstring"
        yield from unexplained_in(module, module.tree.body)


def unexplained_in(module: Module, body: list[ast.stmt]) -> Iterator[str]:
    """The same for the public names of one module or class."""
    for node in body:
        if isinstance(node, ast.If):
            yield from unexplained_in(module, node.body)
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) or node.name.startswith("_"):
            continue
        if ast.get_docstring(node) is None and not exempt(node):
            yield f"{module.path}:{node.lineno} {node.name} has no docstring"
        if isinstance(node, ast.ClassDef):
            yield from unexplained_in(module, node.body)


def exempt(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether another docstring speaks for this one: an override, an overload, a setter."""
    return any(ast.unparse(each).split(".")[-1] in {"override", "overload", "setter"} for each in node.decorator_list)


def undocumented(names: list[str], docs: Path) -> list[str]:
    """The names that no page of a documentation folder mentions as a word."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(docs.rglob("*.md")))
    words = set(re.findall(r"\w+", text))
    return [name for name in names if name not in words]


def test_everything_public_has_a_docstring() -> None:
    """The real tree."""
    assert list(unexplained(ROOT)) == []


def test_the_public_api_is_small_and_sorted() -> None:
    """`plangen.__all__` names each thing once, and few."""
    import plangen

    names = list(plangen.__all__)
    assert names == sorted(set(names))
    assert len(names) <= MOST_NAMES


def test_the_public_api_is_explained() -> None:
    """Each exported name is there; functions and classes have a docstring of their own."""
    import plangen

    for name in plangen.__all__:
        thing = getattr(plangen, name)
        if inspect.isclass(thing) or inspect.isroutine(thing):
            assert inspect.getdoc(thing), name


@pytest.mark.parametrize("package", ["plangen", "plangen.site"])
def test_every_exported_name_is_there(package: str) -> None:
    """It is loaded from its home when it is first asked for: a home that was moved would be missed by nobody else."""
    exported = import_module(package)
    assert [name for name in exported.__all__ if not hasattr(exported, name)] == []


def test_the_public_api_is_in_the_documentation() -> None:
    """docs/ mentions each exported name."""
    import plangen

    assert undocumented(list(plangen.__all__), ROOT / "docs") == []


def test_a_missing_docstring_is_seen(tmp_path: Path) -> None:
    """Of a module, a class, a method, a function; private names, overrides and inner functions need none."""
    text = """
class Open:
    def method(self): ...
    def _inner(self): ...
    @override
    def given(self): ...
def function():
    "Explained."
    def inner(): ...
def bare(): ...
"""
    root = write(tmp_path, {"src/plangen/a.py": text})
    found = [problem.split(" ", 1)[1] for problem in unexplained(root)]
    assert found == [
        "the module has no docstring",
        *(f"{name} has no docstring" for name in ("Open", "method", "bare")),
    ]


def test_an_undocumented_name_is_seen(tmp_path: Path) -> None:
    """A name inside another word does not count."""
    root = write(tmp_path, {"docs/a.md": "call `build_all` or `check()`"})
    assert undocumented(["build", "check"], root / "docs") == ["build"]
