"""The composer: text, styles and places of good YAML, with PyYAML's own loader as oracle."""

import pickle
from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st

from plangen.source import Node, YamlMapping, YamlScalar, YamlSequence, read_yaml
from plangen.source import yaml as reader


def tree(text: str) -> YamlMapping:
    """The tree of good YAML."""
    mapping, found = read_yaml("f.yml", text.encode())
    assert mapping is not None, found
    assert found == []
    return mapping


def plain(node: Node) -> Any:
    """A node as dict, list and str."""
    if isinstance(node, YamlMapping):
        return {entry.key.text: plain(entry.value) for entry in node.entries}
    if isinstance(node, YamlSequence):
        return [plain(item) for item in node.items]
    return node.text


def place(node: Node) -> tuple[int, int, int, int]:
    """Line, column, end line, end column."""
    span = node.span
    return span.line, span.column, span.end_line, span.end_column


def value(text: str) -> YamlScalar:
    """The scalar of the key `a`."""
    node = tree(text).get("a")
    assert isinstance(node, YamlScalar)
    return node


@pytest.mark.parametrize(
    ("text", "expected", "style"),
    [
        ("a: 1092万元", "1092万元", ""),
        ("a: 010", "010", ""),
        ("a: no", "no", ""),
        ("a: 1:30", "1:30", ""),
        ("a: 2026-02-30", "2026-02-30", ""),
        ("a: ~", "~", ""),
        ("a: null", "null", ""),
        ("a: .nan", ".nan", ""),
        ("a:", "", ""),
        ("a:   # nothing", "", ""),
        ("a: １２３，０００", "１２３，０００", ""),
        ('a: "1\\t2"', "1\t2", '"'),
        ("a: 'it''s'", "it's", "'"),
        ("a: |\n  x\n  y\n", "x\ny\n", "|"),
        ("a: >-\n  x\n  y\n", "x y", ">"),
        ("a: x\n  y", "x y", ""),
        ("a: 见“说明”一节", "见“说明”一节", ""),
        ("a: 要点：先做", "要点：先做", ""),
        ("a: [x, 1，092万]", None, None),
        ("a: {text: 先做，再做}", None, None),
    ],
)
def test_scalars_stay_text(text: str, expected: str | None, style: str | None) -> None:
    """Nothing is typed; full-width marks inside a text are fine."""
    mapping = tree(text)
    if expected is not None:
        assert (value(text).text, value(text).style) == (expected, style)
    assert plain(mapping) == pyyaml.load(text, Loader=pyyaml.BaseLoader)  # noqa: S506 (the base loader builds text only)


def test_empty_values_know_it() -> None:
    """An empty value is not an empty quoted text."""
    assert value("a:").is_empty
    assert not value('a: ""').is_empty


def test_places_count_code_points_from_one() -> None:
    """Chinese letters and characters beyond the first plane are one column each."""
    mapping = tree("名😀称: 值\nb:\n  - x\n  - {y: 'z'}\nc: |\n  t\nd:\n")
    first, second, third, fourth = mapping.entries
    assert place(first.key) == (1, 1, 1, 4)
    assert place(first.value) == (1, 6, 1, 7)
    sequence = second.value
    assert isinstance(sequence, YamlSequence)
    assert place(sequence) == (3, 3, 4, 13)
    inner = sequence.items[1]
    assert isinstance(inner, YamlMapping)
    assert place(inner) == (4, 5, 4, 13)
    assert place(inner.entries[0].value) == (4, 9, 4, 12)
    assert place(third.value) == (5, 4, 7, 1)
    assert place(fourth.value) == (7, 3, 7, 4)
    assert str(mapping.span) == "f.yml:1:1"


def test_a_byte_order_mark_moves_nothing() -> None:
    """Columns are those that an editor shows."""
    mapping, found = read_yaml("f.yml", b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert mapping is not None
    assert found == []
    assert [place(entry.value) for entry in mapping.entries] == [(1, 4, 1, 5), (2, 4, 2, 5)]


def test_nodes_compare_and_pickle() -> None:
    """Equal text at equal places is equal; a stored tree comes back."""
    mapping = tree("a: [1, {b: 'x'}]\n")
    assert mapping == tree("a: [1, {b: 'x'}]\n")
    assert hash(mapping) == hash(tree("a: [1, {b: 'x'}]\n"))
    assert mapping != tree("a:  [1, {b: 'x'}]\n")
    assert mapping != "a"
    assert pickle.loads(pickle.dumps(mapping)) == mapping  # noqa: S301 (our own bytes)
    assert "YamlScalar('x'" in repr(mapping)
    assert mapping.get("b") is None


def test_the_pure_parser_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the C library is missing, reading is slower and nothing else."""
    text = "a: 1\nb: [x, {c: 'd'}]\n名: |\n  t\n"
    fast = tree(text)
    monkeypatch.setattr(reader, "parser", pyyaml.BaseLoader)
    assert tree(text) == fast


letters = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"]), max_size=8
)
texts = letters | st.from_regex(r"[ \na-c:#\-\[\]{},&*!|>'\"%@]{0,8}", fullmatch=True)
data = st.recursive(texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3))


class Plain(pyyaml.SafeDumper):
    """Writes no aliases."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 (PyYAML's signature)
        """Everything is written out."""
        return True


@given(
    st.dictionaries(texts, data, min_size=1, max_size=4),
    st.booleans() | st.none(),
    st.sampled_from([None, '"', "'", "|"]),
)
def test_composed_trees_equal_the_oracle(value: dict[str, Any], flow: bool | None, style: str | None) -> None:
    """What PyYAML writes is read as PyYAML reads it, or refused for a stated reason."""
    text = pyyaml.dump(value, Dumper=Plain, allow_unicode=True, default_flow_style=flow, default_style=style)
    mapping, found = read_yaml("f.yml", text.encode())
    if mapping is None or found:
        assert {finding.code for finding in found} <= {
            "PG101",
            "PG104",
            "PG105",
            "PG106",
            "PG109",
            "PG111",
            "PG113",
            "PG114",
        }
        return
    assert plain(mapping) == pyyaml.load(text, Loader=pyyaml.BaseLoader)  # noqa: S506
