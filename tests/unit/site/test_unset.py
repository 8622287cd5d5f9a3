"""What is not set yet, as the overview names it."""

from pathlib import Path

from handbooks import open_files
from plangen.catalogue import kinds
from plangen.site.edition import Edition
from plangen.site.registers.debts import Debt, debt_row, debts, more
from plangen.views import Link
from unit.sections.reading import text

LADDER = """\
commission:
  name: 递增提成
  ladder:
    low: {at_least: 0元, rate: 待定}
    high: {at_least: 待定, rate: 待定}
bonus: {name: 新客户奖, amount: 待定}
"""


def opened(tmp_path: Path, files: dict[str, str]) -> Edition:
    """The year of a handbook on its way to pages."""
    workspace = open_files(tmp_path, files)
    return Edition(workspace.scope(2026), kinds(), (), workspace.excerpt)


def owed(edition: Edition) -> list[Debt]:
    """What the only plan has not set."""
    scope = next(iter(edition.plans.values()))
    return debts(scope, edition.unset(scope.plan))


def test_the_largest_groups_are_listed_and_the_rest_is_told(tmp_path: Path) -> None:
    """Ten roles owe one number each, the last one two: it stands first; what is not listed is left to the register."""
    roles = "".join(f"  r{place}: {{name: 岗位{place}}}\n" for place in range(10))
    goals = "".join(f"g{place}: {{name: 目标{place}, target: 待定, owner: r{min(place, 9)}}}\n" for place in range(11))
    edition = opened(tmp_path, {"org.yml": f"roles:\n{roles}", "objectives.yml": goals})
    first, *others = owed(edition)
    assert [text(part) for part in debt_row(edition, first)] == [
        "目标9、目标10",
        "目标 岗位9",
        "2 项",
    ]
    (rest,) = more(edition, others[:2])
    assert [text(part) for part in rest] == ["其余各组", "", "2 项"]
    assert [part.page for part in rest[0] if isinstance(part, Link)] == ["unset/"]
    assert not list(more(edition, []))


def test_a_group_names_three(tmp_path: Path) -> None:
    """Whoever wants all goes to the section."""
    goals = "".join(f"g{place}: {{name: 目标{place}, target: 待定}}\n" for place in range(5))
    edition = opened(tmp_path, {"objectives.yml": goals})
    (row,) = (debt_row(edition, debt) for debt in owed(edition))
    assert text(row[0]) == "目标0、目标1、目标2 等"


def test_a_step_without_a_name_is_called_after_its_rule(tmp_path: Path) -> None:
    """Readers know the commission, and not the ids of its steps."""
    edition = opened(tmp_path, {"incentives.yml": LADDER})
    rows = [debt_row(edition, debt) for debt in owed(edition)]
    assert [(text(names), text(count)) for names, _, count in rows] == [("递增提成、新客户奖", "4 项")]
