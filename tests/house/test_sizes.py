"""Small files, small functions, few parameters, and no drawer for everything."""

import ast
from collections.abc import Iterator
from pathlib import Path

from house.source_tree import ROOT, write

FILE_LINES = 300
FUNCTION_LINES = 40
PARAMETERS = 6
DRAWERS = {"utils", "util", "helpers", "helper", "manager", "managers", "base", "common", "misc"}
SUFFIXES = {".py", ".js", ".css", ".html", ".sh"}
FOLDERS = ("src", "plugins", "site_templates", "scripts", "benchmarks", "tests")
FUNCTION_FOLDERS = ("src", "plugins", "scripts", "benchmarks")
"""Tests hold tables of cases: their files have a limit, their functions have none."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def files(root: Path, folders: tuple[str, ...], suffixes: set[str]) -> Iterator[tuple[str, str]]:
    """Path from the root and text of every file in some folders with some suffixes."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in suffixes and path.is_file():
                yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def long_files(root: Path) -> Iterator[str]:
    """Files with too many lines."""
    for name, text in files(root, FOLDERS, SUFFIXES):
        lines = len(text.splitlines())
        if lines > FILE_LINES:
            yield f"{name} has {lines} lines, {FILE_LINES} are allowed: split it"


def big_functions(root: Path) -> Iterator[str]:
    """Functions with too many lines or parameters; decorators do not count, docstrings do."""
    for name, text in files(root, FUNCTION_FOLDERS, {".py"}):
        for node in ast.walk(ast.parse(text, filename=name)):
            if isinstance(node, Function):
                yield from too_big(name, node)


def too_big(name: str, function: Function) -> Iterator[str]:
    """What is too much in one function."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if lines > FUNCTION_LINES:
        yield f"{name}:{function.lineno} {function.name} has {lines} lines, {FUNCTION_LINES} are allowed"
    count = len(parameters(function))
    if count > PARAMETERS:
        yield f"{name}:{function.lineno} {function.name} has {count} parameters, {PARAMETERS} are allowed"


def parameters(function: Function) -> list[str]:
    """The names of a function's parameters without `self` and `cls`."""
    given = function.args
    both = [each for each in (given.vararg, given.kwarg) if each]
    names = [each.arg for each in [*given.posonlyargs, *given.args, *given.kwonlyargs, *both]]
    return names[1:] if names[:1] in (["self"], ["cls"]) else names


def drawers(root: Path) -> Iterator[str]:
    """Files and folders whose name says nothing about what is in them."""
    for name, _ in files(root, FOLDERS, SUFFIXES):
        for part in Path(name).with_suffix("").parts:
            if part.lstrip("_") in DRAWERS:
                yield f"{name}: `{part}` says nothing; name it after what it holds"


def test_files_are_short() -> None:
    """The real tree."""
    assert list(long_files(ROOT)) == []


def test_functions_are_small() -> None:
    """The real tree."""
    assert list(big_functions(ROOT)) == []


def test_names_say_something() -> None:
    """The real tree."""
    assert list(drawers(ROOT)) == []


def test_a_long_file_is_seen(tmp_path: Path) -> None:
    """301 lines are one too many, whatever the language."""
    root = write(tmp_path, {"src/a.py": "\n" * 301, "site_templates/t/b.css": "\n" * 301, "tests/c.py": "\n" * 300})
    assert [problem.split()[0] for problem in long_files(root)] == ["src/a.py", "site_templates/t/b.css"]


def test_a_big_function_is_seen(tmp_path: Path) -> None:
    """41 lines, and seven parameters of any sort, also in a class."""
    long = "def long():\n" + "    pass\n" * 40
    wide = "class A:\n    async def wide(self, a, /, b, *c, d=1, e, f, **g): ...\n"
    fine = "def fine():\n" + "    pass\n" * 39 + "class B:\n    def six(self, a, b, c, d, e, f): ...\n"
    root = write(tmp_path, {"src/a.py": long + wide + fine, "tests/b.py": long})
    assert [problem.split()[1] for problem in big_functions(root)] == ["long", "wide"]


def test_a_drawer_is_seen(tmp_path: Path) -> None:
    """As a file, as a folder, with an underscore."""
    root = write(tmp_path, {"src/utils.py": "", "src/common/a.py": "", "src/_base.py": "", "src/baseline.py": ""})
    assert len(list(drawers(root))) == 3
