"""Well-formed YAML whose values are of the wrong sort: words, dates, keys, shapes, references, periods."""

from pathlib import Path

import pytest

from handbooks import write_handbook
from robustness.promises import checked, refusals

TARGET = "revenue:\n  name: 销售额\n  target: {}\n"
PHASE = "a:\n  name: x\n  start: {}\n  end: 2026-03-01\n"
OBJECTIVE = "revenue: {{name: x, target: 1万元, {}}}\n"

TARGETS = [
    ("no", ["PG205 3:11"]), ("yes", ["PG205 3:11"]), ("on", ["PG205 3:11"]), ("true", ["PG205 3:11"]),
    ("~", ["PG205 3:11"]), ("null", ["PG205 3:11"]), ("''", ["PG218 3:11"]), ("", ["PG218 3:10"]),
    ("|", ["PG218 3:11"]), ("[1万元]", ["PG219 3:11"]), ("{a: 1}", ["PG219 3:11"]), ("{100}", ["PG219 3:11"]),
    ("- 1", ["PG114 3:11"]), ("@x", ["PG114 3:11"]), ("`x", ["PG114 3:11"]), ("%20", ["PG114 3:11"]),
    (">=13家", ["PG114 3:11"]), ("a: b", ["PG114 3:12"]), ("&x 1", ["PG101 3:11"]), ("*x", ["PG101 3:11"]),
    ("!x", ["PG105 3:11"]), ("2026-02-30", ["PG205 3:11"]), ("2026-01-01", ["PG205 3:11"]),
    ("12:30:45", ["PG203 3:11"]), ("010", ["PG203 3:11"]), ("0o12", ["PG203 3:11"]), ("0x1F", ["PG203 3:11"]),
    ("1_000", ["PG203 3:11"]), ("1e9", ["PG203 3:11"]), ("1.0e+3", ["PG203 3:11"]), (".nan", ["PG201 3:11"]),
    ("-.Inf", ["PG201 3:11"]), ("1e999999999", ["PG201 3:11"]), ("100万元#c", ["PG205 3:11"]), ("100万元 # c", []),
    ("'100万元'", []), ('"100万元"', []),
]  # fmt: skip

DAYS = [
    ("2026-02-30", ["PG208 3:10"]), ("2026-13-01", ["PG208 3:10"]), ("0000-01-01", ["PG208 3:10"]),
    ("2026-02-28 10:00:00 +25:00", ["PG208 3:10"]), ("99999-01-01", ["PG208 3:10"]), ("26-01-05", ["PG208 3:10"]),
    ("20260105", ["PG208 3:10"]), ("2026-0_1-05", ["PG208 3:10"]), ("2026-+1-05", ["PG208 3:10"]),
    ("'2026- 01-05'", ["PG208 3:10"]), (f"2026-01-{'9' * 40}", ["PG208 3:10"]),
    (f"{'9' * 5000}-01-01", ["PG208 3:10"]), ("2026-٠1-05", ["PG204 3:10"]), ("9999-12-31", ["PG209 3:10"]),
    ("0001-01-01", ["PG209 3:10"]), ("一月五日", ["PG208 3:10"]), ("2026-1-5", []), ("２０２６－０１－０５", []),
    ("待定", ["PHA106 3:10"]), ("2026-02-28 # c", []),
]  # fmt: skip

KEYS = [
    ("revenue: {nаme: x, target: 1万元}\n", ["PG210 1:1", "PG112 1:11"]),
    ("revenue: {name: x, tаrget: 1万元}\n", ["PG112 1:20"]),
    ("revenue: {name: x, target: 1万元, __class__: x}\n", ["PG112 1:33"]),
    ("items: {revenue: {name: x, target: 1万元}}\n", ["PG210 1:1", "PG112 1:9"]),
    ("~: {name: x, target: 1万元}\n", ["PG217 1:1"]),
    ("2026:\n  name: x\n  target: 1万元\n", ["PG217 1:1"]),
    ("1.10:\n  name: x\n  target: 1万元\n", ["PG217 1:1"]),
    ("a b:\n  name: x\n  target: 1万元\n", ["PG217 1:1"]),
    ("ａ:\n  name: x\n  target: 1万元\n", ["PG217 1:1"]),
    ("Q1:\n  name: x\n  target: 1万元\n", ["PG217 1:1"]),
    ("actual:\n  name: x\n  target: 1万元\n", ["PG217 1:1"]),
    ("__class__:\n  name: x\n  target: 1万元\n", ["PG217 1:1"]),
    ("Revenue: {name: x, target: 1家}\nrevenue: {name: y, target: 1家}\n", ["PG211 2:1"]),
    ("revenue:\n", ["PG219 1:9"]),
    ("revenue: []\n", ["PG219 1:10"]),
    ("revenue: x\n", ["PG219 1:10"]),
    ("revenue: {}\n", ["PG210 1:1"]),
]

