"""What has happened stays as it was in the copy: days of facts, and results that nobody knew."""

from pathlib import Path

import pytest

from plangen.workspace import open_handbook
from unit.rollover.years import copied, rolled

FACTS = {
    "segments.yml": (
        "market: {name: 市场, tiers: {big: {name: 大户, contact: 1次/月}},"
        " customers: {one: {tier: big, last_contact: 2026-11-30}}}\n"
    ),
    "kpis.yml": "stores: {name: 门店数, target: 9家, better: higher, value: 8家, as_of: 2026-12-31}\n",
    "policies.yml": "rules: {name: 规定, rules: {one: {text: 先款后货, valid_from: 2026-06-01}}}\n",
    "phases.yml": "first: {name: 一期, start: 2026-02-02, end: 2026-02-27}\n",
}


def test_days_of_facts_stay(tmp_path: Path) -> None:
    """The last contact, the day of a value and since when a rule holds; a deadline moves on."""
    result = rolled(tmp_path, FACTS)
    assert result.exit_code == 0, result.output
    assert "last_contact: 2026-11-30" in copied(tmp_path, "segments.yml")
    assert "as_of: 2026-12-31" in copied(tmp_path, "kpis.yml")
    assert "valid_from: 2026-06-01" in copied(tmp_path, "policies.yml")
    assert "start: 2027-02-02" in copied(tmp_path, "phases.yml")


@pytest.mark.parametrize(
    ("name", "old", "new", "wrong"),
    [
        ("segments.yml", "2026-11-30", "2024-11-30", False),
        ("policies.yml", "2026-06-01", "2019-06-01", False),
        ("kpis.yml", "2026-12-31", "2027-12-31", True),
        ("phases.yml", "2026-02-02", "2025-02-02", True),
    ],
)
def test_days_of_facts_may_lie_before_the_year(tmp_path: Path, name: str, old: str, new: str, *, wrong: bool) -> None:
    """Long before it; not long after it, and no deadline (PG209)."""
    rolled(tmp_path, {**FACTS, name: FACTS[name].replace(old, new)}, "--dry-run")
    found = [each for each in open_handbook(tmp_path).findings if each.code == "PG209"]
    assert bool(found) is wrong


def test_a_result_that_nobody_knew_stays_so(tmp_path: Path) -> None:
    """A formula on actuals that were never reported, and that next year cannot have, becomes 待定 and no error."""
    files = {
        "2025/demo/plan.yml": "name: 试验计划\n",
        "2025/demo/objectives.yml": "visits: {name: 拜访, target: 9次}\n",
        "2025/demo/actuals/a.csv": "address,value,as_of\nobjectives/visits,待定,2025-12-31\n",
        "review.yml": (
            "period: 2025 FY\nresults:\n  visits: {name: 拜访, actual: '= previous(actual(objectives/visits.target))',"
            " target: = previous(objectives/visits), data: 报表}\n"
        ),
    }
    result = rolled(tmp_path, files)
    assert result.exit_code == 0, result.output
    assert "visits: {name: 拜访, actual: 待定, target: 9次, data: 报表}" in copied(tmp_path, "review.yml")
