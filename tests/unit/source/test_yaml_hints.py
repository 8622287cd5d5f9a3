"""Syntax errors: the line that is really wrong, and a hint for what trips writers."""

import pytest
import yaml as pyyaml

from plangen.findings import way_out
from plangen.source import YamlScalar, misread, read_yaml
from plangen.source import yaml as reader

FULL_WIDTH = [
    ("年度：2026\n目标： 100\n", "1:3", "："),
    ("year: 2026\n目标： 100\n", "2:3", "："),
    ("year: 2026\n目标： 100\nb: 2\n", "2:3", "："),
    ("r:\n  name: 销售额\n  target： 100\n  unit: x\n", "3:9", "："),
    ("r:\n  target：100\n  unit: x\n", "2:9", "："),
    ("r:\n  - name：x\n    b: 1\n", "2:9", "："),
    ("a: 1\n目标：\n  b: 2\n", "2:3", "："),
    ("a: {target： 1}\n", "1:11", "："),
    ("a: [1，2]\n", "1:6", "，"),
    ("a: [1，000，2]\n", "1:10", "，"),
    ("a: [东区，西区]\n", "1:7", "，"),
    ("a: {target: 180万元，rate: 7.5}\n", "1:18", "，"),
    ("a: {target: 180万元，note：x}\n", "1:18", "，"),
    ("a: {x: 1， y: 2}\n", "1:9", "，"),
    ("a: ［1，2］\nb: 1\n", "1:4", "［"),
    ("a: 【1, 2】\n", "1:4", "【"),
    ("a: [1, 2］\nb: 1\n", "1:9", "］"),
    ("a: ｛x: 1｝\n", "1:4", "｛"),
    ("a: “east”\n", "1:4", "“"),
    ('a: "east”\nb: 1\n', "1:9", "”"),
    ("“a”: 1\n", "1:1", "“"),
    ("a: 1\n　b: 2\n", "2:1", "　"),
    ("a: 1\nb　: 2\n", "2:2", "　"),
    ("＃ 注释\na: 1\n", "1:1", "＃"),
    ("a:\n  - x\n  － y\n  - z\n", "3:3", "－"),
]


@pytest.mark.parametrize(("text", "place", "character"), FULL_WIDTH)
def test_full_width_syntax(text: str, place: str, character: str) -> None:
    """The mark itself is pointed at, also where a parser stumbles a line later or not at all."""
    mapping, found = read_yaml("f.yml", text.encode())
    assert mapping is None
    assert [(finding.code, str(finding.span)) for finding in found] == [("PG109", f"f.yml:{place}")]
    assert found[0].args["character"] == character
    assert str(found[0].args["plain"]) in way_out(found[0])


HINTS = [
    ("a: %5\n", "1:4", "“%”"),
    ("a: @x\n", "1:4", "“@”"),
    ("a: `x`\n", "1:4", "“`”"),
    ("a: !重要\n", "1:4", "“!”"),
    ("a: *重要\n", "1:4", "“*”"),
    ("a: &重要 x\n", "1:4", "“&”"),
    ("a: >10%\n", "1:4", "“>”"),
    ("a: > 10%\n", "1:4", "“>”"),
    ("a: | x\n", "1:4", "“|”"),
    ("a: }\n", "1:4", "“}”"),
    ("a: ,b\n", "1:4", "“,”"),
    ("a: >5\nb: 1\n", "1:4", "“>”后面跟数字"),
    ("a: b: c\n", "1:5", "又出现了"),
    ("a: 1\nkey: x: y\n", "2:7", "又出现了"),
    ('a: "x\nb: 1\n', "1:4", "没有关闭"),
    ("x: 1\na: 'x\nb: 1\n", "2:4", "没有关闭"),
    ('a: "x\nb: "y"\n', "1:4", "没有关闭"),
    ("a: 'it's'\n", "1:8", "引号关闭之后"),
    ('a: "x" y\n', "1:8", "引号关闭之后"),
    ("a: [1, 2\nb: 1\n", "1:4", "没有关闭"),
    ("a: {x: 1\nb: 1\n", "1:4", "没有关闭"),
    ("a: [1, 2\n", "1:4", "没有关闭"),
    ("a: {x: 1 y: 2}\n", "1:11", "缺少逗号"),
    ("a: {x:1, y: 2}\n", "1:6", "缺少空格"),
    ("a: 1\nb:2\n", "2:2", "缺少空格"),
    ("a: 1\nb:2\nc: 3\n", "2:2", "缺少空格"),
    ("a:1\nb: 2\n", "1:2", "缺少空格"),
    ("a:1\n", "1:2", "缺少空格"),
    ("a: 1\n b: 2\n", "2:2", "缩进得深"),
    ("a:\n  b: 1\n    c: 2\n", "3:5", "缩进得深"),
    ("a:\n  b: 1\n c: 2\n", "3:2", "不对齐"),
    ("  a: 1\nb: 2\n", "2:1", "不对齐"),
    ("a: 1\nb\nc: 2\n", "2:1", "没有“: ”"),
    ("a: - b\n", "1:4", "列表项"),
    ("a: 1\n- b\n", "2:1", "同一层"),
    ("- a\nb: 1\n", "2:1", "同一层"),
    ('a: "C:\\path"\n', "1:7", "反斜杠"),
]


@pytest.mark.parametrize(("text", "place", "words"), HINTS)
def test_hints(text: str, place: str, words: str) -> None:
    """One finding on the right line, with a hint of its own in both languages."""
    mapping, found = read_yaml("f.yml", text.encode())
    assert mapping is None
    assert [(finding.code, str(finding.span)) for finding in found] == [("PG114", f"f.yml:{place}")]
    assert words in str(found[0].args["what_zh"])
    assert found[0].args["hint_zh"]
    assert found[0].args["hint_en"]


@pytest.mark.parametrize("text", [case[0] for case in [*HINTS, *FULL_WIDTH]])
def test_the_pure_parser_refuses_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the C library the same files are refused, with one finding."""
    monkeypatch.setattr(reader, "parser", pyyaml.BaseLoader)
    mapping, found = read_yaml("f.yml", text.encode())
    assert mapping is None
    assert [finding.code for finding in found] in (["PG109"], ["PG114"], ["PG105"], ["PG101"])


def test_each_glued_colon_is_named() -> None:
    """Valid YAML that means something else than it seems to."""
    found = read_yaml("f.yml", b"a: {x:1, y:2}\n")[1]
    assert [str(finding.span) for finding in found] == ["f.yml:1:6", "f.yml:1:11"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("r:\n  target：100\n", "PG109 2:9"),
        ("r:\n  target:100\n", "PG114 2:9"),
        ("r: 100\n", None),
        ("r: http://a.b\n", None),
        ("r: 'target:100'\n", None),
        ("r:\n", None),
    ],
)
def test_a_text_in_place_of_a_mapping_is_explained(text: str, expected: str | None) -> None:
    """For a schema that finds a text where it expects entries."""
    mapping, found = read_yaml("f.yml", text.encode())
    assert mapping is not None
    assert found == []
    node = mapping.get("r")
    assert isinstance(node, YamlScalar)
    finding = misread(node)
    assert (finding and f"{finding.code} {finding.span.line}:{finding.span.column}") == expected
