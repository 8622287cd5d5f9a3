"""Narratives: front matter, references, fenced blocks and their places in the real file."""

import pytest

from plangen.findings import message, way_out
from plangen.source import Fence, Narrative, Reference, YamlMapping, scan_narrative


def good(text: str) -> Narrative:
    """A narrative without findings."""
    narrative, found = scan_narrative("m.md", text)
    assert found == []
    return narrative


def refused(text: str) -> list[str]:
    """Code and place of each finding, after a look at its sentences."""
    found = scan_narrative("m.md", text)[1]
    for finding in found:
        for language in ("zh", "en"):
            assert message(finding, language)
            assert way_out(finding, language)
    return [f"{finding.code} {finding.span.line}:{finding.span.column}" for finding in found]


def reference(text: str) -> Reference:
    """The one reference of a narrative."""
    (one,) = good(text).references
    return one


def fence(text: str) -> Fence:
    """The one block of a narrative."""
    (one,) = good(text).fences
    return one


def test_front_matter_is_read_and_cut_off() -> None:
    """Typed values with their places; the body begins after it, positions count from the file's top."""
    narrative = good("---\ntitle: 市场\nhide: [toc, navigation]\n---\n# 一\n{{ a/b.c }}\n")
    assert narrative.front == {"title": "市场", "hide": "navigation,toc"}
    assert str(narrative.front_spans["title"]) == "m.md:2:8"
    assert narrative.front_end_line == 4
    assert narrative.body == "# 一\n{{ a/b.c }}\n"
    assert [str(one.span) for one in narrative.references] == ["m.md:6:1"]


@pytest.mark.parametrize(
    ("text", "line", "body"), [("", 0, ""), ("x", 0, "x"), ("---\n---", 2, ""), ("---\n...\ny\n", 2, "y\n")]
)
def test_front_matter_may_be_missing_or_empty(text: str, line: int, body: str) -> None:
    """Then there is a body and nothing else."""
    narrative = good(text)
    assert (narrative.front, narrative.front_end_line, narrative.body) == ({}, line, body)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\nhide: 3\ntags: 5\ntitle: [a]\n---\nx\n", ["PG405 2:7", "PG405 3:1", "PG405 4:8"]),
        ("---\ntemplate: ../../x\n---\n", ["PG405 2:1"]),
        ("---\ntitle:\n---\n", ["PG405 2:7"]),
        ("---\nhide: [nav]\n---\n", ["PG405 2:7"]),
        ("---\ntitle: x\n", ["PG405 1:1"]),
        ("---\ntitle： x\n---\n", ["PG109 2:6"]),
        ("---\ntitle: x\ntitle: y\n---\n", ["PG104 3:1"]),
        ("---\n- x\n---\n", ["PG110 2:1"]),
        ("---\ntitle: *x\n---\n", ["PG101 2:8"]),
        ("title: x\n\ntext\n", ["PG405 1:1"]),
        ("---\ntitle: x\n---\nNote: this would vanish\n", ["PG405 4:1"]),
    ],
)
def test_bad_front_matter(text: str, expected: list[str]) -> None:
    """Wrong type, unknown key, not closed, broken YAML, lines that would vanish."""
    assert refused(text) == expected


@pytest.mark.parametrize(
    ("text", "address", "options"),
    [
        ("{{ objectives/revenue.target }}", "objectives/revenue.target", {}),
        ("{{a/b.c@Q3/x unit=万元 digits=1}}", "a/b.c@Q3/x", {"unit": "万元", "digits": "1"}),
        ("{{ a/b:c/d.e@M06..M12 }}", "a/b:c/d.e@M06..M12", {}),
        ("{{ a/b.c unit = '万 元' }}", "a/b.c", {"unit": "万 元"}),
        ("{{ 目标。销售额 单位＝万元 小数=１ ｝｝", "目标.销售额", {"单位": "万元", "小数": "1"}),
        ("{｛ ａ：ｂ／ｃ．ｄ　ｕｎｉｔ=“元” }｝", "a:b/c.d", {"unit": "元"}),
        ("｛{ a、b }}", "a/b", {}),
        ("| {{ org/lead }} | **{{ x }}** |"[:16], "org/lead", {}),
    ],
)
def test_references(text: str, address: str, options: dict[str, str]) -> None:
    """What a Chinese input method types inside is folded; options may be quoted."""
    one = reference(text)
    assert (one.text, one.options) == (address, options)


def test_reference_places() -> None:
    """Offsets count in the body, spans in the file."""
    narrative = good("---\ntitle: x\n---\n一\n目标 {{ a/b.c }}，{{d/e}}\n")
    first, second = narrative.references
    assert narrative.body[first.start : first.end] == "{{ a/b.c }}"
    assert narrative.body[second.start : second.end] == "{{d/e}}"
    assert (str(first.span), str(first.at), first.span.end_column) == ("m.md:5:4", "m.md:5:7", 15)
    assert (str(second.span), str(second.at)) == ("m.md:5:16", "m.md:5:18")


