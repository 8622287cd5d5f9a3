"""Edits by position: what is not edited stays byte for byte."""

import pytest
import yaml

from plangen.source import Splice, YamlMapping, appended, edited, read_yaml, removals
from plangen.values import Span


def without(text: str, *path: str, keys: set[str]) -> str:
    """A YAML text without some keys of the mapping at a path."""
    node, findings = read_yaml("a.yml", text.encode())
    assert node is not None, findings
    for step in path:
        inner = node.get(step)
        assert isinstance(inner, YamlMapping)
        node = inner
    return edited(text.encode(), removals(node, keys, text.split("\n"))).decode()


@pytest.mark.parametrize(
    ("text", "keys", "left"),
    [
        ("a: {x: 1, was: b, y: 2}\n", {"was"}, "a: {x: 1, y: 2}\n"),
        ("a: {was: b, y: 2}\n", {"was"}, "a: {y: 2}\n"),
        ("a: {x: 1, was: b}  # said\n", {"was"}, "a: {x: 1}  # said\n"),
        ("a: {was: b}\n", {"was"}, "a: {}\n"),
        ("a: {was: b, z: {q: 1}, x: 1}\n", {"was", "z"}, "a: {x: 1}\n"),
        ("a: {x: 1, was: b, z: [1, 2], y: 3}\n", {"was", "z"}, "a: {x: 1, y: 3}\n"),
        ("a: {x: 1, was: b, z: 'c, d'}\n", {"was", "z"}, "a: {x: 1}\n"),
        ("a:\n  x: 1\n  was: b  # gone too\n  # stays\n  y: 2\n", {"was"}, "a:\n  x: 1\n  # stays\n  y: 2\n"),
        ("a:\n  was: b\n  y: 2", {"was"}, "a:\n  y: 2"),
        ("a:\n  y: 2\n  was: b", {"was"}, "a:\n  y: 2\n"),
        ("a:\n  was: b\nc: 1\n", {"was"}, "a:\n  {}\nc: 1\n"),
        ("a:\n  was: |\n    b\n    c\nc: 1\n", {"was"}, "a:\n  {}\nc: 1\n"),
        ("a:\n  x: 1\n  was: |\n    b\n\n    c\n  y: 1\n", {"was"}, "a:\n  x: 1\n  y: 1\n"),
        ("a:\n  z:\n    q: 1\n    r:\n      - 1\n  # of y\n  y: 2\n", {"z"}, "a:\n  # of y\n  y: 2\n"),
        ("a:\n  x: 1\n  z: {q: 1,\n      r: 2}\n  y: 2\n", {"z"}, "a:\n  x: 1\n  y: 2\n"),
    ],
)
def test_removals(text: str, keys: set[str], left: str) -> None:
    """In braces with the comma, in a block with the line; what is left is YAML without the keys."""
    assert without(text, "a", keys=keys) == left
    value = yaml.safe_load(text)
    value["a"] = {key: inner for key, inner in value["a"].items() if key not in keys}
    assert yaml.safe_load(left) == value


def test_removal_behind_a_dash() -> None:
    """The next key moves up to the dash."""
    text = "a:\n- was: b\n  y: 2\n"
    node, _ = read_yaml("a.yml", text.encode())
    items = node.get("a") if node else None
    first = items.items[0] if items and not isinstance(items, YamlMapping) and hasattr(items, "items") else None
    assert isinstance(first, YamlMapping)
    assert edited(text.encode(), removals(first, {"was"}, text.split("\n"))) == b"a:\n- y: 2\n"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a: {x: 1}\n", "a: {x: 1, n: 2}\n"),
        ("a:\n  x: 1  # said\nb: 1\n", "a:\n  x: 1  # said\n  n: 2\nb: 1\n"),
        ("a:\n  x: 1", "a:\n  x: 1\n  n: 2\n"),
        ("a:\n  x:\n    q: 1\n# of b\nb: 1\n", "a:\n  x:\n    q: 1\n  n: 2\n# of b\nb: 1\n"),
    ],
)
def test_appended(text: str, left: str) -> None:
    """Behind the last value, in the style of the mapping."""
    node, _ = read_yaml("a.yml", text.encode())
    inner = node.get("a") if node else None
    assert isinstance(inner, YamlMapping)
    assert edited(text.encode(), [appended(inner, "n: 2", text.split("\n"))]).decode() == left


def test_bytes_stay() -> None:
    """Byte order mark, CR LF, tabs in comments, a missing last line end; places count in characters."""
    data = "\ufeff# 甲\t乙\r\na: 一二三  # x\r\nb: 2".encode()
    edits = [Splice(Span("a.yml", 2, 4, 2, 7), "四"), Splice(Span("a.yml", 3, 4, 3, 5), "5")]
    assert edited(data, edits).decode() == "\ufeff# 甲\t乙\r\na: 四  # x\r\nb: 5"
    assert edited(data, []) == data


def test_an_edit_inside_a_removed_stretch_is_dropped() -> None:
    """The outer one wins, whatever the order."""
    inner, outer = Splice(Span("a.yml", 1, 8, 1, 9), "9"), Splice(Span("a.yml", 1, 4, 1, 10), "{}")
    assert edited(b"a: {b: 1}\n", [inner, outer]) == edited(b"a: {b: 1}\n", [outer, inner]) == b"a: {}\n"


def test_crlf_lines_go_whole() -> None:
    """A removed line takes its CR along."""
    data = b"a:\r\n  x: 1\r\n  was: b\r\n  y: 2\r\n"
    node, _ = read_yaml("a.yml", data)
    inner = node.get("a") if node else None
    assert isinstance(inner, YamlMapping)
    lines = data.decode().replace("\r\n", "\n").split("\n")
    assert edited(data, removals(inner, {"was"}, lines)) == b"a:\r\n  x: 1\r\n  y: 2\r\n"
