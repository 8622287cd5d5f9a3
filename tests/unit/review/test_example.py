"""The example's two years: every difference of their files is told, and nothing else is."""

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from house.source_tree import ROOT
from plangen.cli import main
from plangen.diff import Changes, Edit, Side, compare
from plangen.workspace import open_handbook

CONTENT = ROOT / "content"
RENAMED = {"rep": "area-rep", "sales-clerk": "sales-assistant"}
"""Ids of 2025 as they are called in 2026."""
ORDERED = ("axes", "tiers", "steps")
"""Mappings whose order means something: the first axis goes up, the first tier is the best, steps come in turn."""
Leaf = tuple[str, ...]
PLANTED = """\
  ~ 华东区域 › 计划（口径）  期间  6–12 月 → 全年
  ~ 华东区域·目标 › 个人指标（口径）  交叉分解  未写 → 人员、区域、渠道
  − 华东区域·费用预算 › 会议桌  删去（金额 约 800 元）
  ~ 华东区域·费用预算 › 差旅  上限  ≤5,000 元 → ≤4,000 元
      目标         1,092 万元 → 改为推算（上年 × (1 + 增长)），得 2,402.4 万元（+1,310.4 万元，+120.0%）
      目标  192 万元 → 458.4 万元（+266.4 万元，+138.8%）
      单价  约 1,500 元/月 → 约 1,800 元/月（+300 元/月，+20.0%）
  ~ 华东区域·岗位职责 › 收齐拜访资料录入电脑，统一保管  归属  区域经理 → 客户服务专员
  + 华东区域·组织 › 客户服务专员  新增（编制 1 人，负责人 区域经理）
  ~ 华东区域·阶段与任务 › 广告效果评估  归属  巩固期 → 放量期
  ~ 华东区域·目标 › 新开发终端客户  目标  ≥13 家 → ≥20 家
  ~ 粘合剂·目标 › 新开区域  目标  1 个 → 待定
  + 华东区域·情景 › 保底  新增
  ~ 片区业务员  改了编号  rep → area-rep
      结束  10 月 31 日 → 10 月 30 日（提前 1 天）
  ~ 收齐拜访资料录入电脑，统一保管  内容  [-督促-]{+收齐+}拜访资料录入电脑，[-区域留存一份-]{+统一保管+}
[-第一个-]{+当+}月没完成的，可并入[-第二-]{+下+}个月一起算{+，不跨第二个月+}。
"""


@pytest.fixture(scope="module")
def changes() -> Changes:
    """The changes from 2025 to 2026."""
    workspace = open_handbook(ROOT)
    return compare(Side("2025", workspace.scope(2025)), Side("2026", workspace.scope(2026)))


def leaves(year: int) -> dict[Leaf, str]:
    """Every value of a year's YAML files by its way: the plan, the file's name, the keys; read by another reader."""
    found: dict[Leaf, str] = {}
    folder = CONTENT / str(year)
    shared = sorted((CONTENT / "shared").rglob("*.yml"))  # what a year has itself stands before it
    for path in (*shared, *sorted(folder.rglob("*.yml"))):
        where = path.relative_to(CONTENT if path in shared else folder)
        if where.parent.name != "scenarios":
            tree = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (texts only)
            found |= dict(below(tree, (where.parent.as_posix(), where.stem), year))
            found |= dict(listed(path, tree, (where.parent.as_posix(), where.stem)))
    return found


def listed(path: Path, tree: Any, way: Leaf) -> Iterator[tuple[Leaf, str]]:
    """The cells of the lists of customers that a file of segments names; the first column is the id."""
    for scheme, body in tree.items() if path.name == "segments.yml" else ():
        if name := body.get("customer_list"):
            for row in csv.DictReader((path.parent / name).read_text(encoding="utf-8").splitlines()):
                (_, customer), *cells = row.items()
                yield from (((*way, scheme, customer, column), text) for column, text in cells if text)


def below(node: Any, way: Leaf, year: int) -> Iterator[tuple[Leaf, str]]:
    """The values below a node; a list is one, a day is told from its year, `was` says only how things are matched."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key != "was":
                yield from below(value, (*way, RENAMED.get(str(key), str(key))), year)
    elif isinstance(node, list):
        yield way, str([RENAMED.get(each, each) if isinstance(each, str) else each for each in node])
    else:
        text = RENAMED.get(str(node), str(node))
        yield way, text.replace(f"{year}-", "YEAR-")


def tells(edit: Edit, leaf: Leaf) -> bool:
    """Whether an edit speaks of a value: same plan and file, all its ids on the way, its field there."""
    plan, kind, *way = leaf
    for entity in (*edit.before, *edit.after):
        key = entity.key
        ids = {step for step in (*key.item, *key.inner) if step}
        names = ids | set(edit.field.split(".")) if edit.kind == "changed" else ids
        shared = (key.plan, kind) == ("", key.kind) and plan.endswith("shared")
        if (shared or (key.plan, key.kind) == (plan, kind)) and (names <= set(way) or edit.kind == "moved"):
            return True
    return False


def test_every_difference_is_told_and_nothing_else(changes: Changes) -> None:
    """The files of both years, read and compared without plangen: each value that differs has an edit, and back."""
    old, new = leaves(2025), leaves(2026)
    differing = [leaf for leaf in dict.fromkeys([*new, *old]) if old.get(leaf) != new.get(leaf)]
    assert len(differing) > 250
    edits = [edit for edit in changes.edits if edit.entity.key.kind not in ("scenarios", "actuals", "pictures")]
    untold = [leaf for leaf in differing if not any(tells(edit, leaf) for edit in edits)]
    assert untold == []
    invented = [edit.id for edit in edits if not any(tells(edit, leaf) for leaf in differing)]
    assert invented == []


def test_the_planted_differences_are_named_rightly() -> None:
    """As a reader of both plans would put them."""
    printed = CliRunner().invoke(main, ["-C", str(ROOT), "diff", "2025", "2026"]).stdout
    assert [line for line in PLANTED.splitlines() if line not in printed] == []


def test_every_figure_is_explained(changes: Changes) -> None:
    """No number changed by itself."""
    assert changes.unexplained == ()
    assert changes.effects


def test_another_form_of_the_files_is_nothing(tmp_path: Path) -> None:
    """Keys in another order, block style, other quotes: the same handbook."""
    for name in ("here", "there"):
        shutil.copytree(CONTENT, tmp_path / name / "content")
        shutil.copy(ROOT / "mkdocs.yml", tmp_path / name)
    random = Random(4)
    for path in sorted((tmp_path / "there/content").rglob("*.yml")):
        tree = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (texts only)
        shuffled = reordered(tree, random) if path.name not in ("dimensions.yml", "handbook.yml") else tree
        path.write_text(yaml.dump(shuffled, allow_unicode=True, default_style="'", sort_keys=False), encoding="utf-8")
    for path in sorted((tmp_path / "there/content/2026").rglob("*.md")):
        path.write_text(path.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    here, there = (str(tmp_path / name) for name in ("here", "there"))
    for year in (2025, 2026):
        result = CliRunner().invoke(main, ["-C", here, "diff", str(year), f"{there}:{year}", "--exit-code"])
        assert (result.exit_code, result.stdout) == (0, f"{year} 与 {there}:{year} 没有差别。\n")


def reordered(node: Any, random: Random, *, fixed: bool = False) -> Any:
    """The same mappings in another order, but for those whose order says something."""
    if not isinstance(node, dict):
        return node
    keys = list(node)
    if not fixed:
        random.shuffle(keys)
    return {key: reordered(node[key], random, fixed=key in ORDERED) for key in keys}
