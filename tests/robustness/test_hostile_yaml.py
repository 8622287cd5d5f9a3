"""Hostile and mistyped YAML in a plan's file: the code, the line and column, a way out, and nothing else."""

from pathlib import Path
from time import process_time

import pytest

from handbooks import write_handbook
from robustness.promises import contents, refusals, run

ONE = "revenue: {name: x, target: 1万元}\n"
LAUGHS = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
MERGES = "b0: &b0 {k: 1}\n" + "".join(f"b{n}: &b{n} {{<<: [*b{n - 1}, *b{n - 1}]}}\n" for n in range(1, 30))

SYNTAX: dict[str, tuple[str | bytes, str]] = {
    "billion laughs": (LAUGHS, "PG101 1:5"),
    "merge bomb": (MERGES, "PG101 1:5"),
    "an alias of itself": ("a: &a [*a]\n", "PG101 1:4"),
    "an alias of nothing": (ONE + "cost: *a\n", "PG101 2:7"),
    "a merge key": ("p:\n  <<: {name: x}\n", "PG101 2:3"),
    "brackets, closed": ("a: " + "[" * 100_000 + "]" * 100_000 + "\n", "PG102 1:67"),
    "brackets, open": ("[" * 100_000, "PG102 1:65"),
    "braces, open": ("{" * 100_000, "PG111 1:2"),
    "dashes": ("- " * 100_000, "PG102 1:129"),
    "a staircase": ("".join(" " * depth + "a:\n" for depth in range(1_500)), "PG102 65:65"),
    "a file too large": ("#" * 2_000_001, "PG103 1:1"),
    "a text too long": (f'revenue: {{name: "{"x" * 100_001}"}}\n', "PG103 1:17"),
    "too many entries": ("a: [" + "x," * 100_001 + "]\n", "PG103 1:199999"),
    "a key twice": (ONE + ONE, "PG104 2:1"),
    "a key twice, once in quotes": (ONE + ONE.replace("revenue", '"revenue"'), "PG104 2:1"),
    "a key twice after normalisation": ("caf\u00e9: {name: x, target: 1家}\ncafe\u0301: {}\n", "PG104 2:1"),
    "a Python object": ("a: !!python/object/apply:os.system [true]\n", "PG105 1:4"),
    "an environment tag": ("revenue: {name: !ENV HOME}\n", "PG105 1:17"),
    "a set": ("a: !!set {x, y}\n", "PG105 1:4"),
    "a tag written out": ("a: !<tag:yaml.org,2002:str> b\n", "PG105 1:4"),
    "NUL": ("revenue: {name: a\0b}\n", "PG106 1:18"),
    "BEL": (ONE + "cost: {name: \a}\n", "PG106 2:14"),
    "DEL": ("revenue: {name: a\x7f}\n", "PG106 1:18"),
    "half a surrogate": (b'revenue: {name: "a\xed\xa0\x80"}\n', "PG106 1:19"),
    "half a surrogate, escaped": ('revenue: {name: "\\ud800"}\n', "PG106 1:20"),
    "NUL, escaped": ('revenue: {name: "a\\x00"}\n', "PG106 1:17"),
    "a line separator": ("revenue: {name: a\u2028b}\n", "PG106 1:18"),
    "a next line": ("revenue: {name: a\x85b}\n", "PG106 1:18"),
    "a carriage return alone": ("revenue: {name: a\rb}\n", "PG106 1:18"),
    "a byte order mark inside": (ONE + "\ufeffcost: {}\n", "PG106 2:1"),
    "GBK": (ONE.replace("x", "预算").encode("gbk"), "PG107 1:18"),
    "UTF-16 with a mark": (ONE.encode("utf-16"), "PG107 1:1"),
    "UTF-16 without a mark": (ONE.replace("万元", "").encode("utf-16-be"), "PG107 1:1"),
    "Latin-1": ("revenue: {name: caf\xe9}\n".encode("latin-1"), "PG107 1:20"),
    "cut inside a letter": (ONE.encode()[:-4], "PG107 1:30"),
    "a tab as indentation": ("revenue:\n\tname: x\n", "PG108 2:1"),
    "a tab after spaces": ("revenue:\n  name: x\n  \ttarget: 1家\n", "PG108 3:3"),
    "full-width colon": ("revenue：\n  name: x\n", "PG109 1:8"),
    "full-width colons below": ("revenue:\n  name： x\n  target： 1万元\n", "PG109 2:7"),
    "full-width braces": ("revenue: ｛name: x｝\n", "PG109 1:10"),
    "full-width quotes": ("revenue:\n  name: “x”\n  target: 1万元\n", "PG109 2:9"),
    "full-width number sign": ("＃ 注释\n" + ONE, "PG109 1:1"),
    "full-width spaces": ("revenue:\n　　name: x\n", "PG109 2:1"),
    "two documents": (ONE + "---\n" + ONE, "PG110 2:1"),
    "a directive": ("%YAML 9.9\n---\n" + ONE, "PG110 1:1"),
    "an empty file": ("", "PG110 1:1"),
    "white space only": ("\n  \n\n", "PG110 1:1"),
    "comments only": ("# 一\n# 二\n", "PG110 1:1"),
    "a start and no document": ("---\n", "PG110 1:1"),
    "a list": ("- 1\n- 2\n", "PG110 1:1"),
    "a list in brackets": ("[a, b]\n", "PG110 1:1"),
    "a text": ("销售\n", "PG110 1:1"),
    "null": ("null\n", "PG110 1:1"),
    "a list as key": ("? [a, b]\n: 1\n", "PG111 1:3"),
    "a mapping as key": ("{a, b}: 1\n", "PG111 1:1"),
    "an empty key": ("'': 1\n", "PG111 1:1"),
    "a key of two lines": ("? |\n  a\n: 1\n", "PG111 1:3"),
    "an invisible sign in a key": ("reve\u200bnue: {name: x}\n", "PG113 1:5"),
    "a direction override": ("revenue: {name: \u202e000,1\u202c}\n", "PG113 1:17"),
    "a direction override, escaped": ('revenue: {name: "\\u202e000,1"}\n', "PG113 1:17"),
    "a colon inside a value": ("revenue:\n  name: a: b\n", "PG114 2:10"),
    "a bracket that is not closed": (ONE + "cost: {name: y\n", "PG114 2:7"),
    "a bracket cut off": (ONE + "cost: {name: y, target", "PG114 2:7"),
    "a value cut off": (ONE + "cost: {name: y, target: 5", "PG114 2:7"),
    "a list cut off": (ONE + "cost: [a, b", "PG114 2:7"),
    "a text cut off": (ONE + 'cost: {name: "y', "PG114 2:14"),
    "a value that begins with %": ("revenue: {name: %5}\n", "PG114 1:17"),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(SYNTAX))
