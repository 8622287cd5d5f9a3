"""A loader of our own: PyYAML's nodes, and differences laid over them, each leaf with its place."""

from pathlib import Path
from typing import NamedTuple

import yaml


class Leaf(NamedTuple):
    """One value as it is written: file from the handbook's folder, line and column from 1, text."""

    file: str
    line: int
    column: int
    text: str


Tree = dict[str, "Tree"] | list["Tree"] | Leaf


def load(root: Path, file: Path) -> dict[str, Tree]:
    """A YAML file as mappings and lists of leaves; empty where it is not there."""
    if not file.exists():
        return {}
    node = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert node is not None
    tree = _tree(node, file.relative_to(root).as_posix())
    assert isinstance(tree, dict)
    return tree


def _tree(node: yaml.Node, file: str) -> Tree:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _tree(value, file) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_tree(item, file) for item in node.value]
    mark = node.start_mark
    return Leaf(file, mark.line + 1, mark.column + 1, node.value)


def merged(below: Tree, above: Tree) -> Tree:
    """What stands after the differences are applied: mappings by key, null takes out, the rest replaces."""
    if not isinstance(below, dict) or not isinstance(above, dict):
        return above
    result = dict(below)
    for key, value in above.items():
        if isinstance(value, Leaf) and value.text == "null":
            del result[key]
        else:
            result[key] = merged(result[key], value) if key in result else value
    return result


def leaves(tree: Tree) -> list[Leaf]:
    """Every leaf."""
    if isinstance(tree, Leaf):
        return [tree]
    parts = tree.values() if isinstance(tree, dict) else tree
    return [leaf for part in parts for leaf in leaves(part)]
