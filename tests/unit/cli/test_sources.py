"""`plangen sources` on a tiny handbook."""

from json import loads
from pathlib import Path

import pytest

from unit.cli.tiny import Run

REGISTER = """\
id: D1
title: 年度计划
items:
  D1-1: {kind: objectives, about: 全年销售额, numbers: [100, 40, 7]}
  D1-2: {kind: org, about: 区域经理}
  D1-3: {kind: duties, about: 口号, left: 没有内容}
"""
OBJECTIVES = """\
revenue:
  name: 销售额
  target: 100万元
  source: [D1-1, D1-2]
  channel:
    own-store: {target: 40万元, source: D1-3}
    dealer: {target: 60万元, source: D1-7}
customers: {name: 客户, target: 12家, source: D1-1}
leads: {name: 线索, target: 20家}
"""
TEXT = """\
来源 3 条：有着落 1（50%），写在别的章节 1，没有着落 0，注明不写 1

按来源文件
  D1  50%  1/2 (-1)  年度计划
  D2    —  0/0       空的

按章节
  duties         —  0/0 (-1)
  objectives  100%  1/1
  org           0%  0/1

写在别的章节的 (1)
  D1-2  org  区域经理  content/shared/sources/d1.yml:5:3
    应在 org，写在：
      demo:objectives/revenue  content/2026/demo/objectives.yml:4:18

一年里写了不止一处的 (1)
  D1-1  objectives  全年销售额  content/shared/sources/d1.yml:4:3
    2026:
      demo:objectives/revenue  content/2026/demo/objectives.yml:4:12
      demo:objectives/customers  content/2026/demo/objectives.yml:8:44

缺数的 (1)
  D1-1  objectives  全年销售额  content/shared/sources/d1.yml:4:3
    没有 7：
      demo:objectives/revenue  content/2026/demo/objectives.yml:4:12
      demo:objectives/customers  content/2026/demo/objectives.yml:8:44

注明不写的 (1)
  D1-3  duties  口号  content/shared/sources/d1.yml:6:3
    没有内容；可是写了：
      demo:objectives/revenue (own-store)  content/2026/demo/objectives.yml:6:39

没有登记的编号 (1)
  D1-7  demo:objectives/revenue (dealer)  content/2026/demo/objectives.yml:7:36

没有写来源的条目，按计划
  2026 demo  1 / 3 条
    demo:objectives/leads  content/2026/demo/objectives.yml:9:1
"""


@pytest.fixture
def registered(handbook: Path) -> Path:
    """The tiny handbook with two source documents; one of them has no item."""
    folder = handbook / "content/shared/sources"
    folder.mkdir()
    (folder / "d1.yml").write_text(REGISTER, encoding="utf-8")
    (folder / "d2.yml").write_text("id: D2\ntitle: 空的\nitems: {}\n", encoding="utf-8")
    (handbook / "content/2026/demo/objectives.yml").write_text(OBJECTIVES, encoding="utf-8")
    return handbook


@pytest.mark.usefixtures("registered")
def test_text(run: Run) -> None:
    """By document and kind, then every list that is not empty, with places."""
    result = run("sources", "--plain")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == TEXT
    assert run("sources").stdout == TEXT.removesuffix(TEXT.splitlines(keepends=True)[-1])


@pytest.mark.usefixtures("registered")
def test_json(run: Run) -> None:
    """The same, for other programs."""
    told = loads(run("sources", "--format", "json").stdout)
    counted = {"total": 3, "left": 1, "carried": 1, "other": 1, "missing": 0, "share": "0.5000"}
    assert (told["format"], told["years"]) == (1, [2026])
    lists = {"twice": 1, "lacking": 1, "left_and_carried": 1, "unknown": 1, "without_source": 1}
    assert told["summary"] == {**counted, **lists}
    head = {"id": "D1", "title": "年度计划", "about": None}
    place = {"file": "content/shared/sources/d1.yml", "line": 1, "column": 5}
    assert told["documents"][0] == {**head, **place, **counted}
    assert told["documents"][1]["share"] is None
    assert [(each["kind"], each["carried"], each["share"]) for each in told["kinds"]] == [
        ("duties", 0, None), ("objectives", 1, "1.0000"), ("org", 0, "0.0000"),
    ]  # fmt: skip
    first = told["items"][0]
    assert (first["status"], first["numbers"], first["lacks"], first["twice"]) == (
        "carried",
        ["100", "40", "7"],
        ["7"],
        [2026],
    )
    carrier = {"year": 2026, "plan": "demo", "kind": "objectives", "address": "demo:objectives/revenue"}
    where = {"page": None, "heading": None, "file": "content/2026/demo/objectives.yml", "line": 4, "column": 12}
    assert first["carriers"][0] == {**carrier, **where}
    assert [each["id"] for each in told["unknown"]] == ["D1-7"]
    assert told["plans"] == [{"year": 2026, "plan": "demo", "items": 3, "without_source": 1}]
    assert [each["address"] for each in told["without_source"]] == ["demo:objectives/leads"]


@pytest.mark.usefixtures("registered")
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("--at-least", "50%"), 0),
        (("--at-least", "50.1%"), 1),
        (("--at-least", "50.1%", "--format", "json"), 1),
        (("--at-least", "100%", "--document", "D2"), 0),
        (("--at-least", "half"), 2),
        (("--document", "D3"), 2),
        (("--year", "2031"), 2),
    ],
)
def test_exit_status(run: Run, arguments: tuple[str, ...], status: int) -> None:
    """0 told, 1 a smaller share than asked for, 2 wrong usage."""
    assert run("sources", *arguments).exit_code == status


@pytest.mark.usefixtures("registered")
def test_one_document(run: Run) -> None:
    """Only its items are told and counted."""
    told = loads(run("sources", "--document", "D2", "--format", "json").stdout)
    assert ([each["id"] for each in told["documents"]], told["items"], told["summary"]["total"]) == (["D2"], [], 0)
    assert run("sources", "--document", "D3").stderr == "plangen: 没有登记来源文件 D3；有：D1, D2\n"


def test_without_a_register(run: Run) -> None:
    """It is said how to begin; no share is too small then."""
    result = run("sources", "--at-least", "97%")
    assert (result.exit_code, result.stdout) == (0, "没有登记来源文件：把它们写进 shared/sources/\n")


def test_a_register_that_cannot_be_read(run: Run, registered: Path) -> None:
    """Then nothing is counted: what is in that file would look forgotten, or as if nobody had to carry it."""
    (registered / "content/shared/sources/d2.yml").write_text("id: [\n", encoding="utf-8")
    result = run("sources")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "plangen: 有读不出的文件，先看 plangen check\n")


def test_shares_are_never_rounded_up(run: Run, registered: Path) -> None:
    """999 of 1000 is no 100%."""
    items = "".join(f"  D2-{n}: {{kind: objectives, about: 乙}}\n" for n in range(1000))
    (registered / "content/shared/sources/d2.yml").write_text(f"id: D2\ntitle: 乙\nitems:\n{items}", encoding="utf-8")
    named = ", ".join(f"D2-{n}" for n in range(999))
    text = f"all: {{name: 额, target: 1家, source: [{named}]}}\n"
    (registered / "content/2026/demo/objectives.yml").write_text(text, encoding="utf-8")
    assert "D2  99%  999/1000" in " ".join(run("sources", "--document", "D2").stdout.split(" "))
    assert run("sources", "--document", "D2", "--at-least", "100%").exit_code == 1
    assert loads(run("sources", "--document", "D2", "--format", "json").stdout)["summary"]["share"] == "0.9990"
