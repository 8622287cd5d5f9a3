"""What `plangen sources` tells, read a second time from the files alone."""

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from independent.conftest import PLANGEN
from independent.export import ROOT, exported
from independent.sources import counted, digits, marks, register, statuses

REGISTER = """\
id: Z1
title: 另一份
items:
  Z1-1: {kind: duties, about: 写在别处}
  Z1-2: {kind: objectives, about: 写了两处, numbers: [8000, 4711]}
  Z1-3: {kind: narrative, about: 只在正文, numbers: [471]}
  Z1-4: {kind: org, about: 不写, left: 没有内容}
  Z1-5: {kind: org, about: 没有着落}
"""
PLAN = {
    "plan.yml": "name: 另一个\nsource: Z1-4\n",
    "objectives.yml": """\
a: {name: 甲, target: 0.8亿元, source: [Z1-1, Z1-2]}
b: {name: 乙, target: 5家, source: Z1-2}
""",
    "duties.yml": "nobody:\n  bare: {text: 没有来源}\n",
    "index.md": """\
---
source: [Z1-3, Z1-9]
---
# 另

`<!-- source: Z1-5 -->`

## 小
<!-- source: Z1-3、Z1-3 -->
好。
""",
}


@dataclass(frozen=True)
class Told:
    """A handbook folder, and what plangen tells of its sources: of all years, or of one."""

    root: Path
    years: tuple[int, ...]
    document: dict[str, Any]


@pytest.fixture(scope="module", params=["example", "example of one year", "with every mistake"])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The example, and a copy with an item missing, doubled, misplaced, left out, unknown and without its figure."""
    root, options = ROOT, ("--year", "2025") if "year" in request.param else ()
    if "mistake" in request.param:
        root = tmp_path_factory.mktemp("mistakes")
        shutil.copytree(ROOT / "content", root / "content")
        shutil.copy(ROOT / "mkdocs.yml", root)
        (root / "content/shared/sources/zz.yml").write_text(REGISTER, encoding="utf-8")
        (root / "content/2026/another").mkdir()
        for name, text in PLAN.items():
            (root / "content/2026/another" / name).write_text(text, encoding="utf-8")
    command = [PLANGEN, "-C", str(root), "sources", "--format", "json", *options]
    document = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return Told(root, tuple(document["years"]), document)


def test_years_and_documents(told: Told) -> None:
    """All that there are, in their order."""
    every = sorted(int(path.name) for path in (told.root / "content").glob("20*"))
    assert list(told.years) in (every, [2025])
    assert [each["id"] for each in told.document["documents"]] == list(register(told.root))


def test_carriers(told: Told) -> None:
    """Each id at its place, by line and column; registered ones and others."""
    names = {name for items in register(told.root).values() for name in (*items, *register(told.root))}
    found = {
        (id_, *(each[key] for key in ("year", "plan", "kind", "file", "line", "column")))
        for id_, each in (
            *((item["id"], each) for item in told.document["items"] for each in item["carriers"]),
            *((each["id"], each) for each in told.document["unknown"]),
        )
    }
    expected = {mark.place for mark in marks(told.root) if mark.year in told.years}
    documents = set(register(told.root))  # their own ids may be named, and carry nothing
    assert found == {place for place in expected if place[0] not in documents}
    assert {each["id"] for each in told.document["unknown"]} == {place[0] for place in expected} - names
    assert len(found) > 100


def test_statuses_and_counts(told: Told) -> None:
    """By item, document and kind, and all together."""
    items = told.document["items"]
    assert {each["id"]: each["status"] for each in items} == statuses(told.root, *told.years)
    for each in told.document["documents"]:
        again = counted(told.root, list(register(told.root)[each["id"]]), *told.years)
        assert {key: each[key] for key in again} == again
    for each in told.document["kinds"]:
        names = [item["id"] for item in items if item["kind"] == each["kind"]]
        again = counted(told.root, names, *told.years)
        assert {key: each[key] for key in again} == again
    again = counted(told.root, [item["id"] for item in items], *told.years)
    summary = told.document["summary"]
    assert {key: summary[key] for key in again} == again
    assert summary["twice"] == sum(bool(item["twice"]) for item in items)
    assert summary["lacking"] == sum(bool(item["lacks"]) for item in items)
    assert summary["unknown"] == len(told.document["unknown"])


def test_what_is_carried_twice(told: Told) -> None:
    """What two files of a year name is; what one place names is not. Cells of one item are for plangen to join."""
    for item in told.document["items"]:
        for year in told.years:
            mine = [mark for mark in marks(told.root) if (mark.name, mark.year) == (item["id"], year)]
            if len({mark.file for mark in mine}) > 1:
                assert year in item["twice"], item["id"]
            if len({(mark.file, mark.spot) for mark in mine}) < 2:
                assert year not in item["twice"], item["id"]


def test_figures_that_nobody_holds(told: Told) -> None:
    """A figure that stands there word for word is held; one whose digits stand nowhere is not."""
    figures = exported(told.root) if told.root == ROOT else {}
    lacking = 0
    for item in told.document["items"]:
        mine = [mark for mark in marks(told.root) if mark.name == item["id"] and mark.year in told.years]
        words = "\n".join(mark.words for mark in mine if mark.kind != "narrative")
        narrated = any(mark.kind == "narrative" for mark in mine)
        places = {(each["year"], each["address"]) for each in item["carriers"]}
        shown = "\n".join(
            row["text"] for (year, _, address), row in figures.items() if (year, address.partition(".")[0]) in places
        )
        for number in item["numbers"]:
            literal = re.search(rf"(?<![\w.,-]){re.escape(number)}(?![\w.%])", words)
            if mine and literal and not narrated:
                assert number not in item["lacks"], (item["id"], number)
            known = digits(words + shown)
            if mine and not narrated and told.root == ROOT and not digits(number) & known:
                assert number in item["lacks"], (item["id"], number)
        lacking += len(item["lacks"])
        assert set(item["lacks"]) <= (set(item["numbers"]) if mine else set())
    assert lacking > 0


def test_duties_without_a_source(told: Told) -> None:
    """Of the kind whose files are roles with duties: each that names none, and no other."""
    expected = set()
    for year in told.years:
        for file in (told.root / f"content/{year}").rglob("duties.yml"):
            plan = file.parent.relative_to(told.root / f"content/{year}").as_posix()
            roles = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (texts only)
            for duties in roles.values():
                expected |= {(year, f"{plan}:duties/{id_}") for id_, duty in duties.items() if "source" not in duty}
    rows = told.document["without_source"]
    assert {(each["year"], each["address"]) for each in rows if each["kind"] == "duties"} == expected
    counts = {(each["year"], each["plan"]): each["without_source"] for each in told.document["plans"]}
    for key, count in counts.items():
        assert count == sum((each["year"], each["plan"]) == key for each in rows)


def test_every_mistake_is_told(told: Told) -> None:
    """In the copy with mistakes each of them has its place in the lists."""
    items = {each["id"]: each for each in told.document["items"] if each["document"] == "Z1"}
    if not items:
        return
    assert {name: each["status"] for name, each in items.items()} == {
        "Z1-1": "other", "Z1-2": "carried", "Z1-3": "carried", "Z1-4": "left", "Z1-5": "missing",
    }  # fmt: skip
    assert (items["Z1-2"]["twice"], items["Z1-2"]["lacks"], items["Z1-3"]["lacks"]) == ([2026], ["4711"], ["471"])
    assert [each["id"] for each in told.document["unknown"]] == ["Z1-9"]
    assert told.document["summary"]["left_and_carried"] == 1
