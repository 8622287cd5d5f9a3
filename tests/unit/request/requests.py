"""Small repositories with a branch to be reviewed, for tests."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from handbooks import HANDBOOK, write_handbook
from plangen.request.range import read_range
from plangen.request.request import Request
from plangen.request.reviewing import review
from repositories import commit, run_git

OBJECTIVES = """\
revenue:
  name: 销售额
  owner: manager
  channel:
    own-store: {target: 40万元}
    dealer: {target: 60万元}
visits: {name: 拜访, target: 200家, better: higher, owner: manager}
"""
ORG = """\
roles:
  director: {name: 总监, headcount: 1人}
  manager: {name: 区域经理, headcount: 1人, reports_to: director}
"""
BUDGET = """\
travel:
  name: 差旅
  owner: manager
  lines: {trips: {name: 出差, price: 1000元/次, quantity: 10次}}
  caps: {per-trip: {name: 每次, limit: ≤1200元, line: trips}}
"""
RULES = """\
review:
  approvals:
    - {up_to: 5%, by: manager}
    - {above: 5%, by: director}
    - {always: [caps, rules], by: director}
"""
FILES = {"handbook.yml": HANDBOOK + RULES, "objectives.yml": OBJECTIVES, "org.yml": ORG, "budget.yml": BUDGET}

Edit = tuple[str, str, str]
"""A file, a text in it, and what to put in its place."""


def repository(root: Path, files: Mapping[str, str] = FILES) -> Path:
    """A repository whose branch `main` holds a handbook; `spring` is checked out and has nothing of its own yet."""
    write_handbook(root, {name: dedent(text) for name, text in files.items()})
    commit(root)
    run_git(root, "switch", "--quiet", "--create", "spring")
    return root


def edit(root: Path, *edits: Edit) -> None:
    """Replace texts in files of the plan `demo`, or of the content folder."""
    for name, old, new in edits:
        inside = "" if "/" in name or name == "handbook.yml" else "2026/demo/"
        path = root / "content" / inside / name
        text = path.read_text(encoding="utf-8")
        assert old in text, (name, old)
        path.write_text(text.replace(old, new), encoding="utf-8")


def reviewed(root: Path, *edits: Edit, files: Mapping[str, str] = FILES) -> Request:
    """The review of a branch with some edits."""
    repository(root, files)
    edit(root, *edits)
    commit(root, "2026-01-02")
    return asked(root)


def asked(root: Path, text: str = "main..spring") -> Request:
    """The review of a range."""
    found = read_range(text)
    assert found is not None
    return review(root, found)


def edits_of(request: Request) -> list[str]:
    """Every edit that the report tells: year, and what was edited."""
    return [
        f"{year.year} {line.edit.id}" for year in request.years for block in year.report.blocks for line in block.lines
    ]


def needed(request: Request) -> dict[str, list[str]]:
    """For each role that has to approve, the names of the edits (or years) that it has to look at."""
    changes = {each.year: each.changes for each in request.years}
    found: dict[str, list[str]] = {}
    for need in request.needs:
        for each in need.because:
            what = str(each.year) if each.edit is None else changes[each.year].edits[each.edit].id
            known = found.setdefault(need.role, [])
            if what not in known:
                known.append(what)
    return found