def test_refused_as_a_file(name: str, tmp_path: Path) -> None:
    """One finding at the sign that is wrong; at once."""
    text, expected = SYNTAX[name]
    start = process_time()
    assert refusals(tmp_path, "objectives.yml", text) == [expected]
    assert process_time() - start < 10  # far below on an idle machine


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + ONE,
        ONE.replace("\n", "\r\n"),
        ONE.rstrip("\n"),
        "---\n" + ONE,
        ONE + "...\n",
        "# 注释\n\n" + ONE + "\n# 完\n",
        "revenue:\n  name:\tx\n  target: 1万元 # 定了\n",
        f"revenue: {{name: {'x' * 99_000}, target: 1万元}}\n",
        "revenue: {name: 007, note: 9:00, source: [no, 1e3, 2026-02-30, .nan, ~], target: 1万元}\n",
        "no: {name: no, target: 1万元}\non: {name: off, target: 1万元}\nNULL: {name: null, target: 1万元}\n",
        "{}\n",
    ],
)
def test_odd_and_good(text: str, tmp_path: Path) -> None:
    """Marks, line ends and long lines are fine; what other readers re-type (`no`, 007, 9:00, a date) stays text."""
    assert refusals(tmp_path, "objectives.yml", text) == []


def test_the_right_line_after_carriage_returns(tmp_path: Path) -> None:
    """A file of a Chinese Windows editor: mark, CR LF, Han letters."""
    text = "\ufeff# 目标\r\n" + ONE.replace("\n", "\r\n") + "cost: {nmae: 费用, target: 1万元}\r\n"
    assert refusals(tmp_path, "objectives.yml", text) == ["PG210 3:1", "PG112 3:8"]


def test_a_build_of_refused_content_writes_nothing(tmp_path: Path) -> None:
    """No page, no folder: `build` says what `check` says and ends."""
    write_handbook(tmp_path, {"objectives.yml": LAUGHS})
    before = contents(tmp_path)
    result = run(tmp_path, "build")
    assert (result.exit_code, contents(tmp_path)) == (1, before)
    assert "objectives.yml:1:5  PG101" in result.output