@pytest.mark.parametrize(
    "text",
    [
        "`{{ x }}`",
        "``a ` {{ x }} ``",
        "\\{{ x }}",
        '```\n{{ x }}\n{% y %}\n--8<-- "z"\n```\n',
        '~~~ py title="x"\n｛｛\n~~~\n',
        "    ```yaml\n    {{ x }}\n    ```\n",
        "> ```\n> {{ x }}\n> ```\n",
        "`{%` and `--8<--` and `「「`",
        "```` \n```\n{{ x }}\n```\n````\n",
    ],
)
def test_code_holds_no_references(text: str) -> None:
    """Code spans, fences of both kinds in lists and quotes, and an escaped brace."""
    assert good(text).references == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\n{{ x.y('z') }}\n", ["PG404 3:1"]),
        ("a {{ }}\n", ["PG404 1:3"]),
        ("{{ a|b }}\n", ["PG404 1:1"]),
        ("{{ <b> }}\n", ["PG404 1:1"]),
        ("{{ a/b unit }}\n", ["PG404 1:1"]),
        ("{{ a/b unit=1 unit=2 }}\n", ["PG404 1:1"]),
        ("x {{ a/b\n}}\n", ["PG404 1:3"]),
        ("x {{ a/b {{ c/d }}\n", ["PG404 1:3"]),
        ("x {{ a/b\n\ny {{ c/d }}\n", ["PG404 1:3"]),
        ("{{ " + "a" * 600 + " }}\n", ["PG404 1:1"]),
        ("目标 ｛｛ a/b ｝｝\n", ["PG404 1:4"]),
        ("x\n「「 a 」」\n", ["PG404 2:1"]),
        ("x\n｀｀｀plan-table\n", ["PG404 2:1"]),
        ("> ···plan-table\n", ["PG404 1:3"]),
        ("a {% if x %}\n", ["PG404 1:3"]),
        ('a\n\n  --8<-- "x"\n', ["PG404 3:3"]),
        (';-8<- "x"\n', ["PG404 1:2"]),
        ("`a` `{{ x\n", ["PG404 1:6"]),
        ("\\`{{ x y }}`\n", ["PG404 1:3"]),
        ("\\\\{{ x y }}\n", ["PG404 1:3"]),
    ],
)
def test_what_looks_like_a_reference(text: str, expected: list[str]) -> None:
    """Never evaluated, never printed as text: each has its place and a way out."""
    assert refused(text) == expected


def test_blocks_have_a_yaml_body_with_places_of_the_file() -> None:
    """In a list, in a quote, with either kind of fence."""
    for prefix in ("", "    ", "> ", ">   > "):
        for mark in ("```", "~~~", "`````"):
            lines = [f"{mark}plan-chart", "from: objectives", "id: {a: 'x'}", mark]
            text = "---\ntitle: t\n---\n一\n\n" + "".join(prefix + line + "\n" for line in lines) + "\n{{ a/b }}\n"
            one = fence(text)
            body = good(text).body
            assert (one.name, one.indent) == ("chart", prefix)
            assert str(one.span) == f"m.md:6:{len(prefix) + 1}"
            assert body[one.start :].startswith(mark + "plan-chart\n")
            assert body[: one.end].endswith("\n" + prefix + mark)
            assert isinstance(one.body, YamlMapping)
            spans = [(entry.key.text, entry.value.span.line, entry.value.span.column) for entry in one.body.entries]
            assert spans == [("from", 7, len(prefix) + 7), ("id", 8, len(prefix) + 5)]


def test_a_block_may_be_empty_or_hold_blank_lines() -> None:
    """Blank lines inside need no indentation; in a quote a bare mark is one."""
    assert fence("```plan-cards\n```\n").body is None
    assert isinstance(fence("    ```plan-x\n    a: 1\n\n    b: 2\n    ```\n").body, YamlMapping)
    assert isinstance(fence("> ```plan-x\n> a: 1\n>\n> b: 2\n> ```\n").body, YamlMapping)


def test_other_code_is_no_block() -> None:
    """Nor is code inside a longer fence."""
    assert good("```yaml\nfrom: x\n```\n````\n```plan-table\n```\n````\n").fences == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n\n    ```plan-x\n    a: 1\n    bad：1\n    ```\n", ["PG109 5:8"]),
        ("> ```plan-x\n> a: 1\n> a: 2\n> ```\n", ["PG104 3:3"]),
        ("```plan-x\n- a\n```\n", ["PG110 2:1"]),
        ("```plan-x\na: *b\n```\n", ["PG101 2:4"]),
        ("  ```plan-x\n  a: %5\n  ```\n", ["PG114 2:6"]),
        ("```plan-x 表格\na: 1\n```\n", ["PG404 1:1"]),
        ("x\n```plan\na: 1\n```\n", ["PG404 2:1"]),
        ("```Ｐｌａｎ-table\n```\n", ["PG404 1:1"]),
        ("``` {.plan-table}\n```\n", ["PG404 1:1"]),
        ("```py some words\n```\n", ["PG404 1:1"]),
        ("x\n\n```plan-x\na: 1\n", ["PG404 3:1"]),
        ("```plan-x\na: 1\n````\n", ["PG404 1:1"]),
        ("~~~\nx\n```\n", ["PG404 1:1"]),
        ("- ```plan-x\n  a: 1\n  ```\n\n{{ a/b }}\n", ["PG404 1:3"]),
        ("    ```plan-x\n  a: 1\n    ```\n", ["PG404 2:1"]),
        ("> ```plan-x\na: 1\n> ```\n", ["PG404 2:1"]),
    ],
)
def test_bad_blocks(text: str, expected: list[str]) -> None:
    """Broken YAML at its place in the narrative; blocks that readers would not agree on."""
    assert refused(text) == expected


def test_findings_are_in_order() -> None:
    """Whoever finds them."""
    text = "{{ x y }}\n\n<script>\n\n```plan-x\na: 1\na: 2\n```\n\n[a](data:x)\n"
    assert refused(text) == ["PG404 1:1", "PG401 3:1", "PG104 7:1", "PG402 10:1"]
