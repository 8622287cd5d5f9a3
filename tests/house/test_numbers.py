"""No number without origin: what sections show as a number names its figure."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from house.source_tree import ROOT, below, modules, write


def nameless(root: Path) -> Iterator[str]:
    """Every `Num` that a section kind makes of a quantity without saying which figure it is."""
    for module in modules(root):
        if not below(module.name, "plangen.sections"):
            continue
        calls = (node for node in ast.walk(module.tree) if isinstance(node, ast.Call))
        for call in calls:
            if isinstance(call.func, ast.Name) and call.func.id == "Num" and not _is_named(call):
                yield f"{module.path}:{call.lineno} a number without address: use plangen.sections.numbers.shown"


def _is_named(call: ast.Call) -> bool:
    """Whether it has an address, or is the dash of what does not apply."""
    nothing = [part for part in call.args if isinstance(part, ast.Constant) and part.value is None]
    return bool(nothing) or any(keyword.arg == "address" for keyword in call.keywords)


def test_numbers_name_their_figures() -> None:
    """The real tree."""
    assert list(nameless(ROOT)) == []


@pytest.mark.parametrize("text", ["Num(quantity, '元')", "Num(Quantity.exact(1))"])
def test_a_nameless_number_is_seen(tmp_path: Path, text: str) -> None:
    """One that is made by hand; the dash is fine."""
    root = write(tmp_path, {"src/plangen/sections/demo/views.py": f"def view():\n    return Num(None), {text}\n"})
    assert len(list(nameless(root))) == 1


SHOWING = ("views", "tables", "charts", "notes")
"""How modules end that make what a page shows."""
WRITERS = frozenset({"write_quantity", "write_number"})


def as_text(root: Path) -> Iterator[str]:
    """Every number that a module for pages writes as text, so that nobody can ask where it comes from."""
    for module in modules(root):
        if below(module.name, "plangen.sections") and module.name.endswith(SHOWING):
            for node in ast.walk(module.tree):
                if isinstance(node, ast.Name) and node.id in WRITERS:
                    yield f"{module.path}:{node.lineno} a number as text: use plangen.sections.numbers.shown"


def test_no_number_is_written_as_text() -> None:
    """The real tree."""
    assert list(as_text(ROOT)) == []


def test_a_number_as_text_is_seen(tmp_path: Path) -> None:
    """In tables; checks may say numbers in their sentences."""
    line = "def say(share):\n    return write_quantity(share)\n"
    files = {f"src/plangen/sections/demo/{name}.py": line for name in ("gap_tables", "gap_checks")}
    assert [problem.split()[0] for problem in as_text(write(tmp_path, files))] == [
        "src/plangen/sections/demo/gap_tables.py:2"
    ]