FIELDS = [
    ("phasing: {Q1: 50%, Q5: 50%}", ["OBJ107 1:52"]),
    ("phasing: {FY: 0%}", ["PG216 1:42"]),
    ("phasing: {H1: -50%, H2: 50%}", ["PG216 1:42"]),
    ("phasing: {Q1: 50%, Q1: 50%}", ["PG216 1:42", "PG104 1:52"]),
    ("phasing: {FY: 0.0000000000001%}", ["PG207 1:47"]),
    ("phasing: []", ["PG219 1:42"]),
    ("period: M00..M13", ["PG229 1:41"]),
    ("period: M12..M01", ["PG229 1:41"]),
    ("channel: {}", ["PG218 1:42"]),
    ("channel: 5", ["PG219 1:42"]),
    ("channel: {own-store: }", ["PG218 1:54"]),
    ("channel: {own-store: [1]}", ["PG219 1:54"]),
    ("channel: {nobody: 1万元}", ["OBJ111 1:43"]),
    ("channel: {own-store: 3家}", ["PG215 1:42", "PG215 1:42"]),
    ("spread: {axis: person}", ["PG219 1:41"]),
    ("spread: [{axis: person, members: []}]", ["PG218 1:66"]),
    ("spread: [{axis: person, rule: ratio, ratio: '0:0', members: [rep-a, rep-b]}]", ["OBJ112 1:77"]),
    ("spread: [{axis: person, rule: ratio, ratio: '1:-1', members: [rep-a, rep-b]}]", ["OBJ112 1:77"]),
    (f"spread: [{{axis: person, rule: ratio, ratio: '{'9' * 99}:1', members: [rep-a, rep-b]}}]", ["OBJ112 1:77"]),
    (f"spread: [{{axis: person, rule: ratio, ratio: '{'1:' * 3000}1', members: [rep-a, rep-b]}}]", ["OBJ112 1:77"]),
    ("step: 0元", ["OBJ113 1:39"]),
    ("step: -1元", ["OBJ113 1:39"]),
    ("step: 1-2元", ["OBJ113 1:39"]),
    ("step: 1家", ["OBJ113 1:39"]),
    ("stated: 5万元", ["PG219 1:41"]),
    ("stated: {target: 1家}", ["PG215 1:50"]),
    ("count: 3家, stated: {count: 3人}", ["PG215 1:60"]),
    ("rate: 7.5万元/人/月, heads: 4家", ["PG215 1:39"]),
    ("rollup: kids", ["PG220 1:41"]),
    ("owner: [a]", ["PG219 1:40"]),
    ("owner: nobody", ["PG212 1:40"]),
    ("source: [[]]", ["PG219 1:41"]),
    ("growth: 5%", ["OBJ110 1:41"]),
]


@pytest.mark.parametrize(("value", "expected"), TARGETS, ids=[value or "nothing" for value, _ in TARGETS])
def test_a_target(value: str, expected: list[str], tmp_path: Path) -> None:
    """What YAML readers re-type is refused at the value; comments and quotes are fine."""
    assert refusals(tmp_path, "objectives.yml", TARGET.format(value)) == expected


@pytest.mark.parametrize(("value", "expected"), DAYS, ids=[value[:30] for value, _ in DAYS])
def test_a_day(value: str, expected: list[str], tmp_path: Path) -> None:
    """Days that no calendar has, days in other notations, days far away."""
    assert refusals(tmp_path, "phases.yml", PHASE.format(value)) == expected


@pytest.mark.parametrize(("text", "expected"), KEYS, ids=[text[:20] for text, _ in KEYS])
def test_a_key(text: str, expected: list[str], tmp_path: Path) -> None:
    """Look-alike letters, words that are no ids, items without a mapping: at the key, also in block style."""
    assert refusals(tmp_path, "objectives.yml", text) == expected


@pytest.mark.parametrize(("fields", "expected"), FIELDS, ids=[fields[:40] for fields, _ in FIELDS])
def test_a_field(fields: str, expected: list[str], tmp_path: Path) -> None:
    """Splits, steps, ratios and phasings of nothing, below zero, of another unit."""
    assert refusals(tmp_path, "objectives.yml", OBJECTIVE.format(fields)) == expected


VIEWED = [
    "rate: 7.5万元/人/月, heads: 4家",
    "channel: {own-store: <3家, dealer: 2万元}",
    "channel: {own-store: 300%}",
    "channel: {own-store: {target: 1万元, rate: 1元/人/月, heads: 4家}}",
]


@pytest.mark.parametrize("view", ["table", "chart"])
@pytest.mark.parametrize("fields", VIEWED)
def test_a_view_of_what_does_not_fit(fields: str, view: str, tmp_path: Path) -> None:
    """A page may show a section whose units do not fit: the findings are those of the section."""
    files = {
        "objectives.yml": OBJECTIVE.format(fields),
        "index.md": f"```plan-{view}\nfrom: objectives\n```\n",
    }
    found = checked(write_handbook(tmp_path, files))
    assert {finding.code for finding in found} - {"PG416"} == {"PG215"}


def test_a_split_of_more_digits_than_there_are(tmp_path: Path) -> None:
    """Last year's number grown to sixty digits is one; its months in millionths are not, and are not rounded."""
    grown = "revenue: {name: x, growth: " + "9" * 22 + "%, step: 0.000001元}\n"
    files = {
        "2025/demo/plan.yml": "name: x\n",
        "2025/demo/objectives.yml": "revenue: {name: x, target: " + "9" * 29 + "亿元}\n",
        "objectives.yml": grown,
    }
    found = checked(write_handbook(tmp_path, files))
    assert {(finding.code, finding.span.file) for finding in found} == {
        ("PG301", "content/2026/demo/objectives.yml"),
    }
