"""What the strict reader refuses: the code, the place and nothing else."""

from time import process_time

import pytest
import yaml as pyyaml

from plangen.findings import Finding, message, way_out
from plangen.source import read_yaml
from plangen.source import yaml as reader


def refused(text: str) -> list[str]:
    """Code and place of each finding; the file is not used then."""
    mapping, found = read_yaml("f.yml", text.encode())
    assert mapping is None
    return [shown(finding) for finding in found]


def shown(finding: Finding) -> str:
    """`PG101 1:4`, after a look at its sentences."""
    for language in ("zh", "en"):
        assert "{" not in message(finding, language).replace("{key", "").replace("“{”", "").replace("'{'", "")
        assert way_out(finding, language)
    return f"{finding.code} {finding.span.line}:{finding.span.column}"


GUARDS = [
    ("a: &x [1]\nb: *x\n", "PG101 1:4"),
    ("b: *x\n", "PG101 1:4"),
    ("a: 1\nb: &x 2\n", "PG101 2:4"),
    ("a: &x\n  b: 1\n", "PG101 1:4"),
    ("&x a: 1\n", "PG101 1:1"),
    ("*x : 1\n", "PG101 1:1"),
    ("a: 1\nb: {<<: 1}\n", "PG101 2:5"),
    ("a: &b !!str c\n", "PG101 1:4"),
    ("[" * 100_000, "PG102 1:65"),
    ("a: " + "[" * 100_000 + "]" * 100_000, "PG102 1:67"),
    ("a: " + "{b: " * 1_000, "PG102 1:256"),
    ("".join(" " * depth + "a:\n" for depth in range(300)), "PG102 65:65"),
    ("- " * 500, "PG102 1:129"),
    ('name: "' + "x" * 100_001 + '"\n', "PG103 1:7"),
    ("a: [" + "x," * 100_001 + "]\n", "PG103 1:199999"),
    ("a: !!python/name:os.system\n", "PG105 1:4"),
    ("a: !ENV HOME\n", "PG105 1:4"),
    ("a: 1\nb: !!set {x, y}\n", "PG105 2:4"),
    ("a: ! x\n", "PG105 1:4"),
    ("a: !!str &b c\n", "PG105 1:4"),
    ("a: !e!x y\n", "PG105 1:4"),
    ('a: "x\\ud800"\n', "PG106 1:8"),
    ('a: "x\\x07"\n', "PG106 1:4"),
    ('a: "x\\u2028"\n', "PG106 1:4"),
    ('a: "x\\u202e"\n', "PG113 1:4"),
    ('a: 1\n"b\\u200b": 2\n', "PG113 2:1"),
    ("a:\n\tb: 1\n", "PG108 2:1"),
    ("a:\n  b: 1\n\tc: 2\n", "PG108 3:1"),
    ("a: x\n \tb: 1\n", "PG108 2:2"),
    ("a: 1\n---\nb: 2\n", "PG110 2:1"),
    ("a: 1\n...\nb: 2\n", "PG110 3:1"),
    ("%YAML 9.9\n---\na: 1\n", "PG110 1:1"),
    ("%YAML 1.1\n---\na: 1\n", "PG110 1:1"),
    ("%TAG ! x\n---\na: 1\n", "PG110 1:1"),
    ("# c\n%WHAT x\n---\na: 1\n", "PG110 2:1"),
    ("- 1\n- 2\n", "PG110 1:1"),
    ("销售\n", "PG110 1:1"),
    ("", "PG110 1:1"),
    ("# only a comment\n", "PG110 1:1"),
    ("---\n", "PG110 1:1"),
    ("? [a, b]\n: 1\n", "PG111 1:3"),
    ("a: 1\n? {b: 1}\n: 1\n", "PG111 2:3"),
    ("'': 1\n", "PG111 1:1"),
    ("? |\n  a\n: 1\n", "PG111 1:3"),
    ("a: {{x: 1}: 2}\n", "PG111 1:5"),
]


@pytest.mark.parametrize(("text", "expected"), GUARDS)
def test_guards(text: str, expected: str) -> None:
    """One finding, at the sign that is not allowed, at once."""
    start = process_time()
    assert refused(text) == [expected]
    assert process_time() - start < 10  # far below on an idle machine


@pytest.mark.parametrize(("text", "expected"), [case for case in GUARDS if len(case[0]) < 1_000])
def test_guards_of_the_pure_parser(text: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The code is the same without the C library (its columns differ where it stops inside a quoted text)."""
    monkeypatch.setattr(reader, "parser", pyyaml.BaseLoader)
    assert [finding.split(":", 1)[0] for finding in refused(text)] == [expected.split(":", 1)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("t: 1\nr: a\nt: 2\n", ["PG104 3:1"]),
        ('r: a\n"r": b\n', ["PG104 2:1"]),
        ("caf\u00e9: 1\ncafe\u0301: 2\n", ["PG104 2:1"]),
        ("a: {x: 1, x: 2}\nb:\n  - y: 1\n    y: 2\n", ["PG104 1:11", "PG104 4:5"]),
        ("a: 1\na: 2\na: 3\n", ["PG104 2:1", "PG104 3:1"]),
    ],
)
def test_duplicate_keys(text: str, expected: list[str]) -> None:
    """All of them are reported, each with the first; the tree keeps the first."""
    mapping, found = read_yaml("f.yml", text.encode())
    assert [shown(finding) for finding in found] == expected
    assert all(finding.related for finding in found)
    assert mapping is not None
    assert len({entry.key.text for entry in mapping.entries}) == len(mapping.entries)


def test_a_duplicate_names_both_places() -> None:
    """The first place stands in the sentence and beside it; equal letters are called that."""
    found = read_yaml("f.yml", "x:\n  caf\u00e9: 1\n  cafe\u0301: 2\n".encode())[1]
    assert "2:3" in message(found[0])
    assert "字母相同" in message(found[0])
    assert [str(span) for span, _ in found[0].related] == ["f.yml:2:3"]


def test_findings_end_somewhere() -> None:
    """A file of nothing but mistakes gives fifty findings."""
    assert len(read_yaml("f.yml", ("{" + "a:1," * 1_000 + "}").encode())[1]) == 50
