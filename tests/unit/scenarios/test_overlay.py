"""Laying one YAML tree over another."""

from plangen.model.overlay import Overlay
from plangen.source import Node, YamlMapping, YamlSequence, read_yaml


def tree(text: str, file: str = "plan.yml") -> YamlMapping:
    """A YAML text as located nodes."""
    node, findings = read_yaml(file, text.encode())
    assert node is not None
    assert not findings
    return node


def plain(node: Node) -> object:
    """A tree as lists, mappings and texts."""
    if isinstance(node, YamlMapping):
        return {entry.key.text: plain(entry.value) for entry in node.entries}
    return [plain(item) for item in node.items] if isinstance(node, YamlSequence) else node.text


def laid(below: str, above: str) -> tuple[object, list[tuple[str, str]]]:
    """The merged tree, and what the overlay did where."""
    overlay = Overlay()
    merged = overlay.laid(tree(below), tree(above, "scenarios/stretch.yml"))
    return plain(merged), [(touch.kind, ".".join(map(str, touch.path))) for touch in overlay.touches]


def test_a_value_replaces_and_a_mapping_merges_by_key() -> None:
    """What the overlay does not name stays, in its order."""
    merged, touches = laid("a: {x: '1', y: '2'}\nb: '3'", "a: {y: '5'}")
    assert merged == {"a": {"x": "1", "y": "5"}, "b": "3"}
    assert list(merged["a"]) == ["x", "y"]
    assert touches == [("changed", "a.y")]


def test_a_list_replaces_whole() -> None:
    """Items of a list have no names, so that they cannot be merged one by one."""
    merged, touches = laid("a: [x, y, z]", "a: [y]")
    assert merged == {"a": ["y"]}
    assert touches == [("changed", "a")]


def test_null_takes_a_key_out() -> None:
    """`null` and `~` do; the same word in quotes is a text."""
    assert laid("a: x\nb: y\nc: z", "a: null\nb: ~\nc: 'null'") == (
        {"c": "null"}, [("removed", "a"), ("removed", "b"), ("changed", "c")],
    )  # fmt: skip


def test_nothing_to_take_out_is_told() -> None:
    """A misspelt key would otherwise stay silently."""
    assert laid("a: x", "b: null") == ({"a": "x"}, [("missing", "b")])


def test_a_new_key_comes_last_and_is_told() -> None:
    """Whether it may be there is judged by the model, not here."""
    assert laid("a: x", "b: y") == ({"a": "x", "b": "y"}, [("added", "b")])


def test_a_value_over_a_mapping_is_refused_and_changes_nothing() -> None:
    """It would take away everything else that stands there; so would a list."""
    assert laid("a: {x: '1'}", "a: '2'") == ({"a": {"x": "1"}}, [("shape", "a")])
    assert laid("a: x", "a: [x]") == ({"a": "x"}, [("shape", "a")])


def test_a_mapping_over_a_value_says_more() -> None:
    """A cell that is written as its target alone may be told in full."""
    assert laid("dealer: 70万元", "dealer: {target: 90万元, note: 老客户}")[0] == {
        "dealer": {"target": "90万元", "note": "老客户"}
    }


def test_every_value_keeps_its_own_file() -> None:
    """What the plan says leads to the plan, what the scenario says to the scenario."""
    merged = Overlay().laid(tree("a: {x: '1', y: '2'}"), tree("a: {y: '5'}", "scenarios/stretch.yml"))
    inner = merged.get("a")
    assert isinstance(inner, YamlMapping)
    assert [entry.value.span.file for entry in inner.entries] == ["plan.yml", "scenarios/stretch.yml"]
    assert inner.span.file == "plan.yml"
