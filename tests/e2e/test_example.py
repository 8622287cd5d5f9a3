"""The example on the command line: accepted as it is, refused with one mistake, explained down to what was typed."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from e2e.publishing import copy_example, differences, hashes, plangen

OBJECTIVES = "content/2025/adhesives/east-china/objectives.yml"
TARGET = "adhesives/east-china:objectives/revenue.target"
TYPED = re.compile(r"([\d,.]+)(?: (万元)|(%))\s.*手工填写\s+(content/\S+):(\d+):(\d+)")


def findings(root: Path, status: int) -> list[dict[str, Any]]:
    """The findings of a handbook as JSON, when the check ends with the expected status."""
    done = plangen("-C", root, "check", "--format", "json")
    assert done.returncode == status, done.stderr
    told: list[dict[str, Any]] = json.loads(done.stdout)["findings"]
    return told


def test_the_example_is_accepted(repository: Path) -> None:
    """Where its paper contradicts itself the check says so, with the reason why that was accepted."""
    found = findings(repository, 0)
    assert [each for each in found if each["level"] == "error"] == []
    waived = [each for each in found if each["waived"]]
    assert {each["code"] for each in waived} >= {"OBJ102", "PHA103", "BUD101"}
    assert all(each["reason"] for each in waived)


def test_one_wrong_part_is_one_mistake(example: Path, tmp_path: Path) -> None:
    """180 becomes 170: the finding points into that breakdown, names both sums, and has what follows under it.

    The build refuses it and leaves the site as it was, byte for byte.
    """
    root = copy_example(example, tmp_path / "handbook")
    path = root / OBJECTIVES
    text = path.read_text(encoding="utf-8")
    wrong = text.replace("target: 180万元", "target: 170万元", 1)
    path.write_text(wrong, encoding="utf-8")
    first, *rest = findings(root, 1)
    assert (first["level"], first["file"]) == ("error", OBJECTIVES)
    lines = wrong.splitlines()
    assert lines[first["line"] - 2] == "  channel:"
    assert lines[first["line"] - 1][first["column"] - 1 :] == "end-customer:"
    assert [word for word in ("1,082", "1,092", "10 万元") if word not in first["message"]] == []
    assert {each["cause"] for each in rest if each["level"] == "error"} == {first["id"]}

    shutil.copytree(example / "site", root / "site")
    done = plangen("-C", root, "build")
    assert done.returncode == 1
    assert f"{OBJECTIVES}:{first['line']}:{first['column']}" in done.stderr
    assert differences(hashes(example / "site"), hashes(root / "site")) == []
    assert not list(root.glob(".site.plangen-next*"))


@pytest.mark.parametrize(
    ("address", "year", "wanted"),
    [
        (f"{TARGET}@Q3", 2025, {"1092万元"}),
        (f"{TARGET}@Q3/end-customer", 2025, {"720万元", "1092万元"}),
        (f"{TARGET}@Q3/own-store", 2026, {"360万元", "1092万元", "120%"}),
    ],
)
def test_a_quarter_leads_back_to_what_was_typed(repository: Path, address: str, year: int, wanted: set[str]) -> None:
    """File, line and column of every typed number are right: there stands what the tree says."""
    done = plangen("-C", repository, "explain", address, "--year", str(year))
    assert done.returncode == 0, done.stderr
    seen = set()
    for number, money, percent, file, line, column in TYPED.findall(done.stdout):
        typed = number.replace(",", "") + money + percent
        source = (repository / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
        assert source[int(column) - 1 :].startswith(typed), f"{file}:{line}:{column} is not {typed}"
        seen.add(typed)
    assert seen == wanted
