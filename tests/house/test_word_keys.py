"""No table of words has an entry that nothing says: what is used nowhere is removed with its last use."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from house.source_tree import ROOT, write
from plangen.compute.verbs import VERBS

RENDER, TERMINAL, SITE = "src/plangen/render", "src/plangen/render/terminal", "src/plangen/site"
REVIEW = "src/plangen/review"
TABLES = {
    f"{RENDER}/words.py": (RENDER, "site_templates"),
    f"{TERMINAL}/words.py": (TERMINAL,),
    f"{REVIEW}/words.py": (REVIEW, "src/plangen/cli", "src/plangen/diff"),
    f"{SITE}/publishing/words.py": (SITE, "src/plangen/cli", "plugins"),
}
"""Each table of words, and where it may be used."""
FIGURES = f"{RENDER}/figure_words.py"
QUOTED = re.compile(r"""['"]([^'"\n]+)['"]""")


def entries(file: Path, table: str = "_WORDS") -> list[str]:
    """The keys of a table, in order."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        target = node.target if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [None])[0]
        if isinstance(target, ast.Name) and target.id == table:
            found = getattr(node, "value", None)
            return [str(key.value) for key in found.keys if isinstance(key, ast.Constant)] if found else []
    return []


def said(node: ast.AST) -> Iterator[str]:
    """Texts of a module that may name a word: all but those that something is compared with."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.value
        elif isinstance(child, ast.AnnAssign) and isinstance(child.target, ast.Name):
            yield child.target.id
            yield from said(child)
        elif not isinstance(child, ast.Compare):
            yield from said(child)


def used(root: Path, folders: tuple[str, ...], table: str) -> set[str]:
    """Every text that may name a word in some folders, apart from the table itself."""
    found: set[str] = set()
    for path in (path for folder in folders for path in (root / folder).rglob("*") if path.is_file()):
        if path.suffix == ".py" and path != root / table:
            found.update(said(ast.parse(path.read_text(encoding="utf-8"))))
        elif path.suffix in (".html", ".js"):
            found.update(QUOTED.findall(path.read_text(encoding="utf-8")))
    return found


def unused(root: Path) -> Iterator[str]:
    """The entries of all tables that nothing names."""
    for table, folders in TABLES.items():
        texts = used(root, folders, table)
        yield from (f"{table}: {key}" for key in entries(root / table) if key not in texts)


def test_every_word_is_said_somewhere() -> None:
    """The real tables; symbols stand in front of the numbers and words of sections and of the site's own pages."""
    first = {text[:1] for text in used(ROOT, ("src/plangen/sections", SITE), "")}
    assert [each for each in unused(ROOT) if each.rpartition(" ")[2] not in first] == []


def test_every_verb_has_one_word() -> None:
    """And `typed`, which is none."""
    assert set(entries(ROOT / FIGURES, "_VERBS")) == {"typed", *VERBS}


def test_every_measure_is_one() -> None:
    """A field, a text, or the beginning of a text with a number or another text behind it."""
    texts = used(ROOT, ("src/plangen",), FIGURES)
    ends = sorted(text for text in texts if text.startswith("-"))
    left = [key for key in entries(ROOT / FIGURES, "_MEASURES") if not {key, f"{key}-"} & texts]
    assert [key for key in left if not any(key.removesuffix(end) in texts for end in ends if key.endswith(end))] == []


@pytest.mark.parametrize("use", ['if rule == "b":\n    pass\n', '"""Says b."""\n'])
def test_a_word_that_nothing_says_is_seen(tmp_path: Path, use: str) -> None:
    """One that is only compared with, and one that is only written about."""
    files = {f"{RENDER}/words.py": '_WORDS = {"a": 1, "b": 2}\n', f"{RENDER}/plain.py": f'word("a")\n{use}'}
    files |= {table: "_WORDS = {}\n" for table in TABLES if table not in files}
    assert list(unused(write(tmp_path, files))) == [f"{RENDER}/words.py: b"]


def said_keys(folder: Path) -> Iterator[str]:
    """The keys that modules of a folder ask a table for by a plain text: `say(language, "edits")`."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            said_by = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
            if isinstance(node, ast.Call) and said_by in ("say", "_say"):
                yield from (str(each.value) for each in node.args[:2] if isinstance(each, ast.Constant))


def test_every_word_that_is_said_is_there() -> None:
    """Of comparisons and reviews; a missing one would end a command only where it is needed."""
    for folder in ("request", "review"):
        tables = {f"src/plangen/{each}/words.py" for each in (folder, "review")}
        known = {key for table in tables for key in entries(ROOT / table)}
        assert [key for key in said_keys(ROOT / "src/plangen" / folder) if key not in known] == []
