"""What the fields of an entry mean: the string below each field, read from the source when it is asked for.

Pydantic can do this when a class is made, but then every start of plangen would parse every model's source.
"""

import ast
from inspect import getsource
from textwrap import dedent
from typing import Any

from plangen.model.entry import Entry


def field_docs(entry: type[Entry]) -> dict[str, str]:
    """Each field's own words, those of the bases included."""
    found: dict[str, str] = {}
    for base in reversed(entry.__mro__):
        if issubclass(base, Entry):
            found |= _docs_of(base)
    return {name: found[name] for name in entry.model_fields if name in found}


def _docs_of(entry: type[Entry]) -> dict[str, str]:
    tree = ast.parse(dedent(getsource(entry))).body[0]
    assert isinstance(tree, ast.ClassDef)
    found = {}
    for field, below in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            text = ast.literal_eval(below.value) if isinstance(below.value, ast.Constant) else ""
            found[field.target.id] = str(text)
    return found


def described(entry: type[Entry]) -> type[Entry]:
    """The class with its fields' words as descriptions, inner entries included, for JSON Schema and references."""
    for inner in sorted(_inside(entry), key=lambda found: found.__name__):
        for name, text in field_docs(inner).items():
            inner.model_fields[name].description = text
        inner.model_rebuild(force=True)
    entry.model_rebuild(force=True)
    return entry


def _inside(entry: type[Entry]) -> set[type[Entry]]:
    found: set[type[Entry]] = set()
    waiting: list[Any] = [entry]
    while waiting:
        current = waiting.pop()
        if isinstance(current, type) and issubclass(current, Entry):
            if current not in found:
                found.add(current)
                waiting += [info.annotation for info in current.model_fields.values()]
        else:
            waiting += getattr(current, "__args__", ())
    return found
