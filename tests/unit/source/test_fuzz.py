"""Random mutants of good files: findings or a result, never an exception."""

import random
from collections.abc import Callable

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.findings import Finding, message, way_out
from plangen.source import Narrative, YamlMapping, read_text, read_yaml, scan_narrative

PLAN = """\
# 目标
revenue:
  name: "销售额"
  target: 1092万元
  source: [S000-3-06, S000-3-07]
  stated: {target: 1092万元, note: '含税: 是'}
  channel:
    own-store: {target: 180万元, rate: 7.5万元/人/月, count: 3家}
    dealer: {target: 待定}
  spread:
    - {axis: person, rule: even, members: [rep-a, rep-b]}
    - axis: region
      ratio: "2:3:1"
  text: |
    第一行
    第二行
"""
PAGE = """\
---
title: 市场
hide: [toc]
---
# 市场

目标 {{ objectives/revenue.target unit=万元 }}，见[计划](plan.md)和 ![图](a.png){ width=300 }。

- 一 `{{ x }}`

    ```plan-table
    from: objectives
    id: {a: 'b'}
    ```

> ~~~plan-chart
> from: swot
> ~~~

| a | b |
|---|---|
| <kbd>x</kbd> | **y** |
"""
TOKENS = [
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "<<: ",
    "!!",
    "\t",
    "\x00",
    "\n",
    "'",
    '"',
    "：",
    "，",
    "１",
    "“",
    "”",
    "\u2028",
    "\r",
    "#",
    "%",
    "? ",
    "=",
    "<script>",
    "{{",
    "}}",
    "｛｛",
    "```",
    "~~~",
    ">",
    "- - ",
    "](javascript:",
    "![x](http://e",
    "<!--",
    "-->",
    "{% ",
    "--8<--",
    "\\",
    "`",
    "\u200b",
    "\ufeff",
    "😀",
    "\u3000",
    "---\n",
    "...",
    "@",
    "((((",
    "999999",
]


def mutate(text: str, dice: random.Random) -> bytes:
    """A text with a few random slips: tokens put in, stretches lost or doubled, lines swapped, bits turned."""
    for _ in range(dice.randint(1, 6)):
        i, kind = dice.randrange(len(text) + 1), dice.randrange(5)
        j = min(len(text), i + dice.randint(1, 30))
        lines = text.split("\n")
        if kind == 0:
            text = text[:i] + dice.choice(TOKENS) + text[i:]
        elif kind == 1:
            text = text[:i] + text[j:]
        elif kind == 2:
            text = text[:i] + text[i:j] * dice.randint(2, 4) + text[j:]
        elif kind == 3:
            a, b = dice.randrange(len(lines)), dice.randrange(len(lines))
            lines[a], lines[b] = lines[b], " " * dice.randint(0, 5) + lines[a].lstrip()
            text = "\n".join(lines)
        elif text:
            i = min(i, len(text) - 1)
            text = text[:i] + chr(ord(text[i]) ^ 1 << dice.randrange(7)) + text[i + 1 :]
    data = bytearray(text.encode("utf-8", "surrogatepass"))
    if data and dice.random() < 0.1:
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(data)


def check(data: bytes, found: list[Finding]) -> None:
    """Every finding stands on a line of the file and speaks both languages; there are not too many."""
    lines = data.decode("utf-8", "replace").count("\n") + 1
    assert len(found) < 300
    for finding in found:
        assert 1 <= finding.span.line <= lines + 1
        assert finding.span.column >= 1
        assert (finding.span.end_line, finding.span.end_column) >= (finding.span.line, finding.span.column)
        assert all(message(finding, language) and way_out(finding, language) for language in ("zh", "en"))


def read_page(data: bytes) -> tuple[Narrative | None, list[Finding]]:
    """A narrative from bytes."""
    text, found = read_text("m.md", data)
    return (None, found) if found else scan_narrative("m.md", text)


def check_yaml(data: bytes) -> None:
    """A file without findings is what PyYAML reads; what PyYAML cannot read has findings."""
    mapping, found = read_yaml("f.yml", data)
    check(data, found)
    if found:
        return
    expected = pyyaml.load(data.decode("utf-8"), Loader=pyyaml.CBaseLoader)  # noqa: S506 (it builds text only)
    assert isinstance(mapping, YamlMapping)
    assert plain(mapping) == expected


def plain(node: object) -> object:
    """A node as dict, list and str."""
    if isinstance(node, YamlMapping):
        return {entry.key.text: plain(entry.value) for entry in node.entries}
    return [plain(item) for item in node.items] if hasattr(node, "items") else getattr(node, "text", None)


def check_page(data: bytes) -> None:
    """References and blocks stand where their offsets say, also where there are findings."""
    narrative, found = read_page(data)
    check(data, found)
    for one in narrative.references if narrative else ():
        assert narrative
        assert narrative.body[one.start] in "{｛"
        assert narrative.body[one.end - 1] in "}｝"
    for block in narrative.fences if narrative else ():
        assert narrative
        assert narrative.body[block.start : block.start + 3] in ("```", "~~~")


def test_the_originals_are_good() -> None:
    """Otherwise the mutants prove nothing."""
    assert read_yaml("f.yml", PLAN.encode())[1] == []
    narrative, found = read_page(PAGE.encode())
    assert found == []
    assert narrative
    assert (len(narrative.references), len(narrative.fences)) == (1, 2)


@pytest.mark.parametrize(
    ("text", "run"), [(PLAN, check_yaml), (PAGE, check_page), (PAGE, check_yaml), (PLAN, check_page)]
)
def test_mutants(text: str, run: Callable[[bytes], None]) -> None:
    """A thousand of each, the same ones every time."""
    for seed in range(1_000):
        run(mutate(text, random.Random(seed)))


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")))
@settings(max_examples=300)
def test_any_bytes(data: bytes) -> None:
    """Noise."""
    check_yaml(data)
    check_page(data)


@given(st.lists(st.sampled_from([*TOKENS, " ", "a", "b: ", "  ", "万元"]), max_size=25).map("".join))
@settings(max_examples=500)
def test_any_tokens(text: str) -> None:
    """Everything that means something, in any order."""
    check_yaml(text.encode())
    check_page(text.encode())
